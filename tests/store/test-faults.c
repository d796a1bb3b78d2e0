/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-store-backups.h"
#include "capacity-store-changes.h"
#include "fault-vfs.h"
#include "store-util.h"

#include <glib/gstdio.h>
#include <string.h>

/* Every call to the disk and every allocation fails once, and later ones too: the file is always in the
 * state before the action or in the one after it, and the store goes on. */

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
  return capacity_store_open (store, path, CAPACITY_STORE_CREATE, NULL, error);
}

static CapacityOutcome *
edit (CapacityStore  *store,
      const char     *path,
      GError        **error)
{
  g_autoptr (CapacityChange) change = capacity_change_new ();
  g_autoptr (CapacityService) service = service_named ("Jauns");

  g_ptr_array_add (service->limits,
                   capacity_limit_new (CAPACITY_MODE_REGULAR, 5, CAPACITY_PERIOD_MONTH, 0, 0));
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

static CapacityOutcome *
redo (CapacityStore  *store,
      const char     *path,
      GError        **error)
{
  return capacity_store_redo (store, NULL, error);
}

static CapacityOutcome *
restore (CapacityStore  *store,
         const char     *path,
         GError        **error)
{
  g_autofree char *backup = g_strconcat (path, ".backup", NULL);

  return capacity_store_restore (store, backup, "vakar", NULL, error);
}

/* The file of changes is there as a whole, or not at all. */
static CapacityOutcome *
export_changes (CapacityStore  *store,
                const char     *path,
                GError        **error)
{
  g_autofree char *changes = g_strconcat (path, ".changes", NULL);
  g_autofree char *unfinished = g_strconcat (changes, ".part", NULL);
  gboolean is_exported = capacity_store_export_changes (store, 0, changes, NULL, error);

  g_assert_cmpint (g_file_test (changes, G_FILE_TEST_EXISTS), ==, is_exported);
  g_assert_false (g_file_test (unfinished, G_FILE_TEST_EXISTS));
  g_remove (changes);

  return is_exported ? capacity_store_look (store, NULL, error) : NULL;
}

static CapacityOutcome *
preview_changes (CapacityStore  *store,
                 const char     *path,
                 GError        **error)
{
  g_autofree char *changes = g_strconcat (path, ".changes", NULL);
  g_autoptr (CapacityMerge) merge = capacity_store_preview_changes (store, changes, NULL, error);

  return merge != NULL ? capacity_store_look (store, NULL, error) : NULL;
}

static CapacityOutcome *
apply_changes (CapacityStore  *store,
               const char     *path,
               GError        **error)
{
  g_autofree char *changes = g_strconcat (path, ".changes", NULL);

  return capacity_store_merge (store, changes, NULL, NULL, error);
}

static void
make_nothing (const char *path)
{
}

/* A portfolio of the oldest version, which has no tables yet. */
static void
make_oldest (const char *path)
{
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  execute (path, "PRAGMA application_id = 0x43415059; CREATE TABLE t (x); DROP TABLE t");
}

static void
make_first_schema (const char *path)
{
  copy_test_file ("schema-1.capacity", path);
}

static void
make_portfolio (const char *path)
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

static void
make_undone (const char *path)
{
  g_autoptr (CapacityStore) store = NULL;
  g_autoptr (CapacityOutcome) outcome = NULL;

  make_portfolio (path);
  store = open_store (path);
  outcome = capacity_store_undo (store, NULL, NULL);
  g_assert_nonnull (outcome);
  g_assert_true (capacity_store_close (store, NULL));
}

static void
copy_file (const char *from,
           const char *to)
{
  g_autofree char *contents = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (from, &contents, &size, NULL));
  g_assert_true (g_file_set_contents (to, contents, (gssize) size, NULL));
}

/* One with a backup beside it and something new since. */
static void
make_restorable (const char *path)
{
  g_autofree char *backup = g_strconcat (path, ".backup", NULL);
  g_autoptr (CapacityStore) store = NULL;
  g_autoptr (CapacityOutcome) outcome = NULL;

  make_portfolio (path);
  copy_file (path, backup);
  store = open_store (path);
  outcome = edit (store, path, NULL);
  g_assert_nonnull (outcome);
  g_assert_true (capacity_store_close (store, NULL));
}

/* One with changes of a colleague beside it, which are new to it. */
static void
make_mergeable (const char *path)
{
  g_autofree char *theirs = g_strconcat (path, ".theirs", NULL);
  g_autofree char *changes = g_strconcat (path, ".changes", NULL);
  g_autoptr (CapacityStore) store = NULL;
  g_autoptr (CapacityOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  make_portfolio (path);
  execute (path, "UPDATE action SET time = 1"); /* they were made long ago */
  copy_file (path, theirs);
  store = open_store (theirs);
  outcome = edit (store, theirs, NULL);
  capacity_store_export_changes (store, 1000, changes, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (capacity_store_close (store, NULL));
}

static CapacityOutcome *
back_up (CapacityStore  *store,
         const char     *path,
         GError        **error)
{
  return capacity_store_back_up (store, NULL, error) ? capacity_store_look (store, NULL, error) : NULL;
}

/* What there is, what is done to it, and a query that says 0 before and 1 after, and neither if it is done
 * by halves. */
typedef struct
{
  const char      *name;
  void             (*make) (const char *path);
  CapacityOutcome *(*act) (CapacityStore *store, const char *path, GError **error);
  const char      *progress;
  int              rarity; /* times as seldom as others, 0 for as often: it takes long */
} Deed;

static const Deed deeds[] = {
  { "create", make_nothing, open_again,
    "SELECT ((SELECT count (*) FROM institution)"
    " + (SELECT user_version > 0 FROM pragma_user_version)) / 2.0" },
  { "upgrade", make_oldest, open_again,
    "SELECT ((SELECT count (*) FROM sqlite_schema WHERE name = 'volume')"
    " + (SELECT user_version > 0 FROM pragma_user_version)) / 2.0" },
  { "upgrade-first-schema", make_first_schema, open_again,
    "SELECT ((SELECT count (*) FROM sqlite_schema WHERE name = 'plan')"
    " + (SELECT user_version > 1 FROM pragma_user_version)) / 2.0",
    4 },
  { "back-up", make_portfolio, back_up, "SELECT 1.0" },
  { "open", make_portfolio, open_again, "SELECT 1.0" },
  { "edit", make_portfolio, edit,
    "SELECT ((SELECT count (*) FROM service WHERE name = 'Jauns') + (SELECT count (*) FROM capacity)"
    " + (SELECT count (*) - 2 FROM action) + (SELECT count (*) - 2 FROM changeset)) / 4.0" },
  { "import", make_portfolio, import,
    "SELECT ((SELECT count (*) - 1 FROM import) * 10"
    " + (SELECT count (*) FROM volume WHERE hex (counts) LIKE '%2240%')"
    " + (SELECT count (*) - 2 FROM action) * 10) / ((SELECT count (*) FROM volume) + 20.0)" },
  { "undo", make_portfolio, undo,
    "SELECT ((SELECT count (*) = 0 FROM series) + (SELECT count (*) = 1 FROM service)"
    " + (SELECT count (*) FROM action WHERE state = 1)) / 3.0" },
  { "redo", make_undone, redo,
    "SELECT ((SELECT count (*) > 0 FROM series) + (SELECT count (*) > 1 FROM service)"
    " + (SELECT count (*) = 0 FROM action WHERE state = 1)) / 3.0" },
  { "restore", make_restorable, restore,
    "SELECT ((SELECT count (*) = 0 FROM service WHERE name = 'Jauns') + (SELECT count (*) - 3 FROM action)"
    " + (SELECT count (*) - 3 FROM changeset)) / 3.0",
    2 },
  { "export-changes", make_portfolio, export_changes, "SELECT 1.0" },
  { "preview-changes", make_mergeable, preview_changes,
    "SELECT 1.0 - (SELECT count (*) FROM service WHERE name = 'Jauns')" },
  { "apply-changes", make_mergeable, apply_changes,
    "SELECT ((SELECT count (*) FROM service WHERE name = 'Jauns') + (SELECT count (*) FROM capacity)"
    " + (SELECT count (*) - 2 FROM action) + (SELECT count (*) - 2 FROM changeset)) / 4.0" },
};

/* A store whose disk has failed shows what the file has, and goes on with the next change. */
static void
check_goes_on (CapacityStore *store,
               const char    *path)
{
  g_autoptr (CapacityService) service = service_named ("Tālāk");
  g_autoptr (CapacityOutcome) opened = NULL;
  g_autoptr (CapacityOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *names = NULL;
  g_autoptr (GString) shown = g_string_new (NULL);

  if (capacity_store_get_path (store) == NULL)
    opened = open_again (store, path, &error);
  g_assert_no_error (error);
  outcome = apply_service (store, service);
  for (guint i = 0; i < outcome->portfolio->services->len; i++)
    g_string_append_printf (shown, "%s\n",
                            ((CapacityService *) outcome->portfolio->services->pdata[i])->name);
  names = query (path, "SELECT name FROM service ORDER BY lower (name)");
  g_assert_cmpuint (strlen (names) + 1, ==, shown->len);
}

/* Nothing is done by halves, and all of it where it was reported so. */
static void
check_file (const char *path,
            const Deed *deed,
            gboolean    is_done)
{
  g_autofree char *sql = NULL;
  g_autofree char *answer = NULL;

  if (!is_done && !g_file_test (path, G_FILE_TEST_EXISTS))
    return;
  sql = g_strdup_printf ("SELECT * FROM (%s), pragma_integrity_check, (SELECT count (*) FROM"
                         " pragma_foreign_key_check)", deed->progress);
  answer = query (path, sql);
  if (is_done || !g_str_equal (answer, "0.0|ok|0"))
    g_assert_cmpstr (answer, ==, "1.0|ok|0");
}

/* A backup that was not finished is not shown as one. */
static void
check_backups (CapacityStore *store,
               const char    *path)
{
  g_autoptr (GPtrArray) backups = capacity_store_list_backups (store, path, NULL, NULL);

  for (guint i = 0; i < backups->len; i++)
    {
      const CapacityBackup *backup = backups->pdata[i];

      g_assert_false (backup->is_damaged);
      g_assert_cmpuint (backup->n_services, ==, 11);
      g_remove (backup->path);
    }
}

/* Returns whether the fault was met, so that a later one may be. */
static gboolean
try_deed (const Place *place,
          GBytes      *base,
          const Deed  *deed,
          Fault        fault,
          int          nth)
{
  g_autoptr (CapacityStore) store = capacity_store_new ();
  g_autoptr (CapacityOutcome) opened = NULL;
  g_autoptr (CapacityOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_met;
  gsize size;
  const char *contents = g_bytes_get_data (base, &size);

  if (size > 0)
    g_assert_true (g_file_set_contents (place->path, contents, (gssize) size, NULL));
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

  check_file (place->path, deed, outcome != NULL);
  check_backups (store, place->path);
  check_goes_on (store, place->path);
  capacity_store_close (store, NULL);
  g_remove (place->path);

  return is_met;
}

static void
test_sweep (Place         *place,
            gconstpointer  data)
{
  const Deed *deed = data;
  g_autoptr (GBytes) base = NULL;
  char *contents = NULL;
  gsize size = 0;

  deed->make (place->path);
  g_file_get_contents (place->path, &contents, &size, NULL);
  base = g_bytes_new_take (contents, size);
  g_remove (place->path);
  for (int fault = FAULT_FULL; fault < N_SURVIVED_FAULTS; fault++)
    {
      /* Each call to the disk is met when there is time. Allocations are too many for that: each of the first 150 is,
       * and of the rest up to the end, which are ever more alike, ever fewer, and others each time. */
      gboolean is_memory = fault == FAULT_MEMORY;
      int stride = g_test_thorough () ? 1 : (is_memory ? 101 : 8) * MAX (deed->rarity, 1);
      int first_spread = g_test_thorough () ? is_memory ? 150 : G_MAXINT : 0;
      int growth = g_test_thorough () ? 50 : 10;
      int n = 0;

      for (int nth = g_test_rand_int_range (1, stride + 1); try_deed (place, base, deed, (Fault) fault, nth);
           nth += stride + g_test_rand_int_range (0, 2 * (MAX (nth - first_spread, 0) / growth) + 1))
        n++;
      for (int i = 0; fault == FAULT_POWER && i < 8; i++)
        try_deed (place, base, deed, FAULT_POWER, G_MAXINT);
      g_test_message ("%s: %d faults of kind %d", deed->name, n, fault);
    }
}

int
main (int    argc,
      char **argv)
{
  fault_install ();
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    {
      g_autofree char *name = g_strconcat ("/store/faults/", deeds[i].name, NULL);

      g_test_add (name, Place, &deeds[i], place_set_up, test_sweep, place_tear_down);
    }

  return g_test_run ();
}
