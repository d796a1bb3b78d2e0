/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-scratch.h"

G_BEGIN_DECLS

void capacity_airline_forecast (const double    *values,
                                guint            n,
                                guint            length,
                                guint            horizon,
                                double          *forecast,
                                CapacityScratch *work);

G_END_DECLS
