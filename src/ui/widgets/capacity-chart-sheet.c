/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-chart-sheet.h"

#include "capacity-xlsx-writer.h"

/* Calls @add_text or @add_number for each cell of a chart's table, and @end_row after each row. */
static void
write_table (CapacityChart *chart,
             gpointer       writer,
             void         (*add_text) (gpointer writer, const char *text),
             void         (*add_number) (gpointer writer, double value),
             void         (*end_row) (gpointer writer))
{
  guint n_columns = capacity_chart_get_n_columns (chart);

  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *heading = capacity_chart_dup_heading (chart, i);

      add_text (writer, heading);
    }
  end_row (writer);
  for (guint row = 0; row < capacity_chart_get_n_rows (chart); row++)
    {
      g_autofree char *name = capacity_chart_dup_cell (chart, row, 0);

      add_text (writer, name);
      for (guint i = 1; i < n_columns; i++)
        add_number (writer, capacity_chart_get_value (chart, row, i));
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
 * capacity_chart_table_to_csv:
 * @chart: a chart
 * @form: for spreadsheets or for programs
 *
 * Returns: (transfer full): its numbers as a file
 */
GBytes *
capacity_chart_table_to_csv (CapacityChart   *chart,
                             CapacityCsvForm  form)
{
  g_autoptr (CapacityCsvWriter) writer = capacity_csv_writer_new (form);

  write_table (chart, writer, csv_text, csv_number, csv_end_row);

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
 * capacity_chart_table_to_xlsx:
 * @chart: a chart
 *
 * Returns: (transfer full) (nullable): its numbers as a spreadsheet; %NULL where that cannot be made
 */
GBytes *
capacity_chart_table_to_xlsx (CapacityChart *chart)
{
  g_autoptr (CapacityXlsxWriter) writer = capacity_xlsx_writer_new (capacity_chart_get_title (chart));

  write_table (chart, writer, xlsx_text, xlsx_number, xlsx_end_row);

  return capacity_xlsx_writer_end (writer);
}

/**
 * capacity_chart_table_to_text:
 * @chart: a chart
 *
 * Returns: (transfer full): its numbers as they are shown, with tabs between them, as spreadsheets take them from
 *   the clipboard
 */
char *
capacity_chart_table_to_text (CapacityChart *chart)
{
  guint n_columns = capacity_chart_get_n_columns (chart);
  GString *text = g_string_new (NULL);

  for (guint row = 0; row <= capacity_chart_get_n_rows (chart); row++)
    for (guint i = 0; i < n_columns; i++)
      {
        g_autofree char *cell = row == 0 ? capacity_chart_dup_heading (chart, i)
                                         : capacity_chart_dup_cell (chart, row - 1, i);

        g_string_append_printf (text, "%s%c", cell, i + 1 < n_columns ? '\t' : '\n');
      }

  return g_string_free_and_steal (text);
}
