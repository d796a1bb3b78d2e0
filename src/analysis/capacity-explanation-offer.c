/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-explanation-private.h"

#include "capacity-offer.h"
#include "capacity-staffing.h"

#include <math.h>

/* What is explained: what a resource can give in a month. */
typedef struct
{
  const CapacityPortfolio *portfolio;
  const CapacityResource  *resource;
  CapacityMode             mode;
  CapacityPeriod           month;
  CapacityStaffing         staffing;
} Subject;

static CapacityExplanation *
new_hours (const Subject  *subject,
           CapacityFigure  figure,
           CapacityFormula formula,
           double          value)
{
  return capacity_explanation_new (figure, subject->mode, formula, value, CAPACITY_UNIT_UNITS_PER_MONTH,
                                   subject->resource->unit);
}

static CapacityExplanationInput *
add_given (CapacityExplanation *explanation,
           CapacityTerm         term,
           double               value,
           CapacityUnit         unit,
           CapacityOrigin       origin)
{
  CapacityExplanationInput *input = capacity_explanation_add (explanation, term, value, unit);

  input->origin = origin;

  return input;
}

static void
add_posts (const Subject       *subject,
           CapacityExplanation *explanation)
{
  add_given (explanation, CAPACITY_TERM_POSTS, subject->staffing.people.posts, CAPACITY_UNIT_POSTS,
             CAPACITY_ORIGIN_TYPED);
}

static void
add_day_hours (const Subject       *subject,
               CapacityExplanation *explanation)
{
  add_given (explanation, CAPACITY_TERM_DAY_HOURS, subject->staffing.people.hours_a_day, CAPACITY_UNIT_HOURS,
             CAPACITY_ORIGIN_INSTITUTION);
}

static void
add_working_days (const Subject       *subject,
                  CapacityExplanation *explanation,
                  CapacityTerm         term,
                  CapacityPeriod       period)
{
  CapacityExplanationInput *input;

  input = add_given (explanation, term, capacity_calendar_working_days (subject->portfolio->calendar, period),
                     CAPACITY_UNIT_WORKING_DAYS, CAPACITY_ORIGIN_CALENDAR);
  if (period.kind == CAPACITY_PERIOD_MONTH)
    input->first = input->last = period.index;
}

static CapacityExplanation *
explain_gross (const Subject *subject)
{
  CapacityExplanation *explanation = new_hours (subject, CAPACITY_FIGURE_RESOURCE_HOURS,
                                                CAPACITY_FORMULA_GROSS_HOURS, subject->staffing.hours.gross);

  add_posts (subject, explanation);
  add_working_days (subject, explanation, CAPACITY_TERM_WORKING_DAYS, subject->month);
  add_day_hours (subject, explanation);

  return explanation;
}

static void
add_absence (const Subject       *subject,
             CapacityExplanation *explanation,
             CapacityTerm         term,
             double               hours,
             double               days_a_year)
{
  CapacityExplanation *absence;

  if (isnan (days_a_year))
    return;
  absence = new_hours (subject, CAPACITY_FIGURE_RESOURCE_HOURS, CAPACITY_FORMULA_ABSENT_HOURS, hours);
  add_posts (subject, absence);
  add_day_hours (subject, absence);
  add_given (absence, CAPACITY_TERM_DAYS_A_YEAR, days_a_year, CAPACITY_UNIT_DAYS, CAPACITY_ORIGIN_TYPED);
  add_working_days (subject, absence, CAPACITY_TERM_WORKING_DAYS, subject->month);
  add_working_days (subject, absence, CAPACITY_TERM_YEAR_DAYS,
                    capacity_period_convert (subject->month, CAPACITY_PERIOD_YEAR));
  capacity_explanation_add_child (explanation, term, absence);
}

static void
add_other_duties (const Subject       *subject,
                  CapacityExplanation *explanation)
{
  const CapacityNetHours *hours = &subject->staffing.hours;
  CapacityExplanation *other;
  CapacityExplanationInput *input;

  if (isnan (subject->resource->other_duties))
    return;
  other = new_hours (subject, CAPACITY_FIGURE_RESOURCE_HOURS, CAPACITY_FORMULA_OTHER_HOURS, hours->other);
  input = capacity_explanation_add (other, CAPACITY_TERM_PRESENT, hours->net + hours->other,
                                    CAPACITY_UNIT_UNITS_PER_MONTH);
  input->unit_name = g_strdup (subject->resource->unit);
  add_given (other, CAPACITY_TERM_OTHER_SHARE, subject->resource->other_duties, CAPACITY_UNIT_SHARE,
             CAPACITY_ORIGIN_TYPED);
  capacity_explanation_add_child (explanation, CAPACITY_TERM_OTHER_DUTIES, other);
}

/* The hours of so many posts with every subtraction (K6). */
static CapacityExplanation *
explain_posts (const Subject *subject,
               CapacityFigure figure,
               double         posts)
{
  const CapacityResource *resource = subject->resource;
  CapacityPeriod year = capacity_period_convert (subject->month, CAPACITY_PERIOD_YEAR);
  Subject own = *subject;
  CapacityExplanation *explanation;

  own.staffing = capacity_staffing (resource, posts, subject->portfolio->institution.day_hours,
                                    capacity_calendar_working_days (subject->portfolio->calendar, subject->month),
                                    capacity_calendar_working_days (subject->portfolio->calendar, year));
  explanation = new_hours (&own, figure, CAPACITY_FORMULA_NET_HOURS, own.staffing.hours.net);
  capacity_explanation_add_child (explanation, CAPACITY_TERM_GROSS_HOURS, explain_gross (&own));
  add_absence (&own, explanation, CAPACITY_TERM_LEAVE, own.staffing.hours.leave, resource->leave_days);
  add_absence (&own, explanation, CAPACITY_TERM_SICK, own.staffing.hours.sick, resource->sick_days);
  add_absence (&own, explanation, CAPACITY_TERM_TRAINING, own.staffing.hours.training, resource->training_days);
  add_other_duties (&own, explanation);

  return explanation;
}

static CapacityExplanation *
explain_piece (const Subject       *subject,
               const CapacityLimit *limit)
{
  if (capacity_offer_is_staffed (subject->resource, limit))
    return explain_posts (subject, CAPACITY_FIGURE_RESOURCE_CAPACITY,
                          capacity_offer_posts (subject->resource, limit));

  return capacity_explanation_new_limit (CAPACITY_FIGURE_RESOURCE_CAPACITY, subject->mode, limit,
                                         subject->month.index, subject->portfolio, subject->resource,
                                         CAPACITY_UNIT_UNITS_PER_MONTH, subject->resource->unit);
}

/* A month in which limits begin or end: each part with its days. */
static CapacityExplanation *
explain_pieces (const Subject *subject,
                const GArray  *pieces,
                double         value)
{
  CapacityExplanation *explanation = new_hours (subject, CAPACITY_FIGURE_RESOURCE_CAPACITY,
                                                CAPACITY_FORMULA_BY_DAYS, value);

  for (guint i = 0; i < pieces->len; i++)
    {
      const CapacityOfferPiece *piece = &g_array_index (pieces, CapacityOfferPiece, i);

      capacity_explanation_add_child (explanation, CAPACITY_TERM_RESOURCE_CAPACITY,
                                      explain_piece (subject, piece->limit));
      add_given (explanation, CAPACITY_TERM_WORKING_DAYS, piece->days, CAPACITY_UNIT_WORKING_DAYS,
                 CAPACITY_ORIGIN_CALENDAR);
    }

  return explanation;
}

/**
 * capacity_explanation_new_offer:
 * @portfolio: the facts
 * @resource: a resource
 * @mode: regular or peak; the long term is as regular
 * @month: index of a month
 *
 * Returns: (transfer full): why the resource gives what it gives in the month
 */
CapacityExplanation *
capacity_explanation_new_offer (const CapacityPortfolio *portfolio,
                                const CapacityResource  *resource,
                                CapacityMode             mode,
                                int                      month)
{
  CapacityMode which = mode == CAPACITY_MODE_PEAK ? CAPACITY_MODE_PEAK : CAPACITY_MODE_REGULAR;
  Subject subject = { .portfolio = portfolio, .resource = resource, .mode = which,
                      .month = { CAPACITY_PERIOD_MONTH, month } };
  g_autoptr (GArray) pieces = capacity_offer_pieces (resource, which, month, portfolio->calendar);
  CapacityPeriod year = capacity_period_convert (subject.month, CAPACITY_PERIOD_YEAR);
  double availability = capacity_offer_availability (resource);
  double value = capacity_offer_of_pieces (resource, pieces, portfolio->institution.day_hours,
                                           capacity_calendar_working_days (portfolio->calendar, subject.month),
                                           capacity_calendar_working_days (portfolio->calendar, year));
  CapacityExplanation *whole, *explanation;

  whole = pieces->len == 1 ? explain_piece (&subject, g_array_index (pieces, CapacityOfferPiece, 0).limit)
                           : explain_pieces (&subject, pieces, value);
  if (availability == 1)
    return whole;
  explanation = new_hours (&subject, CAPACITY_FIGURE_RESOURCE_CAPACITY, CAPACITY_FORMULA_AVAILABILITY,
                           value * availability);
  capacity_explanation_add_child (explanation, CAPACITY_TERM_RESOURCE_CAPACITY, whole);
  add_given (explanation, CAPACITY_TERM_AVAILABILITY, availability, CAPACITY_UNIT_SHARE, CAPACITY_ORIGIN_TYPED);

  return explanation;
}

/**
 * capacity_explanation_new_post:
 * @portfolio: the facts
 * @resource: a group of people
 * @month: index of a month
 * @hours: what one post gives
 *
 * Returns: (transfer full): why one post gives that
 */
CapacityExplanation *
capacity_explanation_new_post (const CapacityPortfolio *portfolio,
                               const CapacityResource  *resource,
                               int                      month,
                               double                   hours)
{
  Subject subject = { .portfolio = portfolio, .resource = resource, .mode = CAPACITY_MODE_REGULAR,
                      .month = { CAPACITY_PERIOD_MONTH, month } };
  CapacityExplanation *explanation;

  if (capacity_staffing_at (resource, CAPACITY_MODE_REGULAR, month, portfolio->institution.day_hours,
                            portfolio->calendar, &subject.staffing))
    return explain_posts (&subject, CAPACITY_FIGURE_RESOURCE_POST_HOURS, 1);
  explanation = new_hours (&subject, CAPACITY_FIGURE_RESOURCE_POST_HOURS, CAPACITY_FORMULA_POST_HOURS, hours);
  if (isnan (hours))
    return explanation;
  capacity_explanation_add_child (explanation, CAPACITY_TERM_RESOURCE_CAPACITY,
                                  capacity_explanation_new_offer (portfolio, resource, CAPACITY_MODE_REGULAR,
                                                                  month));
  add_given (explanation, CAPACITY_TERM_POSTS, resource->posts, CAPACITY_UNIT_POSTS, CAPACITY_ORIGIN_TYPED);

  return explanation;
}
