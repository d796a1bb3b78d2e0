/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-assessment.h"

G_BEGIN_DECLS

/* K3: when demand passes what is to be used of the capacity. */

int                capacity_first_crossing         (const double           *demand,
                                                    const double           *capacity,
                                                    guint                   n,
                                                    double                  target);
double             capacity_exhaustion_linear      (double                  demand,
                                                    double                  growth,
                                                    double                  capacity,
                                                    double                  target);
double             capacity_exhaustion_geometric   (double                  demand,
                                                    double                  growth,
                                                    double                  capacity,
                                                    double                  target);
CapacityDate       capacity_exhaustion_decide_by   (int                     month,
                                                    int                     lead_days);
CapacityExhaustion capacity_exhaustion_already     (int                     month,
                                                    int                     horizon_end,
                                                    int                     lead_days,
                                                    double                  utilisation);
void               capacity_year_levels            (const double           *values,
                                                    guint                   n,
                                                    double                 *levels);
void               capacity_limit_levels           (const double           *limits,
                                                    guint                   n,
                                                    guint                   first,
                                                    guint                   n_levels,
                                                    double                 *levels);
CapacityExhaustion capacity_exhaustion_of_forecast (const CapacityForecast *forecast,
                                                    const double           *capacity,
                                                    double                  target,
                                                    int                     from,
                                                    int                     lead_days);

G_END_DECLS
