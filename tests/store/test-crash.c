/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-util.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

/* A program that is killed at any moment has lost nothing that it reported as done. */

static CapacityBatch *
batch_number (int number)
{
  CapacityBatch *batch = capacity_batch_new ("partija.csv");
  double values[40];

  for (int i = 0; i < 40; i++)
    values[i] = number;
  for (int i = 0; i < 30; i++)
    {
      g_autofree char *name = g_strdup_printf ("Partijas pakalpojums %d", i);

      capacity_batch_take_series (batch, name, CAPACITY_REQUEST_ALL, NULL, CAPACITY_MEASURE_ARRIVALS,
                                  series_of (capacity_month (2020, 1), values, 40));
    }

  return batch;
}

/* What the program does until it is killed: it names the actions it has been told are done, by their numbers. */
static void
work_until_killed (const char *path)
{
  g_autoptr (CapacityStore) store = open_store (path);

  for (int i = 0;; i++)
    {
      g_autoptr (CapacityChange) change = capacity_change_new ();
      g_autoptr (CapacityOutcome) outcome = NULL;
      g_autofree char *name = g_strdup_printf ("Nr. %d", i);

      if (i % 4 == 3)
        {
          g_autoptr (CapacityBatch) batch = batch_number (i);

          capacity_change_import (change, batch);
        }
      else
        {
          g_autoptr (CapacityService) service = service_named (name);

          capacity_change_add_service (change, service);
        }
      outcome = capacity_store_apply (store, change, NULL, NULL);
      if (outcome == NULL || write (STDOUT_FILENO, &outcome->action->number, sizeof (gint64)) != sizeof (gint64))
        _exit (1);
    }
}

/* Returns the number of the last action that was done, 0 if there was none. */
static gint64
run_and_kill (const char *path)
{
  const char *const command[] = { "/proc/self/exe", "--work", path, NULL };
  g_autoptr (GError) error = NULL;
  gint64 number = 0;
  gint64 last = 0;
  int status = 0;
  int output = -1;
  GPid child;

  g_assert_true (g_spawn_async_with_pipes (NULL, (char **) command, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                                           &child, NULL, &output, NULL, &error));
  g_assert_no_error (error);
  /* Some are killed while they open the file, the others at work, however long it takes to begin. */
  if (g_test_rand_bit () && read (output, &number, sizeof number) == sizeof number)
    last = number;
  g_usleep ((gulong) g_test_rand_int_range (1000, 150000));
  kill (child, SIGKILL);
  while (read (output, &number, sizeof number) == sizeof number)
    last = number;
  close (output);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));

  return last;
}

/* What was reported as done is there, and can be undone and done again. */
static gint64
check_after (const char *path,
             gint64      last)
{
  g_autoptr (CapacityStore) store = open_store (path);
  g_autoptr (CapacityOutcome) outcome = NULL;
  g_autoptr (CapacityOutcome) undone = NULL;
  g_autoptr (CapacityOutcome) redone = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *integrity = query (path, "PRAGMA integrity_check");
  gint64 number;

  g_assert_cmpstr (integrity, ==, "ok");
  outcome = capacity_store_look (store, NULL, &error);
  g_assert_no_error (error);
  number = outcome->undo != NULL ? outcome->undo->number : 0;
  g_assert_cmpint (number, >=, last);
  if (number > 0)
    {
      undone = capacity_store_undo (store, NULL, &error);
      g_assert_no_error (error);
      redone = capacity_store_redo (store, NULL, &error);
      g_assert_no_error (error);
    }
  g_assert_true (capacity_store_close (store, NULL));

  return number;
}

static void
test_kill (Place         *place,
           gconstpointer  unused)
{
  int n = g_test_thorough () ? 1000 : 50;
  gint64 n_done = 0;
  gint64 last = 0;

  for (int i = 0; i < n; i++)
    {
      if (i % 25 == 0)
        {
          n_done += last;
          last = 0;
          g_remove (place->path);
        }
      last = check_after (place->path, MAX (last, run_and_kill (place->path)));
    }
  g_test_message ("killed %d times, %" G_GINT64_FORMAT " actions done", n, n_done + last);
  g_assert_cmpint (n_done + last, >, n);
}

int
main (int    argc,
      char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--work"))
    work_until_killed (argv[2]);
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/crash/kill", Place, NULL, place_set_up, test_kill, place_tear_down);

  return g_test_run ();
}
