/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "capacity-assessment.h"
#include "capacity-pages.h"
#include "capacity-progress.h"
#include "capacity-report-error.h"
#include "capacity-store.h"

G_BEGIN_DECLS

/**
 * CapacityReportOptions:
 * @date: the day that stands on the report; %CAPACITY_DATE_NONE for that of the assessment
 * @author: (nullable): who prepared it: name and position
 * @cancellable: (nullable): to stop it between two parts of a page
 * @left_out: (nullable) (array zero-terminated=1): names of sections that are not wanted
 * @store: (nullable): the portfolio's file, for an audit extract
 * @since: the first day of an audit extract; %CAPACITY_DATE_NONE for all there is
 * @progress: (nullable): is told how far it is
 *
 * What can be chosen for a report.
 */
typedef struct
{
  CapacityDate  date;
  const char   *author;
  GCancellable *cancellable;
  const char *const *left_out;
  CapacityStore *store;
  CapacityDate  since;
  CapacityProgress *progress;
} CapacityReportOptions;

/**
 * CapacityReportKind:
 * @CAPACITY_REPORT_OVERVIEW: one page about the institution for its head
 * @CAPACITY_REPORT_INSTITUTION: all services, resources and how it was reckoned
 * @CAPACITY_REPORT_SERVICE_SHEET: one page about a service
 * @CAPACITY_REPORT_RESOURCE_SHEET: two pages about a resource
 * @CAPACITY_REPORT_SERVICE_PLAN: the capacity plan of a service
 * @CAPACITY_REPORT_INSTITUTION_PLAN: the capacity plan of the institution
 * @CAPACITY_REPORT_FOR_RECIPIENTS: for those who use the services
 * @CAPACITY_REPORT_FOR_PROVIDERS: for those who provide services and resources
 * @CAPACITY_REPORT_FOR_OWNERS: for the managers of services, each with what is theirs
 * @CAPACITY_REPORT_FOR_MANAGEMENT: for those who decide
 * @CAPACITY_REPORT_AUDIT: who changed what, for those who check
 *
 * The reports there are.
 */
typedef enum
{
  CAPACITY_REPORT_OVERVIEW,
  CAPACITY_REPORT_INSTITUTION,
  CAPACITY_REPORT_SERVICE_SHEET,
  CAPACITY_REPORT_RESOURCE_SHEET,
  CAPACITY_REPORT_SERVICE_PLAN,
  CAPACITY_REPORT_INSTITUTION_PLAN,
  CAPACITY_REPORT_FOR_RECIPIENTS,
  CAPACITY_REPORT_FOR_PROVIDERS,
  CAPACITY_REPORT_FOR_OWNERS,
  CAPACITY_REPORT_FOR_MANAGEMENT,
  CAPACITY_REPORT_AUDIT,
} CapacityReportKind;

#define CAPACITY_N_REPORT_KINDS 11

/**
 * CapacityReportSubject:
 *
 * What a report is about.
 */
typedef enum
{
  CAPACITY_REPORT_ABOUT_INSTITUTION,
  CAPACITY_REPORT_ABOUT_SERVICE,
  CAPACITY_REPORT_ABOUT_RESOURCE,
} CapacityReportSubject;

const char           *capacity_report_get_name    (CapacityReportKind           kind);
const char           *capacity_report_get_title   (CapacityReportKind           kind);
CapacityReportSubject capacity_report_get_subject (CapacityReportKind           kind);
gboolean              capacity_report_find        (const char                  *name,
                                                   CapacityReportKind          *kind);

const CapacityReportText *
                      capacity_report_find_text   (const CapacityPortfolio     *portfolio,
                                                   CapacityReportKind           kind,
                                                   const CapacityId            *subject,
                                                   const char                  *section);

/* The pages, for a preview, a printer or a PDF. */
CapacityPages        *capacity_report_new_pages   (CapacityReportKind           kind,
                                                   const CapacityAssessment    *assessment,
                                                   const CapacityId            *subject,
                                                   const CapacityReportOptions *options,
                                                   GError                     **error);

/* The same as a file that follows PDF/UA-1 and PDF/A-2a. */
gboolean              capacity_report_write       (CapacityReportKind           kind,
                                                   const CapacityAssessment    *assessment,
                                                   const CapacityId            *subject,
                                                   GFile                       *file,
                                                   const CapacityReportOptions *options,
                                                   GError                     **error);

G_END_DECLS
