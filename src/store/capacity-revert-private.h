/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-db-private.h"
#include "capacity-outcome.h"

G_BEGIN_DECLS

CapacityOutcome *capacity_revert_import (CapacityDb        *db,
                                         const CapacityId  *import,
                                         const char        *user,
                                         GError           **error);

G_END_DECLS
