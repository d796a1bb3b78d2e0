/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The mean and the median of how far values of a normal law are from its middle, times these, are its standard
 * deviation; values that stand far off move it less than their squares would. */
#define CAPACITY_MEAN_TO_SD 1.2533141373155003
#define CAPACITY_MEDIAN_TO_SD 1.4826

/* Order statistics of measurements in which NaN means "not measured". */

guint  capacity_n_measured (const double *values,
                            guint         n);
double capacity_mean       (const double *values,
                            guint         n);
double capacity_median     (const double *values,
                            guint         n);
double capacity_quantile   (const double *values,
                            guint         n,
                            double        share);
double capacity_take_quantile (double    *values,
                               guint      n,
                               double     share);

G_END_DECLS
