/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-assessment.h"
#include "capacity-item.h"

G_BEGIN_DECLS

/**
 * CapacityServiceText:
 *
 * The texts of a service by which lists of services are ordered and grouped.
 */
typedef enum
{
  CAPACITY_SERVICE_TEXT_NAME,
  CAPACITY_SERVICE_TEXT_CODE,
  CAPACITY_SERVICE_TEXT_OWNER,
  CAPACITY_SERVICE_TEXT_DEPARTMENT,
} CapacityServiceText;

#define CAPACITY_TYPE_SERVICE_ITEM (capacity_service_item_get_type ())
G_DECLARE_FINAL_TYPE (CapacityServiceItem, capacity_service_item, CAPACITY, SERVICE_ITEM, CapacityItem)

const CapacityServiceAssessment *capacity_service_item_get_assessment (CapacityServiceItem *self);
const CapacityService           *capacity_service_item_get_service    (CapacityServiceItem *self);
const char                      *capacity_service_item_get_name       (CapacityServiceItem *self);
const char                      *capacity_service_item_get_text       (CapacityServiceItem *self,
                                                                       CapacityServiceText  text);

G_END_DECLS
