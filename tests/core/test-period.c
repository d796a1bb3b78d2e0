/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-period.h"

/* Every day of the calendar, against GLib's. */
static void
test_dates_agree (void)
{
  CapacityDate first = capacity_date_from_ymd (CAPACITY_YEAR_MIN, 1, 1);
  CapacityDate last = capacity_date_from_ymd (CAPACITY_YEAR_MAX, 12, 31);

  for (CapacityDate date = first; date <= last; date++)
    {
      int year, month, day;
      GDate other;

      capacity_date_to_ymd (date, &year, &month, &day);
      g_assert_cmpint (capacity_date_from_ymd (year, month, day), ==, date);
      g_date_clear (&other, 1);
      g_date_set_julian (&other, (guint32) date);
      g_assert_cmpint (year, ==, g_date_get_year (&other));
      g_assert_cmpint (month, ==, (int) g_date_get_month (&other));
      g_assert_cmpint (day, ==, g_date_get_day (&other));
      g_assert_cmpint (capacity_date_weekday (date), ==, (int) g_date_get_weekday (&other));
    }
}

static void
test_valid (void)
{
  g_assert_true (capacity_date_is_valid (2024, 2, 29));
  g_assert_false (capacity_date_is_valid (2023, 2, 29));
  g_assert_false (capacity_date_is_valid (1900, 2, 29));
  g_assert_true (capacity_date_is_valid (2000, 2, 29));
  g_assert_false (capacity_date_is_valid (2024, 13, 1));
  g_assert_false (capacity_date_is_valid (2024, 0, 1));
  g_assert_false (capacity_date_is_valid (2024, 4, 31));
  g_assert_false (capacity_date_is_valid (1799, 12, 31));
}

static void
test_unix (void)
{
  g_assert_cmpint (capacity_date_from_unix (0), ==, capacity_date_from_ymd (1970, 1, 1));
  g_assert_cmpint (capacity_date_from_unix (86399), ==, capacity_date_from_ymd (1970, 1, 1));
  g_assert_cmpint (capacity_date_midnight (capacity_date_from_ymd (2026, 11, 27)), ==, 1795737600); /* here is UTC */
  g_assert_cmpint (capacity_date_from_unix (-1), ==, capacity_date_from_ymd (1969, 12, 31));
}

static void
test_text (void)
{
  static const char *const texts[] = { "2026", "2026-Q4", "2026-11", "2026-W48", "2026-11-23", "2020-W53", "1800-01",
                                       "2026-11-23T00", "2026-11-23T23", "1800-01-01T00", "2999-12-31T23" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *again = NULL;
      CapacityPeriod period;

      g_assert_true (capacity_period_parse (texts[i], &period));
      again = capacity_period_to_string (period);
      g_assert_cmpstr (again, ==, texts[i]);
    }
}

static void
test_wrong_text (void)
{
  static const char *const texts[] = { "", "26", "2026-", "2026-13", "2026-00", "2026-Q5", "2026-Q", "2026-W54", "2026-W00",
                                       "2026-11-31", "2026-11-3", "2026-11-23x", "1799", "3000", "20261123", "2021-W53", "2026-11-23T24",
                                       "2026-11-23T9", "2026-11-23T", "2026-11-23 09", "2026-11T09", "2026-11-31T09",
                                       "2026-11-23T09:00", "1799-12-31T23" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      CapacityPeriod period;

      g_assert_false (capacity_period_parse (texts[i], &period));
    }
}

/* Week 1 of 2026 begins on 29 December 2025; 2020 has 53 weeks (ISO 8601). */
static void
test_weeks (void)
{
  CapacityPeriod week = capacity_period_of_date (CAPACITY_PERIOD_WEEK, capacity_date_from_ymd (2025, 12, 29));
  g_autofree char *text = capacity_period_to_string (week);

  g_assert_cmpstr (text, ==, "2026-W01");
  g_assert_cmpint (capacity_period_year (week), ==, 2026);
  g_assert_cmpint (capacity_period_n_days (week), ==, 7);
  g_assert_cmpint (capacity_date_weekday (capacity_period_first_day (week)), ==, 1);
  g_assert_cmpint (capacity_period_convert (week, CAPACITY_PERIOD_MONTH).index, ==, capacity_month (2026, 1).index);
}

static void
test_lengths (void)
{
  g_assert_cmpint (capacity_period_n_days (capacity_month (2024, 2)), ==, 29);
  g_assert_cmpint (capacity_period_n_days ((CapacityPeriod){ CAPACITY_PERIOD_QUARTER, 2023 * 4 }), ==, 90);
  g_assert_cmpint (capacity_period_n_days ((CapacityPeriod){ CAPACITY_PERIOD_YEAR, 2024 }), ==, 366);
}

static void
assert_next (const char *text,
             const char *next)
{
  g_autofree char *found = NULL;
  CapacityPeriod period;

  g_assert_true (capacity_period_parse (text, &period));
  found = capacity_period_to_string (capacity_period_add (period, 1));
  g_assert_cmpstr (found, ==, next);
}

static void
test_hours (void)
{
  CapacityDate day = capacity_date_from_ymd (2026, 3, 2);
  CapacityPeriod nine = capacity_hour (day, 9);

  g_assert_cmpint (nine.index, ==, day * 24 + 9);
  g_assert_cmpint (capacity_period_of_date (CAPACITY_PERIOD_HOUR, day).index, ==, day * 24);
  g_assert_cmpint (capacity_period_convert ((CapacityPeriod){ CAPACITY_PERIOD_DAY, day }, CAPACITY_PERIOD_HOUR).index, ==,
                   day * 24);
  g_assert_cmpint (capacity_period_convert (nine, CAPACITY_PERIOD_MONTH).index, ==, capacity_month (2026, 3).index);
  g_assert_cmpint (capacity_period_year (nine), ==, 2026);
  for (int hour = 0; hour < CAPACITY_DAY_HOURS; hour++)
    {
      g_assert_cmpint (capacity_period_hour (capacity_hour (day, hour)), ==, hour);
      g_assert_cmpint (capacity_period_first_day (capacity_hour (day, hour)), ==, day);
      g_assert_cmpint (capacity_period_last_day (capacity_hour (day, hour)), ==, day);
      g_assert_cmpint (capacity_period_convert (capacity_hour (day, hour), CAPACITY_PERIOD_DAY).index, ==, day);
    }
  g_assert_cmpint (capacity_period_n_days (nine), ==, 1);
  assert_next ("2026-03-02T08", "2026-03-02T09");
  assert_next ("2026-03-02T23", "2026-03-03T00");
  assert_next ("2026-12-31T23", "2027-01-01T00");
  assert_next ("2024-02-28T23", "2024-02-29T00");
}

/* The order by length, which the stored numbers do not tell. */
static void
test_ranks (void)
{
  CapacityDate day = capacity_date_from_ymd (2026, 3, 2);

  for (int rank = 0; rank < CAPACITY_N_PERIOD_KINDS; rank++)
    {
      CapacityPeriodKind kind = capacity_period_kind_of_rank (rank);

      g_assert_cmpint (capacity_period_kind_rank (kind), ==, rank);
      if (rank >= 2)
        g_assert_cmpint (capacity_period_n_days (capacity_period_of_date (kind, day)), >,
                         capacity_period_n_days (capacity_period_of_date (capacity_period_kind_of_rank (rank - 1), day)));
    }
  g_assert_cmpint (capacity_period_kind_of_rank (0), ==, CAPACITY_PERIOD_HOUR);
}

static void
test_nicks (void)
{
  for (int kind = 0; kind < CAPACITY_N_PERIOD_KINDS; kind++)
    {
      CapacityPeriodKind again;

      g_assert_true (capacity_period_kind_from_nick (capacity_period_kind_to_nick ((CapacityPeriodKind) kind), &again));
      g_assert_cmpint ((int) again, ==, kind);
    }
}

/* Every period from a day up is followed at once by the next, and holds its own first and last day. */
static void
test_no_holes (void)
{
  for (int kind = CAPACITY_PERIOD_DAY; kind <= CAPACITY_PERIOD_YEAR; kind++)
    {
      CapacityPeriod period = capacity_period_of_date ((CapacityPeriodKind) kind, capacity_date_from_ymd (2019, 12, 25));

      for (int i = 0; i < 400; i++)
        {
          CapacityPeriod next = capacity_period_add (period, 1);
          CapacityDate last = capacity_period_last_day (period);

          g_assert_cmpint (capacity_period_first_day (next), ==, last + 1);
          g_assert_cmpint (capacity_period_of_date (period.kind, last).index, ==, period.index);
          g_assert_cmpint (capacity_period_of_date (period.kind, last + 1).index, ==, next.index);
          period = next;
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/period/dates-agree", test_dates_agree);
  g_test_add_func ("/period/valid", test_valid);
  g_test_add_func ("/period/unix", test_unix);
  g_test_add_func ("/period/text", test_text);
  g_test_add_func ("/period/wrong-text", test_wrong_text);
  g_test_add_func ("/period/weeks", test_weeks);
  g_test_add_func ("/period/lengths", test_lengths);
  g_test_add_func ("/period/hours", test_hours);
  g_test_add_func ("/period/ranks", test_ranks);
  g_test_add_func ("/period/nicks", test_nicks);
  g_test_add_func ("/period/no-holes", test_no_holes);

  return g_test_run ();
}
