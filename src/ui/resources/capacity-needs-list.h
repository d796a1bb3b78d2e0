/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-workspace.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_NEEDS_LIST (capacity_needs_list_get_type ())

G_DECLARE_FINAL_TYPE (CapacityNeedsList, capacity_needs_list, CAPACITY, NEEDS_LIST, AdwPreferencesGroup)

void     capacity_needs_list_show      (CapacityNeedsList *self,
                                        CapacityWorkspace *workspace,
                                        const CapacityId  *subject);
gboolean capacity_needs_list_show_more (CapacityNeedsList *self);

G_END_DECLS
