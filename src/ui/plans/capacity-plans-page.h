/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-page.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_PLANS_PAGE (capacity_plans_page_get_type ())

G_DECLARE_FINAL_TYPE (CapacityPlansPage, capacity_plans_page, CAPACITY, PLANS_PAGE, CapacityPage)

G_END_DECLS
