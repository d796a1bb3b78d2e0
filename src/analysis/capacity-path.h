/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-forecast.h"
#include "capacity-scratch.h"

G_BEGIN_DECLS

/**
 * CapacityPath:
 *
 * The five courses of a forecast, each an array of its horizon that belongs to the caller.
 */
typedef struct
{
  double *median;
  double *low80;
  double *high80;
  double *low95;
  double *high95;
} CapacityPath;

gsize capacity_path_room         (guint                   n,
                                  guint                   length,
                                  guint                   horizon);
guint capacity_path_forecast     (const double           *values,
                                  guint                   n,
                                  guint                   length,
                                  CapacityForecastMethod  method,
                                  guint                   horizon,
                                  CapacityPath           *path,
                                  CapacityScratch      *work);

G_END_DECLS
