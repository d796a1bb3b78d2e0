/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-forecast.h"

#include <math.h>

static CapacityForecast *
forecast_values (const double *values,
                 guint         n,
                 guint         horizon)
{
  g_autoptr (CapacitySeries) series = capacity_series_new (CAPACITY_PERIOD_MONTH, capacity_month (2020, 1).index,
                                                           values, n);

  return capacity_forecast_new (series, NULL, horizon);
}

/* An invented monthly volume: growth, a summer low, and a little that repeats nowhere. */
static void
fill (double *values,
      guint   n)
{
  for (guint t = 0; t < n; t++)
    values[t] = (1000.0 + 4.0 * t) * (1.0 - 0.2 * (t % 12 == 6)) * (1.0 + 0.03 * sin (t * 12.9898));
}

static void
test_short (void)
{
  double values[24];
  const CapacityForecastMethod methods[] = {
    [6] = CAPACITY_METHOD_LEVEL, [11] = CAPACITY_METHOD_LEVEL, [12] = CAPACITY_METHOD_TREND,
    [13] = CAPACITY_METHOD_SHORT_SEASON, [24] = CAPACITY_METHOD_SHORT_SEASON,
  };

  fill (values, 24);
  for (guint n = 0; n <= 24; n++)
    {
      g_autoptr (CapacityForecast) forecast = forecast_values (values, n, 12);

      if (n == 0)
        g_assert_cmpint (forecast->outcome, ==, CAPACITY_FORECAST_ALL_MISSING);
      else if (n < CAPACITY_FORECAST_MIN_LEVEL)
        g_assert_cmpint (forecast->outcome, ==, CAPACITY_FORECAST_TOO_SHORT);
      else
        g_assert_cmpint (forecast->outcome, ==, CAPACITY_FORECAST_OK);
      g_assert_cmpuint (forecast->horizon, ==, n < CAPACITY_FORECAST_MIN_LEVEL ? 0 : 12);
      if (methods[n] != CAPACITY_METHOD_NONE)
        g_assert_cmpint (forecast->method, ==, methods[n]);
    }
}

static void
test_intervals (void)
{
  double values[60];
  g_autoptr (CapacityForecast) forecast = NULL;

  fill (values, 60);
  forecast = forecast_values (values, 60, 36);
  g_assert_cmpint (forecast->first, ==, capacity_month (2025, 1).index);
  for (guint i = 0; i < 36; i++)
    {
      g_assert_cmpfloat (forecast->low95[i], >=, 0);
      g_assert_cmpfloat (forecast->low95[i], <=, forecast->low80[i]);
      g_assert_cmpfloat (forecast->low80[i], <=, forecast->median[i]);
      g_assert_cmpfloat (forecast->median[i], <=, forecast->high80[i]);
      g_assert_cmpfloat (forecast->high80[i], <=, forecast->high95[i]);
    }
  g_assert_cmpfloat (forecast->median[6], <, 0.95 * forecast->median[5]);
  g_assert_cmpfloat (forecast->mase, <, forecast->mase_snaive);
}

static void
test_bytes (void)
{
  double values[48];
  g_autoptr (CapacityForecast) forecast = NULL, copy = NULL;
  g_autoptr (GBytes) bytes = NULL, again = NULL;

  fill (values, 48);
  forecast = forecast_values (values, 48, 18);
  bytes = capacity_forecast_to_bytes (forecast);
  copy = capacity_forecast_parse (bytes);
  g_assert_nonnull (copy);
  again = capacity_forecast_to_bytes (copy);
  g_assert_true (g_bytes_equal (bytes, again));

  for (gsize size = 0; size < g_bytes_get_size (bytes); size++)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (bytes, 0, size);

      g_assert_null (capacity_forecast_parse (cut));
    }
}

static void
count_cb (guint64                 digest,
          const CapacityForecast *forecast,
          gpointer                user_data)
{
  guint *count = user_data;

  (*count)++;
}

static void
test_cache (void)
{
  double values[48];
  guint count = 0;
  g_autoptr (CapacityForecastCache) cache = capacity_forecast_cache_new ();
  g_autoptr (CapacitySeries) series = NULL;
  g_autoptr (CapacityForecast) first = NULL, second = NULL, longer = NULL;

  fill (values, 48);
  series = capacity_series_new (CAPACITY_PERIOD_MONTH, capacity_month (2020, 1).index, values, 48);
  first = capacity_forecast_cache_get (cache, series, NULL, 12);
  second = capacity_forecast_cache_get (cache, series, NULL, 12);
  longer = capacity_forecast_cache_get (cache, series, NULL, 13);
  g_assert_true (first == second);
  g_assert_true (first != longer);
  capacity_forecast_cache_foreach_new (cache, count_cb, &count);
  g_assert_cmpuint (count, ==, 2);
  capacity_forecast_cache_foreach_new (cache, count_cb, &count);
  g_assert_cmpuint (count, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/forecast/short", test_short);
  g_test_add_func ("/forecast/intervals", test_intervals);
  g_test_add_func ("/forecast/bytes", test_bytes);
  g_test_add_func ("/forecast/cache", test_cache);

  return g_test_run ();
}
