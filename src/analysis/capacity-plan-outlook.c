/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-plan-outlook.h"

#include "capacity-assess-private.h"
#include "capacity-explanation-private.h"
#include "capacity-offer.h"
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

/**
 * capacity_plan_resource_limits:
 * @assessment: an assessment
 * @resource: one of its resources
 *
 * Returns: (transfer full) (nullable) (array length=resource.n_months): how much of it there is to be in each month if
 *   all that is planned comes; %NULL where nothing is only planned
 */
double *
capacity_plan_resource_limits (const CapacityAssessment         *assessment,
                               const CapacityResourceAssessment *resource)
{
  g_autoptr (CapacityPortfolio) alone = NULL;
  g_autoptr (CapacityPortfolio) planned = NULL;
  g_autoptr (CapacityAssessment) outlook = NULL;
  const CapacityResourceAssessment *result;

  if (is_same_course (resource->resource->limits, assessment->as_of, CAPACITY_COURSE_PLANNED))
    return NULL;

  /* What it can give does not depend on who needs it. */
  alone = capacity_portfolio_copy (assessment->portfolio);
  g_ptr_array_set_size (alone->services, 0);
  g_ptr_array_set_size (alone->resources, 0);
  g_ptr_array_add (alone->resources, capacity_resource_ref (resource->resource));
  planned = capacity_plan_portfolio (alone, assessment->as_of, CAPACITY_COURSE_PLANNED);
  outlook = capacity_assess (planned, assessment->as_of, NULL, NULL, NULL);
  result = outlook->resources->pdata[0];

  return g_memdup2 (result->limits, resource->n_months * sizeof (double));
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
                                    self->utilisation < service->low, FALSE, FALSE, &reason);
}

/* What is short of one resource in a month of a course, with what it is made from. */
typedef struct
{
  const CapacityResourceAssessment  *resource;
  const CapacityServiceAssessment   *service; /* NULL for all services */
  double                             demand;  /* of the service */
  double                             cases;   /* that the resource allows it */
  double                             per_case;
  double                             units;
  double                             post_hours;
  double                             posts;
  double                             all_posts; /* short in the same month, of all groups of people … */
  guint                              whole;     /* … and rounded up, once */
  CapacityMoney                      money;
} Shortage;

/* Completes a shortage whose units are known with its posts; what is not short is none. */
static void
count_posts (const CapacityAssessment *assessment,
             int                       month,
             Shortage                 *self)
{
  const CapacityResourceAssessment *r = self->resource;

  self->post_hours = self->posts = NAN;
  if (!(self->units > 0))
    {
      self->units = 0;
      return;
    }
  self->post_hours = capacity_offer_post_hours (r->resource, month, r->limits[month - r->first],
                                                assessment->portfolio->institution.day_hours,
                                                assessment->portfolio->calendar);
  self->posts = capacity_gap_in_posts (self->units, self->post_hours, 0);
}

static Shortage
shortage_of_all (const CapacityAssessment         *assessment,
                 const CapacityResourceAssessment *resource,
                 int                               month)
{
  guint place = (guint) (month - resource->first);
  Shortage self = { .resource = resource };

  self.units = capacity_gap (resource->loads[place], resource->target, resource->limits[place]);
  count_posts (assessment, month, &self);

  return self;
}

static Shortage
shortage_of_need (const CapacityAssessment    *assessment,
                  const CapacityServiceResult *service,
                  guint                        need,
                  int                          month)
{
  const CapacityResourceResult *resource = assessment->resources->pdata[service->needs[need].resource];
  Shortage self = { .resource = &resource->assessment, .service = &service->assessment };

  self.demand = capacity_service_assessment_demand_in (&service->assessment, month);
  self.cases = capacity_assess_allowed_cases (service, need, resource, month);
  self.per_case = service->needs[need].per_case;
  self.units = capacity_gap (self.demand, resource->assessment.target, self.cases) * self.per_case;
  count_posts (assessment, month, &self);

  return self;
}

/* Nobody employs part of a post: what is short of people costs what whole posts do, each group its part of them. */
static void
value_shortages (GArray *shortages)
{
  double posts = 0;

  for (guint i = 0; i < shortages->len; i++)
    {
      double one = g_array_index (shortages, Shortage, i).posts;

      posts += isnan (one) ? 0 : one;
    }
  for (guint i = 0; i < shortages->len; i++)
    {
      Shortage *self = &g_array_index (shortages, Shortage, i);
      double part = self->units / self->resource->capacity;

      self->all_posts = posts;
      self->whole = capacity_posts_to_fill (&posts, 1);
      if (self->resource->resource->annual_cost > 0 && self->resource->capacity > 0)
        self->money = capacity_money_share (self->resource->resource->annual_cost,
                                            isnan (self->posts) ? part : part * self->whole / posts);
    }
}

/* What is short in a month, of a service or, where that is NULL, of all. */
static GArray *
find_shortages (const CapacityAssessment    *assessment,
                const CapacityServiceResult *service,
                int                          month)
{
  GArray *shortages = g_array_new (FALSE, FALSE, sizeof (Shortage));
  guint n = service != NULL ? service->n_needs : assessment->resources->len;

  for (guint i = 0; i < n; i++)
    {
      Shortage shortage;

      if (service != NULL && service->needs[i].resource == CAPACITY_RESOURCE_GONE)
        continue;
      shortage = service != NULL ? shortage_of_need (assessment, service, i, month)
                                 : shortage_of_all (assessment, assessment->resources->pdata[i], month);
      if (shortage.units > 0)
        g_array_append_val (shortages, shortage);
    }
  value_shortages (shortages);

  return shortages;
}

static void
add_shortages (const CapacityAssessment    *assessment,
               const CapacityServiceResult *service,
               int                          month,
               CapacityPlanMonth           *self)
{
  g_autoptr (GArray) shortages = find_shortages (assessment, service, month);

  for (guint i = 0; i < shortages->len; i++)
    {
      const Shortage *shortage = &g_array_index (shortages, Shortage, i);

      self->posts += isnan (shortage->posts) ? 0 : shortage->posts;
      self->money += shortage->money;
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

      if (isnan (utilisation) || utilisation <= self->utilisation)
        continue;
      self->utilisation = utilisation;
      self->fullest = resource->resource;
    }
}

/* Whether one runs short before another: by month, and of what is short already what only uses its reserve comes last. */
static gboolean
is_sooner (const CapacityExhaustion *self,
           const CapacityExhaustion *other)
{
  if (self->likely == 0 || other->likely == 0)
    return self->likely != 0;

  return self->likely != other->likely ? self->likely < other->likely : self->is_reserve < other->is_reserve;
}

/* Services without a month do not count; of equals the most urgent is first. */
static void
find_first_short (CapacityPlanCourse *self)
{
  const GPtrArray *services = self->assessment->ranking;

  for (guint i = 0; i < services->len; i++)
    {
      const CapacityServiceAssessment *service = services->pdata[i];

      if (!is_sooner (&service->exhaustion, &self->exhaustion))
        continue;
      self->exhaustion = service->exhaustion;
      self->first_short = service->service->id;
    }
}

/* Posts and money are those of one month, so that they belong together. */
static void
follow_shortage (CapacityPlanCourse      *self,
                 const CapacityPlanMonth *month)
{
  guint posts = capacity_posts_to_fill (&month->posts, 1);

  if (posts < self->posts || (posts == self->posts && month->money <= self->money))
    return;
  self->posts = posts;
  self->money = month->money;
}

static void
follow (CapacityPlanCourse        *self,
        const CapacityPlanOutlook *outlook)
{
  const CapacityServiceAssessment *service = NULL;

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
        }
      add_shortages (self->assessment, (const CapacityServiceResult *) service, month, &self->months[i]);
      follow_shortage (self, &self->months[i]);
    }
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

static CapacityExplanationInput *
add_units (CapacityExplanation    *explanation,
           CapacityTerm            term,
           double                  value,
           CapacityUnit            unit,
           const char             *unit_name)
{
  CapacityExplanationInput *input = capacity_explanation_add (explanation, term, value, unit);

  input->unit_name = g_strdup (unit_name);

  return input;
}

/* Units that are short: of a service by its cases, of all by the load of the resource (K4). */
static CapacityExplanation *
explain_units (const CapacityAssessment *assessment,
               const Shortage           *shortage,
               int                       month)
{
  const CapacityResourceAssessment *r = shortage->resource;
  const char *cases = shortage->service != NULL ? shortage->service->service->unit : NULL;
  CapacityExplanation *explanation;

  explanation = capacity_explanation_new (CAPACITY_FIGURE_RESOURCE_GAP, CAPACITY_MODE_REGULAR,
                                          shortage->service != NULL ? CAPACITY_FORMULA_CASES_GAP
                                                                    : CAPACITY_FORMULA_GAP,
                                          shortage->units, CAPACITY_UNIT_UNITS_PER_MONTH, r->resource->unit);
  if (shortage->service != NULL)
    add_units (explanation, CAPACITY_TERM_DEMAND, shortage->demand, CAPACITY_UNIT_CASES_PER_MONTH, cases);
  else
    add_units (explanation, CAPACITY_TERM_RESOURCE_LOAD, r->loads[month - r->first], CAPACITY_UNIT_UNITS_PER_MONTH,
               r->resource->unit);
  add_units (explanation, CAPACITY_TERM_TARGET, r->target, CAPACITY_UNIT_SHARE, NULL)->origin
    = isnan (r->resource->target) ? CAPACITY_ORIGIN_INSTITUTION : CAPACITY_ORIGIN_TYPED;
  if (shortage->service != NULL)
    {
      add_units (explanation, CAPACITY_TERM_CAPACITY, shortage->cases, CAPACITY_UNIT_CASES_PER_MONTH, cases);
      capacity_explanation_add_need (explanation, shortage->service, r->resource, shortage->per_case);
    }
  else
    capacity_explanation_add_child (explanation, CAPACITY_TERM_RESOURCE_CAPACITY,
                                    capacity_explanation_new_offer (assessment->portfolio, r->resource,
                                                                    CAPACITY_MODE_REGULAR, month));

  return explanation;
}

static CapacityExplanation *
explain_posts (const CapacityAssessment *assessment,
               const Shortage           *shortage,
               int                       month)
{
  CapacityExplanation *explanation = capacity_explanation_new (CAPACITY_FIGURE_RESOURCE_GAP_POSTS,
                                                               CAPACITY_MODE_REGULAR, CAPACITY_FORMULA_GAP_POSTS,
                                                               shortage->posts, CAPACITY_UNIT_POSTS, NULL);

  capacity_explanation_add_child (explanation, CAPACITY_TERM_GAP, explain_units (assessment, shortage, month));
  capacity_explanation_add_child (explanation, CAPACITY_TERM_POST_HOURS,
                                  capacity_explanation_new_post (assessment->portfolio,
                                                                 shortage->resource->resource, month,
                                                                 shortage->post_hours));

  return explanation;
}

static CapacityExplanation *
explain_money (const CapacityAssessment *assessment,
               const Shortage           *shortage,
               int                       month)
{
  const CapacityResourceAssessment *r = shortage->resource;
  gboolean is_of_people = !isnan (shortage->posts);
  CapacityExplanation *explanation = capacity_explanation_new (CAPACITY_FIGURE_PLAN_MONEY, CAPACITY_MODE_REGULAR,
                                                               is_of_people ? CAPACITY_FORMULA_GAP_POSTS_COST
                                                                            : CAPACITY_FORMULA_GAP_COST,
                                                               (double) shortage->money, CAPACITY_UNIT_MONEY_ESTIMATE, NULL);

  add_units (explanation, CAPACITY_TERM_ANNUAL_COST, (double) r->resource->annual_cost, CAPACITY_UNIT_MONEY,
             NULL)->origin = CAPACITY_ORIGIN_TYPED;
  capacity_explanation_add_child (explanation, CAPACITY_TERM_GAP, explain_units (assessment, shortage, month));
  capacity_explanation_add_child (explanation, CAPACITY_TERM_RESOURCE_CAPACITY,
                                  capacity_explanation_new_resource (assessment, r,
                                                                     CAPACITY_FIGURE_RESOURCE_CAPACITY));
  if (is_of_people)
    {
      add_units (explanation, CAPACITY_TERM_WHOLE_POSTS, shortage->whole, CAPACITY_UNIT_POSTS, NULL);
      add_units (explanation, CAPACITY_TERM_POSTS_SHORT, shortage->all_posts, CAPACITY_UNIT_POSTS, NULL);
    }

  return explanation;
}

/**
 * capacity_plan_outlook_explain:
 * @self: an outlook
 * @course: one of its courses
 * @month: index of one of its months
 * @figure: %CAPACITY_FIGURE_PLAN_POSTS or %CAPACITY_FIGURE_PLAN_MONEY; all else is explained by the assessment of
 *   the course
 *
 * Returns: (transfer full): why so much is short in the month: the sum over its resources
 */
CapacityExplanation *
capacity_plan_outlook_explain (const CapacityPlanOutlook *self,
                               CapacityCourse             course,
                               int                        month,
                               CapacityFigure             figure)
{
  const CapacityAssessment *assessment = self->courses[course].assessment;
  const CapacityServiceAssessment *service = capacity_assessment_get_service (assessment, &self->service);
  gboolean is_posts = figure == CAPACITY_FIGURE_PLAN_POSTS;
  g_autoptr (GArray) shortages = find_shortages (assessment, (const CapacityServiceResult *) service, month);
  CapacityExplanation *explanation = capacity_explanation_new (figure, CAPACITY_MODE_REGULAR, CAPACITY_FORMULA_TOTAL,
                                                               0, is_posts ? CAPACITY_UNIT_POSTS
                                                                           : CAPACITY_UNIT_MONEY_ESTIMATE, NULL);

  for (guint i = 0; i < shortages->len; i++)
    {
      const Shortage *shortage = &g_array_index (shortages, Shortage, i);
      CapacityExplanation *child;

      if (is_posts ? isnan (shortage->posts) : shortage->money == 0)
        continue;
      child = is_posts ? explain_posts (assessment, shortage, month) : explain_money (assessment, shortage, month);
      explanation->value += child->value;
      capacity_explanation_add_child (explanation, is_posts ? CAPACITY_TERM_GAP : CAPACITY_TERM_ANNUAL_COST, child)->name
        = g_strdup (shortage->resource->resource->name);
    }

  return explanation;
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
