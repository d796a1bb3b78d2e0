/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-forecast.h"

G_BEGIN_DECLS

/* Which method made a forecast that was kept: one more with every change that changes a number. */
#define CAPACITY_FORECAST_VERSION 7

/* Bounds of what is kept in files; beyond them bytes are not ours. */
#define CAPACITY_FORECAST_HORIZON_MAX 4096

CapacityForecast *capacity_forecast_alloc (guint horizon,
                                           guint n_events);
CapacityForecast *capacity_forecast_alloc_like (const CapacityForecast *other,
                                                guint                   horizon);

G_END_DECLS
