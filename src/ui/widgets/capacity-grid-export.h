/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "capacity-grid.h"

G_BEGIN_DECLS

/* How every table leaves the window: those of views and those of charts. */

GMenuModel *capacity_grid_menu_new     (void);
void        capacity_grid_add_copy_key (GtkWidget    *rows);
void        capacity_grid_copy         (GtkWidget    *widget,
                                        CapacityGrid *grid);
void        capacity_grid_save         (GtkWidget    *widget,
                                        CapacityGrid *grid,
                                        const char   *form);

G_END_DECLS
