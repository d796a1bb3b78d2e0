/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-ticks.h"

#include <float.h>
#include <math.h>

/* Steps people count in, best first, and the weights of simplicity, coverage, density and legibility. */
static const double nice[] = { 1, 5, 2, 2.5, 4, 3 };
#define N_NICE 6
#define W_SIMPLICITY 0.25
#define W_COVERAGE 0.2
#define W_DENSITY 0.5
#define W_LEGIBILITY 0.05

/* Candidates are ordered, so the search ends by itself; this only bounds it should arithmetic fail it. */
#define MAX_SKIP 50
#define MAX_LABELS 50

static double
simplicity (guint    i,
            int      j,
            gboolean has_zero)
{
  return 1 - (double) i / (N_NICE - 1) - j + (has_zero ? 1 : 0);
}

static double
coverage (double low,
          double high,
          double first,
          double last)
{
  double range = 0.1 * (high - low);

  return 1 - 0.5 * (pow ((high - last) / range, 2) + pow ((low - first) / range, 2));
}

static double
coverage_max (double low,
              double high,
              double span)
{
  double excess = (span - (high - low)) / 2;
  double range = 0.1 * (high - low);

  return excess > 0 ? 1 - pow (excess / range, 2) : 1;
}

static double
density (int    k,
         double m,
         double low,
         double high,
         double first,
         double last)
{
  double r = (k - 1) / (last - first);
  double wanted = (m - 1) / (MAX (last, high) - MIN (first, low));

  return 2 - MAX (r / wanted, wanted / r);
}

static double
density_max (int    k,
             double m)
{
  return k >= m ? 2 - (k - 1) / (m - 1) : 1;
}

static double
score (double s,
       double c,
       double d)
{
  return W_SIMPLICITY * s + W_COVERAGE * c + W_DENSITY * d + W_LEGIBILITY;
}

typedef struct
{
  double        low;
  double        high;
  double        m;
  double        best;
  CapacityTicks ticks;
} Search;

/* Tries every start of k ticks with this step. */
static void
try_starts (Search *self,
            guint   i,
            int     j,
            int     k,
            double  step)
{
  double from = floor (self->high / step) * j - (k - 1) * j;
  double to = ceil (self->low / step) * j;

  if (to - from > 1000 || fabs (from) > 1e9)
    return;
  for (double start = from; start <= to; start++)
    {
      double first = start * (step / j);
      double last = first + step * (k - 1);
      double rest = fabs (first - round (first / step) * step);
      gboolean has_zero = rest < 1e-10 * step && first <= 1e-10 * step && last >= -1e-10 * step;
      double value = score (simplicity (i, j, has_zero),
                            coverage (self->low, self->high, first, last),
                            density (k, self->m, self->low, self->high, first, last));

      if (value > self->best)
        {
          self->best = value;
          self->ticks = (CapacityTicks) { first, step, (guint) k, 0 };
        }
    }
}

/* Tries ever larger powers of ten until they cannot cover better than the best so far. */
static void
try_powers (Search *self,
            guint   i,
            int     j,
            int     k)
{
  double delta = (self->high - self->low) / (k + 1) / j / nice[i];

  for (int z = (int) ceil (log10 (delta)); z < DBL_MAX_10_EXP; z++)
    {
      double step = j * nice[i] * pow (10, z);
      double limit = score (simplicity (i, j, TRUE),
                            coverage_max (self->low, self->high, step * (k - 1)),
                            density_max (k, self->m));

      if (limit < self->best)
        break;
      try_starts (self, i, j, k, step);
    }
}

static gboolean
try_counts (Search *self,
            guint   i,
            int     j)
{
  if (score (simplicity (i, j, TRUE), 1, 1) < self->best)
    return FALSE;
  for (int k = 2; k < MAX_LABELS
       && score (simplicity (i, j, TRUE), 1, density_max (k, self->m)) >= self->best; k++)
    try_powers (self, i, j, k);
  return TRUE;
}

static int
decimals_of (double step)
{
  int decimals = 0;

  while (decimals < 9 && fabs (step - round (step)) > 1e-6 * step)
    {
      step *= 10;
      decimals++;
    }
  return decimals;
}

/**
 * capacity_ticks_extended:
 * @low: lowest value
 * @high: highest value
 * @m: how many ticks are wanted, more than 1; need not be whole
 *
 * Chooses round ticks near the range. They may begin above @low and end below @high.
 *
 * Source: Talbot, Lin, Hanrahan: An Extension of Wilkinson's Algorithm for Positioning Tick Labels on Axes,
 * InfoVis 2010, with the weights of the paper; every legible format counts the same.
 *
 * Returns: the ticks; a single one where the range is empty or not finite
 */
CapacityTicks
capacity_ticks_extended (double low,
                         double high,
                         double m)
{
  Search search = { low, high, MAX (m, 1.5), -2, { low, 1, 1, 0 } };

  if (!isfinite (low) || !isfinite (high) || !isfinite (high - low) || high - low < 100 * DBL_MIN
      || high - low < 1e-12 * MAX (fabs (low), fabs (high)))
    return search.ticks;
  for (int j = 1; j < MAX_SKIP; j++)
    for (guint i = 0; i < N_NICE; i++)
      if (!try_counts (&search, i, j))
        {
          j = MAX_SKIP;
          break;
        }
  search.ticks.decimals = decimals_of (search.ticks.step);
  return search.ticks;
}

/**
 * capacity_ticks_get:
 * @self: ticks
 * @i: which
 *
 * Returns: the value of a tick, rounded so that zero is zero
 */
double
capacity_ticks_get (const CapacityTicks *self,
                    guint                i)
{
  return round (self->first / self->step * 1e6 + i * 1e6) * 1e-6 * self->step;
}

/* From the finest to the coarsest. */
static const CapacityPeriodTicks calendar_steps[] = {
  { CAPACITY_PERIOD_HOUR, 1, CAPACITY_PERIOD_DAY, TRUE },
  { CAPACITY_PERIOD_HOUR, 3, CAPACITY_PERIOD_DAY, TRUE },
  { CAPACITY_PERIOD_DAY, 1, CAPACITY_PERIOD_MONTH, TRUE },
  { CAPACITY_PERIOD_WEEK, 1, CAPACITY_PERIOD_MONTH, TRUE },
  { CAPACITY_PERIOD_MONTH, 1, CAPACITY_PERIOD_YEAR, TRUE },
  { CAPACITY_PERIOD_MONTH, 3, CAPACITY_PERIOD_YEAR, TRUE },
  { CAPACITY_PERIOD_QUARTER, 1, CAPACITY_PERIOD_YEAR, TRUE },
  { CAPACITY_PERIOD_YEAR, 1, CAPACITY_PERIOD_YEAR, FALSE },
  { CAPACITY_PERIOD_YEAR, 2, CAPACITY_PERIOD_YEAR, FALSE },
  { CAPACITY_PERIOD_YEAR, 5, CAPACITY_PERIOD_YEAR, FALSE },
  { CAPACITY_PERIOD_YEAR, 10, CAPACITY_PERIOD_YEAR, FALSE },
  { CAPACITY_PERIOD_YEAR, 20, CAPACITY_PERIOD_YEAR, FALSE },
  { CAPACITY_PERIOD_YEAR, 50, CAPACITY_PERIOD_YEAR, FALSE },
  { CAPACITY_PERIOD_YEAR, 100, CAPACITY_PERIOD_YEAR, FALSE },
  { CAPACITY_PERIOD_YEAR, 500, CAPACITY_PERIOD_YEAR, FALSE },
};

/* Which of them suit an axis: the first and how many. */
static const guint calendar_ranges[CAPACITY_N_PERIOD_KINDS][2] = {
  [CAPACITY_PERIOD_HOUR] = { 0, G_N_ELEMENTS (calendar_steps) },
  [CAPACITY_PERIOD_DAY] = { 2, G_N_ELEMENTS (calendar_steps) - 2 },
  [CAPACITY_PERIOD_WEEK] = { 3, G_N_ELEMENTS (calendar_steps) - 3 },
  [CAPACITY_PERIOD_MONTH] = { 4, G_N_ELEMENTS (calendar_steps) - 4 },
  [CAPACITY_PERIOD_QUARTER] = { 6, G_N_ELEMENTS (calendar_steps) - 6 },
  [CAPACITY_PERIOD_YEAR] = { 7, G_N_ELEMENTS (calendar_steps) - 7 },
};

/**
 * capacity_period_ticks:
 * @kind: length of the periods of an axis
 * @n: (out): how many ways there are
 *
 * Returns: (array length=n) (transfer none): the ways to name such an axis by the calendar, finest first
 */
const CapacityPeriodTicks *
capacity_period_ticks (CapacityPeriodKind  kind,
                       guint              *n)
{
  *n = calendar_ranges[kind][1];
  return calendar_steps + calendar_ranges[kind][0];
}

/**
 * capacity_column_of_date:
 * @kind: length of the periods of an axis
 * @first: index of its first period
 * @date: a day
 *
 * Returns: where the start of @date is on the axis, in periods from its left end; a share of a period counts
 */
double
capacity_column_of_date (CapacityPeriodKind kind,
                         int                first,
                         CapacityDate       date)
{
  CapacityPeriod period = capacity_period_of_date (kind, date);
  double days = capacity_period_n_days (period);

  return (double) period.index - first + (date - capacity_period_first_day (period)) / days;
}
