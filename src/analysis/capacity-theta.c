/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-theta.h"

#include <math.h>

#include "capacity-statistics.h"

/* Bounds of the smoothing constant: below, the start of the series would decide; above, only the last value. */
#define ALPHA_MIN 0.1
#define ALPHA_MAX 0.95

/* How much of the growth seen goes on: the Theta method's half, times n / (n + DRIFT_PRIOR), because over few periods
 * growth is mostly chance. */
#define DRIFT_SHARE 0.5
#define DRIFT_PRIOR 75.0

/* D's share of the line is drawn to one half, as of so many more values as its error is worth. */
#define USUAL_WEIGHT 0.5
#define WEIGHT_PRIOR 10.0

/**
 * capacity_level_gain:
 * @ratio: variance of the change of the level from one period to the next, in units of the variance of the noise
 *
 * The smoothing constant that is best for a level that walks at random and is seen with noise:
 * α = (√(q² + 4q) − q)/2 (Muth, Journal of the American Statistical Association 55 (1960) 299–306; Harvey, Forecasting,
 * Structural Time Series Models and the Kalman Filter, 1989, section 4.1.2).
 *
 * Returns: α, from 0 for a level that stands still to 1 where there is no noise
 */
double
capacity_level_gain (double ratio)
{
  return 2.0 / (1.0 + sqrt (1.0 + 4.0 / ratio));
}

/**
 * capacity_theta_alpha:
 * @values: (array length=n): consecutive values without a gap or season
 * @n: their number
 * @walk: standard deviation of what the level moves a period
 *
 * The smoothing constant from how far each value is from the one before, of which the level's own way is a known part.
 * The error of one series tells its constant apart from others so poorly that the constant that fits best forecasts
 * worse, at every length of history: levels move about alike, it is the noise that differs.
 *
 * Returns: the smoothing constant
 */
double
capacity_theta_alpha (const double *values,
                      guint         n,
                      double        walk)
{
  double change = 0.0, noise;

  for (guint t = 1; t < n; t++)
    change += CAPACITY_MEAN_TO_SD * fabs (values[t] - values[t - 1]) / (n - 1.0);
  noise = (change * change - walk * walk) / 2.0;

  return noise > 0 ? CLAMP (capacity_level_gain (walk * walk / noise), ALPHA_MIN, ALPHA_MAX) : ALPHA_MAX;
}

/**
 * capacity_ses_level:
 * @values: (array length=n): consecutive values without a gap
 * @n: their number, at least 1
 * @alpha: the smoothing constant, above 0 and below 1
 * @drift: by how much the level grows a period
 *
 * Simple exponential smoothing with a known drift, l_t = l_{t−1} + d + α e_t (Hyndman, Koehler, Ord and Snyder,
 * Forecasting with Exponential Smoothing, 2008, section 3.1). The forecast of each value is linear in the first level,
 * so the level that has least squared errors has a closed form: with s_t the smoothing from level 0 and p_t = (1 − α)^t,
 * the error is y_t − s_t − p_t·l_0.
 *
 * Returns: the level after the last value
 */
double
capacity_ses_level (const double *values,
                    guint         n,
                    double        alpha,
                    double        drift)
{
  double smooth = 0.0, power = 1.0, rest_power = 0.0, power_power = 0.0;

  for (guint t = 0; t < n; t++)
    {
      double rest = values[t] - drift * t - smooth;

      rest_power += rest * power;
      power_power += power * power;
      smooth += alpha * rest;
      power *= 1.0 - alpha;
    }

  return smooth + power * rest_power / power_power + drift * (n - 1.0);
}

/**
 * capacity_theta_drift:
 * @values: (array length=n): consecutive values without a gap or season
 * @n: their number
 *
 * Returns: the part of the mean change from the first value to the last that goes on: half, less where they are few
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
 * @alpha: see capacity_theta_alpha()
 * @drift: see capacity_theta_drift()
 * @horizon: periods ahead
 * @forecast: (array length=horizon) (out caller-allocated): the forecast
 *
 * The Theta method in its form as simple exponential smoothing with half the drift (Hyndman and Billah,
 * International Journal of Forecasting 19 (2003) 287–290).
 */
void
capacity_theta_forecast (const double *values,
                         guint         n,
                         double        alpha,
                         double        drift,
                         guint         horizon,
                         double       *forecast)
{
  double level = capacity_ses_level (values, n, alpha, drift);

  for (guint i = 0; i < horizon; i++)
    forecast[i] = level + drift * (i + 1.0);
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

/* The dynamic model in the values that were seen. */
typedef struct
{
  const double *rises;      /* y_t − y_1 */
  const double *intercepts; /* A_t, line through the values up to t */
  const double *slopes;     /* B_t */
  guint         n;
  double        alpha;
  double        weight;     /* ω = 1 − 1/θ */
  double        level;      /* after the last value */
} Dynamic;

/* y_t = l_{t−1} + ω g_t + e_t, ω in [0, 1] and g_t = (1 − α)^{t−1} A_{t−1} + [1 − (1 − α)^t]/α · B_{t−1}. Linear in the
 * first level and in ω: two normal equations. */
static void
fit_dynamic (Dynamic *model)
{
  double smooth = 0.0, power = 1.0, rr = 0.0, rp = 0.0, rg = 0.0, pp = 0.0, pg = 0.0, gg = 0.0;
  double determinant, prior;

  for (guint t = 0; t < model->n; t++)
    {
      double next = power * (1.0 - model->alpha);
      double rest = model->rises[t] - smooth, line = 0.0;

      if (t > 0)
        line = power * model->intercepts[t - 1] + (1.0 - next) / model->alpha * model->slopes[t - 1];
      rr += rest * rest;
      rp += rest * power;
      rg += rest * line;
      pp += power * power;
      pg += power * line;
      gg += line * line;
      smooth += model->alpha * rest;
      power = next;
    }

  prior = WEIGHT_PRIOR * rr / model->n;
  determinant = pp * (gg + prior) - pg * pg;
  if (determinant > 1e-12 * pp * (gg + prior))
    model->weight = CLAMP ((pp * (rg + prior * USUAL_WEIGHT) - pg * rp) / determinant, 0.0, 1.0);
  model->level = smooth + power * (rp - model->weight * pg) / pp;
}

/**
 * capacity_dynamic_forecast:
 * @values: (array length=n): consecutive values without a gap or season
 * @n: their number, at least 2
 * @alpha: see capacity_theta_alpha()
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
                           double           alpha,
                           guint            horizon,
                           double          *forecast,
                           CapacityScratch *work)
{
  gsize used = work->used;
  double *intercepts = capacity_scratch_take (work, n), *slopes = capacity_scratch_take (work, n);
  double *rises = capacity_scratch_take (work, n);
  Dynamic model = { .rises = rises, .intercepts = intercepts, .slopes = slopes, .n = n, .alpha = alpha };
  double mean = 0.0, intercept = 0.0, slope = 0.0, power = pow (1.0 - alpha, n);

  for (guint t = 1; t <= n; t++)
    {
      rises[t - 1] = values[t - 1] - values[0];
      line_step (rises[t - 1], t, &mean, &intercept, &slope);
      intercepts[t - 1] = intercept;
      slopes[t - 1] = slope;
    }

  fit_dynamic (&model);
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
