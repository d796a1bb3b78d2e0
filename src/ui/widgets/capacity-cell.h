/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-columns.h"
#include "capacity-text-cell.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_CELL (capacity_cell_get_type ())
G_DECLARE_FINAL_TYPE (CapacityCell, capacity_cell, CAPACITY, CELL, CapacityTextCell)

GtkWidget *capacity_cell_new      (const CapacityColumns *columns,
                                   guint                  index);
void       capacity_cell_set_item (CapacityCell          *self,
                                   CapacityItem          *item);

G_END_DECLS
