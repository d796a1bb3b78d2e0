/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-workspace.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_SHARING_LIST (capacity_sharing_list_get_type ())

G_DECLARE_FINAL_TYPE (CapacitySharingList, capacity_sharing_list, CAPACITY, SHARING_LIST, AdwPreferencesGroup)

void     capacity_sharing_list_show      (CapacitySharingList              *self,
                                          CapacityWorkspace                *workspace,
                                          const CapacityResourceAssessment *resource);
gboolean capacity_sharing_list_show_more (CapacitySharingList              *self);

G_END_DECLS
