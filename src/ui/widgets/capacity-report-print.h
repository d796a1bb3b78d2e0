/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "capacity-report.h"
#include "capacity-workspace.h"

G_BEGIN_DECLS

void capacity_report_print (GtkWindow                   *window,
                            CapacityReportKind           kind,
                            CapacityWorkspace           *workspace,
                            const CapacityId            *subject,
                            const CapacityReportOptions *options);

G_END_DECLS
