/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-assessment.h"

G_BEGIN_DECLS

/**
 * CapacityLack:
 *
 * What a register entry can be without (F10).
 */
typedef enum
{
  CAPACITY_LACK_DATA,       /* nothing was measured */
  CAPACITY_LACK_NEW_DATA,   /* the last measurement is old */
  CAPACITY_LACK_CAPACITY,   /* nobody has said how much can be delivered */
  CAPACITY_LACK_OWNER,
  CAPACITY_LACK_DEPARTMENT, /* no unit of the institution */
  CAPACITY_LACK_UNIT,       /* nobody has said what is counted */
  CAPACITY_LACK_TARGET,     /* none of its own: the institution's holds */
} CapacityLack;

#define CAPACITY_N_LACKS 7

/**
 * CapacityFindingKind:
 *
 * What may be wrong with measured volumes, or with other facts.
 */
typedef enum
{
  CAPACITY_FINDING_GAP,       /* months without a measurement between measured ones */
  CAPACITY_FINDING_PART,      /* months in which one series was not measured while others were */
  CAPACITY_FINDING_OUTLIER,   /* a period far from what season and trend make likely */
  CAPACITY_FINDING_REPEATED,  /* the same numbers as in the same periods a year before */
  CAPACITY_FINDING_SAME_DATA, /* the same numbers as another service has */
  CAPACITY_FINDING_SAME_NAME, /* the same name as another service has */
  CAPACITY_FINDING_CAPACITY,  /* a resource allows less than the capacity that was given */
} CapacityFindingKind;

/**
 * CapacityFinding:
 * @kind: what it is
 * @service: whose
 * @other: the other service, or the resource; none where there is no other
 * @by: the periods it is about, which were counted: months, quarters or years
 * @first: index of the first month; 0 where it is about no month
 * @n: number of months
 * @value: what was measured in the period of @first, or the capacity that is given; NaN for a gap or a missing part
 * @expected: what season and trend make likely in it, of a missing part in its own series, or what the resource allows; NaN
 *   if unknown
 * @volume: the missing part: its position among the volumes of the service; 0 for others
 *
 * Something for a person to look at. A plain value.
 */
typedef struct
{
  CapacityFindingKind kind;
  CapacityId          service;
  CapacityId          other;
  CapacityPeriodKind  by;
  int                 first;
  guint               n;
  double              value;
  double              expected;
  guint               volume;
} CapacityFinding;

gboolean         capacity_quality_lacks        (const CapacityServiceAssessment *service,
                                                CapacityLack                     lack);
GArray          *capacity_quality_find         (const CapacityAssessment        *assessment);
GArray          *capacity_quality_find_service (const CapacityServiceAssessment *service);
gboolean         capacity_quality_is_accepted  (const CapacityService           *service,
                                                int                              month);
double           capacity_quality_expected     (const CapacitySeries            *series,
                                                int                              index);
gboolean         capacity_finding_is_likeness  (CapacityFindingKind              kind);
CapacityLikeness capacity_finding_get_likeness (CapacityFindingKind              kind);

G_END_DECLS
