/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "assert-text.h"
#include "capacity-bottleneck-words.h"
#include "latvian.h"

#define CHANGE capacity_date_from_ymd (2027, 4, 1)

/* A service of 1 000 applications a month that needs advisers and counters, an hour of each. */
typedef struct
{
  CapacityPortfolio  *portfolio;
  CapacityService    *service;
  CapacityResource   *advisers;
  CapacityResource   *counters;
  CapacityAssessment *assessment;
} Fixture;

static CapacityResource *
add_resource (Fixture    *fixture,
              const char *name)
{
  CapacityResource *resource = capacity_resource_new ();

  g_set_str (&resource->name, name);
  g_ptr_array_add (fixture->portfolio->resources, resource);
  g_ptr_array_add (fixture->service->needs, capacity_need_new (&resource->id, CAPACITY_REQUEST_ALL, 1));

  return resource;
}

static void
fixture_init (Fixture *fixture)
{
  CapacityService *service = capacity_service_new ();
  double values[36];

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = 1000;
  capacity_service_take_volume (service, CAPACITY_REQUEST_ALL, NULL, CAPACITY_MEASURE_ARRIVALS,
                                capacity_series_new (CAPACITY_PERIOD_MONTH, capacity_month (2023, 11).index, values,
                                                     G_N_ELEMENTS (values)),
                                NULL);
  g_set_str (&service->unit, "applications");
  *fixture = (Fixture){ .portfolio = capacity_portfolio_new (), .service = service };
  g_ptr_array_add (fixture->portfolio->services, service);
  fixture->advisers = add_resource (fixture, "Advisers");
  fixture->counters = add_resource (fixture, "Counters");
}

static void
fixture_clear (Fixture *fixture)
{
  capacity_assessment_unref (fixture->assessment);
  capacity_portfolio_unref (fixture->portfolio);
}

static void
add_limit (GPtrArray    *limits,
           double        value,
           CapacityDate  from,
           CapacityDate  until)
{
  g_ptr_array_add (limits, capacity_limit_new (CAPACITY_MODE_REGULAR, value, CAPACITY_PERIOD_MONTH, from, until));
}

static const CapacityServiceAssessment *
assess (Fixture *fixture)
{
  fixture->assessment = capacity_assess (fixture->portfolio, capacity_date_from_ymd (2026, 11, 23), NULL, NULL, NULL);

  return fixture->assessment->services->pdata[0];
}

static void
test_throughout (void)
{
  Fixture fixture;
  const CapacityServiceAssessment *service;

  fixture_init (&fixture);
  add_limit (fixture.advisers->limits, 1200, CAPACITY_DATE_NONE, CAPACITY_DATE_NONE);
  service = assess (&fixture);
  assert_text (capacity_words_binding (fixture.assessment, service), "What limits it: Advisers.");
  g_assert_null (capacity_words_contradiction (fixture.assessment, service));
  capacity_assessment_unref (fixture.assessment);

  add_limit (fixture.counters->limits, 1500, CAPACITY_DATE_NONE, CAPACITY_DATE_NONE);
  service = assess (&fixture);
  assert_text (capacity_words_binding (fixture.assessment, service),
               "What limits it: Advisers. The next limit: Counters.");
  capacity_assessment_unref (fixture.assessment);

  /* What was given is less than either allows: there is nothing to tell. */
  add_limit (fixture.service->limits, 1100, CAPACITY_DATE_NONE, CAPACITY_DATE_NONE);
  service = assess (&fixture);
  g_assert_null (capacity_words_binding (fixture.assessment, service));
  g_assert_null (capacity_words_contradiction (fixture.assessment, service));
  fixture_clear (&fixture);
}

/* What changes once is told with its date; what changes every other month is counted. */
static void
test_in_turn (void)
{
  Fixture fixture;
  const CapacityServiceAssessment *service;

  fixture_init (&fixture);
  add_limit (fixture.advisers->limits, 1200, CAPACITY_DATE_NONE, CAPACITY_DATE_NONE);
  add_limit (fixture.counters->limits, 1500, CAPACITY_DATE_NONE, CHANGE - 1);
  add_limit (fixture.counters->limits, 1100, CHANGE, CAPACITY_DATE_NONE);
  service = assess (&fixture);
  assert_text (capacity_words_binding (fixture.assessment, service),
               "What limits it: Advisers until March 2027, then Counters. The next limit: Counters.");
  capacity_assessment_unref (fixture.assessment);

  g_ptr_array_set_size (fixture.counters->limits, 1);
  for (int month = 4; month <= 12; month += 2)
    add_limit (fixture.counters->limits, month % 4 == 0 ? 1100 : 1500, capacity_date_from_ymd (2027, month, 1),
               month < 12 ? capacity_date_from_ymd (2027, month + 2, 1) - 1 : CAPACITY_DATE_NONE);
  fixture.portfolio->institution.horizon_months = 24;
  service = assess (&fixture);
  assert_text (capacity_words_binding (fixture.assessment, service),
               "What limits it: Advisers in 9 months, Counters in 15 months. The next limit: Counters.");
  fixture_clear (&fixture);
}

static void
test_contradiction (void)
{
  Fixture fixture;
  const CapacityServiceAssessment *service;

  fixture_init (&fixture);
  add_limit (fixture.advisers->limits, 1200, CAPACITY_DATE_NONE, CAPACITY_DATE_NONE);
  add_limit (fixture.service->limits, 1500, CAPACITY_DATE_NONE, CAPACITY_DATE_NONE);
  service = assess (&fixture);
  assert_text (capacity_words_contradiction (fixture.assessment, service),
               "The capacity given is 1,500" NBSP "applications a month, but if as many came, “Advisers” would allow "
               "only 1,200. The verdicts go by the capacity given.");
  g_assert_cmpfloat (service->modes[CAPACITY_MODE_REGULAR].capacity, ==, 1500);
  capacity_assessment_unref (fixture.assessment);

  g_ptr_array_set_size (fixture.advisers->limits, 0);
  add_limit (fixture.advisers->limits, 1600, CAPACITY_DATE_NONE, CHANGE - 1);
  add_limit (fixture.advisers->limits, 1200, CHANGE, CAPACITY_DATE_NONE);
  service = assess (&fixture);
  assert_text (capacity_words_binding (fixture.assessment, service),
               "What limits it: the capacity given until March 2027, then Advisers.");
  assert_text (capacity_words_contradiction (fixture.assessment, service),
               "The capacity given is 1,500" NBSP "applications a month, but if as many came in April 2027, “Advisers” "
               "would allow only 1,200. The verdicts go by the capacity given.");
  fixture_clear (&fixture);
}

/* The same in Latvian; messages stay Latvian from here on. */
static void
test_latvian (void)
{
  Fixture fixture;
  const CapacityServiceAssessment *service;

  if (!latvian_begin ())
    return;
  fixture_init (&fixture);
  g_set_str (&fixture.advisers->name, "Konsultanti");
  g_set_str (&fixture.service->unit, "pieteikumi");
  add_limit (fixture.advisers->limits, 1600, CAPACITY_DATE_NONE, CHANGE - 1);
  add_limit (fixture.advisers->limits, 1200, CHANGE, CAPACITY_DATE_NONE);
  add_limit (fixture.service->limits, 1500, CAPACITY_DATE_NONE, CAPACITY_DATE_NONE);
  service = assess (&fixture);
  assert_text (capacity_words_binding (fixture.assessment, service),
               "Ierobežo: norādītā veiktspēja līdz 2027. gada martam, pēc tam Konsultanti.");
  assert_text (capacity_words_contradiction (fixture.assessment, service),
               "Norādītā veiktspēja ir 1" NBSP "500" NBSP "pieteikumi mēnesī, bet, ja pieprasījums 2027. gada aprīlī būtu "
               "tik liels, ar resursu „Konsultanti“ varētu izpildīt tikai 1" NBSP "200. Vērtējumos izmantota norādītā "
               "veiktspēja.");
  fixture_clear (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bottleneck-words/throughout", test_throughout);
  g_test_add_func ("/bottleneck-words/in-turn", test_in_turn);
  g_test_add_func ("/bottleneck-words/contradiction", test_contradiction);
  g_test_add_func ("/bottleneck-words/latvian", test_latvian);

  return g_test_run ();
}
