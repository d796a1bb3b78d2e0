/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-events.h"

#include <gsl/gsl_statistics_double.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "capacity-season.h"
#include "capacity-statistics.h"

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

/* The search: what is measured, and what has been found so far. */
typedef struct
{
  const double  *values; /* as they were */
  double        *clean;  /* without what was found */
  double        *rest;   /* without the season either */
  double        *season;
  guint          n;
  guint          length;
  double         offset;
  double         noise;
  const guint8  *is_ordinary;
  CapacityEvent *events;
  guint          n_events;
} Search;

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

static void
take_season_out (Search          *self,
                 CapacityScratch *work)
{
  capacity_season_estimate (self->clean, self->n, self->length, self->season, work);
  for (guint t = 0; t < self->n; t++)
    self->rest[t] = self->clean[t] - self->season[t % self->length];
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

  return CAPACITY_MEDIAN_TO_SD * gsl_stats_median (scratch, 1, n - 1) / G_SQRT2;
}

/* How many times as much a count is as it would be without the event, from logarithms of the count plus the
 * offset; as they say where nothing would be left. */
static double
factor_of (double value,
           double size,
           double offset)
{
  double without = exp (value - size) - offset;

  return without > 0 ? MAX (exp (value) - offset, 0.0) / without : exp (size);
}

static gboolean
is_ordinary (const Search *self,
             guint         t)
{
  return self->is_ordinary != NULL && self->is_ordinary[t];
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
remove_shift (Search *self)
{
  double largest = MAX (SHIFT_NOISE * self->noise, SHIFT_LEAST), shift = 0.0;
  guint at = 0;

  for (guint t = SIDE; t + SIDE <= self->n; t++)
    if (!is_ordinary (self, t) && fabs (self->rest[t] - self->rest[t - 1]) > 0.5 * largest
        && fabs (shift_at (self->rest, t)) > largest)
      {
        shift = shift_at (self->rest, t);
        largest = fabs (shift);
        at = t;
      }
  if (at == 0)
    return FALSE;

  self->events[self->n_events++] = (CapacityEvent) {
    CAPACITY_EVENT_SHIFT, (int) at, factor_of (median_of (self->rest + at, SIDE), shift, self->offset)
  };
  for (guint t = 0; t < at; t++)
    {
      self->clean[t] += shift;
      self->rest[t] += shift;
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

/* Brings a value to the level around it; returns how far it stood from that. */
static double
remove_peak (Search *self,
             guint   t)
{
  double peak = peak_at (self->rest, self->n, t);

  self->clean[t] -= peak;
  self->rest[t] -= peak;
  return peak;
}

/* Removes one-off peaks. The last two periods may be the start of a shift: they stay. */
static void
remove_peaks (Search          *self,
              CapacityScratch *work)
{
  double least = MAX (PEAK_NOISE * self->noise, PEAK_LEAST), sizes[CAPACITY_EVENTS_MAX];
  guint first = self->n_events;

  for (guint t = 0; t + NEAR < self->n && self->n_events < CAPACITY_EVENTS_MAX; t++)
    {
      double peak = peak_at (self->rest, self->n, t);

      if (fabs (peak) < least || is_ordinary (self, t) || is_repeated (self->rest, self->n, self->length, t, peak))
        continue;
      sizes[self->n_events] = remove_peak (self, t);
      self->events[self->n_events++] = (CapacityEvent) { .kind = CAPACITY_EVENT_PEAK, .index = (int) t };
    }

  /* A peak had drawn the season of its own month towards it, and so looked lower than it was: with all of them out,
   * the season is that of the other years, and they are measured again. */
  if (self->n_events > first)
    take_season_out (self, work);
  for (guint i = first; i < self->n_events; i++)
    {
      guint t = (guint) self->events[i].index;

      self->clean[t] += sizes[i];
      self->rest[t] += sizes[i];
      self->events[i].factor = factor_of (self->values[t], remove_peak (self, t), self->offset);
    }
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
 * @offset: what was added to each count before its logarithm was taken
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
                        double           offset,
                        const guint8    *is_ordinary,
                        CapacityEvent   *events,
                        CapacityScratch *work)
{
  gsize used = work->used;
  Search search = { .values = values, .n = n, .length = length, .offset = offset, .is_ordinary = is_ordinary,
                    .events = events };

  if (n < 2 * SIDE)
    return 0;

  search.clean = capacity_scratch_take (work, n);
  search.rest = capacity_scratch_take (work, n);
  search.season = capacity_scratch_take (work, length);
  memcpy (search.clean, values, n * sizeof (double));
  take_season_out (&search, work);
  search.noise = noise_of (search.rest, n, capacity_scratch_take (work, n));

  while (search.n_events < CAPACITY_EVENTS_MAX && remove_shift (&search))
    ;
  remove_peaks (&search, work);

  if (search.n_events < CAPACITY_EVENTS_MAX)
    memcpy (values, search.clean, n * sizeof (double));
  else
    search.n_events = 0;
  qsort (events, search.n_events, sizeof *events, compare_events);

  work->used = used;
  return search.n_events;
}
