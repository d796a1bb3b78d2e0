/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-workspace.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_GO_TO_DIALOG (capacity_go_to_dialog_get_type ())

G_DECLARE_FINAL_TYPE (CapacityGoToDialog, capacity_go_to_dialog, CAPACITY, GO_TO_DIALOG, AdwDialog)

AdwDialog *capacity_go_to_dialog_new (CapacityWorkspace *workspace);

G_END_DECLS
