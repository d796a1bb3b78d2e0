/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-bottleneck.h"

G_BEGIN_DECLS

/* What limits a service, in the user's language. Constant strings belong to the program or the facts; the rest is new. */

const char *capacity_words_bottleneck    (const CapacityBottleneck        *self);
char       *capacity_words_binding       (const CapacityAssessment        *assessment,
                                          const CapacityServiceAssessment *service);
char       *capacity_words_contradiction (const CapacityAssessment        *assessment,
                                          const CapacityServiceAssessment *service);

G_END_DECLS
