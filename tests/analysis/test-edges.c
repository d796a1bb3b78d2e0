/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-cost.h"
#include "capacity-erlang.h"
#include "capacity-exhaustion.h"
#include "capacity-pooling.h"
#include "capacity-queue.h"
#include "capacity-statistics.h"
#include "capacity-trend.h"
#include "capacity-utilisation.h"
#include "capacity-workload.h"

#include <math.h>

/* What no formula was made for: each of them is given what is unknown, nothing, endless and below nothing, in every
 * place. What is unknown stays unknown; nothing stops the program. */

static const double odd[] = { NAN, 0, INFINITY, -INFINITY, -1, 1e308, 5e-324 };

#define ARGUMENTS_MAX 5

typedef double (*Formula) (const double *a);

#define FORMULA(name, ...) static double name##_of (const double *a) { return capacity_##name (__VA_ARGS__); }

FORMULA (utilisation, a[0], a[1])
FORMULA (headroom, a[0], a[1], a[2])
FORMULA (requirement, a[0], a[1])
FORMULA (gap, a[0], a[1], a[2])
FORMULA (gap_in_posts, a[0], a[1], a[2])
FORMULA (exhaustion_linear, a[0], a[1], a[2], a[3])
FORMULA (exhaustion_geometric, a[0], a[1], a[2], a[3])
FORMULA (stock_next, a[0], a[1], a[2], a[3])
FORMULA (stock_growth, a[0], a[1], a[2])
FORMULA (clearance, a[0], a[1])
FORMULA (clearance_to, a[0], a[1], a[2], a[3])
FORMULA (little_wait, a[0], a[1])
FORMULA (load, a[0], a[1])
FORMULA (target_mean_wait, a[0], a[1])
FORMULA (target_stock, a[0], a[1], a[2])
FORMULA (relief, a[0], a[1], a[2], a[3])
FORMULA (lasting, a[0], a[1], a[2], a[3], a[4])
FORMULA (pressure, a[0], a[1])
FORMULA (recurring_gap, a[0], a[1])
FORMULA (one_off_backlog, a[0], a[1])
FORMULA (service_level, a[0], a[1], 3, a[2])
FORMULA (allen_cunneen, a[0], a[1], a[2])
FORMULA (annualised_cost, a[0], a[1], a[2], a[3])
FORMULA (cost_per_added, a[0], a[1])
FORMULA (payback, a[0], a[1])
FORMULA (pooled_deviation, a[0], a[1], a[2])
FORMULA (common_correlation, a[0], a[1], a[2])
FORMULA (excess_probability, a[0], a[1], a[2])

static const struct
{
  const char *name;
  Formula     formula;
  guint       n;
} formulas[] = {
  { "utilisation", utilisation_of, 2 },
  { "headroom", headroom_of, 3 },
  { "requirement", requirement_of, 2 },
  { "gap", gap_of, 3 },
  { "gap in posts", gap_in_posts_of, 3 },
  { "exhaustion, linear", exhaustion_linear_of, 4 },
  { "exhaustion, geometric", exhaustion_geometric_of, 4 },
  { "next stock", stock_next_of, 4 },
  { "growth", stock_growth_of, 3 },
  { "clearance", clearance_of, 2 },
  { "clearance to a target", clearance_to_of, 4 },
  { "Little", little_wait_of, 2 },
  { "load", load_of, 2 },
  { "target of the wait", target_mean_wait_of, 2 },
  { "target of the stock", target_stock_of, 3 },
  { "relief", relief_of, 4 },
  { "lasting", lasting_of, 5 },
  { "pressure", pressure_of, 2 },
  { "recurring gap", recurring_gap_of, 2 },
  { "backlog", one_off_backlog_of, 2 },
  { "service level", service_level_of, 3 },
  { "Allen-Cunneen", allen_cunneen_of, 3 },
  { "annualised cost", annualised_cost_of, 4 },
  { "cost of what is added", cost_per_added_of, 2 },
  { "payback", payback_of, 2 },
  { "pooled deviation", pooled_deviation_of, 3 },
  { "common correlation", common_correlation_of, 3 },
  { "probability", excess_probability_of, 3 },
};

/* What is unknown in any place makes the figure unknown: no formula guesses. */
static void
test_unknown (void)
{
  for (guint f = 0; f < G_N_ELEMENTS (formulas); f++)
    for (guint place = 0; place < formulas[f].n; place++)
      {
        double arguments[ARGUMENTS_MAX] = { 0.5, 0.5, 0.5, 0.5, 0.5 };

        arguments[place] = NAN;
        g_test_message ("%s, argument %u", formulas[f].name, place + 1);
        g_assert_true (isnan (formulas[f].formula (arguments)));
      }
}

/* Every pair of places with every pair of odd values. */
static void
test_odd (void)
{
  for (guint f = 0; f < G_N_ELEMENTS (formulas); f++)
    for (guint i = 0; i < formulas[f].n; i++)
      for (guint j = 0; j < formulas[f].n; j++)
        for (guint k = 0; k < G_N_ELEMENTS (odd) * G_N_ELEMENTS (odd); k++)
          {
            double arguments[ARGUMENTS_MAX] = { 0.5, 0.5, 0.5, 0.5, 0.5 };

            arguments[i] = odd[k / G_N_ELEMENTS (odd)];
            arguments[j] = odd[k % G_N_ELEMENTS (odd)];
            formulas[f].formula (arguments);
          }
  for (guint k = 0; k < G_N_ELEMENTS (odd) * G_N_ELEMENTS (odd); k++)
    {
      double a = odd[k / G_N_ELEMENTS (odd)], b = odd[k % G_N_ELEMENTS (odd)];
      CapacityLine line = capacity_erlang_c (a, b, 2);

      g_assert_true (line.state == CAPACITY_LINE_UNKNOWN || (line.offered >= 0 && !isnan (line.growth)));
      capacity_places_needed (a, b, 1, 0.8, 0.85);
      capacity_places_to_roster (&a, 1, b);
    }
}

/* Series that say nothing: none, one value, all the same, all missing, endless. */
static void
test_series (void)
{
  enum { N = 36 };
  const double values[] = { NAN, 0, 7, INFINITY };
  double series[N], adjusted[N], indices[CAPACITY_SEASON_LENGTH];
  guint signals[N];
  gboolean is_outlier[N];

  for (guint v = 0; v < G_N_ELEMENTS (values); v++)
    for (guint n = 0; n <= N; n += n < 2 ? 1 : 17)
      {
        CapacityXmr limits;

        for (guint i = 0; i < N; i++)
          series[i] = values[v];
        g_assert_cmpfloat (capacity_mann_kendall (series, n).s, ==, 0);
        g_assert_true (!(capacity_mann_kendall (series, n).p_value < 1));
        g_assert_true (!(fabs (capacity_theil_sen (series, n, NULL)) > 0));
        capacity_seasonal_indices (series, n, 12, TRUE, indices);
        capacity_seasonal_adjust (series, n, 12, adjusted);
        g_assert_false (capacity_trend (adjusted, n, 12).is_certain);
        g_assert_cmpuint (capacity_mark_outliers (series, n, 12, is_outlier), ==, 0);
        limits = capacity_xmr_limits (series, n);
        capacity_xmr_signals (series, n, limits, signals);
        for (guint i = 0; i < n; i++)
          g_assert_cmpuint (signals[i], ==, CAPACITY_XMR_NOISE);
        g_assert_cmpint (capacity_first_crossing (series, series, n, 1), <, 0);
        g_assert_true (n == 0 || isnan (values[v]) || capacity_median (series, n) == values[v]);
        g_assert_false (capacity_is_under_use (series, n, 0));
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edges/unknown", test_unknown);
  g_test_add_func ("/edges/odd", test_odd);
  g_test_add_func ("/edges/series", test_series);

  return g_test_run ();
}
