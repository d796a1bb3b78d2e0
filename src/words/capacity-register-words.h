/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-portfolio.h"
#include "capacity-role.h"

G_BEGIN_DECLS

/* What the registers say of services and resources, in the user's language. Constant strings belong to the
 * program; the rest is new. */

const char *capacity_words_phase         (CapacityPhase             phase);
const char *capacity_words_benefit       (CapacityBenefit           benefit);
const char *capacity_words_resource_kind (CapacityResourceKind      kind);
const char *capacity_words_reach         (CapacityReach             reach);
const char *capacity_words_sharing       (CapacitySharing           sharing);
const char *capacity_words_limit_state   (CapacityLimitState        state);
const char *capacity_words_label_kind    (CapacityLabelKind         kind);
const char *capacity_words_event_kind    (CapacityKnownEventKind    kind);
const char *capacity_words_plan_state    (CapacityPlanState         state);
const char *capacity_words_role          (CapacityRole              role);

char       *capacity_words_posts         (double                    posts);
char       *capacity_words_limit_amount  (const CapacityLimit      *limit);
char       *capacity_words_limit_time    (const CapacityLimit      *limit);
char       *capacity_words_label_details (const CapacityLabel     *label);
char       *capacity_words_named_by      (guint                     n_services,
                                          guint                     n_resources);
char       *capacity_words_service_gone  (const CapacityService    *service);
char       *capacity_words_resource_gone (const CapacityResource   *resource,
                                          guint                     n_services);
char       *capacity_words_event_time    (const CapacityKnownEvent *event);
char       *capacity_words_event_dated   (const CapacityKnownEvent *event);
char       *capacity_words_event_effect  (const CapacityKnownEvent *event);

G_END_DECLS
