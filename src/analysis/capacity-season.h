/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-scratch.h"

G_BEGIN_DECLS

/* The most periods a season may have: weeks of a year. */
#define CAPACITY_SEASON_MAX 53

gboolean capacity_season_is_long  (guint            n,
                                   guint            length);
double   capacity_season_estimate (const double    *values,
                                   guint            n,
                                   guint            length,
                                   double          *season,
                                   CapacityScratch *work);

G_END_DECLS
