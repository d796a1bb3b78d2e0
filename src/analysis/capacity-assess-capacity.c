/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-assess-private.h"

#include "capacity-exhaustion.h"
#include "capacity-queue.h"
#include "capacity-statistics.h"
#include "capacity-utilisation.h"
#include "capacity-workload.h"

#include <math.h>

/* How what one service's measurements say compares with its capacity. */

/* What is compared, gathered once. */
typedef struct
{
  CapacityAssessContext      *context;
  CapacityServiceAssessment  *self;
  double                      targets[CAPACITY_N_MODES];
  int                         lead_days;
} Comparison;

/* From the first month of history, or that of the assessment, to the end of the forecast and of the
 * horizon. */
static void
set_span (const CapacityAssessContext *context,
          CapacityServiceAssessment   *self)
{
  int end = context->month + capacity_assess_horizon (context);

  self->limit_first = self->demand != NULL ? MIN (self->demand->first, context->month) : context->month;
  if (self->forecast != NULL && self->forecast->horizon > 0)
    end = MAX (end, self->forecast->first + (int) self->forecast->horizon);
  self->n_limits = (guint) (end - self->limit_first);
  self->limits_regular = g_new (double, 2 * (gsize) self->n_limits);
  self->limits_peak = self->limits_regular + self->n_limits;
}

static double
known_or_none (double value)
{
  return isnan (value) ? 0 : value;
}

/**
 * capacity_assess_part:
 * @resource: a resource with its load
 * @service: a service that needs it
 * @need: what one case takes of it
 *
 * Returns: what the service has of the resource by its present load, a volume that is not known counting as none
 */
CapacityPart
capacity_assess_part (const CapacityResourceResult    *resource,
                      const CapacityServiceAssessment *service,
                      const CapacityCaseNeed          *need)
{
  double cases = known_or_none (capacity_assess_demand_now (&resource->assessment, service));
  CapacityClaim claim = { cases * need->per_case, need->share, need->priority };

  return capacity_claims_part (&resource->claims, resource->assessment.resource->sharing, &claim);
}

/**
 * capacity_assess_part_at:
 * @resource: a resource with its load
 * @service: a service that needs it
 * @need: what one case takes of it
 * @cases: cases a month
 * @load: (out): units a month that all services would then need
 *
 * Returns: what the service would have of the resource if @cases came, while the others need what they need now
 */
CapacityPart
capacity_assess_part_at (const CapacityResourceResult    *resource,
                         const CapacityServiceAssessment *service,
                         const CapacityCaseNeed          *need,
                         double                           cases,
                         double                          *load)
{
  double now = known_or_none (capacity_assess_demand_now (&resource->assessment, service));
  CapacityClaim own = { cases * need->per_case, need->share, need->priority };
  /* Its part of the resource is claimed already. */
  CapacityClaim more = { own.load - now * need->per_case, isnan (need->share) ? NAN : 0, need->priority };
  CapacityClaims claims = resource->claims;

  capacity_claims_add (&claims, &more);
  *load = claims.load;

  return capacity_claims_part (&claims, resource->assessment.resource->sharing, &own);
}

/**
 * capacity_assess_offered_cases:
 * @resource: a resource with its load
 * @service: a service that needs it
 * @need: what one case takes of it
 * @offered: units the resource has in a month
 *
 * Returns: cases a month that the resource allows (K5): what the service has of it over its need; NaN if @offered is
 *   unknown
 */
double
capacity_assess_offered_cases (const CapacityResourceResult    *resource,
                               const CapacityServiceAssessment *service,
                               const CapacityCaseNeed          *need,
                               double                           offered)
{
  return capacity_part_of (capacity_assess_part (resource, service, need), offered) / need->per_case;
}

/* Lowers @values to the cases that @part of a resource allows where that is less; what is less than none counts as none
 * when all have been looked at. NaN, what is not known, lowers nothing. */
static void
lower (double       *values,
       guint         n,
       const double *offered,
       CapacityPart  part,
       double        per_case)
{
  double cases_per_unit = part.part / per_case;

  for (guint i = 0; i < n; i++)
    {
      double cases = (offered[i] - part.before) * cases_per_unit;

      values[i] = cases < values[i] ? cases : values[i];
    }
}

static void
least_over_months (const CapacityServiceResult *result,
                   const GPtrArray             *resources,
                   CapacityMode                 mode,
                   double                      *values)
{
  const CapacityServiceAssessment *self = &result->assessment;

  for (guint i = 0; i < self->n_limits; i++)
    values[i] = INFINITY;
  for (guint i = 0; i < result->n_needs; i++)
    if (result->needs[i].resource != CAPACITY_RESOURCE_GONE)
      {
        const CapacityResourceResult *resource = resources->pdata[result->needs[i].resource];
        const double *offered = mode == CAPACITY_MODE_PEAK ? resource->peak : resource->regular;

        lower (values, self->n_limits, offered + (self->limit_first - resource->grid_first),
               capacity_assess_part (resource, self, &result->needs[i]), result->needs[i].per_case);
      }
  for (guint i = 0; i < self->n_limits; i++)
    values[i] = isinf (values[i]) ? NAN : MAX (values[i], 0);
}

/* Which resource binds in the month of the assessment, and which next. */
static void
find_binding (const CapacityAssessContext *context,
              CapacityServiceResult       *result,
              const GPtrArray             *resources)
{
  CapacityServiceAssessment *self = &result->assessment;
  g_autofree double *allocated = g_new (double, MAX (result->n_needs, 1));
  g_autofree double *needs = g_new (double, MAX (result->n_needs, 1));
  CapacityBinding binding;

  for (guint i = 0; i < result->n_needs; i++)
    {
      const CapacityCaseNeed *need = &result->needs[i];
      const CapacityResourceResult *resource;

      needs[i] = need->per_case;
      allocated[i] = NAN;
      if (need->resource == CAPACITY_RESOURCE_GONE)
        continue;
      resource = resources->pdata[need->resource];
      allocated[i] = need->per_case
                     * capacity_assess_offered_cases (resource, self, need,
                                                      resource->regular[context->month - resource->grid_first]);
    }
  binding = capacity_least_resource (allocated, needs, result->n_needs);
  if (binding.first >= 0)
    self->binding = result->needs[binding.first].id;
  if (binding.next >= 0)
    self->next_binding = result->needs[binding.next].id;
}

/**
 * capacity_assess_own_limit:
 * @service: a service
 * @mode: regular or peak
 * @month: index of a month
 *
 * Returns: (nullable): the service's own limit that counts in the month; %NULL where none holds, so that its
 *   resources say how much it can deliver
 */
const CapacityLimit *
capacity_assess_own_limit (const CapacityService *service,
                           CapacityMode           mode,
                           int                    month)
{
  return capacity_limits_find (service->limits, mode, (CapacityPeriod){ CAPACITY_PERIOD_MONTH, month });
}

/**
 * capacity_assess_allowed_cases:
 * @service: a service's result
 * @need: which of its needs
 * @resource: the resource it is of
 * @month: index of a month within the horizon
 *
 * Returns: cases that the resource allows in the month; those of the service's own capacity where it has one
 */
double
capacity_assess_allowed_cases (const CapacityServiceResult  *service,
                               guint                         need,
                               const CapacityResourceResult *resource,
                               int                           month)
{
  const CapacityServiceAssessment *self = &service->assessment;

  if (capacity_assess_own_limit (self->service, CAPACITY_MODE_REGULAR, month) != NULL)
    return self->limits_regular[month - self->limit_first];

  return capacity_assess_offered_cases (resource, self, &service->needs[need],
                                        resource->regular[month - resource->grid_first]);
}

/* The service's own limits in the months in which one holds, else what its resources allow. Returns whether any month
 * follows the resources. */
static gboolean
set_mode_limits (CapacityAssessContext       *context,
                 const CapacityServiceResult *result,
                 const GPtrArray             *resources,
                 CapacityMode                 mode,
                 double                      *limits)
{
  const CapacityServiceAssessment *self = &result->assessment;
  g_autofree double *allowed = NULL;

  capacity_assess_limits (context, self->service->limits, mode, self->limit_first, self->n_limits, limits);
  if (result->n_needs == 0 || capacity_n_measured (limits, self->n_limits) == self->n_limits)
    return FALSE;

  allowed = g_new (double, self->n_limits);
  least_over_months (result, resources, mode, allowed);
  for (guint i = 0; i < self->n_limits; i++)
    limits[i] = isnan (limits[i]) ? allowed[i] : limits[i];

  return TRUE;
}

static void
set_limits (CapacityAssessContext *context,
            CapacityServiceResult *result,
            const GPtrArray       *resources)
{
  CapacityServiceAssessment *self = &result->assessment;

  set_span (context, self);
  self->binding = self->next_binding = CAPACITY_ID_NONE;
  result->follows_resources = set_mode_limits (context, result, resources, CAPACITY_MODE_REGULAR, self->limits_regular);
  result->follows_resources |= set_mode_limits (context, result, resources, CAPACITY_MODE_PEAK, self->limits_peak);
  if (capacity_assess_own_limit (self->service, CAPACITY_MODE_REGULAR, context->month) == NULL)
    find_binding (context, result, resources);
}

/* The target of the service, else of the resource that binds it, else the institution's for people. */
static double
target_of (const CapacityAssessContext *context,
           const CapacityServiceResult *result,
           const GPtrArray             *resources)
{
  const CapacityServiceAssessment *self = &result->assessment;

  if (!isnan (self->service->target))
    return self->service->target;
  for (guint i = 0; i < result->n_needs && !capacity_id_is_none (&self->binding); i++)
    if (capacity_id_equal (&result->needs[i].id, &self->binding))
      return ((const CapacityResourceResult *) resources->pdata[result->needs[i].resource])->assessment.target;

  return context->portfolio->institution.target_people;
}

/* Utilisation by month of the last half year of history, for under-use. */
static gboolean
is_under_use (const CapacityServiceAssessment *self,
              double                           low)
{
  double utilisations[CAPACITY_UNDER_USE_PERIODS];
  int first = self->quality.last_month - CAPACITY_UNDER_USE_PERIODS + 1;

  for (int i = 0; i < CAPACITY_UNDER_USE_PERIODS; i++)
    {
      int place = first + i - self->limit_first;

      utilisations[i] = place < 0 ? NAN
                                  : capacity_utilisation (capacity_series_at (self->demand, first + i),
                                                          self->limits_regular[place]);
    }

  return capacity_is_under_use (utilisations, CAPACITY_UNDER_USE_PERIODS, low);
}

static gboolean
is_stock_too_large (const CapacityServiceAssessment *self)
{
  const CapacityModeAssessment *regular = &self->modes[CAPACITY_MODE_REGULAR];

  return capacity_clearance_to (self->queue.stock, self->queue.allowed, regular->demand, regular->capacity)
         > CAPACITY_QUEUE_RELIEF_MONTHS;
}

/* How many may wait, and what it takes to work off the rest; from what was measured, whatever the capacity. */
static void
set_relief (CapacityQueue *queue,
            double         demand,
            double         term_months)
{
  queue->allowed = capacity_target_stock (demand, term_months, 1);
  queue->relief = queue->stock > queue->allowed
                    ? capacity_relief (demand, queue->stock, queue->allowed, CAPACITY_QUEUE_RELIEF_MONTHS)
                    : NAN;
}

static void
set_unknown (CapacityModeAssessment *mode,
             CapacityReason          reason)
{
  mode->verdict = CAPACITY_VERDICT_UNKNOWN;
  mode->reason = reason;
}

/* Whether the data ended so long ago that the horizon counted from its end is over: then nothing can be
 * said. Younger data is judged by, and its age said beside the verdict. */
static gboolean
is_too_old (const Comparison *c)
{
  return c->context->month - c->self->quality.last_month > capacity_assess_horizon (c->context);
}

/* The month of the assessment, or where no capacity is known for it any more, the last before it that has
 * one. */
static int
month_with_capacity (const Comparison *c,
                     const double     *limits)
{
  int first = c->self->limit_first;

  for (int month = c->context->month; month >= first; month--)
    if (!isnan (limits[month - first]))
      return month;

  return c->context->month;
}

/* Regular and peak, which are about now. */
static void
judge_now (const Comparison *c,
           CapacityMode      which)
{
  CapacityServiceAssessment *self = c->self;
  CapacityModeAssessment *mode = &self->modes[which];
  gboolean is_regular = which == CAPACITY_MODE_REGULAR;
  const double *limits = is_regular ? self->limits_regular : self->limits_peak;
  gboolean is_idle;

  mode->month = month_with_capacity (c, limits);
  mode->capacity = limits[mode->month - self->limit_first];
  mode->target = c->targets[which];
  mode->utilisation = capacity_utilisation (mode->demand, mode->capacity);
  if (self->demand == NULL)
    {
      set_unknown (mode, CAPACITY_REASON_NO_DATA);
      return;
    }
  is_idle = is_regular ? is_under_use (self, self->low) : mode->utilisation < self->low;
  mode->verdict = capacity_verdict (mode->utilisation, mode->target, is_idle,
                                    is_regular && is_stock_too_large (self), FALSE, &mode->reason);
  if (is_too_old (c) && mode->verdict != CAPACITY_VERDICT_UNKNOWN)
    set_unknown (mode, CAPACITY_REASON_STALE_DATA);
}

/* Where the regular capacity stands in the months of the forecast from one on. */
static double *
new_limit_levels (const CapacityServiceAssessment *self,
                  int                              first)
{
  guint n = (guint) (self->forecast->first + (int) self->forecast->horizon - first);
  double *levels = g_new (double, MAX (n, 1));

  capacity_limit_levels (self->limits_regular, self->n_limits, (guint) (first - self->limit_first), n, levels);

  return levels;
}

/* The longer term follows the trend: when the level of the year around each month, without the season, passes
 * what is to be used of the regular capacity. A high season is what the peak mode is for. */
static CapacityExhaustion
exhaustion_of_levels (const Comparison *c)
{
  CapacityForecast levels = *c->self->forecast;
  g_autofree double *block = g_new (double, 3 * (gsize) levels.horizon);
  double *low = block + levels.horizon, *high = low + levels.horizon;
  g_autofree double *limits = new_limit_levels (c->self, levels.first);

  capacity_year_levels (levels.median, levels.horizon, block);
  capacity_year_levels (levels.low80, levels.horizon, low);
  capacity_year_levels (levels.high80, levels.horizon, high);
  levels.median = block;
  levels.low80 = low;
  levels.high80 = high;

  return capacity_exhaustion_of_forecast (&levels, limits, c->targets[CAPACITY_MODE_LONG_TERM], c->context->month,
                                          c->lead_days);
}

static void
find_exhaustion (const Comparison *c)
{
  CapacityServiceAssessment *self = c->self;
  const CapacityModeAssessment *regular = &self->modes[CAPACITY_MODE_REGULAR];
  const CapacityForecast *forecast = self->forecast;
  int horizon_end = self->limit_first + (int) self->n_limits - 1;

  self->exhaustion = (CapacityExhaustion){ .horizon_end = horizon_end };
  if (regular->verdict != CAPACITY_VERDICT_UNKNOWN && regular->utilisation > regular->target)
    self->exhaustion = capacity_exhaustion_already (c->context->month, horizon_end, c->lead_days,
                                                    regular->utilisation);
  else if (forecast != NULL && forecast->horizon > 0)
    self->exhaustion = exhaustion_of_levels (c);
}

/**
 * capacity_assess_find_fullest:
 * @mode: of the long term
 * @demand: (array length=n): what is expected of consecutive months
 * @levels: (array length=n): where their capacity stands, see capacity_limit_levels()
 * @capacity: (array length=n): capacity of the same months
 * @first: index of the first of them
 * @n: their number
 *
 * Puts the month in which the demand takes most of what the capacity is on the whole into @mode, with the demand and the
 * capacity of that month; nothing where neither is known.
 */
void
capacity_assess_find_fullest (CapacityModeAssessment *mode,
                              const double           *demand,
                              const double           *levels,
                              const double           *capacity,
                              int                     first,
                              guint                   n)
{
  double fullest = NAN;

  mode->month = 0;
  mode->demand = mode->capacity = mode->utilisation = NAN;
  for (guint i = 0; i < n; i++)
    {
      double utilisation = capacity_utilisation (demand[i], levels[i]);

      if (isnan (utilisation) || utilisation <= fullest)
        continue;
      fullest = utilisation;
      mode->month = first + (int) i;
      mode->demand = demand[i];
      mode->capacity = capacity[i];
      mode->utilisation = capacity_utilisation (demand[i], capacity[i]);
    }
}

/* The month from that of the assessment on in which the level of the forecast takes most of the regular
 * capacity. */
static void
find_fullest_month (const Comparison       *c,
                    CapacityModeAssessment *mode)
{
  const CapacityForecast *forecast = c->self->forecast;
  guint skip = (guint) CLAMP (c->context->month - forecast->first, 0, (int) forecast->horizon);
  int first = forecast->first + (int) skip;
  g_autofree double *levels = g_new (double, forecast->horizon);
  g_autofree double *limits = new_limit_levels (c->self, first);

  capacity_year_levels (forecast->median, forecast->horizon, levels);
  capacity_assess_find_fullest (mode, levels + skip, limits, c->self->limits_regular + (first - c->self->limit_first), first,
                                forecast->horizon - skip);
}

/* The first month in which the forecast passes all capacity, that of the peaks included, before more can be added; 0 if none
 * does. */
static int
find_short_month (const Comparison *c)
{
  const CapacityForecast *forecast = c->self->forecast;

  for (guint i = 0; i < forecast->horizon; i++)
    {
      CapacityPeriod month = { CAPACITY_PERIOD_MONTH, forecast->first + (int) i };
      guint place = (guint) (month.index - c->self->limit_first);

      if (month.index >= c->context->month
          && capacity_period_first_day (month) < c->context->as_of + c->lead_days
          && forecast->median[i] > c->self->limits_regular[place]
          && !(forecast->median[i] <= c->self->limits_peak[place]))
        return month.index;
    }

  return 0;
}

static void
judge_long_term (const Comparison *c)
{
  CapacityServiceAssessment *self = c->self;
  CapacityModeAssessment *mode = &self->modes[CAPACITY_MODE_LONG_TERM];
  gboolean is_soon = self->exhaustion.decide_by != CAPACITY_DATE_NONE
                     && self->exhaustion.decide_by <= c->context->as_of;

  self->short_month = 0;
  mode->target = c->targets[CAPACITY_MODE_LONG_TERM];
  mode->month = 0;
  mode->demand = mode->capacity = mode->utilisation = NAN;
  if (self->demand == NULL)
    set_unknown (mode, CAPACITY_REASON_NO_DATA);
  else if (is_too_old (c))
    set_unknown (mode, CAPACITY_REASON_STALE_DATA);
  else if (self->forecast->horizon == 0)
    set_unknown (mode, CAPACITY_REASON_NO_FORECAST);
  else
    {
      find_fullest_month (c, mode);
      mode->verdict = capacity_verdict (mode->utilisation, INFINITY, mode->utilisation < self->low, FALSE, FALSE,
                                        &mode->reason);
      if (mode->verdict == CAPACITY_VERDICT_UNKNOWN || self->exhaustion.likely == 0)
        return;
      self->short_month = find_short_month (c);
      capacity_assess_judge_exhausted (mode, self->short_month != 0, is_soon);
    }
}

/**
 * capacity_assess_judge_exhausted:
 * @mode: of the long term, where capacity stops sufficing within the horizon
 * @is_short: whether all capacity is passed before more can be added
 * @is_soon: whether the last day to decide has gone by
 *
 * Sets the verdict and its rule.
 */
void
capacity_assess_judge_exhausted (CapacityModeAssessment *mode,
                                 gboolean                is_short,
                                 gboolean                is_soon)
{
  mode->verdict = is_short ? CAPACITY_VERDICT_INSUFFICIENT : CAPACITY_VERDICT_AT_RISK;
  mode->reason = is_short ? CAPACITY_REASON_SHORT_BEFORE_LEAD
                          : is_soon ? CAPACITY_REASON_EXHAUSTION_SOON : CAPACITY_REASON_EXHAUSTION_LATER;
}

/**
 * capacity_assess_peak_target:
 * @institution: the institution
 * @own: target utilisation in the peak of the service or resource itself; NaN for none
 * @regular: its target on ordinary days
 *
 * Returns: its target in the peak: its own, else the institution's, else that of ordinary days
 */
double
capacity_assess_peak_target (const CapacityInstitution *institution,
                             double                     own,
                             double                     regular)
{
  if (!isnan (own))
    return own;

  return isnan (institution->target_peak) ? regular : institution->target_peak;
}

/**
 * capacity_assess_term_months:
 * @service: a service
 * @year_days: working days of the year
 *
 * The working days of a single month differ by a third, the demand of a usual month does not follow them: so the term is
 * set against the whole year.
 *
 * Returns: months within which a case is to be done: its own term, else one, the term of the Administrative Procedure Law,
 *   article 64
 */
double
capacity_assess_term_months (const CapacityService *service,
                             int                    year_days)
{
  return service->term_days > 0 ? (double) service->term_days * CAPACITY_YEAR_MONTHS / year_days : 1;
}

/**
 * capacity_assess_lead_days:
 * @institution: the institution
 * @service: a service
 *
 * Returns: days it takes to add capacity
 */
int
capacity_assess_lead_days (const CapacityInstitution *institution,
                           const CapacityService     *service)
{
  return service->lead_days >= 0 ? service->lead_days : institution->lead_days;
}

/**
 * capacity_service_assessment_demand_in:
 * @self: what is concluded of a service
 * @month: index of a month
 *
 * Returns: cases of the month: what was measured, else what the forecast says, known events among it; NaN if neither
 *   is known
 */
double
capacity_service_assessment_demand_in (const CapacityServiceAssessment *self,
                                       int                              month)
{
  const CapacityForecast *forecast = self->forecast;
  double measured = self->demand != NULL ? capacity_series_at (self->demand, month) : NAN;

  if (!isnan (measured) || forecast == NULL || month < forecast->first
      || month >= forecast->first + (int) forecast->horizon)
    return measured;

  return forecast->median[month - forecast->first];
}

/**
 * capacity_assess_capacity:
 * @context: what is shared
 * @resources: (element-type CapacityResourceResult): in the order of the portfolio, with their loads
 * @result: a result with the half of the demand
 *
 * Makes the other half: capacity by month, the verdicts, when capacity is exhausted and how long the queue
 * takes.
 */
void
capacity_assess_capacity (CapacityAssessContext *context,
                          const GPtrArray       *resources,
                          CapacityServiceResult *result)
{
  CapacityServiceAssessment *self = &result->assessment;
  CapacityVerdict verdicts[CAPACITY_N_MODES];
  const CapacityInstitution *institution = &context->portfolio->institution;
  Comparison c = { .context = context, .self = self };

  set_limits (context, result, resources);
  c.targets[CAPACITY_MODE_REGULAR] = c.targets[CAPACITY_MODE_LONG_TERM] = target_of (context, result, resources);
  c.targets[CAPACITY_MODE_PEAK] = capacity_assess_peak_target (institution, self->service->target_peak,
                                                               c.targets[CAPACITY_MODE_REGULAR]);
  self->low = isnan (self->service->low) ? institution->low : self->service->low;
  c.lead_days = capacity_assess_lead_days (institution, self->service);
  set_relief (&self->queue, self->modes[CAPACITY_MODE_REGULAR].demand,
              capacity_assess_term_months (self->service, capacity_assess_year_days (context, context->month)));
  judge_now (&c, CAPACITY_MODE_REGULAR);
  judge_now (&c, CAPACITY_MODE_PEAK);
  find_exhaustion (&c);
  judge_long_term (&c);
  self->queue.clearance_days = capacity_clearance (self->queue.stock,
                                                   self->modes[CAPACITY_MODE_REGULAR].capacity)
                               * capacity_assess_working_days (context,
                                                               self->modes[CAPACITY_MODE_REGULAR].month);
  for (guint mode = 0; mode < CAPACITY_N_MODES; mode++)
    verdicts[mode] = self->modes[mode].verdict;
  self->overall = capacity_verdict_overall (verdicts, CAPACITY_N_MODES);
}
