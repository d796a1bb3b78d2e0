/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-workspace.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_LIMIT_DIALOG (capacity_limit_dialog_get_type ())

G_DECLARE_FINAL_TYPE (CapacityLimitDialog, capacity_limit_dialog, CAPACITY, LIMIT_DIALOG, AdwDialog)

AdwDialog *capacity_limit_dialog_new (CapacityWorkspace   *workspace,
                                      const CapacityId    *service,
                                      const CapacityLimit *limit);

G_END_DECLS
