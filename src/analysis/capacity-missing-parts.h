/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-portfolio.h"

G_BEGIN_DECLS

/**
 * CapacityMissingPart:
 * @volume: position of the series among the volumes of its service
 * @first: index of the first month
 * @n: number of months
 *
 * Months in which one of several series that make up the whole was not measured while others were, so that the whole is
 * not known. A plain value.
 */
typedef struct
{
  guint volume;
  int   first;
  guint n;
} CapacityMissingPart;

CapacitySeries *capacity_missing_parts_whole (const CapacityService *service,
                                              CapacityMeasure        measure,
                                              int                    end,
                                              GArray               **missing);

G_END_DECLS
