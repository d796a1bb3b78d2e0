/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-db-private.h"

G_BEGIN_DECLS

/* "CAPY": what the header of every portfolio says. */
#define CAPACITY_SCHEMA_APPLICATION_ID 0x43415059

int      capacity_schema_latest  (void);
gboolean capacity_schema_verify  (CapacityDb  *db,
                                  int          version,
                                  GError     **error);
gboolean capacity_schema_migrate (CapacityDb  *db,
                                  int          version,
                                  GError     **error);

G_END_DECLS
