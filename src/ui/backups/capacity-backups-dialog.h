/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-workspace.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_BACKUPS_DIALOG (capacity_backups_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CapacityBackupsDialog, capacity_backups_dialog, CAPACITY, BACKUPS_DIALOG, AdwDialog)

AdwDialog *capacity_backups_dialog_new (CapacityWorkspace *workspace,
                                        const char        *path);

G_END_DECLS
