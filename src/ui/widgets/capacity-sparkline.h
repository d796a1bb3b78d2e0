/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "capacity-chart-style.h"
#include "capacity-series.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_SPARKLINE (capacity_sparkline_get_type ())

G_DECLARE_FINAL_TYPE (CapacitySparkline, capacity_sparkline, CAPACITY, SPARKLINE, GtkWidget)

GtkWidget *capacity_sparkline_new         (void);
void       capacity_sparkline_set_series  (CapacitySparkline        *self,
                                           const CapacitySeries     *series);
void       capacity_sparkline_draw_series (cairo_t                  *cr,
                                           const CapacityChartStyle *style,
                                           const CapacitySeries     *series,
                                           double                    width,
                                           double                    height);

G_END_DECLS
