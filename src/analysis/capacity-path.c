/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-path.h"

#include <math.h>
#include <string.h>

#include "capacity-airline.h"
#include "capacity-arma.h"
#include "capacity-damped.h"
#include "capacity-gaps.h"
#include "capacity-season.h"
#include "capacity-spread.h"
#include "capacity-theta.h"
#include "capacity-workdays.h"

/* Logarithms are taken of the value plus this share of the mean: growth and season multiply, zeros are
 * allowed, and nearly none is not infinitely far from none. A short history does not show how far they multiply, and
 * what multiplies runs far away: of OFFSET_PERIODS values, twice the share is added. */
#define OFFSET_SHARE 0.1
#define OFFSET_PERIODS 36.0

/* How much the members count. The Theta method alone is nearly as good as any mean; the damped trend follows
 * what has turned; the seasonal model a season that moves; the others keep them from being far off. */
#define THETA_WEIGHT 4.0
#define DAMPED_WEIGHT 3.0
#define AIRLINE_WEIGHT 2.0
#define OTHER_WEIGHT 1.0

/* Members that fit parameters of their own to the changes have too few of them in fewer years, most of all because
 * the season was taken out of the same ones. */
#define FITTED_YEARS 4

/* Volumes grow: those published of the forecasting competitions by about this much a year. What a short history
 * cannot tell yet is taken to grow as much, not to stand still; for capacity that is the careful side too. Where a
 * period differs from the next by little more than CALM, the history tells its own growth. */
#define USUAL_GROWTH 0.025
#define CALM 0.02
#define CALM_YEAR 0.005

/* Levels move by about this much a year beyond their growth, up or down. */
#define YEARLY_WALK 0.0866

static const double periods_in_year[CAPACITY_N_PERIOD_KINDS] = {
  [CAPACITY_PERIOD_HOUR] = 365.25 * CAPACITY_DAY_HOURS,
  [CAPACITY_PERIOD_DAY] = 365.25,
  [CAPACITY_PERIOD_WEEK] = 365.25 / 7.0,
  [CAPACITY_PERIOD_MONTH] = 12.0,
  [CAPACITY_PERIOD_QUARTER] = 4.0,
  [CAPACITY_PERIOD_YEAR] = 1.0,
};

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
    .offset = OFFSET_SHARE * (1.0 + OFFSET_PERIODS / n) * sum / count,
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

/* Adds a member to the weighted mean of them. */
static void
add_member (double       *mean,
            const double *member,
            guint         horizon,
            double        weight,
            double       *sum)
{
  *sum += weight;
  for (guint i = 0; i < horizon; i++)
    mean[i] += weight / *sum * (member[i] - mean[i]);
}

/* The mean of the members the method allows. */
static void
combine (const CapacityPathInput *input,
         const double            *adjusted,
         double                  *mean,
         double                  *alpha,
         CapacityPath            *path,
         CapacityScratch         *work)
{
  gsize used = work->used;
  guint n = input->n, length = input->length, horizon = input->horizon;
  gboolean is_level = input->method == CAPACITY_METHOD_LEVEL;
  double *member = capacity_scratch_take (work, horizon);
  double drift = is_level ? 0.0 : capacity_theta_drift (adjusted, n), sum = THETA_WEIGHT;

  *alpha = capacity_theta_alpha (adjusted, n, YEARLY_WALK / sqrt (periods_in_year[input->kind]));
  capacity_theta_forecast (adjusted, n, *alpha, drift, horizon, mean);
  path->members = is_level ? CAPACITY_MEMBER_LEVEL : CAPACITY_MEMBER_THETA;
  if (input->method == CAPACITY_METHOD_SHORT_SEASON || input->method == CAPACITY_METHOD_COMBINATION)
    {
      capacity_damped_forecast (adjusted, n, horizon, member);
      add_member (mean, member, horizon, DAMPED_WEIGHT, &sum);
      path->members |= CAPACITY_MEMBER_DAMPED;
    }
  if (input->method == CAPACITY_METHOD_COMBINATION && n >= FITTED_YEARS * length)
    {
      capacity_dynamic_forecast (adjusted, n, *alpha, horizon, member, work);
      add_member (mean, member, horizon, OTHER_WEIGHT, &sum);
      capacity_arma_forecast (adjusted, n, drift, horizon, member, work);
      add_member (mean, member, horizon, OTHER_WEIGHT, &sum);
      path->members |= CAPACITY_MEMBER_DYNAMIC | CAPACITY_MEMBER_ARMA;
    }
  if (input->method == CAPACITY_METHOD_COMBINATION && n >= FITTED_YEARS * length && length > 1)
    {
      capacity_airline_forecast (adjusted, n, length, horizon, member, work);
      add_member (mean, member, horizon, AIRLINE_WEIGHT, &sum);
      path->members |= CAPACITY_MEMBER_AIRLINE;
    }

  work->used = used;
}

/* Takes logarithms and fills gaps; takes events and working days out. */
static void
prepare (const CapacityPathInput *input,
         const Scale             *scale,
         double                  *adjusted,
         CapacityPath            *path,
         CapacityScratch         *work)
{
  guint length = input->method >= CAPACITY_METHOD_SHORT_SEASON ? input->length : 1;

  for (guint t = 0; t < input->n; t++)
    adjusted[t] = log (input->values[t] + scale->offset);
  capacity_gaps_fill (adjusted, input->n, length, work);

  path->n_events = capacity_events_remove (adjusted, input->n, length, scale->offset, input->is_ordinary, path->events,
                                           work);
  path->working_days = 0.0;
  if (input->days != NULL)
    path->working_days = capacity_workdays_effect (adjusted, input->days, input->n, length, work);
  for (guint t = 0; path->working_days > 0 && t < input->n; t++)
    adjusted[t] -= path->working_days * input->days[t];
}

/* How much of what goes without saying a history still needs: none where its values differ from those @lag earlier
 * always by the same, one half where they do so by @calm. */
static double
need_of_growth (const double *values,
                guint         n,
                guint         lag,
                double        calm)
{
  double mean = 0.0, squares = 0.0, variance;
  guint count = 0;

  for (guint t = lag; t < n; t++)
    {
      double change = values[t] - values[t - lag], off = change - mean;

      mean += off / ++count;
      squares += off * (change - mean);
    }
  if (count < 2)
    return 1.0;
  variance = squares / (count - 1.0) / 2.0;

  return variance / (variance + calm * calm);
}

/* The growth a period that goes without saying, as a logarithm; members find what the history shows beyond it. */
static double
usual_growth (const CapacityPathInput *input,
              const double            *adjusted)
{
  if (input->method == CAPACITY_METHOD_LEVEL)
    return 0.0;

  return USUAL_GROWTH / periods_in_year[input->kind] * need_of_growth (adjusted, input->n, 1, CALM)
         * need_of_growth (adjusted, input->n, input->length, CALM_YEAR);
}

/* From logarithms back to counts, with the intervals around them. */
static void
finish (const CapacityPathInput *input,
        const Scale             *scale,
        const double            *mean,
        const double            *spread,
        CapacityPath            *path)
{
  double factor80, factor95;

  capacity_spread_factors (input->n, &factor80, &factor95);
  for (guint i = 0; i < input->horizon; i++)
    {
      double median = CLAMP (unscale (scale, mean[i]), scale->low, scale->high);
      double centre = log (median + scale->offset);

      path->median[i] = median;
      path->low80[i] = MIN (unscale (scale, centre - factor80 * spread[i]), median);
      path->high80[i] = MAX (unscale (scale, centre + factor80 * spread[i]), median);
      path->low95[i] = MIN (unscale (scale, centre - factor95 * spread[i]), path->low80[i]);
      path->high95[i] = MAX (unscale (scale, centre + factor95 * spread[i]), path->high80[i]);
    }
}

/**
 * capacity_path_room:
 * @n: values of history
 * @length: periods in a year
 * @horizon: periods ahead
 *
 * Returns: the size of the workspace capacity_path_forecast() needs
 */
gsize
capacity_path_room (guint n,
                    guint length,
                    guint horizon)
{
  return 10 * (gsize) n + 3 * (gsize) length + 6 * (gsize) horizon;
}

/**
 * capacity_path_forecast:
 * @input: what to forecast, and how
 * @path: (inout): where to put the courses, and what was found
 * @work: scratch memory of capacity_path_room()
 *
 * The forecast proper: logarithms without gaps, events, working days, usual growth and season; the members'
 * mean; all but the events in again, and the intervals around it.
 */
void
capacity_path_forecast (const CapacityPathInput *input,
                        CapacityPath            *path,
                        CapacityScratch         *work)
{
  gsize used = work->used;
  guint n = input->n, length = input->length, horizon = input->horizon;
  Scale scale = scale_of (input->values, n);
  double *adjusted = capacity_scratch_take (work, n), *season = capacity_scratch_take (work, length);
  double *mean = capacity_scratch_take (work, horizon), *spread = capacity_scratch_take (work, horizon);
  double alpha, growth, season_error = 0.0;

  prepare (input, &scale, adjusted, path, work);
  growth = usual_growth (input, adjusted);
  for (guint t = 0; t < n; t++)
    adjusted[t] -= growth * t;
  memset (season, 0, length * sizeof (double));
  if (input->method >= CAPACITY_METHOD_SHORT_SEASON)
    season_error = capacity_season_estimate (adjusted, n, length, season, work);
  for (guint t = 0; t < n; t++)
    adjusted[t] -= season[t % length];

  combine (input, adjusted, mean, &alpha, path, work);
  capacity_spread_estimate (adjusted, n, length, alpha, season_error, horizon, spread, work);
  for (guint i = 0; i < horizon; i++)
    mean[i] += growth * (n + i) + season[(n + i) % length];
  for (guint i = 0; path->working_days > 0 && i < horizon; i++)
    mean[i] += path->working_days * input->days[n + i];
  finish (input, &scale, mean, spread, path);

  work->used = used;
}
