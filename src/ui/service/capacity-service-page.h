/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-page.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_SERVICE_PAGE (capacity_service_page_get_type ())

G_DECLARE_FINAL_TYPE (CapacityServicePage, capacity_service_page, CAPACITY, SERVICE_PAGE, CapacityPage)

AdwNavigationPage *capacity_service_page_new (CapacityWorkspace   *workspace,
                                              CapacityServiceItem *item);

G_END_DECLS
