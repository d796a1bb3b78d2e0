/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-workspace.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_UNITS_PAGE (capacity_units_page_get_type ())
G_DECLARE_FINAL_TYPE (CapacityUnitsPage, capacity_units_page, CAPACITY, UNITS_PAGE, AdwBin)

GtkWidget *capacity_units_page_new (CapacityWorkspace *workspace);

G_END_DECLS
