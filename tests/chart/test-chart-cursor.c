/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "test-chart-util.h"

static CapacityChartLayout *
lay_out (const CapacityChart *chart)
{
  PangoContext *context = test_context_new ();
  CapacityChartStyle style;
  CapacityChartLayout *layout;

  capacity_chart_style_init (&style, CAPACITY_CHART_THEME_LIGHT);
  layout = capacity_chart_layout_new (chart, &style, 800, 400, context);
  g_object_unref (context);
  return layout;
}

static void
assert_move (CapacityChartLayout *layout,
             CapacityChartMove    move,
             CapacityChartCursor *cursor,
             int                  series,
             int                  index)
{
  g_assert_true (capacity_chart_layout_move (layout, move, cursor));
  g_assert_cmpint (cursor->index, ==, index);
  g_assert_cmpint (cursor->series, ==, series);
}

/* Series of the small chart: 0 capacity, 1 interval, 2 forecast, 3 demand. */
static void
test_keys (void)
{
  g_autoptr(CapacityChart) chart = test_small_chart_new ();
  g_autoptr(CapacityChartLayout) layout = lay_out (chart);
  CapacityChartCursor cursor = CAPACITY_CHART_CURSOR_NONE;

  assert_move (layout, CAPACITY_CHART_MOVE_NEXT, &cursor, 3, 0);
  g_assert_false (capacity_chart_layout_move (layout, CAPACITY_CHART_MOVE_PREVIOUS, &cursor));
  assert_move (layout, CAPACITY_CHART_MOVE_NEXT, &cursor, 3, 1);
  /* Nothing was measured in March, but capacity is known. */
  assert_move (layout, CAPACITY_CHART_MOVE_NEXT, &cursor, 0, 2);
  assert_move (layout, CAPACITY_CHART_MOVE_NEXT_NOTABLE, &cursor, 0, 3);
  assert_move (layout, CAPACITY_CHART_MOVE_NEXT_SERIES, &cursor, 3, 3);
  assert_move (layout, CAPACITY_CHART_MOVE_LAST, &cursor, 2, 5);
  assert_move (layout, CAPACITY_CHART_MOVE_PREVIOUS_SERIES, &cursor, 0, 5);
  g_assert_false (capacity_chart_layout_move (layout, CAPACITY_CHART_MOVE_PREVIOUS_SERIES, &cursor));
  assert_move (layout, CAPACITY_CHART_MOVE_FIRST, &cursor, 0, 0);
}

static void
test_years (void)
{
  g_autoptr(CapacityChart) chart = test_fan_chart_new (60, 36);
  g_autoptr(CapacityChartLayout) layout = lay_out (chart);
  CapacityChartCursor cursor = CAPACITY_CHART_CURSOR_NONE;

  g_assert_true (capacity_chart_layout_move (layout, CAPACITY_CHART_MOVE_FIRST, &cursor));
  g_assert_true (capacity_chart_layout_move (layout, CAPACITY_CHART_MOVE_NEXT_YEAR, &cursor));
  g_assert_cmpint (cursor.index, ==, 12);
  g_assert_true (capacity_chart_layout_move (layout, CAPACITY_CHART_MOVE_NEXT_NOTABLE, &cursor));
  g_assert_cmpint (cursor.index, ==, 29);
  g_assert_true (capacity_chart_layout_move (layout, CAPACITY_CHART_MOVE_LAST, &cursor));
  g_assert_false (capacity_chart_layout_move (layout, CAPACITY_CHART_MOVE_NEXT_YEAR, &cursor));
}

static void
test_values (void)
{
  g_autoptr(CapacityChart) chart = test_small_chart_new ();
  g_autoptr(CapacityChartLayout) layout = lay_out (chart);
  CapacityChartCursor cursor = { -1, 4 };
  g_autofree char *heading = capacity_chart_layout_dup_heading (layout, &cursor);
  g_autoptr(GArray) values = capacity_chart_layout_list_values (layout, &cursor);
  CapacityChartValue *value;

  g_assert_cmpstr (heading, ==, "2026-05");
  g_assert_cmpuint (values->len, ==, 3);
  value = &g_array_index (values, CapacityChartValue, 1);
  g_assert_cmpstr (value->label, ==, "80 %");
  g_assert_cmpstr (value->text, ==, "110 – 130");
  g_assert_true (isnan (value->value));
  value = &g_array_index (values, CapacityChartValue, 2);
  g_assert_cmpstr (value->text, ==, "120");
  g_assert_cmpfloat_with_epsilon (value->y, capacity_chart_layout_get_y (layout, 120), 1e-9);
}

static void
test_pointer (void)
{
  g_autoptr(CapacityChart) chart = test_small_chart_new ();
  g_autoptr(CapacityChartLayout) layout = lay_out (chart);
  CapacityChartBox plot = capacity_chart_layout_get_plot (layout);
  double x = capacity_chart_layout_get_x (layout, 3.5);
  CapacityChartCursor cursor;

  g_assert_true (capacity_chart_layout_hit (layout, x, capacity_chart_layout_get_y (layout, 111), &cursor));
  g_assert_cmpint (cursor.series, ==, 3);
  g_assert_true (capacity_chart_layout_hit (layout, x, capacity_chart_layout_get_y (layout, 98), &cursor));
  g_assert_cmpint (cursor.series, ==, 0);
  g_assert_false (capacity_chart_layout_hit (layout, plot.x - 40, plot.y + 5, &cursor));
  g_assert_cmpint (cursor.index, ==, -1);
}

static void
test_heat_map (void)
{
  g_autoptr(CapacityChart) chart = test_heat_map_new (8, 12);
  g_autoptr(CapacityChartLayout) layout = lay_out (chart);
  CapacityChartBox plot = capacity_chart_layout_get_plot (layout);
  CapacityChartCursor cursor;
  CapacityChartBox box;
  g_autoptr(GArray) values = NULL;

  g_assert_true (capacity_chart_layout_hit (layout, plot.x + plot.width * 2.5 / 12,
                                            plot.y + plot.height * 1.5 / 8, &cursor));
  g_assert_cmpint (cursor.series, ==, 1);
  g_assert_cmpint (cursor.index, ==, 2);
  assert_move (layout, CAPACITY_CHART_MOVE_NEXT_SERIES, &cursor, 2, 2);
  assert_move (layout, CAPACITY_CHART_MOVE_NEXT, &cursor, 2, 3);
  g_assert_true (capacity_chart_layout_get_point (layout, &cursor, &box));
  g_assert_cmpfloat_with_epsilon (box.width, plot.width / 12, 1e-9);
  values = capacity_chart_layout_list_values (layout, &cursor);
  g_assert_cmpuint (values->len, ==, 1);
  g_assert_cmpstr (g_array_index (values, CapacityChartValue, 0).label, ==, "Sociālā palīdzība");
}

/* The cursor goes along a row and from row to row, and tells what all rows have in its month. */
static void
test_rows (void)
{
  g_autoptr(CapacityChart) chart = test_rows_chart_new ();
  g_autoptr(CapacityChartLayout) layout = lay_out (chart);
  CapacityChartBox plot = capacity_chart_layout_get_plot (layout);
  CapacityChartCursor cursor;
  g_autoptr(GArray) values = NULL;

  g_assert_true (capacity_chart_layout_hit (layout, plot.x + plot.width * 7.5 / 36, plot.y + plot.height * 1.5 / 4, &cursor));
  g_assert_cmpint (cursor.series, ==, 1);
  g_assert_cmpint (cursor.index, ==, 7);
  values = capacity_chart_layout_list_values (layout, &cursor);
  g_assert_cmpuint (values->len, ==, 4);
  g_assert_cmpstr (g_array_index (values, CapacityChartValue, 3).label, ==, "Pa pastu");
  assert_move (layout, CAPACITY_CHART_MOVE_NEXT_SERIES, &cursor, 2, 7);
  assert_move (layout, CAPACITY_CHART_MOVE_NEXT_SERIES, &cursor, 3, 7);
  assert_move (layout, CAPACITY_CHART_MOVE_NEXT, &cursor, 0, 8);
}

static void
test_waterfall (void)
{
  g_autoptr(CapacityChart) chart = test_waterfall_new ();
  g_autoptr(CapacityChartLayout) layout = lay_out (chart);
  CapacityChartCursor cursor = CAPACITY_CHART_CURSOR_NONE;
  g_autofree char *heading = NULL;

  assert_move (layout, CAPACITY_CHART_MOVE_FIRST, &cursor, 0, 0);
  assert_move (layout, CAPACITY_CHART_MOVE_NEXT, &cursor, 0, 1);
  heading = capacity_chart_layout_dup_heading (layout, &cursor);
  g_assert_cmpstr (heading, ==, "Jauni darbinieki");
  assert_move (layout, CAPACITY_CHART_MOVE_NEXT_SERIES, &cursor, 0, 2);
  assert_move (layout, CAPACITY_CHART_MOVE_PREVIOUS_SERIES, &cursor, 0, 1);
}

/* A row tells what it is held against; down goes to the next. */
static void
test_bullet (void)
{
  g_autoptr(CapacityChart) chart = test_bullet_new ();
  g_autoptr(CapacityChartLayout) layout = lay_out (chart);
  CapacityChartCursor cursor = CAPACITY_CHART_CURSOR_NONE;
  g_autofree char *heading = NULL;
  g_autoptr(GArray) values = NULL;
  static const char *const expected[][2] = {
    { "stundas mēnesī", "1\302\240510" }, { "Mērķis", "1\302\240156" }, { "Veiktspēja", "1\302\240360" },
  };

  assert_move (layout, CAPACITY_CHART_MOVE_FIRST, &cursor, 0, 0);
  assert_move (layout, CAPACITY_CHART_MOVE_NEXT_NOTABLE, &cursor, 0, 1);
  assert_move (layout, CAPACITY_CHART_MOVE_NEXT_SERIES, &cursor, 0, 2);
  heading = capacity_chart_layout_dup_heading (layout, &cursor);
  g_assert_cmpstr (heading, ==, "Sociālie darbinieki");
  values = capacity_chart_layout_list_values (layout, &cursor);
  g_assert_cmpuint (values->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < values->len; i++)
    {
      g_assert_cmpstr (g_array_index (values, CapacityChartValue, i).label, ==, expected[i][0]);
      g_assert_cmpstr (g_array_index (values, CapacityChartValue, i).text, ==, expected[i][1]);
    }
  assert_move (layout, CAPACITY_CHART_MOVE_NEXT_SERIES, &cursor, 0, 3);
}

static void
test_nothing (void)
{
  CapacityChartBuilder *builder = capacity_chart_builder_new (CAPACITY_CHART_TIME, CAPACITY_PERIOD_MONTH,
                                                              24000, 12);
  g_autoptr(CapacityChart) chart = capacity_chart_builder_end (builder);
  g_autoptr(CapacityChartLayout) layout = lay_out (chart);
  CapacityChartCursor cursor = CAPACITY_CHART_CURSOR_NONE;
  CapacityChartBox box;
  g_autoptr(GArray) values = capacity_chart_layout_list_values (layout, &cursor);

  g_assert_false (capacity_chart_layout_hit (layout, 400, 200, &cursor));
  for (int move = 0; move <= CAPACITY_CHART_MOVE_NEXT_NOTABLE; move++)
    g_assert_false (capacity_chart_layout_move (layout, move, &cursor));
  g_assert_false (capacity_chart_layout_get_point (layout, &cursor, &box));
  g_assert_null (capacity_chart_layout_dup_heading (layout, &cursor));
  g_assert_cmpuint (values->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-cursor/keys", test_keys);
  g_test_add_func ("/chart-cursor/years", test_years);
  g_test_add_func ("/chart-cursor/values", test_values);
  g_test_add_func ("/chart-cursor/pointer", test_pointer);
  g_test_add_func ("/chart-cursor/heat-map", test_heat_map);
  g_test_add_func ("/chart-cursor/rows", test_rows);
  g_test_add_func ("/chart-cursor/waterfall", test_waterfall);
  g_test_add_func ("/chart-cursor/bullet", test_bullet);
  g_test_add_func ("/chart-cursor/nothing", test_nothing);
  return g_test_run ();
}
