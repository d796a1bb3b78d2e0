/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-report.h"

G_BEGIN_DECLS

/**
 * CapacityReportJob:
 * @kind: which report
 * @is_chosen: whether the kind was named; else it follows from what the report is about
 * @output: path of the PDF, or of the folder for one of every service or resource
 * @store: (nullable): the portfolio's file, for an audit extract
 * @since: the first day of an audit extract
 *
 * A report that the command line asks for.
 */
typedef struct
{
  CapacityReportKind kind;
  gboolean           is_chosen;
  char              *output;
  CapacityStore     *store;
  CapacityDate       since;
} CapacityReportJob;

gboolean capacity_report_job_take (CapacityReportJob        *self,
                                   char                     *report,
                                   char                     *output);
gboolean capacity_report_job_do   (const CapacityReportJob  *self,
                                   const CapacityAssessment *assessment,
                                   const CapacityService    *service,
                                   const CapacityResource   *resource);

G_END_DECLS
