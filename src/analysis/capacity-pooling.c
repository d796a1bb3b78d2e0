/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-pooling.h"

#include <math.h>

/**
 * capacity_common_correlation:
 * @sum_variance: variance of the sum of several series
 * @variances: sum of their variances, Σσ²
 * @deviations: sum of their standard deviations, Σσ
 *
 * The one correlation ρ between any two of them that explains the variance of their sum:
 * Var = (1 − ρ) Σσ² + ρ (Σσ)². It takes one pass over the series instead of one for each pair.
 *
 * Returns: ρ, brought into 0…1; 0 where there is but one series or none varies, NaN if anything is unknown
 */
double
capacity_common_correlation (double sum_variance,
                             double variances,
                             double deviations)
{
  double room = deviations * deviations - variances;

  if (isnan (sum_variance) || isnan (room))
    return NAN;
  if (room <= 1e-9 * variances)
    return 0;

  return CLAMP ((sum_variance - variances) / room, 0, 1);
}

/**
 * capacity_pooled_deviation:
 * @variances: sum of the variances of several errors, Σσ²
 * @deviations: sum of their standard deviations, Σσ
 * @correlation: correlation ρ between any two, 0…1
 *
 * σ = √((1 − ρ) Σσ² + ρ (Σσ)²): never more than the parts together.
 *
 * Returns: standard deviation of the sum; NaN if anything is unknown
 */
double
capacity_pooled_deviation (double variances,
                           double deviations,
                           double correlation)
{
  return sqrt ((1 - correlation) * variances + correlation * deviations * deviations);
}

/**
 * capacity_excess_probability:
 * @load: expected load of a period
 * @deviation: its standard deviation, ≥ 0
 * @capacity: capacity of the same period
 *
 * How likely the load exceeds the capacity, its error being about normal: Φ ((L − C) / σ).
 *
 * Returns: the probability; 0 or 1 where nothing is uncertain, NaN if anything is unknown
 */
double
capacity_excess_probability (double load,
                             double deviation,
                             double capacity)
{
  if (isnan (load) || isnan (capacity) || !(deviation >= 0))
    return NAN;
  if (deviation == 0)
    return load > capacity;

  return erfc ((capacity - load) / (deviation * G_SQRT2)) / 2;
}
