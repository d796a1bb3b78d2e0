/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-store.h"

#include "capacity-store-private.h"

/**
 * CapacityStore:
 *
 * A portfolio in a file. Owns one worker thread, which alone sees the file; what is asked of the store is
 * done there in the order of asking, whether the caller waits for it or is told later. Any thread may ask.
 */
struct _CapacityStore
{
  GObject         parent_instance;

  CapacityWorker *worker;

  GMutex          lock; /* guards what follows */
  const char     *path; /* interned, so that whoever has read it may keep it */
  gboolean        is_read_only;
  char           *user;
};

G_DEFINE_FINAL_TYPE (CapacityStore, capacity_store, G_TYPE_OBJECT)

/**
 * capacity_store_request_new:
 * @self: a store
 *
 * Returns: (transfer full): a request of the user of now
 */
CapacityRequest *
capacity_store_request_new (CapacityStore *self)
{
  CapacityRequest *request = g_new0 (CapacityRequest, 1);

  request->store = self;
  g_mutex_lock (&self->lock);
  request->user = g_strdup (self->user);
  g_mutex_unlock (&self->lock);

  return request;
}

static CapacityRequest *
open_request (CapacityStore      *self,
              const char         *path,
              CapacityStoreFlags  flags)
{
  CapacityRequest *request = capacity_store_request_new (self);

  request->path = g_canonicalize_filename (path, NULL);
  request->flags = flags;

  return request;
}

static CapacityRequest *
change_request (CapacityStore  *self,
                CapacityChange *change)
{
  CapacityRequest *request = capacity_store_request_new (self);

  request->change = capacity_change_ref (change);

  return request;
}

static CapacityRequest *
subject_request (CapacityStore    *self,
                 const CapacityId *subject)
{
  CapacityRequest *request = capacity_store_request_new (self);

  request->subject = subject != NULL ? *subject : CAPACITY_ID_NONE;

  return request;
}

static CapacityRequest *
forecasts_request (CapacityStore *self,
                   GHashTable    *forecasts)
{
  CapacityRequest *request = capacity_store_request_new (self);

  request->forecasts = g_hash_table_ref (forecasts);

  return request;
}

/**
 * capacity_store_run:
 * @self: a store
 * @func: what the worker shall do
 * @request: (transfer full): for @func
 * @cancellable: (nullable): what ends it
 * @error: return location
 *
 * Returns: (nullable): what @func returned
 */
gpointer
capacity_store_run (CapacityStore    *self,
                    CapacityJobFunc   func,
                    CapacityRequest  *request,
                    GCancellable     *cancellable,
                    GError          **error)
{
  g_autoptr (CapacityRequest) own = request;

  return capacity_worker_run (self->worker, func, own, cancellable, error);
}

/**
 * capacity_store_start:
 * @self: a store
 * @func: what the worker shall do
 * @request: (transfer full): for @func
 * @free_result: (nullable): what frees a result that nobody takes
 * @source_tag: the function that was called
 * @cancellable: (nullable): what ends it
 * @callback: who is told
 * @user_data: for @callback
 *
 * Has the worker do something. The job itself looks at the cancellable: a change that is kept is reported so,
 * however late it was cancelled.
 */
void
capacity_store_start (CapacityStore       *self,
                      CapacityJobFunc      func,
                      CapacityRequest     *request,
                      GDestroyNotify       free_result,
                      gpointer             source_tag,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, source_tag);
  g_task_set_check_cancellable (task, FALSE);
  capacity_worker_start (self->worker, func, request, (GDestroyNotify) capacity_request_free, free_result,
                         task);
}

/**
 * capacity_store_finish:
 * @self: a store
 * @result: what the callback got
 * @source_tag: the function that was called
 * @error: return location
 *
 * Returns: (nullable): what the job returned
 */
gpointer
capacity_store_finish (CapacityStore  *self,
                       GAsyncResult   *result,
                       gpointer        source_tag,
                       GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_task_get_source_tag (G_TASK (result)) == source_tag, NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
capacity_store_finalize (GObject *object)
{
  CapacityStore *self = CAPACITY_STORE (object);

  capacity_worker_end (self->worker);
  g_free (self->user);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (capacity_store_parent_class)->finalize (object);
}

static void
capacity_store_class_init (CapacityStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = capacity_store_finalize;
}

static void
capacity_store_init (CapacityStore *self)
{
  g_mutex_init (&self->lock);
  self->worker = capacity_worker_new ();
  self->user = g_utf8_make_valid (g_get_user_name (), -1);
}

/**
 * capacity_store_remember:
 * @self: a store
 * @db: (nullable): the file that is open now
 *
 * Tells the other threads which file is open.
 */
void
capacity_store_remember (CapacityStore    *self,
                         const CapacityDb *db)
{
  g_mutex_lock (&self->lock);
  self->path = db != NULL ? g_intern_string (db->path) : NULL;
  self->is_read_only = db != NULL && db->is_read_only;
  g_mutex_unlock (&self->lock);
}

/**
 * capacity_store_dup_holder:
 * @path: a file that was found busy
 *
 * Returns: (transfer full) (nullable): who has it open for writing, the user and the computer; %NULL where
 *   nobody says so
 */
char *
capacity_store_dup_holder (const char *path)
{
  g_return_val_if_fail (path != NULL, NULL);

  return capacity_lock_dup_holder (path);
}

/**
 * capacity_store_new:
 *
 * Returns: (transfer full): a store that has no file open
 */
CapacityStore *
capacity_store_new (void)
{
  return g_object_new (CAPACITY_TYPE_STORE, NULL);
}

/**
 * capacity_store_get_path:
 * @self: a store
 *
 * Returns: (nullable): the file that is open
 */
const char *
capacity_store_get_path (CapacityStore *self)
{
  const char *path;

  g_return_val_if_fail (CAPACITY_IS_STORE (self), NULL);

  g_mutex_lock (&self->lock);
  path = self->path;
  g_mutex_unlock (&self->lock);

  return path;
}

/**
 * capacity_store_is_read_only:
 * @self: a store
 *
 * Returns: whether the file that is open can only be read
 */
gboolean
capacity_store_is_read_only (CapacityStore *self)
{
  gboolean is_read_only;

  g_return_val_if_fail (CAPACITY_IS_STORE (self), FALSE);

  g_mutex_lock (&self->lock);
  is_read_only = self->is_read_only;
  g_mutex_unlock (&self->lock);

  return is_read_only;
}

/**
 * capacity_store_set_user:
 * @self: a store
 * @user: who makes the changes from now on, for the audit trail; the system's user name until then
 */
void
capacity_store_set_user (CapacityStore *self,
                         const char    *user)
{
  g_return_if_fail (CAPACITY_IS_STORE (self));
  g_return_if_fail (user != NULL);

  g_mutex_lock (&self->lock);
  g_set_str (&self->user, user);
  g_mutex_unlock (&self->lock);
}

/**
 * capacity_store_open:
 * @self: a store
 * @path: a file
 * @flags: how
 * @cancellable: (nullable): what ends it before it is done
 * @error: return location
 *
 * Opens a portfolio and closes the one that was open; if this fails, that one stays open. Whatever is at
 * @path and is no portfolio is left as it is. A portfolio of an older version is copied beside itself before
 * it is upgraded.
 *
 * Returns: (transfer full) (nullable): the facts, and what can be undone
 */
CapacityOutcome *
capacity_store_open (CapacityStore       *self,
                     const char          *path,
                     CapacityStoreFlags   flags,
                     GCancellable        *cancellable,
                     GError             **error)
{
  g_return_val_if_fail (CAPACITY_IS_STORE (self), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  return capacity_store_run (self, capacity_request_do_open, open_request (self, path, flags), cancellable, error);
}

/**
 * capacity_store_open_async:
 * @self: a store
 * @path: a file
 * @flags: how
 * @cancellable: (nullable): what ends it before it is done
 * @callback: who is told
 * @user_data: for @callback
 *
 * Does what capacity_store_open() does, without waiting for it.
 */
void
capacity_store_open_async (CapacityStore       *self,
                           const char          *path,
                           CapacityStoreFlags   flags,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_return_if_fail (CAPACITY_IS_STORE (self));
  g_return_if_fail (path != NULL);

  capacity_store_start (self, capacity_request_do_open, open_request (self, path, flags),
                        (GDestroyNotify) capacity_outcome_unref, capacity_store_open_async, cancellable, callback,
                        user_data);
}

/**
 * capacity_store_open_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the facts, and what can be undone
 */
CapacityOutcome *
capacity_store_open_finish (CapacityStore  *self,
                            GAsyncResult   *result,
                            GError        **error)
{
  return capacity_store_finish (self, result, capacity_store_open_async, error);
}

/**
 * capacity_store_look:
 * @self: a store
 * @cancellable: (nullable): what ends it before it is done
 * @error: return location
 *
 * Looks at the facts. Reads again only what another program may have changed.
 *
 * Returns: (transfer full) (nullable): the facts, and what can be undone
 */
CapacityOutcome *
capacity_store_look (CapacityStore  *self,
                     GCancellable   *cancellable,
                     GError        **error)
{
  g_return_val_if_fail (CAPACITY_IS_STORE (self), NULL);

  return capacity_store_run (self, capacity_request_do_look, capacity_store_request_new (self), cancellable, error);
}

/**
 * capacity_store_look_async:
 * @self: a store
 * @cancellable: (nullable): what ends it before it is done
 * @callback: who is told
 * @user_data: for @callback
 *
 * Does what capacity_store_look() does, without waiting for it.
 */
void
capacity_store_look_async (CapacityStore       *self,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_return_if_fail (CAPACITY_IS_STORE (self));

  capacity_store_start (self, capacity_request_do_look, capacity_store_request_new (self),
                        (GDestroyNotify) capacity_outcome_unref, capacity_store_look_async, cancellable, callback,
                        user_data);
}

/**
 * capacity_store_look_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the facts, and what can be undone
 */
CapacityOutcome *
capacity_store_look_finish (CapacityStore  *self,
                            GAsyncResult   *result,
                            GError        **error)
{
  return capacity_store_finish (self, result, capacity_store_look_async, error);
}

/**
 * capacity_store_apply:
 * @self: a store
 * @change: what to change
 * @cancellable: (nullable): what ends it before it is done
 * @error: return location
 *
 * Makes a change, as one action that can be undone: all of it, or nothing. What is so already makes no
 * action.
 *
 * Returns: (transfer full) (nullable): the facts now, and what was touched
 */
CapacityOutcome *
capacity_store_apply (CapacityStore   *self,
                      CapacityChange  *change,
                      GCancellable    *cancellable,
                      GError         **error)
{
  g_return_val_if_fail (CAPACITY_IS_STORE (self), NULL);
  g_return_val_if_fail (change != NULL, NULL);

  return capacity_store_run (self, capacity_request_do_apply, change_request (self, change), cancellable, error);
}

/**
 * capacity_store_apply_async:
 * @self: a store
 * @change: what to change
 * @cancellable: (nullable): what ends it before it is done
 * @callback: who is told
 * @user_data: for @callback
 *
 * Does what capacity_store_apply() does, without waiting for it.
 */
void
capacity_store_apply_async (CapacityStore       *self,
                            CapacityChange      *change,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_return_if_fail (CAPACITY_IS_STORE (self));
  g_return_if_fail (change != NULL);

  capacity_store_start (self, capacity_request_do_apply, change_request (self, change),
                        (GDestroyNotify) capacity_outcome_unref, capacity_store_apply_async, cancellable, callback,
                        user_data);
}

/**
 * capacity_store_apply_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the facts now, and what was touched
 */
CapacityOutcome *
capacity_store_apply_finish (CapacityStore  *self,
                             GAsyncResult   *result,
                             GError        **error)
{
  return capacity_store_finish (self, result, capacity_store_apply_async, error);
}

/**
 * capacity_store_undo:
 * @self: a store
 * @cancellable: (nullable): what ends it before it is done
 * @error: return location
 *
 * Takes back the latest action that holds, also one of an earlier session.
 *
 * Errors: %CAPACITY_STORE_ERROR_NOTHING where there is none.
 *
 * Returns: (transfer full) (nullable): the facts now, and what was touched
 */
CapacityOutcome *
capacity_store_undo (CapacityStore  *self,
                     GCancellable   *cancellable,
                     GError        **error)
{
  g_return_val_if_fail (CAPACITY_IS_STORE (self), NULL);

  return capacity_store_run (self, capacity_request_do_undo, capacity_store_request_new (self), cancellable, error);
}

/**
 * capacity_store_undo_async:
 * @self: a store
 * @cancellable: (nullable): what ends it before it is done
 * @callback: who is told
 * @user_data: for @callback
 *
 * Does what capacity_store_undo() does, without waiting for it.
 */
void
capacity_store_undo_async (CapacityStore       *self,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_return_if_fail (CAPACITY_IS_STORE (self));

  capacity_store_start (self, capacity_request_do_undo, capacity_store_request_new (self),
                        (GDestroyNotify) capacity_outcome_unref, capacity_store_undo_async, cancellable, callback,
                        user_data);
}

/**
 * capacity_store_undo_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the facts now, and what was touched
 */
CapacityOutcome *
capacity_store_undo_finish (CapacityStore  *self,
                            GAsyncResult   *result,
                            GError        **error)
{
  return capacity_store_finish (self, result, capacity_store_undo_async, error);
}

/**
 * capacity_store_redo:
 * @self: a store
 * @cancellable: (nullable): what ends it before it is done
 * @error: return location
 *
 * Does the action again that was undone last, unless something else was done since.
 *
 * Errors: %CAPACITY_STORE_ERROR_NOTHING where there is none.
 *
 * Returns: (transfer full) (nullable): the facts now, and what was touched
 */
CapacityOutcome *
capacity_store_redo (CapacityStore  *self,
                     GCancellable   *cancellable,
                     GError        **error)
{
  g_return_val_if_fail (CAPACITY_IS_STORE (self), NULL);

  return capacity_store_run (self, capacity_request_do_redo, capacity_store_request_new (self), cancellable, error);
}

/**
 * capacity_store_redo_async:
 * @self: a store
 * @cancellable: (nullable): what ends it before it is done
 * @callback: who is told
 * @user_data: for @callback
 *
 * Does what capacity_store_redo() does, without waiting for it.
 */
void
capacity_store_redo_async (CapacityStore       *self,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_return_if_fail (CAPACITY_IS_STORE (self));

  capacity_store_start (self, capacity_request_do_redo, capacity_store_request_new (self),
                        (GDestroyNotify) capacity_outcome_unref, capacity_store_redo_async, cancellable, callback,
                        user_data);
}

/**
 * capacity_store_redo_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the facts now, and what was touched
 */
CapacityOutcome *
capacity_store_redo_finish (CapacityStore  *self,
                            GAsyncResult   *result,
                            GError        **error)
{
  return capacity_store_finish (self, result, capacity_store_redo_async, error);
}

/**
 * capacity_store_list_actions:
 * @self: a store
 * @subject: (nullable): a service or resource that the actions touched; %NULL for every action
 * @cancellable: (nullable): what ends it before it is done
 * @error: return location
 *
 * Lists the audit trail.
 *
 * Returns: (transfer full) (nullable) (element-type CapacityAction): the actions, the latest first
 */
GPtrArray *
capacity_store_list_actions (CapacityStore     *self,
                             const CapacityId  *subject,
                             GCancellable      *cancellable,
                             GError           **error)
{
  g_return_val_if_fail (CAPACITY_IS_STORE (self), NULL);

  return capacity_store_run (self, capacity_request_do_list_actions, subject_request (self, subject), cancellable, error);
}

/**
 * capacity_store_list_actions_async:
 * @self: a store
 * @subject: (nullable): a service or resource that the actions touched; %NULL for every action
 * @cancellable: (nullable): what ends it before it is done
 * @callback: who is told
 * @user_data: for @callback
 *
 * Does what capacity_store_list_actions() does, without waiting for it.
 */
void
capacity_store_list_actions_async (CapacityStore       *self,
                                   const CapacityId    *subject,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_return_if_fail (CAPACITY_IS_STORE (self));

  capacity_store_start (self, capacity_request_do_list_actions, subject_request (self, subject),
                        (GDestroyNotify) g_ptr_array_unref, capacity_store_list_actions_async, cancellable, callback,
                        user_data);
}

/**
 * capacity_store_list_actions_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type CapacityAction): the actions, the latest first
 */
GPtrArray *
capacity_store_list_actions_finish (CapacityStore  *self,
                                    GAsyncResult   *result,
                                    GError        **error)
{
  return capacity_store_finish (self, result, capacity_store_list_actions_async, error);
}

/**
 * capacity_store_list_imports:
 * @self: a store
 * @cancellable: (nullable): what ends it before it is done
 * @error: return location
 *
 * Lists the imports that hold: those that were not undone.
 *
 * Returns: (transfer full) (nullable) (element-type CapacityImport): the imports, the latest first
 */
GPtrArray *
capacity_store_list_imports (CapacityStore  *self,
                             GCancellable   *cancellable,
                             GError        **error)
{
  g_return_val_if_fail (CAPACITY_IS_STORE (self), NULL);

  return capacity_store_run (self, capacity_request_do_list_imports, capacity_store_request_new (self), cancellable, error);
}

/**
 * capacity_store_list_imports_async:
 * @self: a store
 * @cancellable: (nullable): what ends it before it is done
 * @callback: who is told
 * @user_data: for @callback
 *
 * Does what capacity_store_list_imports() does, without waiting for it.
 */
void
capacity_store_list_imports_async (CapacityStore       *self,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_return_if_fail (CAPACITY_IS_STORE (self));

  capacity_store_start (self, capacity_request_do_list_imports, capacity_store_request_new (self),
                        (GDestroyNotify) g_ptr_array_unref, capacity_store_list_imports_async, cancellable, callback,
                        user_data);
}

/**
 * capacity_store_list_imports_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type CapacityImport): the imports, the latest first
 */
GPtrArray *
capacity_store_list_imports_finish (CapacityStore  *self,
                                    GAsyncResult   *result,
                                    GError        **error)
{
  return capacity_store_finish (self, result, capacity_store_list_imports_async, error);
}

/**
 * capacity_store_read_forecasts:
 * @self: a store
 * @cancellable: (nullable): what ends it before it is done
 * @error: return location
 *
 * Reads the forecasts that were kept.
 *
 * Returns: (transfer full) (nullable) (element-type guint64 GBytes): the forecasts by the digests of what
 *   they were made from
 */
GHashTable *
capacity_store_read_forecasts (CapacityStore  *self,
                               GCancellable   *cancellable,
                               GError        **error)
{
  g_return_val_if_fail (CAPACITY_IS_STORE (self), NULL);

  return capacity_store_run (self, capacity_request_do_read_forecasts, capacity_store_request_new (self), cancellable, error);
}

/**
 * capacity_store_read_forecasts_async:
 * @self: a store
 * @cancellable: (nullable): what ends it before it is done
 * @callback: who is told
 * @user_data: for @callback
 *
 * Does what capacity_store_read_forecasts() does, without waiting for it.
 */
void
capacity_store_read_forecasts_async (CapacityStore       *self,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  g_return_if_fail (CAPACITY_IS_STORE (self));

  capacity_store_start (self, capacity_request_do_read_forecasts, capacity_store_request_new (self),
                        (GDestroyNotify) g_hash_table_unref, capacity_store_read_forecasts_async, cancellable, callback,
                        user_data);
}

/**
 * capacity_store_read_forecasts_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type guint64 GBytes): the forecasts by the digests of what
 *   they were made from
 */
GHashTable *
capacity_store_read_forecasts_finish (CapacityStore  *self,
                                      GAsyncResult   *result,
                                      GError        **error)
{
  return capacity_store_finish (self, result, capacity_store_read_forecasts_async, error);
}

/**
 * capacity_store_keep_forecasts:
 * @self: a store
 * @forecasts: (element-type guint64 GBytes): forecasts by the digests of what they were made from; leave it
 *   alone until it is kept
 * @cancellable: (nullable): what ends it before it is done
 * @error: return location
 *
 * Keeps forecasts in the file. They are no facts: this is no action, and the oldest are forgotten in time.
 *
 * Returns: whether they are kept
 */
gboolean
capacity_store_keep_forecasts (CapacityStore  *self,
                               GHashTable     *forecasts,
                               GCancellable   *cancellable,
                               GError        **error)
{
  g_return_val_if_fail (CAPACITY_IS_STORE (self), FALSE);
  g_return_val_if_fail (forecasts != NULL, FALSE);

  return capacity_store_run (self, capacity_request_do_keep_forecasts, forecasts_request (self, forecasts), cancellable,
              error) != NULL;
}

/**
 * capacity_store_keep_forecasts_async:
 * @self: a store
 * @forecasts: (element-type guint64 GBytes): forecasts by the digests of what they were made from; leave it
 *   alone until it is kept
 * @cancellable: (nullable): what ends it before it is done
 * @callback: who is told
 * @user_data: for @callback
 *
 * Does what capacity_store_keep_forecasts() does, without waiting for it.
 */
void
capacity_store_keep_forecasts_async (CapacityStore       *self,
                                     GHashTable          *forecasts,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  g_return_if_fail (CAPACITY_IS_STORE (self));
  g_return_if_fail (forecasts != NULL);

  capacity_store_start (self, capacity_request_do_keep_forecasts, forecasts_request (self, forecasts),
                        NULL, capacity_store_keep_forecasts_async, cancellable, callback,
                        user_data);
}

/**
 * capacity_store_keep_forecasts_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location
 *
 * Returns: whether they are kept
 */
gboolean
capacity_store_keep_forecasts_finish (CapacityStore  *self,
                                      GAsyncResult   *result,
                                      GError        **error)
{
  return capacity_store_finish (self, result, capacity_store_keep_forecasts_async, error) != NULL;
}

/**
 * capacity_store_close:
 * @self: a store
 * @error: return location
 *
 * Closes the file after all that was asked before is done.
 *
 * Returns: whether it is closed
 */
gboolean
capacity_store_close (CapacityStore  *self,
                      GError        **error)
{
  g_return_val_if_fail (CAPACITY_IS_STORE (self), FALSE);

  return capacity_store_run (self, capacity_request_do_close, capacity_store_request_new (self), NULL, error) != NULL;
}

/**
 * capacity_store_close_async:
 * @self: a store
 * @callback: who is told
 * @user_data: for @callback
 *
 * Does what capacity_store_close() does, without waiting for it.
 */
void
capacity_store_close_async (CapacityStore       *self,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_return_if_fail (CAPACITY_IS_STORE (self));

  capacity_store_start (self, capacity_request_do_close, capacity_store_request_new (self),
                        NULL, capacity_store_close_async, NULL, callback,
                        user_data);
}

/**
 * capacity_store_close_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location
 *
 * Returns: whether it is closed
 */
gboolean
capacity_store_close_finish (CapacityStore  *self,
                             GAsyncResult   *result,
                             GError        **error)
{
  return capacity_store_finish (self, result, capacity_store_close_async, error) != NULL;
}
