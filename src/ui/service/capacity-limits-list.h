/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-workspace.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_LIMITS_LIST (capacity_limits_list_get_type ())

G_DECLARE_FINAL_TYPE (CapacityLimitsList, capacity_limits_list, CAPACITY, LIMITS_LIST, AdwPreferencesGroup)

void capacity_limits_list_show  (CapacityLimitsList *self,
                                 CapacityWorkspace  *workspace,
                                 const CapacityId   *subject,
                                 const GPtrArray    *limits);
void capacity_limits_list_begin (CapacityLimitsList *self);

G_END_DECLS
