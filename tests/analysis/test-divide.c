/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-assessment.h"
#include "capacity-divide.h"
#include "capacity-mix.h"
#include "capacity-quality.h"
#include "capacity-statistics.h"

#include <math.h>

#define AS_OF capacity_date_from_ymd (2026, 11, 23)
#define END (2026 * 12 + 10)

/* Working days of the first three months of 2026: 21, 20 and 22, of 63 in all. */
#define JANUARY (2026 * 12)
#define FIRST_QUARTER (2026 * 4)

static void
take (CapacityService    *service,
      CapacityPeriodKind  kind,
      int                 first,
      const double       *values,
      guint               n)
{
  capacity_service_take_volume (service, CAPACITY_REQUEST_ALL, NULL, CAPACITY_MEASURE_ARRIVALS,
                                capacity_series_new (kind, first, values, n), NULL);
}

static CapacitySeries *
divide (const CapacityService *service,
        GArray               **divisions)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  g_autoptr (CapacitySeries) months = capacity_service_dup_total (service, CAPACITY_MEASURE_ARRIVALS, CAPACITY_PERIOD_MONTH);

  return capacity_divide_fill (months, service, CAPACITY_MEASURE_ARRIVALS, portfolio->calendar, END, divisions);
}

static void
assert_near (double value,
             double expected)
{
  if (isnan (expected))
    g_assert_true (isnan (value));
  else
    g_assert_cmpfloat_with_epsilon (value, expected, 1e-9 * MAX (1, fabs (expected)));
}

static void
assert_months (const CapacityService *service,
               int                    first,
               const double          *expected,
               guint                  n)
{
  g_autoptr (GArray) divisions = NULL;
  g_autoptr (CapacitySeries) months = divide (service, &divisions);

  for (guint i = 0; i < n; i++)
    assert_near (capacity_series_at (months, first + (int) i), expected[i]);
}

static void
test_working_days (void)
{
  g_autoptr (CapacityService) service = capacity_service_new ();
  g_autoptr (GArray) divisions = NULL;
  g_autoptr (CapacitySeries) months = NULL;

  take (service, CAPACITY_PERIOD_QUARTER, FIRST_QUARTER, (double[]){ 630, NAN, 0 }, 3);
  months = divide (service, &divisions);
  assert_months (service, JANUARY - 1, (double[]){ NAN, 210, 200, 220, NAN, NAN, NAN, 0, 0, 0, NAN }, 11);
  g_assert_cmpuint (divisions->len, ==, 2);
  g_assert_cmpint (g_array_index (divisions, CapacityDivision, 0).first, ==, JANUARY);
  g_assert_cmpuint (g_array_index (divisions, CapacityDivision, 0).n, ==, 3);
  g_assert_cmpint (capacity_divide_kind_at (divisions, JANUARY + 2), ==, CAPACITY_PERIOD_QUARTER);
  g_assert_cmpint (capacity_divide_kind_at (divisions, JANUARY + 3), ==, CAPACITY_PERIOD_MONTH);
}

/* A month that was counted stays; the others have what is left of the quarter, if it is not less than nothing. */
static void
test_known_months (void)
{
  g_autoptr (CapacityService) service = capacity_service_new ();
  g_autoptr (CapacityService) whole = capacity_service_new ();
  g_autoptr (CapacityService) more = capacity_service_new ();

  take (service, CAPACITY_PERIOD_QUARTER, FIRST_QUARTER, (double[]){ 630 }, 1);
  take (service, CAPACITY_PERIOD_MONTH, JANUARY, (double[]){ 210 + 21 }, 1);
  assert_months (service, JANUARY, (double[]){ 231, 190, 209 }, 3);

  take (whole, CAPACITY_PERIOD_QUARTER, FIRST_QUARTER, (double[]){ 630 }, 1);
  take (whole, CAPACITY_PERIOD_MONTH, JANUARY, (double[]){ 100, 110, 120 }, 3);
  assert_months (whole, JANUARY, (double[]){ 100, 110, 120 }, 3);

  take (more, CAPACITY_PERIOD_QUARTER, FIRST_QUARTER, (double[]){ 630 }, 1);
  take (more, CAPACITY_PERIOD_MONTH, JANUARY, (double[]){ 700 }, 1);
  assert_months (more, JANUARY, (double[]){ 700, NAN, NAN }, 3);
}

/* Quarters lead where there are years too. A quarter and a year that are not over do not count. */
static void
test_quarters_and_years (void)
{
  g_autoptr (CapacityService) service = capacity_service_new ();
  g_autoptr (GArray) divisions = NULL;
  g_autoptr (CapacitySeries) months = NULL;
  guint n_missing;

  take (service, CAPACITY_PERIOD_YEAR, 2024, (double[]){ 2400, 2000, 900 }, 3);
  take (service, CAPACITY_PERIOD_QUARTER, 2025 * 4, (double[]){ 300, 400, NAN, NAN, 500, 510, 520, 90 }, 8);
  months = divide (service, &divisions);
  assert_near (capacity_series_sum (months, 2024 * 12, 12, NULL), 2400);
  assert_near (capacity_series_sum (months, 2025 * 12, 3, NULL), 300);
  assert_near (capacity_series_sum (months, 2025 * 12 + 6, 6, NULL), 1300);
  assert_near (capacity_series_sum (months, 2026 * 12, 12, &n_missing), 1530);
  g_assert_cmpuint (n_missing, ==, 3);
  g_assert_cmpuint (divisions->len, ==, 4);
  for (guint i = 1; i < divisions->len; i++)
    g_assert_cmpint (g_array_index (divisions, CapacityDivision, i - 1).first, <,
                     g_array_index (divisions, CapacityDivision, i).first);
  g_assert_cmpint (capacity_divide_kind_at (divisions, 2025 * 12 + 6), ==, CAPACITY_PERIOD_YEAR);
}

/* The whole and its parts, counted by the quarter, are not counted twice; months by kind are the whole of theirs. */
static void
test_parts (void)
{
  g_autoptr (CapacityService) service = capacity_service_new ();
  g_autoptr (GArray) mix = NULL;

  take (service, CAPACITY_PERIOD_QUARTER, FIRST_QUARTER, (double[]){ 630 }, 1);
  capacity_service_take_volume (service, CAPACITY_REQUEST_SERVICE, NULL, CAPACITY_MEASURE_ARRIVALS,
                                capacity_series_new (CAPACITY_PERIOD_QUARTER, FIRST_QUARTER, (double[]){ 420 }, 1), NULL);
  capacity_service_take_volume (service, CAPACITY_REQUEST_INCIDENT, NULL, CAPACITY_MEASURE_ARRIVALS,
                                capacity_series_new (CAPACITY_PERIOD_QUARTER, FIRST_QUARTER, (double[]){ 210 }, 1), NULL);
  assert_months (service, JANUARY, (double[]){ 210, 200, 220 }, 3);
  mix = capacity_mix_of (service, JANUARY + 2);
  g_assert_cmpuint (mix->len, ==, 2);
  assert_near (g_array_index (mix, CapacityMixPart, 0).cases, 420);

  capacity_service_take_volume (service, CAPACITY_REQUEST_SERVICE, NULL, CAPACITY_MEASURE_ARRIVALS,
                                capacity_series_new (CAPACITY_PERIOD_MONTH, JANUARY, (double[]){ 400, 100, 90 }, 3), NULL);
  assert_months (service, JANUARY, (double[]){ 400, 100, 90 }, 3);
}

/* Whatever was counted by whatever periods: known months stay as they are, a divided period sums to what it counts, and what
 * months are added changes only the periods they lie in. */
static void
test_properties (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (18);

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (CapacityService) service = capacity_service_new ();
      g_autoptr (CapacitySeries) before = NULL;
      g_autoptr (CapacitySeries) after = NULL;
      g_autoptr (GArray) divisions = NULL;
      g_autoptr (GArray) later = NULL;
      double quarters[12], months[36];
      int added = g_rand_int_range (random, 0, 36);

      for (guint i = 0; i < 12; i++)
        quarters[i] = g_rand_int_range (random, 0, 4) == 0 ? NAN : g_rand_int_range (random, 300, 1000);
      for (guint i = 0; i < 36; i++)
        months[i] = g_rand_int_range (random, 0, 3) > 0 ? NAN : g_rand_int_range (random, 0, 100);
      months[added] = NAN;
      take (service, CAPACITY_PERIOD_QUARTER, 2022 * 4, quarters, 12);
      take (service, CAPACITY_PERIOD_MONTH, 2022 * 12, months, 36);
      before = divide (service, &divisions);
      for (guint i = 0; i < 36; i++)
        if (!isnan (months[i]))
          assert_near (capacity_series_at (before, 2022 * 12 + (int) i), months[i]);
      for (guint i = 0; i < 12; i++)
        {
          guint n_missing;
          double sum = capacity_series_sum (before, 2022 * 12 + 3 * (int) i, 3, &n_missing);

          if (!isnan (quarters[i]) && capacity_n_measured (months + 3 * i, 3) < 3)
            {
              g_assert_cmpuint (n_missing, ==, 0);
              assert_near (sum, quarters[i]);
            }
        }

      months[added] = 50;
      g_ptr_array_set_size (service->volumes, 1);
      take (service, CAPACITY_PERIOD_MONTH, 2022 * 12, months, 36);
      after = divide (service, &later);
      for (int i = 0; i < 36; i++)
        if (i / 3 != added / 3)
          assert_near (capacity_series_at (after, 2022 * 12 + i), capacity_series_at (before, 2022 * 12 + i));
    }
}

/* A service of which @n periods up to that of the assessment were counted, around @level a month with some growth. */
static CapacityService *
add_service (CapacityPortfolio *portfolio,
             CapacityPeriodKind kind,
             int                end,
             guint              n,
             double             level)
{
  CapacityService *service = capacity_service_new ();
  g_autofree double *values = g_new (double, n);
  guint length = capacity_period_kind_months (kind);

  for (guint i = 0; i < n; i++)
    values[i] = round (level * length * (1 + 0.02 * i * length / 12 + 0.01 * sin (i * 12.9898)));
  take (service, kind, end - (int) n, values, n);
  g_ptr_array_add (service->limits, capacity_limit_new (CAPACITY_MODE_REGULAR, 4 * level, CAPACITY_PERIOD_MONTH,
                                                        CAPACITY_DATE_NONE, CAPACITY_DATE_NONE));
  g_ptr_array_add (portfolio->services, service);

  return service;
}

static const CapacityServiceAssessment *
service_at (const CapacityAssessment *assessment,
            guint                     i)
{
  return assessment->services->pdata[i];
}

static void
test_assess_quarters (void)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  g_autoptr (CapacityForecastCache) cache = capacity_forecast_cache_new ();
  g_autoptr (CapacityAssessment) assessment = NULL;
  g_autoptr (CapacityAssessment) again = NULL;
  g_autoptr (CapacityForecast) quarters = NULL;
  CapacityService *service = add_service (portfolio, CAPACITY_PERIOD_QUARTER, 2026 * 4 + 3, 20, 100);
  const CapacitySeries *counted = ((CapacityVolume *) service->volumes->pdata[0])->series;
  const CapacityServiceAssessment *self;

  assessment = capacity_assess (portfolio, AS_OF, NULL, cache, NULL);
  self = service_at (assessment, 0);
  g_assert_cmpint (self->overall, ==, CAPACITY_VERDICT_EXCESSIVE);
  g_assert_cmpuint (self->demand->n, ==, 60);
  g_assert_cmpint (self->counted->kind, ==, CAPACITY_PERIOD_QUARTER);
  g_assert_cmpuint (self->counted->n, ==, 20);
  assert_near (self->counted->values[7], counted->values[7]);
  assert_near (self->last12, capacity_series_sum (counted, 2025 * 4 + 3, 4, NULL));
  g_assert_cmpuint (self->quality.n_periods, ==, 20);
  g_assert_false (self->quality.is_stale);
  g_assert_true (self->trend.is_certain);
  g_assert_cmpfloat_with_epsilon (self->trend.per_year, 0.02, 0.005);

  /* The quarters are forecast, and divided. */
  quarters = capacity_forecast_new (self->counted, portfolio->calendar, NULL, 12);
  g_assert_cmpint (self->forecast->outcome, ==, CAPACITY_FORECAST_OK);
  g_assert_cmpint (self->forecast->kind, ==, CAPACITY_PERIOD_MONTH);
  g_assert_cmpint (self->forecast->counted, ==, CAPACITY_PERIOD_QUARTER);
  g_assert_cmpint (self->forecast->first, ==, 2026 * 12 + 9);
  g_assert_cmpuint (self->forecast->n_used, ==, 20);
  for (guint i = 0; i + 2 < self->forecast->horizon; i += 3)
    {
      const double *median = self->forecast->median + i, *high = self->forecast->high95 + i;

      g_assert_cmpfloat_with_epsilon (median[0] + median[1] + median[2], quarters->median[i / 3], 1e-6);
      g_assert_cmpfloat_with_epsilon (high[0] + high[1] + high[2], quarters->high95[i / 3], 1e-6);
    }

  again = capacity_assess (portfolio, AS_OF, NULL, cache, NULL);
  for (guint i = 0; i < self->forecast->horizon; i++)
    g_assert_cmpfloat (service_at (again, 0)->forecast->median[i], ==, self->forecast->median[i]);
}

/* What was counted decides, not the months made of it: five quarters are no six measurements, and two years no trend. */
static void
test_assess_few (void)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  g_autoptr (CapacityAssessment) assessment = NULL;

  add_service (portfolio, CAPACITY_PERIOD_QUARTER, 2026 * 4 + 3, 5, 100);
  add_service (portfolio, CAPACITY_PERIOD_YEAR, 2026, 5, 100);
  add_service (portfolio, CAPACITY_PERIOD_YEAR, 2026, 8, 100);
  add_service (portfolio, CAPACITY_PERIOD_YEAR, 2025, 12, 100);
  assessment = capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);
  for (guint i = 0; i < 2; i++)
    {
      const CapacityServiceAssessment *self = service_at (assessment, i);

      g_assert_cmpint (self->forecast->outcome, ==, CAPACITY_FORECAST_TOO_SHORT);
      g_assert_cmpuint (self->forecast->horizon, ==, 0);
      g_assert_cmpint (self->modes[CAPACITY_MODE_REGULAR].verdict, ==, CAPACITY_VERDICT_EXCESSIVE);
      g_assert_cmpint (self->modes[CAPACITY_MODE_LONG_TERM].reason, ==, CAPACITY_REASON_NO_FORECAST);
      g_assert_false (self->trend.is_known);
    }
  g_assert_cmpint (service_at (assessment, 2)->forecast->outcome, ==, CAPACITY_FORECAST_OK);
  g_assert_cmpint (service_at (assessment, 2)->forecast->method, ==, CAPACITY_METHOD_LEVEL);
  g_assert_false (service_at (assessment, 2)->quality.is_stale);
  g_assert_true (service_at (assessment, 3)->trend.is_known);
  g_assert_true (service_at (assessment, 3)->quality.is_stale);
}

/* Years until 2022 and months since: the forecast is that of the months, the history reaches further back. Some months after
 * years do not tell enough yet, so the years lead; the months they made stand before the forecast. */
static void
test_assess_mixed (void)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  g_autoptr (CapacityAssessment) assessment = NULL;
  CapacityService *mixed = add_service (portfolio, CAPACITY_PERIOD_MONTH, END, 46, 100);
  CapacityService *few = NULL;
  const CapacityServiceAssessment *self, *alone;

  take (mixed, CAPACITY_PERIOD_YEAR, 2018, (double[]){ 1000, 1010, 1020, 1030, 1040, 5000 }, 6);
  add_service (portfolio, CAPACITY_PERIOD_MONTH, END, 46, 100);
  few = add_service (portfolio, CAPACITY_PERIOD_YEAR, 2026, 8, 100);
  take (few, CAPACITY_PERIOD_MONTH, 2026 * 12, (double[]){ 120, 121, 122 }, 3);
  assessment = capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);

  self = service_at (assessment, 0);
  alone = service_at (assessment, 1);
  g_assert_cmpuint (self->demand->n, ==, 60 + 46);
  assert_near (capacity_series_sum (self->demand, 2020 * 12, 12, NULL), 1020);
  g_assert_cmpint (self->counted->kind, ==, CAPACITY_PERIOD_MONTH);
  g_assert_cmpuint (self->counted->n, ==, 46);
  for (guint i = 0; i < self->forecast->horizon; i++)
    g_assert_cmpfloat (self->forecast->median[i], ==, alone->forecast->median[i]);
  g_assert_cmpfloat (self->trend.per_year, ==, alone->trend.per_year);
  g_assert_true (alone->counted == alone->demand);

  self = service_at (assessment, 2);
  g_assert_cmpint (self->counted->kind, ==, CAPACITY_PERIOD_YEAR);
  g_assert_cmpint (self->forecast->outcome, ==, CAPACITY_FORECAST_OK);
  g_assert_cmpint (self->forecast->first, ==, 2026 * 12 + 3);
  g_assert_cmpuint (self->forecast->n_used, ==, 8);
  g_assert_cmpint (self->quality.last_month, ==, 2026 * 12 + 2);
}

/* Years, then some quarters, then some months of the same year: it lacks one month, but nobody has counted it. */
static void
test_assess_unfinished (void)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  g_autoptr (CapacityAssessment) assessment = NULL;
  CapacityService *service = add_service (portfolio, CAPACITY_PERIOD_YEAR, 2026, 8, 100);
  const CapacityServiceAssessment *self;

  take (service, CAPACITY_PERIOD_QUARTER, 2026 * 4, (double[]){ 360, 370, 380 }, 3);
  take (service, CAPACITY_PERIOD_MONTH, 2026 * 12 + 9, (double[]){ 120, 130 }, 2);
  assessment = capacity_assess (portfolio, capacity_date_from_ymd (2026, 12, 5), NULL, NULL, NULL);
  self = service_at (assessment, 0);
  g_assert_cmpint (self->counted->kind, ==, CAPACITY_PERIOD_YEAR);
  g_assert_cmpuint (self->counted->n, ==, 8);
  g_assert_cmpint (self->forecast->first, ==, 2026 * 12 + 11);
  g_assert_cmpint (self->forecast->outcome, ==, CAPACITY_FORECAST_OK);
}

/* Whatever was counted whenever, there is an assessment, and what it says of the months holds together. */
static void
test_assess_any (void)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  g_autoptr (CapacityAssessment) assessment = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (40);

  for (guint i = 0; i < 400; i++)
    {
      CapacityService *service = capacity_service_new ();

      for (CapacityPeriodKind kind = CAPACITY_PERIOD_MONTH; kind <= CAPACITY_PERIOD_YEAR; kind++)
        {
          int length = (int) capacity_period_kind_months (kind), n = g_rand_int_range (random, 0, 120) / length;
          int end = (END + g_rand_int_range (random, -60, 12)) / length;
          g_autofree double *values = g_new (double, MAX (n, 1));

          for (int j = 0; j < n; j++)
            values[j] = g_rand_int_range (random, 0, 5) == 0 ? NAN : g_rand_int_range (random, 0, 200) * length;
          if (n > 0)
            take (service, kind, end - n, values, (guint) n);
        }
      g_ptr_array_add (portfolio->services, service);
    }
  assessment = capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);
  for (guint i = 0; i < assessment->services->len; i++)
    {
      const CapacityServiceAssessment *self = service_at (assessment, i);

      if (self->demand == NULL)
        continue;
      g_assert_nonnull (self->counted);
      g_assert_cmpint (self->forecast->first, ==, self->demand->first + (int) self->demand->n);
      g_assert_cmpuint (self->quality.n_missing, <, self->quality.n_periods);
      for (guint j = 0; j < self->forecast->horizon; j++)
        g_assert_true (self->forecast->low80[j] <= self->forecast->median[j] && isfinite (self->forecast->high95[j]));
    }
}

/* An event known in advance is taken out of the months before they are put together, and laid on top again. */
static void
test_assess_events (void)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  g_autoptr (CapacityAssessment) assessment = NULL;
  CapacityService *service = add_service (portfolio, CAPACITY_PERIOD_QUARTER, 2026 * 4 + 3, 20, 100);
  CapacityKnownEvent *event = g_new0 (CapacityKnownEvent, 1);
  const CapacityServiceAssessment *self;

  event->from = capacity_date_from_ymd (2027, 1, 1);
  event->share = 0.5;
  event->cases = NAN;
  g_ptr_array_add (service->events, event);
  assessment = capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);
  self = service_at (assessment, 0);
  g_assert_cmpfloat (self->forecast->median[2], ==, self->plain->median[2]);
  assert_near (self->forecast->median[3], 1.5 * self->plain->median[3]);
}

static void
take_measured (CapacityService    *service,
               CapacityMeasure     measure,
               CapacityPeriodKind  kind,
               int                 end,
               double              value,
               guint               n)
{
  g_autofree double *values = g_new (double, n);

  for (guint i = 0; i < n; i++)
    values[i] = value + i;
  capacity_service_take_volume (service, CAPACITY_REQUEST_ALL, NULL, measure,
                                capacity_series_new (kind, end - (int) n, values, n), NULL);
}

/* 30 more come than are done each quarter: 10 a month; what waits is known at the end of September. What was done by the month
 * does not tell how the queue grew while what came was counted by the year: the one has a season, the other none. */
static void
test_queue (void)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  g_autoptr (CapacityAssessment) assessment = NULL;
  CapacityService *quarters = capacity_service_new (), *mixed = capacity_service_new ();
  int end = 2026 * 4 + 3;

  take_measured (quarters, CAPACITY_MEASURE_ARRIVALS, CAPACITY_PERIOD_QUARTER, end, 630, 8);
  take_measured (quarters, CAPACITY_MEASURE_COMPLETIONS, CAPACITY_PERIOD_QUARTER, end, 600, 8);
  take_measured (quarters, CAPACITY_MEASURE_STOCK, CAPACITY_PERIOD_QUARTER, end, 40, 8);
  take_measured (mixed, CAPACITY_MEASURE_ARRIVALS, CAPACITY_PERIOD_YEAR, 2026, 2400, 4);
  take_measured (mixed, CAPACITY_MEASURE_COMPLETIONS, CAPACITY_PERIOD_MONTH, 2026 * 12, 190, 24);
  g_ptr_array_add (portfolio->services, quarters);
  g_ptr_array_add (portfolio->services, mixed);
  assessment = capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);

  g_assert_cmpfloat_with_epsilon (service_at (assessment, 0)->queue.growth, 10, 1e-9);
  g_assert_cmpfloat (service_at (assessment, 0)->queue.stock, ==, 47);
  g_assert_true (isnan (service_at (assessment, 1)->queue.growth));
  g_assert_false (service_at (assessment, 1)->queue.is_known);
}

/* A quarter that is missing is one gap of three months, found as a quarter; one far off is one unusual measurement. */
static void
test_quality (void)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  g_autoptr (CapacityAssessment) assessment = NULL;
  g_autoptr (GArray) findings = NULL;
  CapacityService *service = add_service (portfolio, CAPACITY_PERIOD_QUARTER, 2026 * 4 + 3, 20, 100);
  CapacitySeries *counted = ((CapacityVolume *) service->volumes->pdata[0])->series;
  const CapacityServiceAssessment *self;
  const CapacityFinding *gap, *outlier;

  counted->values[9] = NAN;
  counted->values[14] *= 5;
  assessment = capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);
  self = service_at (assessment, 0);
  g_assert_cmpuint (self->quality.n_periods, ==, 20);
  g_assert_cmpuint (self->quality.n_missing, ==, 1);
  g_assert_cmpuint (self->quality.n_outliers, ==, 1);
  assert_near (self->quality.score, 18.0 / 20);

  findings = capacity_quality_find (assessment);
  g_assert_cmpuint (findings->len, ==, 2);
  gap = &g_array_index (findings, CapacityFinding, 0);
  g_assert_cmpint (gap->kind, ==, CAPACITY_FINDING_GAP);
  g_assert_cmpint (gap->by, ==, CAPACITY_PERIOD_QUARTER);
  g_assert_cmpint (gap->first, ==, (counted->first + 9) * 3);
  g_assert_cmpuint (gap->n, ==, 3);
  g_assert_cmpfloat_with_epsilon (gap->expected, 315, 20);
  outlier = &g_array_index (findings, CapacityFinding, 1);
  g_assert_cmpint (outlier->kind, ==, CAPACITY_FINDING_OUTLIER);
  g_assert_cmpuint (outlier->n, ==, 3);
  assert_near (outlier->value, counted->values[14]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/divide/working-days", test_working_days);
  g_test_add_func ("/divide/known-months", test_known_months);
  g_test_add_func ("/divide/quarters-and-years", test_quarters_and_years);
  g_test_add_func ("/divide/parts", test_parts);
  g_test_add_func ("/divide/properties", test_properties);
  g_test_add_func ("/divide/assess-quarters", test_assess_quarters);
  g_test_add_func ("/divide/assess-few", test_assess_few);
  g_test_add_func ("/divide/assess-mixed", test_assess_mixed);
  g_test_add_func ("/divide/assess-unfinished", test_assess_unfinished);
  g_test_add_func ("/divide/assess-any", test_assess_any);
  g_test_add_func ("/divide/assess-events", test_assess_events);
  g_test_add_func ("/divide/queue", test_queue);
  g_test_add_func ("/divide/quality", test_quality);

  return g_test_run ();
}
