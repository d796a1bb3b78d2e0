/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-workload.h"

G_BEGIN_DECLS

/* K6: what people have for their services, from their posts. */

/**
 * CapacityStaffing:
 * @people: the group in the month: its posts, and days of a post
 * @hours: its hours, with every subtraction
 *
 * The hours that a group of people has in a month. Where the number of posts changes within the month it is their
 * mean.
 */
typedef struct
{
  CapacityPeople   people;
  CapacityNetHours hours;
} CapacityStaffing;

CapacityStaffing capacity_staffing    (const CapacityResource *resource,
                                       double                  posts,
                                       double                  day_hours,
                                       int                     working_days,
                                       int                     year_days);
gboolean         capacity_staffing_at (const CapacityResource *resource,
                                       CapacityMode            mode,
                                       int                     month,
                                       double                  day_hours,
                                       const CapacityCalendar *calendar,
                                       CapacityStaffing       *staffing);

G_END_DECLS
