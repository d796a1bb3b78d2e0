/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-exhaustion.h"

#include "capacity-assess-private.h"
#include "capacity-statistics.h"

#include <math.h>

/* Months before and after one that say what its capacity is on the whole. */
#define LEVEL_MONTHS 5

/**
 * capacity_first_crossing:
 * @demand: (array length=n): demand by period
 * @capacity: (array length=n): capacity of the same periods, in the same unit; NaN where it is not known
 * @n: their number
 * @target: target utilisation U*
 *
 * The first period with F(t) > U* · C(t) (K3). Periods in which either is not known are passed over. A demand
 * that equals the limit still fits.
 *
 * Returns: its position in the arrays; -1 when there is none
 */
int
capacity_first_crossing (const double *demand,
                         const double *capacity,
                         guint         n,
                         double        target)
{
  for (guint i = 0; i < n; i++)
    if (demand[i] > target * capacity[i])
      return (int) i;

  return -1;
}

/* Mean of the @n values from @first on; NaN where one is not known. */
static double
mean_from (const double *values,
           guint         first,
           guint         n)
{
  double mean = 0;

  for (guint i = 0; i < n; i++)
    mean += (values[first + i] - mean) / (i + 1);

  return mean;
}

/**
 * capacity_year_levels:
 * @values: (array length=n): what is expected in consecutive months
 * @n: their number
 * @levels: (array length=n) (out caller-allocated): the level in each of the months
 *
 * Where a course stands apart from its season, which is what the longer term is about: the mean of the year
 * around each month, in cases a month. Means of two neighbouring years of months are averaged, so that the
 * year has the month in its middle (the centred moving average of 2 × 12 months: Macaulay, The Smoothing of
 * Time Series, 1931). Half a year from each end, where there is no whole year around a month, the level goes
 * on as it changed over the year next to it. A straight line is its own level. Fewer months than a year and
 * one have their mean as the level.
 */
void
capacity_year_levels (const double *values,
                      guint         n,
                      double       *levels)
{
  const guint year = CAPACITY_YEAR_MONTHS, half = CAPACITY_YEAR_MONTHS / 2;
  guint last, step;
  double rise_first, rise_last;

  if (n <= year)
    {
      double mean = mean_from (values, 0, n);

      for (guint i = 0; i < n; i++)
        levels[i] = mean;
      return;
    }

  last = n - 1 - half;
  for (guint i = half; i <= last; i++)
    levels[i] = 0.5 * (mean_from (values, i - half, year) + mean_from (values, i - half + 1, year));

  step = MIN (year, last - half);
  rise_first = step > 0 ? (levels[half + step] - levels[half]) / step : 0;
  rise_last = step > 0 ? (levels[last] - levels[last - step]) / step : 0;
  for (guint i = 1; i <= half; i++)
    {
      levels[half - i] = MAX (0, levels[half] - i * rise_first);
      levels[last + i] = MAX (0, levels[last] + i * rise_last);
    }
}

static double
limit_level (const double *limits,
             guint         n,
             guint         place)
{
  guint first = place - MIN (place, LEVEL_MONTHS);
  guint end = MIN (n, place + LEVEL_MONTHS + 1);

  if (isnan (limits[place]))
    return NAN;
  for (guint i = first; i < end; i++)
    if (limits[i] != limits[place])
      return capacity_median (limits + first, end - first);

  return limits[place];
}

/**
 * capacity_limit_levels:
 * @limits: (array length=n): capacity of consecutive months; NaN where it is not known
 * @n: their number
 * @first: place of the first of them to tell the level of
 * @n_levels: number of months to tell it of
 * @levels: (array length=n_levels) (out caller-allocated): the level in each of them
 *
 * Where a capacity stands that differs from month to month, as that of people does with the working days: the middle one of
 * the eleven months around each (running median: Tukey, Exploratory Data Analysis, 1977). A lasting change stays in its
 * month; a short month or an outage of some months is none. NaN where the month itself is not known.
 */
void
capacity_limit_levels (const double *limits,
                       guint         n,
                       guint         first,
                       guint         n_levels,
                       double       *levels)
{
  g_return_if_fail (first + n_levels <= n);

  for (guint i = 0; i < n_levels; i++)
    levels[i] = limit_level (limits, n, first + i);
}

/**
 * capacity_exhaustion_linear:
 * @demand: demand D₀ in a period now, ≥ 0
 * @growth: how much it grows each period, in the same unit
 * @capacity: capacity C in a period, ≥ 0
 * @target: target utilisation U*
 *
 * Periods until demand that grows by the same amount passes the target: t = (U* · C − D₀) / g (K3), from
 * D₀ + g · t = U* · C.
 *
 * Returns: the time in periods; 0 when it has passed already, infinity when it never does, NaN if anything is
 *   unknown
 */
double
capacity_exhaustion_linear (double demand,
                            double growth,
                            double capacity,
                            double target)
{
  double room = target * capacity - demand;

  if (isnan (room) || isnan (growth))
    return NAN;
  if (room < 0)
    return 0;

  return growth > 0 ? room / growth : INFINITY;
}

/**
 * capacity_exhaustion_geometric:
 * @demand: demand D₀ in a period now, ≥ 0
 * @growth: the share by which it grows each period, > −1
 * @capacity: capacity C in a period, ≥ 0
 * @target: target utilisation U*
 *
 * Periods until demand that grows by the same share passes the target: t = ln (U* · C / D₀) / ln (1 + g)
 * (K3), from D₀ · (1 + g)^t = U* · C.
 *
 * Returns: the time in periods; 0 when it has passed already, infinity when it never does, NaN if anything is
 *   unknown
 */
double
capacity_exhaustion_geometric (double demand,
                               double growth,
                               double capacity,
                               double target)
{
  double limit = target * capacity;

  if (isnan (limit) || isnan (demand) || isnan (growth))
    return NAN;
  if (demand > limit)
    return 0;

  return growth > 0 && demand > 0 ? log (limit / demand) / log1p (growth) : INFINITY;
}

/**
 * capacity_exhaustion_decide_by:
 * @month: index of the month in which capacity no longer suffices
 * @lead_days: days it takes to add capacity
 *
 * Returns: the last day to decide: the first day of @month less @lead_days
 */
CapacityDate
capacity_exhaustion_decide_by (int month,
                               int lead_days)
{
  return capacity_period_first_day ((CapacityPeriod){ CAPACITY_PERIOD_MONTH, month }) - lead_days;
}

/**
 * capacity_exhaustion_already:
 * @month: index of the month of the assessment
 * @horizon_end: index of the last month that is looked at
 * @lead_days: days it takes to add capacity
 * @utilisation: part of the capacity that is used now
 *
 * Returns: the answer where demand passes the target now: there is no range, and the day to decide has gone
 *   by
 */
CapacityExhaustion
capacity_exhaustion_already (int    month,
                             int    horizon_end,
                             int    lead_days,
                             double utilisation)
{
  return (CapacityExhaustion){
    .state = CAPACITY_EXHAUSTION_ALREADY,
    .earliest = month,
    .likely = month,
    .latest = month,
    .decide_by = capacity_exhaustion_decide_by (month, lead_days),
    .horizon_end = horizon_end,
    .is_reserve = utilisation <= 1,
  };
}

static int
crossing_month (const double *demand,
                const double *capacity,
                int           first,
                guint         n,
                double        target)
{
  int i = capacity_first_crossing (demand, capacity, n, target);

  return i < 0 ? 0 : first + i;
}

/**
 * capacity_exhaustion_of_forecast:
 * @forecast: a forecast of months that was made
 * @capacity: (array length=forecast.horizon): capacity in each of its months; NaN where it is not known
 * @target: target utilisation U*
 * @from: index of the month of the assessment; earlier months of the forecast are passed over
 * @lead_days: days it takes to add capacity
 *
 * When the forecast passes U* · C(t) (K3): by its median the likely month, by the upper and the lower bound
 * of its 80 % interval the earliest and the latest. The last day to decide is the first day of the likely
 * month less the time it takes to add capacity. A median that passes in the month of the assessment means
 * "already".
 *
 * Returns: the state and the months; unknown where no month has a capacity
 */
CapacityExhaustion
capacity_exhaustion_of_forecast (const CapacityForecast *forecast,
                                 const double           *capacity,
                                 double                  target,
                                 int                     from,
                                 int                     lead_days)
{
  CapacityExhaustion self = { .horizon_end = forecast->first + (int) forecast->horizon - 1 };
  guint skip = (guint) CLAMP (from - forecast->first, 0, (int) forecast->horizon);
  guint n = forecast->horizon - skip;
  int first = forecast->first + (int) skip;
  gboolean is_known = FALSE;

  for (guint i = skip; i < forecast->horizon; i++)
    is_known = is_known || !isnan (capacity[i]);
  if (!is_known)
    return self;

  self.likely = crossing_month (forecast->median + skip, capacity + skip, first, n, target);
  if (self.likely == from)
    return capacity_exhaustion_already (from, self.horizon_end, lead_days,
                                        capacity_utilisation (forecast->median[skip], capacity[skip]));
  self.earliest = crossing_month (forecast->high80 + skip, capacity + skip, first, n, target);
  self.latest = crossing_month (forecast->low80 + skip, capacity + skip, first, n, target);
  if (self.earliest == 0)
    {
      self.state = CAPACITY_EXHAUSTION_NOT_WITHIN_HORIZON;
      return self;
    }
  self.state = CAPACITY_EXHAUSTION_WITHIN;
  if (self.likely != 0)
    self.decide_by = capacity_exhaustion_decide_by (self.likely, lead_days);

  return self;
}
