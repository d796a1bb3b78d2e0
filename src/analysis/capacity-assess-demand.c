/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-assess-private.h"

#include "capacity-course.h"
#include "capacity-divide.h"
#include "capacity-foreseen.h"
#include "capacity-missing-parts.h"
#include "capacity-mix.h"
#include "capacity-quality.h"
#include "capacity-queue.h"
#include "capacity-statistics.h"
#include "capacity-trend.h"

#include <math.h>
#include <string.h>

/* What the measurements of one service say, whatever its capacity is. */

static CapacityDate
last_day (int month)
{
  return capacity_period_last_day ((CapacityPeriod){ CAPACITY_PERIOD_MONTH, month });
}

static CapacitySeries *
scaled (const CapacitySeries *series,
        guint                 first,
        guint                 end,
        double                rate)
{
  g_autofree double *values = g_new (double, end - first);

  for (guint i = first; i < end; i++)
    values[i - first] = series->values[i] * rate;

  return capacity_series_new (series->kind, series->first + (int) first, values, end - first);
}

/* The month after the last that is over. */
static int
end_of_months (CapacityDate as_of)
{
  int month = capacity_period_of_date (CAPACITY_PERIOD_MONTH, as_of).index;

  return last_day (month) > as_of ? month : month + 1;
}

/* From the first month that is known to the last that is and is over before @end_month. */
static CapacitySeries *
known_months (const CapacitySeries  *total,
              const CapacityService *service,
              CapacityMeasure        measure,
              int                    end_month)
{
  guint first = 0;
  guint end = total != NULL ? total->n : 0;

  while (end > 0 && (isnan (total->values[end - 1]) || total->first + (int) end > end_month))
    end--;
  while (first < end && isnan (total->values[first]))
    first++;
  if (first == end)
    return NULL;

  if (measure == CAPACITY_MEASURE_ARRIVALS && service->driver != NULL && !isnan (service->driver_rate))
    return scaled (total, first, end, service->driver_rate);

  return capacity_series_slice (total, total->first + (int) first, end - first);
}

/* The months that arrivals were counted in, or are shares of, and the periods by which to judge them. */
static void
find_demand (const CapacityAssessContext *context,
             CapacityServiceAssessment   *self)
{
  int end = end_of_months (context->as_of);
  g_autoptr (CapacitySeries) counted = capacity_missing_parts_whole (self->service, CAPACITY_MEASURE_ARRIVALS, end,
                                                                     &self->missing);
  g_autoptr (CapacitySeries) filled = capacity_divide_fill (counted, self->service, CAPACITY_MEASURE_ARRIVALS,
                                                            context->portfolio->calendar, end, &self->divisions);

  self->demand = known_months (filled, self->service, CAPACITY_MEASURE_ARRIVALS, end);
  if (self->demand != NULL)
    self->counted = capacity_divide_undo (self->demand, self->divisions,
                                          capacity_divide_choose (self->demand, self->divisions));
}

/**
 * capacity_assess_stock:
 * @as_of: the day of the assessment
 * @service: a service
 *
 * Returns: (transfer full) (nullable): what waited at the end of each month, from the first counted to the last that was
 *   counted and is over by @as_of, of all kinds and channels; those that lack a part are as if not counted
 */
CapacitySeries *
capacity_assess_stock (CapacityDate           as_of,
                       const CapacityService *service)
{
  int end = end_of_months (as_of);
  g_autoptr (CapacitySeries) counted = capacity_missing_parts_whole (service, CAPACITY_MEASURE_STOCK, end, NULL);
  g_autoptr (CapacitySeries) total = capacity_divide_ends (counted, service, end);

  return known_months (total, service, CAPACITY_MEASURE_STOCK, end);
}

/**
 * capacity_assess_completions:
 * @self: what is known of a service's arrivals
 * @calendar: the working days
 * @as_of: the day of the assessment
 *
 * What was done is compared with what came, so months count only where both were counted by the same periods: a month against
 * its share of a year would show a season as a queue.
 *
 * Returns: (transfer full) (nullable): what was done, from the first such month to the last that is over by @as_of, of all
 *   kinds and channels; months that lack a part are as if not counted
 */
CapacitySeries *
capacity_assess_completions (const CapacityServiceAssessment *self,
                             const CapacityCalendar          *calendar,
                             CapacityDate                     as_of)
{
  int end = end_of_months (as_of);
  g_autoptr (GArray) divisions = NULL;
  g_autoptr (CapacitySeries) counted = capacity_missing_parts_whole (self->service, CAPACITY_MEASURE_COMPLETIONS, end, NULL);
  g_autoptr (CapacitySeries) filled = capacity_divide_fill (counted, self->service, CAPACITY_MEASURE_COMPLETIONS, calendar,
                                                            end, &divisions);
  g_autoptr (CapacitySeries) alike = NULL;

  if (filled == NULL || (divisions == NULL && self->divisions == NULL))
    return known_months (filled, self->service, CAPACITY_MEASURE_COMPLETIONS, end);
  alike = capacity_series_slice (filled, filled->first, filled->n);
  for (guint i = 0; i < alike->n; i++)
    if (capacity_divide_kind_at (divisions, alike->first + (int) i)
        != capacity_divide_kind_at (self->divisions, alike->first + (int) i))
      alike->values[i] = NAN;

  return known_months (alike, self->service, CAPACITY_MEASURE_COMPLETIONS, end);
}

/* The last @n measured values before position @end, in order; returns where they begin, or -1 if there are
 * fewer. */
static int
take_measured (const CapacitySeries *series,
               guint                 end,
               guint                 n,
               double               *values)
{
  while (n > 0 && end > 0)
    if (!isnan (series->values[--end]))
      values[--n] = series->values[end];

  return n > 0 ? -1 : (int) end;
}

static double
sum_of (const double *values,
        guint         n)
{
  return capacity_mean (values, n) * n;
}

static void
assess_year (CapacityServiceAssessment *self)
{
  const CapacitySeries *demand = self->demand;
  double recent[CAPACITY_YEAR_MONTHS];
  double before[CAPACITY_YEAR_MONTHS];
  guint n = MIN (CAPACITY_YEAR_MONTHS, demand->n - capacity_series_n_missing (demand));
  int start = take_measured (demand, demand->n, n, recent);

  self->modes[CAPACITY_MODE_REGULAR].demand = capacity_median (recent, n);
  self->modes[CAPACITY_MODE_PEAK].demand = capacity_at_percentile (recent, n, 0.9);
  if (n < CAPACITY_YEAR_MONTHS)
    return;
  self->last12 = sum_of (recent, n);
  if (take_measured (demand, (guint) start, n, before) >= 0)
    self->previous12 = sum_of (before, n);
}

/* The first month of a period. */
static int
first_month (const CapacitySeries *counted,
             guint                 at)
{
  CapacityPeriod period = { counted->kind, counted->first + (int) at };

  return capacity_period_convert (period, CAPACITY_PERIOD_MONTH).index;
}

/* Periods in which some month is not known, be it as a share of a longer one. */
static guint
count_missing (const CapacityServiceAssessment *self)
{
  guint length = capacity_period_kind_months (self->counted->kind);
  guint n = 0;

  if (self->divisions == NULL)
    return capacity_series_n_missing (self->counted);
  for (guint i = 0; i < self->counted->n; i++)
    {
      guint n_unknown;

      capacity_series_sum (self->demand, first_month (self->counted, i), length, &n_unknown);
      n += n_unknown > 0;
    }

  return n;
}

static void
assess_quality (const CapacityAssessContext *context,
                CapacityServiceAssessment   *self,
                guint                        n_outliers)
{
  CapacityQuality *quality = &self->quality;
  int length = (int) capacity_period_kind_months (self->counted->kind);
  double n = self->counted->n;

  quality->kind = self->counted->kind;
  quality->n_periods = self->counted->n;
  quality->n_missing = count_missing (self);
  quality->n_outliers = n_outliers;
  quality->last_month = self->demand->first + (int) self->demand->n - 1;
  quality->is_stale = context->month - quality->last_month > CAPACITY_STALE_MONTHS + length - 1;
  quality->score = (n - quality->n_missing - n_outliers) / n * MIN (1, n * length / (2 * CAPACITY_YEAR_MONTHS))
                   * (quality->is_stale ? 0.5 : 1);
}

/* Of the last @n periods, those that are far off and of which nobody has said that they are right. */
static guint
count_outliers (const CapacityServiceAssessment *self,
                guint                            n,
                guint                            length)
{
  const CapacitySeries *counted = self->counted;
  gboolean is_outlier[CAPACITY_TREND_MONTHS];
  guint start = counted->n - n;
  guint n_outliers = capacity_mark_outliers (counted->values + start, n, length, is_outlier);

  for (guint i = 0; i < n; i++)
    if (is_outlier[i] && capacity_quality_is_accepted (self->service, first_month (counted, start + i)))
      n_outliers--;

  return n_outliers;
}

static void
assess_history (const CapacityAssessContext *context,
                CapacityServiceAssessment   *self)
{
  guint length = CAPACITY_SEASON_LENGTH / capacity_period_kind_months (self->counted->kind);
  guint n = capacity_trend_n (self->counted->n, length);
  double adjusted[CAPACITY_TREND_MONTHS];

  capacity_seasonal_adjust (self->counted->values + (self->counted->n - n), n, length, adjusted);
  self->trend = capacity_trend (adjusted, n, length);
  assess_quality (context, self, count_outliers (self, n, length));
}

static CapacityForecast *
make_forecast (const CapacityAssessContext *context,
               const CapacityService       *service,
               const CapacitySeries        *history,
               guint                        horizon)
{
  const CapacityCalendar *calendar = context->portfolio->calendar;

  if (context->cache != NULL)
    return capacity_forecast_cache_get (context->cache, history, calendar, service->refusals, horizon);

  return capacity_forecast_new (history, calendar, service->refusals, horizon);
}

/* The forecast of as many months after @history as @horizon, made from what was counted. */
static CapacityForecast *
forecast_months (const CapacityAssessContext     *context,
                 const CapacityServiceAssessment *self,
                 const CapacitySeries            *history,
                 guint                            horizon)
{
  CapacityPeriodKind kind = self->counted->kind;
  g_autoptr (CapacitySeries) counted = capacity_divide_undo (history, self->divisions, kind);
  int end = history->first + (int) history->n;
  CapacityPeriod last = { CAPACITY_PERIOD_MONTH, end + (int) horizon - 1 };
  int first = counted->first + (int) counted->n;
  g_autoptr (CapacityForecast) made = NULL;

  if (kind == CAPACITY_PERIOD_MONTH)
    return make_forecast (context, self->service, counted, horizon);
  made = make_forecast (context, self->service, counted, (guint) (capacity_period_convert (last, kind).index - first + 1));

  return capacity_divide_forecast (made, context->portfolio->calendar, end, horizon);
}

/**
 * capacity_assess_forecast:
 * @context: what is shared
 * @result: a result with measured demand and its quality
 *
 * Forecasts what comes without what is known in advance, and lays that on top. Where months are shares of quarters or years,
 * those are forecast, and divided in the same way. The forecast reaches the horizon counted
 * from the day of the assessment, also when the data is old; but not when the data is so old that this would be more than
 * twice as far.
 */
void
capacity_assess_forecast (CapacityAssessContext *context,
                          CapacityServiceResult *result)
{
  CapacityServiceAssessment *self = &result->assessment;
  const CapacityPortfolio *portfolio = context->portfolio;
  const GPtrArray *own = self->service->events;
  g_autoptr (CapacitySeries) history = capacity_foreseen_history (self->demand, own, portfolio->events);
  int horizon = capacity_assess_horizon (context);
  int behind = MAX (0, context->month - self->quality.last_month - 1);

  g_clear_pointer (&self->plain, capacity_forecast_unref);
  g_clear_pointer (&self->forecast, capacity_forecast_unref);
  if (behind <= horizon)
    horizon += behind;
  self->plain = forecast_months (context, self, history, (guint) horizon);
  self->forecast = capacity_foreseen_forecast (self->plain, own, portfolio->events);
}

/* How each of the last months differs from the year before, about the mean of these differences. */
static void
assess_changes (const CapacityAssessContext *context,
                CapacityServiceResult       *result)
{
  const CapacitySeries *demand = result->assessment.demand;
  double mean, squares = 0;
  guint n;

  for (int i = 0; i < CAPACITY_CHANGE_MONTHS; i++)
    {
      int month = context->month - CAPACITY_CHANGE_MONTHS + i;

      result->changes[i] = capacity_series_at (demand, month) - capacity_series_at (demand,
                                                                                    month - CAPACITY_YEAR_MONTHS);
    }
  mean = capacity_mean (result->changes, CAPACITY_CHANGE_MONTHS);
  n = capacity_n_measured (result->changes, CAPACITY_CHANGE_MONTHS);
  for (guint i = 0; i < CAPACITY_CHANGE_MONTHS; i++)
    {
      result->changes[i] = isnan (result->changes[i]) || n < CAPACITY_MIN_CHANGES ? 0
                                                                                  : result->changes[i] - mean;
      squares += result->changes[i] * result->changes[i];
    }
  if (n >= CAPACITY_MIN_CHANGES)
    result->change_deviation = sqrt (squares / CAPACITY_CHANGE_MONTHS);
}

/**
 * capacity_assess_flow_growth:
 * @arrivals: months
 * @completions: months
 *
 * Returns: mean growth of the stock in the last six months that both cover (K7); NaN where no month was
 *   measured in both, or where completions end more than three months before arrivals
 */
double
capacity_assess_flow_growth (const CapacitySeries *arrivals,
                             const CapacitySeries *completions)
{
  double growth[CAPACITY_HALF_YEAR_MONTHS];
  int end = arrivals->first + (int) arrivals->n;
  int last = MIN (end, completions->first + (int) completions->n) - 1;

  if (end - 1 - last > CAPACITY_STALE_MONTHS)
    return NAN;
  for (int i = 0; i < CAPACITY_HALF_YEAR_MONTHS; i++)
    growth[i] = capacity_series_at (arrivals, last - i) - capacity_series_at (completions, last - i);

  return capacity_mean (growth, CAPACITY_HALF_YEAR_MONTHS);
}

static double
stock_growth (const CapacitySeries *stock)
{
  double growth[CAPACITY_HALF_YEAR_MONTHS];
  int last = stock->first + (int) stock->n - 1;

  for (int i = 0; i < CAPACITY_HALF_YEAR_MONTHS; i++)
    growth[i] = capacity_series_at (stock, last - i) - capacity_series_at (stock, last - i - 1);

  return capacity_mean (growth, CAPACITY_HALF_YEAR_MONTHS);
}

static void
assess_queue (CapacityAssessContext     *context,
              CapacityServiceAssessment *self)
{
  const CapacityCalendar *calendar = context->portfolio->calendar;
  g_autoptr (CapacitySeries) stock = capacity_course_stock (self, calendar, context->as_of);
  g_autoptr (CapacitySeries) done = capacity_assess_completions (self, calendar, context->as_of);

  if (stock != NULL)
    self->queue.stock = stock->values[stock->n - 1];
  if (self->demand != NULL && done != NULL)
    self->queue.growth = capacity_assess_flow_growth (self->demand, done);
  if (isnan (self->queue.growth) && stock != NULL)
    self->queue.growth = stock_growth (stock);
  self->queue.is_known = !isnan (self->queue.stock) || !isnan (self->queue.growth);
}

static gboolean
has_need (const CapacityServiceResult *result,
          const CapacityId            *resource)
{
  for (guint i = 0; i < result->n_needs; i++)
    if (capacity_id_equal (&result->needs[i].id, resource))
      return TRUE;

  return FALSE;
}

/* Where each resource lies in the portfolio. */
static void
locate_needs (CapacityServiceResult *result,
              GHashTable            *resources)
{
  for (guint i = 0; i < result->n_needs; i++)
    {
      CapacityCaseNeed *need = &result->needs[i];
      gpointer position;

      need->resource = CAPACITY_RESOURCE_GONE;
      if (g_hash_table_lookup_extended (resources, &need->id, NULL, &position))
        need->resource = GPOINTER_TO_UINT (position);
    }
}

/* What the service was given of a resource that is not shared by need. */
static void
find_allocation (const CapacityService *service,
                 CapacityCaseNeed      *need)
{
  need->share = NAN;
  for (guint i = 0; i < service->allocations->len; i++)
    {
      const CapacityAllocation *allocation = service->allocations->pdata[i];

      if (!capacity_id_equal (&allocation->resource, &need->id))
        continue;
      need->share = allocation->share;
      need->priority = allocation->priority;
    }
}

/* Whether one need for every case alike is all that is said of its resource. */
static gboolean
is_plain (const GPtrArray    *needs,
          const CapacityNeed *need)
{
  guint n = 0;

  for (guint i = 0; i < needs->len; i++)
    n += capacity_id_equal (&((const CapacityNeed *) needs->pdata[i])->resource, &need->resource);

  return n == 1 && need->kind == CAPACITY_REQUEST_ALL && need->channel == NULL;
}

static void
assess_needs (CapacityServiceResult *result,
              GHashTable            *resources)
{
  const CapacityService *service = result->assessment.service;
  g_autoptr (GArray) mix = NULL;

  if (service->needs->len == 0)
    return;
  result->needs = g_new0 (CapacityCaseNeed, service->needs->len);
  for (guint i = 0; i < service->needs->len; i++)
    {
      const CapacityNeed *said = service->needs->pdata[i];
      CapacityCaseNeed *need = &result->needs[result->n_needs];

      if (has_need (result, &said->resource))
        continue;
      if (mix == NULL && !is_plain (service->needs, said))
        mix = capacity_mix_of (service, result->assessment.quality.last_month);
      need->id = said->resource;
      need->per_case = is_plain (service->needs, said) ? said->amount
                                                       : capacity_mix_use_of (mix, service->needs, &need->id).per_case;
      find_allocation (service, need);
      result->n_needs += need->per_case > 0;
    }
  locate_needs (result, resources);
}

/**
 * capacity_assess_demand:
 * @context: what is shared
 * @service: a service
 * @resources: (element-type CapacityId guint): position of each resource of the portfolio
 *
 * Makes the half of the result that follows from the service's own measurements.
 *
 * Returns: (transfer full): the result; not shared yet
 */
CapacityServiceResult *
capacity_assess_demand (CapacityAssessContext *context,
                        const CapacityService *service,
                        GHashTable            *resources)
{
  CapacityServiceResult *result = g_atomic_rc_box_new0 (CapacityServiceResult);
  CapacityServiceAssessment *self = &result->assessment;

  self->service = capacity_service_ref (service);
  self->last12 = self->previous12 = NAN;
  result->change_deviation = NAN;
  self->trend = (CapacityTrend){ .per_year = NAN, .p_value = NAN };
  self->queue = (CapacityQueue){ .stock = NAN, .growth = NAN, .clearance_days = NAN, .allowed = NAN, .relief = NAN };
  for (guint mode = 0; mode < CAPACITY_N_MODES; mode++)
    self->modes[mode].demand = NAN;
  find_demand (context, self);
  if (self->demand != NULL)
    {
      assess_year (self);
      assess_history (context, self);
      capacity_assess_forecast (context, result);
      assess_changes (context, result);
    }
  assess_queue (context, self);
  assess_needs (result, resources);

  return result;
}

/**
 * capacity_assess_demand_again:
 * @previous: the result of an earlier assessment of the same service on the same day
 * @resources: (nullable) (element-type CapacityId guint): position of each resource, where they have changed
 *
 * Returns: (transfer full): a new result with the same half, sharing series and forecast
 */
CapacityServiceResult *
capacity_assess_demand_again (const CapacityServiceResult *previous,
                              GHashTable                  *resources)
{
  CapacityServiceResult *result = (g_atomic_rc_box_dup) (sizeof *result, previous);
  CapacityServiceAssessment *self = &result->assessment;

  capacity_service_ref (self->service);
  if (self->missing != NULL)
    g_array_ref (self->missing);
  if (self->divisions != NULL)
    g_array_ref (self->divisions);
  if (self->demand != NULL)
    {
      capacity_series_ref (self->demand);
      capacity_series_ref (self->counted);
      capacity_forecast_ref (self->forecast);
      capacity_forecast_ref (self->plain);
    }
  self->limits_regular = self->limits_peak = NULL;
  self->n_limits = 0;
  result->needs = g_memdup2 (previous->needs, previous->n_needs * sizeof *previous->needs);
  if (resources != NULL)
    locate_needs (result, resources);

  return result;
}
