/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-plan-outlook.h"

#include "capacity-assess-private.h"
#include "capacity-utilisation.h"
#include "capacity-workload.h"

#include <math.h>

/* Limits as they are in a course: without what changes after the day, or with what is only planned. */
static GPtrArray *
limits_in_course (const GPtrArray *limits,
                  CapacityDate     as_of,
                  CapacityCourse   course)
{
  GPtrArray *kept = g_ptr_array_new_with_free_func ((GDestroyNotify) capacity_limit_free);

  for (guint i = 0; i < limits->len; i++)
    {
      const CapacityLimit *limit = limits->pdata[i];
      CapacityLimit *copy;

      if (course == CAPACITY_COURSE_UNCHANGED && (limit->from > as_of || limit->state == CAPACITY_LIMIT_PLANNED))
        continue;
      copy = capacity_limit_copy (limit);
      if (course == CAPACITY_COURSE_PLANNED && copy->state == CAPACITY_LIMIT_PLANNED)
        copy->state = CAPACITY_LIMIT_APPROVED;
      g_ptr_array_add (kept, copy);
    }

  return kept;
}

/* What holds on the day goes on where nothing is left to follow it. */
static void
prolong (GPtrArray   *limits,
         CapacityMode mode,
         CapacityDate as_of)
{
  CapacityLimit *limit = (CapacityLimit *) capacity_limits_find (limits, mode,
                                                                 (CapacityPeriod){ CAPACITY_PERIOD_DAY, as_of });

  if (limit != NULL && limit->mode == mode && limit->until != CAPACITY_DATE_NONE
      && capacity_limits_find (limits, mode, (CapacityPeriod){ CAPACITY_PERIOD_DAY, limit->until + 1 }) == NULL)
    limit->until = CAPACITY_DATE_NONE;
}

/* Whether the course leaves these limits as they are, so that what was concluded of them stays. */
static gboolean
is_same_course (const GPtrArray *limits,
                CapacityDate     as_of,
                CapacityCourse   course)
{
  for (guint i = 0; i < limits->len; i++)
    {
      const CapacityLimit *limit = limits->pdata[i];

      if (course == CAPACITY_COURSE_PLANNED && limit->state == CAPACITY_LIMIT_PLANNED)
        return FALSE;
      if (course == CAPACITY_COURSE_UNCHANGED
          && (limit->from > as_of || (limit->until != CAPACITY_DATE_NONE && limit->until >= as_of)))
        return FALSE;
    }

  return TRUE;
}

static GPtrArray *
course_limits (const GPtrArray *limits,
               CapacityDate     as_of,
               CapacityCourse   course)
{
  GPtrArray *kept = limits_in_course (limits, as_of, course);

  if (course == CAPACITY_COURSE_UNCHANGED)
    {
      prolong (kept, CAPACITY_MODE_REGULAR, as_of);
      prolong (kept, CAPACITY_MODE_PEAK, as_of);
    }

  return kept;
}

/**
 * capacity_plan_portfolio:
 * @portfolio: the facts
 * @as_of: the day from which changes are taken to happen, or not
 * @course: which of them happen
 *
 * Returns: (transfer full): the facts in that course; what it leaves alone is shared
 */
CapacityPortfolio *
capacity_plan_portfolio (const CapacityPortfolio *portfolio,
                         CapacityDate             as_of,
                         CapacityCourse           course)
{
  CapacityPortfolio *copy = capacity_portfolio_copy (portfolio);

  for (guint i = 0; i < copy->services->len; i++)
    {
      CapacityService *service = copy->services->pdata[i];

      if (is_same_course (service->limits, as_of, course))
        continue;
      copy->services->pdata[i] = capacity_service_copy (service);
      g_ptr_array_unref (((CapacityService *) copy->services->pdata[i])->limits);
      ((CapacityService *) copy->services->pdata[i])->limits = course_limits (service->limits, as_of, course);
      capacity_service_unref (service);
    }
  for (guint i = 0; i < copy->resources->len; i++)
    {
      CapacityResource *resource = copy->resources->pdata[i];

      if (is_same_course (resource->limits, as_of, course))
        continue;
      copy->resources->pdata[i] = capacity_resource_copy (resource);
      g_ptr_array_unref (((CapacityResource *) copy->resources->pdata[i])->limits);
      ((CapacityResource *) copy->resources->pdata[i])->limits = course_limits (resource->limits, as_of, course);
      capacity_resource_unref (resource);
    }

  return copy;
}

/* What one service meets in a month. */
static void
look_at (const CapacityServiceAssessment *service,
         int                              month,
         CapacityPlanMonth               *self)
{
  CapacityReason reason;

  self->demand = capacity_service_assessment_demand_in (service, month);
  self->capacity = service->limits_regular[month - service->limit_first];
  self->utilisation = capacity_utilisation (self->demand, self->capacity);
  self->verdict = capacity_verdict (self->utilisation, service->modes[CAPACITY_MODE_REGULAR].target,
                                    self->utilisation < service->low, FALSE, &reason);
}

/* Units of a resource that are short, in posts and in money. */
static void
add_short (const CapacityResourceAssessment *resource,
           double                            gap,
           int                               month,
           CapacityPlanMonth                *self)
{
  double units = gap > 0 ? gap : 0;
  double limit = resource->limits[month - resource->first];
  double posts = capacity_gap_in_posts (units, resource->post_hours, 0);

  if (!isnan (posts))
    self->posts += posts;
  if (resource->resource->annual_cost > 0 && limit > 0)
    self->money += capacity_money_share (resource->resource->annual_cost, units / limit);
}

static void
look_at_needs (const CapacityAssessment    *assessment,
               const CapacityServiceResult *service,
               int                          month,
               CapacityPlanMonth           *self)
{
  double demand = capacity_service_assessment_demand_in (&service->assessment, month);

  for (guint i = 0; i < service->n_needs; i++)
    if (service->needs[i].resource != CAPACITY_RESOURCE_GONE)
      {
        const CapacityResourceResult *resource = assessment->resources->pdata[service->needs[i].resource];
        double cases = capacity_gap (demand, resource->assessment.target,
                                     capacity_assess_allowed_cases (service, i, resource, month));

        add_short (&resource->assessment, cases * service->needs[i].per_case, month, self);
      }
}

static void
look_at_all (const CapacityAssessment *assessment,
             int                       month,
             CapacityPlanMonth        *self)
{
  self->demand = self->capacity = self->utilisation = NAN;
  for (guint i = 0; i < assessment->services->len; i++)
    {
      CapacityPlanMonth one = { 0 };

      look_at (assessment->services->pdata[i], month, &one);
      self->n_by_verdict[one.verdict]++;
      self->verdict = MAX (self->verdict, one.verdict);
    }
  for (guint i = 0; i < assessment->resources->len; i++)
    {
      const CapacityResourceAssessment *resource = assessment->resources->pdata[i];
      guint place = (guint) (month - resource->first);
      double utilisation = capacity_utilisation (resource->loads[place], resource->limits[place]);

      if (!(utilisation <= self->utilisation))
        self->utilisation = isnan (utilisation) ? self->utilisation : utilisation;
      add_short (resource, capacity_gap (resource->loads[place], resource->target, resource->limits[place]), month,
                 self);
    }
}

/* Months in order of time, "already" first of all; services without a month do not count. */
static void
find_first_short (CapacityPlanCourse *self)
{
  const GPtrArray *services = self->assessment->services;

  for (guint i = 0; i < services->len; i++)
    {
      const CapacityServiceAssessment *service = services->pdata[i];

      if (service->exhaustion.likely == 0
          || (self->exhaustion.likely != 0 && service->exhaustion.likely >= self->exhaustion.likely))
        continue;
      self->exhaustion = service->exhaustion;
      self->first_short = service->service->id;
    }
}

static void
follow (CapacityPlanCourse        *self,
        const CapacityPlanOutlook *outlook)
{
  const CapacityServiceAssessment *service = NULL;
  double posts = 0;

  if (!capacity_id_is_none (&outlook->service))
    service = capacity_assessment_get_service (self->assessment, &outlook->service);
  self->months = g_new0 (CapacityPlanMonth, outlook->n_months);
  self->first_short = CAPACITY_ID_NONE;
  for (guint i = 0; i < outlook->n_months; i++)
    {
      int month = outlook->first + (int) i;

      if (service == NULL)
        look_at_all (self->assessment, month, &self->months[i]);
      else
        {
          look_at (service, month, &self->months[i]);
          self->months[i].n_by_verdict[self->months[i].verdict] = 1;
          look_at_needs (self->assessment, (const CapacityServiceResult *) service, month, &self->months[i]);
        }
      posts = MAX (posts, self->months[i].posts);
      self->money = MAX (self->money, self->months[i].money);
    }
  self->posts = capacity_posts_to_fill (&posts, 1);
  if (service == NULL)
    find_first_short (self);
  else
    {
      self->exhaustion = service->exhaustion;
      self->first_short = service->exhaustion.likely != 0 ? outlook->service : CAPACITY_ID_NONE;
    }
}

/**
 * capacity_plan_outlook_new:
 * @assessment: an assessment
 * @service: (nullable): a service of it; %NULL for the institution
 * @years: how many years to look ahead
 * @cache: (nullable): forecasts kept from earlier; new ones are added
 * @is_cancelled: (nullable): set to other than 0 by another thread to stop
 *
 * Follows each course month by month, by assessing the portfolio as it is in it. What a course leaves alone is taken
 * over from @assessment, unless the plan looks farther ahead than that does.
 *
 * Returns: (transfer full) (nullable): the outlook; %NULL when it was cancelled
 */
CapacityPlanOutlook *
capacity_plan_outlook_new (const CapacityAssessment *assessment,
                           const CapacityService    *service,
                           int                       years,
                           CapacityForecastCache    *cache,
                           const gint               *is_cancelled)
{
  g_autoptr (CapacityPlanOutlook) self = g_new0 (CapacityPlanOutlook, 1);
  CapacityDate as_of = assessment->as_of;

  g_return_val_if_fail (years > 0, NULL);

  self->service = service != NULL ? service->id : CAPACITY_ID_NONE;
  self->first = capacity_period_of_date (CAPACITY_PERIOD_MONTH, as_of).index;
  self->n_months = (guint) (years * CAPACITY_YEAR_MONTHS);
  for (guint course = 0; course < CAPACITY_N_COURSES; course++)
    {
      g_autoptr (CapacityPortfolio) portfolio = capacity_plan_portfolio (assessment->portfolio, as_of, course);
      CapacityInstitution *institution = &portfolio->institution;

      institution->horizon_months = MAX (institution->horizon_months, (int) self->n_months);
      self->courses[course].assessment = capacity_assess (portfolio, as_of,
                                                          course == 0 ? assessment
                                                                      : self->courses[course - 1].assessment,
                                                          cache, is_cancelled);
      if (self->courses[course].assessment == NULL)
        return NULL;
      follow (&self->courses[course], self);
    }

  return g_steal_pointer (&self);
}

/**
 * capacity_plan_outlook_free:
 * @self: (transfer full): an outlook
 */
void
capacity_plan_outlook_free (CapacityPlanOutlook *self)
{
  for (guint course = 0; course < CAPACITY_N_COURSES; course++)
    {
      g_clear_pointer (&self->courses[course].assessment, capacity_assessment_unref);
      g_free (self->courses[course].months);
    }
  g_free (self);
}
