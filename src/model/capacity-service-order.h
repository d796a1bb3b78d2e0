/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-service-item.h"

G_BEGIN_DECLS

/**
 * CapacityServiceOrder:
 *
 * By what services can be put in order. What is not known comes last. Verdicts come with the worst first.
 */
typedef enum
{
  CAPACITY_SERVICE_ORDER_NAME,
  CAPACITY_SERVICE_ORDER_CODE,
  CAPACITY_SERVICE_ORDER_OWNER,
  CAPACITY_SERVICE_ORDER_DEPARTMENT,
  CAPACITY_SERVICE_ORDER_PHASE,
  CAPACITY_SERVICE_ORDER_VOLUME,
  CAPACITY_SERVICE_ORDER_TREND,
  CAPACITY_SERVICE_ORDER_OVERALL,
  CAPACITY_SERVICE_ORDER_REGULAR,
  CAPACITY_SERVICE_ORDER_PEAK,
  CAPACITY_SERVICE_ORDER_LONG_TERM,
  CAPACITY_SERVICE_ORDER_REGULAR_USE,
  CAPACITY_SERVICE_ORDER_PEAK_USE,
  CAPACITY_SERVICE_ORDER_QUEUE,
  CAPACITY_SERVICE_ORDER_EXHAUSTION, /* the likely month */
  CAPACITY_SERVICE_ORDER_EARLIEST,
  CAPACITY_SERVICE_ORDER_LATEST,
  CAPACITY_SERVICE_ORDER_DECIDE_BY,
  CAPACITY_SERVICE_ORDER_QUALITY,
} CapacityServiceOrder;

int capacity_service_order_compare (CapacityServiceOrder  order,
                                    CapacityServiceItem  *a,
                                    CapacityServiceItem  *b);

G_END_DECLS
