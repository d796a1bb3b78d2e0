/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-spread.h"

#include <math.h>

#include "capacity-statistics.h"
#include "capacity-theta.h"

/* As many origins as weigh as much as the theory. */
#define ORIGINS_PRIOR 3.0

/* How much an origin a year older counts: how restless a series was long ago says less. */
#define MEMORY 0.6

/* What of the season's error comes on top; the rest of it is in the errors of the past already. */
#define SEASON_SHARE 0.8

/* Weighted sums of absolute errors, and their weights, of forecasts made from every origin in the past. */
static void
collect_errors (const double *values,
                guint         n,
                guint         length,
                double        alpha,
                guint         horizon,
                double       *sums,
                double       *weights)
{
  guint first = MIN (12, n / 2);
  double level = values[0], fade = pow (MEMORY, 1.0 / length), weight = pow (fade, n);

  for (guint i = 0; i < horizon; i++)
    sums[i] = weights[i] = 0.0;

  for (guint t = 1; t + 1 < n; t++)
    {
      double drift = capacity_theta_drift (values, t + 1);

      level += alpha * (values[t] - level);
      weight /= fade;
      for (guint i = 0; t + 1 >= first && i < horizon && t + 1 + i < n; i++)
        {
          sums[i] += weight * fabs (values[t + 1 + i] - (level + drift * (i + 1.0 / alpha)));
          weights[i] += weight;
        }
    }
}

/**
 * capacity_spread_estimate:
 * @values: (array length=n): adjusted values without a gap, on the scale of the forecast
 * @n: their number
 * @length: periods in a year
 * @alpha: smoothing constant of the forecast
 * @season_error: variance of the error of a seasonal index
 * @horizon: periods ahead
 * @spread: (array length=horizon) (out caller-allocated): standard deviation of the error at each, never
 *   narrower further ahead
 * @work: room for 2 · @horizon numbers
 *
 * How far forecasts made at every earlier origin were from what came, blended with what the model of
 * exponential smoothing says, σ₁² (1 + (h − 1) α²) (1 + (h − 1)/n): few origins say little, above all about
 * far horizons. Most of the error of the season is added: in the past the season was that of the very values
 * forecast.
 */
void
capacity_spread_estimate (const double    *values,
                          guint            n,
                          guint            length,
                          double           alpha,
                          double           season_error,
                          guint            horizon,
                          double          *spread,
                          CapacityScratch *work)
{
  gsize used = work->used;
  double *sums = capacity_scratch_take (work, horizon), *weights = capacity_scratch_take (work, horizon);
  double one_step, widest = 0.0;

  collect_errors (values, n, length, alpha, horizon, sums, weights);
  one_step = horizon > 0 && weights[0] > 0 ? CAPACITY_MEAN_TO_SD * sums[0] / weights[0] : 0.0;

  for (guint i = 0; i < horizon; i++)
    {
      double theory = one_step * one_step * (1.0 + i * alpha * alpha) * (1.0 + (double) i / n);
      double seen = weights[i] > 0 ? CAPACITY_MEAN_TO_SD * sums[i] / weights[i] : 0.0;
      double variance = (weights[i] * seen * seen + ORIGINS_PRIOR * theory) / (weights[i] + ORIGINS_PRIOR);

      widest = MAX (widest, sqrt (variance + SEASON_SHARE * season_error));
      spread[i] = widest;
    }

  work->used = used;
}

/**
 * capacity_spread_factors:
 * @n: values of history
 * @factor80: (out): how many spreads the 80 % interval reaches to each side
 * @factor95: (out): the 95 % interval
 *
 * Wider than the normal distribution for short histories, whose spread is not well known; narrower at 80 %
 * for long ones, because errors have a peak and tails.
 */
void
capacity_spread_factors (guint   n,
                         double *factor80,
                         double *factor95)
{
  *factor80 = 1.2 * (1.0 + 5.0 / n);
  *factor95 = 2.07 * (1.0 + 6.0 / n);
}
