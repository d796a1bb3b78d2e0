/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-pooling.h"

#include <math.h>

#define assert_near(value, expected, tolerance) g_assert_cmpfloat_with_epsilon (value, expected, tolerance)

/* Two errors of 3 and 4: apart 5, together 7, against each other as good as none beyond what they are
 * alone. */
static void
test_deviation (void)
{
  assert_near (capacity_pooled_deviation (25, 7, 0), 5, 1e-12);
  assert_near (capacity_pooled_deviation (25, 7, 1), 7, 1e-12);
  for (double correlation = 0; correlation <= 1; correlation += 0.1)
    g_assert_cmpfloat (capacity_pooled_deviation (25, 7, correlation), <=, 7 + 1e-12);
  g_assert_true (isnan (capacity_pooled_deviation (NAN, 7, 0)));
}

static void
test_correlation (void)
{
  /* What a correlation makes of the variance of a sum, it is found from again. */
  for (double correlation = 0; correlation <= 1; correlation += 0.1)
    {
      double deviation = capacity_pooled_deviation (25, 7, correlation);

      assert_near (capacity_common_correlation (deviation * deviation, 25, 7), correlation, 1e-9);
    }
  g_assert_cmpfloat (capacity_common_correlation (1, 25, 7), ==, 0);
  g_assert_cmpfloat (capacity_common_correlation (100, 25, 7), ==, 1);
  g_assert_cmpfloat (capacity_common_correlation (9, 9, 3), ==, 0);
  g_assert_cmpfloat (capacity_common_correlation (0, 0, 0), ==, 0);
  g_assert_true (isnan (capacity_common_correlation (NAN, 25, 7)));
}

/* Quantiles of the normal distribution as in any table. */
static void
test_probability (void)
{
  assert_near (capacity_excess_probability (100, 10, 100), 0.5, 1e-12);
  assert_near (capacity_excess_probability (100, 10, 119.59964), 0.025, 1e-7);
  assert_near (capacity_excess_probability (100, 10, 87.18448), 0.9, 1e-6);
  g_assert_cmpfloat (capacity_excess_probability (100, 0, 100), ==, 0);
  g_assert_cmpfloat (capacity_excess_probability (101, 0, 100), ==, 1);
  g_assert_true (isnan (capacity_excess_probability (100, NAN, 100)));
  g_assert_true (isnan (capacity_excess_probability (100, 1, NAN)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pooling/deviation", test_deviation);
  g_test_add_func ("/pooling/correlation", test_correlation);
  g_test_add_func ("/pooling/probability", test_probability);

  return g_test_run ();
}
