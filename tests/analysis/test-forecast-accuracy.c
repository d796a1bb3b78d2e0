/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-forecast.h"

#include <math.h>

/* On the monthly series of the M1 and tourism competitions, where they are at hand: the forecast is better
 * than the seasonal naïve at every length of history, and its intervals hold as often as they say. Skill is what
 * tests/bench forecast prints as skill_vs_snaive: half the ratio of the sMAPEs and half that of the MASEs. */

#define SEASON 12

typedef struct
{
  double smape, naive_smape;
  double mase, naive_mase;
  double inside80, inside95, n_points;
} Sums;

static char *
find_file (void)
{
  const char *shared = g_getenv ("CAPACITY_SHARED");

  if (shared != NULL)
    return g_build_filename (shared, "data", "forecast", "m1-tourism.txt", NULL);

  return g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "..", "shared", "data", "forecast",
                           "m1-tourism.txt", NULL);
}

static double
relative_error (double forecast,
                double actual)
{
  double size = fabs (forecast) + fabs (actual);

  return size > 0 ? 200.0 * fabs (forecast - actual) / size : 0.0;
}

static double
skill (const Sums *sums)
{
  return 0.5 * (sums->smape / sums->naive_smape + sums->mase / sums->naive_mase);
}

static void
add_series (Sums         *sums,
            const double *values,
            guint         n,
            guint         shown,
            guint         horizon)
{
  const double *actual = values + n;
  g_autoptr (CapacitySeries) series = capacity_series_new (CAPACITY_PERIOD_MONTH, 24000, actual - shown,
                                                           shown);
  g_autoptr (CapacityForecast) forecast = capacity_forecast_new (series, NULL, NULL, horizon);
  double scale = 0.0;

  for (guint t = SEASON; t < n; t++)
    scale += fabs (values[t] - values[t - SEASON]) / (n - SEASON);
  if (forecast->outcome != CAPACITY_FORECAST_OK || !(scale > 0))
    return;

  for (guint i = 0; i < horizon; i++)
    {
      double naive = actual[(int) (i % SEASON) - SEASON];

      sums->smape += relative_error (forecast->median[i], actual[i]) / horizon;
      sums->naive_smape += relative_error (naive, actual[i]) / horizon;
      sums->mase += fabs (actual[i] - forecast->median[i]) / scale / horizon;
      sums->naive_mase += fabs (actual[i] - naive) / scale / horizon;
      sums->inside80 += actual[i] >= forecast->low80[i] && actual[i] <= forecast->high80[i];
      sums->inside95 += actual[i] >= forecast->low95[i] && actual[i] <= forecast->high95[i];
      sums->n_points += 1.0;
    }
}

static void
add_line (Sums       *sums,
          const char *line,
          guint       last)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  guint count = g_strv_length (words);
  g_autofree double *values = g_new (double, count);
  guint n, horizon;

  if (count < 4)
    return;

  n = (guint) g_ascii_strtoull (words[2], NULL, 10);
  horizon = (guint) g_ascii_strtoull (words[3], NULL, 10);
  g_assert_cmpuint (count, >=, 4 + n + horizon);
  for (guint i = 4; i < count; i++)
    values[i - 4] = g_ascii_strtod (words[i], NULL);
  add_series (sums, values, n, MIN (last, n), horizon);
}

static void
test_competitions (void)
{
  static const struct { guint last; double skill; } cases[] = {
    { 13, 0.86 }, { 18, 0.83 }, { 24, 0.81 }, { 36, 0.805 }, { 60, 0.785 }, { G_MAXUINT, 0.775 },
  };
  g_autofree char *path = find_file (), *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    {
      g_test_skip ("the series are not here");
      return;
    }

  lines = g_strsplit (text, "\n", -1);
  for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      Sums sums = { 0 };

      for (guint i = 0; lines[i] != NULL; i++)
        add_line (&sums, lines[i], cases[k].last);
      g_test_message ("%u months: %.3f of the seasonal naïve; %.3f in 80 %%, %.3f in 95 %%", cases[k].last,
                      skill (&sums), sums.inside80 / sums.n_points,
                      sums.inside95 / sums.n_points);
      g_assert_cmpfloat (skill (&sums), <, cases[k].skill);
      if (cases[k].last >= 24)
        {
          g_assert_cmpfloat_with_epsilon (sums.inside80 / sums.n_points, 0.80, 0.02);
          g_assert_cmpfloat_with_epsilon (sums.inside95 / sums.n_points, 0.95, 0.01);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/forecast/accuracy/competitions", test_competitions);

  return g_test_run ();
}
