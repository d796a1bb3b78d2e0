/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-backup.h"
#include "capacity-detail.h"
#include "capacity-store.h"

G_BEGIN_DECLS

gboolean          capacity_store_back_up               (CapacityStore  *self,
                                                        GCancellable   *cancellable,
                                                        GError        **error);
void              capacity_store_back_up_async         (CapacityStore       *self,
                                                        GCancellable        *cancellable,
                                                        GAsyncReadyCallback  callback,
                                                        gpointer             user_data);
gboolean          capacity_store_back_up_finish        (CapacityStore  *self,
                                                        GAsyncResult   *result,
                                                        GError        **error);
void             capacity_store_copy_async             (CapacityStore       *self,
                                                        const char          *target,
                                                        GCancellable        *cancellable,
                                                        GAsyncReadyCallback  callback,
                                                        gpointer             user_data);
gboolean         capacity_store_copy_finish            (CapacityStore  *self,
                                                        GAsyncResult   *result,
                                                        GError        **error);
GPtrArray        *capacity_store_list_backups          (CapacityStore  *self,
                                                        const char     *path,
                                                        GCancellable   *cancellable,
                                                        GError        **error);
void              capacity_store_list_backups_async    (CapacityStore       *self,
                                                        const char          *path,
                                                        GCancellable        *cancellable,
                                                        GAsyncReadyCallback  callback,
                                                        gpointer             user_data);
GPtrArray        *capacity_store_list_backups_finish   (CapacityStore  *self,
                                                        GAsyncResult   *result,
                                                        GError        **error);
GPtrArray        *capacity_store_preview_backup        (CapacityStore  *self,
                                                        const char     *backup,
                                                        GCancellable   *cancellable,
                                                        GError        **error);
void              capacity_store_preview_backup_async  (CapacityStore       *self,
                                                        const char          *backup,
                                                        GCancellable        *cancellable,
                                                        GAsyncReadyCallback  callback,
                                                        gpointer             user_data);
GPtrArray        *capacity_store_preview_backup_finish (CapacityStore  *self,
                                                        GAsyncResult   *result,
                                                        GError        **error);
CapacityOutcome  *capacity_store_restore               (CapacityStore  *self,
                                                        const char     *backup,
                                                        const char     *name,
                                                        GCancellable   *cancellable,
                                                        GError        **error);
void              capacity_store_restore_async         (CapacityStore       *self,
                                                        const char          *backup,
                                                        const char          *name,
                                                        GCancellable        *cancellable,
                                                        GAsyncReadyCallback  callback,
                                                        gpointer             user_data);
CapacityOutcome  *capacity_store_restore_finish        (CapacityStore  *self,
                                                        GAsyncResult   *result,
                                                        GError        **error);
gboolean          capacity_store_replace               (CapacityStore  *self,
                                                        const char     *path,
                                                        const char     *backup,
                                                        GCancellable   *cancellable,
                                                        GError        **error);
void              capacity_store_replace_async         (CapacityStore       *self,
                                                        const char          *path,
                                                        const char          *backup,
                                                        GCancellable        *cancellable,
                                                        GAsyncReadyCallback  callback,
                                                        gpointer             user_data);
gboolean          capacity_store_replace_finish        (CapacityStore  *self,
                                                        GAsyncResult   *result,
                                                        GError        **error);
GPtrArray        *capacity_store_list_details          (CapacityStore  *self,
                                                        gint64          action,
                                                        GCancellable   *cancellable,
                                                        GError        **error);
void              capacity_store_list_details_async    (CapacityStore       *self,
                                                        gint64               action,
                                                        GCancellable        *cancellable,
                                                        GAsyncReadyCallback  callback,
                                                        gpointer             user_data);
GPtrArray        *capacity_store_list_details_finish   (CapacityStore  *self,
                                                        GAsyncResult   *result,
                                                        GError        **error);

G_END_DECLS
