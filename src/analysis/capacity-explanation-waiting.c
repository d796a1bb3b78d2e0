/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-explanation-private.h"

#include "capacity-waiting.h"

#include <math.h>

#define MINUTES 60

/* What is explained: the line before a resource. */
typedef struct
{
  const CapacityAssessment         *all;
  const CapacityResourceAssessment *self;
  CapacityWaiting                   waiting;
} Subject;

static CapacityExplanation *explain (const Subject *subject,
                                     CapacityFigure figure);

static CapacityExplanation *
new_figure (CapacityFigure  figure,
            CapacityFormula formula,
            double          value,
            CapacityUnit    unit)
{
  return capacity_explanation_new (figure, CAPACITY_MODE_REGULAR, formula, value, unit, NULL);
}

static void
add_figure (const Subject       *subject,
            CapacityExplanation *explanation,
            CapacityTerm         term,
            CapacityFigure       figure)
{
  capacity_explanation_add_child (explanation, term, explain (subject, figure));
}

static void
add_of_resource (const Subject       *subject,
                 CapacityExplanation *explanation,
                 CapacityTerm         term,
                 CapacityFigure       figure)
{
  capacity_explanation_add_child (explanation, term,
                                  capacity_explanation_new_resource (subject->all, subject->self, figure));
}

static void
add_given (CapacityExplanation *explanation,
           CapacityTerm         term,
           double               value,
           CapacityUnit         unit,
           CapacityOrigin       origin)
{
  capacity_explanation_add (explanation, term, value, unit)->origin = origin;
}

static void
add_limit (const Subject       *subject,
           CapacityExplanation *explanation)
{
  add_given (explanation, CAPACITY_TERM_WAIT_LIMIT, subject->self->resource->wait_minutes, CAPACITY_UNIT_MINUTES,
             CAPACITY_ORIGIN_TYPED);
}

/* The cases of each service that come to the resource. */
static CapacityExplanation *
explain_visits (const Subject *subject)
{
  CapacityExplanation *explanation = new_figure (CAPACITY_FIGURE_WAIT_VISITS, CAPACITY_FORMULA_VISITS,
                                                 subject->waiting.visits, CAPACITY_UNIT_CASES_PER_MONTH);

  for (guint i = 0; i < subject->all->services->len; i++)
    {
      const CapacityServiceAssessment *service = subject->all->services->pdata[i];
      double share = capacity_waiting_coming (service, subject->self->resource);
      CapacityExplanationInput *input;

      if (share == 0)
        continue;
      input = capacity_explanation_add_child (explanation, CAPACITY_TERM_VOLUME,
                                              capacity_explanation_new_service (subject->all, service,
                                                                                CAPACITY_FIGURE_DEMAND,
                                                                                CAPACITY_MODE_REGULAR));
      input->name = g_strdup (service->service->name);
      input = capacity_explanation_add (explanation, CAPACITY_TERM_VISITS_PART, share, CAPACITY_UNIT_SHARE);
      input->name = g_strdup (service->service->name);
    }

  return explanation;
}

static CapacityExplanation *
explain_open (const Subject *subject)
{
  CapacityPeriod month = { CAPACITY_PERIOD_MONTH, subject->self->first };
  CapacityExplanation *explanation = new_figure (CAPACITY_FIGURE_WAIT_OPEN, CAPACITY_FORMULA_OPEN_HOURS,
                                                 subject->waiting.hours, CAPACITY_UNIT_HOURS);

  add_given (explanation, CAPACITY_TERM_WORKING_DAYS,
             capacity_calendar_working_days (subject->all->portfolio->calendar, month), CAPACITY_UNIT_WORKING_DAYS,
             CAPACITY_ORIGIN_CALENDAR);
  add_given (explanation, CAPACITY_TERM_OPEN_HOURS, subject->self->resource->open_hours, CAPACITY_UNIT_HOURS,
             CAPACITY_ORIGIN_TYPED);

  return explanation;
}

static CapacityExplanation *
explain_arrivals (const Subject *subject)
{
  CapacityExplanation *explanation = new_figure (CAPACITY_FIGURE_WAIT_ARRIVALS, CAPACITY_FORMULA_PER_OPEN_HOUR,
                                                 subject->waiting.arrivals, CAPACITY_UNIT_PER_HOUR);

  add_figure (subject, explanation, CAPACITY_TERM_VISITS, CAPACITY_FIGURE_WAIT_VISITS);
  add_figure (subject, explanation, CAPACITY_TERM_OPEN_MONTH, CAPACITY_FIGURE_WAIT_OPEN);

  return explanation;
}

static CapacityExplanation *
explain_service_time (const Subject *subject)
{
  CapacityExplanation *explanation = new_figure (CAPACITY_FIGURE_WAIT_SERVICE_TIME, CAPACITY_FORMULA_SERVICE_TIME,
                                                 subject->waiting.service_hours * MINUTES, CAPACITY_UNIT_MINUTES);

  add_of_resource (subject, explanation, CAPACITY_TERM_RESOURCE_LOAD, CAPACITY_FIGURE_RESOURCE_LOAD);
  add_figure (subject, explanation, CAPACITY_TERM_VISITS, CAPACITY_FIGURE_WAIT_VISITS);

  return explanation;
}

static CapacityExplanation *
explain_places (const Subject *subject)
{
  CapacityExplanation *explanation = new_figure (CAPACITY_FIGURE_WAIT_PLACES, CAPACITY_FORMULA_PLACES,
                                                 subject->waiting.places, CAPACITY_UNIT_COUNT);

  add_of_resource (subject, explanation, CAPACITY_TERM_RESOURCE_CAPACITY, CAPACITY_FIGURE_RESOURCE_CAPACITY);
  add_figure (subject, explanation, CAPACITY_TERM_OPEN_MONTH, CAPACITY_FIGURE_WAIT_OPEN);

  return explanation;
}

/* What follows from who comes, how long each takes and how many places there are. */
static CapacityExplanation *
explain_line (const Subject  *subject,
              CapacityFigure  figure,
              CapacityFormula formula,
              double          value,
              CapacityUnit    unit)
{
  CapacityExplanation *explanation = new_figure (figure, formula, value, unit);

  add_figure (subject, explanation, CAPACITY_TERM_ARRIVALS_HOUR, CAPACITY_FIGURE_WAIT_ARRIVALS);
  add_figure (subject, explanation, CAPACITY_TERM_SERVICE_TIME, CAPACITY_FIGURE_WAIT_SERVICE_TIME);
  add_figure (subject, explanation, CAPACITY_TERM_PLACES, CAPACITY_FIGURE_WAIT_PLACES);

  return explanation;
}

static CapacityExplanation *
explain_in_time (const Subject *subject)
{
  CapacityExplanation *explanation = explain_line (subject, CAPACITY_FIGURE_WAIT_IN_TIME, CAPACITY_FORMULA_IN_TIME,
                                                   subject->waiting.in_time, CAPACITY_UNIT_SHARE);

  add_limit (subject, explanation);

  return explanation;
}

static CapacityExplanation *
explain_needed (const Subject *subject)
{
  double needed = subject->waiting.needed > 0 ? subject->waiting.needed : NAN;
  CapacityExplanation *explanation = new_figure (CAPACITY_FIGURE_WAIT_NEEDED, CAPACITY_FORMULA_PLACES_NEEDED, needed,
                                                 CAPACITY_UNIT_COUNT);
  const CapacityResource *resource = subject->self->resource;

  add_figure (subject, explanation, CAPACITY_TERM_ARRIVALS_HOUR, CAPACITY_FIGURE_WAIT_ARRIVALS);
  add_figure (subject, explanation, CAPACITY_TERM_SERVICE_TIME, CAPACITY_FIGURE_WAIT_SERVICE_TIME);
  add_limit (subject, explanation);
  add_given (explanation, CAPACITY_TERM_WAIT_GOAL, resource->wait_share, CAPACITY_UNIT_SHARE, CAPACITY_ORIGIN_TYPED);
  add_given (explanation, CAPACITY_TERM_TARGET, subject->self->target, CAPACITY_UNIT_SHARE,
             isnan (resource->target) ? CAPACITY_ORIGIN_INSTITUTION : CAPACITY_ORIGIN_TYPED);

  return explanation;
}

static CapacityExplanation *
explain_posts (const Subject *subject)
{
  CapacityExplanation *explanation = new_figure (CAPACITY_FIGURE_WAIT_POSTS, CAPACITY_FORMULA_PLACES_POSTS,
                                                 subject->waiting.posts, CAPACITY_UNIT_POSTS);

  add_figure (subject, explanation, CAPACITY_TERM_PLACES, CAPACITY_FIGURE_WAIT_NEEDED);
  add_figure (subject, explanation, CAPACITY_TERM_OPEN_MONTH, CAPACITY_FIGURE_WAIT_OPEN);
  add_of_resource (subject, explanation, CAPACITY_TERM_POST_HOURS, CAPACITY_FIGURE_RESOURCE_POST_HOURS);

  return explanation;
}

static CapacityExplanation *
explain (const Subject *subject,
         CapacityFigure figure)
{
  const CapacityLine *line = &subject->waiting.line;
  double growth = line->state == CAPACITY_LINE_GROWS ? line->growth : NAN;

  switch ((int) figure)
    {
    case CAPACITY_FIGURE_WAIT_VISITS:
      return explain_visits (subject);
    case CAPACITY_FIGURE_WAIT_OPEN:
      return explain_open (subject);
    case CAPACITY_FIGURE_WAIT_ARRIVALS:
      return explain_arrivals (subject);
    case CAPACITY_FIGURE_WAIT_SERVICE_TIME:
      return explain_service_time (subject);
    case CAPACITY_FIGURE_WAIT_PLACES:
      return explain_places (subject);
    case CAPACITY_FIGURE_WAIT_WAITS:
      return explain_line (subject, figure, CAPACITY_FORMULA_WAITS, line->waits, CAPACITY_UNIT_SHARE);
    case CAPACITY_FIGURE_WAIT_MEAN:
      return explain_line (subject, figure, CAPACITY_FORMULA_MEAN_WAIT, line->mean_wait * MINUTES, CAPACITY_UNIT_MINUTES);
    case CAPACITY_FIGURE_WAIT_GROWTH:
      return explain_line (subject, figure, CAPACITY_FORMULA_LINE_GROWTH, growth, CAPACITY_UNIT_PER_HOUR);
    case CAPACITY_FIGURE_WAIT_IN_TIME:
      return explain_in_time (subject);
    case CAPACITY_FIGURE_WAIT_NEEDED:
      return explain_needed (subject);
    case CAPACITY_FIGURE_WAIT_POSTS:
      return explain_posts (subject);
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * capacity_explanation_new_waiting:
 * @assessment: an assessment
 * @resource: one of its resources
 * @figure: a figure of the line before a resource
 *
 * Returns: (transfer full): why the figure is what it is; not known, of nothing, where no line can be told
 */
CapacityExplanation *
capacity_explanation_new_waiting (const CapacityAssessment         *assessment,
                                  const CapacityResourceAssessment *resource,
                                  CapacityFigure                    figure)
{
  Subject subject = { assessment, resource, { 0 } };

  if (!capacity_waiting (resource, assessment->portfolio->calendar, &subject.waiting))
    return new_figure (figure, CAPACITY_FORMULA_WAITS, NAN, CAPACITY_UNIT_SHARE);

  return explain (&subject, figure);
}
