/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-foreign.h"

#include <glib/gstdio.h>
#include <string.h>

#include "capacity-store.h"

/* Portfolios from elsewhere, such as from a colleague: what is opened is a copy, and only after it has been checked. */

/**
 * capacity_foreign_is_portfolio:
 * @file: a file
 *
 * Returns: whether it is a portfolio, by its name
 */
gboolean
capacity_foreign_is_portfolio (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return name != NULL && g_str_has_suffix (name, CAPACITY_PORTFOLIO_SUFFIX);
}

/* The n-th name to try for the copy, beside the user's own portfolio. */
static GFile *
place_for_copy (GFile *file,
                guint  n)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *numbered = NULL;
  g_autofree char *path = NULL;

  if (g_str_has_suffix (name, CAPACITY_PORTFOLIO_SUFFIX))
    name[strlen (name) - strlen (CAPACITY_PORTFOLIO_SUFFIX)] = '\0';
  numbered = n == 1 ? g_strconcat (name, CAPACITY_PORTFOLIO_SUFFIX, NULL)
                    : g_strdup_printf ("%s %u" CAPACITY_PORTFOLIO_SUFFIX, name, n);
  path = g_build_filename (g_get_user_data_dir (), "capacity", numbered, NULL);

  return g_file_new_for_path (path);
}

static GFile *
copy (GFile        *file,
      GCancellable *cancellable,
      GError      **error)
{
  for (guint n = 1;; n++)
    {
      g_autoptr (GFile) place = place_for_copy (file, n);
      g_autoptr (GError) local_error = NULL;

      if (g_file_copy (file, place, G_FILE_COPY_TARGET_DEFAULT_PERMS, cancellable, NULL, NULL, &local_error))
        return g_steal_pointer (&place);
      if (!g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_EXISTS))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
    }
}

/* Opening checks that it is a portfolio of ours, whole and not too new, and brings it up to date. */
static gboolean
check (const char   *path,
       GCancellable *cancellable,
       GError      **error)
{
  g_autoptr (CapacityStore) store = capacity_store_new ();
  g_autoptr (CapacityOutcome) outcome = NULL;

  outcome = capacity_store_open (store, path, CAPACITY_STORE_OPEN_EXISTING, cancellable, error);

  return outcome != NULL && capacity_store_close (store, error);
}

static void
copy_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "capacity", NULL);
  g_autoptr (GFile) place = NULL;
  g_autofree char *path = NULL;
  GError *error = NULL;

  /* Should this fail, copying says why. */
  g_mkdir_with_parents (folder, 0700);
  place = copy (G_FILE (task_data), cancellable, &error);
  path = place != NULL ? g_file_get_path (place) : NULL;
  if (path != NULL && check (path, cancellable, &error))
    {
      g_task_return_pointer (task, g_steal_pointer (&path), g_free);
      return;
    }

  if (path != NULL)
    g_unlink (path);
  g_task_return_error (task, error);
}

/**
 * capacity_foreign_copy_async:
 * @file: a portfolio from elsewhere
 * @cancellable: (nullable): to stop it
 * @callback: called when done
 * @user_data: for @callback
 *
 * Copies a portfolio beside the user's own and checks the copy. Where that fails, nothing stays.
 */
void
capacity_foreign_copy_async (GFile               *file,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, capacity_foreign_copy_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, copy_in_thread);
}

/**
 * capacity_foreign_copy_finish:
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full) (nullable): path of the copy
 */
char *
capacity_foreign_copy_finish (GAsyncResult  *result,
                              GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
