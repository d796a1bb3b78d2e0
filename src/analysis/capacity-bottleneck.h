/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-assessment.h"

G_BEGIN_DECLS

/* F48: what limits a service month by month. */

/**
 * CapacityBottleneck:
 * @month: index of the month
 * @resource: (nullable): the resource that allows the service least (K5); %NULL where that is not known of any
 * @allowed: cases that it allows in the month, by the present load of all who share it; where a capacity was given, by
 *   what the load would be if as many came; NaN without @resource
 * @given: cases of the service's own capacity in the month; NaN where none was given
 *
 * What a service can deliver in a month by its resources and by what was said of itself. A plain value.
 *
 * Where a capacity was given it counts, in every verdict and date, also where @allowed is less: whoever gave it may know
 * what the needs do not say. That the two contradict each other is for a person to see and to mend.
 */
typedef struct
{
  int                               month;
  const CapacityResourceAssessment *resource;
  double                            allowed;
  double                            given;
} CapacityBottleneck;

CapacityBottleneck capacity_bottleneck_in          (const CapacityAssessment        *assessment,
                                                    const CapacityServiceAssessment *service,
                                                    CapacityMode                     mode,
                                                    int                              month);
GArray            *capacity_bottleneck_list        (const CapacityAssessment        *assessment,
                                                    const CapacityServiceAssessment *service);
gboolean           capacity_bottleneck_is_given    (const CapacityBottleneck        *self);
gboolean           capacity_bottleneck_contradicts (const CapacityBottleneck        *self);

G_END_DECLS
