/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "capacity-ticks.h"
#include "r-ticks.h"

static void
check_ticks (double      low,
             double      high,
             double      m,
             const char *expected)
{
  CapacityTicks ticks = capacity_ticks_extended (low, high, m);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < ticks.n; i++)
    g_string_append_printf (text, "%s%.*f", i > 0 ? " " : "", ticks.decimals, capacity_ticks_get (&ticks, i));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_published (void)
{
  /* The example of the package "labeling" for R, by the paper's first author. */
  check_ticks (8.1, 14.1, 4, "8 10 12 14");
  /* Of the tests of other implementations of the paper. */
  check_ticks (0, 100, 10, "0 10 20 30 40 50 60 70 80 90 100");
  check_ticks (0, 0.1, 5, "0.000 0.025 0.050 0.075 0.100");
  check_ticks (0, 0.01, 5, "0.0000 0.0025 0.0050 0.0075 0.0100");
  /* ggplot2 labels 0…100 so, which asks this algorithm for five. */
  check_ticks (0, 100, 5, "0 25 50 75 100");
}

static const double nice[] = { 1, 5, 2, 2.5, 4, 3 };

static double
score_of (double low,
          double high,
          double m,
          guint  i,
          int    j,
          int    k,
          double step,
          double first)
{
  double last = first + step * (k - 1);
  double rest = fabs (first - round (first / step) * step);
  double v = rest < 1e-9 * step && first <= 1e-9 * step && last >= -1e-9 * step ? 1 : 0;
  double range = 0.1 * (high - low);
  double r = (k - 1) / (last - first);
  double wanted = (m - 1) / (MAX (last, high) - MIN (first, low));

  return 0.25 * (1 - i / 5.0 - j + v)
    + 0.2 * (1 - 0.5 * (pow (high - last, 2) + pow (low - first, 2)) / (range * range))
    + 0.5 * (2 - MAX (r / wanted, wanted / r)) + 0.05;
}

/* The best score among all candidates of some size, without any of the bounds that shorten the search. */
static double
best_score (double low,
            double high,
            double m)
{
  double best = -INFINITY;

  for (int j = 1; j <= 4; j++)
    for (guint i = 0; i < 6; i++)
      for (int k = 2; k <= 20; k++)
        for (int z = -4; z <= 5; z++)
          {
            double step = j * nice[i] * pow (10, z);

            if (step * k < (high - low) / 4 || step * k > (high - low) * 8)
              continue;
            for (double start = floor (low / step - k) * j; start * (step / j) <= high; start++)
              best = MAX (best, score_of (low, high, m, i, j, k, step, start * (step / j)));
          }
  return best;
}

static double
chosen_score (double low,
              double high,
              double m)
{
  CapacityTicks ticks = capacity_ticks_extended (low, high, m);
  double best = -INFINITY;

  for (int j = 1; j <= 4; j++)
    for (guint i = 0; i < 6; i++)
      {
        double digits = log10 (ticks.step / j / nice[i]);
        double start = ticks.first / (ticks.step / j);

        if (fabs (digits - round (digits)) < 1e-9 && fabs (start - round (start)) < 1e-9)
          best = MAX (best, score_of (low, high, m, i, j, (int) ticks.n, ticks.step, ticks.first));
      }
  return best;
}

static void
test_optimal (void)
{
  static const double ranges[][3] = {
    { 8.1, 14.1, 4 }, { 0, 1742, 6 }, { 0, 7, 4 }, { 3, 11, 5 }, { -31, 27, 4 }, { 0, 999, 3 }, { 119, 178,
                                                                                                  3 },
    { 0, 0.83, 5 }, { -55.98, 17.96, 3 }, { 2.03, 8.91, 7 }, { 0, 36400, 6 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    g_assert_cmpfloat_with_epsilon (chosen_score (ranges[i][0], ranges[i][1], ranges[i][2]),
                                    best_score (ranges[i][0], ranges[i][1], ranges[i][2]), 1e-9);
}

/* As labeling::extended has them. */
static void
test_r (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (r_ticks); i++)
    {
      CapacityTicks ticks = capacity_ticks_extended (r_ticks[i].low, r_ticks[i].high, r_ticks[i].m);
      double slack = 1e-9 * r_ticks[i].step;

      g_test_message ("%g to %g, %g: first %g, step %g, n %u", r_ticks[i].low, r_ticks[i].high, r_ticks[i].m, ticks.first,
                      ticks.step, ticks.n);
      g_assert_cmpfloat_with_epsilon (ticks.first, r_ticks[i].first, slack);
      g_assert_cmpfloat_with_epsilon (ticks.step, r_ticks[i].step, slack);
      g_assert_cmpuint (ticks.n, ==, r_ticks[i].n);
    }
}

static void
test_scaled (void)
{
  for (int z = -6; z <= 9; z++)
    {
      CapacityTicks ticks = capacity_ticks_extended (0, 1.742 * pow (10, z), 6);

      g_assert_cmpuint (ticks.n, ==, 5);
      g_assert_cmpfloat_with_epsilon (ticks.step / pow (10, z), 0.4, 1e-9);
    }
}

static void
test_edges (void)
{
  g_assert_cmpuint (capacity_ticks_extended (5, 5, 4).n, ==, 1);
  g_assert_cmpuint (capacity_ticks_extended (0, INFINITY, 4).n, ==, 1);
  g_assert_cmpuint (capacity_ticks_extended (NAN, 1, 4).n, ==, 1);
  g_assert_cmpuint (capacity_ticks_extended (-G_MAXDOUBLE, G_MAXDOUBLE, 4).n, ==, 1);
  g_assert_cmpuint (capacity_ticks_extended (1e15, 1e15 + 1, 4).n, ==, 1);
  g_assert_cmpuint (capacity_ticks_extended (0, 1e300, 4).n, >=, 2);
  g_assert_cmpuint (capacity_ticks_extended (0, 1e-300, 4).n, >=, 2);
  g_assert_cmpuint (capacity_ticks_extended (0, 10, 0).n, >=, 2);
}

static void
test_calendar (void)
{
  int november = capacity_month (2026, 11).index;
  guint n;
  const CapacityPeriodTicks *ways;

  for (int kind = 0; kind < CAPACITY_N_PERIOD_KINDS; kind++)
    {
      ways = capacity_period_ticks (kind, &n);
      g_assert_cmpint (ways[0].unit, ==, kind);
      g_assert_cmpint (ways[0].step, ==, 1);
      g_assert_cmpint (ways[n - 1].step, ==, 500);
    }
  g_assert_cmpfloat_with_epsilon (
    capacity_column_of_date (CAPACITY_PERIOD_MONTH, november,
                             capacity_date_from_ymd (2026, 11, 23)), 22.0 / 30, 1e-12);
  g_assert_cmpfloat_with_epsilon (
    capacity_column_of_date (CAPACITY_PERIOD_MONTH, november,
                             capacity_date_from_ymd (2025, 11, 1)), -12, 1e-12);
  g_assert_cmpfloat_with_epsilon (
    capacity_column_of_date (CAPACITY_PERIOD_YEAR, 2026,
                             capacity_date_from_ymd (2026, 7, 2)), 182.0 / 365, 1e-12);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ticks/published", test_published);
  g_test_add_func ("/ticks/optimal", test_optimal);
  g_test_add_func ("/ticks/r", test_r);
  g_test_add_func ("/ticks/scaled", test_scaled);
  g_test_add_func ("/ticks/edges", test_edges);
  g_test_add_func ("/ticks/calendar", test_calendar);
  return g_test_run ();
}
