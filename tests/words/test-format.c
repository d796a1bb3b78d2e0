/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "assert-text.h"
#include "capacity-format.h"

#include <math.h>

static void
test_numbers (void)
{
  assert_text (capacity_format_number (0, 0), "0");
  assert_text (capacity_format_number (999, 0), "999");
  assert_text (capacity_format_number (1234.5, 1), "1,234.5");
  assert_text (capacity_format_number (-1234567.891, 2), "−1,234,567.89");
  assert_text (capacity_format_number (-0.04, 1), "0.0");
  assert_text (capacity_format_number (NAN, 0), "–");
  assert_text (capacity_format_number (INFINITY, 0), "–");
  assert_text (capacity_format_number (1e15, 0), "1,000,000,000,000,000");
  assert_text (capacity_format_count (3.25), "3.2");
  assert_text (capacity_format_count (3), "3");
  assert_text (capacity_format_count (12.6), "13");
}

/* What is edited must not be rounded by showing it. */
static void
test_exact (void)
{
  static const double values[] = { 0, 1234, 12.5, 99.5, 0.25, 0.04, 0.00002, 7.75, 26000.5, 1000000.25, 0.0833 };

  assert_text (capacity_format_exact (12), "12");
  assert_text (capacity_format_exact (0.333 * 100), "33.3");
  assert_text (capacity_format_exact (-1234.5), "−1,234.5");
  assert_text (capacity_format_exact (1. / 12), "0.083333");
  assert_text (capacity_format_exact (NAN), "");
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *text = capacity_format_exact (values[i]);

      g_assert_cmpfloat (capacity_format_parse_number (text), ==, values[i]);
    }
}

static void
test_shares (void)
{
  assert_text (capacity_format_percent (0.884), "88%");
  assert_text (capacity_format_percent (1.11), "111%");
  assert_text (capacity_format_change (-0.032, 1), "−3.2%");
  assert_text (capacity_format_change (0.5, 0), "+50%");
  assert_text (capacity_format_money (123450), "1,234.50" NBSP "€");
  assert_text (capacity_format_estimate (123450), "1,235" NBSP "€");
  assert_text (capacity_format_estimate (-123449), "−1,234" NBSP "€");
}

static void
test_periods (void)
{
  CapacityPeriod month = capacity_month (2026, 11);

  assert_text (capacity_format_date (capacity_date_from_ymd (2026, 11, 3)), "2026-11-03");
  assert_text (capacity_format_date (CAPACITY_DATE_NONE), "–");
  assert_text (capacity_format_long_date (capacity_date_from_ymd (2026, 11, 3)), "3 November 2026");
  assert_text (capacity_format_period (month), "November 2026");
  assert_text (capacity_format_hour (0), "0–1");
  assert_text (capacity_format_hour (23), "23–24");
  assert_text (capacity_format_in_period (month), "in November 2026");
  assert_text (capacity_format_short_month (month.index), "Nov");
  assert_text (capacity_format_period (capacity_period_convert (month, CAPACITY_PERIOD_QUARTER)), "quarter 4 of 2026");
  assert_text (capacity_format_rate (1240, "applications", CAPACITY_PERIOD_MONTH), "1,240" NBSP "applications a month");
}

static void
test_typed_numbers (void)
{
  static const struct { const char *text; double value; } cases[] = {
    { "1234.5", 1234.5 }, { "1 234,5", 1234.5 }, { "1.234,5", 1234.5 }, { "1,234.5", 1234.5 }, { "1,234", 1234 },
    { "12,5", 12.5 }, { "−3", -3 }, { " 7 ", 7 }, { "1" NBSP "234", 1234 }, { "1,234,567", 1234567 }, { "0,25", 0.25 },
  };
  static const char *const wrong[] = { "", " ", "a", "1a", "1..2", "--1", "1e5", "nan", "1-2" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat (capacity_format_parse_number (cases[i].text), ==, cases[i].value);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_true (isnan (capacity_format_parse_number (wrong[i])));
  g_assert_true (isnan (capacity_format_parse_number (NULL)));
}

static void
test_typed_dates (void)
{
  static const char *const same[] = { "23.11.2026.", "23.11.2026", "23. 11. 2026.", "23/11/2026", "23.11.26", "2026-11-23", "2026.11.23." };
  static const char *const wrong[] = { "", "x", "31.02.2026", "2026", "1.2.3.4", "23.11", "99.99.9999" };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    g_assert_cmpint (capacity_format_parse_date (same[i]), ==, capacity_date_from_ymd (2026, 11, 23));
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_cmpint (capacity_format_parse_date (wrong[i]), ==, CAPACITY_DATE_NONE);
  g_assert_cmpint (capacity_format_parse_date ("11.2026."), ==, capacity_date_from_ymd (2026, 11, 1));
  g_assert_cmpint (capacity_format_parse_date ("2026-11"), ==, capacity_date_from_ymd (2026, 11, 1));
}

/* What is written is read again. */
static void
test_round_trip (void)
{
  for (double value = -1e7; value < 1e7; value = value * 0.7 + 123456.7)
    {
      g_autofree char *text = capacity_format_number (value, 2);

      g_assert_cmpfloat_with_epsilon (capacity_format_parse_number (text), value, 0.0051);
      if (value > 400000)
        break;
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/numbers", test_numbers);
  g_test_add_func ("/format/exact", test_exact);
  g_test_add_func ("/format/shares", test_shares);
  g_test_add_func ("/format/periods", test_periods);
  g_test_add_func ("/format/typed-numbers", test_typed_numbers);
  g_test_add_func ("/format/typed-dates", test_typed_dates);
  g_test_add_func ("/format/round-trip", test_round_trip);

  return g_test_run ();
}
