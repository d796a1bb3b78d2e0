/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-workspace.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_VOLUMES_DIALOG (capacity_volumes_dialog_get_type ())

G_DECLARE_FINAL_TYPE (CapacityVolumesDialog, capacity_volumes_dialog, CAPACITY, VOLUMES_DIALOG, AdwDialog)

AdwDialog *capacity_volumes_dialog_new (CapacityWorkspace *workspace,
                                        const CapacityId  *service,
                                        int                month);

G_END_DECLS
