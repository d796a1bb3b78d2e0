/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-import.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_IMPORT_READING (capacity_import_reading_get_type ())

G_DECLARE_FINAL_TYPE (CapacityImportReading, capacity_import_reading, CAPACITY, IMPORT_READING,
                      AdwExpanderRow)

void capacity_import_reading_show  (CapacityImportReading    *self,
                                    const CapacityImportFile *file,
                                    const CapacityImportPlan *plan);
void capacity_import_reading_write (CapacityImportReading    *self,
                                    CapacityImportPlan       *plan);

G_END_DECLS
