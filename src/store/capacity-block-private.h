/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-series.h"

G_BEGIN_DECLS

/* The table "volume" keeps a series in blocks of so many consecutive periods, whatever their length. */
#define CAPACITY_BLOCK_SIZE 32
#define CAPACITY_BLOCK_BYTES (CAPACITY_BLOCK_SIZE * sizeof (double))

gboolean capacity_block_is_in_calendar (CapacityPeriodKind  kind,
                                        gint64              first,
                                        gint64              n);
void     capacity_block_clear          (double             *values);
void     capacity_block_pack           (const double       *values,
                                        guint8             *bytes);
void     capacity_block_unpack         (gconstpointer       bytes,
                                        double             *values);

G_END_DECLS
