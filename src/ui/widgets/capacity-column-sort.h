/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void capacity_column_sort_attach (GtkWidget     *widget,
                                  GtkColumnView *view,
                                  GMenu         *menu,
                                  const char    *key);

G_END_DECLS
