/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-report-parts.h"

G_BEGIN_DECLS

/* What the reports of the whole institution are made of. */

void capacity_institution_add_title    (CapacityPages            *pages,
                                        const CapacityAssessment *assessment,
                                        const char               *what);
void capacity_institution_add_verdicts (CapacityPages            *pages,
                                        const CapacityAssessment *assessment);
void capacity_institution_add_ranking  (CapacityPages            *pages,
                                        const CapacityAssessment *assessment,
                                        guint                     n_rows,
                                        guint                     n_notes);
void capacity_institution_add_heat_map (CapacityPages            *pages,
                                        const CapacityAssessment *assessment,
                                        guint                     n_rows);
void capacity_institution_add_doubts   (CapacityPages            *pages,
                                        const CapacityAssessment *assessment);
void capacity_institution_add_resources (CapacityPages           *pages,
                                         const CapacityAssessment *assessment);
void capacity_institution_add_method   (CapacityPages            *pages,
                                        const CapacityAssessment *assessment);

void capacity_plan_add_changes         (CapacityPages            *pages,
                                        const CapacityAssessment *assessment,
                                        const CapacityService    *service);

G_END_DECLS
