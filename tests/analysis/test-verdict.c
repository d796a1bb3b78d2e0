/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-exhaustion.h"
#include "capacity-utilisation.h"

#include <math.h>

#define assert_near(value, expected, tolerance) g_assert_cmpfloat_with_epsilon (value, expected, tolerance)

static void
test_utilisation (void)
{
  assert_near (capacity_utilisation (820, 1000), 0.82, 1e-12);
  assert_near (capacity_headroom (820, 1000, 0.85), 30, 1e-9);
  g_assert_true (isinf (capacity_utilisation (5, 0)));
  g_assert_true (isnan (capacity_utilisation (0, 0)));
  g_assert_cmpfloat (capacity_utilisation (0, 5), ==, 0);
  g_assert_true (isnan (capacity_utilisation (NAN, 5)));
  g_assert_true (isnan (capacity_utilisation (-1, 5)));
  for (double k = 0.001; k < 1e6; k *= 10)
    assert_near (capacity_utilisation (820 * k, 1000 * k), 0.82, 1e-12);
}

static void
test_under_use (void)
{
  const double utilisations[] = { 0.9, 0.5, 0.5, 0.5, 0.5, 0.5, 0.54, 0.5, NAN };

  g_assert_true (capacity_is_under_use (utilisations, 8, 0.55));
  g_assert_true (capacity_is_under_use (utilisations, 7, 0.55));
  g_assert_false (capacity_is_under_use (utilisations, 6, 0.55));
  g_assert_false (capacity_is_under_use (utilisations, 8, 0.52));
  g_assert_false (capacity_is_under_use (utilisations, 9, 0.55));
  g_assert_false (capacity_is_under_use (utilisations + 1, 5, 0.55));
}

static void
test_verdict (void)
{
  const struct
  {
    double          utilisation;
    gboolean        is_idle, is_queue_long, is_late;
    CapacityVerdict verdict;
    CapacityReason  reason;
  } cases[] = {
    { NAN, FALSE, FALSE, FALSE, CAPACITY_VERDICT_UNKNOWN, CAPACITY_REASON_NO_CAPACITY },
    { 0.3, TRUE, FALSE, FALSE, CAPACITY_VERDICT_EXCESSIVE, CAPACITY_REASON_UNDER_USE },
    { 0.3, FALSE, FALSE, FALSE, CAPACITY_VERDICT_SUFFICIENT, CAPACITY_REASON_WITHIN_TARGET },
    { 0.85, FALSE, FALSE, FALSE, CAPACITY_VERDICT_SUFFICIENT, CAPACITY_REASON_WITHIN_TARGET },
    { 0.851, FALSE, FALSE, FALSE, CAPACITY_VERDICT_AT_RISK, CAPACITY_REASON_ABOVE_TARGET },
    { 1, FALSE, FALSE, FALSE, CAPACITY_VERDICT_AT_RISK, CAPACITY_REASON_ABOVE_TARGET },
    { 1.001, FALSE, FALSE, FALSE, CAPACITY_VERDICT_INSUFFICIENT, CAPACITY_REASON_ABOVE_CAPACITY },
    { INFINITY, FALSE, FALSE, FALSE, CAPACITY_VERDICT_INSUFFICIENT, CAPACITY_REASON_ABOVE_CAPACITY },
    { 0.5, TRUE, TRUE, FALSE, CAPACITY_VERDICT_INSUFFICIENT, CAPACITY_REASON_STOCK_TOO_LARGE },
    { 0.5, TRUE, FALSE, TRUE, CAPACITY_VERDICT_INSUFFICIENT, CAPACITY_REASON_LATE },
    { 0.9, FALSE, FALSE, TRUE, CAPACITY_VERDICT_INSUFFICIENT, CAPACITY_REASON_LATE },
    { 1.001, FALSE, FALSE, TRUE, CAPACITY_VERDICT_INSUFFICIENT, CAPACITY_REASON_ABOVE_CAPACITY },
    { NAN, FALSE, FALSE, TRUE, CAPACITY_VERDICT_UNKNOWN, CAPACITY_REASON_NO_CAPACITY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CapacityReason reason;

      g_assert_cmpint (capacity_verdict (cases[i].utilisation, 0.85, cases[i].is_idle, cases[i].is_queue_long,
                                         cases[i].is_late, &reason), ==,
                       cases[i].verdict);
      g_assert_cmpint (reason, ==, cases[i].reason);
    }
}

/* The worst leads, whatever the order; too much only where no mode needs the capacity. */
static void
test_overall (void)
{
  for (guint a = 0; a < CAPACITY_N_VERDICTS; a++)
    for (guint b = 0; b < CAPACITY_N_VERDICTS; b++)
      for (guint c = 0; c < CAPACITY_N_VERDICTS; c++)
        {
          const CapacityVerdict verdicts[] = { a, b, c };
          const CapacityVerdict turned[] = { c, a, b };
          CapacityVerdict overall = capacity_verdict_overall (verdicts, 3);

          g_assert_cmpint (overall, ==, capacity_verdict_overall (turned, 3));
          if (MAX (a, MAX (b, c)) != CAPACITY_VERDICT_EXCESSIVE)
            g_assert_cmpint (overall, ==, MAX (a, MAX (b, c)));
          else if (a == CAPACITY_VERDICT_SUFFICIENT || b == CAPACITY_VERDICT_SUFFICIENT
                   || c == CAPACITY_VERDICT_SUFFICIENT)
            g_assert_cmpint (overall, ==, CAPACITY_VERDICT_SUFFICIENT);
          else
            g_assert_cmpint (overall, ==, CAPACITY_VERDICT_EXCESSIVE);
        }
  g_assert_cmpint (capacity_verdict_overall (NULL, 0), ==, CAPACITY_VERDICT_UNKNOWN);
}

/* By hand: (0.85 · 1000 − 820) / 12 = 2.5 and ln (850 / 820) / ln 1.015 = 2.413. */
static void
test_growth (void)
{
  assert_near (capacity_exhaustion_linear (820, 12, 1000, 0.85), 2.5, 1e-12);
  assert_near (capacity_exhaustion_geometric (820, 0.015, 1000, 0.85), 2.413, 5e-4);
  g_assert_cmpfloat (capacity_exhaustion_linear (900, 12, 1000, 0.85), ==, 0);
  g_assert_cmpfloat (capacity_exhaustion_geometric (900, -0.1, 1000, 0.85), ==, 0);
  g_assert_true (isinf (capacity_exhaustion_linear (820, 0, 1000, 0.85)));
  g_assert_true (isinf (capacity_exhaustion_geometric (820, -0.01, 1000, 0.85)));
  g_assert_true (isinf (capacity_exhaustion_geometric (0, 0.01, 1000, 0.85)));
  g_assert_cmpfloat (capacity_exhaustion_linear (5, 1, 0, 0.85), ==, 0);
  g_assert_true (isnan (capacity_exhaustion_linear (NAN, 1, 100, 0.85)));
  g_assert_true (isnan (capacity_exhaustion_geometric (5, NAN, 100, 0.85)));

  /* More capacity never moves exhaustion earlier. */
  for (double capacity = 0; capacity < 3000; capacity += 50)
    {
      g_assert_cmpfloat (capacity_exhaustion_linear (820, 12, capacity + 50, 0.85), >=,
                         capacity_exhaustion_linear (820, 12, capacity, 0.85));
      g_assert_cmpfloat (capacity_exhaustion_geometric (820, 0.015, capacity + 50, 0.85), >=,
                         capacity_exhaustion_geometric (820, 0.015, capacity, 0.85));
    }
}

static void
test_crossing (void)
{
  const double demand[] = { 80, 84, 85, 86, 90 };
  const double capacity[] = { 100, NAN, 100, 100, 100 };

  g_assert_cmpint (capacity_first_crossing (demand, capacity, 5, 0.85), ==, 3);
  g_assert_cmpint (capacity_first_crossing (demand, capacity, 3, 0.85), ==, -1);
  g_assert_cmpint (capacity_first_crossing (demand, capacity, 5, 0.75), ==, 0);
  g_assert_cmpint (capacity_first_crossing (NULL, NULL, 0, 0.85), ==, -1);
}

/* An invented course that rises by 2 a month, with bounds 10 away. */
static CapacityExhaustion
exhaust (double capacity,
         int    from)
{
  double courses[3][24];
  double limits[24];
  CapacityForecast forecast = { .first = capacity_month (2026, 11).index, .horizon = 24, .median = courses[0],
                                .low80 = courses[1], .high80 = courses[2] };

  for (guint i = 0; i < 24; i++)
    {
      courses[0][i] = 100 + 2 * i;
      courses[1][i] = courses[0][i] - 10;
      courses[2][i] = courses[0][i] + 10;
      limits[i] = capacity;
    }

  return capacity_exhaustion_of_forecast (&forecast, limits, 0.8, from, 90);
}

/* A line is its own level, a season leaves none, and too short a course has its mean. */
static void
test_year_levels (void)
{
  double values[36], levels[36];

  for (guint n = 13; n <= G_N_ELEMENTS (values); n++)
    {
      for (guint i = 0; i < n; i++)
        values[i] = 100 + 3.0 * i;
      capacity_year_levels (values, n, levels);
      for (guint i = 0; n > 13 && i < n; i++)
        g_assert_cmpfloat_with_epsilon (levels[i], values[i], 1e-9);

      for (guint i = 0; i < n; i++)
        values[i] = 100 + (i % 12 == 4 ? 60 : 0);
      capacity_year_levels (values, n, levels);
      for (guint i = 0; i < n; i++)
        g_assert_cmpfloat_with_epsilon (levels[i], 105, 1e-9);
    }

  values[0] = 10;
  values[1] = 40;
  capacity_year_levels (values, 2, levels);
  g_assert_cmpfloat (levels[1], ==, 25);

  values[1] = NAN;
  capacity_year_levels (values, 2, levels);
  g_assert_true (isnan (levels[0]));
}

/* A lasting change stays in its month; months with fewer working days and an outage do not count. */
static void
test_limit_levels (void)
{
  static const double days[] = { 22, 20, 21, 20, 19, 20, 23, 21, 22, 22, 20, 21 };
  double limits[48], levels[48];

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    limits[i] = i < 24 ? 100 : 120;
  capacity_limit_levels (limits, G_N_ELEMENTS (limits), 0, G_N_ELEMENTS (limits), levels);
  g_assert_cmpmem (levels, sizeof levels, limits, sizeof limits);

  limits[10] = 0;
  capacity_limit_levels (limits, G_N_ELEMENTS (limits), 8, 5, levels);
  for (guint i = 0; i < 5; i++)
    g_assert_cmpfloat (levels[i], ==, 100);

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    limits[i] = days[i % 12] * (i < 24 ? 1 : 2);
  capacity_limit_levels (limits, G_N_ELEMENTS (limits), 0, G_N_ELEMENTS (limits), levels);
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    g_assert_cmpfloat_with_epsilon (levels[i] / (i < 24 ? 1 : 2), 21, 2.5);

  limits[30] = NAN;
  capacity_limit_levels (limits, G_N_ELEMENTS (limits), 29, 3, levels);
  g_assert_false (isnan (levels[0]));
  g_assert_true (isnan (levels[1]));
  g_assert_false (isnan (levels[2]));
}

static void
test_exhaustion (void)
{
  int november = capacity_month (2026, 11).index;
  CapacityExhaustion e = exhaust (150, november);

  g_assert_cmpint (e.state, ==, CAPACITY_EXHAUSTION_WITHIN);
  g_assert_cmpint (e.likely, ==, november + 11); /* 122 > 120 */
  g_assert_cmpint (e.earliest, ==, november + 6);
  g_assert_cmpint (e.latest, ==, november + 16);
  g_assert_cmpint (e.decide_by, ==, capacity_date_from_ymd (2027, 10, 1) - 90);
  g_assert_cmpint (e.horizon_end, ==, november + 23);

  e = exhaust (190, november); /* only the upper bound passes 152 */
  g_assert_cmpint (e.state, ==, CAPACITY_EXHAUSTION_WITHIN);
  g_assert_cmpint (e.likely, ==, 0);
  g_assert_cmpint (e.earliest, ==, november + 22);
  g_assert_cmpint (e.decide_by, ==, CAPACITY_DATE_NONE); /* what is merely possible has no deadline */

  e = exhaust (300, november);
  g_assert_cmpint (e.state, ==, CAPACITY_EXHAUSTION_NOT_WITHIN_HORIZON);
  g_assert_cmpint (e.decide_by, ==, CAPACITY_DATE_NONE);
  g_assert_cmpint (exhaust (120, november).state, ==, CAPACITY_EXHAUSTION_ALREADY);
  g_assert_true (exhaust (120, november).is_reserve);  /* more than 0.8 · 120, but it fits */
  g_assert_false (exhaust (90, november).is_reserve);
  g_assert_false (exhaust (0, november).is_reserve);
  g_assert_cmpint (exhaust (150, november + 15).state, ==, CAPACITY_EXHAUSTION_ALREADY);
  g_assert_cmpint (exhaust (NAN, november).state, ==, CAPACITY_EXHAUSTION_UNKNOWN);
  g_assert_cmpint (exhaust (150, november + 40).state, ==, CAPACITY_EXHAUSTION_UNKNOWN);
  g_assert_cmpint (exhaust (0, november).state, ==, CAPACITY_EXHAUSTION_ALREADY);
}

/* When a month of an answer comes; never is later than every month. */
static int
moment (const CapacityExhaustion *e,
        int                       month)
{
  g_assert_cmpint (e->state, !=, CAPACITY_EXHAUSTION_UNKNOWN);
  if (e->state == CAPACITY_EXHAUSTION_ALREADY)
    return 0;

  return e->state == CAPACITY_EXHAUSTION_WITHIN && month > 0 ? month : G_MAXINT;
}

/* More capacity never moves exhaustion earlier. */
static void
test_more_capacity (void)
{
  int november = capacity_month (2026, 11).index;
  CapacityExhaustion before = exhaust (0, november);

  for (double capacity = 1; capacity < 300; capacity += 1)
    {
      CapacityExhaustion e = exhaust (capacity, november);

      g_assert_cmpint (moment (&e, e.earliest), >=, moment (&before, before.earliest));
      g_assert_cmpint (moment (&e, e.likely), >=, moment (&before, before.likely));
      g_assert_cmpint (moment (&e, e.latest), >=, moment (&before, before.latest));
      before = e;
    }
  g_assert_cmpint (before.state, ==, CAPACITY_EXHAUSTION_NOT_WITHIN_HORIZON);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/verdict/utilisation", test_utilisation);
  g_test_add_func ("/verdict/under-use", test_under_use);
  g_test_add_func ("/verdict/verdict", test_verdict);
  g_test_add_func ("/verdict/overall", test_overall);
  g_test_add_func ("/verdict/growth", test_growth);
  g_test_add_func ("/verdict/crossing", test_crossing);
  g_test_add_func ("/verdict/year-levels", test_year_levels);
  g_test_add_func ("/verdict/limit-levels", test_limit_levels);
  g_test_add_func ("/verdict/exhaustion", test_exhaustion);
  g_test_add_func ("/verdict/more-capacity", test_more_capacity);

  return g_test_run ();
}
