/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-intermittent.h"

#include <math.h>
#include <stdlib.h>

/* Share of zeros above which a series has no course, only a rate (K14). */
#define ZEROS_SHARE 0.4

/* Smoothing constant of sizes and gaps: 0.05 to 0.2 is what Syntetos and Boylan recommend. */
#define ALPHA 0.1

/**
 * capacity_is_intermittent:
 * @values: (array length=n): counts, NaN where not measured
 * @n: their number
 *
 * Returns: whether more than 40 % of what was measured is zero
 */
gboolean
capacity_is_intermittent (const double *values,
                          guint         n)
{
  guint zeros = 0, measured = 0;

  for (guint t = 0; t < n; t++)
    {
      zeros += values[t] <= 0;
      measured += !isnan (values[t]);
    }

  return zeros > ZEROS_SHARE * measured;
}

/**
 * capacity_croston_rate:
 * @values: (array length=n): counts, NaN where not measured; such periods are as if they had not been
 * @n: their number
 * @alpha: smoothing constant of sizes and of gaps
 *
 * Croston's method, with the correction of its bias by Syntetos and Boylan (International Journal of Forecasting 21
 * (2005) 303–314): the size of what comes and the time between arrivals are smoothed apart, when something comes;
 * the rate is (1 − α/2) size / gap. The first size and the time up to it start both.
 *
 * Returns: the rate a period; 0 where nothing ever came
 */
double
capacity_croston_rate (const double *values,
                       guint         n,
                       double        alpha)
{
  double size = 0.0, gap = 0.0, since = 0.0;
  gboolean has_begun = FALSE;

  for (guint t = 0; t < n; t++)
    {
      if (isnan (values[t]))
        continue;
      since += 1.0;
      if (values[t] <= 0)
        continue;
      size = has_begun ? size + alpha * (values[t] - size) : values[t];
      gap = has_begun ? gap + alpha * (since - gap) : since;
      has_begun = TRUE;
      since = 0.0;
    }

  return has_begun ? (1.0 - 0.5 * alpha) * size / gap : 0.0;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

/* Copies what was measured, in ascending order; returns how many that are. */
static guint
sort_measured (const double *values,
               guint         n,
               double       *sorted)
{
  guint count = 0;

  for (guint t = 0; t < n; t++)
    if (!isnan (values[t]))
      sorted[count++] = values[t];
  qsort (sorted, count, sizeof (double), compare);

  return count;
}

/* The value at position (count + 1) p of ascending ones (Hyndman and Fan 1996, definition 6), the ends kept. */
static double
quantile (const double *sorted,
          guint         count,
          double        p)
{
  double position = CLAMP ((count + 1.0) * p - 1.0, 0.0, count - 1.0);
  guint below = (guint) position;

  return sorted[below] + (position - below) * (sorted[MIN (below + 1, count - 1)] - sorted[below]);
}

/**
 * capacity_intermittent_forecast:
 * @values: (array length=n): counts, NaN where not measured
 * @n: their number
 * @horizon: periods ahead
 * @path: (inout): where to put the courses
 * @work: room for @n numbers
 *
 * The forecast of a series that is mostly zeros: the same rate every period, in the interval that held the history.
 * What comes in one period is 0 or much more; the rate is what to plan for.
 */
void
capacity_intermittent_forecast (const double    *values,
                                guint            n,
                                guint            horizon,
                                CapacityPath    *path,
                                CapacityScratch *work)
{
  gsize used = work->used;
  double *sorted = capacity_scratch_take (work, n);
  double rate = capacity_croston_rate (values, n, ALPHA);
  guint count = sort_measured (values, n, sorted);

  for (guint i = 0; i < horizon; i++)
    {
      path->median[i] = rate;
      path->low80[i] = MIN (quantile (sorted, count, 0.1), rate);
      path->high80[i] = MAX (quantile (sorted, count, 0.9), rate);
      path->low95[i] = MIN (quantile (sorted, count, 0.025), rate);
      path->high95[i] = MAX (quantile (sorted, count, 0.975), rate);
    }

  path->members = CAPACITY_MEMBER_CROSTON;
  path->working_days = 0.0;
  path->n_events = 0;
  work->used = used;
}
