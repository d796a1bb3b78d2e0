/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-db-private.h"

G_BEGIN_DECLS

gboolean capacity_reader_read_services  (CapacityDb  *db,
                                         GHashTable  *wanted,
                                         GHashTable  *services,
                                         GError     **error);
gboolean capacity_reader_read_resources (CapacityDb  *db,
                                         GHashTable  *wanted,
                                         GHashTable  *resources,
                                         GError     **error);
gboolean capacity_reader_read_registers (CapacityDb         *db,
                                         CapacityPortfolio  *portfolio,
                                         GError            **error);

G_END_DECLS
