/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-assessment.h"
#include "capacity-pages.h"

G_BEGIN_DECLS

void capacity_course_add_sections (CapacityPages                   *pages,
                                   const CapacityServiceAssessment *service,
                                   const CapacityAssessment        *assessment);

void capacity_course_add_forecast (CapacityPages                   *pages,
                                   const CapacityServiceAssessment *service,
                                   guint                            n_history);

G_END_DECLS
