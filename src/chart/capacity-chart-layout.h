/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "capacity-chart.h"

G_BEGIN_DECLS

/**
 * CapacityChartLayout:
 *
 * Where the things of a chart are: a list of what to draw, in drawing order, with its text measured. It is
 * computed once for a size; painting, the pointer, the keyboard cursor, the table of what is seen and the
 * tests read the same list. Immutable and reference-counted, but bound to the thread of its #PangoContext.
 */
typedef struct _CapacityChartLayout CapacityChartLayout;

/**
 * CapacityChartCursor:
 * @series: which series (row of a heat map), or -1 for the first
 * @index: which column of the x axis, or -1 for none
 *
 * A place in a chart the pointer or the keyboard is at.
 */
typedef struct
{
  int series;
  int index;
} CapacityChartCursor;

#define CAPACITY_CHART_CURSOR_NONE ((CapacityChartCursor) { -1, -1 })

/**
 * CapacityChartMove:
 *
 * Steps of the keyboard cursor. Points without a value are stepped over.
 */
typedef enum
{
  CAPACITY_CHART_MOVE_FIRST,
  CAPACITY_CHART_MOVE_PREVIOUS,
  CAPACITY_CHART_MOVE_NEXT,
  CAPACITY_CHART_MOVE_LAST,
  CAPACITY_CHART_MOVE_PREVIOUS_YEAR,
  CAPACITY_CHART_MOVE_NEXT_YEAR,
  CAPACITY_CHART_MOVE_PREVIOUS_SERIES,
  CAPACITY_CHART_MOVE_NEXT_SERIES,
  CAPACITY_CHART_MOVE_PREVIOUS_NOTABLE, /* marked, or above capacity while its neighbour was not */
  CAPACITY_CHART_MOVE_NEXT_NOTABLE,
} CapacityChartMove;

/**
 * CapacityChartValue:
 * @role: what it stands for
 * @label: name of its series
 * @text: the number, for a band "low – high", for events their names
 * @value: the number; NaN for a band or events
 * @x: where it lies
 * @y: where it lies; NaN if outside the plot or a band
 * @series: which series, for a #CapacityChartCursor
 *
 * One line of what the cursor tells.
 */
typedef struct
{
  CapacityChartRole role;
  char             *label;
  char             *text;
  double            value;
  double            x;
  double            y;
  int               series;
} CapacityChartValue;

/**
 * CapacityChartBox:
 *
 * A rectangle in units of the layout.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} CapacityChartBox;

#define CAPACITY_TYPE_CHART_LAYOUT (capacity_chart_layout_get_type ())

GType                capacity_chart_layout_get_type    (void) G_GNUC_CONST;
CapacityChartLayout *capacity_chart_layout_new         (const CapacityChart       *chart,
                                                        const CapacityChartStyle  *style,
                                                        double                     width,
                                                        double                     height,
                                                        PangoContext              *context);
CapacityChartLayout *capacity_chart_layout_ref         (CapacityChartLayout       *self);
void                 capacity_chart_layout_unref       (CapacityChartLayout       *self);

double               capacity_chart_events_height      (const CapacityChart       *chart,
                                                        const CapacityChartStyle  *style,
                                                        double                     width);
double               capacity_chart_natural_height     (const CapacityChart       *chart,
                                                        const CapacityChartStyle  *style,
                                                        double                     width);

void                 capacity_chart_layout_draw        (CapacityChartLayout       *self,
                                                        cairo_t                   *cr);
void                 capacity_chart_layout_draw_cursor (CapacityChartLayout       *self,
                                                        const CapacityChartCursor *cursor,
                                                        cairo_t                   *cr);

CapacityChartBox     capacity_chart_layout_get_plot    (CapacityChartLayout       *self);
double               capacity_chart_layout_get_x       (CapacityChartLayout       *self,
                                                        double                     column);
double               capacity_chart_layout_get_y       (CapacityChartLayout       *self,
                                                        double                     value);
gboolean             capacity_chart_layout_hit         (CapacityChartLayout       *self,
                                                        double                     x,
                                                        double                     y,
                                                        CapacityChartCursor       *cursor);
gboolean             capacity_chart_layout_move        (CapacityChartLayout       *self,
                                                        CapacityChartMove          move,
                                                        CapacityChartCursor       *cursor);
gboolean             capacity_chart_layout_get_point   (CapacityChartLayout       *self,
                                                        const CapacityChartCursor *cursor,
                                                        CapacityChartBox          *box);
char                *capacity_chart_layout_dup_heading (CapacityChartLayout       *self,
                                                        const CapacityChartCursor *cursor);
GArray              *capacity_chart_layout_list_values (CapacityChartLayout       *self,
                                                        const CapacityChartCursor *cursor);
char                *capacity_chart_layout_to_string   (CapacityChartLayout       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityChartLayout, capacity_chart_layout_unref)

G_END_DECLS
