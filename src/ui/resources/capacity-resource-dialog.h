/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-workspace.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_RESOURCE_DIALOG (capacity_resource_dialog_get_type ())

G_DECLARE_FINAL_TYPE (CapacityResourceDialog, capacity_resource_dialog, CAPACITY, RESOURCE_DIALOG, AdwDialog)

AdwDialog              *capacity_resource_dialog_new       (CapacityWorkspace      *workspace,
                                                            const CapacityResource *resource);
const CapacityResource *capacity_resource_dialog_get_added (CapacityResourceDialog *self);

G_END_DECLS
