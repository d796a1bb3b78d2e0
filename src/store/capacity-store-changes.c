/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-store-changes.h"

#include "capacity-merging-private.h"
#include "capacity-parcel-private.h"
#include "capacity-store-private.h"

/* Changes that colleagues send each other. */

static gboolean
export_changes (CapacityDb       *db,
                CapacityRequest  *request,
                GError          **error)
{
  g_autoptr (CapacityParcel) parcel = capacity_parcel_collect (db, request->number, request->user, error);

  return parcel != NULL && capacity_parcel_write (parcel, request->other, error);
}

static gpointer
do_export_changes (CapacityDb **db,
                   gpointer     input,
                   GError     **error)
{
  CapacityRequest *request = input;

  return GINT_TO_POINTER (capacity_request_is_open (*db, error) && export_changes (*db, request, error));
}

static CapacityRequest *
export_changes_request (CapacityStore *self,
                        gint64         since,
                        const char *path)
{
  CapacityRequest *request = capacity_store_request_new (self);

  request->number = since;
  request->other = g_canonicalize_filename (path, NULL);

  return request;
}

/**
 * capacity_store_export_changes:
 * @self: a store
 * @since: a time, in seconds since 1970, UTC
 * @path: where to; nothing must be there
 * @cancellable: (nullable): what ends it before it is done
 * @error: return location
 *
 * Writes what was changed since then into a file for a colleague.
 *
 * Returns: whether the file is there
 */
gboolean
capacity_store_export_changes (CapacityStore  *self,
                               gint64          since,
                               const char     *path,
                               GCancellable   *cancellable,
                               GError        **error)
{
  g_return_val_if_fail (CAPACITY_IS_STORE (self), FALSE);

  return capacity_store_run (self, do_export_changes, export_changes_request (self, since, path), cancellable, error) != NULL;
}

/**
 * capacity_store_export_changes_async:
 * @self: a store
 * @since: a time, in seconds since 1970, UTC
 * @path: where to; nothing must be there
 * @cancellable: (nullable): what ends it before it is done
 * @callback: who is told
 * @user_data: for @callback
 *
 * Does what capacity_store_export_changes() does, without waiting for it.
 */
void
capacity_store_export_changes_async (CapacityStore       *self,
                                     gint64               since,
                                     const char          *path,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  g_return_if_fail (CAPACITY_IS_STORE (self));

  capacity_store_start (self, do_export_changes, export_changes_request (self, since, path), NULL,
                        capacity_store_export_changes_async, cancellable, callback, user_data);
}

/**
 * capacity_store_export_changes_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location
 *
 * Returns: whether the file is there
 */
gboolean
capacity_store_export_changes_finish (CapacityStore  *self,
                                      GAsyncResult   *result,
                                      GError        **error)
{
  return capacity_store_finish (self, result, capacity_store_export_changes_async, error) != NULL;
}

static gpointer
do_preview_changes (CapacityDb **db,
                    gpointer     input,
                    GError     **error)
{
  CapacityRequest *request = input;

  return capacity_request_is_open (*db, error) ? capacity_merging_preview (*db, request->other, error) : NULL;
}

static CapacityRequest *
preview_changes_request (CapacityStore *self,
                         const char *path)
{
  CapacityRequest *request = capacity_store_request_new (self);

  request->other = g_canonicalize_filename (path, NULL);

  return request;
}

/**
 * capacity_store_preview_changes:
 * @self: a store
 * @path: a file of changes
 * @cancellable: (nullable): what ends it before it is done
 * @error: return location
 *
 * Looks what would come of applying a colleague's changes.
 *
 * Returns: (transfer full) (nullable): what would change, and of what a choice is to be made
 */
CapacityMerge *
capacity_store_preview_changes (CapacityStore  *self,
                                const char     *path,
                                GCancellable   *cancellable,
                                GError        **error)
{
  g_return_val_if_fail (CAPACITY_IS_STORE (self), NULL);

  return capacity_store_run (self, do_preview_changes, preview_changes_request (self, path), cancellable, error);
}

/**
 * capacity_store_preview_changes_async:
 * @self: a store
 * @path: a file of changes
 * @cancellable: (nullable): what ends it before it is done
 * @callback: who is told
 * @user_data: for @callback
 *
 * Does what capacity_store_preview_changes() does, without waiting for it.
 */
void
capacity_store_preview_changes_async (CapacityStore       *self,
                                      const char          *path,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  g_return_if_fail (CAPACITY_IS_STORE (self));

  capacity_store_start (self, do_preview_changes, preview_changes_request (self, path), (GDestroyNotify) capacity_merge_unref,
                        capacity_store_preview_changes_async, cancellable, callback, user_data);
}

/**
 * capacity_store_preview_changes_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what would change, and of what a choice is to be made
 */
CapacityMerge *
capacity_store_preview_changes_finish (CapacityStore  *self,
                                       GAsyncResult   *result,
                                       GError        **error)
{
  return capacity_store_finish (self, result, capacity_store_preview_changes_async, error);
}

static gpointer
do_merge (CapacityDb **db,
          gpointer     input,
          GError     **error)
{
  CapacityRequest *request = input;

  return capacity_request_is_open (*db, error)
           ? capacity_merging_apply (*db, request->other, (const char *const *) request->keys, request->user, error)
           : NULL;
}

static CapacityRequest *
merge_request (CapacityStore *self,
               const char *path,
               const char *const *theirs)
{
  CapacityRequest *request = capacity_store_request_new (self);

  request->other = g_canonicalize_filename (path, NULL);
  request->keys = g_strdupv ((GStrv) theirs);

  return request;
}

/**
 * capacity_store_merge:
 * @self: a store
 * @path: a file of changes
 * @theirs: (nullable): keys of the conflicts in which their change is taken
 * @cancellable: (nullable): what ends it before it is done
 * @error: return location
 *
 * Applies a colleague's changes, as one action that can be undone.
 *
 * Returns: (transfer full) (nullable): the facts now, and what was touched
 */
CapacityOutcome *
capacity_store_merge (CapacityStore      *self,
                      const char         *path,
                      const char *const  *theirs,
                      GCancellable       *cancellable,
                      GError            **error)
{
  g_return_val_if_fail (CAPACITY_IS_STORE (self), NULL);

  return capacity_store_run (self, do_merge, merge_request (self, path, theirs), cancellable, error);
}

/**
 * capacity_store_merge_async:
 * @self: a store
 * @path: a file of changes
 * @theirs: (nullable): keys of the conflicts in which their change is taken
 * @cancellable: (nullable): what ends it before it is done
 * @callback: who is told
 * @user_data: for @callback
 *
 * Does what capacity_store_merge() does, without waiting for it.
 */
void
capacity_store_merge_async (CapacityStore       *self,
                            const char          *path,
                            const char *const   *theirs,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_return_if_fail (CAPACITY_IS_STORE (self));

  capacity_store_start (self, do_merge, merge_request (self, path, theirs), (GDestroyNotify) capacity_outcome_unref,
                        capacity_store_merge_async, cancellable, callback, user_data);
}

/**
 * capacity_store_merge_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the facts now, and what was touched
 */
CapacityOutcome *
capacity_store_merge_finish (CapacityStore  *self,
                             GAsyncResult   *result,
                             GError        **error)
{
  return capacity_store_finish (self, result, capacity_store_merge_async, error);
}
