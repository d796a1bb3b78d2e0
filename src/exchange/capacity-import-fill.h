/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-csv-reader.h"
#include "capacity-import-plan.h"

G_BEGIN_DECLS

guint capacity_import_fill_down (const CapacityImportPlan *plan,
                                 CapacityCsvReader        *csv,
                                 CapacityCsvCell          *above);

G_END_DECLS
