/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-sample.h"
#include "capacity-search.h"

static CapacityPortfolio *
sample (void)
{
  return capacity_sample_new (capacity_date_from_ymd (2026, 11, 23));
}

static GPtrArray *
search (const CapacityPortfolio *portfolio,
        const char              *words)
{
  g_auto (GStrv) terms = g_strsplit (words, " ", -1);

  return capacity_search (portfolio, (const char *const *) terms);
}

static void
test_marks_and_case (void)
{
  g_autoptr (CapacityPortfolio) portfolio = sample ();
  g_autoptr (GPtrArray) exact = search (portfolio, "Aprūpe mājās");
  g_autoptr (GPtrArray) hasty = search (portfolio, "MAJAS aprupe");

  g_assert_cmpuint (exact->len, >, 0);
  g_assert_cmpuint (hasty->len, ==, exact->len);
  g_assert_cmpstr (((CapacityFind *) hasty->pdata[0])->name, ==, ((CapacityFind *) exact->pdata[0])->name);
}

static void
test_all_terms (void)
{
  g_autoptr (CapacityPortfolio) portfolio = sample ();
  g_autoptr (GPtrArray) none = search (portfolio, "aprūpe nekurienē");
  g_autoptr (GPtrArray) nothing = capacity_search (portfolio, (const char *const[]){ NULL });

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (nothing->len, ==, 0);
}

static void
test_code_and_resource (void)
{
  g_autoptr (CapacityPortfolio) portfolio = sample ();
  const CapacityService *service = capacity_portfolio_find_service (portfolio, "KAC-03");
  const CapacityResource *resource = portfolio->resources->pdata[0];
  g_autoptr (GPtrArray) by_code = search (portfolio, "kac-03");
  g_autoptr (GPtrArray) by_name = search (portfolio, resource->name);
  g_autoptr (CapacityFind) described = capacity_search_describe (portfolio, &resource->id);
  gboolean is_there = FALSE;

  g_assert_cmpuint (by_code->len, ==, 1);
  g_assert_true (capacity_id_equal (&((CapacityFind *) by_code->pdata[0])->id, &service->id));
  for (guint i = 0; i < by_name->len; i++)
    is_there |= capacity_id_equal (&((CapacityFind *) by_name->pdata[i])->id, &resource->id);
  g_assert_true (is_there);
  g_assert_true (described->is_resource);
  g_assert_cmpstr (described->name, ==, resource->name);
}

static void
test_gone (void)
{
  g_autoptr (CapacityPortfolio) portfolio = sample ();
  CapacityId id = capacity_id_new ();

  g_assert_null (capacity_search_describe (portfolio, &id));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search/marks-and-case", test_marks_and_case);
  g_test_add_func ("/search/all-terms", test_all_terms);
  g_test_add_func ("/search/code-and-resource", test_code_and_resource);
  g_test_add_func ("/search/gone", test_gone);

  return g_test_run ();
}
