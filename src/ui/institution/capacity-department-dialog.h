/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-workspace.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_DEPARTMENT_DIALOG (capacity_department_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CapacityDepartmentDialog, capacity_department_dialog, CAPACITY, DEPARTMENT_DIALOG, AdwDialog)

AdwDialog *capacity_department_dialog_new (CapacityWorkspace        *workspace,
                                           const CapacityDepartment *department);

G_END_DECLS
