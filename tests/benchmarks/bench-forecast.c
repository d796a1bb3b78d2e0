/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-forecast.h"

#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <time.h>

/* How good the forecast is on series whose continuation is known: bench-forecast FILE… [--last K].
 *
 * Each line of a file is "SET ID N H", then N training values, then H test values; only the training
 * values are shown to the forecast, of them the last K. The measures are those of the M4 competition
 * (Makridakis, Spiliotis and Assimakopoulos, International Journal of Forecasting 36 (2020) 54–74); the
 * forecast is compared with Naive2 and with the seasonal naïve. A row is printed for each set, and one for
 * all series together. */

#define SEASON 12
#define HORIZON_MAX 120
#define SETS_MAX 32
/* Penalty of the mean scaled interval score at 95 %: 2 / 0.05. */
#define MISS_PENALTY 40.0

typedef struct
{
  char   name[32];
  guint  n_series;
  guint  n_points;
  double smape, mase;
  double smape_naive2, mase_naive2;
  double smape_snaive, mase_snaive;
  double inside80, inside95;
  double msis;
  double ms;
} Score;

/* M4's test whether a series has a season, at 90 %: the autocorrelation at a year against its standard
 * error. */
static gboolean
has_season (const double *y,
            guint         n)
{
  double mean = 0.0, variance = 0.0, r = 0.0, sum = 1.0;

  if (n < 3 * SEASON)
    return FALSE;

  for (guint t = 0; t < n; t++)
    mean += y[t] / n;
  for (guint t = 0; t < n; t++)
    variance += (y[t] - mean) * (y[t] - mean);
  for (guint lag = 1; lag <= SEASON; lag++)
    {
      r = 0.0;
      for (guint t = lag; t < n; t++)
        r += (y[t] - mean) * (y[t - lag] - mean) / variance;
      if (lag < SEASON)
        sum += 2.0 * r * r;
    }

  return fabs (r) > 1.645 * sqrt (sum / n);
}

/* Classical multiplicative decomposition; the indices have mean 1. */
static void
decompose (const double *y,
           guint         n,
           double       *index)
{
  double sum[SEASON] = { 0 }, total = 0.0;
  guint count[SEASON] = { 0 };

  for (guint t = SEASON / 2; t + SEASON / 2 < n; t++)
    {
      double trend = 0.5 * (y[t - SEASON / 2] + y[t + SEASON / 2]);

      for (guint k = t - SEASON / 2 + 1; k < t + SEASON / 2; k++)
        trend += y[k];
      sum[t % SEASON] += y[t] / (trend / SEASON);
      count[t % SEASON]++;
    }
  for (guint p = 0; p < SEASON; p++)
    total += sum[p] / count[p];
  for (guint p = 0; p < SEASON; p++)
    index[p] = MAX (sum[p] / count[p] * SEASON / total, 1e-12);
}

static void
naive2 (const double *y,
        guint         n,
        guint         horizon,
        double       *forecast)
{
  double index[SEASON];

  for (guint p = 0; p < SEASON; p++)
    index[p] = 1.0;
  if (has_season (y, n))
    decompose (y, n, index);
  for (guint i = 0; i < horizon; i++)
    forecast[i] = y[n - 1] / index[(n - 1) % SEASON] * index[(n + i) % SEASON];
}

static void
seasonal_naive (const double *y,
                guint         n,
                guint         horizon,
                double       *forecast)
{
  for (guint i = 0; i < horizon; i++)
    forecast[i] = n >= SEASON ? y[n - SEASON + i % SEASON] : y[n - 1];
}

static double
smape (const double *forecast,
       const double *actual,
       guint         horizon)
{
  double sum = 0.0;

  for (guint i = 0; i < horizon; i++)
    if (fabs (forecast[i]) + fabs (actual[i]) > 0)
      sum += 200.0 * fabs (forecast[i] - actual[i]) / (fabs (forecast[i]) + fabs (actual[i]));

  return sum / horizon;
}

static double
mean_error (const double *forecast,
            const double *actual,
            guint         horizon)
{
  double sum = 0.0;

  for (guint i = 0; i < horizon; i++)
    sum += fabs (forecast[i] - actual[i]);

  return sum / horizon;
}

/* Mean absolute error of the seasonal naïve within the whole training part, also where only its end is
 * shown: the same unit at every length. */
static double
scale_of (const double *y,
          guint         n)
{
  double sum = 0.0;

  for (guint t = SEASON; t < n; t++)
    sum += fabs (y[t] - y[t - SEASON]) / (n - SEASON);

  return sum;
}

static void
score_intervals (Score                  *score,
                 const CapacityForecast *forecast,
                 const double           *actual,
                 double                  scale)
{
  double sum = 0.0;

  for (guint i = 0; i < forecast->horizon; i++)
    {
      score->inside80 += actual[i] >= forecast->low80[i] && actual[i] <= forecast->high80[i];
      score->inside95 += actual[i] >= forecast->low95[i] && actual[i] <= forecast->high95[i];
      sum += forecast->high95[i] - forecast->low95[i];
      sum += MISS_PENALTY * MAX (forecast->low95[i] - actual[i], 0.0);
      sum += MISS_PENALTY * MAX (actual[i] - forecast->high95[i], 0.0);
    }

  score->msis += sum / forecast->horizon / scale;
}

static double
thread_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec * 1e-6;
}

/* Forecasts one series from its last @shown training values and adds how that went to @score. */
static void
score_series (Score        *score,
              const double *y,
              guint         n,
              guint         shown,
              guint         horizon)
{
  double reference[HORIZON_MAX], scale = scale_of (y, n), start;
  const double *actual = y + n;
  g_autoptr (CapacitySeries) history = NULL;
  g_autoptr (CapacityForecast) forecast = NULL;

  y += n - shown;
  history = capacity_series_new (CAPACITY_PERIOD_MONTH, capacity_month (2000, 1).index, y, shown);
  start = thread_ms ();
  forecast = capacity_forecast_new (history, NULL, NULL, horizon);
  score->ms += thread_ms () - start;
  if (forecast->outcome != CAPACITY_FORECAST_OK || !(scale > 0))
    return;

  score->n_series++;
  score->n_points += horizon;
  score->smape += smape (forecast->median, actual, horizon);
  score->mase += mean_error (forecast->median, actual, horizon) / scale;
  naive2 (y, shown, horizon, reference);
  score->smape_naive2 += smape (reference, actual, horizon);
  score->mase_naive2 += mean_error (reference, actual, horizon) / scale;
  seasonal_naive (y, shown, horizon, reference);
  score->smape_snaive += smape (reference, actual, horizon);
  score->mase_snaive += mean_error (reference, actual, horizon) / scale;
  score_intervals (score, forecast, actual, scale);
}

static Score *
score_of_set (Score      *scores,
              guint      *n_scores,
              const char *name)
{
  for (guint i = 0; i < *n_scores; i++)
    if (g_str_equal (scores[i].name, name))
      return &scores[i];
  if (*n_scores == SETS_MAX)
    g_error ("more than %d sets", SETS_MAX);

  g_strlcpy (scores[*n_scores].name, name, sizeof scores->name);
  return &scores[(*n_scores)++];
}

static void
read_line (const char *line,
           guint       last,
           Score      *scores,
           guint      *n_scores)
{
  g_auto (GStrv) words = g_strsplit_set (line, " \t\r", -1);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  guint64 n = 0, horizon = 0;

  if (g_strv_length (words) < 4)
    return;
  if (!g_ascii_string_to_unsigned (words[2], 10, 1, G_MAXINT, &n, NULL)
      || !g_ascii_string_to_unsigned (words[3], 10, 1, HORIZON_MAX, &horizon, NULL))
    g_error ("not a series: %.40s", line);

  for (guint i = 4; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      {
        double value = g_ascii_strtod (words[i], NULL);

        g_array_append_val (values, value);
      }
  if (values->len != n + horizon)
    g_error ("%s %s has %u values", words[0], words[1], values->len);

  score_series (score_of_set (scores, n_scores, words[0]), (const double *) (gpointer) values->data,
                (guint) n, (guint) (last > 0 ? MIN (last, n) : n), (guint) horizon);
}

static void
add (Score       *sum,
     const Score *score)
{
  sum->n_series += score->n_series;
  sum->n_points += score->n_points;
  sum->smape += score->smape;
  sum->mase += score->mase;
  sum->smape_naive2 += score->smape_naive2;
  sum->mase_naive2 += score->mase_naive2;
  sum->smape_snaive += score->smape_snaive;
  sum->mase_snaive += score->mase_snaive;
  sum->inside80 += score->inside80;
  sum->inside95 += score->inside95;
  sum->msis += score->msis;
  sum->ms += score->ms;
}

/* One row: the means of a set. Skill compares as OWA does, with the seasonal naïve in the place of Naive2. */
static void
print (const Score *score)
{
  double n = score->n_series;

  g_print ("%s %u %.4f %.3f %.4f %.4f %.4f %.4f %.3f %.4f\n", score->name, score->n_series,
           0.5 * (score->smape / score->smape_naive2 + score->mase / score->mase_naive2),
           score->smape / n, score->mase / n,
           0.5 * (score->smape / score->smape_snaive + score->mase / score->mase_snaive),
           score->inside80 / score->n_points, score->inside95 / score->n_points, score->msis / n,
           score->ms / n);
}

int
main (int    argc,
      char **argv)
{
  int last = 0;
  g_auto (GStrv) files = NULL;
  const GOptionEntry entries[] = {
    { "last", 0, 0, G_OPTION_ARG_INT, &last, "Show only the last K training values", "K" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, "FILE…" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  Score scores[SETS_MAX] = { 0 }, pooled = { .name = "pooled" };
  guint n_scores = 0;

  setlocale (LC_ALL, "C.UTF-8");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || files == NULL || last < 0)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "bench-forecast FILE… [--last K]");
      return 2;
    }

  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autofree char *text = NULL;
      g_auto (GStrv) lines = NULL;

      if (!g_file_get_contents (files[i], &text, NULL, &error))
        {
          g_printerr ("%s\n", error->message);
          return 1;
        }
      lines = g_strsplit (text, "\n", -1);
      for (guint k = 0; lines[k] != NULL; k++)
        read_line (lines[k], (guint) last, scores, &n_scores);
    }

  g_print ("set series owa smape mase skill_vs_snaive cov80 cov95 msis ms_per_series\n");
  for (guint i = 0; i < n_scores; i++)
    {
      print (&scores[i]);
      add (&pooled, &scores[i]);
    }
  print (&pooled);

  return 0;
}
