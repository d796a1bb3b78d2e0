/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "capacity-service-item.h"

G_BEGIN_DECLS

/* The columns of the table of services: what each shows, how it sorts, and its text where it is copied. */

void  capacity_service_columns_append   (GtkColumnView       *view);
char *capacity_service_columns_headings (void);
char *capacity_service_columns_row_text (CapacityServiceItem *item);

G_END_DECLS
