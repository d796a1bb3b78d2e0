/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-csv-reader.h"
#include "capacity-import.h"
#include "capacity-import-decode.h"

G_BEGIN_DECLS

gboolean capacity_import_file_detect (const CapacityImportFile  *self,
                                      guint                      table,
                                      CapacityImportEncoding    *encoding,
                                      GError                   **error);
gboolean capacity_import_file_decode (const CapacityImportFile  *self,
                                      guint                      table,
                                      CapacityImportEncoding     encoding,
                                      CapacityImportText        *text,
                                      GError                   **error);
void     capacity_import_file_count_once
                                     (const CapacityImportText  *text,
                                      const CapacityImportPlan  *plan,
                                      CapacityCsvReader         *csv);

G_END_DECLS
