/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-events.h"
#include "capacity-forecast.h"
#include "capacity-scratch.h"

G_BEGIN_DECLS

/**
 * CapacityPathInput:
 * @kind: length of the periods
 * @first: index of the first
 * @values: (array length=n): counts ≥ 0, NaN where not measured; the first and last are measured, one is
 *   above 0
 * @n: their number
 * @length: periods in a year
 * @calendar: (nullable): which days are worked
 * @days: (array) (nullable): of the @n periods and the @horizon ahead, how many are working days, as
 *   capacity_workdays_fill() says it; %NULL leaves them out of account
 * @method: level, trend, short season or combination
 * @horizon: periods ahead
 * @is_ordinary: (array length=n) (nullable): see capacity_events_remove()
 */
typedef struct
{
  CapacityPeriodKind      kind;
  int                     first;
  const double           *values;
  guint                   n;
  guint                   length;
  const CapacityCalendar *calendar;
  const double           *days;
  CapacityForecastMethod  method;
  guint                   horizon;
  const guint8           *is_ordinary;
} CapacityPathInput;

/**
 * CapacityPath:
 * @median: (array): the five courses, each an array of the horizon that belongs to the caller
 * @members: what was combined
 * @working_days: how far counts follow the working days
 * @n_events: number of @events
 * @events: what was kept out; the index is the position in the input
 *
 * What a forecast found.
 */
typedef struct
{
  double       *median;
  double       *low80;
  double       *high80;
  double       *low95;
  double       *high95;
  guint         members;
  double        working_days;
  guint         n_events;
  CapacityEvent events[CAPACITY_EVENTS_MAX];
} CapacityPath;

gsize capacity_path_room     (guint                    n,
                              guint                    length,
                              guint                    horizon);
void  capacity_path_forecast (const CapacityPathInput *input,
                              CapacityPath            *path,
                              CapacityScratch         *work);

G_END_DECLS
