/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-scratch.h"

G_BEGIN_DECLS

double capacity_level_gain       (double           ratio);
double capacity_theta_alpha      (const double    *values,
                                  guint            n,
                                  double           walk);
double capacity_ses_level        (const double    *values,
                                  guint            n,
                                  double           alpha,
                                  double           drift);
double capacity_theta_drift      (const double    *values,
                                  guint            n);
void   capacity_theta_forecast   (const double    *values,
                                  guint            n,
                                  double           alpha,
                                  double           drift,
                                  guint            horizon,
                                  double          *forecast);
void   capacity_dynamic_forecast (const double    *values,
                                  guint            n,
                                  double           alpha,
                                  guint            horizon,
                                  double          *forecast,
                                  CapacityScratch *work);

G_END_DECLS
