/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-import.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_IMPORT_FINDINGS (capacity_import_findings_get_type ())

G_DECLARE_FINAL_TYPE (CapacityImportFindings, capacity_import_findings, CAPACITY, IMPORT_FINDINGS, GtkBox)

void capacity_import_findings_show (CapacityImportFindings     *self,
                                    const CapacityImportResult *result);

G_END_DECLS
