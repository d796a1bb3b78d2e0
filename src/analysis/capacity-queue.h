/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* K7 and K10: what waits, how it grows, and what it takes to bring it down. All rates are of one period. */

double   capacity_stock_next         (double stock,
                                      double arrivals,
                                      double completions,
                                      double withdrawals);
double   capacity_stock_growth       (double stock,
                                      double demand,
                                      double capacity);
double   capacity_clearance          (double stock,
                                      double capacity);
double   capacity_clearance_to       (double stock,
                                      double target,
                                      double demand,
                                      double capacity);
double   capacity_little_wait        (double stock,
                                      double throughput);
double   capacity_load               (double demand,
                                      double capacity);
double   capacity_target_mean_wait   (double limit,
                                      double factor);
double   capacity_target_stock       (double demand,
                                      double limit,
                                      double factor);
gboolean capacity_is_relief_needed   (double stock,
                                      double target);
double   capacity_relief             (double demand,
                                      double stock,
                                      double target,
                                      double n_periods);
double   capacity_lasting            (double demand,
                                      double cv_demand,
                                      double cv_capacity,
                                      double limit,
                                      double factor);
double   capacity_pressure           (double mean_wait,
                                      double limit);
double   capacity_recurring_gap      (double demand,
                                      double capacity);
double   capacity_one_off_backlog    (double stock,
                                      double target);
double   capacity_at_percentile      (const double *demand,
                                      guint         n,
                                      double        share);

G_END_DECLS
