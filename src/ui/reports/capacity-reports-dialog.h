/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-report.h"
#include "capacity-workspace.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_REPORTS_DIALOG (capacity_reports_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CapacityReportsDialog, capacity_reports_dialog, CAPACITY, REPORTS_DIALOG, AdwDialog)

AdwDialog *capacity_reports_dialog_new (CapacityWorkspace  *workspace,
                                        CapacityReportKind  kind,
                                        const CapacityId   *subject);

G_END_DECLS
