/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-page.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_OVERVIEW_PAGE (capacity_overview_page_get_type ())

G_DECLARE_FINAL_TYPE (CapacityOverviewPage, capacity_overview_page, CAPACITY, OVERVIEW_PAGE,
                      CapacityPage)

G_END_DECLS
