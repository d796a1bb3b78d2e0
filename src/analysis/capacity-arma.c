/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-arma.h"

#include <math.h>
#include <string.h>

/* Orders that are tried; more gain nothing on monthly series. */
static const struct { guint p, q; } orders[] = { { 0, 1 }, { 1, 0 }, { 1, 1 }, { 0, 2 }, { 2, 1 } };

#define ORDER_MAX 2
#define PARAMETERS_MAX 3

/* Changes that an order must have beyond its parameters to be tried. */
#define SPARE 6

/* As in the members that smooth, what series have in common counts: a first moving-average parameter of
 * −0.7 (which is exponential smoothing with α = 0.3) and none else; the sum of squares counts 1 + PENALTY
 * · distance² as much. */
#define USUAL_MA -0.7
#define PENALTY 0.3

/* Gauss–Newton steps with damping (Levenberg–Marquardt); a gain below TOLERANCE ends them. */
#define STEPS 8
#define TOLERANCE 1e-4
#define DAMPING 0.01

/* Roots are kept this far inside the unit circle. */
#define ROOM 0.98

/* An ARMA model of the changes: parameters φ_1…φ_p, θ_1…θ_q. */
typedef struct
{
  guint  p, q;
  double parameters[PARAMETERS_MAX];
  double loss;
} Arma;

/* Half the gradient of the loss and the Gauss–Newton matrix. */
typedef struct
{
  double gradient[PARAMETERS_MAX];
  double matrix[PARAMETERS_MAX][PARAMETERS_MAX];
} Slope;

/* Arrays over time: errors, and their derivatives by each parameter. */
typedef struct
{
  double *errors;
  double *derivatives[PARAMETERS_MAX];
} Traces;

static double
usual (const Arma *model,
       guint       i)
{
  return i == model->p && model->q > 0 ? USUAL_MA : 0.0;
}

static gboolean
is_inside (const double *c,
           guint         order)
{
  if (order == 1)
    return fabs (c[0]) < ROOM;
  if (order == 2)
    return fabs (c[1]) < ROOM && c[0] + c[1] < ROOM && c[1] - c[0] < ROOM;

  return TRUE;
}

/* Stationary and invertible. */
static gboolean
is_admissible (const Arma *model)
{
  double negated[ORDER_MAX] = { 0 };

  for (guint j = 0; j < model->q; j++)
    negated[j] = -model->parameters[model->p + j];

  return is_inside (model->parameters, model->p) && is_inside (negated, model->q);
}

/* The error at t, given those before: e_t = z_t − Σ φ_i z_{t−i} − Σ θ_j e_{t−j}; what lies before the
 * start is 0. */
static double
error_at (const Arma   *model,
          const double *changes,
          const double *errors,
          guint         t)
{
  double error = changes[t];

  for (guint i = 0; i < MIN (model->p, t); i++)
    error -= model->parameters[i] * changes[t - 1 - i];
  for (guint j = 0; j < MIN (model->q, t); j++)
    error -= model->parameters[model->p + j] * errors[t - 1 - j];

  return error;
}

/* Its derivative by parameter k, by the same recursion. */
static double
derivative_at (const Arma   *model,
               const double *changes,
               const Traces *traces,
               guint         t,
               guint         k)
{
  const double *own = traces->derivatives[k];
  guint lag = (k < model->p ? k : k - model->p) + 1;
  double derivative = 0.0;

  if (lag <= t)
    derivative = k < model->p ? -changes[t - lag] : -traces->errors[t - lag];
  for (guint j = 0; j < MIN (model->q, t); j++)
    derivative -= model->parameters[model->p + j] * own[t - 1 - j];

  return derivative;
}

/* The conditional sum of squares, penalised, and its slope. */
static void
evaluate (Arma         *model,
          const double *changes,
          guint         n,
          const Traces *traces,
          Slope        *slope)
{
  guint count = model->p + model->q;
  double sum = 0.0, distance = 0.0;

  *slope = (Slope) { 0 };
  for (guint t = 0; t < n; t++)
    {
      gboolean is_start = t < model->p;
      double error = is_start ? 0.0 : error_at (model, changes, traces->errors, t);

      traces->errors[t] = error;
      sum += error * error;
      for (guint k = 0; k < count; k++)
        {
          double derivative = is_start ? 0.0 : derivative_at (model, changes, traces, t, k);

          traces->derivatives[k][t] = derivative;
          slope->gradient[k] += derivative * error;
          for (guint l = 0; l <= k; l++)
            slope->matrix[k][l] += derivative * traces->derivatives[l][t];
        }
    }

  for (guint k = 0; k < count; k++)
    {
      double away = model->parameters[k] - usual (model, k);

      distance += away * away;
      slope->gradient[k] += PENALTY * sum * away;
      slope->matrix[k][k] += PENALTY * sum;
    }
  model->loss = sum * (1.0 + PENALTY * distance);
}

/* Solves matrix · step = −gradient by Cholesky's decomposition with the diagonal enlarged; FALSE if
 * singular. */
static gboolean
solve_step (const Slope *slope,
            guint        count,
            double       damping,
            double      *step)
{
  double factor[PARAMETERS_MAX][PARAMETERS_MAX];

  for (guint i = 0; i < count; i++)
    for (guint j = 0; j <= i; j++)
      {
        double rest = slope->matrix[i][j] * (i == j ? 1.0 + damping : 1.0);

        for (guint k = 0; k < j; k++)
          rest -= factor[i][k] * factor[j][k];
        if (i == j && !(rest > 0))
          return FALSE;
        factor[i][j] = i == j ? sqrt (rest) : rest / factor[j][j];
      }

  for (guint i = 0; i < count; i++)
    {
      step[i] = -slope->gradient[i];
      for (guint k = 0; k < i; k++)
        step[i] -= factor[i][k] * step[k];
      step[i] /= factor[i][i];
    }
  for (guint i = count; i-- > 0;)
    {
      for (guint k = i + 1; k < count; k++)
        step[i] -= factor[k][i] * step[k];
      step[i] /= factor[i][i];
    }

  return TRUE;
}

static void
fit (Arma         *model,
     const double *changes,
     guint         n,
     const Traces *traces)
{
  guint count = model->p + model->q;
  double damping = DAMPING, step[PARAMETERS_MAX];
  Slope slope;

  for (guint k = 0; k < count; k++)
    model->parameters[k] = usual (model, k);
  evaluate (model, changes, n, traces, &slope);

  for (int i = 0; i < STEPS && solve_step (&slope, count, damping, step); i++)
    {
      Arma candidate = *model;
      Slope candidate_slope;

      for (guint k = 0; k < count; k++)
        candidate.parameters[k] += step[k];
      candidate.loss = INFINITY;
      if (is_admissible (&candidate))
        evaluate (&candidate, changes, n, traces, &candidate_slope);

      if (candidate.loss < model->loss)
        {
          double gain = 1.0 - candidate.loss / model->loss;

          *model = candidate;
          slope = candidate_slope;
          damping *= 0.2;
          if (gain < TOLERANCE)
            break;
        }
      else
        damping = MAX (8.0 * damping, 5.0 * DAMPING);
    }
}

/* Akaike's criterion, corrected for few observations (Hurvich and Tsai, Biometrika 76 (1989) 297–307). */
static double
criterion (const Arma *model,
           guint       n)
{
  double size = n - model->p, parameters = model->p + model->q + 2.0;

  return size * log (MAX (model->loss / size, 1e-300)) + 2.0 * parameters * size / (size - parameters - 1.0);
}

static void
fit_best (Arma         *best,
          const double *changes,
          guint         n,
          const Traces *traces)
{
  double lowest = INFINITY;

  *best = (Arma) { 0 };
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      Arma model = { .p = orders[i].p, .q = orders[i].q };

      if (n < model.p + model.q + SPARE)
        continue;
      fit (&model, changes, n, traces);
      if (criterion (&model, n) < lowest)
        {
          lowest = criterion (&model, n);
          *best = model;
        }
    }
}

/**
 * capacity_arma_forecast:
 * @values: (array length=n): consecutive values without a gap or season
 * @n: their number, at least 2
 * @drift: by how much the forecast grows a period
 * @horizon: periods ahead
 * @forecast: (array length=horizon) (out caller-allocated): the forecast
 * @work: room for 5 · @n + 2 · @horizon numbers
 *
 * An ARIMA(p, 1, q) forecast, orders chosen among five by Akaike's corrected criterion, fitted by the
 * conditional sum of squares (Box and Jenkins, Time Series Analysis, 1970, section 7.1). The changes are
 * taken to have mean 0; the drift is added to the forecast only.
 */
void
capacity_arma_forecast (const double    *values,
                        guint            n,
                        double           drift,
                        guint            horizon,
                        double          *forecast,
                        CapacityScratch *work)
{
  gsize used = work->used;
  double *changes = capacity_scratch_take (work, n + horizon);
  Traces traces = { capacity_scratch_take (work, n + horizon) };
  double level = values[n - 1];
  Slope slope;
  Arma model;

  for (guint k = 0; k < PARAMETERS_MAX; k++)
    traces.derivatives[k] = capacity_scratch_take (work, n);
  for (guint t = 0; t + 1 < n; t++)
    changes[t] = values[t + 1] - values[t];

  fit_best (&model, changes, n - 1, &traces);
  evaluate (&model, changes, n - 1, &traces, &slope);
  for (guint i = 0; i < horizon; i++)
    {
      guint t = n - 1 + i;

      /* What is expected is what would make the error 0. */
      changes[t] = 0.0;
      changes[t] = -error_at (&model, changes, traces.errors, t);
      traces.errors[t] = 0.0;
      level += changes[t] + drift;
      forecast[i] = level;
    }

  work->used = used;
}
