/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-statement-private.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

G_DEFINE_QUARK (capacity-store-error-quark, capacity_store_error)

static int
constraint_code (int         rc,
                 const char *message)
{
  if (rc == SQLITE_CONSTRAINT_FOREIGNKEY)
    return CAPACITY_STORE_ERROR_GONE;
  if (rc == SQLITE_CONSTRAINT_UNIQUE && g_str_has_suffix (message, ".code"))
    return CAPACITY_STORE_ERROR_CODE_TAKEN;

  return CAPACITY_STORE_ERROR_INVALID;
}

static int
error_code (int         rc,
            const char *message)
{
  switch (rc & 0xff)
    {
    case SQLITE_CONSTRAINT:
      return constraint_code (rc, message);
    case SQLITE_TOOBIG:
    case SQLITE_MISMATCH:
      return CAPACITY_STORE_ERROR_INVALID;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return CAPACITY_STORE_ERROR_BUSY;
    case SQLITE_FULL:
      return CAPACITY_STORE_ERROR_FULL;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return CAPACITY_STORE_ERROR_READ_ONLY;
    case SQLITE_NOTADB:
      return CAPACITY_STORE_ERROR_NOT_A_PORTFOLIO;
    case SQLITE_CORRUPT:
    case SQLITE_ERROR: /* the SQL is right, so the file's tables are not */
      return CAPACITY_STORE_ERROR_DAMAGED;
    default:
      return CAPACITY_STORE_ERROR_IO;
    }
}

/**
 * capacity_set_sqlite_error:
 * @error: (out) (optional): where to put the error
 * @handle: (nullable): the connection
 * @rc: what SQLite returned
 * @what: what was tried
 *
 * Turns a result of SQLite into a #GError; one that a cancellable caused into %G_IO_ERROR_CANCELLED.
 */
void
capacity_set_sqlite_error (GError    **error,
                           sqlite3    *handle,
                           int         rc,
                           const char *what)
{
  const char *message = handle != NULL && sqlite3_extended_errcode (handle) == rc ? sqlite3_errmsg (handle)
                                                                                   : sqlite3_errstr (rc);
  const char *path = handle != NULL ? sqlite3_db_filename (handle, "main") : NULL;

  if ((rc & 0xff) == SQLITE_INTERRUPT)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled");
  else
    g_set_error (error, CAPACITY_STORE_ERROR, error_code (rc, message), "%s: %s: %s (%d)",
                 path != NULL ? path : "", what, message, rc);
}

/**
 * capacity_statement_new:
 * @handle: a connection
 * @sql: one SQL statement
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the statement, prepared
 */
CapacityStatement *
capacity_statement_new (sqlite3     *handle,
                        const char  *sql,
                        GError     **error)
{
  CapacityStatement *self;
  sqlite3_stmt *stmt = NULL;
  int rc = sqlite3_prepare_v3 (handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL);

  if (rc != SQLITE_OK)
    {
      capacity_set_sqlite_error (error, handle, rc, sql);
      return NULL;
    }
  self = g_new0 (CapacityStatement, 1);
  self->handle = handle;
  self->stmt = stmt;

  return self;
}

/**
 * capacity_statement_free:
 * @self: (transfer full): a statement
 */
void
capacity_statement_free (CapacityStatement *self)
{
  sqlite3_finalize (self->stmt);
  g_free (self);
}

/**
 * capacity_statement_done:
 * @self: a statement
 *
 * Makes the statement ready for its next use. It stays with the connection that prepared it.
 */
void
capacity_statement_done (CapacityStatement *self)
{
  sqlite3_reset (self->stmt);
  sqlite3_clear_bindings (self->stmt);
  self->n_bound = 0;
  self->rc = SQLITE_OK;
}

static void
note (CapacityStatement *self,
      int                rc)
{
  if (self->rc == SQLITE_OK)
    self->rc = rc;
}

/**
 * capacity_statement_bind_id:
 * @self: a statement
 * @id: (nullable): an identifier; %NULL and the one of zeros are bound as NULL
 */
void
capacity_statement_bind_id (CapacityStatement *self,
                            const CapacityId  *id)
{
  if (id == NULL || capacity_id_is_none (id))
    note (self, sqlite3_bind_null (self->stmt, ++self->n_bound));
  else
    note (self, sqlite3_bind_blob (self->stmt, ++self->n_bound, id->bytes, sizeof id->bytes, SQLITE_STATIC));
}

/**
 * capacity_statement_bind_text:
 * @self: a statement
 * @text: (nullable): text; %NULL is bound as NULL
 */
void
capacity_statement_bind_text (CapacityStatement *self,
                              const char        *text)
{
  note (self, sqlite3_bind_text (self->stmt, ++self->n_bound, text, -1, SQLITE_STATIC));
}

/**
 * capacity_statement_bind_int:
 * @self: a statement
 * @value: a whole number
 */
void
capacity_statement_bind_int (CapacityStatement *self,
                             gint64             value)
{
  note (self, sqlite3_bind_int64 (self->stmt, ++self->n_bound, value));
}

/**
 * capacity_statement_bind_known:
 * @self: a statement
 * @value: a whole number
 * @unknown: the number that is bound as NULL
 */
void
capacity_statement_bind_known (CapacityStatement *self,
                               gint64             value,
                               gint64             unknown)
{
  if (value == unknown)
    note (self, sqlite3_bind_null (self->stmt, ++self->n_bound));
  else
    capacity_statement_bind_int (self, value);
}

/**
 * capacity_statement_bind_double:
 * @self: a statement
 * @value: a number; NaN is bound as NULL
 */
void
capacity_statement_bind_double (CapacityStatement *self,
                                double             value)
{
  note (self, sqlite3_bind_double (self->stmt, ++self->n_bound, value));
}

/**
 * capacity_statement_bind_bytes:
 * @self: a statement
 * @bytes: (nullable): bytes; %NULL is bound as NULL
 */
void
capacity_statement_bind_bytes (CapacityStatement *self,
                               GBytes            *bytes)
{
  if (bytes == NULL)
    note (self, sqlite3_bind_null (self->stmt, ++self->n_bound));
  else
    capacity_statement_bind_blob (self, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/**
 * capacity_statement_bind_blob:
 * @self: a statement
 * @bytes: (array length=size): bytes
 * @size: how many
 */
void
capacity_statement_bind_blob (CapacityStatement *self,
                              gconstpointer      bytes,
                              gsize              size)
{
  note (self, sqlite3_bind_blob64 (self->stmt, ++self->n_bound, bytes, size, SQLITE_STATIC));
}

/**
 * capacity_statement_next:
 * @self: a statement
 *
 * Returns: whether there is a row to read; if not, capacity_statement_check() says why
 */
gboolean
capacity_statement_next (CapacityStatement *self)
{
  int rc = self->rc == SQLITE_OK ? sqlite3_step (self->stmt) : self->rc;

  if (rc != SQLITE_ROW && rc != SQLITE_DONE)
    self->rc = rc;

  return rc == SQLITE_ROW;
}

/**
 * capacity_statement_check:
 * @self: a statement
 * @error: return location
 *
 * Returns: whether all has gone well so far
 */
gboolean
capacity_statement_check (CapacityStatement  *self,
                          GError            **error)
{
  if (self->rc != SQLITE_OK)
    capacity_set_sqlite_error (error, self->handle, self->rc, sqlite3_sql (self->stmt));

  return self->rc == SQLITE_OK;
}

/**
 * capacity_statement_run:
 * @self: a statement
 * @error: return location
 *
 * Runs the statement to its end and makes it ready for its next use.
 *
 * Returns: whether it ran
 */
gboolean
capacity_statement_run (CapacityStatement  *self,
                        GError            **error)
{
  gboolean has_run;

  while (capacity_statement_next (self))
    ;
  has_run = capacity_statement_check (self, error);
  capacity_statement_done (self);

  return has_run;
}

/**
 * capacity_statement_dup_bytes:
 * @self: a statement with a row
 * @column: counted from 0
 *
 * Returns: (transfer full) (nullable): the bytes; %NULL where the column has none
 */
GBytes *
capacity_statement_dup_bytes (CapacityStatement *self,
                              int                column)
{
  const void *bytes = sqlite3_column_blob (self->stmt, column);

  return bytes != NULL ? g_bytes_new (bytes, (gsize) sqlite3_column_bytes (self->stmt, column)) : NULL;
}

/**
 * capacity_statement_get_id:
 * @self: a statement with a row
 * @column: counted from 0
 *
 * Returns: the identifier, zeros where the column has none
 */
CapacityId
capacity_statement_get_id (CapacityStatement *self,
                           int                column)
{
  CapacityId id = CAPACITY_ID_NONE;
  const void *bytes = sqlite3_column_blob (self->stmt, column);

  if (bytes != NULL && sqlite3_column_bytes (self->stmt, column) == sizeof id.bytes)
    memcpy (id.bytes, bytes, sizeof id.bytes);

  return id;
}

/**
 * capacity_statement_get_text:
 * @self: a statement with a row
 * @column: counted from 0
 *
 * Returns: (nullable): the text until the next step, %NULL for NULL
 */
const char *
capacity_statement_get_text (CapacityStatement *self,
                             int                column)
{
  return (const char *) sqlite3_column_text (self->stmt, column);
}

/**
 * capacity_statement_dup_text:
 * @self: a statement with a row
 * @column: counted from 0
 *
 * Returns: (transfer full) (nullable): the text, in valid UTF-8 whatever the file holds; %NULL for NULL
 */
char *
capacity_statement_dup_text (CapacityStatement *self,
                             int                column)
{
  const char *text = capacity_statement_get_text (self, column);

  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

/**
 * capacity_statement_get_int:
 * @self: a statement with a row
 * @column: counted from 0
 * @unknown: what stands for NULL
 *
 * Returns: the number
 */
gint64
capacity_statement_get_int (CapacityStatement *self,
                            int                column,
                            gint64             unknown)
{
  if (sqlite3_column_type (self->stmt, column) == SQLITE_NULL)
    return unknown;

  return sqlite3_column_int64 (self->stmt, column);
}

/**
 * capacity_statement_get_double:
 * @self: a statement with a row
 * @column: counted from 0
 *
 * Returns: the number, NaN for NULL
 */
double
capacity_statement_get_double (CapacityStatement *self,
                               int                column)
{
  if (sqlite3_column_type (self->stmt, column) == SQLITE_NULL)
    return NAN;

  return sqlite3_column_double (self->stmt, column);
}
