/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-assessment.h"
#include "capacity-chart.h"

G_BEGIN_DECLS

CapacityChart *capacity_season_chart_new  (const CapacityServiceAssessment *service);
CapacityChart *capacity_makeup_chart_new  (const CapacityServiceAssessment *service);
CapacityChart *capacity_weekdays_chart_new (const CapacityService          *service,
                                           const CapacityCalendar          *calendar,
                                           CapacityDate                     as_of);
CapacityChart *capacity_hours_chart_new   (const CapacityService           *service,
                                           const CapacityCalendar          *calendar,
                                           CapacityDate                     as_of);
CapacityChart *capacity_control_chart_new (const CapacityServiceAssessment *service);
CapacityChart *capacity_queue_chart_new   (const CapacityServiceAssessment *service,
                                           const CapacityCalendar          *calendar,
                                           CapacityDate                     as_of);

G_END_DECLS
