/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-assessment.h"
#include "capacity-grid.h"

G_BEGIN_DECLS

CapacityGrid *capacity_data_grid_new (const CapacityAssessment *assessment,
                                      const GArray             *findings);

G_END_DECLS
