/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The most values, and the longest season, that are worth its time. */
#define CAPACITY_STRUCTURAL_MAX 35
#define CAPACITY_STRUCTURAL_LENGTH_MAX 12

double capacity_structural_season (const double *values,
                                   guint         n,
                                   guint         length,
                                   double       *season);

G_END_DECLS
