/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-import-date.h"

G_BEGIN_DECLS

CapacityImportDateOutcome capacity_import_span_parse (const char              *text,
                                                      gsize                    length,
                                                      CapacityImportDateOrder  order,
                                                      CapacityPeriod          *period);

G_END_DECLS
