/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "capacity-id.h"
#include "capacity-store-error.h"

G_BEGIN_DECLS

/**
 * CapacityStatement:
 * @handle: the connection
 * @stmt: the prepared SQL
 * @n_bound: parameters bound so far
 * @rc: what went wrong first, or SQLITE_OK
 *
 * One prepared statement. Parameters are bound in their order, and what is bound must live as long as rows
 * are read. Rows are read until there is none; whether that was the end or a failure, of a binding or of a
 * step, is asked afterwards. A statement is done with when its autoptr leaves scope, and then kept prepared.
 */
typedef struct
{
  sqlite3      *handle;
  sqlite3_stmt *stmt;
  int           n_bound;
  int           rc;
} CapacityStatement;

CapacityStatement *capacity_statement_new         (sqlite3           *handle,
                                                   const char        *sql,
                                                   GError           **error);
void               capacity_statement_free        (CapacityStatement *self);
void               capacity_statement_done        (CapacityStatement *self);

void               capacity_statement_bind_id     (CapacityStatement *self,
                                                   const CapacityId  *id);
void               capacity_statement_bind_text   (CapacityStatement *self,
                                                   const char        *text);
void               capacity_statement_bind_int    (CapacityStatement *self,
                                                   gint64             value);
void               capacity_statement_bind_known  (CapacityStatement *self,
                                                   gint64             value,
                                                   gint64             unknown);
void               capacity_statement_bind_double (CapacityStatement *self,
                                                   double             value);
void               capacity_statement_bind_blob   (CapacityStatement *self,
                                                   gconstpointer      bytes,
                                                   gsize              size);
void               capacity_statement_bind_bytes  (CapacityStatement *self,
                                                   GBytes            *bytes);

gboolean           capacity_statement_next        (CapacityStatement *self);
gboolean           capacity_statement_check       (CapacityStatement *self,
                                                   GError           **error);
gboolean           capacity_statement_run         (CapacityStatement *self,
                                                   GError           **error);

CapacityId         capacity_statement_get_id      (CapacityStatement *self,
                                                   int                column);
const char        *capacity_statement_get_text    (CapacityStatement *self,
                                                   int                column);
char              *capacity_statement_dup_text    (CapacityStatement *self,
                                                   int                column);
GBytes            *capacity_statement_dup_bytes   (CapacityStatement *self,
                                                   int                column);
gint64             capacity_statement_get_int     (CapacityStatement *self,
                                                   int                column,
                                                   gint64             unknown);
double             capacity_statement_get_double  (CapacityStatement *self,
                                                   int                column);

void               capacity_set_sqlite_error      (GError           **error,
                                                   sqlite3           *handle,
                                                   int                rc,
                                                   const char        *what);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityStatement, capacity_statement_done)

G_END_DECLS
