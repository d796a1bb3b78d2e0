/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-report.h"

G_BEGIN_DECLS

/* The pages of each kind of report. Those about a service or resource get its part of the assessment, the others
 * pay no heed to it. */

CapacityPages *capacity_report_overview_pages    (const CapacityAssessment    *assessment,
                                                  gconstpointer                unused,
                                                  const CapacityReportOptions *options);
CapacityPages *capacity_report_institution_pages (const CapacityAssessment    *assessment,
                                                  gconstpointer                unused,
                                                  const CapacityReportOptions *options);
CapacityPages *capacity_report_service_pages     (const CapacityAssessment    *assessment,
                                                  gconstpointer                service,
                                                  const CapacityReportOptions *options);
CapacityPages *capacity_report_resource_pages    (const CapacityAssessment    *assessment,
                                                  gconstpointer                resource,
                                                  const CapacityReportOptions *options);
CapacityPages *capacity_report_service_plan_pages
                                                 (const CapacityAssessment    *assessment,
                                                  gconstpointer                service,
                                                  const CapacityReportOptions *options);
CapacityPages *capacity_report_institution_plan_pages
                                                 (const CapacityAssessment    *assessment,
                                                  gconstpointer                unused,
                                                  const CapacityReportOptions *options);
CapacityPages *capacity_report_recipients_pages  (const CapacityAssessment    *assessment,
                                                  gconstpointer                unused,
                                                  const CapacityReportOptions *options);
CapacityPages *capacity_report_providers_pages   (const CapacityAssessment    *assessment,
                                                  gconstpointer                unused,
                                                  const CapacityReportOptions *options);
CapacityPages *capacity_report_owners_pages      (const CapacityAssessment    *assessment,
                                                  gconstpointer                unused,
                                                  const CapacityReportOptions *options);
CapacityPages *capacity_report_management_pages  (const CapacityAssessment    *assessment,
                                                  gconstpointer                unused,
                                                  const CapacityReportOptions *options);
CapacityPages *capacity_report_audit_pages       (const CapacityAssessment    *assessment,
                                                  gconstpointer                entries,
                                                  const CapacityReportOptions *options);

G_END_DECLS
