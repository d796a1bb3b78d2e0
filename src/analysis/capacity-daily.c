/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-daily.h"

#include <gsl/gsl_statistics_double.h>
#include <math.h>
#include <string.h>

#include "capacity-gaps.h"
#include "capacity-season.h"
#include "capacity-spread.h"
#include "capacity-statistics.h"

/* A daily series is forecast in two steps: its weeks, with the season of the year, and the share of each
 * weekday in them. A public holiday is no such weekday; it has a share of its own. */

#define WEEK 7
#define WEEKS 52

/* Holidays seen from which on their share is known. */
#define HOLIDAYS_LEAST 4

/* Logarithms are taken of the count plus this share of the mean, as for other periods. */
#define OFFSET_SHARE 0.1

/* What days have in common: their share by position modulo seven, and that of a holiday, as logarithms. */
typedef struct
{
  double offset;
  double weekday[WEEK];
  double holiday;
  double noise; /* standard deviation of a day around its share of its week */
} Shares;

static gboolean
is_holiday (const CapacityPathInput *input,
            guint                    t)
{
  CapacityDate date = input->first + (int) t;

  return input->calendar != NULL && capacity_date_weekday (date) <= 5
         && !capacity_calendar_is_working_day (input->calendar, date);
}

static double
mean_of (const double *values,
         guint         n)
{
  double sum = 0.0, count = 0.0;

  for (guint t = 0; t < n; t++)
    if (!isnan (values[t]))
      {
        sum += values[t];
        count += 1.0;
      }

  return sum / count;
}

/* What a holiday at an end would have had as a usual day: the same weekday of the nearest week. */
static double
stand_in (const CapacityPathInput *input,
          guint                    t)
{
  for (guint days = WEEK; t > 0 && days <= t; days += WEEK)
    if (!is_holiday (input, t - days) && !isnan (input->values[t - days]))
      return input->values[t - days];
  for (guint other = t + WEEK; t == 0 && other < input->n; other += WEEK)
    if (!is_holiday (input, other) && !isnan (input->values[other]))
      return input->values[other];

  return input->values[t];
}

/* Logarithms of the days without holidays and gaps, which are filled; at the ends there is nothing to fill
 * from. */
static void
fill_days (const CapacityPathInput *input,
           double                   offset,
           double                  *logs,
           CapacityScratch         *work)
{
  for (guint t = 0; t < input->n; t++)
    {
      gboolean is_end = t == 0 || t + 1 == input->n;
      double value = input->values[t];

      if (is_holiday (input, t))
        value = is_end ? stand_in (input, t) : NAN;
      logs[t] = log (value + offset);
    }
  capacity_gaps_fill (logs, input->n, WEEK, work);
}

/* The share of holidays: their median distance from what the day would have had. */
static double
holiday_share (const CapacityPathInput *input,
               double                   offset,
               const double            *logs,
               double                  *scratch)
{
  guint count = 0;

  for (guint t = 1; t + 1 < input->n; t++)
    if (is_holiday (input, t) && !isnan (input->values[t]))
      scratch[count++] = log (input->values[t] + offset) - logs[t];

  return count >= HOLIDAYS_LEAST ? gsl_stats_median (scratch, 1, count) : 0.0;
}

/* Shares whose mean is one, so that the days of a week add up to it. */
static void
normalise (double *shares)
{
  double sum = 0.0;

  for (guint p = 0; p < WEEK; p++)
    sum += exp (shares[p]) / WEEK;
  for (guint p = 0; p < WEEK; p++)
    shares[p] -= log (sum);
}

/* Means a day of whole weeks that end with the last day, and how far days are from their share. */
static void
make_weeks (const double *logs,
            guint         n,
            guint         n_weeks,
            Shares       *shares,
            double       *weeks,
            double       *scratch)
{
  guint start = n - WEEK * n_weeks;

  for (guint w = 0; w < n_weeks; w++)
    {
      double sum = 0.0;

      for (guint t = start + WEEK * w; t < start + WEEK * (w + 1); t++)
        sum += MAX (exp (logs[t]) - shares->offset, 0.0);
      weeks[w] = sum / WEEK;
      for (guint t = start + WEEK * w; t < start + WEEK * (w + 1); t++)
        scratch[t - start] = fabs (logs[t] - shares->weekday[t % WEEK] - log (weeks[w] + shares->offset));
    }

  shares->noise = CAPACITY_MEDIAN_TO_SD * gsl_stats_median (scratch, 1, WEEK * n_weeks);
}

/* The interval of a day is that of its week and the noise of the day together. */
static double
widen (double centre,
       double bound,
       double factor,
       double noise,
       double offset)
{
  double far = log ((bound + offset) / (centre + offset));

  return sqrt (far * far + factor * factor * noise * noise);
}

/* Spreads the weeks' courses over days. */
static void
finish (const CapacityPathInput *input,
        const Shares            *shares,
        const CapacityPath      *weeks,
        CapacityPath            *path)
{
  double factor80, factor95;

  capacity_spread_factors (input->n, &factor80, &factor95);
  for (guint i = 0; i < input->horizon; i++)
    {
      guint w = i / WEEK;
      double share = shares->weekday[(input->n + i) % WEEK], centre = log (weeks->median[w] + shares->offset);
      double up80 = widen (weeks->median[w], weeks->high80[w], factor80, shares->noise, shares->offset);
      double up95 = widen (weeks->median[w], weeks->high95[w], factor95, shares->noise, shares->offset);

      if (is_holiday (input, input->n + i))
        share += shares->holiday;
      path->median[i] = MAX (exp (centre + share) - shares->offset, 0.0);
      path->low80[i] = MAX (exp (centre + share - up80) - shares->offset, 0.0);
      path->high80[i] = MAX (exp (centre + share + up80) - shares->offset, path->median[i]);
      path->low95[i] = MIN (MAX (exp (centre + share - up95) - shares->offset, 0.0), path->low80[i]);
      path->high95[i] = MAX (exp (centre + share + up95) - shares->offset, path->high80[i]);
    }
}

/* A week in which a day is said to be ordinary is ordinary. */
static const guint8 *
ordinary_weeks (const CapacityPathInput *input,
                guint                    n_weeks,
                CapacityScratch         *work)
{
  guint8 *weeks;

  if (input->is_ordinary == NULL)
    return NULL;
  weeks = (guint8 *) capacity_scratch_take (work, n_weeks);
  memset (weeks, 0, n_weeks);
  for (guint t = input->n % WEEK; t < input->n; t++)
    weeks[(t - input->n % WEEK) / WEEK] |= input->is_ordinary[t];

  return weeks;
}

/**
 * capacity_daily_room:
 * @n: days of history
 * @horizon: days ahead
 *
 * Returns: the size of the scratch memory capacity_daily_forecast() needs
 */
gsize
capacity_daily_room (guint n,
                     guint horizon)
{
  guint n_weeks = n / WEEK, ahead = horizon / WEEK + 1;

  return 6 * (gsize) n + 2 * n_weeks + 5 * (gsize) ahead + capacity_path_room (n_weeks, WEEKS, ahead) + WEEK;
}

/**
 * capacity_daily_forecast:
 * @input: what to forecast; at least %CAPACITY_DAILY_MIN days
 * @path: (inout): where to put the courses, and what was found
 * @work: scratch memory of capacity_daily_room()
 *
 * Forecasts days by weeks: the mean of each week is forecast with the season of the year, and spread over
 * weekdays and holidays by the share they had. (The two seasons are apart, as in the top-down method of
 * hierarchical forecasting; Athanasopoulos, Hyndman, Kourentzes and Petropoulos, European Journal of
 * Operational Research 262 (2017) 60–74.) Events are weeks; the index is their first day.
 */
void
capacity_daily_forecast (const CapacityPathInput *input,
                         CapacityPath            *path,
                         CapacityScratch         *work)
{
  gsize used = work->used;
  guint n = input->n, n_weeks = n / WEEK, ahead = (input->horizon + WEEK - 1) / WEEK;
  double *logs = capacity_scratch_take (work, n), *weeks = capacity_scratch_take (work, n_weeks);
  double *scratch = capacity_scratch_take (work, n);
  double *courses = capacity_scratch_take (work, 5 * (gsize) ahead);
  Shares shares = { .offset = OFFSET_SHARE * mean_of (input->values, n) };
  CapacityPathInput by_week = { .kind = CAPACITY_PERIOD_WEEK, .values = weeks, .n = n_weeks, .length = WEEKS,
                                .method = CAPACITY_METHOD_TREND, .horizon = ahead,
                                .is_ordinary = ordinary_weeks (input, n_weeks, work) };
  CapacityPath week_path = { courses, courses + ahead, courses + 2 * ahead, courses + 3 * ahead,
                             courses + 4 * ahead };

  fill_days (input, shares.offset, logs, work);
  shares.holiday = holiday_share (input, shares.offset, logs, scratch);
  capacity_season_estimate (logs, n, WEEK, shares.weekday, work);
  normalise (shares.weekday);
  make_weeks (logs, n, n_weeks, &shares, weeks, scratch);

  if (capacity_season_is_long (n_weeks, WEEKS))
    by_week.method = CAPACITY_METHOD_COMBINATION;
  else if (n_weeks > WEEKS)
    by_week.method = CAPACITY_METHOD_SHORT_SEASON;
  capacity_path_forecast (&by_week, &week_path, work);
  finish (input, &shares, &week_path, path);

  path->members = week_path.members;
  path->working_days = 0.0;
  path->n_events = week_path.n_events;
  memcpy (path->events, week_path.events, sizeof path->events);
  for (guint i = 0; i < path->n_events; i++)
    path->events[i].index = (int) (n % WEEK) + WEEK * path->events[i].index;

  work->used = used;
}
