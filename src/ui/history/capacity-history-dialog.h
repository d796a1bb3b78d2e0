/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-workspace.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_HISTORY_DIALOG (capacity_history_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CapacityHistoryDialog, capacity_history_dialog, CAPACITY, HISTORY_DIALOG, AdwDialog)

AdwDialog *capacity_history_dialog_new (CapacityWorkspace *workspace,
                                        const CapacityId  *subject);

G_END_DECLS
