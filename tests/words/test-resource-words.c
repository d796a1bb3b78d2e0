/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "assert-text.h"
#include "capacity-resource-words.h"
#include "capacity-words.h"

#include <math.h>
#include <string.h>

static void
assert_headline (const CapacityResourceAssessment *self,
                 const char                       *expected)
{
  g_autofree char *headline = capacity_words_resource_headline (self);

  g_assert_cmpstr (headline, ==, expected);
}

/* The mode that decides is the one that is spoken of. */
static void
test_headline (void)
{
  CapacityResource facts = { .annual_cost = -1 };
  CapacityResourceAssessment self = { .resource = &facts, .verdict = CAPACITY_VERDICT_INSUFFICIENT };

  self.modes[CAPACITY_MODE_REGULAR].verdict = CAPACITY_VERDICT_INSUFFICIENT;
  assert_headline (&self, "There is too little already now.");
  self.modes[CAPACITY_MODE_REGULAR].verdict = CAPACITY_VERDICT_SUFFICIENT;
  self.modes[CAPACITY_MODE_PEAK].verdict = CAPACITY_VERDICT_INSUFFICIENT;
  assert_headline (&self, "There is enough on ordinary days, but too little in the peaks.");
  self.modes[CAPACITY_MODE_PEAK].verdict = CAPACITY_VERDICT_SUFFICIENT;
  self.exhaustion.likely = capacity_month (2027, 1).index;
  self.short_month = capacity_month (2027, 5).index;
  assert_headline (&self, "There will be too little in May 2027, and no more can be added by then.");
  self.n_unknown = 2;
  assert_headline (&self, "There will be too little in May 2027, and no more can be added by then. "
                          "How much 2 services need is not known.");
}

static void
test_gap (void)
{
  CapacityResource facts = { .kind = CAPACITY_RESOURCE_PEOPLE, .annual_cost = -1 };
  CapacityResourceAssessment self = { .resource = &facts, .gap = 120, .gap_posts = 0.8, .utilisation = 1.1 };
  g_autofree char *both = capacity_words_resource_gap (&self);
  g_autofree char *reserve = NULL;
  g_autofree char *spare = NULL;

  g_strdelimit (both, "\302\240", ' ');
  g_assert_nonnull (strstr (both, "short of 120"));
  g_assert_nonnull (strstr (both, "(0.8 posts)"));

  /* What suffices, though with too little in reserve, is not called short. */
  self.utilisation = 0.9;
  reserve = capacity_words_resource_gap (&self);
  g_assert_nonnull (strstr (reserve, "short of a prudent reserve"));
  self.gap = -30;
  self.gap_posts = NAN;
  spare = capacity_words_resource_gap (&self);
  g_assert_nonnull (strstr (spare, "to spare"));
}

/* The first ten are named, of more their number is told. */
static void
test_users (void)
{
  g_autoptr (GPtrArray) services = g_ptr_array_new_with_free_func ((GDestroyNotify) capacity_service_unref);
  CapacityResourceAssessment self = { .services = services };
  g_autofree char *none = capacity_words_resource_users (&self);
  g_autofree char *two = NULL;
  g_autofree char *many = NULL;

  g_assert_cmpstr (none, ==, "–");
  for (guint i = 0; i < 12; i++)
    {
      CapacityService *service = capacity_service_new ();

      g_free (service->name);
      service->name = g_strdup_printf ("S%u", i + 1);
      g_ptr_array_add (services, service);
      if (i == 1)
        two = capacity_words_resource_users (&self);
    }
  many = capacity_words_resource_users (&self);
  g_assert_cmpstr (two, ==, "S1; S2");
  g_assert_cmpstr (many, ==, "S1; S2; S3; S4; S5; S6; S7; S8; S9; S10; and 2 more");
}

static void
assert_waiting (const CapacityResource *resource,
                const CapacityWaiting  *waiting,
                const char             *expected)
{
  g_autofree char *text = capacity_words_waiting (resource, waiting);

  g_strdelimit (text, "\302\240", ' ');
  g_assert_cmpstr (text, ==, expected);
}

/* A line that grows has no waiting time; what was not promised is not spoken of. */
static void
test_waiting (void)
{
  CapacityResource facts = { .wait_minutes = 0.5, .wait_share = 0.8 };
  CapacityWaiting waiting = { .line = { CAPACITY_LINE_STEADY, 10, 0.7143, 0, 0.174132, 0.1306 / 60, 1 },
                              .places = 14, .in_time = 0.88835, .needed = 14, .posts = NAN };
  g_autofree char *places = capacity_words_places (&waiting);
  g_autofree char *posts = NULL;
  g_autofree char *none = NULL;

  assert_waiting (&facts, &waiting, "17% of people wait; the mean of all is 0.1  min."
                                    " The turn of 89% comes within 0.5  min; 80% were promised.");
  g_assert_cmpstr (places, ==, "Open at once: 14. Needed for what was promised: 14.");
  waiting.posts = 20;
  posts = capacity_words_places (&waiting);
  g_assert_nonnull (strstr (posts, "14 (20.0 posts)"));
  facts.wait_share = NAN;
  waiting.in_time = NAN;
  waiting.needed = 0;
  assert_waiting (&facts, &waiting, "17% of people wait; the mean of all is 0.1  min.");
  none = capacity_words_places (&waiting);
  g_assert_cmpstr (none, ==, "Open at once: 14.");
  waiting.line.state = CAPACITY_LINE_GROWS;
  waiting.line.growth = 5;
  assert_waiting (&facts, &waiting, "More people come than can be served: the line grows by 5.0 an hour.");
}

/* Only where there is any. */
static void
test_saving (void)
{
  CapacityResourceAssessment self = { .saving = -1 };
  g_autofree char *unknown = capacity_words_resource_saving (&self);
  g_autofree char *none = NULL;
  g_autofree char *saving = NULL;

  g_assert_null (unknown);
  self.saving = 0;
  none = capacity_words_resource_saving (&self);
  g_assert_null (none);
  self.saving = 1265959;
  saving = capacity_words_resource_saving (&self);
  g_assert_cmpstr (saving, ==, "up to 12,660\302\240€ a year");
}

/* Who gets all it needs now is told when it no longer will. */
static void
test_user (void)
{
  g_autoptr (CapacityResource) people = capacity_resource_new ();
  CapacityResourceUser user = { .month = capacity_month (2026, 11).index, .load = 72, .part = 0.09, .gets = 72 };

  g_set_str (&people->unit, "hours");
  assert_text (capacity_words_resource_user (&user, people), "Takes 72" NBSP "hours in November 2026, 9% of all that is needed");
  user.hit_from = capacity_month (2028, 10).index;
  assert_text (capacity_words_resource_user (&user, people),
               "Takes 72" NBSP "hours in November 2026, 9% of all that is needed; there will be too little in October 2028");
  user.gets = 60;
  assert_text (capacity_words_resource_user (&user, people),
               "Takes 72" NBSP "hours in November 2026, 9% of all that is needed, and gets 60: too little");
}

static void
take_cases (CapacityService        *service,
            const CapacityResource *people,
            const char             *channel,
            double                  cases,
            double                  hours)
{
  CapacityNeed *need = capacity_need_new (&people->id, CAPACITY_REQUEST_ALL, hours);
  double values[12];

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = cases;
  capacity_service_take_volume (service, CAPACITY_REQUEST_ALL, channel, CAPACITY_MEASURE_ARRIVALS,
                                capacity_series_new (CAPACITY_PERIOD_MONTH, capacity_month (2025, 11).index, values, 12),
                                NULL);
  need->channel = g_strdup (channel);
  g_ptr_array_add (service->needs, need);
}

static void
test_case_cost (void)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  g_autoptr (CapacityAssessment) assessment = NULL;
  CapacityService *service = capacity_service_new ();
  CapacityResource *people = capacity_resource_new ();
  g_autofree char *cost = NULL;

  people->annual_cost = 24000000;
  g_ptr_array_add (people->limits, capacity_limit_new (CAPACITY_MODE_REGULAR, 1000, CAPACITY_PERIOD_MONTH,
                                                       CAPACITY_DATE_NONE, CAPACITY_DATE_NONE));
  g_ptr_array_add (portfolio->resources, people);
  g_ptr_array_add (portfolio->services, service);
  take_cases (service, people, "Counter", 300, 0.5);
  take_cases (service, people, "E-mail", 100, 0.2);
  assessment = capacity_assess (portfolio, capacity_date_from_ymd (2026, 11, 23), NULL, NULL, NULL);
  cost = capacity_words_case_cost (assessment, assessment->services->pdata[0]);
  g_assert_cmpstr (cost, ==, "8.50\302\240€\nCounter: 10\302\240€\nE-mail: 4\302\240€");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/resource-words/users", test_users);
  g_test_add_func ("/resource-words/user", test_user);
  g_test_add_func ("/resource-words/waiting", test_waiting);
  g_test_add_func ("/resource-words/headline", test_headline);
  g_test_add_func ("/resource-words/gap", test_gap);
  g_test_add_func ("/resource-words/saving", test_saving);
  g_test_add_func ("/resource-words/case-cost", test_case_cost);

  return g_test_run ();
}
