/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-statistics.h"

#include <math.h>

/**
 * capacity_n_measured:
 * @values: (array length=n): measurements; NaN where nothing was measured
 * @n: their number
 *
 * Returns: how many are numbers
 */
guint
capacity_n_measured (const double *values,
                     guint         n)
{
  guint n_measured = 0;

  for (guint i = 0; i < n; i++)
    n_measured += !isnan (values[i]);

  return n_measured;
}

/**
 * capacity_mean:
 * @values: (array length=n): measurements; NaN where nothing was measured
 * @n: their number
 *
 * The mean by a running update, which neither overflows nor loses digits to a large sum.
 *
 * Returns: their mean in the unit of @values; NaN when nothing was measured
 */
double
capacity_mean (const double *values,
               guint         n)
{
  double mean = 0;
  guint m = 0;

  for (guint i = 0; i < n; i++)
    if (!isnan (values[i]))
      mean += (values[i] - mean) / ++m;

  return m == 0 ? NAN : mean;
}

static void
swap (double *values,
      guint   i,
      guint   j)
{
  double value = values[i];

  values[i] = values[j];
  values[j] = value;
}

/* Hoare's selection: afterwards values[k] is what it would be in order, nothing before it is larger,
 * nothing after it is smaller. Taking the middle as the pivot makes sorted input, which is common here,
 * the best case. */
static double
select_rank (double *values,
             guint   n,
             guint   k)
{
  gint64 low = 0;
  gint64 high = (gint64) n - 1;

  while (low < high)
    {
      double pivot = values[low + (high - low) / 2];
      gint64 i = low;
      gint64 j = high;

      while (i <= j)
        {
          while (values[i] < pivot)
            i++;
          while (values[j] > pivot)
            j--;
          if (i <= j)
            swap (values, (guint) i++, (guint) j--);
        }
      if (k <= j)
        high = j;
      else if (k >= i)
        low = i;
      else
        break;
    }

  return values[k];
}

/**
 * capacity_take_quantile:
 * @values: (array length=n): numbers in any order, none NaN; put in another order
 * @n: their number
 * @share: which quantile, 0…1
 *
 * The quantile interpolated between the two neighbours in rank: with n values in order x₁…x_n, it lies at
 * rank 1 + share · (n − 1). Source: Hyndman & Fan (1996), "Sample quantiles in statistical packages",
 * definition 7, which spreadsheets and R use.
 *
 * Returns: the quantile in the unit of @values; NaN when there are none
 */
double
capacity_take_quantile (double *values,
                        guint   n,
                        double  share)
{
  double rank, below, above;
  guint k;

  g_return_val_if_fail (share >= 0 && share <= 1, NAN);

  if (n == 0)
    return NAN;
  rank = share * (n - 1);
  k = (guint) rank;
  below = select_rank (values, n, k);
  if (k + 1 >= n || rank <= k)
    return below;
  above = values[k + 1];
  for (guint i = k + 2; i < n; i++)
    above = MIN (above, values[i]);
  if (above == below) /* also where both are infinite, and have no difference */
    return below;

  return below + (rank - k) * (above - below);
}

/**
 * capacity_quantile:
 * @values: (array length=n): measurements in any order; NaN where nothing was measured
 * @n: their number
 * @share: which quantile, 0…1
 *
 * See capacity_take_quantile().
 *
 * Returns: the quantile of what was measured; NaN when nothing was
 */
double
capacity_quantile (const double *values,
                   guint         n,
                   double        share)
{
  g_autofree double *measured = g_new (double, MAX (n, 1));
  guint m = 0;

  for (guint i = 0; i < n; i++)
    if (!isnan (values[i]))
      measured[m++] = values[i];

  return capacity_take_quantile (measured, m, share);
}

/**
 * capacity_median:
 * @values: (array length=n): measurements in any order; NaN where nothing was measured
 * @n: their number
 *
 * Returns: their median in the unit of @values; NaN when nothing was measured
 */
double
capacity_median (const double *values,
                 guint         n)
{
  return capacity_quantile (values, n, 0.5);
}
