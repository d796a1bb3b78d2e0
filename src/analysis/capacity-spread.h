/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-scratch.h"

G_BEGIN_DECLS

void capacity_spread_estimate (const double    *values,
                               guint            n,
                               guint            length,
                               double           alpha,
                               double           season_error,
                               guint            horizon,
                               double          *spread,
                               CapacityScratch *work);
void capacity_spread_factors  (guint            n,
                               double          *factor80,
                               double          *factor95);

G_END_DECLS
