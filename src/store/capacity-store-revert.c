/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-store-revert.h"

#include "capacity-revert-private.h"
#include "capacity-store-private.h"

static gpointer
do_revert_import (CapacityDb **db,
                  gpointer     input,
                  GError     **error)
{
  CapacityRequest *request = input;

  return capacity_request_is_open (*db, error) ? capacity_revert_import (*db, &request->subject, request->user, error)
                                               : NULL;
}

static CapacityRequest *
revert_import_request (CapacityStore    *self,
                       const CapacityId *import)
{
  CapacityRequest *request = capacity_store_request_new (self);

  request->subject = *import;

  return request;
}

/**
 * capacity_store_revert_import:
 * @self: a store
 * @import: an import
 * @cancellable: (nullable): what ends it before it is done
 * @error: return location
 *
 * Takes back an import as a whole, also one with other changes after it, as one action that can be undone.
 *
 * Errors: %CAPACITY_STORE_ERROR_GONE where no step of the history brought it, or it was taken back.
 *
 * Returns: (transfer full) (nullable): the facts now, and what was touched; or, with nothing changed, the obstacle
 */
CapacityOutcome *
capacity_store_revert_import (CapacityStore     *self,
                              const CapacityId  *import,
                              GCancellable      *cancellable,
                              GError           **error)
{
  g_return_val_if_fail (CAPACITY_IS_STORE (self), NULL);

  return capacity_store_run (self, do_revert_import, revert_import_request (self, import), cancellable, error);
}

/**
 * capacity_store_revert_import_async:
 * @self: a store
 * @import: an import
 * @cancellable: (nullable): what ends it before it is done
 * @callback: who is told
 * @user_data: for @callback
 *
 * Does what capacity_store_revert_import() does, without waiting for it.
 */
void
capacity_store_revert_import_async (CapacityStore       *self,
                                    const CapacityId    *import,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_return_if_fail (CAPACITY_IS_STORE (self));

  capacity_store_start (self, do_revert_import, revert_import_request (self, import),
                        (GDestroyNotify) capacity_outcome_unref, capacity_store_revert_import_async, cancellable,
                        callback, user_data);
}

/**
 * capacity_store_revert_import_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the facts now, and what was touched; or, with nothing changed, the obstacle
 */
CapacityOutcome *
capacity_store_revert_import_finish (CapacityStore  *self,
                                     GAsyncResult   *result,
                                     GError        **error)
{
  return capacity_store_finish (self, result, capacity_store_revert_import_async, error);
}
