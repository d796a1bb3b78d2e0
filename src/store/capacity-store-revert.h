/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-store.h"

G_BEGIN_DECLS

CapacityOutcome  *capacity_store_revert_import         (CapacityStore       *self,
                                                        const CapacityId    *import,
                                                        GCancellable        *cancellable,
                                                        GError             **error);
void              capacity_store_revert_import_async   (CapacityStore       *self,
                                                        const CapacityId    *import,
                                                        GCancellable        *cancellable,
                                                        GAsyncReadyCallback  callback,
                                                        gpointer             user_data);
CapacityOutcome  *capacity_store_revert_import_finish  (CapacityStore       *self,
                                                        GAsyncResult        *result,
                                                        GError             **error);

G_END_DECLS
