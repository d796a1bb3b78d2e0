/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "any-change.h"
#include "capacity-workspace.h"
#include "store-util.h"

#include <glib/gstdio.h>
#include <malloc.h>

/* Two hours of work without a pause: every ten seconds an edit, every fifth of them taken back and done again, and a
 * backup every five minutes. After the first half hour nothing may grow but the history. */

#define N_EDITS 720
#define N_WARM_UP 180
#define EDITS_PER_TURN 5
#define EDITS_PER_BACKUP 30

/* What the second to the fourth half hour may add. Whatever leaks once in an edit adds more than that. */
#define MEMORY_MOST (2 * 1024 * 1024)
#define JOURNAL_MOST (2 * 1024 * 1024)
#define FILE_PER_EDIT_MOST (16 * 1024)

typedef struct
{
  CapacityWorkspace *workspace;
  GAsyncResult      *result;
  Place              place;
} Fixture;

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  ((Fixture *) user_data)->result = g_object_ref (result);
}

static GAsyncResult *
wait_for (Fixture *fixture)
{
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return g_steal_pointer (&fixture->result);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  place_set_up (&fixture->place, NULL);
  fixture->workspace = capacity_workspace_new ();
  capacity_workspace_set_today (fixture->workspace, capacity_date_from_ymd (2026, 11, 23));
  capacity_workspace_open_async (fixture->workspace, fixture->place.path, CAPACITY_STORE_CREATE, NULL, done_cb, fixture);
  result = wait_for (fixture);
  g_assert_true (capacity_workspace_open_finish (fixture->workspace, result, &error));
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  g_autoptr (GAsyncResult) result = NULL;

  capacity_workspace_close_async (fixture->workspace, done_cb, fixture);
  result = wait_for (fixture);
  g_assert_true (capacity_workspace_close_finish (fixture->workspace, result, NULL));
  g_clear_object (&result);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (g_steal_pointer (&fixture->workspace));
  place_tear_down (&fixture->place, NULL);
}

static void
finish (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = wait_for (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (CapacityOutcome) outcome = capacity_workspace_change_finish (fixture->workspace, result, &error);

  g_assert_no_error (error);
}

/* As many services as there are names, so that their number stays about the same. */
static void
import_all (Fixture *fixture)
{
  g_autoptr (CapacityChange) change = capacity_change_new ();
  g_autoptr (CapacityBatch) batch = capacity_batch_new ("visi.csv");
  double values[60];

  for (int i = 0; i < N_ANY_NAMES; i++)
    {
      g_autofree char *name = g_strdup_printf ("Nr. %d", i);

      for (int k = 0; k < 60; k++)
        values[k] = 100 + i * k % 17;
      capacity_batch_take_series (batch, name, CAPACITY_REQUEST_ALL, NULL, CAPACITY_MEASURE_ARRIVALS,
                                  series_of (capacity_month (2020, 1), values, 60));
    }
  capacity_change_import (change, batch);
  capacity_workspace_apply_async (fixture->workspace, change, NULL, done_cb, fixture);
  finish (fixture);
}

static void
edit (Fixture      *fixture,
      CapacityVerb  verb)
{
  const CapacityPortfolio *portfolio = capacity_workspace_get_portfolio (fixture->workspace);
  g_autoptr (CapacityChange) change = NULL;

  if (portfolio->resources->len == 0)
    verb = CAPACITY_VERB_ADD_RESOURCE;
  change = any_change_of (portfolio, verb);
  if (change == NULL)
    change = any_change_of (portfolio, verb - 1); /* which sets what there is nothing to remove of */
  capacity_workspace_apply_async (fixture->workspace, change, NULL, done_cb, fixture);
  finish (fixture);
}

static void
turn (Fixture *fixture)
{
  capacity_workspace_undo_async (fixture->workspace, NULL, done_cb, fixture);
  finish (fixture);
  capacity_workspace_redo_async (fixture->workspace, NULL, done_cb, fixture);
  finish (fixture);
}

/* What is written while nobody waits for it, such as forecasts, has a journal of its own. */
static void
check_journal (Fixture *fixture,
               gint64   most)
{
  g_autofree char *journal = g_strconcat (fixture->place.path, "-journal", NULL);
  GStatBuf info;

  if (g_stat (journal, &info) == 0)
    g_assert_cmpint (info.st_size, <, most);
}

/* The store answers in the order of asking, so that all it was asked for is done. */
static void
settle (Fixture *fixture)
{
  g_autoptr (CapacityOutcome) outcome = capacity_store_look (capacity_workspace_get_store (fixture->workspace), NULL,
                                                             NULL);

  g_assert_nonnull (outcome);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
work (Fixture *fixture,
      guint    first,
      guint    end)
{
  for (guint i = first; i < end; i++)
    {
      edit (fixture, nth_change_verb (i * 7 % N_CHANGE_VERBS));
      if (i % EDITS_PER_TURN == 0)
        turn (fixture);
      if (i % EDITS_PER_BACKUP == 0)
        capacity_workspace_back_up (fixture->workspace);
      check_journal (fixture, JOURNAL_MOST);
    }
  settle (fixture);
  check_journal (fixture, 0);
}

typedef struct
{
  gsize  memory;
  guint  n_files;
  gint64 file_size;
} Use;

static Use
measure (Fixture *fixture)
{
  g_autoptr (GDir) files = g_dir_open ("/proc/self/fd", 0, NULL);
  GStatBuf info;
  struct mallinfo2 memory;
  Use use = { 0 };

  malloc_trim (0);
  memory = mallinfo2 ();
  use.memory = memory.uordblks + memory.hblkhd;
  while (g_dir_read_name (files) != NULL)
    use.n_files++;
  g_assert_cmpint (g_stat (fixture->place.path, &info), ==, 0);
  use.file_size = info.st_size;
  g_test_message ("%" G_GSIZE_FORMAT " bytes in use, %u files open, portfolio of %" G_GINT64_FORMAT " bytes", use.memory,
                  use.n_files, use.file_size);

  return use;
}

static void
test_two_hours (Fixture       *fixture,
                gconstpointer  unused)
{
  Use before;
  Use after;

  import_all (fixture);
  work (fixture, 0, N_WARM_UP);
  before = measure (fixture);
  for (guint i = N_WARM_UP; i < N_EDITS; i += N_WARM_UP)
    {
      work (fixture, i, i + N_WARM_UP);
      after = measure (fixture);
    }
  g_assert_cmpuint (after.n_files, <=, before.n_files);
  g_assert_cmpint (after.file_size - before.file_size, <, (N_EDITS - N_WARM_UP) * FILE_PER_EDIT_MOST);
  /* An address sanitizer has a malloc of its own, which counts nothing; it finds leaks by itself. */
  if (before.memory > 0)
    g_assert_cmpuint (after.memory, <, before.memory + MEMORY_MOST);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/soak/two-hours", Fixture, NULL, set_up, test_two_hours, tear_down);

  return g_test_run ();
}
