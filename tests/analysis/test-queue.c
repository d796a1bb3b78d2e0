/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-queue.h"

#include <math.h>

#define assert_near(value, expected, tolerance) g_assert_cmpfloat_with_epsilon (value, expected, tolerance)

/* 30 come a week, 27 are seen, 1 200 wait with a mean wait of 63 weeks, and all should be seen within 52:
 * the example of Fong et al. (2022) as computed by NHSRwaitinglist. */
static void
test_vectors (void)
{
  double target = capacity_target_stock (30, 52, 4);

  assert_near (capacity_load (30, 27), 1.1111, 5e-5);
  assert_near (capacity_target_mean_wait (52, 4), 13, 1e-12);
  assert_near (target, 390, 1e-12);
  assert_near (1200 / target, 3.08, 5e-3);
  g_assert_true (capacity_is_relief_needed (1200, target));
  g_assert_false (capacity_is_relief_needed (780, target));
  assert_near (capacity_relief (30, 1200, target, 26), 61.15, 5e-3);
  assert_near (capacity_pressure (63, 52), 2.423, 5e-4);
  assert_near (capacity_lasting (30, 1, 1, 52, 4), 30.0769, 5e-5);
  assert_near (capacity_clearance_to (1200, target, 30, 36), 135, 1e-12);

  /* What is short every week and what is short once are two things. */
  assert_near (capacity_recurring_gap (30, 27), 3, 1e-12);
  assert_near (capacity_one_off_backlog (1200, target), 810, 1e-12);
}

/* The relief that is asked for brings the stock to its target in just that time. */
static void
test_relief_works (void)
{
  double stock = 1200;
  double relief = capacity_relief (30, stock, 390, 26);

  for (guint week = 0; week < 26; week++)
    stock = capacity_stock_next (stock, 30, relief, 0);
  assert_near (stock, 390, 1e-9);
  assert_near (capacity_clearance_to (1200, 390, 30, relief), 26, 1e-9);
}

static void
test_stock (void)
{
  assert_near (capacity_stock_next (100, 30, 50, 5), 75, 1e-12);
  g_assert_cmpfloat (capacity_stock_next (10, 0, 50, 0), ==, 0);
  g_assert_true (isnan (capacity_stock_next (10, NAN, 5, 0)));

  /* No more is done than there is. */
  assert_near (capacity_stock_growth (100, 30, 27), 3, 1e-12);
  assert_near (capacity_stock_growth (10, 30, 50), -10, 1e-12);
  assert_near (capacity_stock_growth (0, 30, 50), 0, 1e-12);
  g_assert_true (isnan (capacity_stock_growth (NAN, 30, 50)));

  assert_near (capacity_clearance (540, 27), 20, 1e-12);
  assert_near (capacity_little_wait (600, 30), 20, 1e-12);
}

static void
test_percentile (void)
{
  const double demand[] = { 10, NAN, 9, 8, 7, 6, 5, 4, 3, 2, 1 };

  assert_near (capacity_at_percentile (demand, G_N_ELEMENTS (demand), 0.85), 8.65, 1e-12);
  assert_near (capacity_at_percentile (demand, G_N_ELEMENTS (demand), 0.65), 6.85, 1e-12);
  g_assert_true (isnan (capacity_at_percentile (demand + 1, 1, 0.5)));
  g_assert_true (isnan (capacity_at_percentile (NULL, 0, 0.5)));
}

static void
test_edges (void)
{
  g_assert_true (isinf (capacity_clearance (5, 0)));
  g_assert_cmpfloat (capacity_clearance (0, 0), ==, 0);
  g_assert_true (isnan (capacity_clearance (NAN, 5)));
  g_assert_true (isinf (capacity_clearance_to (100, 10, 30, 30)));
  g_assert_cmpfloat (capacity_clearance_to (5, 10, 30, 20), ==, 0);
  g_assert_true (isnan (capacity_clearance_to (5, 10, NAN, 20)));
  g_assert_true (isinf (capacity_load (5, 0)));
  g_assert_true (isnan (capacity_load (0, 0)));
  g_assert_true (isnan (capacity_relief (30, 100, 10, 0)));
  g_assert_true (isnan (capacity_lasting (30, 1, 1, 0, 4)));
  g_assert_true (isnan (capacity_pressure (3, 0)));
  g_assert_cmpfloat (capacity_one_off_backlog (5, 10), ==, 0);
  g_assert_true (isnan (capacity_one_off_backlog (NAN, 10)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/queue/vectors", test_vectors);
  g_test_add_func ("/queue/relief-works", test_relief_works);
  g_test_add_func ("/queue/stock", test_stock);
  g_test_add_func ("/queue/percentile", test_percentile);
  g_test_add_func ("/queue/edges", test_edges);

  return g_test_run ();
}
