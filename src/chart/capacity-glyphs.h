/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <pango/pango.h>

#include "capacity-chart-style.h"

G_BEGIN_DECLS

/**
 * CapacityShape:
 *
 * Signs that are told apart without colour. Which verdict has which is decided above.
 */
typedef enum
{
  CAPACITY_SHAPE_CIRCLE_CHECK,   /* good */
  CAPACITY_SHAPE_CHEVRONS,       /* excess */
  CAPACITY_SHAPE_TRIANGLE,       /* risk */
  CAPACITY_SHAPE_DIAMOND_CROSS,  /* bad */
  CAPACITY_SHAPE_QUESTION_RING,  /* unknown */
} CapacityShape;

#define CAPACITY_N_SHAPES 5

/* Small drawings for rows of lists and cells of tables: without text, without a layout, fast. They draw with their top
 * left corner at 0, 0 and leave the cairo state as it was. */

CapacityChartRole capacity_shape_get_role        (CapacityShape             shape);
void              capacity_shape_draw            (cairo_t                  *cr,
                                                  const CapacityChartStyle *style,
                                                  CapacityShape             shape,
                                                  double                    size);
void              capacity_sparkline_draw        (cairo_t                  *cr,
                                                  const CapacityChartStyle *style,
                                                  const double             *values,
                                                  guint                     n,
                                                  double                    low,
                                                  double                    high,
                                                  double                    width,
                                                  double                    height);
void              capacity_utilisation_bar_draw  (cairo_t                  *cr,
                                                  const CapacityChartStyle *style,
                                                  double                    utilisation,
                                                  double                    target,
                                                  double                    width,
                                                  double                    height);
void              capacity_heat_cell_draw        (cairo_t                  *cr,
                                                  const CapacityChartStyle *style,
                                                  PangoContext             *context,
                                                  double                    share,
                                                  double                    width,
                                                  double                    height);
gboolean          capacity_heat_cell_is_dark     (const CapacityChartStyle *style,
                                                  double                    share);

G_END_DECLS
