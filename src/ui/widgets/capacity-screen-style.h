/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "capacity-chart-style.h"

G_BEGIN_DECLS

const CapacityChartStyle *capacity_screen_style_get (GtkWidget *widget);

G_END_DECLS
