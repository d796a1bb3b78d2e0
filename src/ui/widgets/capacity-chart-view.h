/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "capacity-chart.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_CHART_VIEW (capacity_chart_view_get_type ())

G_DECLARE_FINAL_TYPE (CapacityChartView, capacity_chart_view, CAPACITY, CHART_VIEW, GtkWidget)

GtkWidget     *capacity_chart_view_new       (void);
CapacityChart *capacity_chart_view_get_chart (CapacityChartView *self);
void           capacity_chart_view_set_chart (CapacityChartView *self,
                                              CapacityChart     *chart);

G_END_DECLS
