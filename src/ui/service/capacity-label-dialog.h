/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-fact.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_LABEL_DIALOG (capacity_label_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CapacityLabelDialog, capacity_label_dialog, CAPACITY, LABEL_DIALOG, AdwDialog)

AdwDialog *capacity_label_dialog_new (CapacityLabel *label);

G_END_DECLS
