/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-portfolio.h"

G_BEGIN_DECLS

/* How services share a resource of which there is not enough for all (K5). */

#define CAPACITY_N_PRIORITIES 9

/**
 * CapacityClaim:
 * @load: units a period the service needs, ≥ 0
 * @share: part of the resource it was given, 0…1; NaN where none was
 * @priority: place in the order, 1 first; 0, or beyond the last, for none given
 *
 * What one service claims of a resource.
 */
typedef struct
{
  double load;
  double share;
  int    priority;
} CapacityClaim;

/**
 * CapacityClaims:
 * @load: units all services need
 * @shares: sum of the parts that were given; more than 1 is more than there is
 * @unshared: units of services that were given no part
 * @by_priority: units by place in the order; the last without a place
 *
 * What all services claim of a resource. A plain value, all zero without any.
 */
typedef struct
{
  double load;
  double shares;
  double unshared;
  double by_priority[CAPACITY_N_PRIORITIES + 1];
} CapacityClaims;

/**
 * CapacityPart:
 * @before: units that others get first
 * @part: which part of the rest the service has
 *
 * What a service has of a resource, whatever that offers.
 */
typedef struct
{
  double before;
  double part;
} CapacityPart;

void         capacity_claims_add  (CapacityClaims       *self,
                                   const CapacityClaim  *claim);
CapacityPart capacity_claims_part (const CapacityClaims *self,
                                   CapacitySharing       sharing,
                                   const CapacityClaim  *own);
double       capacity_part_of     (CapacityPart          part,
                                   double                offered);

G_END_DECLS
