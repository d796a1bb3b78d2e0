/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "any-change.h"
#include "fault-vfs.h"
#include "store-util.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>

/* Portfolios of every released schema open, keep every fact, and what was done in them can still be undone. The
 * files are those of tests/data, which make-old wrote when the schema was new. That of schema 2 has no change of the
 * institution: programs of that schema remembered the first one so that it could not be undone, which is what schema
 * 3 is there for. */

/* What schema 7 adds to those who have said nothing of these days. */
#define ADD_MOVED_DAYS \
  "INSERT INTO moved_day SELECT CAST (julianday (column1) - 1721424.5 AS INTEGER)," \
  " CAST (julianday (column2) - 1721424.5 AS INTEGER) FROM (VALUES" \
  " ('2008-05-02', '2008-05-10'), ('2008-11-17', '2008-11-22'), ('2018-04-30', '2018-04-21'))"

static int
version_of (const char *file)
{
  int version = 0;

  g_assert_cmpint (sscanf (file, "schema-%d", &version), ==, 1);

  return version;
}

static gboolean
is_newest (const char *path,
           const char *file)
{
  g_autofree char *version = query (path, "PRAGMA user_version");

  return g_ascii_strtoll (version, NULL, 10) == version_of (file);
}

/* Of one that was upgraded a copy from before lies beside it, with all that it had. */
static void
check_copy (const char *path,
            const char *file,
            const char *before)
{
  g_autofree char *copy = g_strdup_printf ("%s.version-%d", path, version_of (file));
  g_autofree char *copied = NULL;
  g_autofree char *integrity = NULL;

  g_assert_cmpint (g_file_test (copy, G_FILE_TEST_EXISTS), !=, is_newest (path, file));
  if (is_newest (path, file))
    return;
  copied = dump_facts (copy);
  g_assert_cmpstr (copied, ==, before);
  integrity = query (copy, "SELECT * FROM pragma_integrity_check, pragma_user_version");
  g_assert_true (g_str_has_prefix (integrity, "ok|"));
  g_assert_cmpint (g_ascii_strtoll (integrity + 3, NULL, 10), ==, version_of (file));
}

/* What a file is to have after the upgrade: all that it had, and what a later schema adds. */
static char *
dump_expected (const Place *place,
               const char  *file)
{
  g_autofree char *path = place_name (place, "expected.capacity");

  copy_test_file (file, path);
  if (version_of (file) < 7)
    execute (path, ADD_MOVED_DAYS);

  return dump_facts (path);
}

static void
test_facts (Place         *place,
            gconstpointer  file)
{
  g_autofree char *old = place_name (place, "old.capacity");
  g_autofree char *expected = dump_expected (place, file);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *orphans = NULL;
  g_autoptr (CapacityStore) store = NULL;

  copy_test_file (file, old);
  copy_test_file (file, place->path);
  before = dump_facts (old);
  store = open_store (place->path);
  after = dump_facts_as (place->path, old);
  g_assert_cmpstr (after, ==, expected);
  orphans = query (place->path, "SELECT * FROM pragma_integrity_check, (SELECT count (*) FROM"
                                " pragma_foreign_key_check)");
  g_assert_cmpstr (orphans, ==, "ok|0");
  check_copy (place->path, file, before);
}

static void
test_every_schema (Place         *place,
                   gconstpointer  unused)
{
  g_autoptr (CapacityStore) store = open_store (place->path);
  g_autofree char *newest = query (place->path, "PRAGMA user_version");

  for (int version = 1; version <= g_ascii_strtoll (newest, NULL, 10); version++)
    {
      g_autofree char *name = g_strdup_printf ("schema-%d.capacity", version);
      g_autofree char *file = g_test_build_filename (G_TEST_DIST, "data", name, NULL);

      g_assert_true (g_file_test (file, G_FILE_TEST_EXISTS));
    }
}

/* Moved days that were missing are added, but for one of which the institution has said something else. */
static void
test_moved_days (Place         *place,
                 gconstpointer  file)
{
  g_autoptr (CapacityStore) store = NULL;
  g_autofree char *moved = NULL;

  copy_test_file (file, place->path);
  execute (place->path, "DELETE FROM moved_day; INSERT INTO moved_day VALUES"
                        " (julianday ('2018-04-30') - 1721424.5, julianday ('2018-04-28') - 1721424.5),"
                        " (julianday ('2008-05-05') - 1721424.5, julianday ('2008-05-10') - 1721424.5)");
  store = open_store (place->path);
  moved = query (place->path, "SELECT date (day_off + 1721424.5), date (worked + 1721424.5) FROM moved_day ORDER BY 1");
  g_assert_cmpstr (moved, ==, "2008-05-05|2008-05-10\n2008-11-17|2008-11-22\n2018-04-30|2018-04-28");
}

/* What was done before the upgrade and after it is undone, down to an empty portfolio, and done again. */
static void
test_undo (Place         *place,
           gconstpointer  file)
{
  g_autoptr (CapacityStore) store = NULL;
  g_autofree char *n_done = NULL;
  g_autofree char *left = NULL;
  g_autofree char *end = NULL;
  g_autofree char *redone = NULL;
  guint n;

  copy_test_file (file, place->path);
  store = open_store (place->path);
  do_anything (store, 2 * N_CHANGE_VERBS);
  end = dump_facts (place->path);
  n_done = query (place->path, "SELECT count (*) FROM action WHERE state = 0");
  n = turn_all (store, capacity_store_undo);
  g_assert_cmpuint (n, ==, g_ascii_strtoull (n_done, NULL, 10));
  g_assert_cmpuint (n, >=, 12 + 2 * N_CHANGE_VERBS);
  left = query (place->path,
                "SELECT (SELECT count (*) FROM service), (SELECT count (*) FROM resource),"
                " (SELECT count (*) FROM capacity), (SELECT count (*) FROM need), (SELECT count (*) FROM volume),"
                " (SELECT count (*) FROM moved_day), (SELECT name FROM institution)");
  g_assert_cmpstr (left, ==, "0|0|0|0|0|17|NULL");
  reopen_store (&store, place->path);
  g_assert_cmpuint (turn_all (store, capacity_store_redo), ==, n);
  redone = dump_facts (place->path);
  g_assert_cmpstr (redone, ==, end);
}

/* Returns whether the program that opened the file was killed before it was done. */
static gboolean
open_and_be_killed (const char *path,
                    int         nth)
{
  g_autofree char *number = g_strdup_printf ("%d", nth);
  const char *const command[] = { "/proc/self/exe", "--open", path, number, NULL };
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_assert_true (g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error));
  g_assert_no_error (error);
  g_assert_true (status == 0 || (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL));

  return status != 0;
}

static void
clear_folder (const Place *place,
              const char  *kept)
{
  g_autoptr (GDir) folder = g_dir_open (place->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = place_name (place, name);

      if (!g_str_equal (path, kept))
        g_assert_cmpint (g_remove (path), ==, 0);
    }
}

/* Killed anywhere in the middle of it, the upgrade has left a file with all that it had, and is done the next time. */
static void
test_kill (Place         *place,
           gconstpointer  file)
{
  g_autofree char *old = place_name (place, "old.capacity");
  g_autofree char *expected = dump_expected (place, file);
  g_autofree char *before = NULL;
  int step = g_test_thorough () ? 1 : 9;
  gboolean is_killed = TRUE;
  int n = 0;

  copy_test_file (file, old);
  before = dump_facts (old);
  for (int nth = g_test_rand_int_range (1, step + 1); is_killed; nth += step)
    {
      g_autofree char *killed = NULL;
      g_autofree char *after = NULL;
      g_autoptr (CapacityStore) store = NULL;

      copy_test_file (file, place->path);
      is_killed = open_and_be_killed (place->path, nth);
      n += is_killed;
      killed = dump_facts_as (place->path, old);
      g_assert_true (g_str_equal (killed, before) || g_str_equal (killed, expected));
      store = open_store (place->path);
      after = dump_facts_as (place->path, old);
      g_assert_cmpstr (after, ==, expected);
      g_assert_true (capacity_store_close (store, NULL));
      check_copy (place->path, file, before);
      clear_folder (place, old);
    }
  g_test_message ("%s: killed %d times", (const char *) file, n);
  g_assert_true (n > 5);
}

int
main (int    argc,
      char **argv)
{
  static const char *const files[] = { "schema-1.capacity", "schema-2.capacity", "schema-3.capacity",
                                        "schema-4.capacity", "schema-5.capacity", "schema-6.capacity",
                                        "schema-7.capacity", "schema-8.capacity", "schema-9.capacity",
                                        "schema-10.capacity" };

  fault_install ();
  if (argc == 4 && g_str_equal (argv[1], "--open"))
    {
      g_autoptr (CapacityStore) store = NULL;

      fault_arm (FAULT_KILL, atoi (argv[3]));
      store = open_store (argv[2]);
      return 0;
    }
  g_test_init (&argc, &argv, NULL);
#define TEST(name, file, func) \
  { \
    g_autofree char *path = g_strconcat ("/store/upgrade/" name "/", file, NULL); \
    g_test_add (path, Place, file, place_set_up, func, place_tear_down); \
  }
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      TEST ("facts", files[i], test_facts);
      TEST ("undo", files[i], test_undo);
      if (i + 1 < G_N_ELEMENTS (files))
        TEST ("kill", files[i], test_kill);
    }
  TEST ("moved-days", "schema-6.capacity", test_moved_days);
#undef TEST
  g_test_add ("/store/upgrade/every-schema", Place, NULL, place_set_up, test_every_schema, place_tear_down);

  return g_test_run ();
}
