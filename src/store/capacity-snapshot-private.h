/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-db-private.h"

G_BEGIN_DECLS

CapacityPortfolio *capacity_snapshot_read (CapacityDb    *db,
                                           const GArray  *services,
                                           const GArray  *resources,
                                           GError       **error);

G_END_DECLS
