/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-assessment.h"
#include "capacity-chart.h"

G_BEGIN_DECLS

/* What there is of resources and how much of it is used. */

CapacityChart *capacity_net_hours_chart_new      (const CapacityAssessment         *assessment,
                                                  const CapacityResourceAssessment *resource);
CapacityChart *capacity_resource_modes_chart_new (const CapacityResourceAssessment *resource);
CapacityChart *capacity_resource_use_chart_new   (const CapacityAssessment         *assessment,
                                                  const GPtrArray                  *resources,
                                                  guint                             n_rows,
                                                  guint                             n_months);
CapacityChart *capacity_resources_now_chart_new  (const GPtrArray                  *resources,
                                                  guint                             n_rows);

G_END_DECLS
