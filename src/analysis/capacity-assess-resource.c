/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-assess-private.h"

#include "capacity-exhaustion.h"
#include "capacity-offer.h"
#include "capacity-pooling.h"
#include "capacity-utilisation.h"
#include "capacity-workload.h"

#include <math.h>

/* What resources offer, and how their services load them. */

/**
 * capacity_assess_resource_target:
 * @institution: the institution
 * @resource: a resource
 *
 * Returns: its target utilisation: its own, else the institution's for shared technology or for all else
 */
double
capacity_assess_resource_target (const CapacityInstitution *institution,
                                 const CapacityResource    *resource)
{
  if (!isnan (resource->target))
    return resource->target;

  switch (resource->kind)
    {
    case CAPACITY_RESOURCE_ICT:
    case CAPACITY_RESOURCE_SYSTEM:
    case CAPACITY_RESOURCE_PLATFORM:
      return institution->target_shared;
    case CAPACITY_RESOURCE_PEOPLE:
    case CAPACITY_RESOURCE_PREMISES:
    case CAPACITY_RESOURCE_EQUIPMENT:
    case CAPACITY_RESOURCE_SUPPLIER:
    case CAPACITY_RESOURCE_MONEY:
    case CAPACITY_RESOURCE_COMPETENCE:
    case CAPACITY_RESOURCE_PROCESS:
    default:
      return institution->target_people;
    }
}

/**
 * capacity_assess_offer:
 * @context: what is shared
 * @resource: a resource
 * @grid_first: index of the first month anyone asks about
 * @n_grid: number of months, that of the assessment among them
 *
 * Returns: (transfer full): the result with what the resource can give each month, and no load yet
 */
CapacityResourceResult *
capacity_assess_offer (CapacityAssessContext  *context,
                       const CapacityResource *resource,
                       int                     grid_first,
                       guint                   n_grid)
{
  CapacityResourceResult *result = g_atomic_rc_box_new0 (CapacityResourceResult);
  CapacityResourceAssessment *self = &result->assessment;
  guint now = (guint) (context->month - grid_first);

  self->resource = capacity_resource_ref (resource);
  self->target = capacity_assess_resource_target (&context->portfolio->institution, resource);
  result->grid_first = grid_first;
  result->n_grid = n_grid;
  result->regular = g_new (double, 2 * (gsize) n_grid);
  result->peak = result->regular + n_grid;
  capacity_assess_offers (context, resource, CAPACITY_MODE_REGULAR, grid_first, n_grid, result->regular);
  capacity_assess_offers (context, resource, CAPACITY_MODE_PEAK, grid_first, n_grid, result->peak);
  self->capacity = result->regular[now];
  self->load = NAN;
  self->first = context->month;
  self->n_months = (guint) capacity_assess_horizon (context);
  self->limits = result->regular + now;
  self->loads = g_new0 (double, 4 * (gsize) self->n_months);
  self->chances = self->loads + self->n_months;
  result->variances = self->chances + self->n_months;
  result->deviations = result->variances + self->n_months;
  for (guint i = 0; i < self->n_months; i++)
    self->loads[i] = self->chances[i] = NAN;

  return result;
}

/* One month of what a service needs: what its forecast says, else what it needs now, with no error known. */
static void
add_month (CapacityResourceResult *result,
           const CapacityForecast *forecast,
           double                  now,
           double                  per_case,
           guint                   i)
{
  CapacityResourceAssessment *self = &result->assessment;
  int place = self->first + (int) i - forecast->first;
  double load = now;

  if (place >= 0 && place < (int) forecast->horizon)
    {
      double width = forecast->high80[place] - forecast->low80[place];
      double deviation = per_case * width / (2 * CAPACITY_DEVIATIONS_80);

      load = forecast->median[place] * per_case;
      result->variances[i] += deviation * deviation;
      result->deviations[i] += deviation;
    }
  self->loads[i] = isnan (self->loads[i]) ? load : self->loads[i] + load;
}

static void
add_changes (CapacityResourceResult      *result,
             const CapacityServiceResult *service,
             double                       per_case)
{
  double deviation = service->change_deviation * per_case;

  if (isnan (deviation))
    return;
  for (guint i = 0; i < CAPACITY_CHANGE_MONTHS; i++)
    result->changes[i] += per_case * service->changes[i];
  result->change_variances += deviation * deviation;
  result->change_deviations += deviation;
}

/**
 * capacity_assess_add_load:
 * @result: a result that is not shared yet
 * @service: a service that needs it
 * @per_case: units one case takes
 *
 * Adds what one service needs (K1): now by the median of its last year, later by the median of its forecast.
 * Medians are added as if they were means; where a service has no forecast, what it needs now goes on.
 */
void
capacity_assess_add_load (CapacityResourceResult      *result,
                          const CapacityServiceResult *service,
                          double                       per_case)
{
  CapacityResourceAssessment *self = &result->assessment;
  double now = service->assessment.modes[CAPACITY_MODE_REGULAR].demand * per_case;

  self->n_services++;
  if (isnan (now))
    return;
  self->load = isnan (self->load) ? now : self->load + now;
  add_changes (result, service, per_case);
  for (guint i = 0; i < self->n_months; i++)
    add_month (result, service->assessment.forecast, now, per_case, i);
}

/* How far the services' volumes go together; fully where that cannot be told, which is the careful side. */
static double
correlation_of (const CapacityResourceResult *result)
{
  double squares = 0;

  if (result->change_deviations == 0)
    return 1;
  for (guint i = 0; i < CAPACITY_CHANGE_MONTHS; i++)
    squares += result->changes[i] * result->changes[i];

  return capacity_common_correlation (squares / CAPACITY_CHANGE_MONTHS, result->change_variances,
                                      result->change_deviations);
}

/* The first month in which the load, moved by so many standard deviations, passes the target; 0 if none
 * does. */
static int
find_crossing (const CapacityResourceResult *result,
               double                        correlation,
               double                        n_deviations)
{
  const CapacityResourceAssessment *self = &result->assessment;

  for (guint i = 0; i < self->n_months; i++)
    {
      double deviation = capacity_pooled_deviation (result->variances[i], result->deviations[i], correlation);

      if (self->loads[i] + n_deviations * deviation > self->target * self->limits[i])
        return self->first + (int) i;
    }

  return 0;
}

static void
find_chances (CapacityResourceResult *result,
              double                  correlation)
{
  CapacityResourceAssessment *self = &result->assessment;

  for (guint i = 0; i < self->n_months; i++)
    {
      double deviation = capacity_pooled_deviation (result->variances[i], result->deviations[i], correlation);

      self->chances[i] = capacity_excess_probability (self->loads[i], deviation, self->limits[i]);
    }
}

static void
find_exhaustion (const CapacityAssessContext *context,
                 CapacityResourceResult      *result,
                 double                       correlation)
{
  CapacityResourceAssessment *self = &result->assessment;
  int horizon_end = self->first + (int) self->n_months - 1;
  int lead_days = context->portfolio->institution.lead_days;
  CapacityExhaustion e = { .horizon_end = horizon_end };

  e.likely = find_crossing (result, correlation, 0);
  e.earliest = find_crossing (result, correlation, CAPACITY_DEVIATIONS_80);
  e.latest = find_crossing (result, correlation, -CAPACITY_DEVIATIONS_80);
  if (self->utilisation > self->target || e.likely == self->first)
    e = capacity_exhaustion_already (context->month, horizon_end, lead_days);
  else if (e.earliest != 0)
    {
      e.state = CAPACITY_EXHAUSTION_WITHIN;
      if (e.likely != 0)
        e.decide_by = capacity_exhaustion_decide_by (e.likely, lead_days);
    }
  else if (!isnan (self->utilisation))
    e.state = CAPACITY_EXHAUSTION_NOT_WITHIN_HORIZON;
  self->exhaustion = e;
}

/**
 * capacity_assess_resource:
 * @context: what is shared
 * @result: a result with its loads
 *
 * Makes the verdict of a resource (K16) on its load now, with its gap (K4), how likely its load exceeds its
 * capacity, and when it is exhausted (K3). Too much means less use than the lower limit both now and
 * throughout the horizon.
 */
void
capacity_assess_resource (CapacityAssessContext  *context,
                          CapacityResourceResult *result)
{
  CapacityResourceAssessment *self = &result->assessment;
  double low = context->portfolio->institution.low;
  double correlation = correlation_of (result);

  self->utilisation = capacity_utilisation (self->load, self->capacity);
  self->gap = capacity_gap (self->load, self->target, self->capacity);
  self->post_hours = capacity_offer_post_hours (self->resource, self->first, self->capacity,
                                                context->portfolio->institution.day_hours,
                                                context->portfolio->calendar);
  self->gap_posts = capacity_gap_in_posts (self->gap, self->post_hours, 0);
  self->verdict = capacity_verdict (self->utilisation, self->target,
                                    self->utilisation < low
                                      && capacity_first_crossing (self->loads, self->limits, self->n_months,
                                                                  low) < 0,
                                    FALSE, &self->reason);
  if (isnan (self->load))
    self->reason = CAPACITY_REASON_NO_DATA;
  find_chances (result, correlation);
  find_exhaustion (context, result, correlation);
  if (self->verdict < CAPACITY_VERDICT_AT_RISK && self->exhaustion.likely != 0
      && self->exhaustion.decide_by <= context->as_of)
    {
      self->verdict = CAPACITY_VERDICT_AT_RISK;
      self->reason = CAPACITY_REASON_EXHAUSTION_SOON;
    }
}
