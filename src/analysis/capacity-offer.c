/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-offer.h"

#include "capacity-quantity.h"
#include "capacity-staffing.h"

#include <math.h>

/* Whether @date lies in @period but for its first day @edge, so that something begins or ends within it. */
static gboolean
is_within (CapacityDate   date,
           CapacityPeriod period,
           CapacityDate   edge)
{
  return date != CAPACITY_DATE_NONE && date != edge && date >= capacity_period_first_day (period)
         && date <= capacity_period_last_day (period);
}

static gboolean
changes_within (const GPtrArray *limits,
                CapacityPeriod   month)
{
  for (guint i = 0; i < limits->len; i++)
    {
      const CapacityLimit *limit = limits->pdata[i];

      if (is_within (limit->from, month, capacity_period_first_day (month))
          || is_within (limit->until, month, capacity_period_last_day (month)))
        return TRUE;
    }

  return FALSE;
}

static void
add_days (GArray              *pieces,
          const CapacityLimit *limit,
          double               days)
{
  CapacityOfferPiece piece = { limit, days };

  for (guint i = 0; i < pieces->len; i++)
    if (g_array_index (pieces, CapacityOfferPiece, i).limit == limit)
      {
        g_array_index (pieces, CapacityOfferPiece, i).days += days;
        return;
      }
  g_array_append_val (pieces, piece);
}

/* The limit that holds. One in posts says nothing of what is not people, or no longer: it is not so many units. */
static const CapacityLimit *
find_limit (const CapacityResource *resource,
            CapacityMode            mode,
            CapacityPeriod          period)
{
  const CapacityLimit *limit = capacity_limits_find (resource->limits, mode, period);

  return limit != NULL && limit->in_posts && resource->kind != CAPACITY_RESOURCE_PEOPLE ? NULL : limit;
}

/**
 * capacity_offer_pieces:
 * @resource: a resource
 * @mode: regular or peak
 * @month: index of a month
 * @calendar: the working days
 *
 * Parts a month in which limits begin or end, such as one with days of maintenance, by its working days.
 *
 * Returns: (transfer full) (element-type CapacityOfferPiece): at least one piece; each limit once
 */
GArray *
capacity_offer_pieces (const CapacityResource *resource,
                       CapacityMode            mode,
                       int                     month,
                       const CapacityCalendar *calendar)
{
  CapacityPeriod period = { CAPACITY_PERIOD_MONTH, month };
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (CapacityOfferPiece));

  if (changes_within (resource->limits, period))
    for (CapacityDate day = capacity_period_first_day (period); day <= capacity_period_last_day (period); day++)
      if (capacity_calendar_is_working_day (calendar, day))
        add_days (pieces, find_limit (resource, mode, (CapacityPeriod){ CAPACITY_PERIOD_DAY, day }), 1);
  if (pieces->len == 0)
    add_days (pieces, find_limit (resource, mode, period), 1);

  return pieces;
}

/**
 * capacity_offer_is_staffed:
 * @resource: a resource
 * @limit: (nullable): the limit that holds
 *
 * Returns: whether it then gives what its posts can do
 */
gboolean
capacity_offer_is_staffed (const CapacityResource *resource,
                           const CapacityLimit    *limit)
{
  return resource->kind == CAPACITY_RESOURCE_PEOPLE && (limit != NULL ? limit->in_posts : !isnan (resource->posts));
}

/**
 * capacity_offer_posts:
 * @resource: a group of people
 * @limit: (nullable): the limit that holds
 *
 * Returns: its posts; NaN where they are not known
 */
double
capacity_offer_posts (const CapacityResource *resource,
                      const CapacityLimit    *limit)
{
  return limit != NULL && limit->in_posts ? limit->value : resource->posts;
}

/**
 * capacity_offer_availability:
 * @resource: a resource
 *
 * Returns: the part of the time it can be used; 1 for people, whose absence their hours already leave out
 */
double
capacity_offer_availability (const CapacityResource *resource)
{
  return isnan (resource->availability) || resource->kind == CAPACITY_RESOURCE_PEOPLE ? 1 : resource->availability;
}

/**
 * capacity_offer_open_hours:
 * @resource: a resource
 * @day_hours: hours of the institution's working day
 *
 * Returns: the hours of a working day in which it gives what its limit says an hour
 */
double
capacity_offer_open_hours (const CapacityResource *resource,
                           double                  day_hours)
{
  return isnan (resource->open_hours) ? day_hours : resource->open_hours;
}

/**
 * capacity_offer_of_piece:
 * @resource: a resource
 * @limit: (nullable): the limit that holds
 * @day_hours: hours of a post's working day
 * @working_days: working days of the month
 * @year_days: working days of its year
 *
 * Returns: what it could give if the limit held the whole month, units a month; NaN where nothing is known
 */
double
capacity_offer_of_piece (const CapacityResource *resource,
                         const CapacityLimit    *limit,
                         double                  day_hours,
                         int                     working_days,
                         int                     year_days)
{
  if (capacity_offer_is_staffed (resource, limit))
    return capacity_staffing (resource, capacity_offer_posts (resource, limit), day_hours, working_days,
                              year_days).hours.net;
  if (limit == NULL)
    return NAN;
  if (limit->per == CAPACITY_PERIOD_HOUR)
    return limit->value * capacity_offer_open_hours (resource, day_hours) * working_days;
  if (limit->per == CAPACITY_PERIOD_DAY)
    return limit->value * working_days;
  if (limit->per == CAPACITY_PERIOD_WEEK)
    return limit->value * working_days / 5;

  return capacity_rate_convert (limit->value, limit->per, CAPACITY_PERIOD_MONTH);
}

/**
 * capacity_offer_of_pieces:
 * @resource: a resource
 * @pieces: (element-type CapacityOfferPiece): the parts of the month
 * @day_hours: hours of a post's working day
 * @working_days: working days of the month
 * @year_days: working days of its year
 *
 * What the resource could give if it were always available: each piece by its working days. Days of which nothing is
 * known are like the others.
 *
 * Returns: units a month; NaN where nothing is known
 */
double
capacity_offer_of_pieces (const CapacityResource *resource,
                          const GArray           *pieces,
                          double                  day_hours,
                          int                     working_days,
                          int                     year_days)
{
  double sum = 0;
  double days = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      const CapacityOfferPiece *piece = &g_array_index (pieces, CapacityOfferPiece, i);
      double value = capacity_offer_of_piece (resource, piece->limit, day_hours, working_days, year_days);

      if (isnan (value))
        continue;
      sum += value * piece->days;
      days += piece->days;
    }

  return days > 0 ? sum / days : NAN;
}

/**
 * capacity_offer_post_hours:
 * @resource: a resource
 * @month: index of a month
 * @offered: units it gives in the month
 * @day_hours: hours of a post's working day
 * @calendar: the working days
 *
 * What one post gives: its net hours where the capacity follows from posts (K6), else its part of what was given.
 *
 * Returns: units a month; NaN of what is not people, or where posts are not known
 */
double
capacity_offer_post_hours (const CapacityResource *resource,
                           int                     month,
                           double                  offered,
                           double                  day_hours,
                           const CapacityCalendar *calendar)
{
  CapacityStaffing staffing;

  if (resource->kind != CAPACITY_RESOURCE_PEOPLE)
    return NAN;
  if (capacity_staffing_at (resource, CAPACITY_MODE_REGULAR, month, day_hours, calendar, &staffing))
    {
      staffing.people.posts = 1;
      return capacity_net_hours (staffing.people).net;
    }

  return resource->posts > 0 ? offered / resource->posts : NAN;
}
