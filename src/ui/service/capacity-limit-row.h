/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-workspace.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_LIMIT_ROW (capacity_limit_row_get_type ())

G_DECLARE_FINAL_TYPE (CapacityLimitRow, capacity_limit_row, CAPACITY, LIMIT_ROW, AdwEntryRow)

GtkWidget *capacity_limit_row_new       (CapacityWorkspace   *workspace,
                                         const CapacityId    *subject);
void       capacity_limit_row_set_limit (CapacityLimitRow    *self,
                                         CapacityMode         mode,
                                         const CapacityLimit *limit);

G_END_DECLS
