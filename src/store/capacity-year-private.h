/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-series.h"

G_BEGIN_DECLS

/* The most values a year has: days of a leap year. */
#define CAPACITY_YEAR_MAX_VALUES 366

guint    capacity_year_n_values (CapacityPeriodKind  kind);
int      capacity_year_first    (CapacityPeriodKind  kind,
                                 int                 year);
int      capacity_year_of       (CapacityPeriodKind  kind,
                                 int                 index);
void     capacity_year_pack     (const double       *values,
                                 guint               n,
                                 guint8             *bytes);
void     capacity_year_unpack   (gconstpointer       bytes,
                                 guint               n,
                                 double             *values);

G_END_DECLS
