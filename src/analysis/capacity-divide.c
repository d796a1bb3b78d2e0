/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-divide.h"

#include "capacity-forecast-private.h"

#include <math.h>

/* The lengths in which months are looked for, finest first. */
static const CapacityPeriodKind kinds[] = { CAPACITY_PERIOD_MONTH, CAPACITY_PERIOD_QUARTER, CAPACITY_PERIOD_YEAR };

/* What months may have more than their period before the two contradict each other, as a share: sums are not exact. */
#define TOLERANCE 1e-9

static int
first_month (CapacityPeriod period)
{
  return capacity_period_convert (period, CAPACITY_PERIOD_MONTH).index;
}

static int
period_of (CapacityPeriodKind kind,
           int                month)
{
  return capacity_period_convert ((CapacityPeriod){ CAPACITY_PERIOD_MONTH, month }, kind).index;
}

static double
days_of (const CapacityCalendar *calendar,
         int                     month)
{
  return capacity_calendar_working_days (calendar, (CapacityPeriod){ CAPACITY_PERIOD_MONTH, month });
}

static void
note (GArray            *divisions,
      CapacityPeriodKind kind,
      int                month)
{
  CapacityDivision *last = divisions->len > 0 ? &g_array_index (divisions, CapacityDivision, divisions->len - 1) : NULL;

  if (last != NULL && last->kind == kind && last->first + (int) last->n == month)
    last->n++;
  else
    g_array_append_val (divisions, ((CapacityDivision){ kind, month, 1 }));
}

/* Divides what a period counts beyond its months that are known among those that are not. */
static void
divide (CapacitySeries         *months,
        CapacityPeriod          period,
        double                  count,
        const CapacityCalendar *calendar,
        GArray                 *divisions)
{
  int first = first_month (period), end = first + (int) capacity_period_kind_months (period.kind);
  double rest = count, days = 0;
  guint n = 0;

  for (int month = first; month < end; month++)
    if (isnan (capacity_series_at (months, month)))
      {
        days += days_of (calendar, month);
        n++;
      }
    else
      rest -= capacity_series_at (months, month);
  if (rest < -TOLERANCE * count)
    return;
  for (int month = first; month < end; month++)
    if (isnan (capacity_series_at (months, month)))
      {
        double share = days > 0 ? days_of (calendar, month) / days : 1.0 / n;

        months->values[month - months->first] = MAX (rest, 0) * share;
        note (divisions, period.kind, month);
      }
}

/* Takes @months, which may be NULL, and returns them with those of @longer, which are not known yet. */
static CapacitySeries *
lengthen (CapacitySeries       *months,
          const CapacitySeries *longer)
{
  g_autoptr (CapacitySeries) before = months;
  int from = first_month ((CapacityPeriod){ longer->kind, longer->first });
  int to = from + (int) (longer->n * capacity_period_kind_months (longer->kind));

  if (before == NULL)
    return capacity_series_new (CAPACITY_PERIOD_MONTH, from, NULL, (guint) (to - from));
  from = MIN (from, before->first);
  to = MAX (to, before->first + (int) before->n);

  return capacity_series_slice (before, from, (guint) (to - from));
}

/* Puts the months of @longer where @months, which it takes, knows none. */
static CapacitySeries *
fill_from (CapacitySeries         *months,
           const CapacitySeries   *longer,
           const CapacityCalendar *calendar,
           int                     end,
           GArray                 *divisions)
{
  CapacitySeries *filled = lengthen (months, longer);
  int length = (int) capacity_period_kind_months (longer->kind);
  int from = first_month ((CapacityPeriod){ longer->kind, longer->first });

  for (guint i = 0; i < longer->n && from + ((int) i + 1) * length <= end; i++)
    if (!isnan (longer->values[i]))
      divide (filled, (CapacityPeriod){ longer->kind, longer->first + (int) i }, longer->values[i], calendar, divisions);

  return filled;
}

static int
compare_divisions (gconstpointer a,
                   gconstpointer b)
{
  return ((const CapacityDivision *) a)->first - ((const CapacityDivision *) b)->first;
}

/**
 * capacity_divide_fill:
 * @months: (nullable): what was counted by the month, or in shorter periods
 * @service: the service of which it is
 * @measure: what is counted; not the stock, which is no sum of months
 * @calendar: the working days
 * @end: index of the month after the last that is over
 * @divisions: (out) (nullable) (element-type CapacityDivision): the months that were filled, by time; %NULL where none was
 *
 * Fills the months that were not counted from what was counted by the quarter, and then from what was counted by the year:
 * what the period counts beyond its months that are known is divided among the others by their working days. So the months
 * of a period that was counted sum to it, nothing is counted twice, and a month that is known stays as it is. Where the known
 * months have more than their period, the two contradict each other and nothing is filled. A period that is not over does
 * not count.
 *
 * Returns: (transfer full) (nullable): the months; %NULL where none is known
 */
CapacitySeries *
capacity_divide_fill (const CapacitySeries   *months,
                      const CapacityService  *service,
                      CapacityMeasure         measure,
                      const CapacityCalendar *calendar,
                      int                     end,
                      GArray                **divisions)
{
  CapacitySeries *whole = months != NULL ? capacity_series_ref (months) : NULL;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (CapacityDivision));

  for (guint i = 1; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (CapacitySeries) longer = capacity_service_dup_counted (service, measure, kinds[i]);

      if (longer != NULL)
        whole = fill_from (whole, longer, calendar, end, found);
    }
  g_array_sort (found, compare_divisions);
  *divisions = found->len > 0 ? g_steal_pointer (&found) : NULL;

  return whole;
}

/**
 * capacity_divide_ends:
 * @months: (nullable): what waited at the end of each month, where that was counted
 * @service: the service of which it is
 * @end: index of the month after the last that is over
 *
 * What waits at the end of a quarter or a year waits at the end of its last month.
 *
 * Returns: (transfer full) (nullable): the months with those; %NULL where none is known
 */
CapacitySeries *
capacity_divide_ends (const CapacitySeries  *months,
                      const CapacityService *service,
                      int                    end)
{
  CapacitySeries *whole = months != NULL ? capacity_series_ref (months) : NULL;

  for (guint i = 1; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (CapacitySeries) longer = capacity_service_dup_counted (service, CAPACITY_MEASURE_STOCK, kinds[i]);

      if (longer == NULL)
        continue;
      whole = lengthen (whole, longer);
      for (guint j = 0; j < longer->n; j++)
        {
          int month = first_month ((CapacityPeriod){ kinds[i], longer->first + (int) j + 1 }) - 1;

          if (month < end && isnan (capacity_series_at (whole, month)))
            whole->values[month - whole->first] = longer->values[j];
        }
    }

  return whole;
}

/**
 * capacity_divide_kind_at:
 * @divisions: (nullable) (element-type CapacityDivision): what capacity_divide_fill() filled
 * @month: index of a month
 *
 * Returns: by what the month was counted: quarters, years, or months for those that were not filled
 */
CapacityPeriodKind
capacity_divide_kind_at (const GArray *divisions,
                         int           month)
{
  for (guint i = 0; divisions != NULL && i < divisions->len; i++)
    {
      const CapacityDivision *division = &g_array_index (divisions, CapacityDivision, i);

      if (month >= division->first && month < division->first + (int) division->n)
        return division->kind;
    }

  return CAPACITY_PERIOD_MONTH;
}

/* Whether a period ends within @months: a year that lacks its last month is scaled up, but nobody counted it. */
static gboolean
is_over (const CapacitySeries *sums,
         guint                 at,
         const CapacitySeries *months)
{
  CapacityPeriod next = { sums->kind, sums->first + (int) at + 1 };

  return first_month (next) <= months->first + (int) months->n;
}

/**
 * capacity_divide_undo:
 * @months: months
 * @divisions: (nullable) (element-type CapacityDivision): those of them that capacity_divide_fill() filled
 * @kind: months, quarters or years
 *
 * What was counted, in place of the months that were made of it: each period of the result rests on counts of itself or of
 * shorter ones.
 *
 * Returns: (transfer full) (nullable): the sums of the periods from the first known to the last that is over with @months;
 *   %NULL where none is
 */
CapacitySeries *
capacity_divide_undo (const CapacitySeries *months,
                      const GArray         *divisions,
                      CapacityPeriodKind    kind)
{
  g_autoptr (CapacitySeries) counted = NULL;
  g_autoptr (CapacitySeries) sums = NULL;
  guint first = 0, end;

  if (divisions == NULL && kind == months->kind)
    return capacity_series_ref (months);
  counted = capacity_series_slice (months, months->first, months->n);
  for (guint i = 0; divisions != NULL && i < divisions->len; i++)
    {
      const CapacityDivision *division = &g_array_index (divisions, CapacityDivision, i);
      gboolean is_longer = capacity_period_kind_rank (division->kind) > capacity_period_kind_rank (kind);

      for (guint j = 0; is_longer && j < division->n; j++)
        counted->values[division->first - months->first + (int) j] = NAN;
    }
  sums = capacity_series_aggregate (counted, kind);
  for (end = sums->n; end > 0 && (isnan (sums->values[end - 1]) || !is_over (sums, end - 1, months));)
    end--;
  while (first < end && isnan (sums->values[first]))
    first++;

  return first < end ? capacity_series_slice (sums, sums->first + (int) first, end - first) : NULL;
}

/**
 * capacity_divide_choose:
 * @months: months, of which the last is known
 * @divisions: (nullable) (element-type CapacityDivision): those of them that capacity_divide_fill() filled
 *
 * Finds the periods by which to judge: months made of a quarter are one measurement, not three. They are the shortest that
 * were counted to the end of @months, as far as their length allows, and often enough for a forecast; where none was, those
 * in which the last month was counted.
 *
 * Returns: their length; capacity_divide_undo() has such periods
 */
CapacityPeriodKind
capacity_divide_choose (const CapacitySeries *months,
                        const GArray         *divisions)
{
  int end = months->first + (int) months->n;

  for (guint i = 0; divisions != NULL && i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (CapacitySeries) counted = capacity_divide_undo (months, divisions, kinds[i]);
      int length = (int) capacity_period_kind_months (kinds[i]);

      if (counted != NULL && counted->n - capacity_series_n_missing (counted) >= CAPACITY_FORECAST_MIN_LEVEL
          && first_month ((CapacityPeriod){ kinds[i], counted->first + (int) counted->n }) > end - length)
        return kinds[i];
    }

  return capacity_divide_kind_at (divisions, end - 1);
}

/* The part of its period that a month is. */
static double
share_of (const CapacityCalendar *calendar,
          CapacityPeriod          period,
          int                     month)
{
  int n = (int) capacity_period_kind_months (period.kind);
  double days = 0;

  for (int i = 0; i < n; i++)
    days += days_of (calendar, first_month (period) + i);

  return days > 0 ? days_of (calendar, month) / days : 1.0 / n;
}

/**
 * capacity_divide_forecast:
 * @forecast: a forecast of quarters or years
 * @calendar: the working days
 * @first: index of the first month wanted, within the first period of @forecast or before it
 * @horizon: number of months wanted; @forecast reaches as far
 *
 * The forecast in months: each has its share of the period by working days, and so have its bounds. How far single months
 * stray from that is not known.
 *
 * Returns: (transfer full): the forecast, which says in what it was counted; without months where @forecast has no periods
 */
CapacityForecast *
capacity_divide_forecast (const CapacityForecast *forecast,
                          const CapacityCalendar *calendar,
                          int                     first,
                          guint                   horizon)
{
  CapacityForecast *self = capacity_forecast_alloc_like (forecast, forecast->horizon > 0 ? horizon : 0);

  self->kind = CAPACITY_PERIOD_MONTH;
  self->first = first;
  for (guint i = 0; i < self->horizon; i++)
    {
      int month = first + (int) i, period = period_of (forecast->kind, month), at = period - forecast->first;
      double share = share_of (calendar, (CapacityPeriod){ forecast->kind, period }, month);

      g_assert (at >= 0 && at < (int) forecast->horizon);
      ((double *) self->median)[i] = share * forecast->median[at];
      ((double *) self->low80)[i] = share * forecast->low80[at];
      ((double *) self->high80)[i] = share * forecast->high80[at];
      ((double *) self->low95)[i] = share * forecast->low95[at];
      ((double *) self->high95)[i] = share * forecast->high95[at];
    }

  return self;
}
