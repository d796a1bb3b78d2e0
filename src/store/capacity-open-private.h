/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-db-private.h"
#include "capacity-store.h"

G_BEGIN_DECLS

CapacityDb *capacity_db_open (const char          *path,
                              CapacityStoreFlags   flags,
                              const char          *user,
                              GError             **error);

G_END_DECLS
