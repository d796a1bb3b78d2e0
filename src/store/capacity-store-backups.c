/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-store-backups.h"

#include "capacity-backup-private.h"
#include "capacity-detail-private.h"
#include "capacity-history-private.h"
#include "capacity-restore-private.h"
#include "capacity-store-private.h"

/* Backups of the portfolio, and what its history says field by field. */

/* What is only read has its backups where it is written, and an invented institution is nobody's data. */
static gboolean
needs_backup (CapacityDb *db)
{
  return !db->is_read_only && db->portfolio != NULL && !db->portfolio->institution.is_sample;
}

static gboolean
back_up (CapacityDb  *db,
         GError     **error)
{
  g_autofree char *folder = capacity_backup_dup_folder (db->path);

  return capacity_backup_make (db, folder, g_get_real_time () / G_USEC_PER_SEC, error);
}

static gpointer
do_back_up (CapacityDb **db,
            gpointer     input,
            GError     **error)
{
  return GINT_TO_POINTER (capacity_request_is_open (*db, error) && (!needs_backup (*db) || back_up (*db, error)));
}

/**
 * capacity_store_back_up:
 * @self: a store
 * @cancellable: (nullable): what ends it before it is done
 * @error: return location
 *
 * Makes a backup, unless the latest one holds the same facts already, and removes those that are too many. A
 * portfolio that can only be read, or is invented, needs none.
 *
 * Returns: whether there is a backup of the facts as they are, where there shall be one
 */
gboolean
capacity_store_back_up (CapacityStore  *self,
                        GCancellable   *cancellable,
                        GError        **error)
{
  g_return_val_if_fail (CAPACITY_IS_STORE (self), FALSE);

  return capacity_store_run (self, do_back_up, capacity_store_request_new (self), cancellable, error) != NULL;
}

/**
 * capacity_store_back_up_async:
 * @self: a store
 * @cancellable: (nullable): what ends it before it is done
 * @callback: who is told
 * @user_data: for @callback
 *
 * Does what capacity_store_back_up() does, without waiting for it.
 */
void
capacity_store_back_up_async (CapacityStore       *self,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (CAPACITY_IS_STORE (self));

  capacity_store_start (self, do_back_up, capacity_store_request_new (self), NULL,
                        capacity_store_back_up_async, cancellable, callback, user_data);
}

/**
 * capacity_store_back_up_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location
 *
 * Returns: whether there is a backup of the facts as they are, where there shall be one
 */
gboolean
capacity_store_back_up_finish (CapacityStore  *self,
                               GAsyncResult   *result,
                               GError        **error)
{
  return capacity_store_finish (self, result, capacity_store_back_up_async, error) != NULL;
}

static gpointer
do_copy (CapacityDb **db,
         gpointer     input,
         GError     **error)
{
  CapacityRequest *request = input;

  return GINT_TO_POINTER (capacity_request_is_open (*db, error)
                          && capacity_backup_copy (*db, request->other, error));
}

static CapacityRequest *
copy_request (CapacityStore *self,
              const char    *target)
{
  CapacityRequest *request = capacity_store_request_new (self);

  request->other = g_canonicalize_filename (target, NULL);

  return request;
}

/**
 * capacity_store_copy_async:
 * @self: a store
 * @target: where to; nothing must be there
 * @cancellable: (nullable): what ends it before it is done
 * @callback: who is told
 * @user_data: for @callback
 *
 * Copies the portfolio as it is now, with its history.
 */
void
capacity_store_copy_async (CapacityStore       *self,
                           const char          *target,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_return_if_fail (CAPACITY_IS_STORE (self));

  capacity_store_start (self, do_copy, copy_request (self, target), NULL,
                        capacity_store_copy_async, cancellable, callback, user_data);
}

/**
 * capacity_store_copy_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location
 *
 * Returns: whether the copy is there
 */
gboolean
capacity_store_copy_finish (CapacityStore  *self,
                            GAsyncResult   *result,
                            GError        **error)
{
  return capacity_store_finish (self, result, capacity_store_copy_async, error) != NULL;
}

static gpointer
do_list_backups (CapacityDb **db,
                 gpointer     input,
                 GError     **error)
{
  CapacityRequest *request = input;

  g_autofree char *folder = capacity_backup_dup_folder (request->path);

  return capacity_backup_list (folder, error);
}

static CapacityRequest *
list_backups_request (CapacityStore *self,
                      const char *path)
{
  CapacityRequest *request = capacity_store_request_new (self);

  request->path = g_canonicalize_filename (path, NULL);

  return request;
}

/**
 * capacity_store_list_backups:
 * @self: a store
 * @path: a portfolio, open or not
 * @cancellable: (nullable): what ends it before it is done
 * @error: return location
 *
 * Lists the backups of a portfolio, also of one that cannot be opened.
 *
 * Returns: (transfer full) (nullable) (element-type CapacityBackup): the backups, the latest first
 */
GPtrArray *
capacity_store_list_backups (CapacityStore  *self,
                             const char     *path,
                             GCancellable   *cancellable,
                             GError        **error)
{
  g_return_val_if_fail (CAPACITY_IS_STORE (self), NULL);

  return capacity_store_run (self, do_list_backups, list_backups_request (self, path), cancellable, error);
}

/**
 * capacity_store_list_backups_async:
 * @self: a store
 * @path: a portfolio, open or not
 * @cancellable: (nullable): what ends it before it is done
 * @callback: who is told
 * @user_data: for @callback
 *
 * Does what capacity_store_list_backups() does, without waiting for it.
 */
void
capacity_store_list_backups_async (CapacityStore       *self,
                                   const char          *path,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_return_if_fail (CAPACITY_IS_STORE (self));

  capacity_store_start (self, do_list_backups, list_backups_request (self, path), (GDestroyNotify) g_ptr_array_unref,
                        capacity_store_list_backups_async, cancellable, callback, user_data);
}

/**
 * capacity_store_list_backups_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type CapacityBackup): the backups, the latest first
 */
GPtrArray *
capacity_store_list_backups_finish (CapacityStore  *self,
                                    GAsyncResult   *result,
                                    GError        **error)
{
  return capacity_store_finish (self, result, capacity_store_list_backups_async, error);
}

static gpointer
do_preview_backup (CapacityDb **db,
                   gpointer     input,
                   GError     **error)
{
  CapacityRequest *request = input;

  return capacity_request_is_open (*db, error) ? capacity_restore_preview (*db, request->other, error) : NULL;
}

static CapacityRequest *
preview_backup_request (CapacityStore *self,
                        const char *backup)
{
  CapacityRequest *request = capacity_store_request_new (self);

  request->other = g_strdup (backup);

  return request;
}

/**
 * capacity_store_preview_backup:
 * @self: a store
 * @backup: path of a backup
 * @cancellable: (nullable): what ends it before it is done
 * @error: return location
 *
 * Compares a backup with the facts as they are.
 *
 * Returns: (transfer full) (nullable) (element-type CapacityDetail): what going back to it would change
 */
GPtrArray *
capacity_store_preview_backup (CapacityStore  *self,
                               const char     *backup,
                               GCancellable   *cancellable,
                               GError        **error)
{
  g_return_val_if_fail (CAPACITY_IS_STORE (self), NULL);

  return capacity_store_run (self, do_preview_backup, preview_backup_request (self, backup), cancellable, error);
}

/**
 * capacity_store_preview_backup_async:
 * @self: a store
 * @backup: path of a backup
 * @cancellable: (nullable): what ends it before it is done
 * @callback: who is told
 * @user_data: for @callback
 *
 * Does what capacity_store_preview_backup() does, without waiting for it.
 */
void
capacity_store_preview_backup_async (CapacityStore       *self,
                                     const char          *backup,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  g_return_if_fail (CAPACITY_IS_STORE (self));

  capacity_store_start (self, do_preview_backup, preview_backup_request (self, backup), (GDestroyNotify) g_ptr_array_unref,
                        capacity_store_preview_backup_async, cancellable, callback, user_data);
}

/**
 * capacity_store_preview_backup_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type CapacityDetail): what going back to it would change
 */
GPtrArray *
capacity_store_preview_backup_finish (CapacityStore  *self,
                                      GAsyncResult   *result,
                                      GError        **error)
{
  return capacity_store_finish (self, result, capacity_store_preview_backup_async, error);
}

static gpointer
do_restore (CapacityDb **db,
            gpointer     input,
            GError     **error)
{
  CapacityRequest *request = input;

  return capacity_request_is_open (*db, error)
           ? capacity_restore (*db, request->other, request->name, request->user, error)
           : NULL;
}

static CapacityRequest *
restore_request (CapacityStore *self,
                 const char *backup,
                 const char *name)
{
  CapacityRequest *request = capacity_store_request_new (self);

  request->other = g_strdup (backup);
  request->name = g_strdup (name);

  return request;
}

/**
 * capacity_store_restore:
 * @self: a store
 * @backup: path of a backup
 * @name: what a person calls the backup
 * @cancellable: (nullable): what ends it before it is done
 * @error: return location
 *
 * Makes the facts those of a backup, as one action that can be undone.
 *
 * Returns: (transfer full) (nullable): the facts now, and what was touched
 */
CapacityOutcome *
capacity_store_restore (CapacityStore  *self,
                        const char     *backup,
                        const char     *name,
                        GCancellable   *cancellable,
                        GError        **error)
{
  g_return_val_if_fail (CAPACITY_IS_STORE (self), NULL);

  return capacity_store_run (self, do_restore, restore_request (self, backup, name), cancellable, error);
}

/**
 * capacity_store_restore_async:
 * @self: a store
 * @backup: path of a backup
 * @name: what a person calls the backup
 * @cancellable: (nullable): what ends it before it is done
 * @callback: who is told
 * @user_data: for @callback
 *
 * Does what capacity_store_restore() does, without waiting for it.
 */
void
capacity_store_restore_async (CapacityStore       *self,
                              const char          *backup,
                              const char          *name,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (CAPACITY_IS_STORE (self));

  capacity_store_start (self, do_restore, restore_request (self, backup, name), (GDestroyNotify) capacity_outcome_unref,
                        capacity_store_restore_async, cancellable, callback, user_data);
}

/**
 * capacity_store_restore_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the facts now, and what was touched
 */
CapacityOutcome *
capacity_store_restore_finish (CapacityStore  *self,
                               GAsyncResult   *result,
                               GError        **error)
{
  return capacity_store_finish (self, result, capacity_store_restore_async, error);
}

static gpointer
do_replace (CapacityDb **db,
            gpointer     input,
            GError     **error)
{
  CapacityRequest *request = input;

  return GINT_TO_POINTER (capacity_restore_damaged (request->path, request->other, request->user, error));
}

static CapacityRequest *
replace_request (CapacityStore *self,
                 const char *path,
                 const char *backup)
{
  CapacityRequest *request = capacity_store_request_new (self);

  request->path = g_canonicalize_filename (path, NULL);
  request->other = g_strdup (backup);

  return request;
}

/**
 * capacity_store_replace:
 * @self: a store
 * @path: a portfolio, open or not
 * @backup: path of a backup
 * @cancellable: (nullable): what ends it before it is done
 * @error: return location
 *
 * Puts a copy of a backup in the place of a portfolio that is damaged, and keeps the damaged file beside it.
 *
 * Returns: whether the copy is in place, ready to be opened
 */
gboolean
capacity_store_replace (CapacityStore  *self,
                        const char     *path,
                        const char     *backup,
                        GCancellable   *cancellable,
                        GError        **error)
{
  g_return_val_if_fail (CAPACITY_IS_STORE (self), FALSE);

  return capacity_store_run (self, do_replace, replace_request (self, path, backup), cancellable, error) != NULL;
}

/**
 * capacity_store_replace_async:
 * @self: a store
 * @path: a portfolio, open or not
 * @backup: path of a backup
 * @cancellable: (nullable): what ends it before it is done
 * @callback: who is told
 * @user_data: for @callback
 *
 * Does what capacity_store_replace() does, without waiting for it.
 */
void
capacity_store_replace_async (CapacityStore       *self,
                              const char          *path,
                              const char          *backup,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (CAPACITY_IS_STORE (self));

  capacity_store_start (self, do_replace, replace_request (self, path, backup), NULL,
                        capacity_store_replace_async, cancellable, callback, user_data);
}

/**
 * capacity_store_replace_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location
 *
 * Returns: whether the copy is in place, ready to be opened
 */
gboolean
capacity_store_replace_finish (CapacityStore  *self,
                               GAsyncResult   *result,
                               GError        **error)
{
  return capacity_store_finish (self, result, capacity_store_replace_async, error) != NULL;
}

static gpointer
do_list_details (CapacityDb **db,
                 gpointer     input,
                 GError     **error)
{
  CapacityRequest *request = input;

  return capacity_request_is_open (*db, error) ? capacity_history_list_details (*db, request->number, error) : NULL;
}

static CapacityRequest *
list_details_request (CapacityStore *self,
                      gint64         action)
{
  CapacityRequest *request = capacity_store_request_new (self);

  request->number = action;

  return request;
}

/**
 * capacity_store_list_details:
 * @self: a store
 * @action: number of an action
 * @cancellable: (nullable): what ends it before it is done
 * @error: return location
 *
 * Tells an action field by field.
 *
 * Returns: (transfer full) (nullable) (element-type CapacityDetail): what it changed
 */
GPtrArray *
capacity_store_list_details (CapacityStore  *self,
                             gint64          action,
                             GCancellable   *cancellable,
                             GError        **error)
{
  g_return_val_if_fail (CAPACITY_IS_STORE (self), NULL);

  return capacity_store_run (self, do_list_details, list_details_request (self, action), cancellable, error);
}

/**
 * capacity_store_list_details_async:
 * @self: a store
 * @action: number of an action
 * @cancellable: (nullable): what ends it before it is done
 * @callback: who is told
 * @user_data: for @callback
 *
 * Does what capacity_store_list_details() does, without waiting for it.
 */
void
capacity_store_list_details_async (CapacityStore       *self,
                                   gint64               action,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_return_if_fail (CAPACITY_IS_STORE (self));

  capacity_store_start (self, do_list_details, list_details_request (self, action), (GDestroyNotify) g_ptr_array_unref,
                        capacity_store_list_details_async, cancellable, callback, user_data);
}

/**
 * capacity_store_list_details_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type CapacityDetail): what it changed
 */
GPtrArray *
capacity_store_list_details_finish (CapacityStore  *self,
                                    GAsyncResult   *result,
                                    GError        **error)
{
  return capacity_store_finish (self, result, capacity_store_list_details_async, error);
}
