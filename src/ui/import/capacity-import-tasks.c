/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-tasks.h"

typedef struct
{
  CapacityImportFile *file;
  CapacityImportPlan *plan;
  CapacityImportKeep  keep;
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
  capacity_import_file_unref (job->file);
  g_clear_pointer (&job->plan, capacity_import_plan_free);
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
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  CapacityImportResult *result = capacity_import_read (job->file, job->plan, NULL, NULL, cancellable, &error);

  if (result != NULL)
    g_task_return_pointer (task, result, (GDestroyNotify) capacity_import_result_free);
  else
    g_task_return_error (task, error);
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
 *
 * Reads all of @file, see capacity_import_read().
 */
void
capacity_import_tasks_read (CapacityImportFile       *file,
                            const CapacityImportPlan *plan,
                            GCancellable             *cancellable,
                            GAsyncReadyCallback       callback,
                            gpointer                  user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (file != NULL && plan != NULL);

  g_task_set_source_tag (task, capacity_import_tasks_read);
  g_task_set_task_data (task, job_new (file, plan, CAPACITY_IMPORT_KEEP_NOTHING), (GDestroyNotify) job_free);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * capacity_import_tasks_read_finish:
 *
 * Returns: (transfer full): what was read, or %NULL with @error set
 */
CapacityImportResult *
capacity_import_tasks_read_finish (GAsyncResult  *result,
                                   GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
