/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-assessment.h"

G_BEGIN_DECLS

GPtrArray *capacity_ranking_new             (GPtrArray                       *services);
gboolean   capacity_ranking_needs_attention (const CapacityServiceAssessment *service);
CapacityMode capacity_ranking_leading_mode  (const CapacityServiceAssessment *service);

G_END_DECLS
