/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-assessment.h"
#include "capacity-trend.h"

G_BEGIN_DECLS

/* How the volumes of a service have gone: by the season, beyond mere chance (K15), and in the queue (K7). */

/* Months in which signals are looked for: two or three years tell what a process does now. */
#define CAPACITY_SIGNAL_MONTHS 24

/**
 * CapacityCourseSignals:
 * @first: index of the first month
 * @n: number of months; 0 where too few were measured
 * @values: what came in each without the season; NaN where nothing was measured
 * @limits: within which they vary by chance
 * @signals: the #CapacityXmrSignal bits of each
 * @n_signals: months with any
 *
 * What of the last months is signal and what is noise. A plain value.
 */
typedef struct
{
  int         first;
  guint       n;
  double      values[CAPACITY_SIGNAL_MONTHS];
  CapacityXmr limits;
  guint       signals[CAPACITY_SIGNAL_MONTHS];
  guint       n_signals;
} CapacityCourseSignals;

/**
 * CapacityCourseWeekdays:
 * @n_days: days that were counted
 * @mean: what came on the mean of them
 * @means: what came on the mean Monday and so on; NaN for days of the week on which it is closed
 * @most: on which most came, 0 for Monday
 * @least: on which least did
 *
 * How the days of an ordinary week differ. A plain value.
 */
typedef struct
{
  guint  n_days;
  double mean;
  double means[CAPACITY_WEEK_DAYS];
  guint  most;
  guint  least;
} CapacityCourseWeekdays;

/**
 * CapacityCourseHours:
 * @n_days: working days on which anything was recorded
 * @first: the first hour of the day in which anything came
 * @end: the one after the last
 * @busiest: the hour in which most came
 * @means: what came in each hour on the mean of those days
 * @day: what came on the mean day, their sum
 *
 * How a working day goes. A plain value.
 */
typedef struct
{
  guint  n_days;
  int    first;
  int    end;
  int    busiest;
  double means[CAPACITY_DAY_HOURS];
  double day;
} CapacityCourseHours;

gboolean              capacity_course_hours   (const CapacityService           *service,
                                               const CapacityCalendar          *calendar,
                                               CapacityDate                     as_of,
                                               CapacityCourseHours             *hours);
gboolean              capacity_course_season  (const CapacityServiceAssessment *service,
                                               double                           indices[CAPACITY_SEASON_LENGTH]);
gboolean              capacity_course_weekdays (const CapacityService          *service,
                                               const CapacityCalendar          *calendar,
                                               CapacityDate                     as_of,
                                               CapacityCourseWeekdays          *weekdays);
CapacityCourseSignals capacity_course_signals (const CapacityServiceAssessment *service);
CapacitySeries       *capacity_course_stock   (const CapacityServiceAssessment *service,
                                               const CapacityCalendar          *calendar,
                                               CapacityDate                     as_of);

G_END_DECLS
