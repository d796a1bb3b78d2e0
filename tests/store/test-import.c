/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-store-revert.h"
#include "store-util.h"

#include <math.h>

/* An import finds its services, merges its values, is one action, and leaves everything or nothing. */

static void
take (CapacityBatch  *batch,
      const char     *service,
      const char     *channel,
      CapacityPeriod  first,
      const double   *values,
      guint           n)
{
  capacity_batch_take_series (batch, service, CAPACITY_REQUEST_ALL, channel, CAPACITY_MEASURE_ARRIVALS,
                              series_of (first, values, n));
}

static CapacityOutcome *
import (CapacityStore *store,
        CapacityBatch *batch)
{
  g_autoptr (CapacityChange) change = capacity_change_new ();
  g_autoptr (GError) error = NULL;
  CapacityOutcome *outcome;

  capacity_change_import (change, batch);
  outcome = capacity_store_apply (store, change, NULL, &error);
  g_assert_no_error (error);

  return outcome;
}

static void
check_import (const CapacityImport *import,
              guint64               n_services_new,
              guint64               n_new,
              guint64               n_changed,
              guint64               n_same)
{
  g_assert_cmpuint (import->n_services_new, ==, n_services_new);
  g_assert_cmpuint (import->n_new, ==, n_new);
  g_assert_cmpuint (import->n_changed, ==, n_changed);
  g_assert_cmpuint (import->n_same, ==, n_same);
}

static void
test_services (Place         *place,
               gconstpointer  unused)
{
  g_autoptr (CapacityStore) store = open_store (place->path);
  g_autoptr (CapacityService) coded = service_named ("Dzimšanas reģistrācija");
  g_autoptr (CapacityService) named = service_named ("Šķūņa būvatļauja");
  g_autoptr (CapacityOutcome) first = NULL;
  g_autoptr (CapacityOutcome) second = NULL;
  g_autoptr (CapacityOutcome) outcome = NULL;
  g_autoptr (CapacityBatch) batch = capacity_batch_new ("skaiti.csv");
  const double value = 7;

  coded->code = g_strdup ("DZ-1");
  first = apply_service (store, coded);
  second = apply_service (store, named);
  take (batch, "dz-1", NULL, capacity_month (2026, 1), &value, 1);
  take (batch, "ŠĶŪŅA BŪVATĻAUJA", NULL, capacity_month (2026, 1), &value, 1);
  take (batch, "Jauns pakalpojums", NULL, capacity_month (2026, 1), &value, 1);
  take (batch, "jauns PAKALPOJUMS", "Portāls", capacity_month (2026, 1), &value, 1);
  take (batch, "Jauns pakalpojums", "PORTĀLS", capacity_month (2026, 2), &value, 1);
  batch->n_rows = 5;

  outcome = import (store, batch);
  check_import (outcome->imports->pdata[0], 1, 5, 0, 0);
  g_assert_cmpuint (outcome->portfolio->services->len, ==, 3);
  g_assert_cmpuint (outcome->services->len, ==, 3);
  g_assert_cmpint (outcome->action->verb, ==, CAPACITY_VERB_IMPORT);
  g_assert_cmpstr (outcome->action->subject, ==, "skaiti.csv");
  g_assert_cmpuint (capacity_portfolio_get_service (outcome->portfolio, &coded->id)->volumes->len, ==, 1);
  g_assert_cmpuint (capacity_portfolio_get_service (outcome->portfolio, &named->id)->volumes->len, ==, 1);
  g_assert_cmpuint (capacity_portfolio_find_service (outcome->portfolio, "jauns pakalpojums")->volumes->len,
                    ==, 2);
}

static const CapacityVolume *
only_volume (const CapacityOutcome *outcome)
{
  const CapacityService *service = outcome->portfolio->services->pdata[0];

  g_assert_cmpuint (outcome->portfolio->services->len, ==, 1);
  g_assert_cmpuint (service->volumes->len, ==, 1);

  return service->volumes->pdata[0];
}

/* Across the edge of a block, with values that are new, changed, the same, and left alone. */
static void
test_merge (Place         *place,
            gconstpointer  unused)
{
  g_autoptr (CapacityStore) store = open_store (place->path);
  g_autoptr (CapacityBatch) batch = capacity_batch_new ("pirmais.csv");
  g_autoptr (CapacityBatch) later = capacity_batch_new ("otrais.csv");
  g_autoptr (CapacityBatch) same = capacity_batch_new ("trešais.csv");
  g_autoptr (CapacityOutcome) first = NULL;
  g_autoptr (CapacityOutcome) second = NULL;
  g_autoptr (CapacityOutcome) third = NULL;
  g_autoptr (CapacityOutcome) undone = NULL;
  g_autoptr (GPtrArray) imports = NULL;
  CapacityPeriod start = { CAPACITY_PERIOD_MONTH, 32 * 760 - 3 };
  CapacityPeriod next = capacity_period_add (start, 2);
  const double kept[] = { 1, 2, NAN, 4, 5 };
  const double over[] = { 3, NAN, 6, 7, 0 };
  const double all[] = { 1, 2, 3, 4, 6, 7, 0 };
  const CapacityVolume *volume;

  take (batch, "A", NULL, start, kept, G_N_ELEMENTS (kept));
  first = import (store, batch);
  check_import (first->imports->pdata[0], 1, 4, 0, 0);
  g_assert_cmpstr (only_volume (first)->source, ==, "pirmais.csv");

  take (later, "a", NULL, next, over, G_N_ELEMENTS (over));
  second = import (store, later);
  check_import (second->imports->pdata[0], 0, 3, 1, 0);
  volume = only_volume (second);
  g_assert_cmpstr (volume->source, ==, "otrais.csv");
  g_assert_cmpuint (volume->series->n, ==, G_N_ELEMENTS (all));
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_assert_cmpfloat (volume->series->values[i], ==, all[i]);

  take (same, "A", NULL, start, all, G_N_ELEMENTS (all));
  third = import (store, same);
  check_import (third->imports->pdata[0], 0, 0, 0, 7);
  g_assert_cmpstr (only_volume (third)->source, ==, "otrais.csv");
  imports = capacity_store_list_imports (store, NULL, NULL);
  g_assert_cmpuint (imports->len, ==, 3);
  g_assert_cmpstr (((CapacityImport *) imports->pdata[0])->file, ==, "trešais.csv");

  undone = capacity_store_undo (store, NULL, NULL);
  capacity_outcome_unref (undone);
  undone = capacity_store_undo (store, NULL, NULL);
  g_assert_cmpuint (capacity_series_digest (only_volume (undone)->series), ==,
                    capacity_series_digest (only_volume (first)->series));
  g_assert_cmpstr (only_volume (undone)->source, ==, "pirmais.csv");
}

/* A new service gets the code that the file has; another code is another service, also of the same name. */
static void
test_codes (Place         *place,
            gconstpointer  unused)
{
  static const char *const codes[] = { "A-1", "B-2", "a-1", NULL };
  g_autoptr (CapacityStore) store = open_store (place->path);
  g_autoptr (CapacityBatch) batch = capacity_batch_new ("kodi.csv");
  g_autoptr (CapacityOutcome) outcome = NULL;
  const CapacityService *service = NULL;
  const double value = 7;

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      take (batch, i == 2 ? "Izziņas" : "Izziņa", NULL, capacity_month (2026, (int) i + 1), &value, 1);
      g_set_str (&((CapacityBatchSeries *) batch->series->pdata[i])->code, codes[i]);
    }
  outcome = import (store, batch);
  check_import (outcome->imports->pdata[0], 3, 4, 0, 0);
  g_assert_cmpuint (outcome->portfolio->services->len, ==, 3);
  service = capacity_portfolio_find_service (outcome->portfolio, "A-1");
  g_assert_cmpstr (service->name, ==, "Izziņa");
  g_assert_cmpstr (service->code, ==, "A-1");
  g_assert_cmpuint (((const CapacityVolume *) service->volumes->pdata[0])->series->n, ==, 3);
}

static void
test_all_or_nothing (Place         *place,
                     gconstpointer  unused)
{
  g_autoptr (CapacityStore) store = open_store (place->path);
  g_autofree char *before = dump_facts (place->path);
  g_autofree char *after = NULL;
  const double bad_values[] = { -1, INFINITY };

  for (guint i = 0; i < G_N_ELEMENTS (bad_values); i++)
    {
      g_autoptr (CapacityBatch) batch = capacity_batch_new ("slikts.csv");
      g_autoptr (CapacityChange) change = capacity_change_new ();
      g_autoptr (GError) error = NULL;
      const double good = 1;

      take (batch, "A", NULL, capacity_month (2026, 1), &good, 1);
      take (batch, "B", NULL, capacity_month (2026, 1), &bad_values[i], 1);
      capacity_change_import (change, batch);
      g_assert_null (capacity_store_apply (store, change, NULL, &error));
      g_assert_error (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_INVALID);
    }
  after = dump_facts (place->path);
  g_assert_cmpstr (before, ==, after);
}

static CapacityBatch *
large_batch (int n_series)
{
  CapacityBatch *batch = capacity_batch_new ("liels.csv");
  double values[100];

  for (int i = 0; i < 100; i++)
    values[i] = i;
  for (int i = 0; i < n_series; i++)
    {
      g_autofree char *name = g_strdup_printf ("Pakalpojums %d", i);

      take (batch, name, NULL, capacity_month (2018, 1), values, 100);
    }

  return batch;
}

/* More services than are read one by one, so that they are picked out of one pass. */
static void
test_large (Place         *place,
            gconstpointer  unused)
{
  g_autoptr (CapacityStore) store = open_store (place->path);
  g_autoptr (CapacityService) other = service_named ("Cits");
  g_autoptr (CapacityOutcome) before = apply_service (store, other);
  g_autoptr (CapacityBatch) batch = large_batch (600);
  g_autoptr (CapacityOutcome) outcome = import (store, batch);
  g_autoptr (CapacityOutcome) undone = NULL;
  g_autofree char *size = NULL;

  check_import (outcome->imports->pdata[0], 600, 60000, 0, 0);
  g_assert_cmpuint (outcome->portfolio->services->len, ==, 601);
  g_assert_true (outcome->portfolio->services->pdata[0] == before->portfolio->services->pdata[0]);
  size = query (place->path, "SELECT length (bytes) > 600 * 100 * 8 FROM changeset WHERE action = 2");
  g_assert_cmpstr (size, ==, "1");
  undone = capacity_store_undo (store, NULL, NULL);
  g_assert_cmpuint (undone->portfolio->services->len, ==, 1);
}

static gpointer
cancel_soon (gpointer cancellable)
{
  g_usleep (20000);
  g_cancellable_cancel (cancellable);

  return NULL;
}

/* A cancelled import leaves nothing; one that was too late to be cancelled is reported as done. */
static void
test_cancel (Place         *place,
             gconstpointer  unused)
{
  g_autoptr (CapacityStore) store = open_store (place->path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (CapacityBatch) batch = large_batch (5000);
  g_autoptr (CapacityChange) change = capacity_change_new ();
  g_autoptr (CapacityOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GThread) thread = g_thread_ref (g_thread_new ("cancel", cancel_soon, cancellable));
  g_autofree char *n = NULL;

  capacity_change_import (change, batch);
  outcome = capacity_store_apply (store, change, cancellable, &error);
  g_thread_join (thread);
  n = query (place->path, "SELECT count (*) FROM service");
  if (outcome == NULL)
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpstr (n, ==, outcome == NULL ? "0" : "5000");
}

static CapacityOutcome *
import_file (CapacityStore *store,
             const char    *file,
             const char    *service,
             double         value)
{
  g_autoptr (CapacityBatch) batch = capacity_batch_new (file);

  take (batch, service, NULL, capacity_month (2026, 1), &value, 1);

  return import (store, batch);
}

static const CapacityId *
id_of (const CapacityOutcome *outcome)
{
  return &((const CapacityImport *) outcome->imports->pdata[0])->id;
}

static void
check_imports (CapacityStore *store,
               guint          n)
{
  g_autoptr (GPtrArray) imports = capacity_store_list_imports (store, NULL, NULL);

  g_assert_cmpuint (imports->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_true (((const CapacityImport *) imports->pdata[i])->is_step);
}

/* An import is taken back as a whole though others have followed, also after a restart, as a step that can be undone and
 * done again. How such files are read may have changed since, and stays so. */
static void
test_revert (Place         *place,
             gconstpointer  unused)
{
  g_autoptr (CapacityStore) store = open_store (place->path);
  g_autoptr (CapacityChange) change = capacity_change_new ();
  g_autoptr (CapacityChange) later = capacity_change_new ();
  g_autoptr (CapacityBatch) batch = capacity_batch_new ("pirmais.csv");
  g_autoptr (CapacityImportProfile) profile = capacity_import_profile_new ("pirmais.csv", "veids", "a");
  g_autoptr (CapacityOutcome) other = import_file (store, "otrs.csv", "Cits", 5);
  g_autofree char *without = dump_facts (place->path);
  g_autoptr (CapacityOutcome) first = NULL;
  g_autoptr (CapacityOutcome) changed = NULL;
  g_autoptr (CapacityOutcome) third = NULL;
  g_autoptr (CapacityOutcome) reverted = NULL;
  g_autoptr (CapacityOutcome) undone = NULL;
  g_autoptr (CapacityOutcome) gone = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *back = NULL;
  g_autofree char *profiles = NULL;
  const double value = 7;

  take (batch, "Pirmais", "Portāls", capacity_month (2026, 1), &value, 1);
  take (batch, "Cits", "Portāls", capacity_month (2026, 1), &value, 1);
  capacity_change_import (change, batch);
  capacity_change_set_profile (change, profile);
  first = capacity_store_apply (store, change, NULL, NULL);
  g_set_str (&profile->settings, "b");
  capacity_change_set_profile (later, profile);
  changed = capacity_store_apply (store, later, NULL, NULL);
  third = import_file (store, "trešais.csv", "Trešais", 6);
  before = dump_facts (place->path);
  check_imports (store, 3);
  reopen_store (&store, place->path);

  reverted = capacity_store_revert_import (store, id_of (first), NULL, &error);
  g_assert_no_error (error);
  g_assert_null (reverted->obstacle);
  g_assert_cmpint (reverted->action->verb, ==, CAPACITY_VERB_REVERT_IMPORT);
  g_assert_cmpstr (reverted->action->subject, ==, "pirmais.csv");
  g_assert_cmpuint (reverted->services->len, ==, 2);
  g_assert_null (capacity_portfolio_find_service (reverted->portfolio, "Pirmais"));
  g_assert_cmpuint (capacity_portfolio_find_service (reverted->portfolio, "Cits")->volumes->len, ==, 1);
  g_assert_nonnull (capacity_portfolio_find_service (reverted->portfolio, "Trešais"));
  profiles = query (place->path, "SELECT settings FROM import_profile");
  g_assert_cmpstr (profiles, ==, "b");
  check_imports (store, 2);
  gone = capacity_store_revert_import (store, id_of (first), NULL, &error);
  g_assert_null (gone);
  g_assert_error (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_GONE);

  undone = capacity_store_undo (store, NULL, NULL);
  back = dump_facts (place->path);
  g_assert_cmpstr (back, ==, before);
  check_imports (store, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (CapacityOutcome) outcome = capacity_store_undo (store, NULL, NULL);

      g_assert_nonnull (outcome);
    }
  g_free (back);
  back = dump_facts (place->path);
  g_assert_cmpstr (back, ==, without);
}

/* What was changed later stands in the way: nothing is changed, and the latest such change is named, not another one. */
static void
test_obstacle (Place         *place,
               gconstpointer  unused)
{
  g_autoptr (CapacityStore) store = open_store (place->path);
  g_autoptr (CapacityChange) change = capacity_change_new ();
  g_autoptr (CapacityLimit) limit = capacity_limit_new (CAPACITY_MODE_REGULAR, 60, CAPACITY_PERIOD_MONTH, 0, 0);
  g_autoptr (CapacityOutcome) first = import_file (store, "pirmais.csv", "Pirmais", 5);
  g_autoptr (CapacityOutcome) second = import_file (store, "otrais.csv", "Pirmais", 6);
  g_autoptr (CapacityOutcome) other = import_file (store, "cits.csv", "Cits", 7);
  g_autoptr (CapacityOutcome) refused = NULL;
  g_autoptr (CapacityOutcome) reverted = NULL;
  g_autoptr (CapacityOutcome) limited = NULL;
  g_autoptr (CapacityOutcome) referred = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = dump_facts (place->path);
  g_autofree char *after = NULL;
  g_autofree char *n_actions = NULL;

  refused = capacity_store_revert_import (store, id_of (first), NULL, NULL);
  g_assert_nonnull (refused);
  g_assert_null (refused->action);
  g_assert_cmpint (refused->obstacle->number, ==, second->action->number);
  g_assert_cmpint (refused->undo->number, ==, other->action->number);
  after = dump_facts (place->path);
  g_assert_cmpstr (after, ==, before);
  n_actions = query (place->path, "SELECT count (*) FROM action");
  g_assert_cmpstr (n_actions, ==, "3");

  reverted = capacity_store_revert_import (store, id_of (second), NULL, NULL);
  g_assert_nonnull (reverted->action);
  capacity_change_set_service_limit (change, &((CapacityService *) first->portfolio->services->pdata[0])->id, limit);
  limited = capacity_store_apply (store, change, NULL, NULL);
  referred = capacity_store_revert_import (store, id_of (first), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (referred->obstacle->number, ==, limited->action->number);
  g_assert_nonnull (capacity_portfolio_find_service (referred->portfolio, "Pirmais"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(name, func) g_test_add ("/store/import/" name, Place, NULL, place_set_up, func, place_tear_down)
  TEST ("services", test_services);
  TEST ("codes", test_codes);
  TEST ("merge", test_merge);
  TEST ("all-or-nothing", test_all_or_nothing);
  TEST ("large", test_large);
  TEST ("cancel", test_cancel);
  TEST ("revert", test_revert);
  TEST ("obstacle", test_obstacle);

  return g_test_run ();
}
