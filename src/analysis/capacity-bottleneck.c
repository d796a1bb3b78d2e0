/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-bottleneck.h"

#include "capacity-assess-private.h"

#include <math.h>

/* Less than this is rounding, not a contradiction: a case a month, or of a service with few cases a tenth of them. */
#define LEAST_CASES 1.0
#define LEAST_SHARE 0.1

/* What the resource allows: in proportion to the present load, a service with few cases has little of what it shares,
 * which says nothing against a capacity that was given; so that is asked by its own load. */
static double
allowed_by (const CapacityResourceResult    *resource,
            const CapacityServiceAssessment *service,
            const CapacityCaseNeed          *need,
            double                           offered,
            double                           given)
{
  double load;
  CapacityPart part = isnan (given) ? capacity_assess_part (resource, service, need)
                                    : capacity_assess_part_at (resource, service, need, given, &load);

  return capacity_part_of (part, offered) / need->per_case;
}

/**
 * capacity_bottleneck_in:
 * @assessment: an assessment
 * @service: one of its services
 * @mode: regular or peak
 * @month: index of a month from its history to the end of the horizon
 *
 * Finds what limits a service in a month: the least that any of its resources allows, the parts of those that are shared
 * as they are for the verdicts, and beside it the capacity that was given for the service itself.
 *
 * Returns: both, as far as they are known
 */
CapacityBottleneck
capacity_bottleneck_in (const CapacityAssessment        *assessment,
                        const CapacityServiceAssessment *service,
                        CapacityMode                     mode,
                        int                              month)
{
  const CapacityServiceResult *result = (const CapacityServiceResult *) service;
  const double *limits = mode == CAPACITY_MODE_PEAK ? service->limits_peak : service->limits_regular;
  CapacityBottleneck self = { .month = month, .allowed = NAN, .given = NAN };

  if (capacity_assess_own_limit (service->service, mode, month) != NULL)
    self.given = limits[month - service->limit_first];
  for (guint i = 0; i < result->n_needs; i++)
    {
      const CapacityCaseNeed *need = &result->needs[i];
      const CapacityResourceResult *resource;
      const double *offered;
      double cases;

      if (need->resource == CAPACITY_RESOURCE_GONE)
        continue;
      resource = assessment->resources->pdata[need->resource];
      offered = mode == CAPACITY_MODE_PEAK ? resource->peak : resource->regular;
      cases = allowed_by (resource, service, need, offered[month - resource->grid_first], self.given);
      if (isnan (cases) || cases >= self.allowed)
        continue;
      self.resource = &resource->assessment;
      self.allowed = cases;
    }

  return self;
}

/**
 * capacity_bottleneck_list:
 * @assessment: an assessment
 * @service: one of its services
 *
 * Looks at each month from that of the assessment to the end of the horizon, for ordinary days.
 *
 * Returns: (transfer full) (element-type CapacityBottleneck): month by month; empty where the service needs no resource
 */
GArray *
capacity_bottleneck_list (const CapacityAssessment        *assessment,
                          const CapacityServiceAssessment *service)
{
  const CapacityServiceResult *result = (const CapacityServiceResult *) service;
  const CapacityResourceAssessment *any = result->n_needs > 0 && assessment->resources->len > 0
                                            ? assessment->resources->pdata[0] : NULL;
  GArray *list = g_array_new (FALSE, FALSE, sizeof (CapacityBottleneck));

  for (guint i = 0; any != NULL && i < any->n_months; i++)
    {
      CapacityBottleneck self = capacity_bottleneck_in (assessment, service, CAPACITY_MODE_REGULAR, any->first + (int) i);

      g_array_append_val (list, self);
    }

  return list;
}

/**
 * capacity_bottleneck_is_given:
 * @self: what limits a service in a month
 *
 * Returns: whether it is the capacity that was given, because no resource is known to allow less
 */
gboolean
capacity_bottleneck_is_given (const CapacityBottleneck *self)
{
  return !isnan (self->given) && !capacity_bottleneck_contradicts (self);
}

/**
 * capacity_bottleneck_contradicts:
 * @self: what limits a service in a month
 *
 * Returns: whether a resource allows less than the capacity that was given, by more than rounding
 */
gboolean
capacity_bottleneck_contradicts (const CapacityBottleneck *self)
{
  return self->given - self->allowed >= MIN (LEAST_CASES, LEAST_SHARE * self->given) && self->given > 0;
}
