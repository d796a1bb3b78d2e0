/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-workspace.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_LIMIT_DIALOG (capacity_limit_dialog_get_type ())

G_DECLARE_FINAL_TYPE (CapacityLimitDialog, capacity_limit_dialog, CAPACITY, LIMIT_DIALOG, AdwDialog)

AdwDialog      *capacity_limit_dialog_new   (CapacityWorkspace   *workspace,
                                             const CapacityId    *subject,
                                             const CapacityLimit *limit);

gboolean        capacity_limit_is_of_people (CapacityWorkspace   *workspace,
                                             const CapacityId    *subject);
CapacityChange *capacity_limit_change_new   (CapacityWorkspace   *workspace,
                                             const CapacityId    *subject,
                                             const CapacityLimit *limit);

G_END_DECLS
