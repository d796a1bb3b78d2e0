/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-merging-private.h"

#include "capacity-block-private.h"
#include "capacity-detail-private.h"
#include "capacity-parcel-private.h"
#include "capacity-schema-private.h"

#include <math.h>

/* Applies a colleague's changes. All their actions become one changeset, and SQLite applies it row by row.
 * Where a row is not as they left it, their change is taken field by field, and volumes period by period: what
 * only one of the two has changed is no conflict. What both have changed is one, and stays mine unless the
 * choice is theirs. */

/* Actions of the own history that are searched for who changed a fact last. */
#define ACTIONS_SEARCHED 1000

/**
 * Merging:
 * @db: the file
 * @parcel: what the colleague sent
 * @changeset: all of it in one
 * @size: bytes of it
 * @reader: tells its rows
 * @theirs: keys of the facts for which their change is taken
 * @writes: (element-type Write): what is still to be written
 * @conflicts: (element-type CapacityConflict): what was met
 * @n_left_out: rows that belong to what is gone
 */
typedef struct
{
  CapacityDb           *db;
  CapacityParcel       *parcel;
  void                 *changeset;
  int                   size;
  CapacityDetailReader *reader;
  const char *const    *theirs;
  GPtrArray            *writes;
  GPtrArray            *conflicts;
  guint                 n_left_out;
} Merging;

/**
 * Write:
 * @sql: an UPDATE of one column, interned; its parameters are the value and then the key
 * @value: what to write
 * @key: of the row; with its block, for volumes
 * @block: (nullable): likewise
 */
typedef struct
{
  const char    *sql;
  sqlite3_value *value;
  GBytes        *bytes;
  CapacityId     key;
  gint64         block;
} Write;

static void
write_free (Write *write)
{
  sqlite3_value_free (write->value);
  g_clear_pointer (&write->bytes, g_bytes_unref);
  g_free (write);
}

static void
merging_clear (Merging *self)
{
  g_clear_pointer (&self->reader, capacity_detail_reader_free);
  g_clear_pointer (&self->parcel, capacity_parcel_free);
  g_clear_pointer (&self->writes, g_ptr_array_unref);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  sqlite3_free (self->changeset);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Merging, merging_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_changegroup, sqlite3changegroup_delete)

static gboolean
refuse (const char  *path,
        int          code,
        const char  *why,
        GError     **error)
{
  g_set_error (error, CAPACITY_STORE_ERROR, code, "%s: %s", path, why);

  return FALSE;
}

static gboolean
combine (Merging     *self,
         const char  *path,
         GError     **error)
{
  g_autoptr (sqlite3_changegroup) group = NULL;
  int rc = sqlite3changegroup_new (&group);

  if (rc == SQLITE_OK)
    rc = sqlite3changegroup_schema (group, self->db->handle, "main");
  for (guint i = 0; rc == SQLITE_OK && i < self->parcel->actions->len; i++)
    {
      const CapacityParcelAction *action = self->parcel->actions->pdata[i];
      gsize size;
      gconstpointer bytes = g_bytes_get_data (action->changeset, &size);

      rc = sqlite3changegroup_add (group, (int) size, (void *) bytes);
    }
  if (rc == SQLITE_OK)
    rc = sqlite3changegroup_output (group, &self->size, &self->changeset);
  if (rc == SQLITE_NOMEM)
    capacity_set_sqlite_error (error, self->db->handle, rc, "changes");
  else if (rc != SQLITE_OK)
    refuse (path, CAPACITY_STORE_ERROR_NOT_CHANGES, sqlite3_errstr (rc), error);

  return rc == SQLITE_OK;
}

static gboolean
check_institution (Merging     *self,
                   const char  *path,
                   GError     **error)
{
  g_autoptr (CapacityStatement) row = capacity_db_prepare (self->db, "SELECT id FROM institution", error);
  CapacityId id = CAPACITY_ID_NONE;

  if (row == NULL)
    return FALSE;
  if (capacity_statement_next (row))
    id = capacity_statement_get_id (row, 0);
  if (!capacity_statement_check (row, error))
    return FALSE;
  if (self->parcel->schema > capacity_schema_latest ())
    return refuse (path, CAPACITY_STORE_ERROR_NEWER, "changes of a newer schema", error);
  if (!capacity_id_equal (&id, &self->parcel->institution))
    return refuse (path, CAPACITY_STORE_ERROR_OTHER_PORTFOLIO, "changes of another portfolio", error);

  return TRUE;
}

static gboolean
start (Merging     *self,
       CapacityDb  *db,
       const char  *path,
       GError     **error)
{
  self->db = db;
  self->writes = g_ptr_array_new_with_free_func ((GDestroyNotify) write_free);
  self->conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) capacity_conflict_unref);
  self->parcel = capacity_parcel_read (path, error);
  if (self->parcel == NULL || !check_institution (self, path, error) || !combine (self, path, error))
    return FALSE;
  self->reader = capacity_detail_reader_new (db, self->changeset, self->size, error);

  return self->reader != NULL;
}

static int
is_fact (void       *data,
         const char *table)
{
  return g_strv_contains (capacity_edit_list_fact_tables (), table);
}

static sqlite3_value *
key_value (sqlite3_changeset_iter *iter,
           int                     column)
{
  sqlite3_value *value = NULL;
  const char *table;
  int n_columns;
  int operation;
  int indirect;

  sqlite3changeset_op (iter, &table, &n_columns, &operation, &indirect);
  if (operation == SQLITE_INSERT)
    sqlite3changeset_new (iter, column, &value);
  else
    sqlite3changeset_old (iter, column, &value);

  return value;
}

/* A text that is the same for the same row, whatever changes it. */
static char *
name_row (sqlite3_changeset_iter *iter)
{
  const char *table;
  unsigned char *is_key;
  int n_columns;
  int operation;
  int indirect;
  GString *name;

  sqlite3changeset_op (iter, &table, &n_columns, &operation, &indirect);
  sqlite3changeset_pk (iter, &is_key, &n_columns);
  name = g_string_new (table);
  for (int i = 0; i < n_columns; i++)
    {
      sqlite3_value *value = is_key[i] ? key_value (iter, i) : NULL;
      const guint8 *bytes = value != NULL ? sqlite3_value_blob (value) : NULL;
      int size = value != NULL ? sqlite3_value_bytes (value) : 0;

      if (is_key[i])
        g_string_append_c (name, '.');
      for (int k = 0; k < size; k++)
        g_string_append_printf (name, "%02x", bytes[k]);
    }

  return g_string_free_and_steal (name);
}

static gboolean
is_theirs (Merging    *self,
           const char *key)
{
  return self->theirs != NULL && g_strv_contains (self->theirs, key);
}

static void
add_conflict (Merging                *self,
              CapacityConflictKind    kind,
              sqlite3_changeset_iter *iter,
              GPtrArray              *details)
{
  CapacityConflict *conflict = g_atomic_rc_box_new0 (CapacityConflict);

  conflict->kind = kind;
  conflict->key = name_row (iter);
  conflict->details = g_ptr_array_ref (details);
  g_ptr_array_add (self->conflicts, conflict);
}

static void
queue_block (Merging      *self,
             CapacityId    series,
             gint64        block,
             const double *counts)
{
  Write *write = g_new0 (Write, 1);
  guint8 bytes[CAPACITY_BLOCK_BYTES];

  capacity_block_pack (counts, bytes);
  write->sql = "UPDATE volume SET counts = ? WHERE series = ? AND block = ?";
  write->bytes = g_bytes_new (bytes, sizeof bytes);
  write->key = series;
  write->block = block;
  g_ptr_array_add (self->writes, write);
}

static gboolean
is_block (sqlite3_value *value)
{
  return value != NULL && sqlite3_value_type (value) == SQLITE_BLOB
         && sqlite3_value_bytes (value) == CAPACITY_BLOCK_BYTES;
}

static gboolean
is_same (double a,
         double b)
{
  return a == b || (isnan (a) && isnan (b));
}

/* The columns of a volume are its series, block and counts. */
static void
merge_block (Merging                *self,
             sqlite3_changeset_iter *iter,
             int                     operation,
             gboolean                prefers_theirs)
{
  sqlite3_value *values[3] = { NULL, NULL, NULL };
  double counts[3][CAPACITY_BLOCK_SIZE]; /* before both, mine, theirs */
  CapacityId series;

  if (operation == SQLITE_UPDATE)
    sqlite3changeset_old (iter, 2, &values[0]);
  sqlite3changeset_conflict (iter, 2, &values[1]);
  sqlite3changeset_new (iter, 2, &values[2]);
  for (int i = 0; i < 3; i++)
    if (is_block (values[i]))
      capacity_block_unpack (sqlite3_value_blob (values[i]), counts[i]);
    else
      capacity_block_clear (counts[i]);
  for (int i = 0; i < CAPACITY_BLOCK_SIZE; i++)
    if (!is_same (counts[2][i], counts[0][i]) && (prefers_theirs || is_same (counts[1][i], counts[0][i])))
      counts[1][i] = counts[2][i];
  series = *(const CapacityId *) sqlite3_value_blob (key_value (iter, 0));
  queue_block (self, series, sqlite3_value_int64 (key_value (iter, 1)), counts[1]);
}

static const char *
update_of (Merging    *self,
           const char *table,
           int         column)
{
  const char *name = capacity_detail_reader_get_column (self->reader, table, column);
  g_autofree char *sql = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = ? WHERE id = ?", table, name);

  return g_intern_string (sql);
}

/* Takes their change of a row of facts column by column; the first column is its identifier. */
static void
merge_columns (Merging                *self,
               sqlite3_changeset_iter *iter,
               const char             *table,
               int                     n_columns,
               gboolean                prefers_theirs)
{
  for (int i = 1; i < n_columns; i++)
    {
      sqlite3_value *before = NULL;
      sqlite3_value *mine = NULL;
      sqlite3_value *theirs = NULL;
      Write *write;

      sqlite3changeset_old (iter, i, &before);
      sqlite3changeset_conflict (iter, i, &mine);
      sqlite3changeset_new (iter, i, &theirs);
      if (theirs == NULL || capacity_detail_same_value (mine, theirs)
          || (!prefers_theirs && !capacity_detail_same_value (mine, before)))
        continue;
      write = g_new0 (Write, 1);
      write->sql = update_of (self, table, i);
      write->value = sqlite3_value_dup (theirs);
      write->key = *(const CapacityId *) sqlite3_value_blob (key_value (iter, 0));
      write->block = -1;
      g_ptr_array_add (self->writes, write);
    }
}

static gboolean
has_identifier (sqlite3_changeset_iter *iter)
{
  sqlite3_value *value = key_value (iter, 0);

  return value != NULL && sqlite3_value_type (value) == SQLITE_BLOB
         && sqlite3_value_bytes (value) == sizeof (CapacityId);
}

static int
meet_difference (Merging                *self,
                 sqlite3_changeset_iter *iter)
{
  g_autoptr (GPtrArray) details = capacity_detail_reader_tell_conflict (self->reader, iter, TRUE);
  g_autofree char *key = name_row (iter);
  gboolean prefers_theirs = is_theirs (self, key);
  const char *table;
  int n_columns;
  int operation;
  int indirect;

  sqlite3changeset_op (iter, &table, &n_columns, &operation, &indirect);
  if (details->len > 0)
    add_conflict (self, CAPACITY_CONFLICT_CHANGED, iter, details);
  if (g_str_equal (table, "volume") && operation != SQLITE_DELETE && has_identifier (iter))
    merge_block (self, iter, operation, prefers_theirs);
  else if (operation == SQLITE_UPDATE && has_identifier (iter))
    merge_columns (self, iter, table, n_columns, prefers_theirs);
  else if (details->len > 0 && prefers_theirs)
    return SQLITE_CHANGESET_REPLACE;

  return SQLITE_CHANGESET_OMIT;
}

static int
meet_absence (Merging                *self,
              CapacityConflictKind    kind,
              sqlite3_changeset_iter *iter)
{
  g_autoptr (GPtrArray) details = capacity_detail_reader_tell_conflict (self->reader, iter, FALSE);
  const char *table;
  int n_columns;
  int operation;
  int indirect;

  sqlite3changeset_op (iter, &table, &n_columns, &operation, &indirect);
  if (operation != SQLITE_DELETE && details->len > 0)
    add_conflict (self, kind, iter, details);

  return SQLITE_CHANGESET_OMIT;
}

static int
meet_conflict (void                   *data,
               int                     kind,
               sqlite3_changeset_iter *iter)
{
  switch (kind)
    {
    case SQLITE_CHANGESET_DATA:
    case SQLITE_CHANGESET_CONFLICT:
      return meet_difference (data, iter);
    case SQLITE_CHANGESET_NOTFOUND:
      return meet_absence (data, CAPACITY_CONFLICT_GONE, iter);
    case SQLITE_CHANGESET_CONSTRAINT:
      return meet_absence (data, CAPACITY_CONFLICT_TAKEN, iter);
    case SQLITE_CHANGESET_FOREIGN_KEY:
    default:
      return SQLITE_CHANGESET_OMIT;
    }
}

static gboolean
run_write (Merging      *self,
           const Write  *write,
           GError      **error)
{
  CapacityStatement *statement = capacity_db_prepare (self->db, write->sql, error);

  if (statement == NULL)
    return FALSE;
  if (write->bytes != NULL)
    capacity_statement_bind_blob (statement, g_bytes_get_data (write->bytes, NULL), g_bytes_get_size (write->bytes));
  else
    sqlite3_bind_value (statement->stmt, ++statement->n_bound, write->value);
  capacity_statement_bind_id (statement, &write->key);
  if (write->block >= 0)
    capacity_statement_bind_int (statement, write->block);

  return capacity_statement_run (statement, error);
}

/* Removes the rows whose owner is not there. */
static gboolean
prune_reference (Merging     *self,
                 const char  *table,
                 const char  *column,
                 const char  *parent,
                 GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM \"%s\" WHERE \"%s\" IS NOT NULL AND NOT EXISTS"
                                          " (SELECT 1 FROM \"%s\" AS parent WHERE parent.id = \"%s\".\"%s\")",
                                          table, column, parent, table, column);

  if (!capacity_db_execute (self->db, sql, error))
    return FALSE;
  self->n_left_out += (guint) sqlite3_changes (self->db->handle);

  return TRUE;
}

static gboolean
prune_table (Merging     *self,
             const char  *table,
             GError     **error)
{
  g_autoptr (CapacityStatement) row = NULL;

  row = capacity_db_prepare (self->db, "SELECT \"from\", \"table\" FROM pragma_foreign_key_list (?)", error);
  if (row == NULL)
    return FALSE;
  capacity_statement_bind_text (row, table);
  while (capacity_statement_next (row))
    {
      g_autofree char *column = capacity_statement_dup_text (row, 0);
      g_autofree char *parent = capacity_statement_dup_text (row, 1);

      if (!prune_reference (self, table, column, parent, error))
        return FALSE;
    }

  return capacity_statement_check (row, error);
}

/* Parents come before their children, so one pass finds all. */
static gboolean
prune (Merging  *self,
       GError  **error)
{
  const char *const *tables = capacity_edit_list_fact_tables ();

  if (!capacity_db_execute (self->db, "PRAGMA defer_foreign_keys = ON", error))
    return FALSE;
  for (guint i = 0; tables[i] != NULL; i++)
    if (!prune_table (self, tables[i], error))
      return FALSE;

  return TRUE;
}

static gboolean
write_changes (CapacityDb  *db,
               gpointer     data,
               GError     **error)
{
  Merging *self = data;
  int rc = sqlite3changeset_apply_v2 (db->handle, self->size, self->changeset, is_fact, meet_conflict, self, NULL,
                                      NULL, SQLITE_CHANGESETAPPLY_FKNOACTION);

  if (rc != SQLITE_OK)
    {
      capacity_set_sqlite_error (error, db->handle, rc, "changes");
      return FALSE;
    }
  for (guint i = 0; i < self->writes->len; i++)
    if (!run_write (self, self->writes->pdata[i], error))
      return FALSE;

  return prune (self, error);
}

/**
 * Author:
 * @who: who changed a fact last
 * @time: when
 */
typedef struct
{
  char  *who;
  gint64 time;
} Author;

static void
author_free (Author *author)
{
  g_free (author->who);
  g_free (author);
}

static void
note_authors (GHashTable *authors,
              const void *bytes,
              int         size,
              const char *who,
              gint64      time)
{
  sqlite3_changeset_iter *iter = NULL;

  if (sqlite3changeset_start (&iter, size, (void *) bytes) != SQLITE_OK)
    return;
  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      Author *author = g_new0 (Author, 1);

      author->who = g_strdup (who);
      author->time = time;
      g_hash_table_insert (authors, name_row (iter), author);
    }
  sqlite3changeset_finalize (iter);
}

static GHashTable *
find_their_authors (Merging *self)
{
  GHashTable *authors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) author_free);

  for (guint i = 0; i < self->parcel->actions->len; i++)
    {
      const CapacityParcelAction *action = self->parcel->actions->pdata[i];
      gsize size;
      gconstpointer bytes = g_bytes_get_data (action->changeset, &size);

      note_authors (authors, bytes, (int) size, action->who, action->time);
    }

  return authors;
}

static GHashTable *
find_my_authors (Merging  *self,
                 GError  **error)
{
  static const char sql[] =
    "SELECT who, time, bytes FROM action JOIN changeset ON action = number"
    " WHERE state = 0 AND number > (SELECT max (number) FROM action) - ? ORDER BY number";
  g_autoptr (GHashTable) authors = NULL;
  g_autoptr (CapacityStatement) row = capacity_db_prepare (self->db, sql, error);

  authors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) author_free);
  if (row == NULL)
    return NULL;
  capacity_statement_bind_int (row, ACTIONS_SEARCHED);
  while (capacity_statement_next (row))
    note_authors (authors, sqlite3_column_blob (row->stmt, 2), sqlite3_column_bytes (row->stmt, 2),
                  capacity_statement_get_text (row, 0), capacity_statement_get_int (row, 1, 0));

  return capacity_statement_check (row, error) ? g_steal_pointer (&authors) : NULL;
}

static gboolean
name_authors (Merging  *self,
              GError  **error)
{
  g_autoptr (GHashTable) mine = find_my_authors (self, error);
  g_autoptr (GHashTable) theirs = find_their_authors (self);

  if (mine == NULL)
    return FALSE;
  for (guint i = 0; i < self->conflicts->len; i++)
    {
      CapacityConflict *conflict = self->conflicts->pdata[i];
      const Author *me = g_hash_table_lookup (mine, conflict->key);
      const Author *them = g_hash_table_lookup (theirs, conflict->key);

      conflict->my_who = g_strdup (me != NULL ? me->who : NULL);
      conflict->my_time = me != NULL ? me->time : 0;
      conflict->their_who = g_strdup (them != NULL ? them->who : NULL);
      conflict->their_time = them != NULL ? them->time : 0;
    }

  return TRUE;
}

static GPtrArray *
try_changes (Merging  *self,
             GError  **error)
{
  g_autoptr (sqlite3_session) session = capacity_edit_start_session (self->db, error);
  void *changeset = NULL;
  int size = 0;
  GPtrArray *details = NULL;
  int rc;

  if (session == NULL || !write_changes (self->db, self, error))
    return NULL;
  rc = sqlite3session_changeset (session, &size, &changeset);
  if (rc == SQLITE_OK)
    details = capacity_details_read (self->db, changeset, size, error);
  else
    capacity_set_sqlite_error (error, self->db->handle, rc, "session");
  sqlite3_free (changeset);

  return details;
}

/**
 * capacity_merging_preview:
 * @db: a portfolio's connection
 * @path: a file of changes
 * @error: return location
 *
 * Applies a colleague's changes, looks what comes of it and takes it back.
 *
 * Returns: (transfer full) (nullable): what would come of it
 */
CapacityMerge *
capacity_merging_preview (CapacityDb  *db,
                          const char  *path,
                          GError     **error)
{
  g_auto (Merging) self = { 0 };
  g_autoptr (GPtrArray) details = NULL;
  CapacityMerge *merge;
  gboolean is_told;

  if (!start (&self, db, path, error) || !capacity_db_begin (db, error))
    return NULL;
  details = try_changes (&self, error);
  is_told = details != NULL && name_authors (&self, error);
  capacity_db_roll_back (db);
  if (!is_told)
    return NULL;

  merge = g_atomic_rc_box_new0 (CapacityMerge);
  merge->who = g_strdup (self.parcel->who);
  merge->time = self.parcel->time;
  merge->since = self.parcel->since;
  merge->n_actions = self.parcel->actions->len;
  merge->details = g_steal_pointer (&details);
  merge->conflicts = g_steal_pointer (&self.conflicts);
  merge->n_left_out = self.n_left_out;

  return merge;
}

/**
 * capacity_merging_apply:
 * @db: a portfolio's connection
 * @path: a file of changes
 * @theirs: (nullable): keys of the conflicts in which their change is taken
 * @user: who applies it
 * @error: return location
 *
 * Applies a colleague's changes as one action: all of it, or none.
 *
 * Returns: (transfer full) (nullable): how things stand
 */
CapacityOutcome *
capacity_merging_apply (CapacityDb         *db,
                        const char         *path,
                        const char *const  *theirs,
                        const char         *user,
                        GError            **error)
{
  g_auto (Merging) self = { 0 };
  CapacityPatch patch = { CAPACITY_VERB_MERGE, NULL, write_changes, &self };

  if (!start (&self, db, path, error))
    return NULL;
  self.theirs = theirs;
  patch.subject = self.parcel->who;

  return capacity_edit_patch (db, &patch, user, error);
}
