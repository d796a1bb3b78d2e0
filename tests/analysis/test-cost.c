/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-cost.h"

#include <math.h>

#define assert_near(value, expected, tolerance) g_assert_cmpfloat_with_epsilon (value, expected, tolerance)

/* By hand, for cases of 42 minutes: a post of 26 000 € adds 1462 hours; an electronic form of 40 000 € over five years
 * without interest and 4000 € a year saves 1500 hours; overtime of 9000 € adds 420 hours. */
static void
test_vectors (void)
{
  double hours_a_case = 42.0 / 60;
  double e_form = capacity_annualised_cost (40000, 4000, 0, 5);

  assert_near (capacity_cost_per_added (26000, 1462), 17.78, 5e-3);
  assert_near (capacity_cost_per_added (26000, 1462 / hours_a_case), 12.45, 5e-3);
  assert_near (e_form, 12000, 1e-9);
  assert_near (capacity_cost_per_added (e_form, 1500), 8.00, 1e-9);
  assert_near (capacity_cost_per_added (e_form, 1500 / hours_a_case), 5.60, 1e-9);
  assert_near (capacity_cost_per_added (9000, 420), 21.43, 5e-3);
  assert_near (capacity_cost_per_added (9000, 420 / hours_a_case), 15.00, 1e-9);
}

/* The payment on a loan, such as any table of annuities has: 4 % over 10 years is 0.12329 a year for each
 * 1. */
static void
test_annuity (void)
{
  assert_near (capacity_annualised_cost (1, 0, 0.04, 10), 0.12329, 5e-6);
  assert_near (capacity_annualised_cost (1, 0, 0.10, 5), 0.26380, 5e-6);
  assert_near (capacity_annualised_cost (1000, 50, 1e-12, 4), 300, 1e-6);
  g_assert_true (isnan (capacity_annualised_cost (1, 0, 0.04, 0)));
  g_assert_true (isnan (capacity_annualised_cost (1, 0, -1, 5)));
}

static void
test_case (void)
{
  const double costs[] = { 52000, 10000, NAN };
  const double shares[] = { 0.5, 0.1, 0.3 };

  assert_near (capacity_cost_per_case (costs, shares, 3, 5400), 5, 1e-12);
  g_assert_true (isnan (capacity_cost_per_case (costs, shares, 3, 0)));
  g_assert_true (isnan (capacity_cost_per_case (costs + 2, shares, 1, 100)));
  assert_near (capacity_idle_cost (52000, 0.75), 13000, 1e-9);
  g_assert_cmpfloat (capacity_idle_cost (52000, 1.2), ==, 0);
  g_assert_true (isnan (capacity_idle_cost (52000, NAN)));
}

static void
test_options (void)
{
  const CapacityOption options[] = {
    { 9000, { 600, 600, 0 } },       /* overtime in the peaks */
    { 12000, { 2143, 2143, 2143 } }, /* an electronic form */
    { 26000, { 2089, 2089, 2089 } }, /* a post: costs more, adds less */
    { 38000, { 4232, 4232, 4232 } }, /* both */
    { 38000, { 4232, 4232, 4232 } }, /* the same again */
  };
  const double small[] = { 500, 500, 0 };
  const double lasting[] = { 100, 0, 1500 };
  const double large[] = { 5000, 0, 0 };
  const CapacityOption kept[] = { options[0], options[1], options[3] };
  gboolean is_dominated[5];
  double marginal[3];

  capacity_options_dominated (options, 5, is_dominated);
  g_assert_false (is_dominated[0]);
  g_assert_false (is_dominated[1]);
  g_assert_true (is_dominated[2]);
  g_assert_false (is_dominated[3]);
  g_assert_true (is_dominated[4]);

  capacity_options_marginal (kept, 3, CAPACITY_MODE_REGULAR, marginal);
  assert_near (marginal[0], 15, 1e-9);
  assert_near (marginal[1], 3000.0 / 1543, 1e-9);
  assert_near (marginal[2], 26000.0 / 2089, 1e-9);

  g_assert_cmpint (capacity_options_cheapest (options, 5, small), ==, 0);
  g_assert_cmpint (capacity_options_cheapest (options, 5, lasting), ==, 1);
  g_assert_cmpint (capacity_options_cheapest (options, 5, large), ==, -1);
  g_assert_cmpint (capacity_options_cheapest (options, 0, small), ==, -1);
}

static void
test_benefit (void)
{
  assert_near (capacity_net_benefit (100, 20, 0.5, 1000, 4, 300, 15, 6000), 2000 + 2000 + 4500 - 6000, 1e-9);
  assert_near (capacity_payback (40000, 16000), 2.5, 1e-12);
  g_assert_true (isinf (capacity_payback (40000, 0)));
  g_assert_cmpfloat (capacity_payback (0, -5), ==, 0);
  g_assert_true (isnan (capacity_payback (NAN, 5)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cost/vectors", test_vectors);
  g_test_add_func ("/cost/annuity", test_annuity);
  g_test_add_func ("/cost/case", test_case);
  g_test_add_func ("/cost/options", test_options);
  g_test_add_func ("/cost/benefit", test_benefit);

  return g_test_run ();
}
