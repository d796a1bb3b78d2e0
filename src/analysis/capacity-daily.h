/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-path.h"

G_BEGIN_DECLS

/* Days from which on there are weeks enough to forecast by them. */
#define CAPACITY_DAILY_MIN 56

gsize capacity_daily_room     (guint                    n,
                               guint                    horizon);
void  capacity_daily_forecast (const CapacityPathInput *input,
                               CapacityPath            *path,
                               CapacityScratch         *work);

G_END_DECLS
