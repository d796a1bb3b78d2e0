/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-utilisation.h"

#include <math.h>

/**
 * capacity_utilisation:
 * @load: demand or workload in a period, ≥ 0
 * @capacity: what can be delivered in the same period and unit, ≥ 0
 *
 * Utilisation U = W / C (K2). A load that meets no capacity at all is infinitely too much; no load and no
 * capacity say nothing. Source: Slack, Brandon-Jones and Johnston, "Operations Management".
 *
 * Returns: the share of @capacity in use, may exceed 1; infinity when only @capacity is 0; NaN when both are
 *   0, or either is unknown or negative
 */
double
capacity_utilisation (double load,
                      double capacity)
{
  if (!(load >= 0 && capacity >= 0) || (load == 0 && capacity == 0))
    return NAN;

  return capacity == 0 ? INFINITY : load / capacity;
}

/**
 * capacity_headroom:
 * @load: demand or workload in a period
 * @capacity: what can be delivered in the same period and unit
 * @target: target utilisation U*, 0…1
 *
 * Headroom H = C · U* − W (K2): what can still come before the target is passed. Divide by the need of one
 * case to have it in cases.
 *
 * Returns: the headroom in the unit of @capacity, negative when the target is passed; NaN if anything is
 *   unknown
 */
double
capacity_headroom (double load,
                   double capacity,
                   double target)
{
  return capacity * target - load;
}

/**
 * capacity_is_under_use:
 * @utilisations: (array length=n): utilisation by period, the last one last; NaN where it is not known
 * @n: their number
 * @low: lower limit U_low
 *
 * Whether U < U_low in each of the last %CAPACITY_UNDER_USE_PERIODS periods (K2). A period that is not known
 * breaks the row: nobody gives capacity away for want of data.
 *
 * Returns: whether capacity has been too large for long enough
 */
gboolean
capacity_is_under_use (const double *utilisations,
                       guint         n,
                       double        low)
{
  if (n < CAPACITY_UNDER_USE_PERIODS)
    return FALSE;
  for (guint i = n - CAPACITY_UNDER_USE_PERIODS; i < n; i++)
    if (!(utilisations[i] < low))
      return FALSE;

  return TRUE;
}

/**
 * capacity_verdict:
 * @utilisation: U of the mode; NaN if unknown
 * @target: target utilisation U*
 * @is_under_use: whether use has stayed below the lower limit
 * @is_stock_too_large: whether the queue is more than capacity brings down in time
 * @is_late: whether the turn comes in time for fewer than was promised
 * @reason: (out): the rule that decided
 *
 * The verdict of one mode (K16): not enough when U > 1, the queue is too large or the promised wait is not
 * kept, at risk when U* < U ≤ 1, too much when under-used, else enough.
 *
 * Returns: the verdict; %CAPACITY_VERDICT_UNKNOWN when @utilisation is NaN
 */
CapacityVerdict
capacity_verdict (double          utilisation,
                  double          target,
                  gboolean        is_under_use,
                  gboolean        is_stock_too_large,
                  gboolean        is_late,
                  CapacityReason *reason)
{
  if (isnan (utilisation))
    {
      *reason = CAPACITY_REASON_NO_CAPACITY;
      return CAPACITY_VERDICT_UNKNOWN;
    }
  if (utilisation > 1)
    {
      *reason = CAPACITY_REASON_ABOVE_CAPACITY;
      return CAPACITY_VERDICT_INSUFFICIENT;
    }
  if (is_stock_too_large)
    {
      *reason = CAPACITY_REASON_STOCK_TOO_LARGE;
      return CAPACITY_VERDICT_INSUFFICIENT;
    }
  if (is_late)
    {
      *reason = CAPACITY_REASON_LATE;
      return CAPACITY_VERDICT_INSUFFICIENT;
    }
  if (utilisation > target)
    {
      *reason = CAPACITY_REASON_ABOVE_TARGET;
      return CAPACITY_VERDICT_AT_RISK;
    }
  *reason = is_under_use ? CAPACITY_REASON_UNDER_USE : CAPACITY_REASON_WITHIN_TARGET;

  return is_under_use ? CAPACITY_VERDICT_EXCESSIVE : CAPACITY_VERDICT_SUFFICIENT;
}

/**
 * capacity_verdict_overall:
 * @verdicts: (array length=n): the verdicts of the modes
 * @n: their number
 *
 * The worst of the modes leads (K16). Too much capacity is no shortage, so it leads only where no mode needs
 * the capacity: what is idle on ordinary days but used in the peaks is not in excess. A mode that is not
 * known does not hide the others.
 *
 * Returns: the verdict that leads
 */
CapacityVerdict
capacity_verdict_overall (const CapacityVerdict *verdicts,
                          guint                  n)
{
  CapacityVerdict worst = CAPACITY_VERDICT_UNKNOWN;
  gboolean is_needed = FALSE;

  for (guint i = 0; i < n; i++)
    {
      worst = MAX (worst, verdicts[i]);
      is_needed = is_needed || verdicts[i] == CAPACITY_VERDICT_SUFFICIENT;
    }

  return worst == CAPACITY_VERDICT_EXCESSIVE && is_needed ? CAPACITY_VERDICT_SUFFICIENT : worst;
}
