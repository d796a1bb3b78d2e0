/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-staffing.h"

#include "capacity-offer.h"

#include <math.h>

static double
known_or_none (double value)
{
  return isnan (value) ? 0 : value;
}

/**
 * capacity_staffing:
 * @resource: a group of people
 * @posts: its number of posts
 * @day_hours: hours of a post's working day
 * @working_days: working days of the month
 * @year_days: working days of its year
 *
 * Net hours of a month (K6). Days of leave, illness and training are known by the year; each month takes the part of
 * them that its working days are of the year's.
 *
 * Returns: the group and its hours
 */
CapacityStaffing
capacity_staffing (const CapacityResource *resource,
                   double                  posts,
                   double                  day_hours,
                   int                     working_days,
                   int                     year_days)
{
  double part = year_days > 0 ? (double) working_days / year_days : 0;
  CapacityStaffing self = { .people = {
    .posts = posts,
    .working_days = working_days,
    .hours_a_day = day_hours,
    .leave_days = known_or_none (resource->leave_days) * part,
    .sick_days = known_or_none (resource->sick_days) * part,
    .training_days = known_or_none (resource->training_days) * part,
    .other_duties = known_or_none (resource->other_duties),
  } };

  self.hours = capacity_net_hours (self.people);

  return self;
}

/**
 * capacity_staffing_at:
 * @resource: a resource
 * @mode: regular or peak
 * @month: index of a month
 * @day_hours: hours of a post's working day
 * @calendar: the working days
 * @staffing: (out caller-allocated): its posts and hours
 *
 * Returns: whether its capacity in the month follows from posts; else @staffing is unchanged
 */
gboolean
capacity_staffing_at (const CapacityResource *resource,
                      CapacityMode            mode,
                      int                     month,
                      double                  day_hours,
                      const CapacityCalendar *calendar,
                      CapacityStaffing       *staffing)
{
  CapacityPeriod period = { CAPACITY_PERIOD_MONTH, month };
  g_autoptr (GArray) pieces = capacity_offer_pieces (resource, mode, month, calendar);
  double posts = 0;
  double days = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      const CapacityOfferPiece *piece = &g_array_index (pieces, CapacityOfferPiece, i);

      if (!capacity_offer_is_staffed (resource, piece->limit))
        return FALSE;
      posts += capacity_offer_posts (resource, piece->limit) * piece->days;
      days += piece->days;
    }
  *staffing = capacity_staffing (resource, posts / days, day_hours,
                                 capacity_calendar_working_days (calendar, period),
                                 capacity_calendar_working_days (calendar,
                                                                 capacity_period_convert (period,
                                                                                          CAPACITY_PERIOD_YEAR)));

  return TRUE;
}
