/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "capacity-service-item.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_SERVICE_ROW (capacity_service_row_get_type ())

G_DECLARE_FINAL_TYPE (CapacityServiceRow, capacity_service_row, CAPACITY, SERVICE_ROW, GtkWidget)

GtkWidget *capacity_service_row_new      (void);
void       capacity_service_row_set_item (CapacityServiceRow  *self,
                                          CapacityServiceItem *item);

G_END_DECLS
