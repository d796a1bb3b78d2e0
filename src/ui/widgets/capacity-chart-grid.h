/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-chart.h"
#include "capacity-grid.h"

G_BEGIN_DECLS

CapacityGrid *capacity_chart_grid_new (CapacityChart *chart);

G_END_DECLS
