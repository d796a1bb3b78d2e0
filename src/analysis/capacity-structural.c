/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-structural.h"

#include <math.h>

/* What is tried, as multiples of the variance of the noise: by how much the level moves a period, and how large the
 * season is. */
static const double walks[] = { 0.02, 0.1, 0.5 };
static const double seasons[] = { 1.0, 8.0, 64.0, 512.0 };

#define N_MODELS (G_N_ELEMENTS (walks) * G_N_ELEMENTS (seasons))

/* Most of a season is smooth: so much of its variance is shared with the neighbours, by their distance on the circle
 * of the year in units of REACH radii. */
#define SMOOTH 0.9
#define REACH 0.5

/* The noise is not known from a year and a bit alone: one value more, of noise of 3 %, is added. */
#define NOISE_PRIOR 1.0
#define NOISE_VARIANCE 0.001

/* One choice of both variances, and what follows from it. */
typedef struct
{
  double walk;
  double size;
  double evidence; /* logarithm of how likely it makes the values, but for a constant */
  double error;
  double season[CAPACITY_STRUCTURAL_LENGTH_MAX];
} Model;

/* Correlation of the season of two phases by how far apart they are. */
static void
correlate_phases (guint   length,
                  double *correlations)
{
  for (guint k = 0; k < length; k++)
    correlations[k] = SMOOTH * exp (-2.0 * pow (sin (G_PI * k / length) / REACH, 2));
  correlations[0] += 1.0 - SMOOTH;
}

/* Solves factor · x = b in place; the factor is lower triangular. */
static void
solve_forward (double (*factor)[CAPACITY_STRUCTURAL_MAX],
               guint    n,
               double  *b)
{
  for (guint i = 0; i < n; i++)
    {
      for (guint k = 0; k < i; k++)
        b[i] -= factor[i][k] * b[k];
      b[i] /= factor[i][i];
    }
}

static void
solve_backward (double (*factor)[CAPACITY_STRUCTURAL_MAX],
                guint    n,
                double  *b)
{
  for (guint i = n; i-- > 0;)
    {
      for (guint k = i + 1; k < n; k++)
        b[i] -= factor[k][i] * b[k];
      b[i] /= factor[i][i];
    }
}

/* Cholesky's factor of the covariance of the values, in units of the noise; returns half the logarithm of its
 * determinant. */
static double
factorise (const Model  *model,
           const double *correlations,
           guint         n,
           guint         length,
           double      (*factor)[CAPACITY_STRUCTURAL_MAX])
{
  double half_log = 0.0;

  for (guint i = 0; i < n; i++)
    {
      for (guint j = 0; j <= i; j++)
        {
          double rest = model->walk * j + model->size * correlations[(i - j) % length] + (i == j ? 1.0 : 0.0);

          for (guint k = 0; k < j; k++)
            rest -= factor[i][k] * factor[j][k];
          factor[i][j] = i == j ? sqrt (rest) : rest / factor[j][j];
        }
      half_log += log (factor[i][i]);
    }

  return half_log;
}

/* How much of a season's variance is still open, the mean over the phases. The level at the start counts as known:
 * indices sum to zero, so what they share with it is no error of theirs. */
static double
open_share (const double *correlations,
            double        size,
            guint         n,
            guint         length,
            double      (*factor)[CAPACITY_STRUCTURAL_MAX])
{
  double open = size;

  for (guint p = 0; p < length; p++)
    {
      double known[CAPACITY_STRUCTURAL_MAX];

      for (guint t = 0; t < n; t++)
        known[t] = size * correlations[(t + length - p) % length];
      solve_forward (factor, n, known);
      for (guint t = 0; t < n; t++)
        open -= known[t] * known[t] / length;
    }

  return MAX (open, 0.0);
}

/* The season that is to be expected given the values and both variances, and how well these agree: of the level at the
 * start nothing is known before, the variance of the noise is integrated out. */
static void
fit (Model        *model,
     const double *values,
     const double *correlations,
     guint         n,
     guint         length)
{
  double factor[CAPACITY_STRUCTURAL_MAX][CAPACITY_STRUCTURAL_MAX];
  double rest[CAPACITY_STRUCTURAL_MAX], ones[CAPACITY_STRUCTURAL_MAX];
  double half_log = factorise (model, correlations, n, length, factor);
  double cross = 0.0, square = 0.0, sum = NOISE_PRIOR * NOISE_VARIANCE, freedom = n - 1.0 + NOISE_PRIOR;

  for (guint t = 0; t < n; t++)
    {
      rest[t] = values[t] - values[0];
      ones[t] = 1.0;
    }
  solve_forward (factor, n, rest);
  solve_forward (factor, n, ones);
  for (guint t = 0; t < n; t++)
    {
      cross += rest[t] * ones[t];
      square += ones[t] * ones[t];
    }
  for (guint t = 0; t < n; t++)
    {
      rest[t] -= cross / square * ones[t];
      sum += rest[t] * rest[t];
    }

  model->evidence = -half_log - 0.5 * log (square) - 0.5 * freedom * log (sum);
  model->error = sum / freedom * open_share (correlations, model->size, n, length, factor);
  solve_backward (factor, n, rest);
  for (guint p = 0; p < length; p++)
    {
      model->season[p] = 0.0;
      for (guint t = 0; t < n; t++)
        model->season[p] += model->size * correlations[(t + length - p) % length] * rest[t];
    }
}

/**
 * capacity_structural_season:
 * @values: (array length=n): consecutive values without a gap, on the scale on which the season adds
 * @n: their number, more than @length, at most %CAPACITY_STRUCTURAL_MAX
 * @length: periods in a year, at most %CAPACITY_STRUCTURAL_LENGTH_MAX
 * @season: (array length=length) (out caller-allocated): the index of each position modulo @length; sums to zero
 *
 * The season of a short history, by the basic structural model y_t = level + season + noise with a level that walks
 * at random (Harvey, Forecasting, Structural Time Series Models and the Kalman Filter, 1989, section 2.3). Of a
 * month that was seen once or twice its neighbours tell most: the season is a Gaussian process on the circle of the
 * year (Rasmussen and Williams, Gaussian Processes for Machine Learning, 2006, equation 4.31). Level and season
 * cannot be told apart by one best choice of their variances either, so all that are tried count, by how likely they
 * make the values.
 *
 * Returns: the variance of the error of an index
 */
double
capacity_structural_season (const double *values,
                            guint         n,
                            guint         length,
                            double       *season)
{
  double correlations[CAPACITY_STRUCTURAL_LENGTH_MAX], top = -INFINITY, sum = 0.0, error = 0.0, mean = 0.0;
  Model models[N_MODELS];

  g_assert (n <= CAPACITY_STRUCTURAL_MAX && length <= CAPACITY_STRUCTURAL_LENGTH_MAX);

  correlate_phases (length, correlations);
  for (guint i = 0; i < N_MODELS; i++)
    {
      models[i].walk = walks[i / G_N_ELEMENTS (seasons)];
      models[i].size = seasons[i % G_N_ELEMENTS (seasons)];
      fit (&models[i], values, correlations, n, length);
      top = MAX (top, models[i].evidence);
    }

  for (guint p = 0; p < length; p++)
    season[p] = 0.0;
  for (guint i = 0; i < N_MODELS; i++)
    {
      double weight = exp (models[i].evidence - top);

      sum += weight;
      error += weight * models[i].error;
      for (guint p = 0; p < length; p++)
        season[p] += weight * models[i].season[p];
    }
  for (guint p = 0; p < length; p++)
    mean += season[p] / length;
  for (guint p = 0; p < length; p++)
    season[p] = (season[p] - mean) / sum;

  return error / sum;
}
