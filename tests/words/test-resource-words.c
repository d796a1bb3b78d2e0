/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-resource-words.h"

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
  assert_headline (&self, "There will be too little in the years ahead.");
  self.exhaustion.likely = capacity_month (2027, 5).index;
  assert_headline (&self, "There is likely to be too little in May 2027.");
}

static void
test_gap (void)
{
  CapacityResource facts = { .kind = CAPACITY_RESOURCE_PEOPLE, .annual_cost = -1 };
  CapacityResourceAssessment self = { .resource = &facts, .gap = 120, .gap_posts = 0.8 };
  g_autofree char *both = capacity_words_resource_gap (&self);
  g_autofree char *spare = NULL;

  g_strdelimit (both, "\302\240", ' ');
  g_assert_nonnull (strstr (both, "short of 120"));
  g_assert_nonnull (strstr (both, "(0.8 posts)"));
  self.gap = -30;
  self.gap_posts = NAN;
  spare = capacity_words_resource_gap (&self);
  g_assert_nonnull (strstr (spare, "to spare"));
}

/* Only where there is too much and its cost is known. */
static void
test_saving (void)
{
  CapacityResource facts = { .annual_cost = 1000000 };
  CapacityResourceAssessment self = { .resource = &facts, .capacity = 100, .gap = -40 };
  g_autofree char *none = NULL;
  g_autofree char *saving = NULL;

  self.verdict = CAPACITY_VERDICT_SUFFICIENT;
  none = capacity_words_resource_saving (&self);
  g_assert_null (none);
  self.verdict = CAPACITY_VERDICT_EXCESSIVE;
  saving = capacity_words_resource_saving (&self);
  g_assert_nonnull (strstr (saving, "4,000"));
}

static void
assert_binding (const CapacityServiceAssessment *self,
                const CapacityPortfolio         *portfolio,
                const char                      *expected)
{
  g_autofree char *binding = capacity_words_binding (self, portfolio);

  g_assert_cmpstr (binding, ==, expected);
}

static void
test_binding (void)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  CapacityResource *people = capacity_resource_new ();
  CapacityResource *rooms = capacity_resource_new ();
  CapacityServiceAssessment self = { .binding = CAPACITY_ID_NONE, .next_binding = CAPACITY_ID_NONE };

  g_set_str (&people->name, "Advisers");
  g_set_str (&rooms->name, "Counters");
  g_ptr_array_add (portfolio->resources, people);
  g_ptr_array_add (portfolio->resources, rooms);

  assert_binding (&self, portfolio, NULL);
  self.binding = people->id;
  assert_binding (&self, portfolio, "What limits it: Advisers.");
  self.next_binding = rooms->id;
  assert_binding (&self, portfolio, "What limits it: Advisers. The next limit: Counters.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/resource-words/headline", test_headline);
  g_test_add_func ("/resource-words/gap", test_gap);
  g_test_add_func ("/resource-words/saving", test_saving);
  g_test_add_func ("/resource-words/binding", test_binding);

  return g_test_run ();
}
