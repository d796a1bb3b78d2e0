/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-assessment.h"
#include "capacity-chart.h"

G_BEGIN_DECLS

/**
 * CapacityPartsBy:
 *
 * What the volumes of a service may be told apart by.
 */
typedef enum
{
  CAPACITY_PARTS_BY_KIND,
  CAPACITY_PARTS_BY_CHANNEL,
  CAPACITY_PARTS_BY_SITE,
} CapacityPartsBy;

#define CAPACITY_N_PARTS_BY 3

CapacityChart *capacity_parts_chart_new (const CapacityService *service,
                                         CapacityDate           as_of,
                                         CapacityPartsBy        by);

G_END_DECLS
