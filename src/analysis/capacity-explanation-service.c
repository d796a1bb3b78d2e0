/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-explanation-private.h"

#include "capacity-assess-private.h"
#include "capacity-bottleneck.h"
#include "capacity-exhaustion.h"
#include "capacity-foreseen.h"
#include "capacity-case-cost.h"
#include "capacity-course.h"
#include "capacity-divide.h"
#include "capacity-trend.h"
#include "capacity-utilisation.h"
#include "capacity-workload.h"

#include <math.h>

/* What is explained: a service within its assessment. */
typedef struct
{
  const CapacityAssessment        *all;
  const CapacityServiceAssessment *self;
  const CapacityInstitution       *institution;
  int                              month;
} Subject;

static CapacityExplanation *explain (const Subject *subject,
                                     CapacityFigure figure,
                                     CapacityMode   mode);

static CapacityExplanation *
new_figure (const Subject  *subject,
            CapacityFigure  figure,
            CapacityMode    mode,
            CapacityFormula formula,
            double          value,
            CapacityUnit    unit)
{
  return capacity_explanation_new (figure, mode, formula, value, unit, subject->self->service->unit);
}

static void
add_figure (const Subject       *subject,
            CapacityExplanation *explanation,
            CapacityTerm         term,
            CapacityFigure       figure)
{
  capacity_explanation_add_child (explanation, term, explain (subject, figure, explanation->mode));
}

static void
add_target (const Subject       *subject,
            CapacityExplanation *explanation)
{
  const CapacityService *service = subject->self->service;
  gboolean is_own = !isnan (explanation->mode == CAPACITY_MODE_PEAK ? service->target_peak : service->target);

  capacity_explanation_add_setting (explanation, CAPACITY_TERM_TARGET, subject->self->modes[explanation->mode].target,
                                    CAPACITY_UNIT_SHARE, is_own);
}

static void
add_lead_days (const Subject       *subject,
               CapacityExplanation *explanation)
{
  const CapacityService *service = subject->self->service;

  capacity_explanation_add_setting (explanation, CAPACITY_TERM_LEAD_DAYS,
                                    capacity_assess_lead_days (subject->institution, service),
                                    CAPACITY_UNIT_DAYS, service->lead_days >= 0);
}

static void
add_as_of (const Subject       *subject,
           CapacityExplanation *explanation)
{
  CapacityExplanationInput *input;

  input = capacity_explanation_add (explanation, CAPACITY_TERM_AS_OF, subject->all->as_of,
                                    CAPACITY_UNIT_DATE);
  input->origin = CAPACITY_ORIGIN_CALENDAR;
}

static void
add_month (CapacityExplanation *explanation,
           CapacityTerm         term,
           int                  month)
{
  capacity_explanation_add (explanation, term, month, CAPACITY_UNIT_MONTH);
}

/* The month in which the @n-th last of the measured months before @end lies. */
static int
first_of_last (const CapacitySeries *series,
               int                   end,
               guint                 n)
{
  int month = end;

  while (n > 0 && month > series->first)
    n -= !isnan (capacity_series_at (series, --month));

  return month;
}

/* Months of what came, and by what it was counted. */
static void
add_arrivals (const Subject       *subject,
              CapacityExplanation *explanation,
              CapacityTerm         term,
              int                  first,
              int                  last)
{
  capacity_explanation_add_series (explanation, term, subject->self->service, CAPACITY_MEASURE_ARRIVALS,
                                   subject->self->demand, first, last)
    ->per = capacity_divide_kind_at (subject->self->divisions, last);
}

static void
add_last_year (const Subject       *subject,
               CapacityExplanation *explanation,
               CapacityTerm         term,
               int                  end)
{
  const CapacitySeries *demand = subject->self->demand;

  if (demand != NULL)
    add_arrivals (subject, explanation, term, first_of_last (demand, end, CAPACITY_YEAR_MONTHS), end - 1);
}

static int
end_of_demand (const Subject *subject)
{
  const CapacitySeries *demand = subject->self->demand;

  return demand != NULL ? demand->first + (int) demand->n : 0;
}

/* Months of the forecast from that of the assessment to @last, and the capacity of the same months. */
static void
add_forecast (const Subject       *subject,
              CapacityExplanation *explanation,
              CapacityTerm         term,
              const double        *values,
              int                  last)
{
  const CapacityForecast *forecast = subject->self->forecast;
  int first = MAX (forecast->first, subject->month);
  CapacityExplanationInput *input;

  last = MIN (last, forecast->first + (int) forecast->horizon - 1);
  if (last < first)
    return;
  input = capacity_explanation_add_months (explanation, term, CAPACITY_UNIT_CASES, first,
                                           values + (first - forecast->first),
                                           (guint) (last - first + 1));
  input->origin = CAPACITY_ORIGIN_FORECAST;
  input->unit_name = g_strdup (subject->self->service->unit);
}

/* The level of the forecast, without the season. */
static void
add_levels (const Subject       *subject,
            CapacityExplanation *explanation,
            int                  last)
{
  const CapacityForecast *forecast = subject->self->forecast;
  g_autofree double *levels = g_new (double, forecast->horizon);

  capacity_year_levels (forecast->median, forecast->horizon, levels);
  add_forecast (subject, explanation, CAPACITY_TERM_LEVEL, levels, last);
}

static void
add_capacity_by_month (const Subject       *subject,
                       CapacityExplanation *explanation,
                       CapacityTerm         term,
                       int                  last)
{
  const CapacityServiceAssessment *self = subject->self;
  const double *limits = term == CAPACITY_TERM_PEAK_CAPACITY ? self->limits_peak : self->limits_regular;
  int first = MAX (self->forecast->first, subject->month);
  guint place = (guint) (first - self->limit_first);
  g_autofree double *levels = NULL;
  CapacityExplanationInput *input;
  guint n;

  last = MIN (last, self->forecast->first + (int) self->forecast->horizon - 1);
  if (last < first)
    return;
  n = (guint) (last - first + 1);
  if (term == CAPACITY_TERM_CAPACITY_LEVEL)
    {
      levels = g_new (double, n);
      capacity_limit_levels (limits, self->n_limits, place, n, levels);
    }
  input = capacity_explanation_add_months (explanation, term, CAPACITY_UNIT_CASES, first,
                                           levels != NULL ? levels : limits + place, n);
  input->unit_name = g_strdup (self->service->unit);
}

static gboolean
has_forecast (const Subject *subject)
{
  return subject->self->forecast != NULL && subject->self->forecast->horizon > 0;
}

/* What each known event adds in the year that begins with the month of the assessment. */
static CapacityExplanation *
explain_foreseen (const Subject *subject)
{
  g_autoptr (GPtrArray) events = capacity_assessment_list_foreseen (subject->all, subject->self);
  CapacityExplanation *explanation = new_figure (subject, CAPACITY_FIGURE_FORESEEN, CAPACITY_MODE_REGULAR,
                                                 CAPACITY_FORMULA_FORESEEN, 0, CAPACITY_UNIT_CASES);

  for (guint i = 0; i < events->len; i++)
    {
      const CapacityForeseen *event = events->pdata[i];
      guint skip = (guint) CLAMP (subject->month - event->first, 0, (int) event->n_months);
      guint n = MIN (CAPACITY_YEAR_MONTHS, event->n_months - skip);
      CapacityExplanationInput *input;

      if (n == 0)
        continue;
      input = capacity_explanation_add_months (explanation, CAPACITY_TERM_EVENT, CAPACITY_UNIT_CASES,
                                               event->first + (int) skip, event->cases + skip, n);
      input->name = g_strdup (event->event->name);
      input->unit_name = g_strdup (subject->self->service->unit);
      input->origin = event->is_common ? CAPACITY_ORIGIN_INSTITUTION : CAPACITY_ORIGIN_TYPED;
      input->source = g_strdup (event->event->note);
      explanation->value += input->value;
    }

  return explanation;
}

/* Known events beside a forecast that holds them. */
static void
add_foreseen (const Subject       *subject,
              CapacityExplanation *explanation)
{
  if (subject->self->forecast != subject->self->plain)
    capacity_explanation_add_child (explanation, CAPACITY_TERM_FORESEEN, explain_foreseen (subject));
}

static CapacityExplanation *
explain_demand (const Subject *subject,
                CapacityMode   mode)
{
  const CapacityModeAssessment *m = &subject->self->modes[mode];
  const CapacityFormula formulas[] = {
    CAPACITY_FORMULA_MEDIAN, CAPACITY_FORMULA_PERCENTILE_90, CAPACITY_FORMULA_FULLEST_MONTH,
  };
  CapacityExplanation *explanation = new_figure (subject, CAPACITY_FIGURE_DEMAND, mode, formulas[mode],
                                                 m->demand,
                                                 CAPACITY_UNIT_CASES_PER_MONTH);

  if (mode != CAPACITY_MODE_LONG_TERM)
    add_last_year (subject, explanation, CAPACITY_TERM_ARRIVALS, end_of_demand (subject));
  else if (has_forecast (subject))
    {
      add_levels (subject, explanation, G_MAXINT);
      add_capacity_by_month (subject, explanation, CAPACITY_TERM_CAPACITY_LEVEL, G_MAXINT);
      add_foreseen (subject, explanation);
    }

  return explanation;
}

static void
add_units (CapacityExplanation    *explanation,
           CapacityTerm            term,
           double                  value,
           const CapacityResource *resource)
{
  CapacityExplanationInput *input = capacity_explanation_add (explanation, term, value, CAPACITY_UNIT_UNITS_PER_MONTH);

  input->unit_name = g_strdup (resource->unit);
}

/* The part that was given, where all of it can be. */
static void
add_part (CapacityExplanation *explanation,
          double               part,
          double               given)
{
  CapacityExplanationInput *input = capacity_explanation_add (explanation, CAPACITY_TERM_PART, part,
                                                              CAPACITY_UNIT_SHARE);

  input->origin = part == given ? CAPACITY_ORIGIN_TYPED : CAPACITY_ORIGIN_COMPUTED;
}

/* What one resource allows of the service; where a capacity was @given, if as many came. */
static CapacityExplanation *
explain_share (const Subject                *subject,
               const CapacityResourceResult *resource,
               const CapacityCaseNeed       *need,
               CapacityMode                  mode,
               int                           month,
               double                        given)
{
  const CapacityResourceAssessment *r = &resource->assessment;
  double offered = (mode == CAPACITY_MODE_PEAK ? resource->peak
                                               : resource->regular)[month - resource->grid_first];
  double load = r->load;
  CapacityPart part = isnan (given) ? capacity_assess_part (resource, subject->self, need)
                                    : capacity_assess_part_at (resource, subject->self, need, given, &load);
  double cases = capacity_part_of (part, offered) / need->per_case;
  gboolean is_fair = r->resource->sharing == CAPACITY_SHARING_FAIR;
  CapacityExplanation *explanation = new_figure (subject, CAPACITY_FIGURE_CAPACITY, mode,
                                                 is_fair ? CAPACITY_FORMULA_FAIR_SHARE : CAPACITY_FORMULA_PART, cases,
                                                 CAPACITY_UNIT_CASES_PER_MONTH);

  capacity_explanation_add_child (explanation, CAPACITY_TERM_RESOURCE_CAPACITY,
                                  capacity_explanation_new_offer (subject->all->portfolio, r->resource, mode,
                                                                  month));
  add_units (explanation, is_fair ? CAPACITY_TERM_RESOURCE_LOAD : CAPACITY_TERM_BEFORE,
             is_fair ? load : part.before, r->resource);
  if (!is_fair)
    add_part (explanation, part.part, need->share);
  capacity_explanation_add_need (explanation, subject->self, r->resource, need->per_case);
  if (is_fair && isnan (given))
    capacity_explanation_add_child (explanation, CAPACITY_TERM_VOLUME,
                                    explain_demand (subject, CAPACITY_MODE_REGULAR));
  else if (is_fair)
    capacity_explanation_add (explanation, CAPACITY_TERM_VOLUME, given, CAPACITY_UNIT_CASES_PER_MONTH)->unit_name
      = g_strdup (subject->self->service->unit);

  return explanation;
}

/* Takes what one resource allows in. */
static void
add_resource (const Subject          *subject,
              CapacityExplanation    *explanation,
              const CapacityCaseNeed *need,
              int                     month,
              double                  given)
{
  const CapacityResourceResult *resource = subject->all->resources->pdata[need->resource];
  CapacityExplanationInput *input;

  input = capacity_explanation_add_child (explanation, CAPACITY_TERM_RESOURCE_ALLOWS,
                                          explain_share (subject, resource, need, explanation->mode, month, given));
  input->name = g_strdup (resource->assessment.resource->name);
}

static int
compare_allowed (gconstpointer a,
                 gconstpointer b)
{
  double x = (*(const CapacityExplanationInput *const *) a)->value;
  double y = (*(const CapacityExplanationInput *const *) b)->value;

  if (isnan (x) || isnan (y))
    return isnan (x) - isnan (y);

  return (x > y) - (x < y);
}

static CapacityExplanation *
explain_resources (const Subject *subject,
                   CapacityMode   mode,
                   int            month)
{
  const CapacityServiceResult *result = (const CapacityServiceResult *) subject->self;
  const CapacityModeAssessment *m = &subject->self->modes[mode];
  CapacityExplanation *explanation = new_figure (subject, CAPACITY_FIGURE_CAPACITY, mode,
                                                 CAPACITY_FORMULA_LEAST_RESOURCE,
                                                 m->capacity, CAPACITY_UNIT_CASES_PER_MONTH);

  for (guint i = 0; i < result->n_needs; i++)
    if (result->needs[i].resource != CAPACITY_RESOURCE_GONE)
      add_resource (subject, explanation, &result->needs[i], month, NAN);
  g_ptr_array_sort (explanation->inputs, compare_allowed);

  return explanation;
}

/* The resource that would allow less than the capacity that was given, beside it; the given one counts all the same. */
static void
add_contradiction (const Subject       *subject,
                   CapacityExplanation *explanation,
                   CapacityMode         mode,
                   int                  month)
{
  const CapacityServiceResult *result = (const CapacityServiceResult *) subject->self;
  CapacityBottleneck bottleneck = capacity_bottleneck_in (subject->all, subject->self, mode, month);

  if (!capacity_bottleneck_contradicts (&bottleneck))
    return;
  explanation->formula = CAPACITY_FORMULA_LIMIT_ALL_THE_SAME;
  for (guint i = 0; i < result->n_needs; i++)
    if (capacity_id_equal (&result->needs[i].id, &bottleneck.resource->resource->id))
      add_resource (subject, explanation, &result->needs[i], month, bottleneck.given);
}

static CapacityExplanation *
explain_capacity (const Subject *subject,
                  CapacityMode   mode)
{
  const CapacityServiceAssessment *self = subject->self;
  int month = self->modes[mode].month;
  CapacityMode which = mode == CAPACITY_MODE_PEAK ? CAPACITY_MODE_PEAK : CAPACITY_MODE_REGULAR;
  const CapacityLimit *limit;
  CapacityExplanation *explanation;

  if (month == 0)
    return new_figure (subject, CAPACITY_FIGURE_CAPACITY, mode, CAPACITY_FORMULA_LIMIT_IN_MONTH, NAN,
                       CAPACITY_UNIT_CASES_PER_MONTH);
  limit = capacity_assess_own_limit (self->service, which, month);
  if (limit == NULL && ((const CapacityServiceResult *) self)->n_needs > 0)
    return explain_resources (subject, mode, month);

  explanation = capacity_explanation_new_limit (CAPACITY_FIGURE_CAPACITY, mode, limit, month,
                                                subject->all->portfolio, NULL, CAPACITY_UNIT_CASES_PER_MONTH,
                                                self->service->unit);
  if (limit != NULL)
    add_contradiction (subject, explanation, which, month);

  return explanation;
}

static CapacityExplanation *
explain_utilisation (const Subject *subject,
                     CapacityMode   mode)
{
  CapacityExplanation *explanation = new_figure (subject, CAPACITY_FIGURE_UTILISATION, mode,
                                                 CAPACITY_FORMULA_QUOTIENT,
                                                 subject->self->modes[mode].utilisation, CAPACITY_UNIT_SHARE);

  add_figure (subject, explanation, CAPACITY_TERM_DEMAND, CAPACITY_FIGURE_DEMAND);
  add_figure (subject, explanation, CAPACITY_TERM_CAPACITY, CAPACITY_FIGURE_CAPACITY);

  return explanation;
}

static CapacityExplanation *
explain_headroom (const Subject *subject,
                  CapacityMode   mode)
{
  const CapacityModeAssessment *m = &subject->self->modes[mode];
  CapacityExplanation *explanation = new_figure (subject, CAPACITY_FIGURE_HEADROOM, mode,
                                                 CAPACITY_FORMULA_HEADROOM,
                                                 capacity_headroom (m->demand, m->capacity, m->target),
                                                 CAPACITY_UNIT_CASES_PER_MONTH);

  add_figure (subject, explanation, CAPACITY_TERM_CAPACITY, CAPACITY_FIGURE_CAPACITY);
  add_target (subject, explanation);
  add_figure (subject, explanation, CAPACITY_TERM_DEMAND, CAPACITY_FIGURE_DEMAND);

  return explanation;
}

static void
add_recent_utilisation (const Subject       *subject,
                        CapacityExplanation *explanation)
{
  const CapacityServiceAssessment *self = subject->self;
  double utilisations[CAPACITY_UNDER_USE_PERIODS];
  int first = self->quality.last_month - CAPACITY_UNDER_USE_PERIODS + 1;

  if (first < self->limit_first)
    return;
  for (int i = 0; i < CAPACITY_UNDER_USE_PERIODS; i++)
    utilisations[i] = capacity_utilisation (capacity_series_at (self->demand, first + i),
                                            self->limits_regular[first + i - self->limit_first]);
  capacity_explanation_add_months (explanation, CAPACITY_TERM_RECENT_UTILISATION, CAPACITY_UNIT_SHARE, first,
                                   utilisations,
                                   CAPACITY_UNDER_USE_PERIODS);
}

/* How many may wait: what comes within the service's own term, else in a month. */
static CapacityExplanation *
explain_allowed (const Subject *subject)
{
  const CapacityServiceAssessment *self = subject->self;
  CapacityPeriod year = capacity_period_of_date (CAPACITY_PERIOD_YEAR, subject->all->as_of);
  gboolean is_own = self->service->term_days > 0;
  CapacityExplanation *explanation = new_figure (subject, CAPACITY_FIGURE_QUEUE_ALLOWED, CAPACITY_MODE_REGULAR,
                                                 is_own ? CAPACITY_FORMULA_TERM_STOCK : CAPACITY_FORMULA_MONTH_STOCK,
                                                 self->queue.allowed, CAPACITY_UNIT_CASES);
  CapacityExplanationInput *input;

  add_figure (subject, explanation, CAPACITY_TERM_DEMAND, CAPACITY_FIGURE_DEMAND);
  if (!is_own)
    return explanation;
  input = capacity_explanation_add (explanation, CAPACITY_TERM_TERM_DAYS, self->service->term_days,
                                    CAPACITY_UNIT_WORKING_DAYS);
  input->origin = CAPACITY_ORIGIN_TYPED;
  input = capacity_explanation_add (explanation, CAPACITY_TERM_YEAR_DAYS,
                                    capacity_calendar_working_days (subject->all->portfolio->calendar, year),
                                    CAPACITY_UNIT_WORKING_DAYS);
  input->origin = CAPACITY_ORIGIN_CALENDAR;

  return explanation;
}

static void
add_queue (const Subject       *subject,
           CapacityExplanation *explanation)
{
  add_figure (subject, explanation, CAPACITY_TERM_STOCK, CAPACITY_FIGURE_QUEUE_STOCK);
  add_figure (subject, explanation, CAPACITY_TERM_QUEUE_TARGET, CAPACITY_FIGURE_QUEUE_ALLOWED);
  add_figure (subject, explanation, CAPACITY_TERM_DEMAND, CAPACITY_FIGURE_DEMAND);
  add_figure (subject, explanation, CAPACITY_TERM_CAPACITY, CAPACITY_FIGURE_CAPACITY);
}

/* What decides in the long term: when the target is passed, and whether all capacity is before more can be
 * added. */
static void
add_exhaustion (const Subject       *subject,
                CapacityExplanation *explanation)
{
  int lead_days = capacity_assess_lead_days (subject->institution, subject->self->service);
  int last = capacity_period_of_date (CAPACITY_PERIOD_MONTH, subject->all->as_of + lead_days - 1).index;

  add_figure (subject, explanation, CAPACITY_TERM_EXHAUSTION, CAPACITY_FIGURE_EXHAUSTION);
  if (!has_forecast (subject))
    return;
  add_forecast (subject, explanation, CAPACITY_TERM_FORECAST, subject->self->forecast->median, last);
  add_capacity_by_month (subject, explanation, CAPACITY_TERM_CAPACITY_BY_MONTH, last);
  add_capacity_by_month (subject, explanation, CAPACITY_TERM_PEAK_CAPACITY, last);
}

static void
add_grounds (const Subject       *subject,
             CapacityExplanation *explanation)
{
  const CapacityServiceAssessment *self = subject->self;
  const CapacityModeAssessment *m = &self->modes[explanation->mode];

  add_figure (subject, explanation, CAPACITY_TERM_UTILISATION, CAPACITY_FIGURE_UTILISATION);
  if (explanation->mode != CAPACITY_MODE_LONG_TERM)
    add_target (subject, explanation);
  if (m->utilisation < self->low)
    {
      capacity_explanation_add_setting (explanation, CAPACITY_TERM_LOW, self->low, CAPACITY_UNIT_SHARE,
                                        !isnan (self->service->low));
      if (explanation->mode == CAPACITY_MODE_REGULAR)
        add_recent_utilisation (subject, explanation);
    }
  if (explanation->mode == CAPACITY_MODE_REGULAR && self->queue.stock > self->queue.allowed)
    add_queue (subject, explanation);
  if (explanation->mode == CAPACITY_MODE_LONG_TERM && self->exhaustion.likely != 0)
    {
      add_exhaustion (subject, explanation);
      add_lead_days (subject, explanation);
      add_as_of (subject, explanation);
    }
}

static CapacityExplanation *
explain_verdict (const Subject *subject,
                 CapacityMode   mode)
{
  const CapacityModeAssessment *m = &subject->self->modes[mode];
  CapacityExplanation *explanation = new_figure (subject, CAPACITY_FIGURE_VERDICT, mode,
                                                 CAPACITY_FORMULA_VERDICT, m->verdict,
                                                 CAPACITY_UNIT_VERDICT);

  explanation->reason = m->reason;
  if (m->reason == CAPACITY_REASON_STALE_DATA)
    {
      add_month (explanation, CAPACITY_TERM_LAST_MONTH, subject->self->quality.last_month);
      add_as_of (subject, explanation);
    }
  else if (m->verdict != CAPACITY_VERDICT_UNKNOWN)
    add_grounds (subject, explanation);

  return explanation;
}

static CapacityExplanation *
explain_overall (const Subject *subject)
{
  CapacityExplanation *explanation = new_figure (subject, CAPACITY_FIGURE_OVERALL, CAPACITY_MODE_REGULAR,
                                                 CAPACITY_FORMULA_WORST, subject->self->overall,
                                                 CAPACITY_UNIT_VERDICT);

  for (guint mode = 0; mode < CAPACITY_N_MODES; mode++)
    capacity_explanation_add_child (explanation, CAPACITY_TERM_VERDICT, explain_verdict (subject, mode));

  return explanation;
}

static CapacityExplanation *
explain_exhaustion (const Subject *subject)
{
  const CapacityServiceAssessment *self = subject->self;
  const CapacityExhaustion *e = &self->exhaustion;
  const CapacityModeAssessment *regular = &self->modes[CAPACITY_MODE_REGULAR];
  gboolean is_now = e->state == CAPACITY_EXHAUSTION_ALREADY && regular->verdict != CAPACITY_VERDICT_UNKNOWN
                    && regular->utilisation > regular->target;
  int end = e->likely != 0 ? e->likely : e->horizon_end;
  CapacityExplanation *explanation = new_figure (subject, CAPACITY_FIGURE_EXHAUSTION, CAPACITY_MODE_REGULAR,
                                                 is_now ? CAPACITY_FORMULA_NOW_ABOVE_TARGET
                                                        : CAPACITY_FORMULA_FIRST_CROSSING,
                                                 e->likely, CAPACITY_UNIT_MONTH);

  if (is_now)
    {
      add_figure (subject, explanation, CAPACITY_TERM_UTILISATION, CAPACITY_FIGURE_UTILISATION);
      add_target (subject, explanation);
      add_as_of (subject, explanation);
      return explanation;
    }
  if (e->state == CAPACITY_EXHAUSTION_UNKNOWN)
    return explanation;
  add_levels (subject, explanation, end);
  add_capacity_by_month (subject, explanation, CAPACITY_TERM_CAPACITY_LEVEL, end);
  add_target (subject, explanation);
  if (e->state == CAPACITY_EXHAUSTION_WITHIN)
    {
      add_month (explanation, CAPACITY_TERM_EARLIEST, e->earliest);
      add_month (explanation, CAPACITY_TERM_LATEST, e->latest);
    }
  add_month (explanation, CAPACITY_TERM_HORIZON_END, e->horizon_end);
  add_foreseen (subject, explanation);

  return explanation;
}

static CapacityExplanation *
explain_decide_by (const Subject *subject)
{
  const CapacityExhaustion *e = &subject->self->exhaustion;
  CapacityExplanation *explanation = new_figure (subject, CAPACITY_FIGURE_DECIDE_BY, CAPACITY_MODE_REGULAR,
                                                 CAPACITY_FORMULA_MONTH_LESS_LEAD, e->decide_by,
                                                 CAPACITY_UNIT_DATE);

  if (e->likely != 0)
    add_figure (subject, explanation, CAPACITY_TERM_EXHAUSTION, CAPACITY_FIGURE_EXHAUSTION);
  add_lead_days (subject, explanation);

  return explanation;
}

static CapacityExplanation *
explain_last12 (const Subject *subject)
{
  CapacityExplanation *explanation = new_figure (subject, CAPACITY_FIGURE_LAST12, CAPACITY_MODE_REGULAR,
                                                 CAPACITY_FORMULA_SUM,
                                                 subject->self->last12, CAPACITY_UNIT_CASES);

  add_last_year (subject, explanation, CAPACITY_TERM_ARRIVALS, end_of_demand (subject));

  return explanation;
}

static CapacityExplanation *
explain_change12 (const Subject *subject)
{
  const CapacityServiceAssessment *self = subject->self;
  CapacityExplanation *explanation = new_figure (subject, CAPACITY_FIGURE_CHANGE12, CAPACITY_MODE_REGULAR,
                                                 CAPACITY_FORMULA_CHANGE,
                                                 self->previous12 > 0 ? self->last12 / self->previous12 - 1
                                                                      : NAN,
                                                 CAPACITY_UNIT_CHANGE);

  add_figure (subject, explanation, CAPACITY_TERM_LAST12, CAPACITY_FIGURE_LAST12);
  if (!isnan (self->previous12))
    add_last_year (subject, explanation, CAPACITY_TERM_PREVIOUS12,
                   first_of_last (self->demand, end_of_demand (subject), CAPACITY_YEAR_MONTHS));

  return explanation;
}

static CapacityExplanation *
explain_trend (const Subject *subject)
{
  const CapacityServiceAssessment *self = subject->self;
  const CapacitySeries *counted = self->counted;
  CapacityPeriodKind kind = counted != NULL ? counted->kind : CAPACITY_PERIOD_MONTH;
  guint n_months = capacity_period_kind_months (kind);
  guint n = counted != NULL ? capacity_trend_n (counted->n, CAPACITY_SEASON_LENGTH / n_months) : 0;
  CapacityExplanation *explanation = new_figure (subject, CAPACITY_FIGURE_TREND, CAPACITY_MODE_REGULAR,
                                                 CAPACITY_FORMULA_THEIL_SEN, self->trend.per_year,
                                                 CAPACITY_UNIT_CHANGE_PER_YEAR);
  double adjusted[CAPACITY_TREND_MONTHS];
  CapacityPeriod period = { .kind = kind };
  CapacityExplanationInput *input;

  if (n == 0)
    return explanation;
  capacity_seasonal_adjust (counted->values + (counted->n - n), n, CAPACITY_SEASON_LENGTH / n_months, adjusted);
  period.index = counted->first + (int) (counted->n - n);
  input = capacity_explanation_add_months (explanation, CAPACITY_TERM_ADJUSTED, CAPACITY_UNIT_CASES_PER_PERIOD,
                                           capacity_period_convert (period, CAPACITY_PERIOD_MONTH).index, adjusted, n);
  input->last = input->first + (int) (n * n_months) - 1;
  input->per = kind;
  input->unit_name = g_strdup (self->service->unit);
  capacity_explanation_add (explanation, CAPACITY_TERM_P_VALUE, self->trend.p_value, CAPACITY_UNIT_RATIO);

  return explanation;
}

static CapacityExplanation *
explain_stock (const Subject *subject)
{
  const CapacityServiceAssessment *self = subject->self;
  g_autoptr (CapacitySeries) stock = NULL;
  g_autoptr (CapacitySeries) done = NULL;
  CapacityExplanation *explanation = new_figure (subject, CAPACITY_FIGURE_QUEUE_STOCK, CAPACITY_MODE_REGULAR,
                                                 CAPACITY_FORMULA_LAST_STOCK, self->queue.stock,
                                                 CAPACITY_UNIT_CASES);
  int counted, last;

  stock = capacity_assess_stock (subject->all->as_of, self->service);
  done = capacity_assess_completions (self, subject->all->portfolio->calendar, subject->all->as_of);
  if (stock == NULL || isnan (self->queue.stock))
    return explanation;
  counted = last = stock->first + (int) stock->n - 1;
  capacity_explanation_add_series (explanation, CAPACITY_TERM_STOCK, self->service, CAPACITY_MEASURE_STOCK,
                                   stock, counted,
                                   counted);
  while (self->demand != NULL && done != NULL && !isnan (capacity_series_at (self->demand, last + 1))
         && !isnan (capacity_series_at (done, last + 1)))
    last++;
  if (last == counted)
    return explanation;
  explanation->formula = CAPACITY_FORMULA_STOCK_FROM_FLOWS;
  add_arrivals (subject, explanation, CAPACITY_TERM_ARRIVALS, counted + 1, last);
  capacity_explanation_add_series (explanation, CAPACITY_TERM_COMPLETIONS, self->service,
                                   CAPACITY_MEASURE_COMPLETIONS, done,
                                   counted + 1, last);

  return explanation;
}

static CapacityExplanation *
explain_growth (const Subject *subject)
{
  const CapacityServiceAssessment *self = subject->self;
  g_autoptr (CapacitySeries) stock = NULL;
  g_autoptr (CapacitySeries) done = NULL;
  CapacityExplanation *explanation = new_figure (subject, CAPACITY_FIGURE_QUEUE_GROWTH, CAPACITY_MODE_REGULAR,
                                                 CAPACITY_FORMULA_MEAN_GROWTH, self->queue.growth,
                                                 CAPACITY_UNIT_CASES_PER_MONTH);
  int last;

  stock = capacity_assess_stock (subject->all->as_of, self->service);
  done = capacity_assess_completions (self, subject->all->portfolio->calendar, subject->all->as_of);
  if (self->demand != NULL && done != NULL && !isnan (capacity_assess_flow_growth (self->demand, done)))
    {
      last = MIN (end_of_demand (subject), done->first + (int) done->n) - 1;
      add_arrivals (subject, explanation, CAPACITY_TERM_ARRIVALS, last - CAPACITY_HALF_YEAR_MONTHS + 1, last);
      capacity_explanation_add_series (explanation, CAPACITY_TERM_COMPLETIONS, self->service,
                                       CAPACITY_MEASURE_COMPLETIONS, done,
                                       last - CAPACITY_HALF_YEAR_MONTHS + 1, last);
    }
  else if (stock != NULL && !isnan (self->queue.growth))
    {
      last = stock->first + (int) stock->n - 1;
      capacity_explanation_add_series (explanation, CAPACITY_TERM_STOCK, self->service,
                                       CAPACITY_MEASURE_STOCK, stock,
                                       last - CAPACITY_HALF_YEAR_MONTHS, last);
    }

  return explanation;
}

static CapacityExplanation *
explain_clearance (const Subject *subject)
{
  const CapacityServiceAssessment *self = subject->self;
  CapacityExplanation *explanation = new_figure (subject, CAPACITY_FIGURE_QUEUE_CLEARANCE,
                                                 CAPACITY_MODE_REGULAR,
                                                 CAPACITY_FORMULA_CLEARANCE, self->queue.clearance_days,
                                                 CAPACITY_UNIT_WORKING_DAYS);
  CapacityPeriod month = { CAPACITY_PERIOD_MONTH, self->modes[CAPACITY_MODE_REGULAR].month };
  CapacityExplanationInput *input;

  add_figure (subject, explanation, CAPACITY_TERM_STOCK, CAPACITY_FIGURE_QUEUE_STOCK);
  add_figure (subject, explanation, CAPACITY_TERM_CAPACITY, CAPACITY_FIGURE_CAPACITY);
  input = capacity_explanation_add (explanation, CAPACITY_TERM_WORKING_DAYS,
                                    capacity_calendar_working_days (subject->all->portfolio->calendar, month),
                                    CAPACITY_UNIT_WORKING_DAYS);
  input->origin = CAPACITY_ORIGIN_CALENDAR;
  input->first = input->last = month.index;

  return explanation;
}

/* Months that the forecast keeps out, and how far they were off. */
static void
add_found (CapacityExplanation    *explanation,
           const CapacityForecast *forecast)
{
  for (guint i = 0; i < forecast->n_events; i++)
    {
      const CapacityEvent *event = &forecast->events[i];
      CapacityPeriod period = { forecast->counted, event->index };
      CapacityTerm term = event->kind == CAPACITY_EVENT_SHIFT ? CAPACITY_TERM_SHIFT_FOUND : CAPACITY_TERM_PEAK_FOUND;
      CapacityExplanationInput *input = capacity_explanation_add (explanation, term, event->factor - 1,
                                                                  CAPACITY_UNIT_CHANGE);

      input->first = input->last = capacity_period_convert (period, CAPACITY_PERIOD_MONTH).index;
    }
}

/* How the forecast was made: of what, what it follows, what it keeps out, and what is laid on top. */
static void
add_making (const Subject       *subject,
            CapacityExplanation *explanation)
{
  const CapacityForecast *forecast = subject->self->forecast;

  capacity_explanation_add (explanation, CAPACITY_TERM_MEMBERS, forecast->members, CAPACITY_UNIT_MEMBERS);
  if (forecast->working_days > 0)
    capacity_explanation_add (explanation, CAPACITY_TERM_FOLLOWS_DAYS, forecast->working_days, CAPACITY_UNIT_SHARE);
  add_found (explanation, forecast);
  add_foreseen (subject, explanation);
}

static void
add_resource_cost (const Subject              *subject,
                   CapacityExplanation        *explanation,
                   const CapacityCaseCostPart *part)
{
  const CapacityResourceAssessment *resource = part->resource;
  CapacityExplanationInput *input;

  input = capacity_explanation_add (explanation, CAPACITY_TERM_ANNUAL_COST, part->annual_cost, CAPACITY_UNIT_MONEY);
  input->name = g_strdup (resource->resource->name);
  input->origin = CAPACITY_ORIGIN_TYPED;
  input = capacity_explanation_add_child (explanation, CAPACITY_TERM_RESOURCE_CAPACITY,
                                          capacity_explanation_new_resource (subject->all, resource,
                                                                             CAPACITY_FIGURE_RESOURCE_CAPACITY));
  input->name = g_strdup (resource->resource->name);
  input = capacity_explanation_add_need (explanation, subject->self, resource->resource, part->per_case);
  if (input->name == NULL)
    input->name = g_strdup (resource->resource->name);
}

static CapacityExplanation *
explain_case_cost (const Subject *subject)
{
  g_autoptr (GArray) parts = capacity_case_cost_parts (subject->all, subject->self);
  gboolean is_least;
  CapacityExplanation *explanation = new_figure (subject, CAPACITY_FIGURE_CASE_COST, CAPACITY_MODE_REGULAR,
                                                 CAPACITY_FORMULA_CASE_COST,
                                                 capacity_case_cost (subject->all, subject->self, &is_least),
                                                 CAPACITY_UNIT_MONEY);

  for (guint i = 0; i < parts->len; i++)
    {
      const CapacityCaseCostPart *part = &g_array_index (parts, CapacityCaseCostPart, i);

      if (!isnan (part->annual_cost * part->share))
        add_resource_cost (subject, explanation, part);
    }

  return explanation;
}

static CapacityExplanation *
explain_relief (const Subject *subject)
{
  CapacityExplanation *explanation = new_figure (subject, CAPACITY_FIGURE_QUEUE_RELIEF, CAPACITY_MODE_REGULAR,
                                                 CAPACITY_FORMULA_RELIEF, subject->self->queue.relief,
                                                 CAPACITY_UNIT_CASES_PER_MONTH);

  add_figure (subject, explanation, CAPACITY_TERM_DEMAND, CAPACITY_FIGURE_DEMAND);
  add_figure (subject, explanation, CAPACITY_TERM_STOCK, CAPACITY_FIGURE_QUEUE_STOCK);
  add_figure (subject, explanation, CAPACITY_TERM_QUEUE_TARGET, CAPACITY_FIGURE_QUEUE_ALLOWED);

  return explanation;
}

/* How long the history is, in what was counted. */
static void
add_n_periods (CapacityExplanation *explanation,
               CapacityPeriodKind   kind,
               guint                n)
{
  CapacityTerm term = kind == CAPACITY_PERIOD_QUARTER ? CAPACITY_TERM_N_QUARTERS
                      : kind == CAPACITY_PERIOD_YEAR  ? CAPACITY_TERM_N_YEARS
                                                      : CAPACITY_TERM_N_MONTHS;

  capacity_explanation_add (explanation, term, n, CAPACITY_UNIT_COUNT);
}

static CapacityExplanation *
explain_forecast_error (const Subject *subject)
{
  const CapacityForecast *forecast = subject->self->forecast;
  double error = forecast != NULL ? forecast->mase : NAN;
  double naive = forecast != NULL ? forecast->mase_snaive : NAN;
  CapacityExplanation *explanation = new_figure (subject, CAPACITY_FIGURE_FORECAST_ERROR,
                                                 CAPACITY_MODE_REGULAR,
                                                 CAPACITY_FORMULA_RELATIVE_ERROR,
                                                 naive > 0 ? error / naive : NAN,
                                                 CAPACITY_UNIT_SHARE);

  if (forecast == NULL)
    return explanation;
  capacity_explanation_add (explanation, CAPACITY_TERM_ERROR, error, CAPACITY_UNIT_RATIO);
  capacity_explanation_add (explanation, CAPACITY_TERM_ERROR_SNAIVE, naive, CAPACITY_UNIT_RATIO);
  capacity_explanation_add (explanation, CAPACITY_TERM_COVERED80, forecast->covered80, CAPACITY_UNIT_SHARE);
  add_n_periods (explanation, forecast->counted, forecast->n_used);
  if (has_forecast (subject))
    add_making (subject, explanation);

  return explanation;
}

/* How each month of a usual year differs from the mean, and the fullest of them. */
static CapacityExplanation *
explain_season (const Subject *subject)
{
  const CapacitySeries *months = subject->self->counted;
  CapacityExplanation *explanation = new_figure (subject, CAPACITY_FIGURE_SEASON, CAPACITY_MODE_REGULAR,
                                                 CAPACITY_FORMULA_SEASON, NAN, CAPACITY_UNIT_CHANGE);
  double indices[CAPACITY_SEASON_LENGTH];
  int end;

  if (!capacity_course_season (subject->self, indices))
    return explanation;
  end = months->first + (int) months->n;
  explanation->value = -1;
  capacity_explanation_add_series (explanation, CAPACITY_TERM_ARRIVALS, subject->self->service,
                                   CAPACITY_MEASURE_ARRIVALS, months, MAX (months->first, end - CAPACITY_TREND_MONTHS),
                                   end - 1);
  for (int i = 0; i < CAPACITY_SEASON_LENGTH; i++)
    {
      CapacityExplanationInput *input = capacity_explanation_add (explanation, CAPACITY_TERM_SEASON, indices[i] - 1,
                                                                  CAPACITY_UNIT_CHANGE);

      input->first = input->last = capacity_month (1970, i + 1).index;
      explanation->value = MAX (explanation->value, input->value);
    }

  return explanation;
}

/* A value of the control chart. */
static CapacityExplanationInput *
add_level (const Subject       *subject,
           CapacityExplanation *explanation,
           CapacityTerm         term,
           double               value)
{
  CapacityExplanationInput *input = capacity_explanation_add (explanation, term, value, CAPACITY_UNIT_CASES_PER_MONTH);

  input->unit_name = g_strdup (subject->self->service->unit);

  return input;
}

/* A limit of the control chart. */
static CapacityExplanation *
explain_control (const Subject               *subject,
                 const CapacityCourseSignals *signals,
                 gboolean                     is_upper)
{
  gboolean is_known = signals->n > 0;
  double limit = is_upper ? signals->limits.upper : signals->limits.lower;
  CapacityExplanation *explanation = new_figure (subject,
                                                 is_upper ? CAPACITY_FIGURE_CONTROL_UPPER : CAPACITY_FIGURE_CONTROL_LOWER,
                                                 CAPACITY_MODE_REGULAR,
                                                 is_upper ? CAPACITY_FORMULA_XMR_UPPER : CAPACITY_FORMULA_XMR_LOWER,
                                                 is_known ? limit : NAN, CAPACITY_UNIT_CASES_PER_MONTH);

  if (is_known)
    {
      add_level (subject, explanation, CAPACITY_TERM_CENTRE, signals->limits.mean);
      add_level (subject, explanation, CAPACITY_TERM_MEAN_RANGE, signals->limits.mean_range);
    }

  return explanation;
}

static CapacityExplanation *
explain_control_limit (const Subject *subject,
                       gboolean       is_upper)
{
  CapacityCourseSignals signals = capacity_course_signals (subject->self);

  return explain_control (subject, &signals, is_upper);
}

/* The months of the control chart, its limits, and each month that a rule marks. */
static CapacityExplanation *
explain_signals (const Subject *subject)
{
  CapacityCourseSignals signals = capacity_course_signals (subject->self);
  CapacityExplanation *explanation = new_figure (subject, CAPACITY_FIGURE_SIGNALS, CAPACITY_MODE_REGULAR,
                                                 CAPACITY_FORMULA_SIGNALS, signals.n > 0 ? signals.n_signals : NAN,
                                                 CAPACITY_UNIT_COUNT);
  CapacityExplanationInput *input;

  if (signals.n == 0)
    return explanation;
  input = capacity_explanation_add_months (explanation, CAPACITY_TERM_ADJUSTED, CAPACITY_UNIT_CASES, signals.first,
                                           signals.values, signals.n);
  input->unit_name = g_strdup (subject->self->service->unit);
  add_level (subject, explanation, CAPACITY_TERM_CENTRE, signals.limits.mean);
  capacity_explanation_add_child (explanation, CAPACITY_TERM_CONTROL_LOWER, explain_control (subject, &signals, FALSE));
  capacity_explanation_add_child (explanation, CAPACITY_TERM_CONTROL_UPPER, explain_control (subject, &signals, TRUE));
  for (guint i = 0; i < signals.n; i++)
    {
      if (signals.signals[i] == CAPACITY_XMR_NOISE)
        continue;
      input = add_level (subject, explanation, CAPACITY_TERM_SIGNAL, signals.values[i]);
      input->first = input->last = signals.first + (int) i;
      input->signals = signals.signals[i];
    }

  return explanation;
}

static CapacityExplanation *
explain_quality (const Subject *subject)
{
  const CapacityQuality *quality = &subject->self->quality;
  CapacityExplanation *explanation = new_figure (subject, CAPACITY_FIGURE_QUALITY, CAPACITY_MODE_REGULAR,
                                                 CAPACITY_FORMULA_QUALITY, quality->score,
                                                 CAPACITY_UNIT_SHARE);

  add_n_periods (explanation, quality->kind, quality->n_periods);
  capacity_explanation_add (explanation, CAPACITY_TERM_N_MISSING, quality->n_missing, CAPACITY_UNIT_COUNT);
  capacity_explanation_add (explanation, CAPACITY_TERM_N_OUTLIERS, quality->n_outliers, CAPACITY_UNIT_COUNT);
  add_month (explanation, CAPACITY_TERM_LAST_MONTH, quality->last_month);
  add_as_of (subject, explanation);

  return explanation;
}

static CapacityExplanation *
explain (const Subject *subject,
         CapacityFigure figure,
         CapacityMode   mode)
{
  switch (figure)
    {
    case CAPACITY_FIGURE_OVERALL:
      return explain_overall (subject);
    case CAPACITY_FIGURE_VERDICT:
      return explain_verdict (subject, mode);
    case CAPACITY_FIGURE_UTILISATION:
      return explain_utilisation (subject, mode);
    case CAPACITY_FIGURE_DEMAND:
      return explain_demand (subject, mode);
    case CAPACITY_FIGURE_CAPACITY:
      return explain_capacity (subject, mode);
    case CAPACITY_FIGURE_HEADROOM:
      return explain_headroom (subject, mode);
    case CAPACITY_FIGURE_EXHAUSTION:
      return explain_exhaustion (subject);
    case CAPACITY_FIGURE_DECIDE_BY:
      return explain_decide_by (subject);
    case CAPACITY_FIGURE_LAST12:
      return explain_last12 (subject);
    case CAPACITY_FIGURE_CHANGE12:
      return explain_change12 (subject);
    case CAPACITY_FIGURE_TREND:
      return explain_trend (subject);
    case CAPACITY_FIGURE_QUEUE_STOCK:
      return explain_stock (subject);
    case CAPACITY_FIGURE_QUEUE_GROWTH:
      return explain_growth (subject);
    case CAPACITY_FIGURE_QUEUE_CLEARANCE:
      return explain_clearance (subject);
    case CAPACITY_FIGURE_QUEUE_ALLOWED:
      return explain_allowed (subject);
    case CAPACITY_FIGURE_QUEUE_RELIEF:
      return explain_relief (subject);
    case CAPACITY_FIGURE_CASE_COST:
      return explain_case_cost (subject);
    case CAPACITY_FIGURE_FORECAST_ERROR:
      return explain_forecast_error (subject);
    case CAPACITY_FIGURE_FORESEEN:
      return explain_foreseen (subject);
    case CAPACITY_FIGURE_SEASON:
      return explain_season (subject);
    case CAPACITY_FIGURE_SIGNALS:
      return explain_signals (subject);
    case CAPACITY_FIGURE_CONTROL_LOWER:
    case CAPACITY_FIGURE_CONTROL_UPPER:
      return explain_control_limit (subject, figure == CAPACITY_FIGURE_CONTROL_UPPER);
    case CAPACITY_FIGURE_QUALITY:
      return explain_quality (subject);
    case CAPACITY_FIGURE_RESOURCE_VERDICT:
    case CAPACITY_FIGURE_RESOURCE_LOAD:
    case CAPACITY_FIGURE_RESOURCE_CAPACITY:
    case CAPACITY_FIGURE_RESOURCE_UTILISATION:
    case CAPACITY_FIGURE_RESOURCE_GAP:
    case CAPACITY_FIGURE_RESOURCE_GAP_POSTS:
    case CAPACITY_FIGURE_RESOURCE_POST_HOURS:
    case CAPACITY_FIGURE_RESOURCE_EXHAUSTION:
    case CAPACITY_FIGURE_RESOURCE_DECIDE_BY:
    case CAPACITY_FIGURE_RESOURCE_SAVING:
    case CAPACITY_FIGURE_RESOURCE_LEFT:
    case CAPACITY_FIGURE_WAIT_VISITS:
    case CAPACITY_FIGURE_WAIT_OPEN:
    case CAPACITY_FIGURE_WAIT_ARRIVALS:
    case CAPACITY_FIGURE_WAIT_SERVICE_TIME:
    case CAPACITY_FIGURE_WAIT_PLACES:
    case CAPACITY_FIGURE_WAIT_WAITS:
    case CAPACITY_FIGURE_WAIT_MEAN:
    case CAPACITY_FIGURE_WAIT_GROWTH:
    case CAPACITY_FIGURE_WAIT_IN_TIME:
    case CAPACITY_FIGURE_WAIT_NEEDED:
    case CAPACITY_FIGURE_WAIT_POSTS:
    case CAPACITY_FIGURE_PLAN_POSTS:
    case CAPACITY_FIGURE_PLAN_MONEY:
    case CAPACITY_FIGURE_RESOURCE_MODE_VERDICT:
    case CAPACITY_FIGURE_RESOURCE_HOURS:
    case CAPACITY_FIGURE_NEED:
    case CAPACITY_FIGURE_DRIVEN:
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * capacity_explanation_new_service:
 * @assessment: an assessment
 * @service: one of its services
 * @figure: a figure of a service
 * @mode: of which mode; figures that have none ignore it
 *
 * Returns: (transfer full): why the figure is what it is
 */
CapacityExplanation *
capacity_explanation_new_service (const CapacityAssessment        *assessment,
                                  const CapacityServiceAssessment *service,
                                  CapacityFigure                   figure,
                                  CapacityMode                     mode)
{
  Subject subject = { assessment, service, &assessment->portfolio->institution, 0 };

  g_return_val_if_fail (figure <= CAPACITY_FIGURE_QUALITY && (guint) mode < CAPACITY_N_MODES, NULL);

  subject.month = capacity_period_of_date (CAPACITY_PERIOD_MONTH, assessment->as_of).index;

  return explain (&subject, figure, mode);
}
