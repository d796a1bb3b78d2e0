/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CAPACITY_TYPE_SHORTCUTS_DIALOG (capacity_shortcuts_dialog_get_type ())

G_DECLARE_FINAL_TYPE (CapacityShortcutsDialog, capacity_shortcuts_dialog, CAPACITY, SHORTCUTS_DIALOG,
                      AdwDialog)

AdwDialog *capacity_shortcuts_dialog_new (void);
void       capacity_shortcuts_install    (GtkApplication *application);

G_END_DECLS
