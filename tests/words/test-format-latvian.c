/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "assert-text.h"
#include "capacity-format.h"
#include "capacity-words.h"
#include "latvian.h"

#include <math.h>

static void
test_numbers (void)
{
  assert_text (capacity_format_number (1234567.891, 2), "1" NBSP "234" NBSP "567,89");
  assert_text (capacity_format_percent (0.88), "88" NBSP "%");
  assert_text (capacity_format_change (0.032, 1), "+3,2" NBSP "%");
  assert_text (capacity_format_money (123450), "1" NBSP "234,50" NBSP "€");
  g_assert_cmpfloat (capacity_format_parse_number ("1" NBSP "234,5"), ==, 1234.5);
  g_assert_cmpfloat (capacity_format_parse_number ("1,234"), ==, 1.234);
}

/* The forms of CLDR and of Latvian grammar: "in November" is a case of its own. */
static void
test_periods (void)
{
  assert_text (capacity_format_date (capacity_date_from_ymd (2026, 11, 23)), "23.11.2026.");
  assert_text (capacity_format_long_date (capacity_date_from_ymd (2026, 11, 23)), "2026. gada 23. novembris");
  assert_text (capacity_format_period (capacity_hour (capacity_date_from_ymd (2026, 11, 23), 9)), "23.11.2026. 9–10");
  assert_text (capacity_format_rate (12, "klienti", CAPACITY_PERIOD_HOUR), "12" NBSP "klienti stundā");
  assert_text (capacity_format_period (capacity_month (2026, 11)), "2026. gada novembris");
  assert_text (capacity_format_in_period (capacity_month (2026, 11)), "2026. gada novembrī");
  assert_text (capacity_format_in_period ((CapacityPeriod){ CAPACITY_PERIOD_YEAR, 2026 }), "2026. gadā");
  assert_text (capacity_format_period ((CapacityPeriod){ CAPACITY_PERIOD_QUARTER, 2026 * 4 + 3 }), "2026. gada 4. ceturksnis");
  assert_text (capacity_format_rate (1240, "pieteikumi", CAPACITY_PERIOD_MONTH), "1" NBSP "240" NBSP "pieteikumi mēnesī");
}

/* The three forms of Latvian plurals. */
static void
test_plurals (void)
{
  static const struct { double stock; const char *text; } cases[] = {
    { 0, "Gaida 0 gadījumu" }, { 1, "Gaida 1 gadījums" }, { 2, "Gaida 2 gadījumi" }, { 10, "Gaida 10 gadījumi" },
    { 11, "Gaida 11 gadījumi" }, { 21, "Gaida 21 gadījums" }, { 101, "Gaida 101 gadījums" }, { 111, "Gaida 111 gadījumi" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CapacityQueue queue = { .is_known = TRUE, .stock = cases[i].stock, .growth = NAN, .clearance_days = NAN };

      assert_text (capacity_words_queue (&queue), cases[i].text);
    }
}

/* What works off the queue is set against what there is, where that is known and too little. */
static void
test_relief (void)
{
  CapacityService facts = { .unit = (char *) "pieteikumi" };
  CapacityServiceAssessment self = { .service = &facts, .queue = { .stock = 9000, .allowed = 1000, .relief = 1667 } };

  self.modes[CAPACITY_MODE_REGULAR].capacity = 1260;
  assert_text (capacity_words_relief (&self),
               "Gaidīt drīkst ne vairāk kā 1" NBSP "000, bet gaida par 8" NBSP "000 vairāk. Lai tos izpildītu gada laikā, "
               "vajadzīga veiktspēja: 1" NBSP "667" NBSP "pieteikumi mēnesī – par 407 vairāk nekā pašlaik.");
  self.modes[CAPACITY_MODE_REGULAR].capacity = NAN;
  assert_text (capacity_words_relief (&self),
               "Gaidīt drīkst ne vairāk kā 1" NBSP "000, bet gaida par 8" NBSP "000 vairāk. Lai tos izpildītu gada laikā, "
               "vajadzīga veiktspēja: 1" NBSP "667" NBSP "pieteikumi mēnesī.");
  self.queue.relief = NAN;
  g_assert_null (capacity_words_relief (&self));
}

static void
test_verdicts (void)
{
  g_assert_cmpstr (capacity_words_verdict (CAPACITY_VERDICT_SUFFICIENT), ==, "Pietiek");
  g_assert_cmpstr (capacity_words_verdict (CAPACITY_VERDICT_EXCESSIVE), ==, "Par daudz");
  g_assert_cmpstr (capacity_words_verdict (CAPACITY_VERDICT_AT_RISK), ==, "Riskā");
  g_assert_cmpstr (capacity_words_verdict (CAPACITY_VERDICT_INSUFFICIENT), ==, "Nepietiek");
  g_assert_cmpstr (capacity_words_verdict (CAPACITY_VERDICT_UNKNOWN), ==, "Nav zināms");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!latvian_begin ())
    return 77;

  g_test_add_func ("/format-latvian/numbers", test_numbers);
  g_test_add_func ("/format-latvian/periods", test_periods);
  g_test_add_func ("/format-latvian/plurals", test_plurals);
  g_test_add_func ("/format-latvian/relief", test_relief);
  g_test_add_func ("/format-latvian/verdicts", test_verdicts);

  return g_test_run ();
}
