/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-workspace.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_ROLE_DIALOG (capacity_role_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CapacityRoleDialog, capacity_role_dialog, CAPACITY, ROLE_DIALOG, AdwDialog)

AdwDialog *capacity_role_dialog_new (CapacityWorkspace *workspace,
                                     GListModel        *items);

G_END_DECLS
