/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-xlsx-writer.h"

#include <math.h>
#include <stdlib.h>
#include <xlsxwriter.h>

/* What the format allows: letters in the name of a sheet, and in a cell. */
#define MAX_SHEET_NAME 31
#define MAX_CELL 32767

/* Columns are as wide as their longest text, within these bounds. */
#define MIN_WIDTH 8
#define MAX_WIDTH 60

struct _CapacityXlsxWriter
{
  lxw_workbook  *workbook;
  lxw_worksheet *sheet;
  lxw_format    *heading;
  GArray        *widths;
  const char    *buffer;
  size_t         size;
  lxw_row_t      row;
  lxw_col_t      column;
};

/* A name without the signs that a sheet's may not have. */
static char *
sheet_name (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  char *cut = g_utf8_substring (valid, 0, MIN (MAX_SHEET_NAME, g_utf8_strlen (valid, -1)));

  return g_strdelimit (cut, "[]:*?/\\'", '-');
}

/**
 * capacity_xlsx_writer_new:
 * @sheet: name of the sheet; what a name may not have is replaced
 *
 * Returns: (transfer full): a writer of an empty sheet
 */
CapacityXlsxWriter *
capacity_xlsx_writer_new (const char *sheet)
{
  CapacityXlsxWriter *self = g_new0 (CapacityXlsxWriter, 1);
  lxw_workbook_options options = { .output_buffer = &self->buffer, .output_buffer_size = &self->size };
  g_autofree char *name = sheet_name (sheet);

  self->workbook = workbook_new_opt (NULL, &options);
  self->sheet = workbook_add_worksheet (self->workbook, *name != '\0' ? name : NULL);
  self->heading = workbook_add_format (self->workbook);
  format_set_bold (self->heading);
  format_set_text_wrap (self->heading);
  worksheet_freeze_panes (self->sheet, 1, 1);
  self->widths = g_array_new (FALSE, TRUE, sizeof (guint));

  return self;
}

/**
 * capacity_xlsx_writer_free:
 * @self: (transfer full): a writer
 */
void
capacity_xlsx_writer_free (CapacityXlsxWriter *self)
{
  if (self->workbook != NULL)
    workbook_close (self->workbook);
  free ((char *) self->buffer);
  g_array_unref (self->widths);
  g_free (self);
}

static void
end_cell (CapacityXlsxWriter *self,
          guint               width)
{
  if (self->column >= self->widths->len)
    g_array_set_size (self->widths, self->column + 1u);
  g_array_index (self->widths, guint, self->column) = MAX (g_array_index (self->widths, guint, self->column), width);
  self->column++;
}

/**
 * capacity_xlsx_writer_add_text:
 * @self: a writer
 * @text: (nullable): UTF-8; %NULL for an empty cell
 *
 * Adds a cell of text to the row. It stays text, whatever it begins with.
 */
void
capacity_xlsx_writer_add_text (CapacityXlsxWriter *self,
                               const char         *text)
{
  g_autofree char *valid = NULL;
  g_autofree char *cut = NULL;
  glong length;

  g_return_if_fail (self != NULL && self->workbook != NULL);

  valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  length = g_utf8_strlen (valid, -1);
  cut = g_utf8_substring (valid, 0, MIN (length, MAX_CELL));
  if (*cut != '\0')
    worksheet_write_string (self->sheet, self->row, self->column, cut, self->row == 0 ? self->heading : NULL);
  end_cell (self, (guint) length);
}

/**
 * capacity_xlsx_writer_add_number:
 * @self: a writer
 * @value: a number; NaN for an empty cell
 *
 * Adds a cell that can be reckoned with.
 */
void
capacity_xlsx_writer_add_number (CapacityXlsxWriter *self,
                                 double              value)
{
  g_return_if_fail (self != NULL && self->workbook != NULL);

  if (isfinite (value))
    worksheet_write_number (self->sheet, self->row, self->column, value, NULL);
  end_cell (self, 0);
}

/**
 * capacity_xlsx_writer_end_row:
 * @self: a writer
 *
 * Ends the row.
 */
void
capacity_xlsx_writer_end_row (CapacityXlsxWriter *self)
{
  g_return_if_fail (self != NULL);

  self->row++;
  self->column = 0;
}

/**
 * capacity_xlsx_writer_end:
 * @self: a writer
 *
 * Takes the spreadsheet; the writer can only be freed after this.
 *
 * Returns: (transfer full) (nullable): the file's bytes; %NULL where it could not be made
 */
GBytes *
capacity_xlsx_writer_end (CapacityXlsxWriter *self)
{
  lxw_doc_properties properties = { .created = (time_t) 315532800 };
  lxw_error outcome;

  g_return_val_if_fail (self != NULL && self->workbook != NULL, NULL);

  for (guint i = 0; i < self->widths->len; i++)
    worksheet_set_column (self->sheet, (lxw_col_t) i, (lxw_col_t) i,
                          CLAMP (g_array_index (self->widths, guint, i) + 1, MIN_WIDTH, MAX_WIDTH), NULL);
  workbook_set_properties (self->workbook, &properties);
  outcome = workbook_close (g_steal_pointer (&self->workbook));

  return outcome == LXW_NO_ERROR && self->buffer != NULL ? g_bytes_new (self->buffer, self->size) : NULL;
}
