/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-service-filter.h"
#include "capacity-workspace.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_FILTER_DIALOG (capacity_filter_dialog_get_type ())

G_DECLARE_FINAL_TYPE (CapacityFilterDialog, capacity_filter_dialog, CAPACITY, FILTER_DIALOG, AdwDialog)

AdwDialog  *capacity_filter_dialog_new       (CapacityWorkspace    *workspace,
                                              const char           *query);
const char *capacity_filter_dialog_get_query (CapacityFilterDialog *self);

G_END_DECLS
