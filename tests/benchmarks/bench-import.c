/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/resource.h>

#include "capacity-import.h"
#include "capacity-store.h"
#include "million-rows.h"

/* How fast a long file of volumes gets from the disk into a portfolio, and out again by undo: bench-import [FILE].
 * Without a file it makes one of a million rows. */

static CapacityImportResult *
read_file (GFile   *file,
           GError **error)
{
  g_autoptr (CapacityImportFile) opened = NULL;
  g_autoptr (CapacityImportPlan) plan = NULL;

  opened = capacity_import_file_open (file, NULL, error);
  if (!opened)
    return NULL;
  plan = capacity_import_guess (opened, NULL, CAPACITY_IMPORT_KEEP_NOTHING, error);
  if (!plan)
    return NULL;

  return capacity_import_read (opened, plan, NULL, NULL, NULL, error);
}

static double
seconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static gboolean
measure (GFile       *file,
         const char  *folder,
         GError     **error)
{
  g_autofree char *path = g_build_filename (folder, "portfolio.capacity", NULL);
  g_autoptr (CapacityStore) store = capacity_store_new ();
  g_autoptr (CapacityChange) change = capacity_change_new ();
  g_autoptr (CapacityImportResult) result = NULL;
  g_autoptr (CapacityOutcome) opened = NULL;
  g_autoptr (CapacityOutcome) applied = NULL;
  g_autoptr (CapacityOutcome) undone = NULL;
  struct rusage usage;
  double n_rows, read_s, apply_s;
  gint64 start;

  opened = capacity_store_open (store, path, CAPACITY_STORE_CREATE, NULL, error);
  if (!opened)
    return FALSE;

  start = g_get_monotonic_time ();
  result = read_file (file, error);
  if (!result)
    return FALSE;
  read_s = seconds_since (start);
  n_rows = (double) result->batch->n_rows;
  capacity_change_import (change, result->batch);
  applied = capacity_store_apply (store, change, NULL, error);
  if (!applied)
    return FALSE;
  apply_s = seconds_since (start) - read_s;

  start = g_get_monotonic_time ();
  undone = capacity_store_undo (store, NULL, error);
  if (!undone)
    return FALSE;

  printf ("rows %.0f rows\n", n_rows);
  printf ("read %.2f s\n", read_s);
  printf ("commit %.2f s\n", apply_s);
  printf ("rate %.0f rows/s\n", n_rows / (read_s + apply_s));
  printf ("undo %.2f s\n", seconds_since (start));
  getrusage (RUSAGE_SELF, &usage);
  printf ("peak-memory %ld MB\n", usage.ru_maxrss / 1024);

  return capacity_store_close (store, error);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_strdup ("_build-release/import-XXXXXX");
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_mkdtemp (folder))
    return 1;
  file = argc > 1 ? g_file_new_for_commandline_arg (argv[1]) : million_rows_new (folder, &error);
  if (file)
    measure (file, folder, &error);
  remove_folder (folder);
  if (!error)
    return 0;

  g_printerr ("%s\n", error->message);
  return 1;
}
