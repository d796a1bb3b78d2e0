/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-request-private.h"
#include "capacity-worker-private.h"

G_BEGIN_DECLS

/* For the files of the store: how each asks the worker. */

CapacityRequest *capacity_store_request_new (CapacityStore        *self);
gpointer         capacity_store_run         (CapacityStore        *self,
                                             CapacityJobFunc       func,
                                             CapacityRequest      *request,
                                             GCancellable         *cancellable,
                                             GError              **error);
void             capacity_store_start       (CapacityStore        *self,
                                             CapacityJobFunc       func,
                                             CapacityRequest      *request,
                                             GDestroyNotify        free_result,
                                             gpointer              source_tag,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
gpointer         capacity_store_finish      (CapacityStore        *self,
                                             GAsyncResult         *result,
                                             gpointer              source_tag,
                                             GError              **error);

G_END_DECLS
