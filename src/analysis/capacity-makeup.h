/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-assessment.h"
#include "capacity-trend.h"

G_BEGIN_DECLS

/**
 * CapacityMakeup:
 * @first: index of the first month
 * @n: number of months
 * @values: (array length=n): what came in each; NaN where nothing was measured
 * @levels: (array length=n): the level without the season and what is left over
 * @is_unusual: (array length=n): months that are far from what level and season make likely
 * @n_unusual: their number
 * @up: by how much the season lifts the level at most, as a share of it
 * @down: by how much it lowers it
 * @rest: how far, as a share, four months of five are at most from what level and season make of them
 *
 * What a volume is made up of: level, season and the rest. A plain value.
 */
typedef struct
{
  int      first;
  guint    n;
  double   values[CAPACITY_TREND_MONTHS];
  double   levels[CAPACITY_TREND_MONTHS];
  gboolean is_unusual[CAPACITY_TREND_MONTHS];
  guint    n_unusual;
  double   up;
  double   down;
  double   rest;
} CapacityMakeup;

gboolean capacity_makeup (const CapacityServiceAssessment *service,
                          CapacityMakeup                  *makeup);

G_END_DECLS
