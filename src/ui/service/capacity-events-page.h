/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-workspace.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_EVENTS_PAGE (capacity_events_page_get_type ())
G_DECLARE_FINAL_TYPE (CapacityEventsPage, capacity_events_page, CAPACITY, EVENTS_PAGE, AdwBin)

GtkWidget *capacity_events_page_new     (CapacityWorkspace *workspace);
AdwDialog *capacity_events_page_present (CapacityWorkspace *workspace,
                                         const CapacityId  *service,
                                         GtkWidget         *parent);

G_END_DECLS
