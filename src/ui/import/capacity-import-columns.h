/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "capacity-import.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_IMPORT_COLUMNS (capacity_import_columns_get_type ())

G_DECLARE_FINAL_TYPE (CapacityImportColumns, capacity_import_columns, CAPACITY, IMPORT_COLUMNS, GtkWidget)

GtkWidget *capacity_import_columns_new  (void);
void       capacity_import_columns_show (CapacityImportColumns    *self,
                                         const CapacityImportPlan *plan,
                                         GPtrArray                *rows);

G_END_DECLS
