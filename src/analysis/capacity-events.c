/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-events.h"

#include <gsl/gsl_statistics_double.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "capacity-season.h"

/* Periods on each side that a shift must have left calm, and of the local median a peak is measured
 * against. */
#define SIDE 6
#define NEAR 2

/* An event stands out by this many standard deviations of the noise, and by this much of the level at
 * least: what is smaller harms nothing. */
#define SHIFT_NOISE 6.0
#define PEAK_NOISE 4.5
#define SHIFT_LEAST 0.25
#define PEAK_LEAST 0.2

/* A value that comes back in another year at this share of the peak is season. */
#define REPEATED 0.4

#define MEDIAN_TO_SD 1.4826

/* The median of a few values. */
static double
median_of (const double *values,
           guint         n)
{
  double copy[2 * SIDE + 1];

  g_assert (n <= G_N_ELEMENTS (copy));
  memcpy (copy, values, n * sizeof (double));
  return gsl_stats_median (copy, 1, n);
}

/* Standard deviation of the noise, from the median change between neighbours, which no event and no trend
 * moves. */
static double
noise_of (const double *rest,
          guint         n,
          double       *scratch)
{
  for (guint t = 1; t < n; t++)
    scratch[t - 1] = fabs (rest[t] - rest[t - 1]);

  return MEDIAN_TO_SD * gsl_stats_median (scratch, 1, n - 1) / G_SQRT2;
}

/* By how much the level is another one from @t on: 0 unless both sides are calm and the change happens
 * there. */
static double
shift_at (const double *rest,
          guint         t)
{
  double before = median_of (rest + t - SIDE, SIDE), after = median_of (rest + t, SIDE);
  double shift = after - before;
  double drift_before = median_of (rest + t - SIDE / 2, SIDE / 2) - median_of (rest + t - SIDE, SIDE / 2);
  double drift_after = median_of (rest + t + SIDE / 2, SIDE / 2) - median_of (rest + t, SIDE / 2);
  double step = rest[t] - rest[t - 1];
  gboolean is_calm = fabs (drift_before) < 0.25 * fabs (shift) && fabs (drift_after) < 0.25 * fabs (shift);

  return is_calm && step / shift > 0.5 ? shift : 0.0;
}

/* Finds the largest shift, lifts what was before it to the level after; FALSE if there is none. */
static gboolean
remove_shift (double        *values,
              double        *rest,
              guint          n,
              double         noise,
              const guint8  *is_ordinary,
              CapacityEvent *event)
{
  double largest = MAX (SHIFT_NOISE * noise, SHIFT_LEAST);
  guint at = 0;

  for (guint t = SIDE; t + SIDE <= n; t++)
    if ((is_ordinary == NULL || !is_ordinary[t]) && fabs (rest[t] - rest[t - 1]) > 0.5 * largest
        && fabs (shift_at (rest, t)) > largest)
      {
        largest = fabs (shift_at (rest, t));
        at = t;
      }
  if (at == 0)
    return FALSE;

  *event = (CapacityEvent) { CAPACITY_EVENT_SHIFT, (int) at, exp (shift_at (rest, at)) };
  for (guint t = 0; t < at; t++)
    {
      values[t] += log (event->factor);
      rest[t] += log (event->factor);
    }

  return TRUE;
}

/* How far a value stands from the median around it. */
static double
peak_at (const double *rest,
         guint         n,
         guint         t)
{
  guint from = t - MIN (t, NEAR), end = MIN (t + NEAR + 1, n);

  return rest[t] - median_of (rest + from, end - from);
}

/* Whether another year has the like in the same phase. */
static gboolean
is_repeated (const double *rest,
             guint         n,
             guint         length,
             guint         t,
             double        peak)
{
  for (guint other = t % length; length > 1 && other < n; other += length)
    if (other != t && peak_at (rest, n, other) / peak > REPEATED)
      return TRUE;

  return FALSE;
}

/* Brings one-off peaks to the level around them. The last two periods may be the start of a shift: they
 * stay. */
static guint
remove_peaks (double        *values,
              double        *rest,
              guint          n,
              guint          length,
              double         noise,
              const guint8  *is_ordinary,
              CapacityEvent *events,
              guint          room)
{
  double least = MAX (PEAK_NOISE * noise, PEAK_LEAST);
  guint n_events = 0;

  for (guint t = 0; t + NEAR < n && n_events < room; t++)
    {
      double peak = peak_at (rest, n, t);

      if (fabs (peak) < least || (is_ordinary != NULL && is_ordinary[t]) || is_repeated (rest, n, length, t, peak))
        continue;
      values[t] -= peak;
      rest[t] -= peak;
      events[n_events++] = (CapacityEvent) { CAPACITY_EVENT_PEAK, (int) t, exp (peak) };
    }

  return n_events;
}

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  const CapacityEvent *x = a, *y = b;

  return x->index != y->index ? x->index - y->index : (int) x->kind - (int) y->kind;
}

/**
 * capacity_events_remove:
 * @values: (array length=n) (inout): logarithms of consecutive values, without a gap
 * @n: their number
 * @length: periods in a year
 * @is_ordinary: (array length=n) (nullable): where a person has said that there is no event
 * @events: (array fixed-size=8) (out caller-allocated): what was found, by time; the index is the position
 *   in @values
 * @work: room for 4 · @n numbers and one season
 *
 * Finds one-off peaks and level shifts and takes them out of @values, so that neither season nor trend is
 * learnt from them: a peak is brought to the level around it, what was before a shift to the level after it.
 * The season is out while looking. Both are compared with medians around them in units of a robust noise
 * (after the additive outliers and level shifts of Chen and Liu, Journal of the American Statistical
 * Association 88 (1993) 284–297, found here by medians instead of by fitting a model).
 *
 * Returns: how many were found, at most %CAPACITY_EVENTS_MAX; where there would be more, it is the nature
 *   of the series: none is taken out
 */
guint
capacity_events_remove (double          *values,
                        guint            n,
                        guint            length,
                        const guint8    *is_ordinary,
                        CapacityEvent   *events,
                        CapacityScratch *work)
{
  gsize used = work->used;
  double *clean = capacity_scratch_take (work, n), *rest = capacity_scratch_take (work, n);
  double *scratch = capacity_scratch_take (work, n), *season = capacity_scratch_take (work, length);
  guint n_events = 0;
  double noise;

  if (n < 2 * SIDE)
    return 0;

  capacity_season_estimate (values, n, length, season, work);
  memcpy (clean, values, n * sizeof (double));
  for (guint t = 0; t < n; t++)
    rest[t] = values[t] - season[t % length];
  noise = noise_of (rest, n, scratch);

  while (n_events < CAPACITY_EVENTS_MAX && remove_shift (clean, rest, n, noise, is_ordinary, &events[n_events]))
    n_events++;
  n_events += remove_peaks (clean, rest, n, length, noise, is_ordinary, events + n_events,
                            CAPACITY_EVENTS_MAX - n_events);

  if (n_events < CAPACITY_EVENTS_MAX)
    memcpy (values, clean, n * sizeof (double));
  else
    n_events = 0;
  qsort (events, n_events, sizeof *events, compare_events);

  work->used = used;
  return n_events;
}
