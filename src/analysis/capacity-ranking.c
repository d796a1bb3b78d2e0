/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-ranking.h"

#include <math.h>

/* What does not suffice comes first, then what is at risk, what is not known, what is too much, what
 * suffices. */
static int
urgency (CapacityVerdict verdict)
{
  static const int order[CAPACITY_N_VERDICTS] = {
    [CAPACITY_VERDICT_INSUFFICIENT] = 0,
    [CAPACITY_VERDICT_AT_RISK] = 1,
    [CAPACITY_VERDICT_UNKNOWN] = 2,
    [CAPACITY_VERDICT_EXCESSIVE] = 3,
    [CAPACITY_VERDICT_SUFFICIENT] = 4,
  };

  return order[verdict];
}

static int
compare_services (gconstpointer a,
                  gconstpointer b)
{
  const CapacityServiceAssessment *one = *(const CapacityServiceAssessment *const *) a;
  const CapacityServiceAssessment *other = *(const CapacityServiceAssessment *const *) b;
  int first = one->exhaustion.decide_by, second = other->exhaustion.decide_by;
  double load = one->modes[CAPACITY_MODE_REGULAR].utilisation;
  double other_load = other->modes[CAPACITY_MODE_REGULAR].utilisation;

  if (one->overall != other->overall)
    return urgency (one->overall) - urgency (other->overall);
  if (first != second)
    return first == CAPACITY_DATE_NONE ? 1 : second == CAPACITY_DATE_NONE ? -1 : first < second ? -1 : 1;
  if (isfinite (load) != isfinite (other_load))
    return isfinite (load) ? -1 : 1;
  if (isfinite (load) && load != other_load)
    return load > other_load ? -1 : 1;

  return g_utf8_collate (one->service->name, other->service->name);
}

/**
 * capacity_ranking_new:
 * @services: (element-type CapacityServiceAssessment): what is known of services
 *
 * Orders services by what needs attention first: by verdict, then by the last day to decide, then by how full
 * they are, then by name.
 *
 * Returns: (transfer container) (element-type CapacityServiceAssessment): all of @services, which must outlive the array
 */
GPtrArray *
capacity_ranking_new (GPtrArray *services)
{
  GPtrArray *ranking = g_ptr_array_copy (services, NULL, NULL);

  g_ptr_array_set_free_func (ranking, NULL);
  g_ptr_array_sort (ranking, compare_services);

  return ranking;
}

/**
 * capacity_ranking_needs_attention:
 * @service: what is known of a service
 *
 * Returns: whether it belongs on the list of what does not or will not suffice
 */
gboolean
capacity_ranking_needs_attention (const CapacityServiceAssessment *service)
{
  return service->overall == CAPACITY_VERDICT_INSUFFICIENT || service->overall == CAPACITY_VERDICT_AT_RISK;
}

/**
 * capacity_ranking_leading_mode:
 * @service: what is known of a service
 *
 * Returns: the first mode whose verdict is that of the service
 */
CapacityMode
capacity_ranking_leading_mode (const CapacityServiceAssessment *service)
{
  for (guint i = 0; i < CAPACITY_N_MODES; i++)
    if (service->modes[i].verdict == service->overall)
      return i;

  return CAPACITY_MODE_REGULAR;
}
