/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-assessment.h"
#include "capacity-kept-forecasts.h"
#include "capacity-sample.h"
#include "capacity-store.h"
#include "large-portfolio.h"

/* make-portfolio sample|large|full FILE: write the invented institution, or one with 5 000 services of 120 months, or the
 * same with the resources they need, with its forecasts, as it is after it has been opened once. */

static CapacityPortfolio *
portfolio_new (const char  *kind,
               CapacityDate as_of)
{
  CapacityPortfolio *portfolio;

  if (g_str_equal (kind, "sample"))
    return capacity_sample_new (as_of);

  portfolio = large_portfolio_new (5000, 120, as_of);
  if (g_str_equal (kind, "full"))
    large_portfolio_add_resources (portfolio, 300, 4);

  return portfolio;
}

static gboolean
keep_forecasts (CapacityStore           *store,
                const CapacityPortfolio *portfolio,
                CapacityDate             as_of,
                GError                 **error)
{
  g_autoptr (CapacityForecastCache) cache = capacity_forecast_cache_new ();
  g_autoptr (CapacityAssessment) assessment = capacity_assess (portfolio, as_of, NULL, cache, NULL);
  g_autoptr (GHashTable) kept = capacity_kept_forecasts_collect (cache, G_MAXUINT);

  return capacity_store_keep_forecasts (store, kept, NULL, error);
}

static gboolean
make (const char *kind,
      const char *path,
      GError    **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  CapacityDate as_of = capacity_date_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now),
                                               g_date_time_get_day_of_month (now));
  g_autoptr (CapacityPortfolio) portfolio = portfolio_new (kind, as_of);
  g_autoptr (CapacityChange) change = capacity_sample_to_change (portfolio);
  g_autoptr (CapacityStore) store = capacity_store_new ();
  g_autoptr (CapacityOutcome) opened = capacity_store_open (store, path, CAPACITY_STORE_CREATE, NULL, error);
  g_autoptr (CapacityOutcome) written = NULL;

  if (!opened)
    return FALSE;
  written = capacity_store_apply (store, change, NULL, error);

  return written && keep_forecasts (store, written->portfolio, as_of, error) && capacity_store_close (store, error);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;

  if (argc != 3)
    return 2;
  if (make (argv[1], argv[2], &error))
    return 0;

  g_printerr ("%s\n", error->message);
  return 1;
}
