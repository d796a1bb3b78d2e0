/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void capacity_dialogs_install      (void);
void capacity_dialogs_present      (AdwDialog      *dialog,
                                    GtkWidget      *parent);
void capacity_dialogs_present_soon (AdwDialog      *dialog,
                                    GtkWidget      *parent);
void capacity_dialogs_stop_search  (GtkSearchEntry *entry);

G_END_DECLS
