/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-workspace.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_CALENDAR_PAGE (capacity_calendar_page_get_type ())
G_DECLARE_FINAL_TYPE (CapacityCalendarPage, capacity_calendar_page, CAPACITY, CALENDAR_PAGE, AdwBin)

GtkWidget *capacity_calendar_page_new (CapacityWorkspace *workspace);

G_END_DECLS
