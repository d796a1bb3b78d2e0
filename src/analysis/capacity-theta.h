/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-scratch.h"

G_BEGIN_DECLS

double capacity_ses_fit          (const double    *values,
                                  guint            n,
                                  double           drift,
                                  double          *level);
double capacity_theta_drift      (const double    *values,
                                  guint            n);
double capacity_theta_forecast   (const double    *values,
                                  guint            n,
                                  double           drift,
                                  guint            horizon,
                                  double          *forecast);
void   capacity_dynamic_forecast (const double    *values,
                                  guint            n,
                                  guint            horizon,
                                  double          *forecast,
                                  CapacityScratch *work);

G_END_DECLS
