/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import.h"

#include "capacity-csv-reader.h"
#include "capacity-import-file-private.h"
#include "capacity-import-fill.h"

#define MAX_CELL 200

static void
row_free (gpointer data)
{
  CapacityImportRow *row = data;

  g_strfreev (row->cells);
  g_free (row);
}

/* What a cell that names the row or its period says of it. */
static CapacityImportSum
sum_of (const CapacityCsvReader  *csv,
        const CapacityImportPlan *plan)
{
  CapacityImportSum sum = CAPACITY_IMPORT_SUM_NONE;

  for (guint i = 0; i < MIN (csv->n_cells, plan->n_columns); i++)
    {
      CapacityImportRole role = plan->columns[i].role;
      CapacityCsvCell cell = capacity_csv_cell_trim (csv->cells[i]);

      if (role != CAPACITY_IMPORT_ROLE_IGNORE && role != CAPACITY_IMPORT_ROLE_VALUE)
        sum = MAX (sum, capacity_import_plan_sum (plan, i, cell.text, cell.length));
    }
  return sum;
}

static CapacityImportRowKind
row_kind (const CapacityCsvReader  *csv,
          const CapacityImportPlan *plan,
          guint                     index)
{
  if (index < plan->n_title_rows)
    return CAPACITY_IMPORT_ROW_TITLE;
  if (index < plan->n_title_rows + plan->n_header_rows)
    return CAPACITY_IMPORT_ROW_HEADER;
  return plan->skip_totals && sum_of (csv, plan) != CAPACITY_IMPORT_SUM_NONE ? CAPACITY_IMPORT_ROW_TOTAL
                                                                            : CAPACITY_IMPORT_ROW_DATA;
}

/* What tells of persons is not even shown. */
static char *
dup_cell (const CapacityCsvReader  *csv,
          const CapacityImportPlan *plan,
          guint                     column,
          CapacityImportRowKind     kind)
{
  if (column >= csv->n_cells)
    return g_strdup ("");
  if (kind >= CAPACITY_IMPORT_ROW_DATA && csv->cells[column].length > 0
      && plan->columns[column].role == CAPACITY_IMPORT_ROLE_IGNORE
      && plan->columns[column].reason == CAPACITY_IMPORT_REASON_PERSONAL)
    return g_strdup ("•••");
  return capacity_csv_cell_dup (csv->cells[column], MAX_CELL);
}

static CapacityImportRow *
row_new (CapacityCsvReader        *csv,
         const CapacityImportPlan *plan,
         guint                     index,
         CapacityCsvCell          *above)
{
  CapacityImportRow *row = g_new0 (CapacityImportRow, 1);

  row->line = csv->line;
  row->kind = row_kind (csv, plan, index);
  if (row->kind == CAPACITY_IMPORT_ROW_DATA && plan->fill_down && plan->layout != CAPACITY_IMPORT_LAYOUT_TICKETS
      && sum_of (csv, plan) < CAPACITY_IMPORT_SUM_SUBTOTAL)
    capacity_import_fill_down (plan, csv, above);
  row->cells = g_new0 (char *, plan->n_columns + 1);
  for (guint i = 0; i < plan->n_columns; i++)
    row->cells[i] = dup_cell (csv, plan, i, row->kind);
  return row;
}

/* Adds the row. A sum whose next row is a part of it is none of the rows before, and kept. */
static void
add_row (GPtrArray                *rows,
         CapacityCsvReader        *csv,
         const CapacityImportPlan *plan,
         guint                     index,
         CapacityCsvCell          *above,
         CapacityImportSum        *before)
{
  CapacityImportSum sum = sum_of (csv, plan);

  if (sum == CAPACITY_IMPORT_SUM_PART && *before == CAPACITY_IMPORT_SUM_SUBTOTAL && rows->len > 0)
    ((CapacityImportRow *) rows->pdata[rows->len - 1])->kind = CAPACITY_IMPORT_ROW_DATA;
  g_ptr_array_add (rows, row_new (csv, plan, index, above));
  *before = sum;
}

/**
 * capacity_import_preview:
 * @file: a file
 * @plan: how to read it
 * @n_rows: number of rows to show
 * @error: return location for an error
 *
 * Shows the first rows as the plan sees them, with what it fills from above. Empty rows are left out.
 *
 * Returns: (transfer full) (element-type CapacityImportRow): the rows, or %NULL when the encoding does not
 *   fit the file or one of the rows is at fault
 */
GPtrArray *
capacity_import_preview (const CapacityImportFile  *file,
                         const CapacityImportPlan  *plan,
                         guint                      n_rows,
                         GError                   **error)
{
  g_auto (CapacityImportText) text = { .data = NULL };
  g_auto (CapacityCsvReader) csv = { NULL };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (row_free);
  g_autoptr (GError) row_error = NULL;
  g_autofree CapacityCsvCell *above = NULL;
  CapacityImportSum before = CAPACITY_IMPORT_SUM_NONE;

  g_return_val_if_fail (file != NULL && plan != NULL, NULL);

  if (!capacity_import_file_decode (file, plan->table, plan->encoding, &text, error))
    return NULL;
  capacity_csv_reader_init (&csv, text.data, text.length, plan->delimiter);
  csv.next_line = text.first_line;
  above = g_new0 (CapacityCsvCell, plan->n_columns);
  for (guint i = 0; rows->len < n_rows && capacity_csv_reader_next (&csv, &row_error); i++)
    if (!capacity_csv_reader_is_blank (&csv))
      {
        if (i >= plan->n_title_rows + plan->n_header_rows)
          capacity_import_file_count_once (&text, plan, &csv);
        add_row (rows, &csv, plan, i, above, &before);
      }
  if (row_error == NULL)
    return g_steal_pointer (&rows);
  g_propagate_error (error, g_steal_pointer (&row_error));
  return NULL;
}
