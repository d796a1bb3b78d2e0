/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-tasks.h"

typedef struct
{
  CapacityImportFile     *file;
  CapacityImportPlan     *plan;
  CapacityImportKeep      keep;
  GPtrArray              *files;
  GHashTable             *choices;
  CapacityPortfolio      *portfolio;
  CapacityImportProgress *progress;
} Job;

static Job *
job_new (CapacityImportFile       *file,
         const CapacityImportPlan *plan,
         CapacityImportKeep        keep)
{
  Job *job = g_new0 (Job, 1);

  job->file = capacity_import_file_ref (file);
  job->plan = plan != NULL ? capacity_import_plan_copy (plan) : NULL;
  job->keep = keep;

  return job;
}

static void
job_free (Job *job)
{
  g_clear_pointer (&job->file, capacity_import_file_unref);
  g_clear_pointer (&job->plan, capacity_import_plan_free);
  g_clear_pointer (&job->files, g_ptr_array_unref);
  g_clear_pointer (&job->choices, g_hash_table_unref);
  g_clear_pointer (&job->portfolio, capacity_portfolio_unref);
  g_clear_pointer (&job->progress, g_atomic_rc_box_release);
  g_free (job);
}

static void
open_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  CapacityImportFile *file = capacity_import_file_open (G_FILE (task_data), cancellable, &error);

  if (file != NULL)
    g_task_return_pointer (task, file, (GDestroyNotify) capacity_import_file_unref);
  else
    g_task_return_error (task, error);
}

static void
guess_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  CapacityImportPlan *plan = capacity_import_guess (job->file, job->plan, job->keep, &error);

  if (plan != NULL)
    g_task_return_pointer (task, plan, (GDestroyNotify) capacity_import_plan_free);
  else
    g_task_return_error (task, error);
}

static void
progress_cb (goffset  done,
             goffset  all,
             gpointer data)
{
  g_atomic_int_set ((CapacityImportProgress *) data, all > 0 ? (int) (done * 1000 / all) : 0);
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  CapacityImportOutlook *outlook = capacity_import_outlook_read (job->file, job->plan, job->choices, job->portfolio,
                                                                 progress_cb, job->progress, cancellable, &error);

  if (outlook != NULL)
    g_task_return_pointer (task, outlook, (GDestroyNotify) capacity_import_outlook_free);
  else
    g_task_return_error (task, error);
}

static void
list_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GPtrArray *given = task_data;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;

  for (guint i = 0; i < given->len; i++)
    {
      GPtrArray *found = capacity_import_list_files (given->pdata[i], cancellable, &error);

      if (found == NULL)
        {
          g_task_return_error (task, error);
          return;
        }
      g_ptr_array_extend_and_steal (files, found);
    }
  g_task_return_pointer (task, g_steal_pointer (&files), (GDestroyNotify) g_ptr_array_unref);
}

static void
read_files_in_thread (GTask        *task,
                      gpointer      source,
                      gpointer      task_data,
                      GCancellable *cancellable)
{
  Job *job = task_data;
  GPtrArray *outlooks = g_ptr_array_new_with_free_func ((GDestroyNotify) capacity_import_outlook_free);

  for (guint i = 0; i < job->files->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      progress_cb (i, job->files->len, job->progress);
      g_ptr_array_add (outlooks, capacity_import_outlook_open (job->files->pdata[i], job->portfolio,
                                                               cancellable));
    }
  capacity_import_outlook_compare (outlooks, job->portfolio);
  g_task_return_pointer (task, outlooks, (GDestroyNotify) g_ptr_array_unref);
}

static Job *
reading_job_new (GHashTable              *choices,
                 const CapacityPortfolio *portfolio,
                 CapacityImportProgress  *progress)
{
  Job *job = g_new0 (Job, 1);
  GHashTableIter iter;
  gpointer name, target;

  job->portfolio = capacity_portfolio_ref (portfolio);
  job->progress = g_atomic_rc_box_acquire (progress);
  job->choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (choices == NULL)
    return job;
  g_hash_table_iter_init (&iter, choices);
  while (g_hash_table_iter_next (&iter, &name, &target))
    g_hash_table_insert (job->choices, g_strdup (name), g_strdup (target));

  return job;
}

/**
 * capacity_import_tasks_list:
 * @files: (element-type GFile): files and folders
 *
 * Lists files, those in the folders among them, see capacity_import_list_files().
 */
void
capacity_import_tasks_list (GPtrArray           *files,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  GPtrArray *given = NULL;

  g_return_if_fail (files != NULL);

  given = g_ptr_array_copy (files, (GCopyFunc) (GCallback) g_object_ref, NULL);
  g_ptr_array_set_free_func (given, g_object_unref);
  g_task_set_source_tag (task, capacity_import_tasks_list);
  g_task_set_task_data (task, given, (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, list_in_thread);
}

/**
 * capacity_import_tasks_list_finish:
 *
 * Returns: (transfer full) (element-type GFile): the files, or %NULL with @error set
 */
GPtrArray *
capacity_import_tasks_list_finish (GAsyncResult  *result,
                                   GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * capacity_import_tasks_open:
 * @file: the file
 *
 * Reads the bytes of @file, see capacity_import_file_open().
 */
void
capacity_import_tasks_open (GFile               *file,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (G_IS_FILE (file));

  g_task_set_source_tag (task, capacity_import_tasks_open);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, open_in_thread);
}

/**
 * capacity_import_tasks_open_finish:
 *
 * Returns: (transfer full): the file, or %NULL with @error set
 */
CapacityImportFile *
capacity_import_tasks_open_finish (GAsyncResult  *result,
                                   GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * capacity_import_tasks_guess:
 * @file: the file
 * @earlier: (nullable): the plan so far
 * @keep: which parts of it were set by hand
 *
 * Guesses how @file is to be read, see capacity_import_guess().
 */
void
capacity_import_tasks_guess (CapacityImportFile       *file,
                             const CapacityImportPlan *earlier,
                             CapacityImportKeep        keep,
                             GCancellable             *cancellable,
                             GAsyncReadyCallback       callback,
                             gpointer                  user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (file != NULL);

  g_task_set_source_tag (task, capacity_import_tasks_guess);
  g_task_set_task_data (task, job_new (file, earlier, keep), (GDestroyNotify) job_free);
  g_task_run_in_thread (task, guess_in_thread);
}

/**
 * capacity_import_tasks_guess_finish:
 *
 * Returns: (transfer full): the plan, or %NULL with @error set
 */
CapacityImportPlan *
capacity_import_tasks_guess_finish (GAsyncResult  *result,
                                    GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * capacity_import_tasks_read:
 * @file: the file
 * @plan: how to read it
 * @choices: (element-type utf8 utf8): what its services are called instead
 * @portfolio: where it would go
 * @progress: where to say how much is read
 *
 * Reads all of @file and finds out what it would bring, see capacity_import_outlook_read().
 */
void
capacity_import_tasks_read (CapacityImportFile       *file,
                            const CapacityImportPlan *plan,
                            GHashTable               *choices,
                            const CapacityPortfolio  *portfolio,
                            CapacityImportProgress   *progress,
                            GCancellable             *cancellable,
                            GAsyncReadyCallback       callback,
                            gpointer                  user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = NULL;

  g_return_if_fail (file != NULL && plan != NULL && portfolio != NULL);

  job = reading_job_new (choices, portfolio, progress);
  job->file = capacity_import_file_ref (file);
  job->plan = capacity_import_plan_copy (plan);
  g_task_set_source_tag (task, capacity_import_tasks_read);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * capacity_import_tasks_read_finish:
 *
 * Returns: (transfer full): what the file would bring, or %NULL with @error set
 */
CapacityImportOutlook *
capacity_import_tasks_read_finish (GAsyncResult  *result,
                                   GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * capacity_import_tasks_read_files:
 * @files: (element-type GFile): files
 * @portfolio: where they would go
 * @progress: where to say how much is read
 *
 * Opens, guesses and reads one file after the other, see capacity_import_outlook_open().
 */
void
capacity_import_tasks_read_files (GPtrArray               *files,
                                  const CapacityPortfolio *portfolio,
                                  CapacityImportProgress  *progress,
                                  GCancellable            *cancellable,
                                  GAsyncReadyCallback      callback,
                                  gpointer                 user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = NULL;

  g_return_if_fail (files != NULL && portfolio != NULL);

  job = reading_job_new (NULL, portfolio, progress);
  job->files = g_ptr_array_ref (files);
  g_task_set_source_tag (task, capacity_import_tasks_read_files);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, read_files_in_thread);
}

/**
 * capacity_import_tasks_read_files_finish:
 *
 * Returns: (transfer full) (element-type CapacityImportOutlook): what each file would bring, or why not, or
 *   %NULL with @error set
 */
GPtrArray *
capacity_import_tasks_read_files_finish (GAsyncResult  *result,
                                         GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
