/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-assessment.h"

G_BEGIN_DECLS

/* Which services fill a resource and suffer when it is full. */

/**
 * CapacityResourceUser:
 * @service: the service
 * @month: index of the month it is looked at in
 * @load: units it needs in the month
 * @part: part of the load of all
 * @gets: units it gets in the month, as the resource is shared; NaN where the resource's capacity is unknown
 * @share: part of the resource it was given; NaN where none was
 * @priority: place in the order, 1 first; 0 for none given
 * @hit_from: index of the first month from then on in which it gets less than it needs; 0 if there is none
 *
 * One service that uses a resource. A plain value.
 */
typedef struct
{
  const CapacityServiceAssessment *service;
  int                              month;
  double                           load;
  double                           part;
  double                           gets;
  double                           share;
  int                              priority;
  int                              hit_from;
} CapacityResourceUser;

GArray *capacity_assessment_list_users (const CapacityAssessment         *self,
                                        const CapacityResourceAssessment *resource,
                                        int                               month);

G_END_DECLS
