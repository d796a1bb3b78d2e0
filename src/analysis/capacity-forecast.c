/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-forecast-private.h"

#include <math.h>
#include <string.h>

#include "capacity-intermittent.h"
#include "capacity-path.h"

/* What may have been measured at least of the last so many periods, as a share. */
#define RECENT_PERIODS 24
#define RECENT_SHARE 0.5

/* The forecast's own past: how many of the last periods are forecast without them, to see how it does. */
#define TRIAL_PERIODS 12

G_DEFINE_BOXED_TYPE (CapacityForecast, capacity_forecast, capacity_forecast_ref, capacity_forecast_unref)

/* The history from its first measured period to its last. */
typedef struct
{
  const double *values;
  guint         n;
  int           first;
  guint         n_measured;
} Span;

/* Periods in a year, or in the season that matters most where a year has too many. */
static guint
season_length (CapacityPeriodKind kind)
{
  switch (kind)
    {
    case CAPACITY_PERIOD_DAY:
      return 7;
    case CAPACITY_PERIOD_WEEK:
      return 52;
    case CAPACITY_PERIOD_MONTH:
      return 12;
    case CAPACITY_PERIOD_QUARTER:
      return 4;
    case CAPACITY_PERIOD_YEAR:
      return 1;
    default:
      g_return_val_if_reached (1);
    }
}

static Span
span_of (const CapacitySeries *history)
{
  guint from = 0, end = history->n;
  Span span = { .first = history->first };

  while (end > 0 && isnan (history->values[end - 1]))
    end--;
  while (from < end && isnan (history->values[from]))
    from++;

  span.values = history->values + from;
  span.first += (int) from;
  span.n = end - from;
  for (guint t = 0; t < span.n; t++)
    span.n_measured += !isnan (span.values[t]);

  return span;
}

static gboolean
is_too_sparse (const Span *span)
{
  guint recent = MIN (span->n, RECENT_PERIODS), measured = 0;

  for (guint t = span->n - recent; t < span->n; t++)
    measured += !isnan (span->values[t]);

  return measured < RECENT_SHARE * recent;
}

static CapacityForecastOutcome
check (const CapacitySeries *history,
       const Span           *span)
{
  for (guint t = 0; t < history->n; t++)
    if (isinf (history->values[t]) || history->values[t] < 0)
      return CAPACITY_FORECAST_NOT_FINITE;
  if (span->n_measured == 0)
    return CAPACITY_FORECAST_ALL_MISSING;
  if (span->n_measured < CAPACITY_FORECAST_MIN_LEVEL)
    return CAPACITY_FORECAST_TOO_SHORT;
  if (is_too_sparse (span))
    return CAPACITY_FORECAST_TOO_SPARSE;

  return CAPACITY_FORECAST_OK;
}

/* K14: what the measured history allows. A season takes two whole ones and a quarter more to be told from chance; of
 * one and a bit only what is left after strong shrinkage is used. */
static CapacityForecastMethod
choose_method (const double *values,
               guint         n,
               guint         length)
{
  guint measured = 0;

  for (guint t = 0; t < n; t++)
    measured += !isnan (values[t]);

  if (capacity_is_intermittent (values, n))
    return CAPACITY_METHOD_INTERMITTENT;
  if (measured < CAPACITY_FORECAST_MIN_TREND)
    return CAPACITY_METHOD_LEVEL;
  if (measured <= length)
    return CAPACITY_METHOD_TREND;
  if (measured < 2 * length + length / 4)
    return CAPACITY_METHOD_SHORT_SEASON;

  return CAPACITY_METHOD_COMBINATION;
}

static guint
run (const double           *values,
     guint                   n,
     guint                   length,
     CapacityForecastMethod  method,
     guint                   horizon,
     CapacityPath           *path,
     CapacityScratch      *work)
{
  if (method == CAPACITY_METHOD_INTERMITTENT)
    {
      capacity_intermittent_forecast (values, n, horizon, path, work);
      return CAPACITY_MEMBER_CROSTON;
    }

  return capacity_path_forecast (values, n, length, method, horizon, path, work);
}

/* Mean absolute difference from the value a season before; NaN where there is none, or it never changed. */
static double
seasonal_change (const double *values,
                 guint         n,
                 guint         length)
{
  double sum = 0.0, count = 0.0;

  for (guint t = length; t < n; t++)
    if (!isnan (values[t]) && !isnan (values[t - length]))
      {
        sum += fabs (values[t] - values[t - length]);
        count += 1.0;
      }

  return sum > 0 ? sum / count : NAN;
}

/* Forecasts the last periods from what was before them. MASE (Hyndman and Koehler, International Journal of Forecasting
 * 22 (2006) 679–688) divides the error by that of the seasonal naïve within the earlier history. */
static void
try_own_past (CapacityForecast  *self,
              const Span        *span,
              guint              length,
              CapacityScratch *work)
{
  guint n = span->n - MIN (TRIAL_PERIODS, span->n);
  double error = 0.0, naive_error = 0.0, inside = 0.0, count = 0.0, scale;
  double courses[5][TRIAL_PERIODS];
  CapacityPath path = { courses[0], courses[1], courses[2], courses[3], courses[4] };

  while (n > 0 && isnan (span->values[n - 1]))
    n--;
  scale = seasonal_change (span->values, n, length);
  if (n < CAPACITY_FORECAST_MIN_TREND || n <= length || span->n - n > TRIAL_PERIODS || isnan (scale))
    return;

  run (span->values, n, length, choose_method (span->values, n, length), span->n - n, &path, work);
  for (guint i = 0; n + i < span->n; i++)
    {
      double value = span->values[n + i], naive = span->values[n - length + i % length];

      if (isnan (value) || isnan (naive))
        continue;
      error += fabs (value - path.median[i]);
      naive_error += fabs (value - naive);
      inside += value >= path.low80[i] && value <= path.high80[i];
      count += 1.0;
    }

  if (count > 0)
    {
      self->mase = error / count / scale;
      self->mase_snaive = naive_error / count / scale;
      self->covered80 = inside / count;
    }
}

/**
 * capacity_forecast_alloc:
 * @horizon: number of periods
 * @n_events: number of events
 *
 * Returns: (transfer full): a forecast with room for its arrays, which the caller fills, and nothing known yet
 */
CapacityForecast *
capacity_forecast_alloc (guint horizon,
                         guint n_events)
{
  gsize size = sizeof (CapacityForecast) + 5 * horizon * sizeof (double) + n_events * sizeof (CapacityEvent);
  CapacityForecast *self = g_atomic_rc_box_alloc0 (size);
  double *course = (double *) (self + 1);

  self->horizon = horizon;
  self->n_events = n_events;
  self->mase = self->mase_snaive = self->covered80 = NAN;
  self->median = course;
  self->low80 = course + horizon;
  self->high80 = course + 2 * horizon;
  self->low95 = course + 3 * horizon;
  self->high95 = course + 4 * horizon;
  self->events = (CapacityEvent *) (course + 5 * horizon);

  return self;
}

/**
 * capacity_forecast_new:
 * @history: counts of consecutive periods, NaN where not measured
 * @calendar: (nullable): which days are worked, for monthly counts; %NULL leaves working days out of account
 * @horizon: number of periods ahead, at most %CAPACITY_FORECAST_HORIZON_MAX
 *
 * Forecasts a volume. The same history gives the same forecast on every machine and in every thread.
 *
 * Returns: (transfer full): the forecast, or one without periods that says why there is none
 */
CapacityForecast *
capacity_forecast_new (const CapacitySeries   *history,
                       const CapacityCalendar *calendar,
                       guint                   horizon)
{
  Span span = span_of (history);
  CapacityForecastOutcome outcome = check (history, &span);
  CapacityForecast *self;
  g_autofree double *block = NULL;

  g_return_val_if_fail (horizon <= CAPACITY_FORECAST_HORIZON_MAX, NULL);

  self = capacity_forecast_alloc (outcome == CAPACITY_FORECAST_OK ? horizon : 0, 0);
  self->outcome = outcome;
  self->kind = history->kind;
  self->first = span.first + (int) span.n;
  self->n_used = span.n_measured;
  self->n_missing = span.n - span.n_measured;

  if (outcome == CAPACITY_FORECAST_OK)
    {
      guint length = season_length (history->kind);
      CapacityPath path = { (double *) self->median, (double *) self->low80, (double *) self->high80,
                            (double *) self->low95, (double *) self->high95 };
      CapacityScratch work = { .size = capacity_path_room (span.n, length, MAX (horizon, TRIAL_PERIODS)) };

      work.block = block = g_new (double, work.size);
      self->method = choose_method (span.values, span.n, length);
      self->members = run (span.values, span.n, length, self->method, horizon, &path, &work);
      try_own_past (self, &span, length, &work);
    }

  return self;
}

/**
 * capacity_forecast_ref:
 * @self: a forecast
 *
 * Returns: (transfer full): the same forecast
 */
CapacityForecast *
capacity_forecast_ref (const CapacityForecast *self)
{
  return g_atomic_rc_box_acquire ((CapacityForecast *) self);
}

/**
 * capacity_forecast_unref:
 * @self: (transfer full): a forecast
 */
void
capacity_forecast_unref (CapacityForecast *self)
{
  g_atomic_rc_box_release (self);
}
