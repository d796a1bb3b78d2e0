/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-workspace.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_ACCEPTED_GROUP (capacity_accepted_group_get_type ())

G_DECLARE_FINAL_TYPE (CapacityAcceptedGroup, capacity_accepted_group, CAPACITY, ACCEPTED_GROUP, AdwBin)

void capacity_accepted_group_show (CapacityAcceptedGroup *self,
                                   CapacityWorkspace     *workspace);

G_END_DECLS
