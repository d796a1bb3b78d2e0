/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CapacityRowNew:
 * @key: what tells the row apart
 * @index: which of the keys it is
 * @user_data: what was given with the function
 *
 * Returns: (transfer floating): a row for it
 */
typedef GtkWidget *(*CapacityRowNew) (const char *key,
                                      guint       index,
                                      gpointer    user_data);

void capacity_rows_show (GtkListBox     *list,
                         GPtrArray      *keys,
                         CapacityRowNew  row_new,
                         gpointer        user_data);

G_END_DECLS
