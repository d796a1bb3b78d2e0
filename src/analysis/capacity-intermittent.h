/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-path.h"

G_BEGIN_DECLS

double   capacity_croston_rate          (const double    *values,
                                         guint            n,
                                         double           alpha);
gboolean capacity_is_intermittent       (const double    *values,
                                         guint            n,
                                         guint            length);
void     capacity_intermittent_forecast (const double    *values,
                                         guint            n,
                                         guint            horizon,
                                         CapacityPath    *path,
                                         CapacityScratch *work);

G_END_DECLS
