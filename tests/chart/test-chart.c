/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "test-chart-util.h"

static void
assert_heading (const CapacityChart *chart,
                guint                column,
                const char          *expected)
{
  g_autofree char *text = capacity_chart_dup_heading (chart, column);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_cell (const CapacityChart *chart,
             guint                row,
             guint                column,
             const char          *expected)
{
  g_autofree char *text = capacity_chart_dup_cell (chart, row, column);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_table (void)
{
  g_autoptr(CapacityChart) chart = test_small_chart_new ();

  g_assert_cmpuint (capacity_chart_get_n_columns (chart), ==, 6);
  g_assert_cmpuint (capacity_chart_get_n_rows (chart), ==, 6);
  assert_heading (chart, 0, "Period");
  assert_heading (chart, 1, "Capacity");
  assert_heading (chart, 2, "80 %, from");
  assert_heading (chart, 3, "80 %, to");
  assert_heading (chart, 4, "Forecast");
  assert_heading (chart, 5, "Demand");
  assert_cell (chart, 0, 0, "2026-01");
  assert_cell (chart, 0, 5, "80");
  assert_cell (chart, 2, 5, "–");
  assert_cell (chart, 5, 3, "150");
}

static void
test_table_of_grid (void)
{
  g_autoptr(CapacityChart) heat = test_heat_map_new (4, 12);
  g_autoptr(CapacityChart) waterfall = test_waterfall_new ();

  g_assert_cmpuint (capacity_chart_get_n_columns (heat), ==, 13);
  g_assert_cmpuint (capacity_chart_get_n_rows (heat), ==, 4);
  assert_heading (heat, 12, "2026. gada decembris");
  assert_cell (heat, 1, 0, "Dzīvesvietas deklarēšana");
  assert_cell (heat, 3, 5, "–");
  g_assert_cmpuint (capacity_chart_get_n_columns (waterfall), ==, 2);
  g_assert_cmpuint (capacity_chart_get_n_rows (waterfall), ==, 6);
  assert_cell (waterfall, 0, 1, "1\302\240180");
  assert_cell (waterfall, 2, 1, "−95");
}

static void
test_table_of_bullets (void)
{
  g_autoptr(CapacityChart) chart = test_bullet_new ();

  g_assert_cmpuint (capacity_chart_get_n_columns (chart), ==, 4);
  assert_heading (chart, 0, "Resurss");
  assert_heading (chart, 1, "stundas mēnesī");
  assert_heading (chart, 3, "Veiktspēja");
  assert_cell (chart, 1, 0, "Būvinspektori");
  assert_cell (chart, 1, 2, "544");
  assert_cell (chart, 3, 1, "–");
}

static void
test_levels_need_no_column (void)
{
  g_autoptr(CapacityChart) chart = test_control_chart_new ();

  g_assert_cmpuint (capacity_chart_get_n_columns (chart), ==, 2);
  assert_heading (chart, 1, "Pieprasījums");
}

static void
test_outside (void)
{
  static const double values[] = { 1, 2, INFINITY, 4, 5 };
  CapacityChartBuilder *builder = capacity_chart_builder_new (CAPACITY_CHART_TIME, CAPACITY_PERIOD_YEAR,
                                                              2024, 3);
  g_autoptr(CapacityChart) chart = NULL;

  capacity_chart_builder_add_series (builder, CAPACITY_CHART_ROLE_DEMAND, "Demand", 2022, values, 5);
  capacity_chart_builder_add_marker (builder, CAPACITY_CHART_ROLE_OUTLIER, "Outside", 2020, 3);
  capacity_chart_builder_add_span (builder, CAPACITY_CHART_ROLE_EXHAUSTION, "Outside", 0, 0, 0);
  chart = capacity_chart_builder_end (builder);
  assert_cell (chart, 0, 1, "–");
  assert_cell (chart, 1, 1, "4");
  g_assert_false (capacity_chart_is_empty (chart));
}

static void
test_heading_without_place (void)
{
  static const double bound[] = { 1 };
  CapacityChartBuilder *builder = capacity_chart_builder_new (CAPACITY_CHART_TIME, CAPACITY_PERIOD_YEAR,
                                                              2024, 1);
  g_autoptr(CapacityChart) chart = NULL;

  capacity_chart_builder_set_headings (builder, NULL, "from %d", NULL);
  capacity_chart_builder_add_band (builder, CAPACITY_CHART_ROLE_BAND_80, "80 %", 2024, bound, bound, 1);
  chart = capacity_chart_builder_end (builder);
  assert_heading (chart, 0, "");
  assert_heading (chart, 1, "from %d");
  assert_heading (chart, 2, "80 %");
}

/* Where something is asked for of nothing is not where nothing is known. */
static void
test_unbounded (void)
{
  static const double shares[] = { 0.5, INFINITY, NAN };
  CapacityChartBuilder *builder = capacity_chart_builder_new (CAPACITY_CHART_HEAT_MAP, CAPACITY_PERIOD_YEAR, 2024, 3);
  g_autoptr(CapacityChart) chart = NULL;

  capacity_chart_builder_set_unbounded (builder, "none");
  capacity_chart_builder_add_series (builder, CAPACITY_CHART_ROLE_CELL, "Service", 2024, shares, 3);
  chart = capacity_chart_builder_end (builder);
  assert_cell (chart, 0, 1, "50");
  assert_cell (chart, 0, 2, "none");
  assert_cell (chart, 0, 3, "–");
}

/* Events have a column of words; those outside, and those that began before and never end, are not marked. */
static void
test_events (void)
{
  static const double values[] = { 1, 2, 3 };
  CapacityChartBuilder *builder = capacity_chart_builder_new (CAPACITY_CHART_TIME, CAPACITY_PERIOD_MONTH,
                                                              capacity_month (2027, 6).index, 3);
  CapacityDate july = capacity_date_from_ymd (2027, 7, 1);
  g_autoptr(CapacityChart) chart = NULL;

  capacity_chart_builder_set_events (builder, "Events");
  capacity_chart_builder_add_series (builder, CAPACITY_CHART_ROLE_DEMAND, "Demand", capacity_month (2027, 6).index, values, 3);
  g_assert_false (capacity_chart_builder_add_event (builder, "Old", capacity_date_from_ymd (2027, 5, 31), CAPACITY_DATE_NONE));
  g_assert_false (capacity_chart_builder_add_event (builder, "Gone", july - 60, capacity_date_from_ymd (2027, 5, 31)));
  g_assert_false (capacity_chart_builder_add_event (builder, "Later", capacity_date_from_ymd (2027, 9, 1), CAPACITY_DATE_NONE));
  g_assert_true (capacity_chart_builder_add_event (builder, "Going on", july - 60, july));
  g_assert_true (capacity_chart_builder_add_event (builder, "Law", july, CAPACITY_DATE_NONE));
  g_assert_true (capacity_chart_builder_add_event (builder, "Campaign", july + 9, july + 40));
  chart = capacity_chart_builder_end (builder);
  g_assert_cmpuint (capacity_chart_get_n_columns (chart), ==, 3);
  g_assert_true (capacity_chart_is_text (chart, 2));
  g_assert_false (capacity_chart_is_text (chart, 1));
  assert_heading (chart, 2, "Events");
  assert_cell (chart, 0, 2, "1 Going on");
  assert_cell (chart, 1, 2, "2 Law; 3 Campaign");
  assert_cell (chart, 2, 2, "");
  g_assert_true (isnan (capacity_chart_get_value (chart, 1, 2)));
}

/* Remarks have a column of words before that of the events, also for periods outside the axis, which have no place. */
static void
test_remarks (void)
{
  static const double values[] = { 1, 2, 3 };
  static const char *const remarks[] = { "Before", "Advisers", NULL, "Counters", "Behind" };
  int june = capacity_month (2027, 6).index;
  CapacityChartBuilder *builder = capacity_chart_builder_new (CAPACITY_CHART_TIME, CAPACITY_PERIOD_MONTH, june, 3);
  g_autoptr(CapacityChart) chart = NULL;

  capacity_chart_builder_add_series (builder, CAPACITY_CHART_ROLE_DEMAND, "Demand", june, values, 3);
  capacity_chart_builder_set_remarks (builder, "Limited by", june - 1, remarks, 5);
  capacity_chart_builder_set_events (builder, "Events");
  capacity_chart_builder_add_event (builder, "Law", capacity_date_from_ymd (2027, 7, 1), CAPACITY_DATE_NONE);
  chart = capacity_chart_builder_end (builder);
  g_assert_cmpuint (capacity_chart_get_n_columns (chart), ==, 4);
  g_assert_true (capacity_chart_is_text (chart, 2));
  assert_heading (chart, 1, "Demand");
  assert_heading (chart, 2, "Limited by");
  assert_heading (chart, 3, "Events");
  assert_cell (chart, 0, 2, "Advisers");
  assert_cell (chart, 1, 2, "");
  assert_cell (chart, 2, 2, "Counters");
  assert_cell (chart, 1, 3, "1 Law");
  g_assert_true (isnan (capacity_chart_get_value (chart, 0, 2)));
}

static gboolean destroyed;

static void
destroy_cb (gpointer data)
{
  destroyed = TRUE;
}

static void
test_life (void)
{
  CapacityChartBuilder *builder = capacity_chart_builder_new (CAPACITY_CHART_TIME, CAPACITY_PERIOD_MONTH, 0,
                                                              0);
  CapacityChart *chart;

  capacity_chart_builder_set_formats (builder, NULL, NULL, NULL, destroy_cb);
  chart = capacity_chart_builder_end (builder);
  g_assert_true (capacity_chart_is_empty (chart));
  g_assert_null (capacity_chart_get_title (chart));
  capacity_chart_unref (capacity_chart_ref (chart));
  g_assert_false (destroyed);
  capacity_chart_unref (chart);
  g_assert_true (destroyed);
  capacity_chart_builder_free (capacity_chart_builder_new (CAPACITY_CHART_CYCLE, CAPACITY_PERIOD_MONTH, 0,
                                                           12));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/table", test_table);
  g_test_add_func ("/chart/table-of-grid", test_table_of_grid);
  g_test_add_func ("/chart/table-of-bullets", test_table_of_bullets);
  g_test_add_func ("/chart/levels-need-no-column", test_levels_need_no_column);
  g_test_add_func ("/chart/outside", test_outside);
  g_test_add_func ("/chart/heading-without-place", test_heading_without_place);
  g_test_add_func ("/chart/unbounded", test_unbounded);
  g_test_add_func ("/chart/events", test_events);
  g_test_add_func ("/chart/remarks", test_remarks);
  g_test_add_func ("/chart/life", test_life);
  return g_test_run ();
}
