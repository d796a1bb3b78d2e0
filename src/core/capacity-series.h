/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "capacity-period.h"

G_BEGIN_DECLS

/**
 * CapacitySeries:
 * @kind: the length of the periods
 * @first: index of the first period, see #CapacityPeriod
 * @n: number of periods, without a hole: a period not measured is NaN
 * @values: (array length=n): one value a period
 *
 * A series of measurements at consecutive periods. Immutable and reference-counted, so that threads share it
 * without locks; read the members, never write them.
 */
typedef struct
{
  CapacityPeriodKind kind;
  int                first;
  guint              n;
  double             values[];
} CapacitySeries;

#define CAPACITY_TYPE_SERIES (capacity_series_get_type ())

GType           capacity_series_get_type  (void) G_GNUC_CONST;

CapacitySeries *capacity_series_new       (CapacityPeriodKind    kind,
                                           int                   first,
                                           const double         *values,
                                           guint                 n);
CapacitySeries *capacity_series_ref       (const CapacitySeries *self);
void            capacity_series_unref     (CapacitySeries       *self);

double          capacity_series_at        (const CapacitySeries *self,
                                           int                   index);
guint           capacity_series_n_missing (const CapacitySeries *self);
double          capacity_series_sum       (const CapacitySeries *self,
                                           int                   first,
                                           guint                 n,
                                           guint                *n_missing);
CapacitySeries *capacity_series_slice     (const CapacitySeries *self,
                                           int                   first,
                                           guint                 n);
CapacitySeries *capacity_series_add       (const CapacitySeries *self,
                                           const CapacitySeries *other);
CapacitySeries *capacity_series_fill      (const CapacitySeries *self,
                                           const CapacitySeries *other);
CapacitySeries *capacity_series_aggregate (const CapacitySeries *self,
                                           CapacityPeriodKind    kind);
CapacitySeries *capacity_series_last_of   (const CapacitySeries *self,
                                           CapacityPeriodKind    kind);
guint64         capacity_series_digest    (const CapacitySeries *self);

gboolean        capacity_series_is_open_weekday (guint n_recorded,
                                                 guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacitySeries, capacity_series_unref)

G_END_DECLS
