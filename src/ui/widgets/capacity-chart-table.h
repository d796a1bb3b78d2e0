/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "capacity-chart.h"

G_BEGIN_DECLS

GtkWidget *capacity_chart_table_new (CapacityChart *chart);

G_END_DECLS
