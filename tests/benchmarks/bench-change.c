/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "capacity-sample.h"
#include "capacity-workspace.h"
#include "large-portfolio.h"

/* bench-change: from asking for another capacity of one of 5 000 services with 120 months until the models that the
 * views show have the new verdict: written to disk, recorded for undo, judged, announced. */

#define N_CHANGES 30

typedef struct
{
  CapacityWorkspace *workspace;
  GAsyncResult      *result;
} Bench;

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  ((Bench *) user_data)->result = g_object_ref (result);
}

static GAsyncResult *
wait_for (Bench *bench)
{
  while (bench->result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return g_steal_pointer (&bench->result);
}

static void
apply (Bench          *bench,
       CapacityChange *change)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (CapacityOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  capacity_workspace_apply_async (bench->workspace, change, NULL, done_cb, bench);
  result = wait_for (bench);
  outcome = capacity_workspace_change_finish (bench->workspace, result, &error);
  if (outcome == NULL)
    g_error ("%s", error->message);
}

static void
open_large (Bench      *bench,
            const char *path)
{
  CapacityDate today = capacity_workspace_get_today (bench->workspace);
  g_autoptr (CapacityPortfolio) portfolio = large_portfolio_new (5000, 120, today);
  g_autoptr (CapacityChange) change = capacity_sample_to_change (portfolio);
  g_autoptr (GAsyncResult) result = NULL;

  capacity_workspace_open_async (bench->workspace, path, CAPACITY_STORE_CREATE, NULL, done_cb, bench);
  result = wait_for (bench);
  if (!capacity_workspace_open_finish (bench->workspace, result, NULL))
    g_error ("%s cannot be opened", path);
  apply (bench, change);
}

/* Time of one change, in milliseconds. */
static double
change_limit (Bench *bench,
              guint  i)
{
  const CapacityPortfolio *portfolio = capacity_workspace_get_portfolio (bench->workspace);
  const CapacityService *service = portfolio->services->pdata[i * 37];
  g_autoptr (CapacityLimit) limit = capacity_limit_new (CAPACITY_MODE_REGULAR, 100 + i, CAPACITY_PERIOD_MONTH, 0, 0);
  g_autoptr (CapacityChange) change = capacity_change_new ();
  gint64 start = g_get_monotonic_time ();

  capacity_change_set_service_limit (change, &service->id, limit);
  apply (bench, change);

  return (double) (g_get_monotonic_time () - start) / 1000;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("change-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "large.capacity", NULL);
  Bench bench = { capacity_workspace_new (), NULL };
  g_autoptr (GAsyncResult) result = NULL;
  double sum = 0, slowest = 0;

  open_large (&bench, path);
  for (guint i = 0; i < N_CHANGES; i++)
    {
      double time = change_limit (&bench, i);

      sum += time;
      slowest = MAX (slowest, time);
    }
  g_print ("change-mean %.1f ms\nchange-slowest %.1f ms\n", sum / N_CHANGES, slowest);
  capacity_workspace_close_async (bench.workspace, done_cb, &bench);
  result = wait_for (&bench);
  g_clear_object (&bench.workspace);
  remove_folder (folder);

  return 0;
}
