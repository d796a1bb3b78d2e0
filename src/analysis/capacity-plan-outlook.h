/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-explanation.h"
#include "capacity-money.h"

G_BEGIN_DECLS

/**
 * CapacityCourse:
 *
 * Which dated changes of capacity are taken to happen from the day of the assessment on.
 */
typedef enum
{
  CAPACITY_COURSE_UNCHANGED, /* none: what holds today goes on */
  CAPACITY_COURSE_APPROVED,  /* those that are approved */
  CAPACITY_COURSE_PLANNED,   /* those that are planned too */
} CapacityCourse;

#define CAPACITY_N_COURSES 3

/**
 * CapacityPlanMonth:
 * @demand: of a service: cases its forecast says; NaN if unknown
 * @capacity: of a service: its regular capacity; NaN if unknown
 * @utilisation: of a service: @demand / @capacity; of the institution: that of its most used resource; NaN if unknown
 * @fullest: (nullable): of the institution: its most used resource
 * @verdict: on that use; of the institution the worst of its services
 * @n_by_verdict: how many services have each verdict
 * @posts: posts that are short for the target use, or of the institution of its groups that are short; not rounded
 * @money: what a year of all that is short costs, as far as the cost of resources is known: of people that of the
 *   whole posts that @posts make, shared out to the groups as they are short; of all else by the part that is short
 *
 * One month of a plan in one course.
 */
typedef struct
{
  double          demand;
  double          capacity;
  double          utilisation;
  const CapacityResource *fullest;
  CapacityVerdict verdict;
  guint           n_by_verdict[CAPACITY_N_VERDICTS];
  double          posts;
  CapacityMoney   money;
} CapacityPlanMonth;

/**
 * CapacityPlanCourse:
 * @assessment: all that is concluded of the portfolio in this course
 * @exhaustion: of a service: when its capacity no longer suffices; of the institution: of the service whose
 *   capacity suffices shortest, the most urgent of several
 * @first_short: the service that @exhaustion is of; %CAPACITY_ID_NONE if there is none
 * @posts: whole posts that are short in the month that needs most, pooled before they are rounded, once
 * @money: what a year of all that is short costs in the month that needs most posts, the dearest of several
 * @months: (array length=n_months): month by month
 *
 * What follows from one course.
 */
typedef struct
{
  CapacityAssessment *assessment;
  CapacityExhaustion  exhaustion;
  CapacityId          first_short;
  guint               posts;
  CapacityMoney       money;
  CapacityPlanMonth  *months;
} CapacityPlanCourse;

/**
 * CapacityPlanOutlook:
 * @service: the service; %CAPACITY_ID_NONE for the institution
 * @first: index of the first month: that of the assessment
 * @n_months: their number: the years of the plan
 * @courses: by #CapacityCourse
 *
 * What a capacity plan looks like with and without its changes.
 */
typedef struct
{
  CapacityId         service;
  int                first;
  guint              n_months;
  CapacityPlanCourse courses[CAPACITY_N_COURSES];
} CapacityPlanOutlook;

CapacityPortfolio   *capacity_plan_portfolio    (const CapacityPortfolio  *portfolio,
                                                 CapacityDate              as_of,
                                                 CapacityCourse            course);
double              *capacity_plan_resource_limits (const CapacityAssessment         *assessment,
                                                    const CapacityResourceAssessment *resource);
CapacityPlanOutlook *capacity_plan_outlook_new  (const CapacityAssessment *assessment,
                                                 const CapacityService    *service,
                                                 int                       years,
                                                 CapacityForecastCache    *cache,
                                                 const gint               *is_cancelled);
CapacityExplanation *capacity_plan_outlook_explain (const CapacityPlanOutlook *self,
                                                    CapacityCourse             course,
                                                    int                        month,
                                                    CapacityFigure             figure);
void                 capacity_plan_outlook_free (CapacityPlanOutlook      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityPlanOutlook, capacity_plan_outlook_free)

G_END_DECLS
