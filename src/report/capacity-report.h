/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "capacity-assessment.h"
#include "capacity-pages.h"
#include "capacity-report-error.h"

G_BEGIN_DECLS

/**
 * CapacityReportOptions:
 * @date: the day that stands on the report; %CAPACITY_DATE_NONE for that of the assessment
 * @author: (nullable): who prepared it: name and position
 * @cancellable: (nullable): to stop it between two pages
 *
 * What can be chosen for a report.
 */
typedef struct
{
  CapacityDate  date;
  const char   *author;
  GCancellable *cancellable;
} CapacityReportOptions;

/* The pages, for a preview, a printer or a PDF. */
CapacityPages *capacity_report_service_pages  (const CapacityAssessment        *assessment,
                                               const CapacityServiceAssessment *service,
                                               const CapacityReportOptions     *options);
CapacityPages *capacity_report_overview_pages (const CapacityAssessment        *assessment,
                                               const CapacityReportOptions     *options);
CapacityPages *capacity_report_institution_pages (const CapacityAssessment     *assessment,
                                                  const CapacityReportOptions  *options);

/* The same as a file that follows PDF/UA-1 and PDF/A-2a. */
gboolean       capacity_report_service_sheet  (const CapacityAssessment        *assessment,
                                               const CapacityId                *service,
                                               GFile                           *file,
                                               const CapacityReportOptions     *options,
                                               GError                         **error);
gboolean       capacity_report_overview       (const CapacityAssessment        *assessment,
                                               GFile                           *file,
                                               const CapacityReportOptions     *options,
                                               GError                         **error);
gboolean       capacity_report_institution    (const CapacityAssessment        *assessment,
                                               GFile                           *file,
                                               const CapacityReportOptions     *options,
                                               GError                         **error);

G_END_DECLS
