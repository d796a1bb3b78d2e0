/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-forecast.h"

G_BEGIN_DECLS

void        capacity_kept_forecasts_load    (CapacityForecastCache *cache,
                                             GHashTable            *kept);
GHashTable *capacity_kept_forecasts_collect (CapacityForecastCache *cache,
                                             guint                  n_most);

G_END_DECLS
