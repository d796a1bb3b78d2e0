/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-portfolio.h"

G_BEGIN_DECLS

/**
 * CapacityDetailKind:
 * @CAPACITY_DETAIL_CHANGED: the fact was there before and is there after
 * @CAPACITY_DETAIL_ADDED: the fact is new
 * @CAPACITY_DETAIL_REMOVED: the fact is no longer there
 */
typedef enum
{
  CAPACITY_DETAIL_CHANGED,
  CAPACITY_DETAIL_ADDED,
  CAPACITY_DETAIL_REMOVED,
} CapacityDetailKind;

/**
 * CapacityDetail:
 * @kind: what happened to the fact that it is part of
 * @table: (not nullable): the kind of fact, as the schema calls it
 * @column: (not nullable): what of it, as the schema calls it
 * @subject: (nullable): name of the service or resource that it belongs to
 * @row: which fact of the change, counted from 0: details of one fact stand together
 * @period: the period, for a volume
 * @request: which applications, for a volume
 * @measure: what is counted, for a volume
 * @channel: (nullable): the channel, for a volume
 * @before: (nullable): a number ("x" or "d") or text ("s"); %NULL for none
 * @after: (nullable): likewise
 *
 * One field of one fact, before and after a change. Immutable and reference-counted.
 */
typedef struct
{
  CapacityDetailKind  kind;
  const char         *table;  /* interned */
  const char         *column; /* interned */
  char               *subject;
  guint               row;
  CapacityPeriod      period;
  CapacityRequestKind request;
  CapacityMeasure     measure;
  char               *channel;
  GVariant           *before;
  GVariant           *after;
} CapacityDetail;

#define CAPACITY_TYPE_DETAIL (capacity_detail_get_type ())

GType           capacity_detail_get_type (void) G_GNUC_CONST;
CapacityDetail *capacity_detail_new      (void);
CapacityDetail *capacity_detail_ref      (CapacityDetail *self);
void            capacity_detail_unref    (CapacityDetail *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityDetail, capacity_detail_unref)

G_END_DECLS
