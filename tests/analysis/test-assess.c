/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-bottleneck.h"
#include "capacity-case-cost.h"
#include "capacity-causes.h"
#include "capacity-foreseen.h"
#include "capacity-plan-outlook.h"

#include <math.h>

#define AS_OF capacity_date_from_ymd (2026, 11, 23)

/* Invented portfolios, built up by the few lines a test needs. */

static CapacityService *
add_service (CapacityPortfolio *portfolio,
             const double      *values,
             guint              n)
{
  CapacityService *service = capacity_service_new ();
  int first = capacity_month (2026, 11).index - (int) n;

  if (n > 0)
    capacity_service_take_volume (service, CAPACITY_REQUEST_ALL, NULL, CAPACITY_MEASURE_ARRIVALS,
                                  capacity_series_new (CAPACITY_PERIOD_MONTH, first, values, n),
                                  "volumes.csv");
  g_ptr_array_add (portfolio->services, service);

  return service;
}

/* A level volume with a little noise that repeats nowhere, growing by @growth a month. */
static CapacityService *
add_growing (CapacityPortfolio *portfolio,
             double             level,
             double             growth,
             guint              n)
{
  g_autofree double *values = g_new (double, n);

  for (guint i = 0; i < n; i++)
    values[i] = round (level + growth * i + level * 0.01 * sin (i * 12.9898));

  return add_service (portfolio, values, n);
}

static void
add_limit (GPtrArray   *limits,
           CapacityMode mode,
           double       value)
{
  g_ptr_array_add (limits, capacity_limit_new (mode, value, CAPACITY_PERIOD_MONTH, CAPACITY_DATE_NONE,
                                               CAPACITY_DATE_NONE));
}

static CapacityResource *
add_resource (CapacityPortfolio *portfolio,
              double             limit)
{
  CapacityResource *resource = capacity_resource_new ();

  if (!isnan (limit))
    add_limit (resource->limits, CAPACITY_MODE_REGULAR, limit);
  g_ptr_array_add (portfolio->resources, resource);

  return resource;
}

static void
add_need (CapacityService        *service,
          const CapacityResource *resource,
          CapacityRequestKind     kind,
          double                  amount)
{
  CapacityNeed *need = g_new0 (CapacityNeed, 1);

  need->id = capacity_id_new ();
  need->resource = resource->id;
  need->kind = kind;
  need->amount = amount;
  g_ptr_array_add (service->needs, need);
}

static const CapacityServiceAssessment *
service_at (const CapacityAssessment *assessment,
            guint                     i)
{
  return assessment->services->pdata[i];
}

static const CapacityResourceAssessment *
resource_at (const CapacityAssessment *assessment,
             guint                     i)
{
  return assessment->resources->pdata[i];
}

static void
assert_near (double value,
             double expected)
{
  if (!isfinite (expected))
    g_assert_true (isnan (expected) ? isnan (value) : value == expected);
  else
    g_assert_cmpfloat_with_epsilon (value, expected, 1e-9 * MAX (1, fabs (expected)));
}

static void
test_nothing (void)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  g_autoptr (CapacityAssessment) assessment = NULL;
  const CapacityServiceAssessment *service;

  add_limit (add_service (portfolio, NULL, 0)->limits, CAPACITY_MODE_REGULAR, 100);
  add_growing (portfolio, 100, 0, 48);
  add_growing (portfolio, 100, 0, 3);
  add_limit (((CapacityService *) portfolio->services->pdata[2])->limits, CAPACITY_MODE_REGULAR, 125);
  add_resource (portfolio, 100);
  assessment = capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);

  service = service_at (assessment, 0);
  g_assert_cmpint (service->overall, ==, CAPACITY_VERDICT_UNKNOWN);
  g_assert_cmpint (service->modes[CAPACITY_MODE_REGULAR].reason, ==, CAPACITY_REASON_NO_DATA);
  g_assert_cmpint (service->modes[CAPACITY_MODE_LONG_TERM].reason, ==, CAPACITY_REASON_NO_DATA);
  g_assert_null (service->demand);
  assert_near (service->modes[CAPACITY_MODE_REGULAR].capacity, 100);

  service = service_at (assessment, 1);
  g_assert_cmpint (service->overall, ==, CAPACITY_VERDICT_UNKNOWN);
  for (guint mode = 0; mode < CAPACITY_N_MODES; mode++)
    g_assert_cmpint (service->modes[mode].reason, ==, CAPACITY_REASON_NO_CAPACITY);
  g_assert_cmpint (service->exhaustion.state, ==, CAPACITY_EXHAUSTION_UNKNOWN);
  g_assert_cmpuint (service->forecast->horizon, ==, 36);

  service = service_at (assessment, 2);
  g_assert_cmpint (service->overall, ==, CAPACITY_VERDICT_SUFFICIENT);
  g_assert_cmpint (service->modes[CAPACITY_MODE_LONG_TERM].reason, ==, CAPACITY_REASON_NO_FORECAST);
  assert_near (service->last12, NAN);

  g_assert_cmpint (resource_at (assessment, 0)->verdict, ==, CAPACITY_VERDICT_UNKNOWN);
  g_assert_cmpuint (assessment->n_by_verdict[CAPACITY_VERDICT_UNKNOWN], ==, 2);
  g_assert_cmpuint (assessment->n_by_verdict[CAPACITY_VERDICT_SUFFICIENT], ==, 1);
}

static void
test_verdicts (void)
{
  const struct
  {
    double          limit;
    CapacityVerdict regular;
    CapacityReason  reason;
    CapacityVerdict overall;
  } cases[] = {
    { 0, CAPACITY_VERDICT_INSUFFICIENT, CAPACITY_REASON_ABOVE_CAPACITY, CAPACITY_VERDICT_INSUFFICIENT },
    { 900, CAPACITY_VERDICT_INSUFFICIENT, CAPACITY_REASON_ABOVE_CAPACITY, CAPACITY_VERDICT_INSUFFICIENT },
    { 1100, CAPACITY_VERDICT_AT_RISK, CAPACITY_REASON_ABOVE_TARGET, CAPACITY_VERDICT_AT_RISK },
    { 1500, CAPACITY_VERDICT_SUFFICIENT, CAPACITY_REASON_WITHIN_TARGET, CAPACITY_VERDICT_SUFFICIENT },
    { 3000, CAPACITY_VERDICT_EXCESSIVE, CAPACITY_REASON_UNDER_USE, CAPACITY_VERDICT_EXCESSIVE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
      g_autoptr (CapacityAssessment) assessment = NULL;
      const CapacityModeAssessment *regular;

      add_limit (add_growing (portfolio, 1000, 0, 60)->limits, CAPACITY_MODE_REGULAR, cases[i].limit);
      assessment = capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);
      regular = &service_at (assessment, 0)->modes[CAPACITY_MODE_REGULAR];
      g_assert_cmpint (regular->verdict, ==, cases[i].regular);
      g_assert_cmpint (regular->reason, ==, cases[i].reason);
      g_assert_cmpint (service_at (assessment, 0)->overall, ==, cases[i].overall);
    }
}

/* A seasonal volume whose peaks need what is idle on ordinary days. */
static void
test_peak (void)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  g_autoptr (CapacityAssessment) assessment = NULL;
  const CapacityServiceAssessment *service;
  double values[60];

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = i % 12 < 3 ? 900 : 400; /* high from November to January */
  add_limit (add_service (portfolio, values, 60)->limits, CAPACITY_MODE_REGULAR, 1000);
  add_limit (((CapacityService *) portfolio->services->pdata[0])->limits, CAPACITY_MODE_PEAK, 1200);
  assessment = capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);
  service = service_at (assessment, 0);
  g_assert_cmpint (service->modes[CAPACITY_MODE_REGULAR].verdict, ==, CAPACITY_VERDICT_EXCESSIVE);
  g_assert_cmpint (service->modes[CAPACITY_MODE_PEAK].verdict, ==, CAPACITY_VERDICT_SUFFICIENT);
  assert_near (service->modes[CAPACITY_MODE_PEAK].demand, 900);
  assert_near (service->modes[CAPACITY_MODE_PEAK].utilisation, 0.75);

  /* The high season is no trend: over the year some 525 cases come a month, also in the years ahead. */
  assert_near (service->modes[CAPACITY_MODE_LONG_TERM].demand, 525);
  g_assert_cmpint (service->modes[CAPACITY_MODE_LONG_TERM].verdict, ==, CAPACITY_VERDICT_EXCESSIVE);
  g_assert_cmpint (service->exhaustion.state, ==, CAPACITY_EXHAUSTION_NOT_WITHIN_HORIZON);
}

/* A month that passes all capacity before more can be added is named, however the rest of the year goes. */
static void
test_short_month (void)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  g_autoptr (CapacityAssessment) assessment = NULL;
  g_autoptr (CapacityAssessment) quicker = NULL;
  const CapacityServiceAssessment *service;
  CapacityService *facts;
  double values[60];

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = i % 12 == 5 ? 400 : 100; /* in April; over the year 125 a month, more than 0.85 · 140 */
  facts = add_service (portfolio, values, 60);
  facts->lead_days = 365;
  add_limit (facts->limits, CAPACITY_MODE_REGULAR, 140);
  add_limit (facts->limits, CAPACITY_MODE_PEAK, 300);
  assessment = capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);
  service = service_at (assessment, 0);
  g_assert_cmpint (service->modes[CAPACITY_MODE_PEAK].verdict, !=, CAPACITY_VERDICT_INSUFFICIENT);
  g_assert_cmpint (service->modes[CAPACITY_MODE_LONG_TERM].verdict, ==, CAPACITY_VERDICT_INSUFFICIENT);
  g_assert_cmpint (service->modes[CAPACITY_MODE_LONG_TERM].reason, ==, CAPACITY_REASON_SHORT_BEFORE_LEAD);
  g_assert_cmpint (service->short_month, ==, capacity_month (2027, 4).index);

  facts->lead_days = 90;
  quicker = capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);
  service = service_at (quicker, 0);
  g_assert_cmpint (service->modes[CAPACITY_MODE_LONG_TERM].verdict, ==, CAPACITY_VERDICT_AT_RISK);
  g_assert_cmpint (service->short_month, ==, 0);
}

/* Months with few working days do not exhaust a group of people whose work does not grow. */
static void
test_short_months (void)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  g_autoptr (CapacityAssessment) before = NULL;
  g_autoptr (CapacityAssessment) assessment = NULL;
  const CapacityResourceAssessment *found;
  CapacityService *service = add_growing (portfolio, 1000, 0, 60);
  CapacityResource *people = capacity_resource_new ();
  double mean = 0, least = INFINITY;

  people->kind = CAPACITY_RESOURCE_PEOPLE;
  people->posts = 4;
  g_ptr_array_add (portfolio->resources, people);
  g_ptr_array_add (service->needs, capacity_need_new (&people->id, CAPACITY_REQUEST_ALL, 0.3));
  before = capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);
  found = resource_at (before, 0);
  for (guint i = 0; i < found->n_months; i++)
    {
      mean += found->limits[i] / found->n_months;
      least = MIN (least, found->limits[i]);
    }
  g_assert_cmpfloat (least, <, 0.92 * mean);

  ((CapacityNeed *) service->needs->pdata[0])->amount = 0.93 * found->target * mean / 1000;
  assessment = capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);
  found = resource_at (assessment, 0);
  g_assert_cmpint (found->exhaustion.likely, ==, 0);
}

static void
test_exhaustion (void)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  g_autoptr (CapacityAssessment) assessment = NULL;
  const CapacityServiceAssessment *service;
  int last = 0;

  for (double limit = 1400; limit <= 2000; limit += 50)
    add_limit (add_growing (portfolio, 1000, 5, 60)->limits, CAPACITY_MODE_REGULAR, limit);
  assessment = capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);

  /* More capacity never moves exhaustion earlier. */
  for (guint i = 0; i < assessment->services->len; i++)
    {
      const CapacityExhaustion *e = &service_at (assessment, i)->exhaustion;
      int likely = e->likely != 0 ? e->likely : e->horizon_end + 1;

      g_assert_cmpint (likely, >=, last);
      g_assert_true (e->earliest <= e->likely || e->likely == 0);
      last = likely;
    }
  g_assert_cmpint (service_at (assessment, 0)->exhaustion.state, ==, CAPACITY_EXHAUSTION_ALREADY);

  /* Some 1 300 cases a month, and 5 more each month, less with time: U* · 1 550 = 1 317.5 is passed in a
   * year or two. */
  service = service_at (assessment, 3);
  g_assert_cmpint (service->exhaustion.state, ==, CAPACITY_EXHAUSTION_WITHIN);
  g_assert_cmpint (service->exhaustion.likely, >, capacity_month (2027, 2).index);
  g_assert_cmpint (service->exhaustion.likely, <, capacity_month (2029, 6).index);
  g_assert_cmpint (service->exhaustion.decide_by, ==,
                   capacity_period_first_day ((CapacityPeriod){ CAPACITY_PERIOD_MONTH,
                                                                service->exhaustion.likely }) - 90);
  g_assert_cmpint (service->modes[CAPACITY_MODE_LONG_TERM].verdict, ==, CAPACITY_VERDICT_AT_RISK);
  g_assert_cmpint (service->modes[CAPACITY_MODE_LONG_TERM].reason, ==, CAPACITY_REASON_EXHAUSTION_LATER);
  g_assert_true (service->trend.is_certain);
  g_assert_cmpfloat (service->trend.per_year, >, 0.04);
}

/* Old data is judged by, with its age beside the verdict; data older than the horizon is long is not. */
static void
test_old_data (void)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  g_autoptr (CapacityAssessment) in_time = NULL;
  g_autoptr (CapacityAssessment) late = NULL;
  g_autoptr (CapacityAssessment) too_late = NULL;
  const CapacityServiceAssessment *service;

  add_limit (add_growing (portfolio, 1000, 0, 60)->limits, CAPACITY_MODE_REGULAR, 1500);
  in_time = capacity_assess (portfolio, capacity_date_from_ymd (2027, 1, 31), NULL, NULL, NULL);
  g_assert_false (service_at (in_time, 0)->quality.is_stale);

  late = capacity_assess (portfolio, capacity_date_from_ymd (2027, 6, 1), NULL, NULL, NULL);
  service = service_at (late, 0);
  g_assert_true (service->quality.is_stale);
  g_assert_cmpint (service->modes[CAPACITY_MODE_REGULAR].verdict, ==, CAPACITY_VERDICT_SUFFICIENT);
  g_assert_cmpint (service->modes[CAPACITY_MODE_LONG_TERM].verdict, ==, CAPACITY_VERDICT_SUFFICIENT);
  g_assert_cmpint (service->exhaustion.horizon_end, ==, capacity_month (2027, 6).index + 35);

  too_late = capacity_assess (portfolio, capacity_date_from_ymd (2035, 1, 1), NULL, NULL, NULL);
  service = service_at (too_late, 0);
  g_assert_cmpint (service->overall, ==, CAPACITY_VERDICT_UNKNOWN);
  for (guint mode = 0; mode < CAPACITY_N_MODES; mode++)
    g_assert_cmpint (service->modes[mode].reason, ==, CAPACITY_REASON_STALE_DATA);
}

/* Who waited years ago does not wait today; three months later than the last count the queue is still judged by it. */
static void
test_old_queue (void)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  g_autoptr (CapacityAssessment) assessment = NULL;
  const double stock[] = { 9000 };
  const double done[] = { 900, 900, 900 };

  for (int i = 0; i < 3; i++)
    {
      CapacityService *service = add_growing (portfolio, 1000, 0, 48);
      int counted = capacity_month (2026, 10).index - (i == 0 ? 3 : 30);

      add_limit (service->limits, CAPACITY_MODE_REGULAR, 1260);
      capacity_service_take_volume (service, CAPACITY_REQUEST_ALL, NULL, CAPACITY_MEASURE_STOCK,
                                    capacity_series_new (CAPACITY_PERIOD_MONTH, counted, stock, 1), NULL);
      if (i == 2)
        capacity_service_take_volume (service, CAPACITY_REQUEST_ALL, NULL, CAPACITY_MEASURE_COMPLETIONS,
                                      capacity_series_new (CAPACITY_PERIOD_MONTH, counted + 1, done, 3), NULL);
    }
  assessment = capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);
  assert_near (service_at (assessment, 0)->queue.stock, 9000);
  g_assert_cmpint (service_at (assessment, 0)->modes[CAPACITY_MODE_REGULAR].reason, ==, CAPACITY_REASON_STOCK_TOO_LARGE);
  for (guint i = 1; i < 3; i++)
    {
      g_assert_false (service_at (assessment, i)->queue.is_known);
      g_assert_cmpint (service_at (assessment, i)->modes[CAPACITY_MODE_REGULAR].verdict, ==, CAPACITY_VERDICT_SUFFICIENT);
    }
}

/* A resource is judged by the services of which something is known today, and says of how many nothing is. */
static void
test_old_load (void)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  g_autoptr (CapacityAssessment) assessment = NULL;
  g_autoptr (GArray) users = NULL;
  CapacityResource *people = add_resource (portfolio, 1000);
  CapacityService *old = add_service (portfolio, NULL, 0);
  double values[24];

  for (guint i = 0; i < 24; i++)
    values[i] = 900;
  capacity_service_take_volume (old, CAPACITY_REQUEST_ALL, NULL, CAPACITY_MEASURE_ARRIVALS,
                                capacity_series_new (CAPACITY_PERIOD_MONTH, capacity_month (2010, 1).index, values, 24),
                                NULL);
  add_need (old, people, CAPACITY_REQUEST_ALL, 1);
  add_need (add_service (portfolio, NULL, 0), people, CAPACITY_REQUEST_ALL, 1);
  add_need (add_service (portfolio, values, 24), people, CAPACITY_REQUEST_ALL, 1);
  assessment = capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);
  g_assert_cmpuint (resource_at (assessment, 0)->services->len, ==, 3);
  g_assert_cmpuint (resource_at (assessment, 0)->n_unknown, ==, 2);
  assert_near (resource_at (assessment, 0)->load, 900);
  assert_near (service_at (assessment, 2)->modes[CAPACITY_MODE_REGULAR].capacity, 1000);
  assert_near (service_at (assessment, 0)->modes[CAPACITY_MODE_REGULAR].capacity, 100);
  g_assert_cmpint (service_at (assessment, 0)->overall, ==, CAPACITY_VERDICT_UNKNOWN);
  users = capacity_assessment_list_users (assessment, resource_at (assessment, 0), resource_at (assessment, 0)->first);
  assert_near (g_array_index (users, CapacityResourceUser, 1).load, 0);
}

/* A month that is not over does not look like a fall, whether it was counted by the month or by the day. */
static void
test_unfinished_month (void)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  g_autoptr (CapacityAssessment) assessment = NULL;
  g_autoptr (CapacityAssessment) next = NULL;
  const double values[] = { 100, 100, 100, 100, 100, 100, 100, 30 };
  g_autofree double *days = g_new (double, 400);
  CapacityService *service = capacity_service_new ();
  CapacityDate last = capacity_date_from_ymd (2026, 11, 22);

  for (guint i = 0; i < 400; i++)
    days[i] = 10;
  capacity_service_take_volume (service, CAPACITY_REQUEST_ALL, NULL, CAPACITY_MEASURE_ARRIVALS,
                                capacity_series_new (CAPACITY_PERIOD_MONTH, capacity_month (2026, 4).index,
                                                     values, 8),
                                NULL);
  g_ptr_array_add (portfolio->services, service);
  service = capacity_service_new ();
  capacity_service_take_volume (service, CAPACITY_REQUEST_SERVICE, NULL, CAPACITY_MEASURE_ARRIVALS,
                                capacity_series_new (CAPACITY_PERIOD_DAY, last - 399, days, 400), NULL);
  g_ptr_array_add (portfolio->services, service);
  assessment = capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);
  next = capacity_assess (portfolio, capacity_date_from_ymd (2026, 11, 30), NULL, NULL, NULL);

  g_assert_cmpint (service_at (assessment, 0)->quality.last_month, ==, capacity_month (2026, 10).index);
  assert_near (service_at (assessment, 0)->modes[CAPACITY_MODE_REGULAR].demand, 100);
  g_assert_cmpint (service_at (assessment, 1)->quality.last_month, ==, capacity_month (2026, 10).index);
  assert_near (service_at (assessment, 1)->last12, 3650);
  g_assert_cmpint (service_at (next, 0)->quality.last_month, ==, capacity_month (2026, 11).index);
}

static void
test_queue (void)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  g_autoptr (CapacityAssessment) assessment = NULL;
  CapacityService *service = add_growing (portfolio, 1000, 0, 24);
  const CapacityServiceAssessment *result;
  const double stock[] = { 9000 };
  double done[24];
  double demand;

  for (guint i = 0; i < 24; i++)
    done[i] = 980;
  capacity_service_take_volume (service, CAPACITY_REQUEST_ALL, NULL, CAPACITY_MEASURE_STOCK,
                                capacity_series_new (CAPACITY_PERIOD_MONTH, capacity_month (2026, 10).index,
                                                     stock, 1),
                                NULL);
  capacity_service_take_volume (service, CAPACITY_REQUEST_ALL, NULL, CAPACITY_MEASURE_COMPLETIONS,
                                capacity_series_new (CAPACITY_PERIOD_MONTH, capacity_month (2024, 11).index,
                                                     done, 24),
                                NULL);
  add_limit (service->limits, CAPACITY_MODE_REGULAR, 1260);
  assessment = capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);
  result = service_at (assessment, 0);
  assert_near (result->queue.stock, 9000);
  g_assert_cmpfloat (result->queue.growth, >, 0);
  assert_near (result->queue.clearance_days, 9000.0 / 1260 * 20); /* November 2026 has 20 working days */
  demand = result->modes[CAPACITY_MODE_REGULAR].demand;
  assert_near (result->queue.allowed, demand);
  assert_near (result->queue.relief, demand + (9000 - demand) / 12);
  g_assert_cmpint (result->modes[CAPACITY_MODE_REGULAR].reason, ==, CAPACITY_REASON_STOCK_TOO_LARGE);
  g_assert_cmpint (result->overall, ==, CAPACITY_VERDICT_INSUFFICIENT);
}

/* As many may wait as come within the term; the working days of the year, 250 in 2026, are twelve months. */
static void
test_term (void)
{
  static const struct { int term_days; double months; CapacityReason reason; } cases[] = {
    { -1, 1, CAPACITY_REASON_WITHIN_TARGET },       { 250, 12, CAPACITY_REASON_WITHIN_TARGET },
    { 25, 1.2, CAPACITY_REASON_WITHIN_TARGET },     { 10, 0.48, CAPACITY_REASON_WITHIN_TARGET },
    { 5, 0.24, CAPACITY_REASON_STOCK_TOO_LARGE },   { 1, 0.048, CAPACITY_REASON_STOCK_TOO_LARGE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
      g_autoptr (CapacityAssessment) assessment = NULL;
      CapacityService *service;
      const CapacityServiceAssessment *result;
      const double stock[] = { 480 };
      double values[36];

      for (guint j = 0; j < G_N_ELEMENTS (values); j++)
        values[j] = 1000;
      service = add_service (portfolio, values, 36);
      service->term_days = cases[i].term_days;
      service->target = 1;
      capacity_service_take_volume (service, CAPACITY_REQUEST_ALL, NULL, CAPACITY_MEASURE_STOCK,
                                    capacity_series_new (CAPACITY_PERIOD_MONTH, capacity_month (2026, 10).index, stock, 1),
                                    NULL);
      add_limit (service->limits, CAPACITY_MODE_REGULAR, 1010);
      assessment = capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);
      result = service_at (assessment, 0);
      assert_near (result->queue.allowed, 1000 * cases[i].months);
      assert_near (result->queue.relief, 480 > result->queue.allowed ? 1000 + (480 - result->queue.allowed) / 12 : NAN);
      g_assert_cmpint (result->modes[CAPACITY_MODE_REGULAR].reason, ==, cases[i].reason);
    }
}

/* Two services share people and a system: what binds them loads them equally. */
static void
test_resources (void)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  g_autoptr (CapacityAssessment) assessment = NULL;
  CapacityService *a = add_growing (portfolio, 1000, 0, 36);
  CapacityService *b = add_growing (portfolio, 500, 0, 36);
  CapacityResource *people = add_resource (portfolio, 1000);
  CapacityResource *system = add_resource (portfolio, 5000);
  const CapacityServiceAssessment *first, *second;

  people->posts = 8;
  system->kind = CAPACITY_RESOURCE_SYSTEM;
  add_need (a, people, CAPACITY_REQUEST_ALL, 0.5);
  add_need (b, people, CAPACITY_REQUEST_ALL, 0.9);
  add_need (a, system, CAPACITY_REQUEST_ALL, 2);
  add_resource (portfolio, NAN);
  add_need (a, portfolio->resources->pdata[2], CAPACITY_REQUEST_ALL, 100);
  assessment = capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);
  first = service_at (assessment, 0);
  second = service_at (assessment, 1);

  assert_near (resource_at (assessment, 0)->load,
               first->modes[0].demand * 0.5 + second->modes[0].demand * 0.9);
  assert_near (resource_at (assessment, 0)->gap, resource_at (assessment, 0)->load / 0.85 - 1000);
  assert_near (resource_at (assessment, 0)->gap_posts, resource_at (assessment, 0)->gap / 125);
  assert_near (resource_at (assessment, 1)->target, 0.80);
  g_assert_cmpint (resource_at (assessment, 0)->verdict, ==, CAPACITY_VERDICT_AT_RISK);
  g_assert_cmpint (resource_at (assessment, 2)->verdict, ==, CAPACITY_VERDICT_UNKNOWN);
  g_assert_cmpuint (resource_at (assessment, 0)->services->len, ==, 2);

  assert_near (first->modes[0].utilisation, resource_at (assessment, 0)->utilisation);
  assert_near (second->modes[0].utilisation, resource_at (assessment, 0)->utilisation);
  g_assert_true (capacity_id_equal (&first->binding, &people->id));
  g_assert_true (capacity_id_equal (&first->next_binding, &system->id));
  g_assert_true (capacity_id_is_none (&second->next_binding));
}

/* How likely ten services ask for a tenth more than usual, where their noise is the same or each its own. */
static double
chance_of_excess (gboolean are_alike)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  g_autoptr (CapacityAssessment) assessment = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  CapacityResource *people = add_resource (portfolio, 1100);
  const CapacityResourceAssessment *result;
  double values[72];

  for (guint i = 0; i < 10; i++)
    {
      for (guint j = 0; j < 72 && (i == 0 || !are_alike); j++)
        values[j] = 100 + g_rand_double_range (random, -20, 20);
      add_need (add_service (portfolio, values, 72), people, CAPACITY_REQUEST_ALL, 1);
    }
  assessment = capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);
  result = resource_at (assessment, 0);
  for (guint i = 0; i < result->n_months; i++)
    {
      g_assert_cmpfloat (result->chances[i], >=, 0);
      g_assert_cmpfloat (result->chances[i], <=, 1);
    }

  return result->chances[0];
}

/* Errors that each service has to itself partly cancel; errors that all have together do not. */
static void
test_shared_load (void)
{
  double apart = chance_of_excess (FALSE);
  double together = chance_of_excess (TRUE);

  g_assert_cmpfloat (apart, <, 0.03);
  g_assert_cmpfloat (together, >, 0.06);
}

/* A capacity whose time has run out is what is judged by until another is given. */
static void
test_expired_limit (void)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  g_autoptr (CapacityAssessment) assessment = NULL;
  CapacityService *service = add_growing (portfolio, 1000, 0, 36);

  g_ptr_array_add (service->limits, capacity_limit_new (CAPACITY_MODE_REGULAR, 1500, CAPACITY_PERIOD_MONTH,
                                                        CAPACITY_DATE_NONE,
                                                        capacity_date_from_ymd (2026, 6, 30)));
  assessment = capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);
  assert_near (service_at (assessment, 0)->modes[CAPACITY_MODE_REGULAR].capacity, 1500);
  g_assert_cmpint (service_at (assessment, 0)->modes[CAPACITY_MODE_REGULAR].month, ==,
                   capacity_month (2026, 6).index);
  g_assert_cmpint (service_at (assessment, 0)->overall, ==, CAPACITY_VERDICT_SUFFICIENT);
  g_assert_cmpint (service_at (assessment, 0)->modes[CAPACITY_MODE_LONG_TERM].reason, ==,
                   CAPACITY_REASON_NO_CAPACITY);
}

/* Capacity of the first service in a month. */
static double
limit_in (const CapacityAssessment *assessment,
          CapacityMode              mode,
          int                       year,
          int                       month)
{
  const CapacityServiceAssessment *service = service_at (assessment, 0);

  return (mode == CAPACITY_MODE_PEAK ? service->limits_peak
                                     : service->limits_regular)[capacity_month (year, month).index - service->limit_first];
}

/* Own capacity counts in the months in which it holds; in all others the resources say how much can be delivered. */
static void
test_later_limit (void)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  g_autoptr (CapacityPortfolio) planned = NULL;
  g_autoptr (CapacityAssessment) assessment = NULL;
  g_autoptr (CapacityAssessment) outlook = NULL;
  CapacityService *service = add_growing (portfolio, 1000, 0, 36);
  CapacityResource *people = add_resource (portfolio, 2000);
  const CapacityModeAssessment *modes;

  add_need (service, people, CAPACITY_REQUEST_ALL, 1);
  g_ptr_array_add (service->limits, capacity_limit_new (CAPACITY_MODE_REGULAR, 1500, CAPACITY_PERIOD_MONTH,
                                                        capacity_date_from_ymd (2027, 1, 1),
                                                        capacity_date_from_ymd (2027, 6, 30)));
  g_ptr_array_add (service->limits, capacity_limit_new (CAPACITY_MODE_REGULAR, 1700, CAPACITY_PERIOD_MONTH,
                                                        capacity_date_from_ymd (2027, 3, 1), CAPACITY_DATE_NONE));
  ((CapacityLimit *) service->limits->pdata[1])->state = CAPACITY_LIMIT_PLANNED;
  assessment = capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);
  modes = service_at (assessment, 0)->modes;
  assert_near (modes[CAPACITY_MODE_REGULAR].capacity, 2000);
  assert_near (modes[CAPACITY_MODE_PEAK].capacity, 2000);
  g_assert_cmpint (modes[CAPACITY_MODE_REGULAR].month, ==, capacity_month (2026, 11).index);
  g_assert_true (capacity_id_equal (&service_at (assessment, 0)->binding, &people->id));
  assert_near (modes[CAPACITY_MODE_LONG_TERM].capacity, 1500);

  assert_near (limit_in (assessment, CAPACITY_MODE_REGULAR, 2024, 1), 2000);
  assert_near (limit_in (assessment, CAPACITY_MODE_REGULAR, 2026, 12), 2000);
  assert_near (limit_in (assessment, CAPACITY_MODE_REGULAR, 2027, 1), 1500);
  assert_near (limit_in (assessment, CAPACITY_MODE_PEAK, 2027, 4), 1500);
  assert_near (limit_in (assessment, CAPACITY_MODE_REGULAR, 2027, 7), 2000);

  planned = capacity_plan_portfolio (portfolio, AS_OF, CAPACITY_COURSE_PLANNED);
  outlook = capacity_assess (planned, AS_OF, NULL, NULL, NULL);
  assert_near (limit_in (outlook, CAPACITY_MODE_REGULAR, 2026, 12), 2000);
  assert_near (limit_in (outlook, CAPACITY_MODE_REGULAR, 2027, 2), 1500);
  assert_near (limit_in (outlook, CAPACITY_MODE_REGULAR, 2027, 7), 1700);
}

/* What a case takes on average of the kinds that come; what is said for a kind leads over what is said for
 * all. */
static void
test_kinds (void)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  g_autoptr (CapacityAssessment) assessment = NULL;
  CapacityService *service = capacity_service_new ();
  CapacityResource *people = add_resource (portfolio, 1000);
  double requests[12], complaints[12];

  for (guint i = 0; i < 12; i++)
    {
      requests[i] = 300;
      complaints[i] = 100;
    }
  capacity_service_take_volume (service, CAPACITY_REQUEST_SERVICE, NULL, CAPACITY_MEASURE_ARRIVALS,
                                capacity_series_new (CAPACITY_PERIOD_MONTH, capacity_month (2025, 11).index,
                                                     requests, 12),
                                NULL);
  capacity_service_take_volume (service, CAPACITY_REQUEST_COMPLAINT, "e-pasts", CAPACITY_MEASURE_ARRIVALS,
                                capacity_series_new (CAPACITY_PERIOD_MONTH, capacity_month (2025, 11).index,
                                                     complaints,
                                                     12),
                                NULL);
  g_ptr_array_add (portfolio->services, service);
  add_need (service, people, CAPACITY_REQUEST_ALL, 1);
  add_need (service, people, CAPACITY_REQUEST_COMPLAINT, 3);
  assessment = capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);
  assert_near (service_at (assessment, 0)->modes[0].demand, 400);
  assert_near (resource_at (assessment, 0)->load, 300 * 1 + 100 * 3);
  assert_near (service_at (assessment, 0)->modes[0].capacity, 1000 / 1.5);
}

/* What is not told apart takes what is said of all; of a list, the few without a kind are added to the others. */
static void
test_untold_kinds (void)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  g_autoptr (CapacityAssessment) assessment = NULL;
  const double untold[] = { 400, 20 };
  double values[12];

  for (guint i = 0; i < G_N_ELEMENTS (untold); i++)
    {
      CapacityService *service;

      for (guint j = 0; j < 12; j++)
        values[j] = untold[i];
      service = add_service (portfolio, values, 12);
      for (guint j = 0; j < 12; j++)
        values[j] = 100;
      capacity_service_take_volume (service, CAPACITY_REQUEST_COMPLAINT, NULL, CAPACITY_MEASURE_ARRIVALS,
                                    capacity_series_new (CAPACITY_PERIOD_MONTH, capacity_month (2025, 11).index, values,
                                                         12),
                                    NULL);
      add_resource (portfolio, 1000);
      add_need (service, portfolio->resources->pdata[i], CAPACITY_REQUEST_ALL, 1);
      add_need (service, portfolio->resources->pdata[i], CAPACITY_REQUEST_COMPLAINT, 3);
    }
  assessment = capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);
  assert_near (service_at (assessment, 0)->modes[0].demand, 400);
  assert_near (resource_at (assessment, 0)->load, 300 * 1 + 100 * 3);
  assert_near (service_at (assessment, 1)->modes[0].demand, 120);
  assert_near (resource_at (assessment, 1)->load, 20 * 1 + 100 * 3);
}

static void
allocate (CapacityService        *service,
          const CapacityResource *resource,
          double                  share,
          int                     priority)
{
  CapacityAllocation allocation = { capacity_id_new (), resource->id, share, priority };

  g_ptr_array_add (service->allocations, g_memdup2 (&allocation, sizeof allocation));
}

/* Two services of 1 000 and 500 cases a month share 1 200 hours in an order: the first is served whole, the second has
 * what is left, and says who was before it. */
static void
test_sharing (void)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  g_autoptr (CapacityAssessment) assessment = NULL;
  g_autoptr (CapacityAssessment) shared = NULL;
  g_autoptr (GArray) users = NULL;
  CapacityBottleneck bottleneck;
  CapacityResource *people = add_resource (portfolio, 1200);
  double values[36];
  const CapacityResourceUser *user;

  people->sharing = CAPACITY_SHARING_PRIORITY;
  for (guint i = 0; i < 2; i++)
    {
      for (guint j = 0; j < 36; j++)
        values[j] = i == 0 ? 1000 : 500;
      add_need (add_service (portfolio, values, 36), people, CAPACITY_REQUEST_ALL, 1);
      allocate (portfolio->services->pdata[i], people, i == 0 ? 0.9 : 0.4, (int) i + 1);
    }
  assessment = capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);
  assert_near (service_at (assessment, 0)->modes[0].capacity, 1200);
  assert_near (service_at (assessment, 1)->modes[0].capacity, 200);
  g_assert_cmpint (service_at (assessment, 1)->overall, ==, CAPACITY_VERDICT_INSUFFICIENT);
  users = capacity_assessment_list_users (assessment, resource_at (assessment, 0), resource_at (assessment, 0)->first);
  user = &g_array_index (users, CapacityResourceUser, 0);
  g_assert_true (user->service == service_at (assessment, 0));
  assert_near (user->gets, user->load);
  g_assert_cmpint (user->hit_from, ==, 0);
  user = &g_array_index (users, CapacityResourceUser, 1);
  g_assert_cmpfloat (user->gets, <, 0.5 * user->load);
  g_assert_cmpint (user->hit_from, ==, resource_at (assessment, 0)->first);
  bottleneck = capacity_bottleneck_in (assessment, service_at (assessment, 1), CAPACITY_MODE_REGULAR,
                                       resource_at (assessment, 0)->first);
  g_assert_true (bottleneck.resource == resource_at (assessment, 0));
  assert_near (bottleneck.allowed, 200);

  people->sharing = CAPACITY_SHARING_SHARE;
  shared = capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);
  assert_near (resource_at (shared, 0)->shares, 1.3);
  assert_near (service_at (shared, 0)->modes[0].capacity, 1200 * 0.9 / 1.3);
}

static void
assert_bottleneck (const CapacityAssessment *assessment,
                   int                       month,
                   const CapacityResource   *resource,
                   double                    allowed,
                   double                    given)
{
  CapacityBottleneck bottleneck = capacity_bottleneck_in (assessment, service_at (assessment, 0), CAPACITY_MODE_REGULAR,
                                                          month);

  g_assert_cmpint (bottleneck.month, ==, month);
  g_assert_true (bottleneck.resource->resource == resource);
  assert_near (bottleneck.allowed, allowed);
  assert_near (bottleneck.given, given);
  g_assert_true (capacity_bottleneck_contradicts (&bottleneck) == (allowed < given));
  g_assert_true (capacity_bottleneck_is_given (&bottleneck) == (allowed >= given));
}

/* 1 300 a month until June, then as many as the resources allow: 1 200 by people; from April 1 100 by rooms. The given
 * capacity counts, although people allow less, and what it is short of is told. */
static void
test_bottleneck (void)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  g_autoptr (CapacityAssessment) assessment = NULL;
  g_autoptr (GArray) list = NULL;
  CapacityService *service = add_growing (portfolio, 1000, 0, 36);
  CapacityResource *people = add_resource (portfolio, 1200);
  CapacityResource *rooms = add_resource (portfolio, NAN);
  int now = capacity_month (2026, 11).index;

  add_need (service, people, CAPACITY_REQUEST_ALL, 1);
  add_need (service, rooms, CAPACITY_REQUEST_ALL, 2);
  g_ptr_array_add (rooms->limits, capacity_limit_new (CAPACITY_MODE_REGULAR, 9000, CAPACITY_PERIOD_MONTH, CAPACITY_DATE_NONE,
                                                      capacity_date_from_ymd (2027, 3, 31)));
  g_ptr_array_add (rooms->limits, capacity_limit_new (CAPACITY_MODE_REGULAR, 2200, CAPACITY_PERIOD_MONTH,
                                                      capacity_date_from_ymd (2027, 4, 1), CAPACITY_DATE_NONE));
  g_ptr_array_add (service->limits, capacity_limit_new (CAPACITY_MODE_REGULAR, 1150, CAPACITY_PERIOD_MONTH,
                                                        CAPACITY_DATE_NONE, capacity_date_from_ymd (2026, 12, 31)));
  g_ptr_array_add (service->limits, capacity_limit_new (CAPACITY_MODE_REGULAR, 1300, CAPACITY_PERIOD_MONTH,
                                                        capacity_date_from_ymd (2027, 1, 1),
                                                        capacity_date_from_ymd (2027, 6, 30)));
  assessment = capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);
  assert_bottleneck (assessment, now, people, 1200, 1150);
  assert_bottleneck (assessment, now + 2, people, 1200, 1300);
  assert_bottleneck (assessment, now + 5, rooms, 1100, 1300);
  assert_bottleneck (assessment, now + 8, rooms, 1100, NAN);
  assert_near (limit_in (assessment, CAPACITY_MODE_REGULAR, 2027, 2), 1300);
  assert_near (service_at (assessment, 0)->modes[CAPACITY_MODE_REGULAR].capacity, 1150);
  g_assert_true (capacity_id_is_none (&service_at (assessment, 0)->binding));

  list = capacity_bottleneck_list (assessment, service_at (assessment, 0));
  g_assert_cmpuint (list->len, ==, resource_at (assessment, 0)->n_months);
  for (guint i = 0; i < list->len; i++)
    g_assert_cmpint (g_array_index (list, CapacityBottleneck, i).month, ==, now + (int) i);
}

/* A service with few cases has little of what it shares, but that does not contradict its capacity: only where the others
 * leave too little for it. The part it was given is all it has, however many come. */
static void
test_shared_bottleneck (void)
{
  static const struct { double others; CapacitySharing sharing; double allowed; } cases[] = {
    { 1100, CAPACITY_SHARING_FAIR, 400 },
    { 1400, CAPACITY_SHARING_FAIR, 1500 * 400.0 / 1800 },
    { 1400, CAPACITY_SHARING_PRIORITY, 100 },
    { 1100, CAPACITY_SHARING_SHARE, 300 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
      g_autoptr (CapacityAssessment) assessment = NULL;
      CapacityService *few = add_growing (portfolio, 100, 0, 36);
      CapacityResource *people = add_resource (portfolio, 1500);
      double values[36];

      for (guint j = 0; j < G_N_ELEMENTS (values); j++)
        values[j] = cases[i].others;
      people->sharing = cases[i].sharing;
      add_limit (few->limits, CAPACITY_MODE_REGULAR, 400);
      add_need (few, people, CAPACITY_REQUEST_ALL, 1);
      add_need (add_service (portfolio, values, 36), people, CAPACITY_REQUEST_ALL, 1);
      allocate (few, people, 0.2, 2);
      allocate (portfolio->services->pdata[1], people, 0.8, 1);
      assessment = capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);
      assert_bottleneck (assessment, capacity_month (2026, 11).index, people, cases[i].allowed, 400);
    }
}

/* Less than a case a month is rounding, unless there are few of them. */
static void
test_contradiction (void)
{
  static const struct { double given, allowed; gboolean contradicts; } cases[] = {
    { 500, 420, TRUE }, { 500, 499, TRUE }, { 500, 499.5, FALSE }, { 500, 500, FALSE }, { 500, 600, FALSE },
    { 2, 1.7, TRUE },   { 2, 1.9, FALSE },  { 2, 0, TRUE },        { 0, 0, FALSE },     { NAN, 4, FALSE },
    { 4, NAN, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CapacityBottleneck bottleneck = { .given = cases[i].given, .allowed = cases[i].allowed };

      g_assert_true (capacity_bottleneck_contradicts (&bottleneck) == cases[i].contradicts);
    }
}

/* What a case takes by the channel it came through, and cases that a driver brings. */
static void
test_channels (void)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  g_autoptr (CapacityAssessment) assessment = NULL;
  CapacityResource *people = add_resource (portfolio, 1000);
  CapacityService *service = capacity_service_new ();
  const char *const channels[] = { "Klātienē", "E-pakalpojums" };
  double values[24];

  for (guint i = 0; i < 2; i++)
    {
      for (guint j = 0; j < 24; j++)
        values[j] = i == 0 ? 100 : 300;
      capacity_service_take_volume (service, CAPACITY_REQUEST_ALL, channels[i], CAPACITY_MEASURE_ARRIVALS,
                                    capacity_series_new (CAPACITY_PERIOD_MONTH, capacity_month (2024, 11).index,
                                                         values, 24),
                                    NULL);
    }
  g_ptr_array_add (portfolio->services, service);
  add_need (service, people, CAPACITY_REQUEST_ALL, 2);
  add_need (service, people, CAPACITY_REQUEST_ALL, 0.4);
  ((CapacityNeed *) service->needs->pdata[1])->channel = g_strdup ("E-pakalpojums");
  service->driver = g_strdup ("iedzīvotāji");
  service->driver_rate = 0.5;
  assessment = capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);
  assert_near (service_at (assessment, 0)->modes[0].demand, 200);
  assert_near (resource_at (assessment, 0)->load, 200 * (0.25 * 2 + 0.75 * 0.4));
}

/* A system that can be used 90 % of the time and stands still on two of the twenty working days of November; too much
 * is said only of months in a row, and costs what is not used. */
static void
test_availability (void)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  g_autoptr (CapacityAssessment) assessment = NULL;
  CapacityResource *system = add_resource (portfolio, 4000);
  const CapacityResourceAssessment *result;

  system->kind = CAPACITY_RESOURCE_SYSTEM;
  system->availability = 0.9;
  system->annual_cost = 1000000;
  g_ptr_array_add (system->limits, capacity_limit_new (CAPACITY_MODE_REGULAR, 0, CAPACITY_PERIOD_MONTH,
                                                       capacity_date_from_ymd (2026, 11, 24),
                                                       capacity_date_from_ymd (2026, 11, 25)));
  add_need (add_growing (portfolio, 1000, 0, 36), system, CAPACITY_REQUEST_ALL, 1);
  assessment = capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);
  result = resource_at (assessment, 0);
  assert_near (result->limits[0], 4000 * 18.0 / 20 * 0.9);
  assert_near (result->limits[1], 3600);
  g_assert_cmpint (result->verdict, ==, CAPACITY_VERDICT_EXCESSIVE);
  g_assert_cmpint (result->verdicts[3], ==, CAPACITY_VERDICT_EXCESSIVE);
  g_assert_cmpfloat_with_epsilon ((double) result->saving,
                                  1000000 * (1 - result->modes[CAPACITY_MODE_PEAK].demand / 0.8 / result->capacity), 1);
}

/* Capacity given in posts is not so many units once the resource is no group of people, and is there again when it is. */
static void
test_posts_of_others (void)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  CapacityResource *resource = add_resource (portfolio, 12);
  const CapacityResourceKind kinds[] = { CAPACITY_RESOURCE_PEOPLE, CAPACITY_RESOURCE_SYSTEM, CAPACITY_RESOURCE_PEOPLE };

  ((CapacityLimit *) resource->limits->pdata[0])->in_posts = TRUE;
  add_need (add_growing (portfolio, 1000, 0, 36), resource, CAPACITY_REQUEST_ALL, 1);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gboolean is_people = kinds[i] == CAPACITY_RESOURCE_PEOPLE;
      g_autoptr (CapacityAssessment) assessment = NULL;

      resource->kind = kinds[i];
      assessment = capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);
      assert_near (resource_at (assessment, 0)->capacity, is_people ? 12 * 20 * 8 : NAN);
      assert_near (service_at (assessment, 0)->modes[CAPACITY_MODE_REGULAR].capacity, is_people ? 12 * 20 * 8 : NAN);
      if (!is_people)
        g_assert_cmpint (resource_at (assessment, 0)->reason, ==, CAPACITY_REASON_NO_CAPACITY);
    }
}

/* Of a hundred units twenty are needed in most months and 54 in three of the year: what could be saved is what these leave. */
static void
test_saving (void)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  g_autoptr (CapacityAssessment) assessment = NULL;
  CapacityResource *people = add_resource (portfolio, 100);
  const CapacityResourceAssessment *result;
  double values[36];

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = i % 4 == 1 ? 54 : 20;
  add_need (add_service (portfolio, values, G_N_ELEMENTS (values)), people, CAPACITY_REQUEST_ALL, 1);
  assessment = capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);
  g_assert_cmpint (resource_at (assessment, 0)->verdict, ==, CAPACITY_VERDICT_EXCESSIVE);
  g_assert_cmpint (resource_at (assessment, 0)->saving, ==, -1);

  people->annual_cost = 1000000;
  g_clear_pointer (&assessment, capacity_assessment_unref);
  assessment = capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);
  result = resource_at (assessment, 0);
  assert_near (result->modes[CAPACITY_MODE_PEAK].demand, 54);
  g_assert_cmpfloat_with_epsilon ((double) result->saving, 1000000 * (1 - 0.54 / 0.85), 1);

  ((CapacityLimit *) people->limits->pdata[0])->value = 60;
  g_clear_pointer (&assessment, capacity_assessment_unref);
  assessment = capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);
  g_assert_cmpint (resource_at (assessment, 0)->saving, <=, 0);
}

static CapacityKnownEvent *
add_event (GPtrArray   *events,
           CapacityDate from,
           CapacityDate until,
           double       share,
           double       cases)
{
  CapacityKnownEvent *event = capacity_known_event_new (CAPACITY_KNOWN_EVENT_LAW, "Likums", from, until);

  event->share = share;
  event->cases = cases;
  g_ptr_array_add (events, event);

  return event;
}

/* A law brings 30 % more from 1 July, a campaign 100 cases in each of two months, half of the second; what began on the
 * last measured day is taken out of that month and goes on. */
static void
test_events (void)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  g_autoptr (CapacityAssessment) assessment = NULL;
  g_autoptr (GPtrArray) foreseen = NULL;
  CapacityService *service = add_growing (portfolio, 1000, 0, 48);
  const CapacityServiceAssessment *result;
  guint july, april;

  add_limit (service->limits, CAPACITY_MODE_REGULAR, 1400);
  add_event (service->events, capacity_date_from_ymd (2027, 7, 1), CAPACITY_DATE_NONE, 0.3, NAN);
  add_event (service->events, capacity_date_from_ymd (2026, 10, 31), CAPACITY_DATE_NONE, 0.1, NAN);
  add_event (portfolio->events, capacity_date_from_ymd (2027, 3, 1), capacity_date_from_ymd (2027, 4, 15), NAN, 100);
  assessment = capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);
  result = service_at (assessment, 0);
  july = (guint) (capacity_month (2027, 7).index - result->plain->first);
  april = (guint) (capacity_month (2027, 4).index - result->plain->first);
  assert_near (result->forecast->median[july - 1], result->plain->median[july - 1] * 1.1);
  assert_near (result->forecast->median[july], result->plain->median[july] * 1.4);
  assert_near (result->forecast->high80[july], result->plain->high80[july] * 1.4);
  assert_near (result->forecast->median[april], result->plain->median[april] * 1.1 + 50);
  assert_near (result->forecast->median[april - 1], result->plain->median[april - 1] * 1.1 + 100);
  g_assert_cmpint (result->exhaustion.state, ==, CAPACITY_EXHAUSTION_WITHIN);
  foreseen = capacity_assessment_list_foreseen (assessment, result);
  g_assert_cmpuint (foreseen->len, ==, 3);
  g_assert_true (((CapacityForeseen *) foreseen->pdata[2])->is_common);
  assert_near (((CapacityForeseen *) foreseen->pdata[0])->cases[july], result->plain->median[july] * 0.3);
}

/* A recipient gives notice of 250 cases a month from 1 May; a law that brings a tenth more from the same day is of the
 * measurements alone. Each is kept with its own day and cases; what it needs of people is laid on top too, and whoever
 * withdraws the notice has the forecast of before. */
static void
test_notice (void)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  g_autoptr (CapacityAssessment) before = NULL, noticed = NULL, withdrawn = NULL;
  g_autoptr (GPtrArray) foreseen = NULL;
  CapacityResource *people = add_resource (portfolio, 4000);
  CapacityService *service = add_growing (portfolio, 1000, 0, 48);
  CapacityKnownEvent *notice;
  const CapacityServiceAssessment *plain, *result;
  const CapacityForeseen *law, *told;
  guint may, place;

  add_need (service, people, CAPACITY_REQUEST_ALL, 2);
  add_event (service->events, capacity_date_from_ymd (2027, 5, 1), CAPACITY_DATE_NONE, 0.1, NAN);
  before = capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);
  plain = service_at (before, 0);
  notice = add_event (service->events, capacity_date_from_ymd (2027, 5, 1), CAPACITY_DATE_NONE, NAN, 250);
  notice->kind = CAPACITY_KNOWN_EVENT_NOTICE;
  noticed = capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);
  result = service_at (noticed, 0);
  may = (guint) (capacity_month (2027, 5).index - result->plain->first);
  place = (guint) (capacity_month (2027, 5).index - resource_at (noticed, 0)->first);
  for (guint i = 0; i < result->forecast->horizon; i++)
    {
      assert_near (result->plain->median[i], plain->plain->median[i]);
      assert_near (result->forecast->median[i], result->plain->median[i] * (i < may ? 1 : 1.1) + (i < may ? 0 : 250));
      assert_near (result->forecast->high80[i] - plain->forecast->high80[i], i < may ? 0 : 250);
    }
  assert_near (resource_at (noticed, 0)->loads[place - 1], resource_at (before, 0)->loads[place - 1]);
  assert_near (resource_at (noticed, 0)->loads[place], resource_at (before, 0)->loads[place] + 500);

  foreseen = capacity_assessment_list_foreseen (noticed, result);
  law = foreseen->pdata[0];
  told = foreseen->pdata[1];
  g_assert_cmpint (told->event->kind, ==, CAPACITY_KNOWN_EVENT_NOTICE);
  g_assert_cmpint (told->event->from, ==, capacity_date_from_ymd (2027, 5, 1));
  assert_near (told->cases[may - 1], 0);
  assert_near (told->cases[may], 250);
  assert_near (law->cases[may], 0.1 * result->plain->median[may]);

  g_clear_pointer (&foreseen, g_ptr_array_unref);
  g_ptr_array_remove (service->events, notice);
  withdrawn = capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);
  for (guint i = 0; i < plain->forecast->horizon; i++)
    assert_near (service_at (withdrawn, 0)->forecast->median[i], plain->forecast->median[i]);
}

/* A counter with three places is used by 83 %, which would suffice; but the turn comes within a quarter of an hour for
 * fewer than nine in ten. With one place more it does. The promise is of ordinary days, not of the peaks. */
static void
test_promise (void)
{
  const double posts[] = { 3, 4 };

  for (guint i = 0; i < G_N_ELEMENTS (posts); i++)
    {
      g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
      g_autoptr (CapacityAssessment) assessment = NULL;
      CapacityResource *counter = add_resource (portfolio, NAN);
      const CapacityResourceAssessment *result;

      counter->posts = posts[i];
      counter->target = 0.9;
      counter->open_hours = 8;
      counter->wait_minutes = 15;
      counter->wait_share = 0.9;
      add_need (add_growing (portfolio, 1600, 0, 36), counter, CAPACITY_REQUEST_ALL, 0.25);
      assessment = capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);
      result = resource_at (assessment, 0);
      assert_near (result->visits, service_at (assessment, 0)->modes[CAPACITY_MODE_REGULAR].demand);
      assert_near (result->utilisation, result->visits / 4 / (posts[i] * 160));
      g_assert_cmpint (result->modes[CAPACITY_MODE_REGULAR].verdict, ==,
                       i == 0 ? CAPACITY_VERDICT_INSUFFICIENT : CAPACITY_VERDICT_SUFFICIENT);
      g_assert_cmpint (result->modes[CAPACITY_MODE_REGULAR].reason, ==,
                       i == 0 ? CAPACITY_REASON_LATE : CAPACITY_REASON_WITHIN_TARGET);
      g_assert_cmpint (result->modes[CAPACITY_MODE_PEAK].verdict, ==, CAPACITY_VERDICT_SUFFICIENT);
      g_assert_cmpint (result->verdict, ==, i == 0 ? CAPACITY_VERDICT_INSUFFICIENT : CAPACITY_VERDICT_SUFFICIENT);
    }
}

static void
assert_same (const CapacityAssessment *a,
             const CapacityAssessment *b)
{
  g_assert_cmpuint (a->services->len, ==, b->services->len);
  for (guint i = 0; i < a->services->len; i++)
    {
      const CapacityServiceAssessment *x = service_at (a, i);
      const CapacityServiceAssessment *y = service_at (b, i);

      g_assert_true (x->service == y->service);
      g_assert_cmpint (x->overall, ==, y->overall);
      g_assert_cmpint (x->exhaustion.likely, ==, y->exhaustion.likely);
      g_assert_cmpmem (x->limits_regular, x->n_limits * 2 * sizeof (double), y->limits_regular,
                       y->n_limits * 2 * sizeof (double));
      g_assert_true (capacity_id_equal (&x->binding, &y->binding));
      for (guint mode = 0; mode < CAPACITY_N_MODES; mode++)
        {
          assert_near (x->modes[mode].demand, y->modes[mode].demand);
          assert_near (x->modes[mode].utilisation, y->modes[mode].utilisation);
          g_assert_cmpint (x->modes[mode].reason, ==, y->modes[mode].reason);
        }
    }
  for (guint i = 0; i < a->resources->len; i++)
    {
      assert_near (resource_at (a, i)->load, resource_at (b, i)->load);
      g_assert_cmpint (resource_at (a, i)->verdict, ==, resource_at (b, i)->verdict);
      g_assert_cmpmem (resource_at (a, i)->loads, resource_at (a, i)->n_months * sizeof (double),
                       resource_at (b, i)->loads, resource_at (b, i)->n_months * sizeof (double));
    }
  g_assert_cmpmem (a->n_by_verdict, sizeof a->n_by_verdict, b->n_by_verdict, sizeof b->n_by_verdict);
}

/* The snapshot after a change: the same parts but for one. */
static CapacityPortfolio *
next_snapshot (const CapacityPortfolio *portfolio)
{
  CapacityPortfolio *next = capacity_portfolio_new ();

  next->institution = portfolio->institution;
  next->institution.name = g_strdup (portfolio->institution.name);
  next->institution.registration_number = g_strdup (portfolio->institution.registration_number);
  capacity_calendar_unref (next->calendar);
  next->calendar = capacity_calendar_ref (portfolio->calendar);
  for (guint i = 0; i < portfolio->events->len; i++)
    g_ptr_array_add (next->events, capacity_known_event_copy (portfolio->events->pdata[i]));
  for (guint i = 0; i < portfolio->services->len; i++)
    g_ptr_array_add (next->services, capacity_service_ref (portfolio->services->pdata[i]));
  for (guint i = 0; i < portfolio->resources->len; i++)
    g_ptr_array_add (next->resources, capacity_resource_ref (portfolio->resources->pdata[i]));

  return next;
}

static void
replace_service (CapacityPortfolio *portfolio,
                 guint              i,
                 CapacityService   *service)
{
  capacity_service_unref (portfolio->services->pdata[i]);
  portfolio->services->pdata[i] = service;
}

static CapacityPortfolio *
random_portfolio (GRand *random)
{
  CapacityPortfolio *portfolio = capacity_portfolio_new ();

  for (guint i = 0; i < 5; i++)
    add_resource (portfolio, i == 4 ? NAN : g_rand_double_range (random, 500, 5000))->sharing = i % 3;
  for (guint i = 0; i < 80; i++)
    {
      CapacityService *service = add_growing (portfolio, g_rand_double_range (random, 50, 500),
                                              g_rand_double_range (random, -1, 3),
                                              (guint) g_rand_int_range (random, 1, 60));

      if (i % 3 == 0)
        {
          add_limit (service->limits, CAPACITY_MODE_REGULAR, g_rand_double_range (random, 100, 900));
          if (i % 2 == 0)
            ((CapacityLimit *) service->limits->pdata[0])->from = capacity_date_from_ymd (2027, 3, 1);
        }
      for (guint j = 0; j < 5; j++)
        if (g_rand_boolean (random))
          {
            add_need (service, portfolio->resources->pdata[j], CAPACITY_REQUEST_ALL,
                      g_rand_double_range (random, 0.1, 2));
            if (g_rand_boolean (random))
              allocate (service, portfolio->resources->pdata[j], g_rand_double_range (random, 0, 0.1), (int) i % 9);
          }
    }

  return portfolio;
}

/* Where nothing was given, what limits a service is its capacity; where something was, that is. */
static void
test_bottleneck_is_capacity (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  g_autoptr (CapacityPortfolio) portfolio = random_portfolio (random);
  g_autoptr (CapacityAssessment) assessment = capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);

  for (guint i = 0; i < assessment->services->len; i++)
    {
      const CapacityServiceAssessment *service = service_at (assessment, i);
      g_autoptr (GArray) list = capacity_bottleneck_list (assessment, service);

      g_assert_true ((list->len > 0) == (service->service->needs->len > 0));
      for (guint j = 0; j < list->len; j++)
        {
          const CapacityBottleneck *bottleneck = &g_array_index (list, CapacityBottleneck, j);
          double capacity = service->limits_regular[bottleneck->month - service->limit_first];

          assert_near (isnan (bottleneck->given) ? bottleneck->allowed : bottleneck->given, capacity);
          g_assert_true ((bottleneck->resource == NULL) == isnan (bottleneck->allowed));
        }
      if (list->len > 0 && !capacity_id_is_none (&service->binding))
        g_assert_true (capacity_id_equal (&g_array_index (list, CapacityBottleneck, 0).resource->resource->id,
                                          &service->binding));
    }
}

/* Whatever changes, taking over from before gives what a cold run gives. */
static void
test_again (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (CapacityForecastCache) cache = capacity_forecast_cache_new ();
  g_autoptr (CapacityPortfolio) portfolio = random_portfolio (random);
  g_autoptr (CapacityAssessment) assessment = capacity_assess (portfolio, AS_OF, NULL, cache, NULL);

  for (guint round = 0; round < 40; round++)
    {
      CapacityPortfolio *next = next_snapshot (portfolio);
      guint i = (guint) g_rand_int_range (random, 0, (int) next->services->len);
      g_autoptr (CapacityAssessment) cold = NULL;
      CapacityAssessment *warm;

      switch (round % 8)
        {
        case 0:
          replace_service (next, i, capacity_service_copy (next->services->pdata[i]));
          g_ptr_array_set_size (((CapacityService *) next->services->pdata[i])->limits, 0);
          break;
        case 1:
          g_ptr_array_remove_index (next->services, i);
          break;
        case 2:
          add_need (add_growing (next, 300, 1, 40), next->resources->pdata[1], CAPACITY_REQUEST_ALL, 1);
          break;
        case 3:
          capacity_resource_unref (next->resources->pdata[2]);
          g_ptr_array_remove_index (next->resources, 3);
          next->resources->pdata[2] = capacity_resource_new ();
          break;
        case 4:
          add_resource (next, 4000);
          break;
        case 5:
          next->institution.low = 0.4 + round * 0.001;
          break;
        case 6:
          next->institution.horizon_months = 24 + (int) round;
          break;
        default:
          add_event (next->events, capacity_date_from_ymd (round % 16 < 8 ? 2026 : 2027, 5, 5), CAPACITY_DATE_NONE,
                     0.01 * round, NAN);
          break;
        }
      warm = capacity_assess (next, AS_OF, assessment, cache, NULL);
      cold = capacity_assess (next, AS_OF, NULL, NULL, NULL);
      assert_same (warm, cold);
      capacity_assessment_unref (assessment);
      assessment = warm;
      capacity_portfolio_unref (portfolio);
      portfolio = next;
    }
}

static void
test_shares_parts (void)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  g_autoptr (CapacityPortfolio) next = NULL;
  g_autoptr (CapacityAssessment) before = NULL;
  g_autoptr (CapacityAssessment) after = NULL;
  CapacityService *changed;

  add_growing (portfolio, 100, 1, 40);
  add_growing (portfolio, 200, 1, 40);
  before = capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);
  next = next_snapshot (portfolio);
  changed = capacity_service_copy (next->services->pdata[1]);
  add_limit (changed->limits, CAPACITY_MODE_REGULAR, 400);
  replace_service (next, 1, changed);
  after = capacity_assess (next, AS_OF, before, NULL, NULL);
  g_assert_true (service_at (before, 0) == service_at (after, 0));
  g_assert_true (service_at (before, 1) != service_at (after, 1));
  g_assert_true (capacity_assessment_get_service (after, &changed->id) == service_at (after, 1));
  g_assert_null (capacity_assessment_get_service (after, &CAPACITY_ID_NONE));
  g_assert_null (capacity_assessment_get_resource (after, &CAPACITY_ID_NONE));
}

static void
test_cancelled (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  g_autoptr (CapacityPortfolio) portfolio = random_portfolio (random);
  const gint is_cancelled = 1;

  g_assert_null (capacity_assess (portfolio, AS_OF, NULL, NULL, &is_cancelled));
}

/* Scaling volumes and capacity together leaves every share and date as it is. */
static void
test_scaling (void)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  g_autoptr (CapacityAssessment) assessment = NULL;
  double values[48];
  double scaled[48];

  for (guint i = 0; i < 48; i++)
    {
      values[i] = 100 + 2 * i + i % 5;
      scaled[i] = 8 * values[i];
    }
  add_limit (add_service (portfolio, values, 48)->limits, CAPACITY_MODE_REGULAR, 250);
  add_limit (add_service (portfolio, scaled, 48)->limits, CAPACITY_MODE_REGULAR, 2000);
  assessment = capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);
  for (guint mode = 0; mode < 2; mode++)
    assert_near (service_at (assessment, 0)->modes[mode].utilisation,
                 service_at (assessment, 1)->modes[mode].utilisation);
  g_assert_cmpint (service_at (assessment, 0)->overall, ==, service_at (assessment, 1)->overall);
  assert_near (service_at (assessment, 0)->trend.per_year, service_at (assessment, 1)->trend.per_year);
}

/* Limits with days and weeks follow the calendar, as core says them month by month. */
static void
test_limits (void)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  g_autoptr (CapacityAssessment) assessment = NULL;
  const CapacityPeriodKind kinds[] = { CAPACITY_PERIOD_HOUR, CAPACITY_PERIOD_DAY, CAPACITY_PERIOD_WEEK,
                                       CAPACITY_PERIOD_YEAR };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      CapacityService *service = add_growing (portfolio, 1000, 0, 60);

      g_ptr_array_add (service->limits,
                       capacity_limit_new (CAPACITY_MODE_REGULAR, 55, kinds[i], CAPACITY_DATE_NONE,
                                                            capacity_date_from_ymd (2027, 5, 31)));
      g_ptr_array_add (service->limits, capacity_limit_new (CAPACITY_MODE_REGULAR, 70, kinds[i],
                                                            capacity_date_from_ymd (2025, 3, 15),
                                                            CAPACITY_DATE_NONE));
      g_ptr_array_add (service->limits, capacity_limit_new (CAPACITY_MODE_PEAK, 90, kinds[(i + 1) % 3],
                                                            capacity_date_from_ymd (2024, 1, 1),
                                                            capacity_date_from_ymd (2026, 2, 10)));
    }
  assessment = capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);
  for (guint i = 0; i < assessment->services->len; i++)
    {
      const CapacityServiceAssessment *s = service_at (assessment, i);

      for (guint j = 0; j < s->n_limits; j++)
        {
          CapacityPeriod month = { CAPACITY_PERIOD_MONTH, s->limit_first + (int) j };

          assert_near (s->limits_regular[j],
                       capacity_limits_at (s->service->limits, CAPACITY_MODE_REGULAR, month,
                                           portfolio->calendar, portfolio->institution.day_hours));
          assert_near (s->limits_peak[j],
                       capacity_limits_at (s->service->limits, CAPACITY_MODE_PEAK, month,
                                           portfolio->calendar, portfolio->institution.day_hours));
        }
    }
}

static void
add_channel_need (CapacityService        *service,
                  const CapacityResource *resource,
                  const char             *channel,
                  double                  amount)
{
  add_need (service, resource, CAPACITY_REQUEST_ALL, amount);
  g_set_str (&((CapacityNeed *) service->needs->pdata[service->needs->len - 1])->channel, channel);
}

/* K11: 240 000 € a year for 1000 hours a month are 20 € an hour; half an hour at the counter is 10 €, a fifth of one by
 * e-mail 4 €, and of 300 cases at the counter and 100 by e-mail one is (300 · 10 + 100 · 4) / 400 = 8.50 € on average. */
static void
test_case_cost (void)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  g_autoptr (CapacityAssessment) assessment = NULL;
  g_autoptr (GArray) channels = NULL;
  CapacityService *service = add_service (portfolio, NULL, 0);
  CapacityResource *people = add_resource (portfolio, 1000);
  CapacityResource *system = add_resource (portfolio, 5000);
  double counter[12], mail[12];
  gboolean is_least;

  for (guint i = 0; i < 12; i++)
    {
      counter[i] = 300;
      mail[i] = 100;
    }
  capacity_service_take_volume (service, CAPACITY_REQUEST_ALL, "Counter", CAPACITY_MEASURE_ARRIVALS,
                                capacity_series_new (CAPACITY_PERIOD_MONTH, capacity_month (2025, 11).index, counter, 12),
                                NULL);
  capacity_service_take_volume (service, CAPACITY_REQUEST_ALL, "E-mail", CAPACITY_MEASURE_ARRIVALS,
                                capacity_series_new (CAPACITY_PERIOD_MONTH, capacity_month (2025, 11).index, mail, 12),
                                NULL);
  people->annual_cost = 24000000;
  add_channel_need (service, people, "Counter", 0.5);
  add_channel_need (service, people, "E-mail", 0.2);
  assessment = capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);
  assert_near (capacity_case_cost (assessment, service_at (assessment, 0), &is_least), 850);
  g_assert_false (is_least);
  channels = capacity_case_cost_by_channel (assessment, service_at (assessment, 0));
  g_assert_cmpuint (channels->len, ==, 2);
  g_assert_cmpstr (g_array_index (channels, CapacityChannelCost, 0).channel, ==, "Counter");
  assert_near (g_array_index (channels, CapacityChannelCost, 0).cost, 1000);
  assert_near (g_array_index (channels, CapacityChannelCost, 1).cost, 400);

  add_need (service, system, CAPACITY_REQUEST_ALL, 1);
  g_clear_pointer (&assessment, capacity_assessment_unref);
  assessment = capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);
  assert_near (capacity_case_cost (assessment, service_at (assessment, 0), &is_least), 850);
  g_assert_true (is_least);

  people->annual_cost = -1;
  g_clear_pointer (&assessment, capacity_assessment_unref);
  assessment = capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);
  g_assert_true (isnan (capacity_case_cost (assessment, service_at (assessment, 0), &is_least)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/assess/nothing", test_nothing);
  g_test_add_func ("/assess/verdicts", test_verdicts);
  g_test_add_func ("/assess/peak", test_peak);
  g_test_add_func ("/assess/short-month", test_short_month);
  g_test_add_func ("/assess/short-months", test_short_months);
  g_test_add_func ("/assess/exhaustion", test_exhaustion);
  g_test_add_func ("/assess/old-data", test_old_data);
  g_test_add_func ("/assess/old-queue", test_old_queue);
  g_test_add_func ("/assess/old-load", test_old_load);
  g_test_add_func ("/assess/unfinished-month", test_unfinished_month);
  g_test_add_func ("/assess/queue", test_queue);
  g_test_add_func ("/assess/term", test_term);
  g_test_add_func ("/assess/case-cost", test_case_cost);
  g_test_add_func ("/assess/resources", test_resources);
  g_test_add_func ("/assess/shared-load", test_shared_load);
  g_test_add_func ("/assess/expired-limit", test_expired_limit);
  g_test_add_func ("/assess/later-limit", test_later_limit);
  g_test_add_func ("/assess/kinds", test_kinds);
  g_test_add_func ("/assess/untold-kinds", test_untold_kinds);
  g_test_add_func ("/assess/sharing", test_sharing);
  g_test_add_func ("/assess/bottleneck", test_bottleneck);
  g_test_add_func ("/assess/bottleneck-is-capacity", test_bottleneck_is_capacity);
  g_test_add_func ("/assess/shared-bottleneck", test_shared_bottleneck);
  g_test_add_func ("/assess/contradiction", test_contradiction);
  g_test_add_func ("/assess/channels", test_channels);
  g_test_add_func ("/assess/availability", test_availability);
  g_test_add_func ("/assess/posts-of-others", test_posts_of_others);
  g_test_add_func ("/assess/saving", test_saving);
  g_test_add_func ("/assess/events", test_events);
  g_test_add_func ("/assess/notice", test_notice);
  g_test_add_func ("/assess/promise", test_promise);
  g_test_add_func ("/assess/limits", test_limits);
  g_test_add_func ("/assess/again", test_again);
  g_test_add_func ("/assess/shares-parts", test_shares_parts);
  g_test_add_func ("/assess/cancelled", test_cancelled);
  g_test_add_func ("/assess/scaling", test_scaling);

  return g_test_run ();
}
