/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-theta.h"

#include <math.h>

/* Bounds of the smoothing constant: below, the start of the series would decide; above, only the last
 * value. */
#define ALPHA_MIN 0.02
#define ALPHA_MAX 0.98

/* The error of one series says little about its smoothing constant; far from what series have in common it
 * must earn its place: the sum of squares counts 1 + PENALTY (α − USUAL)² as much. */
#define ALPHA_USUAL 0.3
#define ALPHA_PENALTY 2.0

/* How much of the growth seen goes on: DRIFT_SHARE · n / (n + DRIFT_PRIOR), because over few periods growth is
 * mostly chance. The Theta method's half is what fourteen years come to. */
#define DRIFT_SHARE 0.8
#define DRIFT_PRIOR 100.0

/* D's share of the line is drawn to one half, as of so many more values as its error is worth. */
#define USUAL_WEIGHT 0.5
#define WEIGHT_PRIOR 10.0

/* The search for the constant: a grid, then golden sections between its best point's neighbours. */
#define GRID 9
#define SECTIONS 6

/* One member while its smoothing constant is looked for. */
typedef struct
{
  const double *values;
  guint         n;
  double        drift;      /* R: added every period */
  const double *intercepts; /* D: A_t, line through the values up to t */
  const double *slopes;     /* D: B_t */
  double        weight;     /* D: 1 − 1/θ */
  double        level;      /* after the last value */
} Model;

typedef double (*Loss) (Model *model, double alpha);

static double
penalty (double alpha)
{
  return 1.0 + ALPHA_PENALTY * pow (alpha - ALPHA_USUAL, 2);
}

/* Minimises the loss over the smoothing constant and leaves the model at the minimum. */
static double
search (Model *model,
        Loss   loss)
{
  const double golden = 0.6180339887498949, step = (ALPHA_MAX - ALPHA_MIN) / (GRID - 1);
  double best = INFINITY, centre = ALPHA_MIN, low, high, left, right, at_left, at_right;

  for (int i = 0; i < GRID; i++)
    {
      double value = loss (model, ALPHA_MIN + i * step);

      if (value < best)
        {
          best = value;
          centre = ALPHA_MIN + i * step;
        }
    }

  low = MAX (centre - step, ALPHA_MIN);
  high = MIN (centre + step, ALPHA_MAX);
  left = high - golden * (high - low);
  right = low + golden * (high - low);
  at_left = loss (model, left);
  at_right = loss (model, right);
  for (int i = 0; i < SECTIONS; i++)
    if (at_left < at_right)
      {
        high = right;
        right = left;
        at_right = at_left;
        left = high - golden * (high - low);
        at_left = loss (model, left);
      }
    else
      {
        low = left;
        left = right;
        at_left = at_right;
        right = low + golden * (high - low);
        at_right = loss (model, right);
      }

  centre = 0.5 * (low + high);
  loss (model, centre);
  return centre;
}

/* Sum of squared errors of simple exponential smoothing with drift. The forecast of each value is linear
 * in the first level, so that level has a closed form: with s_t the smoothing from level 0 and p_t = (1 −
 * α)^t, the error is y_t − s_t − p_t·l_0. */
static double
ses_loss (Model  *model,
          double  alpha)
{
  double smooth = 0.0, power = 1.0, rr = 0.0, rp = 0.0, pp = 0.0, first;

  for (guint t = 0; t < model->n; t++)
    {
      double rest = model->values[t] - model->drift * t - smooth;

      rr += rest * rest;
      rp += rest * power;
      pp += power * power;
      smooth += alpha * rest;
      power *= 1.0 - alpha;
    }

  first = rp / pp;
  model->level = smooth + power * first;
  return MAX (rr - rp * first, 0.0) * penalty (alpha);
}

/* The same for the dynamic Theta model: y_t = l_{t−1} + ω g_t + e_t, ω = 1 − 1/θ in [0, 1] and g_t = (1 −
 * α)^{t−1} A_{t−1} + [1 − (1 − α)^t]/α · B_{t−1}. Linear in the first level and in ω: two normal
 * equations. */
static double
dynamic_loss (Model  *model,
              double  alpha)
{
  double smooth = 0.0, power = 1.0, rr = 0.0, rp = 0.0, rg = 0.0, pp = 0.0, pg = 0.0, gg = 0.0;
  double determinant, prior, weight = 0.0, first;

  for (guint t = 0; t < model->n; t++)
    {
      double next = power * (1.0 - alpha);
      double rest = model->values[t] - smooth, line = 0.0;

      if (t > 0)
        line = power * model->intercepts[t - 1] + (1.0 - next) / alpha * model->slopes[t - 1];
      rr += rest * rest;
      rp += rest * power;
      rg += rest * line;
      pp += power * power;
      pg += power * line;
      gg += line * line;
      smooth += alpha * rest;
      power = next;
    }

  prior = WEIGHT_PRIOR * rr / model->n;
  determinant = pp * (gg + prior) - pg * pg;
  if (determinant > 1e-12 * pp * (gg + prior))
    weight = CLAMP ((pp * (rg + prior * USUAL_WEIGHT) - pg * rp) / determinant, 0.0, 1.0);
  first = (rp - weight * pg) / pp;
  model->weight = weight;
  model->level = smooth + power * first;
  return MAX (rr - 2.0 * (first * rp + weight * rg) + first * first * pp + 2.0 * first * weight * pg
              + weight * weight * gg, 0.0) * penalty (alpha);
}

/**
 * capacity_ses_fit:
 * @values: (array length=n): consecutive values without a gap
 * @n: their number, at least 1
 * @drift: by how much the level grows a period
 * @level: (out) (optional): the level after the last value
 *
 * Fits simple exponential smoothing with a known drift, l_t = l_{t−1} + d + α e_t, by least squares over α
 * and the first level (Hyndman, Koehler, Ord and Snyder, Forecasting with Exponential Smoothing, 2008,
 * section 3.1).
 *
 * Returns: the smoothing constant α
 */
double
capacity_ses_fit (const double *values,
                  guint         n,
                  double        drift,
                  double       *level)
{
  Model model = { .values = values, .n = n, .drift = drift };
  double alpha = search (&model, ses_loss);

  if (level != NULL)
    *level = model.level + drift * (n - 1.0);
  return alpha;
}

/**
 * capacity_theta_drift:
 * @values: (array length=n): consecutive values without a gap or season
 * @n: their number
 *
 * Returns: the part of the mean change from the first value to the last that goes on: about half, less where
 *   they are few
 */
double
capacity_theta_drift (const double *values,
                      guint         n)
{
  return n > 1 ? DRIFT_SHARE * (values[n - 1] - values[0]) / (n - 1.0) * n / (n + DRIFT_PRIOR) : 0.0;
}

/**
 * capacity_theta_forecast:
 * @values: (array length=n): consecutive values without a gap or season
 * @n: their number, at least 1
 * @drift: see capacity_theta_drift()
 * @horizon: periods ahead
 * @forecast: (array length=horizon) (out caller-allocated): the forecast
 *
 * The Theta method in its form as simple exponential smoothing with half the drift (Hyndman and Billah,
 * International Journal of Forecasting 19 (2003) 287–290).
 *
 * Returns: the smoothing constant
 */
double
capacity_theta_forecast (const double *values,
                         guint         n,
                         double        drift,
                         guint         horizon,
                         double       *forecast)
{
  double level, alpha = capacity_ses_fit (values, n, drift, &level);

  for (guint i = 0; i < horizon; i++)
    forecast[i] = level + drift * (i + 1.0);

  return alpha;
}

/* Least squares line through the values up to each one, by recursion (Fiorucci et al. 2016, equations
 * 17–19). */
static void
line_step (double  value,
           guint   t,
           double *mean,
           double *intercept,
           double *slope)
{
  double before = *mean;

  *mean += (value - before) / t;
  *slope = t == 1 ? 0.0 : ((t - 2.0) * *slope + 6.0 / t * (value - before)) / (t + 1.0);
  *intercept = *mean - 0.5 * (t + 1.0) * *slope;
}

/**
 * capacity_dynamic_forecast:
 * @values: (array length=n): consecutive values without a gap or season
 * @n: their number, at least 2
 * @horizon: periods ahead
 * @forecast: (array length=horizon) (out caller-allocated): the forecast
 * @work: room for 3 · @n numbers
 *
 * The dynamic optimised Theta model (Fiorucci, Pellegrini, Louzada, Petropoulos and Koehler, International
 * Journal of Forecasting 32 (2016) 1151–1161): the line that is added to exponential smoothing moves with the
 * series, and its share is estimated. Values count from the first, so that it does not matter from where they
 * are measured.
 */
void
capacity_dynamic_forecast (const double    *values,
                           guint            n,
                           guint            horizon,
                           double          *forecast,
                           CapacityScratch *work)
{
  gsize used = work->used;
  double *intercepts = capacity_scratch_take (work, n), *slopes = capacity_scratch_take (work, n);
  double *rises = capacity_scratch_take (work, n);
  Model model = { .values = rises, .n = n, .intercepts = intercepts, .slopes = slopes };
  double mean = 0.0, intercept = 0.0, slope = 0.0, alpha, power;

  for (guint t = 1; t <= n; t++)
    {
      rises[t - 1] = values[t - 1] - values[0];
      line_step (rises[t - 1], t, &mean, &intercept, &slope);
      intercepts[t - 1] = intercept;
      slopes[t - 1] = slope;
    }

  alpha = search (&model, dynamic_loss);
  power = pow (1.0 - alpha, n);
  for (guint i = 0; i < horizon; i++)
    {
      double next = power * (1.0 - alpha);
      double line = power * intercept + (1.0 - next) / alpha * slope;
      double rise = model.level + model.weight * line;

      forecast[i] = values[0] + rise;
      model.level += alpha * (rise - model.level);
      line_step (rise, n + 1 + i, &mean, &intercept, &slope);
      power = next;
    }

  work->used = used;
}
