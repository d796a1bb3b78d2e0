/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-db-private.h"

G_BEGIN_DECLS

GHashTable *capacity_kept_read  (CapacityDb  *db,
                                 GError     **error);
gboolean    capacity_kept_write (CapacityDb  *db,
                                 GHashTable  *forecasts,
                                 GError     **error);

G_END_DECLS
