/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-service.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_REGISTER_LIST (capacity_register_list_get_type ())

G_DECLARE_FINAL_TYPE (CapacityRegisterList, capacity_register_list, CAPACITY, REGISTER_LIST, AdwPreferencesGroup)

void capacity_register_list_show (CapacityRegisterList  *self,
                                  const CapacityService *service);

G_END_DECLS
