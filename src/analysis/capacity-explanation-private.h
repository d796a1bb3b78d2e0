/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-explanation.h"

G_BEGIN_DECLS

/* Building an explanation, before it is shared. */

CapacityExplanation      *capacity_explanation_new        (CapacityFigure            figure,
                                                           CapacityMode              mode,
                                                           CapacityFormula           formula,
                                                           double                    value,
                                                           CapacityUnit              unit,
                                                           const char               *unit_name);
CapacityExplanationInput *capacity_explanation_add        (CapacityExplanation      *self,
                                                           CapacityTerm              term,
                                                           double                    value,
                                                           CapacityUnit              unit);
void                      capacity_explanation_add_setting (CapacityExplanation     *self,
                                                           CapacityTerm              term,
                                                           double                    value,
                                                           CapacityUnit              unit,
                                                           gboolean                  is_own);
CapacityExplanationInput *capacity_explanation_add_child  (CapacityExplanation      *self,
                                                           CapacityTerm              term,
                                                           CapacityExplanation      *child);
CapacityExplanationInput *capacity_explanation_add_months (CapacityExplanation      *self,
                                                           CapacityTerm              term,
                                                           CapacityUnit              unit,
                                                           int                       first,
                                                           const double             *values,
                                                           guint                     n);
CapacityExplanationInput *capacity_explanation_add_series (CapacityExplanation      *self,
                                                           CapacityTerm              term,
                                                           const CapacityService    *service,
                                                           CapacityMeasure           measure,
                                                           const CapacitySeries     *series,
                                                           int                       first,
                                                           int                       last);
CapacityExplanation      *capacity_explanation_new_limit  (CapacityFigure            figure,
                                                           CapacityMode              mode,
                                                           const CapacityLimit      *limit,
                                                           int                       month,
                                                           const CapacityPortfolio  *portfolio,
                                                           const CapacityResource   *resource,
                                                           CapacityUnit              unit,
                                                           const char               *unit_name);
CapacityExplanationInput *capacity_explanation_add_need   (CapacityExplanation      *self,
                                                           const CapacityServiceAssessment *service,
                                                           const CapacityResource   *resource,
                                                           double                    per_case);
CapacityExplanation      *capacity_explanation_new_offer  (const CapacityPortfolio  *portfolio,
                                                           const CapacityResource   *resource,
                                                           CapacityMode              mode,
                                                           int                       month);
CapacityExplanation      *capacity_explanation_new_waiting (const CapacityAssessment         *assessment,
                                                           const CapacityResourceAssessment *resource,
                                                           CapacityFigure                    figure);
CapacityExplanation      *capacity_explanation_new_post   (const CapacityPortfolio  *portfolio,
                                                           const CapacityResource   *resource,
                                                           int                       month,
                                                           double                    hours);

G_END_DECLS
