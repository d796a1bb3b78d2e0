/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-queue.h"

#include "capacity-statistics.h"

#include <math.h>

/**
 * capacity_stock_next:
 * @stock: cases waiting at the start of a period
 * @arrivals: cases that come in it
 * @completions: cases that are done in it
 * @withdrawals: cases that leave without being done
 *
 * Q(t + 1) = max (0, Q(t) + D − completions − withdrawals) (K7).
 *
 * Returns: cases waiting at its end; NaN if anything is unknown
 */
double
capacity_stock_next (double stock,
                     double arrivals,
                     double completions,
                     double withdrawals)
{
  double next = stock + arrivals - completions - withdrawals;

  return next < 0 ? 0 : next;
}

/**
 * capacity_stock_growth:
 * @stock: cases waiting
 * @demand: cases that come in a period
 * @capacity: cases that can be done in it
 *
 * Growth = D − min (C, Q + D) (K7): no more is done than there is.
 *
 * Returns: cases by which the stock grows in a period, negative when it shrinks; NaN if anything is unknown
 */
double
capacity_stock_growth (double stock,
                       double demand,
                       double capacity)
{
  double present = stock + demand;

  if (isnan (present) || isnan (capacity))
    return NAN;

  return demand - MIN (capacity, present);
}

/**
 * capacity_clearance:
 * @stock: cases waiting
 * @capacity: cases that can be done in a period
 *
 * Periods to clear the stock if nothing new came: Q / C (K7).
 *
 * Returns: periods; 0 without stock, infinity without capacity, NaN if anything is unknown
 */
double
capacity_clearance (double stock,
                    double capacity)
{
  return stock == 0 && capacity >= 0 ? 0 : stock / capacity;
}

/**
 * capacity_clearance_to:
 * @stock: cases waiting
 * @target: cases that may wait
 * @demand: cases that come in a period
 * @capacity: cases that can be done in it
 *
 * Periods to bring the stock down to its target while work comes in: (Q − Q*) / (C − D) (K7).
 *
 * Returns: periods; 0 when it is there already, infinity when C ≤ D (the queue does not shrink), NaN if
 *   anything is unknown
 */
double
capacity_clearance_to (double stock,
                       double target,
                       double demand,
                       double capacity)
{
  if (isnan (stock) || isnan (target) || isnan (demand) || isnan (capacity))
    return NAN;
  if (stock <= target)
    return 0;

  return capacity > demand ? (stock - target) / (capacity - demand) : INFINITY;
}

/**
 * capacity_little_wait:
 * @stock: mean number of cases waiting
 * @throughput: cases done in a period
 *
 * Mean wait = Q / throughput (K7). Source: Little (1961), "A Proof for the Queuing Formula L = λW".
 *
 * Returns: periods; 0 without stock, infinity when nothing is done, NaN if anything is unknown
 */
double
capacity_little_wait (double stock,
                      double throughput)
{
  return capacity_clearance (stock, throughput);
}

/**
 * capacity_load:
 * @demand: cases that come in a period
 * @capacity: cases that can be done in it
 *
 * Load = D / C (K10). Above 1 the queue grows without end. Source of K10: Fong, Mushtaq, House, Gordon, Chen,
 * Griffiths, Ahmad & Walton (2022), "Understanding waiting lists pressures"; the formulas as in the package
 * NHSRwaitinglist.
 *
 * Returns: the load; infinity when only @capacity is 0, NaN when both are or anything is unknown
 */
double
capacity_load (double demand,
               double capacity)
{
  return demand / capacity;
}

/**
 * capacity_target_mean_wait:
 * @limit: time T within which nearly all are to be served, in periods
 * @factor: how many mean waits the limit is; 4 leaves about 2 % beyond it, 6 about 0.2 %
 *
 * Target mean wait = T / factor (K10): waits of a queue under control are about exponential.
 *
 * Returns: periods
 */
double
capacity_target_mean_wait (double limit,
                           double factor)
{
  return limit / factor;
}

/**
 * capacity_target_stock:
 * @demand: cases that come in a period
 * @limit: time T within which nearly all are to be served, in periods
 * @factor: see capacity_target_mean_wait()
 *
 * Q* = D · T / factor (K10), by Little's law.
 *
 * Returns: cases that may wait
 */
double
capacity_target_stock (double demand,
                       double limit,
                       double factor)
{
  return demand * capacity_target_mean_wait (limit, factor);
}

/**
 * capacity_is_relief_needed:
 * @stock: cases waiting
 * @target: cases that may wait, Q*
 *
 * Whether the stock has passed twice its target (K10), so that more capacity for a time is needed.
 *
 * Returns: whether Q > 2 Q*
 */
gboolean
capacity_is_relief_needed (double stock,
                           double target)
{
  return stock > 2 * target;
}

/**
 * capacity_relief:
 * @demand: cases that come in a period
 * @stock: cases waiting
 * @target: cases that may wait, Q*
 * @n_periods: in how many periods to get there, > 0
 *
 * C = D + (Q − Q*) / n (K10): capacity for a time that brings the stock down.
 *
 * Returns: cases a period; NaN where there is no time to do it in
 */
double
capacity_relief (double demand,
                 double stock,
                 double target,
                 double n_periods)
{
  return n_periods > 0 ? demand + (stock - target) / n_periods : NAN;
}

/**
 * capacity_lasting:
 * @demand: cases that come in a period
 * @cv_demand: coefficient of variation of demand between periods
 * @cv_capacity: the same of what is done
 * @limit: time T within which nearly all are to be served, in periods
 * @factor: see capacity_target_mean_wait()
 *
 * C* = D + (cv_d² + cv_c²) / 2 · factor / T (K10): capacity that keeps the mean wait at its target against
 * variation, after Kingman's and Marchal's approximation.
 *
 * Returns: cases a period; NaN where @limit is 0
 */
double
capacity_lasting (double demand,
                  double cv_demand,
                  double cv_capacity,
                  double limit,
                  double factor)
{
  return limit > 0 ? demand + (cv_demand * cv_demand + cv_capacity * cv_capacity) / 2 * factor / limit : NAN;
}

/**
 * capacity_pressure:
 * @mean_wait: mean wait now, in periods
 * @limit: time T within which nearly all are to be served
 *
 * Pressure = 2 · mean wait / T (K10): above 1 the limit will be missed.
 *
 * Returns: the pressure; NaN where @limit is 0
 */
double
capacity_pressure (double mean_wait,
                   double limit)
{
  return limit > 0 ? 2 * mean_wait / limit : NAN;
}

/**
 * capacity_recurring_gap:
 * @demand: cases that come in a period
 * @capacity: cases that can be done in it
 *
 * D − C (K10): what is short every period. Kept apart from the backlog, which is short once.
 *
 * Returns: cases a period, negative where there is some to spare
 */
double
capacity_recurring_gap (double demand,
                        double capacity)
{
  return demand - capacity;
}

/**
 * capacity_one_off_backlog:
 * @stock: cases waiting
 * @target: cases that may wait, Q*
 *
 * max (0, Q − Q*) (K10): what has to be done once, whatever the recurring gap.
 *
 * Returns: cases; NaN if anything is unknown
 */
double
capacity_one_off_backlog (double stock,
                          double target)
{
  double excess = stock - target;

  return excess < 0 ? 0 : excess;
}

/**
 * capacity_at_percentile:
 * @demand: (array length=n): cases that came, by period; NaN where not measured
 * @n: their number
 * @share: in what share of periods capacity is to suffice; 0.65…0.85 is usual
 *
 * C_p = the quantile of demand (K10).
 *
 * Returns: cases a period; NaN when nothing was measured
 */
double
capacity_at_percentile (const double *demand,
                        guint         n,
                        double        share)
{
  return capacity_quantile (demand, n, share);
}
