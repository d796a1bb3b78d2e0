/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-util.h"

#include <math.h>

/* Whatever is done can be undone to the last byte, and done again, also after a restart. */

#define N_ACTIONS (g_test_thorough () ? 200 : 80)

static CapacityService *
any_service (const CapacityPortfolio *portfolio)
{
  guint n = portfolio->services->len;

  return n > 0 ? portfolio->services->pdata[g_test_rand_int_range (0, (gint) n)] : NULL;
}

static CapacityResource *
any_resource (const CapacityPortfolio *portfolio)
{
  guint n = portfolio->resources->len;

  return n > 0 ? portfolio->resources->pdata[g_test_rand_int_range (0, (gint) n)] : NULL;
}

static CapacitySeries *
any_series (void)
{
  double values[70];
  guint n = (guint) g_test_rand_int_range (1, 70);

  for (guint i = 0; i < n; i++)
    values[i] = g_test_rand_bit () ? g_test_rand_int_range (0, 5) : (double) NAN;

  return series_of (capacity_month (2019, g_test_rand_int_range (1, 13)), values, n);
}

static void
add_anything (CapacityChange *change)
{
  g_autofree char *name = g_strdup_printf ("Nr. %d", g_test_rand_int_range (0, 1000));

  if (g_test_rand_bit ())
    {
      g_autoptr (CapacityService) service = service_named (name);

      capacity_service_take_volume (service, CAPACITY_REQUEST_ALL, "klātiene", CAPACITY_MEASURE_ARRIVALS,
                                    any_series (),
                                    NULL);
      capacity_change_add_service (change, service);
    }
  else
    {
      g_autoptr (CapacityResource) resource = capacity_resource_new ();

      g_set_str (&resource->name, name);
      capacity_change_add_resource (change, resource);
    }
}

static void
set_anything (CapacityChange   *change,
              CapacityService  *service,
              CapacityResource *resource)
{
  g_autoptr (CapacityService) copy = capacity_service_copy (service);
  g_autoptr (CapacityLimit) limit = capacity_limit_new (CAPACITY_MODE_REGULAR, g_test_rand_int_range (0, 900),
                                                        CAPACITY_PERIOD_MONTH, 0, 0);
  CapacityNeed need = { capacity_id_new (), resource->id, CAPACITY_REQUEST_ALL, 1.5, NULL, CAPACITY_BASIS_NORM };

  switch (g_test_rand_int_range (0, 4))
    {
    case 0:
      copy->note = (g_free (copy->note), g_strdup_printf ("%d", g_test_rand_int ()));
      capacity_change_set_service (change, copy);
      break;
    case 1:
      if (service->limits->len > 0)
        limit->id = ((CapacityLimit *) service->limits->pdata[0])->id;
      capacity_change_set_service_limit (change, &service->id, limit);
      break;
    case 2:
      if (service->needs->len > 0)
        need = *(CapacityNeed *) service->needs->pdata[0];
      need.amount = g_test_rand_int_range (1, 9);
      capacity_change_set_need (change, &service->id, &need);
      break;
    default:
      capacity_change_set_resource_limit (change, &resource->id, limit);
    }
}

static void
remove_anything (CapacityChange   *change,
                 CapacityService  *service,
                 CapacityResource *resource)
{
  if (service->limits->len > 0 && g_test_rand_bit ())
    capacity_change_remove_limit (change, &((CapacityLimit *) service->limits->pdata[0])->id);
  else if (service->needs->len > 0 && g_test_rand_bit ())
    capacity_change_remove_need (change, &((CapacityNeed *) service->needs->pdata[0])->id);
  else if (g_test_rand_bit ())
    capacity_change_remove_service (change, &service->id);
  else
    capacity_change_remove_resource (change, &resource->id);
}

/* Facts of the registers that belong to no service. */
static void
register_anything (CapacityChange *change)
{
  g_autofree char *name = g_strdup_printf ("Ieraksts %d", g_test_rand_int_range (0, 1000000));
  g_autoptr (CapacityDepartment) department = capacity_department_new (name);
  g_autoptr (CapacityImportProfile) profile = capacity_import_profile_new (name, name, "x");
  g_autoptr (CapacitySavedFilter) filter = capacity_saved_filter_new ("services", name, "x");
  CapacityDate days[2] = { g_test_rand_int_range (738000, 739000), g_test_rand_int_range (739000, 740000) };

  switch (g_test_rand_int_range (0, 4))
    {
    case 0:
      capacity_change_set_days_off (change, days, (guint) g_test_rand_int_range (0, 3));
      break;
    case 1:
      capacity_change_set_department (change, department);
      break;
    case 2:
      capacity_change_set_profile (change, profile);
      break;
    default:
      capacity_change_set_filter (change, filter);
    }
}

static void
label_anything (CapacityChange   *change,
                CapacityService  *service,
                CapacityResource *resource)
{
  g_autoptr (GPtrArray) labels = capacity_label_list_new ();

  for (int i = 0; i < g_test_rand_int_range (0, 4); i++)
    g_ptr_array_add (labels, capacity_label_new (CAPACITY_LABEL_TAG, "atzīme"));
  if (g_test_rand_bit ())
    capacity_change_set_service_labels (change, &service->id, labels);
  else
    capacity_change_set_resource_labels (change, &resource->id, labels);
}

/* Facts of the registers that belong to a service. */
static void
annotate_anything (CapacityChange   *change,
                   CapacityService  *service,
                   CapacityResource *resource)
{
  CapacityAllocation allocation = { capacity_id_new (), resource->id, 0.25, 0 };
  g_autoptr (CapacityKnownEvent) event = capacity_known_event_new (CAPACITY_KNOWN_EVENT_LAW, "Likums", 739000, 0);
  CapacityRefusal refusal = { capacity_id_new (), 24000 + g_test_rand_int_range (0, 300) };
  g_autoptr (CapacityPlan) plan = capacity_plan_new (3);

  if (service->allocations->len > 0)
    allocation = *(CapacityAllocation *) service->allocations->pdata[0];
  allocation.share = g_test_rand_int_range (0, 100) / 100.0;
  if (service->plan != NULL)
    plan->id = service->plan->id;
  plan->years = g_test_rand_int_range (1, 6);
  switch (g_test_rand_int_range (0, 5))
    {
    case 0:
      capacity_change_set_allocation (change, &service->id, &allocation);
      break;
    case 1:
      capacity_change_set_event (change, &service->id, event);
      break;
    case 2:
      capacity_change_set_refusal (change, &service->id, &refusal);
      break;
    case 3:
      capacity_change_set_plan (change, &service->id, plan);
      break;
    default:
      label_anything (change, service, resource);
    }
}

static void
import_anything (CapacityChange *change)
{
  g_autoptr (CapacityBatch) batch = capacity_batch_new ("ieraksti.csv");
  int first = g_test_rand_int_range (0, 1000);

  for (int i = 0; i < g_test_rand_int_range (1, 6); i++)
    {
      g_autofree char *name = g_strdup_printf ("Nr. %d", first + i);

      capacity_batch_take_series (batch, name, CAPACITY_REQUEST_ALL, i % 2 == 0 ? NULL : "Tālrunis",
                                  CAPACITY_MEASURE_ARRIVALS, any_series ());
    }
  capacity_change_import (change, batch);
}

static CapacityChange *
any_change (const CapacityPortfolio *portfolio)
{
  CapacityChange *change = capacity_change_new ();
  CapacityService *service = any_service (portfolio);
  CapacityResource *resource = any_resource (portfolio);
  int dice = service != NULL && resource != NULL ? g_test_rand_int_range (0, 13) : 9;

  if (dice < 3)
    set_anything (change, service, resource);
  else if (dice < 4)
    remove_anything (change, service, resource);
  else if (dice < 6)
    import_anything (change);
  else if (dice > 11)
    register_anything (change);
  else if (dice > 9)
    annotate_anything (change, service, resource);
  else if (dice < 7)
    {
      g_autoptr (CapacitySeries) series = any_series ();

      capacity_change_set_volume (change, &service->id, CAPACITY_REQUEST_ALL, NULL, NULL, CAPACITY_MEASURE_ARRIVALS,
                                  series);
    }
  else
    add_anything (change);

  return change;
}

static void
check_volumes (const CapacityService *a,
               const CapacityService *b)
{
  g_assert_cmpuint (a->volumes->len, ==, b->volumes->len);
  for (guint i = 0; i < a->volumes->len; i++)
    {
      const CapacityVolume *first = a->volumes->pdata[i];
      const CapacityVolume *second = b->volumes->pdata[i];

      g_assert_cmpstr (first->channel, ==, second->channel);
      g_assert_cmpstr (first->source, ==, second->source);
      g_assert_cmpuint (capacity_series_digest (first->series), ==, capacity_series_digest (second->series));
    }
}

/* The snapshot that was brought up to date part by part is the one that is read anew. */
static void
check_snapshot (const CapacityPortfolio *portfolio,
                const char              *path)
{
  g_autoptr (CapacityStore) reader = capacity_store_new ();
  g_autoptr (CapacityOutcome) outcome = capacity_store_open (reader, path, CAPACITY_STORE_READ_ONLY, NULL,
                                                             NULL);
  const CapacityPortfolio *anew = outcome->portfolio;

  g_assert_cmpuint (portfolio->services->len, ==, anew->services->len);
  g_assert_cmpuint (portfolio->resources->len, ==, anew->resources->len);
  for (guint i = 0; i < anew->services->len; i++)
    {
      const CapacityService *a = portfolio->services->pdata[i];
      const CapacityService *b = anew->services->pdata[i];

      g_assert_true (capacity_id_equal (&a->id, &b->id));
      g_assert_cmpstr (a->name, ==, b->name);
      g_assert_cmpstr (a->note, ==, b->note);
      g_assert_cmpuint (a->limits->len, ==, b->limits->len);
      g_assert_cmpuint (a->needs->len, ==, b->needs->len);
      check_volumes (a, b);
    }
}

static CapacityOutcome *
do_anything (CapacityStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CapacityOutcome) now = capacity_store_look (store, NULL, &error);
  g_autoptr (CapacityChange) change = any_change (now->portfolio);
  CapacityOutcome *outcome = capacity_store_apply (store, change, NULL, &error);

  g_assert_no_error (error);

  return outcome;
}

static guint
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

static void
test_property (Place         *place,
               gconstpointer  unused)
{
  g_autoptr (CapacityStore) store = open_store (place->path);
  g_autofree char *start = dump_facts (place->path);
  g_autofree char *end = NULL;
  guint n = 0;

  for (int i = 0; i < N_ACTIONS; i++)
    {
      g_autoptr (CapacityOutcome) outcome = do_anything (store);

      n += outcome->action != NULL;
      if (i % 10 == 0)
        check_snapshot (outcome->portfolio, place->path);
    }
  end = dump_facts (place->path);

  for (int round = 0; round < 2; round++)
    {
      g_autofree char *undone = NULL;
      g_autofree char *redone = NULL;

      g_assert_cmpuint (turn_all (store, capacity_store_undo), ==, n);
      undone = dump_facts (place->path);
      g_assert_cmpstr (undone, ==, start);
      g_assert_true (capacity_store_close (store, NULL));
      g_clear_object (&store);
      store = open_store (place->path);
      g_assert_cmpuint (turn_all (store, capacity_store_redo), ==, n);
      redone = dump_facts (place->path);
      g_assert_cmpstr (redone, ==, end);
    }
}

/* Each undo and redo gives back the very state before, with the snapshot to match. */
static void
test_each_step (Place         *place,
                gconstpointer  unused)
{
  g_autoptr (CapacityStore) store = open_store (place->path);

  for (int i = 0; i < 40; i++)
    {
      g_autofree char *before = dump_facts (place->path);
      g_autoptr (CapacityOutcome) done = do_anything (store);
      g_autofree char *after = dump_facts (place->path);
      g_autofree char *undone = NULL;
      g_autofree char *redone = NULL;
      g_autoptr (CapacityOutcome) undo = NULL;
      g_autoptr (CapacityOutcome) redo = NULL;

      if (done->action == NULL)
        continue;
      undo = capacity_store_undo (store, NULL, NULL);
      undone = dump_facts (place->path);
      g_assert_cmpstr (undone, ==, before);
      g_assert_cmpint (undo->redo->number, ==, done->action->number);
      redo = capacity_store_redo (store, NULL, NULL);
      redone = dump_facts (place->path);
      g_assert_cmpstr (redone, ==, after);
      g_assert_null (redo->redo);
      check_snapshot (redo->portfolio, place->path);
    }
}

static void
add_named (CapacityStore *store,
           const char    *name)
{
  g_autoptr (CapacityService) service = service_named (name);
  g_autoptr (CapacityOutcome) outcome = apply_service (store, service);
}

static void
test_branch (Place         *place,
             gconstpointer  unused)
{
  g_autoptr (CapacityStore) store = open_store (place->path);
  g_autoptr (CapacityOutcome) undone = NULL;
  g_autoptr (GPtrArray) actions = NULL;
  const CapacityAction *action;

  capacity_store_set_user (store, "Ilze");
  add_named (store, "Viens");
  add_named (store, "Divi");
  capacity_store_set_user (store, "Jānis");
  undone = capacity_store_undo (store, NULL, NULL);
  g_assert_cmpstr (undone->undo->subject, ==, "Viens");
  g_assert_cmpstr (undone->redo->subject, ==, "Divi");
  add_named (store, "Trīs");
  g_assert_null (capacity_store_redo (store, NULL, NULL));

  actions = capacity_store_list_actions (store, NULL, NULL, NULL);
  g_assert_cmpuint (actions->len, ==, 3);
  action = actions->pdata[0];
  g_assert_cmpstr (action->subject, ==, "Trīs");
  g_assert_cmpstr (action->who, ==, "Jānis");
  action = actions->pdata[1];
  g_assert_cmpstr (action->subject, ==, "Divi");
  g_assert_cmpint (action->state, ==, CAPACITY_ACTION_DROPPED);
  g_assert_cmpstr (action->who, ==, "Ilze");
  g_assert_cmpstr (action->turned_by, ==, "Jānis");
  g_assert_cmpint (action->turned_time, >=, action->time);
}

static void
test_history_of_service (Place         *place,
                         gconstpointer  unused)
{
  g_autoptr (CapacityStore) store = open_store (place->path);
  g_autoptr (CapacityService) service = service_named ("Viens");
  g_autoptr (CapacityOutcome) added = apply_service (store, service);
  g_autoptr (CapacityOutcome) removed = NULL;
  g_autoptr (CapacityChange) change = capacity_change_new ();
  g_autoptr (GPtrArray) actions = NULL;

  add_named (store, "Divi");
  capacity_change_remove_service (change, &service->id);
  removed = capacity_store_apply (store, change, NULL, NULL);
  g_assert_cmpstr (removed->action->subject, ==, "Viens");
  actions = capacity_store_list_actions (store, &service->id, NULL, NULL);
  g_assert_cmpuint (actions->len, ==, 2);
  g_assert_cmpint (((CapacityAction *) actions->pdata[0])->verb, ==, CAPACITY_VERB_REMOVE_SERVICE);
}

/* Facts that another program has changed meanwhile are not overwritten by an undo that knows nothing of
 * it. */
static void
test_conflict (Place         *place,
               gconstpointer  unused)
{
  g_autoptr (CapacityStore) store = open_store (place->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (CapacityOutcome) now = NULL;

  add_named (store, "Viens");
  execute (place->path, "UPDATE service SET name = 'Cits'");
  g_assert_null (capacity_store_undo (store, NULL, &error));
  g_assert_error (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_CONFLICT);
  now = capacity_store_look (store, NULL, NULL);
  g_assert_cmpstr (((CapacityService *) now->portfolio->services->pdata[0])->name, ==, "Cits");
  g_assert_nonnull (now->undo);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(name, func) g_test_add ("/store/undo/" name, Place, NULL, place_set_up, func, place_tear_down)
  TEST ("property", test_property);
  TEST ("each-step", test_each_step);
  TEST ("branch", test_branch);
  TEST ("history-of-service", test_history_of_service);
  TEST ("conflict", test_conflict);

  return g_test_run ();
}
