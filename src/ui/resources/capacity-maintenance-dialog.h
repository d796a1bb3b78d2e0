/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-workspace.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_MAINTENANCE_DIALOG (capacity_maintenance_dialog_get_type ())

G_DECLARE_FINAL_TYPE (CapacityMaintenanceDialog, capacity_maintenance_dialog, CAPACITY, MAINTENANCE_DIALOG, AdwDialog)

AdwDialog *capacity_maintenance_dialog_new (CapacityWorkspace *workspace,
                                            const CapacityId  *resource);

G_END_DECLS
