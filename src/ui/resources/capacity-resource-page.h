/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-page.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_RESOURCE_PAGE (capacity_resource_page_get_type ())

G_DECLARE_FINAL_TYPE (CapacityResourcePage, capacity_resource_page, CAPACITY, RESOURCE_PAGE, CapacityPage)

AdwNavigationPage *capacity_resource_page_new (CapacityWorkspace    *workspace,
                                               CapacityResourceItem *item);

G_END_DECLS
