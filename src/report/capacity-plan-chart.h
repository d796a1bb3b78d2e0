/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-chart.h"
#include "capacity-plan-outlook.h"

G_BEGIN_DECLS

char          *capacity_plan_chart_sentence (const CapacityPlanOutlook *outlook);
CapacityChart *capacity_plan_chart_new     (const CapacityPlanOutlook *outlook,
                                            CapacityDate               as_of);
CapacityChart *capacity_plan_use_chart_new (const CapacityPlanOutlook *outlook,
                                            CapacityDate               as_of);

G_END_DECLS
