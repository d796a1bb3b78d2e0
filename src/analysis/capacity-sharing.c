/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-sharing.h"

#include <math.h>

static guint
place_of (int priority)
{
  return priority < 1 || priority > CAPACITY_N_PRIORITIES ? CAPACITY_N_PRIORITIES : (guint) priority - 1;
}

/**
 * capacity_claims_add:
 * @self: what others claim
 * @claim: what one more service does
 */
void
capacity_claims_add (CapacityClaims      *self,
                     const CapacityClaim *claim)
{
  self->load += claim->load;
  self->by_priority[place_of (claim->priority)] += claim->load;
  if (isnan (claim->share))
    self->unshared += claim->load;
  else
    self->shares += claim->share;
}

/* In proportion to the load, so that all who share are equally loaded; who has no load has what the others leave. */
static CapacityPart
fair_part (double before,
           double load,
           double own)
{
  return own > 0 ? (CapacityPart){ before, own / load } : (CapacityPart){ before + load, 1 };
}

/* The part that was given; those without one have the rest in proportion to their loads. Where more was given than
 * there is, all parts shrink alike. */
static CapacityPart
given_part (const CapacityClaims *self,
            const CapacityClaim  *own)
{
  double rest = MAX (0, 1 - self->shares);
  CapacityPart part;

  if (!isnan (own->share))
    return (CapacityPart){ 0, own->share / MAX (1, self->shares) };
  if (rest == 0)
    return (CapacityPart){ 0, 0 };
  part = fair_part (0, self->unshared, own->load);

  return (CapacityPart){ part.before / rest, part.part * rest };
}

/* Those before it get all they need; what is left is its and its equals', in proportion to their loads. Those after it
 * take nothing from it. */
static CapacityPart
ordered_part (const CapacityClaims *self,
              const CapacityClaim  *own)
{
  guint place = place_of (own->priority);
  double before = 0;

  for (guint i = 0; i < place; i++)
    before += self->by_priority[i];

  return fair_part (before, self->by_priority[place], own->load);
}

/**
 * capacity_claims_part:
 * @self: what all services claim of a resource, @own among it
 * @sharing: how they share it
 * @own: what the service claims
 *
 * Returns: what the service has of the resource
 */
CapacityPart
capacity_claims_part (const CapacityClaims *self,
                      CapacitySharing       sharing,
                      const CapacityClaim  *own)
{
  switch (sharing)
    {
    case CAPACITY_SHARING_SHARE:
      return given_part (self, own);
    case CAPACITY_SHARING_PRIORITY:
      return ordered_part (self, own);
    case CAPACITY_SHARING_FAIR:
    default:
      return fair_part (0, self->load, own->load);
    }
}

/**
 * capacity_part_of:
 * @part: what a service has of a resource
 * @offered: units the resource gives a period
 *
 * A = max (0, offered − before) · part.
 *
 * Returns: units the service has a period; NaN if @offered is unknown
 */
double
capacity_part_of (CapacityPart part,
                  double       offered)
{
  double rest = offered - part.before;

  return (rest < 0 ? 0 : rest) * part.part;
}
