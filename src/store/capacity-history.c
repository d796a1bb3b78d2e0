/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-history-private.h"

#include "capacity-detail-private.h"

#define COLUMNS "number, verb, subject, n, who, time, state, turned_by, turned_time"

static CapacityAction *
action_in (CapacityStatement *row)
{
  CapacityAction *action = capacity_action_new ();

  action->number = capacity_statement_get_int (row, 0, 0);
  action->verb = (CapacityVerb) capacity_statement_get_int (row, 1, 0);
  action->subject = capacity_statement_dup_text (row, 2);
  action->n = (guint) capacity_statement_get_int (row, 3, 0);
  action->who = capacity_statement_dup_text (row, 4);
  action->time = capacity_statement_get_int (row, 5, 0);
  action->state = (CapacityActionState) capacity_statement_get_int (row, 6, CAPACITY_ACTION_DONE);
  action->turned_by = capacity_statement_dup_text (row, 7);
  action->turned_time = capacity_statement_get_int (row, 8, 0);

  return action;
}

static gboolean
read_one (CapacityDb      *db,
          const char      *sql,
          CapacityAction **action,
          GError         **error)
{
  g_autoptr (CapacityStatement) row = capacity_db_prepare (db, sql, error);

  if (row == NULL)
    return FALSE;
  *action = capacity_statement_next (row) ? action_in (row) : NULL;

  return capacity_statement_check (row, error);
}

/**
 * capacity_history_read_undo:
 * @db: a portfolio's connection
 * @action: (out) (transfer full) (nullable): the action that undo takes back
 * @error: return location
 *
 * Returns: whether it was read
 */
gboolean
capacity_history_read_undo (CapacityDb      *db,
                            CapacityAction **action,
                            GError         **error)
{
  return read_one (db, "SELECT " COLUMNS " FROM action WHERE state = 0 ORDER BY number DESC LIMIT 1", action,
                   error);
}

/**
 * capacity_history_read_redo:
 * @db: a portfolio's connection
 * @action: (out) (transfer full) (nullable): the action that redo does again
 * @error: return location
 *
 * Returns: whether it was read
 */
gboolean
capacity_history_read_redo (CapacityDb      *db,
                            CapacityAction **action,
                            GError         **error)
{
  return read_one (db, "SELECT " COLUMNS " FROM action WHERE state = 1 ORDER BY number LIMIT 1", action,
                   error);
}

/**
 * capacity_history_read_import:
 * @db: a portfolio's connection
 * @import: an import that holds
 * @action: (out) (transfer full) (nullable): the action that imported it; %NULL for one that came otherwise, such as with
 *   the changes of a colleague
 * @error: return location
 *
 * Returns: whether it was read
 */
gboolean
capacity_history_read_import (CapacityDb        *db,
                              const CapacityId  *import,
                              CapacityAction   **action,
                              GError           **error)
{
  static const char sql[] =
    "SELECT " COLUMNS " FROM action JOIN changeset ON action = number WHERE state = 0 AND verb = ?2"
    " AND time = (SELECT time FROM import WHERE id = ?1) AND instr (bytes, ?1) > 0 ORDER BY number LIMIT 1";
  g_autoptr (CapacityStatement) row = capacity_db_prepare (db, sql, error);

  if (row == NULL)
    return FALSE;
  capacity_statement_bind_id (row, import);
  capacity_statement_bind_int (row, CAPACITY_VERB_IMPORT);
  *action = capacity_statement_next (row) ? action_in (row) : NULL;

  return capacity_statement_check (row, error);
}

/**
 * capacity_history_list:
 * @db: a portfolio's connection
 * @subject: (nullable): a service or resource that the actions touched, %NULL for every action
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type CapacityAction): the audit trail, the latest first
 */
GPtrArray *
capacity_history_list (CapacityDb        *db,
                       const CapacityId  *subject,
                       GError           **error)
{
  static const char all[] = "SELECT " COLUMNS " FROM action ORDER BY number DESC";
  static const char touching[] =
    "SELECT " COLUMNS " FROM action WHERE number IN (SELECT action FROM touched WHERE subject = ?)"
    " ORDER BY number DESC";
  g_autoptr (GPtrArray) actions = g_ptr_array_new_with_free_func ((GDestroyNotify) capacity_action_unref);
  g_autoptr (CapacityStatement) row = NULL;

  row = capacity_db_prepare (db, subject == NULL ? all : touching, error);
  if (row == NULL)
    return NULL;
  if (subject != NULL)
    capacity_statement_bind_id (row, subject);
  while (capacity_statement_next (row))
    g_ptr_array_add (actions, action_in (row));

  return capacity_statement_check (row, error) ? g_steal_pointer (&actions) : NULL;
}

static gboolean
insert_action (CapacityDb            *db,
               const CapacityAction  *action,
               GError               **error)
{
  CapacityStatement *statement;

  statement = capacity_db_prepare (db, "INSERT INTO action (verb, subject, n, who, time, state)"
                                       " VALUES (?, ?, ?, ?, ?, 0)", error);
  if (statement == NULL)
    return FALSE;
  capacity_statement_bind_int (statement, action->verb);
  capacity_statement_bind_text (statement, action->subject);
  capacity_statement_bind_int (statement, action->n);
  capacity_statement_bind_text (statement, action->who);
  capacity_statement_bind_int (statement, action->time);

  return capacity_statement_run (statement, error);
}

static gboolean
insert_changeset (CapacityDb     *db,
                  gint64          action,
                  gconstpointer   bytes,
                  gsize           size,
                  GError        **error)
{
  CapacityStatement *statement;

  statement = capacity_db_prepare (db, "INSERT INTO changeset (action, bytes) VALUES (?, ?)", error);
  if (statement == NULL)
    return FALSE;
  capacity_statement_bind_int (statement, action);
  capacity_statement_bind_blob (statement, bytes, size);

  return capacity_statement_run (statement, error);
}

/**
 * capacity_history_record:
 * @db: a portfolio's connection, in a transaction
 * @action: what was done; gets its number
 * @changeset: (array length=size): the rows that it changed
 * @size: bytes of it
 * @error: return location
 *
 * Adds an action to the history. What was undone before can no longer be redone.
 *
 * Returns: whether it was written
 */
gboolean
capacity_history_record (CapacityDb      *db,
                         CapacityAction  *action,
                         gconstpointer    changeset,
                         gsize            size,
                         GError         **error)
{
  if (!capacity_db_execute (db, "UPDATE action SET state = 2 WHERE state = 1", error)
      || !insert_action (db, action, error))
    return FALSE;
  action->number = sqlite3_last_insert_rowid (db->handle);

  return insert_changeset (db, action->number, changeset, size, error);
}

/**
 * capacity_history_turn:
 * @db: a portfolio's connection, in a transaction
 * @action: an action; gets the new state
 * @state: undone, or done again
 * @user: who says so
 * @time: when, in seconds since 1970, UTC
 * @error: return location
 *
 * Returns: whether it was written
 */
gboolean
capacity_history_turn (CapacityDb           *db,
                       CapacityAction       *action,
                       CapacityActionState   state,
                       const char           *user,
                       gint64                time,
                       GError              **error)
{
  static const char sql[] =
    "UPDATE action SET state = ?, turned_by = ?, turned_time = ? WHERE number = ?";
  CapacityStatement *statement = capacity_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  action->state = state;
  g_set_str (&action->turned_by, user);
  action->turned_time = time;
  capacity_statement_bind_int (statement, action->state);
  capacity_statement_bind_text (statement, action->turned_by);
  capacity_statement_bind_int (statement, action->turned_time);
  capacity_statement_bind_int (statement, action->number);

  return capacity_statement_run (statement, error);
}

/* Whatever stands in the way, such as a row that is not as the action left it, ends the whole. */
static int
abort_on_conflict (void                      *unused,
                   int                        kind,
                   sqlite3_changeset_iter    *iter)
{
  return SQLITE_CHANGESET_ABORT;
}

typedef int (*TableFilter) (void       *unused,
                            const char *table);

/* The rows of a cascade are in the changeset themselves, so no foreign key acts while it is applied. */
static gboolean
apply_bytes (CapacityDb   *db,
             const void   *bytes,
             int           size,
             TableFilter   filter,
             GError      **error)
{
  int rc = sqlite3changeset_apply_v2 (db->handle, size, (void *) bytes,
                                      filter, abort_on_conflict, NULL, NULL, NULL,
                                      SQLITE_CHANGESETAPPLY_FKNOACTION);

  /* A row to which others refer is told as a constraint. */
  if (rc == SQLITE_ABORT || rc == SQLITE_SCHEMA || rc == SQLITE_CONSTRAINT)
    g_set_error (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_CONFLICT,
                 "%s: the facts have changed since",
                 db->path);
  else if (rc != SQLITE_OK)
    capacity_set_sqlite_error (error, db->handle, rc, "changeset");

  return rc == SQLITE_OK;
}

static gboolean
apply_inverted (CapacityDb   *db,
                const void   *bytes,
                int           size,
                TableFilter   filter,
                GError      **error)
{
  void *inverted = NULL;
  int inverted_size = 0;
  int rc = sqlite3changeset_invert (size, bytes, &inverted_size, &inverted);
  gboolean is_applied = FALSE;

  if (rc == SQLITE_OK)
    is_applied = apply_bytes (db, inverted, inverted_size, filter, error);
  else
    capacity_set_sqlite_error (error, db->handle, rc, "changeset");
  sqlite3_free (inverted);

  return is_applied;
}

/**
 * capacity_history_find_changeset:
 * @db: a portfolio's connection
 * @action: number of an action
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a row whose only column has the rows that the action changed
 */
CapacityStatement *
capacity_history_find_changeset (CapacityDb  *db,
                                 gint64       action,
                                 GError     **error)
{
  g_autoptr (CapacityStatement) row = capacity_db_prepare (db, "SELECT bytes FROM changeset WHERE action = ?", error);

  if (row == NULL)
    return NULL;
  capacity_statement_bind_int (row, action);
  if (capacity_statement_next (row))
    return g_steal_pointer (&row);
  if (capacity_statement_check (row, error))
    g_set_error (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_DAMAGED, "%s: action without changes", db->path);

  return NULL;
}

/**
 * capacity_history_apply:
 * @db: a portfolio's connection, in a transaction
 * @action: an action of its history
 * @inverted: whether to take it back rather than do it again
 * @error: return location
 *
 * Changes the facts as an action did, or back.
 *
 * Errors: %CAPACITY_STORE_ERROR_CONFLICT where the rows are not as the action left or found them.
 *
 * Returns: whether all of it was applied
 */
gboolean
capacity_history_apply (CapacityDb            *db,
                        const CapacityAction  *action,
                        gboolean               inverted,
                        GError               **error)
{
  g_autoptr (CapacityStatement) row = capacity_history_find_changeset (db, action->number, error);
  const void *bytes;
  int size;

  if (row == NULL)
    return FALSE;
  bytes = sqlite3_column_blob (row->stmt, 0);
  size = sqlite3_column_bytes (row->stmt, 0);

  return inverted ? apply_inverted (db, bytes, size, NULL, error) : apply_bytes (db, bytes, size, NULL, error);
}

/**
 * capacity_history_reverts:
 * @table: a table of facts
 *
 * Returns: whether capacity_history_revert() changes it back. How files are read stays: later imports have used it.
 */
gboolean
capacity_history_reverts (const char *table)
{
  return !g_str_equal (table, "import_profile");
}

static int
filter_reverted (void       *unused,
                 const char *table)
{
  return capacity_history_reverts (table);
}

/**
 * capacity_history_revert:
 * @db: a portfolio's connection, in a transaction
 * @action: an action of its history, perhaps with others after it
 * @error: return location
 *
 * Changes the facts back to what they were before the action, as far as capacity_history_reverts() says.
 *
 * Errors: %CAPACITY_STORE_ERROR_CONFLICT where the rows are not as the action left them, or others refer to them.
 *
 * Returns: whether all of it was taken back
 */
gboolean
capacity_history_revert (CapacityDb            *db,
                         const CapacityAction  *action,
                         GError               **error)
{
  g_autoptr (CapacityStatement) row = capacity_history_find_changeset (db, action->number, error);

  return row != NULL
         && apply_inverted (db, sqlite3_column_blob (row->stmt, 0), sqlite3_column_bytes (row->stmt, 0), filter_reverted,
                            error);
}

/**
 * capacity_history_list_details:
 * @db: a portfolio's connection
 * @action: number of an action
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type CapacityDetail): what it changed, field by field
 */
GPtrArray *
capacity_history_list_details (CapacityDb  *db,
                               gint64       action,
                               GError     **error)
{
  g_autoptr (CapacityStatement) row = capacity_history_find_changeset (db, action, error);

  if (row == NULL)
    return NULL;

  return capacity_details_read (db, sqlite3_column_blob (row->stmt, 0), sqlite3_column_bytes (row->stmt, 0), error);
}

static gboolean
keep_subjects (CapacityDb    *db,
               gint64         action,
               int            kind,
               const GArray  *subjects,
               GError       **error)
{
  CapacityStatement *statement;

  statement = capacity_db_prepare (db, "INSERT INTO touched (action, kind, subject) VALUES (?, ?, ?)", error);
  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < subjects->len; i++)
    {
      capacity_statement_bind_int (statement, action);
      capacity_statement_bind_int (statement, kind);
      capacity_statement_bind_id (statement, &g_array_index (subjects, CapacityId, i));
      if (!capacity_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * capacity_history_keep_touched:
 * @db: a portfolio's connection, in a transaction
 * @action: number of an action
 * @services: (element-type CapacityId): the services it touched
 * @resources: (element-type CapacityId): the resources it touched
 * @error: return location
 *
 * Returns: whether they were written
 */
gboolean
capacity_history_keep_touched (CapacityDb    *db,
                               gint64         action,
                               const GArray  *services,
                               const GArray  *resources,
                               GError       **error)
{
  return keep_subjects (db, action, 0, services, error) && keep_subjects (db, action, 1, resources, error);
}

/**
 * capacity_history_read_touched:
 * @db: a portfolio's connection
 * @action: number of an action
 * @services: (element-type CapacityId): where to add the services it touched
 * @resources: (element-type CapacityId): where to add the resources it touched
 * @error: return location
 *
 * Returns: whether they were read
 */
gboolean
capacity_history_read_touched (CapacityDb  *db,
                               gint64       action,
                               GArray      *services,
                               GArray      *resources,
                               GError     **error)
{
  g_autoptr (CapacityStatement) row = NULL;

  row = capacity_db_prepare (db, "SELECT kind, subject FROM touched WHERE action = ?", error);
  if (row == NULL)
    return FALSE;
  capacity_statement_bind_int (row, action);
  while (capacity_statement_next (row))
    {
      CapacityId id = capacity_statement_get_id (row, 1);

      g_array_append_val (capacity_statement_get_int (row, 0, 0) == 0 ? services : resources, id);
    }

  return capacity_statement_check (row, error);
}
