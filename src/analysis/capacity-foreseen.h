/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-assessment.h"

G_BEGIN_DECLS

/* What is known in advance – a law, a deadline, a notice – laid on top of a forecast and kept apart from it. */

/**
 * CapacityForeseen:
 * @event: what is known; belongs to the portfolio
 * @is_common: whether it is the institution's, for every service
 * @first: index of the first month of @cases
 * @n_months: their number: those of the forecast
 * @cases: (array length=n_months): cases by which it changes each month
 *
 * What one known event does to a service.
 */
typedef struct
{
  const CapacityKnownEvent *event;
  gboolean                  is_common;
  int                       first;
  guint                     n_months;
  double                   *cases;
} CapacityForeseen;

double            capacity_foreseen_part          (const CapacityKnownEvent        *event,
                                                   int                              month);
CapacitySeries   *capacity_foreseen_history       (const CapacitySeries            *demand,
                                                   const GPtrArray                 *own,
                                                   const GPtrArray                 *common);
CapacityForecast *capacity_foreseen_forecast      (CapacityForecast                *plain,
                                                   const GPtrArray                 *own,
                                                   const GPtrArray                 *common);
gboolean          capacity_foreseen_equal         (const GPtrArray                 *a,
                                                   const GPtrArray                 *b);
GPtrArray        *capacity_assessment_list_foreseen (const CapacityAssessment        *self,
                                                     const CapacityServiceAssessment *service);
void              capacity_foreseen_free          (CapacityForeseen                *self);

G_END_DECLS
