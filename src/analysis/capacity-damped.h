/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void capacity_damped_forecast (const double *values,
                               guint         n,
                               guint         horizon,
                               double       *forecast);

G_END_DECLS
