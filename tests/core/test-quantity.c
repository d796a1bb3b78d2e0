/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-quantity.h"

static void
test_parse (void)
{
  CapacityQuantity quantity;

  g_assert_true (capacity_quantity_parse ("1200/month", &quantity));
  g_assert_cmpfloat (quantity.value, ==, 1200);
  g_assert_true (quantity.has_per);
  g_assert_cmpint (quantity.per, ==, CAPACITY_PERIOD_MONTH);
  g_assert_true (capacity_quantity_parse ("55.5/day", &quantity));
  g_assert_cmpint (quantity.per, ==, CAPACITY_PERIOD_DAY);
  g_assert_true (capacity_quantity_parse ("7", &quantity));
  g_assert_false (quantity.has_per);
}

static void
test_wrong (void)
{
  static const char *const texts[] = { "", "/month", "12/", "12/fortnight", "a", "12a/month", "1e999", "nan", "inf", "0x10", " 12" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      CapacityQuantity quantity;

      g_assert_false (capacity_quantity_parse (texts[i], &quantity));
    }
}

static void
test_round_trip (void)
{
  static const char *const texts[] = { "1200/month", "0.1/year", "12345678901/week", "7" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      CapacityQuantity quantity, again;
      g_autofree char *text = NULL;

      g_assert_true (capacity_quantity_parse (texts[i], &quantity));
      text = capacity_quantity_to_string (quantity);
      g_assert_true (capacity_quantity_parse (text, &again));
      g_assert_cmpfloat (again.value, ==, quantity.value);
    }
}

/* 400 Gregorian years have 146 097 days and 4 800 months. */
static void
test_rates (void)
{
  g_assert_cmpfloat_with_epsilon (capacity_rate_convert (1, CAPACITY_PERIOD_DAY, CAPACITY_PERIOD_MONTH), 146097.0 / 4800, 1e-12);
  g_assert_cmpfloat_with_epsilon (capacity_rate_convert (12, CAPACITY_PERIOD_YEAR, CAPACITY_PERIOD_MONTH), 1, 1e-12);
  g_assert_cmpfloat_with_epsilon (capacity_rate_convert (3, CAPACITY_PERIOD_QUARTER, CAPACITY_PERIOD_MONTH), 1, 1e-12);
  g_assert_cmpfloat (capacity_rate_convert (5, CAPACITY_PERIOD_WEEK, CAPACITY_PERIOD_WEEK), ==, 5);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quantity/parse", test_parse);
  g_test_add_func ("/quantity/wrong", test_wrong);
  g_test_add_func ("/quantity/round-trip", test_round_trip);
  g_test_add_func ("/quantity/rates", test_rates);

  return g_test_run ();
}
