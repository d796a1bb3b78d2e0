/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How many rows fill a window: of one line, and of more. */
#define CAPACITY_GRADUAL_LINES 30
#define CAPACITY_GRADUAL_ROWS 16

GListModel *capacity_gradual_new     (GListModel *rows,
                                      guint       n,
                                      GtkWidget  *view);
void        capacity_gradual_finish  (GListModel *shown);

void        capacity_gradual_release (GtkWidget *row);

G_END_DECLS
