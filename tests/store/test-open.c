/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "capacity-open-private.h"
#include "store-util.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* What is opened, what is refused, and that nothing is overwritten. */

static void
check_refused (const char *path,
               int         code)
{
  static const CapacityStoreFlags ways[] = {
    CAPACITY_STORE_OPEN_EXISTING, CAPACITY_STORE_CREATE, CAPACITY_STORE_READ_ONLY,
  };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (CapacityStore) store = capacity_store_new ();
      g_autoptr (GError) error = NULL;

      g_assert_null (capacity_store_open (store, path, ways[i], NULL, &error));
      g_assert_error (error, CAPACITY_STORE_ERROR, code);
      g_assert_nonnull (strstr (error->message, path));
    }
}

/* Refused, and still there byte for byte, with nothing left beside it. */
static void
check_untouched (const Place *place,
                 const char  *contents,
                 gsize        size,
                 int          code)
{
  g_autofree char *kept = NULL;
  gsize kept_size;
  g_autoptr (GDir) dir = NULL;

  g_assert_true (g_file_set_contents (place->path, contents, (gssize) size, NULL));
  check_refused (place->path, code);
  g_assert_true (g_file_get_contents (place->path, &kept, &kept_size, NULL));
  g_assert_cmpmem (kept, kept_size, contents, size);
  dir = g_dir_open (place->folder, 0, NULL);
  g_assert_nonnull (g_dir_read_name (dir));
  g_assert_null (g_dir_read_name (dir));
}

static void
test_not_ours (Place         *place,
               gconstpointer  unused)
{
  g_autofree char *other = place_name (place, "other.db");
  g_autofree char *contents = NULL;
  gsize size;

  check_untouched (place, "", 0, CAPACITY_STORE_ERROR_NOT_A_PORTFOLIO);
  check_untouched (place, "a;b\n1;2\n", 8, CAPACITY_STORE_ERROR_NOT_A_PORTFOLIO);
  check_untouched (place, "SQLite format 3", 16, CAPACITY_STORE_ERROR_NOT_A_PORTFOLIO);

  g_assert_true (g_file_set_contents (other, "", 0, NULL));
  execute (other, "CREATE TABLE service (id)");
  g_assert_true (g_file_get_contents (other, &contents, &size, NULL));
  g_remove (other);
  check_untouched (place, contents, size, CAPACITY_STORE_ERROR_NOT_A_PORTFOLIO);
  check_refused (place->folder, CAPACITY_STORE_ERROR_NOT_A_PORTFOLIO);
}

static void
test_missing (Place         *place,
              gconstpointer  unused)
{
  g_autoptr (CapacityStore) store = capacity_store_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *nowhere = place_name (place, "no/such/folder.capacity");

  g_assert_null (capacity_store_open (store, place->path, CAPACITY_STORE_OPEN_EXISTING, NULL, &error));
  g_assert_error (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (place->path, G_FILE_TEST_EXISTS));
  g_clear_error (&error);
  g_assert_null (capacity_store_open (store, nowhere, CAPACITY_STORE_CREATE, NULL, &error));
  g_assert_error (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (capacity_store_look (store, NULL, &error));
  g_assert_error (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_CLOSED);
}

static void
make (const char *path)
{
  g_autoptr (CapacityStore) store = open_store (path);
  g_autoptr (CapacityService) service = service_named ("Viens");
  g_autoptr (CapacityOutcome) outcome = apply_service (store, service);

  g_assert_true (capacity_store_close (store, NULL));
}

static void
test_newer (Place         *place,
            gconstpointer  unused)
{
  make (place->path);
  execute (place->path, "PRAGMA user_version = 1000");
  check_refused (place->path, CAPACITY_STORE_ERROR_NEWER);
}

/* Tables that are not ours are refused before a statement touches them, also in files of earlier versions, which
 * are refused before they are upgraded. */
static void
test_altered (Place         *place,
              gconstpointer  unused)
{
  static const char *const planted[] = {
    "CREATE TRIGGER t AFTER INSERT ON service BEGIN DELETE FROM service; END",
    "CREATE TRIGGER t AFTER UPDATE ON institution BEGIN SELECT load_extension ('x'); END",
    "CREATE VIEW v AS SELECT 1",
    "CREATE VIEW v AS SELECT readfile ('/etc/passwd')",
    "CREATE TABLE extra (x)",
    "CREATE TABLE extra (x, y AS (hex (x)) STORED)",
    "CREATE TABLE extra (x CHECK (load_extension (x) IS NULL))",
    "CREATE TABLE extra (x); CREATE INDEX i ON extra (x) WHERE hex (x) > 'a'",
    "CREATE VIRTUAL TABLE extra USING fts5 (x)",
    "ALTER TABLE service ADD COLUMN x TEXT",
    "DROP INDEX need_of_resource",
  };
  static const char *const files[] = { NULL, "schema-1.capacity", "schema-2.capacity" };

  for (guint i = 0; i < G_N_ELEMENTS (planted) * G_N_ELEMENTS (files); i++)
    {
      const char *file = files[i % G_N_ELEMENTS (files)];
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      gsize size;
      gsize size_after;

      if (file != NULL)
        copy_test_file (file, place->path);
      else
        make (place->path);
      execute (place->path, planted[i / G_N_ELEMENTS (files)]);
      g_assert_true (g_file_get_contents (place->path, &before, &size, NULL));
      check_refused (place->path, CAPACITY_STORE_ERROR_NOT_A_PORTFOLIO);
      g_assert_true (g_file_get_contents (place->path, &after, &size_after, NULL));
      g_assert_cmpmem (before, size, after, size_after);
      g_remove (place->path);
    }
}

static void
test_truncated (Place         *place,
                gconstpointer  unused)
{
  g_autofree char *contents = NULL;
  gsize size;

  make (place->path);
  g_assert_true (g_file_get_contents (place->path, &contents, &size, NULL));
  for (gsize end = 4096; end < size; end += 4096)
    {
      g_assert_true (g_file_set_contents (place->path, contents, (gssize) end, NULL));
      check_refused (place->path, CAPACITY_STORE_ERROR_DAMAGED);
    }
}

/* Whatever byte is flipped: opened or refused, but never a crash. */
static void
test_flipped (Place         *place,
              gconstpointer  unused)
{
  g_autofree char *contents = NULL;
  gsize size;
  int n = g_test_thorough () ? 10000 : 200;

  make (place->path);
  g_assert_true (g_file_get_contents (place->path, &contents, &size, NULL));
  for (int i = 0; i < n; i++)
    {
      g_autofree char *flipped = g_memdup2 (contents, size);
      g_autoptr (CapacityStore) store = capacity_store_new ();
      g_autoptr (CapacityOutcome) outcome = NULL;
      g_autoptr (GError) error = NULL;

      for (int k = 0; k < 8; k++)
        flipped[g_test_rand_int_range (0, (gint) size)] ^= (char) (1 << g_test_rand_int_range (0, 8));
      g_assert_true (g_file_set_contents (place->path, flipped, (gssize) size, NULL));
      outcome = capacity_store_open (store, place->path, CAPACITY_STORE_OPEN_EXISTING, NULL, &error);
      g_assert_true ((outcome == NULL) == (error != NULL));
      if (outcome != NULL)
        g_clear_pointer (&outcome, capacity_outcome_unref);
      outcome = capacity_store_undo (store, NULL, NULL);
      capacity_store_close (store, NULL);
    }
}

static void
test_read_only (Place         *place,
                gconstpointer  unused)
{
  g_autoptr (CapacityStore) store = capacity_store_new ();
  g_autoptr (CapacityService) service = service_named ("Divi");
  g_autoptr (CapacityChange) change = capacity_change_new ();
  g_autoptr (CapacityOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  make (place->path);
  g_assert_cmpint (g_chmod (place->path, 0400), ==, 0);
  outcome = capacity_store_open (store, place->path,
                                 g_access (place->path, W_OK) == 0 ? CAPACITY_STORE_READ_ONLY
                                                                   : CAPACITY_STORE_OPEN_EXISTING,
                                 NULL, &error);
  g_assert_no_error (error);
  g_assert_true (capacity_store_is_read_only (store));
  g_assert_cmpuint (outcome->portfolio->services->len, ==, 1);
  capacity_change_add_service (change, service);
  g_assert_null (capacity_store_apply (store, change, NULL, &error));
  g_assert_error (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_READ_ONLY);
}

static void
test_busy (Place         *place,
           gconstpointer  unused)
{
  g_autoptr (CapacityStore) first = open_store (place->path);
  g_autoptr (CapacityStore) second = capacity_store_new ();
  g_autoptr (CapacityService) service = service_named ("Divi");
  g_autoptr (CapacityOutcome) before = NULL;
  g_autoptr (CapacityOutcome) change = NULL;
  g_autoptr (CapacityOutcome) after = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *holder = capacity_store_dup_holder (place->path);

  g_assert_null (capacity_store_open (second, place->path, CAPACITY_STORE_CREATE, NULL, &error));
  g_assert_error (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_BUSY);
  g_assert_nonnull (strstr (holder, g_get_user_name ()));
  g_assert_nonnull (strstr (error->message, holder));

  /* It may still be read, and what the other writes is seen. */
  before = capacity_store_open (second, place->path, CAPACITY_STORE_READ_ONLY, NULL, NULL);
  g_assert_cmpuint (before->portfolio->services->len, ==, 0);
  change = apply_service (first, service);
  after = capacity_store_look (second, NULL, NULL);
  g_assert_cmpuint (after->portfolio->services->len, ==, 1);

  capacity_store_close (first, NULL);
  g_assert_null (capacity_store_dup_holder (place->path));
  g_clear_pointer (&after, capacity_outcome_unref);
  after = capacity_store_open (second, place->path, CAPACITY_STORE_OPEN_EXISTING, NULL, NULL);
  g_assert_nonnull (after);
  g_assert_false (capacity_store_is_read_only (second));
}

/* What another program does that has the file open, until it is killed. */
static void
hold (const char *path)
{
  g_autoptr (CapacityStore) store = open_store (path);

  if (write (STDOUT_FILENO, "held", 4) == 4)
    while (TRUE)
      pause ();
}

/* Another program has it open, also while it stands still; one that died has left the file of its lock behind, and
 * holds nothing. */
static void
test_held (Place         *place,
           gconstpointer  unused)
{
  const char *const command[] = { "/proc/self/exe", "--hold", place->path, NULL };
  g_autofree char *lock = g_strconcat (place->path, "-lock", NULL);
  g_autoptr (CapacityStore) store = capacity_store_new ();
  g_autoptr (CapacityOutcome) read_only = NULL;
  g_autoptr (CapacityOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;
  char held[4];
  int output = -1;
  GPid child;

  make (place->path);
  g_assert_true (g_spawn_async_with_pipes (NULL, (char **) command, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &child,
                                           NULL, &output, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (read (output, held, sizeof held), ==, sizeof held);
  close (output);
  g_assert_cmpint (kill (child, SIGSTOP), ==, 0);
  g_assert_null (capacity_store_open (store, place->path, CAPACITY_STORE_OPEN_EXISTING, NULL, &error));
  g_assert_error (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_BUSY);
  g_clear_error (&error);
  read_only = capacity_store_open (store, place->path, CAPACITY_STORE_READ_ONLY, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (read_only->portfolio->services->len, ==, 1);

  kill (child, SIGKILL);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  g_assert_true (g_file_test (lock, G_FILE_TEST_EXISTS));
  outcome = capacity_store_open (store, place->path, CAPACITY_STORE_OPEN_EXISTING, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (capacity_store_is_read_only (store));
  capacity_store_close (store, NULL);
  g_assert_false (g_file_test (lock, G_FILE_TEST_EXISTS));
}

/* A file of the oldest version, from before there was a table, is copied and then upgraded. */
static void
test_upgrade (Place         *place,
              gconstpointer  unused)
{
  g_autoptr (CapacityStore) store = NULL;
  g_autofree char *copy = g_strconcat (place->path, ".version-0", NULL);
  g_autofree char *version = NULL;
  g_autofree char *copied = NULL;

  g_assert_true (g_file_set_contents (place->path, "", 0, NULL));
  execute (place->path, "PRAGMA application_id = 0x43415059; CREATE TABLE t (x); DROP TABLE t");
  store = open_store (place->path);
  version = query (place->path, "PRAGMA user_version");
  g_assert_cmpstr (version, !=, "0");
  copied = query (copy, "PRAGMA user_version");
  g_assert_cmpstr (copied, ==, "0");
}

/* The file tells other programs whose it is, keeps no deleted text, and leaves nothing beside it when it
 * is closed. */
static void
test_file (Place         *place,
           gconstpointer  unused)
{
  g_autofree char *answer = NULL;
  g_autoptr (GDir) dir = NULL;

  make (place->path);
  answer = query (place->path,
                  "SELECT * FROM pragma_application_id, pragma_user_version, pragma_integrity_check");
  g_assert_cmpstr (answer, ==, "1128353881|10|ok");
  dir = g_dir_open (place->folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "test.capacity");
  g_assert_null (g_dir_read_name (dir));
}

/* What is deleted, also from the history, leaves no bytes behind. */
static void
test_deleted (Place         *place,
              gconstpointer  unused)
{
  static const char marker[] = "Slepenais pakalpojums";
  g_autoptr (GError) error = NULL;
  g_autoptr (CapacityDb) db = capacity_db_open (place->path, CAPACITY_STORE_CREATE, "anna", &error);

  g_assert_no_error (error);
  for (int is_deleted = 0; is_deleted < 2; is_deleted++)
    {
      g_autofree char *contents = NULL;
      gsize size;

      g_assert_true (capacity_db_execute (db, is_deleted ? "DELETE FROM department"
                                                         : "INSERT INTO department (id, name) VALUES"
                                                           " (randomblob (16), 'Slepenais pakalpojums')", &error));
      g_assert_true (g_file_get_contents (place->path, &contents, &size, NULL));
      g_assert_cmpint (memmem (contents, size, marker, strlen (marker)) != NULL, ==, !is_deleted);
    }
}

/* Nothing that runs by itself gets into a portfolio, and no library out of one. */
static void
test_refused_statements (Place         *place,
                         gconstpointer  unused)
{
  static const char *const statements[] = {
    "CREATE TRIGGER t AFTER INSERT ON department BEGIN DELETE FROM service; END",
    "CREATE TEMP TRIGGER t AFTER INSERT ON department BEGIN DELETE FROM service; END",
    "CREATE VIEW v AS SELECT name FROM service",
    "CREATE TEMP VIEW v AS SELECT name FROM service",
    "CREATE VIRTUAL TABLE v USING fts5 (name)",
    "SELECT load_extension ('harm')",
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (CapacityDb) db = capacity_db_open (place->path, CAPACITY_STORE_CREATE, "anna", &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_assert_false (capacity_db_execute (db, statements[i], &error));
      g_assert_nonnull (error);
      g_clear_error (&error);
    }
}

/* The file that is open stays open when another one cannot be opened. */
static void
test_stays_open (Place         *place,
                 gconstpointer  unused)
{
  g_autoptr (CapacityStore) store = open_store (place->path);
  g_autoptr (CapacityOutcome) outcome = NULL;

  g_assert_null (capacity_store_open (store, place->folder, CAPACITY_STORE_CREATE, NULL, NULL));
  g_assert_cmpstr (capacity_store_get_path (store), ==, place->path);
  outcome = capacity_store_look (store, NULL, NULL);
  g_assert_nonnull (outcome);
}

static void
forecasts_kept_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (capacity_store_keep_forecasts_finish (CAPACITY_STORE (source), result, &error));
  g_assert_no_error (error);
  g_main_loop_quit (user_data);
}

static void
applied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CapacityOutcome) outcome = capacity_store_apply_finish (CAPACITY_STORE (source), result, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (outcome->portfolio->services->len, ==, ++*(guint *) user_data);
}

/* The asynchronous calls are answered in the order of asking, and the last reference may go before the
 * answer. */
static void
test_async (Place         *place,
            gconstpointer  unused)
{
  CapacityStore *store = open_store (place->path);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GHashTable) forecasts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                            (GDestroyNotify) g_bytes_unref);
  g_autoptr (GHashTable) kept = NULL;
  gint64 digest = G_MININT64 + 5;
  guint n_done = 0;

  for (int i = 0; i < 20; i++)
    {
      g_autoptr (CapacityService) service = service_named ("Viens no daudziem");
      g_autoptr (CapacityChange) change = capacity_change_new ();

      capacity_change_add_service (change, service);
      capacity_store_apply_async (store, change, NULL, applied_cb, &n_done);
    }
  g_hash_table_insert (forecasts, g_memdup2 (&digest, sizeof digest), g_bytes_new ("abc", 3));
  capacity_store_keep_forecasts_async (store, forecasts, NULL, forecasts_kept_cb, loop);
  g_main_loop_run (loop);
  g_assert_cmpuint (n_done, ==, 20);
  kept = capacity_store_read_forecasts (store, NULL, NULL);
  g_assert_cmpuint (g_hash_table_size (kept), ==, 1);
  g_assert_cmpuint (g_bytes_get_size (g_hash_table_lookup (kept, &digest)), ==, 3);
  capacity_store_keep_forecasts_async (store, forecasts, NULL, NULL, NULL);
  capacity_store_close (store, NULL);
  g_object_unref (store);
}

int
main (int    argc,
      char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--hold"))
    hold (argv[2]);
  g_test_init (&argc, &argv, NULL);
#define TEST(name, func) g_test_add ("/store/open/" name, Place, NULL, place_set_up, func, place_tear_down)
  TEST ("not-ours", test_not_ours);
  TEST ("missing", test_missing);
  TEST ("newer", test_newer);
  TEST ("altered", test_altered);
  TEST ("truncated", test_truncated);
  TEST ("flipped", test_flipped);
  TEST ("read-only", test_read_only);
  TEST ("busy", test_busy);
  TEST ("held", test_held);
  TEST ("upgrade", test_upgrade);
  TEST ("file", test_file);
  TEST ("deleted", test_deleted);
  TEST ("refused-statements", test_refused_statements);
  TEST ("stays-open", test_stays_open);
  TEST ("async", test_async);

  return g_test_run ();
}
