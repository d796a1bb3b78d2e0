/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "capacity-assessment.h"
#include "large-portfolio.h"

/* How long it takes to assess 5 000 services with ten years of months: from nothing, with the forecasts at hand, and
 * again after the capacity of one service has changed. */

static CapacityAssessment *
timed (const char               *name,
       const CapacityPortfolio  *portfolio,
       CapacityDate              as_of,
       const CapacityAssessment *previous,
       CapacityForecastCache    *cache)
{
  gint64 start = g_get_monotonic_time ();
  CapacityAssessment *assessment = capacity_assess (portfolio, as_of, previous, cache, NULL);

  printf ("%s %.1f ms\n", name, (double) (g_get_monotonic_time () - start) / 1000);

  return assessment;
}

/* The same portfolio, with one service that can deliver a tenth more. */
static CapacityPortfolio *
change_one (const CapacityPortfolio *portfolio)
{
  CapacityPortfolio *changed = capacity_portfolio_new ();

  capacity_calendar_unref (changed->calendar);
  changed->calendar = capacity_calendar_ref (portfolio->calendar);
  for (guint i = 0; i < portfolio->services->len; i++)
    {
      CapacityService *service = portfolio->services->pdata[i];

      g_ptr_array_add (changed->services, i == 0 ? capacity_service_copy (service) : capacity_service_ref (service));
    }
  ((CapacityLimit *) ((CapacityService *) changed->services->pdata[0])->limits->pdata[0])->value *= 1.1;

  return changed;
}

int
main (int    argc,
      char **argv)
{
  CapacityDate as_of = capacity_date_from_ymd (2026, 11, 23);
  g_autoptr (CapacityPortfolio) portfolio = large_portfolio_new (5000, 120, as_of);
  g_autoptr (CapacityPortfolio) changed = change_one (portfolio);
  g_autoptr (CapacityForecastCache) cache = capacity_forecast_cache_new ();
  g_autoptr (CapacityAssessment) first = timed ("assess-all", portfolio, as_of, NULL, cache);
  g_autoptr (CapacityAssessment) again = timed ("assess-with-forecasts", portfolio, as_of, NULL, cache);
  g_autoptr (CapacityAssessment) one = timed ("assess-one-changed", changed, as_of, again, cache);

  return 0;
}
