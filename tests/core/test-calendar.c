/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-calendar.h"

#include <stdlib.h>

static CapacityDate
date (const char *text)
{
  return capacity_date_parse (text);
}

static void
test_holidays (void)
{
  static const char *const holidays[] = {
    "2026-01-01", "2026-04-03", "2026-04-05", "2026-04-06", "2026-05-01", "2026-05-04", "2026-05-10", "2026-05-24",
    "2026-06-23", "2026-06-24", "2026-11-18", "2026-12-24", "2026-12-25", "2026-12-26", "2026-12-31",
    "2018-09-24", "2023-05-29", "2023-07-10", /* one-offs */
    "2025-05-05", "2023-11-20",               /* substitutes of 4 May and 18 November on a weekend */
  };
  static const char *const others[] = { "2026-01-02", "2026-05-05", "2026-06-22", "2026-11-17", "2022-01-03", "2006-11-20" };

  for (guint i = 0; i < G_N_ELEMENTS (holidays); i++)
    g_assert_nonnull (capacity_calendar_holiday (date (holidays[i])));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_null (capacity_calendar_holiday (date (others[i])));
}

/* Dates of Easter from Meeus, "Astronomical Algorithms", chapter 8, and the bounds 22 March and 25 April. */
static void
test_easter (void)
{
  static const char *const sundays[] = { "1818-03-22", "1943-04-25", "1954-04-18", "1991-03-31", "1992-04-19", "1993-04-11",
                                         "2000-04-23", "2285-03-22", "2038-04-25" };

  for (guint i = 0; i < G_N_ELEMENTS (sundays); i++)
    g_assert_cmpstr (capacity_calendar_holiday (date (sundays[i])), ==, "Easter Sunday");
}

static void
test_moved_days (void)
{
  const CapacityMovedDay moved[] = { { date ("2026-01-02"), date ("2026-01-17") } };
  g_autoptr (CapacityCalendar) plain = capacity_calendar_new (NULL, 0, NULL, 0);
  g_autoptr (CapacityCalendar) calendar = capacity_calendar_new (moved, 1, NULL, 0);
  guint n_moved = 0;

  g_assert_cmpint (capacity_calendar_get_moved (calendar, &n_moved)->worked, ==, moved->worked);
  g_assert_cmpuint (n_moved, ==, 1);

  g_assert_true (capacity_calendar_is_working_day (plain, date ("2026-01-02")));
  g_assert_false (capacity_calendar_is_working_day (plain, date ("2026-01-17")));
  g_assert_false (capacity_calendar_is_working_day (calendar, date ("2026-01-02")));
  g_assert_true (capacity_calendar_is_working_day (calendar, date ("2026-01-17")));
  g_assert_cmpint (capacity_calendar_working_days (calendar, capacity_month (2026, 1)), ==,
                   capacity_calendar_working_days (plain, capacity_month (2026, 1)));
}

/* tests/data/working-days-latvia.csv: working days of every month 2008–2035, computed elsewhere from the same law. */
static void
test_working_days (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "working-days-latvia.csv", NULL);
  g_autoptr (CapacityCalendar) calendar = capacity_calendar_new (NULL, 0, NULL, 0);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ";", 2);
      CapacityPeriod month;

      g_assert_true (capacity_period_parse (cells[0], &month));
      g_assert_cmpint (capacity_calendar_working_days (calendar, month), ==, atoi (cells[1]));
      n++;
    }
  g_assert_cmpuint (n, ==, 28 * 12);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar/holidays", test_holidays);
  g_test_add_func ("/calendar/easter", test_easter);
  g_test_add_func ("/calendar/moved-days", test_moved_days);
  g_test_add_func ("/calendar/working-days", test_working_days);

  return g_test_run ();
}
