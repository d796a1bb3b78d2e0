/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-sharing.h"

#include <math.h>

#define N 4

static void
assert_near (double value,
             double expected)
{
  g_assert_cmpfloat_with_epsilon (value, expected, 1e-9);
}

/* What each of four claims has of @offered. */
static void
share_out (CapacitySharing      sharing,
           const CapacityClaim *claims,
           double               offered,
           double              *has)
{
  CapacityClaims all = { 0 };

  for (guint i = 0; i < N; i++)
    capacity_claims_add (&all, &claims[i]);
  for (guint i = 0; i < N; i++)
    has[i] = capacity_part_of (capacity_claims_part (&all, sharing, &claims[i]), offered);
}

/* All who share a resource fairly are as loaded as it is. */
static void
test_fair (void)
{
  const CapacityClaim claims[N] = { { 10, NAN, 0 }, { 30, NAN, 0 }, { 60, NAN, 0 }, { 0, NAN, 0 } };
  double has[N];

  share_out (CAPACITY_SHARING_FAIR, claims, 80, has);
  for (guint i = 0; i < 3; i++)
    assert_near (claims[i].load / has[i], 100.0 / 80);
  assert_near (has[3], 0);
  share_out (CAPACITY_SHARING_FAIR, claims, 120, has);
  assert_near (has[3], 20);
  share_out (CAPACITY_SHARING_FAIR, claims, NAN, has);
  g_assert_true (isnan (has[0]) && isnan (has[3]));
}

/* Who was given a part has it, whatever it needs; the others have the rest. */
static void
test_share (void)
{
  const CapacityClaim claims[N] = { { 10, 0.5, 0 }, { 30, 0.2, 0 }, { 60, NAN, 0 }, { 20, NAN, 0 } };
  const CapacityClaim too_much[N] = { { 10, 0.9, 0 }, { 30, 0.6, 0 }, { 60, NAN, 0 }, { 0, NAN, 0 } };
  double has[N];
  double sum = 0;

  share_out (CAPACITY_SHARING_SHARE, claims, 200, has);
  assert_near (has[0], 100);
  assert_near (has[1], 40);
  assert_near (has[2], 45);
  assert_near (has[3], 15);
  share_out (CAPACITY_SHARING_SHARE, too_much, 200, has);
  for (guint i = 0; i < N; i++)
    sum += has[i];
  assert_near (sum, 200);
  assert_near (has[0] / has[1], 1.5);
}

/* The first have all, the next what is left of it; whoever comes later takes nothing from those before. */
static void
test_priority (void)
{
  const CapacityClaim claims[N] = { { 50, NAN, 2 }, { 40, NAN, 1 }, { 30, NAN, 0 }, { 10, NAN, 2 } };
  double has[N];

  share_out (CAPACITY_SHARING_PRIORITY, claims, 70, has);
  assert_near (has[1], 70);
  assert_near (has[0], 30 * 50.0 / 60);
  assert_near (has[3], 30 * 10.0 / 60);
  assert_near (has[2], 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sharing/fair", test_fair);
  g_test_add_func ("/sharing/share", test_share);
  g_test_add_func ("/sharing/priority", test_priority);

  return g_test_run ();
}
