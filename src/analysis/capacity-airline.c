/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-airline.h"

#include <math.h>
#include <string.h>

/* What is tried of both parameters. The error hardly differs between neighbours. */
static const double levels[] = { 0.2, 0.4, 0.6, 0.8, 0.9 };
static const double seasons[] = { 0.3, 0.5, 0.7, 0.85, 0.95 };

/* As in the other members, one series says little about its parameters, of its season least. The sum of squares counts
 * 1 + LEVEL_PENALTY (θ − USUAL_LEVEL)² + SEASON_PENALTY (Θ − USUAL_SEASON)² as much. */
#define USUAL_LEVEL 0.6
#define LEVEL_PENALTY 2.0
#define USUAL_SEASON 0.8
#define SEASON_PENALTY 5.0

typedef struct
{
  double theta;
  double season;
  guint  length;
} Airline;

/* What the value at @t, later than a year and a period, was expected to be, given the values and errors before. */
static double
expect (const Airline *model,
        const double  *values,
        const double  *errors,
        guint          t)
{
  guint year = model->length;

  return values[t - 1] + values[t - year] - values[t - year - 1] - model->theta * errors[t - 1]
         - model->season * errors[t - year] + model->theta * model->season * errors[t - year - 1];
}

/* The conditional sum of squares; the first year and period have no error. */
static double
run (const Airline *model,
     const double  *values,
     guint          n,
     double        *errors)
{
  double sum = 0.0;

  memset (errors, 0, (model->length + 1) * sizeof *errors);
  for (guint t = model->length + 1; t < n; t++)
    {
      errors[t] = values[t] - expect (model, values, errors, t);
      sum += errors[t] * errors[t];
    }

  return sum;
}

static Airline
fit (const double *values,
     guint         n,
     guint         length,
     double       *errors)
{
  Airline best = { USUAL_LEVEL, USUAL_SEASON, length };
  double least = INFINITY;

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    for (guint j = 0; j < G_N_ELEMENTS (seasons); j++)
      {
        Airline model = { levels[i], seasons[j], length };
        double loss = run (&model, values, n, errors);

        loss *= 1.0 + LEVEL_PENALTY * pow (model.theta - USUAL_LEVEL, 2)
                + SEASON_PENALTY * pow (model.season - USUAL_SEASON, 2);
        if (loss < least)
          {
            least = loss;
            best = model;
          }
      }

  return best;
}

/**
 * capacity_airline_forecast:
 * @values: (array length=n): consecutive values without a gap
 * @n: their number, more than a year and a period
 * @length: periods in a year
 * @horizon: periods ahead
 * @forecast: (array length=horizon) (out caller-allocated): the forecast
 * @work: room for 2 · (@n + @horizon) numbers
 *
 * The seasonal model of Box and Jenkins (Time Series Analysis, 1970, section 9.2), known from airline passengers,
 * ARIMA(0,1,1)(0,1,1): (1 − B)(1 − B^L) y_t = (1 − θB)(1 − ΘB^L) e_t. It takes trend and season from the changes
 * against the year before, so that it may have moved where the other members hold both still. The parameters are the
 * best of a grid by the conditional sum of squares. A season that was taken out of @values the same every year makes
 * no difference.
 */
void
capacity_airline_forecast (const double    *values,
                           guint            n,
                           guint            length,
                           guint            horizon,
                           double          *forecast,
                           CapacityScratch *work)
{
  gsize used = work->used;
  double *course = capacity_scratch_take (work, n + horizon), *errors = capacity_scratch_take (work, n + horizon);
  Airline model;

  g_assert (n > length + 1);

  memcpy (course, values, n * sizeof *values);
  model = fit (course, n, length, errors);
  run (&model, course, n, errors);
  for (guint t = n; t < n + horizon; t++)
    {
      errors[t] = 0.0;
      forecast[t - n] = course[t] = expect (&model, course, errors, t);
    }

  work->used = used;
}
