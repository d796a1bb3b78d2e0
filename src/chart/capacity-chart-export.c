/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-chart-export.h"

#include <cairo-pdf.h>
#include <math.h>

#include "capacity-layout-private.h"

/* Pictures must look the same on every screen: no hinting to one's pixels. */
static PangoContext *
create_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);
  return context;
}

static CapacityChartLayout *
create_layout (const CapacityChart      *chart,
               const CapacityChartStyle *style,
               double                    width,
               double                    height,
               double                    scale)
{
  PangoContext *context = create_context ();
  CapacityChartStyle own = *style;
  CapacityChartLayout *layout;

  own.device_scale = scale;
  own.paints_background = TRUE;
  layout = capacity_chart_layout_new (chart, &own, width, height, context);
  g_object_unref (context);
  return layout;
}

static cairo_status_t
append_cb (void                *closure,
           const unsigned char *data,
           unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/**
 * capacity_chart_to_svg:
 * @chart: what to show
 * @style: how it looks
 * @width: in units of @style
 * @height: in units of @style
 *
 * Draws a chart as SVG, with its words as words and its title and summary as title and description.
 *
 * Returns: (transfer full): the file's content
 */
GBytes *
capacity_chart_to_svg (const CapacityChart      *chart,
                       const CapacityChartStyle *style,
                       double                    width,
                       double                    height)
{
  g_autoptr(CapacityChartLayout) layout = create_layout (chart, style, width, height, 1);
  GString *svg = capacity_drawing_to_svg (&layout->drawing, layout->width, layout->height, chart->title,
                                          chart->summary);

  return g_string_free_to_bytes (svg);
}

/**
 * capacity_chart_to_png:
 * @chart: what to show
 * @style: how it looks
 * @width: in units of @style
 * @height: in units of @style
 * @scale: pixels a unit: 2 for a picture that is sharp in print and on dense screens
 *
 * Returns: (transfer full) (nullable): the file's content; %NULL if it is larger than a picture can be
 */
GBytes *
capacity_chart_to_png (const CapacityChart      *chart,
                       const CapacityChartStyle *style,
                       double                    width,
                       double                    height,
                       double                    scale)
{
  g_autoptr(CapacityChartLayout) layout = create_layout (chart, style, width, height, scale);
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (layout->width * scale),
                                        (int) ceil (layout->height * scale));
  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  capacity_chart_layout_draw (layout, cr);
  cairo_destroy (cr);
  status = cairo_surface_write_to_png_stream (surface, append_cb, bytes);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_byte_array_unref (bytes);
      return NULL;
    }
  return g_byte_array_free_to_bytes (bytes);
}

/**
 * capacity_chart_to_pdf:
 * @chart: what to show
 * @style: how it looks, best %CAPACITY_CHART_THEME_PRINT
 * @width: in points
 * @height: in points
 *
 * Draws a chart as a page of its own, without a date, so that the same chart gives the same file.
 *
 * Returns: (transfer full) (nullable): the file's content; %NULL if there is no memory for it
 */
GBytes *
capacity_chart_to_pdf (const CapacityChart      *chart,
                       const CapacityChartStyle *style,
                       double                    width,
                       double                    height)
{
  g_autoptr(CapacityChartLayout) layout = create_layout (chart, style, width, height, 0);
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, layout->width, layout->height);
  if (chart->title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, chart->title);
  if (chart->summary != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, chart->summary);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
  cr = cairo_create (surface);
  capacity_chart_layout_draw (layout, cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_byte_array_unref (bytes);
      return NULL;
    }
  return g_byte_array_free_to_bytes (bytes);
}
