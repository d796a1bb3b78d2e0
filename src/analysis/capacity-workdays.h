/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-calendar.h"
#include "capacity-scratch.h"

G_BEGIN_DECLS

void   capacity_workdays_fill   (const CapacityCalendar *calendar,
                                 int                     first,
                                 guint                   n,
                                 double                 *days);
double capacity_workdays_effect (const double           *values,
                                 const double           *days,
                                 guint                   n,
                                 guint                   length,
                                 CapacityScratch        *work);

G_END_DECLS
