/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-workspace.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_IMPORT_DIALOG (capacity_import_dialog_get_type ())

G_DECLARE_FINAL_TYPE (CapacityImportDialog, capacity_import_dialog, CAPACITY, IMPORT_DIALOG, AdwDialog)

AdwDialog *capacity_import_dialog_new         (CapacityWorkspace    *workspace);
void       capacity_import_dialog_set_service (CapacityImportDialog *self,
                                               const char           *name);
void       capacity_import_dialog_open        (CapacityImportDialog *self,
                                               GPtrArray            *files);
void       capacity_import_dialog_paste       (CapacityImportDialog *self);

G_END_DECLS
