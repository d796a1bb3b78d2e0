/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

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

G_END_DECLS
