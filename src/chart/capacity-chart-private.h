/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-chart.h"

G_BEGIN_DECLS

/* A line, step, row of cells (low alone) or band (low and high), over every column of the chart; NaN where
 * none. */
typedef struct
{
  CapacityChartRole role;
  char             *label;
  double           *low;
  double           *high;
  gboolean          is_level; /* the same value everywhere, which needs no column in the table */
} CapacityChartSeries;

typedef struct
{
  CapacityChartRole role;
  char             *label;
  int               column;
  double            value;
} CapacityChartMarker;

/* Columns; -1 where there is none. */
typedef struct
{
  CapacityChartRole role;
  char             *label;
  int               earliest;
  int               likely;
  int               latest;
} CapacityChartSpan;

/* Something that begins on a day and may end on one. */
typedef struct
{
  char        *name;
  CapacityDate from;
  CapacityDate until; /* CAPACITY_DATE_NONE for "from then on" */
} CapacityChartEvent;

/* A bar of a waterfall, or a row of a bullet graph, which alone has a target and a whole. */
typedef struct
{
  CapacityChartRole role;
  char             *label;
  double            value;
  double            target;
  double            whole;
} CapacityChartBar;

struct _CapacityChart
{
  CapacityChartForm       form;
  CapacityPeriodKind      kind;
  int                     first;
  guint                   n;

  char                   *title;
  char                   *summary;
  char                   *unit;
  char                   *period_heading;
  char                   *low_heading;
  char                   *high_heading;
  char                   *unbounded;
  char                   *headroom_label;
  char                   *deficit_label;
  char                   *today_label;
  char                   *events_label;
  char                   *remarks_label;
  char                  **remarks; /* by column, NULL where there is none; NULL where there is no column of them */
  CapacityDate            today;
  gboolean                has_balance;

  GArray                 *series;
  GArray                 *markers;
  GArray                 *spans;
  GArray                 *events; /* in the order of their numbers */
  GArray                 *bars;

  CapacityChartNumberFunc number;
  CapacityChartPeriodFunc period;
  gpointer                user_data;
  GDestroyNotify          destroy;
};

gboolean                   capacity_chart_has_bars    (const CapacityChart       *self);
const CapacityChartBar    *capacity_chart_bar         (const CapacityChart       *self,
                                                       guint                      i);
const CapacityChartSeries *capacity_chart_series      (const CapacityChart       *self,
                                                       guint                      i);
const CapacityChartSeries *capacity_chart_find_series (const CapacityChart       *self,
                                                       CapacityChartRole          role);
const CapacityChartEvent  *capacity_chart_event       (const CapacityChart       *self,
                                                       guint                      i);
double                     capacity_chart_event_start (const CapacityChart       *self,
                                                       guint                      i);
char                      *capacity_chart_name_event  (const CapacityChart       *self,
                                                       guint                      i);
char                      *capacity_chart_list_events (const CapacityChart       *self,
                                                       guint                      column);
char                      *capacity_chart_format      (const CapacityChart       *self,
                                                       double                     value,
                                                       int                        decimals);
char                      *capacity_chart_format_value (const CapacityChart      *self,
                                                       double                     value);
char                      *capacity_chart_name_period (const CapacityChart       *self,
                                                       CapacityPeriod             period,
                                                       CapacityChartPeriodText    text);
char                      *capacity_chart_name_column (const CapacityChart       *self,
                                                       guint                      column);

G_END_DECLS
