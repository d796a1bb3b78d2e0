/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-assessment.h"

G_BEGIN_DECLS

/**
 * CapacityAttention:
 * @service: the service
 * @is_verdict_worse: a threshold was passed
 * @is_stale: its volumes are out of date
 *
 * What is new about a service since someone last looked, and needs attention.
 */
typedef struct
{
  CapacityServiceAssessment *service;
  gboolean                   is_verdict_worse;
  gboolean                   is_stale;
} CapacityAttention;

void       capacity_attention_free     (CapacityAttention        *self);

GPtrArray *capacity_attention_list     (const CapacityAssessment *assessment,
                                        GVariant                 *seen);
GVariant  *capacity_attention_remember (const CapacityAssessment *assessment);
gboolean   capacity_attention_is_same  (const CapacityAssessment *assessment,
                                        const CapacityAssessment *other);
GVariant  *capacity_attention_forget   (GVariant                 *seen,
                                        const char               *id);

G_END_DECLS
