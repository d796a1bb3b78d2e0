/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-drawing-private.h"

#include <math.h>

static void
set_color (cairo_t     *cr,
           CapacityRgb  color)
{
  cairo_set_source_rgb (cr, color.red, color.green, color.blue);
}

static const CapacityPoint *
item_points (const CapacityDrawing     *self,
             const CapacityDrawingItem *item)
{
  return &g_array_index (self->points, CapacityPoint, item->first_point);
}

static void
add_path (const CapacityDrawing     *self,
          const CapacityDrawingItem *item,
          cairo_t                   *cr)
{
  const CapacityPoint *points = item_points (self, item);

  cairo_new_path (cr);
  for (guint i = 0; i < item->n_points; i++)
    cairo_line_to (cr, points[i].x, points[i].y);
}

static void
paint_stroke (const CapacityDrawing     *self,
              const CapacityDrawingItem *item,
              cairo_t                   *cr)
{
  double dashes[4];
  guint n_dashes = capacity_drawing_get_dashes (item->dash, item->size, dashes);

  add_path (self, item, cr);
  set_color (cr, item->color);
  cairo_set_line_width (cr, item->size);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (cr, dashes, (int) n_dashes, 0);
  cairo_stroke (cr);
}

static CapacityChartBox
path_bounds (const CapacityDrawing     *self,
             const CapacityDrawingItem *item)
{
  const CapacityPoint *points = item_points (self, item);
  double x1 = INFINITY, x2 = -INFINITY, y1 = INFINITY, y2 = -INFINITY;

  for (guint i = 0; i < item->n_points; i++)
    {
      x1 = MIN (x1, points[i].x);
      x2 = MAX (x2, points[i].x);
      y1 = MIN (y1, points[i].y);
      y2 = MAX (y2, points[i].y);
    }
  return (CapacityChartBox) { x1, y1, x2 - x1, y2 - y1 };
}

/* Lines on which x - @direction · y is a multiple of a step, so that neighbouring areas continue each
 * other. */
static void
add_diagonals (cairo_t          *cr,
               CapacityChartBox  box,
               double            distance,
               double            direction)
{
  double step = distance * G_SQRT2;
  double top = direction * box.y, bottom = direction * (box.y + box.height);
  double from = ceil ((box.x - MAX (top, bottom)) / step) * step;

  for (double at = from; at <= box.x + box.width - MIN (top, bottom); at += step)
    {
      cairo_move_to (cr, at + top, box.y);
      cairo_line_to (cr, at + bottom, box.y + box.height);
    }
}

/* A dot is a line of no length with round ends: a heat map has thousands, and as circles they would take most of its time. */
static void
paint_dots (cairo_t          *cr,
            CapacityChartBox  box,
            double            distance)
{
  for (double y = box.y + distance / 2; y < box.y + box.height; y += distance)
    for (double x = box.x + distance / 2; x < box.x + box.width; x += distance)
      {
        cairo_move_to (cr, x, y);
        cairo_line_to (cr, x, y);
      }
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, distance * 2 / 7);
  cairo_stroke (cr);
}

static void
paint_hatch (const CapacityDrawing     *self,
             const CapacityDrawingItem *item,
             cairo_t                   *cr)
{
  CapacityChartBox box = path_bounds (self, item);

  if (item->n_points < 3)
    return;
  add_path (self, item, cr);
  cairo_close_path (cr);
  cairo_clip (cr);
  set_color (cr, item->color);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, self->style->rule_width);
  if (item->hatch == CAPACITY_HATCH_DOTS)
    {
      paint_dots (cr, box, item->size);
      return;
    }
  add_diagonals (cr, box, item->size, -1);
  if (item->hatch == CAPACITY_HATCH_CROSS)
    add_diagonals (cr, box, item->size, 1);
  cairo_stroke (cr);
}

static void
add_mark_path (cairo_t                   *cr,
               const CapacityDrawingItem *item,
               CapacityPoint              at)
{
  double r = item->size / 2;

  cairo_new_path (cr);
  switch (item->mark)
    {
    case CAPACITY_MARK_DOT:
    case CAPACITY_MARK_RING:
      cairo_arc (cr, at.x, at.y, r, 0, 2 * G_PI);
      break;
    case CAPACITY_MARK_SQUARE:
      cairo_rectangle (cr, at.x - r * 0.9, at.y - r * 0.9, r * 1.8, r * 1.8);
      break;
    case CAPACITY_MARK_DIAMOND:
      cairo_move_to (cr, at.x, at.y - r);
      cairo_line_to (cr, at.x + r, at.y);
      cairo_line_to (cr, at.x, at.y + r);
      cairo_line_to (cr, at.x - r, at.y);
      break;
    }
  cairo_close_path (cr);
}

/* A rim of the background keeps a mark apart from the line it lies on. */
static void
paint_mark (const CapacityDrawing     *self,
            const CapacityDrawingItem *item,
            cairo_t                   *cr)
{
  gboolean is_open = item->mark == CAPACITY_MARK_RING;

  add_mark_path (cr, item, item_points (self, item)[0]);
  set_color (cr, self->style->background);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, self->style->line_width * (is_open ? 2 : 1.5));
  cairo_stroke_preserve (cr);
  if (is_open)
    cairo_fill_preserve (cr);
  set_color (cr, item->color);
  cairo_set_line_width (cr, self->style->line_width * 0.8);
  if (is_open)
    cairo_stroke (cr);
  else
    cairo_fill (cr);
}

static void
paint_text (const CapacityDrawing     *self,
            const CapacityDrawingItem *item,
            cairo_t                   *cr)
{
  const CapacityPoint *at = item_points (self, item);

  if (item->has_halo)
    {
      set_color (cr, self->style->background);
      cairo_set_dash (cr, NULL, 0, 0);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_set_line_width (cr, self->style->font_size / 3);
      cairo_move_to (cr, at->x, at->y - item->size);
      pango_cairo_layout_path (cr, item->layout);
      cairo_stroke (cr);
    }
  set_color (cr, item->color);
  cairo_move_to (cr, at->x, at->y - item->size);
  pango_cairo_show_layout (cr, item->layout);
}

void
capacity_drawing_paint_item (const CapacityDrawing     *self,
                             const CapacityDrawingItem *item,
                             cairo_t                   *cr)
{
  cairo_save (cr);
  if (item->is_clipped)
    {
      cairo_rectangle (cr, self->plot.x, self->plot.y, self->plot.width, self->plot.height);
      cairo_clip (cr);
    }
  switch (item->kind)
    {
    case CAPACITY_DRAWING_STROKE:
      paint_stroke (self, item, cr);
      break;
    case CAPACITY_DRAWING_FILL:
      add_path (self, item, cr);
      set_color (cr, item->color);
      cairo_fill (cr);
      break;
    case CAPACITY_DRAWING_HATCH:
      paint_hatch (self, item, cr);
      break;
    case CAPACITY_DRAWING_MARK:
      paint_mark (self, item, cr);
      break;
    case CAPACITY_DRAWING_TEXT:
      paint_text (self, item, cr);
      break;
    }
  cairo_restore (cr);
}

void
capacity_drawing_paint (const CapacityDrawing *self,
                        cairo_t               *cr)
{
  for (guint i = 0; i < self->items->len; i++)
    capacity_drawing_paint_item (self, &g_array_index (self->items, CapacityDrawingItem, i), cr);
}
