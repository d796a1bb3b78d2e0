/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-workspace.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_EMBLEM_ROW (capacity_emblem_row_get_type ())

G_DECLARE_FINAL_TYPE (CapacityEmblemRow, capacity_emblem_row, CAPACITY, EMBLEM_ROW, AdwActionRow)

void capacity_emblem_row_show (CapacityEmblemRow *self,
                               CapacityWorkspace *workspace);

G_END_DECLS
