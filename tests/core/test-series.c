/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-series.h"

#include <math.h>

static int
day (int year,
     int month,
     int d)
{
  return capacity_date_from_ymd (year, month, d);
}

static CapacitySeries *
constant (CapacityPeriodKind kind,
          int                first,
          guint              n,
          double             value)
{
  CapacitySeries *series = capacity_series_new (kind, first, NULL, n);

  for (guint i = 0; i < n; i++)
    series->values[i] = value;

  return series;
}

static void
test_missing_is_not_zero (void)
{
  const double values[] = { 1, NAN, 0, 4 };
  g_autoptr (CapacitySeries) series = capacity_series_new (CAPACITY_PERIOD_MONTH, 100, values, 4);
  guint n_missing;

  g_assert_cmpuint (capacity_series_n_missing (series), ==, 1);
  g_assert_cmpfloat (capacity_series_at (series, 102), ==, 0);
  g_assert_true (isnan (capacity_series_at (series, 101)));
  g_assert_true (isnan (capacity_series_at (series, 99)));
  g_assert_true (isnan (capacity_series_at (series, 104)));
  g_assert_cmpfloat (capacity_series_sum (series, 99, 6, &n_missing), ==, 5);
  g_assert_cmpuint (n_missing, ==, 3);
  g_assert_true (isnan (capacity_series_sum (series, 101, 1, NULL)));
}

static void
test_slice (void)
{
  const double values[] = { 1, 2, 3 };
  g_autoptr (CapacitySeries) series = capacity_series_new (CAPACITY_PERIOD_MONTH, 10, values, 3);
  g_autoptr (CapacitySeries) slice = capacity_series_slice (series, 9, 3);

  g_assert_true (isnan (slice->values[0]));
  g_assert_cmpfloat (slice->values[2], ==, 2);
}

static void
test_add (void)
{
  const double a[] = { 1, NAN }, b[] = { 5, NAN, 7 };
  g_autoptr (CapacitySeries) first = capacity_series_new (CAPACITY_PERIOD_MONTH, 10, a, 2);
  g_autoptr (CapacitySeries) second = capacity_series_new (CAPACITY_PERIOD_MONTH, 10, b, 3);
  g_autoptr (CapacitySeries) sum = capacity_series_add (first, second);

  g_assert_cmpuint (sum->n, ==, 3);
  g_assert_cmpfloat (sum->values[0], ==, 6);
  g_assert_true (isnan (sum->values[1]));
  g_assert_cmpfloat (sum->values[2], ==, 7);
}

static void
test_days_to_months (void)
{
  g_autoptr (CapacitySeries) days = constant (CAPACITY_PERIOD_DAY, day (2026, 1, 1), 31 + 28 + 10, 2);
  g_autoptr (CapacitySeries) months = capacity_series_aggregate (days, CAPACITY_PERIOD_MONTH);

  g_assert_cmpuint (months->n, ==, 3);
  g_assert_cmpint (months->first, ==, capacity_month (2026, 1).index);
  g_assert_cmpfloat (months->values[0], ==, 62);
  g_assert_cmpfloat (months->values[1], ==, 56);
  g_assert_true (isnan (months->values[2])); /* ten days are no month */
}

/* @n_days from @first, open from nine to eleven with 2 and 3 in the hours, closed at weekends. */
static CapacitySeries *
open_hours (int   first,
            guint n_days)
{
  CapacitySeries *hours = capacity_series_new (CAPACITY_PERIOD_HOUR, capacity_hour (first, 0).index, NULL, n_days * 24);

  for (guint i = 0; i < n_days; i++)
    if (capacity_date_weekday (first + (int) i) <= 5)
      {
        hours->values[i * 24 + 9] = 2;
        hours->values[i * 24 + 10] = 3;
      }

  return hours;
}

/* Nights and weekends are closed, not unknown; a week without an hour is. */
static void
test_hours_to_days (void)
{
  g_autoptr (CapacitySeries) hours = open_hours (day (2026, 3, 2), 28);
  g_autoptr (CapacitySeries) days = NULL;

  hours->values[24 + 9] = hours->values[24 + 10] = NAN;  /* a holiday on Tuesday */
  hours->values[48 + 9] = NAN;                           /* opened later on Wednesday */
  for (int i = 7; i < 14; i++)
    hours->values[i * 24 + 9] = hours->values[i * 24 + 10] = NAN;
  days = capacity_series_aggregate (hours, CAPACITY_PERIOD_DAY);
  g_assert_cmpint (days->first, ==, day (2026, 2, 28)); /* the Saturday before */
  g_assert_cmpuint (days->n, ==, 30);
  g_assert_cmpfloat (days->values[0], ==, 0);
  g_assert_cmpfloat (days->values[2], ==, 5);
  g_assert_cmpfloat (days->values[3], ==, 0);
  g_assert_cmpfloat (days->values[4], ==, 3);
  g_assert_true (isnan (days->values[7]));
  g_assert_true (isnan (days->values[10]));
  g_assert_cmpfloat (days->values[16], ==, 5);
  g_assert_cmpfloat (days->values[21], ==, 0);
  g_assert_cmpfloat (days->values[29], ==, 0);
}

/* February 2026 begins on a Sunday and ends on a Saturday: what was open is the whole month. */
static void
test_hours_to_months (void)
{
  g_autoptr (CapacitySeries) hours = open_hours (day (2026, 2, 2), 26);
  g_autoptr (CapacitySeries) recorded = capacity_series_slice (hours, hours->first + 9, 25 * 24 + 2);
  g_autoptr (CapacitySeries) months = capacity_series_aggregate (recorded, CAPACITY_PERIOD_MONTH);
  g_autoptr (CapacitySeries) begun = capacity_series_slice (hours, hours->first, 15 * 24);
  g_autoptr (CapacitySeries) begun_months = capacity_series_aggregate (begun, CAPACITY_PERIOD_MONTH);

  g_assert_cmpfloat (capacity_series_at (months, capacity_month (2026, 2).index), ==, 20 * 5);
  g_assert_cmpuint (capacity_series_n_missing (months), ==, months->n - 1);
  g_assert_cmpuint (capacity_series_n_missing (begun_months), ==, begun_months->n);
  g_assert_null (capacity_series_aggregate (months, CAPACITY_PERIOD_HOUR));
}

/* Hours at the ends of the calendar and of a year, and a series in which nothing was recorded. */
static void
test_hours_at_ends (void)
{
  const double values[] = { 1, 2 };
  g_autoptr (CapacitySeries) midnight
    = capacity_series_new (CAPACITY_PERIOD_HOUR, capacity_hour (day (2025, 12, 31), 23).index, values, 2);
  g_autoptr (CapacitySeries) days = capacity_series_aggregate (midnight, CAPACITY_PERIOD_DAY);
  g_autoptr (CapacitySeries) years = capacity_series_aggregate (midnight, CAPACITY_PERIOD_YEAR);
  g_autoptr (CapacitySeries) last
    = capacity_series_new (CAPACITY_PERIOD_HOUR, capacity_hour (day (2999, 12, 31), 23).index, values, 1);
  g_autoptr (CapacitySeries) last_day = capacity_series_aggregate (last, CAPACITY_PERIOD_DAY);
  g_autoptr (CapacitySeries) nothing = capacity_series_new (CAPACITY_PERIOD_HOUR, 0, NULL, 24 * 30);
  g_autoptr (CapacitySeries) no_days = capacity_series_aggregate (nothing, CAPACITY_PERIOD_DAY);
  g_autoptr (CapacitySeries) stock = capacity_series_last_of (midnight, CAPACITY_PERIOD_DAY);

  g_assert_cmpuint (days->n, ==, 2);
  g_assert_cmpfloat (days->values[0], ==, 1);
  g_assert_cmpfloat (days->values[1], ==, 2);
  g_assert_cmpint (years->first, ==, 2025);
  g_assert_cmpuint (years->n, ==, 2);
  g_assert_cmpint (last_day->first, ==, day (2999, 12, 31));
  g_assert_cmpfloat (last_day->values[0], ==, 1);
  g_assert_cmpuint (capacity_series_n_missing (no_days), ==, no_days->n);
  g_assert_cmpfloat (stock->values[1], ==, 2);
}

/* One day of thirty missing: the month is scaled up by it. */
static void
test_small_hole (void)
{
  g_autoptr (CapacitySeries) days = constant (CAPACITY_PERIOD_DAY, day (2026, 4, 1), 30, 10);
  g_autoptr (CapacitySeries) months = NULL;

  days->values[7] = NAN;
  months = capacity_series_aggregate (days, CAPACITY_PERIOD_MONTH);
  g_assert_cmpfloat_with_epsilon (months->values[0], 300, 1e-9);
}

/* An office that is closed at weekends and on holidays, and works two Saturdays of the year: its months are what was
 * recorded. Of a fortnight without a row nothing is known. */
static void
test_days_of_office (void)
{
  g_autoptr (CapacitySeries) days = constant (CAPACITY_PERIOD_DAY, day (2026, 1, 1), 365, 10);
  g_autoptr (CapacitySeries) months = NULL;
  double sums[12] = { 0 };

  for (guint i = 0; i < days->n; i++)
    {
      int date = days->first + (int) i;
      gboolean is_working_saturday = date == day (2026, 1, 17) || date == day (2026, 6, 27);
      gboolean is_fortnight = date >= day (2026, 7, 6) && date <= day (2026, 7, 19);
      gboolean is_holiday = date == day (2026, 1, 1) || date == day (2026, 4, 3) || date == day (2026, 4, 6)
                            || date == day (2026, 12, 24) || date == day (2026, 12, 25) || date == day (2026, 12, 31);

      if ((capacity_date_weekday (date) > 5 && !is_working_saturday) || is_fortnight || is_holiday)
        days->values[i] = NAN;
      else
        sums[capacity_period_convert ((CapacityPeriod){ CAPACITY_PERIOD_DAY, date }, CAPACITY_PERIOD_MONTH).index
             - capacity_month (2026, 1).index] += 10;
    }

  months = capacity_series_aggregate (days, CAPACITY_PERIOD_MONTH);
  g_assert_cmpuint (months->n, ==, 12);
  for (guint i = 0; i < 12; i++)
    if (i == 6)
      g_assert_true (isnan (months->values[i]));
    else if (i == 0 || i == 11)
      g_assert_cmpfloat_with_epsilon (months->values[i], sums[i], sums[i] * 0.04); /* a day at the end, not known to be a holiday */
    else
      g_assert_cmpfloat_with_epsilon (months->values[i], sums[i], 1e-9);
}

/* Where each day of the week is recorded, one that is not is missing. */
static void
test_days_of_each_week (void)
{
  g_autoptr (CapacitySeries) days = constant (CAPACITY_PERIOD_DAY, day (2026, 4, 1), 30, 10);
  g_autoptr (CapacitySeries) months = NULL;

  for (guint i = 10; i < 14; i++)
    days->values[i] = NAN;
  months = capacity_series_aggregate (days, CAPACITY_PERIOD_MONTH);
  g_assert_true (isnan (months->values[0]));
}

static void
test_weeks_to_months (void)
{
  int first = capacity_period_of_date (CAPACITY_PERIOD_WEEK, day (2024, 1, 1)).index;
  g_autoptr (CapacitySeries) weeks = constant (CAPACITY_PERIOD_WEEK, first, 52, 1);
  g_autoptr (CapacitySeries) months = capacity_series_aggregate (weeks, CAPACITY_PERIOD_MONTH);
  double sum = capacity_series_sum (months, months->first, months->n, NULL);

  g_assert_cmpuint (months->n, ==, 12);
  g_assert_cmpfloat (sum, ==, 52);
}

static void
test_longer_periods (void)
{
  g_autoptr (CapacitySeries) months = constant (CAPACITY_PERIOD_MONTH, capacity_month (2025, 1).index, 24, 3);
  g_autoptr (CapacitySeries) quarters = capacity_series_aggregate (months, CAPACITY_PERIOD_QUARTER);
  g_autoptr (CapacitySeries) years = capacity_series_aggregate (months, CAPACITY_PERIOD_YEAR);

  g_assert_cmpuint (quarters->n, ==, 8);
  g_assert_cmpfloat (quarters->values[7], ==, 9);
  g_assert_cmpuint (years->n, ==, 2);
  g_assert_cmpfloat (years->values[0], ==, 36);
  g_assert_null (capacity_series_aggregate (years, CAPACITY_PERIOD_MONTH));
}

static void
test_stock (void)
{
  g_autoptr (CapacitySeries) days = constant (CAPACITY_PERIOD_DAY, day (2026, 1, 1), 40, 5);
  g_autoptr (CapacitySeries) months = NULL;

  days->values[30] = 9;
  days->values[39] = NAN;
  months = capacity_series_last_of (days, CAPACITY_PERIOD_MONTH);
  g_assert_cmpfloat (months->values[0], ==, 9);
  g_assert_cmpfloat (months->values[1], ==, 5);
}

static void
test_digest (void)
{
  g_autoptr (CapacitySeries) a = constant (CAPACITY_PERIOD_MONTH, 5, 60, 7);
  g_autoptr (CapacitySeries) b = constant (CAPACITY_PERIOD_MONTH, 5, 60, 7);
  g_autoptr (CapacitySeries) later = constant (CAPACITY_PERIOD_MONTH, 6, 60, 7);

  g_assert_cmpuint (capacity_series_digest (a), ==, capacity_series_digest (b));
  g_assert_cmpuint (capacity_series_digest (a), !=, capacity_series_digest (later));
  b->values[59] = -0.0;
  a->values[59] = 0.0;
  g_assert_cmpuint (capacity_series_digest (a), ==, capacity_series_digest (b));
  b->values[59] = NAN;
  g_assert_cmpuint (capacity_series_digest (a), !=, capacity_series_digest (b));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/series/missing-is-not-zero", test_missing_is_not_zero);
  g_test_add_func ("/series/slice", test_slice);
  g_test_add_func ("/series/add", test_add);
  g_test_add_func ("/series/days-to-months", test_days_to_months);
  g_test_add_func ("/series/hours-to-days", test_hours_to_days);
  g_test_add_func ("/series/hours-to-months", test_hours_to_months);
  g_test_add_func ("/series/hours-at-ends", test_hours_at_ends);
  g_test_add_func ("/series/small-hole", test_small_hole);
  g_test_add_func ("/series/days-of-office", test_days_of_office);
  g_test_add_func ("/series/days-of-each-week", test_days_of_each_week);
  g_test_add_func ("/series/weeks-to-months", test_weeks_to_months);
  g_test_add_func ("/series/longer-periods", test_longer_periods);
  g_test_add_func ("/series/stock", test_stock);
  g_test_add_func ("/series/digest", test_digest);

  return g_test_run ();
}
