/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-assessment.h"

G_BEGIN_DECLS

/* K11: what a case costs, on average and by channel. */

/**
 * CapacityChannelCost:
 * @channel: the channel; belongs to the service
 * @cost: what a case that comes through it costs, in cents
 *
 * A plain value.
 */
typedef struct
{
  const char *channel;
  double      cost;
} CapacityChannelCost;

double  capacity_case_cost            (const CapacityAssessment        *assessment,
                                       const CapacityServiceAssessment *service,
                                       gboolean                        *is_least);
GArray *capacity_case_cost_by_channel (const CapacityAssessment        *assessment,
                                       const CapacityServiceAssessment *service);

G_END_DECLS
