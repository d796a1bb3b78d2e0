/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "capacity-chart-export.h"
#include "capacity-glyphs.h"
#include "test-chart-util.h"

/* Draws the charts of the tests as pictures to look at: chart-pictures DIRECTORY */

static void
save (const char *directory,
      const char *name,
      GBytes     *bytes)
{
  g_autofree char *path = g_build_filename (directory, name, NULL);
  g_autoptr(GError) error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (!g_file_set_contents (path, data, (gssize) size, &error))
    g_printerr ("%s\n", error->message);
  g_bytes_unref (bytes);
}

static void
draw (const char         *directory,
      const char         *name,
      CapacityChart      *chart,
      CapacityChartTheme  theme,
      double              width,
      double              height)
{
  g_autofree char *png = g_strconcat ("chart-", name, ".png", NULL);
  CapacityChartStyle style;

  capacity_chart_style_init (&style, theme);
  style.font_family = "Cantarell";
  save (directory, png, capacity_chart_to_png (chart, &style, width, height,
                                               theme == CAPACITY_CHART_THEME_PRINT ? 3 : 2));
  if (g_str_equal (name, "light") || g_str_equal (name, "print"))
    {
      g_autofree char *svg = g_strconcat ("chart-", name, ".svg", NULL);
      g_autofree char *pdf = g_strconcat ("chart-", name, ".pdf", NULL);

      save (directory, svg, capacity_chart_to_svg (chart, &style, width, height));
      save (directory, pdf, capacity_chart_to_pdf (chart, &style, width, height));
    }
}

static void
draw_glyphs (const char         *directory,
             const char         *name,
             CapacityChartTheme  theme)
{
  static const double courses[][12] = {
    { 4, 5, 6, 5, 7, 8, 7, 9, 10, 9, 11, 12 }, { 8, 8, 7, 9, 8, 7, 8, 9, 8, 8, 7, 8 }, { 12, 11, 9, 9, 8, 7,
                                                                                         6, 6, 5, 4, 4, 3 },
    { 5, 6, 5, 6, 14, 6, 5, 6, 5, 6, 5, 6 }, { 0, 0, 1, 0, 0, 2, 0, 0, 0, 1, 0, 0 },
  };
  static const double used[] = { 0.62, 0.9, 1.12, 1.4, 0.28 };
  g_autofree char *file = g_strconcat ("chart-", name, ".png", NULL);
  g_autofree char *path = g_build_filename (directory, file, NULL);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 960, 480);
  cairo_t *cr = cairo_create (surface);
  CapacityChartStyle style;

  capacity_chart_style_init (&style, theme);
  cairo_set_source_rgb (cr, style.background.red, style.background.green, style.background.blue);
  cairo_paint (cr);
  cairo_scale (cr, 3, 3);
  for (guint i = 0; i < CAPACITY_N_SHAPES; i++)
    {
      cairo_save (cr);
      cairo_translate (cr, 12, 10 + i * 30);
      capacity_shape_draw (cr, &style, i, 16);
      cairo_translate (cr, 40, 0);
      capacity_sparkline_draw (cr, &style, courses[i], 12, 0, 14, 96, 20);
      cairo_translate (cr, 120, 2);
      capacity_utilisation_bar_draw (cr, &style, used[i], 0.85, 120, 14);
      cairo_restore (cr);
    }
  cairo_destroy (cr);
  cairo_surface_write_to_png (surface, path);
  cairo_surface_destroy (surface);
}

int
main (int    argc,
      char **argv)
{
  const char *directory = argc > 1 ? argv[1] : ".";
  g_autoptr(CapacityChart) fan = test_fan_chart_new (60, 36);
  g_autoptr(CapacityChart) events = test_events_chart_new ();
  g_autoptr(CapacityChart) young = test_fan_chart_new (14, 6);
  g_autoptr(CapacityChart) days = test_daily_chart_new (60);
  g_autoptr(CapacityChart) many_days = test_daily_chart_new (5585);
  g_autoptr(CapacityChart) control = test_control_chart_new ();
  g_autoptr(CapacityChart) cycle = test_cycle_chart_new ();
  g_autoptr(CapacityChart) heat = test_heat_map_new (8, 12);
  g_autoptr(CapacityChart) bullet = test_bullet_new ();
  g_autoptr(CapacityChart) rows = test_rows_chart_new ();
  g_autoptr(CapacityChart) waterfall = test_waterfall_new ();

  draw (directory, "days", days, CAPACITY_CHART_THEME_LIGHT, 860, 340);
  draw (directory, "years-of-days", many_days, CAPACITY_CHART_THEME_LIGHT, 860, 340);
  draw (directory, "light", fan, CAPACITY_CHART_THEME_LIGHT, 860, 420);
  draw (directory, "dark", fan, CAPACITY_CHART_THEME_DARK, 860, 420);
  draw (directory, "contrast", fan, CAPACITY_CHART_THEME_CONTRAST_LIGHT, 860, 420);
  draw (directory, "contrast-dark", fan, CAPACITY_CHART_THEME_CONTRAST_DARK, 860, 420);
  draw (directory, "print", fan, CAPACITY_CHART_THEME_PRINT, 480, 240);
  draw (directory, "narrow", fan, CAPACITY_CHART_THEME_LIGHT, 320, 300);
  draw (directory, "phone", young, CAPACITY_CHART_THEME_DARK, 320, 300);
  draw (directory, "middle", fan, CAPACITY_CHART_THEME_LIGHT, 560, 320);
  draw (directory, "wide", fan, CAPACITY_CHART_THEME_LIGHT, 1500, 480);
  draw (directory, "events", events, CAPACITY_CHART_THEME_LIGHT, 860, 420);
  draw (directory, "events-dark", events, CAPACITY_CHART_THEME_CONTRAST_DARK, 320, 372);
  draw (directory, "young", young, CAPACITY_CHART_THEME_LIGHT, 860, 420);
  draw (directory, "control", control, CAPACITY_CHART_THEME_LIGHT, 700, 320);
  draw (directory, "cycle", cycle, CAPACITY_CHART_THEME_LIGHT, 700, 340);
  draw (directory, "heat", heat, CAPACITY_CHART_THEME_LIGHT, 760, 300);
  draw (directory, "heat-dark", heat, CAPACITY_CHART_THEME_DARK, 760, 300);
  draw (directory, "rows", rows, CAPACITY_CHART_THEME_LIGHT, 700, 230);
  draw (directory, "rows-narrow", rows, CAPACITY_CHART_THEME_DARK, 320, 230);
  draw (directory, "waterfall", waterfall, CAPACITY_CHART_THEME_LIGHT, 700, 260);
  draw (directory, "bullet", bullet, CAPACITY_CHART_THEME_LIGHT, 700, 220);
  draw_glyphs (directory, "glyphs", CAPACITY_CHART_THEME_LIGHT);
  draw_glyphs (directory, "glyphs-dark", CAPACITY_CHART_THEME_DARK);
  return 0;
}
