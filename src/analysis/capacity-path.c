/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-path.h"

#include <math.h>
#include <string.h>

#include "capacity-gaps.h"
#include "capacity-season.h"
#include "capacity-spread.h"
#include "capacity-theta.h"

/* Logarithms are taken of the value plus this share of the mean: growth and season multiply, zeros are allowed, and
 * nearly none is not infinitely far from none. */
#define OFFSET_SHARE 0.05

/* No forecast leaves what the history makes thinkable by more than this many of its ranges. */
#define RANGES_BELOW 1.5
#define RANGES_ABOVE 2.0

/* Where the forecast is made: log (value + offset), and the limits it is kept in. */
typedef struct
{
  double offset;
  double low;
  double high;
} Scale;

static Scale
scale_of (const double *values,
          guint         n)
{
  double low = INFINITY, high = -INFINITY, sum = 0.0, count = 0.0;

  for (guint t = 0; t < n; t++)
    {
      if (isnan (values[t]))
        continue;
      low = MIN (low, values[t]);
      high = MAX (high, values[t]);
      sum += values[t];
      count += 1.0;
    }

  return (Scale) {
    .offset = OFFSET_SHARE * sum / count,
    .low = MAX (low - RANGES_BELOW * (high - low), 0.0),
    .high = high + RANGES_ABOVE * (high - low),
  };
}

static double
unscale (const Scale *scale,
         double       value)
{
  return MAX (exp (value) - scale->offset, 0.0);
}

/* Adds one member to the mean of them. */
static void
add_member (double       *mean,
            const double *member,
            guint         horizon,
            guint         n_before)
{
  for (guint i = 0; i < horizon; i++)
    mean[i] += (member[i] - mean[i]) / (n_before + 1.0);
}

/* The mean of the members the method allows; returns which. */
static guint
combine (const double           *adjusted,
         guint                   n,
         CapacityForecastMethod  method,
         guint                   horizon,
         double                 *mean,
         double                 *alpha,
         CapacityScratch      *work)
{
  gsize used = work->used;
  double *member = capacity_scratch_take (work, horizon), level;
  guint members = 0;

  if (method == CAPACITY_METHOD_LEVEL)
    {
      *alpha = capacity_ses_fit (adjusted, n, 0.0, &level);
      for (guint i = 0; i < horizon; i++)
        mean[i] = level;
      members = CAPACITY_MEMBER_LEVEL;
    }
  else
    {
      *alpha = capacity_theta_forecast (adjusted, n, horizon, mean);
      members = CAPACITY_MEMBER_THETA;
    }
  if (method == CAPACITY_METHOD_COMBINATION)
    {
      capacity_dynamic_forecast (adjusted, n, horizon, member, work);
      add_member (mean, member, horizon, 1);
      members |= CAPACITY_MEMBER_DYNAMIC;
    }

  work->used = used;
  return members;
}

/**
 * capacity_path_room:
 * @n: values of history
 * @length: periods in a year
 * @horizon: periods ahead
 *
 * Returns: the size of the scratch memory capacity_path_forecast() needs
 */
gsize
capacity_path_room (guint n,
                    guint length,
                    guint horizon)
{
  return 6 * (gsize) n + 2 * (gsize) length + 4 * (gsize) horizon;
}

/**
 * capacity_path_forecast:
 * @values: (array length=n): counts ≥ 0, NaN where not measured; the first and last are measured, one is above 0
 * @n: their number
 * @length: periods in a year
 * @method: level, trend, short season or combination
 * @horizon: periods ahead
 * @path: (inout): where to put the courses
 * @work: scratch memory of capacity_path_room()
 *
 * The forecast proper: logarithms, season out, the members' mean, season in, and the intervals around it.
 *
 * Returns: the members used
 */
guint
capacity_path_forecast (const double           *values,
                        guint                   n,
                        guint                   length,
                        CapacityForecastMethod  method,
                        guint                   horizon,
                        CapacityPath           *path,
                        CapacityScratch      *work)
{
  gsize used = work->used;
  Scale scale = scale_of (values, n);
  double *adjusted = capacity_scratch_take (work, n), *season = capacity_scratch_take (work, length);
  double *mean = capacity_scratch_take (work, horizon), *spread = capacity_scratch_take (work, horizon);
  double alpha, factor80, factor95;
  guint members;

  for (guint t = 0; t < n; t++)
    adjusted[t] = log (values[t] + scale.offset);
  capacity_gaps_fill (adjusted, n, length, work);

  memset (season, 0, length * sizeof (double));
  if (method == CAPACITY_METHOD_SHORT_SEASON || method == CAPACITY_METHOD_COMBINATION)
    capacity_season_estimate (adjusted, n, length, season, work);
  for (guint t = 0; t < n; t++)
    adjusted[t] -= season[t % length];

  members = combine (adjusted, n, method, horizon, mean, &alpha, work);
  capacity_spread_estimate (adjusted, n, alpha, horizon, spread, work);
  capacity_spread_factors (n, &factor80, &factor95);

  for (guint i = 0; i < horizon; i++)
    {
      double median = CLAMP (unscale (&scale, mean[i] + season[(n + i) % length]), scale.low, scale.high);
      double centre = log (median + scale.offset);

      path->median[i] = median;
      path->low80[i] = MIN (unscale (&scale, centre - factor80 * spread[i]), median);
      path->high80[i] = MAX (unscale (&scale, centre + factor80 * spread[i]), median);
      path->low95[i] = MIN (unscale (&scale, centre - factor95 * spread[i]), path->low80[i]);
      path->high95[i] = MAX (unscale (&scale, centre + factor95 * spread[i]), path->high80[i]);
    }

  work->used = used;
  return members;
}
