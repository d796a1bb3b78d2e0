/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-db-private.h"

G_BEGIN_DECLS

gboolean capacity_touched_find (CapacityDb    *db,
                                gconstpointer  changeset,
                                int            size,
                                GArray        *services,
                                GArray        *resources,
                                GError       **error);

G_END_DECLS
