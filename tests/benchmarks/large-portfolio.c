/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "large-portfolio.h"

#include <math.h>

/* Volumes of service @i: a level, a trend, a season and some noise of their own, the same every time. */
static CapacitySeries *
volumes_new (guint i,
             guint n_months,
             int   last)
{
  g_autofree double *values = g_new (double, n_months);
  g_autoptr (GRand) chance = g_rand_new_with_seed (i);
  double level = exp (g_rand_double_range (chance, 1.5, 8));
  double growth = g_rand_double_range (chance, -0.06, 0.1) / 12;
  double season = g_rand_double_range (chance, 0, 0.5);
  double phase = g_rand_double_range (chance, 0, 2 * G_PI);

  for (guint t = 0; t < n_months; t++)
    values[t] = round (level * exp (growth * t) * (1 + season * sin (2 * G_PI * t / 12 + phase))
                       * g_rand_double_range (chance, 0.9, 1.1));

  return capacity_series_new (CAPACITY_PERIOD_MONTH, last - (int) n_months + 1, values, n_months);
}

/**
 * large_portfolio_new:
 * @n_services: number of services
 * @n_months: months of history of each
 * @as_of: the day they are looked at
 *
 * Returns: (transfer full): a portfolio of the size of a large city's
 */
CapacityPortfolio *
large_portfolio_new (guint        n_services,
                     guint        n_months,
                     CapacityDate as_of)
{
  CapacityPortfolio *portfolio = capacity_portfolio_new ();
  int last = capacity_period_of_date (CAPACITY_PERIOD_MONTH, as_of).index - 1;

  portfolio->institution.name = g_strdup ("Liela pilsēta (izdomāts paraugs)");
  portfolio->institution.is_sample = TRUE;
  for (guint i = 0; i < n_services; i++)
    {
      CapacityService *service = capacity_service_new ();
      CapacitySeries *volumes = volumes_new (i, n_months, last);
      double capacity = ceil (volumes->values[n_months - 1] * (0.8 + 0.1 * (i % 8)));

      service->code = g_strdup_printf ("L-%05u", i);
      g_free (service->name);
      service->name = g_strdup_printf ("Pakalpojums %05u", i);
      service->unit = g_strdup ("pieteikumi");
      capacity_service_take_volume (service, CAPACITY_REQUEST_ALL, NULL, CAPACITY_MEASURE_ARRIVALS, volumes, NULL);
      g_ptr_array_add (service->limits, capacity_limit_new (CAPACITY_MODE_REGULAR, capacity, CAPACITY_PERIOD_MONTH,
                                                            CAPACITY_DATE_NONE, CAPACITY_DATE_NONE));
      g_ptr_array_add (portfolio->services, service);
    }

  return portfolio;
}

/**
 * large_portfolio_add_resources:
 * @portfolio: a portfolio that nobody else holds yet
 * @n_resources: number of resources
 * @n_needs: how many of them each service needs
 *
 * Gives @portfolio resources of every kind, shared among its services.
 */
void
large_portfolio_add_resources (CapacityPortfolio *portfolio,
                               guint              n_resources,
                               guint              n_needs)
{
  for (guint i = 0; i < n_resources; i++)
    {
      CapacityResource *resource = capacity_resource_new ();

      g_free (resource->name);
      resource->name = g_strdup_printf ("Resurss %04u", i);
      resource->kind = (CapacityResourceKind) (i % CAPACITY_N_RESOURCE_KINDS);
      resource->owner = g_strdup_printf ("Vadītājs %03u", i * 7 % 100);
      g_ptr_array_add (resource->limits, capacity_limit_new (CAPACITY_MODE_REGULAR, 5000 + 100 * i, CAPACITY_PERIOD_MONTH,
                                                             CAPACITY_DATE_NONE, CAPACITY_DATE_NONE));
      g_ptr_array_add (portfolio->resources, resource);
    }
  for (guint i = 0; i < portfolio->services->len; i++)
    for (guint j = 0; j < n_needs; j++)
      {
        const CapacityService *service = portfolio->services->pdata[i];
        const CapacityResource *resource = portfolio->resources->pdata[(i + j * 37) % n_resources];

        g_ptr_array_add (service->needs, capacity_need_new (&resource->id, CAPACITY_REQUEST_ALL, 0.1 * (j + 1)));
      }
}
