/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "r-values.h"

#include "capacity-airline.h"
#include "capacity-arma.h"
#include "capacity-damped.h"
#include "capacity-intermittent.h"
#include "capacity-statistics.h"
#include "capacity-structural.h"
#include "capacity-theta.h"
#include "capacity-trend.h"

#include <math.h>

/* The same methods in R give the same numbers; which calls they are stands beside them in r-values.h. */

#define HORIZON 12
#define RISE_MONTHS 60

/* R prints twelve digits. */
static void
assert_same (const double *values,
             const double *expected,
             guint         n,
             double        tolerance)
{
  for (guint i = 0; i < n; i++)
    g_assert_cmpfloat_with_epsilon (values[i], expected[i], tolerance);
}

static void
test_kendall (void)
{
  CapacityMannKendall test = capacity_mann_kendall (nile, G_N_ELEMENTS (nile));

  g_assert_cmpfloat (test.s, ==, nile_kendall[0]);
  g_assert_cmpfloat_with_epsilon (test.z, nile_kendall[1], 1e-10);
  g_assert_cmpfloat_with_epsilon (test.p_value, nile_kendall[2], 1e-15);
}

static void
test_theil_sen (void)
{
  double intercept, slope = capacity_theil_sen (nile, G_N_ELEMENTS (nile), &intercept);

  g_assert_cmpfloat_with_epsilon (slope, nile_theil_sen[0], 1e-12);
  g_assert_cmpfloat_with_epsilon (intercept, nile_theil_sen[1], 1e-9);
}

static void
test_season (void)
{
  double indices[CAPACITY_SEASON_LENGTH];

  g_assert_true (capacity_seasonal_indices (deaths, G_N_ELEMENTS (deaths), 12, FALSE, indices));
  assert_same (indices, deaths_additive, CAPACITY_SEASON_LENGTH, 1e-8);
  g_assert_true (capacity_seasonal_indices (deaths, G_N_ELEMENTS (deaths), 12, TRUE, indices));
  assert_same (indices, deaths_multiplicative, CAPACITY_SEASON_LENGTH, 1e-10);
}

static void
test_structural (void)
{
  static const struct { guint n; const double *expected; } cases[] = {
    { 13, deaths_structural_13 }, { 18, deaths_structural_18 }, { 26, deaths_structural_26 },
    { 35, deaths_structural_35 },
  };
  double logs[CAPACITY_STRUCTURAL_MAX], indices[CAPACITY_SEASON_LENGTH], error;

  for (guint t = 0; t < G_N_ELEMENTS (logs); t++)
    logs[t] = log (deaths[t]);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      error = capacity_structural_season (logs, cases[i].n, CAPACITY_SEASON_LENGTH, indices);
      assert_same (indices, cases[i].expected, CAPACITY_SEASON_LENGTH, 1e-9);
      g_assert_cmpfloat_with_epsilon (error, cases[i].expected[CAPACITY_SEASON_LENGTH], 1e-11);
    }
}

static void
test_quantiles (void)
{
  static const double shares[] = { 0.1, 0.25, 0.5, 0.8, 0.95 };

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    g_assert_cmpfloat_with_epsilon (capacity_quantile (nile, G_N_ELEMENTS (nile), shares[i]), nile_quantiles[i],
                                    1e-9);
}

static void
test_ses (void)
{
  double gain = capacity_level_gain (nile_gain[0]);

  g_assert_cmpfloat_with_epsilon (gain, nile_gain[1], 1e-8);
  g_assert_cmpfloat_with_epsilon (capacity_ses_level (nile, G_N_ELEMENTS (nile), gain, 0.0), nile_ses[0], 1e-5);
}

static void
test_damped (void)
{
  double forecast[HORIZON], rise[RISE_MONTHS], sum = 0.0;

  capacity_damped_forecast (nile, G_N_ELEMENTS (nile), HORIZON, forecast);
  assert_same (forecast, nile_damped, HORIZON, 1e-8);

  for (guint t = 0; t < RISE_MONTHS; t++)
    rise[t] = sum += deaths[t] - 1500.0;
  capacity_damped_forecast (rise, RISE_MONTHS, HORIZON, forecast);
  assert_same (forecast, rise_damped, HORIZON, 1e-6);
}

/* The search stops where a step gains less than a ten-thousandth; changes are 130 on average. */
static void
test_arima (void)
{
  double forecast[HORIZON], block[5 * G_N_ELEMENTS (nile) + 2 * HORIZON];
  CapacityScratch work = { .block = block, .size = G_N_ELEMENTS (block) };

  capacity_arma_forecast (nile, G_N_ELEMENTS (nile), 0.0, HORIZON, forecast, &work);
  assert_same (forecast, nile_arima, HORIZON, 2.0);
}

static void
test_airline (void)
{
  double forecast[2 * HORIZON], block[2 * G_N_ELEMENTS (passengers) + 4 * HORIZON];
  CapacityScratch work = { .block = block, .size = G_N_ELEMENTS (block) };

  capacity_airline_forecast (passengers, G_N_ELEMENTS (passengers), 12, 2 * HORIZON, forecast, &work);
  assert_same (forecast, passengers_airline, 2 * HORIZON, 0.01);
  g_assert_cmpuint (work.used, ==, 0);
}

/* R has the method without the correction of Syntetos and Boylan. */
static void
test_croston (void)
{
  g_assert_cmpfloat_with_epsilon (capacity_croston_rate (counts, G_N_ELEMENTS (counts), 0.1),
                                  (1.0 - 0.5 * 0.1) * counts_croston[0], 1e-10);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/r-values/kendall", test_kendall);
  g_test_add_func ("/r-values/theil-sen", test_theil_sen);
  g_test_add_func ("/r-values/season", test_season);
  g_test_add_func ("/r-values/structural", test_structural);
  g_test_add_func ("/r-values/quantiles", test_quantiles);
  g_test_add_func ("/r-values/ses", test_ses);
  g_test_add_func ("/r-values/damped", test_damped);
  g_test_add_func ("/r-values/arima", test_arima);
  g_test_add_func ("/r-values/airline", test_airline);
  g_test_add_func ("/r-values/croston", test_croston);

  return g_test_run ();
}
