/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-workspace.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_DAYS_DIALOG (capacity_days_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CapacityDaysDialog, capacity_days_dialog, CAPACITY, DAYS_DIALOG, AdwDialog)

AdwDialog *capacity_days_dialog_new (CapacityWorkspace *workspace,
                                     gboolean           is_moved);

G_END_DECLS
