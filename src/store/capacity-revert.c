/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-revert-private.h"

#include "capacity-edit-private.h"
#include "capacity-history-private.h"

#include <string.h>

/* Takes back an import that is not the last step: its changeset is applied inverted, as a step of its own. Where the rows
 * are no longer as it left them nothing is done, and the step that builds upon it is told. */

/**
 * Rows:
 * @keys: (element-type GBytes): the rows that an action changed, by table and key
 * @added: (element-type CapacityId): the identifiers of those it added, to which others may refer
 */
typedef struct
{
  GHashTable *keys;
  GHashTable *added;
} Rows;

static void
rows_clear (Rows *self)
{
  g_clear_pointer (&self->keys, g_hash_table_unref);
  g_clear_pointer (&self->added, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rows, rows_clear)

typedef sqlite3_changeset_iter Iter;

static void
iter_finalize (Iter *iter)
{
  sqlite3changeset_finalize (iter);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Iter, iter_finalize)

static Iter *
iter_new (CapacityDb         *db,
          CapacityStatement  *changeset,
          GError            **error)
{
  Iter *iter = NULL;
  int rc = sqlite3changeset_start (&iter, sqlite3_column_bytes (changeset->stmt, 0),
                                   (void *) sqlite3_column_blob (changeset->stmt, 0));

  if (rc != SQLITE_OK)
    capacity_set_sqlite_error (error, db->handle, rc, "changeset");

  return iter;
}

static sqlite3_value *
value_before (Iter *row,
              int   operation,
              int   column)
{
  sqlite3_value *value = NULL;

  if (operation == SQLITE_INSERT)
    sqlite3changeset_new (row, column, &value);
  else
    sqlite3changeset_old (row, column, &value);

  return value;
}

static GBytes *
key_of (Iter       *row,
        const char *table,
        int         operation)
{
  GByteArray *key = g_byte_array_new ();
  unsigned char *is_key = NULL;
  int n_columns = 0;

  g_byte_array_append (key, (const guint8 *) table, (guint) strlen (table) + 1);
  sqlite3changeset_pk (row, &is_key, &n_columns);
  for (int i = 0; i < n_columns; i++)
    if (is_key[i])
      {
        sqlite3_value *value = value_before (row, operation, i);

        if (value != NULL)
          g_byte_array_append (key, sqlite3_value_blob (value), (guint) sqlite3_value_bytes (value));
      }

  return g_byte_array_free_to_bytes (key);
}

static gboolean
id_in (sqlite3_value *value,
       CapacityId    *id)
{
  if (value == NULL || sqlite3_value_type (value) != SQLITE_BLOB || sqlite3_value_bytes (value) != sizeof *id)
    return FALSE;
  *id = *(const CapacityId *) sqlite3_value_blob (value);

  return TRUE;
}

/* The rows of an action that are changed back. */
static gboolean
collect_rows (CapacityDb  *db,
              gint64       action,
              Rows        *rows,
              GError     **error)
{
  g_autoptr (CapacityStatement) changeset = capacity_history_find_changeset (db, action, error);
  g_autoptr (Iter) row = changeset != NULL ? iter_new (db, changeset, error) : NULL;

  rows->keys = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  rows->added = g_hash_table_new_full (capacity_id_hash, capacity_id_equal, g_free, NULL);
  if (row == NULL)
    return FALSE;

  while (sqlite3changeset_next (row) == SQLITE_ROW)
    {
      const char *table;
      int n_columns, operation;
      CapacityId id;

      sqlite3changeset_op (row, &table, &n_columns, &operation, NULL);
      if (!capacity_history_reverts (table))
        continue;
      g_hash_table_add (rows->keys, key_of (row, table, operation));
      if (operation == SQLITE_INSERT && id_in (value_before (row, operation, 0), &id))
        g_hash_table_add (rows->added, g_memdup2 (&id, sizeof id));
    }

  return TRUE;
}

/* Whether the row is one of them, or refers to one that is new with them. */
static gboolean
builds_upon (Iter       *row,
             const Rows *rows)
{
  const char *table;
  int n_columns, operation;
  g_autoptr (GBytes) key = NULL;
  CapacityId id;

  sqlite3changeset_op (row, &table, &n_columns, &operation, NULL);
  key = key_of (row, table, operation);
  if (g_hash_table_contains (rows->keys, key))
    return TRUE;
  for (int i = 0; i < n_columns && operation != SQLITE_DELETE; i++)
    {
      sqlite3_value *value = NULL;

      sqlite3changeset_new (row, i, &value);
      if (id_in (value, &id) && g_hash_table_contains (rows->added, &id))
        return TRUE;
    }

  return FALSE;
}

static gboolean
action_builds_upon (CapacityDb           *db,
                    const CapacityAction *action,
                    const Rows           *rows)
{
  g_autoptr (CapacityStatement) changeset = capacity_history_find_changeset (db, action->number, NULL);
  g_autoptr (Iter) row = changeset != NULL ? iter_new (db, changeset, NULL) : NULL;

  while (row != NULL && sqlite3changeset_next (row) == SQLITE_ROW)
    if (builds_upon (row, rows))
      return TRUE;

  return FALSE;
}

/* The latest action after @reverted that changed the same rows or added to them: it is the first to be taken back. */
static CapacityAction *
find_obstacle (CapacityDb            *db,
               const CapacityAction  *reverted,
               GError               **error)
{
  g_autoptr (GPtrArray) actions = capacity_history_list (db, NULL, error);
  g_auto (Rows) rows = { NULL, NULL };

  if (actions == NULL || !collect_rows (db, reverted->number, &rows, error))
    return NULL;
  for (guint i = 0; i < actions->len; i++)
    {
      CapacityAction *action = actions->pdata[i];

      if (action->number <= reverted->number)
        break;
      if (action->state == CAPACITY_ACTION_DONE && action_builds_upon (db, action, &rows))
        return capacity_action_ref (action);
    }
  g_set_error (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_CONFLICT, "%s: the facts have changed since", db->path);

  return NULL;
}

static gboolean
write_back (CapacityDb  *db,
            gpointer     data,
            GError     **error)
{
  return capacity_history_revert (db, data, error);
}

/**
 * capacity_revert_import:
 * @db: a portfolio's connection
 * @import: an import
 * @user: who takes it back
 * @error: return location
 *
 * Takes back the action that imported it, with whatever else it did, as one action: all of it, or none. How files of the
 * kind are read stays remembered.
 *
 * Errors: %CAPACITY_STORE_ERROR_GONE where no action of the history imported it, or it was taken back.
 *
 * Returns: (transfer full) (nullable): how things stand; where a later action builds upon it nothing is changed, and that
 *   is the obstacle
 */
CapacityOutcome *
capacity_revert_import (CapacityDb        *db,
                        const CapacityId  *import,
                        const char        *user,
                        GError           **error)
{
  g_autoptr (CapacityAction) action = NULL;
  g_autoptr (CapacityAction) obstacle = NULL;
  g_autoptr (GError) conflict = NULL;
  CapacityPatch patch = { CAPACITY_VERB_REVERT_IMPORT, NULL, write_back, NULL };
  CapacityOutcome *outcome;

  if (!capacity_history_read_import (db, import, &action, error))
    return NULL;
  if (action == NULL)
    {
      g_set_error (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_GONE, "%s: no such import", db->path);
      return NULL;
    }

  patch.subject = action->subject;
  patch.data = action;
  outcome = capacity_edit_patch (db, &patch, user, &conflict);
  if (outcome != NULL)
    return outcome;
  if (!g_error_matches (conflict, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_CONFLICT))
    {
      g_propagate_error (error, g_steal_pointer (&conflict));
      return NULL;
    }

  obstacle = find_obstacle (db, action, error);
  outcome = obstacle != NULL ? capacity_edit_look (db, error) : NULL;
  if (outcome != NULL)
    outcome->obstacle = g_steal_pointer (&obstacle);

  return outcome;
}
