/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-workspace.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_EVENT_DIALOG (capacity_event_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CapacityEventDialog, capacity_event_dialog, CAPACITY, EVENT_DIALOG, AdwDialog)

AdwDialog *capacity_event_dialog_new (CapacityWorkspace        *workspace,
                                      const CapacityId         *service,
                                      const CapacityKnownEvent *event);

G_END_DECLS
