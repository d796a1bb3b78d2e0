/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-layout-private.h"

#include <math.h>

double
capacity_layout_x (CapacityChartLayout *self,
                   double               column)
{
  double share = column / MAX (self->chart->n, 1);

  return self->plot.x + (self->is_mirrored ? 1 - share : share) * self->plot.width;
}

double
capacity_layout_y (CapacityChartLayout *self,
                   double               value)
{
  double share = value / (self->high - self->low) - self->low / (self->high - self->low);

  return self->plot.y + self->plot.height * (1 - share);
}

static char **
title_lines (CapacityChartLayout *self)
{
  if (!self->style.shows_title || self->chart->title == NULL || *self->chart->title == '\0')
    return NULL;
  return capacity_drawing_wrap (&self->drawing, self->chart->title, self->width - 2 * self->padding, 2, TRUE);
}

double
capacity_layout_title_height (CapacityChartLayout *self)
{
  g_auto(GStrv) lines = title_lines (self);
  double height = lines != NULL ? self->style.title_size * 0.5 : 0;

  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    height += capacity_drawing_measure (&self->drawing, lines[i], TRUE).height;
  return height;
}

void
capacity_layout_draw_title (CapacityChartLayout *self)
{
  g_auto(GStrv) lines = title_lines (self);
  double y = self->padding;

  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      CapacityTextSize size = capacity_drawing_measure (&self->drawing, lines[i], TRUE);

      capacity_drawing_text (&self->drawing, CAPACITY_CHART_ROLE_TEXT, lines[i], self->padding,
                             y + size.ascent, 0, TRUE);
      y += size.height;
    }
}

/* Names take what is left beside cells wide enough for their numbers, up to half. */
static double
widest_names (CapacityChartLayout *self)
{
  double cell = capacity_drawing_measure (&self->drawing, "888", FALSE).width + self->em * 0.5;
  double room = self->width - 2 * self->padding - self->em - self->chart->n * cell;

  return MAX (self->width * 0.38, capacity_chart_has_bars (self->chart) ? 0 : MIN (room, self->width * 0.5));
}

/* Room for the names of rows. */
double
capacity_layout_names_width (CapacityChartLayout *self)
{
  gboolean has_bars = capacity_chart_has_bars (self->chart);
  guint n = has_bars ? self->chart->bars->len : self->chart->series->len;
  double width = 0;

  for (guint i = 0; i < n; i++)
    {
      const char *label = has_bars ? capacity_chart_bar (self->chart, i)->label
        : capacity_chart_series (self->chart, i)->label;

      if (label != NULL)
        width = MAX (width, capacity_drawing_measure (&self->drawing, label, FALSE).width);
    }
  return MIN (width, widest_names (self));
}

static void
extend_range (const double *values,
              guint         n,
              double       *low,
              double       *high)
{
  for (guint i = 0; values != NULL && i < n; i++)
    if (!isnan (values[i]))
      {
        *low = MIN (*low, values[i]);
        *high = MAX (*high, values[i]);
      }
}

/* The range of all that is drawn. The widest interval may be cut at the top: it must not make the rest
 * flat. */
static void
find_range (CapacityChartLayout *self,
            double              *low,
            double              *high)
{
  double wide_low = INFINITY, wide_high = -INFINITY;

  *low = INFINITY;
  *high = -INFINITY;
  for (guint i = 0; i < self->chart->series->len; i++)
    {
      const CapacityChartSeries *series = capacity_chart_series (self->chart, i);
      gboolean is_wide = series->role == CAPACITY_CHART_ROLE_BAND_95;

      extend_range (series->low, self->chart->n, is_wide ? &wide_low : low, is_wide ? &wide_high : high);
      extend_range (series->high, self->chart->n, is_wide ? &wide_low : low, is_wide ? &wide_high : high);
    }
  for (guint i = 0; i < self->chart->markers->len; i++)
    extend_range (&g_array_index (self->chart->markers, CapacityChartMarker, i).value, 1, low, high);
  if (*low > *high)
    {
      *low = wide_low;
      *high = wide_high;
    }
  else if (wide_low <= wide_high)
    {
      *low = MIN (*low, wide_low);
      *high = MAX (*high, MIN (wide_high, *high + 0.6 * fabs (*high)));
    }
}

/* Volumes and capacities are shares of a whole and stand on zero. A control chart or a season looks at the
 * differences, so its axis may begin higher, and says so by a break. */
static gboolean
may_leave_zero (CapacityChartLayout *self)
{
  return self->chart->form == CAPACITY_CHART_CYCLE
    || capacity_chart_find_series (self->chart, CAPACITY_CHART_ROLE_CONTROL) != NULL;
}

void
capacity_layout_choose_range (CapacityChartLayout *self,
                              double               plot_height)
{
  double wanted = 1 + plot_height / (4 * self->em);
  double low, high, last;

  find_range (self, &low, &high);
  if (low > high)
    {
      self->low = 0;
      self->high = 1;
      self->ticks = (CapacityTicks) { 0, 1, 0, 0 };
      return;
    }
  if (!may_leave_zero (self) || low < 0.4 * high)
    low = MIN (low, 0);
  high = MAX (high, low >= 0 ? 0 : high);
  if (high - low <= 1e-9 * MAX (fabs (low), fabs (high)))
    {
      low -= low == 0 ? 0 : fabs (low) / 2;
      high += high == 0 ? 1 : fabs (high) / 2;
    }
  if (low > 0)
    low -= 0.06 * (high - low);
  self->ticks = capacity_ticks_extended (low, high, CLAMP (wanted, 2, 9));
  last = capacity_ticks_get (&self->ticks, self->ticks.n - 1);
  self->low = MIN (low, self->ticks.first);
  self->high = last >= high ? last : high + 0.02 * (high - low);
  if (!isfinite (self->high))
    self->high = high;
}

static char *
tick_text (CapacityChartLayout *self,
           guint                i,
           double               max_width)
{
  g_autofree char *text = capacity_chart_format (self->chart, capacity_ticks_get (&self->ticks, i),
                                                 self->ticks.decimals);
  g_auto(GStrv) lines = NULL;

  if (max_width <= 0 || capacity_drawing_measure (&self->drawing, text, FALSE).width <= max_width)
    return g_steal_pointer (&text);
  lines = capacity_drawing_wrap (&self->drawing, text, max_width, 1, FALSE);
  return g_strdup (lines[0] != NULL ? lines[0] : "");
}

static double
max_value_width (CapacityChartLayout *self)
{
  return self->width * 0.35;
}

double
capacity_layout_value_width (CapacityChartLayout *self)
{
  double width = 0;

  for (guint i = 0; i < self->ticks.n; i++)
    {
      g_autofree char *text = tick_text (self, i, max_value_width (self));

      width = MAX (width, capacity_drawing_measure (&self->drawing, text, FALSE).width);
    }
  return width;
}

static gboolean
tick_is_inside (CapacityChartLayout *self,
                double               value)
{
  double slack = 1e-9 * (self->high - self->low);

  return value >= self->low - slack && value <= self->high + slack;
}

void
capacity_layout_draw_grid (CapacityChartLayout *self)
{
  double right = self->plot.x + self->plot.width;

  for (guint i = 0; i < self->ticks.n; i++)
    {
      double value = capacity_ticks_get (&self->ticks, i);
      double y = capacity_layout_y (self, value);

      if (tick_is_inside (self, value) && value != 0)
        capacity_drawing_rule (&self->drawing, CAPACITY_CHART_ROLE_GRID, self->plot.x, y, right, y);
    }
}

/* Two short strokes across the foot of the axis: it does not begin at zero. */
static void
draw_break (CapacityChartLayout *self)
{
  double x = self->plot.x;
  double y = self->plot.y + self->plot.height;
  double size = self->em * 0.35;

  for (int i = 0; i < 2; i++)
    capacity_drawing_rule (&self->drawing, CAPACITY_CHART_ROLE_AXIS,
                           x - size, y - size * (1 + i), x + size, y - size * (1.8 + i));
}

/* The line of zero, or the foot of the plot where zero is not in it. */
void
capacity_layout_draw_axis (CapacityChartLayout *self)
{
  double y = self->low < 0 && self->high > 0 ? capacity_layout_y (self, 0) : self->plot.y + self->plot.height;

  capacity_drawing_rule (&self->drawing, CAPACITY_CHART_ROLE_AXIS, self->plot.x, y,
                         self->plot.x + self->plot.width, y);
  if (self->low > 0)
    draw_break (self);
}

/* A plot that had to become low after its ticks were chosen names only those that have room. */
void
capacity_layout_draw_values (CapacityChartLayout *self)
{
  double right = self->plot.x - self->em * 0.6;
  double last = INFINITY;

  for (guint i = 0; i < self->ticks.n; i++)
    {
      double value = capacity_ticks_get (&self->ticks, i);
      g_autofree char *text = tick_text (self, i, max_value_width (self));
      double baseline = capacity_layout_y (self, value) + self->em * 0.36;

      if (!tick_is_inside (self, value) || last - baseline < self->line)
        continue;
      capacity_drawing_text (&self->drawing, CAPACITY_CHART_ROLE_DIM_TEXT, text, right, baseline, 1, FALSE);
      last = baseline;
    }
}
