/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*CapacityTypingFunc) (gpointer user_data);

void capacity_typing_connect (GtkSearchEntry     *entry,
                              CapacityTypingFunc  search,
                              gpointer            user_data);
void capacity_typing_finish  (GtkSearchEntry     *entry);

G_END_DECLS
