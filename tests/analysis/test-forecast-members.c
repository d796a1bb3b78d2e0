/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-arma.h"
#include "capacity-damped.h"
#include "capacity-intermittent.h"
#include "capacity-spread.h"
#include "capacity-theta.h"

#include <math.h>

#define N 40
#define HORIZON 12
#define ALPHA 0.3

/* Annual oil production of Saudi Arabia, 1996–2013, million tonnes: the example of simple exponential
 * smoothing in Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 2nd edition (2018),
 * section 7.1. */
static const double oil[] = {
  445.3641, 453.1950, 454.4096, 422.3789, 456.0371, 440.3866, 425.1944, 486.2052, 500.4291, 521.2759,
  508.9476, 488.8889, 509.8706, 456.7229, 473.8166, 525.9509, 549.8338, 542.3405,
};

/* There α = 0.8339, and the forecast is 542.68. */
static void
test_published_ses (void)
{
  g_assert_cmpfloat_with_epsilon (capacity_ses_level (oil, G_N_ELEMENTS (oil), 0.8339, 0.0), 542.68, 0.01);
}

/* Sum of squared errors by the recursion itself, and the level it ends at. */
static double
squares (const double *values,
         guint         n,
         double        alpha,
         double        drift,
         double       *level)
{
  double sum = 0.0;

  for (guint t = 0; t < n; t++)
    {
      double expected = t > 0 ? *level + drift : *level;
      double error = values[t] - expected;

      sum += error * error;
      *level = expected + alpha * error;
    }

  return sum;
}

/* No first level of a fine grid fits better than what the closed form ends at. */
static void
test_ses_is_least (void)
{
  static const struct { double alpha, drift; } cases[] = { { 0.1, 0 }, { 0.3, 5 }, { 0.5, -2 }, { 0.8339, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double least = INFINITY, best = NAN;

      for (double first = 380.0; first < 520.0; first += 0.01)
        {
          double level = first, sum = squares (oil, G_N_ELEMENTS (oil), cases[i].alpha, cases[i].drift, &level);

          if (sum < least)
            {
              least = sum;
              best = level;
            }
        }
      g_assert_cmpfloat_with_epsilon (capacity_ses_level (oil, G_N_ELEMENTS (oil), cases[i].alpha, cases[i].drift), best,
                                      0.01);
    }
}

/* The gain at which the variance of the Kalman filter of the level comes to rest. */
static void
test_level_gain (void)
{
  double before = 0.0;

  for (double ratio = 1e-4; ratio < 1e4; ratio *= 1.7)
    {
      double gain = capacity_level_gain (ratio), variance = 1.0;

      for (int i = 0; i < 5000; i++)
        variance = variance / (variance + 1.0) + ratio;
      g_assert_cmpfloat_with_epsilon (gain, variance / (variance + 1.0), 1e-9);
      g_assert_cmpfloat (gain, >, before);
      before = gain;
    }
  g_assert_cmpfloat (capacity_level_gain (0.0), ==, 0.0);
  g_assert_cmpfloat_with_epsilon (capacity_level_gain (1e12), 1.0, 1e-9);
}

/* A level that walks as far as is said, seen with less noise and with more: smoothing reacts to the one, and averages
 * the other; the size of both together makes no difference. */
static void
test_alpha_by_noise (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  double level = 0.0, walk = 0.02, levels[400], noises[400], before = 1.0;

  for (guint t = 0; t < 400; t++)
    {
      levels[t] = level += walk * sqrt (3.0) * g_rand_double_range (random, -1.0, 1.0);
      noises[t] = sqrt (3.0) * g_rand_double_range (random, -1.0, 1.0);
    }
  for (double noise = 0.01; noise < 0.1; noise *= 2)
    {
      double values[400], larger[400], alpha;

      for (guint t = 0; t < 400; t++)
        {
          values[t] = levels[t] + noise * noises[t];
          larger[t] = 5.0 * values[t];
        }
      alpha = capacity_theta_alpha (values, 400, walk);
      g_assert_cmpfloat_with_epsilon (alpha, capacity_level_gain (pow (walk / noise, 2)), 0.1);
      g_assert_cmpfloat (alpha, <, before);
      g_assert_cmpfloat_with_epsilon (capacity_theta_alpha (larger, 400, 5.0 * walk), alpha, 1e-9);
      before = alpha;
    }
  g_assert_cmpfloat (capacity_theta_alpha (levels, 1, walk), >, 0.9);
  g_assert_cmpfloat (capacity_theta_alpha (noises, 400, walk), <, 0.11);
}

/* A straight line that never ends: smoothing follows it, part of its slope goes on (half in
 * Assimakopoulos and Nikolopoulos 2000, less where there are but 40 values). */
static void
test_theta_line (void)
{
  double values[N], forecast[HORIZON], drift;

  for (guint t = 0; t < N; t++)
    values[t] = 3.0 + 0.5 * t;
  drift = capacity_theta_drift (values, N);
  g_assert_cmpfloat_with_epsilon (drift, 0.5 * 0.5 * 40.0 / 115.0, 1e-12);
  capacity_theta_forecast (values, N, ALPHA, drift, HORIZON, forecast);
  for (guint i = 1; i < HORIZON; i++)
    g_assert_cmpfloat_with_epsilon (forecast[i] - forecast[i - 1], drift, 1e-12);
  g_assert_cmpfloat_with_epsilon (forecast[0], values[N - 1] + drift, 0.5 / ALPHA);
}

/* Adding a constant adds it to the forecast, a factor multiplies it: for every member. */
static void
forecast_member (guint         member,
                 const double *values,
                 guint         n,
                 double       *forecast)
{
  double block[6 * N + 4 * HORIZON];
  CapacityScratch work = { .block = block, .size = G_N_ELEMENTS (block) };

  if (member == 0)
    capacity_theta_forecast (values, n, ALPHA, capacity_theta_drift (values, n), HORIZON, forecast);
  else if (member == 1)
    capacity_dynamic_forecast (values, n, ALPHA, HORIZON, forecast, &work);
  else if (member == 3)
    capacity_damped_forecast (values, n, HORIZON, forecast);
  else
    capacity_arma_forecast (values, n, capacity_theta_drift (values, n), HORIZON, forecast, &work);
  g_assert_cmpuint (work.used, ==, 0);
}

static void
test_members_scale (void)
{
  double values[N], moved[N], forecast[HORIZON], other[HORIZON];

  for (guint t = 0; t < N; t++)
    {
      values[t] = 0.02 * t + sin (t * 12.9898);
      moved[t] = 7.0 + 3.0 * values[t];
    }
  for (guint member = 0; member < 4; member++)
    for (guint n = 8; n <= N; n += 8)
      {
        forecast_member (member, values, n, forecast);
        forecast_member (member, moved, n, other);
        for (guint i = 0; i < HORIZON; i++)
          g_assert_cmpfloat_with_epsilon (other[i], 7.0 + 3.0 * forecast[i], 1e-2);
      }
}

static void
test_members_constant (void)
{
  double values[N], forecast[HORIZON];

  for (guint t = 0; t < N; t++)
    values[t] = 4.2;
  for (guint member = 0; member < 4; member++)
    for (guint n = 2; n <= N; n++)
      {
        forecast_member (member, values, n, forecast);
        for (guint i = 0; i < HORIZON; i++)
          g_assert_cmpfloat_with_epsilon (forecast[i], 4.2, 1e-9);
      }
}

/* Changes that turn back by six tenths each time: the model finds that they do, and forecasts the turning. */
static void
test_arma_turns (void)
{
  double values[N], forecast[HORIZON], change = 0.0, turn;
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  values[0] = 0.0;
  for (guint t = 1; t < N; t++)
    {
      change = -0.6 * change + g_rand_double_range (random, -1.0, 1.0);
      values[t] = values[t - 1] + change;
    }
  forecast_member (2, values, N, forecast);
  turn = (forecast[0] - values[N - 1] - capacity_theta_drift (values, N)) / change;
  g_assert_cmpfloat (turn, <, -0.3);
  g_assert_cmpfloat (turn, >, -0.9);
}

/* By hand, after Croston (1972) and Syntetos and Boylan (2005): sizes 4, then 4 + 0.5·(2 − 4) = 3, then 3
 * + 0.5·(6 − 3) = 4.5; gaps 2, then 2 + 0.5·(3 − 2) = 2.5, then 2.5 + 0.5·(1 − 2.5) = 1.75; rate (1 −
 * 0.25)·4.5/1.75. */
static void
test_croston (void)
{
  static const double values[] = { 0, 4, 0, 0, 2, 6, 0 };
  static const double holed[] = { 0, 4, NAN, 0, 0, 2, NAN, 6, 0, NAN };
  static const double none[] = { 0, 0, NAN, 0 };

  g_assert_cmpfloat_with_epsilon (capacity_croston_rate (values, 7, 0.5), 0.75 * 4.5 / 1.75, 1e-12);
  g_assert_cmpfloat_with_epsilon (capacity_croston_rate (holed, 10, 0.5), 0.75 * 4.5 / 1.75, 1e-12);
  g_assert_cmpfloat (capacity_croston_rate (none, 4, 0.5), ==, 0);
  g_assert_false (capacity_is_intermittent ((const double[]) { 0, 0, 1, 1, 1 }, 5, 12));
  g_assert_true (capacity_is_intermittent ((const double[]) { 0, 0, 0, 1, 1, NAN }, 6, 12));
  g_assert_true (capacity_is_intermittent ((const double[]) { 0, 0, 0, 0 }, 4, 2));
}

/* By hand, after Teunter, Syntetos and Babai (2011): the chance begins at 1/1, is 1 again, and then halves
 * with each of seven silent periods; the size is 4. While three usual gaps of 1 have not passed it is
 * Croston's rate. */
static void
test_silence (void)
{
  static const double values[] = { 4, 4, 0, 0, 0, 0, 0, 0, 0 };

  g_assert_cmpfloat_with_epsilon (capacity_croston_rate (values, 9, 0.5), 4.0 / 128.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (capacity_croston_rate (values, 5, 0.5), 0.75 * 4.0, 1e-12);
}

static void
test_spread (void)
{
  double values[N], spread[HORIZON], block[2 * HORIZON];
  CapacityScratch work = { .block = block, .size = G_N_ELEMENTS (block) };
  double narrow80, narrow95, wide80, wide95;

  for (guint t = 0; t < N; t++)
    values[t] = sin (t * 12.9898);
  capacity_spread_estimate (values, N, 12, 0.3, 0.0, HORIZON, spread, &work);
  for (guint i = 1; i < HORIZON; i++)
    g_assert_cmpfloat (spread[i], >=, spread[i - 1]);
  g_assert_cmpfloat (spread[0], >, 0.5);
  g_assert_cmpfloat (spread[0], <, 1.2);

  capacity_spread_factors (300, &narrow80, &narrow95);
  capacity_spread_factors (13, &wide80, &wide95);
  g_assert_cmpfloat (narrow80, <, narrow95);
  g_assert_cmpfloat (narrow80, <, wide80);
  g_assert_cmpfloat (narrow95, <, wide95);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/forecast/members/published-ses", test_published_ses);
  g_test_add_func ("/forecast/members/ses-is-least", test_ses_is_least);
  g_test_add_func ("/forecast/members/level-gain", test_level_gain);
  g_test_add_func ("/forecast/members/alpha-by-noise", test_alpha_by_noise);
  g_test_add_func ("/forecast/members/theta-line", test_theta_line);
  g_test_add_func ("/forecast/members/scale", test_members_scale);
  g_test_add_func ("/forecast/members/constant", test_members_constant);
  g_test_add_func ("/forecast/members/arma-turns", test_arma_turns);
  g_test_add_func ("/forecast/members/croston", test_croston);
  g_test_add_func ("/forecast/members/silence", test_silence);
  g_test_add_func ("/forecast/members/spread", test_spread);

  return g_test_run ();
}
