/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-explanation.h"
#include "capacity-pages.h"

G_BEGIN_DECLS

/* Numbered notes that say on paper what "Why?" says on the screen. */

GPtrArray *capacity_notes_new         (void);
void       capacity_notes_add         (GPtrArray                       *self,
                                       CapacityExplanation             *explanation);
void       capacity_notes_add_service (GPtrArray                       *self,
                                       const CapacityAssessment        *assessment,
                                       const CapacityServiceAssessment *service,
                                       CapacityMode                     mode);
char      *capacity_notes_add_verdict (GPtrArray                       *self,
                                       const CapacityServiceAssessment *service);
void       capacity_notes_end         (GPtrArray                       *self,
                                       CapacityPages                   *pages,
                                       guint                            level);

G_END_DECLS
