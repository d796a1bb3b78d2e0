/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-workdays.h"

#include <math.h>

#include "capacity-season.h"

/* The effect counts where it is this many standard errors from none: about once in a hundred by chance. */
#define SIGNIFICANT 2.6

/* The season takes a part of the effect with it; what is left is looked for again. */
#define ROUNDS 2

/* What remains of each value without its season and the mean of its neighbours on both sides. */
static void
leave_remainder (const double    *values,
                 guint            n,
                 guint            length,
                 double          *remainder,
                 CapacityScratch *work)
{
  gsize used = work->used;
  double *season = capacity_scratch_take (work, length), *rest = capacity_scratch_take (work, n);

  capacity_season_estimate (values, n, length, season, work);
  for (guint t = 0; t < n; t++)
    rest[t] = values[t] - season[t % length];
  for (guint t = 1; t + 1 < n; t++)
    remainder[t] = rest[t] - 0.5 * (rest[t - 1] + rest[t + 1]);

  work->used = used;
}

/**
 * capacity_workdays_fill:
 * @calendar: which days are worked
 * @first: index of the first month
 * @n: number of months
 * @days: (array length=n) (out caller-allocated): logarithm of each month's working days, less that of 21
 */
void
capacity_workdays_fill (const CapacityCalendar *calendar,
                        int                     first,
                        guint                   n,
                        double                 *days)
{
  for (guint t = 0; t < n; t++)
    {
      CapacityPeriod month = { CAPACITY_PERIOD_MONTH, first + (int) t };

      days[t] = log (capacity_calendar_working_days (calendar, month) / 21.0);
    }
}

/**
 * capacity_workdays_effect:
 * @values: (array length=n): logarithms of monthly counts, without a gap
 * @days: (array length=n): see capacity_workdays_fill()
 * @n: their number
 * @length: months in a year
 * @work: room for 7 · @n numbers and one season
 *
 * Estimates how far counts follow the number of working days, log y = … + β log d: the remainder of the
 * counts is regressed on the remainder of the days, both without season and trend (the trading-day regression
 * of X-12-ARIMA, Findley et al., Journal of Business and Economic Statistics 16 (1998) 127–152, with one
 * regressor).
 *
 * Returns: β between 0 (not at all, or not to be seen) and 1 (all arrives on working days)
 */
double
capacity_workdays_effect (const double    *values,
                          const double    *days,
                          guint            n,
                          guint            length,
                          CapacityScratch *work)
{
  gsize used = work->used;
  double *counts = capacity_scratch_take (work, n), *rest = capacity_scratch_take (work, n);
  double *pull = capacity_scratch_take (work, n);
  double effect = 0.0, error = INFINITY;

  if (!capacity_season_is_long (n, length))
    return 0.0;

  leave_remainder (days, n, length, pull, work);
  for (int round = 0; round < ROUNDS; round++)
    {
      double xx = 0.0, xy = 0.0, yy = 0.0;

      for (guint t = 0; t < n; t++)
        counts[t] = values[t] - effect * days[t];
      leave_remainder (counts, n, length, rest, work);
      for (guint t = 1; t + 1 < n; t++)
        {
          xx += pull[t] * pull[t];
          xy += pull[t] * rest[t];
          yy += rest[t] * rest[t];
        }
      if (!(xx > 0))
        break;
      effect += xy / xx;
      error = sqrt (MAX (yy - xy * xy / xx, 0.0) / (n - 3.0) / xx);
    }

  work->used = used;
  return effect > SIGNIFICANT * error ? MIN (effect, 1.0) : 0.0;
}
