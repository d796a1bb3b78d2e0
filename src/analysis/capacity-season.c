/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-season.h"

#include <gsl/gsl_statistics_double.h>
#include <math.h>
#include <string.h>

#include "capacity-statistics.h"
#include "capacity-structural.h"

/* How much a year older counts for less. The candidates are tried on the series' own past, as exponential
 * smoothing of each index would be; one near USUAL_MEMORY is preferred, because most series agree on it. */
static const double memories[] = { 0.3, 0.45, 0.6, 0.7, 0.8, 0.9, 1.0 };
#define USUAL_MEMORY 0.8
#define MEMORY_PENALTY 0.5
#define TRIAL_YEARS 3

/* A season of seven is the week: habits hold for many of them, so that eight count as one year does. */
#define WEEK 7
#define WEEKS_PER_YEAR 8.0

/* Deviations further from their index than this many standard deviations are drawn in to it, so that one
 * event does not become a season: X-11's lower limit of full weight. */
#define CLIP 1.5
/* Values of one phase that it takes, by their weights, to see how far they differ. */
#define COUNT_LEAST 1.01

/* A slope seen over few whole-year differences is mostly chance: it counts as n / (n + this). */
#define SHORT_SLOPE_PRIOR 5.0
/* The same for the noise: this many differences are added of noise of 4.5 %, which is usual for monthly
 * counts. */
#define SHORT_NOISE_PRIOR 2.0
#define SHORT_NOISE_VARIANCE 0.002

/* The structural model is heard while there are fewer years than STRUCTURAL_YEARS, for each of them short of that as
 * one part in STRUCTURAL_FADE: three quarters with the thirteenth month, two fifths after two years. */
#define STRUCTURAL_YEARS 3.0
#define STRUCTURAL_FADE 2.5

/* Indices sum to zero; returns their variance. */
static double
centre (double *season,
        guint   length)
{
  double mean = 0.0, squares = 0.0;

  for (guint p = 0; p < length; p++)
    mean += season[p] / length;
  for (guint p = 0; p < length; p++)
    {
      season[p] -= mean;
      squares += season[p] * season[p];
    }

  return squares / (length - 1);
}

/* Shrinks the indices towards none and returns the error variance that is left in one. James–Stein
 * shrinkage (Miller and Williams, International Journal of Forecasting 19 (2003) 669–684) by
 * W = (L − 3)/(L − 1) · V/(V + A), V the mean squared standard error of an index, A the variance of the true
 * ones, estimated as the variance seen less V. No test decides between all and nothing. */
static double
shrink (double *season,
        guint   length,
        double  variance,
        double  error)
{
  double true_variance = MAX (variance - error, 0.0);
  double keep = 1.0;

  if (length > 3 && error + true_variance > 0)
    keep = 1.0 - (length - 3.0) / (length - 1.0) * error / (error + true_variance);

  for (guint p = 0; p < length; p++)
    season[p] *= keep;
  return keep * error;
}

/* Seasonal indices as means of the deviations of each phase, a year older counting @memory as much,
 * shrunken. */
static double
average_deviations (const double *deviations,
                    guint         first,
                    guint         end,
                    guint         n,
                    guint         length,
                    double        memory,
                    double       *season)
{
  double weight[CAPACITY_SEASON_MAX] = { 0 }, weight2[CAPACITY_SEASON_MAX] = { 0 };
  double sum[CAPACITY_SEASON_MAX] = { 0 }, sum2[CAPACITY_SEASON_MAX] = { 0 };
  double error = 0.0, w = 1.0;

  for (guint age = 0; age < n - first; age++)
    {
      guint t = n - 1 - age, p = t % length;

      if (age > 0 && age % length == 0)
        w *= memory;
      if (t >= end)
        continue;
      weight[p] += w;
      weight2[p] += w * w;
      sum[p] += w * deviations[t];
      sum2[p] += w * deviations[t] * deviations[t];
    }

  for (guint p = 0; p < length; p++)
    {
      double count = weight[p] * weight[p] / weight2[p];

      season[p] = sum[p] / weight[p];
      if (count > COUNT_LEAST)
        error += MAX (sum2[p] / weight[p] - season[p] * season[p], 0.0) / (count - 1) / length;
    }

  return shrink (season, length, centre (season, length), error);
}

/* How much one season earlier counts less. */
static double
fade (double memory,
      guint  length)
{
  return length == WEEK ? pow (memory, 1.0 / WEEKS_PER_YEAR) : memory;
}

/* The memory that would have forecast the deviations best, each from the same phase of earlier years. */
static double
choose_memory (const double *deviations,
               guint         n,
               guint         length)
{
  double best = INFINITY, chosen = USUAL_MEMORY;

  if (n <= TRIAL_YEARS * length)
    return USUAL_MEMORY;

  for (guint i = 0; i < G_N_ELEMENTS (memories); i++)
    {
      double sum[CAPACITY_SEASON_MAX] = { 0 }, weight[CAPACITY_SEASON_MAX] = { 0 };
      double memory = memories[i], kept = fade (memory, length), error = 0.0;

      for (guint t = 0; t < n; t++)
        {
          guint p = t % length;

          if (t >= TRIAL_YEARS * length)
            error += pow (deviations[t] - sum[p] / weight[p], 2);
          sum[p] = kept * sum[p] + deviations[t];
          weight[p] = kept * weight[p] + 1.0;
        }

      error *= 1.0 + MEMORY_PENALTY * pow (memory - USUAL_MEMORY, 2);
      if (error < best)
        {
          best = error;
          chosen = memory;
        }
    }

  return chosen;
}

/* First pass: deviations from the centred moving average over a year, which the ends of the series do not
 * have. */
static void
first_pass (const double *values,
            guint         n,
            guint         length,
            double       *season,
            double       *deviations)
{
  guint half = length / 2;
  double end_weight = length % 2 == 0 ? 0.5 : 1.0;

  for (guint t = half; t + half < n; t++)
    {
      double sum = end_weight * (values[t - half] + values[t + half]);

      for (guint k = t - half + 1; k < t + half; k++)
        sum += values[k];
      deviations[t] = values[t] - sum / length;
    }

  average_deviations (deviations, half, n - half, n, length, fade (USUAL_MEMORY, length), season);
}

/* Deviations of the values from a trend that is taken from the adjusted series: the mean of what lies
 * within a little more than half a year, up to both ends. */
static void
deviate (const double *values,
         guint         n,
         guint         length,
         const double *season,
         double       *deviations)
{
  guint reach = length / 2 + 1, end = 0;
  double sum = 0.0, count = 0.0;

  for (guint t = 0; t < n; t++)
    {
      for (; end < n && end <= t + reach; end++, count += 1.0)
        sum += values[end] - season[end % length];
      if (t > reach)
        {
          sum -= values[t - reach - 1] - season[(t - reach - 1) % length];
          count -= 1.0;
        }
      deviations[t] = values[t] - sum / count;
    }
}

/* Draws deviations that stand far from their index in to it. */
static void
clip (double       *deviations,
      guint         n,
      guint         length,
      const double *season,
      double       *scratch)
{
  double limit;

  for (guint t = 0; t < n; t++)
    scratch[t] = fabs (deviations[t] - season[t % length]);
  limit = CLIP * CAPACITY_MEDIAN_TO_SD * gsl_stats_median (scratch, 1, n);

  for (guint t = 0; t < n; t++)
    deviations[t] = CLAMP (deviations[t], season[t % length] - limit, season[t % length] + limit);
}

/* Second pass, as in X-11 (Shiskin, Young and Musgrave, Bureau of the Census Technical Paper 15, 1967):
 * the trend is taken anew from the adjusted series, up to its ends, so that the last months count too;
 * extremes are clipped. */
static double
second_pass (const double *values,
             guint         n,
             guint         length,
             double       *season,
             double       *deviations,
             double       *scratch)
{
  double memory;

  deviate (values, n, length, season, deviations);
  memory = fade (choose_memory (deviations, n, length), length);
  average_deviations (deviations, 0, n, n, length, memory, season);
  clip (deviations, n, length, season, scratch);
  return average_deviations (deviations, 0, n, n, length, memory, season);
}

/* A season from little more than a year: the slope from whole-year differences, the indices from what it
 * leaves. */
static double
short_season (const double *values,
              guint         n,
              guint         length,
              double       *season)
{
  double sum[CAPACITY_SEASON_MAX] = { 0 }, count[CAPACITY_SEASON_MAX] = { 0 };
  double slope = 0.0, squares = 0.0, n_differences = n - length, variance, noise, error = 0.0;

  for (guint t = length; t < n; t++)
    slope += (values[t] - values[t - length]) / n_differences / length;
  slope *= n_differences / (n_differences + SHORT_SLOPE_PRIOR);

  for (guint t = 0; t < n; t++)
    {
      sum[t % length] += values[t] - slope * t;
      count[t % length] += 1.0;
    }
  for (guint p = 0; p < length; p++)
    season[p] = sum[p] / count[p];
  for (guint t = 0; t < n; t++)
    squares += pow (values[t] - slope * t - season[t % length], 2);

  variance = centre (season, length);
  noise = (squares + SHORT_NOISE_PRIOR * SHORT_NOISE_VARIANCE)
          / (MAX (n_differences - 1.0, 1.0) + SHORT_NOISE_PRIOR);
  for (guint p = 0; p < length; p++)
    error += noise / count[p] / length;

  return shrink (season, length, variance, error);
}

/* How much the structural model's season counts beside the means of the months: the more years, the less. */
static double
structural_share (guint n,
                  guint length)
{
  if (n <= length || length > CAPACITY_STRUCTURAL_LENGTH_MAX)
    return 0.0;

  return MAX (STRUCTURAL_YEARS - (double) n / length, 0.0) / STRUCTURAL_FADE;
}

/* The two ways err differently: means of the months do not know that a season is smooth, the structural model does
 * not know that months may be unlike their neighbours. Their mean is better than either. Returns its error variance
 * from @error, that of the means. */
static double
mix_structural (const double *values,
                guint         n,
                guint         length,
                double        share,
                double       *season,
                double        error)
{
  double structural[CAPACITY_STRUCTURAL_LENGTH_MAX];
  double structural_error = capacity_structural_season (values, n, length, structural);

  for (guint p = 0; p < length; p++)
    season[p] += share * (structural[p] - season[p]);

  return error + share * (structural_error - error);
}

/**
 * capacity_season_is_long:
 * @n: number of values
 * @length: periods in a year
 *
 * Returns: whether two years and a quarter are there, which it takes to tell a season from chance (K14)
 */
gboolean
capacity_season_is_long (guint n,
                         guint length)
{
  return n >= 2 * length + length / 4;
}

/**
 * capacity_season_estimate:
 * @values: (array length=n): consecutive values without a gap, on the scale on which the season adds
 *   (logarithms)
 * @n: their number
 * @length: periods in a year, 1 to %CAPACITY_SEASON_MAX
 * @season: (array length=length) (out caller-allocated): what to subtract from the values whose position
 *   modulo @length is the index; sums to zero; all 0 where @n allows no season
 * @work: room for 2 · @n numbers
 *
 * Learns the season: additive, recent years counting more, shrunken towards none by how sure it is. Where three whole
 * ones are not there, what a structural model says counts too.
 *
 * Returns: the variance of the error of an index
 */
double
capacity_season_estimate (const double    *values,
                          guint            n,
                          guint            length,
                          double          *season,
                          CapacityScratch *work)
{
  gsize used = work->used;
  double *deviations = capacity_scratch_take (work, n), *scratch = capacity_scratch_take (work, n);
  double error = 0.0, share = structural_share (n, length);

  g_assert (length <= CAPACITY_SEASON_MAX);

  memset (season, 0, length * sizeof (double));
  if (length > 1 && n >= 2 * length)
    {
      first_pass (values, n, length, season, deviations);
      error = second_pass (values, n, length, season, deviations, scratch);
    }
  else if (length > 1 && n > length)
    error = short_season (values, n, length, season);
  if (share > 0)
    error = mix_structural (values, n, length, share, season, error);

  work->used = used;
  return error;
}
