/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-plan-outlook.h"

G_BEGIN_DECLS

/* What a capacity plan comes to, in the user's language. */

const char *capacity_words_course      (CapacityCourse             course);
char       *capacity_words_plan_course (const CapacityPlanOutlook *outlook,
                                        CapacityCourse             course,
                                        CapacityDate               as_of);
char       *capacity_words_plan        (const CapacityPlanOutlook *outlook,
                                        CapacityDate               as_of);
char       *capacity_words_plan_stand  (const CapacityPlan        *plan);

G_END_DECLS
