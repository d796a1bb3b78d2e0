/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-intermittent.h"

#include <math.h>
#include <stdlib.h>

/* Share of zeros above which a series has no course, only a rate (K14). */
#define ZEROS_SHARE 0.4

/* Where this share of the periods in which something came, this year or the year before, had something in
 * both, the zeros are season: a service that is closed in winter, not one that is asked for now and then. */
#define SAME_SHARE 0.8

/* Smoothing constant of sizes and gaps: 0.05 to 0.2 is what Syntetos and Boylan recommend. */
#define ALPHA 0.1

/* After so many usual gaps without anything the service may have ended, which Croston's method never
 * learns. */
#define SILENCE 3.0

/* What has come so far: how much at a time, how far apart, how likely in a period, and how long ago. */
typedef struct
{
  double size;
  double gap;
  double chance;
  double since;
} Arrivals;

/* Whether zeros come in the same periods of each year. */
static gboolean
has_closed_season (const double *values,
                   guint         n,
                   guint         length)
{
  guint both = 0, either = 0, pairs = 0;

  for (guint t = length; t < n; t++)
    if (!isnan (values[t]) && !isnan (values[t - length]))
      {
        both += values[t] > 0 && values[t - length] > 0;
        either += values[t] > 0 || values[t - length] > 0;
        pairs++;
      }

  return length > 1 && pairs >= length && either > 0 && both >= SAME_SHARE * either;
}

/**
 * capacity_is_intermittent:
 * @values: (array length=n): counts, NaN where not measured
 * @n: their number
 * @length: periods in a year
 *
 * Returns: whether more than 40 % of what was measured is zero, not in the same periods every year
 */
gboolean
capacity_is_intermittent (const double *values,
                          guint         n,
                          guint         length)
{
  guint zeros = 0, measured = 0;

  for (guint t = 0; t < n; t++)
    {
      zeros += values[t] <= 0;
      measured += !isnan (values[t]);
    }

  return zeros == measured || (zeros > ZEROS_SHARE * measured && !has_closed_season (values, n, length));
}

/* Smooths sizes and gaps when something comes, and the chance that it does in every period. */
static Arrivals
smooth_arrivals (const double *values,
                 guint         n,
                 double        alpha)
{
  Arrivals arrivals = { 0 };
  gboolean has_begun = FALSE;

  for (guint t = 0; t < n; t++)
    {
      if (isnan (values[t]))
        continue;
      arrivals.since += 1.0;
      arrivals.chance -= alpha * arrivals.chance;
      if (values[t] <= 0)
        continue;
      arrivals.size = has_begun ? arrivals.size + alpha * (values[t] - arrivals.size) : values[t];
      arrivals.gap = has_begun ? arrivals.gap + alpha * (arrivals.since - arrivals.gap) : arrivals.since;
      arrivals.chance = has_begun ? arrivals.chance + alpha : 1.0 / arrivals.since;
      arrivals.since = 0.0;
      has_begun = TRUE;
    }

  return arrivals;
}

/**
 * capacity_croston_rate:
 * @values: (array length=n): counts, NaN where not measured; such periods are as if they had not been
 * @n: their number
 * @alpha: smoothing constant of sizes, gaps and chances
 *
 * Croston's method, with the correction of its bias by Syntetos and Boylan (International Journal of
 * Forecasting 21 (2005) 303–314): the size of what comes and the time between arrivals are smoothed apart,
 * when something comes; the rate is (1 − α/2) size / gap. The first size and the time up to it start both.
 * After three usual gaps of silence the rate is instead that of Teunter, Syntetos and Babai (European Journal
 * of Operational Research 214 (2011) 606–615), size times a chance that fades with every period.
 *
 * Returns: the rate a period; 0 where nothing ever came
 */
double
capacity_croston_rate (const double *values,
                       guint         n,
                       double        alpha)
{
  Arrivals arrivals = smooth_arrivals (values, n, alpha);

  if (!(arrivals.size > 0))
    return 0.0;
  if (arrivals.since > SILENCE * arrivals.gap)
    return arrivals.chance * arrivals.size;

  return (1.0 - 0.5 * alpha) * arrivals.size / arrivals.gap;
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

/* The value at position (count + 1) p of ascending ones (Hyndman and Fan 1996, definition 6), the ends
 * kept. */
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
 * The forecast of a series that is mostly zeros: the same rate every period, in the interval that held the
 * history. What comes in one period is 0 or much more; the rate is what to plan for.
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
