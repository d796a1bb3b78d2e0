/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-db-private.h"

G_BEGIN_DECLS

typedef struct _CapacityWorker CapacityWorker;

/**
 * CapacityJobFunc:
 * @db: (inout): the open file, or %NULL
 * @input: what the job was given
 * @error: return location
 *
 * One job on the file. Runs on the worker's thread.
 *
 * Returns: (nullable): the result; %NULL with an error
 */
typedef gpointer (*CapacityJobFunc) (CapacityDb    **db,
                                     gpointer        input,
                                     GError        **error);

CapacityWorker *capacity_worker_new   (void);
void            capacity_worker_end   (CapacityWorker       *self);
gpointer        capacity_worker_run   (CapacityWorker       *self,
                                       CapacityJobFunc       func,
                                       gpointer              input,
                                       GCancellable         *cancellable,
                                       GError              **error);
void            capacity_worker_start (CapacityWorker       *self,
                                       CapacityJobFunc       func,
                                       gpointer              input,
                                       GDestroyNotify        free_input,
                                       GDestroyNotify        free_result,
                                       GTask                *task);

G_END_DECLS
