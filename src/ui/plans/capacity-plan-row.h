/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-service-item.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_PLAN_ROW (capacity_plan_row_get_type ())

G_DECLARE_FINAL_TYPE (CapacityPlanRow, capacity_plan_row, CAPACITY, PLAN_ROW, GtkWidget)

GtkWidget *capacity_plan_row_new         (void);
void       capacity_plan_row_set_service (CapacityPlanRow     *self,
                                          CapacityServiceItem *item,
                                          CapacityDate         as_of);

G_END_DECLS
