/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-assessment.h"
#include "capacity-erlang.h"

G_BEGIN_DECLS

/* K8 and K9 of a resource before which people wait in line, such as a counter or a telephone. */

/**
 * CapacityWaiting:
 * @visits: people who come to it in a month
 * @hours: hours of the month on which it is open
 * @arrivals: people who come in an open hour
 * @service_hours: mean time one is served, hours
 * @places: whole places that are open at once
 * @line: the line before them, in hours
 * @in_time: share of people whose turn comes in time; NaN where no time was given
 * @needed: places that keep what was promised and the target of use; 0 where nothing was promised
 * @posts: posts that staff @needed, of people; NaN otherwise
 *
 * How long people wait. A plain value.
 */
typedef struct
{
  double       visits;
  double       hours;
  double       arrivals;
  double       service_hours;
  guint        places;
  CapacityLine line;
  double       in_time;
  guint        needed;
  double       posts;
} CapacityWaiting;

gboolean capacity_waiting        (const CapacityResourceAssessment *resource,
                                  const CapacityCalendar           *calendar,
                                  CapacityWaiting                  *waiting);
double   capacity_waiting_coming (const CapacityServiceAssessment  *service,
                                  const CapacityResource           *resource);

G_END_DECLS
