/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "capacity-change.h"
#include "capacity-role.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_ROLE_ITEM (capacity_role_item_get_type ())
G_DECLARE_FINAL_TYPE (CapacityRoleItem, capacity_role_item, CAPACITY, ROLE_ITEM, GObject)

GListStore       *capacity_role_item_list           (const CapacityPortfolio *portfolio);
void              capacity_role_item_update         (GListStore              *store,
                                                     const CapacityPortfolio *portfolio);
CapacityChange   *capacity_role_item_assign         (const CapacityPortfolio *portfolio,
                                                     GListModel              *items,
                                                     const char              *person,
                                                     const char              *substitute,
                                                     gboolean                 keeps_empty);

CapacityRole      capacity_role_item_get_role       (CapacityRoleItem        *self);
const CapacityId *capacity_role_item_get_id         (CapacityRoleItem        *self);
const char       *capacity_role_item_get_name       (CapacityRoleItem        *self);
const char       *capacity_role_item_get_person     (CapacityRoleItem        *self);
const char       *capacity_role_item_get_substitute (CapacityRoleItem        *self);
gboolean          capacity_role_item_is_named       (CapacityRoleItem        *self);

G_END_DECLS
