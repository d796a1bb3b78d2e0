/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-assessment.h"
#include "capacity-item.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_RESOURCE_ITEM (capacity_resource_item_get_type ())
G_DECLARE_FINAL_TYPE (CapacityResourceItem, capacity_resource_item, CAPACITY, RESOURCE_ITEM, CapacityItem)

const CapacityResourceAssessment *capacity_resource_item_get_assessment (CapacityResourceItem *self);
const CapacityResource           *capacity_resource_item_get_resource    (CapacityResourceItem *self);
const char                      *capacity_resource_item_get_name       (CapacityResourceItem *self);

G_END_DECLS
