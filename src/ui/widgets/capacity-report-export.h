/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "capacity-report.h"

G_BEGIN_DECLS

void capacity_report_export (GtkWidget                *widget,
                             CapacityReportKind        kind,
                             const CapacityAssessment *assessment,
                             const CapacityId         *subject,
                             const char *const        *left_out,
                             GCancellable             *cancellable);

G_END_DECLS
