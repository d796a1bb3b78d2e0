/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-workspace.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_ROLES_PAGE (capacity_roles_page_get_type ())
G_DECLARE_FINAL_TYPE (CapacityRolesPage, capacity_roles_page, CAPACITY, ROLES_PAGE, AdwBin)

GtkWidget *capacity_roles_page_new (CapacityWorkspace *workspace);

G_END_DECLS
