/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-detail-private.h"

#include "capacity-block-private.h"

#include <math.h>
#include <string.h>

/* Tells a changeset field by field. The columns are found by their names, so that a new kind of fact is told
 * as soon as the schema has it: "service" and "resource" name the owner, "name" what a person calls a thing. */

G_DEFINE_BOXED_TYPE (CapacityDetail, capacity_detail, capacity_detail_ref, capacity_detail_unref)

/**
 * Head:
 * @service: the service
 * @request: which applications
 * @measure: what is counted
 * @period: the length of the periods
 * @channel: the channel, or none
 *
 * What a volume series is about.
 */
typedef struct
{
  CapacityId          service;
  CapacityRequestKind request;
  CapacityMeasure     measure;
  CapacityPeriodKind  period;
  CapacityId          channel;
} Head;

/**
 * CapacityDetailReader:
 * @db: the file
 * @columns: table to the #GStrv of its columns
 * @names: identifier to name, of services, resources and channels
 * @heads: identifier of a volume series to its #Head
 * @details: (element-type CapacityDetail): what was found
 * @n_rows: facts so far
 */
struct _CapacityDetailReader
{
  CapacityDb *db;
  GHashTable *columns;
  GHashTable *names;
  GHashTable *heads;
  GPtrArray  *details;
  guint       n_rows;
};

typedef CapacityDetailReader Reading;

/**
 * Row:
 * @iter: where the changeset is
 * @table: of the row
 * @columns: their names
 * @n_columns: how many the changeset has; the table may have got more since
 * @operation: `SQLITE_INSERT`, `SQLITE_UPDATE` or `SQLITE_DELETE`
 * @is_conflict: whether before the change is what the file has, rather than what the changeset expects there
 */
typedef struct
{
  sqlite3_changeset_iter *iter;
  const char             *table;
  GStrv                   columns;
  int                     n_columns;
  int                     operation;
  gboolean                is_conflict;
} Row;

/**
 * capacity_detail_new:
 *
 * Returns: (transfer full): a detail of nothing yet
 */
CapacityDetail *
capacity_detail_new (void)
{
  return g_atomic_rc_box_new0 (CapacityDetail);
}

/**
 * capacity_detail_ref:
 * @self: a detail
 *
 * Returns: (transfer full): the same detail
 */
CapacityDetail *
capacity_detail_ref (CapacityDetail *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
detail_clear (gpointer data)
{
  CapacityDetail *self = data;

  g_free (self->subject);
  g_free (self->channel);
  g_clear_pointer (&self->before, g_variant_unref);
  g_clear_pointer (&self->after, g_variant_unref);
}

/**
 * capacity_detail_unref:
 * @self: (transfer full): a detail
 */
void
capacity_detail_unref (CapacityDetail *self)
{
  g_atomic_rc_box_release_full (self, detail_clear);
}

/**
 * capacity_detail_same_value:
 * @a: (nullable): a value of SQLite
 * @b: (nullable): another one
 *
 * Returns: whether they are of the same type and the same
 */
gboolean
capacity_detail_same_value (sqlite3_value *a,
                            sqlite3_value *b)
{
  if (a == NULL || b == NULL || sqlite3_value_type (a) != sqlite3_value_type (b))
    return FALSE;

  switch (sqlite3_value_type (a))
    {
    case SQLITE_INTEGER:
      return sqlite3_value_int64 (a) == sqlite3_value_int64 (b);
    case SQLITE_FLOAT:
      return sqlite3_value_double (a) == sqlite3_value_double (b);
    case SQLITE_NULL:
      return TRUE;
    default:
      return sqlite3_value_bytes (a) == sqlite3_value_bytes (b)
             && memcmp (sqlite3_value_blob (a), sqlite3_value_blob (b), (gsize) sqlite3_value_bytes (a)) == 0;
    }
}

static GStrv
list_columns (Reading     *self,
              const char  *table,
              GError     **error)
{
  GStrv columns = g_hash_table_lookup (self->columns, table);
  g_autoptr (CapacityStatement) row = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (columns != NULL)
    return columns;
  row = capacity_db_prepare (self->db, "SELECT name FROM pragma_table_info (?)", error);
  if (row == NULL)
    return NULL;
  capacity_statement_bind_text (row, table);
  while (capacity_statement_next (row))
    g_strv_builder_add (builder, capacity_statement_get_text (row, 0));
  if (!capacity_statement_check (row, error))
    return NULL;
  columns = g_strv_builder_end (builder);
  g_hash_table_insert (self->columns, g_strdup (table), columns);

  return columns;
}

static int
find_column (const Row  *row,
             const char *name)
{
  for (int i = 0; i < row->n_columns && row->columns[i] != NULL; i++)
    if (g_str_equal (row->columns[i], name))
      return i;

  return -1;
}

static sqlite3_value *
value_before (const Row *row,
              int        column)
{
  sqlite3_value *value = NULL;

  if (column >= 0 && row->is_conflict)
    sqlite3changeset_conflict (row->iter, column, &value);
  else if (column >= 0 && row->operation != SQLITE_INSERT)
    sqlite3changeset_old (row->iter, column, &value);

  return value;
}

static sqlite3_value *
value_expected (const Row *row,
                int        column)
{
  sqlite3_value *value = NULL;

  sqlite3changeset_old (row->iter, column, &value);

  return value;
}

static sqlite3_value *
value_after (const Row *row,
             int        column)
{
  sqlite3_value *value = NULL;

  if (column >= 0 && row->operation != SQLITE_DELETE)
    sqlite3changeset_new (row->iter, column, &value);

  return value;
}

/* What the row has in a column: after the change if there is an after, else before. */
static sqlite3_value *
value_of (const Row  *row,
          const char *name)
{
  int column = find_column (row, name);
  sqlite3_value *value = value_after (row, column);

  return value != NULL ? value : value_before (row, column);
}

static CapacityId
id_in (sqlite3_value *value)
{
  CapacityId id = CAPACITY_ID_NONE;

  if (value != NULL && sqlite3_value_type (value) == SQLITE_BLOB && sqlite3_value_bytes (value) == sizeof id)
    id = *(const CapacityId *) sqlite3_value_blob (value);

  return id;
}

static char *
text_in (sqlite3_value *value)
{
  const char *text = value != NULL ? (const char *) sqlite3_value_text (value) : NULL;

  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

static int
int_in (sqlite3_value *value)
{
  return value != NULL ? sqlite3_value_int (value) : 0;
}

static void
learn_name (Reading   *self,
            const Row *row)
{
  CapacityId id = id_in (value_of (row, "id"));
  char *name = text_in (value_of (row, "name"));

  if (name != NULL && !capacity_id_is_none (&id) && !g_hash_table_contains (self->names, &id))
    g_hash_table_insert (self->names, g_memdup2 (&id, sizeof id), g_steal_pointer (&name));
  g_free (name);
}

static void
learn_head (Reading   *self,
            const Row *row)
{
  CapacityId id = id_in (value_of (row, "id"));
  Head head;

  if (row->operation == SQLITE_UPDATE || capacity_id_is_none (&id))
    return;
  head.service = id_in (value_of (row, "service"));
  head.request = (CapacityRequestKind) int_in (value_of (row, "request"));
  head.measure = (CapacityMeasure) int_in (value_of (row, "measure"));
  head.period = (CapacityPeriodKind) int_in (value_of (row, "period"));
  head.channel = id_in (value_of (row, "channel"));
  g_hash_table_replace (self->heads, g_memdup2 (&id, sizeof id), g_memdup2 (&head, sizeof head));
}

static gboolean
learn (Reading    *self,
       const Row  *row,
       GError    **error)
{
  learn_name (self, row);
  if (g_str_equal (row->table, "series"))
    learn_head (self, row);

  return TRUE;
}

static gboolean
learn_kept_names (Reading  *self,
                  GError  **error)
{
  static const char sql[] = "SELECT id, name FROM service UNION ALL SELECT id, name FROM resource"
                            " UNION ALL SELECT id, name FROM channel";
  g_autoptr (CapacityStatement) row = capacity_db_prepare (self->db, sql, error);

  if (row == NULL)
    return FALSE;
  while (capacity_statement_next (row))
    {
      CapacityId id = capacity_statement_get_id (row, 0);

      g_hash_table_insert (self->names, g_memdup2 (&id, sizeof id), capacity_statement_dup_text (row, 1));
    }

  return capacity_statement_check (row, error);
}

static const Head *
find_head (Reading          *self,
           const CapacityId *series)
{
  static const char sql[] = "SELECT service, request, measure, period, channel FROM series WHERE id = ?";
  const Head *known = g_hash_table_lookup (self->heads, series);
  g_autoptr (CapacityStatement) row = NULL;
  Head *head;

  if (known != NULL)
    return known;
  row = capacity_db_prepare (self->db, sql, NULL);
  if (row == NULL)
    return NULL;
  capacity_statement_bind_id (row, series);
  if (!capacity_statement_next (row))
    return NULL;
  head = g_new0 (Head, 1);
  head->service = capacity_statement_get_id (row, 0);
  head->request = (CapacityRequestKind) capacity_statement_get_int (row, 1, 0);
  head->measure = (CapacityMeasure) capacity_statement_get_int (row, 2, 0);
  head->period = (CapacityPeriodKind) capacity_statement_get_int (row, 3, 0);
  head->channel = capacity_statement_get_id (row, 4);
  g_hash_table_insert (self->heads, g_memdup2 (series, sizeof *series), head);

  return head;
}

static gboolean
table_has (const Row  *row,
           const char *column)
{
  return g_strv_contains ((const char *const *) row->columns, column);
}

/* An update names only what it changes: whose the row is stands in the file. */
static CapacityId
look_up_owner (Reading    *self,
               const Row  *row,
               const char *column)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM \"%s\" WHERE id = ?", column, row->table);
  CapacityId id = id_in (value_of (row, "id"));
  g_autoptr (CapacityStatement) found = NULL;

  if (capacity_id_is_none (&id) || !table_has (row, column) || !table_has (row, "id"))
    return CAPACITY_ID_NONE;
  found = capacity_db_prepare (self->db, g_intern_string (sql), NULL);
  if (found == NULL)
    return CAPACITY_ID_NONE;
  capacity_statement_bind_id (found, &id);

  return capacity_statement_next (found) ? capacity_statement_get_id (found, 0) : CAPACITY_ID_NONE;
}

static CapacityId
find_owner (Reading   *self,
            const Row *row)
{
  static const char *const columns[] = { "service", "resource" };
  CapacityId id;

  if (table_has (row, "name") && table_has (row, "id"))
    return id_in (value_of (row, "id"));
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      id = id_in (value_of (row, columns[i]));
      if (!capacity_id_is_none (&id))
        return id;
    }
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      id = look_up_owner (self, row, columns[i]);
      if (!capacity_id_is_none (&id))
        return id;
    }

  return CAPACITY_ID_NONE;
}

/* A value as a person can read it; identifiers become names, and what has no name is left out. */
static GVariant *
tell (Reading       *self,
      sqlite3_value *value,
      const char    *subject)
{
  CapacityId id;
  const char *name;

  switch (value != NULL ? sqlite3_value_type (value) : SQLITE_NULL)
    {
    case SQLITE_INTEGER:
      return g_variant_ref_sink (g_variant_new_int64 (sqlite3_value_int64 (value)));
    case SQLITE_FLOAT:
      return g_variant_ref_sink (g_variant_new_double (sqlite3_value_double (value)));
    case SQLITE_TEXT:
      return g_variant_ref_sink (g_variant_new_take_string (text_in (value)));
    case SQLITE_BLOB:
      if (sqlite3_value_bytes (value) != sizeof id) /* of a picture nothing more can be told */
        return g_variant_ref_sink (g_variant_new_int64 (sqlite3_value_bytes (value)));
      id = id_in (value);
      name = g_hash_table_lookup (self->names, &id);
      if (name != NULL && g_strcmp0 (name, subject) != 0)
        return g_variant_ref_sink (g_variant_new_string (name));
      return NULL;
    default:
      return NULL;
    }
}

static CapacityDetail *
start_detail (Reading    *self,
              const Row  *row,
              const char *column,
              const char *subject)
{
  CapacityDetail *detail = capacity_detail_new ();

  detail->kind = row->operation == SQLITE_INSERT   ? CAPACITY_DETAIL_ADDED
                 : row->operation == SQLITE_DELETE ? CAPACITY_DETAIL_REMOVED
                                                   : CAPACITY_DETAIL_CHANGED;
  detail->table = g_intern_string (row->table);
  detail->column = g_intern_string (column);
  detail->subject = g_strdup (subject);
  detail->row = self->n_rows;

  return detail;
}

static void
take_detail (Reading        *self,
             CapacityDetail *detail)
{
  if ((detail->before != NULL || detail->after != NULL) && self->details->len < CAPACITY_DETAILS_MOST)
    g_ptr_array_add (self->details, detail);
  else
    capacity_detail_unref (detail);
}

/* Whether both say the same of a column, or only one of them has changed it. */
static gboolean
is_agreed (const Row *row,
           int        column)
{
  sqlite3_value *mine = value_before (row, column);
  sqlite3_value *theirs = value_after (row, column);

  if (row->operation == SQLITE_DELETE)
    return FALSE;

  return theirs == NULL || capacity_detail_same_value (mine, theirs)
         || (row->operation == SQLITE_UPDATE && capacity_detail_same_value (mine, value_expected (row, column)));
}

static void
tell_fields (Reading   *self,
             const Row *row)
{
  CapacityId owner = find_owner (self, row);
  const char *subject = g_hash_table_lookup (self->names, &owner);

  for (int i = 0; i < row->n_columns && row->columns[i] != NULL; i++)
    {
      CapacityDetail *detail = start_detail (self, row, row->columns[i], subject);

      if (!g_str_equal (row->columns[i], "id"))
        {
          detail->before = tell (self, value_before (row, i), subject);
          detail->after = tell (self, value_after (row, i), subject);
        }
      if (row->is_conflict && is_agreed (row, i))
        {
          g_clear_pointer (&detail->before, g_variant_unref);
          g_clear_pointer (&detail->after, g_variant_unref);
        }
      take_detail (self, detail);
    }
}

static void
unpack (sqlite3_value *value,
        double        *counts)
{
  if (value != NULL && sqlite3_value_type (value) == SQLITE_BLOB
      && sqlite3_value_bytes (value) == CAPACITY_BLOCK_BYTES)
    capacity_block_unpack (sqlite3_value_blob (value), counts);
  else
    capacity_block_clear (counts);
}

static GVariant *
tell_count (double count)
{
  return isnan (count) ? NULL : g_variant_ref_sink (g_variant_new_double (count));
}

static gboolean
is_same (double a,
         double b)
{
  return a == b || (isnan (a) && isnan (b));
}

/* A block of volumes is told value by value, and only what differs. */
static void
tell_volumes (Reading   *self,
              const Row *row)
{
  int column = find_column (row, "counts");
  CapacityId series = id_in (value_of (row, "series"));
  const Head *head = find_head (self, &series);
  gint64 first = (gint64) int_in (value_of (row, "block")) * CAPACITY_BLOCK_SIZE;
  double before[CAPACITY_BLOCK_SIZE];
  double after[CAPACITY_BLOCK_SIZE];
  double base[CAPACITY_BLOCK_SIZE];

  if (head == NULL)
    return;
  unpack (row->operation != SQLITE_INSERT ? value_expected (row, column) : NULL, base);
  unpack (value_before (row, column), before);
  unpack (value_after (row, column), after);
  for (int i = 0; i < CAPACITY_BLOCK_SIZE; i++)
    {
      const char *subject = g_hash_table_lookup (self->names, &head->service);
      CapacityDetail *detail;

      if (is_same (before[i], after[i])
          || (row->is_conflict && (is_same (base[i], before[i]) || is_same (base[i], after[i]))))
        continue;
      detail = start_detail (self, row, "counts", subject);
      detail->kind = isnan (before[i])  ? CAPACITY_DETAIL_ADDED
                     : isnan (after[i]) ? CAPACITY_DETAIL_REMOVED
                                        : CAPACITY_DETAIL_CHANGED;
      detail->period.kind = head->period;
      detail->period.index = (int) (first + i);
      detail->request = head->request;
      detail->measure = head->measure;
      detail->channel = g_strdup (g_hash_table_lookup (self->names, &head->channel));
      detail->before = tell_count (before[i]);
      detail->after = tell_count (after[i]);
      take_detail (self, detail);
    }
}

static gboolean
tell_row (Reading    *self,
          const Row  *row,
          GError    **error)
{
  if (g_str_equal (row->table, "volume"))
    tell_volumes (self, row);
  else
    tell_fields (self, row);
  self->n_rows++;

  return TRUE;
}

static gboolean
for_each_row (Reading        *self,
              gconstpointer   changeset,
              int             size,
              gboolean      (*func) (Reading *, const Row *, GError **),
              GError        **error)
{
  sqlite3_changeset_iter *iter = NULL;
  gboolean is_good = TRUE;
  int rc = sqlite3changeset_start (&iter, size, (void *) changeset);

  while (rc == SQLITE_OK && is_good && sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      Row row = { .iter = iter };
      int indirect;

      sqlite3changeset_op (iter, &row.table, &row.n_columns, &row.operation, &indirect);
      row.columns = list_columns (self, row.table, error);
      is_good = row.columns != NULL && func (self, &row, error);
    }
  if (rc == SQLITE_OK)
    rc = sqlite3changeset_finalize (iter);
  if (is_good && rc != SQLITE_OK)
    capacity_set_sqlite_error (error, self->db->handle, rc, "changeset");

  return is_good && rc == SQLITE_OK;
}

/**
 * capacity_detail_reader_new:
 * @db: a portfolio's connection
 * @changeset: (array length=size): rows that were or would be changed
 * @size: bytes of it
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what tells the rows of the changeset
 */
CapacityDetailReader *
capacity_detail_reader_new (CapacityDb     *db,
                            gconstpointer   changeset,
                            int             size,
                            GError        **error)
{
  g_autoptr (CapacityDetailReader) self = g_new0 (CapacityDetailReader, 1);

  self->db = db;
  self->columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
  self->names = g_hash_table_new_full (capacity_id_hash, capacity_id_equal, g_free, g_free);
  self->heads = g_hash_table_new_full (capacity_id_hash, capacity_id_equal, g_free, g_free);
  self->details = g_ptr_array_new_with_free_func ((GDestroyNotify) capacity_detail_unref);
  if (!learn_kept_names (self, error) || !for_each_row (self, changeset, size, learn, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * capacity_detail_reader_free:
 * @self: (transfer full): a reader
 */
void
capacity_detail_reader_free (CapacityDetailReader *self)
{
  g_hash_table_unref (self->columns);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->heads);
  g_ptr_array_unref (self->details);
  g_free (self);
}

/**
 * capacity_detail_reader_get_column:
 * @self: a reader
 * @table: a table that the changeset has
 * @column: counted from 0
 *
 * Returns: its name
 */
const char *
capacity_detail_reader_get_column (CapacityDetailReader *self,
                                   const char           *table,
                                   int                   column)
{
  return list_columns (self, table, NULL)[column];
}

/**
 * capacity_detail_reader_tell_conflict:
 * @self: a reader
 * @iter: a row of the changeset that cannot be applied
 * @is_there: whether the file has the row
 *
 * Returns: (transfer full) (element-type CapacityDetail): the fields of which the file (before) and the
 *   changeset (after) say different things
 */
GPtrArray *
capacity_detail_reader_tell_conflict (CapacityDetailReader   *self,
                                      sqlite3_changeset_iter *iter,
                                      gboolean                is_there)
{
  Row row = { .iter = iter, .is_conflict = is_there };
  int indirect;

  sqlite3changeset_op (iter, &row.table, &row.n_columns, &row.operation, &indirect);
  row.columns = list_columns (self, row.table, NULL);
  g_clear_pointer (&self->details, g_ptr_array_unref);
  self->details = g_ptr_array_new_with_free_func ((GDestroyNotify) capacity_detail_unref);
  if (row.columns != NULL)
    tell_row (self, &row, NULL);

  return g_ptr_array_ref (self->details);
}

/**
 * capacity_details_read:
 * @db: a portfolio's connection
 * @changeset: (array length=size): rows that were or would be changed
 * @size: bytes of it
 * @error: return location
 *
 * Tells a changeset field by field, up to %CAPACITY_DETAILS_MOST fields.
 *
 * Returns: (transfer full) (nullable) (element-type CapacityDetail): the fields, in the order of the changeset
 */
GPtrArray *
capacity_details_read (CapacityDb     *db,
                       gconstpointer   changeset,
                       int             size,
                       GError        **error)
{
  g_autoptr (CapacityDetailReader) self = capacity_detail_reader_new (db, changeset, size, error);

  if (self == NULL || !for_each_row (self, changeset, size, tell_row, error))
    return NULL;

  return g_ptr_array_ref (self->details);
}
