/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-glyphs.h"
#include "capacity-layout-private.h"

#include <math.h>

/* Upper ends of the classes of utilisation in percent; the last has none. */
static const double class_ends[CAPACITY_N_HEAT_CLASSES - 1] = { 60, 80, 90, 100 };

/* Of the percentage that is printed, so that number and colour say the same. */
static guint
class_of (double share)
{
  guint class = 0;

  while (class < CAPACITY_N_HEAT_CLASSES - 1 && round (share * 100) > class_ends[class])
    class++;
  return class;
}

static CapacityChartBox
cell_box (CapacityChartLayout *self,
          guint                row,
          guint                column)
{
  double left = capacity_drawing_snap (&self->drawing, capacity_layout_x (self, column), 0);
  double right = capacity_drawing_snap (&self->drawing, capacity_layout_x (self, column + 1), 0);
  double height = self->plot.height / MAX (self->chart->series->len, 1);
  double top = capacity_drawing_snap (&self->drawing, self->plot.y + row * height, 0);
  double bottom = capacity_drawing_snap (&self->drawing, self->plot.y + (row + 1) * height, 0);
  double gap = right - left > 6 * self->style.rule_width ? self->style.rule_width : 0;

  return (CapacityChartBox) { left, top, right - left - gap, bottom - top - self->style.rule_width };
}

/* Numbers are printed in all cells or in none. */
static gboolean
numbers_fit (CapacityChartLayout *self)
{
  g_autofree char *widest = capacity_chart_format (self->chart, 888, 0);
  CapacityChartBox box = cell_box (self, 0, 0);

  return box.width > capacity_drawing_measure (&self->drawing, widest, FALSE).width + self->em * 0.3
    && box.height > self->line;
}

/* Whether ink on a colour is to be as light as the background. */
static gboolean
is_dark (const CapacityChartStyle *style,
         CapacityRgb               color)
{
  return capacity_rgb_contrast (style->colors[CAPACITY_CHART_ROLE_TEXT], color)
         < capacity_rgb_contrast (style->background, color);
}

static CapacityRgb
ink_on (const CapacityChartStyle *style,
        CapacityRgb               color)
{
  return is_dark (style, color) ? style->background : style->colors[CAPACITY_CHART_ROLE_TEXT];
}

static void
fill_box (CapacityDrawing  *drawing,
          CapacityChartBox  box,
          CapacityRgb       color)
{
  CapacityDrawingItem *item;

  item = capacity_drawing_box (drawing, CAPACITY_DRAWING_FILL, CAPACITY_CHART_ROLE_CELL, box, 0, NULL);
  item->color = color;
}

static void
draw_number (CapacityChartLayout *self,
             CapacityChartBox     box,
             double               share,
             CapacityRgb          color)
{
  g_autofree char *text = capacity_chart_format_value (self->chart, round (share * 100));
  double baseline = box.y + box.height / 2 + self->em * 0.36;
  CapacityDrawingItem *item;

  item = capacity_drawing_text (&self->drawing, CAPACITY_CHART_ROLE_TEXT, text, box.x + box.width / 2,
                                baseline, 0.5, FALSE);
  item->color = ink_on (&self->style, color);
}

/* Above the whole, dots tell what the colour tells; they leave the number alone. */
static void
draw_dots (CapacityDrawing  *drawing,
           CapacityChartBox  box,
           CapacityRgb       color,
           gboolean          has_number)
{
  double em = drawing->style->font_size;
  double width = em * 2.1;
  CapacityChartBox middle = {
    box.x + box.width / 2 - width / 2,
    box.y + box.height / 2 - em * 0.6,
    width,
    em * 1.2,
  };
  CapacityDrawingItem *item;

  item = capacity_drawing_box (drawing, CAPACITY_DRAWING_HATCH, CAPACITY_CHART_ROLE_CELL, box, em * 0.42, NULL);
  item->hatch = CAPACITY_HATCH_DOTS;
  item->color = ink_on (drawing->style, color);
  if (has_number)
    fill_box (drawing, middle, color);
}

static void
draw_cell (CapacityDrawing  *drawing,
           CapacityChartBox  box,
           double            share,
           gboolean          has_number)
{
  guint class = class_of (share);
  CapacityRgb color = drawing->style->heat[class];

  fill_box (drawing, box, color);
  if (class == CAPACITY_N_HEAT_CLASSES - 1)
    draw_dots (drawing, box, color, has_number && box.width > drawing->style->font_size * 2.2);
}

/* Where nothing is known. */
static void
draw_dash (CapacityDrawing  *drawing,
           CapacityChartBox  box)
{
  double middle = box.y + box.height / 2;

  capacity_drawing_rule (drawing, CAPACITY_CHART_ROLE_AXIS, box.x + box.width * 0.4, middle, box.x + box.width * 0.6,
                         middle);
}

static void
draw_name (CapacityChartLayout *self,
           guint                row,
           double               width)
{
  const char *label = capacity_chart_series (self->chart, row)->label;
  CapacityChartBox box = cell_box (self, row, 0);
  g_auto(GStrv) lines = NULL;

  /* Rows lower than text are named every so many. */
  if (label == NULL || *label == '\0' || row % (guint) ceil (self->line / MAX (box.height, 1)) != 0)
    return;
  lines = capacity_drawing_wrap (&self->drawing, label, width, 1, FALSE);
  if (lines[0] != NULL)
    capacity_drawing_text (&self->drawing, CAPACITY_CHART_ROLE_TEXT, lines[0], self->padding,
                           box.y + box.height / 2 + self->em * 0.36, 0, FALSE);
}

/* Width of a swatch of the key, in heights of text. */
#define SWATCH_EMS 2.2

static double
key_left (CapacityChartLayout *self)
{
  return self->width - self->padding - SWATCH_EMS * self->em * CAPACITY_N_HEAT_CLASSES;
}

/* The classes as a row of swatches, with their ends between them. */
static void
draw_swatches (CapacityChartLayout *self,
               double               top)
{
  double size = self->em * SWATCH_EMS;
  CapacityChartBox box = { key_left (self), top, size, self->em * 0.7 };

  for (guint i = 0; i < CAPACITY_N_HEAT_CLASSES; i++, box.x += size)
    {
      fill_box (&self->drawing, box, self->style.heat[i]);
      if (i == CAPACITY_N_HEAT_CLASSES - 1)
        draw_dots (&self->drawing, box, self->style.heat[i], FALSE);
    }
}

static void
draw_class_ends (CapacityChartLayout *self,
                 double               top)
{
  double baseline = top + self->em * 0.7 + self->ascent;

  for (guint i = 0; i < CAPACITY_N_HEAT_CLASSES - 1; i++)
    {
      g_autofree char *text = capacity_chart_format (self->chart, class_ends[i], 0);

      capacity_drawing_text (&self->drawing, CAPACITY_CHART_ROLE_DIM_TEXT, text,
                             key_left (self) + SWATCH_EMS * self->em * (i + 1), baseline, 0.5, FALSE);
    }
}

static void
draw_unit (CapacityChartLayout *self,
           double               top)
{
  double room = self->width - 2 * self->padding - self->em * (SWATCH_EMS * CAPACITY_N_HEAT_CLASSES + 1);
  g_auto(GStrv) lines = NULL;

  if (self->chart->unit == NULL || room < 2 * self->em)
    return;
  lines = capacity_drawing_wrap (&self->drawing, self->chart->unit, room, 1, FALSE);
  if (lines[0] != NULL)
    capacity_drawing_text (&self->drawing, CAPACITY_CHART_ROLE_DIM_TEXT, lines[0], self->padding,
                           top + self->ascent, 0, FALSE);
}

static void
draw_cells (CapacityChartLayout *self,
            gboolean             has_numbers)
{
  for (guint row = 0; row < self->chart->series->len; row++)
    for (guint column = 0; column < self->chart->n; column++)
      {
        CapacityChartBox box = cell_box (self, row, column);
        double share = capacity_chart_series (self->chart, row)->low[column];

        if (isnan (share))
          draw_dash (&self->drawing, box);
        else
          draw_cell (&self->drawing, box, share, has_numbers);
      }
}

static void
draw_row_text (CapacityChartLayout *self,
               guint                row,
               double               names,
               gboolean             has_numbers)
{
  const double *shares = capacity_chart_series (self->chart, row)->low;

  draw_name (self, row, names);
  for (guint column = 0; has_numbers && column < self->chart->n; column++)
    if (!isnan (shares[column]))
      draw_number (self, cell_box (self, row, column), shares[column],
                   self->style.heat[class_of (shares[column])]);
}

/* Lays out rows of cells over periods. It may be higher than a window, so the periods are named at the head. */
void
capacity_layout_heat_map (CapacityChartLayout *self)
{
  double title = capacity_layout_title_height (self);
  double key_height = self->em * 0.9 + self->line;
  double names = capacity_layout_names_width (self);
  gboolean has_numbers;
  CapacityTimeAxis axis;

  self->low = 0;
  self->high = 1;
  self->plot.x = self->padding + names + self->em * 0.8;
  self->plot.width = MAX (self->width - self->padding - self->plot.x, 1);
  capacity_time_axis_init (&axis, self);
  self->plot.y = self->padding + title + key_height + self->em * 0.35
    + capacity_time_axis_n_rows (&axis) * self->line;
  self->plot.height = MAX (self->height - self->padding - self->plot.y, 1);
  self->plot.height = MIN (self->plot.height, self->chart->series->len * self->em * 2.8 + 1);
  self->drawing.plot = self->plot;
  has_numbers = self->chart->n > 0 && self->chart->series->len > 0 && numbers_fit (self);

  draw_cells (self, has_numbers);
  draw_swatches (self, self->padding + title);
  capacity_layout_draw_title (self);
  draw_unit (self, self->padding + title);
  draw_class_ends (self, self->padding + title);
  capacity_time_axis_draw_above (&axis, self);
  for (guint row = 0; row < self->chart->series->len; row++)
    draw_row_text (self, row, names, has_numbers);
  capacity_time_axis_clear (&axis);
}

/**
 * capacity_heat_cell_draw:
 * @cr: where
 * @style: gives colours and sizes
 * @context: for the drawing
 * @share: what share of the whole it shows; finite
 * @width: of the cell
 * @height: of the cell
 *
 * Draws a cell of a heat map as charts have it, with room in its middle for a number.
 */
void
capacity_heat_cell_draw (cairo_t                  *cr,
                         const CapacityChartStyle *style,
                         PangoContext             *context,
                         double                    share,
                         double                    width,
                         double                    height)
{
  CapacityDrawing drawing = { 0 };

  capacity_drawing_init (&drawing, style, context);
  draw_cell (&drawing, (CapacityChartBox) { 0, 0, width, height }, share, TRUE);
  capacity_drawing_paint (&drawing, cr);
  capacity_drawing_clear (&drawing);
}

/**
 * capacity_heat_cell_is_dark:
 * @style: gives the colours
 * @share: what share of the whole the cell shows; finite
 *
 * Returns: whether a number on the cell is to be as light as the background
 */
gboolean
capacity_heat_cell_is_dark (const CapacityChartStyle *style,
                            double                    share)
{
  return is_dark (style, style->heat[class_of (share)]);
}
