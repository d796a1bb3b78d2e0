/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-explanation-private.h"

#include "capacity-assess-private.h"
#include "capacity-exhaustion.h"
#include "capacity-waiting.h"
#include "capacity-workload.h"

#include <math.h>

/* What is explained: a resource within its assessment. */
typedef struct
{
  const CapacityAssessment         *all;
  const CapacityResourceAssessment *self;
} Subject;

static CapacityExplanation *
new_figure (const Subject  *subject,
            CapacityFigure  figure,
            CapacityFormula formula,
            double          value,
            CapacityUnit    unit)
{
  return capacity_explanation_new (figure, CAPACITY_MODE_REGULAR, formula, value, unit,
                                   subject->self->resource->unit);
}

static void
add_target (const Subject       *subject,
            CapacityExplanation *explanation,
            CapacityMode         mode)
{
  const CapacityResource *resource = subject->self->resource;

  capacity_explanation_add_setting (explanation, CAPACITY_TERM_TARGET, subject->self->modes[mode].target, CAPACITY_UNIT_SHARE,
                                    !isnan (mode == CAPACITY_MODE_PEAK ? resource->target_peak : resource->target));
}

/* What one service asks of it: how often, and how much each time. */
static void
add_load (const Subject                   *subject,
          CapacityExplanation             *explanation,
          const CapacityServiceAssessment *service,
          double                           per_case)
{
  CapacityExplanationInput *input;

  input = capacity_explanation_add_child (explanation, CAPACITY_TERM_VOLUME,
                                          capacity_explanation_new_service (subject->all, service,
                                                                            CAPACITY_FIGURE_DEMAND,
                                                                            CAPACITY_MODE_REGULAR));
  input->name = g_strdup (service->service->name);
  input = capacity_explanation_add_need (explanation, service, subject->self->resource, per_case);
  input->name = g_strdup (service->service->name);
}

static CapacityExplanation *
explain_load (const Subject *subject)
{
  CapacityExplanation *explanation = new_figure (subject, CAPACITY_FIGURE_RESOURCE_LOAD,
                                                 CAPACITY_FORMULA_WORKLOAD,
                                                 subject->self->load, CAPACITY_UNIT_UNITS_PER_MONTH);

  for (guint i = 0; i < subject->all->services->len; i++)
    {
      const CapacityServiceResult *service = subject->all->services->pdata[i];

      for (guint j = 0; j < service->n_needs; j++)
        if (capacity_id_equal (&service->needs[j].id, &subject->self->resource->id)
            && !isnan (capacity_assess_demand_now (subject->self, &service->assessment)))
          add_load (subject, explanation, &service->assessment, service->needs[j].per_case);
    }

  return explanation;
}

static CapacityExplanation *
explain_capacity (const Subject *subject)
{
  return capacity_explanation_new_offer (subject->all->portfolio, subject->self->resource,
                                         CAPACITY_MODE_REGULAR, subject->self->first);
}

static CapacityExplanation *
explain_utilisation (const Subject *subject)
{
  CapacityExplanation *explanation = new_figure (subject, CAPACITY_FIGURE_RESOURCE_UTILISATION,
                                                 CAPACITY_FORMULA_QUOTIENT,
                                                 subject->self->utilisation, CAPACITY_UNIT_SHARE);

  capacity_explanation_add_child (explanation, CAPACITY_TERM_RESOURCE_LOAD, explain_load (subject));
  capacity_explanation_add_child (explanation, CAPACITY_TERM_RESOURCE_CAPACITY, explain_capacity (subject));

  return explanation;
}

static CapacityExplanation *
explain_gap (const Subject *subject)
{
  CapacityExplanation *explanation = new_figure (subject, CAPACITY_FIGURE_RESOURCE_GAP, CAPACITY_FORMULA_GAP,
                                                 subject->self->gap, CAPACITY_UNIT_UNITS_PER_MONTH);

  capacity_explanation_add_child (explanation, CAPACITY_TERM_RESOURCE_LOAD, explain_load (subject));
  add_target (subject, explanation, CAPACITY_MODE_REGULAR);
  capacity_explanation_add_child (explanation, CAPACITY_TERM_RESOURCE_CAPACITY, explain_capacity (subject));

  return explanation;
}

static CapacityExplanation *
explain_post_hours (const Subject *subject)
{
  return capacity_explanation_new_post (subject->all->portfolio, subject->self->resource, subject->self->first,
                                        subject->self->post_hours);
}

static CapacityExplanation *
explain_gap_posts (const Subject *subject)
{
  CapacityExplanation *explanation = new_figure (subject, CAPACITY_FIGURE_RESOURCE_GAP_POSTS,
                                                 CAPACITY_FORMULA_GAP_POSTS,
                                                 subject->self->gap_posts, CAPACITY_UNIT_POSTS);

  capacity_explanation_add_child (explanation, CAPACITY_TERM_GAP, explain_gap (subject));
  capacity_explanation_add_child (explanation, CAPACITY_TERM_POST_HOURS, explain_post_hours (subject));

  return explanation;
}

/* Months from that of the assessment to @last. */
static void
add_months (const Subject       *subject,
            CapacityExplanation *explanation,
            CapacityTerm         term,
            const double        *values,
            int                  last)
{
  const CapacityResourceAssessment *self = subject->self;
  guint n = (guint) CLAMP (last - self->first + 1, 1, (int) self->n_months);
  CapacityExplanationInput *input = capacity_explanation_add_months (explanation, term,
                                                                     CAPACITY_UNIT_UNITS_PER_MONTH,
                                                                     self->first, values, n);

  input->unit_name = g_strdup (self->resource->unit);
  input->origin = term == CAPACITY_TERM_FORECAST ? CAPACITY_ORIGIN_FORECAST : CAPACITY_ORIGIN_COMPUTED;
}

static void
add_levels (const Subject       *subject,
            CapacityExplanation *explanation,
            int                  last)
{
  g_autofree double *levels = g_new (double, subject->self->n_months);

  capacity_year_levels (subject->self->loads, subject->self->n_months, levels);
  add_months (subject, explanation, CAPACITY_TERM_LEVEL, levels, last);
}

static void
add_capacity_levels (const Subject       *subject,
                     CapacityExplanation *explanation,
                     int                  last)
{
  const CapacityResourceResult *result = (const CapacityResourceResult *) subject->self;
  guint n = subject->self->n_months;
  g_autofree double *levels = g_new (double, n);

  capacity_limit_levels (result->regular, result->n_grid, (guint) (subject->self->first - result->grid_first), n, levels);
  add_months (subject, explanation, CAPACITY_TERM_CAPACITY_LEVEL, levels, last);
}

static void
add_as_of (const Subject       *subject,
           CapacityExplanation *explanation)
{
  capacity_explanation_add (explanation, CAPACITY_TERM_AS_OF, subject->all->as_of, CAPACITY_UNIT_DATE)->origin
    = CAPACITY_ORIGIN_CALENDAR;
}

static void
add_lead_days (const Subject       *subject,
               CapacityExplanation *explanation)
{
  capacity_explanation_add_setting (explanation, CAPACITY_TERM_LEAD_DAYS, subject->self->lead_days, CAPACITY_UNIT_DAYS,
                                    subject->self->resource->lead_days >= 0);
}

/* What the services need in the peaks, and in the fullest month to come. */
static CapacityExplanation *
explain_mode_load (const Subject *subject,
                   CapacityMode   mode)
{
  const CapacityResourceResult *result = (const CapacityResourceResult *) subject->self;
  CapacityExplanation *explanation;

  if (mode == CAPACITY_MODE_REGULAR)
    return explain_load (subject);
  explanation = new_figure (subject, CAPACITY_FIGURE_RESOURCE_LOAD,
                            mode == CAPACITY_MODE_PEAK ? CAPACITY_FORMULA_PERCENTILE_90
                                                       : CAPACITY_FORMULA_FULLEST_MONTH,
                            subject->self->modes[mode].demand, CAPACITY_UNIT_UNITS_PER_MONTH);
  explanation->mode = mode;
  if (mode == CAPACITY_MODE_PEAK && !isnan (subject->self->load))
    capacity_explanation_add_months (explanation, CAPACITY_TERM_RESOURCE_LOAD, CAPACITY_UNIT_UNITS_PER_MONTH,
                                     subject->self->first - CAPACITY_YEAR_MONTHS, result->past,
                                     CAPACITY_YEAR_MONTHS)->unit_name = g_strdup (subject->self->resource->unit);
  else if (mode == CAPACITY_MODE_LONG_TERM)
    {
      add_levels (subject, explanation, G_MAXINT - 1);
      add_capacity_levels (subject, explanation, G_MAXINT - 1);
    }

  return explanation;
}

/* What there is in the month a mode is compared at. */
static void
add_mode_capacity (const Subject       *subject,
                   CapacityExplanation *explanation,
                   CapacityMode         mode)
{
  capacity_explanation_add_child (explanation, CAPACITY_TERM_RESOURCE_CAPACITY,
                                  capacity_explanation_new_offer (subject->all->portfolio, subject->self->resource,
                                                                  mode, subject->self->modes[mode].month));
}

static CapacityExplanation *
explain_mode_utilisation (const Subject *subject,
                          CapacityMode   mode)
{
  const CapacityModeAssessment *m = &subject->self->modes[mode];
  CapacityExplanation *explanation = new_figure (subject, CAPACITY_FIGURE_RESOURCE_UTILISATION,
                                                 CAPACITY_FORMULA_QUOTIENT, m->utilisation, CAPACITY_UNIT_SHARE);

  explanation->mode = mode;
  capacity_explanation_add_child (explanation, CAPACITY_TERM_RESOURCE_LOAD, explain_mode_load (subject, mode));
  add_mode_capacity (subject, explanation, mode);

  return explanation;
}

static CapacityExplanation *
explain_exhaustion (const Subject *subject)
{
  const CapacityResourceAssessment *self = subject->self;
  const CapacityExhaustion *e = &self->exhaustion;
  gboolean is_now = e->state == CAPACITY_EXHAUSTION_ALREADY && self->utilisation > self->target;
  CapacityExplanation *explanation = new_figure (subject, CAPACITY_FIGURE_RESOURCE_EXHAUSTION,
                                                 is_now ? CAPACITY_FORMULA_NOW_ABOVE_TARGET
                                                        : CAPACITY_FORMULA_FIRST_CROSSING,
                                                 e->likely, CAPACITY_UNIT_MONTH);

  if (is_now)
    {
      capacity_explanation_add_child (explanation, CAPACITY_TERM_UTILISATION, explain_utilisation (subject));
      add_target (subject, explanation, CAPACITY_MODE_REGULAR);
      add_as_of (subject, explanation);
      return explanation;
    }
  if (e->state == CAPACITY_EXHAUSTION_UNKNOWN)
    return explanation;
  add_levels (subject, explanation, e->likely != 0 ? e->likely : e->horizon_end);
  add_capacity_levels (subject, explanation, e->likely != 0 ? e->likely : e->horizon_end);
  add_target (subject, explanation, CAPACITY_MODE_REGULAR);
  if (e->state == CAPACITY_EXHAUSTION_WITHIN)
    {
      capacity_explanation_add (explanation, CAPACITY_TERM_EARLIEST, e->earliest, CAPACITY_UNIT_MONTH);
      capacity_explanation_add (explanation, CAPACITY_TERM_LATEST, e->latest, CAPACITY_UNIT_MONTH);
    }
  capacity_explanation_add (explanation, CAPACITY_TERM_HORIZON_END, e->horizon_end, CAPACITY_UNIT_MONTH);

  return explanation;
}

static CapacityExplanation *
explain_decide_by (const Subject *subject)
{
  const CapacityExhaustion *e = &subject->self->exhaustion;
  CapacityExplanation *explanation = new_figure (subject, CAPACITY_FIGURE_RESOURCE_DECIDE_BY,
                                                 CAPACITY_FORMULA_MONTH_LESS_LEAD, e->decide_by, CAPACITY_UNIT_DATE);

  if (e->likely != 0)
    capacity_explanation_add_child (explanation, CAPACITY_TERM_EXHAUSTION, explain_exhaustion (subject));
  add_lead_days (subject, explanation);

  return explanation;
}

/* What the target of a mode leaves over. */
static CapacityExplanation *
explain_left (const Subject *subject,
              CapacityMode   mode)
{
  const CapacityModeAssessment *m = &subject->self->modes[mode];
  CapacityExplanation *explanation = new_figure (subject, CAPACITY_FIGURE_RESOURCE_LEFT, CAPACITY_FORMULA_LEFT,
                                                 -capacity_gap (m->demand, m->target, m->capacity),
                                                 CAPACITY_UNIT_UNITS_PER_MONTH);

  explanation->mode = mode;
  add_mode_capacity (subject, explanation, mode);
  capacity_explanation_add_child (explanation, CAPACITY_TERM_RESOURCE_LOAD, explain_mode_load (subject, mode));
  add_target (subject, explanation, mode);

  return explanation;
}

static CapacityExplanation *
explain_saving (const Subject *subject)
{
  const CapacityResourceAssessment *self = subject->self;
  CapacityExplanation *explanation = new_figure (subject, CAPACITY_FIGURE_RESOURCE_SAVING, CAPACITY_FORMULA_SAVING,
                                                 self->saving < 0 ? NAN : (double) self->saving,
                                                 CAPACITY_UNIT_MONEY_ESTIMATE);

  if (self->saving < 0)
    return explanation;
  capacity_explanation_add_setting (explanation, CAPACITY_TERM_ANNUAL_COST, (double) self->resource->annual_cost,
                                    CAPACITY_UNIT_MONEY, TRUE);
  for (guint mode = 0; mode < CAPACITY_N_MODES; mode++)
    if (!isnan (self->modes[mode].utilisation))
      capacity_explanation_add_child (explanation, CAPACITY_TERM_LEFT, explain_left (subject, mode));
  capacity_explanation_add_child (explanation, CAPACITY_TERM_RESOURCE_CAPACITY, explain_capacity (subject));

  return explanation;
}

/* What decides in the long term: when the target is passed, and whether all capacity is before more can be
 * added. */
static void
add_long_term (const Subject       *subject,
               CapacityExplanation *explanation)
{
  const CapacityResourceAssessment *self = subject->self;
  int last = capacity_period_of_date (CAPACITY_PERIOD_MONTH, subject->all->as_of + self->lead_days - 1).index;

  capacity_explanation_add_child (explanation, CAPACITY_TERM_EXHAUSTION, explain_exhaustion (subject));
  add_months (subject, explanation, CAPACITY_TERM_FORECAST, self->loads, last);
  add_months (subject, explanation, CAPACITY_TERM_CAPACITY_BY_MONTH, self->limits, last);
  add_months (subject, explanation, CAPACITY_TERM_PEAK_CAPACITY, self->limits_peak, last);
  add_lead_days (subject, explanation);
  add_as_of (subject, explanation);
}

static void
add_low (const Subject       *subject,
         CapacityExplanation *explanation)
{
  const CapacityResourceAssessment *self = subject->self;
  double past[CAPACITY_UNDER_USE_PERIODS];

  capacity_explanation_add_setting (explanation, CAPACITY_TERM_LOW, self->low, CAPACITY_UNIT_SHARE,
                                    !isnan (self->resource->low));
  if (explanation->mode != CAPACITY_MODE_REGULAR)
    return;
  capacity_assess_past_utilisation ((const CapacityResourceResult *) self, past);
  capacity_explanation_add_months (explanation, CAPACITY_TERM_RECENT_UTILISATION, CAPACITY_UNIT_SHARE,
                                   self->first - CAPACITY_UNDER_USE_PERIODS, past, CAPACITY_UNDER_USE_PERIODS);
}

/* What was promised to those who wait, where that can be told. */
static void
add_promise (const Subject       *subject,
             CapacityExplanation *explanation)
{
  CapacityWaiting waiting;

  if (!capacity_waiting (subject->self, subject->all->portfolio->calendar, &waiting) || isnan (waiting.in_time))
    return;
  capacity_explanation_add_child (explanation, CAPACITY_TERM_WAIT_IN_TIME,
                                  capacity_explanation_new_waiting (subject->all, subject->self,
                                                                    CAPACITY_FIGURE_WAIT_IN_TIME));
  capacity_explanation_add (explanation, CAPACITY_TERM_WAIT_GOAL, subject->self->resource->wait_share,
                            CAPACITY_UNIT_SHARE)->origin = CAPACITY_ORIGIN_TYPED;
}

static CapacityExplanation *
explain_mode_verdict (const Subject *subject,
                      CapacityMode   mode)
{
  const CapacityResourceAssessment *self = subject->self;
  const CapacityModeAssessment *m = &self->modes[mode];
  CapacityExplanation *explanation = new_figure (subject, CAPACITY_FIGURE_RESOURCE_MODE_VERDICT,
                                                 CAPACITY_FORMULA_VERDICT, m->verdict, CAPACITY_UNIT_VERDICT);

  explanation->mode = mode;
  explanation->reason = m->reason;
  if (m->verdict == CAPACITY_VERDICT_UNKNOWN)
    return explanation;
  capacity_explanation_add_child (explanation, CAPACITY_TERM_UTILISATION, explain_mode_utilisation (subject, mode));
  if (mode != CAPACITY_MODE_LONG_TERM)
    add_target (subject, explanation, mode);
  if (m->utilisation < self->low || m->reason == CAPACITY_REASON_UNDER_USE)
    add_low (subject, explanation);
  if (mode == CAPACITY_MODE_REGULAR)
    add_promise (subject, explanation);
  if (mode == CAPACITY_MODE_LONG_TERM && self->exhaustion.likely != 0)
    add_long_term (subject, explanation);

  return explanation;
}

static CapacityExplanation *
explain_verdict (const Subject *subject)
{
  CapacityExplanation *explanation = new_figure (subject, CAPACITY_FIGURE_RESOURCE_VERDICT, CAPACITY_FORMULA_WORST,
                                                 subject->self->verdict, CAPACITY_UNIT_VERDICT);

  for (guint mode = 0; mode < CAPACITY_N_MODES; mode++)
    capacity_explanation_add_child (explanation, CAPACITY_TERM_VERDICT, explain_mode_verdict (subject, mode));

  return explanation;
}

/**
 * capacity_explanation_new_resource:
 * @assessment: an assessment
 * @resource: one of its resources
 * @figure: a figure of a resource
 *
 * Returns: (transfer full): why the figure is what it is
 */
CapacityExplanation *
capacity_explanation_new_resource (const CapacityAssessment         *assessment,
                                   const CapacityResourceAssessment *resource,
                                   CapacityFigure                    figure)
{
  Subject subject = { assessment, resource };

  switch ((int) figure)
    {
    case CAPACITY_FIGURE_RESOURCE_VERDICT:
      return explain_verdict (&subject);
    case CAPACITY_FIGURE_RESOURCE_LOAD:
      return explain_load (&subject);
    case CAPACITY_FIGURE_RESOURCE_CAPACITY:
      return explain_capacity (&subject);
    case CAPACITY_FIGURE_RESOURCE_UTILISATION:
      return explain_utilisation (&subject);
    case CAPACITY_FIGURE_RESOURCE_GAP:
      return explain_gap (&subject);
    case CAPACITY_FIGURE_RESOURCE_GAP_POSTS:
      return explain_gap_posts (&subject);
    case CAPACITY_FIGURE_RESOURCE_POST_HOURS:
      return explain_post_hours (&subject);
    case CAPACITY_FIGURE_RESOURCE_EXHAUSTION:
      return explain_exhaustion (&subject);
    case CAPACITY_FIGURE_RESOURCE_DECIDE_BY:
      return explain_decide_by (&subject);
    case CAPACITY_FIGURE_RESOURCE_SAVING:
      return explain_saving (&subject);
    default:
      return capacity_explanation_new_waiting (assessment, resource, figure);
    }
}
