/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

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
