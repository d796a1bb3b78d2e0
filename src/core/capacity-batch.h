/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-portfolio.h"

G_BEGIN_DECLS

/**
 * CapacityBatchSeries:
 * @service: name or code of the service, as the file has it
 * @code: (nullable) (owned): its code, where the file has both
 * @kind: which applications
 * @channel: (nullable): name of the channel
 * @measure: what is counted
 * @series: (owned): the values; NaN where the file has none, which leaves a value kept earlier as it is
 * @site: (nullable): name of the place
 *
 * One volume series read from a file.
 */
typedef struct
{
  char               *service;
  char               *code;
  CapacityRequestKind kind;
  char               *channel;
  CapacityMeasure     measure;
  CapacitySeries     *series;
  char               *site;
} CapacityBatchSeries;

/**
 * CapacityBatch:
 * @source: the file's display name
 * @n_rows: rows of data that were used
 * @n_values: values that were read
 * @series: (element-type CapacityBatchSeries): what was read, each service, kind, channel, site, measure and length
 *   of period once
 *
 * Volumes read from outside, before any is kept. The store matches @service to the portfolio's codes and names and
 * writes all of it, or nothing. Reference-counted; immutable once it is shared.
 */
typedef struct
{
  char      *source;
  guint64    n_rows;
  guint64    n_values;
  GPtrArray *series;
} CapacityBatch;

#define CAPACITY_TYPE_BATCH (capacity_batch_get_type ())

GType          capacity_batch_get_type    (void) G_GNUC_CONST;
CapacityBatch *capacity_batch_new         (const char          *source);
CapacityBatch *capacity_batch_ref         (CapacityBatch       *self);
void           capacity_batch_unref       (CapacityBatch       *self);
CapacityBatchSeries *
               capacity_batch_take_series (CapacityBatch       *self,
                                           const char          *service,
                                           CapacityRequestKind  kind,
                                           const char          *channel,
                                           CapacityMeasure      measure,
                                           CapacitySeries      *series);
guint64        capacity_batch_count_future
                                          (const CapacityBatch *self,
                                           CapacityDate         today,
                                           CapacityPeriod      *last);
char          *capacity_batch_series_dup_name
                                          (const CapacityBatchSeries *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityBatch, capacity_batch_unref)

G_END_DECLS
