/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-forecast.h"
#include "capacity-scratch.h"

G_BEGIN_DECLS

/* More than this in one history is not events but its nature. */
#define CAPACITY_EVENTS_MAX 8

guint capacity_events_remove (double          *values,
                              guint            n,
                              guint            length,
                              double           offset,
                              const guint8    *is_ordinary,
                              CapacityEvent   *events,
                              CapacityScratch *work);

G_END_DECLS
