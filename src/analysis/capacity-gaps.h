/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-scratch.h"

G_BEGIN_DECLS

void capacity_gaps_fill (double          *values,
                         guint            n,
                         guint            length,
                         CapacityScratch *work);

G_END_DECLS
