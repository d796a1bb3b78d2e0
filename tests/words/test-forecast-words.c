/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "assert-text.h"
#include "capacity-quality-words.h"
#include "capacity-words.h"
#include "latvian.h"

#define N 60

/* @made is a new text, which is freed. */
static void
assert_contains (char       *made,
                 const char *part)
{
  g_autofree char *text = made;

  if (strstr (text, part) == NULL)
    g_error ("“%s” lacks “%s”", text, part);
}

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

/* What is counted by the quarter is said so: of the months, the peaks, the history and the forecast; a gap by its name. */
static void
test_quarters (void)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  g_autoptr (CapacityAssessment) assessment = NULL;
  g_autoptr (GArray) findings = NULL;
  CapacityService *service = capacity_service_new ();
  const CapacityServiceAssessment *self;
  double values[28];

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = i == 12 ? NAN : 600 + 40 * (i % 4) + 10 * (i * 7 % 5);
  capacity_service_take_volume (service, CAPACITY_REQUEST_ALL, NULL, CAPACITY_MEASURE_ARRIVALS,
                                capacity_series_new (CAPACITY_PERIOD_QUARTER, 2026 * 4 + 3 - 28, values, 28), NULL);
  g_ptr_array_add (service->limits, capacity_limit_new (CAPACITY_MODE_REGULAR, 300, CAPACITY_PERIOD_MONTH,
                                                        CAPACITY_DATE_NONE, CAPACITY_DATE_NONE));
  g_ptr_array_add (portfolio->services, service);
  assessment = capacity_assess (portfolio, capacity_date_from_ymd (2026, 11, 23), NULL, NULL, NULL);
  self = assessment->services->pdata[0];

  assert_text (capacity_words_counted (self),
               "Skaitīts pa ceturkšņiem: mēneša apjoms ir ceturkšņa daļa pēc darba dienu skaita.");
  assert_contains (capacity_words_mode_sentence (self, CAPACITY_MODE_PEAK),
                   " Skaitīts pa ceturkšņiem: tas ir noslogotākais ceturksnis, un sastrēgumi tajā nav zināmi.");
  assert_text (capacity_words_quality (&self->quality), "28 ceturkšņi līdz 2026. gada septembrim, trūkst 1");
  assert_contains (capacity_words_forecast (self->forecast), "Pēdējos 12 ceturkšņos");
  findings = capacity_quality_find_service (self);
  assert_text (capacity_words_finding_title (&g_array_index (findings, CapacityFinding, 0)),
               "Nekas nav mērīts: 2022. gada 4. ceturksnis");
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
  g_test_add_func ("/forecast-words/quarters", test_quarters);

  return g_test_run ();
}
