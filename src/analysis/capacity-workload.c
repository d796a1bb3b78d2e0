/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-workload.h"

#include <math.h>

/**
 * capacity_workload:
 * @volumes: (array length=n): cases a period by service and kind
 * @needs: (array length=n): units of the resource one case of each takes
 * @n: their number
 *
 * Workload W = Σ V · u (K1). What was not measured adds nothing. Source: Kaplan and Anderson (2004), "Time-Driven
 * Activity-Based Costing", Harvard Business Review 82(11): volumes times unit times.
 *
 * Returns: units of the resource a period; NaN when no volume is known
 */
double
capacity_workload (const double *volumes,
                   const double *needs,
                   guint         n)
{
  double sum = 0;
  guint m = 0;

  for (guint i = 0; i < n; i++)
    if (!isnan (volumes[i]) && !isnan (needs[i]))
      {
        sum += volumes[i] * needs[i];
        m++;
      }

  return m == 0 ? NAN : sum;
}

/**
 * capacity_failure_demand_share:
 * @workloads: workload by #CapacityRequestKind, in any one unit; NaN where not measured
 *
 * The share of work that arises because something went wrong: incidents, problems and complaints, of all
 * kinds told apart (K1). Source: Seddon (2003), "Freedom from Command and Control"; kinds 5–7 of the method
 * card.
 *
 * Returns: the share, 0…1; NaN when no work is known
 */
double
capacity_failure_demand_share (const double workloads[CAPACITY_N_REQUEST_KINDS])
{
  double failure = 0;
  double all = 0;

  for (guint kind = CAPACITY_REQUEST_ALL + 1; kind < CAPACITY_N_REQUEST_KINDS; kind++)
    if (!isnan (workloads[kind]))
      {
        all += workloads[kind];
        if (kind >= CAPACITY_REQUEST_INCIDENT && kind <= CAPACITY_REQUEST_COMPLAINT)
          failure += workloads[kind];
      }

  return all > 0 ? failure / all : NAN;
}

/**
 * capacity_requirement:
 * @workload: units of a resource a period
 * @target: target utilisation U*, > 0
 *
 * How much of the resource there should be: R = W / U* (K4), which is U = W / C solved for C at the target.
 *
 * Returns: units a period; NaN if anything is unknown
 */
double
capacity_requirement (double workload,
                      double target)
{
  return target > 0 ? workload / target : NAN;
}

/**
 * capacity_gap:
 * @workload: units of a resource a period
 * @target: target utilisation U*, > 0
 * @capacity: units there are
 *
 * Gap = R − C = W / U* − C (K4).
 *
 * Returns: units a period that are short, negative where there is more than needed; NaN if anything is
 *   unknown
 */
double
capacity_gap (double workload,
              double target,
              double capacity)
{
  return capacity_requirement (workload, target) - capacity;
}

/**
 * capacity_left_over:
 * @gaps: (array length=n): what is short of one resource in each mode, see capacity_gap(); NaN where not known
 * @n: their number
 *
 * Returns: what could go so that every mode still keeps its target: the least that is left over in any of them, not
 *   below 0; NaN where none is known
 */
double
capacity_left_over (const double *gaps,
                    guint         n)
{
  double largest = NAN;

  for (guint i = 0; i < n; i++)
    if (!(gaps[i] <= largest) && !isnan (gaps[i]))
      largest = gaps[i];

  return isnan (largest) ? NAN : fmax (-largest, 0);
}

/**
 * capacity_gap_in_posts:
 * @gap_hours: hours short in a period
 * @hours_a_post: gross hours of a post in the same period, > 0
 * @shrinkage: share of them that is not for services, 0…1
 *
 * Posts = gap / (h · (1 − shrinkage)) (K4), not rounded: add the gaps of a pool first, see
 * capacity_posts_to_fill().
 *
 * Returns: posts, negative where there are too many; NaN where a post has no hours
 */
double
capacity_gap_in_posts (double gap_hours,
                       double hours_a_post,
                       double shrinkage)
{
  double net = hours_a_post * (1 - shrinkage);

  return net > 0 ? gap_hours / net : NAN;
}

/**
 * capacity_posts_to_fill:
 * @gaps: (array length=n): gaps of the groups of one pool in posts; negative where a group has too many
 * @n: their number
 *
 * Pools before it rounds, once: rounding each group up would ask for more people than the work needs.
 *
 * Returns: whole posts to add, 0 when the pool has enough
 */
guint
capacity_posts_to_fill (const double *gaps,
                        guint         n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += isnan (gaps[i]) ? 0 : gaps[i];
  /* A sum that is whole but for the last bits of its terms is not rounded up. */
  sum = ceil (sum - 1e-9);

  return sum <= 0 ? 0 : (guint) MIN (sum, G_MAXINT);
}

/**
 * capacity_least_resource:
 * @allocated: (array length=n): units of each resource that the service gets a period; NaN if unknown
 * @needs: (array length=n): units one case takes of each
 * @n: their number
 *
 * Service capacity C = min A / u over its resources (K5): the least leads, and the next one stops the service
 * once the first is widened. A resource that is unknown, or of which a case takes nothing, binds nothing. Of
 * equals the earlier leads. Source: Goldratt and Cox (1984), "The Goal".
 *
 * Returns: which resources, and cases a period
 */
CapacityBinding
capacity_least_resource (const double *allocated,
                         const double *needs,
                         guint         n)
{
  CapacityBinding binding = { -1, -1, NAN };
  double next = INFINITY;

  for (guint i = 0; i < n; i++)
    {
      double cases = needs[i] > 0 ? allocated[i] / needs[i] : NAN;

      if (isnan (cases))
        continue;
      if (binding.first < 0 || cases < binding.capacity)
        {
          binding.next = binding.first;
          next = binding.capacity;
          binding.first = (int) i;
          binding.capacity = cases;
        }
      else if (binding.next < 0 || cases < next)
        {
          binding.next = (int) i;
          next = cases;
        }
    }

  return binding;
}

/**
 * capacity_net_hours:
 * @people: the group and its period
 *
 * Net hours = posts · (working days − leave − sick − training) · hours · (1 − other duties) (K6). Nobody is
 * away more than there are days: what is left is never below 0. Source: the shrinkage of Cleveland and Mayben
 * (1997), "Call Center Management on Fast Forward".
 *
 * Returns: the hours with every subtraction
 */
CapacityNetHours
capacity_net_hours (CapacityPeople people)
{
  CapacityNetHours hours;
  double day = people.posts * people.hours_a_day;
  double present;

  hours.gross = day * people.working_days;
  hours.leave = day * people.leave_days;
  hours.sick = day * people.sick_days;
  hours.training = day * people.training_days;
  present = MAX (0, hours.gross - hours.leave - hours.sick - hours.training);
  hours.other = present * people.other_duties;
  hours.net = present - hours.other;
  hours.shrinkage = hours.gross > 0 ? 1 - hours.net / hours.gross : NAN;

  return hours;
}
