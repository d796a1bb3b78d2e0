/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-trend.h"

#include "capacity-statistics.h"

#include <math.h>
#include <string.h>

/* Σ t (t − 1) (2t + 5) over groups of t equal values, found pair by pair: n is at most some hundreds. */
static double
tie_term (const double *values,
          guint         n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    {
      gboolean is_first = !isnan (values[i]);
      double t = 0;

      for (guint j = 0; j < i && is_first; j++)
        is_first = values[j] != values[i];
      for (guint j = i; j < n && is_first; j++)
        t += values[j] == values[i];
      if (is_first)
        sum += t * (t - 1) * (2 * t + 5);
    }

  return sum;
}

static double
kendall_s (const double *values,
           guint         n)
{
  double s = 0;

  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      s += (values[j] > values[i]) - (values[j] < values[i]);

  return s;
}

/**
 * capacity_mann_kendall:
 * @values: (array length=n): values in order of time, without their season; NaN where nothing was measured
 * @n: their number
 *
 * Whether values rise or fall more often than chance would (K15): S = Σ_{i<j} sgn (x_j − x_i), with variance
 * (n (n − 1)(2n + 5) − Σ t (t − 1)(2t + 5)) / 18 where t values are equal; z = (S ∓ 1) / √variance. It
 * assumes neither a straight line nor a distribution; missing values are left out. Source: Mann (1945);
 * Kendall (1975); Gilbert (1987), "Statistical Methods for Environmental Pollution Monitoring", 16.4.
 *
 * Returns: the test; @p_value is NaN with less than two measured values
 */
CapacityMannKendall
capacity_mann_kendall (const double *values,
                       guint         n)
{
  CapacityMannKendall test = { .n = capacity_n_measured (values, n), .p_value = NAN };
  double m = test.n;

  if (test.n < 2)
    return test;
  test.s = kendall_s (values, n);
  test.variance = (m * (m - 1) * (2 * m + 5) - tie_term (values, n)) / 18;
  if (test.variance > 0 && test.s != 0)
    test.z = (test.s - copysign (1, test.s)) / sqrt (test.variance);
  test.p_value = erfc (fabs (test.z) / G_SQRT2);

  return test;
}

/**
 * capacity_theil_sen:
 * @values: (array length=n): values at equal steps of time; NaN where nothing was measured
 * @n: their number
 * @intercept: (out) (optional): level at the first step: median of x_i − slope · i
 *
 * The median of the slopes between all pairs of measured values, which a few wild values do not move (K15).
 * Source: Sen (1968), "Estimates of the regression coefficient based on Kendall's tau"; the intercept after
 * Conover (1980).
 *
 * Returns: the slope in unit per step; NaN with less than two measured values
 */
double
capacity_theil_sen (const double *values,
                    guint         n,
                    double       *intercept)
{
  g_autofree double *slopes = g_new (double, MAX ((gsize) n * (n - MIN (n, 1)) / 2, MAX (n, 1)));
  double slope;
  guint m = 0;

  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      if (!isnan (values[i]) && !isnan (values[j]))
        slopes[m++] = (values[j] - values[i]) / (j - i);
  slope = capacity_take_quantile (slopes, m, 0.5);
  if (intercept == NULL)
    return slope;

  m = 0;
  for (guint i = 0; i < n; i++)
    if (!isnan (values[i]))
      slopes[m++] = values[i] - slope * i;
  *intercept = isnan (slope) ? NAN : capacity_take_quantile (slopes, m, 0.5);

  return slope;
}

/* The centred mean of a year around @i, its two ends with half weight; NaN where less than the year was
 * measured. */
static double
centred_year (const double *values,
              guint         n,
              guint         length,
              guint         i)
{
  const guint half = length / 2;
  double sum;

  if (i < half || i + half >= n)
    return NAN;
  sum = (values[i - half] + values[i + half]) / 2;
  for (guint j = i - half + 1; j < i + half; j++)
    sum += values[j];

  return sum / length;
}

static double
index_of_phase (const double *values,
                guint         n,
                guint         length,
                guint         phase,
                gboolean      is_ratio)
{
  double mean = 0;
  guint m = 0;

  for (guint i = phase; i < n; i += length)
    {
      double level = centred_year (values, n, length, i);
      double part = is_ratio ? values[i] / level : values[i] - level;

      if (isfinite (part))
        mean += (part - mean) / ++m;
    }

  return m == 0 ? NAN : mean;
}

/**
 * capacity_seasonal_indices:
 * @values: (array length=n): a value a period; NaN where nothing was measured
 * @n: their number
 * @length: periods in a year: 12 months, 4 quarters, 1 year, which has no season; at most 12
 * @is_ratio: whether the season multiplies the level, rather than adds to it
 * @indices: (array length=length): where to put the index of each period of a year, that of the first value first
 *
 * Classical decomposition: the mean, by calendar month or quarter, of each value's ratio to (or difference from) the
 * centred mean of the year around it; scaled so that the indices have mean 1 (or 0). Source: NIST e-Handbook
 * 6.4.4; Kendall & Stuart (1983), as in R's `decompose()`.
 *
 * Returns: whether each period has an index; needs two full years
 */
gboolean
capacity_seasonal_indices (const double *values,
                           guint         n,
                           guint         length,
                           gboolean      is_ratio,
                           double       *indices)
{
  double mean;

  for (guint phase = 0; phase < length; phase++)
    indices[phase] = index_of_phase (values, n, length, phase, is_ratio);
  if (capacity_n_measured (indices, length) < length)
    return FALSE;
  mean = capacity_mean (indices, length);
  if (is_ratio && !(mean > 0))
    return FALSE;
  for (guint phase = 0; phase < length; phase++)
    indices[phase] = is_ratio ? indices[phase] / mean : indices[phase] - mean;

  return TRUE;
}

/**
 * capacity_seasonal_adjust:
 * @values: (array length=n): counts a period, ≥ 0; NaN where nothing was measured
 * @n: their number
 * @length: periods in a year, at most 12
 * @adjusted: (array length=n): where to put them without their season
 *
 * Takes the season out: by ratio where every count is above 0, else by difference. Where two full years were
 * not measured no season is known and the values stay as they are.
 */
void
capacity_seasonal_adjust (const double *values,
                          guint         n,
                          guint         length,
                          double       *adjusted)
{
  double indices[CAPACITY_SEASON_LENGTH];
  gboolean is_ratio = TRUE;

  for (guint i = 0; i < n; i++)
    is_ratio = is_ratio && !(values[i] <= 0);
  if (n > 0)
    memcpy (adjusted, values, n * sizeof *values);
  if (!capacity_seasonal_indices (values, n, length, is_ratio, indices))
    return;
  for (guint i = 0; i < n; i++)
    {
      double index = indices[i % length];

      adjusted[i] = is_ratio ? values[i] / index : values[i] - index;
    }
}

/* A value far from the straight line through the others: its modified z-score 0.6745 · |r| / MAD is above the
 * limit, r the residual from the Theil–Sen line and MAD the median of |r|. Of several it is the one that is
 * farthest with its season, because in a short history an outlier gives its season to its neighbour of another
 * year. -1 if there is none. */
static int
find_worst (const double *values,
            const double *adjusted,
            guint         n,
            double       *residuals)
{
  double intercept;
  double slope = capacity_theil_sen (adjusted, n, &intercept);
  double mad;
  int worst = -1;

  for (guint i = 0; i < n; i++)
    residuals[i] = fabs (adjusted[i] - intercept - slope * i);
  mad = capacity_median (residuals, n);
  for (guint i = 0; i < n; i++)
    if (mad > 0 && 0.6745 * residuals[i] / mad > CAPACITY_OUTLIER_SCORE
        && (worst < 0 || fabs (values[i] - intercept - slope * i) > fabs (values[worst] - intercept - slope * worst)))
      worst = (int) i;

  return worst;
}

/**
 * capacity_mark_outliers:
 * @values: (array length=n): values of consecutive periods; NaN where nothing was measured
 * @n: their number
 * @length: periods in a year, at most 12
 * @is_outlier: (array length=n) (out caller-allocated): which of them are
 *
 * Finds the values that are far from what season and trend make likely. They are found one after another, the
 * worst first, and season and trend are learnt again without it: an outlier would otherwise bend the season so
 * far that the same period of other years seems to be one.
 *
 * Returns: how many; 0 where there are too few values, or most lie on the line
 */
guint
capacity_mark_outliers (const double *values,
                        guint         n,
                        guint         length,
                        gboolean     *is_outlier)
{
  g_autofree double *rest = g_memdup2 (values, n * sizeof *values);
  g_autofree double *adjusted = g_new (double, MAX (n, 1));
  g_autofree double *residuals = g_new (double, MAX (n, 1));
  guint n_outliers = 0;

  memset (is_outlier, 0, n * sizeof *is_outlier);
  while (capacity_n_measured (rest, n) >= CAPACITY_TREND_MIN_PERIODS)
    {
      int worst;

      capacity_seasonal_adjust (rest, n, length, adjusted);
      worst = find_worst (rest, adjusted, n, residuals);
      if (worst < 0)
        break;
      is_outlier[worst] = TRUE;
      rest[worst] = NAN;
      n_outliers++;
    }

  return n_outliers;
}

/**
 * capacity_trend_n:
 * @n: number of periods
 * @length: periods in a year
 *
 * Returns: how many of the last of them tell the trend: those of five years, but as many as a trend takes at least
 */
guint
capacity_trend_n (guint n,
                  guint length)
{
  return MIN (n, MAX (CAPACITY_TREND_YEARS * length, CAPACITY_TREND_MIN_PERIODS));
}

/**
 * capacity_trend:
 * @adjusted: (array length=n): a value a period without its season; NaN where nothing was measured
 * @n: their number
 * @length: periods in a year
 *
 * The direction of the last five years, of which capacity_trend_n() are looked at (K15): certain when the Mann–Kendall test
 * finds it at p < 0.05; its size by the Theil–Sen slope of a year as a share of the median.
 *
 * Returns: the trend; not known with less than %CAPACITY_TREND_MIN_PERIODS measured periods or a median of 0
 */
CapacityTrend
capacity_trend (const double *adjusted,
                guint         n,
                guint         length)
{
  CapacityTrend trend = { .per_year = NAN, .p_value = NAN };
  guint m = capacity_trend_n (n, length);
  const double *recent = adjusted + (n - m);
  double level = capacity_median (recent, m);

  if (capacity_n_measured (recent, m) < CAPACITY_TREND_MIN_PERIODS || !(level > 0))
    return trend;
  trend.is_known = TRUE;
  trend.p_value = capacity_mann_kendall (recent, m).p_value;
  trend.is_certain = trend.p_value < CAPACITY_TREND_SIGNIFICANCE;
  trend.per_year = capacity_theil_sen (recent, m, NULL) * length / level;

  return trend;
}
