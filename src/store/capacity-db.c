/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-db-private.h"

/* How long a lock of another program, such as a backup running over the file, is waited for. */
#define BUSY_TIMEOUT_MS 2000

/* Virtual machine steps between two looks at the cancellable: a millisecond or two. */
#define STEPS_BETWEEN_LOOKS 10000

/* The file may come from anywhere: nothing in it is run, and what SQLite reads of it is checked.
 *
 * The journal is the rollback journal that is deleted at commit. There is one connection, so write-ahead
 * logging would gain no concurrency, and would leave changes in a second file that a copy of the portfolio
 * misses. With this journal synchronous=FULL does not wait for the journal's deletion to reach the disk,
 * so a power cut right after a commit could take it back; EXTRA is FULL and waits. */
static const char *const settings =
  "PRAGMA cell_size_check = ON;"
  "PRAGMA secure_delete = ON;"
  "PRAGMA mmap_size = 0;"
  "PRAGMA cache_size = -32768;"
  "PRAGMA temp_store = MEMORY;"
  "PRAGMA foreign_keys = ON;"
  "PRAGMA locking_mode = NORMAL;"
  "PRAGMA synchronous = EXTRA;";

static gboolean
harden (CapacityDb  *self,
        GError     **error)
{
  static const struct
  {
    int option;
    int value;
  } options[] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },
    { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_DQS_DML, 0 },
    { SQLITE_DBCONFIG_DQS_DDL, 0 },
    { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
    { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
    { SQLITE_DBCONFIG_ENABLE_FKEY, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      int rc = sqlite3_db_config (self->handle, options[i].option, options[i].value, NULL);

      if (rc != SQLITE_OK)
        {
          capacity_set_sqlite_error (error, self->handle, rc, "settings");
          return FALSE;
        }
    }

  return capacity_db_execute (self, settings, error);
}

/* More than the program's own statements need, and less than would let a schema made to do harm take its time. A
 * backup that is restored, and a copy that is made, is the one that is attached. */
static void
limit (CapacityDb *self)
{
  static const struct
  {
    int limit;
    int most;
  } limits[] = {
    { SQLITE_LIMIT_SQL_LENGTH, 100000 },
    { SQLITE_LIMIT_COLUMN, 100 },
    { SQLITE_LIMIT_EXPR_DEPTH, 100 },
    { SQLITE_LIMIT_COMPOUND_SELECT, 10 },
    { SQLITE_LIMIT_TRIGGER_DEPTH, 10 }, /* what goes with what it belongs to counts, too */
    { SQLITE_LIMIT_ATTACHED, 1 },
    { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100 },
    { SQLITE_LIMIT_WORKER_THREADS, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (self->handle, limits[i].limit, limits[i].most);
}

/* Refuses what no statement of the program does, whoever may have planted it: programs in the schema, tables that are
 * made by code, libraries that are loaded. */
static int
authorize (void       *data,
           int         action,
           const char *first,
           const char *second,
           const char *database,
           const char *source)
{
  switch (action)
    {
    case SQLITE_CREATE_TRIGGER:
    case SQLITE_CREATE_TEMP_TRIGGER:
    case SQLITE_CREATE_VIEW:
    case SQLITE_CREATE_TEMP_VIEW:
    case SQLITE_CREATE_VTABLE:
      return SQLITE_DENY;
    case SQLITE_FUNCTION:
      return g_strcmp0 (second, "load_extension") == 0 ? SQLITE_DENY : SQLITE_OK;
    default:
      return SQLITE_OK;
    }
}

static gboolean
settle (CapacityDb  *self,
        GError     **error)
{
  gint64 foreign_keys = 0;

  sqlite3_extended_result_codes (self->handle, TRUE);
  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS);
  limit (self);
  sqlite3_set_authorizer (self->handle, authorize, NULL);
  if (!harden (self, error))
    return FALSE;
  if (!self->is_read_only && !capacity_db_execute (self, "PRAGMA journal_mode = DELETE", error))
    return FALSE;
  if (!capacity_db_read_int (self, "PRAGMA foreign_keys", &foreign_keys, error))
    return FALSE;
  if (foreign_keys != 1)
    {
      g_set_error_literal (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_IO, "SQLite lacks foreign keys");
      return FALSE;
    }

  return TRUE;
}

/**
 * capacity_db_connect:
 * @path: a file
 * @flags: `SQLITE_OPEN_*` that say how
 * @error: return location
 *
 * Connects to a file of SQLite, with every setting that makes it safe. Says nothing yet about what is in it.
 *
 * Returns: (transfer full) (nullable): the connection
 */
CapacityDb *
capacity_db_connect (const char  *path,
                     int          flags,
                     GError     **error)
{
  g_autoptr (CapacityDb) self = g_new0 (CapacityDb, 1);
  int rc;

  self->path = g_strdup (path);
  self->is_read_only = (flags & SQLITE_OPEN_READONLY) != 0;
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                            (GDestroyNotify) capacity_statement_free);
  rc = sqlite3_open_v2 (path, &self->handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
  if (rc != SQLITE_OK)
    {
      capacity_set_sqlite_error (error, self->handle, rc, "open");
      return NULL;
    }
  if (!settle (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * capacity_db_free:
 * @self: (transfer full): a connection
 *
 * Closes the file and lets go of it.
 */
void
capacity_db_free (CapacityDb *self)
{
  g_hash_table_unref (self->statements);
  sqlite3_close_v2 (self->handle);
  g_clear_pointer (&self->lock, capacity_lock_free);
  g_clear_pointer (&self->portfolio, capacity_portfolio_unref);
  g_free (self->path);
  g_free (self);
}

static int
look_at_cancellable (gpointer cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

/**
 * capacity_db_set_cancellable:
 * @self: a connection
 * @cancellable: (nullable): what ends the statements of the next job, %NULL after it
 */
void
capacity_db_set_cancellable (CapacityDb   *self,
                             GCancellable *cancellable)
{
  sqlite3_progress_handler (self->handle, STEPS_BETWEEN_LOOKS,
                            cancellable != NULL ? look_at_cancellable : NULL, cancellable);
}

/**
 * capacity_db_prepare:
 * @self: a connection
 * @sql: one SQL statement, a string constant
 * @error: return location
 *
 * Returns: (transfer none) (nullable): the statement, ready to be bound; for an autoptr, which makes it ready
 *   again
 */
CapacityStatement *
capacity_db_prepare (CapacityDb  *self,
                     const char  *sql,
                     GError     **error)
{
  CapacityStatement *statement = g_hash_table_lookup (self->statements, sql);

  if (statement == NULL)
    {
      statement = capacity_statement_new (self->handle, sql, error);
      if (statement != NULL)
        g_hash_table_insert (self->statements, (gpointer) sql, statement);
    }

  return statement;
}

/**
 * capacity_db_execute:
 * @self: a connection
 * @sql: SQL statements without parameters
 * @error: return location
 *
 * Returns: whether all of them ran
 */
gboolean
capacity_db_execute (CapacityDb  *self,
                     const char  *sql,
                     GError     **error)
{
  int rc = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  if (rc != SQLITE_OK)
    capacity_set_sqlite_error (error, self->handle, rc, sql);

  return rc == SQLITE_OK;
}

/**
 * capacity_db_run_with_id:
 * @self: a connection
 * @sql: one SQL statement with one parameter, a string constant
 * @id: the parameter
 * @error: return location
 *
 * Returns: whether it ran
 */
gboolean
capacity_db_run_with_id (CapacityDb        *self,
                         const char        *sql,
                         const CapacityId  *id,
                         GError           **error)
{
  CapacityStatement *statement = capacity_db_prepare (self, sql, error);

  if (statement == NULL)
    return FALSE;
  capacity_statement_bind_id (statement, id);

  return capacity_statement_run (statement, error);
}

/**
 * capacity_db_read_int:
 * @self: a connection
 * @sql: a query of one number, a string constant
 * @value: (out): the number, unchanged where there is no row
 * @error: return location
 *
 * Returns: whether the query ran
 */
gboolean
capacity_db_read_int (CapacityDb  *self,
                      const char  *sql,
                      gint64      *value,
                      GError     **error)
{
  g_autoptr (CapacityStatement) statement = capacity_db_prepare (self, sql, error);

  if (statement == NULL)
    return FALSE;
  if (capacity_statement_next (statement))
    *value = capacity_statement_get_int (statement, 0, 0);

  return capacity_statement_check (statement, error);
}

/**
 * capacity_db_forget_pages:
 * @self: a connection
 *
 * Lets go of the pages of the file in memory, so that they are read again. To SQLite a page or a journal that the disk
 * did not give whole once is a shorter file: it keeps an empty page, or one that it did not put back.
 */
void
capacity_db_forget_pages (CapacityDb *self)
{
  sqlite3_db_release_memory (self->handle);
}

/**
 * capacity_db_roll_back:
 * @self: a connection
 *
 * Takes the transaction back, if SQLite has not done so by itself.
 */
void
capacity_db_roll_back (CapacityDb *self)
{
  g_autoptr (GError) error = NULL;
  gboolean has_written = sqlite3_txn_state (self->handle, NULL) == SQLITE_TXN_WRITE;

  if (sqlite3_get_autocommit (self->handle))
    return;

  /* What fails now is done before the next transaction, or by whoever opens the file next and finds its
   * journal. */
  capacity_db_set_cancellable (self, NULL);
  if (!capacity_db_execute (self, "ROLLBACK", &error))
    g_debug ("%s", error->message);

  if (has_written)
    capacity_db_forget_pages (self);
}

/* A transaction that could not be rolled back for want of memory is so now. */
static gboolean
begin (CapacityDb  *self,
       const char  *sql,
       GError     **error)
{
  capacity_db_roll_back (self);

  return capacity_db_execute (self, sql, error);
}

/**
 * capacity_db_begin_reading:
 * @self: a connection
 * @error: return location
 *
 * Begins a transaction that reads, so that all of it is of one moment. It ends with capacity_db_roll_back().
 *
 * Returns: whether it began
 */
gboolean
capacity_db_begin_reading (CapacityDb  *self,
                           GError     **error)
{
  return begin (self, "BEGIN", error);
}

/**
 * capacity_db_begin:
 * @self: a connection
 * @error: return location
 *
 * Begins a transaction that will write.
 *
 * Returns: whether it began
 */
gboolean
capacity_db_begin (CapacityDb  *self,
                   GError     **error)
{
  if (self->is_read_only)
    {
      g_set_error (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_READ_ONLY, "%s: opened for reading only",
                   self->path);
      return FALSE;
    }

  return begin (self, "BEGIN IMMEDIATE", error);
}

/**
 * capacity_db_commit:
 * @self: a connection
 * @error: return location
 *
 * Ends the transaction. When this returns %TRUE the disk has it; otherwise it still has to be rolled back.
 *
 * Returns: whether it is kept
 */
gboolean
capacity_db_commit (CapacityDb  *self,
                    GError     **error)
{
  return capacity_db_execute (self, "COMMIT", error);
}
