/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-batch.h"
#include "capacity-db-private.h"
#include "capacity-outcome.h"

G_BEGIN_DECLS

CapacityImport *capacity_importer_write (CapacityDb           *db,
                                         const CapacityBatch  *batch,
                                         const char           *user,
                                         gint64                time,
                                         GError              **error);
GPtrArray      *capacity_importer_list  (CapacityDb           *db,
                                         GError              **error);

G_END_DECLS
