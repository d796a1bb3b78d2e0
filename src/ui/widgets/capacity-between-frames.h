/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

guint capacity_between_frames_add (GtkWidget      *widget,
                                   GtkTickCallback callback,
                                   gpointer        user_data,
                                   GDestroyNotify  notify);

G_END_DECLS
