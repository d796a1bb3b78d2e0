/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-layout-private.h"

#include <math.h>

/* The pointer and the keyboard: which value is here, which is next, what does it say. */

static guint
n_columns (CapacityChartLayout *self)
{
  return capacity_chart_has_bars (self->chart) ? self->chart->bars->len : self->chart->n;
}

static gboolean
is_heat_map (CapacityChartLayout *self)
{
  return self->chart->form == CAPACITY_CHART_HEAT_MAP;
}

/* Whether each series has a row of its own. */
static gboolean
is_grid (CapacityChartLayout *self)
{
  return is_heat_map (self) || self->chart->form == CAPACITY_CHART_ROWS;
}

/* Whether the cursor stops at a series: those with a value a period. */
static gboolean
is_stop (CapacityChartLayout *self,
         guint                i)
{
  const CapacityChartSeries *series = capacity_chart_series (self->chart, i);

  return is_grid (self) || (!series->is_level && series->high == NULL && series->label != NULL);
}

static double
value_at (CapacityChartLayout *self,
          int                  series,
          int                  column)
{
  if (capacity_chart_has_bars (self->chart))
    return capacity_chart_bar (self->chart, column)->value;
  return capacity_chart_series (self->chart, (guint) series)->low[column];
}

static gboolean
has_value_at (CapacityChartLayout *self,
              int                  series,
              int                  column)
{
  return capacity_chart_has_bars (self->chart) || is_heat_map (self)
    || !isnan (value_at (self, series, column));
}

static gboolean
column_has_value (CapacityChartLayout *self,
                  int                  column)
{
  if (capacity_chart_has_bars (self->chart) || is_heat_map (self))
    return TRUE;
  for (guint i = 0; i < self->chart->series->len; i++)
    if (is_stop (self, i) && has_value_at (self, (int) i, column))
      return TRUE;
  return FALSE;
}

/* The series at a column nearest to a height, or -1. */
static int
nearest_series (CapacityChartLayout *self,
                int                  column,
                double               y)
{
  double best = INFINITY;
  int found = -1;

  if (capacity_chart_has_bars (self->chart))
    return 0;
  for (guint i = 0; i < self->chart->series->len; i++)
    if (is_stop (self, i) && has_value_at (self, (int) i, column))
      {
        double distance = fabs (capacity_layout_y (self, value_at (self, (int) i, column)) - y);

        if (distance < best)
          {
            best = distance;
            found = (int) i;
          }
      }
  return found;
}

/* The series a keyboard cursor begins with: demand, or else its forecast. */
static int
first_series (CapacityChartLayout *self,
              int                  column)
{
  static const CapacityChartRole order[] = { CAPACITY_CHART_ROLE_DEMAND, CAPACITY_CHART_ROLE_FORECAST };

  if (is_heat_map (self) || capacity_chart_has_bars (self->chart))
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    for (guint j = 0; j < self->chart->series->len; j++)
      if (capacity_chart_series (self->chart, j)->role == order[i] && is_stop (self, j)
          && has_value_at (self, (int) j, column))
        return (int) j;
  return nearest_series (self, column, self->plot.y + self->plot.height);
}

static gboolean
is_valid (CapacityChartLayout       *self,
          const CapacityChartCursor *cursor)
{
  gboolean has_rows = capacity_chart_has_bars (self->chart) || self->chart->series->len > 0;

  return cursor->index >= 0 && (guint) cursor->index < n_columns (self) && has_rows
    && (cursor->series < 0 || capacity_chart_has_bars (self->chart)
        || (guint) cursor->series < self->chart->series->len);
}

static double
row_height (CapacityChartLayout *self)
{
  guint n = is_grid (self) ? self->chart->series->len : self->chart->bars->len;

  return self->plot.height / MAX (n, 1);
}

static int
nearest_filled_column (CapacityChartLayout *self,
                       int                  column)
{
  int n = (int) n_columns (self);

  for (int distance = 0; distance < n; distance++)
    {
      if (column - distance >= 0 && column_has_value (self, column - distance))
        return column - distance;
      if (column + distance < n && column_has_value (self, column + distance))
        return column + distance;
    }
  return -1;
}

/**
 * capacity_chart_layout_hit:
 * @self: a layout
 * @x: where the pointer is
 * @y: where the pointer is
 * @cursor: (out caller-allocated): the nearest value
 *
 * Over a gap the nearest period with a value is meant.
 *
 * Returns: whether the pointer is over the plot and there is a value; @cursor is none otherwise
 */
gboolean
capacity_chart_layout_hit (CapacityChartLayout *self,
                           double               x,
                           double               y,
                           CapacityChartCursor *cursor)
{
  double slack = is_grid (self) ? 0 : self->em;
  double across = self->is_mirrored ? (self->plot.x + self->plot.width - x) / self->plot.width
    : (x - self->plot.x) / self->plot.width;
  double down = (y - self->plot.y) / row_height (self);
  int n = (int) n_columns (self);

  *cursor = CAPACITY_CHART_CURSOR_NONE;
  if (n == 0 || x < self->plot.x - slack || x > self->plot.x + self->plot.width + slack
      || y < self->plot.y - slack || y > self->plot.y + self->plot.height + slack)
    return FALSE;
  if (capacity_chart_has_bars (self->chart))
    *cursor = (CapacityChartCursor) { 0, CLAMP ((int) down, 0, n - 1) };
  else if (is_grid (self))
    *cursor = (CapacityChartCursor) { CLAMP ((int) down, 0, (int) self->chart->series->len - 1),
                                      CLAMP ((int) (across * n), 0, n - 1) };
  else
    {
      cursor->index = nearest_filled_column (self, CLAMP ((int) floor (across * n), 0, n - 1));
      cursor->series = cursor->index >= 0 ? nearest_series (self, cursor->index, y) : -1;
    }
  return is_valid (self, cursor) && cursor->series >= 0;
}

static gboolean
is_above_limit (CapacityChartLayout *self,
                int                  column)
{
  const CapacityChartSeries *limit = capacity_chart_find_series (self->chart, CAPACITY_CHART_ROLE_LIMIT);
  const CapacityChartSeries *demand = capacity_chart_find_series (self->chart, CAPACITY_CHART_ROLE_DEMAND);
  const CapacityChartSeries *forecast = capacity_chart_find_series (self->chart,
                                                                    CAPACITY_CHART_ROLE_FORECAST);
  double value = demand != NULL ? demand->low[column] : NAN;

  if (isnan (value) && forecast != NULL)
    value = forecast->low[column];
  return limit != NULL && value > limit->low[column];
}

/* Worth a stop: marked, or where demand comes to be above capacity or no longer is. */
static gboolean
is_notable (CapacityChartLayout *self,
            int                  row,
            int                  column)
{
  if (is_heat_map (self))
    return value_at (self, row, column) > 1;
  if (capacity_chart_has_bars (self->chart))
    {
      CapacityChartRole role = capacity_chart_bar (self->chart, column)->role;

      return role == CAPACITY_CHART_ROLE_TOTAL || role == CAPACITY_CHART_ROLE_BAD
        || role == CAPACITY_CHART_ROLE_RISK;
    }
  for (guint i = 0; i < self->chart->markers->len; i++)
    if (g_array_index (self->chart->markers, CapacityChartMarker, i).column == column)
      return TRUE;
  for (guint i = 0; i < self->chart->spans->len; i++)
    if (g_array_index (self->chart->spans, CapacityChartSpan, i).likely == column)
      return TRUE;
  for (guint i = 0; i < self->chart->events->len; i++)
    if ((int) capacity_chart_event_start (self->chart, i) == column)
      return TRUE;
  return column > 0 && is_above_limit (self, column) != is_above_limit (self, column - 1);
}

static int
periods_a_year (CapacityChartLayout *self)
{
  static const int n[CAPACITY_N_PERIOD_KINDS] = { 365, 52, 12, 4, 1, 365 * CAPACITY_DAY_HOURS };

  return capacity_chart_has_bars (self->chart) ? 1 : n[self->chart->kind];
}

/* From @column on in steps of one, to the first with a value (that is notable). -1 if there is none. */
static int
seek (CapacityChartLayout *self,
      int                  row,
      int                  column,
      int                  step,
      gboolean             to_notable)
{
  int n = (int) n_columns (self);

  for (; column >= 0 && column < n; column += step)
    if (column_has_value (self, column) && (!to_notable || is_notable (self, row, column)))
      return column;
  return -1;
}

static gboolean
move_series (CapacityChartLayout *self,
             int                  step,
             CapacityChartCursor *cursor)
{
  for (int i = cursor->series + step; i >= 0 && i < (int) self->chart->series->len; i += step)
    if (is_stop (self, (guint) i) && has_value_at (self, i, cursor->index))
      {
        cursor->series = i;
        return TRUE;
      }
  return FALSE;
}

/* Where rows lie under each other, up and down are the way along them too. */
static CapacityChartMove
along_rows (CapacityChartMove move)
{
  if (move == CAPACITY_CHART_MOVE_PREVIOUS_SERIES)
    return CAPACITY_CHART_MOVE_PREVIOUS;

  return move == CAPACITY_CHART_MOVE_NEXT_SERIES ? CAPACITY_CHART_MOVE_NEXT : move;
}

static int
target_column (CapacityChartLayout       *self,
               CapacityChartMove          move,
               const CapacityChartCursor *cursor)
{
  int at = cursor->index;
  int last = (int) n_columns (self) - 1;
  int year = periods_a_year (self);
  int found;

  switch (move)
    {
    case CAPACITY_CHART_MOVE_FIRST:
      return seek (self, cursor->series, 0, 1, FALSE);
    case CAPACITY_CHART_MOVE_LAST:
      return seek (self, cursor->series, last, -1, FALSE);
    case CAPACITY_CHART_MOVE_PREVIOUS:
      return seek (self, cursor->series, at - 1, -1, FALSE);
    case CAPACITY_CHART_MOVE_NEXT:
      return seek (self, cursor->series, at + 1, 1, FALSE);
    case CAPACITY_CHART_MOVE_PREVIOUS_YEAR:
      found = seek (self, cursor->series, MAX (at - year, 0), -1, FALSE);
      return found >= 0 ? found : seek (self, cursor->series, 0, 1, FALSE);
    case CAPACITY_CHART_MOVE_NEXT_YEAR:
      found = seek (self, cursor->series, MIN (at + year, last), 1, FALSE);
      return found >= 0 ? found : seek (self, cursor->series, last, -1, FALSE);
    case CAPACITY_CHART_MOVE_PREVIOUS_NOTABLE:
      return seek (self, cursor->series, at - 1, -1, TRUE);
    case CAPACITY_CHART_MOVE_NEXT_NOTABLE:
      return seek (self, cursor->series, at + 1, 1, TRUE);
    case CAPACITY_CHART_MOVE_PREVIOUS_SERIES:
    case CAPACITY_CHART_MOVE_NEXT_SERIES:
    default:
      return -1;
    }
}

/**
 * capacity_chart_layout_move:
 * @self: a layout
 * @move: which step
 * @cursor: (inout): where the cursor is and then goes; from none %CAPACITY_CHART_MOVE_LAST goes to the last
 *   value, any other step to the first
 *
 * Returns: whether it moved
 */
gboolean
capacity_chart_layout_move (CapacityChartLayout *self,
                            CapacityChartMove    move,
                            CapacityChartCursor *cursor)
{
  int column;

  if (n_columns (self) == 0)
    return FALSE;
  if (!is_valid (self, cursor))
    {
      *cursor = CAPACITY_CHART_CURSOR_NONE;
      if (move != CAPACITY_CHART_MOVE_LAST)
        move = CAPACITY_CHART_MOVE_FIRST;
    }
  else if (cursor->series < 0)
    cursor->series = first_series (self, cursor->index);
  if (capacity_chart_has_bars (self->chart))
    move = along_rows (move);
  if (move == CAPACITY_CHART_MOVE_PREVIOUS_SERIES || move == CAPACITY_CHART_MOVE_NEXT_SERIES)
    return move_series (self, move == CAPACITY_CHART_MOVE_NEXT_SERIES ? 1 : -1, cursor);

  column = target_column (self, move, cursor);
  if (column < 0 || column == cursor->index)
    return FALSE;
  cursor->index = column;
  if (cursor->series < 0 || !has_value_at (self, cursor->series, column))
    cursor->series = first_series (self, column);
  return cursor->series >= 0;
}

static CapacityChartBox
row_box (CapacityChartLayout       *self,
         const CapacityChartCursor *cursor)
{
  double height = row_height (self);

  if (!is_grid (self))
    return (CapacityChartBox) {
      self->plot.x,
      self->plot.y + cursor->index * height,
      self->plot.width,
      height,
    };
  return (CapacityChartBox) {
    MIN (capacity_layout_x (self, cursor->index), capacity_layout_x (self, cursor->index + 1)),
    self->plot.y + MAX (cursor->series, 0) * height,
    self->plot.width / self->chart->n,
    height,
  };
}

/**
 * capacity_chart_layout_get_point:
 * @self: a layout
 * @cursor: a place
 * @box: (out caller-allocated): a small box around the point, or the cell or row
 *
 * Returns: whether there is a value at @cursor
 */
gboolean
capacity_chart_layout_get_point (CapacityChartLayout       *self,
                                 const CapacityChartCursor *cursor,
                                 CapacityChartBox          *box)
{
  double size = self->em * 0.8;
  int series;

  if (!is_valid (self, cursor))
    return FALSE;
  if (is_grid (self) || capacity_chart_has_bars (self->chart))
    {
      *box = row_box (self, cursor);
      return TRUE;
    }
  series = cursor->series >= 0 ? cursor->series : first_series (self, cursor->index);
  if (series < 0 || !has_value_at (self, series, cursor->index))
    return FALSE;
  *box = (CapacityChartBox) {
    capacity_layout_x (self, cursor->index + 0.5) - size / 2,
    capacity_layout_y (self, value_at (self, series, cursor->index)) - size / 2,
    size,
    size,
  };
  return TRUE;
}

/**
 * capacity_chart_layout_dup_heading:
 * @self: a layout
 * @cursor: a place
 *
 * Returns: (transfer full) (nullable): the period, or the name of the bar, the cursor is at
 */
char *
capacity_chart_layout_dup_heading (CapacityChartLayout       *self,
                                   const CapacityChartCursor *cursor)
{
  if (!is_valid (self, cursor))
    return NULL;
  if (capacity_chart_has_bars (self->chart))
    return g_strdup (capacity_chart_bar (self->chart, cursor->index)->label);
  return capacity_chart_name_column (self->chart, (guint) cursor->index);
}

static void
value_clear (gpointer data)
{
  CapacityChartValue *value = data;

  g_free (value->label);
  g_free (value->text);
}

static void
add_value (GArray            *values,
           CapacityChartRole  role,
           const char        *label,
           char              *text,
           double             number,
           double             x,
           double             y,
           int                series)
{
  CapacityChartValue value = { role, g_strdup (label), text, number, x, y, series };

  g_array_append_val (values, value);
}

static void
add_series_value (GArray              *values,
                  CapacityChartLayout *self,
                  guint                i,
                  guint                column)
{
  const CapacityChartSeries *series = capacity_chart_series (self->chart, i);
  double x = capacity_layout_x (self, column + 0.5);
  double value = series->low[column];
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (series->label == NULL || series->is_level || isnan (value))
    return;
  low = capacity_chart_format_value (self->chart, value);
  if (series->high == NULL)
    {
      add_value (values, series->role, series->label, g_steal_pointer (&low), value, x,
                 capacity_layout_y (self, value), (int) i);
      return;
    }
  high = capacity_chart_format_value (self->chart, series->high[column]);
  add_value (values, series->role, series->label, g_strconcat (low, " – ", high, NULL), NAN, x, NAN, (int) i);
}

/* What a bar of a bullet graph is held against. */
static void
add_measures (GArray               *values,
              CapacityChartLayout  *self,
              guint                 row,
              CapacityChartBox      box)
{
  const CapacityChartBar *bar = capacity_chart_bar (self->chart, row);

  if (!isnan (bar->target))
    add_value (values, CAPACITY_CHART_ROLE_TARGET, self->chart->low_heading,
               capacity_chart_format_value (self->chart, bar->target), bar->target, box.x + box.width / 2, NAN, -1);
  if (!isnan (bar->whole))
    add_value (values, CAPACITY_CHART_ROLE_LIMIT, self->chart->high_heading,
               capacity_chart_format_value (self->chart, bar->whole), bar->whole, box.x + box.width / 2, NAN, -1);
}

/* Those that begin there, in words. */
static void
add_events (GArray              *values,
            CapacityChartLayout *self,
            guint                column)
{
  char *events = capacity_chart_list_events (self->chart, column);

  if (events != NULL)
    add_value (values, CAPACITY_CHART_ROLE_EVENT, self->chart->events_label, events, NAN,
               capacity_layout_x (self, column + 0.5), NAN, -1);
}

static void
add_remark (GArray              *values,
            CapacityChartLayout *self,
            guint                column)
{
  const char *remark = self->chart->remarks != NULL ? self->chart->remarks[column] : NULL;

  if (remark != NULL)
    add_value (values, CAPACITY_CHART_ROLE_LIMIT, self->chart->remarks_label, g_strdup (remark), NAN,
               capacity_layout_x (self, column + 0.5), NAN, -1);
}

/**
 * capacity_chart_layout_list_values:
 * @self: a layout
 * @cursor: a place
 *
 * What there is to tell at a period: every series that has a value there, then the remark and the events that begin; of a
 * heat map the cell, of a waterfall the bar, of a bullet graph also its target and whole.
 *
 * Returns: (transfer full) (element-type CapacityChartValue): the values, in the order of the series
 */
GArray *
capacity_chart_layout_list_values (CapacityChartLayout       *self,
                                   const CapacityChartCursor *cursor)
{
  GArray *values = g_array_new (FALSE, TRUE, sizeof (CapacityChartValue));

  g_array_set_clear_func (values, value_clear);
  if (!is_valid (self, cursor))
    return values;
  if (capacity_chart_has_bars (self->chart) || is_heat_map (self))
    {
      guint row = is_heat_map (self) ? (guint) MAX (cursor->series, 0) : (guint) cursor->index;
      guint column = is_heat_map (self) ? (guint) cursor->index + 1 : 1;
      CapacityChartRole role = is_heat_map (self) ? CAPACITY_CHART_ROLE_CELL
        : capacity_chart_bar (self->chart, row)->role;
      CapacityChartBox box = row_box (self, cursor);
      gboolean is_bullet = self->chart->form == CAPACITY_CHART_BULLET;
      g_autofree char *label = is_bullet ? capacity_chart_dup_heading (self->chart, 1)
        : capacity_chart_dup_cell (self->chart, row, 0);

      add_value (values, role, label, capacity_chart_dup_cell (self->chart, row, column),
                 value_at (self, (int) row, cursor->index), box.x + box.width / 2, box.y + box.height / 2,
                 is_heat_map (self) ? (int) row : 0);
      if (is_bullet)
        add_measures (values, self, row, box);
      return values;
    }
  for (guint i = 0; i < self->chart->series->len; i++)
    add_series_value (values, self, i, (guint) cursor->index);
  add_remark (values, self, (guint) cursor->index);
  add_events (values, self, (guint) cursor->index);
  return values;
}

static void
add_rule (CapacityDrawing *drawing,
          double           x,
          double           top,
          double           bottom)
{
  capacity_drawing_rule (drawing, CAPACITY_CHART_ROLE_CURSOR, x, top, x, bottom);
}

static void
add_points (CapacityChartLayout       *self,
            const CapacityChartCursor *cursor,
            CapacityDrawing           *drawing)
{
  g_autoptr(GArray) values = capacity_chart_layout_list_values (self, cursor);
  double size = self->style.line_width * 3;

  add_rule (drawing, capacity_layout_x (self, cursor->index + 0.5), self->plot.y,
            self->plot.y + self->plot.height);
  for (guint i = 0; i < values->len; i++)
    {
      CapacityChartValue *value = &g_array_index (values, CapacityChartValue, i);
      gboolean is_here = value->series == cursor->series;

      if (!isnan (value->y))
        capacity_drawing_mark (drawing, value->role, is_here ? CAPACITY_MARK_RING : CAPACITY_MARK_DOT,
                               value->x, value->y, is_here ? size * 1.6 : size, NULL);
    }
}

/**
 * capacity_chart_layout_draw_cursor:
 * @self: a layout
 * @cursor: where the pointer or the keyboard is
 * @cr: where; as for capacity_chart_layout_draw()
 *
 * Paints the cursor over a chart already painted. The value it is at has a ring, the others of its period a
 * dot.
 */
void
capacity_chart_layout_draw_cursor (CapacityChartLayout       *self,
                                   const CapacityChartCursor *cursor,
                                   cairo_t                   *cr)
{
  CapacityDrawing drawing = { 0 };

  if (!is_valid (self, cursor))
    return;
  capacity_drawing_init (&drawing, &self->style, self->drawing.context);
  drawing.plot = self->plot;
  if (is_grid (self) || capacity_chart_has_bars (self->chart))
    {
      CapacityChartBox box = row_box (self, cursor);

      capacity_drawing_box (&drawing, CAPACITY_DRAWING_STROKE, CAPACITY_CHART_ROLE_CURSOR, box,
                            self->style.line_width, NULL);
    }
  else
    add_points (self, cursor, &drawing);
  capacity_drawing_paint (&drawing, cr);
  capacity_drawing_clear (&drawing);
}
