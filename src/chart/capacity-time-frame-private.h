/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-layout-private.h"

G_BEGIN_DECLS

/* What is found out before anything is drawn, as the sizes depend on each other. */
typedef struct
{
  CapacityChartLayout *layout;
  CapacityTimeAxis     axis;
  GArray              *end_labels;    /* beside the plot */
  GArray              *inside_labels; /* in it */
  GArray              *key;           /* below it: those with no room near their lines */
  GArray              *annotations;   /* above it: today, exhaustion */
  GArray              *upper;         /* above these, where one row is too short */
  GArray              *numbers;       /* of events, between these and the plot */
  GArray              *names;         /* of events, below everything */
  double               title_height;
  double               key_height;
  double               names_height;
  double               unit_width;
  gboolean             has_unit;
  gboolean             unit_is_apart; /* on a row of its own */
} CapacityTimeFrame;

void   capacity_time_frame_init              (CapacityTimeFrame      *self,
                                              CapacityChartLayout    *layout);
void   capacity_time_frame_clear             (CapacityTimeFrame      *self);
guint  capacity_time_frame_n_annotation_rows (CapacityTimeFrame      *self);
double capacity_time_frame_strip_height      (CapacityTimeFrame      *self);

double capacity_layout_today_column          (CapacityChartLayout    *self);
int    capacity_span_column                  (const CapacityChartSpan *span);

G_END_DECLS
