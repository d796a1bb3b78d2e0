/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-layout-private.h"

#include <math.h>

/* Bars lie in rows, so that names of any length can be read, and each begins where the one above ended; one total after
 * another stands alone. */

/* Where a bar begins and ends, given where the last one ended. */
static void
find_ends (const CapacityChartBar *bar,
           double                 *level,
           double                 *from,
           double                 *to)
{
  double value = isnan (bar->value) ? 0 : bar->value;

  *from = bar->role == CAPACITY_CHART_ROLE_TOTAL ? 0 : *level;
  *to = *from + value;
  *level = *to;
}

static void
choose_range (CapacityChartLayout *self)
{
  double level = 0, from, to;

  self->low = 0;
  self->high = 0;
  for (guint i = 0; i < self->chart->bars->len; i++)
    {
      find_ends (capacity_chart_bar (self->chart, i), &level, &from, &to);
      self->low = MIN (self->low, MIN (from, to));
      self->high = MAX (self->high, MAX (from, to));
    }
  if (!(self->high - self->low > 0) || !isfinite (self->high - self->low))
    self->high = self->low + 1;
}

static double
place (CapacityChartLayout *self,
       double               value)
{
  double share = (value - self->low) / (self->high - self->low);

  return self->plot.x + (isfinite (share) ? CLAMP (share, 0, 1) : 0) * self->plot.width;
}

static char *
value_text (CapacityChartLayout    *self,
            const CapacityChartBar *bar)
{
  g_autofree char *text = capacity_chart_format_value (self->chart, bar->value);

  if (bar->role == CAPACITY_CHART_ROLE_TOTAL || isnan (bar->value) || bar->value <= 0)
    return g_steal_pointer (&text);
  return g_strconcat ("+", text, NULL);
}

static double
widest_value (CapacityChartLayout *self)
{
  double width = 0;

  for (guint i = 0; i < self->chart->bars->len; i++)
    {
      g_autofree char *text = value_text (self, capacity_chart_bar (self->chart, i));

      width = MAX (width, capacity_drawing_measure (&self->drawing, text, FALSE).width);
    }
  return MIN (width, self->width * 0.3);
}

static CapacityChartBox
bar_box (CapacityChartLayout *self,
         guint                i,
         double               from,
         double               to)
{
  double row = self->plot.height / MAX (self->chart->bars->len, 1);
  double height = MIN (row * 0.62, self->em * 1.6);
  double left = place (self, MIN (from, to));

  return (CapacityChartBox) { left, self->plot.y + i * row + (row - height) / 2,
                              MAX (place (self, MAX (from, to)) - left, self->style.rule_width), height };
}

static void
draw_fall (CapacityChartLayout    *self,
           const CapacityChartBar *bar,
           CapacityChartBox        box)
{
  CapacityDrawing *drawing = &self->drawing;
  CapacityDrawingItem *item;

  item = capacity_drawing_box (drawing, CAPACITY_DRAWING_HATCH, bar->role, box, self->em * 0.4, bar->label);
  item->hatch = CAPACITY_HATCH_SINGLE;
  capacity_drawing_box (drawing, CAPACITY_DRAWING_STROKE, bar->role, box, self->style.rule_width, NULL);
}

static void
draw_bars (CapacityChartLayout *self)
{
  double level = 0, from, to, last_bottom = 0;
  gboolean is_after_total = FALSE;

  for (guint i = 0; i < self->chart->bars->len; i++)
    {
      const CapacityChartBar *bar = capacity_chart_bar (self->chart, i);
      double start = place (self, level);
      CapacityChartBox box;

      find_ends (bar, &level, &from, &to);
      box = bar_box (self, i, from, to);
      if (i > 0 && !(bar->role == CAPACITY_CHART_ROLE_TOTAL && is_after_total))
        capacity_drawing_rule (&self->drawing, CAPACITY_CHART_ROLE_AXIS, start, last_bottom, start, box.y);
      last_bottom = box.y + box.height;
      is_after_total = bar->role == CAPACITY_CHART_ROLE_TOTAL;
      if (bar->role != CAPACITY_CHART_ROLE_FALL)
        {
          capacity_drawing_box (&self->drawing, CAPACITY_DRAWING_FILL, bar->role, box, 0, bar->label);
          continue;
        }
      draw_fall (self, bar, box);
    }
}

static void
draw_names (CapacityChartLayout *self,
            double               width)
{
  double level = 0, from, to;

  for (guint i = 0; i < self->chart->bars->len; i++)
    {
      const CapacityChartBar *bar = capacity_chart_bar (self->chart, i);
      g_autofree char *text = value_text (self, bar);
      g_auto(GStrv) lines = capacity_drawing_wrap (&self->drawing, bar->label != NULL ? bar->label : "",
                                                   width, 1, FALSE);
      g_auto(GStrv) value = capacity_drawing_wrap (&self->drawing, text, self->width * 0.3, 1, FALSE);
      CapacityChartBox box;
      double baseline;

      find_ends (bar, &level, &from, &to);
      box = bar_box (self, i, from, to);
      baseline = box.y + box.height / 2 + self->em * 0.36;
      if (lines[0] != NULL && *lines[0] != '\0')
        capacity_drawing_text (&self->drawing, CAPACITY_CHART_ROLE_TEXT, lines[0], self->padding, baseline,
                               0, FALSE);
      if (value[0] != NULL)
        capacity_drawing_text (&self->drawing, CAPACITY_CHART_ROLE_TEXT, value[0],
                               box.x + box.width + self->em * 0.4,
                               baseline, 0, FALSE);
    }
}

/* Lays out bars that lead from one total to the next. */
void
capacity_layout_waterfall (CapacityChartLayout *self)
{
  double title = capacity_layout_title_height (self);
  double names = capacity_layout_names_width (self);
  gboolean has_unit = self->chart->unit != NULL && *self->chart->unit != '\0';
  double unit_height = has_unit ? self->line + self->em * 0.4 : 0;

  choose_range (self);
  self->plot.x = self->padding + names + self->em;
  self->plot.width = MAX (self->width - self->padding - widest_value (self) - self->em * 0.5 - self->plot.x,
                          1);
  self->plot.y = self->padding + title + unit_height;
  self->plot.height = MAX (self->height - self->padding - self->plot.y, 1);
  self->drawing.plot = self->plot;

  capacity_drawing_rule (&self->drawing, CAPACITY_CHART_ROLE_AXIS, place (self, 0), self->plot.y,
                         place (self, 0), self->plot.y + self->plot.height);
  draw_bars (self);
  capacity_layout_draw_title (self);
  if (has_unit)
    capacity_drawing_text (&self->drawing, CAPACITY_CHART_ROLE_DIM_TEXT, self->chart->unit, self->padding,
                           self->padding + title + self->ascent, 0, FALSE);
  draw_names (self, names);
}
