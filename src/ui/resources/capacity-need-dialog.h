/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-workspace.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_NEED_DIALOG (capacity_need_dialog_get_type ())

G_DECLARE_FINAL_TYPE (CapacityNeedDialog, capacity_need_dialog, CAPACITY, NEED_DIALOG, AdwDialog)

AdwDialog *capacity_need_dialog_new (CapacityWorkspace  *workspace,
                                     const CapacityId   *service,
                                     const CapacityId   *resource,
                                     const CapacityNeed *need);

G_END_DECLS
