/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-assessment.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_SERVICE_ITEM (capacity_service_item_get_type ())
G_DECLARE_FINAL_TYPE (CapacityServiceItem, capacity_service_item, CAPACITY, SERVICE_ITEM, GObject)

CapacityServiceItem             *capacity_service_item_new            (const CapacityServiceAssessment *assessment);
const CapacityServiceAssessment *capacity_service_item_get_assessment (CapacityServiceItem             *self);
void                             capacity_service_item_set_assessment (CapacityServiceItem             *self,
                                                                       const CapacityServiceAssessment *assessment);
const CapacityService           *capacity_service_item_get_service    (CapacityServiceItem             *self);
const char                      *capacity_service_item_get_name       (CapacityServiceItem             *self);
const char                      *capacity_service_item_get_search_key (CapacityServiceItem             *self);

G_END_DECLS
