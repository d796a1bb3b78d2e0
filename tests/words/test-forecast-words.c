/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "capacity-words.h"
#include "latvian.h"

#define N 60

/* Invented months with a season; the month at @odd has three times as many. */
static CapacityForecast *
forecast_with (guint odd)
{
  double values[N];
  g_autoptr (CapacitySeries) series = NULL;

  for (guint t = 0; t < N; t++)
    values[t] = round (1000.0 * (1.0 + 0.2 * sin (t * G_PI / 6) + 0.02 * cos (t * 2.3)) * (t == odd ? 3.0 : 1.0));
  series = capacity_series_new (CAPACITY_PERIOD_MONTH, capacity_month (2021, 1).index, values, N);

  return capacity_forecast_new (series, NULL, NULL, 12);
}

/* What was kept out of the forecast is said by its month; where there is nothing, nothing is said. */
static void
test_events (void)
{
  g_autoptr (CapacityForecast) even = forecast_with (N), odd = forecast_with (38);
  g_autofree char *without = capacity_words_forecast (even), *with = capacity_words_forecast (odd);

  g_assert_null (strstr (without, "nav ņemts vērā"));
  g_assert_nonnull (strstr (with, "Tendencē un sezonā nav ņemts vērā: 2024. gada marts (vienreizēja novirze)."));
}

/* How well it would have done is a share: months that were not measured are not among those compared. */
static void
test_kept (void)
{
  g_autoptr (CapacityForecast) forecast = forecast_with (N);
  CapacityForecast kept = *forecast;
  g_autofree char *words = NULL;

  kept.covered80 = 4.0 / 6;
  words = capacity_words_forecast (&kept);
  g_assert_nonnull (strstr (words, "intervālā iekļāvās 67"));
}

/* A forecast that was refused says why, and nothing else. */
static void
test_refused (void)
{
  double values[] = { 5, 6, 7 };
  g_autoptr (CapacitySeries) series = capacity_series_new (CAPACITY_PERIOD_MONTH, 24000, values, G_N_ELEMENTS (values));
  g_autoptr (CapacityForecast) forecast = capacity_forecast_new (series, NULL, NULL, 12);
  g_autofree char *words = capacity_words_forecast (forecast);

  g_assert_true (g_str_has_prefix (words, "Prognozes nav:"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!latvian_begin ())
    return 77;

  g_test_add_func ("/forecast-words/events", test_events);
  g_test_add_func ("/forecast-words/kept", test_kept);
  g_test_add_func ("/forecast-words/refused", test_refused);

  return g_test_run ();
}
