/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-assessment.h"

G_BEGIN_DECLS

/* Dependencies both ways: which services fill a resource and suffer when it is full, and which resources a service
 * stands on. */

/**
 * CapacityResourceUser:
 * @service: the service
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
  double                           load;
  double                           part;
  double                           gets;
  double                           share;
  int                              priority;
  int                              hit_from;
} CapacityResourceUser;

/**
 * CapacityServiceUse:
 * @resource: the resource
 * @per_case: units one case takes, on average of what comes
 * @load: units the service needs in the month
 * @cases: cases that the resource allows the service in the month (K5); NaN if unknown
 * @utilisation: part of these that the service needs; NaN if unknown
 *
 * One resource that a service uses. A plain value.
 */
typedef struct
{
  const CapacityResourceAssessment *resource;
  double                            per_case;
  double                            load;
  double                            cases;
  double                            utilisation;
} CapacityServiceUse;

GArray *capacity_assessment_list_users (const CapacityAssessment         *self,
                                        const CapacityResourceAssessment *resource,
                                        int                               month);
GArray *capacity_assessment_list_uses  (const CapacityAssessment         *self,
                                        const CapacityServiceAssessment  *service,
                                        int                               month);

G_END_DECLS
