/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-explanation.h"

#include "capacity-cost.h"
#include "capacity-erlang.h"
#include "capacity-exhaustion.h"
#include "capacity-plan-outlook.h"
#include "capacity-queue.h"
#include "capacity-quantity.h"
#include "capacity-statistics.h"
#include "capacity-trend.h"
#include "capacity-utilisation.h"
#include "capacity-waiting.h"
#include "capacity-workload.h"

#include <math.h>

/* Takes every explanation apart and makes its figure again from nothing but its inputs and its formula. */

static const CapacityExplanationInput *
input_of (const CapacityExplanation *self,
          CapacityTerm               term)
{
  const CapacityExplanationInput *input = capacity_explanation_find (self, term);

  g_assert_nonnull (input);

  return input;
}

static double
value_of (const CapacityExplanation *self,
          CapacityTerm               term)
{
  const CapacityExplanationInput *input = capacity_explanation_find (self, term);

  return input != NULL ? input->value : NAN;
}

static double
again_worst (const CapacityExplanation *self)
{
  CapacityVerdict verdicts[CAPACITY_N_MODES];

  g_assert_cmpuint (self->inputs->len, ==, CAPACITY_N_MODES);
  for (guint i = 0; i < self->inputs->len; i++)
    verdicts[i] = (CapacityVerdict) ((CapacityExplanationInput *) self->inputs->pdata[i])->value;

  return capacity_verdict_overall (verdicts, CAPACITY_N_MODES);
}

static double
again_long_term (const CapacityExplanation *self)
{
  double utilisation = value_of (self, CAPACITY_TERM_UTILISATION);
  const CapacityExplanationInput *forecast, *regular, *peak;

  if (capacity_explanation_find (self, CAPACITY_TERM_EXHAUSTION) == NULL)
    return utilisation < value_of (self, CAPACITY_TERM_LOW) ? CAPACITY_VERDICT_EXCESSIVE
                                                            : CAPACITY_VERDICT_SUFFICIENT;
  forecast = input_of (self, CAPACITY_TERM_FORECAST);
  regular = input_of (self, CAPACITY_TERM_CAPACITY_BY_MONTH);
  peak = input_of (self, CAPACITY_TERM_PEAK_CAPACITY);
  for (guint i = 0; i < forecast->n_values; i++)
    if (forecast->values[i] > regular->values[i] && !(forecast->values[i] <= peak->values[i]))
      return CAPACITY_VERDICT_INSUFFICIENT;

  return CAPACITY_VERDICT_AT_RISK;
}

static double
again_verdict (const CapacityExplanation *self)
{
  const CapacityExplanationInput *recent = capacity_explanation_find (self, CAPACITY_TERM_RECENT_UTILISATION);
  double utilisation = value_of (self, CAPACITY_TERM_UTILISATION);
  double low = value_of (self, CAPACITY_TERM_LOW);
  gboolean is_idle = recent != NULL ? capacity_is_under_use (recent->values, recent->n_values, low)
                                    : utilisation < low;
  double relief = capacity_clearance_to (value_of (self, CAPACITY_TERM_STOCK),
                                         value_of (self, CAPACITY_TERM_QUEUE_TARGET),
                                         value_of (self, CAPACITY_TERM_DEMAND),
                                         value_of (self, CAPACITY_TERM_CAPACITY));
  CapacityReason reason;

  if (self->value == CAPACITY_VERDICT_UNKNOWN)
    return CAPACITY_VERDICT_UNKNOWN;
  if (self->mode == CAPACITY_MODE_LONG_TERM)
    return again_long_term (self);

  return capacity_verdict (utilisation, value_of (self, CAPACITY_TERM_TARGET), is_idle, relief > 12,
                           value_of (self, CAPACITY_TERM_WAIT_IN_TIME) < value_of (self, CAPACITY_TERM_WAIT_GOAL),
                           &reason);
}

static double
again_case_cost (const CapacityExplanation *self)
{
  double cost = self->inputs->len > 0 ? 0 : NAN;

  for (guint i = 0; i + 2 < self->inputs->len; i += 3)
    {
      const CapacityExplanationInput *annual = self->inputs->pdata[i];
      const CapacityExplanationInput *capacity = self->inputs->pdata[i + 1];
      const CapacityExplanationInput *need = self->inputs->pdata[i + 2];

      cost += annual->value * need->value / (12 * capacity->value);
    }

  return cost;
}

/* Only where more wait than may. */
static double
again_relief (const CapacityExplanation *self)
{
  double waits = value_of (self, CAPACITY_TERM_STOCK);
  double allowed = value_of (self, CAPACITY_TERM_QUEUE_TARGET);

  return waits > allowed ? value_of (self, CAPACITY_TERM_DEMAND) + (waits - allowed) / 12 : NAN;
}

static double
again_fullest (const CapacityExplanation *self)
{
  const CapacityExplanationInput *forecast = capacity_explanation_find (self, CAPACITY_TERM_LEVEL);
  const CapacityExplanationInput *capacity = capacity_explanation_find (self, CAPACITY_TERM_CAPACITY_LEVEL);
  double fullest = NAN;
  double demand = NAN;

  for (guint i = 0; forecast != NULL && i < forecast->n_values; i++)
    {
      double utilisation = capacity_utilisation (forecast->values[i], capacity->values[i]);

      if (isnan (utilisation) || utilisation <= fullest)
        continue;
      fullest = utilisation;
      demand = forecast->values[i];
    }

  return demand;
}

static double
again_limit (const CapacityExplanation *self)
{
  const CapacityExplanationInput *limit = capacity_explanation_find (self, CAPACITY_TERM_LIMIT);

  if (limit == NULL)
    return NAN;
  if (limit->per == CAPACITY_PERIOD_HOUR)
    {
      gboolean is_own = capacity_explanation_find (self, CAPACITY_TERM_OPEN_HOURS) != NULL;

      return limit->value * value_of (self, is_own ? CAPACITY_TERM_OPEN_HOURS : CAPACITY_TERM_DAY_HOURS)
             * value_of (self, CAPACITY_TERM_WORKING_DAYS);
    }
  if (limit->per == CAPACITY_PERIOD_DAY)
    return limit->value * value_of (self, CAPACITY_TERM_WORKING_DAYS);
  if (limit->per == CAPACITY_PERIOD_WEEK)
    return limit->value * value_of (self, CAPACITY_TERM_WORKING_DAYS) / 5;

  return capacity_rate_convert (limit->value, limit->per, CAPACITY_PERIOD_MONTH);
}

static double
again_share (const CapacityExplanation *self)
{
  double need = value_of (self, CAPACITY_TERM_NEED);
  double volume = value_of (self, CAPACITY_TERM_VOLUME);
  double load = value_of (self, CAPACITY_TERM_RESOURCE_LOAD);
  double capacity = value_of (self, CAPACITY_TERM_RESOURCE_CAPACITY);

  load = isnan (load) ? 0 : load;
  if (volume > 0)
    return capacity * (volume * need / load) / need;

  return MAX (0, capacity - load) / need;
}

static double
again_mean_need (const CapacityExplanation *self)
{
  double units = 0;
  double cases = 0;

  for (guint i = 0; i + 1 < self->inputs->len; i += 2)
    {
      const CapacityExplanationInput *mix = self->inputs->pdata[i];
      const CapacityExplanationInput *need = self->inputs->pdata[i + 1];

      units += mix->value * need->value;
      cases += mix->value;
    }

  return units / cases;
}

static double
again_crossing (const CapacityExplanation *self)
{
  const CapacityExplanationInput *level = capacity_explanation_find (self, CAPACITY_TERM_LEVEL);
  const CapacityExplanationInput *forecast = level != NULL
                                               ? level
                                               : capacity_explanation_find (self, CAPACITY_TERM_FORECAST);
  int place;

  if (forecast == NULL)
    return 0;
  place = capacity_first_crossing (forecast->values, input_of (self, CAPACITY_TERM_CAPACITY_LEVEL)->values,
                                   forecast->n_values, value_of (self, CAPACITY_TERM_TARGET));

  return place < 0 ? 0 : forecast->first + place;
}

static double
again_stock (const CapacityExplanation *self)
{
  double stock = value_of (self, CAPACITY_TERM_STOCK);

  if (self->formula == CAPACITY_FORMULA_STOCK_FROM_FLOWS)
    for (guint i = 0; i < input_of (self, CAPACITY_TERM_ARRIVALS)->n_values; i++)
      stock = capacity_stock_next (stock, input_of (self, CAPACITY_TERM_ARRIVALS)->values[i],
                                   input_of (self, CAPACITY_TERM_COMPLETIONS)->values[i], 0);

  return stock;
}

static double
again_growth (const CapacityExplanation *self)
{
  const CapacityExplanationInput *arrivals = capacity_explanation_find (self, CAPACITY_TERM_ARRIVALS);
  const CapacityExplanationInput *stock = capacity_explanation_find (self, CAPACITY_TERM_STOCK);
  double growth[6];

  if (arrivals == NULL && stock == NULL)
    return NAN;
  for (guint i = 0; i < G_N_ELEMENTS (growth); i++)
    growth[i] = arrivals != NULL ? arrivals->values[i] - input_of (self, CAPACITY_TERM_COMPLETIONS)->values[i]
                                 : stock->values[i + 1] - stock->values[i];

  return capacity_mean (growth, G_N_ELEMENTS (growth));
}

static double
again_quality (const CapacityExplanation *self)
{
  const CapacityExplanationInput *first = self->inputs->pdata[0];
  int length = first->term == CAPACITY_TERM_N_QUARTERS ? 3 : first->term == CAPACITY_TERM_N_YEARS ? 12 : 1;
  double n = first->value;
  CapacityPeriod now = capacity_period_of_date (CAPACITY_PERIOD_MONTH,
                                                (int) value_of (self, CAPACITY_TERM_AS_OF));
  gboolean is_stale = now.index - value_of (self, CAPACITY_TERM_LAST_MONTH) > 2 + length;

  if (n == 0)
    return 0;

  return (n - value_of (self, CAPACITY_TERM_N_MISSING) - value_of (self, CAPACITY_TERM_N_OUTLIERS)) / n
         * MIN (1, n * length / 24)
         * (is_stale ? 0.5 : 1);
}

/* The sum over pairs of inputs of one name. */
static double
again_products (const CapacityExplanation *self)
{
  g_autofree double *volumes = g_new (double, MAX (self->inputs->len, 1));
  g_autofree double *needs = g_new (double, MAX (self->inputs->len, 1));

  for (guint i = 0; i + 1 < self->inputs->len; i += 2)
    {
      const CapacityExplanationInput *volume = self->inputs->pdata[i];
      const CapacityExplanationInput *need = self->inputs->pdata[i + 1];

      g_assert_cmpstr (volume->name, ==, need->name);
      volumes[i / 2] = volume->value;
      needs[i / 2] = need->value;
    }

  return capacity_workload (volumes, needs, self->inputs->len / 2);
}

static double
again_sum (const CapacityExplanation *self)
{
  double sum = 0;

  for (guint i = 0; i < self->inputs->len; i++)
    sum += ((const CapacityExplanationInput *) self->inputs->pdata[i])->value;

  return sum;
}

static double
again_by_days (const CapacityExplanation *self)
{
  double sum = 0;
  double days = 0;

  for (guint i = 0; i + 1 < self->inputs->len; i += 2)
    {
      const CapacityExplanationInput *capacity = self->inputs->pdata[i];
      const CapacityExplanationInput *length = self->inputs->pdata[i + 1];

      if (isnan (capacity->value))
        continue;
      sum += capacity->value * length->value;
      days += length->value;
    }

  return days > 0 ? sum / days : NAN;
}

/* Nobody is away more than there are days. */
static double
again_net_hours (const CapacityExplanation *self)
{
  double sum = value_of (self, CAPACITY_TERM_GROSS_HOURS);

  for (guint i = 1; i < self->inputs->len; i++)
    sum -= ((const CapacityExplanationInput *) self->inputs->pdata[i])->value;

  return MAX (0, sum);
}

/* The highest index of the months, each of which stands there too. */
static double
again_season (const CapacityExplanation *self)
{
  const CapacityExplanationInput *arrivals = capacity_explanation_find (self, CAPACITY_TERM_ARRIVALS);
  double indices[CAPACITY_SEASON_LENGTH];
  double highest = -1;

  if (arrivals == NULL)
    return NAN;
  g_assert_true (capacity_seasonal_indices (arrivals->values, arrivals->n_values, 12, TRUE, indices));
  g_assert_cmpuint (self->inputs->len, ==, 1 + CAPACITY_SEASON_LENGTH);
  for (guint i = 0; i < CAPACITY_SEASON_LENGTH; i++)
    {
      const CapacityExplanationInput *input = self->inputs->pdata[1 + i];
      int place = ((input->first - arrivals->first) % 12 + 12) % 12;

      g_assert_cmpint (input->term, ==, CAPACITY_TERM_SEASON);
      g_assert_cmpfloat_with_epsilon (input->value, indices[place] - 1, 1e-9);
      highest = MAX (highest, indices[place] - 1);
    }

  return highest;
}

/* How many months the rules mark, each of which stands there too. */
static double
again_signals (const CapacityExplanation *self)
{
  const CapacityExplanationInput *months = capacity_explanation_find (self, CAPACITY_TERM_ADJUSTED);
  g_autofree guint *signals = NULL;
  CapacityXmr limits;
  guint n = 0;
  guint place = 4;

  if (months == NULL)
    return NAN;
  signals = g_new0 (guint, months->n_values);
  limits = capacity_xmr_limits (months->values, months->n_values);
  g_assert_cmpfloat (value_of (self, CAPACITY_TERM_CENTRE), ==, limits.mean);
  g_assert_cmpfloat (value_of (self, CAPACITY_TERM_CONTROL_LOWER), ==, limits.lower);
  g_assert_cmpfloat (value_of (self, CAPACITY_TERM_CONTROL_UPPER), ==, limits.upper);
  capacity_xmr_signals (months->values, months->n_values, limits, signals);
  for (guint i = 0; i < months->n_values; i++)
    if (signals[i] != CAPACITY_XMR_NOISE)
      {
        const CapacityExplanationInput *input = self->inputs->pdata[place++];

        g_assert_cmpint (input->first, ==, months->first + (int) i);
        g_assert_cmpuint (input->signals, ==, signals[i]);
        g_assert_cmpfloat (input->value, ==, months->values[i]);
        n++;
      }
  g_assert_cmpuint (place, ==, self->inputs->len);

  return n;
}

static double
again_xmr (const CapacityExplanation *self)
{
  double distance = 2.66 * value_of (self, CAPACITY_TERM_MEAN_RANGE);
  double mean = value_of (self, CAPACITY_TERM_CENTRE);

  if (isnan (mean))
    return NAN;

  return self->formula == CAPACITY_FORMULA_XMR_UPPER ? mean + distance : MAX (0, mean - distance);
}

/* The least that any mode leaves, as part of what there is. */
static double
again_saving (const CapacityExplanation *self)
{
  double least = NAN;

  for (guint i = 0; i < self->inputs->len; i++)
    {
      const CapacityExplanationInput *input = self->inputs->pdata[i];

      if (input->term == CAPACITY_TERM_LEFT)
        least = fmin (least, input->value);
    }
  if (isnan (least))
    return NAN;

  return (double) capacity_money_share ((CapacityMoney) value_of (self, CAPACITY_TERM_ANNUAL_COST),
                                        MAX (least, 0) / value_of (self, CAPACITY_TERM_RESOURCE_CAPACITY));
}

/* The line before a resource; an hour is the unit of time. */
static double
again_line (const CapacityExplanation *self)
{
  double arrivals = value_of (self, CAPACITY_TERM_ARRIVALS_HOUR);
  double service_time = value_of (self, CAPACITY_TERM_SERVICE_TIME) / 60;
  guint places = (guint) value_of (self, CAPACITY_TERM_PLACES);
  CapacityLine line;

  if (isnan (arrivals))
    return NAN;
  line = capacity_erlang_c (arrivals, service_time, places);
  if (self->formula == CAPACITY_FORMULA_WAITS)
    return line.waits;
  if (self->formula == CAPACITY_FORMULA_MEAN_WAIT)
    return line.mean_wait * 60;
  if (self->formula == CAPACITY_FORMULA_LINE_GROWTH)
    return line.state == CAPACITY_LINE_GROWS ? arrivals - places / service_time : NAN;

  return capacity_service_level (arrivals, service_time, places, value_of (self, CAPACITY_TERM_WAIT_LIMIT) / 60);
}

static double
again_places_needed (const CapacityExplanation *self)
{
  guint needed = capacity_places_needed (value_of (self, CAPACITY_TERM_ARRIVALS_HOUR),
                                         value_of (self, CAPACITY_TERM_SERVICE_TIME) / 60,
                                         value_of (self, CAPACITY_TERM_WAIT_LIMIT) / 60,
                                         value_of (self, CAPACITY_TERM_WAIT_GOAL),
                                         value_of (self, CAPACITY_TERM_TARGET));

  return needed > 0 ? needed : NAN;
}

static double
again_waiting (const CapacityExplanation *self)
{
  switch (self->formula)
    {
    case CAPACITY_FORMULA_VISITS:
      return again_products (self);
    case CAPACITY_FORMULA_OPEN_HOURS:
      return value_of (self, CAPACITY_TERM_WORKING_DAYS) * value_of (self, CAPACITY_TERM_OPEN_HOURS);
    case CAPACITY_FORMULA_PER_OPEN_HOUR:
      return value_of (self, CAPACITY_TERM_VISITS) / value_of (self, CAPACITY_TERM_OPEN_MONTH);
    case CAPACITY_FORMULA_SERVICE_TIME:
      return value_of (self, CAPACITY_TERM_RESOURCE_LOAD) / value_of (self, CAPACITY_TERM_VISITS) * 60;
    case CAPACITY_FORMULA_PLACES:
      return floor (value_of (self, CAPACITY_TERM_RESOURCE_CAPACITY) / value_of (self, CAPACITY_TERM_OPEN_MONTH) + 1e-9);
    case CAPACITY_FORMULA_PLACES_NEEDED:
      return again_places_needed (self);
    case CAPACITY_FORMULA_PLACES_POSTS:
      return value_of (self, CAPACITY_TERM_PLACES) * value_of (self, CAPACITY_TERM_OPEN_MONTH)
             / value_of (self, CAPACITY_TERM_POST_HOURS);
    default:
      return again_line (self);
    }
}

static double
again (const CapacityExplanation *self)
{
  const CapacityExplanationInput *first = self->inputs->len > 0 ? self->inputs->pdata[0] : NULL;

  switch (self->formula)
    {
    case CAPACITY_FORMULA_WORST:
      return again_worst (self);
    case CAPACITY_FORMULA_VERDICT:
      return again_verdict (self);
    case CAPACITY_FORMULA_QUOTIENT:
      return capacity_utilisation (first->value,
                                   ((CapacityExplanationInput *) self->inputs->pdata[1])->value);
    case CAPACITY_FORMULA_MEDIAN:
      return first != NULL ? capacity_median (first->values, first->n_values) : NAN;
    case CAPACITY_FORMULA_PERCENTILE_90:
      return first != NULL ? capacity_quantile (first->values, first->n_values, 0.9) : NAN;
    case CAPACITY_FORMULA_FULLEST_MONTH:
      return again_fullest (self);
    case CAPACITY_FORMULA_LIMIT_IN_MONTH:
    case CAPACITY_FORMULA_FACT:
      return again_limit (self);
    case CAPACITY_FORMULA_LIMIT_ALL_THE_SAME:
      g_assert_cmpfloat (value_of (self, CAPACITY_TERM_RESOURCE_ALLOWS), <, again_limit (self));
      return again_limit (self);
    case CAPACITY_FORMULA_LEAST_RESOURCE:
      return first->value;
    case CAPACITY_FORMULA_FAIR_SHARE:
      return again_share (self);
    case CAPACITY_FORMULA_HEADROOM:
      return capacity_headroom (value_of (self, CAPACITY_TERM_DEMAND),
                                value_of (self, CAPACITY_TERM_CAPACITY),
                                value_of (self, CAPACITY_TERM_TARGET));
    case CAPACITY_FORMULA_FIRST_CROSSING:
      return again_crossing (self);
    case CAPACITY_FORMULA_NOW_ABOVE_TARGET:
      g_assert_cmpfloat (value_of (self, CAPACITY_TERM_UTILISATION), >,
                         value_of (self, CAPACITY_TERM_TARGET));
      return capacity_period_of_date (CAPACITY_PERIOD_MONTH,
                                      (int) value_of (self, CAPACITY_TERM_AS_OF)).index;
    case CAPACITY_FORMULA_MONTH_LESS_LEAD:
      return first->term == CAPACITY_TERM_LEAD_DAYS
               ? 0
               : capacity_exhaustion_decide_by ((int) first->value,
                                                (int) value_of (self, CAPACITY_TERM_LEAD_DAYS));
    case CAPACITY_FORMULA_SUM:
      return first != NULL && capacity_n_measured (first->values, first->n_values) == 12 ? first->value : NAN;
    case CAPACITY_FORMULA_CHANGE:
      return value_of (self, CAPACITY_TERM_LAST12) / value_of (self, CAPACITY_TERM_PREVIOUS12) - 1;
    case CAPACITY_FORMULA_THEIL_SEN:
      return first != NULL ? capacity_trend (first->values, first->n_values,
                                             12 / capacity_period_kind_months (first->per)).per_year : NAN;
    case CAPACITY_FORMULA_LAST_STOCK:
    case CAPACITY_FORMULA_STOCK_FROM_FLOWS:
      return again_stock (self);
    case CAPACITY_FORMULA_MEAN_GROWTH:
      return again_growth (self);
    case CAPACITY_FORMULA_CLEARANCE:
      return capacity_clearance (value_of (self, CAPACITY_TERM_STOCK),
                                 value_of (self, CAPACITY_TERM_CAPACITY))
             * value_of (self, CAPACITY_TERM_WORKING_DAYS);
    case CAPACITY_FORMULA_CASE_COST:
      return again_case_cost (self);
    case CAPACITY_FORMULA_MONTH_STOCK:
      return value_of (self, CAPACITY_TERM_DEMAND);
    case CAPACITY_FORMULA_TERM_STOCK:
      return capacity_target_stock (value_of (self, CAPACITY_TERM_DEMAND),
                                    12 * value_of (self, CAPACITY_TERM_TERM_DAYS)
                                    / value_of (self, CAPACITY_TERM_YEAR_DAYS), 1);
    case CAPACITY_FORMULA_RELIEF:
      return again_relief (self);
    case CAPACITY_FORMULA_RELATIVE_ERROR:
      return value_of (self, CAPACITY_TERM_ERROR) / value_of (self, CAPACITY_TERM_ERROR_SNAIVE);
    case CAPACITY_FORMULA_QUALITY:
      return again_quality (self);
    case CAPACITY_FORMULA_WORKLOAD:
      return again_products (self);
    case CAPACITY_FORMULA_GAP:
      return capacity_gap (value_of (self, CAPACITY_TERM_RESOURCE_LOAD),
                           value_of (self, CAPACITY_TERM_TARGET),
                           value_of (self, CAPACITY_TERM_RESOURCE_CAPACITY));
    case CAPACITY_FORMULA_GAP_POSTS:
      return value_of (self, CAPACITY_TERM_GAP) / value_of (self, CAPACITY_TERM_POST_HOURS);
    case CAPACITY_FORMULA_PART:
      return MAX (0, value_of (self, CAPACITY_TERM_RESOURCE_CAPACITY) - value_of (self, CAPACITY_TERM_BEFORE))
             * value_of (self, CAPACITY_TERM_PART) / value_of (self, CAPACITY_TERM_NEED);
    case CAPACITY_FORMULA_MEAN_NEED:
      return again_mean_need (self);
    case CAPACITY_FORMULA_LEFT:
      return value_of (self, CAPACITY_TERM_RESOURCE_CAPACITY)
             - value_of (self, CAPACITY_TERM_RESOURCE_LOAD) / value_of (self, CAPACITY_TERM_TARGET);
    case CAPACITY_FORMULA_SAVING:
      return again_saving (self);
    case CAPACITY_FORMULA_CASES_GAP:
      return capacity_gap (value_of (self, CAPACITY_TERM_DEMAND), value_of (self, CAPACITY_TERM_TARGET),
                           value_of (self, CAPACITY_TERM_CAPACITY)) * value_of (self, CAPACITY_TERM_NEED);
    case CAPACITY_FORMULA_GAP_COST:
      return (double) capacity_money_share ((CapacityMoney) value_of (self, CAPACITY_TERM_ANNUAL_COST),
                                            value_of (self, CAPACITY_TERM_GAP)
                                            / value_of (self, CAPACITY_TERM_RESOURCE_CAPACITY));
    case CAPACITY_FORMULA_GAP_POSTS_COST:
      return (double) capacity_money_share ((CapacityMoney) value_of (self, CAPACITY_TERM_ANNUAL_COST),
                                            value_of (self, CAPACITY_TERM_GAP)
                                            / value_of (self, CAPACITY_TERM_RESOURCE_CAPACITY)
                                            * ceil (value_of (self, CAPACITY_TERM_POSTS_SHORT))
                                            / value_of (self, CAPACITY_TERM_POSTS_SHORT));
    case CAPACITY_FORMULA_TOTAL:
    case CAPACITY_FORMULA_FORESEEN:
      return again_sum (self);
    case CAPACITY_FORMULA_DRIVEN:
      return value_of (self, CAPACITY_TERM_DRIVER) * value_of (self, CAPACITY_TERM_DRIVER_RATE);
    case CAPACITY_FORMULA_POST_HOURS:
      return value_of (self, CAPACITY_TERM_RESOURCE_CAPACITY) / value_of (self, CAPACITY_TERM_POSTS);
    case CAPACITY_FORMULA_BY_DAYS:
      return again_by_days (self);
    case CAPACITY_FORMULA_AVAILABILITY:
      return value_of (self, CAPACITY_TERM_RESOURCE_CAPACITY) * value_of (self, CAPACITY_TERM_AVAILABILITY);
    case CAPACITY_FORMULA_NET_HOURS:
      return again_net_hours (self);
    case CAPACITY_FORMULA_GROSS_HOURS:
      return value_of (self, CAPACITY_TERM_POSTS) * value_of (self, CAPACITY_TERM_WORKING_DAYS)
             * value_of (self, CAPACITY_TERM_DAY_HOURS);
    case CAPACITY_FORMULA_ABSENT_HOURS:
      return value_of (self, CAPACITY_TERM_POSTS) * value_of (self, CAPACITY_TERM_DAY_HOURS)
             * value_of (self, CAPACITY_TERM_DAYS_A_YEAR) * value_of (self, CAPACITY_TERM_WORKING_DAYS)
             / value_of (self, CAPACITY_TERM_YEAR_DAYS);
    case CAPACITY_FORMULA_VISITS:
    case CAPACITY_FORMULA_OPEN_HOURS:
    case CAPACITY_FORMULA_PER_OPEN_HOUR:
    case CAPACITY_FORMULA_SERVICE_TIME:
    case CAPACITY_FORMULA_PLACES:
    case CAPACITY_FORMULA_WAITS:
    case CAPACITY_FORMULA_MEAN_WAIT:
    case CAPACITY_FORMULA_LINE_GROWTH:
    case CAPACITY_FORMULA_IN_TIME:
    case CAPACITY_FORMULA_PLACES_NEEDED:
    case CAPACITY_FORMULA_PLACES_POSTS:
      return again_waiting (self);
    case CAPACITY_FORMULA_SEASON:
      return again_season (self);
    case CAPACITY_FORMULA_SIGNALS:
      return again_signals (self);
    case CAPACITY_FORMULA_XMR_LOWER:
    case CAPACITY_FORMULA_XMR_UPPER:
      return again_xmr (self);
    case CAPACITY_FORMULA_OTHER_HOURS:
      return value_of (self, CAPACITY_TERM_PRESENT) * value_of (self, CAPACITY_TERM_OTHER_SHARE);
    default:
      g_assert_not_reached ();
    }
}

static guint
walk (const CapacityExplanation *self,
      guint                     *seen)
{
  double value = again (self);
  guint n = 1;

  seen[self->formula]++;
  if (isnan (self->value))
    g_assert_true (isnan (value));
  else
    g_assert_cmpfloat_with_epsilon (value, self->value, 1e-9 * MAX (1, fabs (self->value)));
  for (guint i = 0; i < self->inputs->len; i++)
    {
      const CapacityExplanationInput *input = self->inputs->pdata[i];

      if (input->child == NULL)
        continue;
      g_assert_true (input->value == input->child->value || isnan (input->value));
      n += walk (input->child, seen);
    }

  return n;
}

static void
add_volume (CapacityService *service,
            CapacityMeasure  measure,
            double           level,
            double           growth,
            guint            n,
            guint            until)
{
  g_autofree double *values = g_new (double, n);
  int end = capacity_month (2026, 11).index - (int) until;

  for (guint i = 0; i < n; i++)
    values[i] = i % 17 == 5 ? NAN
                            : round ((level + growth * i)
                                     * (1 + 0.1 * sin (i * 0.5236) + 0.02 * cos (i * 12.9898)));
  capacity_service_take_volume (service, CAPACITY_REQUEST_ALL, NULL, measure,
                                capacity_series_new (CAPACITY_PERIOD_MONTH, end - (int) n, values, n),
                                "izraksts.csv");
}

/* People by their posts, with one more from within the month of the assessment, and a system that is maintained in it
 * and not always available. */
static void
add_staffed (CapacityPortfolio *portfolio)
{
  CapacityResource *people = capacity_resource_new ();
  CapacityResource *system = capacity_resource_new ();
  CapacityDate day = capacity_date_from_ymd (2026, 11, 12);
  CapacityLimit *more = capacity_limit_new (CAPACITY_MODE_REGULAR, 5, CAPACITY_PERIOD_MONTH, day, CAPACITY_DATE_NONE);

  people->posts = 4;
  people->leave_days = 20;
  people->sick_days = 6;
  people->training_days = 3;
  people->other_duties = 0.1;
  people->open_hours = 6;
  more->in_posts = TRUE;
  g_ptr_array_add (people->limits, more);
  people->sharing = CAPACITY_SHARING_PRIORITY;
  system->kind = CAPACITY_RESOURCE_SYSTEM;
  system->availability = 0.98;
  system->sharing = CAPACITY_SHARING_SHARE;
  system->annual_cost = 1234567;
  g_ptr_array_add (system->limits, capacity_limit_new (CAPACITY_MODE_REGULAR, 3000, CAPACITY_PERIOD_MONTH,
                                                       CAPACITY_DATE_NONE, CAPACITY_DATE_NONE));
  g_ptr_array_add (system->limits, capacity_limit_new (CAPACITY_MODE_REGULAR, 0, CAPACITY_PERIOD_MONTH, day, day + 1));
  g_ptr_array_add (portfolio->resources, people);
  g_ptr_array_add (portfolio->resources, system);
}

/* Complaints by mail that take more, a part of the resource, or a place in the order. */
static void
add_special (CapacityService  *service,
             const CapacityId *resource,
             guint             i)
{
  CapacityNeed *need = capacity_need_new (resource, CAPACITY_REQUEST_COMPLAINT, 0.4);
  CapacityAllocation allocation = { capacity_id_new (), *resource, i % 2 == 0 ? NAN : 0.07, (int) i % 4 };

  need->channel = g_strdup ("e-pasts");
  g_ptr_array_add (service->needs, need);
  g_ptr_array_add (service->allocations, g_memdup2 (&allocation, sizeof allocation));
}

/* Complaints by mail beside service requests. */
static void
tell_apart (CapacityService *service)
{
  double values[12] = { 3, 4, 5, 3, 4, 5, 3, 4, 5, 3, 4, 5 };
  int first = capacity_month (2025, 11).index;

  for (guint i = 0; i < service->volumes->len; i++)
    ((CapacityVolume *) service->volumes->pdata[i])->kind = CAPACITY_REQUEST_SERVICE;
  capacity_service_take_volume (service, CAPACITY_REQUEST_COMPLAINT, "e-pasts", CAPACITY_MEASURE_ARRIVALS,
                                capacity_series_new (CAPACITY_PERIOD_MONTH, first, values, G_N_ELEMENTS (values)),
                                NULL);
}

static void
add_event (GPtrArray *events,
           double     share,
           double     cases)
{
  CapacityKnownEvent *event = capacity_known_event_new (CAPACITY_KNOWN_EVENT_LAW, "Likums",
                                                        capacity_date_from_ymd (2027, 2, 10), CAPACITY_DATE_NONE);

  event->share = share;
  event->cases = cases;
  g_ptr_array_add (events, event);
}

/* A counter before which people wait, but for those who complain by mail. */
static void
add_counter (CapacityPortfolio *portfolio)
{
  CapacityResource *counter = capacity_resource_new ();
  CapacityService *service = capacity_service_new ();

  counter->posts = 6;
  counter->open_hours = 8;
  counter->wait_minutes = 15;
  counter->wait_share = 0.9;
  g_ptr_array_add (portfolio->resources, counter);
  add_volume (service, CAPACITY_MEASURE_ARRIVALS, 1500, 0, 40, 0);
  tell_apart (service);
  g_ptr_array_add (service->needs, capacity_need_new (&counter->id, CAPACITY_REQUEST_SERVICE, 0.25));
  g_ptr_array_add (portfolio->services, service);
}

/* Open longer than the institution works, and hardly needed. */
static void
add_open_by_hours (CapacityPortfolio *portfolio)
{
  CapacityResource *resource = capacity_resource_new ();
  CapacityService *service = portfolio->services->pdata[40];

  resource->open_hours = 9;
  resource->annual_cost = 7654321;
  g_ptr_array_add (service->needs, capacity_need_new (&resource->id, CAPACITY_REQUEST_ALL, 0.01));
  g_ptr_array_add (resource->limits, capacity_limit_new (CAPACITY_MODE_REGULAR, 20, CAPACITY_PERIOD_HOUR,
                                                         CAPACITY_DATE_NONE, CAPACITY_DATE_NONE));
  g_ptr_array_add (portfolio->resources, resource);
}

/* What is counted by the quarter or year only. */
static void
add_long_periods (CapacityPortfolio *portfolio,
                  CapacityPeriodKind kind,
                  int                end,
                  guint              n)
{
  CapacityService *service = capacity_service_new ();
  double values[24];

  for (guint i = 0; i < n; i++)
    values[i] = i == 3 ? NAN : round (900 + 20 * i + 80 * cos (i * 12.9898));
  capacity_service_take_volume (service, CAPACITY_REQUEST_ALL, NULL, CAPACITY_MEASURE_ARRIVALS,
                                capacity_series_new (kind, end - (int) n, values, n), NULL);
  for (CapacityMeasure measure = CAPACITY_MEASURE_COMPLETIONS; measure <= CAPACITY_MEASURE_STOCK; measure++)
    capacity_service_take_volume (service, CAPACITY_REQUEST_ALL, NULL, measure,
                                  capacity_series_new (kind, end - (int) n, values, n - (measure == CAPACITY_MEASURE_STOCK)),
                                  NULL);
  g_ptr_array_add (service->limits, capacity_limit_new (CAPACITY_MODE_REGULAR, 1100, kind, CAPACITY_DATE_NONE,
                                                        CAPACITY_DATE_NONE));
  g_ptr_array_add (service->needs, capacity_need_new (&((CapacityResource *) portfolio->resources->pdata[0])->id,
                                                      CAPACITY_REQUEST_ALL, 0.01));
  g_ptr_array_add (portfolio->services, service);
}

/* An invented portfolio in which every verdict and every way to a capacity occurs. */
static CapacityPortfolio *
new_portfolio (void)
{
  CapacityPortfolio *portfolio = capacity_portfolio_new ();
  const CapacityPeriodKind kinds[] = { CAPACITY_PERIOD_DAY, CAPACITY_PERIOD_WEEK, CAPACITY_PERIOD_MONTH,
                                       CAPACITY_PERIOD_YEAR, CAPACITY_PERIOD_HOUR };
  const double days[] = { 1, 5, 21, 250, 0.125 };
  const double factors[] = { 0.9, 1.3, 1.7, 4 };

  for (guint i = 0; i < 4; i++)
    {
      CapacityResource *resource = capacity_resource_new ();

      g_set_str (&resource->name, i % 2 == 0 ? "Speciālisti" : "Sistēma");
      resource->unit = g_strdup ("h");
      resource->posts = i % 2 == 0 ? 6 : NAN;
      resource->annual_cost = i % 2 == 0 ? 9876543 : -1;
      if (i < 3)
        g_ptr_array_add (resource->limits,
                         capacity_limit_new (CAPACITY_MODE_REGULAR, (i + 1) * 90 * days[i], kinds[i],
                                                               CAPACITY_DATE_NONE, CAPACITY_DATE_NONE));
      g_ptr_array_add (portfolio->resources, resource);
    }
  add_staffed (portfolio);
  add_event (portfolio->events, NAN, 5);
  for (guint i = 0; i < 60; i++)
    {
      CapacityService *service = capacity_service_new ();
      guint per = i < 56 ? i / 2 % 4 : 4;

      service->unit = g_strdup ("pieteikumi");
      if (i != 7)
        add_volume (service, CAPACITY_MEASURE_ARRIVALS, 300 + 10 * i, (i % 7) - 2.0, 3 + i,
                    i % 11 == 3 ? 9 : i % 2);
      if (i % 9 == 0)
        tell_apart (service);
      if (i % 10 == 4)
        add_event (service->events, 0.3, NAN);
      if (i % 8 == 1)
        service->term_days = (int) i;
      if (i % 13 == 6)
        {
          service->driver = g_strdup ("iedzīvotāji");
          service->driver_rate = 1.5;
        }
      if (i % 3 == 0)
        add_volume (service, CAPACITY_MEASURE_COMPLETIONS, 280 + 10 * i, (i % 7) - 2.0, 3 + i, 0);
      if (i % 4 == 1)
        add_volume (service, CAPACITY_MEASURE_STOCK, 200.0 * i, 10, 8, i % 5);
      if (i % 2 == 0)
        g_ptr_array_add (service->limits, capacity_limit_new (CAPACITY_MODE_REGULAR,
                                                              (300 + 10 * i) * factors[i / 8 % 4]
                                                              * days[per] / 21,
                                                              kinds[per], CAPACITY_DATE_NONE,
                                                              CAPACITY_DATE_NONE));
      if (i % 6 == 1)
        g_ptr_array_add (service->limits, capacity_limit_new (CAPACITY_MODE_PEAK, 2000, CAPACITY_PERIOD_MONTH,
                                                              capacity_date_from_ymd (2025, 1, 1),
                                                              CAPACITY_DATE_NONE));
      for (guint j = 0; j < 6 && i % 5 != 0; j += 1 + i % 2)
        {
          CapacityNeed *need = g_new0 (CapacityNeed, 1);

          need->id = capacity_id_new ();
          need->resource = ((CapacityResource *) portfolio->resources->pdata[j])->id;
          need->amount = 0.05 * (1 + j);
          g_ptr_array_add (service->needs, need);
          if (i % 3 == 0)
            add_special (service, &need->resource, j);
        }
      g_ptr_array_add (portfolio->services, service);
    }
  add_open_by_hours (portfolio);
  add_counter (portfolio);
  add_long_periods (portfolio, CAPACITY_PERIOD_QUARTER, capacity_month (2026, 10).index / 3, 24);
  add_long_periods (portfolio, CAPACITY_PERIOD_QUARTER, capacity_month (2026, 4).index / 3, 5);
  add_long_periods (portfolio, CAPACITY_PERIOD_YEAR, 2026, 15);

  return portfolio;
}

/* What a plan says is short in its third month is what its explanation says. */
static guint
walk_plan (const CapacityAssessment *assessment,
           const CapacityService    *service,
           guint                    *seen)
{
  g_autoptr (CapacityPlanOutlook) outlook = capacity_plan_outlook_new (assessment, service, 3, NULL, NULL);
  const CapacityPlanMonth *month = &outlook->courses[CAPACITY_COURSE_PLANNED].months[2];
  g_autoptr (CapacityExplanation) posts = NULL;
  g_autoptr (CapacityExplanation) money = NULL;

  posts = capacity_plan_outlook_explain (outlook, CAPACITY_COURSE_PLANNED, outlook->first + 2,
                                         CAPACITY_FIGURE_PLAN_POSTS);
  money = capacity_plan_outlook_explain (outlook, CAPACITY_COURSE_PLANNED, outlook->first + 2,
                                         CAPACITY_FIGURE_PLAN_MONEY);
  g_assert_cmpfloat_with_epsilon (posts->value, month->posts, 1e-9);
  g_assert_cmpfloat (money->value, ==, (double) month->money);

  return walk (posts, seen) + walk (money, seen);
}

static void
test_recompute (void)
{
  g_autoptr (CapacityPortfolio) portfolio = new_portfolio ();
  g_autoptr (CapacityAssessment) assessment = NULL;
  guint seen[CAPACITY_N_FORMULAS] = { 0 };
  guint n = 0;

  assessment = capacity_assess (portfolio, capacity_date_from_ymd (2026, 11, 23), NULL, NULL, NULL);
  for (guint i = 0; i < assessment->services->len; i++)
    for (guint figure = 0; figure <= CAPACITY_FIGURE_QUALITY; figure++)
      for (guint mode = 0; mode < CAPACITY_N_MODES; mode++)
        {
          g_autoptr (CapacityExplanation) explanation = NULL;

          explanation = capacity_explanation_new_service (assessment, assessment->services->pdata[i], figure,
                                                          mode);
          n += walk (explanation, seen);
        }
  for (guint i = 0; i < assessment->resources->len; i++)
    for (guint figure = CAPACITY_FIGURE_RESOURCE_VERDICT; figure < CAPACITY_FIGURE_PLAN_POSTS; figure++)
      {
        g_autoptr (CapacityExplanation) explanation = NULL;

        explanation = capacity_explanation_new_resource (assessment, assessment->resources->pdata[i], figure);
        n += walk (explanation, seen);
      }
  n += walk_plan (assessment, NULL, seen);
  for (guint i = 0; i < assessment->services->len; i++)
    n += walk_plan (assessment, portfolio->services->pdata[i], seen);
  g_test_message ("%u explanations", n);
  for (guint formula = 0; formula < CAPACITY_N_FORMULAS; formula++)
    g_assert_cmpuint (seen[formula], >, 0);
  for (guint verdict = 0; verdict < CAPACITY_N_VERDICTS; verdict++)
    g_assert_cmpuint (assessment->n_by_verdict[verdict], >, 0);
}

/* What the counter says is what Erlang's formula says of its cases, hours and posts. */
static void
test_waiting (void)
{
  g_autoptr (CapacityPortfolio) portfolio = new_portfolio ();
  g_autoptr (CapacityAssessment) assessment = NULL;
  const CapacityResourceAssessment *resource;
  CapacityWaiting waiting;
  CapacityWaiting other;
  CapacityLine line;

  assessment = capacity_assess (portfolio, capacity_date_from_ymd (2026, 11, 23), NULL, NULL, NULL);
  resource = assessment->resources->pdata[assessment->resources->len - 1];
  g_assert_true (capacity_waiting (resource, assessment->portfolio->calendar, &waiting));
  /* Twenty working days of eight hours, six posts without absence; a quarter of an hour each. */
  g_assert_cmpfloat (waiting.hours, ==, 160);
  g_assert_cmpuint (waiting.places, ==, 6);
  g_assert_cmpfloat_with_epsilon (waiting.service_hours, 0.25, 1e-9);
  g_assert_cmpfloat (waiting.visits, <, ((CapacityServiceAssessment *) assessment->services->pdata[60])->modes[0].demand);
  line = capacity_erlang_c (waiting.visits / 160, 0.25, 6);
  g_assert_cmpfloat_with_epsilon (waiting.line.mean_wait, line.mean_wait, 1e-9);
  g_assert_cmpfloat (waiting.in_time, >, 0.9);
  g_assert_cmpuint (waiting.needed, ==, capacity_places_needed (waiting.visits / 160, 0.25, 0.25, 0.9, resource->target));
  g_assert_cmpfloat_with_epsilon (waiting.posts, waiting.needed, 1e-9);

  g_assert_true (capacity_waiting (assessment->resources->pdata[4], assessment->portfolio->calendar, &waiting));
  g_assert_cmpint (waiting.line.state, ==, CAPACITY_LINE_GROWS);
  g_assert_cmpuint (waiting.needed, ==, 0);
  g_assert_true (isnan (waiting.in_time) && isnan (waiting.posts));
  other = waiting;
  g_assert_false (capacity_waiting (assessment->resources->pdata[2], assessment->portfolio->calendar, &other));
  g_assert_cmpfloat (other.visits, ==, waiting.visits);
}

static void
test_sources (void)
{
  g_autoptr (CapacityPortfolio) portfolio = new_portfolio ();
  g_autoptr (CapacityAssessment) assessment = NULL;
  g_autoptr (CapacityExplanation) explanation = NULL;
  const CapacityExplanationInput *input;

  assessment = capacity_assess (portfolio, capacity_date_from_ymd (2026, 11, 23), NULL, NULL, NULL);
  explanation = capacity_explanation_new_service (assessment, assessment->services->pdata[40],
                                                  CAPACITY_FIGURE_DEMAND,
                                                  CAPACITY_MODE_REGULAR);
  input = input_of (explanation, CAPACITY_TERM_ARRIVALS);
  g_assert_cmpint (input->origin, ==, CAPACITY_ORIGIN_IMPORT);
  g_assert_cmpstr (input->source, ==, "izraksts.csv");
  g_assert_cmpstr (input->unit_name, ==, "pieteikumi");
  g_assert_cmpint (input->last, ==, capacity_month (2026, 10).index);
  g_assert_cmpuint (input->n_values, ==, (guint) (input->last - input->first + 1));
  g_assert_cmpuint (capacity_n_measured (input->values, input->n_values), ==, 12);
}

/* The forecast's own explanation says what it was made with, what it follows and what it keeps out, and when; what is
 * laid on top stands beside it, apart. */
static void
test_making (void)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  g_autoptr (CapacityAssessment) assessment = NULL;
  g_autoptr (CapacityExplanation) explanation = NULL;
  CapacityService *service = capacity_service_new ();
  int first = capacity_month (2021, 11).index, odd = capacity_month (2024, 3).index;
  const CapacityForecast *forecast;
  const CapacityExplanationInput *peak;
  double values[60];

  for (int i = 0; i < 60; i++)
    {
      CapacityPeriod month = { CAPACITY_PERIOD_MONTH, first + i };
      double days = capacity_calendar_working_days (portfolio->calendar, month);

      values[i] = round (days * (40 + 4 * sin (i * G_PI / 6) + 0.3 * cos (i * 2.3)) * (month.index == odd ? 3 : 1));
    }
  capacity_service_take_volume (service, CAPACITY_REQUEST_ALL, NULL, CAPACITY_MEASURE_ARRIVALS,
                                capacity_series_new (CAPACITY_PERIOD_MONTH, first, values, 60), NULL);
  add_event (service->events, 0.3, NAN);
  g_ptr_array_add (portfolio->services, service);
  assessment = capacity_assess (portfolio, capacity_date_from_ymd (2026, 11, 23), NULL, NULL, NULL);
  forecast = ((const CapacityServiceAssessment *) assessment->services->pdata[0])->forecast;
  explanation = capacity_explanation_new_service (assessment, assessment->services->pdata[0],
                                                  CAPACITY_FIGURE_FORECAST_ERROR, CAPACITY_MODE_REGULAR);

  g_assert_cmpfloat (value_of (explanation, CAPACITY_TERM_MEMBERS), ==, forecast->members);
  g_assert_cmpuint (forecast->members & CAPACITY_MEMBER_AIRLINE, !=, 0);
  g_assert_cmpfloat (value_of (explanation, CAPACITY_TERM_FOLLOWS_DAYS), >, 0.5);
  g_assert_cmpfloat (value_of (explanation, CAPACITY_TERM_COVERED80), ==, forecast->covered80);
  peak = input_of (explanation, CAPACITY_TERM_PEAK_FOUND);
  g_assert_cmpint (peak->first, ==, odd);
  g_assert_cmpfloat (peak->value, >, 1);
  g_assert_cmpfloat (peak->value, <, 2.2);
  g_assert_nonnull (input_of (explanation, CAPACITY_TERM_FORESEEN)->child);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/explanation/recompute", test_recompute);
  g_test_add_func ("/explanation/waiting", test_waiting);
  g_test_add_func ("/explanation/sources", test_sources);
  g_test_add_func ("/explanation/making", test_making);

  return g_test_run ();
}
