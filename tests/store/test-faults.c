/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fault-vfs.h"
#include "store-util.h"

#include <glib/gstdio.h>
#include <string.h>

/* Every call to the disk and every allocation fails once, and later ones too: the file is always in the state before
 * the action or in the one after it, and the store goes on. */

static CapacityBatch *
small_batch (int value)
{
  CapacityBatch *batch = capacity_batch_new ("fails.csv");
  double values[40];

  for (int i = 0; i < 40; i++)
    values[i] = value;
  for (int i = 0; i < 10; i++)
    {
      g_autofree char *name = g_strdup_printf ("Pakalpojums %d", i);

      capacity_batch_take_series (batch, name, CAPACITY_REQUEST_ALL, "Portāls", CAPACITY_MEASURE_ARRIVALS,
                                  series_of (capacity_month (2020, 1), values, 40));
    }

  return batch;
}

static CapacityOutcome *
open_again (CapacityStore  *store,
            const char     *path,
            GError        **error)
{
  return capacity_store_open (store, path, CAPACITY_STORE_OPEN_EXISTING, NULL, error);
}

static CapacityOutcome *
edit (CapacityStore  *store,
      const char     *path,
      GError        **error)
{
  g_autoptr (CapacityChange) change = capacity_change_new ();
  g_autoptr (CapacityService) service = service_named ("Jauns");

  g_ptr_array_add (service->limits, capacity_limit_new (CAPACITY_MODE_REGULAR, 5, CAPACITY_PERIOD_MONTH, 0, 0));
  capacity_change_add_service (change, service);

  return capacity_store_apply (store, change, NULL, error);
}

static CapacityOutcome *
import (CapacityStore  *store,
        const char     *path,
        GError        **error)
{
  g_autoptr (CapacityChange) change = capacity_change_new ();
  g_autoptr (CapacityBatch) batch = small_batch (9);

  capacity_change_import (change, batch);

  return capacity_store_apply (store, change, NULL, error);
}

static CapacityOutcome *
undo (CapacityStore  *store,
      const char     *path,
      GError        **error)
{
  return capacity_store_undo (store, NULL, error);
}

/* What is done, and a query that says 0 before it and 1 after it, and nothing else if it is done by halves. */
typedef struct
{
  const char      *name;
  CapacityOutcome *(*act) (CapacityStore *store, const char *path, GError **error);
  const char      *progress;
} Deed;

static const Deed deeds[] = {
  { "open", open_again, "SELECT 0" },
  { "edit", edit,
    "SELECT ((SELECT count (*) FROM service WHERE name = 'Jauns') + (SELECT count (*) FROM capacity)"
    " + (SELECT count (*) - 2 FROM action) + (SELECT count (*) - 2 FROM changeset)) / 4.0" },
  { "import", import,
    "SELECT ((SELECT count (*) - 1 FROM import) * 10 + (SELECT count (*) FROM volume WHERE hex (counts) LIKE '%2240%')"
    " + (SELECT count (*) - 2 FROM action) * 10) / ((SELECT count (*) FROM volume) + 20.0)" },
  { "undo", undo,
    "SELECT ((SELECT count (*) = 0 FROM series) + (SELECT count (*) = 1 FROM service)"
    " + (SELECT count (*) FROM action WHERE state = 1)) / 3.0" },
};

static void
make_base (const char *path)
{
  g_autoptr (CapacityStore) store = open_store (path);
  g_autoptr (CapacityChange) change = capacity_change_new ();
  g_autoptr (CapacityBatch) batch = small_batch (3);
  g_autoptr (CapacityService) service = service_named ("Vecs");
  g_autoptr (CapacityOutcome) first = apply_service (store, service);
  g_autoptr (CapacityOutcome) second = NULL;

  capacity_change_import (change, batch);
  second = capacity_store_apply (store, change, NULL, NULL);
  g_assert_true (capacity_store_close (store, NULL));
}

/* A store whose disk has failed has nothing in memory that the file does not have, and goes on with the next change. */
static void
check_goes_on (CapacityStore *store)
{
  g_autoptr (CapacityService) service = service_named ("Tālāk");
  g_autoptr (CapacityChange) change = capacity_change_new ();
  g_autoptr (CapacityOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;
  const char *path = capacity_store_get_path (store);
  g_autofree char *names = NULL;
  g_autoptr (GString) shown = g_string_new (NULL);

  if (path == NULL)
    return;
  capacity_change_add_service (change, service);
  outcome = capacity_store_apply (store, change, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < outcome->portfolio->services->len; i++)
    g_string_append_printf (shown, "%s\n", ((CapacityService *) outcome->portfolio->services->pdata[i])->name);
  names = query (path, "SELECT name FROM service ORDER BY lower (name)");
  g_assert_cmpuint (strlen (names) + 1, ==, shown->len);
}

static void
check_file (const char *path,
            const Deed *deed,
            gboolean    is_done)
{
  g_autofree char *integrity = query (path, "SELECT * FROM pragma_integrity_check");
  g_autofree char *orphans = query (path, "SELECT count (*) FROM pragma_foreign_key_check");
  g_autofree char *progress = query (path, deed->progress);

  g_assert_cmpstr (integrity, ==, "ok");
  g_assert_cmpstr (orphans, ==, "0");
  if (!g_str_has_prefix (progress, "0") || strcspn (progress, "123456789") < strlen (progress))
    g_assert_cmpstr (progress, ==, "1.0");
  if (is_done && deed->act != open_again)
    g_assert_cmpstr (progress, ==, "1.0");
}

/* Returns whether the fault was met, so that a later one may be. */
static gboolean
try_deed (const Place *place,
          const char  *base,
          gsize        base_size,
          const Deed  *deed,
          Fault        fault,
          int          nth)
{
  g_autoptr (CapacityStore) store = capacity_store_new ();
  g_autoptr (CapacityOutcome) opened = NULL;
  g_autoptr (CapacityOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_met;

  g_assert_true (g_file_set_contents (place->path, base, (gssize) base_size, NULL));
  if (deed->act != open_again)
    {
      opened = open_again (store, place->path, &error);
      g_assert_no_error (error);
    }
  fault_arm (fault, nth);
  outcome = deed->act (store, place->path, &error);
  g_assert_true ((outcome == NULL) == (error != NULL));
  if (fault == FAULT_POWER)
    capacity_store_close (store, NULL);
  is_met = fault_disarm ();
  if (!is_met)
    g_assert_nonnull (outcome);

  if (fault != FAULT_POWER)
    {
      check_file (place->path, deed, outcome != NULL);
      check_goes_on (store);
      capacity_store_close (store, NULL);
    }
  else
    {
      g_autoptr (CapacityOutcome) again = open_again (store, place->path, NULL);

      g_assert_nonnull (again);
      capacity_store_close (store, NULL);
      check_file (place->path, deed, outcome != NULL);
    }
  g_remove (place->path);

  return is_met;
}

static void
test_sweep (Place         *place,
            gconstpointer  data)
{
  const Deed *deed = data;
  g_autofree char *base = NULL;
  gsize base_size;

  make_base (place->path);
  g_assert_true (g_file_get_contents (place->path, &base, &base_size, NULL));
  for (int fault = FAULT_FULL; fault < N_FAULTS; fault++)
    {
      /* Every one of them is swept only when there is time; allocations are many. */
      int stride = g_test_thorough () ? 1 : fault == FAULT_MEMORY ? 37 : 5;
      int n = 0;

      for (int nth = g_test_rand_int_range (1, stride + 1); try_deed (place, base, base_size, deed, (Fault) fault, nth);
           nth += stride)
        n++;
      for (int i = 0; fault == FAULT_POWER && i < 8; i++)
        try_deed (place, base, base_size, deed, FAULT_POWER, G_MAXINT);
      g_test_message ("%s: %d faults of kind %d", deed->name, n, fault);
    }
}

int
main (int    argc,
      char **argv)
{
  fault_install ();
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    {
      g_autofree char *name = g_strconcat ("/store/faults/", deeds[i].name, NULL);

      g_test_add (name, Place, &deeds[i], place_set_up, test_sweep, place_tear_down);
    }

  return g_test_run ();
}
