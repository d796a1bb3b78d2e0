/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-db-private.h"
#include "capacity-outcome.h"

G_BEGIN_DECLS

/**
 * CapacityPatch:
 * @verb: what it is called
 * @subject: (nullable): to what it is done
 * @write: changes rows of facts, inside a transaction
 * @data: for @write
 *
 * A change of facts that is not made of steps.
 */
typedef struct
{
  CapacityVerb  verb;
  const char   *subject;
  gboolean    (*write) (CapacityDb *db, gpointer data, GError **error);
  gpointer      data;
} CapacityPatch;

const char *const *capacity_edit_list_fact_tables (void);
sqlite3_session   *capacity_edit_start_session    (CapacityDb           *db,
                                                   GError              **error);

CapacityOutcome   *capacity_edit_look             (CapacityDb           *db,
                                                   GError              **error);
CapacityOutcome   *capacity_edit_apply            (CapacityDb           *db,
                                                   CapacityChange       *change,
                                                   const char           *user,
                                                   GError              **error);
CapacityOutcome   *capacity_edit_patch            (CapacityDb           *db,
                                                   const CapacityPatch  *patch,
                                                   const char           *user,
                                                   GError              **error);
CapacityOutcome   *capacity_edit_undo             (CapacityDb           *db,
                                                   const char           *user,
                                                   GError              **error);
CapacityOutcome   *capacity_edit_redo             (CapacityDb           *db,
                                                   const char           *user,
                                                   GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_session, sqlite3session_delete)

G_END_DECLS
