/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-assessment.h"
#include "capacity-sample.h"

#include <math.h>

static CapacityDate
today (void)
{
  return capacity_date_from_ymd (2026, 11, 23);
}

static void
test_is_marked (void)
{
  g_autoptr (CapacityPortfolio) sample = capacity_sample_new (today ());

  g_assert_true (sample->institution.is_sample);
  g_assert_nonnull (strstr (sample->institution.name, "izdomāts"));
  g_assert_cmpuint (sample->services->len, >=, 40);
  g_assert_cmpuint (sample->resources->len, >=, 15);
}

static void
test_is_the_same_every_time (void)
{
  g_autoptr (CapacityPortfolio) one = capacity_sample_new (today ());
  g_autoptr (CapacityPortfolio) other = capacity_sample_new (today ());

  for (guint i = 0; i < one->services->len; i++)
    {
      const CapacityService *a = one->services->pdata[i];
      const CapacityService *b = other->services->pdata[i];

      g_assert_cmpstr (a->code, ==, b->code);
      g_assert_cmpuint (a->volumes->len, ==, b->volumes->len);
      for (guint j = 0; j < a->volumes->len; j++)
        g_assert_cmpuint (capacity_series_digest (((CapacityVolume *) a->volumes->pdata[j])->series), ==,
                          capacity_series_digest (((CapacityVolume *) b->volumes->pdata[j])->series));
    }
}

static void
test_ends_with_the_last_month (void)
{
  g_autoptr (CapacityPortfolio) sample = capacity_sample_new (today ());
  const CapacityService *service = capacity_portfolio_find_service (sample, "KAC-01");
  g_autoptr (CapacitySeries) arrivals =
    capacity_service_dup_total (service, CAPACITY_MEASURE_ARRIVALS, CAPACITY_PERIOD_MONTH);

  g_assert_cmpuint (arrivals->n, ==, 60);
  g_assert_cmpint (arrivals->first + (int) arrivals->n - 1, ==, capacity_month (2026, 10).index);
}

/* Kinds and channels are parts of one volume in whole cases; days add up to about the same as months. */
static void
test_parts_are_whole (void)
{
  g_autoptr (CapacityPortfolio) sample = capacity_sample_new (today ());

  for (guint i = 0; i < sample->services->len; i++)
    {
      const CapacityService *service = sample->services->pdata[i];

      for (guint j = 0; j < service->volumes->len; j++)
        {
          const CapacitySeries *series = ((CapacityVolume *) service->volumes->pdata[j])->series;

          for (guint k = 0; k < series->n; k++)
            if (!isnan (series->values[k]))
              {
                g_assert_cmpfloat (series->values[k], >=, 0);
                g_assert_cmpfloat (series->values[k], ==, round (series->values[k]));
              }
        }
    }
}

/* What came and was not delivered waits. */
static void
test_queue_adds_up (void)
{
  g_autoptr (CapacityPortfolio) sample = capacity_sample_new (today ());
  const CapacityService *service = capacity_portfolio_find_service (sample, "NIP-04");
  g_autoptr (CapacitySeries) arrivals =
    capacity_service_dup_total (service, CAPACITY_MEASURE_ARRIVALS, CAPACITY_PERIOD_MONTH);
  g_autoptr (CapacitySeries) completions =
    capacity_service_dup_total (service, CAPACITY_MEASURE_COMPLETIONS, CAPACITY_PERIOD_MONTH);
  g_autoptr (CapacitySeries) stock =
    capacity_service_dup_total (service, CAPACITY_MEASURE_STOCK, CAPACITY_PERIOD_MONTH);

  for (guint i = 1; i < stock->n; i++)
    g_assert_cmpfloat (stock->values[i], ==, stock->values[i - 1] + arrivals->values[i] - completions->values[i]);
}

/* A queue that is counted is worth a look: often enough somebody waits. */
static void
test_queues_are_seen (void)
{
  g_autoptr (CapacityPortfolio) sample = capacity_sample_new (today ());
  guint n_counted = 0;

  for (guint i = 0; i < sample->services->len; i++)
    {
      const CapacityService *service = sample->services->pdata[i];
      g_autoptr (CapacitySeries) stock =
        capacity_service_dup_total (service, CAPACITY_MEASURE_STOCK, CAPACITY_PERIOD_MONTH);
      guint n_waiting = 0;

      if (stock == NULL)
        continue;
      n_counted++;
      for (guint j = 0; j < stock->n; j++)
        n_waiting += stock->values[j] > 0;
      g_test_message ("%s: %u of %u months", service->code, n_waiting, stock->n);
      g_assert_cmpuint (n_waiting, >=, stock->n / 3);
    }
  g_assert_cmpuint (n_counted, >=, 5);
}

static void
test_has_every_verdict_in_every_mode (void)
{
  g_autoptr (CapacityPortfolio) sample = capacity_sample_new (today ());
  g_autoptr (CapacityForecastCache) cache = capacity_forecast_cache_new ();
  g_autoptr (CapacityAssessment) assessment = capacity_assess (sample, today (), NULL, cache, NULL);
  guint found[CAPACITY_N_MODES][CAPACITY_N_VERDICTS] = { 0 };

  for (guint i = 0; i < assessment->services->len; i++)
    {
      const CapacityServiceAssessment *service = assessment->services->pdata[i];

      for (int mode = 0; mode < CAPACITY_N_MODES; mode++)
        found[mode][service->modes[mode].verdict]++;
    }
  for (int mode = 0; mode < CAPACITY_N_MODES; mode++)
    for (int verdict = 0; verdict < CAPACITY_N_VERDICTS; verdict++)
      g_assert_cmpuint (found[mode][verdict], >, 0);
}

/* Every part of the registers occurs, and people work by their posts. */
static void
test_has_registers (void)
{
  g_autoptr (CapacityPortfolio) sample = capacity_sample_new (today ());
  g_autoptr (CapacityAssessment) assessment = capacity_assess (sample, today (), NULL, NULL, NULL);
  guint n_labels = 0, n_allocations = 0, n_events = 0, n_plans = 0, n_refusals = 0, n_vacant = 0, n_driven = 0;

  for (guint i = 0; i < sample->services->len; i++)
    {
      const CapacityService *service = sample->services->pdata[i];

      n_labels += service->labels->len;
      n_allocations += service->allocations->len;
      n_events += service->events->len;
      n_plans += service->plan != NULL;
      n_refusals += service->refusals->len;
      n_vacant += service->owner == NULL;
      n_driven += service->driver != NULL;
    }
  g_assert_cmpuint (MIN (n_labels, n_allocations), >, 3);
  g_assert_cmpuint (MIN (n_events, n_plans), >, 1);
  g_assert_cmpuint (n_refusals, ==, 1);
  g_assert_cmpuint (n_vacant, ==, 1);
  g_assert_cmpuint (n_driven, ==, 1);
  g_assert_cmpuint (sample->departments->len, ==, 12);
  g_assert_nonnull (sample->plan);
  for (guint i = 0; i < assessment->resources->len; i++)
    {
      const CapacityResourceAssessment *resource = assessment->resources->pdata[i];

      g_test_message ("%s: %g of %g, verdict %d", resource->resource->name, resource->load, resource->capacity,
                      resource->verdict);
      g_assert_cmpint (resource->verdict, !=, CAPACITY_VERDICT_UNKNOWN);
      if (resource->resource->kind == CAPACITY_RESOURCE_PEOPLE)
        g_assert_false (isnan (resource->gap_posts));
    }
}

/* What is yet to come cannot be so already. */
static void
test_future_is_not_actual (void)
{
  g_autoptr (CapacityPortfolio) sample = capacity_sample_new (today ());
  guint n_future = 0;

  for (guint i = 0; i < sample->services->len + sample->resources->len; i++)
    {
      const GPtrArray *limits =
        i < sample->services->len
          ? ((const CapacityService *) sample->services->pdata[i])->limits
          : ((const CapacityResource *) sample->resources->pdata[i - sample->services->len])->limits;

      for (guint j = 0; j < limits->len; j++)
        {
          const CapacityLimit *limit = limits->pdata[j];

          n_future += limit->from > today ();
          g_assert_true (limit->from <= today () || limit->state != CAPACITY_LIMIT_ACTUAL);
        }
    }
  g_assert_cmpuint (n_future, >, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sample/is-marked", test_is_marked);
  g_test_add_func ("/sample/is-the-same-every-time", test_is_the_same_every_time);
  g_test_add_func ("/sample/ends-with-the-last-month", test_ends_with_the_last_month);
  g_test_add_func ("/sample/parts-are-whole", test_parts_are_whole);
  g_test_add_func ("/sample/has-every-verdict-in-every-mode", test_has_every_verdict_in_every_mode);
  g_test_add_func ("/sample/has-registers", test_has_registers);
  g_test_add_func ("/sample/future-is-not-actual", test_future_is_not_actual);
  g_test_add_func ("/sample/queue-adds-up", test_queue_adds_up);
  g_test_add_func ("/sample/queues-are-seen", test_queues_are_seen);

  return g_test_run ();
}
