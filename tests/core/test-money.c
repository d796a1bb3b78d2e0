/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-money.h"

static void
test_parse (void)
{
  CapacityMoney money = 7;

  g_assert_true (capacity_money_parse ("1234.5", &money));
  g_assert_cmpint (money, ==, 123450);
  g_assert_true (capacity_money_parse ("-0.05", &money));
  g_assert_cmpint (money, ==, -5);
  g_assert_true (capacity_money_parse ("17", &money));
  g_assert_cmpint (money, ==, 1700);
  g_assert_false (capacity_money_parse ("", &money));
  g_assert_false (capacity_money_parse ("1.234", &money));
  g_assert_false (capacity_money_parse ("1,5", &money));
  g_assert_false (capacity_money_parse ("99999999999999999999", &money));
  g_assert_cmpint (money, ==, 1700);
}

static void
test_text (void)
{
  static const struct { CapacityMoney money; const char *text; } cases[] = {
    { 0, "0.00" }, { 5, "0.05" }, { -5, "-0.05" }, { 123450, "1234.50" }, { -100, "-1.00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = capacity_money_to_string (cases[i].money);
      CapacityMoney again;

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_true (capacity_money_parse (text, &again));
      g_assert_cmpint (again, ==, cases[i].money);
    }
}

static void
test_share (void)
{
  g_assert_cmpint (capacity_money_share (1000, 1.0 / 3), ==, 333);
  g_assert_cmpint (capacity_money_share (5, 0.5), ==, 3);
  g_assert_cmpint (capacity_money_share (-5, 0.5), ==, -3);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money/parse", test_parse);
  g_test_add_func ("/money/text", test_text);
  g_test_add_func ("/money/share", test_share);

  return g_test_run ();
}
