/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-sheet-writer-private.h"

#include <math.h>
#include <string.h>

#include "capacity-exchange-error.h"
#include "capacity-period.h"

/* Rows between a block's title and its header at most. */
#define MAX_TITLE_ROWS 5

/**
 * capacity_sheet_writer_new:
 * @name: name of the sheet
 * @is_hidden: whether it is hidden
 *
 * Returns: (transfer full): a sheet without rows
 */
CapacitySheetWriter *
capacity_sheet_writer_new (const char *name,
                           gboolean    is_hidden)
{
  CapacitySheetWriter *self = g_new0 (CapacitySheetWriter, 1);

  self->name = g_strdup (name);
  self->is_hidden = is_hidden;
  self->text = g_string_new (NULL);
  self->rows = g_array_new (FALSE, FALSE, sizeof (CapacitySheetRow));
  self->merges = g_array_new (FALSE, FALSE, sizeof (CapacitySheetMerge));
  self->repeats = g_array_new (FALSE, FALSE, sizeof (guint64));

  return self;
}

/**
 * capacity_sheet_writer_free:
 * @self: (transfer full): a sheet
 */
void
capacity_sheet_writer_free (CapacitySheetWriter *self)
{
  g_free (self->name);
  g_string_free (self->text, TRUE);
  g_array_unref (self->rows);
  g_array_unref (self->merges);
  g_array_unref (self->repeats);
  g_free (self);
}

/**
 * capacity_sheet_writer_begin_row:
 * @self: a sheet
 * @line: line of the row, from 1, below that of the row before
 */
void
capacity_sheet_writer_begin_row (CapacitySheetWriter *self,
                                 guint64              line)
{
  self->row = (CapacitySheetRow) { .start = self->text->len, .line = line };
  self->n_columns = 0;
}

/* Moves to the column. Returns whether it lies ahead and is not too far. */
static gboolean
go_to_column (CapacitySheetWriter *self,
              guint                column)
{
  self->is_too_wide |= column >= CAPACITY_IMPORT_MAX_COLUMNS;
  if (column < self->n_columns || column >= CAPACITY_IMPORT_MAX_COLUMNS)
    return FALSE;
  for (guint i = MAX (self->n_columns, 1); i <= column; i++)
    g_string_append_c (self->text, '\t');
  self->n_columns = column + 1;
  self->row.n_filled++;
  return TRUE;
}

/**
 * capacity_sheet_writer_add_text:
 * @self: a sheet
 * @column: column of the row, from 0, after those added before
 * @text: (array length=length): UTF-8
 * @length: number of bytes
 *
 * Adds a cell of text. White space other than blanks becomes a blank, so that a row stays a line.
 */
void
capacity_sheet_writer_add_text (CapacitySheetWriter *self,
                                guint                column,
                                const char          *text,
                                gsize                length)
{
  gboolean is_quoted;

  while (length > 0 && g_ascii_isspace (text[0]))
    text++, length--;
  while (length > 0 && g_ascii_isspace (text[length - 1]))
    length--;
  if (length == 0 || !go_to_column (self, column))
    return;
  is_quoted = text[0] == '"';
  if (is_quoted)
    g_string_append_c (self->text, '"');
  for (gsize i = 0; i < length; i++)
    {
      if (is_quoted && text[i] == '"')
        g_string_append_c (self->text, '"');
      g_string_append_c (self->text, g_ascii_isspace (text[i]) || text[i] == '\0' ? ' ' : text[i]);
    }
  if (is_quoted)
    g_string_append_c (self->text, '"');
}

/**
 * capacity_sheet_writer_add_date:
 * @self: a sheet
 * @column: column of the row, from 0, after those added before
 * @text: (array length=length): the date as "2026-11-23", perhaps with the time
 * @length: number of bytes
 *
 * Adds a cell that is a date.
 */
void
capacity_sheet_writer_add_date (CapacitySheetWriter *self,
                                guint                column,
                                const char          *text,
                                gsize                length)
{
  guint16 n_before = self->row.n_filled;

  capacity_sheet_writer_add_text (self, column, text, length);
  self->row.n_dates += self->row.n_filled > n_before;
}

static gboolean
is_year (double value)
{
  return value >= 1990 && value <= CAPACITY_YEAR_MAX && value == floor (value);
}

/**
 * capacity_sheet_writer_add_number:
 * @self: a sheet
 * @column: column of the row, from 0, after those added before
 * @format: what the number stands for
 * @value: the number
 * @is_1904: whether days are counted from 1904
 *
 * Adds a cell that is a number.
 */
void
capacity_sheet_writer_add_number (CapacitySheetWriter *self,
                                  guint                column,
                                  CapacitySheetFormat  format,
                                  double               value,
                                  gboolean             is_1904)
{
  if (!isfinite (value) || !go_to_column (self, column))
    return;
  if (format == CAPACITY_SHEET_FORMAT_DATE)
    {
      self->row.n_dates++;
    }
  else
    {
      self->row.n_numbers++;
      self->row.n_years += is_year (value);
    }
  capacity_sheet_format_append (self->text, format, value, is_1904);
}

static gboolean
check_row (const CapacitySheetWriter  *self,
           guint64                     n_more,
           gsize                       length,
           GError                    **error)
{
  CapacityExchangeError code;

  if (self->is_too_wide)
    code = CAPACITY_EXCHANGE_ERROR_TOO_MANY_COLUMNS;
  else if (self->rows->len + n_more > CAPACITY_IMPORT_MAX_ROWS)
    code = CAPACITY_EXCHANGE_ERROR_TOO_MANY_ROWS;
  else if (self->text->len + n_more * length > (gsize) CAPACITY_IMPORT_MAX_BYTES)
    code = CAPACITY_EXCHANGE_ERROR_TOO_LARGE;
  else
    return TRUE;
  g_propagate_error (error, capacity_exchange_error_new_at (code, self->row.line, 0, "The sheet %s is too large",
                                                            self->name));
  return FALSE;
}

/**
 * capacity_sheet_writer_end_row:
 * @self: a sheet with a row that was begun
 * @n_repeated: how many times it stands in the sheet, one below the other
 * @error: return location for an error
 *
 * Ends a row. The errors are %CAPACITY_EXCHANGE_ERROR_TOO_MANY_COLUMNS, %CAPACITY_EXCHANGE_ERROR_TOO_MANY_ROWS
 * and %CAPACITY_EXCHANGE_ERROR_TOO_LARGE.
 *
 * Returns: whether there is room for it
 */
gboolean
capacity_sheet_writer_end_row (CapacitySheetWriter  *self,
                               guint64               n_repeated,
                               GError              **error)
{
  CapacitySheetRow row = self->row;

  row.length = self->text->len - row.start;
  if (row.n_filled == 0 && !self->is_too_wide)
    return TRUE;
  if (!check_row (self, n_repeated, row.length, error))
    return FALSE;
  for (guint64 i = 0; i < n_repeated; i++)
    {
      g_array_append_val (self->rows, row);
      row.line++;
    }
  return TRUE;
}

/**
 * capacity_sheet_writer_merge:
 * @self: a sheet
 * @line: line of the cell, from 1
 * @column: its column, from 0
 * @n_rows: over how many rows it reaches
 *
 * Says that a cell was merged with those below.
 */
void
capacity_sheet_writer_merge (CapacitySheetWriter *self,
                             guint64              line,
                             guint                column,
                             guint64              n_rows)
{
  CapacitySheetMerge merge = { line, n_rows, column };

  if (n_rows > 1 && column < CAPACITY_IMPORT_MAX_COLUMNS)
    g_array_append_val (self->merges, merge);
}

static const CapacitySheetRow *
get_row (const CapacitySheetWriter *self,
         guint                      row)
{
  return row < self->rows->len ? &g_array_index (self->rows, CapacitySheetRow, row) : NULL;
}

/* Names, dates or years, over a row that has numbers. */
static gboolean
is_header (const CapacitySheetWriter *self,
           guint                      row)
{
  const CapacitySheetRow *names = get_row (self, row);
  const CapacitySheetRow *below = get_row (self, row + 1);
  gboolean are_years = names->n_years >= 2 && names->n_years == names->n_numbers;

  if (below == NULL || below->line != names->line + 1 || below->n_numbers == 0 || below->n_filled < 2)
    return FALSE;
  return (names->n_numbers == 0 || are_years) && names->n_filled > names->n_numbers && names->n_dates != 1;
}

/* Whether a table begins at the row: after an empty line a title, perhaps, and a header. */
static gboolean
begins_table (const CapacitySheetWriter *self,
              guint                      row)
{
  if (get_row (self, row)->line == get_row (self, row - 1)->line + 1)
    return FALSE;
  for (guint i = row; i < MIN (row + MAX_TITLE_ROWS, self->rows->len); i++)
    if (get_row (self, i)->n_filled >= 2)
      return is_header (self, i);
  return FALSE;
}

static CapacityImportTable *
take_table (CapacitySheetWriter *self,
            guint                first,
            guint                end)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  CapacityImportTable *table;
  guint64 line = get_row (self, first)->line;

  for (guint i = first; i < end; i++)
    {
      const CapacitySheetRow *row = get_row (self, i);

      for (; line < row->line; line++)
        g_string_append_c (text, '\n');
      g_string_append_len (text, self->text->str + row->start, (gssize) row->length);
    }
  g_string_append_c (text, '\n');
  bytes = g_string_free_to_bytes (text);
  table = capacity_import_table_new (self->name, bytes);
  table->is_hidden = self->is_hidden;
  table->is_part = first > 0 || end < self->rows->len;
  table->first_line = get_row (self, first)->line;
  table->last_line = line;
  table->repeats = self->repeats->len > 0 ? g_array_ref (self->repeats) : NULL;

  return table;
}

/**
 * capacity_sheet_writer_finish:
 * @self: a sheet with all its rows
 * @tables: (element-type CapacityImportTable): where to add its tables
 *
 * Makes tables of the rows.
 */
void
capacity_sheet_writer_finish (CapacitySheetWriter *self,
                              GPtrArray           *tables)
{
  gboolean has_data = FALSE;
  guint first = 0;

  capacity_sheet_writer_fill_merges (self);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const CapacitySheetRow *row = get_row (self, i);

      if (has_data && begins_table (self, i))
        {
          g_ptr_array_add (tables, take_table (self, first, i));
          first = i;
          has_data = FALSE;
        }
      has_data |= row->n_numbers > 0 && row->n_filled >= 2;
    }
  if (self->rows->len > 0)
    g_ptr_array_add (tables, take_table (self, first, self->rows->len));
}
