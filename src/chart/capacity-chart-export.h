/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-chart-layout.h"

G_BEGIN_DECLS

/* A chart as the bytes of a picture; whoever asked writes them to the place the user chose. Widths and
 * heights are in units of the style: pixels, for PDF points. */

GBytes *capacity_chart_to_svg (const CapacityChart      *chart,
                               const CapacityChartStyle *style,
                               double                    width,
                               double                    height);
GBytes *capacity_chart_to_png (const CapacityChart      *chart,
                               const CapacityChartStyle *style,
                               double                    width,
                               double                    height,
                               double                    scale);
GBytes *capacity_chart_to_pdf (const CapacityChart      *chart,
                               const CapacityChartStyle *style,
                               double                    width,
                               double                    height);

G_END_DECLS
