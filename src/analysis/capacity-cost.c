/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-cost.h"

#include <math.h>

/**
 * capacity_cost_per_case:
 * @annual_costs: (array length=n): what each resource costs a year
 * @shares: (array length=n): share of it that the service, or one channel of it, uses, 0…1
 * @n: their number
 * @annual_volume: cases a year
 *
 * Cost = Σ annual cost · share / V (K11). A resource whose cost or share is not known is left out: the result
 * is then a lower bound.
 *
 * Returns: money a case; NaN without cases or without any known cost
 */
double
capacity_cost_per_case (const double *annual_costs,
                        const double *shares,
                        guint         n,
                        double        annual_volume)
{
  double sum = NAN;

  for (guint i = 0; i < n; i++)
    if (!isnan (annual_costs[i]) && !isnan (shares[i]))
      sum = (isnan (sum) ? 0 : sum) + annual_costs[i] * shares[i];

  return annual_volume > 0 ? sum / annual_volume : NAN;
}

/**
 * capacity_idle_cost:
 * @annual_cost: what a resource costs a year
 * @utilisation: share of it in use, U
 *
 * Annual cost · (1 − U) (K11); a resource that is overloaded is not idle. Source: the cost of unused capacity of
 * Kaplan and Anderson (2004), "Time-Driven Activity-Based Costing".
 *
 * Returns: money a year; NaN if anything is unknown
 */
double
capacity_idle_cost (double annual_cost,
                    double utilisation)
{
  double idle = 1 - utilisation;

  return annual_cost * (idle < 0 ? 0 : idle);
}

/**
 * capacity_annualised_cost:
 * @investment: paid once
 * @running: paid every year
 * @rate: interest a year, > −1; 0.04 is 4 %
 * @years: how long the investment serves, > 0
 *
 * Investment · r / (1 − (1 + r)^−n) + running cost; investment / n where r is 0 (K12). Source: the capital
 * recovery factor, such as in the European Commission's Guide to Cost-Benefit Analysis (2014).
 *
 * Returns: money a year; NaN where @years or @rate make no sense
 */
double
capacity_annualised_cost (double investment,
                          double running,
                          double rate,
                          double years)
{
  if (!(years > 0) || !(rate > -1))
    return NAN;
  if (rate == 0)
    return investment / years + running;

  return investment * rate / -expm1 (-years * log1p (rate)) + running;
}

/**
 * capacity_cost_per_added:
 * @cost: annualised cost of an option, or of its difference to another
 * @added: cases or hours a year that it adds
 *
 * Returns: money for each (K12); NaN where nothing is added
 */
double
capacity_cost_per_added (double cost,
                         double added)
{
  return added > 0 ? cost / added : NAN;
}

/* Whether @a is at least as good as @b in everything. */
static gboolean
is_as_good (const CapacityOption *a,
            const CapacityOption *b)
{
  if (!(a->cost <= b->cost))
    return FALSE;
  for (guint mode = 0; mode < CAPACITY_N_MODES; mode++)
    if (!(a->added[mode] >= b->added[mode]))
      return FALSE;

  return TRUE;
}

/**
 * capacity_options_dominated:
 * @options: (array length=n): options
 * @n: their number
 * @is_dominated: (array length=n): where to put whether another option costs no more and adds no less in any
 *   mode
 *
 * Finds what need not be considered (K12). Of options that are equal in everything the first stays. Source:
 * Drummond et al., "Methods for the Economic Evaluation of Health Care Programmes", as for the marginal cost.
 */
void
capacity_options_dominated (const CapacityOption *options,
                            guint                 n,
                            gboolean             *is_dominated)
{
  for (guint i = 0; i < n; i++)
    {
      is_dominated[i] = FALSE;
      for (guint j = 0; j < n; j++)
        if (j != i && is_as_good (&options[j], &options[i])
            && (j < i || !is_as_good (&options[i], &options[j])))
          is_dominated[i] = TRUE;
    }
}

/**
 * capacity_options_marginal:
 * @options: (array length=n): options, none dominated, cheapest first
 * @n: their number
 * @mode: by which capacity
 * @marginal: (array length=n): where to put money for each case or hour that an option adds to the one before
 *
 * Marginal cost = Δcost / Δcapacity between neighbours (K12), the first against doing nothing; NaN where
 * nothing is added in this mode.
 */
void
capacity_options_marginal (const CapacityOption *options,
                           guint                 n,
                           CapacityMode          mode,
                           double               *marginal)
{
  double cost = 0;
  double added = 0;

  for (guint i = 0; i < n; i++)
    {
      marginal[i] = capacity_cost_per_added (options[i].cost - cost, options[i].added[mode] - added);
      cost = options[i].cost;
      added = options[i].added[mode];
    }
}

/**
 * capacity_options_cheapest:
 * @options: (array length=n): options
 * @n: their number
 * @gaps: by #CapacityMode, what is short in the unit of the options; 0 or less where nothing is
 *
 * Returns: position of the cheapest option that closes the gap in every mode (K12); -1 when none does
 */
int
capacity_options_cheapest (const CapacityOption *options,
                           guint                 n,
                           const double          gaps[CAPACITY_N_MODES])
{
  int cheapest = -1;

  for (guint i = 0; i < n; i++)
    {
      gboolean closes = !isnan (options[i].cost);

      for (guint mode = 0; mode < CAPACITY_N_MODES; mode++)
        closes = closes && (gaps[mode] <= 0 || options[i].added[mode] >= gaps[mode]);
      if (closes && (cheapest < 0 || options[i].cost < options[cheapest].cost))
        cheapest = (int) i;
    }

  return cheapest;
}

/**
 * capacity_net_benefit:
 * @avoided_late: cases a year that are no longer late
 * @late_value: what one of them is worth
 * @saved_wait: time by which the mean wait of a case gets shorter
 * @annual_volume: cases a year
 * @wait_value: what a unit of that time is worth to a recipient
 * @saved_hours: hours of work saved a year
 * @hour_cost: what one costs
 * @cost: annualised cost
 *
 * Avoided late cases · value + saved wait · V · value + saved hours · cost − annualised cost (K13).
 *
 * Returns: money a year
 */
double
capacity_net_benefit (double avoided_late,
                      double late_value,
                      double saved_wait,
                      double annual_volume,
                      double wait_value,
                      double saved_hours,
                      double hour_cost,
                      double cost)
{
  return avoided_late * late_value + saved_wait * annual_volume * wait_value + saved_hours * hour_cost - cost;
}

/**
 * capacity_payback:
 * @investment: paid once
 * @yearly_net: what it brings a year, running cost taken off
 *
 * Returns: years until the investment is recovered, not discounted (K13); infinity when it never is
 */
double
capacity_payback (double investment,
                  double yearly_net)
{
  if (isnan (investment) || isnan (yearly_net))
    return NAN;
  if (investment <= 0)
    return 0;

  return yearly_net > 0 ? investment / yearly_net : INFINITY;
}
