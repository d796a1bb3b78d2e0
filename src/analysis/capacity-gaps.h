/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-workspace.h"

G_BEGIN_DECLS

void capacity_gaps_fill (double            *values,
                         guint              n,
                         guint              length,
                         CapacityWorkspace *work);

G_END_DECLS
