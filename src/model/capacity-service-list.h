/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "capacity-service-item.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_SERVICE_LIST (capacity_service_list_get_type ())
G_DECLARE_FINAL_TYPE (CapacityServiceList, capacity_service_list, CAPACITY, SERVICE_LIST, GObject)

CapacityServiceList *capacity_service_list_new            (void);
void                 capacity_service_list_set_assessment (CapacityServiceList      *self,
                                                           const CapacityAssessment *assessment);
CapacityServiceItem *capacity_service_list_get_item       (CapacityServiceList      *self,
                                                           const CapacityId         *id);

G_END_DECLS
