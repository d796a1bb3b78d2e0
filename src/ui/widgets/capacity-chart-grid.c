/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-chart-grid.h"

#include <math.h>

/**
 * capacity_chart_grid_new:
 * @chart: a chart
 *
 * Returns: (transfer full): its numbers as a table to be saved or copied
 */
CapacityGrid *
capacity_chart_grid_new (CapacityChart *chart)
{
  CapacityGrid *grid = capacity_grid_new (capacity_chart_get_title (chart));
  guint n_columns = capacity_chart_get_n_columns (chart);

  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *heading = capacity_chart_dup_heading (chart, i);

      capacity_grid_add_text (grid, heading);
    }
  capacity_grid_end_row (grid);
  for (guint row = 0; row < capacity_chart_get_n_rows (chart); row++)
    {
      for (guint i = 0; i < n_columns; i++)
        {
          g_autofree char *text = capacity_chart_dup_cell (chart, row, i);

          if (capacity_chart_is_text (chart, i) || isinf (capacity_chart_get_value (chart, row, i)))
            capacity_grid_add_text (grid, text);
          else
            capacity_grid_add_number (grid, capacity_chart_get_value (chart, row, i), text);
        }
      capacity_grid_end_row (grid);
    }

  return grid;
}
