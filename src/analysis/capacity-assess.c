/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-assess-private.h"

#include "capacity-foreseen.h"
#include "capacity-ranking.h"

#include <math.h>
#include <string.h>

/* Below this many services another thread costs more than it brings. */
#define MIN_PARALLEL 64
#define MAX_THREADS 8

/* What others see, and where to find a service or resource by its identifier. */
typedef struct
{
  CapacityAssessment assessment;
  GHashTable        *service_places;
  GHashTable        *resource_places;
} Assessment;

/* One run of capacity_assess(): what it shares, what it may take over, what it makes. */
typedef struct
{
  CapacityAssessContext context;
  const Assessment     *previous; /* NULL where nothing of it can be taken over */
  gboolean              keeps_thresholds;
  gboolean              keeps_services; /* the same ones in the same places */
  gboolean              keeps_places;   /* the same of resources */
  gboolean              keeps_events;
  GHashTable           *resource_places;
  GPtrArray            *services;
  GPtrArray            *resources;
  gboolean             *is_touched; /* by resource: whether its load has to be added up again */
  gboolean             *is_kept;    /* by resource: whether services get the same of it as before */
} Run;

typedef void (*StepFunc) (Run  *run,
                          guint i);

/* Steps that run over many services, on several threads. */
typedef struct
{
  Run          *run;
  StepFunc      step;
  const GArray *places;
  gint          next;
} Steps;

G_DEFINE_BOXED_TYPE (CapacityServiceAssessment, capacity_service_assessment, capacity_service_assessment_ref,
                     capacity_service_assessment_unref)
G_DEFINE_BOXED_TYPE (CapacityResourceAssessment, capacity_resource_assessment,
                     capacity_resource_assessment_ref,
                     capacity_resource_assessment_unref)
G_DEFINE_BOXED_TYPE (CapacityAssessment, capacity_assessment, capacity_assessment_ref,
                     capacity_assessment_unref)

static gboolean
was_cancelled (const Run *run)
{
  return run->context.is_cancelled != NULL && g_atomic_int_get (run->context.is_cancelled) != 0;
}

static gpointer
work (gpointer data)
{
  Steps *steps = data;

  while (!was_cancelled (steps->run))
    {
      guint i = (guint) g_atomic_int_add (&steps->next, 1);

      if (i >= steps->places->len)
        break;
      steps->step (steps->run, g_array_index (steps->places, guint, i));
    }

  return NULL;
}

/* Runs @step for each of @places. The steps are independent of each other, so any thread may take any. */
static void
run_steps (Run          *run,
           StepFunc      step,
           const GArray *places)
{
  Steps steps = { run, step, places, 0 };
  guint n_threads = places->len < MIN_PARALLEL ? 1 : MIN (g_get_num_processors (), MAX_THREADS);
  GThread *threads[MAX_THREADS];

  for (guint i = 1; i < n_threads; i++)
    threads[i] = g_thread_new ("assess", work, &steps);
  work (&steps);
  for (guint i = 1; i < n_threads; i++)
    g_thread_join (threads[i]);
}

/* Positions by identifier. The identifiers are copies: assessments of which only the facts of some service differ
 * share the table, and outlive each other. */
static GHashTable *
places_of_services (const GPtrArray *services)
{
  GHashTable *places = g_hash_table_new_full (capacity_id_hash, capacity_id_equal, g_free, NULL);

  for (guint i = 0; i < services->len; i++)
    {
      const CapacityService *service = services->pdata[i];

      g_hash_table_insert (places, g_memdup2 (&service->id, sizeof service->id), GUINT_TO_POINTER (i));
    }

  return places;
}

/* The same of resources; the identifiers belong to @resources. */
static GHashTable *
places_of_resources (const GPtrArray *resources)
{
  GHashTable *places = g_hash_table_new (capacity_id_hash, capacity_id_equal);

  for (guint i = 0; i < resources->len; i++)
    g_hash_table_insert (places, &((CapacityResource *) resources->pdata[i])->id, GUINT_TO_POINTER (i));

  return places;
}

static gboolean
same_number (double a,
             double b)
{
  return a == b || (isnan (a) && isnan (b));
}

static gboolean
keeps_thresholds (const CapacityInstitution *a,
                  const CapacityInstitution *b)
{
  return a->target_people == b->target_people && a->target_shared == b->target_shared
         && same_number (a->target_peak, b->target_peak) && a->low == b->low && a->lead_days == b->lead_days
         && a->day_hours == b->day_hours;
}

/* Whether two lists of facts, which begin with their identifiers, are of the same in the same order. */
static gboolean
keeps_places (const GPtrArray *a,
              const GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (a->pdata[i] != b->pdata[i] && !capacity_id_equal (a->pdata[i], b->pdata[i]))
      return FALSE;

  return TRUE;
}

static void
take_over (Run                      *run,
           const CapacityAssessment *previous)
{
  const CapacityPortfolio *now = run->context.portfolio;
  const CapacityPortfolio *then = previous != NULL ? previous->portfolio : NULL;

  if (then == NULL || previous->as_of != run->context.as_of || then->calendar != now->calendar
      || then->institution.horizon_months != now->institution.horizon_months)
    return;
  run->previous = (const Assessment *) previous;
  run->keeps_thresholds = keeps_thresholds (&then->institution, &now->institution);
  run->keeps_services = keeps_places (then->services, now->services);
  run->keeps_places = keeps_places (then->resources, now->resources);
  run->keeps_events = capacity_foreseen_equal (then->events, now->events);
}

/* What was concluded before of the service in this place. */
static const CapacityServiceResult *
previous_result (const Run *run,
                 guint      i)
{
  const CapacityService *service = run->context.portfolio->services->pdata[i];
  gpointer place;

  if (run->keeps_services)
    return run->previous->assessment.services->pdata[i];
  if (run->previous == NULL
      || !g_hash_table_lookup_extended (run->previous->service_places, &service->id, NULL, &place))
    return NULL;

  return run->previous->assessment.services->pdata[GPOINTER_TO_UINT (place)];
}

static void
make_demand (Run  *run,
             guint i)
{
  run->services->pdata[i] = capacity_assess_demand (&run->context, run->context.portfolio->services->pdata[i],
                                                    run->resource_places);
}

/* The half of the demand where resources lie in other places, or other events are known for every service. */
static void
make_demand_again (Run  *run,
                   guint i)
{
  CapacityServiceResult *result = capacity_assess_demand_again (previous_result (run, i), run->resource_places);

  if (!run->keeps_events && result->assessment.demand != NULL)
    capacity_assess_forecast (&run->context, result);
  run->services->pdata[i] = result;
}

/* The half that follows from measurements: taken over where the service is the same, else made. Returns
 * the places of those that were made. */
static GArray *
make_demands (Run *run)
{
  const GPtrArray *services = run->context.portfolio->services;
  GArray *made = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) again = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < services->len; i++)
    {
      const CapacityServiceResult *before = previous_result (run, i);

      if (before == NULL || before->assessment.service != services->pdata[i])
        g_array_append_val (made, i);
      else if (run->keeps_places && run->keeps_events)
        run->services->pdata[i] = capacity_service_assessment_ref (&before->assessment);
      else
        g_array_append_val (again, i);
    }
  run_steps (run, make_demand, made);
  run_steps (run, make_demand_again, again);

  return made;
}

static void
touch (Run                         *run,
       const CapacityServiceResult *result)
{
  for (guint i = 0; i < result->n_needs; i++)
    {
      gpointer place;

      if (g_hash_table_lookup_extended (run->resource_places, &result->needs[i].id, NULL, &place))
        run->is_touched[GPOINTER_TO_UINT (place)] = TRUE;
    }
}

/* Which resources are loaded otherwise than before: those of services that are new, changed or gone. */
static void
touch_resources (Run          *run,
                 const GArray *made)
{
  const CapacityPortfolio *portfolio = run->context.portfolio;
  g_autoptr (GHashTable) places = NULL;

  if (run->previous == NULL || !run->keeps_places || !run->keeps_thresholds || !run->keeps_events)
    {
      for (guint i = 0; i < portfolio->resources->len; i++)
        run->is_touched[i] = TRUE;
      return;
    }
  for (guint i = 0; i < made->len; i++)
    {
      guint place = g_array_index (made, guint, i);
      const CapacityServiceResult *before = previous_result (run, place);

      touch (run, run->services->pdata[place]);
      if (before != NULL)
        touch (run, before);
    }
  if (run->keeps_services)
    return;
  places = places_of_services (portfolio->services);
  for (guint i = 0; i < run->previous->assessment.services->len; i++)
    {
      const CapacityServiceResult *before = run->previous->assessment.services->pdata[i];

      if (!g_hash_table_contains (places, &before->assessment.service->id))
        touch (run, before);
    }
}

static void
find_grid (const Run *run,
           int       *first,
           guint     *n)
{
  int end = run->context.month + capacity_assess_horizon (&run->context);

  *first = run->context.month - CAPACITY_YEAR_MONTHS;
  for (guint i = 0; i < run->services->len; i++)
    {
      const CapacityServiceAssessment *service = run->services->pdata[i];

      if (service->demand == NULL)
        continue;
      *first = MIN (*first, service->demand->first);
      end = MAX (end, service->forecast->first + (int) service->forecast->horizon);
    }
  *n = (guint) (end - *first);
}

/* Takes over what nothing has changed of; the others begin with what they offer and no load. */
static void
make_offers (Run *run)
{
  const GPtrArray *resources = run->context.portfolio->resources;
  int grid_first;
  guint n_grid;

  find_grid (run, &grid_first, &n_grid);
  for (guint i = 0; i < resources->len; i++)
    {
      const CapacityResourceResult *before = NULL;

      if (run->previous != NULL && run->keeps_places)
        before = run->previous->assessment.resources->pdata[i];
      if (before != NULL && before->assessment.resource == resources->pdata[i] && !run->is_touched[i]
          && before->grid_first == grid_first && before->n_grid == n_grid)
        {
          run->resources->pdata[i] = capacity_resource_assessment_ref (&before->assessment);
          run->is_kept[i] = TRUE;
          continue;
        }
      run->resources->pdata[i] = capacity_assess_offer (&run->context, resources->pdata[i], grid_first,
                                                        n_grid);
    }
}

static void
add_loads (Run *run)
{
  for (guint i = 0; i < run->services->len; i++)
    {
      const CapacityServiceResult *service = run->services->pdata[i];

      for (guint j = 0; j < service->n_needs; j++)
        {
          guint place = service->needs[j].resource;

          if (place != CAPACITY_RESOURCE_GONE && !run->is_kept[place])
            capacity_assess_add_load (run->resources->pdata[place], service, &service->needs[j]);
        }
    }
}

/* What was made again may still have come out the same for the services: another service's stock, say, or
 * a wider grid of months. */
static void
make_resources (Run *run)
{
  make_offers (run);
  add_loads (run);
  for (guint i = 0; i < run->resources->len; i++)
    {
      CapacityResourceResult *result = run->resources->pdata[i];
      const CapacityResourceResult *before = NULL;

      if (run->is_kept[i])
        continue;
      capacity_assess_resource (&run->context, result);
      if (run->previous != NULL && run->keeps_places)
        before = run->previous->assessment.resources->pdata[i];
      run->is_kept[i] = before != NULL && before->assessment.resource == result->assessment.resource
                        && before->assessment.target == result->assessment.target
                        && memcmp (&before->claims, &result->claims, sizeof before->claims) == 0;
    }
}

static gboolean
keeps_capacity (const Run                   *run,
                const CapacityServiceResult *result)
{
  if (!run->keeps_thresholds || !run->keeps_places || !run->keeps_events)
    return FALSE;
  for (guint i = 0; result->follows_resources && i < result->n_needs; i++)
    if (result->needs[i].resource != CAPACITY_RESOURCE_GONE && !run->is_kept[result->needs[i].resource])
      return FALSE;

  return TRUE;
}

static void
make_capacity (Run  *run,
               guint i)
{
  capacity_assess_capacity (&run->context, run->resources, run->services->pdata[i]);
}

/* The half that compares with capacity, for those that were made and those whose capacity has changed. */
static void
make_capacities (Run    *run,
                 GArray *made)
{
  for (guint i = 0; i < run->services->len; i++)
    {
      CapacityServiceResult *result = run->services->pdata[i];
      const CapacityServiceResult *before = previous_result (run, i);

      if (before == NULL || before->assessment.service != result->assessment.service)
        continue;
      if (result == before && keeps_capacity (run, before))
        continue;
      if (result == before)
        {
          run->services->pdata[i] = capacity_assess_demand_again (before, NULL);
          capacity_service_assessment_unref (&result->assessment);
        }
      g_array_append_val (made, i);
    }
  run_steps (run, make_capacity, made);
}

static CapacityAssessment *
finish (Run *run)
{
  Assessment *self = g_atomic_rc_box_new0 (Assessment);

  self->assessment.portfolio = capacity_portfolio_ref (run->context.portfolio);
  self->assessment.as_of = run->context.as_of;
  self->assessment.services = g_steal_pointer (&run->services);
  self->assessment.resources = g_steal_pointer (&run->resources);
  self->service_places = run->keeps_services ? g_hash_table_ref (run->previous->service_places)
                                             : places_of_services (run->context.portfolio->services);
  self->resource_places = g_hash_table_ref (run->resource_places);
  for (guint i = 0; i < self->assessment.services->len; i++)
    {
      const CapacityServiceAssessment *service = self->assessment.services->pdata[i];

      self->assessment.n_by_verdict[service->overall]++;
    }
  self->assessment.ranking = capacity_ranking_new (self->assessment.services);

  return &self->assessment;
}

static void
service_free (gpointer data)
{
  if (data != NULL)
    capacity_service_assessment_unref (data);
}

static void
resource_free (gpointer data)
{
  if (data != NULL)
    capacity_resource_assessment_unref (data);
}

static void
run_init (Run                     *run,
          const CapacityPortfolio *portfolio,
          CapacityDate             as_of)
{
  run->context.portfolio = portfolio;
  run->context.as_of = as_of;
  run->context.month = capacity_period_of_date (CAPACITY_PERIOD_MONTH, as_of).index;
  run->resource_places = places_of_resources (portfolio->resources);
  run->services = g_ptr_array_new_full (portfolio->services->len, service_free);
  g_ptr_array_set_size (run->services, (int) portfolio->services->len);
  run->resources = g_ptr_array_new_full (portfolio->resources->len, resource_free);
  g_ptr_array_set_size (run->resources, (int) portfolio->resources->len);
  run->is_touched = g_new0 (gboolean, portfolio->resources->len);
  run->is_kept = g_new0 (gboolean, portfolio->resources->len);
}

static void
run_clear (Run *run)
{
  g_clear_pointer (&run->resource_places, g_hash_table_unref);
  g_clear_pointer (&run->services, g_ptr_array_unref);
  g_clear_pointer (&run->resources, g_ptr_array_unref);
  g_clear_pointer (&run->is_touched, g_free);
  g_clear_pointer (&run->is_kept, g_free);
}

/**
 * capacity_assess:
 * @portfolio: the facts
 * @as_of: the day for which to assess; measurements of months that are not over on it are left out
 * @previous: (nullable): an earlier assessment, of which everything is taken over that its facts allow
 * @cache: (nullable): forecasts kept from earlier; new ones are added
 * @is_cancelled: (nullable): set to other than 0 by another thread to stop
 *
 * Concludes everything there is to conclude of a portfolio: a function of the facts and the day alone, so
 * with or without @previous and @cache the result is the same. Uses several threads for many services.
 *
 * A service's demand is the arrivals of all its kinds and channels in full months. Its capacity is its own
 * where it was given, otherwise what the tightest of its resources allows (K5); where both are known the given one
 * counts, and capacity_bottleneck_in() tells where they contradict each other. Resources that services share
 * are shared as the resource says: in proportion to their present load, so that a service is as loaded as the
 * resource that binds it, by the shares they were given, or in an order. A part of previous assessments is shared, never changed.
 *
 * Returns: (transfer full) (nullable): the assessment; %NULL when it was cancelled
 */
CapacityAssessment *
capacity_assess (const CapacityPortfolio  *portfolio,
                 CapacityDate              as_of,
                 const CapacityAssessment *previous,
                 CapacityForecastCache    *cache,
                 const gint               *is_cancelled)
{
  Run run = { .context = { .cache = cache, .is_cancelled = is_cancelled } };
  g_autoptr (GArray) made = NULL;
  CapacityAssessment *assessment = NULL;

  g_return_val_if_fail (portfolio != NULL && as_of != CAPACITY_DATE_NONE, NULL);

  run_init (&run, portfolio, as_of);
  take_over (&run, previous);
  made = make_demands (&run);
  if (!was_cancelled (&run))
    {
      touch_resources (&run, made);
      make_resources (&run);
      make_capacities (&run, made);
    }
  if (!was_cancelled (&run))
    assessment = finish (&run);
  run_clear (&run);

  return assessment;
}

/**
 * capacity_assessment_ref:
 * @self: an assessment
 *
 * Returns: (transfer full): the same assessment
 */
CapacityAssessment *
capacity_assessment_ref (const CapacityAssessment *self)
{
  return g_atomic_rc_box_acquire ((CapacityAssessment *) self);
}

static void
assessment_clear (gpointer data)
{
  Assessment *self = data;

  g_hash_table_unref (self->service_places);
  g_hash_table_unref (self->resource_places);
  g_ptr_array_unref (self->assessment.ranking);
  g_ptr_array_unref (self->assessment.services);
  g_ptr_array_unref (self->assessment.resources);
  capacity_portfolio_unref ((CapacityPortfolio *) self->assessment.portfolio);
}

/**
 * capacity_assessment_unref:
 * @self: (transfer full): an assessment
 */
void
capacity_assessment_unref (CapacityAssessment *self)
{
  g_atomic_rc_box_release_full (self, assessment_clear);
}

/**
 * capacity_assessment_get_service:
 * @self: an assessment
 * @id: identifier of a service
 *
 * Returns: (transfer none) (nullable): what is concluded of it
 */
CapacityServiceAssessment *
capacity_assessment_get_service (const CapacityAssessment *self,
                                 const CapacityId         *id)
{
  gpointer place;

  if (!g_hash_table_lookup_extended (((const Assessment *) self)->service_places, id, NULL, &place))
    return NULL;

  return self->services->pdata[GPOINTER_TO_UINT (place)];
}

/**
 * capacity_assessment_get_resource:
 * @self: an assessment
 * @id: identifier of a resource
 *
 * Returns: (transfer none) (nullable): what is concluded of it
 */
CapacityResourceAssessment *
capacity_assessment_get_resource (const CapacityAssessment *self,
                                  const CapacityId         *id)
{
  gpointer place;

  if (!g_hash_table_lookup_extended (((const Assessment *) self)->resource_places, id, NULL, &place))
    return NULL;

  return self->resources->pdata[GPOINTER_TO_UINT (place)];
}

/**
 * capacity_service_assessment_ref:
 * @self: what is concluded of a service
 *
 * Returns: (transfer full): the same
 */
CapacityServiceAssessment *
capacity_service_assessment_ref (const CapacityServiceAssessment *self)
{
  return g_atomic_rc_box_acquire ((CapacityServiceAssessment *) self);
}

static void
service_clear (gpointer data)
{
  CapacityServiceResult *result = data;
  CapacityServiceAssessment *self = &result->assessment;

  capacity_service_unref ((CapacityService *) self->service);
  g_clear_pointer (&self->demand, capacity_series_unref);
  g_clear_pointer (&self->divisions, g_array_unref);
  g_clear_pointer (&self->counted, capacity_series_unref);
  g_clear_pointer (&self->missing, g_array_unref);
  g_clear_pointer (&self->forecast, capacity_forecast_unref);
  g_clear_pointer (&self->plain, capacity_forecast_unref);
  g_free (self->limits_regular);
  g_free (result->needs);
}

/**
 * capacity_service_assessment_unref:
 * @self: (transfer full): what is concluded of a service
 */
void
capacity_service_assessment_unref (CapacityServiceAssessment *self)
{
  g_atomic_rc_box_release_full (self, service_clear);
}

/**
 * capacity_resource_assessment_ref:
 * @self: what is concluded of a resource
 *
 * Returns: (transfer full): the same
 */
CapacityResourceAssessment *
capacity_resource_assessment_ref (const CapacityResourceAssessment *self)
{
  return g_atomic_rc_box_acquire ((CapacityResourceAssessment *) self);
}

static void
resource_clear (gpointer data)
{
  CapacityResourceResult *result = data;

  capacity_resource_unref ((CapacityResource *) result->assessment.resource);
  g_ptr_array_unref (result->assessment.services);
  g_free (result->regular);
  g_free (result->assessment.loads);
  g_free (result->assessment.verdicts);
}

/**
 * capacity_resource_assessment_unref:
 * @self: (transfer full): what is concluded of a resource
 */
void
capacity_resource_assessment_unref (CapacityResourceAssessment *self)
{
  g_atomic_rc_box_release_full (self, resource_clear);
}
