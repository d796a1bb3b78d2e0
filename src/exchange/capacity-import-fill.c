/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-fill.h"

static gboolean
is_empty (const CapacityCsvReader *csv,
          guint                    column)
{
  return capacity_csv_cell_trim (csv->cells[column]).length == 0;
}

static gboolean
has_values (const CapacityImportPlan *plan,
            const CapacityCsvReader  *csv)
{
  for (guint i = 0; i < MIN (csv->n_cells, plan->n_columns); i++)
    if (plan->columns[i].role == CAPACITY_IMPORT_ROLE_VALUE && !is_empty (csv, i))
      return TRUE;
  return FALSE;
}

/**
 * capacity_import_fill_down:
 * @plan: how the table is read
 * @csv: a reader with a row of data
 * @above: (array): the last text of each column of @plan, empty before the first row; brought up to date
 *
 * Gives empty cells that should name the row the text above them, as cells that were merged leave them. A row without
 * volumes, such as the heading of a group, only gives its texts to those below.
 *
 * Returns: how many cells were filled
 */
guint
capacity_import_fill_down (const CapacityImportPlan *plan,
                           CapacityCsvReader        *csv,
                           CapacityCsvCell          *above)
{
  gboolean row_has_values = has_values (plan, csv);
  guint n = 0;

  for (guint i = 0; i < MIN (csv->n_cells, plan->n_columns); i++)
    {
      CapacityImportRole role = plan->columns[i].role;

      if (role == CAPACITY_IMPORT_ROLE_IGNORE || role == CAPACITY_IMPORT_ROLE_VALUE)
        continue;
      if (!is_empty (csv, i))
        {
          above[i] = csv->cells[i];
        }
      else if (row_has_values && above[i].length > 0)
        {
          csv->cells[i] = above[i];
          n++;
        }
    }

  return n;
}
