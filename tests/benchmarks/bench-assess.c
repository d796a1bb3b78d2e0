/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-assessment.h"

#include <math.h>
#include <sys/resource.h>

/* Measures capacity_assess() on an invented portfolio: cold, with kept forecasts, after one changed fact. */

#define NEEDS_PER_SERVICE 20
#define N_CHANGES 21

static int n_services = 5000;
static int n_months = 120;
static int n_kinds = 1;
static int n_resources = 500;

static const GOptionEntry options[] = {
  { "services", 0, 0, G_OPTION_ARG_INT, &n_services, "Number of services", "N" },
  { "months", 0, 0, G_OPTION_ARG_INT, &n_months, "Months of history", "N" },
  { "kinds", 0, 0, G_OPTION_ARG_INT, &n_kinds, "Kinds of applications, 1 to 8", "N" },
  { "resources", 0, 0, G_OPTION_ARG_INT, &n_resources, "Number of shared resources", "N" },
  { NULL },
};

static CapacityDate
as_of (void)
{
  return capacity_date_from_ymd (2026, 11, 23);
}

static CapacitySeries *
new_series (GRand *random)
{
  g_autofree double *values = g_new (double, (gsize) n_months);
  double level = exp (g_rand_double_range (random, 3, 8));
  double growth = g_rand_double_range (random, -0.002, 0.005);
  double season = g_rand_double_range (random, 0, 0.3);

  for (int i = 0; i < n_months; i++)
    values[i] = round (level * exp (growth * i) * (1 + season * sin (i * G_PI / 6))
                       * (1 + g_rand_double_range (random, -0.1, 0.1)));

  return capacity_series_new (CAPACITY_PERIOD_MONTH, capacity_month (2026, 11).index - n_months, values,
                              (guint) n_months);
}

static CapacityService *
new_service (const CapacityPortfolio *portfolio,
             GRand                   *random)
{
  CapacityService *service = capacity_service_new ();

  for (int kind = 1; kind <= n_kinds; kind++)
    capacity_service_take_volume (service, n_kinds == 1 ? CAPACITY_REQUEST_ALL : (CapacityRequestKind) kind,
                                  NULL,
                                  CAPACITY_MEASURE_ARRIVALS, new_series (random), NULL);
  if (g_rand_boolean (random))
    g_ptr_array_add (service->limits,
                     capacity_limit_new (CAPACITY_MODE_REGULAR, exp (g_rand_double_range (random, 4, 8)),
                                                          CAPACITY_PERIOD_MONTH, CAPACITY_DATE_NONE,
                                                          CAPACITY_DATE_NONE));
  for (guint i = 0; i < NEEDS_PER_SERVICE && n_resources > 0; i++)
    {
      CapacityNeed *need = g_new0 (CapacityNeed, 1);
      const CapacityResource *resource = portfolio->resources->pdata[g_rand_int_range (random, 0,
                                                                                       n_resources)];

      need->id = capacity_id_new ();
      need->resource = resource->id;
      need->amount = g_rand_double_range (random, 0.1, 2);
      g_ptr_array_add (service->needs, need);
    }

  return service;
}

static CapacityPortfolio *
new_portfolio (GRand *random)
{
  CapacityPortfolio *portfolio = capacity_portfolio_new ();

  for (int i = 0; i < n_resources; i++)
    {
      CapacityResource *resource = capacity_resource_new ();

      g_ptr_array_add (resource->limits,
                       capacity_limit_new (CAPACITY_MODE_REGULAR, g_rand_double_range (random, 5e3, 2e4),
                                                             i % 2 == 0 ? CAPACITY_PERIOD_MONTH
                                                                        : CAPACITY_PERIOD_DAY,
                                                             CAPACITY_DATE_NONE, CAPACITY_DATE_NONE));
      g_ptr_array_add (portfolio->resources, resource);
    }
  for (int i = 0; i < n_services; i++)
    g_ptr_array_add (portfolio->services, new_service (portfolio, random));

  return portfolio;
}

/* The next snapshot, in which one service is another: with another capacity, or with another volume too. */
static CapacityPortfolio *
change_one (const CapacityPortfolio *portfolio,
            guint                    place,
            gboolean                 changes_volume,
            GRand                   *random)
{
  CapacityPortfolio *next = capacity_portfolio_new ();
  CapacityService *changed;

  next->institution = portfolio->institution;
  capacity_calendar_unref (next->calendar);
  next->calendar = capacity_calendar_ref (portfolio->calendar);
  for (guint i = 0; i < portfolio->services->len; i++)
    g_ptr_array_add (next->services, capacity_service_ref (portfolio->services->pdata[i]));
  for (guint i = 0; i < portfolio->resources->len; i++)
    g_ptr_array_add (next->resources, capacity_resource_ref (portfolio->resources->pdata[i]));
  changed = capacity_service_copy (next->services->pdata[place]);
  if (changes_volume)
    {
      g_ptr_array_set_size (changed->volumes, 0);
      capacity_service_take_volume (changed, CAPACITY_REQUEST_ALL, NULL, CAPACITY_MEASURE_ARRIVALS,
                                    new_series (random), NULL);
    }
  g_ptr_array_set_size (changed->limits, 0);
  g_ptr_array_add (changed->limits, capacity_limit_new (CAPACITY_MODE_REGULAR, 1234, CAPACITY_PERIOD_MONTH,
                                                        CAPACITY_DATE_NONE, CAPACITY_DATE_NONE));
  capacity_service_unref (next->services->pdata[place]);
  next->services->pdata[place] = changed;

  return next;
}

static void
print (const char *name,
       double      value,
       const char *unit)
{
  g_print ("%s %.6g %s\n", name, value, unit);
}

static double
peak_mb (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return (double) usage.ru_maxrss / 1024;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 x = *(const gint64 *) a;
  gint64 y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

/* The median time of several changes, each upon the one before. */
static void
time_changes (const char               *name,
              const CapacityPortfolio  *portfolio,
              const CapacityAssessment *assessment,
              CapacityForecastCache    *cache,
              gboolean                  changes_volume,
              GRand                    *random)
{
  gint64 times[N_CHANGES];

  for (guint i = 0; i < N_CHANGES; i++)
    {
      g_autoptr (CapacityPortfolio) next = change_one (portfolio, i * 7 % portfolio->services->len,
                                                       changes_volume, random);
      g_autoptr (CapacityAssessment) changed = NULL;
      gint64 start = g_get_monotonic_time ();

      changed = capacity_assess (next, as_of (), assessment, cache, NULL);
      times[i] = g_get_monotonic_time () - start;
    }
  qsort (times, N_CHANGES, sizeof *times, compare_times);
  print (name, (double) times[N_CHANGES / 2] / 1000, "ms");
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (CapacityForecastCache) cache = capacity_forecast_cache_new ();
  g_autoptr (CapacityPortfolio) portfolio = NULL;
  g_autoptr (CapacityAssessment) cold = NULL;
  g_autoptr (CapacityAssessment) warm = NULL;
  double facts_mb;
  gint64 start;

  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, NULL) || n_services < 1 || n_months < 1 || n_kinds < 1
      || n_kinds > 8)
    return 1;
  portfolio = new_portfolio (random);
  facts_mb = peak_mb ();

  start = g_get_monotonic_time ();
  cold = capacity_assess (portfolio, as_of (), NULL, cache, NULL);
  print ("assess-all", (double) (g_get_monotonic_time () - start) / 1000, "ms");
  print ("assess-results", peak_mb () - facts_mb, "MB");
  start = g_get_monotonic_time ();
  warm = capacity_assess (portfolio, as_of (), NULL, cache, NULL);
  print ("assess-with-forecasts", (double) (g_get_monotonic_time () - start) / 1000, "ms");
  time_changes ("assess-one-changed", portfolio, cold, cache, FALSE, random);
  time_changes ("assess-one-volume-changed", portfolio, cold, cache, TRUE, random);
  print ("assess-peak-memory", peak_mb (), "MB");

  return 0;
}
