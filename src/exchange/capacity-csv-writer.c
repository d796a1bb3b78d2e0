/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-csv-writer.h"

#include <math.h>
#include <string.h>

struct _CapacityCsvWriter
{
  CapacityCsvForm  form;
  GString         *text;
  gboolean         has_cell; /* in the row that is being written */
};

/**
 * capacity_csv_writer_new:
 * @form: the form
 *
 * Returns: (transfer full): a writer of an empty table
 */
CapacityCsvWriter *
capacity_csv_writer_new (CapacityCsvForm form)
{
  CapacityCsvWriter *self = g_new0 (CapacityCsvWriter, 1);

  self->form = form;
  self->text = g_string_new (form == CAPACITY_CSV_LATVIAN ? "\xEF\xBB\xBF" : NULL);

  return self;
}

/**
 * capacity_csv_writer_free:
 * @self: (transfer full): a writer
 */
void
capacity_csv_writer_free (CapacityCsvWriter *self)
{
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  g_free (self);
}

static void
begin_cell (CapacityCsvWriter *self)
{
  if (self->has_cell)
    g_string_append_c (self->text, self->form == CAPACITY_CSV_LATVIAN ? ';' : ',');
  self->has_cell = TRUE;
}

/**
 * capacity_csv_writer_add_text:
 * @self: a writer
 * @text: (nullable): UTF-8; %NULL for an empty cell
 *
 * Adds a cell of text to the row. A text that begins like a formula gets an apostrophe in front, so that no
 * spreadsheet runs it.
 */
void
capacity_csv_writer_add_text (CapacityCsvWriter *self,
                              const char        *text)
{
  g_autoptr (GString) quoted = NULL;

  g_return_if_fail (self != NULL);

  begin_cell (self);
  if (text == NULL || *text == '\0')
    return;
  quoted = g_string_new (strchr ("=+-@\t\r", *text) != NULL ? "'" : NULL);
  g_string_append (quoted, text);
  if (strpbrk (quoted->str, ",;\"\t\r\n") == NULL && !g_ascii_isspace (quoted->str[0])
      && !g_ascii_isspace (quoted->str[quoted->len - 1]))
    {
      g_string_append (self->text, quoted->str);
      return;
    }
  g_string_replace (quoted, "\"", "\"\"", 0);
  g_string_append_printf (self->text, "\"%s\"", quoted->str);
}

/**
 * capacity_csv_writer_add_number:
 * @self: a writer
 * @value: a number; NaN for an empty cell
 *
 * Adds a cell with the shortest digits that give the same number again.
 */
void
capacity_csv_writer_add_number (CapacityCsvWriter *self,
                                double             value)
{
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_if_fail (self != NULL);

  begin_cell (self);
  if (!isfinite (value))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (digits, sizeof digits, formats[i], value);
      if (g_ascii_strtod (digits, NULL) == value)
        break;
    }
  if (self->form == CAPACITY_CSV_LATVIAN)
    g_strdelimit (digits, ".", ',');
  g_string_append (self->text, digits);
}

/**
 * capacity_csv_writer_end_row:
 * @self: a writer
 *
 * Ends the row.
 */
void
capacity_csv_writer_end_row (CapacityCsvWriter *self)
{
  g_return_if_fail (self != NULL);

  g_string_append (self->text, self->form == CAPACITY_CSV_LATVIAN ? "\r\n" : "\n");
  self->has_cell = FALSE;
}

/**
 * capacity_csv_writer_end:
 * @self: a writer
 *
 * Takes the table; the writer can only be freed after this.
 *
 * Returns: (transfer full): the file's bytes
 */
GBytes *
capacity_csv_writer_end (CapacityCsvWriter *self)
{
  g_return_val_if_fail (self != NULL && self->text != NULL, NULL);

  return g_string_free_to_bytes (g_steal_pointer (&self->text));
}
