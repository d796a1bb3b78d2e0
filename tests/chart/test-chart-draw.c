/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "capacity-chart-export.h"
#include "capacity-glyphs.h"
#include "test-chart-util.h"

/* Paints on a recording and says where the ink is. */
static CapacityChartBox
find_ink (const CapacityChart *chart,
          int                  theme,
          double               width,
          double               height)
{
  PangoContext *context = test_context_new ();
  CapacityChartStyle style;
  g_autoptr(CapacityChartLayout) layout = NULL;
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  CapacityChartBox ink;

  capacity_chart_style_init (&style, theme);
  style.paints_background = FALSE;
  layout = capacity_chart_layout_new (chart, &style, width, height, context);
  capacity_chart_layout_draw (layout, cr);
  for (int i = 0; i < 4; i++)
    capacity_chart_layout_draw_cursor (layout, &(CapacityChartCursor) { i - 1, i }, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_recording_surface_ink_extents (surface, &ink.x, &ink.y, &ink.width, &ink.height);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_object_unref (context);
  return ink;
}

static void
check_ink (const CapacityChart *chart,
           double               width,
           double               height)
{
  for (int theme = 0; theme < CAPACITY_N_CHART_THEMES; theme++)
    {
      CapacityChartBox ink = find_ink (chart, theme, width, height);

      g_assert_cmpfloat (ink.width, >, 0);
      g_assert_cmpfloat (ink.x, >=, -8);
      g_assert_cmpfloat (ink.y, >=, -8);
      g_assert_cmpfloat (ink.x + ink.width, <=, width + 8);
      g_assert_cmpfloat (ink.y + ink.height, <=, height + 8);
    }
}

static void
test_ink (void)
{
  CapacityChart *charts[] = {
    test_fan_chart_new (60, 36), test_fan_chart_new (3,
                                                     2), test_small_chart_new (), test_control_chart_new (),
    test_cycle_chart_new (), test_heat_map_new (8, 12), test_waterfall_new (), test_bullet_new (),
    test_rows_chart_new (),
  };

  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      check_ink (charts[i], 700, 400);
      check_ink (charts[i], 320, 300);
      capacity_chart_unref (charts[i]);
    }
}

static CapacityChart *
chart_of (const double *values,
          guint         n)
{
  CapacityChartBuilder *builder = capacity_chart_builder_new (CAPACITY_CHART_TIME, CAPACITY_PERIOD_MONTH,
                                                              24300, n);

  capacity_chart_builder_set_title (builder, "Title");
  capacity_chart_builder_set_unit (builder, "cases");
  capacity_chart_builder_set_balance (builder, "Left", "Missing");
  capacity_chart_builder_add_series (builder, CAPACITY_CHART_ROLE_DEMAND, "Demand", 24300, values, n);
  capacity_chart_builder_add_series (builder, CAPACITY_CHART_ROLE_LIMIT, "Capacity", 24300, values, n);
  capacity_chart_builder_add_band (builder, CAPACITY_CHART_ROLE_BAND_95, "95 %", 24300, values, values, n);
  capacity_chart_builder_set_today (builder, capacity_date_from_ymd (2025, 2, 3), "today");
  return capacity_chart_builder_end (builder);
}

static void
test_strange_values (void)
{
  static const double values[][4] = {
    { 0, 0, 0, 0 }, { NAN, NAN, NAN, NAN }, { NAN, 5, NAN, NAN }, { 1e300, 2e300, 3, 4 }, { 1e-300, 0, 0, 0 },
    { -5, 3, -2, 8 }, { -9, -8, -7, -6 }, { INFINITY, 1, -INFINITY, 2 }, { 7, 7, 7, 7 },
    { G_MAXDOUBLE, -G_MAXDOUBLE, 0, 1 }, { 123456789012345, 2, 3, 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    for (guint n = 0; n <= 4; n++)
      {
        g_autoptr(CapacityChart) chart = chart_of (values[i], n);

        check_ink (chart, 500, 300);
      }
}

static void
test_strange_sizes (void)
{
  static const double sizes[] = { 0, 1, 7, 40, 90, 5000 };
  CapacityChart *charts[] = { test_fan_chart_new (60, 36), test_heat_map_new (8, 12), test_waterfall_new (),
                              test_heat_map_new (0, 12), test_heat_map_new (3, 0), test_bullet_new (),
                              test_rows_chart_new () };

  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (sizes) * G_N_ELEMENTS (sizes); j++)
        find_ink (charts[i], CAPACITY_CHART_THEME_LIGHT, sizes[j % G_N_ELEMENTS (sizes)],
                  sizes[j / G_N_ELEMENTS (sizes)]);
      capacity_chart_unref (charts[i]);
    }
}

static void
test_axis_outside_calendar (void)
{
  static const int firsts[] = { 0, -5, G_MININT, G_MAXINT - 50, 1799 * 12 };

  for (guint i = 0; i < G_N_ELEMENTS (firsts); i++)
    {
      static const double values[] = { 1, 2, 3 };
      CapacityChartBuilder *builder = capacity_chart_builder_new (CAPACITY_CHART_TIME, CAPACITY_PERIOD_MONTH,
                                                                  firsts[i], 3);
      g_autoptr(CapacityChart) chart = NULL;

      capacity_chart_builder_set_formats (builder, NULL, NULL, NULL, NULL);
      capacity_chart_builder_add_series (builder, CAPACITY_CHART_ROLE_DEMAND, NULL, firsts[i], values, 3);
      chart = capacity_chart_builder_end (builder);
      check_ink (chart, 400, 300);
    }
}

static guint32
pixel_at (cairo_surface_t *surface,
          int              x,
          int              y)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  guint32 pixel;

  memcpy (&pixel, data + y * cairo_image_surface_get_stride (surface) + 4 * x, 4);
  return pixel & 0xffffff;
}

/* A few pixels: the sky is the background, the line has the colour of its role, where it should be. */
static void
test_pixels (void)
{
  static const double values[] = { 50, 50, 50, 50 };
  CapacityChartBuilder *builder = capacity_chart_builder_new (CAPACITY_CHART_TIME, CAPACITY_PERIOD_MONTH,
                                                              24300, 4);
  g_autoptr(CapacityChart) chart = NULL;
  g_autoptr(CapacityChartLayout) layout = NULL;
  PangoContext *context = test_context_new ();
  CapacityChartStyle style;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 400, 300);
  cairo_t *cr = cairo_create (surface);
  int y;

  capacity_chart_builder_add_series (builder, CAPACITY_CHART_ROLE_LIMIT, NULL, 24300, values, 4);
  chart = capacity_chart_builder_end (builder);
  capacity_chart_style_init (&style, CAPACITY_CHART_THEME_LIGHT);
  layout = capacity_chart_layout_new (chart, &style, 400, 300, context);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  capacity_chart_layout_draw (layout, cr);
  cairo_surface_flush (surface);
  y = (int) capacity_chart_layout_get_y (layout, 50);
  g_assert_cmphex (pixel_at (surface, 200, y), ==, 0x3d3846);
  g_assert_cmphex (pixel_at (surface, 0, 0), ==, 0xffffff);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_object_unref (context);
}

static void
text_cb (GMarkupParseContext *context,
         const char          *text,
         gsize                length,
         gpointer             user_data,
         GError             **error)
{
  if (g_str_equal (g_markup_parse_context_get_element (context), "text"))
    g_string_append_printf (user_data, "%.*s|", (int) length, text);
}

static void
test_svg (void)
{
  static const GMarkupParser parser = { .text = text_cb };
  CapacityChart *charts[] = { test_fan_chart_new (60, 36), test_heat_map_new (8, 12), test_waterfall_new () };

  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      g_autoptr(GString) words = g_string_new (NULL);
      g_autoptr(GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, words, NULL);
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) bytes = NULL;
      CapacityChartStyle style;
      gsize size;
      const char *data;

      capacity_chart_style_init (&style, CAPACITY_CHART_THEME_LIGHT);
      bytes = capacity_chart_to_svg (charts[i], &style, 800, 400);
      data = g_bytes_get_data (bytes, &size);
      g_assert_true (g_markup_parse_context_parse (context, data, (gssize) size, &error));
      g_assert_true (g_markup_parse_context_end_parse (context, &error));
      g_assert_no_error (error);
      g_assert_nonnull (g_strstr_len (data, (gssize) size, "<title>"));
      g_assert_nonnull (strstr (words->str, i == 0 ? "pieteikumi mēnesī|" : i == 1 ? "Sociālā palīdzība|"
                                : "E-pakalpojums|"));
      capacity_chart_unref (charts[i]);
    }
}

static void
test_pictures (void)
{
  g_autoptr(CapacityChart) chart = test_fan_chart_new (24, 12);
  g_autoptr(GBytes) png = NULL;
  g_autoptr(GBytes) pdf = NULL;
  g_autoptr(GBytes) again = NULL;
  CapacityChartStyle style;

  capacity_chart_style_init (&style, CAPACITY_CHART_THEME_PRINT);
  png = capacity_chart_to_png (chart, &style, 480, 240, 2);
  pdf = capacity_chart_to_pdf (chart, &style, 480, 240);
  again = capacity_chart_to_pdf (chart, &style, 480, 240);
  g_assert_cmpint (memcmp (g_bytes_get_data (png, NULL), "\211PNG", 4), ==, 0);
  g_assert_cmpint (memcmp (g_bytes_get_data (pdf, NULL), "%PDF", 4), ==, 0);
  g_assert_true (g_bytes_equal (pdf, again));
  g_assert_null (capacity_chart_to_png (chart, &style, 40000, 40000, 2));
}

static CapacityChartBox
glyph_ink (void (*draw) (cairo_t *, const CapacityChartStyle *, double, double),
           double a,
           double b)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  CapacityChartStyle style;
  CapacityChartBox ink;

  capacity_chart_style_init (&style, CAPACITY_CHART_THEME_LIGHT);
  draw (cr, &style, a, b);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_recording_surface_ink_extents (surface, &ink.x, &ink.y, &ink.width, &ink.height);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return ink;
}

static void
draw_shape (cairo_t                  *cr,
            const CapacityChartStyle *style,
            double                    shape,
            double                    unused)
{
  capacity_shape_draw (cr, style, (CapacityShape) shape, 16);
}

static void
draw_bar (cairo_t                  *cr,
          const CapacityChartStyle *style,
          double                    utilisation,
          double                    target)
{
  capacity_utilisation_bar_draw (cr, style, utilisation, target, 100, 14);
}

static void
draw_sparkline (cairo_t                  *cr,
                const CapacityChartStyle *style,
                double                    low,
                double                    high)
{
  static const double values[] = { 3, NAN, 5, 9, INFINITY, 2, 4 };

  capacity_sparkline_draw (cr, style, values, G_N_ELEMENTS (values), low, high, 96, 20);
}

static void
check_glyph (CapacityChartBox ink,
             double           width,
             double           height)
{
  g_assert_cmpfloat (ink.x, >=, -1);
  g_assert_cmpfloat (ink.y, >=, -1);
  g_assert_cmpfloat (ink.x + ink.width, <=, width + 1);
  g_assert_cmpfloat (ink.y + ink.height, <=, height + 1);
}

static void
test_glyphs (void)
{
  static const double used[] = { NAN, -1, 0, 0.5, 1, 1.1, 9, INFINITY };
  CapacityChartBox full = glyph_ink (draw_bar, 1.2, 0.8);
  CapacityChartBox low = glyph_ink (draw_bar, 0.2, 0.8);

  for (int shape = 0; shape < CAPACITY_N_SHAPES; shape++)
    {
      CapacityChartBox ink = glyph_ink (draw_shape, shape, 0);

      check_glyph (ink, 16, 16);
      g_assert_cmpfloat (ink.width, >, 8);
    }
  for (guint i = 0; i < G_N_ELEMENTS (used); i++)
    {
      check_glyph (glyph_ink (draw_bar, used[i], 0.85), 100, 14);
      check_glyph (glyph_ink (draw_bar, used[i], NAN), 100, 14);
    }
  g_assert_cmpfloat (full.width, >, low.width);
  check_glyph (glyph_ink (draw_sparkline, NAN, NAN), 96, 20);
  check_glyph (glyph_ink (draw_sparkline, 0, 4), 96, 20);
  check_glyph (glyph_ink (draw_sparkline, 0, 0), 96, 20);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-draw/ink", test_ink);
  g_test_add_func ("/chart-draw/strange-values", test_strange_values);
  g_test_add_func ("/chart-draw/strange-sizes", test_strange_sizes);
  g_test_add_func ("/chart-draw/axis-outside-calendar", test_axis_outside_calendar);
  g_test_add_func ("/chart-draw/pixels", test_pixels);
  g_test_add_func ("/chart-draw/svg", test_svg);
  g_test_add_func ("/chart-draw/pictures", test_pictures);
  g_test_add_func ("/chart-draw/glyphs", test_glyphs);
  return g_test_run ();
}
