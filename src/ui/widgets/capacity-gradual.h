/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How many rows become widgets in a frame: of one line, and of more. */
#define CAPACITY_GRADUAL_LINES 12
#define CAPACITY_GRADUAL_ROWS 6

GListModel *capacity_gradual_new         (GListModel      *rows,
                                          guint            step,
                                          GtkWidget       *view);
void        capacity_gradual_finish      (GListModel      *shown);

void        capacity_gradual_release     (GtkWidget       *row);
void        capacity_gradual_release_all (const GPtrArray *rows);

void        capacity_gradual_show        (GtkWidget       *widget,
                                          GPtrArray       *parts);
void        capacity_gradual_reveal      (GtkWidget       *widget,
                                          guint            n);

G_END_DECLS
