/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-page.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_RESOURCES_PAGE (capacity_resources_page_get_type ())

G_DECLARE_FINAL_TYPE (CapacityResourcesPage, capacity_resources_page, CAPACITY, RESOURCES_PAGE, CapacityPage)

G_END_DECLS
