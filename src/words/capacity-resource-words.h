/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-assessment.h"
#include "capacity-causes.h"
#include "capacity-waiting.h"

G_BEGIN_DECLS

/* What an assessment says of a resource, in the user's language. Constant strings belong to the program; the rest
 * is new. */

const char *capacity_words_resource_unit     (const CapacityResource           *resource);
char       *capacity_words_resource_headline (const CapacityResourceAssessment *self);
char       *capacity_words_resource_gap      (const CapacityResourceAssessment *self);
char       *capacity_words_resource_users    (const CapacityResourceAssessment *self);
char       *capacity_words_resource_user     (const CapacityResourceUser       *user,
                                              const CapacityResource           *resource);
char       *capacity_words_resource_saving   (const CapacityResourceAssessment *self);
char       *capacity_words_minutes           (double                            minutes);
char       *capacity_words_waiting           (const CapacityResource           *resource,
                                              const CapacityWaiting            *waiting);
char       *capacity_words_places            (const CapacityWaiting            *waiting);

G_END_DECLS
