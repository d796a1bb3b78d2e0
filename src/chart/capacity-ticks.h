/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-period.h"

G_BEGIN_DECLS

/**
 * CapacityTicks:
 * @first: the lowest tick
 * @step: the distance between ticks
 * @n: how many
 * @decimals: digits after the decimal sign that tell them apart
 *
 * Ticks of an axis of numbers.
 */
typedef struct
{
  double first;
  double step;
  guint  n;
  int    decimals;
} CapacityTicks;

/**
 * CapacityPeriodTicks:
 * @unit: the length that is named at a tick
 * @step: every how many of them
 * @context: the length named once below the ticks that lie in it
 * @has_context: whether there is one
 *
 * Ticks of an axis of periods. Months and quarters are counted from the start of a year, years from year 0;
 * weeks on an axis of days are their Mondays.
 */
typedef struct
{
  CapacityPeriodKind unit;
  int                step;
  CapacityPeriodKind context;
  gboolean           has_context;
} CapacityPeriodTicks;

CapacityTicks              capacity_ticks_extended  (double              low,
                                                     double              high,
                                                     double              m);
double                     capacity_ticks_get       (const CapacityTicks *self,
                                                     guint               i);
const CapacityPeriodTicks *capacity_period_ticks    (CapacityPeriodKind  kind,
                                                     guint              *n);
double                     capacity_column_of_date  (CapacityPeriodKind  kind,
                                                     int                 first,
                                                     CapacityDate        date);

G_END_DECLS
