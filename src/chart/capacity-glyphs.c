/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-glyphs.h"

#include <math.h>

static void
set_color (cairo_t     *cr,
           CapacityRgb  color)
{
  cairo_set_source_rgb (cr, color.red, color.green, color.blue);
}

/**
 * capacity_shape_get_role:
 * @shape: a shape
 *
 * Returns: the role whose colour it has
 */
CapacityChartRole
capacity_shape_get_role (CapacityShape shape)
{
  static const CapacityChartRole roles[CAPACITY_N_SHAPES] = {
    [CAPACITY_SHAPE_CIRCLE_CHECK] = CAPACITY_CHART_ROLE_GOOD,
    [CAPACITY_SHAPE_CHEVRONS] = CAPACITY_CHART_ROLE_EXCESS,
    [CAPACITY_SHAPE_TRIANGLE] = CAPACITY_CHART_ROLE_RISK,
    [CAPACITY_SHAPE_DIAMOND_CROSS] = CAPACITY_CHART_ROLE_BAD,
    [CAPACITY_SHAPE_QUESTION_RING] = CAPACITY_CHART_ROLE_UNKNOWN,
  };

  return roles[shape];
}

/* Paths on a square of 16 units. */

static void
add_line (cairo_t      *cr,
          const double *points,
          guint         n)
{
  for (guint i = 0; i < n; i++)
    cairo_line_to (cr, points[2 * i], points[2 * i + 1]);
}

static void
draw_circle_check (cairo_t     *cr,
                   CapacityRgb  ground)
{
  static const double check[] = { 4.6, 8.4, 7, 10.8, 11.4, 5.6 };

  cairo_arc (cr, 8, 8, 7, 0, 2 * G_PI);
  cairo_fill (cr);
  set_color (cr, ground);
  add_line (cr, check, 3);
  cairo_stroke (cr);
}

static void
draw_chevrons (cairo_t *cr)
{
  static const double upper[] = { 3.5, 3, 8, 7.2, 12.5, 3 };
  static const double lower[] = { 3.5, 8.6, 8, 12.8, 12.5, 8.6 };

  cairo_set_line_width (cr, 2.2);
  add_line (cr, upper, 3);
  cairo_new_sub_path (cr);
  add_line (cr, lower, 3);
  cairo_stroke (cr);
}

static void
draw_triangle (cairo_t     *cr,
               CapacityRgb  ground)
{
  static const double triangle[] = { 8, 2.2, 14.4, 13.6, 1.6, 13.6 };

  add_line (cr, triangle, 3);
  cairo_close_path (cr);
  cairo_set_line_width (cr, 1.6);
  cairo_stroke_preserve (cr);
  cairo_fill (cr);
  set_color (cr, ground);
  cairo_set_line_width (cr, 1.8);
  cairo_move_to (cr, 8, 6.2);
  cairo_line_to (cr, 8, 9.4);
  cairo_stroke (cr);
  cairo_arc (cr, 8, 12, 1.05, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
draw_diamond_cross (cairo_t     *cr,
                    CapacityRgb  ground)
{
  static const double diamond[] = { 8, 0.6, 15.4, 8, 8, 15.4, 0.6, 8 };

  add_line (cr, diamond, 4);
  cairo_close_path (cr);
  cairo_fill (cr);
  set_color (cr, ground);
  cairo_move_to (cr, 5.6, 5.6);
  cairo_line_to (cr, 10.4, 10.4);
  cairo_move_to (cr, 10.4, 5.6);
  cairo_line_to (cr, 5.6, 10.4);
  cairo_stroke (cr);
}

static void
draw_question_ring (cairo_t *cr)
{
  cairo_set_line_width (cr, 1.5);
  cairo_arc (cr, 8, 8, 6.2, 0, 2 * G_PI);
  cairo_stroke (cr);
  cairo_arc (cr, 8, 6.3, 2.1, G_PI, 2.45 * G_PI);
  cairo_curve_to (cr, 8.3, 8.6, 8, 8.9, 8, 9.6);
  cairo_stroke (cr);
  cairo_arc (cr, 8, 11.7, 0.95, 0, 2 * G_PI);
  cairo_fill (cr);
}

/**
 * capacity_shape_draw:
 * @cr: where
 * @style: gives the colours
 * @shape: which shape
 * @size: width and height
 *
 * Draws a sign in the colour of its role.
 */
void
capacity_shape_draw (cairo_t                  *cr,
                     const CapacityChartStyle *style,
                     CapacityShape             shape,
                     double                    size)
{
  cairo_save (cr);
  cairo_scale (cr, size / 16, size / 16);
  cairo_new_path (cr);
  cairo_set_line_width (cr, 1.8);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  set_color (cr, style->colors[capacity_shape_get_role (shape)]);
  switch (shape)
    {
    case CAPACITY_SHAPE_CIRCLE_CHECK:
      draw_circle_check (cr, style->background);
      break;
    case CAPACITY_SHAPE_CHEVRONS:
      draw_chevrons (cr);
      break;
    case CAPACITY_SHAPE_TRIANGLE:
      draw_triangle (cr, style->background);
      break;
    case CAPACITY_SHAPE_DIAMOND_CROSS:
      draw_diamond_cross (cr, style->background);
      break;
    case CAPACITY_SHAPE_QUESTION_RING:
      draw_question_ring (cr);
      break;
    }
  cairo_restore (cr);
}

static void
find_limits (const double *values,
             guint         n,
             double       *low,
             double       *high)
{
  if (!isnan (*low) && !isnan (*high))
    return;
  *low = 0;
  *high = 0;
  for (guint i = 0; i < n; i++)
    if (isfinite (values[i]))
      {
        *low = MIN (*low, values[i]);
        *high = MAX (*high, values[i]);
      }
}

/**
 * capacity_sparkline_draw:
 * @cr: where
 * @style: gives colours and width
 * @values: (array length=n): one value a period; NaN leaves a gap
 * @n: how many
 * @low: value at the bottom, NaN for zero or the lowest; rows that are compared share it
 * @high: value at the top, NaN for the highest
 * @width: of the drawing
 * @height: of the drawing
 *
 * Draws a course without axes, with a dot at its last value.
 */
void
capacity_sparkline_draw (cairo_t                  *cr,
                         const CapacityChartStyle *style,
                         const double             *values,
                         guint                     n,
                         double                    low,
                         double                    high,
                         double                    width,
                         double                    height)
{
  double radius = style->line_width;
  double step = n > 1 ? (width - 2 * radius - 2) / (n - 1) : 0;
  double last_x = NAN, last_y = NAN;
  gboolean is_down = FALSE;

  find_limits (values, n, &low, &high);
  if (!(high > low))
    high = low + 1;
  cairo_save (cr);
  cairo_new_path (cr);
  for (guint i = 0; i < n; i++)
    {
      double share = CLAMP ((values[i] - low) / (high - low), 0, 1);

      if (!isfinite (values[i]))
        {
          is_down = FALSE;
          continue;
        }
      last_x = 1 + radius + i * step;
      last_y = height - radius - 0.5 - share * (height - 2 * radius - 1);
      if (is_down)
        cairo_line_to (cr, last_x, last_y);
      else
        cairo_move_to (cr, last_x, last_y);
      is_down = TRUE;
    }
  set_color (cr, style->colors[CAPACITY_CHART_ROLE_DEMAND]);
  cairo_set_line_width (cr, style->line_width * 0.7);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_stroke (cr);
  if (!isnan (last_x))
    {
      cairo_arc (cr, last_x, last_y, radius, 0, 2 * G_PI);
      cairo_fill (cr);
    }
  cairo_restore (cr);
}

/* Where the bar ends: a little more than capacity, so that what is above can be seen. */
#define BAR_MAX 1.25

static void
draw_excess (cairo_t                  *cr,
             const CapacityChartStyle *style,
             double                    from,
             double                    to,
             double                    height)
{
  cairo_save (cr);
  set_color (cr, style->colors[CAPACITY_CHART_ROLE_BAD]);
  cairo_rectangle (cr, from, 0, to - from, height);
  cairo_clip_preserve (cr);
  cairo_set_line_width (cr, style->rule_width * 2);
  cairo_stroke (cr);
  cairo_set_line_width (cr, style->rule_width);
  for (double x = from - height; x < to; x += 3 * style->rule_width)
    {
      cairo_move_to (cr, x, height);
      cairo_line_to (cr, x + height, 0);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* A thin mark with a rim, seen on the bar as well as beside it. */
static void
draw_notch (cairo_t                  *cr,
            const CapacityChartStyle *style,
            double                    x,
            double                    height)
{
  double width = style->rule_width;

  set_color (cr, style->background);
  cairo_rectangle (cr, x - width * 1.5, height * 0.1, width * 3, height * 0.8);
  cairo_fill (cr);
  set_color (cr, style->colors[CAPACITY_CHART_ROLE_LIMIT]);
  cairo_rectangle (cr, x - width / 2, height * 0.1, width, height * 0.8);
  cairo_fill (cr);
}

/**
 * capacity_utilisation_bar_draw:
 * @cr: where
 * @style: gives colours and widths
 * @utilisation: share of capacity used; NaN if unknown
 * @target: share that is to be used, marked by a notch; NaN for none
 * @width: of the drawing; the whole of capacity is at four fifths of it
 * @height: of the drawing
 *
 * Draws how full something is. What is above capacity is hatched beyond a firm mark, so that it shows without
 * colour.
 */
void
capacity_utilisation_bar_draw (cairo_t                  *cr,
                               const CapacityChartStyle *style,
                               double                    utilisation,
                               double                    target,
                               double                    width,
                               double                    height)
{
  double full = width / BAR_MAX;
  double used = isnan (utilisation) ? 0 : CLAMP (utilisation, 0, BAR_MAX) * full;
  double top = height * 0.25, thick = height * 0.5;
  CapacityChartRole role = utilisation > 1 ? CAPACITY_CHART_ROLE_BAD
    : !isnan (target) && utilisation > target ? CAPACITY_CHART_ROLE_RISK : CAPACITY_CHART_ROLE_DEMAND;

  cairo_save (cr);
  set_color (cr, style->colors[CAPACITY_CHART_ROLE_GRID]);
  cairo_rectangle (cr, 0, top, full, thick);
  cairo_fill (cr);
  set_color (cr, style->colors[role]);
  cairo_rectangle (cr, 0, top, MIN (used, full), thick);
  cairo_fill (cr);
  cairo_translate (cr, 0, top);
  if (used > full)
    draw_excess (cr, style, full, used, thick);
  cairo_translate (cr, 0, -top);

  if (!isnan (target) && target > 0 && target < BAR_MAX)
    draw_notch (cr, style, target * full, height);
  set_color (cr, style->colors[CAPACITY_CHART_ROLE_LIMIT]);
  cairo_rectangle (cr, full - style->line_width / 2, 0, style->line_width, height);
  cairo_fill (cr);
  cairo_restore (cr);
}
