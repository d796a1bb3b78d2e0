/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-waiting.h"

#include "capacity-mix.h"

#include <math.h>

#define MINUTES 60

/* What is equal to a whole place but for the last bits is one. */
#define ROUNDING 1e-9

/**
 * capacity_waiting_coming:
 * @service: what is concluded of a service
 * @resource: a resource
 *
 * Returns: the part of the cases of @service that come to @resource, because they take some of it; 0 where the demand of
 *   the service is not known
 */
double
capacity_waiting_coming (const CapacityServiceAssessment *service,
                         const CapacityResource          *resource)
{
  const GPtrArray *needs = service->service->needs;
  gboolean is_needed = FALSE;
  g_autoptr (GArray) mix = NULL;

  for (guint i = 0; i < needs->len; i++)
    is_needed = is_needed || capacity_id_equal (&((const CapacityNeed *) needs->pdata[i])->resource, &resource->id);
  if (!is_needed || isnan (service->modes[CAPACITY_MODE_REGULAR].demand))
    return 0;
  mix = capacity_mix_of (service->service, service->quality.last_month);

  return capacity_mix_use_of (mix, needs, &resource->id).share;
}

/**
 * capacity_waiting:
 * @resource: what is concluded of a resource
 * @calendar: which days are worked
 * @waiting: (out caller-allocated): how long people wait before it
 *
 * The line before a resource that is counted in hours and open on so many hours of a working day: λ is the visits of an
 * ordinary month by its open hours, t̄ the load by the visits, c the capacity by the open hours (K8, K9). People are
 * taken to come at random and evenly over the open hours: where they come in waves, more wait.
 *
 * Returns: whether it can be told: the open hours, the load and the capacity are known and somebody comes; else
 *   @waiting is unchanged
 */
gboolean
capacity_waiting (const CapacityResourceAssessment *resource,
                  const CapacityCalendar           *calendar,
                  CapacityWaiting                  *waiting)
{
  const CapacityResource *facts = resource->resource;
  CapacityPeriod month = { CAPACITY_PERIOD_MONTH, resource->first };
  int days = capacity_calendar_working_days (calendar, month);
  double limit = facts->wait_minutes / MINUTES;
  CapacityWaiting self = { .visits = resource->visits, .in_time = NAN, .posts = NAN };

  if (isnan (facts->open_hours) || days == 0 || isnan (resource->capacity) || !(resource->load > 0)
      || !(resource->visits > 0))
    return FALSE;
  self.hours = days * facts->open_hours;
  self.arrivals = self.visits / self.hours;
  self.service_hours = resource->load / self.visits;
  self.places = (guint) MIN (floor (resource->capacity / self.hours + ROUNDING), G_MAXINT);
  self.line = capacity_erlang_c (self.arrivals, self.service_hours, self.places);
  self.in_time = capacity_service_level (self.arrivals, self.service_hours, self.places, limit);
  self.needed = capacity_places_needed (self.arrivals, self.service_hours, limit, facts->wait_share, resource->target);
  if (self.needed > 0)
    self.posts = self.needed * self.hours / resource->post_hours;
  *waiting = self;

  return TRUE;
}
