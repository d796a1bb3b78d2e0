/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-backup-private.h"
#include "capacity-open-private.h"
#include "capacity-store-backups.h"
#include "store-util.h"
#include "system-fault.h"

#include <glib/gstdio.h>
#include <string.h>

/* Backups are made, checked, thinned out and gone back to, and going back can be undone. */

static CapacityOutcome *
add_named (CapacityStore *store,
           const char    *name)
{
  g_autoptr (CapacityService) service = service_named (name);

  return apply_service (store, service);
}

static void
back_up (CapacityStore *store)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (capacity_store_back_up (store, NULL, &error));
  g_assert_no_error (error);
}

static GPtrArray *
list_backups (const char *path)
{
  g_autoptr (CapacityStore) store = capacity_store_new ();
  g_autoptr (GError) error = NULL;
  GPtrArray *backups = capacity_store_list_backups (store, path, NULL, &error);

  g_assert_no_error (error);

  return backups;
}

static void
test_make (Place         *place,
           gconstpointer  unused)
{
  g_autoptr (CapacityStore) store = open_store (place->path);
  g_autofree char *folder = capacity_backup_dup_folder (place->path);
  g_autoptr (CapacityOutcome) first = NULL;
  g_autoptr (CapacityOutcome) second = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  const CapacityBackup *latest;

  back_up (store);
  none = list_backups (place->path);
  g_assert_cmpuint (none->len, ==, 0); /* nothing was done yet */
  first = add_named (store, "Viens");
  back_up (store);
  back_up (store);
  second = add_named (store, "Divi");
  back_up (store);

  backups = list_backups (place->path);
  g_assert_cmpuint (backups->len, ==, 2);
  latest = backups->pdata[0];
  g_assert_false (g_str_has_prefix (latest->path, place->folder));
  g_assert_true (g_str_has_prefix (latest->path, folder));
  g_assert_cmpuint (latest->n_services, ==, 2);
  g_assert_cmpuint (latest->n_actions, ==, 2);
  g_assert_cmpstr (latest->action->subject, ==, "Divi");
  g_assert_cmpint (latest->time, >=, first->action->time);
  g_assert_cmpuint (((CapacityBackup *) backups->pdata[1])->n_services, ==, 1);
}

static void
test_restore (Place         *place,
              gconstpointer  unused)
{
  g_autoptr (CapacityStore) store = open_store (place->path);
  g_autoptr (CapacityOutcome) first = add_named (store, "Viens");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *restored = NULL;
  g_autofree char *end = NULL;
  g_autoptr (CapacityOutcome) second = NULL;
  g_autoptr (CapacityOutcome) third = NULL;
  g_autoptr (CapacityOutcome) outcome = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GPtrArray) details = NULL;
  g_autoptr (GError) error = NULL;
  const CapacityDetail *detail;

  back_up (store);
  before = dump_facts (place->path);
  second = add_named (store, "Divi");
  after = dump_facts (place->path);
  backups = list_backups (place->path);

  details = capacity_store_preview_backup (store, ((CapacityBackup *) backups->pdata[0])->path, NULL, &error);
  g_assert_no_error (error);
  detail = details->pdata[0];
  g_assert_cmpint (detail->kind, ==, CAPACITY_DETAIL_REMOVED);
  g_assert_cmpstr (detail->subject, ==, "Divi");

  outcome = capacity_store_restore (store, ((CapacityBackup *) backups->pdata[0])->path, "vakar", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (outcome->portfolio->services->len, ==, 1);
  g_assert_cmpint (outcome->undo->verb, ==, CAPACITY_VERB_RESTORE);
  g_assert_cmpstr (outcome->undo->subject, ==, "vakar");
  restored = dump_facts (place->path);
  g_assert_cmpstr (restored, ==, before);

  third = add_named (store, "Trīs");
  end = dump_facts (place->path);
  for (int i = 0; i < 2; i++)
    {
      check_turned (&store, place->path, capacity_store_undo, restored);
      check_turned (&store, place->path, capacity_store_undo, after);
      check_turned (&store, place->path, capacity_store_redo, restored);
      check_turned (&store, place->path, capacity_store_redo, end);
    }
}

/* The damaged file stays beside the good one. */
static void
test_replace (Place         *place,
              gconstpointer  unused)
{
  g_autoptr (CapacityStore) store = open_store (place->path);
  g_autoptr (CapacityOutcome) first = add_named (store, "Viens");
  g_autofree char *before = dump_facts (place->path);
  g_autofree char *aside = g_strconcat (place->path, ".damaged", NULL);
  g_autofree char *after = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (CapacityOutcome) opened = NULL;
  g_autoptr (GError) error = NULL;

  back_up (store);
  capacity_store_close (store, NULL);
  g_assert_true (g_file_set_contents (place->path, "SQLite format 3", -1, NULL));
  g_assert_null (capacity_store_open (store, place->path, CAPACITY_STORE_CREATE, NULL, NULL));
  backups = list_backups (place->path);
  g_assert_true (capacity_store_replace (store, place->path, ((CapacityBackup *) backups->pdata[0])->path, NULL,
                                         &error));
  g_assert_no_error (error);
  opened = capacity_store_open (store, place->path, CAPACITY_STORE_OPEN_EXISTING, NULL, &error);
  g_assert_no_error (error);
  after = dump_facts (place->path);
  g_assert_cmpstr (after, ==, before);
  g_assert_true (g_file_get_contents (aside, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "SQLite format 3");
}

/* A backup that is damaged itself is refused, and nothing is changed. */
static void
test_damaged_backup (Place         *place,
                     gconstpointer  unused)
{
  g_autoptr (CapacityStore) store = open_store (place->path);
  g_autoptr (CapacityOutcome) first = add_named (store, "Viens");
  g_autofree char *before = dump_facts (place->path);
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GPtrArray) damaged = NULL;
  g_autoptr (GError) error = NULL;
  const char *path;

  back_up (store);
  backups = list_backups (place->path);
  path = ((CapacityBackup *) backups->pdata[0])->path;
  g_assert_true (g_file_set_contents (path, "SQLite format 3", -1, NULL));
  damaged = list_backups (place->path);
  g_assert_true (((CapacityBackup *) damaged->pdata[0])->is_damaged);
  g_assert_null (capacity_store_restore (store, path, "x", NULL, &error));
  g_assert_error (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_NOT_A_PORTFOLIO);
  g_assert_false (capacity_store_replace (store, place->path, path, NULL, NULL));
  after = dump_facts (place->path);
  g_assert_cmpstr (after, ==, before);
}

/* A folder that cannot be written is told, and the portfolio goes on. */
static void
test_unwritable (Place         *place,
                 gconstpointer  unused)
{
  g_autoptr (CapacityStore) store = open_store (place->path);
  g_autoptr (CapacityOutcome) first = add_named (store, "Viens");
  g_autofree char *folder = capacity_backup_dup_folder (place->path);
  g_autofree char *parent = g_path_get_dirname (folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (CapacityOutcome) second = NULL;

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (folder, "", 0, NULL)); /* a file in the way stops root too */
  g_assert_false (capacity_store_back_up (store, NULL, &error));
  g_assert_error (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_IO);
  second = add_named (store, "Divi");
  g_remove (folder);
  back_up (store);
}

/* Whichever call to the system fails: what is shown as a backup is one, and the next one is made. */
static void
test_faults (Place         *place,
             gconstpointer  unused)
{
  g_autoptr (CapacityStore) store = open_store (place->path);

  for (int fault = SYSTEM_FAULT_FULL; fault < N_SYSTEM_FAULTS; fault++)
    {
      gboolean is_met = TRUE;

      for (int nth = 1; is_met; nth++)
        {
          g_autoptr (CapacityOutcome) outcome = add_named (store, "Viens");
          g_autoptr (GPtrArray) before = list_backups (place->path);
          g_autoptr (GPtrArray) after = NULL;
          g_autoptr (GError) error = NULL;
          gboolean is_made;

          system_fault_arm ((SystemFault) fault, nth);
          is_made = capacity_store_back_up (store, NULL, &error);
          is_met = system_fault_disarm ();
          g_assert_true (is_made == (error == NULL));
          g_assert_true (is_made || is_met);
          after = list_backups (place->path);
          for (guint i = 0; i < after->len; i++)
            g_assert_false (((CapacityBackup *) after->pdata[i])->is_damaged);
          g_assert_cmpuint (after->len, >=, MIN (before->len + is_made, 10));
        }
      back_up (store);
    }
}

/* Whichever call to the system fails while a backup takes the place of a damaged portfolio: the backup stays, and
 * it can be done again. */
static void
test_replace_faults (Place         *place,
                     gconstpointer  unused)
{
  g_autoptr (CapacityStore) store = open_store (place->path);
  g_autoptr (CapacityOutcome) first = add_named (store, "Viens");
  g_autofree char *before = dump_facts (place->path);
  g_autofree char *backup = NULL;
  g_autoptr (GPtrArray) backups = NULL;

  back_up (store);
  capacity_store_close (store, NULL);
  backups = list_backups (place->path);
  backup = g_strdup (((CapacityBackup *) backups->pdata[0])->path);
  for (int fault = SYSTEM_FAULT_FULL; fault < N_SYSTEM_FAULTS; fault++)
    {
      gboolean is_met = TRUE;

      for (int nth = 1; is_met; nth++)
        {
          g_autoptr (GError) error = NULL;
          g_autofree char *after = NULL;
          gboolean is_replaced;

          g_assert_true (g_file_set_contents (place->path, "SQLite format 3", -1, NULL));
          system_fault_arm ((SystemFault) fault, nth);
          is_replaced = capacity_store_replace (store, place->path, backup, NULL, &error);
          is_met = system_fault_disarm ();
          g_assert_true (is_replaced == (error == NULL));
          g_assert_true (is_replaced || is_met);
          if (!is_replaced)
            g_assert_true (capacity_store_replace (store, place->path, backup, NULL, NULL));
          after = dump_facts (place->path);
          g_assert_cmpstr (after, ==, before);
        }
    }
}

static void
count_action (CapacityDb *db)
{
  g_assert_true (capacity_db_execute (db, "INSERT INTO action (verb, n, who, time, state) VALUES (1, 1, 'a', 1, 0)",
                                      NULL));
}

/* Of a year of three backups a day there stay ten, and the last ones of seven days and twelve months; a
 * clock that goes back makes no backup look older than it is. */
static void
test_rotation (Place         *place,
               gconstpointer  unused)
{
  g_autofree char *folder = place_name (place, "backups");
  g_autoptr (CapacityDb) db = capacity_db_open (place->path, CAPACITY_STORE_CREATE, "a", NULL);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  gint64 now = 1764000000;
  guint n_days = g_test_thorough () ? 400 : 100;

  for (guint i = 0; i < n_days * 3; i++)
    {
      count_action (db);
      g_assert_true (capacity_backup_make (db, folder, now + i * 8 * 3600, &error));
      g_assert_no_error (error);
    }
  backups = capacity_backup_list (folder, NULL);
  g_assert_cmpuint (backups->len, <=, 10 + 7 + 12);
  g_assert_cmpuint (backups->len, >=, 10 + 3 + 3);
  g_assert_cmpuint (((CapacityBackup *) backups->pdata[0])->n_actions, ==, n_days * 3);
  g_assert_cmpuint (((CapacityBackup *) backups->pdata[9])->n_actions, ==, n_days * 3 - 9);
  g_clear_pointer (&backups, g_ptr_array_unref);

  /* The clock goes back by two years: the new one is the latest all the same. */
  count_action (db);
  g_assert_true (capacity_backup_make (db, folder, now - 2 * 366 * 86400, &error));
  backups = capacity_backup_list (folder, NULL);
  g_assert_cmpuint (((CapacityBackup *) backups->pdata[0])->n_actions, ==, n_days * 3 + 1);
  for (guint i = 0; i < backups->len; i++)
    g_remove (((CapacityBackup *) backups->pdata[i])->path);
}

/* An action field by field, with names instead of identifiers and volumes period by period. */
static void
test_details (Place         *place,
              gconstpointer  unused)
{
  g_autoptr (CapacityStore) store = open_store (place->path);
  g_autoptr (CapacityService) service = service_named ("Viens");
  g_autoptr (CapacityService) changed = NULL;
  g_autoptr (CapacityOutcome) added = apply_service (store, service);
  g_autoptr (CapacityChange) change = capacity_change_new ();
  g_autoptr (CapacitySeries) series = series_of (capacity_month (2024, 1), (double[]){ 5, 7 }, 2);
  g_autoptr (CapacityOutcome) outcome = NULL;
  g_autoptr (GPtrArray) details = NULL;
  g_autoptr (GError) error = NULL;
  const CapacityDetail *note = NULL;
  const CapacityDetail *count = NULL;

  changed = capacity_service_copy (service);
  g_set_str (&changed->note, "Jauna piezīme");
  capacity_change_set_service (change, changed);
  capacity_change_set_volume (change, &service->id, CAPACITY_REQUEST_ALL, NULL, NULL, CAPACITY_MEASURE_ARRIVALS,
                              series);
  outcome = capacity_store_apply (store, change, NULL, &error);
  g_assert_no_error (error);
  details = capacity_store_list_details (store, outcome->action->number, NULL, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < details->len; i++)
    {
      const CapacityDetail *detail = details->pdata[i];

      g_assert_cmpstr (detail->subject, ==, "Viens");
      if (g_str_equal (detail->column, "note"))
        note = detail;
      if (g_str_equal (detail->column, "counts") && count == NULL)
        count = detail;
    }
  g_assert_cmpint (note->kind, ==, CAPACITY_DETAIL_CHANGED);
  g_assert_null (note->before);
  g_assert_cmpstr (g_variant_get_string (note->after, NULL), ==, "Jauna piezīme");
  g_assert_cmpint (count->kind, ==, CAPACITY_DETAIL_ADDED);
  g_assert_cmpint (count->period.index, ==, capacity_month (2024, 1).index);
  g_assert_cmpfloat (g_variant_get_double (count->after), ==, 5);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define TEST(name, func) g_test_add ("/store/backups/" name, Place, NULL, place_set_up, func, place_tear_down)
  TEST ("make", test_make);
  TEST ("restore", test_restore);
  TEST ("replace", test_replace);
  TEST ("damaged-backup", test_damaged_backup);
  TEST ("unwritable", test_unwritable);
  TEST ("faults", test_faults);
  TEST ("replace-faults", test_replace_faults);
  TEST ("rotation", test_rotation);
  TEST ("details", test_details);

  return g_test_run ();
}
