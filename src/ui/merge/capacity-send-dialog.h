/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-workspace.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_SEND_DIALOG (capacity_send_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CapacitySendDialog, capacity_send_dialog, CAPACITY, SEND_DIALOG, AdwDialog)

AdwDialog *capacity_send_dialog_new (CapacityWorkspace *workspace);

G_END_DECLS
