/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-events.h"
#include "capacity-forecast.h"
#include "capacity-season.h"

#include <math.h>

#define N 72

/* The season of an invented service: month by month, as factors. */
static const double season[12] = { 1.1, 0.9, 1.0, 1.05, 1.0, 0.85, 0.7, 0.8, 1.2, 1.25, 1.1, 0.95 };

static double
noise (guint t)
{
  return 0.02 * sin (t * 12.9898) + 0.02 * sin (t * 78.233);
}

static void
fill (double *values,
      guint   n)
{
  for (guint t = 0; t < n; t++)
    values[t] = 2000.0 * season[t % 12] * (1.0 + noise (t));
}

static CapacityForecast *
forecast_months (const double           *values,
                 guint                   n,
                 const CapacityCalendar *calendar)
{
  int first = capacity_month (2019, 1).index;
  g_autoptr (CapacitySeries) series = capacity_series_new (CAPACITY_PERIOD_MONTH, first, values, n);

  return capacity_forecast_new (series, calendar, NULL, 24);
}

/* The forecast after a person has said of the month at @position that nothing happened in it. */
static CapacityForecast *
forecast_refused (const double *values,
                  guint         n,
                  guint         position)
{
  int first = capacity_month (2019, 1).index;
  g_autoptr (CapacitySeries) series = capacity_series_new (CAPACITY_PERIOD_MONTH, first, values, n);
  g_autoptr (GPtrArray) refusals = g_ptr_array_new ();
  CapacityRefusal refusal = { .month = first + (int) position };

  g_ptr_array_add (refusals, &refusal);

  return capacity_forecast_new (series, NULL, refusals, 24);
}

/* A season without noise is learnt exactly, and is not shrunken; one that is noise alone nearly vanishes. */
static void
test_shrinkage (void)
{
  double block[2 * N], values[N], index[12], error, mean = 0.0;
  CapacityScratch work = { .block = block, .size = G_N_ELEMENTS (block) };

  for (guint p = 0; p < 12; p++)
    mean += log (season[p]) / 12;
  for (guint t = 0; t < N; t++)
    values[t] = 5.0 + log (season[t % 12]) - mean;
  error = capacity_season_estimate (values, N, 12, index, &work);
  g_assert_cmpfloat_with_epsilon (error, 0.0, 1e-12);
  for (guint p = 0; p < 12; p++)
    g_assert_cmpfloat_with_epsilon (index[p], log (season[p]) - mean, 1e-9);

  for (guint t = 0; t < N; t++)
    values[t] = 5.0 + noise (7 * t * t);
  capacity_season_estimate (values, N, 12, index, &work);
  for (guint p = 0; p < 12; p++)
    g_assert_cmpfloat (fabs (index[p]), <, 0.02);
  g_assert_cmpuint (work.used, ==, 0);
}

/* Passengers of international airlines, thousands, 1949–1960: series G of Box and Jenkins, Time Series
 * Analysis (1970). */
static const double passengers[144] = {
  112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118,
  115, 126, 141, 135, 125, 149, 170, 170, 158, 133, 114, 140,
  145, 150, 178, 163, 172, 178, 199, 199, 184, 162, 146, 166,
  171, 180, 193, 181, 183, 218, 230, 242, 209, 191, 172, 194,
  196, 196, 236, 235, 229, 243, 264, 272, 237, 211, 180, 201,
  204, 188, 235, 227, 234, 264, 302, 293, 259, 229, 203, 229,
  242, 233, 267, 269, 270, 315, 364, 347, 312, 274, 237, 278,
  284, 277, 317, 313, 318, 374, 413, 405, 355, 306, 271, 306,
  315, 301, 356, 348, 355, 422, 465, 467, 404, 347, 305, 336,
  340, 318, 362, 348, 363, 435, 491, 505, 404, 359, 310, 337,
  360, 342, 406, 396, 420, 472, 548, 559, 463, 407, 362, 405,
  417, 391, 419, 461, 472, 535, 622, 606, 508, 461, 390, 432,
};

/* The indices are near those of the classical decomposition, which weights all years alike; R: decompose
 * (AirPassengers, "multiplicative")$figure. Recent years, which count more here, had a lower March. */
static void
test_published_season (void)
{
  static const double figure[12] = {
    0.9102304, 0.8836253, 1.0073663, 0.9759060, 0.9813780, 1.1127758,
    1.2265555, 1.2199110, 1.0604919, 0.9217572, 0.8011781, 0.8988244,
  };
  double values[144], block[2 * 144], index[12];
  CapacityScratch work = { .block = block, .size = G_N_ELEMENTS (block) };

  for (guint t = 0; t < 144; t++)
    values[t] = log (passengers[t]);
  capacity_season_estimate (values, 144, 12, index, &work);
  for (guint p = 0; p < 12; p++)
    g_assert_cmpfloat_with_epsilon (exp (index[p]), figure[p], 0.08);
}

/* The last year of the passengers, forecast from the eleven before it. */
static void
test_published_series (void)
{
  double error = 0.0;
  g_autoptr (CapacityForecast) forecast = forecast_months (passengers, 132, NULL);

  for (guint i = 0; i < 12; i++)
    {
      error += fabs (forecast->median[i] / passengers[132 + i] - 1.0) / 12;
      g_assert_cmpfloat (passengers[132 + i], >=, forecast->low95[i]);
      g_assert_cmpfloat (passengers[132 + i], <=, forecast->high95[i]);
    }
  g_test_message ("mean absolute percentage error %.3f", error);
  g_assert_cmpfloat (error, <, 0.05);
}

static void
test_season (void)
{
  static const guint lengths[] = { 18, 27, 40, N };

  for (guint k = 0; k < G_N_ELEMENTS (lengths); k++)
    {
      double values[N];
      g_autoptr (CapacityForecast) forecast = NULL;

      fill (values, lengths[k]);
      forecast = forecast_months (values, lengths[k], NULL);
      for (guint i = 0; i < 24; i++)
        g_assert_cmpfloat_with_epsilon (forecast->median[i] / season[(lengths[k] + i) % 12], 2000.0, 160.0);
    }
}

/* What a history repeats exactly, it goes on repeating; a restless one that shows no growth is taken to grow by a
 * little, as volumes usually do. */
static void
test_usual_growth (void)
{
  static const guint lengths[] = { 14, 24, 48, N };

  for (guint k = 0; k < G_N_ELEMENTS (lengths); k++)
    {
      double values[N], growth = 1.0;
      g_autoptr (CapacityForecast) repeated = NULL, restless = NULL;

      for (guint t = 0; t < N; t++)
        values[t] = 2000.0 * season[t % 12];
      repeated = forecast_months (values, lengths[k], NULL);
      for (guint i = 12; i < 24; i++)
        g_assert_cmpfloat_with_epsilon (repeated->median[i] / repeated->median[i - 12], 1.0, 0.002);

      for (guint t = 0; t < N; t++)
        values[t] = 2000.0 * exp (3.0 * noise (t));
      restless = forecast_months (values, lengths[k], NULL);
      for (guint i = 12; i < 24; i++)
        growth *= pow (restless->median[i] / restless->median[i - 12], 1.0 / 12.0);
      g_test_message ("%u months: %.4f", lengths[k], growth);
      g_assert_cmpfloat (growth, >, 1.005);
      g_assert_cmpfloat (growth, <, 1.03);
    }
}

/* One month of three or ten times the usual, or of nearly none, is told, as high as it is, and does not come back
 * next year. */
static void
test_peak (void)
{
  static const double factors[] = { 3.0, 10.0, 0.02 };

  for (guint k = 0; k < G_N_ELEMENTS (factors); k++)
    {
      double values[N];
      g_autoptr (CapacityForecast) usual = NULL, forecast = NULL;

      fill (values, N);
      usual = forecast_months (values, N, NULL);
      g_assert_cmpuint (usual->n_events, ==, 0);
      values[N - 20] *= factors[k];
      forecast = forecast_months (values, N, NULL);
      g_assert_cmpuint (forecast->n_events, ==, 1);
      g_assert_cmpint (forecast->events[0].kind, ==, CAPACITY_EVENT_PEAK);
      g_assert_cmpint (forecast->events[0].index, ==, capacity_month (2019, 1).index + N - 20);
      g_assert_cmpfloat_with_epsilon (forecast->events[0].factor / factors[k], 1.0, 0.15);
      for (guint i = 0; i < 24; i++)
        g_assert_cmpfloat_with_epsilon (forecast->median[i] / usual->median[i], 1.0, 0.05);
    }
}

/* A person's "no": the month counts as it was measured. A "no" to another month changes nothing. */
static void
test_refused_peak (void)
{
  double values[N];
  g_autoptr (CapacityForecast) found = NULL, refused = NULL, other = NULL;

  fill (values, N);
  values[N - 20] *= 3.0;
  found = forecast_months (values, N, NULL);
  refused = forecast_refused (values, N, N - 20);
  other = forecast_refused (values, N, N - 21);
  g_assert_cmpuint (found->n_events, ==, 1);
  g_assert_cmpuint (refused->n_events, ==, 0);
  g_assert_cmpuint (other->n_events, ==, 1);
  for (guint i = 0; i < 24; i++)
    g_assert_cmpfloat (other->median[i], ==, found->median[i]);
  g_assert_cmpfloat (refused->median[(24 - 20 + 12) % 12], >, 1.05 * found->median[(24 - 20 + 12) % 12]);
}

/* Without the shift, what was before it counts as much as what came after. */
static void
test_refused_shift (void)
{
  double values[N];
  g_autoptr (CapacityForecast) found = NULL, refused = NULL;

  fill (values, N);
  for (guint t = 0; t < 40; t++)
    values[t] *= 2.0;
  found = forecast_months (values, N, NULL);
  refused = forecast_refused (values, N, 40);
  g_assert_cmpuint (found->n_events, ==, 1);
  g_assert_cmpuint (refused->n_events, ==, 0);
  g_assert_cmpfloat (refused->high80[11] - refused->low80[11], >, found->high80[11] - found->low80[11]);
}

/* Days are forecast by weeks: a "no" holds for all weeks of its month. */
static void
test_refused_days (void)
{
  g_autofree double *values = g_new (double, 800);
  int first = capacity_period_convert (capacity_month (2023, 1), CAPACITY_PERIOD_DAY).index;
  CapacityPeriod month = { CAPACITY_PERIOD_DAY, first + 500 };
  CapacityRefusal refusal;
  g_autoptr (GPtrArray) refusals = g_ptr_array_new ();
  g_autoptr (CapacitySeries) series = NULL;
  g_autoptr (CapacityForecast) found = NULL, refused = NULL;

  for (guint t = 0; t < 800; t++)
    values[t] = 100.0 * (1.0 + noise (t)) * (t >= 498 && t < 505 ? 6.0 : 1.0);
  series = capacity_series_new (CAPACITY_PERIOD_DAY, first, values, 800);
  found = capacity_forecast_new (series, NULL, NULL, 60);
  g_assert_cmpuint (found->n_events, >, 0);
  month.index = found->events[0].index;
  refusal.month = capacity_period_convert (month, CAPACITY_PERIOD_MONTH).index;
  g_ptr_array_add (refusals, &refusal);
  refused = capacity_forecast_new (series, NULL, refusals, 60);
  g_assert_cmpuint (refused->n_events, <, found->n_events);
}

/* What comes every year is a season, however sharp. */
static void
test_repeated_peak (void)
{
  double values[N];
  g_autoptr (CapacityForecast) forecast = NULL;

  fill (values, N);
  for (guint t = 8; t < N; t += 12)
    values[t] *= 4.0;
  forecast = forecast_months (values, N, NULL);
  g_assert_cmpuint (forecast->n_events, ==, 0);
  g_assert_cmpfloat_with_epsilon (forecast->median[8] / (4.0 * 2000.0 * season[8]), 1.0, 0.15);
}

/* A service that is open five months of the year has a season, not rare arrivals. */
static void
test_closed_season (void)
{
  double values[N];
  g_autoptr (CapacityForecast) forecast = NULL;

  fill (values, N);
  for (guint t = 0; t < N; t++)
    if (t % 12 < 4 || t % 12 > 8)
      values[t] = 0.0;
  forecast = forecast_months (values, N, NULL);
  g_assert_cmpint (forecast->method, ==, CAPACITY_METHOD_COMBINATION);
  for (guint i = 0; i < 12; i++)
    g_assert_cmpfloat_with_epsilon (forecast->median[i], i < 4 || i > 8 ? 0.0 : 2000.0 * season[i], 100.0);
}

/* Half the service moved elsewhere: the new level goes on, without a fall. */
static void
test_shift (void)
{
  double values[N];
  g_autoptr (CapacityForecast) forecast = NULL;

  fill (values, N);
  for (guint t = 0; t < 40; t++)
    values[t] *= 2.0;
  forecast = forecast_months (values, N, NULL);
  g_assert_cmpuint (forecast->n_events, ==, 1);
  g_assert_cmpint (forecast->events[0].kind, ==, CAPACITY_EVENT_SHIFT);
  g_assert_cmpint (forecast->events[0].index, ==, capacity_month (2019, 1).index + 40);
  g_assert_cmpfloat_with_epsilon (forecast->events[0].factor, 0.5, 0.05);
  for (guint i = 0; i < 24; i++)
    g_assert_cmpfloat_with_epsilon (forecast->median[i] / 2000.0 / season[i % 12], 1.0, 0.06);
}

/* A series that only grows has no shift; one that jumps all the time has no events. */
static void
test_no_events (void)
{
  double values[N];
  g_autoptr (CapacityForecast) growing = NULL, wild = NULL;

  fill (values, N);
  for (guint t = 0; t < N; t++)
    values[t] *= exp (0.03 * t);
  growing = forecast_months (values, N, NULL);
  g_assert_cmpuint (growing->n_events, ==, 0);

  for (guint t = 0; t < N; t++)
    values[t] = t * 7 % 10 < 5 ? 10.0 + (t * t) % 7 : 1000.0 + (t * t) % 11;
  wild = forecast_months (values, N, NULL);
  g_assert_cmpuint (wild->n_events, ==, 0);
}

/* Counts that follow the working days of the month are forecast by them; others are left alone. */
static void
test_working_days (void)
{
  double values[N], error = 0.0, plain_error = 0.0;
  g_autoptr (CapacityCalendar) calendar = capacity_calendar_new (NULL, 0, NULL, 0);
  g_autoptr (CapacityForecast) forecast = NULL, plain = NULL, other = NULL;

  fill (values, N);
  other = forecast_months (values, N, calendar);
  g_assert_cmpfloat (other->working_days, ==, 0);

  for (guint t = 0; t < N; t++)
    {
      CapacityPeriod month = capacity_period_add (capacity_month (2019, 1), (int) t);

      values[t] *= capacity_calendar_working_days (calendar, month) / 21.0;
    }
  forecast = forecast_months (values, N, calendar);
  plain = forecast_months (values, N, NULL);
  g_assert_cmpfloat_with_epsilon (forecast->working_days, 1.0, 0.2);
  g_assert_cmpfloat (plain->working_days, ==, 0);
  for (guint i = 0; i < 24; i++)
    {
      CapacityPeriod month = { CAPACITY_PERIOD_MONTH, forecast->first + (int) i };
      double expected = 2000.0 * season[i % 12] * capacity_calendar_working_days (calendar, month) / 21.0;

      error += fabs (forecast->median[i] / expected - 1.0);
      plain_error += fabs (plain->median[i] / expected - 1.0);
    }
  g_assert_cmpfloat (error, <, 0.7 * plain_error);
}

/* Three invented years of days: fewer on weekends and holidays, more in spring. */
static double
usual_day (const CapacityCalendar *calendar,
           CapacityDate            date)
{
  double year = 1.0 + 0.25 * sin (2.0 * G_PI * (date % 364) / 364);

  if (capacity_date_weekday (date) > 5)
    return 40.0 * year;
  return (capacity_calendar_is_working_day (calendar, date) ? 300.0 : 15.0) * year;
}

static void
test_days (void)
{
  enum { DAYS = 3 * 365, AHEAD = 365 };
  double values[DAYS], error = 0.0, sum = 0.0;
  CapacityDate first = capacity_date_from_ymd (2022, 1, 3);
  g_autoptr (CapacityCalendar) calendar = capacity_calendar_new (NULL, 0, NULL, 0);
  g_autoptr (CapacitySeries) series = NULL;
  g_autoptr (CapacityForecast) forecast = NULL;

  for (guint t = 0; t < DAYS; t++)
    values[t] = usual_day (calendar, first + (int) t) * (1.0 + noise (t));
  values[200] = values[201] = NAN;
  series = capacity_series_new (CAPACITY_PERIOD_DAY, first, values, DAYS);
  forecast = capacity_forecast_new (series, calendar, NULL, AHEAD);

  g_assert_cmpint (forecast->first, ==, first + DAYS);
  g_assert_cmpint (forecast->method, ==, CAPACITY_METHOD_COMBINATION);
  for (guint i = 0; i < AHEAD; i++)
    {
      double expected = usual_day (calendar, forecast->first + (int) i);

      g_assert_cmpfloat (forecast->low95[i], >=, 0);
      g_assert_cmpfloat (forecast->low80[i], <=, forecast->median[i]);
      g_assert_cmpfloat (forecast->median[i], <=, forecast->high80[i]);
      error += fabs (forecast->median[i] - expected);
      sum += expected;
    }
  g_assert_cmpfloat (error / sum, <, 0.08);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/forecast/season/shrinkage", test_shrinkage);
  g_test_add_func ("/forecast/season/published", test_published_season);
  g_test_add_func ("/forecast/season/published-series", test_published_series);
  g_test_add_func ("/forecast/season/learnt", test_season);
  g_test_add_func ("/forecast/season/peak", test_peak);
  g_test_add_func ("/forecast/season/refused-peak", test_refused_peak);
  g_test_add_func ("/forecast/season/refused-shift", test_refused_shift);
  g_test_add_func ("/forecast/season/refused-days", test_refused_days);
  g_test_add_func ("/forecast/season/repeated-peak", test_repeated_peak);
  g_test_add_func ("/forecast/season/closed-season", test_closed_season);
  g_test_add_func ("/forecast/season/shift", test_shift);
  g_test_add_func ("/forecast/season/usual-growth", test_usual_growth);
  g_test_add_func ("/forecast/season/no-events", test_no_events);
  g_test_add_func ("/forecast/season/working-days", test_working_days);
  g_test_add_func ("/forecast/season/days", test_days);

  return g_test_run ();
}
