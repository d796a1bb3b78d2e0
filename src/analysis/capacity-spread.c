/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-spread.h"

#include <math.h>

/* As many origins as weigh as much as the theory. */
#define ORIGINS_PRIOR 12.0

/* Sums of squared errors, and their counts, of forecasts made from every origin in the past. */
static void
collect_errors (const double *values,
                guint         n,
                double        alpha,
                guint         horizon,
                double       *squares,
                double       *counts)
{
  guint first = MIN (12, n / 2);
  double level = values[0];

  for (guint i = 0; i < horizon; i++)
    squares[i] = counts[i] = 0.0;

  for (guint t = 1; t + 1 < n; t++)
    {
      double drift = 0.5 * (values[t] - values[0]) / t;

      level += alpha * (values[t] - level);
      if (t + 1 < first)
        continue;
      for (guint i = 0; i < horizon && t + 1 + i < n; i++)
        {
          double error = values[t + 1 + i] - (level + drift * (i + 1.0 / alpha));

          squares[i] += error * error;
          counts[i] += 1.0;
        }
    }
}

/**
 * capacity_spread_estimate:
 * @values: (array length=n): adjusted values without a gap, on the scale of the forecast
 * @n: their number
 * @alpha: smoothing constant of the forecast
 * @horizon: periods ahead
 * @spread: (array length=horizon) (out caller-allocated): standard deviation of the error at each, never narrower
 *   further ahead
 * @work: room for 2 · @horizon numbers
 *
 * How far forecasts made at every earlier origin were from what came, blended with what the model of exponential
 * smoothing says, σ₁² (1 + (h − 1) α²) (1 + (h − 1)/n): few origins say little, above all about far horizons.
 */
void
capacity_spread_estimate (const double      *values,
                          guint              n,
                          double             alpha,
                          guint              horizon,
                          double            *spread,
                          CapacityScratch *work)
{
  gsize used = work->used;
  double *squares = capacity_scratch_take (work, horizon), *counts = capacity_scratch_take (work, horizon);
  double one_step, widest = 0.0;

  collect_errors (values, n, alpha, horizon, squares, counts);
  one_step = horizon > 0 && counts[0] > 0 ? squares[0] / counts[0] : 0.0;

  for (guint i = 0; i < horizon; i++)
    {
      double theory = one_step * (1.0 + i * alpha * alpha) * (1.0 + (double) i / n);
      double variance = (squares[i] + ORIGINS_PRIOR * theory) / (counts[i] + ORIGINS_PRIOR);

      widest = MAX (widest, sqrt (variance));
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
 * Wider than the normal distribution for short histories, whose spread is not well known; narrower at 80 % for long
 * ones, because errors have a peak and tails.
 */
void
capacity_spread_factors (guint   n,
                         double *factor80,
                         double *factor95)
{
  *factor80 = 1.2 * (1.0 + 9.0 / n);
  *factor95 = 2.0 * (1.0 + 12.0 / n);
}
