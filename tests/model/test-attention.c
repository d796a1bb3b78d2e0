/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-attention.h"

static CapacityAssessment *
assessment_with (CapacityVerdict verdict,
                 gboolean        is_stale)
{
  static CapacityId id;
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  g_autoptr (CapacityForecastCache) cache = capacity_forecast_cache_new ();
  CapacityService *service = capacity_service_new ();
  CapacityAssessment *assessment = NULL;
  CapacityServiceAssessment *judged = NULL;

  if (capacity_id_is_none (&id))
    id = capacity_id_new ();
  service->id = id;
  g_set_str (&service->name, "Pases");
  g_ptr_array_add (portfolio->services, service);
  assessment = capacity_assess (portfolio, capacity_date_from_ymd (2026, 11, 23), NULL, cache, NULL);
  judged = assessment->services->pdata[0];
  judged->overall = verdict;
  judged->quality.is_stale = is_stale;

  return assessment;
}

static guint
count (CapacityVerdict before,
       gboolean        was_stale,
       CapacityVerdict now,
       gboolean        is_stale)
{
  g_autoptr (CapacityAssessment) first = assessment_with (before, was_stale);
  g_autoptr (CapacityAssessment) second = assessment_with (now, is_stale);
  g_autoptr (GVariant) seen = g_variant_ref_sink (capacity_attention_remember (first));
  g_autoptr (GPtrArray) list = capacity_attention_list (second, seen);

  return list->len;
}

static void
test_worse (void)
{
  g_assert_cmpuint (count (CAPACITY_VERDICT_SUFFICIENT, FALSE, CAPACITY_VERDICT_AT_RISK, FALSE), ==, 1);
  g_assert_cmpuint (count (CAPACITY_VERDICT_AT_RISK, FALSE, CAPACITY_VERDICT_INSUFFICIENT, FALSE), ==, 1);
  g_assert_cmpuint (count (CAPACITY_VERDICT_SUFFICIENT, FALSE, CAPACITY_VERDICT_SUFFICIENT, TRUE), ==, 1);
}

static void
test_same_or_better (void)
{
  g_assert_cmpuint (count (CAPACITY_VERDICT_AT_RISK, TRUE, CAPACITY_VERDICT_AT_RISK, TRUE), ==, 0);
  g_assert_cmpuint (count (CAPACITY_VERDICT_INSUFFICIENT, FALSE, CAPACITY_VERDICT_AT_RISK, FALSE), ==, 0);
  g_assert_cmpuint (count (CAPACITY_VERDICT_SUFFICIENT, FALSE, CAPACITY_VERDICT_EXCESSIVE, FALSE), ==, 0);
}

/* Whoever adds a service sees it; on the first look there is nothing to compare with. */
static void
test_new (void)
{
  g_autoptr (CapacityAssessment) assessment = assessment_with (CAPACITY_VERDICT_INSUFFICIENT, TRUE);
  g_autoptr (GVariant) seen = g_variant_ref_sink (g_variant_new_array (G_VARIANT_TYPE ("{su}"), NULL, 0));
  g_autoptr (GPtrArray) list = capacity_attention_list (assessment, seen);

  g_assert_cmpuint (list->len, ==, 0);
}

static void
test_forget (void)
{
  g_autoptr (CapacityAssessment) assessment = assessment_with (CAPACITY_VERDICT_INSUFFICIENT, TRUE);
  const CapacityServiceAssessment *judged = assessment->services->pdata[0];
  g_autofree char *id = capacity_id_to_string (&judged->service->id);
  g_autoptr (GVariant) seen = g_variant_ref_sink (capacity_attention_remember (assessment));
  g_autoptr (GVariant) forgotten = g_variant_ref_sink (capacity_attention_forget (seen, id));
  g_autoptr (GPtrArray) list = capacity_attention_list (assessment, forgotten);
  const CapacityAttention *attention = NULL;

  g_assert_cmpuint (list->len, ==, 1);
  attention = list->pdata[0];
  g_assert_true (attention->is_verdict_worse);
  g_assert_true (attention->is_stale);
}

static gboolean
is_same (CapacityVerdict before,
         gboolean        was_stale,
         CapacityVerdict now,
         gboolean        is_stale)
{
  g_autoptr (CapacityAssessment) first = assessment_with (before, was_stale);
  g_autoptr (CapacityAssessment) second = assessment_with (now, is_stale);

  return capacity_attention_is_same (second, first);
}

static void
test_is_same (void)
{
  g_autoptr (CapacityAssessment) one = assessment_with (CAPACITY_VERDICT_AT_RISK, FALSE);
  g_autoptr (CapacityAssessment) other = assessment_with (CAPACITY_VERDICT_AT_RISK, FALSE);
  CapacityServiceAssessment *judged = other->services->pdata[0];
  g_autoptr (CapacityService) service = capacity_service_new ();

  g_assert_true (is_same (CAPACITY_VERDICT_AT_RISK, TRUE, CAPACITY_VERDICT_AT_RISK, TRUE));
  /* Neither needs attention. */
  g_assert_true (is_same (CAPACITY_VERDICT_SUFFICIENT, FALSE, CAPACITY_VERDICT_EXCESSIVE, FALSE));
  g_assert_false (is_same (CAPACITY_VERDICT_AT_RISK, FALSE, CAPACITY_VERDICT_INSUFFICIENT, FALSE));
  g_assert_false (is_same (CAPACITY_VERDICT_AT_RISK, FALSE, CAPACITY_VERDICT_AT_RISK, TRUE));

  service->id = capacity_id_new ();
  capacity_service_unref ((CapacityService *) judged->service);
  judged->service = g_steal_pointer (&service);
  g_assert_false (capacity_attention_is_same (other, one));
  g_ptr_array_set_size (other->services, 0);
  g_assert_false (capacity_attention_is_same (other, one));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/attention/worse", test_worse);
  g_test_add_func ("/attention/same-or-better", test_same_or_better);
  g_test_add_func ("/attention/new", test_new);
  g_test_add_func ("/attention/is-same", test_is_same);
  g_test_add_func ("/attention/forget", test_forget);

  return g_test_run ();
}
