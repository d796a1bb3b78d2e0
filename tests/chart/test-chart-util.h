/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-chart-layout.h"

G_BEGIN_DECLS

PangoContext         *test_context_new       (void);
void                  test_set_latvian       (CapacityChartBuilder *builder);
CapacityChartBuilder *test_fan_builder_new   (guint                 n_history,
                                              guint                 n_forecast);
CapacityChart        *test_fan_chart_new     (guint                 n_history,
                                              guint                 n_forecast);
CapacityChart        *test_events_chart_new  (void);
CapacityChart        *test_rows_chart_new    (void);
CapacityChart        *test_small_chart_new   (void);
CapacityChart        *test_control_chart_new (void);
CapacityChart        *test_cycle_chart_new   (void);
CapacityChart        *test_daily_chart_new   (guint                 n_days);
CapacityChart        *test_heat_map_new      (guint                 n_rows,
                                              guint                 n_months);
CapacityChart        *test_waterfall_new     (void);
CapacityChart        *test_bullet_new        (void);

G_END_DECLS
