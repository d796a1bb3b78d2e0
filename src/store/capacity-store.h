/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "capacity-outcome.h"
#include "capacity-store-error.h"

G_BEGIN_DECLS

/**
 * CapacityStoreFlags:
 * @CAPACITY_STORE_OPEN_EXISTING: open a file that is there, for reading and writing; where the system allows
 *   only reading, for that
 * @CAPACITY_STORE_CREATE: make the file where there is none
 * @CAPACITY_STORE_READ_ONLY: only read, also while another has it open
 */
typedef enum
{
  CAPACITY_STORE_OPEN_EXISTING = 0,
  CAPACITY_STORE_CREATE = 1 << 0,
  CAPACITY_STORE_READ_ONLY = 1 << 1,
} CapacityStoreFlags;

#define CAPACITY_TYPE_STORE (capacity_store_get_type ())
G_DECLARE_FINAL_TYPE (CapacityStore, capacity_store, CAPACITY, STORE, GObject)

char            *capacity_store_dup_holder            (const char          *path);

CapacityStore   *capacity_store_new                   (void);
const char      *capacity_store_get_path              (CapacityStore       *self);
gboolean         capacity_store_is_read_only          (CapacityStore       *self);
void             capacity_store_set_user              (CapacityStore       *self,
                                                       const char          *user);

CapacityOutcome *capacity_store_open                  (CapacityStore       *self,
                                                       const char          *path,
                                                       CapacityStoreFlags   flags,
                                                       GCancellable        *cancellable,
                                                       GError             **error);
void             capacity_store_open_async            (CapacityStore       *self,
                                                       const char          *path,
                                                       CapacityStoreFlags   flags,
                                                       GCancellable        *cancellable,
                                                       GAsyncReadyCallback  callback,
                                                       gpointer             user_data);
CapacityOutcome *capacity_store_open_finish           (CapacityStore       *self,
                                                       GAsyncResult        *result,
                                                       GError             **error);

CapacityOutcome *capacity_store_look                  (CapacityStore       *self,
                                                       GCancellable        *cancellable,
                                                       GError             **error);
void             capacity_store_look_async            (CapacityStore       *self,
                                                       GCancellable        *cancellable,
                                                       GAsyncReadyCallback  callback,
                                                       gpointer             user_data);
CapacityOutcome *capacity_store_look_finish           (CapacityStore       *self,
                                                       GAsyncResult        *result,
                                                       GError             **error);

CapacityOutcome *capacity_store_apply                 (CapacityStore       *self,
                                                       CapacityChange      *change,
                                                       GCancellable        *cancellable,
                                                       GError             **error);
void             capacity_store_apply_async           (CapacityStore       *self,
                                                       CapacityChange      *change,
                                                       GCancellable        *cancellable,
                                                       GAsyncReadyCallback  callback,
                                                       gpointer             user_data);
CapacityOutcome *capacity_store_apply_finish          (CapacityStore       *self,
                                                       GAsyncResult        *result,
                                                       GError             **error);

CapacityOutcome *capacity_store_undo                  (CapacityStore       *self,
                                                       GCancellable        *cancellable,
                                                       GError             **error);
void             capacity_store_undo_async            (CapacityStore       *self,
                                                       GCancellable        *cancellable,
                                                       GAsyncReadyCallback  callback,
                                                       gpointer             user_data);
CapacityOutcome *capacity_store_undo_finish           (CapacityStore       *self,
                                                       GAsyncResult        *result,
                                                       GError             **error);

CapacityOutcome *capacity_store_redo                  (CapacityStore       *self,
                                                       GCancellable        *cancellable,
                                                       GError             **error);
void             capacity_store_redo_async            (CapacityStore       *self,
                                                       GCancellable        *cancellable,
                                                       GAsyncReadyCallback  callback,
                                                       gpointer             user_data);
CapacityOutcome *capacity_store_redo_finish           (CapacityStore       *self,
                                                       GAsyncResult        *result,
                                                       GError             **error);

GPtrArray       *capacity_store_list_actions          (CapacityStore       *self,
                                                       const CapacityId    *subject,
                                                       GCancellable        *cancellable,
                                                       GError             **error);
void             capacity_store_list_actions_async    (CapacityStore       *self,
                                                       const CapacityId    *subject,
                                                       GCancellable        *cancellable,
                                                       GAsyncReadyCallback  callback,
                                                       gpointer             user_data);
GPtrArray       *capacity_store_list_actions_finish   (CapacityStore       *self,
                                                       GAsyncResult        *result,
                                                       GError             **error);

GPtrArray       *capacity_store_list_imports          (CapacityStore       *self,
                                                       GCancellable        *cancellable,
                                                       GError             **error);
void             capacity_store_list_imports_async    (CapacityStore       *self,
                                                       GCancellable        *cancellable,
                                                       GAsyncReadyCallback  callback,
                                                       gpointer             user_data);
GPtrArray       *capacity_store_list_imports_finish   (CapacityStore       *self,
                                                       GAsyncResult        *result,
                                                       GError             **error);

GHashTable      *capacity_store_read_forecasts        (CapacityStore       *self,
                                                       GCancellable        *cancellable,
                                                       GError             **error);
void             capacity_store_read_forecasts_async  (CapacityStore       *self,
                                                       GCancellable        *cancellable,
                                                       GAsyncReadyCallback  callback,
                                                       gpointer             user_data);
GHashTable      *capacity_store_read_forecasts_finish (CapacityStore       *self,
                                                       GAsyncResult        *result,
                                                       GError             **error);

gboolean         capacity_store_keep_forecasts        (CapacityStore       *self,
                                                       GHashTable          *forecasts,
                                                       GCancellable        *cancellable,
                                                       GError             **error);
void             capacity_store_keep_forecasts_async  (CapacityStore       *self,
                                                       GHashTable          *forecasts,
                                                       GCancellable        *cancellable,
                                                       GAsyncReadyCallback  callback,
                                                       gpointer             user_data);
gboolean         capacity_store_keep_forecasts_finish (CapacityStore       *self,
                                                       GAsyncResult        *result,
                                                       GError             **error);

gboolean         capacity_store_close                 (CapacityStore       *self,
                                                       GError             **error);
void             capacity_store_close_async           (CapacityStore       *self,
                                                       GAsyncReadyCallback  callback,
                                                       gpointer             user_data);
gboolean         capacity_store_close_finish          (CapacityStore       *self,
                                                       GAsyncResult        *result,
                                                       GError             **error);

G_END_DECLS
