/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "capacity-resource-item.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_RESOURCE_ROW (capacity_resource_row_get_type ())

G_DECLARE_FINAL_TYPE (CapacityResourceRow, capacity_resource_row, CAPACITY, RESOURCE_ROW, GtkWidget)

GtkWidget *capacity_resource_row_new      (void);
void       capacity_resource_row_set_item (CapacityResourceRow  *self,
                                           CapacityResourceItem *item);

G_END_DECLS
