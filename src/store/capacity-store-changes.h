/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-merge.h"
#include "capacity-store.h"

G_BEGIN_DECLS

gboolean          capacity_store_export_changes         (CapacityStore  *self,
                                                         gint64          since,
                                                         const char     *path,
                                                         GCancellable   *cancellable,
                                                         GError        **error);
void              capacity_store_export_changes_async   (CapacityStore       *self,
                                                         gint64               since,
                                                         const char          *path,
                                                         GCancellable        *cancellable,
                                                         GAsyncReadyCallback  callback,
                                                         gpointer             user_data);
gboolean          capacity_store_export_changes_finish  (CapacityStore  *self,
                                                         GAsyncResult   *result,
                                                         GError        **error);
CapacityMerge    *capacity_store_preview_changes        (CapacityStore  *self,
                                                         const char     *path,
                                                         GCancellable   *cancellable,
                                                         GError        **error);
void              capacity_store_preview_changes_async  (CapacityStore       *self,
                                                         const char          *path,
                                                         GCancellable        *cancellable,
                                                         GAsyncReadyCallback  callback,
                                                         gpointer             user_data);
CapacityMerge    *capacity_store_preview_changes_finish (CapacityStore  *self,
                                                         GAsyncResult   *result,
                                                         GError        **error);
CapacityOutcome  *capacity_store_merge                  (CapacityStore      *self,
                                                         const char         *path,
                                                         const char *const  *theirs,
                                                         GCancellable       *cancellable,
                                                         GError            **error);
void              capacity_store_merge_async            (CapacityStore       *self,
                                                         const char          *path,
                                                         const char *const   *theirs,
                                                         GCancellable        *cancellable,
                                                         GAsyncReadyCallback  callback,
                                                         gpointer             user_data);
CapacityOutcome  *capacity_store_merge_finish           (CapacityStore  *self,
                                                         GAsyncResult   *result,
                                                         GError        **error);

G_END_DECLS
