/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-util.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
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

/* What the child does until it is killed: it names the actions it has been told are done, by their
 * numbers. */
static void
work_until_killed (const char *path,
                   int         fd)
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
      if (outcome == NULL || write (fd, &outcome->action->number, sizeof (gint64)) != sizeof (gint64))
        _exit (1);
    }
}

static gint64
run_and_kill (const char *path)
{
  gint64 number = 0;
  gint64 last = 0;
  int ends[2];
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      close (ends[0]);
      work_until_killed (path, ends[1]);
    }
  close (ends[1]);
  g_usleep ((gulong) g_test_rand_int_range (1000, 80000));
  kill (child, SIGKILL);
  while (read (ends[0], &number, sizeof number) == sizeof number)
    last = number;
  close (ends[0]);
  waitpid (child, NULL, 0);

  return last;
}

static void
test_kill (Place         *place,
           gconstpointer  unused)
{
  int n = g_test_thorough () ? 1000 : 50;
  gint64 last = 0;

  for (int i = 0; i < n; i++)
    {
      g_autoptr (CapacityStore) store = NULL;
      g_autoptr (CapacityOutcome) outcome = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *integrity = NULL;

      last = MAX (last, run_and_kill (place->path));
      store = open_store (place->path);
      outcome = capacity_store_look (store, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (outcome->undo != NULL ? outcome->undo->number : 0, >=, last);
      integrity = query (place->path, "PRAGMA integrity_check");
      g_assert_cmpstr (integrity, ==, "ok");
      last = outcome->undo != NULL ? outcome->undo->number : 0;
      g_clear_pointer (&outcome, capacity_outcome_unref);
      if (last > 0)
        {
          outcome = capacity_store_undo (store, NULL, &error);
          g_assert_no_error (error);
          g_clear_pointer (&outcome, capacity_outcome_unref);
          outcome = capacity_store_redo (store, NULL, &error);
          g_assert_no_error (error);
        }
      g_assert_true (capacity_store_close (store, NULL));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/crash/kill", Place, NULL, place_set_up, test_kill, place_tear_down);

  return g_test_run ();
}
