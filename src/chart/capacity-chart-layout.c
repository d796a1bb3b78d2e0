/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-layout-private.h"

#include <math.h>

G_DEFINE_BOXED_TYPE (CapacityChartLayout, capacity_chart_layout, capacity_chart_layout_ref,
                     capacity_chart_layout_unref)

static void
mirror_box (CapacityChartBox *box,
            double            width)
{
  box->x = width - box->x - box->width;
}

/* Turns a finished layout round for languages written from right to left. Text is moved, not turned. */
static void
mirror (CapacityChartLayout *self)
{
  for (guint i = 0; i < self->drawing.points->len; i++)
    {
      CapacityPoint *point = &g_array_index (self->drawing.points, CapacityPoint, i);

      point->x = self->width - point->x;
    }
  for (guint i = 0; i < self->drawing.items->len; i++)
    {
      CapacityDrawingItem *item = &g_array_index (self->drawing.items, CapacityDrawingItem, i);

      mirror_box (&item->box, self->width);
      item->align = 1 - item->align;
      if (item->kind == CAPACITY_DRAWING_TEXT)
        g_array_index (self->drawing.points, CapacityPoint, item->first_point).x = item->box.x;
    }
  mirror_box (&self->plot, self->width);
  self->drawing.plot = self->plot;
  self->is_mirrored = TRUE;
}

/**
 * capacity_chart_layout_new:
 * @chart: what to show
 * @style: how it looks; copied
 * @width: of the whole picture, in units of @style
 * @height: of the whole picture
 * @context: measures text; where its base direction is from right to left, so does time
 *
 * Decides where everything is.
 *
 * Returns: (transfer full): the layout
 */
CapacityChartLayout *
capacity_chart_layout_new (const CapacityChart      *chart,
                           const CapacityChartStyle *style,
                           double                    width,
                           double                    height,
                           PangoContext             *context)
{
  CapacityChartLayout *self;
  CapacityTextSize size;

  g_return_val_if_fail (chart != NULL && style != NULL, NULL);
  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);

  self = g_rc_box_new0 (CapacityChartLayout);
  self->chart = capacity_chart_ref (chart);
  self->style = *style;
  self->font_family = g_strdup (style->font_family);
  self->style.font_family = self->font_family;
  self->width = MAX (width, 1);
  self->height = MAX (height, 1);
  self->em = style->font_size;
  self->padding = style->paints_background ? self->em : 0;
  capacity_drawing_init (&self->drawing, &self->style, context);
  size = capacity_drawing_measure (&self->drawing, "Āg", FALSE);
  self->line = size.height;
  self->ascent = size.ascent;

  if (chart->form == CAPACITY_CHART_HEAT_MAP)
    capacity_layout_heat_map (self);
  else if (chart->form == CAPACITY_CHART_ROWS)
    capacity_layout_rows (self);
  else if (chart->form == CAPACITY_CHART_WATERFALL)
    capacity_layout_waterfall (self);
  else if (chart->form == CAPACITY_CHART_BULLET)
    capacity_layout_bullet (self);
  else
    capacity_layout_time (self);
  if (pango_context_get_base_dir (context) == PANGO_DIRECTION_RTL)
    mirror (self);
  g_hash_table_remove_all (self->drawing.layouts);
  return self;
}

static void
layout_clear (gpointer data)
{
  CapacityChartLayout *self = data;

  capacity_drawing_clear (&self->drawing);
  capacity_chart_unref (self->chart);
  g_free (self->font_family);
}

/**
 * capacity_chart_layout_ref:
 * @self: a layout
 *
 * Returns: (transfer full): the same layout
 */
CapacityChartLayout *
capacity_chart_layout_ref (CapacityChartLayout *self)
{
  return g_rc_box_acquire (self);
}

/**
 * capacity_chart_layout_unref:
 * @self: (transfer full): a layout
 */
void
capacity_chart_layout_unref (CapacityChartLayout *self)
{
  g_rc_box_release_full (self, layout_clear);
}

/* About how wide a letter and how high a line is, in heights of text. */
#define LETTER_EMS 0.56
#define LINE_EMS 1.45

/**
 * capacity_chart_events_height:
 * @chart: a chart
 * @style: its style
 * @width: the width it will have
 *
 * Returns: about how much higher the names of its events make it; 0 where there are none
 */
double
capacity_chart_events_height (const CapacityChart      *chart,
                              const CapacityChartStyle *style,
                              double                    width)
{
  double room = width / style->font_size;
  double used = room;
  guint n_rows = 0;

  for (guint i = 0; i < chart->events->len; i++)
    {
      double name = CAPACITY_SAMPLE_EMS + LETTER_EMS * (g_utf8_strlen (capacity_chart_event (chart, i)->name, -1) + 4);

      if (used + name > room)
        {
          used = 0;
          n_rows++;
        }
      used += name;
    }

  return n_rows > 0 ? style->font_size * (0.5 + LINE_EMS * n_rows) : 0;
}

/**
 * capacity_chart_natural_height:
 * @chart: a chart
 * @style: its style
 * @width: the width it will have
 *
 * Returns: a height that suits it: for rows as many as it has, else a calm proportion
 */
double
capacity_chart_natural_height (const CapacityChart      *chart,
                               const CapacityChartStyle *style,
                               double                    width)
{
  double em = style->font_size;

  if (chart->form == CAPACITY_CHART_HEAT_MAP)
    return em * (5 + 2.1 * chart->series->len);
  if (chart->form == CAPACITY_CHART_ROWS)
    return em * (5 + 3.4 * chart->series->len);
  if (chart->form == CAPACITY_CHART_BULLET)
    return em * (6.4 + (capacity_layout_is_narrow (width, em) ? 3.4 : 2.4) * chart->bars->len);
  if (capacity_chart_has_bars (chart))
    return em * (5 + 2.4 * chart->bars->len);
  return CLAMP (width * 0.46, 25 * em, 32 * em) + capacity_chart_events_height (chart, style, width);
}

/**
 * capacity_chart_layout_draw:
 * @self: a layout
 * @cr: where; its origin is the chart's top left corner
 *
 * Paints the chart: shapes first, then text in reading order.
 */
void
capacity_chart_layout_draw (CapacityChartLayout *self,
                            cairo_t             *cr)
{
  g_return_if_fail (self != NULL && cr != NULL);

  if (self->style.paints_background)
    {
      CapacityRgb color = self->style.background;

      cairo_save (cr);
      cairo_set_source_rgb (cr, color.red, color.green, color.blue);
      cairo_rectangle (cr, 0, 0, self->width, self->height);
      cairo_fill (cr);
      cairo_restore (cr);
    }
  capacity_drawing_paint (&self->drawing, cr);
}

/**
 * capacity_chart_layout_get_plot:
 * @self: a layout
 *
 * Returns: the rectangle the values are in, without titles and labels
 */
CapacityChartBox
capacity_chart_layout_get_plot (CapacityChartLayout *self)
{
  return self->plot;
}

/**
 * capacity_chart_layout_get_x:
 * @self: a layout
 * @column: periods from the start of the axis; the middle of the first is 0.5
 *
 * Returns: where that is
 */
double
capacity_chart_layout_get_x (CapacityChartLayout *self,
                             double               column)
{
  return capacity_layout_x (self, column);
}

/**
 * capacity_chart_layout_get_y:
 * @self: a layout with an axis of values
 * @value: a value
 *
 * Returns: where that is
 */
double
capacity_chart_layout_get_y (CapacityChartLayout *self,
                             double               value)
{
  return capacity_layout_y (self, value);
}

static const char *
kind_name (const CapacityDrawingItem *item)
{
  static const char *const names[] = { "line", "fill", "hatch", "mark", "text" };

  return names[item->kind];
}

static const char *
role_name (CapacityChartRole role)
{
  static const char *const names[CAPACITY_N_CHART_ROLES] = {
    "demand", "forecast", "band-50", "band-80", "band-95", "limit", "peak-limit", "target", "peak-target", "scenario",
    "comparison", "centre", "control", "threshold", "headroom", "deficit", "today", "exhaustion", "event", "outlier",
    "signal", "rise", "fall", "total", "cell", "text", "dim-text", "axis", "grid", "cursor", "good", "excess",
    "risk", "bad", "unknown",
  };

  return names[role];
}

/**
 * capacity_chart_layout_to_string:
 * @self: a layout
 *
 * Writes the list of what is drawn, a line each: kind, role, what it is called, and its points as thousandths
 * of the plot from its top left corner. For tests and for reading: it depends little on fonts.
 *
 * Returns: (transfer full): the list
 */
char *
capacity_chart_layout_to_string (CapacityChartLayout *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->drawing.items->len; i++)
    {
      const CapacityDrawingItem *item = &g_array_index (self->drawing.items, CapacityDrawingItem, i);

      g_string_append_printf (text, "%s %s", kind_name (item), role_name (item->role));
      if (item->label != NULL)
        g_string_append_printf (text, " “%s”", item->label);
      for (guint j = 0; item->kind != CAPACITY_DRAWING_TEXT && j < item->n_points; j++)
        {
          CapacityPoint point = g_array_index (self->drawing.points, CapacityPoint, item->first_point + j);

          double x = round ((point.x - self->plot.x) / self->plot.width * 1000) + 0.0;
          double y = round ((point.y - self->plot.y) / self->plot.height * 1000) + 0.0;

          g_string_append_printf (text, " %.0f,%.0f", x, y);
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free_and_steal (text);
}
