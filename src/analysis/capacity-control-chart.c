/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-trend.h"

#include "capacity-statistics.h"

#include <math.h>

/* 3 / d₂ for ranges of two values: d₂ = 2/√π = 1.128. The rounded value is what published charts use. */
#define XMR_FACTOR 2.66

/**
 * capacity_xmr_limits:
 * @values: (array length=n): counts in order of time; NaN where nothing was measured
 * @n: their number
 *
 * Limits within which a steady process varies (K15): mean ± 2.66 · mean moving range, the range being the
 * difference between neighbours that were both measured. Source: NIST e-Handbook 6.3.2.2; Wheeler (2000),
 * "Understanding Variation".
 *
 * Returns: the limits in the unit of @values, the lower one not below 0
 */
CapacityXmr
capacity_xmr_limits (const double *values,
                     guint         n)
{
  CapacityXmr limits = { NAN, NAN, NAN, NAN };
  double range = 0;
  guint m = 0;

  for (guint i = 1; i < n; i++)
    if (!isnan (values[i]) && !isnan (values[i - 1]))
      range += (fabs (values[i] - values[i - 1]) - range) / ++m;
  if (m == 0)
    return limits;
  limits.mean = capacity_mean (values, n);
  limits.mean_range = range;
  limits.lower = MAX (0, limits.mean - XMR_FACTOR * range);
  limits.upper = limits.mean + XMR_FACTOR * range;

  return limits;
}

static void
mark (guint *signals,
      guint  from,
      guint  end,
      guint  signal)
{
  for (guint i = from; i < end; i++)
    signals[i] |= signal;
}

/* Marks the runs in which the sign of @sides stays the same, not 0, for long enough; a run counts @lead
 * values more than it has signs, because the steps of a trend lie between values. */
static void
mark_runs (const int *sides,
           guint      n,
           guint      lead,
           guint      signal,
           guint     *signals)
{
  guint start = 0;

  for (guint i = 1; i <= n; i++)
    if (i == n || sides[i] != sides[start])
      {
        if (sides[start] != 0 && i - start + lead >= CAPACITY_XMR_RUN)
          mark (signals, start - lead, i, signal);
        start = i;
      }
}

static void
mark_near_limits (const double *values,
                  guint         n,
                  CapacityXmr   limits,
                  guint        *signals)
{
  double third = 2 * XMR_FACTOR * limits.mean_range / 3;

  for (guint i = 2; i < n; i++)
    for (int side = -1; side <= 1; side += 2)
      {
        gboolean is_near[3];

        for (guint j = 0; j < 3; j++)
          is_near[j] = side * (values[i - 2 + j] - limits.mean) > third;
        if (is_near[0] + is_near[1] + is_near[2] < 2)
          continue;
        for (guint j = 0; j < 3; j++)
          signals[i - 2 + j] |= is_near[j] ? CAPACITY_XMR_NEAR_LIMIT : 0;
      }
}

/**
 * capacity_xmr_signals:
 * @values: (array length=n): counts in order of time; NaN where nothing was measured
 * @n: their number
 * @limits: their limits
 * @signals: (array length=n): where to put the #CapacityXmrSignal bits of each
 *
 * Tells signal from noise by the four rules of NHS England's "Making data count": a point outside the limits;
 * seven or more in a row on one side of the mean; seven or more in a row that only rise or only fall; two of
 * three in a row in the outer third towards one limit. A value that was not measured ends a run.
 */
void
capacity_xmr_signals (const double *values,
                      guint         n,
                      CapacityXmr   limits,
                      guint        *signals)
{
  g_autofree int *sides = g_new0 (int, MAX (n, 1));
  g_autofree int *steps = g_new0 (int, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      signals[i] = values[i] > limits.upper || values[i] < limits.lower ? CAPACITY_XMR_OUTSIDE
                                                                        : CAPACITY_XMR_NOISE;
      sides[i] = (values[i] > limits.mean) - (values[i] < limits.mean);
      if (i > 0)
        steps[i] = (values[i] > values[i - 1]) - (values[i] < values[i - 1]);
    }
  mark_runs (sides, n, 0, CAPACITY_XMR_SHIFT, signals);
  mark_runs (steps, n, 1, CAPACITY_XMR_TREND, signals);
  mark_near_limits (values, n, limits, signals);
}
