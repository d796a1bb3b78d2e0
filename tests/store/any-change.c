/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "any-change.h"

#include "store-util.h"

#include <math.h>

static gpointer
any_of (const GPtrArray *facts)
{
  return facts->len > 0 ? facts->pdata[g_test_rand_int_range (0, (gint) facts->len)] : NULL;
}

static char *
any_name (const char *what)
{
  return g_strdup_printf ("%s %d", what, g_test_rand_int_range (0, N_ANY_NAMES));
}

static char *
new_name (const char *what)
{
  return g_strdup_printf ("%s %d", what, g_test_rand_int ());
}

static CapacityDate
any_day (void)
{
  return g_test_rand_int_range (738000, 740000);
}

static double
any_share (void)
{
  return g_test_rand_bit () ? g_test_rand_int_range (1, 100) / 100.0 : (double) NAN;
}

static CapacitySeries *
any_series (void)
{
  double values[70];
  guint n = (guint) g_test_rand_int_range (1, 70);

  for (guint i = 0; i < n; i++)
    values[i] = i == 0 || g_test_rand_bit () ? g_test_rand_int_range (0, 500) : (double) NAN;

  return series_of (g_test_rand_bit () ? capacity_month (2019, g_test_rand_int_range (1, 13))
                                       : capacity_hour (any_day (), g_test_rand_int_range (0, CAPACITY_DAY_HOURS)),
                    values, n);
}

static CapacityLimit *
any_limit (void)
{
  return capacity_limit_new (g_test_rand_bit () ? CAPACITY_MODE_REGULAR : CAPACITY_MODE_PEAK,
                             g_test_rand_int_range (0, 900), g_test_rand_bit () ? CAPACITY_PERIOD_MONTH : CAPACITY_PERIOD_HOUR,
                             any_day (), 0);
}

static GPtrArray *
any_labels (void)
{
  GPtrArray *labels = capacity_label_list_new ();

  for (int i = 0; i < g_test_rand_int_range (1, 4); i++)
    {
      g_autofree char *name = new_name ("Atzīme");

      g_ptr_array_add (labels, capacity_label_new (CAPACITY_LABEL_TAG, name));
    }

  return labels;
}

static void
set_institution (CapacityChange          *change,
                 const CapacityPortfolio *portfolio)
{
  CapacityInstitution institution;

  capacity_institution_copy (&portfolio->institution, &institution);
  g_free (institution.name);
  institution.name = new_name ("Iestāde");
  institution.lead_days = g_test_rand_int_range (0, 300);
  institution.target_peak = any_share ();
  capacity_change_set_institution (change, &institution);
  capacity_institution_clear (&institution);
}

static void
set_moved_days (CapacityChange          *change,
                const CapacityPortfolio *portfolio)
{
  CapacityDate first = any_day ();
  CapacityMovedDay moved[2] = { { first, first + 3 }, { first + 10, first + 12 } };

  capacity_change_set_moved_days (change, moved, (guint) g_test_rand_int_range (1, 3));
}

static void
set_days_off (CapacityChange          *change,
              const CapacityPortfolio *portfolio)
{
  CapacityDate first = any_day ();
  CapacityDate days[2] = { first, first + 7 };

  capacity_change_set_days_off (change, days, (guint) g_test_rand_int_range (1, 3));
}

static void
add_service (CapacityChange          *change,
             const CapacityPortfolio *portfolio)
{
  g_autofree char *name = any_name ("Nr.");
  g_autoptr (CapacityService) service = service_named (name);

  capacity_service_take_volume (service, CAPACITY_REQUEST_ALL, "klātiene", CAPACITY_MEASURE_ARRIVALS, any_series (),
                                NULL);
  g_ptr_array_add (service->limits, any_limit ());
  capacity_change_add_service (change, service);
}

static void
set_service (CapacityChange          *change,
             const CapacityPortfolio *portfolio)
{
  g_autoptr (CapacityService) copy = capacity_service_copy (any_of (portfolio->services));

  g_free (copy->note);
  copy->note = new_name ("Piezīme");
  copy->phase = (CapacityPhase) g_test_rand_int_range (0, CAPACITY_N_PHASES);
  copy->target = any_share ();
  copy->term_days = g_test_rand_bit () ? g_test_rand_int_range (1, 60) : -1;
  capacity_change_set_service (change, copy);
}

static void
add_resource (CapacityChange          *change,
              const CapacityPortfolio *portfolio)
{
  g_autoptr (CapacityResource) resource = capacity_resource_new ();

  g_free (resource->name);
  resource->name = any_name ("Resurss");
  resource->posts = g_test_rand_int_range (1, 20);
  g_ptr_array_add (resource->limits, any_limit ());
  capacity_change_add_resource (change, resource);
}

static void
set_resource (CapacityChange          *change,
              const CapacityPortfolio *portfolio)
{
  g_autoptr (CapacityResource) copy = capacity_resource_copy (any_of (portfolio->resources));

  g_free (copy->note);
  copy->note = new_name ("Piezīme");
  copy->annual_cost = g_test_rand_int_range (0, 10000000);
  copy->availability = any_share ();
  capacity_change_set_resource (change, copy);
}

static void
set_limit (CapacityChange          *change,
           const CapacityPortfolio *portfolio)
{
  const CapacityService *service = any_of (portfolio->services);
  const CapacityResource *resource = any_of (portfolio->resources);
  const GPtrArray *limits = g_test_rand_bit () ? service->limits : resource->limits;
  const CapacityLimit *old = any_of (limits);
  g_autoptr (CapacityLimit) limit = any_limit ();

  if (old != NULL)
    limit->id = old->id;
  if (limits == service->limits)
    capacity_change_set_service_limit (change, &service->id, limit);
  else
    capacity_change_set_resource_limit (change, &resource->id, limit);
}

static void
set_need (CapacityChange          *change,
          const CapacityPortfolio *portfolio)
{
  const CapacityService *service = any_of (portfolio->services);
  const CapacityResource *resource = any_of (portfolio->resources);
  const CapacityNeed *old = any_of (service->needs);
  CapacityNeed need = { capacity_id_new (), resource->id, CAPACITY_REQUEST_ALL, 0, NULL, CAPACITY_BASIS_MEASURED, NAN };

  if (old != NULL)
    need = *old;
  need.amount = g_test_rand_int_range (1, 9000) / 7.0;
  need.norm = g_test_rand_bit () ? g_test_rand_int_range (1, 900) / 11.0 : NAN;
  capacity_change_set_need (change, &service->id, &need);
}

static void
set_volume (CapacityChange          *change,
            const CapacityPortfolio *portfolio)
{
  const CapacityService *service = any_of (portfolio->services);
  g_autoptr (CapacitySeries) series = any_series ();

  capacity_change_set_volume (change, &service->id, CAPACITY_REQUEST_ALL, NULL, g_test_rand_bit () ? "Rīga" : NULL,
                              CAPACITY_MEASURE_ARRIVALS, series);
}

static void
import (CapacityChange          *change,
        const CapacityPortfolio *portfolio)
{
  g_autoptr (CapacityBatch) batch = capacity_batch_new ("ieraksti.csv");
  int first = g_test_rand_int_range (0, N_ANY_NAMES);

  for (int i = 0; i < g_test_rand_int_range (1, 6); i++)
    {
      g_autofree char *name = g_strdup_printf ("Nr. %d", (first + i) % N_ANY_NAMES);

      capacity_batch_take_series (batch, name, CAPACITY_REQUEST_ALL, i % 2 == 0 ? NULL : "Tālrunis",
                                  CAPACITY_MEASURE_ARRIVALS, any_series ());
    }
  capacity_change_import (change, batch);
}

static void
set_department (CapacityChange          *change,
                const CapacityPortfolio *portfolio)
{
  g_autofree char *name = new_name ("Nodaļa");
  g_autoptr (CapacityDepartment) department = capacity_department_new (name);
  const CapacityDepartment *old = any_of (portfolio->departments);

  if (old != NULL && g_test_rand_bit ())
    department->id = old->id;
  capacity_change_set_department (change, department);
}

static void
set_labels (CapacityChange          *change,
            const CapacityPortfolio *portfolio)
{
  const CapacityService *service = any_of (portfolio->services);
  const CapacityResource *resource = any_of (portfolio->resources);
  g_autoptr (GPtrArray) labels = any_labels ();

  if (g_test_rand_bit ())
    capacity_change_set_service_labels (change, &service->id, labels);
  else
    capacity_change_set_resource_labels (change, &resource->id, labels);
}

static void
set_allocation (CapacityChange          *change,
                const CapacityPortfolio *portfolio)
{
  const CapacityService *service = any_of (portfolio->services);
  const CapacityResource *resource = any_of (portfolio->resources);
  const CapacityAllocation *old = any_of (service->allocations);
  CapacityAllocation allocation = { capacity_id_new (), resource->id, 0, 0 };

  if (old != NULL)
    allocation = *old;
  allocation.share = g_test_rand_int_range (0, 10000) / 10000.0;
  capacity_change_set_allocation (change, &service->id, &allocation);
}

static void
set_event (CapacityChange          *change,
           const CapacityPortfolio *portfolio)
{
  const CapacityService *service = any_of (portfolio->services);
  g_autofree char *name = new_name ("Likums");
  g_autoptr (CapacityKnownEvent) event = capacity_known_event_new (CAPACITY_KNOWN_EVENT_LAW, name, any_day (), 0);

  event->share = any_share ();
  capacity_change_set_event (change, g_test_rand_bit () ? &service->id : NULL, event);
}

static void
set_refusal (CapacityChange          *change,
             const CapacityPortfolio *portfolio)
{
  const CapacityService *service = any_of (portfolio->services);
  const CapacityService *other = any_of (portfolio->services);
  CapacityRefusal refusal = { capacity_id_new (), 24000 };

  if (other != service && service->refusals->len == 0)
    {
      refusal = (CapacityRefusal) { refusal.id, CAPACITY_NO_MONTH, other->id,
                                    (CapacityLikeness) g_test_rand_int_range (0, CAPACITY_N_LIKENESSES) };
      capacity_change_set_refusal (change, &service->id, &refusal);
      return;
    }
  for (guint i = 0; i < service->refusals->len; i++)
    refusal.month = MAX (refusal.month, ((CapacityRefusal *) service->refusals->pdata[i])->month);
  refusal.month += g_test_rand_int_range (1, 3);
  capacity_change_set_refusal (change, &service->id, &refusal);
}

static void
set_plan (CapacityChange          *change,
          const CapacityPortfolio *portfolio)
{
  const CapacityService *service = g_test_rand_bit () ? any_of (portfolio->services) : NULL;
  const CapacityPlan *old = service != NULL ? service->plan : portfolio->plan;
  g_autoptr (CapacityPlan) plan = capacity_plan_new (g_test_rand_int_range (1, 6));

  if (old != NULL)
    plan->id = old->id;
  plan->assumptions = new_name ("Pieņēmums");
  capacity_change_set_plan (change, service != NULL ? &service->id : NULL, plan);
}

static void
set_profile (CapacityChange          *change,
             const CapacityPortfolio *portfolio)
{
  g_autofree char *name = new_name ("Veids");
  g_autoptr (CapacityImportProfile) profile = capacity_import_profile_new (name, name, "{}");

  capacity_change_set_profile (change, profile);
}

static void
set_filter (CapacityChange          *change,
            const CapacityPortfolio *portfolio)
{
  g_autofree char *name = new_name ("Izlase");
  g_autoptr (CapacitySavedFilter) filter = capacity_saved_filter_new ("services", name, "x");

  capacity_change_set_filter (change, filter);
}

static void
set_report_text (CapacityChange          *change,
                 const CapacityPortfolio *portfolio)
{
  g_autofree char *words = new_name ("Teksts");
  g_autoptr (CapacityReportText) text = capacity_report_text_new (any_of (portfolio->services), "service", words, words);

  capacity_change_set_report_text (change, text);
}

/* Some fact of a list of the services, by its identifier, which is the first thing in all of them. */
static const CapacityId *
any_fact (const GPtrArray *owners,
          gsize            list)
{
  guint first = owners->len > 0 ? (guint) g_test_rand_int_range (0, (gint) owners->len) : 0;

  for (guint i = 0; i < owners->len; i++)
    {
      gpointer owner = owners->pdata[(first + i) % owners->len];
      const CapacityId *id = any_of (G_STRUCT_MEMBER (GPtrArray *, owner, list));

      if (id != NULL)
        return id;
    }

  return NULL;
}

static const CapacityId *
any_plan (const CapacityPortfolio *portfolio)
{
  for (guint i = 0; i < portfolio->services->len; i++)
    {
      const CapacityService *service = portfolio->services->pdata[i];

      if (service->plan != NULL)
        return &service->plan->id;
    }

  return portfolio->plan != NULL ? &portfolio->plan->id : NULL;
}

/* What a verb of removing could remove. */
static const CapacityId *
find_removable (const CapacityPortfolio *portfolio,
                CapacityVerb             verb)
{
  const CapacityId *id;

#define OF_SERVICES(list) any_fact (portfolio->services, G_STRUCT_OFFSET (CapacityService, list))
  switch ((guint) verb)
    {
    case CAPACITY_VERB_REMOVE_SERVICE:
      return any_of (portfolio->services);
    case CAPACITY_VERB_REMOVE_RESOURCE:
      return any_of (portfolio->resources);
    case CAPACITY_VERB_REMOVE_LIMIT:
      id = OF_SERVICES (limits);
      return id != NULL ? id : any_fact (portfolio->resources, G_STRUCT_OFFSET (CapacityResource, limits));
    case CAPACITY_VERB_REMOVE_NEED:
      return OF_SERVICES (needs);
    case CAPACITY_VERB_REMOVE_DEPARTMENT:
      return any_of (portfolio->departments);
    case CAPACITY_VERB_REMOVE_ALLOCATION:
      return OF_SERVICES (allocations);
    case CAPACITY_VERB_REMOVE_EVENT:
      id = OF_SERVICES (events);
      return id != NULL ? id : any_of (portfolio->events);
    case CAPACITY_VERB_REMOVE_REFUSAL:
      return OF_SERVICES (refusals);
    case CAPACITY_VERB_REMOVE_PLAN:
      return any_plan (portfolio);
    case CAPACITY_VERB_REMOVE_PROFILE:
      return any_of (portfolio->profiles);
    case CAPACITY_VERB_REMOVE_FILTER:
      return any_of (portfolio->filters);
    default:
      g_assert_not_reached ();
    }
#undef OF_SERVICES
}

typedef void (*Remover) (CapacityChange *, const CapacityId *);
typedef void (*Maker) (CapacityChange *, const CapacityPortfolio *);

static const Remover removers[LAST_CHANGE_VERB + 1] = {
  [CAPACITY_VERB_REMOVE_SERVICE] = capacity_change_remove_service,
  [CAPACITY_VERB_REMOVE_RESOURCE] = capacity_change_remove_resource,
  [CAPACITY_VERB_REMOVE_LIMIT] = capacity_change_remove_limit,
  [CAPACITY_VERB_REMOVE_NEED] = capacity_change_remove_need,
  [CAPACITY_VERB_REMOVE_DEPARTMENT] = capacity_change_remove_department,
  [CAPACITY_VERB_REMOVE_ALLOCATION] = capacity_change_remove_allocation,
  [CAPACITY_VERB_REMOVE_EVENT] = capacity_change_remove_event,
  [CAPACITY_VERB_REMOVE_REFUSAL] = capacity_change_remove_refusal,
  [CAPACITY_VERB_REMOVE_PLAN] = capacity_change_remove_plan,
  [CAPACITY_VERB_REMOVE_PROFILE] = capacity_change_remove_profile,
  [CAPACITY_VERB_REMOVE_FILTER] = capacity_change_remove_filter,
};

static const Maker makers[LAST_CHANGE_VERB + 1] = {
  [CAPACITY_VERB_SET_INSTITUTION] = set_institution,
  [CAPACITY_VERB_SET_MOVED_DAYS] = set_moved_days,
  [CAPACITY_VERB_ADD_SERVICE] = add_service,
  [CAPACITY_VERB_SET_SERVICE] = set_service,
  [CAPACITY_VERB_ADD_RESOURCE] = add_resource,
  [CAPACITY_VERB_SET_RESOURCE] = set_resource,
  [CAPACITY_VERB_SET_LIMIT] = set_limit,
  [CAPACITY_VERB_SET_NEED] = set_need,
  [CAPACITY_VERB_SET_VOLUME] = set_volume,
  [CAPACITY_VERB_IMPORT] = import,
  [CAPACITY_VERB_SET_DAYS_OFF] = set_days_off,
  [CAPACITY_VERB_SET_DEPARTMENT] = set_department,
  [CAPACITY_VERB_SET_LABELS] = set_labels,
  [CAPACITY_VERB_SET_ALLOCATION] = set_allocation,
  [CAPACITY_VERB_SET_EVENT] = set_event,
  [CAPACITY_VERB_SET_REFUSAL] = set_refusal,
  [CAPACITY_VERB_SET_PLAN] = set_plan,
  [CAPACITY_VERB_SET_PROFILE] = set_profile,
  [CAPACITY_VERB_SET_FILTER] = set_filter,
  [CAPACITY_VERB_SET_REPORT_TEXT] = set_report_text,
};

CapacityVerb
nth_change_verb (guint i)
{
  g_assert_cmpuint (i, <, N_CHANGE_VERBS);

  return (CapacityVerb) (i + 1 < CAPACITY_VERB_RESTORE ? i + 1 : i + 3);
}

CapacityChange *
any_change_of (const CapacityPortfolio *portfolio,
               CapacityVerb             verb)
{
  g_autoptr (CapacityChange) change = capacity_change_new ();
  const CapacityId *id;

  if (makers[verb] != NULL)
    {
      makers[verb](change, portfolio);
      return g_steal_pointer (&change);
    }
  id = find_removable (portfolio, verb);
  if (id == NULL)
    return NULL;
  removers[verb](change, id);

  return g_steal_pointer (&change);
}

void
do_any_of (CapacityStore *store,
           CapacityVerb   verb)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CapacityOutcome) now = capacity_store_look (store, NULL, &error);
  g_autoptr (CapacityOutcome) outcome = NULL;
  g_autoptr (CapacityChange) change = NULL;

  g_assert_no_error (error);
  if (now->portfolio->services->len == 0 && verb != CAPACITY_VERB_ADD_SERVICE)
    {
      do_any_of (store, CAPACITY_VERB_ADD_SERVICE);
      do_any_of (store, verb);
      return;
    }
  if (now->portfolio->resources->len == 0 && verb > CAPACITY_VERB_ADD_RESOURCE)
    {
      do_any_of (store, CAPACITY_VERB_ADD_RESOURCE);
      do_any_of (store, verb);
      return;
    }
  change = any_change_of (now->portfolio, verb);
  if (change == NULL)
    {
      do_any_of (store, verb - 1); /* which sets what this one removes */
      do_any_of (store, verb);
      return;
    }
  outcome = capacity_store_apply (store, change, NULL, &error);
  g_assert_no_error (error);
}

void
do_anything (CapacityStore *store,
             guint          n)
{
  CapacityVerb verbs[N_CHANGE_VERBS];
  guint n_left = 0;

  for (guint i = 0; i < n; i++)
    {
      guint k;

      if (n_left == 0)
        while (n_left < N_CHANGE_VERBS)
          {
            verbs[n_left] = nth_change_verb (n_left);
            n_left++;
          }
      k = (guint) g_test_rand_int_range (0, (gint) n_left);
      do_any_of (store, verbs[k]);
      verbs[k] = verbs[--n_left];
    }
}

guint
turn_all (CapacityStore *store,
          CapacityOutcome *(*turn) (CapacityStore *, GCancellable *, GError **))
{
  g_autoptr (GError) error = NULL;
  CapacityOutcome *outcome;
  guint n = 0;

  while ((outcome = turn (store, NULL, &error)) != NULL)
    {
      capacity_outcome_unref (outcome);
      n++;
    }
  g_assert_error (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_NOTHING);

  return n;
}
