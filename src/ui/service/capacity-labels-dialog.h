/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-workspace.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_LABELS_DIALOG (capacity_labels_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CapacityLabelsDialog, capacity_labels_dialog, CAPACITY, LABELS_DIALOG, AdwDialog)

AdwDialog *capacity_labels_dialog_new_for_service  (CapacityWorkspace      *workspace,
                                                    const CapacityService  *service,
                                                    CapacityLabelKind       kind);
AdwDialog *capacity_labels_dialog_new_for_resource (CapacityWorkspace      *workspace,
                                                    const CapacityResource *resource,
                                                    CapacityLabelKind       kind);

G_END_DECLS
