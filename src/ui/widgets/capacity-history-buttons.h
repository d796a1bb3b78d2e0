/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CAPACITY_TYPE_HISTORY_BUTTONS (capacity_history_buttons_get_type ())

G_DECLARE_FINAL_TYPE (CapacityHistoryButtons, capacity_history_buttons, CAPACITY, HISTORY_BUTTONS, AdwBin)

G_END_DECLS
