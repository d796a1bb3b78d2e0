/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "capacity-period.h"

G_BEGIN_DECLS

/**
 * CapacityMovedDay:
 * @day_off: a working day that is free
 * @worked: the Saturday worked in its place
 *
 * A working day moved by order of the Cabinet (Labour Law, article 133(4)).
 */
typedef struct
{
  CapacityDate day_off;
  CapacityDate worked;
} CapacityMovedDay;

/**
 * CapacityCalendar:
 *
 * Which days are worked: Monday to Friday without Latvian public holidays, with the moved days and the
 * institution's own days off given.
 * Immutable and reference-counted.
 */
typedef struct _CapacityCalendar CapacityCalendar;

#define CAPACITY_TYPE_CALENDAR (capacity_calendar_get_type ())

GType             capacity_calendar_get_type       (void) G_GNUC_CONST;

CapacityCalendar *capacity_calendar_new            (const CapacityMovedDay *moved,
                                                    guint                   n_moved,
                                                    const CapacityDate     *days_off,
                                                    guint                   n_days_off);
CapacityCalendar *capacity_calendar_ref            (CapacityCalendar       *self);
void              capacity_calendar_unref          (CapacityCalendar       *self);

const CapacityMovedDay *
                  capacity_calendar_get_moved      (const CapacityCalendar *self,
                                                    guint                  *n_moved);
const CapacityDate *
                  capacity_calendar_get_days_off   (const CapacityCalendar *self,
                                                    guint                  *n_days_off);
const char       *capacity_calendar_holiday        (CapacityDate            date);
gboolean          capacity_calendar_is_working_day (const CapacityCalendar *self,
                                                    CapacityDate            date);
int               capacity_calendar_working_days   (const CapacityCalendar *self,
                                                    CapacityPeriod          period);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityCalendar, capacity_calendar_unref)

G_END_DECLS
