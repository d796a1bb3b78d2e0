/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-chart.h"
#include "capacity-report.h"

G_BEGIN_DECLS

/* What several reports are made of. */

#define CAPACITY_REPORT_YEAR 12

CapacityPages *capacity_report_pages_new    (const CapacityAssessment    *assessment,
                                             const CapacityReportOptions *options,
                                             const char                  *title,
                                             const char                  *subject);
CapacityDate   capacity_report_get_date     (const CapacityAssessment    *assessment,
                                             const CapacityReportOptions *options);
char          *capacity_report_decide_by    (const CapacityExhaustion    *exhaustion,
                                             CapacityDate                 as_of);
CapacityPeriod capacity_report_row_period   (int                          first,
                                             guint                        n_months,
                                             guint                        at,
                                             guint                       *end);
void           capacity_report_end_panel    (CapacityPages               *pages,
                                             CapacityVerdict              verdict);
void           capacity_report_sign_cell    (CapacityTable               *table,
                                             guint                        column,
                                             CapacityVerdict              verdict);
void           capacity_report_heat_cell    (CapacityTable               *table,
                                             guint                        column,
                                             double                       share);
void           capacity_report_add_chart    (CapacityPages               *pages,
                                             CapacityChart               *chart,
                                             double                       min_height,
                                             double                       max_height);
void           capacity_report_add_told_chart (CapacityPages               *pages,
                                               const CapacityChart         *chart,
                                               double                       min_height,
                                               double                       max_height);
void           capacity_report_add_chart_table (CapacityPages             *pages,
                                                const CapacityChart         *chart);
void           capacity_report_add_signatures (CapacityPages               *pages,
                                               const CapacityReportOptions *options);
gboolean       capacity_report_save         (CapacityPages               *pages,
                                             GFile                       *file,
                                             const CapacityReportOptions *options,
                                             GError                     **error);

G_END_DECLS
