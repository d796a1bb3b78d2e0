/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-foreseen.h"

#include <math.h>

/* Simulated volumes that something known in advance changes, followed from before it to long after. */

#define N_SERIES 10
#define N_BEFORE 42
#define N_AHEAD 12
#define N_AFTER_MAX 24

#define START (capacity_month (2023, 1).index)
#define STEP (START + N_BEFORE)

/* What comes in a month without the event: a season and a little growth. */
static double
usual (int month)
{
  return 1000 * (1 + 0.15 * sin (month * G_PI / 6)) * exp (0.0015 * (month - START));
}

/* What comes with it, when it changes that by @share. */
static double
with_event (int                       month,
            const CapacityKnownEvent *event,
            double                    share)
{
  return usual (month) * (1 + share * capacity_foreseen_part (event, month));
}

/* Noise of about 3 %. */
static double
noise (GRand *random)
{
  return 0.06 * (g_rand_double (random) + g_rand_double (random) + g_rand_double (random) - 1.5);
}

/* How far the forecast of the year ahead is off, in parts of what comes or usually comes, with @n_after months measured
 * since the event began, of which @event says its share and which did @share. */
static double
error_after (const CapacityKnownEvent *event,
             double                    share,
             guint                     n_after)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) events = g_ptr_array_new ();
  double error = 0;

  g_ptr_array_add (events, (gpointer) event);
  for (guint i = 0; i < N_SERIES; i++)
    {
      double values[N_BEFORE + N_AFTER_MAX];
      guint n = N_BEFORE + n_after;
      g_autoptr (CapacitySeries) demand = NULL, history = NULL;
      g_autoptr (CapacityForecast) plain = NULL, forecast = NULL;

      for (guint j = 0; j < n; j++)
        values[j] = with_event (START + (int) j, event, share) * (1 + noise (random));
      demand = capacity_series_new (CAPACITY_PERIOD_MONTH, START, values, n);
      history = capacity_foreseen_history (demand, events, none);
      plain = capacity_forecast_new (history, NULL, NULL, N_AHEAD);
      forecast = capacity_foreseen_forecast (plain, events, none);
      g_assert_cmpint (forecast->first, ==, START + (int) n);
      for (guint j = 0; j < N_AHEAD; j++)
        error += fabs (forecast->median[j] - with_event (forecast->first + (int) j, event, share))
                 / MAX (usual (forecast->first + (int) j), with_event (forecast->first + (int) j, event, share))
                 / (N_SERIES * N_AHEAD);
    }

  return error;
}

static CapacityKnownEvent *
event_of (CapacityDate until,
          double       share)
{
  CapacityKnownEvent *event = capacity_known_event_new (CAPACITY_KNOWN_EVENT_LAW, "Likums",
                                                        capacity_date_from_ymd (2026, 7, 20), until);

  event->share = share;

  return event;
}

/* Whatever an event does, the forecast is as good after it has begun as before, and better than one that does not know of
 * it. */
static void
assert_always_good (CapacityDate until,
                    double       share)
{
  const guint after[] = { 0, 1, 2, 3, 6, 12, N_AFTER_MAX };
  g_autoptr (CapacityKnownEvent) known = event_of (until, share);
  g_autoptr (CapacityKnownEvent) unknown = event_of (until, NAN);

  for (guint i = 0; i < G_N_ELEMENTS (after); i++)
    {
      double error = error_after (known, share, after[i]);

      g_test_message ("%+.2f, %u months after: %.3f, not known %.3f", share, after[i], error,
                      error_after (unknown, share, after[i]));
      g_assert_cmpfloat (error, <, 0.035);
      g_assert_cmpfloat (error, <=, error_after (unknown, share, after[i]) + 0.001);
    }
}

static void
test_step (void)
{
  const double shares[] = { 0.8, 0.3, 0.15, -0.25 };

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    assert_always_good (CAPACITY_DATE_NONE, shares[i]);
}

/* What is over again, a campaign of seven weeks and one of five months, is neither carried on nor learnt as a season. */
static void
test_campaign (void)
{
  assert_always_good (capacity_date_from_ymd (2026, 9, 5), 0.6);
  assert_always_good (capacity_date_from_ymd (2026, 12, 31), 0.4);
}

/* A service that is closed for a time is forecast as before when it opens again. */
static void
test_closed (void)
{
  assert_always_good (capacity_date_from_ymd (2026, 9, 30), -1);
}

/* What was said and does not come about is learnt from the months in which it did not. */
static void
test_wrong (void)
{
  g_autoptr (CapacityKnownEvent) said = event_of (CAPACITY_DATE_NONE, 0.3);
  double before = error_after (said, 0, 0);

  g_assert_cmpfloat (before, >, 0.25);
  g_assert_cmpfloat (error_after (said, 0, 3), <, 0.4 * before);
  g_assert_cmpfloat (error_after (said, 0, 6), <, 0.06);
  g_assert_cmpfloat (error_after (said, 0, N_AFTER_MAX), <, 0.06);
}

/* What is taken out of the months and laid on top of a forecast are the same; what was not measured stays so. */
static void
test_history (void)
{
  const double measured[] = { 1000, 1000, NAN, 130, 5 };
  g_autoptr (CapacitySeries) demand = capacity_series_new (CAPACITY_PERIOD_MONTH, capacity_month (2026, 5).index, measured,
                                                           G_N_ELEMENTS (measured));
  g_autoptr (CapacitySeries) history = NULL;
  g_autoptr (CapacitySeries) same = NULL;
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func ((GDestroyNotify) capacity_known_event_free);
  g_autoptr (GPtrArray) common = g_ptr_array_new_with_free_func ((GDestroyNotify) capacity_known_event_free);
  CapacityKnownEvent *law = event_of (CAPACITY_DATE_NONE, 0.3);
  CapacityKnownEvent *notice = event_of (CAPACITY_DATE_NONE, NAN);

  law->from = capacity_date_from_ymd (2026, 6, 16);
  notice->from = capacity_date_from_ymd (2026, 8, 1);
  notice->cases = 26;
  g_ptr_array_add (own, law);
  g_ptr_array_add (common, notice);
  history = capacity_foreseen_history (demand, own, common);
  g_assert_cmpfloat (history->values[0], ==, 1000);
  g_assert_cmpfloat_with_epsilon (history->values[1], 1000 / 1.15, 1e-9);
  g_assert_true (isnan (history->values[2]));
  g_assert_cmpfloat_with_epsilon (history->values[3], 80, 1e-9);
  g_assert_cmpfloat (history->values[4], ==, 0);

  law->from = notice->from = capacity_date_from_ymd (2026, 10, 1);
  same = capacity_foreseen_history (demand, own, common);
  g_assert_true (same == demand);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/foreseen/step", test_step);
  g_test_add_func ("/foreseen/campaign", test_campaign);
  g_test_add_func ("/foreseen/closed", test_closed);
  g_test_add_func ("/foreseen/wrong", test_wrong);
  g_test_add_func ("/foreseen/history", test_history);

  return g_test_run ();
}
