/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-assessment.h"
#include "capacity-chart.h"

G_BEGIN_DECLS

/* The picture of a service, the same on the screen and on paper: measured demand and its forecast against
 * capacity. */

CapacityChart *capacity_service_chart_new      (const CapacityAssessment        *assessment,
                                                const CapacityServiceAssessment *service,
                                                guint                            n_history);
char          *capacity_service_chart_caption  (const CapacityServiceAssessment *service);
char          *capacity_service_chart_sentence (const CapacityServiceAssessment *service);
CapacityChart *capacity_load_chart_new         (const CapacityAssessment        *assessment,
                                                guint                            n_services,
                                                guint                            n_months,
                                                const char                      *where);

double         capacity_chart_load             (double                           demand,
                                                double                           capacity);
char          *capacity_chart_no_capacity_sentence
                                               (void);
void           capacity_chart_set_no_capacity  (CapacityChartBuilder            *builder);
void           capacity_chart_set_words        (CapacityChartBuilder            *builder);
void           capacity_chart_set_hour_words   (CapacityChartBuilder            *builder);
char          *capacity_chart_add_events       (CapacityChartBuilder            *builder,
                                                const CapacityPortfolio         *portfolio,
                                                const CapacityService           *service);
void           capacity_chart_add_thresholds   (CapacityChartBuilder            *builder,
                                                double                           target,
                                                double                           low,
                                                int                              first,
                                                const double                    *limits,
                                                guint                            n);
void           capacity_chart_add_bottlenecks  (CapacityChartBuilder            *builder,
                                                const char                      *heading,
                                                const CapacityAssessment        *assessment,
                                                const CapacityServiceAssessment *service);
void           capacity_chart_set_summary_with (CapacityChartBuilder            *builder,
                                                const char                      *summary,
                                                const char                      *more);
void           capacity_chart_add_exhaustion   (CapacityChartBuilder            *builder,
                                                const CapacityExhaustion        *exhaustion);

G_END_DECLS
