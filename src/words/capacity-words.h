/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-assessment.h"

G_BEGIN_DECLS

/* What an assessment says, in the user's language. Constant strings belong to the program; the rest is new. */

const char *capacity_words_verdict            (CapacityVerdict                  verdict);
const char *capacity_words_mode               (CapacityMode                     mode);
const char *capacity_words_request_kind       (CapacityRequestKind              kind);
const char *capacity_words_measure            (CapacityMeasure                  measure);
char       *capacity_words_part               (const CapacityVolume            *volume);
const char *capacity_words_basis              (CapacityBasis                    basis);
char       *capacity_words_need_basis         (const CapacityNeed              *need);
const char *capacity_words_period_kind        (CapacityPeriodKind               kind);
const char *capacity_words_per                (CapacityPeriodKind               kind);

char       *capacity_words_headline           (const CapacityServiceAssessment *self);
char       *capacity_words_counted            (const CapacityServiceAssessment *self);
char       *capacity_words_mode_sentence      (const CapacityServiceAssessment *self,
                                               CapacityMode                     mode);
char       *capacity_words_exhaustion         (const CapacityExhaustion        *self);
char       *capacity_words_exhaustion_range   (const CapacityExhaustion        *self);
char       *capacity_words_decide_by          (const CapacityExhaustion        *self,
                                               CapacityDate                     as_of);
char       *capacity_words_trend              (const CapacityTrend             *self);
char       *capacity_words_queue              (const CapacityQueue             *self);
const char *capacity_words_signal             (guint                            signals);
char       *capacity_words_relief             (const CapacityServiceAssessment *self);
char       *capacity_words_case_cost          (const CapacityAssessment        *assessment,
                                               const CapacityServiceAssessment *self);
char       *capacity_words_quality            (const CapacityQuality           *self);
char       *capacity_words_forecast           (const CapacityForecast          *self);

G_END_DECLS
