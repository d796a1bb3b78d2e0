/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-layout-private.h"

#include <math.h>

/* Source: Stephen Few, Bullet Graph Design Specification: a bar for what is, a mark for what should be, and
 * grounds of three shades for what that means: within the target, within the whole, above it. */

/* Where a row ends, as a share of its whole: what is above can be seen. */
#define MAX_SHARE 1.25

static double
place (CapacityChartLayout *self,
       double               share)
{
  return self->plot.x + CLAMP (share, 0, MAX_SHARE) / MAX_SHARE * self->plot.width;
}

/* Whether names beside bars would leave neither enough room. */
gboolean
capacity_layout_is_narrow (double width,
                           double em)
{
  return width < 40 * em;
}

/* Where there is little room beside the bars, each name stands above its own. */
static double
name_height (CapacityChartLayout *self)
{
  return capacity_layout_is_narrow (self->width, self->em) ? self->line : 0;
}

static CapacityChartBox
row_box (CapacityChartLayout *self,
         guint                i,
         double               ems)
{
  double row = self->plot.height / MAX (self->chart->bars->len, 1);
  double name = MIN (name_height (self), row / 2);
  double height = MIN ((row - name) * ems / 2.2, self->em * ems);

  return (CapacityChartBox) { self->plot.x, self->plot.y + i * row + name + (row - name - height) / 2, 0, height };
}

static void
draw_ground (CapacityChartLayout *self,
             CapacityChartBox     box,
             double               from,
             double               to,
             double               shade)
{
  CapacityRgb ink = self->style.colors[CAPACITY_CHART_ROLE_DIM_TEXT];
  CapacityDrawingItem *item;

  box.x = place (self, from);
  box.width = place (self, to) - box.x;
  item = capacity_drawing_box (&self->drawing, CAPACITY_DRAWING_FILL, CAPACITY_CHART_ROLE_GRID, box, 0, NULL);
  item->color = capacity_rgb_mix (self->style.background, ink, shade);
}

static void
draw_mark (CapacityChartLayout *self,
           CapacityChartBox     box,
           double               share,
           double               width)
{
  box.x = capacity_drawing_snap (&self->drawing, place (self, share) - width / 2, 0);
  box.width = width;
  capacity_drawing_box (&self->drawing, CAPACITY_DRAWING_FILL, CAPACITY_CHART_ROLE_LIMIT, box, 0, NULL);
}

/* Above the whole the bar is hatched, so that it shows without colour. */
static void
draw_bar (CapacityChartLayout    *self,
          const CapacityChartBar *bar,
          CapacityChartBox        box)
{
  double share = bar->value / bar->whole;
  CapacityDrawingItem *item;

  box.width = place (self, MIN (share, 1)) - box.x;
  capacity_drawing_box (&self->drawing, CAPACITY_DRAWING_FILL, bar->role, box, 0, bar->label);
  if (share <= 1)
    return;
  box.x = place (self, 1);
  box.width = place (self, share) - box.x;
  item = capacity_drawing_box (&self->drawing, CAPACITY_DRAWING_HATCH, bar->role, box, self->em * 0.25,
                               bar->label);
  item->hatch = CAPACITY_HATCH_SINGLE;
  capacity_drawing_box (&self->drawing, CAPACITY_DRAWING_STROKE, bar->role, box, self->style.rule_width,
                        NULL);
}

static void
draw_row (CapacityChartLayout *self,
          guint                i)
{
  const CapacityChartBar *bar = capacity_chart_bar (self->chart, i);
  CapacityChartBox ground = row_box (self, i, 1.5);
  CapacityChartBox inner = row_box (self, i, 0.6);
  CapacityChartBox notch = row_box (self, i, 1.1);
  double target = isnan (bar->target) ? 1 : bar->target / bar->whole;

  if (isnan (bar->whole))
    return;
  draw_ground (self, ground, 0, MIN (target, 1), 0.10);
  draw_ground (self, ground, MIN (target, 1), 1, 0.20);
  draw_ground (self, ground, 1, MAX_SHARE, 0.32);
  if (bar->value > 0)
    draw_bar (self, bar, inner);
  if (!isnan (bar->target))
    draw_mark (self, notch, target, self->style.line_width);
}

static void
draw_words (CapacityChartLayout *self,
            guint                i,
            double               names)
{
  const CapacityChartBar *bar = capacity_chart_bar (self->chart, i);
  CapacityChartBox box = row_box (self, i, 1.5);
  double row = self->plot.height / self->chart->bars->len;
  double baseline = box.y + box.height / 2 + self->em * 0.36;
  double name = name_height (self) > 0 ? self->plot.y + i * row + self->ascent : baseline;
  g_autofree char *text = capacity_chart_format_value (self->chart, bar->value);
  g_auto(GStrv) lines = capacity_drawing_wrap (&self->drawing, bar->label != NULL ? bar->label : "", names,
                                               1, FALSE);
  g_auto(GStrv) value = capacity_drawing_wrap (&self->drawing, text, self->width * 0.2, 1, FALSE);

  if (i % (guint) ceil (self->line / MAX (self->plot.height / self->chart->bars->len, 1)) != 0)
    return;
  if (lines[0] != NULL && *lines[0] != '\0')
    capacity_drawing_text (&self->drawing, CAPACITY_CHART_ROLE_TEXT, lines[0], self->padding, name, 0, FALSE);
  if (value[0] != NULL)
    capacity_drawing_text (&self->drawing, CAPACITY_CHART_ROLE_TEXT, value[0], self->width - self->padding,
                           baseline, 1,
                           FALSE);
}

/* What the mark and the end of the whole are called, above those of the first row that has both. */
static void
draw_headings (CapacityChartLayout *self,
               double               baseline)
{
  const CapacityChart *chart = self->chart;
  double ends = self->width - self->padding;

  for (guint i = 0; i < chart->bars->len; i++)
    {
      const CapacityChartBar *bar = capacity_chart_bar (chart, i);
      double target = place (self, bar->target / bar->whole) + self->style.line_width / 2;
      double whole = MAX (place (self, 1), target + self->em * 0.6);

      if (isnan (bar->target) || isnan (bar->whole))
        continue;
      if (target - capacity_drawing_measure (&self->drawing, chart->low_heading, FALSE).width >= self->padding)
        capacity_drawing_text (&self->drawing, CAPACITY_CHART_ROLE_DIM_TEXT, chart->low_heading, target, baseline, 1,
                               FALSE);
      if (whole + capacity_drawing_measure (&self->drawing, chart->high_heading, FALSE).width <= ends)
        capacity_drawing_text (&self->drawing, CAPACITY_CHART_ROLE_DIM_TEXT, chart->high_heading, whole, baseline, 0,
                               FALSE);
      return;
    }
}

static double
values_width (CapacityChartLayout *self)
{
  double width = 0;

  for (guint i = 0; i < self->chart->bars->len; i++)
    {
      g_autofree char *text = capacity_chart_format_value (self->chart,
                                                           capacity_chart_bar (self->chart, i)->value);

      width = MAX (width, capacity_drawing_measure (&self->drawing, text, FALSE).width);
    }
  return MIN (width, self->width * 0.2);
}

/* Lays out rows, each a share of its own whole. */
void
capacity_layout_bullet (CapacityChartLayout *self)
{
  double title = capacity_layout_title_height (self);
  gboolean is_narrow = name_height (self) > 0;
  double names = is_narrow ? self->width - 2 * self->padding : capacity_layout_names_width (self);
  gboolean has_unit = self->chart->unit != NULL && *self->chart->unit != '\0';
  gboolean has_headings = self->chart->low_heading != NULL && self->chart->high_heading != NULL;
  double gap = is_narrow && has_headings ? self->em * 0.5 : 0; /* the name of the first row is below the headings */
  double right = self->width - self->padding - values_width (self) - self->em * 0.8;

  self->low = 0;
  self->high = MAX_SHARE;
  self->plot.x = self->padding + (is_narrow ? 0 : names + self->em);
  self->plot.width = MAX (right - self->plot.x, 1);
  self->plot.y = self->padding + title + (has_unit ? self->line + self->em * 0.4 : 0) + (has_headings ? self->line + gap : 0);
  self->plot.height = MAX (self->height - self->padding - self->plot.y, 1);
  self->drawing.plot = self->plot;

  for (guint i = 0; i < self->chart->bars->len; i++)
    draw_row (self, i);
  capacity_layout_draw_title (self);
  if (has_unit)
    capacity_drawing_text (&self->drawing, CAPACITY_CHART_ROLE_DIM_TEXT, self->chart->unit, self->padding,
                           self->padding + title + self->ascent, 0, FALSE);
  if (has_headings)
    draw_headings (self, self->plot.y - gap - self->line + self->ascent);
  for (guint i = 0; i < self->chart->bars->len; i++)
    draw_words (self, i, names);
}
