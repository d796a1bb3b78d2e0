/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-trend.h"

#include "capacity-statistics.h"

#include <math.h>

#define assert_near(value, expected, tolerance) g_assert_cmpfloat_with_epsilon (value, expected, tolerance)

/* Box & Jenkins (1976), series G: monthly airline passengers in thousands, 1949 to 1960, in R as
 * `AirPassengers`. */
static const double passengers[] = {
  112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118, 115, 126, 141, 135, 125, 149, 170, 170, 158,
  133, 114, 140,
  145, 150, 178, 163, 172, 178, 199, 199, 184, 162, 146, 166, 171, 180, 193, 181, 183, 218, 230, 242, 209,
  191, 172, 194,
  196, 196, 236, 235, 229, 243, 264, 272, 237, 211, 180, 201, 204, 188, 235, 227, 234, 264, 302, 293, 259,
  229, 203, 229,
  242, 233, 267, 269, 270, 315, 364, 347, 312, 274, 237, 278, 284, 277, 317, 313, 318, 374, 413, 405, 355,
  306, 271, 306,
  315, 301, 356, 348, 355, 422, 465, 467, 404, 347, 305, 336, 340, 318, 362, 348, 363, 435, 491, 505, 404,
  359, 310, 337,
  360, 342, 406, 396, 420, 472, 548, 559, 463, 407, 362, 405, 417, 391, 419, 461, 472, 535, 622, 606, 508,
  461, 390, 432,
};

/* Worked by hand by J. Little, College of the Holy Cross ("A Mann-Kendall Example"): S = 54, one pair of
 * ties. */
static void
test_mann_kendall (void)
{
  const double values[] = { 12.9, 14.8, 13.2, 15.7, 13.8, 15.6, 12.9, 11.0, 17.3, 15.9, 19.0, 18.3, 20.1,
                            21.7 };
  CapacityMannKendall test = capacity_mann_kendall (values, G_N_ELEMENTS (values));

  g_assert_cmpfloat (test.s, ==, 54);
  assert_near (test.variance, 14 * 13 * 33 / 18.0 - 1, 1e-9);
  assert_near (test.z, 2.9058, 5e-5);
  assert_near (test.p_value, 2 * 0.0018, 1e-4); /* the text gives one tail */
}

static void
test_mann_kendall_edges (void)
{
  const double level[] = { 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5 };
  const double gaps[] = { NAN, 1, NAN, 2, 3, NAN };
  const double falling[] = { 9, 8, 7, 6, 5, 4, 3, 2, 1, 0 };
  CapacityMannKendall test = capacity_mann_kendall (level, 12);

  g_assert_cmpfloat (test.variance, ==, 0);
  g_assert_cmpfloat (test.p_value, ==, 1);
  test = capacity_mann_kendall (gaps, 6);
  g_assert_cmpuint (test.n, ==, 3);
  g_assert_cmpfloat (test.s, ==, 3);
  g_assert_true (isnan (capacity_mann_kendall (gaps, 2).p_value));
  g_assert_true (isnan (capacity_mann_kendall (NULL, 0).p_value));
  test = capacity_mann_kendall (falling, 10);
  g_assert_cmpfloat (test.s, ==, -45);
  assert_near (test.z, -44 / sqrt (125), 1e-12);
}

static void
test_theil_sen (void)
{
  const double values[] = { 1, 2, 4, 8 }; /* slopes 1, 3/2, 2, 7/3, 3, 4 */
  const double line[] = { 3, 5, 7, NAN, 11, 1000 };
  double scaled[144];
  double intercept;

  assert_near (capacity_theil_sen (values, 4, NULL), (2 + 7.0 / 3) / 2, 1e-12);
  assert_near (capacity_theil_sen (line, 5, &intercept), 2, 1e-12);
  assert_near (intercept, 3, 1e-12);
  g_assert_true (isnan (capacity_theil_sen (line, 1, &intercept)));
  g_assert_true (isnan (intercept));
  g_assert_true (isnan (capacity_theil_sen (NULL, 0, NULL)));

  /* Shifting leaves the slope, scaling scales it. */
  for (guint i = 0; i < 144; i++)
    scaled[i] = 7 * passengers[i] + 100;
  assert_near (capacity_theil_sen (scaled, 144, NULL), 7 * capacity_theil_sen (passengers, 144, NULL), 1e-9);
}

/* R: decompose (AirPassengers, "multiplicative")$figure */
static void
test_season (void)
{
  const double figure[] = {
    0.9102304, 0.8836253, 1.0073663, 0.9759060, 0.9813780, 1.1127758, 1.2265555, 1.2199110, 1.0604919,
    0.9217572, 0.8011781,
    0.8988244,
  };
  double indices[12];
  double adjusted[144];

  g_assert_true (capacity_seasonal_indices (passengers, 144, 12, TRUE, indices));
  for (guint i = 0; i < 12; i++)
    assert_near (indices[i], figure[i], 5e-8);
  capacity_seasonal_adjust (passengers, 144, 12, adjusted);
  assert_near (adjusted[0], 112 / figure[0], 1e-4);
  g_assert_false (capacity_seasonal_indices (passengers, 23, 12, TRUE, indices));
  g_assert_true (capacity_seasonal_indices (passengers, 24, 12, TRUE, indices));
  g_assert_true (capacity_seasonal_indices (passengers, 24, 12, FALSE, indices));
  assert_near (capacity_mean (indices, 12), 0, 1e-9);
}

/* With too little history, or nothing but zeros, values stay as they are. */
static void
test_season_edges (void)
{
  double values[36] = { 0 };
  double adjusted[36];

  capacity_seasonal_adjust (values, 36, 12, adjusted);
  g_assert_cmpmem (values, sizeof values, adjusted, sizeof adjusted);
  capacity_seasonal_adjust (passengers, 20, 12, adjusted);
  g_assert_cmpmem (passengers, 20 * sizeof (double), adjusted, 20 * sizeof (double));
  for (guint i = 0; i < 36; i++)
    values[i] = NAN;
  capacity_seasonal_adjust (values, 36, 12, adjusted);
  g_assert_true (isnan (adjusted[0]));
  capacity_seasonal_adjust (NULL, 0, 12, adjusted);
}

static void
test_trend (void)
{
  double adjusted[144];
  double noise[36];
  CapacityTrend trend;

  capacity_seasonal_adjust (passengers, 144, 12, adjusted);
  trend = capacity_trend (adjusted, 144, 12);
  g_assert_true (trend.is_known && trend.is_certain);
  g_assert_cmpfloat (trend.per_year, >, 0.07);
  g_assert_cmpfloat (trend.per_year, <, 0.13);

  for (guint i = 0; i < 36; i++)
    noise[i] = 100 + 10 * sin (i * 12.9898);
  trend = capacity_trend (noise, 36, 12);
  g_assert_true (trend.is_known);
  g_assert_false (trend.is_certain);
  g_assert_false (capacity_trend (noise, 11, 12).is_known);
  for (guint i = 0; i < 36; i++)
    noise[i] = 0;
  g_assert_false (capacity_trend (noise, 36, 12).is_known);
}

static void
test_outliers (void)
{
  double values[40];
  gboolean is_outlier[40];

  for (guint i = 0; i < 40; i++)
    values[i] = 100 + i + 3 * sin (i * 12.9898);
  g_assert_cmpuint (capacity_mark_outliers (values, 40, 12, is_outlier), ==, 0);
  values[17] = 400;
  values[30] = 0;
  values[5] = NAN;
  g_assert_cmpuint (capacity_mark_outliers (values, 40, 12, is_outlier), ==, 2);
  g_assert_true (is_outlier[17]);
  g_assert_true (is_outlier[30]);
  g_assert_false (is_outlier[5]);
  g_assert_cmpuint (capacity_mark_outliers (values, 8, 12, is_outlier), ==, 0);
  for (guint i = 0; i < 40; i++)
    values[i] = i;
  g_assert_cmpuint (capacity_mark_outliers (values, 40, 12, is_outlier), ==, 0);
}

/* NIST e-Handbook 6.3.2.2: flow rates of ten batches; mean 50.81, mean moving range 1.8778, limits 45.8159
 * and 55.8041. */
static void
test_xmr (void)
{
  const double flow[] = { 49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1 };
  CapacityXmr limits = capacity_xmr_limits (flow, 10);

  assert_near (limits.mean, 50.81, 1e-9);
  assert_near (limits.mean_range, 1.8778, 5e-5);
  assert_near (limits.lower, 45.8159, 2e-3);
  assert_near (limits.upper, 55.8041, 2e-3);
  g_assert_true (isnan (capacity_xmr_limits (flow, 1).upper));
  g_assert_true (isnan (capacity_xmr_limits (NULL, 0).mean));
}

static void
test_signals (void)
{
  const CapacityXmr limits = { .mean = 100, .mean_range = 3 / 2.66 * 10, .lower = 70, .upper = 130 };
  const double values[] = {
    101, 99, 131, 100, 99, NAN, 102, 103, 104, 101, 105, 103, 102, 95, 96, 97, 98, 99, 101, 102, 103, 90, 121,
    99, 122, 90,
  };
  guint signals[G_N_ELEMENTS (values)];

  capacity_xmr_signals (values, G_N_ELEMENTS (values), limits, signals);
  g_assert_cmpuint (signals[0], ==, CAPACITY_XMR_NOISE);
  g_assert_cmpuint (signals[2], ==, CAPACITY_XMR_OUTSIDE);
  g_assert_cmpuint (signals[5], ==, CAPACITY_XMR_NOISE);
  for (guint i = 6; i <= 12; i++)
    g_assert_true ((signals[i] & CAPACITY_XMR_SHIFT) != 0);
  g_assert_false (signals[13] & CAPACITY_XMR_SHIFT);
  for (guint i = 13; i <= 20; i++)
    g_assert_true ((signals[i] & CAPACITY_XMR_TREND) != 0);
  g_assert_false (signals[12] & CAPACITY_XMR_TREND);
  g_assert_cmpuint (signals[22], ==, CAPACITY_XMR_NEAR_LIMIT);
  g_assert_cmpuint (signals[23], ==, CAPACITY_XMR_NOISE);
  g_assert_cmpuint (signals[24], ==, CAPACITY_XMR_NEAR_LIMIT);
}

/* R: quantile (x, type = 7) */
static void
test_quantiles (void)
{
  const double values[] = { 10, 3, NAN, 7, 1, 9, 2, 8, 4, 6, 5 };
  double many[1001];

  assert_near (capacity_quantile (values, 11, 0.9), 9.1, 1e-12);
  assert_near (capacity_quantile (values, 11, 0.25), 3.25, 1e-12);
  assert_near (capacity_median (values, 11), 5.5, 1e-12);
  g_assert_cmpfloat (capacity_quantile (values, 11, 0), ==, 1);
  g_assert_cmpfloat (capacity_quantile (values, 11, 1), ==, 10);
  g_assert_cmpuint (capacity_n_measured (values, 11), ==, 10);
  g_assert_true (isnan (capacity_mean (values + 2, 1)));

  for (guint i = 0; i < 1001; i++)
    many[i] = (i * 7919) % 1001;
  for (guint i = 0; i <= 20; i++)
    assert_near (capacity_quantile (many, 1001, i * 0.05), i * 50, 1e-9);
  for (guint i = 0; i < 1001; i++)
    many[i] = i % 3;
  g_assert_cmpfloat (capacity_median (many, 1001), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trend/mann-kendall", test_mann_kendall);
  g_test_add_func ("/trend/mann-kendall-edges", test_mann_kendall_edges);
  g_test_add_func ("/trend/theil-sen", test_theil_sen);
  g_test_add_func ("/trend/season", test_season);
  g_test_add_func ("/trend/season-edges", test_season_edges);
  g_test_add_func ("/trend/trend", test_trend);
  g_test_add_func ("/trend/outliers", test_outliers);
  g_test_add_func ("/trend/xmr", test_xmr);
  g_test_add_func ("/trend/signals", test_signals);
  g_test_add_func ("/trend/quantiles", test_quantiles);

  return g_test_run ();
}
