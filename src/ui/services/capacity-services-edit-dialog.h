/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-workspace.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_SERVICES_EDIT_DIALOG (capacity_services_edit_dialog_get_type ())

G_DECLARE_FINAL_TYPE (CapacityServicesEditDialog, capacity_services_edit_dialog, CAPACITY, SERVICES_EDIT_DIALOG,
                      AdwDialog)

AdwDialog *capacity_services_edit_dialog_new (CapacityWorkspace *workspace,
                                              GPtrArray         *items);

G_END_DECLS
