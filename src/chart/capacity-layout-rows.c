/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-layout-private.h"

#include <math.h>

/* Small lines under each other, a row for each series. All stand on zero and have one scale, so rows can be compared; as
 * each has its name before it, no line needs a look of its own. */

/* How much of the line's colour is in the area below it. */
#define AREA_SHARE 0.2

static double
row_height (CapacityChartLayout *self)
{
  return self->plot.height / MAX (self->chart->series->len, 1);
}

/* Where a row stands; above it some room is left to the next. */
static double
row_foot (CapacityChartLayout *self,
          guint                row)
{
  return self->plot.y + (row + 1) * row_height (self) - self->em * 0.3;
}

static double
row_y (CapacityChartLayout *self,
       guint                row,
       double               value)
{
  return row_foot (self, row) - value / self->high * (row_height (self) - self->em * 0.8);
}

static void
choose_range (CapacityChartLayout *self)
{
  self->low = 0;
  self->high = 0;
  for (guint row = 0; row < self->chart->series->len; row++)
    for (guint i = 0; i < self->chart->n; i++)
      self->high = fmax (self->high, capacity_chart_series (self->chart, row)->low[i]);
  if (!(self->high > 0) || !isfinite (self->high))
    self->high = 1;
}

/* The last value that was measured, which stands behind the row; -1 where there is none. */
static int
last_column (CapacityChartLayout *self,
             guint                row)
{
  int last = (int) self->chart->n - 1;

  while (last >= 0 && isnan (capacity_chart_series (self->chart, row)->low[last]))
    last--;

  return last;
}

static char *
last_text (CapacityChartLayout *self,
           guint                row)
{
  int last = last_column (self, row);

  return capacity_chart_format_value (self->chart, last >= 0 ? capacity_chart_series (self->chart, row)->low[last] : NAN);
}

static double
values_width (CapacityChartLayout *self)
{
  double width = 0;

  for (guint row = 0; row < self->chart->series->len; row++)
    {
      g_autofree char *text = last_text (self, row);

      width = MAX (width, capacity_drawing_measure (&self->drawing, text, FALSE).width);
    }

  return width + self->em * 0.6;
}

static void
add_points (CapacityChartLayout *self,
            guint                row,
            guint                from,
            guint                to)
{
  const double *values = capacity_chart_series (self->chart, row)->low;

  for (guint i = from; i < to; i++)
    capacity_drawing_point (&self->drawing, capacity_layout_x (self, i + 0.5), row_y (self, row, values[i]));
}

/* Months that were measured one after another. */
static void
draw_run (CapacityChartLayout *self,
          guint                row,
          guint                from,
          guint                to)
{
  const CapacityChartSeries *series = capacity_chart_series (self->chart, row);
  CapacityDrawingItem *item;

  if (to == from + 1)
    {
      capacity_drawing_mark (&self->drawing, series->role, CAPACITY_MARK_DOT, capacity_layout_x (self, from + 0.5),
                             row_y (self, row, series->low[from]), self->style.line_width * 1.8, series->label);
      return;
    }
  capacity_drawing_point (&self->drawing, capacity_layout_x (self, from + 0.5), row_foot (self, row));
  add_points (self, row, from, to);
  capacity_drawing_point (&self->drawing, capacity_layout_x (self, to - 0.5), row_foot (self, row));
  item = capacity_drawing_end_path (&self->drawing, CAPACITY_DRAWING_FILL, series->role, 0, series->label);
  item->color = capacity_rgb_mix (self->style.background, item->color, AREA_SHARE);
  add_points (self, row, from, to);
  capacity_drawing_end_path (&self->drawing, CAPACITY_DRAWING_STROKE, series->role, self->style.line_width * 0.75,
                             series->label);
}

static void
draw_row (CapacityChartLayout *self,
          guint                row)
{
  const double *values = capacity_chart_series (self->chart, row)->low;
  double foot = row_foot (self, row);
  guint end = 0;

  capacity_drawing_rule (&self->drawing, CAPACITY_CHART_ROLE_AXIS, self->plot.x, foot, self->plot.x + self->plot.width,
                         foot);
  for (guint i = 0; i < self->chart->n; i = end + 1)
    {
      for (end = i; end < self->chart->n && !isnan (values[end]); end++);
      if (end > i)
        draw_run (self, row, i, end);
    }
}

static void
draw_row_text (CapacityChartLayout *self,
               guint                row,
               double               names_width)
{
  const char *label = capacity_chart_series (self->chart, row)->label;
  double baseline = row_foot (self, row) - (row_height (self) - self->em * 0.8) / 2 + self->em * 0.36;
  g_autofree char *value = last_text (self, row);
  g_auto (GStrv) lines = NULL;

  /* Rows lower than text are named every so many. */
  if (label == NULL || *label == '\0' || row % (guint) ceil (self->line / MAX (row_height (self), 1)) != 0)
    return;
  lines = capacity_drawing_wrap (&self->drawing, label, names_width, 1, FALSE);
  if (lines[0] == NULL)
    return;
  capacity_drawing_text (&self->drawing, CAPACITY_CHART_ROLE_TEXT, lines[0], self->padding, baseline, 0, FALSE);
  capacity_drawing_text (&self->drawing, CAPACITY_CHART_ROLE_DIM_TEXT, value, self->width - self->padding, baseline, 1,
                         FALSE);
}

static void
draw_unit (CapacityChartLayout *self,
           double               top)
{
  g_auto (GStrv) lines = NULL;

  if (self->chart->unit == NULL || *self->chart->unit == '\0')
    return;
  lines = capacity_drawing_wrap (&self->drawing, self->chart->unit, self->width - 2 * self->padding, 1, FALSE);
  if (lines[0] != NULL)
    capacity_drawing_text (&self->drawing, CAPACITY_CHART_ROLE_DIM_TEXT, lines[0], self->padding, top + self->ascent, 0,
                           FALSE);
}

/* Lays out rows of small lines. They may be higher than a window, so the periods are named at the head. */
void
capacity_layout_rows (CapacityChartLayout *self)
{
  double top = self->padding + capacity_layout_title_height (self);
  double names = capacity_layout_names_width (self);
  CapacityTimeAxis axis;

  choose_range (self);
  self->plot.x = self->padding + names + self->em * 0.8;
  self->plot.width = MAX (self->width - self->padding - values_width (self) - self->plot.x, 1);
  capacity_time_axis_init (&axis, self);
  self->plot.y = top + self->line + self->em * 0.7 + capacity_time_axis_n_rows (&axis) * self->line;
  self->plot.height = MAX (self->height - self->padding - self->plot.y, 1);
  self->drawing.plot = self->plot;

  capacity_time_axis_draw_grid (&axis, self);
  for (guint row = 0; row < self->chart->series->len; row++)
    draw_row (self, row);
  capacity_layout_draw_title (self);
  draw_unit (self, top);
  capacity_time_axis_draw_above (&axis, self);
  for (guint row = 0; row < self->chart->series->len; row++)
    draw_row_text (self, row, names);
  capacity_time_axis_clear (&axis);
}
