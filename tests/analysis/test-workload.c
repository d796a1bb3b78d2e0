/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-workload.h"

#include <math.h>

#define assert_near(value, expected, tolerance) g_assert_cmpfloat_with_epsilon (value, expected, tolerance)

/* By hand: 5200 cases of 42 minutes are 3640 hours, and 3640 / (1720 · 0.85) = 2.49 posts. */
static void
test_vectors (void)
{
  const double cases = 5200;
  const double hours_a_case = 42.0 / 60;
  double workload = capacity_workload (&cases, &hours_a_case, 1);

  assert_near (workload, 3640, 1e-9);
  assert_near (capacity_gap_in_posts (workload, 1720, 0.15), 2.49, 5e-3);
  assert_near (capacity_requirement (850, 0.85), 1000, 1e-9);
  assert_near (capacity_gap (850, 0.85, 900), 100, 1e-9);
  assert_near (capacity_gap (425, 0.85, 900), -400, 1e-9);
  assert_near (capacity_left_over ((const double[]){ -400, NAN, -70 }, 3), 70, 1e-9);
  assert_near (capacity_left_over ((const double[]){ -400, 30, -70 }, 3), 0, 1e-9);
  g_assert_true (isnan (capacity_left_over ((const double[]){ NAN }, 1)));
}

static void
test_workload (void)
{
  const double volumes[] = { 100, NAN, 40 };
  const double needs[] = { 0.5, 2, 0.25 };

  assert_near (capacity_workload (volumes, needs, 3), 60, 1e-12);
  g_assert_true (isnan (capacity_workload (volumes + 1, needs + 1, 1)));
  g_assert_true (isnan (capacity_workload (NULL, NULL, 0)));
}

static void
test_failure_demand (void)
{
  double workloads[CAPACITY_N_REQUEST_KINDS];

  for (guint kind = 0; kind < CAPACITY_N_REQUEST_KINDS; kind++)
    workloads[kind] = NAN;
  g_assert_true (isnan (capacity_failure_demand_share (workloads)));
  workloads[CAPACITY_REQUEST_ALL] = 1000; /* not told apart, so it says nothing of kinds */
  workloads[CAPACITY_REQUEST_SERVICE] = 60;
  workloads[CAPACITY_REQUEST_INCIDENT] = 20;
  workloads[CAPACITY_REQUEST_COMPLAINT] = 10;
  workloads[CAPACITY_REQUEST_CHANGE] = 10;
  assert_near (capacity_failure_demand_share (workloads), 0.3, 1e-12);
}

/* Rounding each group up would ask for six. */
static void
test_pool (void)
{
  const double gaps[] = { 1.2, 1.3, 1.4, NAN, -0.4 };
  const double whole[] = { 0.1, 0.2, 0.7 };
  const double enough[] = { 0.4, -0.5 };

  g_assert_cmpuint (capacity_posts_to_fill (gaps, 5), ==, 4);
  g_assert_cmpuint (capacity_posts_to_fill (whole, 3), ==, 1);
  g_assert_cmpuint (capacity_posts_to_fill (enough, 2), ==, 0);
  g_assert_cmpuint (capacity_posts_to_fill (NULL, 0), ==, 0);
}

/* Pooling never needs more than the parts. */
static void
test_pool_needs_no_more (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (guint k = 0; k < 1000; k++)
    {
      double gaps[8];
      guint apart = 0, n = (guint) g_rand_int_range (random, 1, G_N_ELEMENTS (gaps) + 1);

      for (guint i = 0; i < n; i++)
        {
          gaps[i] = g_rand_double_range (random, -2, 4);
          apart += capacity_posts_to_fill (&gaps[i], 1);
        }
      g_assert_cmpuint (capacity_posts_to_fill (gaps, n), <=, apart);
    }
}

static void
test_net_hours (void)
{
  CapacityPeople people = { .posts = 5, .working_days = 21, .hours_a_day = 8, .leave_days = 2,
                            .sick_days = 0.5,
                            .training_days = 0.25, .other_duties = 0.1 };
  CapacityNetHours hours = capacity_net_hours (people);

  assert_near (hours.gross, 840, 1e-9);
  assert_near (hours.leave, 80, 1e-9);
  assert_near (hours.sick, 20, 1e-9);
  assert_near (hours.training, 10, 1e-9);
  assert_near (hours.other, 73, 1e-9);
  assert_near (hours.net, 657, 1e-9);
  assert_near (hours.gross - hours.leave - hours.sick - hours.training - hours.other, hours.net, 1e-9);
  assert_near (hours.shrinkage, 1 - 657.0 / 840, 1e-12);

  people.leave_days = 30;
  g_assert_cmpfloat (capacity_net_hours (people).net, ==, 0);
  people.posts = 0;
  g_assert_true (isnan (capacity_net_hours (people).shrinkage));
}

static void
test_least (void)
{
  const double allocated[] = { 100, NAN, 300, 90, 50 };
  const double needs[] = { 0.5, 1, 1, 0.4, 0 };
  CapacityBinding binding = capacity_least_resource (allocated, needs, 5);

  g_assert_cmpint (binding.first, ==, 0);
  g_assert_cmpint (binding.next, ==, 3);
  assert_near (binding.capacity, 200, 1e-12);
  binding = capacity_least_resource (allocated + 1, needs + 1, 1);
  g_assert_cmpint (binding.first, ==, -1);
  g_assert_true (isnan (binding.capacity));
  binding = capacity_least_resource (allocated, needs, 1);
  g_assert_cmpint (binding.next, ==, -1);
}

static void
test_edges (void)
{
  g_assert_true (isnan (capacity_requirement (100, 0)));
  g_assert_true (isnan (capacity_gap (NAN, 0.85, 100)));
  g_assert_true (isnan (capacity_gap_in_posts (100, 0, 0.1)));
  g_assert_true (isnan (capacity_gap_in_posts (100, 160, 1)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workload/vectors", test_vectors);
  g_test_add_func ("/workload/workload", test_workload);
  g_test_add_func ("/workload/failure-demand", test_failure_demand);
  g_test_add_func ("/workload/pool", test_pool);
  g_test_add_func ("/workload/pool-needs-no-more", test_pool_needs_no_more);
  g_test_add_func ("/workload/net-hours", test_net_hours);
  g_test_add_func ("/workload/least", test_least);
  g_test_add_func ("/workload/edges", test_edges);

  return g_test_run ();
}
