/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-grid.h"
#include "capacity-workspace.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_NEEDS_GRID (capacity_needs_grid_get_type ())

G_DECLARE_FINAL_TYPE (CapacityNeedsGrid, capacity_needs_grid, CAPACITY, NEEDS_GRID, AdwBin)

void  capacity_needs_grid_show (CapacityNeedsGrid *self,
                                CapacityWorkspace *workspace,
                                GtkFilter         *resources);
CapacityGrid *
      capacity_needs_grid_make_grid (CapacityNeedsGrid *self);

G_END_DECLS
