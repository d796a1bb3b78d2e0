/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-forecast.h"

#include <math.h>
#include <string.h>

/* An invented history with one closed month, so that there is an event to keep. */
static CapacityForecast *
make_forecast (void)
{
  double values[48];
  g_autoptr (CapacitySeries) series = NULL;

  for (guint t = 0; t < 48; t++)
    values[t] = t == 20 ? 10.0 : 1000.0 + 100.0 * sin (t * 0.5236) + 20.0 * sin (t * 12.9898);
  series = capacity_series_new (CAPACITY_PERIOD_MONTH, 24000, values, 48);

  return capacity_forecast_new (series, NULL, NULL, 18);
}

static void
assert_same_bytes (const CapacityForecast *forecast)
{
  g_autoptr (GBytes) bytes = capacity_forecast_to_bytes (forecast), again = NULL;
  g_autoptr (CapacityForecast) copy = capacity_forecast_parse (bytes);

  g_assert_nonnull (copy);
  again = capacity_forecast_to_bytes (copy);
  g_assert_true (g_bytes_equal (bytes, again));
}

static void
test_round_trip (void)
{
  g_autoptr (CapacityForecast) forecast = make_forecast (), copy = NULL, refused = NULL;
  g_autoptr (CapacitySeries) empty = capacity_series_new (CAPACITY_PERIOD_WEEK, 7, NULL, 0);
  g_autoptr (GBytes) bytes = capacity_forecast_to_bytes (forecast);

  assert_same_bytes (forecast);
  copy = capacity_forecast_parse (bytes);
  g_assert_cmpint (copy->first, ==, forecast->first);
  g_assert_cmpint (copy->method, ==, forecast->method);
  g_assert_cmpuint (copy->members, ==, forecast->members);
  g_assert_cmpuint (copy->n_events, ==, 1);
  g_assert_cmpint (copy->events[0].index, ==, 24020);
  g_assert_cmpfloat (copy->events[0].factor, ==, forecast->events[0].factor);
  for (guint i = 0; i < forecast->horizon; i++)
    g_assert_cmpfloat (copy->high95[i], ==, forecast->high95[i]);

  refused = capacity_forecast_new (empty, NULL, NULL, 12);
  g_assert_cmpint (refused->outcome, ==, CAPACITY_FORECAST_ALL_MISSING);
  assert_same_bytes (refused);
}

static void
test_truncated (void)
{
  g_autoptr (CapacityForecast) forecast = make_forecast ();
  g_autoptr (GBytes) bytes = capacity_forecast_to_bytes (forecast);

  for (gsize size = 0; size < g_bytes_get_size (bytes); size++)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (bytes, 0, size);

      g_assert_null (capacity_forecast_parse (cut));
    }
}

/* Any byte that is not what it was is noticed, in front, at the end and between. */
static void
test_damaged (void)
{
  g_autoptr (CapacityForecast) forecast = make_forecast ();
  g_autoptr (GBytes) bytes = capacity_forecast_to_bytes (forecast);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (gsize i = 0; i < size; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) damaged = NULL;

      copy[i] ^= 0x40;
      damaged = g_bytes_new (copy, size);
      g_assert_null (capacity_forecast_parse (damaged));
    }
}

/* Bytes that carry a right sum but say what cannot be. */
static GBytes *
with_word (GBytes  *bytes,
           guint    at,
           guint64  word)
{
  gsize size;
  g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  guint64 sum = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  size = g_bytes_get_size (bytes);
  word = GUINT64_TO_LE (word);
  memcpy (copy + 8 * at, &word, 8);
  for (gsize i = 0; i + 8 < size; i++)
    sum = (sum ^ copy[i]) * G_GUINT64_CONSTANT (0x100000001b3);
  sum = GUINT64_TO_LE (sum);
  memcpy (copy + size - 8, &sum, 8);

  return g_bytes_new (copy, size);
}

static void
test_hostile (void)
{
  g_autoptr (CapacityForecast) forecast = make_forecast ();
  g_autoptr (GBytes) bytes = capacity_forecast_to_bytes (forecast), same = NULL;
  g_autoptr (CapacityForecast) kept = NULL;
  /* Positions: mark, outcome, method, kind, first, horizon, used, missing, members, events, four numbers,
   * courses. */
  static const struct { guint at; guint64 word; } cases[] = {
    { 0, 0 }, { 1, 99 }, { 2, 99 }, { 3, 5 }, { 5, 17 }, { 5, G_MAXUINT64 }, { 5, G_MAXUINT32 },
    { 6, G_MAXUINT64 }, { 8, 1024 }, { 9, 2 }, { 9, G_MAXUINT64 / 24 },
    { 13, G_GUINT64_CONSTANT (0x4000000000000000) },
    { 14, G_GUINT64_CONSTANT (0x7ff8000000000000) }, { 14, G_GUINT64_CONSTANT (0xbff0000000000000) },
    { 14 + 4 * 18, G_GUINT64_CONSTANT (0x7ff0000000000000) }, { 14 + 5 * 18, 9 },
  };

  same = with_word (bytes, 6, forecast->n_used);
  kept = capacity_forecast_parse (same);
  g_assert_nonnull (kept);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) hostile = with_word (bytes, cases[i].at, cases[i].word);

      g_assert_null (capacity_forecast_parse (hostile));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/forecast/bytes/round-trip", test_round_trip);
  g_test_add_func ("/forecast/bytes/truncated", test_truncated);
  g_test_add_func ("/forecast/bytes/damaged", test_damaged);
  g_test_add_func ("/forecast/bytes/hostile", test_hostile);

  return g_test_run ();
}
