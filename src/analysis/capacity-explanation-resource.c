/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-explanation-private.h"

#include "capacity-assess-private.h"

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
add_setting (CapacityExplanation *explanation,
             CapacityTerm         term,
             double               value,
             CapacityUnit         unit,
             gboolean             is_own)
{
  CapacityExplanationInput *input = capacity_explanation_add (explanation, term, value, unit);

  input->origin = is_own ? CAPACITY_ORIGIN_TYPED : CAPACITY_ORIGIN_INSTITUTION;
}

static void
add_target (const Subject       *subject,
            CapacityExplanation *explanation)
{
  add_setting (explanation, CAPACITY_TERM_TARGET, subject->self->target, CAPACITY_UNIT_SHARE,
               !isnan (subject->self->resource->target));
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
  input = capacity_explanation_add (explanation, CAPACITY_TERM_NEED, per_case, CAPACITY_UNIT_UNITS_PER_CASE);
  input->name = g_strdup (service->service->name);
  input->unit_name = g_strdup (subject->self->resource->unit);
  input->origin = CAPACITY_ORIGIN_TYPED;
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
        if (capacity_id_equal (&service->needs[j].id, &subject->self->resource->id))
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
  add_target (subject, explanation);
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

static void
add_months (const Subject       *subject,
            CapacityExplanation *explanation,
            CapacityTerm         term,
            const double        *values)
{
  const CapacityResourceAssessment *self = subject->self;
  CapacityExplanationInput *input = capacity_explanation_add_months (explanation, term,
                                                                     CAPACITY_UNIT_UNITS_PER_MONTH,
                                                                     self->first, values, self->n_months);

  input->unit_name = g_strdup (self->resource->unit);
  input->origin = term == CAPACITY_TERM_FORECAST ? CAPACITY_ORIGIN_FORECAST : CAPACITY_ORIGIN_COMPUTED;
}

static CapacityExplanation *
explain_verdict (const Subject *subject)
{
  const CapacityResourceAssessment *self = subject->self;
  const CapacityInstitution *institution = &subject->all->portfolio->institution;
  CapacityExplanation *explanation = new_figure (subject, CAPACITY_FIGURE_RESOURCE_VERDICT,
                                                 CAPACITY_FORMULA_VERDICT,
                                                 self->verdict, CAPACITY_UNIT_VERDICT);

  explanation->reason = self->reason;
  if (self->verdict == CAPACITY_VERDICT_UNKNOWN)
    return explanation;
  capacity_explanation_add_child (explanation, CAPACITY_TERM_UTILISATION, explain_utilisation (subject));
  add_target (subject, explanation);
  if (self->utilisation > self->target)
    return explanation;
  add_months (subject, explanation, CAPACITY_TERM_FORECAST, self->loads);
  add_months (subject, explanation, CAPACITY_TERM_CAPACITY_BY_MONTH, self->limits);
  add_setting (explanation, CAPACITY_TERM_LOW, institution->low, CAPACITY_UNIT_SHARE, FALSE);
  add_setting (explanation, CAPACITY_TERM_LEAD_DAYS, institution->lead_days, CAPACITY_UNIT_DAYS, FALSE);
  capacity_explanation_add (explanation, CAPACITY_TERM_AS_OF, subject->all->as_of, CAPACITY_UNIT_DATE)->origin
    = CAPACITY_ORIGIN_CALENDAR;

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
    default:
      g_return_val_if_reached (NULL);
    }
}
