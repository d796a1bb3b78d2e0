/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-grid.h"

#include <math.h>

#include "capacity-xlsx-writer.h"

/* What is shown where there is nothing; a file has an empty cell there. */
#define NOTHING "–"

typedef struct
{
  char    *text;
  double   value;
  gboolean is_number;
} Cell;

struct _CapacityGrid
{
  char   *title;
  GArray *cells;
  GArray *ends; /* of each row, in cells */
};

static void
clear_cell (gpointer data)
{
  g_free (((Cell *) data)->text);
}

/**
 * capacity_grid_new:
 * @title: what the table is called
 *
 * Returns: (transfer full): a table without rows; the first is its heading
 */
CapacityGrid *
capacity_grid_new (const char *title)
{
  CapacityGrid *self = g_new0 (CapacityGrid, 1);

  self->title = g_strdup (title);
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_array_set_clear_func (self->cells, clear_cell);
  self->ends = g_array_new (FALSE, FALSE, sizeof (guint));

  return self;
}

/**
 * capacity_grid_free:
 * @self: (transfer full): a table
 */
void
capacity_grid_free (CapacityGrid *self)
{
  g_free (self->title);
  g_array_unref (self->cells);
  g_array_unref (self->ends);
  g_free (self);
}

/**
 * capacity_grid_add_text:
 * @self: a table
 * @text: (nullable): what is shown; %NULL or a dash for nothing
 *
 * Adds a cell of text to the row.
 */
void
capacity_grid_add_text (CapacityGrid *self,
                        const char   *text)
{
  Cell cell = { g_strdup (text != NULL ? text : ""), NAN, FALSE };

  g_return_if_fail (self != NULL);

  g_array_append_val (self->cells, cell);
}

/**
 * capacity_grid_add_number:
 * @self: a table
 * @value: a number; NaN for nothing
 * @text: how it is shown
 *
 * Adds a cell that can be reckoned with to the row.
 */
void
capacity_grid_add_number (CapacityGrid *self,
                          double        value,
                          const char   *text)
{
  Cell cell = { g_strdup (text), value, TRUE };

  g_return_if_fail (self != NULL);

  g_array_append_val (self->cells, cell);
}

/**
 * capacity_grid_end_row:
 * @self: a table
 *
 * Ends the row.
 */
void
capacity_grid_end_row (CapacityGrid *self)
{
  g_return_if_fail (self != NULL);

  g_array_append_val (self->ends, self->cells->len);
}

/**
 * capacity_grid_get_title:
 * @self: a table
 *
 * Returns: what it is called
 */
const char *
capacity_grid_get_title (const CapacityGrid *self)
{
  return self->title;
}

/**
 * capacity_grid_get_n_rows:
 * @self: a table
 *
 * Returns: how many rows it has beside the heading
 */
guint
capacity_grid_get_n_rows (const CapacityGrid *self)
{
  return MAX (self->ends->len, 1) - 1;
}

static guint
row_begin (const CapacityGrid *self,
           guint               row)
{
  return row > 0 ? g_array_index (self->ends, guint, row - 1) : 0;
}

/* What a file holds of a text: nothing where there is nothing. */
static const char *
filed_text (const Cell *cell)
{
  return g_str_equal (cell->text, NOTHING) ? "" : cell->text;
}

/* Lets a writer of files add each cell and end each row. */
static void
write_file (const CapacityGrid *self,
            gpointer            writer,
            void              (*add_text) (gpointer writer, const char *text),
            void              (*add_number) (gpointer writer, double value),
            void              (*end_row) (gpointer writer))
{
  for (guint row = 0; row < self->ends->len; row++)
    {
      for (guint at = row_begin (self, row); at < g_array_index (self->ends, guint, row); at++)
        {
          const Cell *cell = &g_array_index (self->cells, Cell, at);

          if (cell->is_number)
            add_number (writer, cell->value);
          else
            add_text (writer, filed_text (cell));
        }
      end_row (writer);
    }
}

static void
csv_text (gpointer    writer,
          const char *text)
{
  capacity_csv_writer_add_text (writer, text);
}

static void
csv_number (gpointer writer,
            double   value)
{
  capacity_csv_writer_add_number (writer, value);
}

static void
csv_end_row (gpointer writer)
{
  capacity_csv_writer_end_row (writer);
}

/**
 * capacity_grid_to_csv:
 * @self: a table
 * @form: for spreadsheets or for programs
 *
 * Returns: (transfer full): the table as a file of text
 */
GBytes *
capacity_grid_to_csv (const CapacityGrid *self,
                      CapacityCsvForm     form)
{
  g_autoptr (CapacityCsvWriter) writer = capacity_csv_writer_new (form);

  write_file (self, writer, csv_text, csv_number, csv_end_row);

  return capacity_csv_writer_end (writer);
}

static void
xlsx_text (gpointer    writer,
           const char *text)
{
  capacity_xlsx_writer_add_text (writer, text);
}

static void
xlsx_number (gpointer writer,
             double   value)
{
  capacity_xlsx_writer_add_number (writer, value);
}

static void
xlsx_end_row (gpointer writer)
{
  capacity_xlsx_writer_end_row (writer);
}

/**
 * capacity_grid_to_xlsx:
 * @self: a table
 *
 * Returns: (transfer full) (nullable): the table as a spreadsheet; %NULL where that cannot be made
 */
GBytes *
capacity_grid_to_xlsx (const CapacityGrid *self)
{
  g_autoptr (CapacityXlsxWriter) writer = capacity_xlsx_writer_new (self->title);

  write_file (self, writer, xlsx_text, xlsx_number, xlsx_end_row);

  return capacity_xlsx_writer_end (writer);
}

/**
 * capacity_grid_to_text:
 * @self: a table
 *
 * Returns: (transfer full): what is shown, with tabs between the cells, as spreadsheets take it from the clipboard
 */
char *
capacity_grid_to_text (const CapacityGrid *self)
{
  GString *out = g_string_new (NULL);

  for (guint row = 0; row < self->ends->len; row++)
    for (guint at = row_begin (self, row); at < g_array_index (self->ends, guint, row); at++)
      {
        g_autofree char *text = g_strdup (g_array_index (self->cells, Cell, at).text);

        g_string_append (out, g_strdelimit (text, "\t\n", ' '));
        g_string_append_c (out, at + 1 < g_array_index (self->ends, guint, row) ? '\t' : '\n');
      }

  return g_string_free_and_steal (out);
}

/**
 * capacity_grid_to_html:
 * @self: a table
 *
 * Returns: (transfer full): what is shown, as office programs take it from the clipboard
 */
char *
capacity_grid_to_html (const CapacityGrid *self)
{
  GString *out = g_string_new ("<meta charset=\"utf-8\"><table>");

  for (guint row = 0; row < self->ends->len; row++)
    {
      const char *tag = row == 0 ? "th" : "td";

      g_string_append (out, "<tr>");
      for (guint at = row_begin (self, row); at < g_array_index (self->ends, guint, row); at++)
        {
          g_autofree char *text = g_markup_escape_text (g_array_index (self->cells, Cell, at).text, -1);

          g_string_append_printf (out, "<%s>%s</%s>", tag, text, tag);
        }
      g_string_append (out, "</tr>");
    }
  g_string_append (out, "</table>");

  return g_string_free_and_steal (out);
}
