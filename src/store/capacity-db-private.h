/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "capacity-lock-private.h"
#include "capacity-portfolio.h"
#include "capacity-statement-private.h"

G_BEGIN_DECLS

/**
 * CapacityDb:
 * @handle: the connection
 * @path: the file
 * @is_read_only: whether it can only be read
 * @lock: (nullable): the right to write
 * @statements: SQL to the #CapacityStatement that was prepared of it
 * @portfolio: (nullable): the snapshot of the last commit
 * @data_version: what SQLite said of others' changes when the snapshot was read
 *
 * An open portfolio. Lives on one thread at a time: the store's worker, or the test's.
 */
typedef struct
{
  sqlite3           *handle;
  char              *path;
  gboolean           is_read_only;
  CapacityLock      *lock;
  GHashTable        *statements;
  CapacityPortfolio *portfolio;
  gint64             data_version;
} CapacityDb;

CapacityDb        *capacity_db_connect         (const char    *path,
                                                int            flags,
                                                GError       **error);
void               capacity_db_free            (CapacityDb    *self);
void               capacity_db_set_cancellable (CapacityDb    *self,
                                                GCancellable  *cancellable);

CapacityStatement *capacity_db_prepare         (CapacityDb    *self,
                                                const char    *sql,
                                                GError       **error);
gboolean           capacity_db_execute         (CapacityDb    *self,
                                                const char    *sql,
                                                GError       **error);
gboolean           capacity_db_run_with_id     (CapacityDb       *self,
                                                const char       *sql,
                                                const CapacityId *id,
                                                GError          **error);
gboolean           capacity_db_read_int        (CapacityDb    *self,
                                                const char    *sql,
                                                gint64        *value,
                                                GError       **error);

void               capacity_db_forget_pages    (CapacityDb    *self);
void               capacity_db_roll_back       (CapacityDb    *self);
gboolean           capacity_db_begin_reading   (CapacityDb    *self,
                                                GError       **error);
gboolean           capacity_db_begin           (CapacityDb    *self,
                                                GError       **error);
gboolean           capacity_db_commit          (CapacityDb    *self,
                                                GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityDb, capacity_db_free)

G_END_DECLS
