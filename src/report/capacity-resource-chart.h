/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-assessment.h"
#include "capacity-chart.h"

G_BEGIN_DECLS

CapacityChart *capacity_resource_chart_new      (const CapacityAssessment         *assessment,
                                                 const CapacityResourceAssessment *resource);
char          *capacity_resource_chart_sentence (const CapacityResourceAssessment *resource);

G_END_DECLS
