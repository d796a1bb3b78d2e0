/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-workspace.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_SERVICE_DIALOG (capacity_service_dialog_get_type ())

G_DECLARE_FINAL_TYPE (CapacityServiceDialog, capacity_service_dialog, CAPACITY, SERVICE_DIALOG, AdwDialog)

AdwDialog             *capacity_service_dialog_new       (CapacityWorkspace     *workspace,
                                                          const CapacityService *service);
const CapacityService *capacity_service_dialog_get_added (CapacityServiceDialog *self);

G_END_DECLS
