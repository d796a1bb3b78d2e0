/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-portfolio.h"

G_BEGIN_DECLS

/* K1: which kinds of cases come to a service, through which channels, and what they take on average. */

/**
 * CapacityMixPart:
 * @kind: kind of applications
 * @channel: (nullable): the channel; %NULL where channels are not told apart
 * @cases: cases in the last twelve months
 *
 * A part of the cases of a service. A plain value; the channel belongs to the service.
 */
typedef struct
{
  CapacityRequestKind kind;
  const char         *channel;
  double              cases;
} CapacityMixPart;

/**
 * CapacityMixUse:
 * @per_case: units that one case takes on average
 * @share: the part of the cases that take any, 0…1
 *
 * What the cases of a service take of a resource.
 */
typedef struct
{
  double per_case;
  double share;
} CapacityMixUse;

GArray             *capacity_mix_of     (const CapacityService *service,
                                         int                    last_month);
const CapacityNeed *capacity_mix_find   (const GPtrArray       *needs,
                                         const CapacityId      *resource,
                                         CapacityRequestKind    kind,
                                         const char            *channel);
CapacityMixUse      capacity_mix_use_of (const GArray          *mix,
                                         const GPtrArray       *needs,
                                         const CapacityId      *resource);

G_END_DECLS
