/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-forecast-private.h"

#include <math.h>
#include <string.h>

#include "capacity-daily.h"
#include "capacity-intermittent.h"
#include "capacity-path.h"
#include "capacity-season.h"
#include "capacity-workdays.h"

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

/* K14: what the measured history allows. A season takes two whole ones and a quarter more to be told from
 * chance; of one and a bit only what is left after strong shrinkage is used. */
static CapacityForecastMethod
choose_method (const double *values,
               guint         n,
               guint         length)
{
  guint measured = 0;

  for (guint t = 0; t < n; t++)
    measured += !isnan (values[t]);

  if (capacity_is_intermittent (values, n, length))
    return CAPACITY_METHOD_INTERMITTENT;
  if (measured < CAPACITY_FORECAST_MIN_TREND)
    return CAPACITY_METHOD_LEVEL;
  if (measured <= length)
    return CAPACITY_METHOD_TREND;
  if (!capacity_season_is_long (measured, length))
    return CAPACITY_METHOD_SHORT_SEASON;

  return CAPACITY_METHOD_COMBINATION;
}

static void
run (const CapacityPathInput *input,
     CapacityPath            *path,
     CapacityScratch         *work)
{
  if (input->method == CAPACITY_METHOD_INTERMITTENT)
    capacity_intermittent_forecast (input->values, input->n, input->horizon, path, work);
  else if (input->kind == CAPACITY_PERIOD_DAY && input->n >= CAPACITY_DAILY_MIN)
    capacity_daily_forecast (input, path, work);
  else
    capacity_path_forecast (input, path, work);
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

/* Forecasts the last periods from what was before them. MASE (Hyndman and Koehler, International Journal
 * of Forecasting 22 (2006) 679–688) divides the error by that of the seasonal naïve within the earlier
 * history. */
static void
try_own_past (CapacityForecast        *self,
              const CapacityPathInput *whole,
              CapacityScratch         *work)
{
  CapacityPathInput input = *whole;
  double error = 0.0, naive_error = 0.0, inside = 0.0, count = 0.0, scale;
  double courses[5][TRIAL_PERIODS];
  CapacityPath path = { courses[0], courses[1], courses[2], courses[3], courses[4] };
  guint n = whole->n - MIN (TRIAL_PERIODS, whole->n), length = whole->length;

  while (n > 0 && isnan (whole->values[n - 1]))
    n--;
  scale = seasonal_change (whole->values, n, length);
  if (n < CAPACITY_FORECAST_MIN_TREND || n <= length || whole->n - n > TRIAL_PERIODS || isnan (scale))
    return;

  input.n = n;
  input.horizon = whole->n - n;
  input.method = choose_method (input.values, n, length);
  run (&input, &path, work);
  for (guint i = 0; i < input.horizon; i++)
    {
      double value = whole->values[n + i], naive = whole->values[n - length + i % length];

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
 * Returns: (transfer full): a forecast with room for its arrays, which the caller fills, and nothing known
 *   yet
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
 * capacity_forecast_alloc_like:
 * @other: a forecast
 * @horizon: number of periods
 *
 * Returns: (transfer full): a forecast with all that is known of @other but its courses, which the caller fills
 */
CapacityForecast *
capacity_forecast_alloc_like (const CapacityForecast *other,
                              guint                   horizon)
{
  CapacityForecast *self = capacity_forecast_alloc (horizon, other->n_events);
  CapacityForecast arrays = *self;

  *self = *other;
  self->horizon = horizon;
  self->median = arrays.median;
  self->low80 = arrays.low80;
  self->high80 = arrays.high80;
  self->low95 = arrays.low95;
  self->high95 = arrays.high95;
  self->events = arrays.events;
  if (other->n_events > 0)
    memcpy ((CapacityEvent *) self->events, other->events, other->n_events * sizeof *other->events);

  return self;
}

/* Marks the periods that begin in a month of which a person has said "no"; NULL where there is none. */
static const guint8 *
ordinary_periods (const Span         *span,
                  CapacityPeriodKind  kind,
                  const GPtrArray    *refusals,
                  CapacityScratch    *work)
{
  guint8 *is_ordinary;

  if (refusals == NULL || refusals->len == 0)
    return NULL;
  is_ordinary = (guint8 *) capacity_scratch_take (work, span->n);
  for (guint t = 0; t < span->n; t++)
    {
      CapacityPeriod period = { kind, span->first + (int) t };
      int month = capacity_period_convert (period, CAPACITY_PERIOD_MONTH).index;

      is_ordinary[t] = FALSE;
      for (guint i = 0; i < refusals->len; i++)
        is_ordinary[t] |= ((const CapacityRefusal *) refusals->pdata[i])->month == month;
    }

  return is_ordinary;
}

/* The forecast of a history that allows one. */
static CapacityForecast *
forecast_span (const Span             *span,
               CapacityPeriodKind      kind,
               const CapacityCalendar *calendar,
               const GPtrArray        *refusals,
               guint                   horizon)
{
  guint length = season_length (kind);
  guint ahead = MAX (horizon, TRIAL_PERIODS);
  gsize room = capacity_path_room (span->n, length, ahead) + capacity_daily_room (span->n, ahead)
               + 2 * (gsize) span->n + 6 * (gsize) horizon;
  g_autofree double *block = g_new (double, room);
  CapacityScratch work = { .block = block, .size = room };
  double *courses = capacity_scratch_take (&work, 5 * (gsize) horizon), *days = NULL;
  CapacityPathInput input = { kind, span->first, span->values, span->n, length, calendar, NULL,
                              choose_method (span->values, span->n, length), horizon,
                              ordinary_periods (span, kind, refusals, &work) };
  CapacityPath path = { courses, courses + horizon, courses + 2 * horizon, courses + 3 * horizon,
                        courses + 4 * horizon };
  CapacityForecast *self;

  if (calendar != NULL && kind == CAPACITY_PERIOD_MONTH)
    {
      input.days = days = capacity_scratch_take (&work, span->n + horizon);
      capacity_workdays_fill (calendar, span->first, span->n + horizon, days);
    }

  run (&input, &path, &work);
  self = capacity_forecast_alloc (horizon, path.n_events);
  self->method = input.method;
  self->members = path.members;
  self->working_days = path.working_days;
  memcpy ((double *) self->median, courses, 5 * horizon * sizeof (double));
  for (guint i = 0; i < path.n_events; i++)
    {
      path.events[i].index += span->first;
      ((CapacityEvent *) self->events)[i] = path.events[i];
    }
  try_own_past (self, &input, &work);

  return self;
}

/**
 * capacity_forecast_new:
 * @history: counts of consecutive periods, NaN where not measured
 * @calendar: (nullable): which days are worked, for monthly counts; %NULL leaves working days out of account
 * @refusals: (nullable) (element-type CapacityRefusal): months in which no event is to be found
 * @horizon: number of periods ahead, at most %CAPACITY_FORECAST_HORIZON_MAX
 *
 * Forecasts a volume. The same history gives the same forecast on every machine and in every thread.
 *
 * Returns: (transfer full): the forecast, or one without periods that says why there is none
 */
CapacityForecast *
capacity_forecast_new (const CapacitySeries   *history,
                       const CapacityCalendar *calendar,
                       const GPtrArray        *refusals,
                       guint                   horizon)
{
  Span span = span_of (history);
  CapacityForecastOutcome outcome = check (history, &span);
  CapacityForecast *self;

  g_return_val_if_fail (horizon <= CAPACITY_FORECAST_HORIZON_MAX, NULL);

  if (outcome == CAPACITY_FORECAST_OK)
    self = forecast_span (&span, history->kind, calendar, refusals, horizon);
  else
    self = capacity_forecast_alloc (0, 0);

  self->outcome = outcome;
  self->kind = self->counted = history->kind;
  self->first = span.first + (int) span.n;
  self->n_used = span.n_measured;
  self->n_missing = span.n - span.n_measured;
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
