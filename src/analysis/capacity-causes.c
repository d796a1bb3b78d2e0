/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-causes.h"

#include "capacity-assess-private.h"

#include <math.h>

/* What a service needs of a resource in a month: by its measurements or forecast, else what it needs now. */
static double
load_in (const CapacityResourceAssessment *resource,
         const CapacityServiceAssessment  *service,
         double                            per_case,
         int                               month)
{
  double now = capacity_assess_demand_now (resource, service);
  double cases = capacity_service_assessment_demand_in (service, month);

  return isnan (now) ? 0 : per_case * (isnan (cases) ? now : cases);
}

static GArray *
find_users (const CapacityAssessment         *self,
            const CapacityResourceAssessment *resource,
            GArray                           *needs)
{
  GArray *users = g_array_new (FALSE, TRUE, sizeof (CapacityResourceUser));

  for (guint i = 0; i < self->services->len; i++)
    {
      const CapacityServiceResult *service = self->services->pdata[i];

      for (guint j = 0; j < service->n_needs; j++)
        if (capacity_id_equal (&service->needs[j].id, &resource->resource->id))
          {
            CapacityResourceUser user = { .service = &service->assessment, .share = service->needs[j].share,
                                          .priority = service->needs[j].priority };

            g_array_append_val (users, user);
            g_array_append_val (needs, service->needs[j].per_case);
          }
    }

  return users;
}

/* What each of @users needs and gets in one month. */
static void
share_in (const CapacityResourceAssessment *resource,
          int                               month,
          GArray                           *users,
          const GArray                     *needs)
{
  double offered = resource->limits[month - resource->first];
  CapacityClaims claims = { 0 };

  for (guint i = 0; i < users->len; i++)
    {
      CapacityResourceUser *user = &g_array_index (users, CapacityResourceUser, i);

      user->month = month;
      user->load = load_in (resource, user->service, g_array_index (needs, double, i), month);
      capacity_claims_add (&claims, &(CapacityClaim){ user->load, user->share, user->priority });
    }
  for (guint i = 0; i < users->len; i++)
    {
      CapacityResourceUser *user = &g_array_index (users, CapacityResourceUser, i);
      CapacityClaim claim = { user->load, user->share, user->priority };
      double has = capacity_part_of (capacity_claims_part (&claims, resource->resource->sharing, &claim), offered);

      user->part = claims.load > 0 ? user->load / claims.load : NAN;
      user->gets = has > user->load ? user->load : has;
      if (user->hit_from == 0 && user->gets < user->load * (1 - 1e-9))
        user->hit_from = month;
    }
}

static int
compare_users (gconstpointer a,
               gconstpointer b)
{
  const CapacityResourceUser *x = a, *y = b;

  return (x->load < y->load) - (x->load > y->load);
}

/**
 * capacity_assessment_list_users:
 * @self: an assessment
 * @resource: one of its resources
 * @month: index of a month within the horizon
 *
 * Who causes the load of a resource, and who suffers when it is full.
 *
 * Returns: (transfer full) (element-type CapacityResourceUser): its services, the one with the greatest load first
 */
GArray *
capacity_assessment_list_users (const CapacityAssessment         *self,
                                const CapacityResourceAssessment *resource,
                                int                               month)
{
  g_autoptr (GArray) needs = g_array_new (FALSE, FALSE, sizeof (double));
  GArray *users = find_users (self, resource, needs);

  g_return_val_if_fail (month >= resource->first && month < resource->first + (int) resource->n_months, users);

  /* Backwards, so that what is left is what the month itself says. */
  share_in (resource, month, users, needs);
  for (int later = month + 1; later < resource->first + (int) resource->n_months; later++)
    share_in (resource, later, users, needs);
  share_in (resource, month, users, needs);
  g_array_sort (users, compare_users);

  return users;
}
