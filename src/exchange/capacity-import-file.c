/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-file-private.h"

#include "capacity-workbook.h"

#define READ_AT_ONCE (1024 * 1024)

struct _CapacityImportFile
{
  char      *name;
  GPtrArray *tables; /* CapacityImportTable */
};

G_DEFINE_BOXED_TYPE (CapacityImportFile, capacity_import_file, capacity_import_file_ref, capacity_import_file_unref)

static gboolean
check_size (const char  *name,
            goffset      size,
            GError     **error)
{
  if (size <= CAPACITY_IMPORT_MAX_BYTES)
    return TRUE;
  g_set_error (error, CAPACITY_EXCHANGE_ERROR, CAPACITY_EXCHANGE_ERROR_TOO_LARGE,
               "%s: more than %" G_GINT64_FORMAT " bytes", name, CAPACITY_IMPORT_MAX_BYTES);
  return FALSE;
}

static gboolean
check_info (GFileInfo  *info,
            GError    **error)
{
  const char *name = g_file_info_get_display_name (info);

  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, CAPACITY_EXCHANGE_ERROR, CAPACITY_EXCHANGE_ERROR_DIRECTORY, "%s: not a regular file", name);
      return FALSE;
    }
  return check_size (name, g_file_info_get_size (info), error);
}

/* Reads all of @stream, and no more than is allowed if the file grows meanwhile. */
static GBytes *
read_stream (GInputStream  *stream,
             const char    *name,
             gsize          expected,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autofree guint8 *bytes = g_malloc (expected + 1);
  gsize allocated = expected + 1;
  gsize length = 0;

  while (TRUE)
    {
      gssize n = g_input_stream_read (stream, bytes + length, MIN (allocated - length, READ_AT_ONCE), cancellable,
                                      error);

      if (n < 0 || !check_size (name, (goffset) length + n, error))
        return NULL;
      if (n == 0)
        break;
      length += (gsize) n;
      if (length == allocated)
        {
          allocated += READ_AT_ONCE;
          bytes = g_realloc (bytes, allocated);
        }
    }
  return g_bytes_new_take (g_steal_pointer (&bytes), length);
}

static GBytes *
read_file (GFile         *file,
           char         **name,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GFileInputStream) stream = NULL;

  info = g_file_query_info (file,
                            G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE ","
                            G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME,
                            G_FILE_QUERY_INFO_NONE, cancellable, error);
  if (info == NULL || !check_info (info, error))
    return NULL;
  stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    return NULL;
  *name = g_strdup (g_file_info_get_display_name (info));
  return read_stream (G_INPUT_STREAM (stream), *name, (gsize) g_file_info_get_size (info), cancellable, error);
}

static CapacityImportFile *
file_new (const char *name,
          GPtrArray  *tables)
{
  CapacityImportFile *self = g_atomic_rc_box_new0 (CapacityImportFile);

  self->name = g_strdup (name);
  self->tables = tables;

  return self;
}

static CapacityImportFile *
open_file (GFile         *file,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;
  GPtrArray *tables;

  bytes = read_file (file, &name, cancellable, error);
  if (bytes == NULL)
    return NULL;
  if (!capacity_workbook_is_one (bytes))
    return capacity_import_file_new_for_bytes (name, bytes);
  tables = capacity_workbook_read (bytes, cancellable, error);

  return tables != NULL ? file_new (name, tables) : NULL;
}

/**
 * capacity_import_file_open:
 * @file: a file
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Reads a file into memory, and the sheets of a spreadsheet out of it. It may take long: do not call it in the
 * window's thread. The errors are %CAPACITY_EXCHANGE_ERROR_DIRECTORY, %CAPACITY_EXCHANGE_ERROR_TOO_LARGE,
 * %CAPACITY_EXCHANGE_ERROR_READ with the system's reason, %G_IO_ERROR_CANCELLED and those of
 * capacity_workbook_read().
 *
 * Returns: (transfer full): the file, or %NULL
 */
CapacityImportFile *
capacity_import_file_open (GFile         *file,
                           GCancellable  *cancellable,
                           GError       **error)
{
  g_autoptr (GError) read_error = NULL;
  CapacityImportFile *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = open_file (file, cancellable, &read_error);
  if (self != NULL)
    return self;
  if (read_error->domain == CAPACITY_EXCHANGE_ERROR
      || g_error_matches (read_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&read_error));
  else
    g_set_error_literal (error, CAPACITY_EXCHANGE_ERROR, CAPACITY_EXCHANGE_ERROR_READ, read_error->message);
  return NULL;
}

/**
 * capacity_import_file_new_for_bytes:
 * @name: the display name
 * @bytes: the bytes of a file of text, or text that was pasted
 *
 * Returns: (transfer full): a file with one table
 */
CapacityImportFile *
capacity_import_file_new_for_bytes (const char *name,
                                    GBytes     *bytes)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func ((GDestroyNotify) capacity_import_table_free);

  g_ptr_array_add (tables, capacity_import_table_new (NULL, bytes));

  return file_new (name, tables);
}

/**
 * capacity_import_file_ref:
 * @self: a file
 *
 * Returns: (transfer full): the same file
 */
CapacityImportFile *
capacity_import_file_ref (CapacityImportFile *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
import_file_clear (gpointer data)
{
  CapacityImportFile *self = data;

  g_free (self->name);
  g_ptr_array_unref (self->tables);
}

/**
 * capacity_import_file_unref:
 * @self: (transfer full): a file
 */
void
capacity_import_file_unref (CapacityImportFile *self)
{
  g_atomic_rc_box_release_full (self, import_file_clear);
}

/**
 * capacity_import_file_get_name:
 * @self: a file
 *
 * Returns: its display name
 */
const char *
capacity_import_file_get_name (const CapacityImportFile *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

/**
 * capacity_import_file_get_n_tables:
 * @self: a file
 *
 * Returns: number of its tables, one at least
 */
guint
capacity_import_file_get_n_tables (const CapacityImportFile *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->tables->len;
}

/**
 * capacity_import_file_get_table:
 * @self: a file
 * @table: index of a table
 *
 * Returns: the table; the first one where there is no such
 */
const CapacityImportTable *
capacity_import_file_get_table (const CapacityImportFile *self,
                                guint                     table)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_ptr_array_index (self->tables, table < self->tables->len ? table : 0);
}

static gboolean
is_blank (const guint8 *bytes,
          gsize         length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace ((char) bytes[i]))
      return FALSE;
  return TRUE;
}

/**
 * capacity_import_file_detect:
 * @self: a file
 * @table: index of a table
 * @encoding: (out): how its bytes stand for letters
 * @error: return location for an error
 *
 * Finds the encoding, see capacity_import_detect(); also fails with %CAPACITY_EXCHANGE_ERROR_EMPTY.
 *
 * Returns: whether the file is text
 */
gboolean
capacity_import_file_detect (const CapacityImportFile  *self,
                             guint                      table,
                             CapacityImportEncoding    *encoding,
                             GError                   **error)
{
  const CapacityImportTable *found = capacity_import_file_get_table (self, table);
  gsize length;
  const guint8 *bytes = g_bytes_get_data (found->text, &length);

  *encoding = CAPACITY_IMPORT_ENCODING_UTF_8;
  if (found->sheet != NULL)
    return TRUE;
  if (is_blank (bytes, length))
    {
      g_set_error (error, CAPACITY_EXCHANGE_ERROR, CAPACITY_EXCHANGE_ERROR_EMPTY, "%s: no text", self->name);
      return FALSE;
    }
  return capacity_import_detect (bytes, length, encoding, error);
}

/**
 * capacity_import_file_decode:
 * @self: a file, which must outlive @text
 * @table: index of a table
 * @encoding: how its bytes stand for letters
 * @text: (out caller-allocates): the text
 * @error: return location for an error
 *
 * Turns the file into UTF-8, see capacity_import_decode(); also fails with %CAPACITY_EXCHANGE_ERROR_EMPTY
 * when nothing is left.
 *
 * Returns: whether all bytes have a meaning
 */
gboolean
capacity_import_file_decode (const CapacityImportFile  *self,
                             guint                      table,
                             CapacityImportEncoding     encoding,
                             CapacityImportText        *text,
                             GError                   **error)
{
  const CapacityImportTable *found = capacity_import_file_get_table (self, table);
  gsize length;
  const guint8 *bytes = g_bytes_get_data (found->text, &length);

  if (found->sheet != NULL)
    {
      *text = (CapacityImportText) {
        .data = (const char *) bytes, .length = length, .first_line = found->first_line, .is_grid = TRUE,
        .repeats = found->repeats,
      };
      return TRUE;
    }
  if (!capacity_import_decode (bytes, length, encoding, text, error))
    return FALSE;
  if (!is_blank ((const guint8 *) text->data, text->length))
    return TRUE;
  g_set_error (error, CAPACITY_EXCHANGE_ERROR, CAPACITY_EXCHANGE_ERROR_EMPTY, "%s: no text", self->name);
  return FALSE;
}

static guint
find_repeat (const GArray *repeats,
             guint64       cell)
{
  guint low = 0, high = repeats->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (repeats, guint64, middle) < cell)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * capacity_import_file_count_once:
 * @text: a table's text
 * @plan: how it is read
 * @csv: a reader with a row of data of @text
 *
 * Empties the cells of volumes that repeat the one they were merged with: it was counted once. Texts, dates and years
 * that name several rows stay.
 */
void
capacity_import_file_count_once (const CapacityImportText *text,
                                 const CapacityImportPlan *plan,
                                 CapacityCsvReader        *csv)
{
  guint64 first = csv->line * CAPACITY_IMPORT_MAX_COLUMNS;

  if (text->repeats == NULL)
    return;
  for (guint i = find_repeat (text->repeats, first); i < text->repeats->len; i++)
    {
      guint64 column = g_array_index (text->repeats, guint64, i) - first;

      if (column >= MIN (csv->n_cells, plan->n_columns))
        return;
      if (plan->columns[column].role == CAPACITY_IMPORT_ROLE_VALUE)
        csv->cells[column] = (CapacityCsvCell) { "", 0, FALSE };
    }
}
