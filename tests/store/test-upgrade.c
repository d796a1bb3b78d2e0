/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-util.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Portfolios of every released schema open, keep every fact, and what was done in them can still be undone. The
 * files are those of tests/data, which make-old wrote when the schema was new. */

static void
test_facts (Place         *place,
            gconstpointer  file)
{
  g_autofree char *old = place_name (place, "old.capacity");
  g_autofree char *copy = g_strconcat (place->path, ".version-1", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *copied = NULL;
  g_autofree char *orphans = NULL;
  g_autoptr (CapacityStore) store = NULL;

  copy_test_file (file, old);
  copy_test_file (file, place->path);
  before = dump_facts (old);
  store = open_store (place->path);
  after = dump_facts_as (place->path, old);
  g_assert_cmpstr (after, ==, before);
  orphans = query (place->path, "SELECT * FROM pragma_integrity_check, (SELECT count (*) FROM"
                                " pragma_foreign_key_check)");
  g_assert_cmpstr (orphans, ==, "ok|0");
  copied = dump_facts (copy);
  g_assert_cmpstr (copied, ==, before);
}

static guint
undo_all (CapacityStore *store)
{
  g_autoptr (GError) error = NULL;
  CapacityOutcome *outcome;
  guint n = 0;

  while ((outcome = capacity_store_undo (store, NULL, &error)) != NULL)
    {
      capacity_outcome_unref (outcome);
      n++;
    }
  g_assert_error (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_NOTHING);

  return n;
}

/* What was done before the upgrade is undone after it, down to an empty portfolio, and done again. */
static void
test_undo (Place         *place,
           gconstpointer  file)
{
  g_autoptr (CapacityStore) store = NULL;
  g_autofree char *start = NULL;
  g_autofree char *left = NULL;
  g_autofree char *end = NULL;
  guint n;

  copy_test_file (file, place->path);
  store = open_store (place->path);
  start = dump_facts (place->path);
  n = undo_all (store);
  g_assert_cmpuint (n, ==, 13);
  left = query (place->path,
                "SELECT (SELECT count (*) FROM service), (SELECT count (*) FROM resource),"
                " (SELECT count (*) FROM capacity), (SELECT count (*) FROM need), (SELECT count (*) FROM volume),"
                " (SELECT count (*) FROM moved_day), (SELECT name FROM institution)");
  g_assert_cmpstr (left, ==, "0|0|0|0|0|14|NULL");
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CapacityOutcome) outcome = capacity_store_redo (store, NULL, &error);

      g_assert_no_error (error);
    }
  end = dump_facts (place->path);
  g_assert_cmpstr (end, ==, start);
}

static void
open_and_be_killed (const char *path)
{
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      g_autoptr (CapacityStore) store = open_store (path);

      pause ();
    }
  g_usleep ((gulong) g_test_rand_int_range (500, 60000));
  kill (child, SIGKILL);
  waitpid (child, NULL, 0);
}

/* Killed in the middle of it, the upgrade is done or not done, and done the next time. */
static void
test_kill (Place         *place,
           gconstpointer  file)
{
  g_autofree char *old = place_name (place, "old.capacity");
  g_autofree char *before = NULL;

  copy_test_file (file, old);
  before = dump_facts (old);
  for (int i = 0; i < (g_test_thorough () ? 500 : 30); i++)
    {
      g_autofree char *killed = NULL;
      g_autofree char *after = NULL;
      g_autoptr (CapacityStore) store = NULL;

      copy_test_file (file, place->path);
      open_and_be_killed (place->path);
      killed = dump_facts_as (place->path, old);
      g_assert_cmpstr (killed, ==, before);
      store = open_store (place->path);
      after = dump_facts_as (place->path, old);
      g_assert_cmpstr (after, ==, before);
      g_assert_true (capacity_store_close (store, NULL));
      g_remove (place->path);
    }
}

int
main (int    argc,
      char **argv)
{
  static const char file[] = "schema-1.capacity";

  g_test_init (&argc, &argv, NULL);
#define TEST(name, func) g_test_add ("/store/upgrade/" name, Place, file, place_set_up, func, place_tear_down)
  TEST ("facts", test_facts);
  TEST ("undo", test_undo);
  TEST ("kill", test_kill);

  return g_test_run ();
}
