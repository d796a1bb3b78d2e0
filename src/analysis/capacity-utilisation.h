/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-assessment.h"

G_BEGIN_DECLS

/* K2 and K16: how much of the capacity is used, and whether that is adequate. */

/* Periods in a row that have to stay below the lower limit before capacity counts as too large. */
#define CAPACITY_UNDER_USE_PERIODS 6

double          capacity_utilisation  (double                  load,
                                       double                  capacity);
double          capacity_headroom     (double                  load,
                                       double                  capacity,
                                       double                  target);
gboolean        capacity_is_under_use (const double           *utilisations,
                                       guint                   n,
                                       double                  low);
CapacityVerdict capacity_verdict      (double                  utilisation,
                                       double                  target,
                                       gboolean                is_under_use,
                                       gboolean                is_stock_too_large,
                                       gboolean                is_late,
                                       CapacityReason         *reason);
CapacityVerdict capacity_verdict_overall (const CapacityVerdict *verdicts,
                                          guint                  n);

G_END_DECLS
