/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-erlang.h"

#include <math.h>

#define assert_near(value, expected, tolerance) g_assert_cmpfloat_with_epsilon (value, expected, tolerance)

/* The first row is the example that pyworkforce publishes for its ErlangC; the others were made by the
 * formula in exact arithmetic. Times in minutes. */
static const struct
{
  double per_hour, service_time;
  guint  places;
  double limit, offered, load, waits, mean_wait, level;
} lines[] = {
  { 200, 3, 14, 1.0 / 3, 10, 0.7143, 0.174132, 0.1306, 0.888350 },
  { 24, 10, 5, 15, 4, 0.8000, 0.554113, 5.5411, 0.876361 },
  { 24, 10, 6, 15, 4, 0.6667, 0.284761, 1.4238, 0.985823 },
  { 40, 12, 9, 15, 8, 0.8889, 0.653327, 7.8399, 0.812819 },
  { 12, 20, 5, 10, 4, 0.8000, 0.554113, 11.0823, 0.663914 },
};

static void
test_vectors (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      double arrivals = lines[i].per_hour / 60;
      CapacityLine line = capacity_erlang_c (arrivals, lines[i].service_time, lines[i].places);

      g_assert_cmpint (line.state, ==, CAPACITY_LINE_STEADY);
      assert_near (line.offered, lines[i].offered, 1e-9);
      assert_near (line.load, lines[i].load, 5e-5);
      assert_near (line.waits, lines[i].waits, 5e-7);
      assert_near (line.mean_wait, lines[i].mean_wait, 5e-5);
      assert_near (line.mean_length, arrivals * line.mean_wait, 1e-12);
      assert_near (capacity_service_level (arrivals, lines[i].service_time, lines[i].places, lines[i].limit),
                   lines[i].level, 5e-7);
    }
}

/* Traffic that so many places carry with 1 % blocked: the published Erlang B tables, such as in ITU-D
 * Study Group 2 (2005), "Teletraffic Engineering Handbook". */
static void
test_blocked (void)
{
  const struct { guint places; double offered; } rows[] = {
    { 1, 0.0101 }, { 5, 1.3608 }, { 10, 4.4612 }, { 20, 12.031 }, { 50, 37.901 }, { 100, 84.064 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_near (capacity_erlang_b (rows[i].offered, rows[i].places), 0.01, 2e-5);
  g_assert_cmpfloat (capacity_erlang_b (0, 0), ==, 1);
  g_assert_cmpfloat (capacity_erlang_b (0, 3), ==, 0);
  assert_near (capacity_erlang_b (1000, 1000), 0.0245, 5e-4);
}

/* Three ophthalmologists, six patients an hour, twenty minutes each: Gross & Harris, "Fundamentals of
 * Queueing Theory", example of M/M/c: L_q = 8/9, W_q = 4/27 of an hour. And one place, which is plain
 * M/M/1. */
static void
test_known (void)
{
  CapacityLine line = capacity_erlang_c (6, 1.0 / 3, 3);

  assert_near (line.mean_length, 8.0 / 9, 1e-12);
  assert_near (line.mean_wait, 4.0 / 27, 1e-12);
  assert_near (line.waits, 4.0 / 9, 1e-12);
  line = capacity_erlang_c (0.5, 1, 1);
  assert_near (line.waits, 0.5, 1e-12);
  assert_near (line.mean_wait, 1, 1e-12);
}

static void
test_places (void)
{
  const double fourteen = 14;
  const double groups[] = { 3.4, 3.4, 3.4 };

  g_assert_cmpuint (capacity_places_needed (200.0 / 60, 3, 1.0 / 3, 0.80, 0.85), ==, 14);
  g_assert_cmpuint (capacity_places_needed (24.0 / 60, 10, 15, 0.90, 0.85), ==, 6);
  g_assert_cmpuint (capacity_places_needed (40.0 / 60, 12, 15, 0.80, 0.85), ==, 10);
  g_assert_cmpuint (capacity_places_needed (60.0 / 60, 6, 5, 0.90, 0.90), ==, 8);
  g_assert_cmpuint (capacity_places_to_roster (&fourteen, 1, 0.30), ==, 20);

  /* Rounded up one by one the groups would ask for 15. */
  g_assert_cmpuint (capacity_places_to_roster (groups, 3, 0.30), ==, 15);
  g_assert_cmpuint (capacity_places_to_roster (groups, 3, 0), ==, 11);
  g_assert_cmpuint (capacity_places_to_roster (groups, 3, 1), ==, 0);
}

/* Pooling never needs more than the parts. */
static void
test_pooling (void)
{
  for (double rate = 0.1; rate < 5; rate += 0.3)
    for (double time = 1; time < 30; time += 7)
      {
        guint one = capacity_places_needed (rate, time, 2, 0.8, 0.9);

        g_assert_cmpuint (capacity_places_needed (2 * rate, time, 2, 0.8, 0.9), <=, 2 * one);
        g_assert_cmpuint (one, >, 0);
      }
}

static void
test_more_places (void)
{
  double level = 0;

  for (guint places = 0; places < 40; places++)
    {
      double next = capacity_service_level (2, 7, places, 1);

      g_assert_cmpfloat (next, >=, level);
      level = next;
    }
  assert_near (level, 1, 1e-6);
}

static void
test_varied_times (void)
{
  double wait = capacity_erlang_c (24.0 / 60, 10, 5).mean_wait;

  assert_near (capacity_allen_cunneen (wait, 1, 0.25), 3.4632, 5e-5);
  assert_near (capacity_allen_cunneen (wait, 1, 2), 8.3117, 5e-5);
  assert_near (capacity_allen_cunneen (wait, 1, 0), 2.7706, 5e-5);
  assert_near (capacity_allen_cunneen (wait, 1, 1), wait, 1e-12);
}

/* ρ ≥ 1 is a state with a rate, never a negative wait. */
static void
test_edges (void)
{
  CapacityLine line = capacity_erlang_c (10, 1, 8);

  g_assert_cmpint (line.state, ==, CAPACITY_LINE_GROWS);
  assert_near (line.growth, 2, 1e-12);
  g_assert_true (isnan (line.mean_wait));
  g_assert_cmpfloat (capacity_service_level (10, 1, 8, 5), ==, 0);
  g_assert_cmpint (capacity_erlang_c (10, 1, 10).state, ==, CAPACITY_LINE_GROWS);
  g_assert_cmpint (capacity_erlang_c (10, 1, 0).state, ==, CAPACITY_LINE_GROWS);

  line = capacity_erlang_c (0, 5, 0);
  g_assert_cmpint (line.state, ==, CAPACITY_LINE_STEADY);
  g_assert_cmpfloat (line.mean_wait, ==, 0);
  g_assert_cmpfloat (capacity_service_level (0, 5, 2, 0), ==, 1);

  g_assert_cmpint (capacity_erlang_c (-1, 5, 2).state, ==, CAPACITY_LINE_UNKNOWN);
  g_assert_cmpint (capacity_erlang_c (NAN, 5, 2).state, ==, CAPACITY_LINE_UNKNOWN);
  g_assert_cmpint (capacity_erlang_c (INFINITY, 5, 2).state, ==, CAPACITY_LINE_UNKNOWN);
  g_assert_true (isnan (capacity_erlang_b (-1, 2)));
  g_assert_true (isnan (capacity_service_level (1, 1, 2, -1)));
  g_assert_cmpuint (capacity_places_needed (0, 5, 1, 0.8, 0.85), ==, 0);
  g_assert_cmpuint (capacity_places_needed (1, 5, 1, 1, 0.85), ==, 0);
  g_assert_cmpuint (capacity_places_needed (1, 5, 1, 0.8, 0), ==, 0);
  g_assert_cmpuint (capacity_places_needed (NAN, 5, 1, 0.8, 0.85), ==, 0);
  g_assert_cmpuint (capacity_places_needed (1e9, 5, 1, 0.8, 0.85), ==, 0);

  /* So many places that B is less than any double: still a number. */
  g_assert_cmpfloat (capacity_erlang_c (1, 1, 500).mean_wait, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/erlang/vectors", test_vectors);
  g_test_add_func ("/erlang/blocked", test_blocked);
  g_test_add_func ("/erlang/known", test_known);
  g_test_add_func ("/erlang/places", test_places);
  g_test_add_func ("/erlang/pooling", test_pooling);
  g_test_add_func ("/erlang/more-places", test_more_places);
  g_test_add_func ("/erlang/varied-times", test_varied_times);
  g_test_add_func ("/erlang/edges", test_edges);

  return g_test_run ();
}
