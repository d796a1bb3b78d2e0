/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "capacity-assessment.h"

G_BEGIN_DECLS

/**
 * CapacityReportKind:
 * @CAPACITY_REPORT_SERVICE_SHEET: one page about a service
 * @CAPACITY_REPORT_OVERVIEW: one page about the institution
 * @CAPACITY_REPORT_INSTITUTION: all services and resources
 */
typedef enum
{
  CAPACITY_REPORT_SERVICE_SHEET,
  CAPACITY_REPORT_OVERVIEW,
  CAPACITY_REPORT_INSTITUTION,
} CapacityReportKind;

void capacity_report_export (GtkWidget                       *widget,
                             CapacityReportKind               kind,
                             const CapacityAssessment        *assessment,
                             const CapacityServiceAssessment *service,
                             GCancellable                    *cancellable);

G_END_DECLS
