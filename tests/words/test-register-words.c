/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "assert-text.h"
#include "capacity-quality-words.h"
#include "capacity-register-words.h"
#include "capacity-words.h"
#include "latvian.h"

#include <math.h>

#define assert_all_differ(function, type, n)                                       \
  G_STMT_START                                                                     \
  {                                                                                \
    for (int i = 0; i < n; i++)                                                    \
      {                                                                            \
        g_assert_cmpstr (function ((type) i), !=, function ((type) n));            \
        for (int j = 0; j < i; j++)                                                \
          g_assert_cmpstr (function ((type) i), !=, function ((type) j));          \
      }                                                                            \
    g_assert_cmpstr (function ((type) -1), ==, "Nav zināms");                      \
    g_assert_cmpstr (function ((type) n), ==, "Nav zināms");                       \
  }                                                                                \
  G_STMT_END

/* Every value has a word of its own, and one that a later version wrote has "not known". */
static void
test_every_value (void)
{
  assert_all_differ (capacity_words_phase, CapacityPhase, CAPACITY_N_PHASES);
  assert_all_differ (capacity_words_benefit, CapacityBenefit, CAPACITY_N_BENEFITS);
  assert_all_differ (capacity_words_resource_kind, CapacityResourceKind, CAPACITY_N_RESOURCE_KINDS);
  assert_all_differ (capacity_words_reach, CapacityReach, CAPACITY_N_REACHES);
  assert_all_differ (capacity_words_sharing, CapacitySharing, CAPACITY_N_SHARINGS);
  assert_all_differ (capacity_words_limit_state, CapacityLimitState, CAPACITY_N_LIMIT_STATES);
  assert_all_differ (capacity_words_label_kind, CapacityLabelKind, CAPACITY_N_LABEL_KINDS);
  assert_all_differ (capacity_words_event_kind, CapacityKnownEventKind, CAPACITY_N_KNOWN_EVENT_KINDS);
  assert_all_differ (capacity_words_role, CapacityRole, CAPACITY_N_ROLES);
  assert_all_differ (capacity_words_plan_state, CapacityPlanState, CAPACITY_N_PLAN_STATES);
}

/* The words of the method card. */
static void
test_card (void)
{
  g_assert_cmpstr (capacity_words_phase (CAPACITY_PHASE_CREATION), ==, "Izveide vai iegāde");
  g_assert_cmpstr (capacity_words_phase (CAPACITY_PHASE_PROVISION), ==, "Sniegšana vai lietošana");
  g_assert_cmpstr (capacity_words_label_kind (CAPACITY_LABEL_LIFE_SITUATION), ==, "Dzīves situācija");
  g_assert_cmpstr (capacity_words_role (CAPACITY_ROLE_SERVICE_OWNER), ==, "Pakalpojuma saimnieks (pakalpojuma vadītājs)");
  g_assert_cmpstr (capacity_words_label_kind (CAPACITY_LABEL_USER), ==, "Resursa lietotājs");
}

/* A norm and a measurement stand side by side. */
static void
test_need_basis (void)
{
  CapacityNeed need = { .amount = 0.45, .basis = CAPACITY_BASIS_MEASURED, .norm = NAN };

  assert_text (capacity_words_need_basis (&need), "Mērījums");
  need.norm = 0.36;
  assert_text (capacity_words_need_basis (&need), "Mērījums, par 25" NBSP "% vairāk nekā norma 0,36");
  need.norm = 0.5;
  assert_text (capacity_words_need_basis (&need), "Mērījums, par 10" NBSP "% mazāk nekā norma 0,5");
  need.norm = 0.45;
  assert_text (capacity_words_need_basis (&need), "Mērījums, tāds pats kā norma");
}

/* What is missing of a service is named by what tells it apart. */
static void
test_part (void)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  CapacityService *service = capacity_service_new ();
  CapacityFinding finding = { .kind = CAPACITY_FINDING_PART, .service = service->id, .first = 24311, .n = 2 };
  CapacityVolume *whole = g_new0 (CapacityVolume, 1);
  CapacityVolume *part = g_new0 (CapacityVolume, 1);

  g_ptr_array_add (portfolio->services, service);
  whole->series = capacity_series_new (CAPACITY_PERIOD_MONTH, 24300, NULL, 0);
  part->series = capacity_series_new (CAPACITY_PERIOD_MONTH, 24300, NULL, 0);
  part->kind = CAPACITY_REQUEST_COMPLAINT;
  part->channel = g_strdup ("Klātienē");
  g_ptr_array_add (service->volumes, whole);
  g_ptr_array_add (service->volumes, part);

  g_assert_null (capacity_words_part (whole));
  assert_text (capacity_words_part (part), "Sūdzības un ierosinājumi · Klātienē");
  assert_text (capacity_words_finding_about (&finding, portfolio), "Apjomi bez dalījuma");
  finding.volume = 1;
  assert_text (capacity_words_finding_about (&finding, portfolio), "Sūdzības un ierosinājumi · Klātienē");
}

/* Of a capacity that a resource contradicts, the resource and both numbers are told. */
static void
test_contradiction (void)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  CapacityResource *people = capacity_resource_new ();
  CapacityFinding finding = { .kind = CAPACITY_FINDING_CAPACITY, .other = people->id, .value = 500, .expected = 420 };
  g_autofree char *about = NULL;

  g_set_str (&people->name, "Konsultanti");
  g_ptr_array_add (portfolio->resources, people);
  about = capacity_words_finding_about (&finding, portfolio);
  assert_text (capacity_words_finding_title (&finding), "Resurss ļauj mazāk par norādīto veiktspēju");
  assert_text (capacity_words_finding_detail (&finding, about),
               "Konsultanti: ļautu izpildīt 420 mēnesī, norādīts 500");
}

static void
test_limit_amount (void)
{
  g_autoptr (CapacityLimit) limit = capacity_limit_new (CAPACITY_MODE_REGULAR, 1237.5, CAPACITY_PERIOD_QUARTER,
                                                        CAPACITY_DATE_NONE, CAPACITY_DATE_NONE);

  assert_text (capacity_words_limit_amount (limit), "1" NBSP "237,5 ceturksnī");
  limit->in_posts = TRUE;
  limit->value = 21;
  assert_text (capacity_words_limit_amount (limit), "21 slodze");
  assert_text (capacity_words_posts (1.5), "1,5 slodzes");
  assert_text (capacity_words_posts (1. / 3), "0,33 slodzes");
  assert_text (capacity_words_posts (0), "0 slodžu");
}

/* What ends says so, or a day of maintenance reads as the end of a system. */
static void
test_limit_time (void)
{
  g_autoptr (CapacityLimit) limit = capacity_limit_new (CAPACITY_MODE_REGULAR, 0, CAPACITY_PERIOD_MONTH,
                                                        CAPACITY_DATE_NONE, CAPACITY_DATE_NONE);

  assert_text (capacity_words_limit_time (limit), "Jau tagad");
  limit->until = capacity_date_from_ymd (2026, 12, 9);
  assert_text (capacity_words_limit_time (limit), "Līdz 09.12.2026.");
  limit->from = capacity_date_from_ymd (2026, 12, 8);
  assert_text (capacity_words_limit_time (limit), "08.12.2026. līdz 09.12.2026.");
}

static void
test_named_by (void)
{
  assert_text (capacity_words_named_by (21, 3), "21 pakalpojums, 3 resursi");
  assert_text (capacity_words_named_by (2, 0), "2 pakalpojumi");
  assert_text (capacity_words_named_by (0, 11), "11 resursi");
  assert_text (capacity_words_named_by (0, 0), "neviens pakalpojums vai resurss");
}

static void
test_service_gone (void)
{
  g_autoptr (CapacityService) service = capacity_service_new ();

  g_set_str (&service->name, "Pases");
  assert_text (capacity_words_service_gone (service), "„Pases“ dzēsts");
  g_ptr_array_add (service->limits, capacity_limit_new (CAPACITY_MODE_REGULAR, 1, CAPACITY_PERIOD_MONTH, 0, 0));
  g_ptr_array_add (service->limits, capacity_limit_new (CAPACITY_MODE_PEAK, 1, CAPACITY_PERIOD_MONTH, 0, 0));
  assert_text (capacity_words_service_gone (service), "„Pases“ dzēsts kopā ar datiem: 2 veiktspējas");
}

static void
test_label_details (void)
{
  g_autoptr (CapacityLabel) label = capacity_label_new (CAPACITY_LABEL_RECIPIENTS, "Seniori");

  assert_text (capacity_words_label_details (label), "");
  label->level = g_strdup ("vienā darbdienā");
  assert_text (capacity_words_label_details (label), "vienā darbdienā");
  label->size = 1200;
  assert_text (capacity_words_label_details (label), "1\302\240200 · vienā darbdienā");
}

static void
test_event_dated (void)
{
  g_autoptr (CapacityKnownEvent) event = capacity_known_event_new (CAPACITY_KNOWN_EVENT_LAW, "Likums",
                                                                   capacity_date_from_ymd (2027, 7, 1), CAPACITY_DATE_NONE);

  assert_text (capacity_words_event_dated (event), "Likums no 01.07.2027.");
  event->until = capacity_date_from_ymd (2027, 8, 31);
  assert_text (capacity_words_event_dated (event), "Likums no 01.07.2027. līdz 31.08.2027.");
  event->until = event->from;
  assert_text (capacity_words_event_dated (event), "Likums 01.07.2027.");
}

static void
test_event_time (void)
{
  g_autoptr (CapacityKnownEvent) event = capacity_known_event_new (CAPACITY_KNOWN_EVENT_LAW, "Likums",
                                                                   capacity_date_from_ymd (2027, 7, 1), CAPACITY_DATE_NONE);

  assert_text (capacity_words_event_time (event), "No 01.07.2027.");
  event->until = capacity_date_from_ymd (2027, 8, 31);
  assert_text (capacity_words_event_time (event), "01.07.2027. līdz 31.08.2027.");
  event->until = event->from;
  assert_text (capacity_words_event_time (event), "01.07.2027.");
}

static void
test_event_effect (void)
{
  g_autoptr (CapacityKnownEvent) event = capacity_known_event_new (CAPACITY_KNOWN_EVENT_LAW, "Likums",
                                                                   capacity_date_from_ymd (2027, 7, 1), CAPACITY_DATE_NONE);

  assert_text (capacity_words_event_effect (event), "ietekme nav zināma");
  event->share = 0.3;
  assert_text (capacity_words_event_effect (event), "pieprasījums +30" NBSP "%");
  event->cases = -21;
  assert_text (capacity_words_event_effect (event), "pieprasījums +30" NBSP "%, par 21 gadījumu mēnesī mazāk");
  event->share = -0.025;
  event->cases = 1500;
  assert_text (capacity_words_event_effect (event),
               "pieprasījums −2,5" NBSP "%, par 1" NBSP "500 gadījumiem mēnesī vairāk");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!latvian_begin ())
    return 77;

  g_test_add_func ("/register-words/every-value", test_every_value);
  g_test_add_func ("/register-words/label-details", test_label_details);
  g_test_add_func ("/register-words/event-dated", test_event_dated);
  g_test_add_func ("/register-words/card", test_card);
  g_test_add_func ("/register-words/need-basis", test_need_basis);
  g_test_add_func ("/register-words/part", test_part);
  g_test_add_func ("/register-words/contradiction", test_contradiction);
  g_test_add_func ("/register-words/limit-amount", test_limit_amount);
  g_test_add_func ("/register-words/limit-time", test_limit_time);
  g_test_add_func ("/register-words/named-by", test_named_by);
  g_test_add_func ("/register-words/service-gone", test_service_gone);
  g_test_add_func ("/register-words/event-time", test_event_time);
  g_test_add_func ("/register-words/event-effect", test_event_effect);

  return g_test_run ();
}
