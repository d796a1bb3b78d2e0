/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-forecast.h"
#include "capacity-portfolio.h"

G_BEGIN_DECLS

/* Volumes that were counted by the quarter or year only, in months: each is its share of the period by working days. */

/**
 * CapacityDivision:
 * @kind: by what was counted: quarters or years
 * @first: index of the first month
 * @n: number of months
 *
 * Months that were not counted themselves. A plain value.
 */
typedef struct
{
  CapacityPeriodKind kind;
  int                first;
  guint              n;
} CapacityDivision;

CapacitySeries    *capacity_divide_fill     (const CapacitySeries   *months,
                                             const CapacityService  *service,
                                             CapacityMeasure         measure,
                                             const CapacityCalendar *calendar,
                                             int                     end,
                                             GArray                **divisions);
CapacitySeries    *capacity_divide_ends     (const CapacitySeries   *months,
                                             const CapacityService  *service,
                                             int                     end);
CapacityPeriodKind capacity_divide_kind_at  (const GArray           *divisions,
                                             int                     month);
CapacitySeries    *capacity_divide_undo     (const CapacitySeries   *months,
                                             const GArray           *divisions,
                                             CapacityPeriodKind      kind);
CapacityPeriodKind capacity_divide_choose   (const CapacitySeries   *months,
                                             const GArray           *divisions);
CapacityForecast  *capacity_divide_forecast (const CapacityForecast *forecast,
                                             const CapacityCalendar *calendar,
                                             int                     first,
                                             guint                   horizon);

G_END_DECLS
