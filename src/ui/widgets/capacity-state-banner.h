/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CAPACITY_TYPE_STATE_BANNER (capacity_state_banner_get_type ())

G_DECLARE_FINAL_TYPE (CapacityStateBanner, capacity_state_banner, CAPACITY, STATE_BANNER, AdwBin)

G_END_DECLS
