/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-damped.h"

#include <math.h>

/* What is tried. The error hardly differs between neighbours, and the forecast hardly either. */
static const double levels[] = { 0.05, 0.15, 0.3, 0.5, 0.75 };
static const double trends[] = { 0.02, 0.1, 0.25 };
static const double dampings[] = { 0.8, 0.9, 0.97 };

/* As in the other members, one series says little about its constants. The sum of squares counts 1 +
 * LEVEL_PENALTY (α − USUAL_LEVEL)² + TREND_PENALTY β · 36 / n as much: a restless trend needs years to be
 * believed. */
#define USUAL_LEVEL 0.3
#define LEVEL_PENALTY 3.0
#define TREND_PENALTY 36.0

/* The first level is the mean of so many values; the first trend is none. */
#define START 6

/* Exponential smoothing with a damped trend, after the last value. */
typedef struct
{
  double alpha;
  double beta;
  double phi;
  double level;
  double trend;
} Damped;

static double
start_level (const double *values,
             guint         n)
{
  double level = 0.0;

  n = MIN (n, START);
  for (guint t = 0; t < n; t++)
    level += values[t] / n;

  return level;
}

/* Runs through the values; the sum of squared errors, penalised. */
static double
run (Damped       *model,
     const double *values,
     guint         n,
     double        start)
{
  double sum = 0.0;

  model->level = start;
  model->trend = 0.0;
  for (guint t = 0; t < n; t++)
    {
      double expected = model->level + model->phi * model->trend, error = values[t] - expected;

      sum += error * error;
      model->level = expected + model->alpha * error;
      model->trend = model->phi * model->trend + model->alpha * model->beta * error;
    }

  return sum * (1.0 + LEVEL_PENALTY * pow (model->alpha - USUAL_LEVEL, 2) + TREND_PENALTY * model->beta / n);
}

/**
 * capacity_damped_forecast:
 * @values: (array length=n): consecutive values without a gap or season
 * @n: their number, at least 1
 * @horizon: periods ahead
 * @forecast: (array length=horizon) (out caller-allocated): the forecast
 *
 * Exponential smoothing with a damped trend: ŷ_t = l_{t−1} + φ b_{t−1}, l_t = ŷ_t + α e_t, b_t = φ b_{t−1} +
 * α β e_t; the forecast is l_n + (φ + … + φ^h) b_n (Gardner and McKenzie, Management Science 31 (1985)
 * 1237–1246, in the notation of Hyndman et al. 2008, ETS(A,Ad,N)). It follows a trend that has turned, which
 * the mean change over the whole history does not. The constants are the best of a grid.
 */
void
capacity_damped_forecast (const double *values,
                          guint         n,
                          guint         horizon,
                          double       *forecast)
{
  double start = start_level (values, n), least = INFINITY, share = 0.0, power = 1.0;
  Damped best = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    for (guint j = 0; j < G_N_ELEMENTS (trends); j++)
      for (guint k = 0; k < G_N_ELEMENTS (dampings); k++)
        {
          Damped model = { .alpha = levels[i], .beta = trends[j], .phi = dampings[k] };
          double loss = run (&model, values, n, start);

          if (loss < least)
            {
              least = loss;
              best = model;
            }
        }

  for (guint i = 0; i < horizon; i++)
    {
      power *= best.phi;
      share += power;
      forecast[i] = best.level + share * best.trend;
    }
}
