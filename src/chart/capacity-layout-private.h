/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-chart-private.h"
#include "capacity-drawing-private.h"
#include "capacity-ticks.h"

G_BEGIN_DECLS

/* Length of the line shown before a name in the key, with the space after it, in heights of text. */
#define CAPACITY_SAMPLE_EMS 2.4

struct _CapacityChartLayout
{
  CapacityChart     *chart;
  CapacityChartStyle style;
  char              *font_family;
  double             width;
  double             height;
  CapacityDrawing    drawing;

  double             em;      /* height of text */
  double             line;    /* height of a line of it */
  double             ascent;
  double             padding; /* around everything */
  gboolean           is_mirrored; /* time runs from right to left, as the language does */
  CapacityChartBox   plot;
  double             low;     /* values at the bottom and top of the plot */
  double             high;
  CapacityTicks      ticks;
};

/* A label of one or two lines that wants to be near its anchor. */
typedef struct
{
  CapacityChartRole role;
  char            **lines;
  guint             n_lines;
  double            width;
  double            height;
  double            anchor_x;
  double            anchor_y;
  double            x;        /* where it got: top left corner */
  double            y;
  int               weight;   /* the lightest go first where there is no room */
  guint             series;   /* which series it names, where it names one */
} CapacityLabel;

/* Texts along the x axis. */
typedef struct
{
  char    *text;
  double   x;        /* middle */
  double   width;
  double   boundary; /* where the period begins; NaN where that is not drawn */
  gboolean is_shown;
} CapacityAxisLabel;

typedef struct
{
  GArray *ticks;
  GArray *context; /* nullable */
} CapacityTimeAxis;

void              capacity_layout_time             (CapacityChartLayout *self);
void              capacity_layout_heat_map         (CapacityChartLayout *self);
void              capacity_layout_rows             (CapacityChartLayout *self);
void              capacity_layout_waterfall        (CapacityChartLayout *self);
gboolean          capacity_layout_is_narrow        (double               width,
                                                    double               em);
void              capacity_layout_bullet           (CapacityChartLayout *self);

double            capacity_layout_x                (CapacityChartLayout *self,
                                                    double               column);
double            capacity_layout_y                (CapacityChartLayout *self,
                                                    double               value);

double            capacity_layout_names_width      (CapacityChartLayout *self);
double            capacity_layout_title_height     (CapacityChartLayout *self);
void              capacity_layout_draw_title       (CapacityChartLayout *self);
void              capacity_layout_choose_range     (CapacityChartLayout *self,
                                                    double               plot_height);
double            capacity_layout_value_width      (CapacityChartLayout *self);
void              capacity_layout_draw_grid        (CapacityChartLayout *self);
void              capacity_layout_draw_axis        (CapacityChartLayout *self);
void              capacity_layout_draw_values      (CapacityChartLayout *self);

void              capacity_time_axis_init          (CapacityTimeAxis    *axis,
                                                    CapacityChartLayout *self);
void              capacity_time_axis_clear         (CapacityTimeAxis    *axis);
guint             capacity_time_axis_n_rows        (CapacityTimeAxis    *axis);
void              capacity_time_axis_draw_grid     (CapacityTimeAxis    *axis,
                                                    CapacityChartLayout *self);
void              capacity_time_axis_draw_ticks    (CapacityTimeAxis    *axis,
                                                    CapacityChartLayout *self);
void              capacity_time_axis_draw_below    (CapacityTimeAxis    *axis,
                                                    CapacityChartLayout *self);
void              capacity_time_axis_draw_above    (CapacityTimeAxis    *axis,
                                                    CapacityChartLayout *self);

gboolean          capacity_role_is_step            (CapacityChartRole    role);
gboolean          capacity_role_is_line            (CapacityChartRole    role);
gboolean          capacity_layout_is_dense         (CapacityChartLayout *self);
double            capacity_layout_end_value        (CapacityChartLayout       *self,
                                                    const CapacityChartSeries *series);
void              capacity_layout_draw_extremes    (CapacityChartLayout *self);
void              capacity_layout_draw_bands       (CapacityChartLayout *self);
void              capacity_layout_draw_lines       (CapacityChartLayout *self);
void              capacity_layout_draw_headroom    (CapacityChartLayout *self);
void              capacity_layout_draw_deficit     (CapacityChartLayout *self);
void              capacity_layout_draw_sample      (CapacityChartLayout *self,
                                                    CapacityChartRole    role,
                                                    double               x,
                                                    double               y,
                                                    double               width);
gboolean          capacity_layout_find_join        (CapacityChartLayout *self,
                                                    const double        *values,
                                                    guint               *column,
                                                    double              *value);

GArray           *capacity_labels_new              (void);
void              capacity_labels_add              (GArray              *labels,
                                                    CapacityChartLayout *self,
                                                    CapacityChartRole    role,
                                                    const char          *text,
                                                    double               max_width,
                                                    guint                max_lines,
                                                    int                  weight);
void              capacity_labels_push_apart       (GArray              *labels,
                                                    double               top,
                                                    double               bottom,
                                                    double               gap);
void              capacity_labels_push_apart_across (GArray             *labels,
                                                    double               left,
                                                    double               right,
                                                    double               gap);
void              capacity_labels_place_inside     (GArray              *labels,
                                                    CapacityChartLayout *self,
                                                    const double        *rules,
                                                    guint                n_rules,
                                                    int                  tolerance,
                                                    GArray              *others);
double            capacity_labels_flow             (GArray              *labels,
                                                    CapacityChartLayout *self,
                                                    double               top);
void              capacity_labels_draw             (GArray              *labels,
                                                    CapacityChartLayout *self,
                                                    double               align,
                                                    gboolean             has_halo);

G_END_DECLS
