/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "capacity-item.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_ITEM_LIST (capacity_item_list_get_type ())
G_DECLARE_FINAL_TYPE (CapacityItemList, capacity_item_list, CAPACITY, ITEM_LIST, GObject)

CapacityItemList *capacity_item_list_new             (GType             item_type);
void              capacity_item_list_set_assessments (CapacityItemList *self,
                                                      const GPtrArray  *assessments);
CapacityItem     *capacity_item_list_get_item        (CapacityItemList *self,
                                                      const CapacityId *id);

G_END_DECLS
