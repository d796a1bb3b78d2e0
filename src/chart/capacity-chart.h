/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "capacity-chart-style.h"
#include "capacity-period.h"

G_BEGIN_DECLS

/**
 * CapacityChartForm:
 * @CAPACITY_CHART_TIME: lines, bands and steps over periods; also control charts
 * @CAPACITY_CHART_CYCLE: the periods of a year beside each other, a line for each year
 * @CAPACITY_CHART_WATERFALL: bars that lead from one total to the next
 * @CAPACITY_CHART_BULLET: what is reached in rows, each against its target and its whole
 * @CAPACITY_CHART_HEAT_MAP: rows of cells over periods
 * @CAPACITY_CHART_ROWS: rows of small lines over periods, all to one scale
 */
typedef enum
{
  CAPACITY_CHART_TIME,
  CAPACITY_CHART_CYCLE,
  CAPACITY_CHART_WATERFALL,
  CAPACITY_CHART_BULLET,
  CAPACITY_CHART_HEAT_MAP,
  CAPACITY_CHART_ROWS,
} CapacityChartForm;

/**
 * CapacityChartPeriodText:
 * @CAPACITY_CHART_PERIOD_FULL: alone and unmistakable, for the table and the cursor: "2026. gada novembris"
 * @CAPACITY_CHART_PERIOD_TICK: short, under the axis, with its year or month below: "nov.", "4. cet.", "23."
 *   (of a week its Monday); a year is "2026"
 * @CAPACITY_CHART_PERIOD_CONTEXT: the year or month that several ticks lie in: "2026", "2026. g. nov."
 */
typedef enum
{
  CAPACITY_CHART_PERIOD_FULL,
  CAPACITY_CHART_PERIOD_TICK,
  CAPACITY_CHART_PERIOD_CONTEXT,
} CapacityChartPeriodText;

/**
 * CapacityChartNumberFunc:
 * @value: a finite number
 * @decimals: digits after the decimal sign
 * @user_data: as given with the function
 *
 * Returns: (transfer full): @value in the user's language
 */
typedef char *(*CapacityChartNumberFunc) (double   value,
                                          int      decimals,
                                          gpointer user_data);

/**
 * CapacityChartPeriodFunc:
 * @period: a period; ticks may be of a longer kind than the chart's
 * @text: where it will stand
 * @user_data: as given with the function
 *
 * Returns: (transfer full): @period in the user's language
 */
typedef char *(*CapacityChartPeriodFunc) (CapacityPeriod          period,
                                          CapacityChartPeriodText text,
                                          gpointer                user_data);

/**
 * CapacityChart:
 *
 * What a chart shows, before anyone knows where. Immutable and reference-counted.
 */
typedef struct _CapacityChart CapacityChart;

/**
 * CapacityChartBuilder:
 *
 * Gathers what a chart shows; short-lived, one thread. Everything given is copied.
 */
typedef struct _CapacityChartBuilder CapacityChartBuilder;

#define CAPACITY_TYPE_CHART (capacity_chart_get_type ())

CapacityChartBuilder *capacity_chart_builder_new          (CapacityChartForm        form,
                                                           CapacityPeriodKind       kind,
                                                           int                      first,
                                                           guint                    n);
void                  capacity_chart_builder_free         (CapacityChartBuilder    *self);
void                  capacity_chart_builder_set_title    (CapacityChartBuilder    *self,
                                                           const char              *title);
void                  capacity_chart_builder_set_summary  (CapacityChartBuilder    *self,
                                                           const char              *summary);
void                  capacity_chart_builder_set_unit     (CapacityChartBuilder    *self,
                                                           const char              *unit);
void                  capacity_chart_builder_set_headings (CapacityChartBuilder    *self,
                                                           const char              *period,
                                                           const char              *low,
                                                           const char              *high);
void                  capacity_chart_builder_set_unbounded (CapacityChartBuilder   *self,
                                                           const char              *unbounded);
void                  capacity_chart_builder_set_formats  (CapacityChartBuilder    *self,
                                                           CapacityChartNumberFunc  number,
                                                           CapacityChartPeriodFunc  period,
                                                           gpointer                 user_data,
                                                           GDestroyNotify           destroy);
void                  capacity_chart_builder_add_series   (CapacityChartBuilder    *self,
                                                           CapacityChartRole        role,
                                                           const char              *label,
                                                           int                      first,
                                                           const double            *values,
                                                           guint                    n);
void                  capacity_chart_builder_add_band     (CapacityChartBuilder    *self,
                                                           CapacityChartRole        role,
                                                           const char              *label,
                                                           int                      first,
                                                           const double            *low,
                                                           const double            *high,
                                                           guint                    n);
void                  capacity_chart_builder_add_level    (CapacityChartBuilder    *self,
                                                           CapacityChartRole        role,
                                                           const char              *label,
                                                           double                   value);
void                  capacity_chart_builder_add_marker   (CapacityChartBuilder    *self,
                                                           CapacityChartRole        role,
                                                           const char              *label,
                                                           int                      index,
                                                           double                   value);
void                  capacity_chart_builder_add_span     (CapacityChartBuilder    *self,
                                                           CapacityChartRole        role,
                                                           const char              *label,
                                                           int                      earliest,
                                                           int                      likely,
                                                           int                      latest);
void                  capacity_chart_builder_set_events   (CapacityChartBuilder    *self,
                                                           const char              *label);
gboolean              capacity_chart_builder_add_event    (CapacityChartBuilder    *self,
                                                           const char              *name,
                                                           CapacityDate             from,
                                                           CapacityDate             until);
void                  capacity_chart_builder_set_remarks  (CapacityChartBuilder    *self,
                                                           const char              *heading,
                                                           int                      first,
                                                           const char *const       *remarks,
                                                           guint                    n);
void                  capacity_chart_builder_add_bar      (CapacityChartBuilder    *self,
                                                           CapacityChartRole        role,
                                                           const char              *label,
                                                           double                   value);
void                  capacity_chart_builder_add_bullet   (CapacityChartBuilder    *self,
                                                           const char              *label,
                                                           double                   value,
                                                           double                   target,
                                                           double                   whole);
void                  capacity_chart_builder_set_today    (CapacityChartBuilder    *self,
                                                           CapacityDate             today,
                                                           const char              *label);
void                  capacity_chart_builder_set_balance  (CapacityChartBuilder    *self,
                                                           const char              *headroom,
                                                           const char              *deficit);
CapacityChart        *capacity_chart_builder_end          (CapacityChartBuilder    *self);

GType                 capacity_chart_get_type             (void) G_GNUC_CONST;
CapacityChart        *capacity_chart_ref                  (const CapacityChart     *self);
void                  capacity_chart_unref                (CapacityChart           *self);
CapacityChartForm     capacity_chart_get_form             (const CapacityChart     *self);
const char           *capacity_chart_get_title            (const CapacityChart     *self);
const char           *capacity_chart_get_summary          (const CapacityChart     *self);
const char           *capacity_chart_get_unit             (const CapacityChart     *self);
gboolean              capacity_chart_is_empty             (const CapacityChart     *self);

/* The same numbers as a table: a heading for each column, the first column names the row. */
guint                 capacity_chart_get_n_columns        (const CapacityChart     *self);
guint                 capacity_chart_get_n_rows           (const CapacityChart     *self);
gboolean              capacity_chart_is_text              (const CapacityChart     *self,
                                                           guint                    column);
char                 *capacity_chart_dup_heading          (const CapacityChart     *self,
                                                           guint                    column);
double                capacity_chart_get_value            (const CapacityChart     *self,
                                                           guint                    row,
                                                           guint                    column);
char                 *capacity_chart_dup_cell             (const CapacityChart     *self,
                                                           guint                    row,
                                                           guint                    column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityChart, capacity_chart_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityChartBuilder, capacity_chart_builder_free)

G_END_DECLS
