/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CAPACITY_TYPE_PREFERENCES_DIALOG (capacity_preferences_dialog_get_type ())

G_DECLARE_FINAL_TYPE (CapacityPreferencesDialog, capacity_preferences_dialog, CAPACITY, PREFERENCES_DIALOG,
                      AdwPreferencesDialog)

AdwDialog *capacity_preferences_dialog_new (void);

G_END_DECLS
