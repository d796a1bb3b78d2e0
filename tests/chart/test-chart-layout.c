/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "capacity-layout-private.h"
#include "test-chart-util.h"

static CapacityChartLayout *
lay_out (const CapacityChart *chart,
         int                  theme,
         double               width,
         double               height)
{
  PangoContext *context = test_context_new ();
  CapacityChartStyle style;
  CapacityChartLayout *layout;

  capacity_chart_style_init (&style, theme);
  layout = capacity_chart_layout_new (chart, &style, width, height, context);
  g_object_unref (context);
  return layout;
}

static const CapacityDrawingItem *
item_at (CapacityChartLayout *layout,
         guint                i)
{
  return &g_array_index (layout->drawing.items, CapacityDrawingItem, i);
}

static guint
count_items (CapacityChartLayout *layout,
             CapacityDrawingKind  kind,
             CapacityChartRole    role)
{
  guint n = 0;

  for (guint i = 0; i < layout->drawing.items->len; i++)
    if (item_at (layout, i)->kind == kind && item_at (layout, i)->role == role)
      n++;
  return n;
}

static gboolean
boxes_overlap (CapacityChartBox a,
               CapacityChartBox b)
{
  double slack = 0.5;

  return a.x + slack < b.x + b.width && b.x + slack < a.x + a.width && a.y + slack < b.y + b.height
    && b.y + slack < a.y + a.height;
}

/* Every text is inside the picture and none is on another. */
static void
check_text (CapacityChartLayout *layout)
{
  for (guint i = 0; i < layout->drawing.items->len; i++)
    {
      const CapacityDrawingItem *a = item_at (layout, i);

      if (a->kind != CAPACITY_DRAWING_TEXT)
        continue;
      if (a->box.x < -0.5 || a->box.x + a->box.width > layout->width + 0.5 || a->box.y < -0.5
          || a->box.y + a->box.height > layout->height + 0.5)
        g_error ("“%s” leaves %.0f × %.0f: %.1f,%.1f %.1f × %.1f", a->label, layout->width, layout->height,
                 a->box.x,
                 a->box.y, a->box.width, a->box.height);
      for (guint j = i + 1; j < layout->drawing.items->len; j++)
        {
          const CapacityDrawingItem *b = item_at (layout, j);

          if (b->kind == CAPACITY_DRAWING_TEXT && boxes_overlap (a->box, b->box))
            g_error ("“%s” is on “%s” at %.0f × %.0f", a->label, b->label, layout->width, layout->height);
        }
    }
}

static void
check_plot (CapacityChartLayout *layout)
{
  CapacityChartBox plot = capacity_chart_layout_get_plot (layout);

  g_assert_cmpfloat (plot.x, >=, 0);
  g_assert_cmpfloat (plot.y, >=, 0);
  g_assert_cmpfloat (plot.width, >, layout->width * 0.3);
  g_assert_cmpfloat (plot.height, >, layout->height * 0.15);
  g_assert_cmpfloat (plot.x + plot.width, <=, layout->width);
  g_assert_cmpfloat (plot.y + plot.height, <=, layout->height);
}

static void
test_no_overlap (void)
{
  static const double widths[] = { 280, 320, 360, 400, 480, 560, 640, 720, 860, 1024, 1280, 1600, 2000 };
  static const double heights[] = { 220, 260, 320, 420, 600 };
  CapacityChart *charts[] = {
    test_fan_chart_new (60, 36), test_fan_chart_new (14, 6), test_fan_chart_new (3,
                                                                                 0), test_small_chart_new (),
    test_control_chart_new (), test_cycle_chart_new (), test_heat_map_new (8, 12), test_heat_map_new (5, 36),
    test_waterfall_new (), test_bullet_new (), test_events_chart_new (), test_rows_chart_new (),
  };

  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (widths) * G_N_ELEMENTS (heights); j++)
        {
          g_autoptr(CapacityChartLayout) layout = NULL;

          layout = lay_out (charts[i], j % CAPACITY_N_CHART_THEMES, widths[j % G_N_ELEMENTS (widths)],
                            heights[j / G_N_ELEMENTS (widths)]);
          check_text (layout);
          check_plot (layout);
        }
      capacity_chart_unref (charts[i]);
    }
}

static const char *
random_words (void)
{
  static const char *const words[] = {
    "Pieprasījums", "Veiktspēja sastrēguma režīmā", "95 % intervāls", "x", "", "Saprātīgā noslodze: 85 % no veiktspējas",
    "Nekilnojamāīpašumakadastrālāvērtība", "2026", "Ja pieņem vēl divus darbiniekus un atver otru klientu centru",
  };

  return words[g_test_rand_int_range (0, G_N_ELEMENTS (words))];
}

static void
add_random_series (CapacityChartBuilder *builder,
                   int                   first,
                   guint                 n)
{
  CapacityChartRole role = (CapacityChartRole) g_test_rand_int_range (0, CAPACITY_CHART_ROLE_CONTROL + 1);
  gboolean is_band = role >= CAPACITY_CHART_ROLE_BAND_50 && role <= CAPACITY_CHART_ROLE_BAND_95;
  double level = pow (10, g_test_rand_double_range (-2, 7));
  g_autofree double *low = g_new (double, n);
  g_autofree double *high = g_new (double, n);

  for (guint i = 0; i < n; i++)
    {
      low[i] = g_test_rand_int_range (0, 12) == 0 ? NAN : level * g_test_rand_double_range (0.5, 1.5);
      high[i] = low[i] * g_test_rand_double_range (1, 3);
    }
  if (is_band)
    capacity_chart_builder_add_band (builder, role, random_words (), first, low, high, n);
  else
    capacity_chart_builder_add_series (builder, role, random_words (), first, low, n);
}

static CapacityChart *
random_chart_new (void)
{
  CapacityPeriodKind kind = (CapacityPeriodKind) g_test_rand_int_range (0, CAPACITY_N_PERIOD_KINDS);
  int day = capacity_date_from_ymd (g_test_rand_int_range (1950, 2050), 1, 1) + g_test_rand_int_range (0,
                                                                                                       366);
  int first = capacity_period_of_date (kind, day).index;
  guint n = (guint) g_test_rand_int_range (1, 150);
  CapacityChartBuilder *builder = capacity_chart_builder_new (CAPACITY_CHART_TIME, kind, first, n);

  test_set_latvian (builder);
  capacity_chart_builder_set_title (builder, random_words ());
  capacity_chart_builder_set_unit (builder, random_words ());
  capacity_chart_builder_set_balance (builder, NULL, NULL);
  for (int i = g_test_rand_int_range (0, 8); i > 0; i--)
    add_random_series (builder, first + g_test_rand_int_range (-5, 50),
                       (guint) g_test_rand_int_range (1, 150));
  capacity_chart_builder_set_today (builder, day + g_test_rand_int_range (-50, 5000), random_words ());
  for (int i = g_test_rand_int_range (0, 3); i > 0; i--)
    capacity_chart_builder_add_span (builder, CAPACITY_CHART_ROLE_EXHAUSTION, random_words (),
                                     first + g_test_rand_int_range (0,
                                                                    (int) n), first + g_test_rand_int_range (0, (int) n),
                                     first + g_test_rand_int_range (0, (int) n));
  for (int i = g_test_rand_int_range (0, 12); i > 0; i--)
    {
      CapacityDate from = capacity_period_first_day ((CapacityPeriod) { kind, first + g_test_rand_int_range (-5, (int) n) });

      capacity_chart_builder_add_event (builder, random_words (), from,
                                        g_test_rand_bit () ? CAPACITY_DATE_NONE : from + g_test_rand_int_range (0, 900));
    }
  return capacity_chart_builder_end (builder);
}

static void
test_any_chart (void)
{
  guint n = g_test_slow () ? 5000 : 150;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(CapacityChart) chart = random_chart_new ();
      g_autoptr(CapacityChartLayout) layout = NULL;

      layout = lay_out (chart, (int) i % CAPACITY_N_CHART_THEMES, g_test_rand_int_range (280, 1600),
                        g_test_rand_int_range (200, 700));
      check_text (layout);
    }
}

static void
test_every_kind_of_period (void)
{
  static const guint lengths[] = { 1, 5, 14, 40, 120, 800, 5585 };

  for (int kind = 0; kind < CAPACITY_N_PERIOD_KINDS; kind++)
    for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
      {
        CapacityDate day = capacity_date_from_ymd (2011, 8, 10);
        int first = capacity_period_of_date (kind, day).index;
        guint n = kind == CAPACITY_PERIOD_YEAR || kind == CAPACITY_PERIOD_QUARTER ? MIN (lengths[i], 120)
          : lengths[i];
        CapacityChartBuilder *builder = capacity_chart_builder_new (CAPACITY_CHART_TIME, kind, first, n);
        g_autofree double *values = g_new (double, n);
        g_autoptr(CapacityChart) chart = NULL;
        g_autoptr(CapacityChartLayout) layout = NULL;

        for (guint j = 0; j < n; j++)
          values[j] = 100 + j % 7;
        test_set_latvian (builder);
        capacity_chart_builder_add_series (builder, CAPACITY_CHART_ROLE_DEMAND, "Zvani", first, values, n);
        chart = capacity_chart_builder_end (builder);
        layout = lay_out (chart, CAPACITY_CHART_THEME_LIGHT, 700, 300);
        check_text (layout);
        g_assert_cmpuint (count_items (layout, CAPACITY_DRAWING_TEXT, CAPACITY_CHART_ROLE_TEXT)
                            + count_items (layout, CAPACITY_DRAWING_TEXT,
                                           CAPACITY_CHART_ROLE_DIM_TEXT), >, 3);
      }
}

static void
test_map (void)
{
  g_autoptr(CapacityChart) chart = test_fan_chart_new (60, 36);
  g_autoptr(CapacityChartLayout) layout = lay_out (chart, CAPACITY_CHART_THEME_LIGHT, 860, 420);
  CapacityChartBox plot = capacity_chart_layout_get_plot (layout);

  g_assert_cmpfloat_with_epsilon (capacity_chart_layout_get_x (layout, 0), plot.x, 1e-9);
  g_assert_cmpfloat_with_epsilon (capacity_chart_layout_get_x (layout, 96), plot.x + plot.width, 1e-9);
  g_assert_cmpfloat_with_epsilon (capacity_chart_layout_get_y (layout, 0), plot.y + plot.height, 1e-9);
  g_assert_cmpfloat (capacity_chart_layout_get_y (layout, 1000), <,
                     capacity_chart_layout_get_y (layout, 900));
  for (int i = 0; i < 96; i++)
    {
      CapacityChartCursor cursor;
      CapacityChartBox box;

      g_assert_true (capacity_chart_layout_hit (layout, capacity_chart_layout_get_x (layout, i + 0.5),
                                                plot.y + plot.height / 2, &cursor));
      g_assert_true (capacity_chart_layout_get_point (layout, &cursor, &box));
      g_assert_cmpint (cursor.index, ==, i);
      g_assert_cmpfloat_with_epsilon (box.x + box.width / 2, capacity_chart_layout_get_x (layout, i + 0.5),
                                      1e-9);
    }
}

static void
test_golden (void)
{
  g_autoptr(CapacityChart) chart = test_small_chart_new ();
  g_autoptr(CapacityChartLayout) layout = lay_out (chart, CAPACITY_CHART_THEME_PRINT, 400, 200);
  g_autofree char *text = capacity_chart_layout_to_string (layout);
  static const char expected[] =
    "line grid 0,800 1000,800\n"
    "line grid 0,600 1000,600\n"
    "line grid 0,400 1000,400\n"
    "line grid 0,200 1000,200\n"
    "line grid 0,0 1000,0\n"
    "hatch headroom “Left” 83,333 167,333 167,333 250,333 250,400 167,433 167,433 83,467\n"
    "hatch headroom “Left” 667,200 750,200 750,200 667,233\n"
    "fill band-80 “80 %” 583,267 750,133 917,0 917,267 750,267\n"
    "hatch deficit “Missing” 583,333 667,333 667,233 583,267\n"
    "hatch deficit “Missing” 750,200 833,200 833,200 917,200 917,133 833,167 833,167 750,200\n"
    "line axis 0,1000 1000,1000\n"
    "line limit “Capacity” 0,333 667,333 667,200 1000,200\n"
    "line forecast “Forecast” 583,267 750,200 917,133\n"
    "line demand “Demand” 83,467 250,400\n"
    "mark demand “Demand” 583,267\n"
    "mark demand “Demand” 583,267\n"
    "text dim-text “cases”\n"
    "text demand “Demand”\n"
    "text band-80 “80 %”\n"
    "text forecast “Forecast”\n"
    "text limit “Capacity”\n"
    "text dim-text “0”\n";

  if (g_test_verbose ())
    g_print ("%s\n", text);
  g_assert_true (g_str_has_prefix (text, expected));
}

/* The shapes of a drawing: its words and their places depend on the fonts at hand. */
static char *
list_shapes (const CapacityChart *chart)
{
  g_autoptr(CapacityChartLayout) layout = lay_out ((CapacityChart *) chart, CAPACITY_CHART_THEME_PRINT, 480, 240);
  g_autofree char *text = capacity_chart_layout_to_string (layout);
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  GString *shapes = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && !g_str_has_prefix (lines[i], "text "))
      g_string_append_printf (shapes, "%s\n", lines[i]);
  return g_string_free_and_steal (shapes);
}

/* Every kind of chart is drawn as it was, shape by shape, in tests/chart/golden. Where a change is meant, run with
 * CAPACITY_WRITE_GOLDEN=1 and look at the difference. */
static void
test_golden_kinds (void)
{
  const struct { const char *name; CapacityChart *chart; } kinds[] = {
    { "demand-capacity", test_small_chart_new () },
    { "fan", test_fan_chart_new (24, 12) },
    { "events", test_events_chart_new () },
    { "control", test_control_chart_new () },
    { "cycle", test_cycle_chart_new () },
    { "days", test_daily_chart_new (40) },
    { "heat-map", test_heat_map_new (4, 6) },
    { "rows", test_rows_chart_new () },
    { "waterfall", test_waterfall_new () },
    { "bullet", test_bullet_new () },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr(CapacityChart) chart = kinds[i].chart;
      g_autofree char *shapes = list_shapes (chart);
      g_autofree char *file = g_strconcat (kinds[i].name, ".txt", NULL);
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "chart", "golden", file, NULL);
      g_autofree char *expected = NULL;

      if (g_getenv ("CAPACITY_WRITE_GOLDEN") != NULL)
        g_assert_true (g_file_set_contents (path, shapes, -1, NULL));
      g_assert_true (g_file_get_contents (path, &expected, NULL, NULL));
      g_assert_cmpstr (shapes, ==, expected);
    }
}

/* On a telephone the names of bars are as whole as on a desk. */
static void
test_narrow_bullet (void)
{
  static const double widths[] = { 320, 860 };
  g_autoptr(CapacityChart) chart = test_bullet_new ();
  CapacityChartStyle style;

  capacity_chart_style_init (&style, CAPACITY_CHART_THEME_LIGHT);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      double height = capacity_chart_natural_height (chart, &style, widths[i]);
      g_autoptr(CapacityChartLayout) layout = lay_out (chart, CAPACITY_CHART_THEME_LIGHT, widths[i], height);
      g_autofree char *text = capacity_chart_layout_to_string (layout);

      g_assert_nonnull (strstr (text, "“Klientu apkalpošanas speciālisti”\n"));
      g_assert_nonnull (strstr (text, "text dim-text “Mērķis”\n"));
      g_assert_cmpfloat (capacity_chart_layout_get_plot (layout).width, >, widths[i] / 2);
    }
}

static void
test_gap (void)
{
  g_autoptr(CapacityChart) chart = test_fan_chart_new (60, 36);
  g_autoptr(CapacityChartLayout) layout = lay_out (chart, CAPACITY_CHART_THEME_LIGHT, 860, 420);

  /* Two months are missing, so the history is two lines. */
  g_assert_cmpuint (count_items (layout, CAPACITY_DRAWING_STROKE, CAPACITY_CHART_ROLE_DEMAND), ==, 2);
}

static void
test_steps_are_level (void)
{
  g_autoptr(CapacityChart) chart = test_fan_chart_new (60, 36);
  g_autoptr(CapacityChartLayout) layout = lay_out (chart, CAPACITY_CHART_THEME_LIGHT, 860, 420);

  for (guint i = 0; i < layout->drawing.items->len; i++)
    {
      const CapacityDrawingItem *item = item_at (layout, i);

      if (item->kind != CAPACITY_DRAWING_STROKE || item->role != CAPACITY_CHART_ROLE_LIMIT)
        continue;
      g_assert_cmpuint (item->n_points, ==, 6);
      for (guint j = 1; j < item->n_points; j++)
        {
          CapacityPoint *a = &g_array_index (layout->drawing.points, CapacityPoint,
                                             item->first_point + j - 1);
          CapacityPoint *b = a + 1;

          g_assert_true (a->x == b->x || a->y == b->y);
        }
    }
}

/* Many values in one pixel become their mean and a tint of their extremes, of which none is lost. */
static void
test_dense (void)
{
  guint n = 200000;
  int first = capacity_date_from_ymd (1900, 1, 1);
  CapacityChartBuilder *builder = capacity_chart_builder_new (CAPACITY_CHART_TIME, CAPACITY_PERIOD_DAY,
                                                              first, n);
  g_autofree double *values = g_new (double, n);
  g_autoptr(CapacityChart) chart = NULL;
  g_autoptr(CapacityChartLayout) layout = NULL;
  double top = INFINITY;

  for (guint i = 0; i < n; i++)
    values[i] = 500 + i % 13;
  values[123456] = 1000;
  capacity_chart_builder_add_series (builder, CAPACITY_CHART_ROLE_DEMAND, NULL, first, values, n);
  chart = capacity_chart_builder_end (builder);
  layout = lay_out (chart, CAPACITY_CHART_THEME_LIGHT, 600, 300);
  g_assert_cmpuint (layout->drawing.points->len, <, 3000);
  g_assert_cmpuint (count_items (layout, CAPACITY_DRAWING_FILL, CAPACITY_CHART_ROLE_DEMAND), ==, 1);
  g_assert_cmpuint (count_items (layout, CAPACITY_DRAWING_STROKE, CAPACITY_CHART_ROLE_DEMAND), ==, 1);
  g_assert_cmpuint (count_items (layout, CAPACITY_DRAWING_MARK, CAPACITY_CHART_ROLE_DEMAND), ==, 0);
  for (guint i = 0; i < layout->drawing.items->len; i++)
    if (item_at (layout, i)->role == CAPACITY_CHART_ROLE_DEMAND)
      for (guint j = 0; j < item_at (layout, i)->n_points; j++)
        top = MIN (top, g_array_index (layout->drawing.points, CapacityPoint,
                                       item_at (layout, i)->first_point + j).y);
  g_assert_cmpfloat_with_epsilon (top, capacity_chart_layout_get_y (layout, 1000), 1e-9);
}

/* The widest interval may be cut, so that it does not make the rest flat. */
static void
test_wide_interval (void)
{
  static const double demand[] = { 100, 110, 120 };
  static const double low[] = { 0, 0 };
  static const double high[] = { 2000, 90000 };
  CapacityChartBuilder *builder = capacity_chart_builder_new (CAPACITY_CHART_TIME, CAPACITY_PERIOD_YEAR,
                                                              2024, 5);
  g_autoptr(CapacityChart) chart = NULL;
  g_autoptr(CapacityChartLayout) layout = NULL;

  capacity_chart_builder_add_series (builder, CAPACITY_CHART_ROLE_DEMAND, "Demand", 2024, demand, 3);
  capacity_chart_builder_add_band (builder, CAPACITY_CHART_ROLE_BAND_95, "95 %", 2027, low, high, 2);
  chart = capacity_chart_builder_end (builder);
  layout = lay_out (chart, CAPACITY_CHART_THEME_LIGHT, 600, 300);
  g_assert_cmpfloat (layout->high, <, 250);
  check_text (layout);
}

/* Shapes come before all text, and text begins with the title. */
static void
test_reading_order (void)
{
  CapacityChart *charts[] = { test_fan_chart_new (60, 36), test_control_chart_new (), test_cycle_chart_new (),
                              test_heat_map_new (8, 12), test_waterfall_new (), test_bullet_new () };

  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      g_autoptr(CapacityChartLayout) layout = lay_out (charts[i], CAPACITY_CHART_THEME_PRINT, 480, 240);
      const char *first = NULL;

      for (guint j = 0; j < layout->drawing.items->len; j++)
        {
          const CapacityDrawingItem *item = item_at (layout, j);

          g_assert_true (first == NULL || item->kind == CAPACITY_DRAWING_TEXT);
          if (item->kind == CAPACITY_DRAWING_TEXT && first == NULL)
            first = item->label;
        }
      g_assert_cmpstr (first, ==, capacity_chart_get_title (charts[i]));
      capacity_chart_unref (charts[i]);
    }
}

/* Where words run from right to left, so does time; nothing else changes. */
static void
test_mirrored (void)
{
  CapacityChart *charts[] = { test_fan_chart_new (60, 36), test_heat_map_new (8, 12), test_waterfall_new () };
  PangoContext *context = test_context_new ();
  CapacityChartStyle style;

  capacity_chart_style_init (&style, CAPACITY_CHART_THEME_LIGHT);
  pango_context_set_base_dir (context, PANGO_DIRECTION_RTL);
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      g_autoptr(CapacityChartLayout) layout = capacity_chart_layout_new (charts[i], &style, 700, 400,
                                                                         context);
      g_autoptr(CapacityChartLayout) straight = lay_out (charts[i], CAPACITY_CHART_THEME_LIGHT, 700, 400);
      CapacityChartBox plot = capacity_chart_layout_get_plot (layout);
      CapacityChartBox box;
      CapacityChartCursor cursor;

      check_text (layout);
      check_plot (layout);
      g_assert_cmpuint (layout->drawing.items->len, ==, straight->drawing.items->len);
      g_assert_true (capacity_chart_layout_hit (layout, plot.x + plot.width - 2, plot.y + 2, &cursor));
      g_assert_cmpint (cursor.index, ==, 0);
      g_assert_true (capacity_chart_layout_get_point (layout, &cursor, &box));
      g_assert_cmpfloat (box.x, >, plot.x - 1);
      capacity_chart_unref (charts[i]);
    }
  g_object_unref (context);
}

static void
test_natural_height (void)
{
  g_autoptr(CapacityChart) fan = test_fan_chart_new (60, 36);
  g_autoptr(CapacityChart) heat = test_heat_map_new (20, 12);
  g_autoptr(CapacityChart) events = test_events_chart_new ();
  CapacityChartStyle style;

  capacity_chart_style_init (&style, CAPACITY_CHART_THEME_LIGHT);
  g_assert_cmpfloat (capacity_chart_natural_height (fan, &style, 320), ==, 300);
  g_assert_cmpfloat (capacity_chart_natural_height (fan, &style, 2000), ==, 384);
  g_assert_cmpfloat (capacity_chart_natural_height (events, &style, 320), >, 300 + 3 * style.font_size);
  g_assert_cmpfloat (capacity_chart_natural_height (heat, &style, 700), >, 20 * style.font_size * 1.6);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-layout/no-overlap", test_no_overlap);
  g_test_add_func ("/chart-layout/any-chart", test_any_chart);
  g_test_add_func ("/chart-layout/every-kind-of-period", test_every_kind_of_period);
  g_test_add_func ("/chart-layout/map", test_map);
  g_test_add_func ("/chart-layout/golden", test_golden);
  g_test_add_func ("/chart-layout/golden-kinds", test_golden_kinds);
  g_test_add_func ("/chart-layout/narrow-bullet", test_narrow_bullet);
  g_test_add_func ("/chart-layout/gap", test_gap);
  g_test_add_func ("/chart-layout/steps-are-level", test_steps_are_level);
  g_test_add_func ("/chart-layout/dense", test_dense);
  g_test_add_func ("/chart-layout/wide-interval", test_wide_interval);
  g_test_add_func ("/chart-layout/reading-order", test_reading_order);
  g_test_add_func ("/chart-layout/mirrored", test_mirrored);
  g_test_add_func ("/chart-layout/natural-height", test_natural_height);
  return g_test_run ();
}
