/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How uncertain the load of a resource is that several services share. Errors that go together add up,
 * others partly cancel; how far they go together is estimated. */

double capacity_common_correlation (double sum_variance,
                                    double variances,
                                    double deviations);
double capacity_pooled_deviation   (double variances,
                                    double deviations,
                                    double correlation);
double capacity_excess_probability (double load,
                                    double deviation,
                                    double capacity);

G_END_DECLS
