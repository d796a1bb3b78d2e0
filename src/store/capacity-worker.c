/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-worker-private.h"

/**
 * CapacityWorker:
 *
 * The one thread that sees the file. Jobs are done in the order in which they were given, so that is also the
 * order of commits. The worker outlives its store until the last job, which closes the file, is done.
 */
struct _CapacityWorker
{
  GThreadPool *pool;
  CapacityDb  *db; /* the thread's own */
};

/**
 * Job:
 * @func: what to do; %NULL for the end of the worker
 * @input: for @func
 * @free_input: (nullable): what frees it
 * @free_result: (nullable): what frees a result that nobody takes
 * @cancellable: (nullable): what ends it
 * @task: (nullable): who gets the result; %NULL where a thread waits for it
 * @lock: guards what follows
 * @is_done: whether the result is there
 * @done: says so
 * @result: the result
 * @error: what went wrong
 */
typedef struct
{
  CapacityJobFunc func;
  gpointer        input;
  GDestroyNotify  free_input;
  GDestroyNotify  free_result;
  GCancellable   *cancellable;
  GTask          *task;
  GMutex          lock;
  gboolean        is_done;
  GCond           done;
  gpointer        result;
  GError         *error;
} Job;

static gpointer
do_job (CapacityWorker  *self,
        Job             *job,
        GError         **error)
{
  gpointer result;

  if (g_cancellable_set_error_if_cancelled (job->cancellable, error))
    return NULL;
  if (self->db != NULL)
    capacity_db_set_cancellable (self->db, job->cancellable);
  result = job->func (&self->db, job->input, error);
  if (self->db != NULL)
    capacity_db_set_cancellable (self->db, NULL);
  if (self->db != NULL && *error != NULL)
    capacity_db_forget_pages (self->db);

  return result;
}

static void
answer_task (Job      *job,
             gpointer  result,
             GError   *error)
{
  if (error != NULL)
    g_task_return_error (job->task, error);
  else
    g_task_return_pointer (job->task, result, job->free_result);
  if (job->free_input != NULL)
    job->free_input (job->input);
  g_object_unref (job->task);
  g_free (job);
}

static void
answer_waiting_thread (Job      *job,
                       gpointer  result,
                       GError   *error)
{
  g_mutex_lock (&job->lock);
  job->result = result;
  job->error = error;
  job->is_done = TRUE;
  g_cond_signal (&job->done);
  g_mutex_unlock (&job->lock);
}

static void
work (gpointer data,
      gpointer user_data)
{
  CapacityWorker *self = user_data;
  Job *job = data;
  GError *error = NULL;
  gpointer result;

  if (job->func == NULL)
    {
      g_clear_pointer (&self->db, capacity_db_free);
      g_free (job);
      g_free (self);
      return;
    }

  result = do_job (self, job, &error);
  if (job->task != NULL)
    answer_task (job, result, error);
  else
    answer_waiting_thread (job, result, error);
}

/**
 * capacity_worker_new:
 *
 * Returns: (transfer full): a worker without a file
 */
CapacityWorker *
capacity_worker_new (void)
{
  CapacityWorker *self = g_new0 (CapacityWorker, 1);

  self->pool = g_thread_pool_new (work, self, 1, TRUE, NULL);

  return self;
}

/**
 * capacity_worker_end:
 * @self: (transfer full): a worker
 *
 * Gives the worker its last job: to close its file and to go. Nobody waits for it, as the caller may be the
 * worker's own thread.
 */
void
capacity_worker_end (CapacityWorker *self)
{
  GThreadPool *pool = self->pool;

  g_thread_pool_push (pool, g_new0 (Job, 1), NULL);
  g_thread_pool_free (pool, FALSE, FALSE);
}

/**
 * capacity_worker_run:
 * @self: a worker
 * @func: what to do
 * @input: for @func, which borrows it
 * @cancellable: (nullable): what ends it
 * @error: return location
 *
 * Has a job done after those already given, and waits for it.
 *
 * Returns: (nullable): the result
 */
gpointer
capacity_worker_run (CapacityWorker   *self,
                     CapacityJobFunc   func,
                     gpointer          input,
                     GCancellable     *cancellable,
                     GError          **error)
{
  Job job = { .func = func, .input = input, .cancellable = cancellable };

  g_mutex_init (&job.lock);
  g_cond_init (&job.done);
  g_thread_pool_push (self->pool, &job, NULL);
  g_mutex_lock (&job.lock);
  while (!job.is_done)
    g_cond_wait (&job.done, &job.lock);
  g_mutex_unlock (&job.lock);
  g_mutex_clear (&job.lock);
  g_cond_clear (&job.done);
  if (job.error != NULL)
    g_propagate_error (error, job.error);

  return job.result;
}

/**
 * capacity_worker_start:
 * @self: a worker
 * @func: what to do
 * @input: (transfer full): for @func
 * @free_input: (nullable): what frees it
 * @free_result: (nullable): what frees the result, if nobody takes it
 * @task: (transfer full): who gets the result; its cancellable ends the job
 *
 * Has a job done after those already given.
 */
void
capacity_worker_start (CapacityWorker   *self,
                       CapacityJobFunc   func,
                       gpointer          input,
                       GDestroyNotify    free_input,
                       GDestroyNotify    free_result,
                       GTask            *task)
{
  Job *job = g_new0 (Job, 1);

  job->func = func;
  job->input = input;
  job->free_input = free_input;
  job->free_result = free_result;
  job->cancellable = g_task_get_cancellable (task);
  job->task = task;
  g_thread_pool_push (self->pool, job, NULL);
}
