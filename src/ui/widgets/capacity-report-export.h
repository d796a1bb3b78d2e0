/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "capacity-report.h"
#include "capacity-workspace.h"

G_BEGIN_DECLS

void capacity_report_export (GtkWidget                   *widget,
                             CapacityReportKind           kind,
                             CapacityWorkspace           *workspace,
                             const CapacityId            *subject,
                             const CapacityReportOptions *options,
                             GCancellable                *cancellable);

G_END_DECLS
