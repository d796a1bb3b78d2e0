/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-assessment.h"

G_BEGIN_DECLS

/* K11: what a case costs, on average and by channel. */

/**
 * CapacityCaseCostPart:
 * @resource: a resource that a case takes; belongs to the assessment
 * @per_case: units of it that a case takes
 * @annual_cost: what all of it costs a year, in cents; NaN if nobody said
 * @share: part of its capacity of a year that a case takes; NaN without capacity
 *
 * A plain value.
 */
typedef struct
{
  const CapacityResourceAssessment *resource;
  double                            per_case;
  double                            annual_cost;
  double                            share;
} CapacityCaseCostPart;

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
GArray *capacity_case_cost_parts      (const CapacityAssessment        *assessment,
                                       const CapacityServiceAssessment *service);
GArray *capacity_case_cost_by_channel (const CapacityAssessment        *assessment,
                                       const CapacityServiceAssessment *service);

G_END_DECLS
