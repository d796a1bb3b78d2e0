/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-progress.h"
#include "capacity-store.h"

G_BEGIN_DECLS

/**
 * CapacityAuditEntry:
 * @action: what was done
 * @details: (element-type CapacityDetail): the same field by field
 *
 * One action of the audit trail as a report tells it.
 */
typedef struct
{
  CapacityAction *action;
  GPtrArray      *details;
} CapacityAuditEntry;

GPtrArray *capacity_audit_read (CapacityStore     *store,
                                CapacityDate       since,
                                CapacityProgress  *progress,
                                GCancellable      *cancellable,
                                GError           **error);

G_END_DECLS
