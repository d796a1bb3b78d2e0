/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-page.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_PLAN_PAGE (capacity_plan_page_get_type ())

G_DECLARE_FINAL_TYPE (CapacityPlanPage, capacity_plan_page, CAPACITY, PLAN_PAGE, CapacityPage)

AdwNavigationPage *capacity_plan_page_new (CapacityWorkspace *workspace,
                                           const CapacityId  *service);

G_END_DECLS
