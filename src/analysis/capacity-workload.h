/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-portfolio.h"

G_BEGIN_DECLS

/* K1, K4, K5, K6: from volumes to what they need of people and other resources. */

/**
 * CapacityPeople:
 * @posts: number of posts (slodzes)
 * @working_days: working days of the period
 * @hours_a_day: hours a post works on each, 8 for a full one
 * @leave_days: days of leave in the period, a post
 * @sick_days: days of illness
 * @training_days: days of training
 * @other_duties: share of the remaining time that goes to other duties, 0…1
 *
 * What makes up the hours that a group of people has for its services.
 */
typedef struct
{
  double posts;
  double working_days;
  double hours_a_day;
  double leave_days;
  double sick_days;
  double training_days;
  double other_duties;
} CapacityPeople;

/**
 * CapacityNetHours:
 * @gross: posts · working days · hours
 * @leave: hours of leave
 * @sick: hours of illness
 * @training: hours of training
 * @other: hours of other duties
 * @net: what remains for services
 * @shrinkage: 1 − @net / @gross; NaN where @gross is 0
 *
 * The hours of a group with every subtraction shown.
 */
typedef struct
{
  double gross;
  double leave;
  double sick;
  double training;
  double other;
  double net;
  double shrinkage;
} CapacityNetHours;

/**
 * CapacityBinding:
 * @first: position of the resource that allows least; -1 if nothing is known
 * @next: position of the one that allows least after it; -1 if there is none
 * @capacity: cases a period that @first allows; NaN if nothing is known
 */
typedef struct
{
  int    first;
  int    next;
  double capacity;
} CapacityBinding;

double           capacity_workload             (const double         *volumes,
                                                const double         *needs,
                                                guint                 n);
double           capacity_failure_demand_share (const double          workloads[CAPACITY_N_REQUEST_KINDS]);
double           capacity_requirement          (double                workload,
                                                double                target);
double           capacity_gap                  (double                workload,
                                                double                target,
                                                double                capacity);
double           capacity_left_over            (const double         *gaps,
                                                guint                 n);
double           capacity_gap_in_posts         (double                gap_hours,
                                                double                hours_a_post,
                                                double                shrinkage);
guint            capacity_posts_to_fill        (const double         *gaps,
                                                guint                 n);
CapacityBinding  capacity_least_resource       (const double         *allocated,
                                                const double         *needs,
                                                guint                 n);
CapacityNetHours capacity_net_hours            (CapacityPeople        people);

G_END_DECLS
