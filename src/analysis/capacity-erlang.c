/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-erlang.h"

#include <math.h>

/* More places than any institution has: where a search ends. */
#define MAX_PLACES 100000

static gboolean
is_sensible (double arrivals,
             double service_time)
{
  return isfinite (arrivals) && isfinite (service_time) && arrivals >= 0 && service_time >= 0;
}

/* One step of the recurrence for 1/B, which stays exact where B itself would vanish. */
static double
next_inverse (double inverse,
              double offered,
              guint  places)
{
  return 1 + inverse * places / offered;
}

/* P_w from 1/B: c · B / (c − a (1 − B)). */
static double
waits_of (double inverse,
          double offered,
          guint  places)
{
  return places / (places * inverse - offered * (inverse - 1));
}

/* SL(T) = 1 − P_w · exp (−(c − a) T / t̄). */
static double
level_of (double waits,
          double offered,
          guint  places,
          double limit,
          double service_time)
{
  return 1 - waits * exp (-(places - offered) * limit / service_time);
}

/**
 * capacity_erlang_b:
 * @offered: traffic a, in places that would be busy all the time
 * @places: places c
 *
 * The share of people who find all places taken when nobody waits: 1/B(0) = 1, 1/B(k) = 1 + k / (a · B(k −
 * 1)) (K8). Source: Erlang (1917); the recurrence in Jagerman (1974), "Some Properties of the Erlang Loss
 * Function".
 *
 * Returns: the share, 0…1; NaN when @offered is unknown, negative or infinite
 */
double
capacity_erlang_b (double offered,
                   guint  places)
{
  double inverse = 1;

  if (!is_sensible (offered, 1))
    return NAN;
  if (offered == 0)
    return places == 0 ? 1 : 0;
  for (guint k = 1; k <= places; k++)
    inverse = next_inverse (inverse, offered, k);

  return 1 / inverse;
}

/**
 * capacity_erlang_c:
 * @arrivals: people who come in a unit of time, λ
 * @service_time: mean time one is served, t̄
 * @places: places that serve, c
 *
 * The line of M/M/c (K8): a = λ · t̄; P_w = c · B / (c − a (1 − B)); W_q = P_w · t̄ / (c − a); L_q = λ · W_q.
 * People come at random, are served for exponentially distributed times and do not leave. With ρ = a / c ≥ 1
 * the line grows by λ − c / t̄, and at exactly 1 without bound: there is no waiting time to tell.
 *
 * Returns: the line
 */
CapacityLine
capacity_erlang_c (double arrivals,
                   double service_time,
                   guint  places)
{
  CapacityLine line = { CAPACITY_LINE_UNKNOWN, NAN, NAN, NAN, NAN, NAN, NAN };
  double blocked;

  if (!is_sensible (arrivals, service_time))
    return line;
  line.offered = arrivals * service_time;
  line.load = places > 0 ? line.offered / places : line.offered > 0 ? INFINITY : 0;
  if (line.offered > 0 && line.load >= 1)
    {
      line.state = CAPACITY_LINE_GROWS;
      line.growth = arrivals - places / service_time;
      return line;
    }
  line.state = CAPACITY_LINE_STEADY;
  line.growth = line.waits = line.mean_wait = line.mean_length = 0;
  if (line.offered == 0)
    return line;
  blocked = capacity_erlang_b (line.offered, places);
  line.waits = blocked > 0 ? waits_of (1 / blocked, line.offered, places) : 0;
  line.mean_wait = line.waits * service_time / (places - line.offered);
  line.mean_length = arrivals * line.mean_wait;

  return line;
}

/**
 * capacity_service_level:
 * @arrivals: people who come in a unit of time
 * @service_time: mean time one is served
 * @places: places that serve
 * @limit: time T within which serving should begin, ≥ 0
 *
 * Returns: the share of people whose turn comes within @limit, SL(T) = 1 − P_w · exp (−(c − a) T / t̄) (K8);
 *   0 where the line grows, NaN where it is unknown
 */
double
capacity_service_level (double arrivals,
                        double service_time,
                        guint  places,
                        double limit)
{
  CapacityLine line = capacity_erlang_c (arrivals, service_time, places);

  if (line.state == CAPACITY_LINE_UNKNOWN || !(limit >= 0))
    return NAN;
  if (line.state == CAPACITY_LINE_GROWS)
    return 0;

  return line.waits == 0 ? 1 : level_of (line.waits, line.offered, places, limit, service_time);
}

/**
 * capacity_places_needed:
 * @arrivals: people who come in a unit of time
 * @service_time: mean time one is served
 * @limit: time T within which serving should begin, ≥ 0
 * @goal: share of people for whom it should, 0…1, less than 1
 * @max_load: highest load ρ that is bearable, 0…1
 *
 * The fewest places c with SL(T) ≥ @goal and ρ ≤ @max_load (K9). Source: Gans, Koole and Mandelbaum (2003),
 * "Telephone Call Centers: Tutorial, Review, and Research Prospects".
 *
 * Returns: places; 0 where nobody comes or no number of places would do
 */
guint
capacity_places_needed (double arrivals,
                        double service_time,
                        double limit,
                        double goal,
                        double max_load)
{
  double offered = arrivals * service_time;
  double inverse = 1;

  if (!is_sensible (arrivals, service_time) || !(limit >= 0) || !(goal < 1) || !(max_load > 0)
      || offered == 0)
    return 0;
  for (guint c = 1; c <= MAX_PLACES; c++)
    {
      inverse = next_inverse (inverse, offered, c);
      /* What is equal but for the last bits is within the bearable load. */
      if (offered >= c || offered > c * max_load * (1 + 1e-12))
        continue;
      if (level_of (waits_of (inverse, offered, c), offered, c, limit, service_time) >= goal
          || isinf (inverse))
        return c;
    }

  return 0;
}

/**
 * capacity_places_to_roster:
 * @places: (array length=n): places needed by each group that shares people
 * @n: their number
 * @shrinkage: share of paid time that is not at the place, 0…1, less than 1
 *
 * People to roster = Σ c / (1 − shrinkage) (K9), pooled first and rounded up once.
 *
 * Returns: people; 0 when @shrinkage leaves nobody
 */
guint
capacity_places_to_roster (const double *places,
                           guint         n,
                           double        shrinkage)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += isnan (places[i]) ? 0 : places[i];
  if (!(shrinkage >= 0 && shrinkage < 1) || sum < 0)
    return 0;

  return (guint) MIN (ceil (sum / (1 - shrinkage) - 1e-9), G_MAXINT);
}

/**
 * capacity_allen_cunneen:
 * @mean_wait: mean wait of M/M/c, see capacity_erlang_c()
 * @cv2_arrivals: squared coefficient of variation of the times between arrivals; 1 when people come at random
 * @cv2_service: the same of the times people are served; 0 when all are alike
 *
 * W_q ≈ W_q(M/M/c) · (c_a² + c_s²) / 2 (K9). Source: Allen (1990), "Probability, Statistics, and Queueing
 * Theory", 5.3.4.
 *
 * Returns: mean wait where times vary otherwise than at random
 */
double
capacity_allen_cunneen (double mean_wait,
                        double cv2_arrivals,
                        double cv2_service)
{
  return mean_wait * (cv2_arrivals + cv2_service) / 2;
}
