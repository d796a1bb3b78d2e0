/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-assess-private.h"

#include "capacity-exhaustion.h"
#include "capacity-offer.h"
#include "capacity-pooling.h"
#include "capacity-queue.h"
#include "capacity-utilisation.h"
#include "capacity-waiting.h"
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
  self->services = g_ptr_array_new_with_free_func ((GDestroyNotify) capacity_service_unref);
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
  self->limits_peak = result->peak + now;
  self->verdicts = g_new0 (CapacityVerdict, self->n_months);
  self->low = isnan (resource->low) ? context->portfolio->institution.low : resource->low;
  self->lead_days = resource->lead_days >= 0 ? resource->lead_days : context->portfolio->institution.lead_days;
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

/* What the service needed in each of the last twelve months; what it needs now where that was not measured. */
static void
add_past (CapacityResourceResult      *result,
          const CapacityServiceResult *service,
          double                       now,
          double                       per_case)
{
  for (int i = 0; i < CAPACITY_YEAR_MONTHS; i++)
    {
      double load = per_case * capacity_series_at (service->assessment.demand,
                                                   result->assessment.first - CAPACITY_YEAR_MONTHS + i);

      result->past[i] += isnan (load) ? now : load;
    }
}

/**
 * capacity_assess_demand_now:
 * @resource: a resource
 * @service: a service that needs it
 *
 * Returns: cases a month of the service that load the resource now: the median of its last year; NaN where nothing was
 *   measured, or so long ago that the horizon counted from there is over, as for the service itself
 */
double
capacity_assess_demand_now (const CapacityResourceAssessment *resource,
                            const CapacityServiceAssessment  *service)
{
  if (resource->first - service->quality.last_month > (int) resource->n_months)
    return NAN;

  return service->modes[CAPACITY_MODE_REGULAR].demand;
}

/**
 * capacity_assess_add_load:
 * @result: a result that is not shared yet
 * @service: a service that needs it
 * @need: what one case takes
 *
 * Adds what one service needs (K1): now by the median of its last year, later by the median of its forecast.
 * Medians are added as if they were means; where a service has no forecast, what it needs now goes on. A service whose
 * demand is not known is counted as such and adds nothing.
 */
void
capacity_assess_add_load (CapacityResourceResult      *result,
                          const CapacityServiceResult *service,
                          const CapacityCaseNeed      *need)
{
  CapacityResourceAssessment *self = &result->assessment;
  double per_case = need->per_case;
  double cases = capacity_assess_demand_now (self, &service->assessment);
  double now = cases * per_case;
  CapacityClaim claim = { isnan (now) ? 0 : now, need->share, need->priority };

  g_ptr_array_add (self->services, capacity_service_ref (service->assessment.service));
  capacity_claims_add (&result->claims, &claim);
  self->n_unknown += isnan (now);
  if (isnan (now))
    return;
  add_past (result, service, now, per_case);
  self->load = isnan (self->load) ? now : self->load + now;
  if (!isnan (self->resource->open_hours))
    self->visits += capacity_waiting_coming (&service->assessment, self->resource) * cases;
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

/* The first month in which the level of the load, moved by so many standard deviations, passes the target of what the
 * capacity is on the whole; 0 if none does. */
static int
find_crossing (const CapacityResourceResult *result,
               const double                 *levels,
               const double                 *limits,
               double                        correlation,
               double                        n_deviations)
{
  const CapacityResourceAssessment *self = &result->assessment;

  for (guint i = 0; i < self->n_months; i++)
    {
      double deviation = capacity_pooled_deviation (result->variances[i], result->deviations[i], correlation);

      if (levels[i] + n_deviations * deviation > self->target * limits[i])
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
find_exhaustion (CapacityResourceResult *result,
                 const double           *levels,
                 const double           *limits,
                 double                  correlation)
{
  CapacityResourceAssessment *self = &result->assessment;
  int horizon_end = self->first + (int) self->n_months - 1;
  CapacityExhaustion e = { .horizon_end = horizon_end };

  e.likely = find_crossing (result, levels, limits, correlation, 0);
  e.earliest = find_crossing (result, levels, limits, correlation, CAPACITY_DEVIATIONS_80);
  e.latest = find_crossing (result, levels, limits, correlation, -CAPACITY_DEVIATIONS_80);
  if (self->utilisation > self->target || e.likely == self->first)
    e = capacity_exhaustion_already (self->first, horizon_end, self->lead_days, self->utilisation);
  else if (e.earliest != 0)
    {
      e.state = CAPACITY_EXHAUSTION_WITHIN;
      if (e.likely != 0)
        e.decide_by = capacity_exhaustion_decide_by (e.likely, self->lead_days);
    }
  else if (!isnan (self->utilisation))
    e.state = CAPACITY_EXHAUSTION_NOT_WITHIN_HORIZON;
  self->exhaustion = e;
}

/**
 * capacity_assess_past_utilisation:
 * @result: a resource with its loads
 * @utilisations: by month, that of the last half year before the assessment
 */
void
capacity_assess_past_utilisation (const CapacityResourceResult *result,
                                  double                        utilisations[CAPACITY_UNDER_USE_PERIODS])
{
  const CapacityResourceAssessment *self = &result->assessment;

  for (int i = 0; i < CAPACITY_UNDER_USE_PERIODS; i++)
    {
      int month = self->first - CAPACITY_UNDER_USE_PERIODS + i;

      utilisations[i] = capacity_utilisation (result->past[CAPACITY_YEAR_MONTHS - CAPACITY_UNDER_USE_PERIODS + i],
                                              result->regular[month - result->grid_first]);
    }
}

/* Regular and peak, which are about now. */
static void
judge_now (const CapacityResourceResult *result,
           CapacityModeAssessment       *mode,
           double                        load,
           double                        capacity,
           gboolean                      is_regular,
           gboolean                      is_late)
{
  const CapacityResourceAssessment *self = &result->assessment;
  double past[CAPACITY_UNDER_USE_PERIODS];
  gboolean is_idle;

  mode->month = self->first;
  mode->demand = load;
  mode->capacity = capacity;
  mode->utilisation = capacity_utilisation (load, capacity);
  capacity_assess_past_utilisation (result, past);
  is_idle = is_regular ? capacity_is_under_use (past, CAPACITY_UNDER_USE_PERIODS, self->low)
                       : mode->utilisation < self->low;
  mode->verdict = capacity_verdict (mode->utilisation, mode->target, is_idle, FALSE, is_late, &mode->reason);
  if (isnan (load))
    mode->reason = CAPACITY_REASON_NO_DATA;
}

/* Whether the turn comes in time for fewer than was promised (K9). */
static gboolean
breaks_promise (const CapacityAssessContext      *context,
                const CapacityResourceAssessment *self)
{
  CapacityWaiting waiting;

  return capacity_waiting (self, context->portfolio->calendar, &waiting)
         && waiting.in_time < self->resource->wait_share;
}

/* The first month in which the load passes all capacity, that of the peaks included, before more can be added; 0 if none
 * does. */
static int
find_short_month (const CapacityAssessContext      *context,
                      const CapacityResourceAssessment *self)
{
  for (guint i = 0; i < self->n_months; i++)
    {
      CapacityPeriod month = { CAPACITY_PERIOD_MONTH, self->first + (int) i };

      if (capacity_period_first_day (month) < context->as_of + self->lead_days && self->loads[i] > self->limits[i]
          && !(self->loads[i] <= self->limits_peak[i]))
        return month.index;
    }

  return 0;
}

static void
judge_long_term (const CapacityAssessContext *context,
                 CapacityResourceAssessment  *self,
                 const double                *levels,
                 const double                *limits)
{
  CapacityModeAssessment *mode = &self->modes[CAPACITY_MODE_LONG_TERM];
  gboolean is_soon = self->exhaustion.decide_by != CAPACITY_DATE_NONE && self->exhaustion.decide_by <= context->as_of;

  self->short_month = 0;
  capacity_assess_find_fullest (mode, levels, limits, self->limits, self->first, self->n_months);
  mode->verdict = capacity_verdict (mode->utilisation, INFINITY, mode->utilisation < self->low, FALSE, FALSE,
                                    &mode->reason);
  if (isnan (self->load))
    mode->reason = CAPACITY_REASON_NO_DATA;
  if (mode->verdict == CAPACITY_VERDICT_UNKNOWN || self->exhaustion.likely == 0)
    return;
  self->short_month = find_short_month (context, self);
  capacity_assess_judge_exhausted (mode, self->short_month != 0, is_soon);
}

/* The verdict of each month on its use; too much only within a row of months that are all too little used. */
static void
judge_months (CapacityResourceAssessment *self)
{
  guint n_low = 0;
  CapacityReason reason;

  for (guint i = 0; i < self->n_months; i++)
    {
      double utilisation = capacity_utilisation (self->loads[i], self->limits[i]);

      n_low = utilisation < self->low ? n_low + 1 : 0;
      self->verdicts[i] = capacity_verdict (utilisation, self->target, n_low >= CAPACITY_UNDER_USE_PERIODS, FALSE,
                                            FALSE, &reason);
      for (guint j = 1; n_low == CAPACITY_UNDER_USE_PERIODS && j < n_low; j++)
        self->verdicts[i - j] = CAPACITY_VERDICT_EXCESSIVE;
    }
}

/* The worst of the modes leads, and its rule; of equals the first. */
static void
judge_overall (CapacityResourceAssessment *self)
{
  CapacityVerdict verdicts[CAPACITY_N_MODES];

  for (guint mode = 0; mode < CAPACITY_N_MODES; mode++)
    verdicts[mode] = self->modes[mode].verdict;
  self->verdict = capacity_verdict_overall (verdicts, CAPACITY_N_MODES);
  self->reason = self->modes[CAPACITY_MODE_REGULAR].reason;
  for (guint mode = CAPACITY_N_MODES; mode > 0; mode--)
    if (verdicts[mode - 1] == self->verdict)
      self->reason = self->modes[mode - 1].reason;
}

/* What can go without any mode missing it: peaks and the years to come need more than an ordinary month. */
static void
find_saving (CapacityResourceAssessment *self)
{
  CapacityMoney annual = self->resource->annual_cost;
  double gaps[CAPACITY_N_MODES];
  double part;

  for (guint mode = 0; mode < CAPACITY_N_MODES; mode++)
    gaps[mode] = capacity_gap (self->modes[mode].demand, self->modes[mode].target, self->modes[mode].capacity);
  part = capacity_left_over (gaps, CAPACITY_N_MODES) / self->capacity;
  self->saving = self->verdict == CAPACITY_VERDICT_EXCESSIVE && annual >= 0 && isfinite (part)
                   ? capacity_money_share (annual, part)
                   : -1;
}

/**
 * capacity_assess_resource:
 * @context: what is shared
 * @result: a result with its loads
 *
 * Makes the verdicts of a resource in the three modes (K16) and month by month, its gap (K4), what could be saved of it
 * (K11), how likely its load exceeds its capacity, and when it is exhausted (K3).
 */
void
capacity_assess_resource (CapacityAssessContext  *context,
                          CapacityResourceResult *result)
{
  CapacityResourceAssessment *self = &result->assessment;
  const CapacityInstitution *institution = &context->portfolio->institution;
  double correlation = correlation_of (result);
  double peak = isnan (self->load) ? NAN : capacity_at_percentile (result->past, CAPACITY_YEAR_MONTHS, 0.9);
  g_autofree double *levels = g_new (double, 2 * (gsize) self->n_months);
  double *limits = levels + self->n_months;

  capacity_year_levels (self->loads, self->n_months, levels);
  capacity_limit_levels (result->regular, result->n_grid, (guint) (self->first - result->grid_first), self->n_months,
                         limits);
  self->utilisation = capacity_utilisation (self->load, self->capacity);
  self->gap = capacity_gap (self->load, self->target, self->capacity);
  self->post_hours = capacity_offer_post_hours (self->resource, self->first, self->capacity, institution->day_hours,
                                                context->portfolio->calendar);
  self->gap_posts = capacity_gap_in_posts (self->gap, self->post_hours, 0);
  self->shares = self->resource->sharing == CAPACITY_SHARING_SHARE ? result->claims.shares : 0;
  for (guint mode = 0; mode < CAPACITY_N_MODES; mode++)
    self->modes[mode].target = self->target;
  self->modes[CAPACITY_MODE_PEAK].target = capacity_assess_peak_target (institution, self->resource->target_peak,
                                                                        self->target);
  judge_now (result, &self->modes[CAPACITY_MODE_REGULAR], self->load, self->capacity, TRUE,
             breaks_promise (context, self));
  judge_now (result, &self->modes[CAPACITY_MODE_PEAK], peak, self->limits_peak[0], FALSE, FALSE);
  find_chances (result, correlation);
  find_exhaustion (result, levels, limits, correlation);
  judge_long_term (context, self, levels, limits);
  judge_months (self);
  judge_overall (self);
  find_saving (self);
}
