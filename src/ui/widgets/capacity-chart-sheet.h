/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-chart.h"
#include "capacity-csv-writer.h"

G_BEGIN_DECLS

/* The numbers of a chart as a file and for the clipboard. */

GBytes *capacity_chart_table_to_csv  (CapacityChart   *chart,
                                      CapacityCsvForm  form);
GBytes *capacity_chart_table_to_xlsx (CapacityChart   *chart);
char   *capacity_chart_table_to_text (CapacityChart   *chart);

G_END_DECLS
