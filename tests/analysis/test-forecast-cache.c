/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-forecast.h"

#include <math.h>

#define N_SERIES 40
#define N_THREADS 4

static CapacitySeries *
make_series (guint i)
{
  double values[48];

  for (guint t = 0; t < 48; t++)
    values[t] = 1000.0 + i + 100.0 * sin (t * 0.5236) + 20.0 * sin ((t + i) * 12.9898);

  return capacity_series_new (CAPACITY_PERIOD_MONTH, 24000, values, 48);
}

static void
count_cb (guint64                 digest,
          const CapacityForecast *forecast,
          gpointer                user_data)
{
  guint *count = user_data;

  g_assert_cmpint (forecast->outcome, ==, CAPACITY_FORECAST_OK);
  (*count)++;
}

static guint
count_new (CapacityForecastCache *cache,
           guint                  n_most)
{
  guint count = 0;

  capacity_forecast_cache_foreach_new (cache, n_most, count_cb, &count);
  return count;
}

/* Another series, horizon, calendar or "no" of a person is another forecast; a calendar that moves no day of the months
 * seen is not. */
static void
test_digest (void)
{
  g_autoptr (CapacityForecastCache) cache = capacity_forecast_cache_new ();
  g_autoptr (CapacitySeries) series = make_series (0), same = make_series (0), other = make_series (1);
  CapacityMovedDay moved = { capacity_date_from_ymd (2001, 3, 1), capacity_date_from_ymd (2001, 4, 7) };
  g_autoptr (CapacityCalendar) plain = capacity_calendar_new (NULL, 0, NULL, 0);
  g_autoptr (CapacityCalendar) changed = capacity_calendar_new (&moved, 1, NULL, 0);
  g_autoptr (CapacityForecast) first = capacity_forecast_cache_get (cache, series, NULL, NULL, 12);
  g_autoptr (CapacityForecast) second = capacity_forecast_cache_get (cache, same, NULL, NULL, 12);
  g_autoptr (CapacityForecast) third = capacity_forecast_cache_get (cache, other, NULL, NULL, 12);
  g_autoptr (CapacityForecast) longer = capacity_forecast_cache_get (cache, series, NULL, NULL, 13);
  g_autoptr (CapacityForecast) worked = capacity_forecast_cache_get (cache, series, plain, NULL, 12);
  g_autoptr (CapacityForecast) shifted = capacity_forecast_cache_get (cache, series, changed, NULL, 12);
  g_autoptr (GPtrArray) refusals = g_ptr_array_new ();
  g_autoptr (CapacityForecast) unrefused = capacity_forecast_cache_get (cache, series, NULL, refusals, 12);
  g_autoptr (CapacityForecast) refused = NULL;
  CapacityRefusal refusal = { .month = capacity_month (2001, 2).index };

  g_ptr_array_add (refusals, &refusal);
  refused = capacity_forecast_cache_get (cache, series, NULL, refusals, 12);
  g_assert_true (first == second && first == unrefused && first != refused);
  g_assert_true (first != third && first != longer && first != worked && worked != shifted);
  g_assert_cmpuint (count_new (cache, 4), ==, 4);
  g_assert_cmpuint (count_new (cache, 4), ==, 2);
  g_assert_cmpuint (count_new (cache, G_MAXUINT), ==, 0);
}

typedef struct
{
  guint64           digest;
  CapacityForecast *forecast;
} Kept;

static void
keep_cb (guint64                 digest,
         const CapacityForecast *forecast,
         gpointer                user_data)
{
  Kept *kept = user_data;
  g_autoptr (GBytes) bytes = capacity_forecast_to_bytes (forecast);

  kept->digest = digest;
  kept->forecast = capacity_forecast_parse (bytes);
}

/* What was read from a file is found by its digest, and not told as new again. */
static void
test_keep (void)
{
  g_autoptr (CapacityForecastCache) cache = capacity_forecast_cache_new ();
  g_autoptr (CapacityForecastCache) reopened = capacity_forecast_cache_new ();
  g_autoptr (CapacitySeries) series = make_series (0);
  g_autoptr (CapacityForecast) made = capacity_forecast_cache_get (cache, series, NULL, NULL, 12), found = NULL;
  Kept kept = { 0 };

  capacity_forecast_cache_foreach_new (cache, G_MAXUINT, keep_cb, &kept);
  capacity_forecast_cache_keep (reopened, kept.digest, kept.forecast);
  found = capacity_forecast_cache_get (reopened, series, NULL, NULL, 12);
  g_assert_true (found == kept.forecast);
  g_assert_cmpuint (count_new (reopened, G_MAXUINT), ==, 0);
  capacity_forecast_unref (kept.forecast);
}

static gpointer
forecast_all (gpointer data)
{
  CapacityForecastCache *cache = data;
  double sum = 0.0;

  for (guint i = 0; i < N_SERIES; i++)
    {
      g_autoptr (CapacitySeries) series = make_series (i);
      g_autoptr (CapacityForecast) forecast = capacity_forecast_cache_get (cache, series, NULL, NULL, 12);

      sum += forecast->median[11];
    }

  return g_memdup2 (&sum, sizeof sum);
}

/* Threads at once: the same numbers to the last bit, each forecast kept once. */
static void
test_threads (void)
{
  g_autoptr (CapacityForecastCache) cache = capacity_forecast_cache_new ();
  g_autoptr (CapacityForecastCache) alone = capacity_forecast_cache_new ();
  g_autofree double *expected = forecast_all (alone);
  GThread *threads[N_THREADS];

  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("forecast", forecast_all, cache);
  for (guint i = 0; i < N_THREADS; i++)
    {
      g_autofree double *sum = g_thread_join (threads[i]);

      g_assert_cmpfloat (*sum, ==, *expected);
    }
  g_assert_cmpuint (count_new (cache, G_MAXUINT), ==, N_SERIES);
}

static CapacityForecast *
forecast_of (CapacityForecastCache *cache,
             guint                  i)
{
  g_autoptr (CapacitySeries) series = make_series (i);

  return capacity_forecast_cache_get (cache, series, NULL, NULL, 12);
}

/* Those that were used last stay, and one that was forgotten is made again. */
static void
test_forget (void)
{
  static const guint asked[] = { 0, N_SERIES - 1, N_SERIES - 4, 1 };
  g_autoptr (CapacityForecastCache) cache = capacity_forecast_cache_new ();

  for (guint i = 0; i < N_SERIES; i++)
    {
      g_autoptr (CapacityForecast) made = forecast_of (cache, i);
      g_autoptr (CapacityForecast) used = forecast_of (cache, 0);
    }
  g_assert_cmpuint (count_new (cache, G_MAXUINT), ==, N_SERIES);
  capacity_forecast_cache_forget (cache, 5);
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      g_autoptr (CapacityForecast) again = forecast_of (cache, asked[i]);

      g_assert_cmpint (again->outcome, ==, CAPACITY_FORECAST_OK);
      g_assert_cmpuint (count_new (cache, G_MAXUINT), ==, asked[i] == 1);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/forecast/cache/digest", test_digest);
  g_test_add_func ("/forecast/cache/keep", test_keep);
  g_test_add_func ("/forecast/cache/threads", test_threads);
  g_test_add_func ("/forecast/cache/forget", test_forget);

  return g_test_run ();
}
