/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-forecast.h"

#include <math.h>

#define N 60
#define HORIZON 24

static CapacityForecast *
forecast_kind (CapacityPeriodKind  kind,
               const double       *values,
               guint               n,
               guint               horizon)
{
  g_autoptr (CapacitySeries) series = capacity_series_new (kind, 24000, values, n);

  return capacity_forecast_new (series, NULL, NULL, horizon);
}

static CapacityForecast *
forecast_months (const double *values,
                 guint         n)
{
  return forecast_kind (CAPACITY_PERIOD_MONTH, values, n, HORIZON);
}

/* An invented monthly volume: growth, a low in July, and a little that repeats nowhere. */
static void
fill (double *values,
      guint   n)
{
  for (guint t = 0; t < n; t++)
    values[t] = (1000.0 + 4.0 * t) * (1.0 - 0.2 * (t % 12 == 6)) * (1.0 + 0.03 * sin (t * 12.9898));
}

static void
assert_sound (const CapacityForecast *forecast)
{
  g_assert_cmpint (forecast->outcome, ==, CAPACITY_FORECAST_OK);
  for (guint i = 0; i < forecast->horizon; i++)
    {
      g_assert_cmpfloat (forecast->low95[i], >=, 0);
      g_assert_cmpfloat (forecast->low95[i], <=, forecast->low80[i]);
      g_assert_cmpfloat (forecast->low80[i], <=, forecast->median[i]);
      g_assert_cmpfloat (forecast->median[i], <=, forecast->high80[i]);
      g_assert_cmpfloat (forecast->high80[i], <=, forecast->high95[i]);
      g_assert_true (isfinite (forecast->high95[i]));
    }
}

/* K14: what each length of history allows. */
static void
test_length (void)
{
  double values[48];
  static const struct { guint n; CapacityForecastOutcome outcome; CapacityForecastMethod method; } cases[] = {
    { 0, CAPACITY_FORECAST_ALL_MISSING, CAPACITY_METHOD_NONE },
    { 1, CAPACITY_FORECAST_TOO_SHORT, CAPACITY_METHOD_NONE },
    { 5, CAPACITY_FORECAST_TOO_SHORT, CAPACITY_METHOD_NONE },
    { 6, CAPACITY_FORECAST_OK, CAPACITY_METHOD_LEVEL },
    { 11, CAPACITY_FORECAST_OK, CAPACITY_METHOD_LEVEL },
    { 12, CAPACITY_FORECAST_OK, CAPACITY_METHOD_TREND },
    { 13, CAPACITY_FORECAST_OK, CAPACITY_METHOD_SHORT_SEASON },
    { 24, CAPACITY_FORECAST_OK, CAPACITY_METHOD_SHORT_SEASON },
    { 26, CAPACITY_FORECAST_OK, CAPACITY_METHOD_SHORT_SEASON },
    { CAPACITY_FORECAST_MIN_SEASON, CAPACITY_FORECAST_OK, CAPACITY_METHOD_COMBINATION },
    { 48, CAPACITY_FORECAST_OK, CAPACITY_METHOD_COMBINATION },
  };

  fill (values, 48);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CapacityForecast) forecast = forecast_months (values, cases[i].n);

      g_assert_cmpint (forecast->outcome, ==, cases[i].outcome);
      g_assert_cmpint (forecast->method, ==, cases[i].method);
      g_assert_cmpuint (forecast->horizon, ==, cases[i].outcome == CAPACITY_FORECAST_OK ? HORIZON : 0);
      g_assert_cmpuint (forecast->n_used, ==, cases[i].n);
      g_assert_true ((forecast->members != 0) == (cases[i].outcome == CAPACITY_FORECAST_OK));
    }
}

static void
test_refusals (void)
{
  double values[N];
  static const double bad[] = { INFINITY, -INFINITY, -1.0 };
  g_autoptr (CapacityForecast) missing = NULL, sparse = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (CapacityForecast) forecast = NULL;

      fill (values, N);
      values[30] = bad[i];
      forecast = forecast_months (values, N);
      g_assert_cmpint (forecast->outcome, ==, CAPACITY_FORECAST_NOT_FINITE);
      g_assert_cmpuint (forecast->horizon, ==, 0);
    }

  for (guint t = 0; t < N; t++)
    values[t] = NAN;
  missing = forecast_months (values, N);
  g_assert_cmpint (missing->outcome, ==, CAPACITY_FORECAST_ALL_MISSING);

  for (guint t = 0; t < N; t += t < N / 2 ? 1 : 3)
    values[t] = 100.0;
  sparse = forecast_months (values, N);
  g_assert_cmpint (sparse->outcome, ==, CAPACITY_FORECAST_TOO_SPARSE);
}

/* A horizon of nothing and a very long one. */
static void
test_horizon (void)
{
  static const CapacityPeriodKind kinds[] = { CAPACITY_PERIOD_DAY, CAPACITY_PERIOD_MONTH, CAPACITY_PERIOD_YEAR };
  double values[N];

  fill (values, N);
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (CapacityForecast) none = forecast_kind (kinds[k], values, N, 0);
      g_autoptr (CapacityForecast) far = forecast_kind (kinds[k], values, N, 1200);

      assert_sound (none);
      g_assert_cmpuint (none->horizon, ==, 0);
      assert_sound (far);
      g_assert_cmpuint (far->horizon, ==, 1200);
    }
}

/* Values without any variation, and values at the ends of what numbers can be. */
static void
test_flat (void)
{
  static const double levels[] = { 1e-9, 1.0, 1234.5, 1e12 };

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    for (guint n = 6; n <= N; n += 6)
      {
        double values[N];
        g_autoptr (CapacityForecast) forecast = NULL;

        for (guint t = 0; t < n; t++)
          values[t] = levels[i];
        forecast = forecast_months (values, n);
        assert_sound (forecast);
        for (guint h = 0; h < HORIZON; h++)
          g_assert_cmpfloat_with_epsilon (forecast->median[h] / levels[i], 1.0, 1e-9);
      }
}

static void
test_zeros (void)
{
  double values[N] = { 0 };
  g_autoptr (CapacityForecast) nothing = forecast_months (values, N), rare = NULL, some = NULL;

  assert_sound (nothing);
  g_assert_cmpint (nothing->method, ==, CAPACITY_METHOD_INTERMITTENT);
  g_assert_cmpfloat (nothing->high95[0], ==, 0);

  for (guint t = 0; t < N; t += 5)
    values[t] = 6.0;
  rare = forecast_months (values, N);
  assert_sound (rare);
  g_assert_cmpint (rare->method, ==, CAPACITY_METHOD_INTERMITTENT);
  g_assert_cmpuint (rare->members, ==, CAPACITY_MEMBER_CROSTON);
  g_assert_cmpfloat (rare->low80[0], ==, 0);
  g_assert_cmpfloat (rare->high95[0], ==, 6.0);

  /* A zero now and then is a value like any other. */
  fill (values, N);
  values[10] = values[40] = 0.0;
  some = forecast_months (values, N);
  assert_sound (some);
  g_assert_cmpint (some->method, ==, CAPACITY_METHOD_COMBINATION);
  g_assert_cmpfloat (some->median[0], >, 1000.0);
}

static void
test_intervals (void)
{
  double values[N];
  g_autoptr (CapacityForecast) forecast = NULL;

  fill (values, N);
  forecast = forecast_months (values, N);
  assert_sound (forecast);
  for (guint i = 0; i + 12 < HORIZON; i++)
    {
      double near = forecast->high80[i] / forecast->low80[i];
      double far = forecast->high80[i + 12] / forecast->low80[i + 12];

      g_assert_cmpfloat (far, >=, near * (1.0 - 1e-3));
    }
}

/* What another unit or another year would say is the same. */
static void
test_invariance (void)
{
  static const guint lengths[] = { 6, 12, 20, N };

  for (guint k = 0; k < G_N_ELEMENTS (lengths); k++)
    {
      guint n = lengths[k];
      double values[N], scaled[N];
      g_autoptr (CapacitySeries) series = NULL, later = NULL;
      g_autoptr (CapacityForecast) forecast = NULL, large = NULL, moved = NULL;

      fill (values, n);
      for (guint t = 0; t < n; t++)
        scaled[t] = 60.0 * values[t];
      series = capacity_series_new (CAPACITY_PERIOD_MONTH, 24000, values, n);
      later = capacity_series_new (CAPACITY_PERIOD_MONTH, 24005, values, n);
      forecast = capacity_forecast_new (series, NULL, NULL, HORIZON);
      large = forecast_months (scaled, n);
      moved = capacity_forecast_new (later, NULL, NULL, HORIZON);

      g_assert_cmpint (moved->first, ==, forecast->first + 5);
      for (guint i = 0; i < HORIZON; i++)
        {
          g_assert_cmpfloat_with_epsilon (large->median[i] / forecast->median[i], 60.0, 1e-4);
          g_assert_cmpfloat_with_epsilon (large->high95[i] / forecast->high95[i], 60.0, 1e-4);
          g_assert_cmpfloat (moved->median[i], ==, forecast->median[i]);
          g_assert_cmpfloat (moved->low80[i], ==, forecast->low80[i]);
        }
    }
}

/* The error of the last twelve months after Hyndman and Koehler (2006), by its definition. */
static void
test_own_past (void)
{
  double values[N], scale = 0.0, naive = 0.0, error = 0.0;
  g_autoptr (CapacityForecast) forecast = NULL, before = NULL;

  fill (values, N);
  forecast = forecast_months (values, N);
  before = forecast_months (values, N - 12);
  for (guint t = 12; t < N - 12; t++)
    scale += fabs (values[t] - values[t - 12]) / (N - 24);
  for (guint t = N - 12; t < N; t++)
    {
      naive += fabs (values[t] - values[t - 12]) / 12 / scale;
      error += fabs (values[t] - before->median[t - (N - 12)]) / 12 / scale;
    }

  g_assert_cmpfloat_with_epsilon (forecast->mase_snaive, naive, 1e-9);
  g_assert_cmpfloat_with_epsilon (forecast->mase, error, 1e-9);
  g_assert_cmpfloat (forecast->mase, <, forecast->mase_snaive);
  g_assert_cmpfloat (forecast->covered80, >, 0.5);
}

/* Missing at the ends shortens the history; within, it is neither zero nor a trend. */
static void
test_gaps (void)
{
  double values[N + 4], whole[N];
  g_autoptr (CapacityForecast) reference = NULL, padded = NULL, holed = NULL;

  fill (whole, N);
  for (guint t = 0; t < N + 4; t++)
    values[t] = t < 2 || t >= N + 2 ? NAN : whole[t - 2];
  reference = forecast_months (whole, N);
  padded = forecast_months (values, N + 4);
  g_assert_cmpuint (padded->n_used, ==, N);
  g_assert_cmpuint (padded->n_missing, ==, 0);
  g_assert_cmpint (padded->first, ==, reference->first + 2);
  for (guint i = 0; i < HORIZON; i++)
    g_assert_cmpfloat (padded->median[i], ==, reference->median[i]);

  whole[14] = whole[30] = whole[31] = whole[54] = NAN;
  holed = forecast_months (whole, N);
  assert_sound (holed);
  g_assert_cmpuint (holed->n_missing, ==, 4);
  for (guint i = 0; i < HORIZON; i++)
    g_assert_cmpfloat_with_epsilon (holed->median[i] / reference->median[i], 1.0, 0.04);
}

static void
test_kinds (void)
{
  static const struct { CapacityPeriodKind kind; guint n, length; } cases[] = {
    { CAPACITY_PERIOD_DAY, 200, 7 },
    { CAPACITY_PERIOD_DAY, 1000, 7 },
    { CAPACITY_PERIOD_WEEK, 80, 52 },
    { CAPACITY_PERIOD_WEEK, 220, 52 },
    { CAPACITY_PERIOD_QUARTER, 14, 4 },
    { CAPACITY_PERIOD_QUARTER, 40, 4 },
    { CAPACITY_PERIOD_YEAR, 20, 1 },
  };

  for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      g_autofree double *values = g_new (double, cases[k].n);
      g_autoptr (CapacityForecast) forecast = NULL;
      guint length = cases[k].length, n = cases[k].n;

      for (guint t = 0; t < n; t++)
        values[t] = 500.0 * (1.0 + 0.3 * sin (2.0 * G_PI * (t % length) / length));
      forecast = forecast_kind (cases[k].kind, values, n, 2 * length);
      assert_sound (forecast);
      g_assert_cmpint (forecast->kind, ==, cases[k].kind);
      for (guint i = 0; i < forecast->horizon; i++)
        g_assert_cmpfloat_with_epsilon (forecast->median[i] / values[(n + i) % length], 1.0, 0.1);
    }
}

/* Numbers of every kind, in every length: a forecast or a reason, never anything else. */
static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20);

  for (guint k = 0; k < 2000; k++)
    {
      double values[80];
      guint n = (guint) g_rand_int_range (random, 0, 80), style = (guint) g_rand_int_range (random, 0, 5);
      g_autoptr (CapacityForecast) forecast = NULL;

      for (guint t = 0; t < n; t++)
        {
          double u = g_rand_double (random);

          values[t] = 1000.0 + u;
          if (style == 0)
            values[t] = u;
          if (style == 1)
            values[t] = floor (3.0 * u);
          if (style == 2)
            values[t] = exp (20.0 * u);
          if (style == 3 && u < 0.1)
            values[t] = NAN;
          if (style == 4 && u < 0.05)
            values[t] = 1e6;
        }
      forecast = forecast_months (values, n);
      if (forecast->outcome == CAPACITY_FORECAST_OK)
        assert_sound (forecast);
      else
        g_assert_cmpuint (forecast->horizon, ==, 0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/forecast/length", test_length);
  g_test_add_func ("/forecast/refusals", test_refusals);
  g_test_add_func ("/forecast/horizon", test_horizon);
  g_test_add_func ("/forecast/flat", test_flat);
  g_test_add_func ("/forecast/zeros", test_zeros);
  g_test_add_func ("/forecast/intervals", test_intervals);
  g_test_add_func ("/forecast/invariance", test_invariance);
  g_test_add_func ("/forecast/own-past", test_own_past);
  g_test_add_func ("/forecast/gaps", test_gaps);
  g_test_add_func ("/forecast/kinds", test_kinds);
  g_test_add_func ("/forecast/random", test_random);

  return g_test_run ();
}
