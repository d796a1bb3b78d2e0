/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-quality.h"

#include <math.h>

#define N_MONTHS 48
#define FIRST (2022 * 12)

/* Four years around 200 with a season and no two months alike. */
static void
fill (double *values)
{
  for (guint i = 0; i < N_MONTHS; i++)
    values[i] = round (200 + i + 40 * sin (2 * G_PI * i / 12) + 25 * sin (i * 12.9898));
}

static CapacityService *
service_new (const char   *name,
             const double *values)
{
  CapacityService *service = capacity_service_new ();

  g_set_str (&service->name, name);
  if (values != NULL)
    capacity_service_take_volume (service, CAPACITY_REQUEST_ALL, NULL, CAPACITY_MEASURE_ARRIVALS,
                                  capacity_series_new (CAPACITY_PERIOD_MONTH, FIRST, values, N_MONTHS), NULL);

  return service;
}

/* Takes the services, of which there are @n. */
static CapacityAssessment *
assess (CapacityService **services,
        guint             n)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (portfolio->services, services[i]);

  return capacity_assess (portfolio, capacity_date_from_ymd (2026, 1, 15), NULL, NULL, NULL);
}

static const CapacityFinding *
get (GArray *findings,
     guint   i)
{
  g_assert_cmpuint (i, <, findings->len);

  return &g_array_index (findings, CapacityFinding, i);
}

static void
accept (CapacityService *service,
        int              month)
{
  CapacityRefusal *refusal = g_new0 (CapacityRefusal, 1);

  refusal->month = month;
  g_ptr_array_add (service->refusals, refusal);
}

static void
test_clean (void)
{
  double values[N_MONTHS];
  CapacityService *service;
  g_autoptr (CapacityAssessment) assessment = NULL;
  g_autoptr (GArray) findings = NULL;

  fill (values);
  service = service_new ("A", values);
  assessment = assess (&service, 1);
  findings = capacity_quality_find (assessment);
  g_assert_cmpuint (findings->len, ==, 0);
}

/* Nights, weekends and holidays are no gaps of what is counted by the hour, nor is a month that ends on a Sunday; a month
 * without any hour is. */
static void
test_hours (void)
{
  g_autoptr (CapacityCalendar) calendar = capacity_calendar_new (NULL, 0, NULL, 0);
  CapacityService *services[2];
  g_autoptr (CapacityAssessment) assessment = NULL;
  g_autoptr (GArray) findings = NULL;
  int first = capacity_date_from_ymd (2025, 1, 2);
  guint n_days = (guint) (capacity_date_from_ymd (2025, 12, 31) - first) + 1;

  for (guint k = 0; k < 2; k++)
    {
      CapacitySeries *hours = capacity_series_new (CAPACITY_PERIOD_HOUR, capacity_hour (first, 0).index, NULL,
                                                   n_days * CAPACITY_DAY_HOURS);

      for (guint i = 0; i < n_days; i++)
        {
          int month;

          capacity_date_to_ymd (first + (int) i, NULL, &month, NULL);
          if (capacity_calendar_is_working_day (calendar, first + (int) i) && (k == 0 || month != 5))
            for (guint hour = 9; hour < 17; hour++)
              hours->values[i * CAPACITY_DAY_HOURS + hour] = 3 + (i * 7 + hour * (5 + k)) % 11;
        }
      services[k] = service_new (k == 0 ? "A" : "B", NULL);
      capacity_service_take_volume (services[k], CAPACITY_REQUEST_ALL, NULL, CAPACITY_MEASURE_ARRIVALS, hours, NULL);
    }
  assessment = assess (services, 2);
  findings = capacity_quality_find (assessment);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpint (get (findings, 0)->kind, ==, CAPACITY_FINDING_GAP);
  g_assert_cmpint (get (findings, 0)->first, ==, capacity_month (2025, 5).index);
  g_assert_true (capacity_id_equal (&get (findings, 0)->service, &services[1]->id));
  g_assert_cmpuint (((CapacityServiceAssessment *) assessment->services->pdata[0])->quality.n_missing, ==, 0);
}

static void
test_gap (void)
{
  double values[N_MONTHS];
  double measured;
  CapacityService *service;
  g_autoptr (CapacityAssessment) assessment = NULL;
  g_autoptr (GArray) findings = NULL;

  fill (values);
  measured = values[20];
  values[20] = values[21] = values[30] = NAN;
  service = service_new ("A", values);
  accept (service, FIRST + 30);
  assessment = assess (&service, 1);
  findings = capacity_quality_find (assessment);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpint (get (findings, 0)->kind, ==, CAPACITY_FINDING_GAP);
  g_assert_cmpint (get (findings, 0)->first, ==, FIRST + 20);
  g_assert_cmpuint (get (findings, 0)->n, ==, 2);
  g_assert_true (isnan (get (findings, 0)->value));
  g_assert_cmpfloat_with_epsilon (get (findings, 0)->expected, measured, 0.15 * measured);
}

static void
take_channel (CapacityService *service,
              const char      *channel,
              const double    *values,
              guint            n)
{
  capacity_service_take_volume (service, CAPACITY_REQUEST_ALL, channel, CAPACITY_MEASURE_ARRIVALS,
                                capacity_series_new (CAPACITY_PERIOD_MONTH, FIRST, values, n), NULL);
}

static double
demand_in (const CapacityAssessment *assessment,
           guint                     service,
           guint                     month)
{
  const CapacityServiceAssessment *assessed = g_ptr_array_index (assessment->services, service);

  return capacity_series_at (assessed->demand, FIRST + (int) month);
}

/* Where the counter is missing, what came by e-mail is not the whole: neither in the last months nor between others. A
 * person may say that it is. */
static void
test_missing_part (void)
{
  double mail[N_MONTHS], counter[N_MONTHS];
  CapacityService *services[2];
  g_autoptr (CapacityAssessment) assessment = NULL;
  g_autoptr (GArray) findings = NULL;
  const CapacityServiceAssessment *first;

  fill (mail);
  fill (counter);
  counter[30] = NAN;
  for (guint k = 0; k < 2; k++)
    {
      services[k] = service_new (k == 0 ? "A" : "B", NULL);
      take_channel (services[k], "E-mail", mail, N_MONTHS);
      take_channel (services[k], "Counter", counter, N_MONTHS - 2);
      mail[5]++;
    }
  accept (services[1], FIRST + 30);
  accept (services[1], FIRST + N_MONTHS - 2);
  assessment = assess (services, 2);
  findings = capacity_quality_find (assessment);
  first = g_ptr_array_index (assessment->services, 0);
  g_assert_cmpint (first->quality.last_month, ==, FIRST + N_MONTHS - 3);
  g_assert_true (isnan (demand_in (assessment, 0, 30)));
  g_assert_cmpfloat (demand_in (assessment, 1, 30), ==, mail[30]);
  g_assert_cmpfloat (demand_in (assessment, 1, N_MONTHS - 1), ==, mail[N_MONTHS - 1]);
  g_assert_cmpuint (findings->len, >=, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpint (get (findings, i)->kind, ==, CAPACITY_FINDING_PART);
      g_assert_cmpuint (get (findings, i)->volume, ==, 1);
      g_assert_true (capacity_id_equal (&get (findings, i)->service, &services[0]->id));
    }
  g_assert_cmpint (get (findings, 0)->first, ==, FIRST + 30);
  g_assert_cmpuint (get (findings, 0)->n, ==, 1);
  g_assert_cmpfloat (get (findings, 0)->expected, >, 0);
  g_assert_cmpint (get (findings, 1)->first, ==, FIRST + N_MONTHS - 2);
  g_assert_cmpuint (get (findings, 1)->n, ==, 2);
  g_assert_true (isnan (get (findings, 1)->expected));
  for (guint i = 2; i < findings->len; i++)
    g_assert_cmpint (get (findings, i)->kind, !=, CAPACITY_FINDING_PART);
}

/* What ended long ago, is closed in summers, has few cases, gave way to another channel or is within a total is no gap. */
static void
test_part_ended (void)
{
  double all[N_MONTHS], part[N_MONTHS], few[N_MONTHS];
  CapacityService *services[5];
  g_autoptr (CapacityAssessment) assessment = NULL;

  fill (all);
  for (guint i = 0; i < N_MONTHS; i++)
    {
      part[i] = i % 12 >= 6 && i % 12 < 8 && i >= 12 ? NAN : 150 + i;
      few[i] = i == N_MONTHS - 1 ? NAN : 2;
    }
  part[6] = part[7] = NAN;
  for (guint k = 0; k < G_N_ELEMENTS (services); k++)
    {
      services[k] = service_new ("A", NULL);
      take_channel (services[k], k == 4 ? NULL : "E-mail", all, N_MONTHS);
    }
  take_channel (services[0], "Counter", all, N_MONTHS - 12);
  take_channel (services[1], "Counter", part, N_MONTHS);
  take_channel (services[2], "Counter", few, N_MONTHS);
  take_channel (services[3], "Counter", all, N_MONTHS - 3);
  capacity_service_take_volume (services[3], CAPACITY_REQUEST_ALL, "Hall", CAPACITY_MEASURE_ARRIVALS,
                                capacity_series_new (CAPACITY_PERIOD_MONTH, FIRST + N_MONTHS - 3, all + N_MONTHS - 3, 3),
                                NULL);
  take_channel (services[4], "Counter", few, 20);
  take_channel (services[4], "Desk", all, N_MONTHS - 1);
  assessment = assess (services, G_N_ELEMENTS (services));
  for (guint k = 0; k < G_N_ELEMENTS (services); k++)
    {
      const CapacityServiceAssessment *service = g_ptr_array_index (assessment->services, k);

      g_assert_null (service->missing);
      g_assert_cmpint (service->quality.last_month, ==, FIRST + N_MONTHS - 1);
      g_assert_cmpfloat (demand_in (assessment, k, N_MONTHS - 1), >=, all[N_MONTHS - 1]);
    }
  g_assert_cmpfloat (demand_in (assessment, 1, 30), ==, all[30]);
}

/* What a person accepts is no longer found, and the score is what it would be without it. */
static void
test_outlier (void)
{
  double values[N_MONTHS];
  CapacityService *services[2];
  g_autoptr (CapacityAssessment) assessment = NULL;
  g_autoptr (GArray) findings = NULL;
  const CapacityServiceAssessment *accepted, *open;

  fill (values);
  values[33] = 600;
  services[0] = service_new ("A", values);
  values[34]++;
  services[1] = service_new ("B", values);
  accept (services[1], FIRST + 33);
  assessment = assess (services, 2);
  findings = capacity_quality_find (assessment);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpint (get (findings, 0)->kind, ==, CAPACITY_FINDING_OUTLIER);
  g_assert_cmpint (get (findings, 0)->first, ==, FIRST + 33);
  g_assert_cmpfloat (get (findings, 0)->value, ==, 600);
  g_assert_cmpfloat_with_epsilon (get (findings, 0)->expected, 200, 60);

  open = g_ptr_array_index (assessment->services, 0);
  accepted = g_ptr_array_index (assessment->services, 1);
  g_assert_cmpuint (open->quality.n_outliers, ==, 1);
  g_assert_cmpuint (accepted->quality.n_outliers, ==, 0);
  g_assert_cmpfloat (accepted->quality.score, >, open->quality.score);
}

static void
test_repeated (void)
{
  double values[N_MONTHS];
  CapacityService *service;
  g_autoptr (CapacityAssessment) assessment = NULL;
  g_autoptr (GArray) findings = NULL;

  fill (values);
  for (guint i = 36; i < 43; i++)
    values[i] = values[i - 12];
  service = service_new ("A", values);
  assessment = assess (&service, 1);
  findings = capacity_quality_find_service (g_ptr_array_index (assessment->services, 0));
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpint (get (findings, 0)->kind, ==, CAPACITY_FINDING_REPEATED);
  g_assert_cmpint (get (findings, 0)->first, ==, FIRST + 36);
  g_assert_cmpuint (get (findings, 0)->n, ==, 7);
}

/* The same few cases, or the same level, month by month are no copy. */
static void
test_not_repeated (void)
{
  double few[N_MONTHS], flat[N_MONTHS];
  CapacityService *services[2];
  g_autoptr (CapacityAssessment) assessment = NULL;
  g_autoptr (GArray) findings = NULL;

  for (guint i = 0; i < N_MONTHS; i++)
    {
      few[i] = i % 3;
      flat[i] = 500;
    }
  services[0] = service_new ("A", few);
  services[1] = service_new ("B", flat);
  assessment = assess (services, 2);
  findings = capacity_quality_find (assessment);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_same (void)
{
  double values[N_MONTHS];
  CapacityService *services[3];
  g_autoptr (CapacityAssessment) assessment = NULL;
  g_autoptr (GArray) findings = NULL;

  fill (values);
  services[0] = service_new ("Būvatļauja", values);
  services[1] = service_new ("Cits", values);
  services[2] = service_new ("BŪVATĻAUJA", NULL);
  assessment = assess (services, 3);
  findings = capacity_quality_find (assessment);
  g_assert_cmpuint (findings->len, ==, 2);
  g_assert_cmpint (get (findings, 0)->kind, ==, CAPACITY_FINDING_SAME_DATA);
  g_assert_true (capacity_id_equal (&get (findings, 0)->service, &services[1]->id));
  g_assert_true (capacity_id_equal (&get (findings, 0)->other, &services[0]->id));
  g_assert_cmpint (get (findings, 1)->kind, ==, CAPACITY_FINDING_SAME_NAME);
  g_assert_true (capacity_id_equal (&get (findings, 1)->other, &services[0]->id));
}

/* A resource that allows less than the capacity that was given is told; one that will is not yet. */
static void
test_contradiction (void)
{
  double values[N_MONTHS];
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  CapacityService *service;
  CapacityResource *people = capacity_resource_new ();
  CapacityDate may = capacity_date_from_ymd (2026, 5, 1);

  fill (values);
  service = service_new ("A", values);
  g_ptr_array_add (service->limits, capacity_limit_new (CAPACITY_MODE_REGULAR, 500, CAPACITY_PERIOD_MONTH,
                                                        CAPACITY_DATE_NONE, CAPACITY_DATE_NONE));
  g_ptr_array_add (service->needs, capacity_need_new (&people->id, CAPACITY_REQUEST_ALL, 2));
  g_ptr_array_add (people->limits, capacity_limit_new (CAPACITY_MODE_REGULAR, 1100, CAPACITY_PERIOD_MONTH,
                                                       CAPACITY_DATE_NONE, may - 1));
  g_ptr_array_add (people->limits, capacity_limit_new (CAPACITY_MODE_REGULAR, 840, CAPACITY_PERIOD_MONTH, may,
                                                       CAPACITY_DATE_NONE));
  g_ptr_array_add (portfolio->resources, people);
  g_ptr_array_add (portfolio->services, service);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (CapacityAssessment) assessment = capacity_assess (portfolio, i == 0 ? may - 1 : may, NULL, NULL, NULL);
      g_autoptr (GArray) findings = capacity_quality_find (assessment);

      g_assert_cmpuint (findings->len, ==, i);
      if (i == 0)
        continue;
      g_assert_cmpint (get (findings, 0)->kind, ==, CAPACITY_FINDING_CAPACITY);
      g_assert_cmpuint (get (findings, 0)->n, ==, 0);
      g_assert_cmpfloat (get (findings, 0)->value, ==, 500);
      g_assert_cmpfloat (get (findings, 0)->expected, ==, 420);
      g_assert_true (capacity_id_equal (&get (findings, 0)->other, &people->id));
    }
}

static void
accept_like (CapacityService       *service,
             const CapacityService *other,
             CapacityLikeness       alike)
{
  CapacityRefusal refusal = { capacity_id_new (), CAPACITY_NO_MONTH, other->id, alike };

  g_ptr_array_add (service->refusals, g_memdup2 (&refusal, sizeof refusal));
}

/* What a person finds right is not found again, whichever of the two services remembers it; the other likeness is, and so
 * is that to a third service. */
static void
test_same_accepted (void)
{
  double values[N_MONTHS];
  CapacityService *services[3];
  g_autoptr (CapacityAssessment) assessment = NULL;
  g_autoptr (GArray) findings = NULL;

  fill (values);
  services[0] = service_new ("Būvatļauja", values);
  services[1] = service_new ("BŪVATĻAUJA", values);
  services[2] = service_new ("Būvatļauja", values);
  accept_like (services[0], services[1], CAPACITY_LIKENESS_NAME);
  accept_like (services[2], services[0], CAPACITY_LIKENESS_VOLUMES);
  assessment = assess (services, 3);
  findings = capacity_quality_find (assessment);
  g_assert_cmpuint (findings->len, ==, 2);
  g_assert_cmpint (get (findings, 0)->kind, ==, CAPACITY_FINDING_SAME_DATA);
  g_assert_true (capacity_id_equal (&get (findings, 0)->service, &services[1]->id));
  g_assert_cmpint (get (findings, 1)->kind, ==, CAPACITY_FINDING_SAME_NAME);
  g_assert_true (capacity_id_equal (&get (findings, 1)->service, &services[2]->id));
}

static void
test_lacks (void)
{
  CapacityService *service = service_new ("A", NULL);
  g_autoptr (CapacityAssessment) assessment = assess (&service, 1);
  const CapacityServiceAssessment *assessed = g_ptr_array_index (assessment->services, 0);

  g_assert_true (capacity_quality_lacks (assessed, CAPACITY_LACK_DATA));
  g_assert_false (capacity_quality_lacks (assessed, CAPACITY_LACK_NEW_DATA));
  g_assert_true (capacity_quality_lacks (assessed, CAPACITY_LACK_OWNER));
  g_assert_true (capacity_quality_lacks (assessed, CAPACITY_LACK_DEPARTMENT));
  g_assert_true (capacity_quality_lacks (assessed, CAPACITY_LACK_UNIT));
  g_assert_true (capacity_quality_lacks (assessed, CAPACITY_LACK_TARGET));
}

/* Whether a capacity is given does not depend on whether anything was measured. */
static void
test_lacks_capacity (void)
{
  double values[N_MONTHS];
  CapacityService *services[4];
  g_autoptr (CapacityAssessment) assessment = NULL;

  fill (values);
  for (guint i = 0; i < G_N_ELEMENTS (services); i++)
    {
      services[i] = service_new ("A", i < 2 ? NULL : values);
      if (i % 2 == 1)
        g_ptr_array_add (services[i]->limits, capacity_limit_new (CAPACITY_MODE_REGULAR, 500, CAPACITY_PERIOD_MONTH,
                                                                  CAPACITY_DATE_NONE, CAPACITY_DATE_NONE));
    }
  assessment = assess (services, G_N_ELEMENTS (services));
  for (guint i = 0; i < G_N_ELEMENTS (services); i++)
    g_assert_cmpint (capacity_quality_lacks (assessment->services->pdata[i], CAPACITY_LACK_CAPACITY), ==, i % 2 == 0);
}

static void
test_expected (void)
{
  double values[N_MONTHS];
  g_autoptr (CapacitySeries) series = NULL;

  for (guint i = 0; i < N_MONTHS; i++)
    values[i] = 100;
  values[5] = NAN;
  series = capacity_series_new (CAPACITY_PERIOD_MONTH, FIRST, values, N_MONTHS);
  g_assert_cmpfloat_with_epsilon (capacity_quality_expected (series, FIRST + 5), 100, 1e-9);
  g_assert_true (isnan (capacity_quality_expected (series, FIRST - 1)));
  g_assert_true (isnan (capacity_quality_expected (series, FIRST + N_MONTHS)));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quality/clean", test_clean);
  g_test_add_func ("/quality/hours", test_hours);
  g_test_add_func ("/quality/gap", test_gap);
  g_test_add_func ("/quality/missing-part", test_missing_part);
  g_test_add_func ("/quality/part-ended", test_part_ended);
  g_test_add_func ("/quality/outlier", test_outlier);
  g_test_add_func ("/quality/repeated", test_repeated);
  g_test_add_func ("/quality/not-repeated", test_not_repeated);
  g_test_add_func ("/quality/same", test_same);
  g_test_add_func ("/quality/same-accepted", test_same_accepted);
  g_test_add_func ("/quality/contradiction", test_contradiction);
  g_test_add_func ("/quality/lacks", test_lacks);
  g_test_add_func ("/quality/lacks-capacity", test_lacks_capacity);
  g_test_add_func ("/quality/expected", test_expected);

  return g_test_run ();
}
