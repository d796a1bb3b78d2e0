/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-workspace.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_REPORT_TEXT_DIALOG (capacity_report_text_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CapacityReportTextDialog, capacity_report_text_dialog, CAPACITY, REPORT_TEXT_DIALOG, AdwDialog)

AdwDialog *capacity_report_text_dialog_new (CapacityWorkspace        *workspace,
                                            const CapacityReportText *text,
                                            const char               *place);

G_END_DECLS
