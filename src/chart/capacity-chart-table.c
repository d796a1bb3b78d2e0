/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-chart-private.h"

#include <math.h>
#include <string.h>

/* Which series a column of the table shows, and whether its upper bound. A heat map has its rows in rows. */
static const CapacityChartSeries *
find_column (const CapacityChart *self,
             guint                column,
             gboolean            *is_high)
{
  guint at = 1;

  *is_high = FALSE;
  for (guint i = 0; i < self->series->len; i++)
    {
      const CapacityChartSeries *series = capacity_chart_series (self, i);
      guint n = series->is_level ? 0 : series->high != NULL ? 2 : 1;

      *is_high = column > at;
      if (column < at + n)
        return series;
      at += n;
    }
  return NULL;
}

static gboolean
has_series_columns (const CapacityChart *self)
{
  return !capacity_chart_has_bars (self) && self->form != CAPACITY_CHART_HEAT_MAP;
}

/* Events have a column of their own, the last, with words. */
static gboolean
is_events_column (const CapacityChart *self,
                  guint                column)
{
  return self->events->len > 0 && has_series_columns (self) && column == capacity_chart_get_n_columns (self) - 1;
}

/* So have remarks, before it. */
static gboolean
is_remarks_column (const CapacityChart *self,
                   guint                column)
{
  return self->remarks != NULL && has_series_columns (self)
         && column == capacity_chart_get_n_columns (self) - (self->events->len > 0 ? 2 : 1);
}

/**
 * capacity_chart_get_n_columns:
 * @self: a chart
 *
 * Returns: columns of its table, the one of names included
 */
guint
capacity_chart_get_n_columns (const CapacityChart *self)
{
  guint n = 1 + (self->remarks != NULL) + (self->events->len > 0);

  if (capacity_chart_has_bars (self))
    return self->form == CAPACITY_CHART_BULLET ? 4 : 2;
  if (self->form == CAPACITY_CHART_HEAT_MAP)
    return self->n + 1;
  for (guint i = 0; i < self->series->len; i++)
    {
      const CapacityChartSeries *series = capacity_chart_series (self, i);

      n += series->is_level ? 0 : series->high != NULL ? 2 : 1;
    }
  return n;
}

/**
 * capacity_chart_get_n_rows:
 * @self: a chart
 *
 * Returns: rows of its table, without the headings
 */
guint
capacity_chart_get_n_rows (const CapacityChart *self)
{
  if (capacity_chart_has_bars (self))
    return self->bars->len;
  return self->form == CAPACITY_CHART_HEAT_MAP ? self->series->len : self->n;
}

/**
 * capacity_chart_is_text:
 * @self: a chart
 * @column: which column
 *
 * Returns: whether words stand in the column, not numbers
 */
gboolean
capacity_chart_is_text (const CapacityChart *self,
                        guint                column)
{
  return column == 0 || is_events_column (self, column) || is_remarks_column (self, column);
}

/* Puts a label into a heading with a place for it; a translation without one is used as it is. */
static char *
fill_heading (const char *heading,
              const char *label)
{
  const char *place = heading != NULL ? strstr (heading, "%s") : NULL;

  if (place == NULL)
    return g_strdup (heading != NULL ? heading : label);
  return g_strdup_printf ("%.*s%s%s", (int) (place - heading), heading, label, place + 2);
}

static char *
dup_bar_heading (const CapacityChart *self,
                 guint                column)
{
  const char *headings[] = { self->period_heading, self->unit, self->low_heading, self->high_heading };

  return g_strdup (headings[column] != NULL ? headings[column] : "");
}

/**
 * capacity_chart_dup_heading:
 * @self: a chart
 * @column: which column
 *
 * Returns: (transfer full): what the column holds
 */
char *
capacity_chart_dup_heading (const CapacityChart *self,
                            guint                column)
{
  const CapacityChartSeries *series;
  const char *label;
  gboolean is_high;

  g_return_val_if_fail (column < capacity_chart_get_n_columns (self), NULL);

  if (column == 0)
    return g_strdup (self->period_heading != NULL ? self->period_heading : "");
  if (capacity_chart_has_bars (self))
    return dup_bar_heading (self, column);
  if (self->form == CAPACITY_CHART_HEAT_MAP)
    return capacity_chart_name_column (self, column - 1);
  if (is_events_column (self, column))
    return g_strdup (self->events_label != NULL ? self->events_label : "");
  if (is_remarks_column (self, column))
    return g_strdup (self->remarks_label != NULL ? self->remarks_label : "");
  series = find_column (self, column, &is_high);
  label = series->label != NULL ? series->label : "";
  if (series->high == NULL)
    return g_strdup (label);
  return fill_heading (is_high ? self->high_heading : self->low_heading, label);
}

/**
 * capacity_chart_get_value:
 * @self: a chart
 * @row: which row
 * @column: which column
 *
 * Returns: the number that stands there; NaN where there is none or words stand
 */
double
capacity_chart_get_value (const CapacityChart *self,
                          guint                row,
                          guint                column)
{
  const CapacityChartSeries *series;
  gboolean is_high;

  g_return_val_if_fail (row < capacity_chart_get_n_rows (self), NAN);
  g_return_val_if_fail (column < capacity_chart_get_n_columns (self), NAN);

  if (capacity_chart_is_text (self, column))
    return NAN;
  if (capacity_chart_has_bars (self))
    {
      const CapacityChartBar *bar = capacity_chart_bar (self, row);
      const double values[] = { NAN, bar->value, bar->target, bar->whole };

      return values[column];
    }
  if (self->form == CAPACITY_CHART_HEAT_MAP)
    return round (capacity_chart_series (self, row)->low[column - 1] * 100);
  series = find_column (self, column, &is_high);
  return is_high ? series->high[row] : series->low[row];
}

/**
 * capacity_chart_dup_cell:
 * @self: a chart
 * @row: which row
 * @column: which column
 *
 * Returns: (transfer full): its text; a dash where there is no value
 */
char *
capacity_chart_dup_cell (const CapacityChart *self,
                         guint                row,
                         guint                column)
{
  g_return_val_if_fail (row < capacity_chart_get_n_rows (self), NULL);
  g_return_val_if_fail (column < capacity_chart_get_n_columns (self), NULL);

  if (is_events_column (self, column))
    {
      char *events = capacity_chart_list_events (self, row);

      return events != NULL ? events : g_strdup ("");
    }
  if (is_remarks_column (self, column))
    return g_strdup (self->remarks[row] != NULL ? self->remarks[row] : "");
  if (column > 0)
    return capacity_chart_format_value (self, capacity_chart_get_value (self, row, column));
  if (capacity_chart_has_bars (self))
    return g_strdup (capacity_chart_bar (self, row)->label);
  if (self->form == CAPACITY_CHART_HEAT_MAP)
    return g_strdup (capacity_chart_series (self, row)->label);
  return capacity_chart_name_column (self, row);
}
