/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-workspace.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_PROFILE_PAGE (capacity_profile_page_get_type ())
G_DECLARE_FINAL_TYPE (CapacityProfilePage, capacity_profile_page, CAPACITY, PROFILE_PAGE, AdwBin)

GtkWidget *capacity_profile_page_new (CapacityWorkspace *workspace);

G_END_DECLS
