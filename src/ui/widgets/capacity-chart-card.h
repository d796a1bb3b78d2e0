/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-chart.h"
#include "capacity-explanation.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_CHART_CARD (capacity_chart_card_get_type ())

G_DECLARE_FINAL_TYPE (CapacityChartCard, capacity_chart_card, CAPACITY, CHART_CARD, AdwBin)

void capacity_chart_card_set_chart        (CapacityChartCard                *self,
                                           CapacityChart                    *chart);
void capacity_chart_card_set_why          (CapacityChartCard                *self,
                                           const CapacityFigure             *figures,
                                           guint                             n_figures,
                                           const CapacityAssessment         *assessment,
                                           const CapacityServiceAssessment  *service);
void capacity_chart_card_set_resource_why (CapacityChartCard                *self,
                                           const CapacityFigure             *figures,
                                           guint                             n_figures,
                                           const CapacityAssessment         *assessment,
                                           const CapacityResourceAssessment *resource);

G_END_DECLS
