/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "capacity-calendar.h"
#include "capacity-id.h"

G_BEGIN_DECLS

/* The values of every enumeration here are stored in files: never renumber, only append. */

/**
 * CapacityMode:
 *
 * The three modes in which the card wants a service to be adequate.
 */
typedef enum
{
  CAPACITY_MODE_REGULAR = 0,
  CAPACITY_MODE_PEAK = 1,
  CAPACITY_MODE_LONG_TERM = 2,
} CapacityMode;

#define CAPACITY_N_MODES 3

typedef enum
{
  CAPACITY_BASIS_ESTIMATE = 0,
  CAPACITY_BASIS_MEASURED = 1,
  CAPACITY_BASIS_NORM = 2,
  CAPACITY_BASIS_CONTRACT = 3,
} CapacityBasis;

#define CAPACITY_N_BASES 4

/**
 * CapacityLimitState:
 *
 * How far a capacity is decided. What is only planned counts in plans, not in the assessment of today.
 */
typedef enum
{
  CAPACITY_LIMIT_PLANNED = 0,
  CAPACITY_LIMIT_APPROVED = 1,
  CAPACITY_LIMIT_ACTUAL = 2,
} CapacityLimitState;

#define CAPACITY_N_LIMIT_STATES 3

/**
 * CapacityLimit:
 * @id: identifier of the fact
 * @mode: regular or peak
 * @value: the most that can be delivered in a period of the kind @per, in the unit of the service or resource; ≥ 0
 * @per: the period
 * @from: the day from which it holds, or %CAPACITY_DATE_NONE for "always so far"
 * @until: the last day on which it holds, or %CAPACITY_DATE_NONE for "until further notice"
 * @basis: how it is known
 * @note: (nullable): in the manager's words
 * @state: how far it is decided
 * @in_posts: whether @value is a number of posts, whatever @per; of people only, of anything else it says nothing
 *
 * Capacity (veiktspēja) of a service or resource with its validity. Of several that hold on a day the one with the
 * latest @from counts; those that are only planned never do. Where no peak limit holds, the regular one
 * counts in the peak too.
 */
typedef struct
{
  CapacityId         id;
  CapacityMode       mode;
  double             value;
  CapacityPeriodKind per;
  CapacityDate       from;
  CapacityDate       until;
  CapacityBasis      basis;
  char              *note;
  CapacityLimitState state;
  gboolean           in_posts;
} CapacityLimit;

CapacityLimit     *capacity_limit_new              (CapacityMode             mode,
                                                    double                   value,
                                                    CapacityPeriodKind       per,
                                                    CapacityDate             from,
                                                    CapacityDate             until);
CapacityLimit     *capacity_limit_copy             (const CapacityLimit     *self);
void               capacity_limit_free             (CapacityLimit           *self);
GPtrArray         *capacity_limits_copy            (const GPtrArray         *limits);
gboolean           capacity_limit_is_by_days       (const CapacityLimit     *self);
double             capacity_limit_in               (const CapacityLimit     *self,
                                                    CapacityPeriod           period,
                                                    const CapacityCalendar  *calendar,
                                                    double                   open_hours);
const CapacityLimit *
                   capacity_limits_find            (const GPtrArray         *limits,
                                                    CapacityMode             mode,
                                                    CapacityPeriod           period);
gboolean           capacity_limits_have_low_peak   (const GPtrArray         *limits,
                                                    CapacityDate             today,
                                                    const CapacityCalendar  *calendar,
                                                    double                   open_hours);
CapacityLimit     *capacity_limits_dup_part        (const GPtrArray         *limits,
                                                    CapacityMode             mode,
                                                    double                   share,
                                                    CapacityDate             from,
                                                    CapacityDate             until);
double             capacity_limits_at              (const GPtrArray         *limits,
                                                    CapacityMode             mode,
                                                    CapacityPeriod           period,
                                                    const CapacityCalendar  *calendar,
                                                    double                   open_hours);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityLimit, capacity_limit_free)

G_END_DECLS
