/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-batch.h"

#include <math.h>

static CapacitySeries *
months (int    first,
        guint  n,
        double value)
{
  CapacitySeries *series = capacity_series_new (CAPACITY_PERIOD_MONTH, first, NULL, n);

  for (guint i = 0; i < n; i++)
    series->values[i] = value;

  return series;
}

static void
take (CapacityService    *service,
      CapacityRequestKind kind,
      const char         *channel,
      double              value)
{
  capacity_service_take_volume (service, kind, channel, CAPACITY_MEASURE_ARRIVALS, months (24000, 12, value), NULL);
}

/* Kinds are added; what was counted without telling them apart stands for all of them and is not added again. */
static void
test_total_of_kinds (void)
{
  g_autoptr (CapacityService) service = capacity_service_new ();
  g_autoptr (CapacitySeries) kinds = NULL;
  g_autoptr (CapacitySeries) undivided = NULL;

  take (service, CAPACITY_REQUEST_SERVICE, NULL, 10);
  take (service, CAPACITY_REQUEST_COMPLAINT, NULL, 2);
  kinds = capacity_service_dup_total (service, CAPACITY_MEASURE_ARRIVALS, CAPACITY_PERIOD_MONTH);
  g_assert_cmpfloat (kinds->values[3], ==, 12);

  take (service, CAPACITY_REQUEST_ALL, "Klātienē", 6);
  take (service, CAPACITY_REQUEST_ALL, "Pa tālruni", 7);
  undivided = capacity_service_dup_total (service, CAPACITY_MEASURE_ARRIVALS, CAPACITY_PERIOD_MONTH);
  g_assert_cmpfloat (undivided->values[3], ==, 13);
  g_assert_null (capacity_service_dup_total (service, CAPACITY_MEASURE_STOCK, CAPACITY_PERIOD_MONTH));
}

static double
total_in (const CapacityService *service,
          int                    month)
{
  g_autoptr (CapacitySeries) total = capacity_service_dup_total (service, CAPACITY_MEASURE_ARRIVALS, CAPACITY_PERIOD_MONTH);

  return capacity_series_at (total, month);
}

static void
take_at (CapacityService    *service,
         CapacityRequestKind kind,
         const char         *channel,
         const char         *site,
         int                 month,
         double              value)
{
  capacity_service_take_volume (service, kind, channel, CAPACITY_MEASURE_ARRIVALS, months (month, 2, value), NULL)->site
    = g_strdup (site);
}

/* Totals up to the year in which kinds begin, with both in the month between: each month is known and counted once. */
static void
test_total_then_kinds (void)
{
  g_autoptr (CapacityService) service = capacity_service_new ();

  take_at (service, CAPACITY_REQUEST_ALL, NULL, NULL, 600, 100);
  take_at (service, CAPACITY_REQUEST_SERVICE, NULL, NULL, 601, 70);
  take_at (service, CAPACITY_REQUEST_COMPLAINT, NULL, NULL, 601, 30);
  g_assert_cmpfloat (total_in (service, 600), ==, 100);
  g_assert_cmpfloat (total_in (service, 601), ==, 100);
  g_assert_cmpfloat (total_in (service, 602), ==, 100);
}

/* Of a total some kinds are not told: its part is what is beyond them. */
static void
test_total_of_more (void)
{
  g_autoptr (CapacityService) service = capacity_service_new ();
  g_autoptr (GPtrArray) parts = NULL;

  take_at (service, CAPACITY_REQUEST_ALL, NULL, NULL, 600, 100);
  take_at (service, CAPACITY_REQUEST_SERVICE, NULL, NULL, 600, 45);
  g_assert_cmpfloat (total_in (service, 600), ==, 100);
  parts = capacity_service_dup_parts (service, CAPACITY_MEASURE_ARRIVALS, CAPACITY_PERIOD_MONTH);
  g_assert_cmpuint (parts->len, ==, 2);
  g_assert_cmpfloat (((CapacityVolume *) parts->pdata[0])->series->values[0], ==, 55);
  g_assert_cmpfloat (((CapacityVolume *) parts->pdata[1])->series->values[0], ==, 45);
}

/* A total that lacks what was entered late is still no more cases; fewer than the parts by far are the rest of a list. */
static void
test_total_of_less (void)
{
  g_autoptr (CapacityService) late = capacity_service_new ();
  g_autoptr (CapacityService) list = capacity_service_new ();

  take_at (late, CAPACITY_REQUEST_ALL, NULL, NULL, 600, 97);
  take_at (late, CAPACITY_REQUEST_SERVICE, NULL, NULL, 600, 70);
  take_at (late, CAPACITY_REQUEST_COMPLAINT, NULL, NULL, 600, 30);
  g_assert_cmpfloat (total_in (late, 600), ==, 100);

  take_at (list, CAPACITY_REQUEST_SERVICE, NULL, NULL, 600, 60);
  take_at (list, CAPACITY_REQUEST_COMPLAINT, NULL, NULL, 600, 30);
  take_at (list, CAPACITY_REQUEST_ALL, NULL, NULL, 601, 10);
  g_assert_cmpfloat (total_in (list, 600), ==, 90);
  g_assert_cmpfloat (total_in (list, 601), ==, 100);
  g_assert_cmpfloat (total_in (list, 602), ==, 10);
}

/* A total, and the same months by channel and by place, whichever was imported first. */
static void
test_total_of_channels (void)
{
  for (guint first = 0; first < 2; first++)
    {
      g_autoptr (CapacityService) service = capacity_service_new ();

      if (first == 0)
        take_at (service, CAPACITY_REQUEST_ALL, NULL, NULL, 600, 100);
      take_at (service, CAPACITY_REQUEST_ALL, "Klātienē", NULL, 600, 60);
      take_at (service, CAPACITY_REQUEST_ALL, "Pa tālruni", NULL, 600, 40);
      take_at (service, CAPACITY_REQUEST_ALL, NULL, "Ogre", 600, 80);
      take_at (service, CAPACITY_REQUEST_ALL, NULL, "Ikšķile", 600, 20);
      if (first == 1)
        take_at (service, CAPACITY_REQUEST_ALL, NULL, NULL, 600, 100);
      g_assert_cmpfloat (total_in (service, 600), ==, 100);
    }
}

/* Kinds and channels told apart together, of which some cases lack the one, the other or both. */
static void
test_total_of_kinds_by_channel (void)
{
  g_autoptr (CapacityService) service = capacity_service_new ();

  take_at (service, CAPACITY_REQUEST_SERVICE, "Klātienē", NULL, 600, 50);
  take_at (service, CAPACITY_REQUEST_COMPLAINT, "Klātienē", NULL, 600, 10);
  take_at (service, CAPACITY_REQUEST_SERVICE, "Pa tālruni", NULL, 600, 25);
  take_at (service, CAPACITY_REQUEST_ALL, "Pa tālruni", NULL, 600, 5);
  take_at (service, CAPACITY_REQUEST_SERVICE, NULL, NULL, 600, 8);
  take_at (service, CAPACITY_REQUEST_ALL, NULL, NULL, 600, 2);
  g_assert_cmpfloat (total_in (service, 600), ==, 100);
}

/* What was counted by days and by months is counted once; months from before the days are kept. */
static void
test_total_of_lengths (void)
{
  g_autoptr (CapacityService) service = capacity_service_new ();
  CapacitySeries *days = capacity_series_new (CAPACITY_PERIOD_DAY, capacity_date_from_ymd (2026, 2, 1), NULL, 28 + 31);
  g_autoptr (CapacitySeries) total = NULL;

  for (guint i = 0; i < days->n; i++)
    days->values[i] = 2;
  capacity_service_take_volume (service, CAPACITY_REQUEST_ALL, NULL, CAPACITY_MEASURE_ARRIVALS,
                                months (capacity_month (2026, 1).index, 2, 50), NULL);
  capacity_service_take_volume (service, CAPACITY_REQUEST_ALL, NULL, CAPACITY_MEASURE_ARRIVALS, days, NULL);
  take (service, CAPACITY_REQUEST_ALL, "Pa pastu", 7);
  total = capacity_service_dup_total (service, CAPACITY_MEASURE_ARRIVALS, CAPACITY_PERIOD_MONTH);
  g_assert_cmpfloat (capacity_series_at (total, capacity_month (2026, 1).index), ==, 50);
  g_assert_cmpfloat (capacity_series_at (total, capacity_month (2026, 2).index), ==, 56);
  g_assert_cmpfloat (capacity_series_at (total, capacity_month (2026, 3).index), ==, 62);
}

static void
test_limits_in_time (void)
{
  g_autoptr (CapacityCalendar) calendar = capacity_calendar_new (NULL, 0, NULL, 0);
  g_autoptr (GPtrArray) limits = g_ptr_array_new_with_free_func ((GDestroyNotify) capacity_limit_free);
  CapacityDate july = capacity_date_from_ymd (2026, 7, 1);

  g_ptr_array_add (limits, capacity_limit_new (CAPACITY_MODE_REGULAR, 100, CAPACITY_PERIOD_MONTH, CAPACITY_DATE_NONE, CAPACITY_DATE_NONE));
  g_ptr_array_add (limits, capacity_limit_new (CAPACITY_MODE_REGULAR, 150, CAPACITY_PERIOD_MONTH, july, CAPACITY_DATE_NONE));
  g_assert_cmpfloat (capacity_limits_at (limits, CAPACITY_MODE_REGULAR, capacity_month (2026, 6), calendar, 8), ==, 100);
  g_assert_cmpfloat (capacity_limits_at (limits, CAPACITY_MODE_REGULAR, capacity_month (2026, 7), calendar, 8), ==, 150);
  g_assert_cmpfloat (capacity_limits_at (limits, CAPACITY_MODE_PEAK, capacity_month (2026, 7), calendar, 8), ==, 150);
}

/* What is left in days of maintenance comes before the usual capacity and ends with them; a mode without one has no part. */
static void
test_limits_part (void)
{
  g_autoptr (GPtrArray) limits = g_ptr_array_new_with_free_func ((GDestroyNotify) capacity_limit_free);
  CapacityDate from = capacity_date_from_ymd (2026, 7, 6);
  CapacityLimit *usual = capacity_limit_new (CAPACITY_MODE_REGULAR, 3, CAPACITY_PERIOD_DAY, CAPACITY_DATE_NONE, CAPACITY_DATE_NONE);
  CapacityLimit *part;

  usual->in_posts = TRUE;
  usual->basis = CAPACITY_BASIS_CONTRACT;
  g_ptr_array_add (limits, usual);
  g_assert_null (capacity_limits_dup_part (limits, CAPACITY_MODE_PEAK, 0.5, from, from + 4));
  part = capacity_limits_dup_part (limits, CAPACITY_MODE_REGULAR, 0.5, from, from + 4);
  g_ptr_array_add (limits, part);
  g_assert_cmpfloat (part->value, ==, 1.5);
  g_assert_cmpint (part->per, ==, CAPACITY_PERIOD_DAY);
  g_assert_true (part->in_posts);
  g_assert_cmpint (part->basis, ==, CAPACITY_BASIS_CONTRACT);
  g_assert_cmpint (part->state, ==, CAPACITY_LIMIT_APPROVED);
  for (int i = -1; i <= 5; i++)
    g_assert_true (capacity_limits_find (limits, CAPACITY_MODE_REGULAR, (CapacityPeriod){ CAPACITY_PERIOD_DAY, from + i })
                   == (i >= 0 && i <= 4 ? part : usual));
}

static void
test_limits_end (void)
{
  g_autoptr (CapacityCalendar) calendar = capacity_calendar_new (NULL, 0, NULL, 0);
  g_autoptr (GPtrArray) limits = g_ptr_array_new_with_free_func ((GDestroyNotify) capacity_limit_free);

  g_assert_true (isnan (capacity_limits_at (limits, CAPACITY_MODE_REGULAR, capacity_month (2026, 6), calendar, 8)));
  g_ptr_array_add (limits, capacity_limit_new (CAPACITY_MODE_PEAK, 10, CAPACITY_PERIOD_MONTH,
                                               capacity_date_from_ymd (2026, 6, 10), capacity_date_from_ymd (2026, 6, 30)));
  g_assert_cmpfloat (capacity_limits_at (limits, CAPACITY_MODE_PEAK, capacity_month (2026, 6), calendar, 8), ==, 10);
  g_assert_true (isnan (capacity_limits_at (limits, CAPACITY_MODE_PEAK, capacity_month (2026, 7), calendar, 8)));
  g_assert_true (isnan (capacity_limits_at (limits, CAPACITY_MODE_REGULAR, capacity_month (2026, 6), calendar, 8)));
}

/* A peak that gives less than ordinary days do is questioned while it holds or is to come, also where lengths differ. */
static void
test_limits_low_peak (void)
{
  CapacityDate today = capacity_date_from_ymd (2026, 6, 1);
  g_autoptr (CapacityCalendar) calendar = capacity_calendar_new (NULL, 0, NULL, 0);
  g_autoptr (GPtrArray) limits = g_ptr_array_new_with_free_func ((GDestroyNotify) capacity_limit_free);
  CapacityLimit *peak = capacity_limit_new (CAPACITY_MODE_PEAK, 90, CAPACITY_PERIOD_MONTH, CAPACITY_DATE_NONE,
                                            CAPACITY_DATE_NONE);

  g_ptr_array_add (limits, peak);
  g_assert_false (capacity_limits_have_low_peak (limits, today, calendar, 8));
  g_ptr_array_add (limits, capacity_limit_new (CAPACITY_MODE_REGULAR, 1200, CAPACITY_PERIOD_YEAR, CAPACITY_DATE_NONE,
                                               CAPACITY_DATE_NONE));
  g_assert_true (capacity_limits_have_low_peak (limits, today, calendar, 8));
  peak->value = 100;
  g_assert_false (capacity_limits_have_low_peak (limits, today, calendar, 8));
  peak->value = 90;
  peak->until = today - 1;
  g_assert_false (capacity_limits_have_low_peak (limits, today, calendar, 8));
  peak->until = today;
  g_assert_true (capacity_limits_have_low_peak (limits, today, calendar, 8));
  peak->in_posts = TRUE;
  g_assert_false (capacity_limits_have_low_peak (limits, today, calendar, 8));
}

/* June 2026 has 20 working days: 30 days less 8 at weekends and two holidays. */
static void
test_limits_of_other_lengths (void)
{
  g_autoptr (CapacityCalendar) calendar = capacity_calendar_new (NULL, 0, NULL, 0);
  g_autoptr (GPtrArray) limits = g_ptr_array_new_with_free_func ((GDestroyNotify) capacity_limit_free);
  CapacityLimit *limit = capacity_limit_new (CAPACITY_MODE_REGULAR, 10, CAPACITY_PERIOD_DAY, CAPACITY_DATE_NONE, CAPACITY_DATE_NONE);

  g_ptr_array_add (limits, limit);
  g_assert_cmpfloat (capacity_limits_at (limits, CAPACITY_MODE_REGULAR, capacity_month (2026, 6), calendar, 8), ==, 200);
  limit->per = CAPACITY_PERIOD_WEEK;
  g_assert_cmpfloat (capacity_limits_at (limits, CAPACITY_MODE_REGULAR, capacity_month (2026, 6), calendar, 8), ==, 40);
  limit->per = CAPACITY_PERIOD_HOUR;
  g_assert_cmpfloat (capacity_limits_at (limits, CAPACITY_MODE_REGULAR, capacity_month (2026, 6), calendar, 8), ==, 1600);
  g_assert_true (capacity_limit_is_by_days (limit));
  limit->per = CAPACITY_PERIOD_YEAR;
  g_assert_false (capacity_limit_is_by_days (limit));
  g_assert_cmpfloat_with_epsilon (capacity_limits_at (limits, CAPACITY_MODE_REGULAR, capacity_month (2026, 6), calendar, 8), 10.0 / 12, 1e-12);
}

static void
test_copy (void)
{
  g_autoptr (CapacityService) service = capacity_service_new ();
  g_autoptr (CapacityService) copy = NULL;

  g_set_str (&service->name, "Dzīvesvietas deklarēšana");
  take (service, CAPACITY_REQUEST_ALL, "Pa pastu", 3);
  g_ptr_array_add (service->limits, capacity_limit_new (CAPACITY_MODE_PEAK, 5, CAPACITY_PERIOD_DAY, 0, 0));
  copy = capacity_service_copy (service);
  g_assert_true (capacity_id_equal (&copy->id, &service->id));
  g_assert_cmpstr (copy->name, ==, service->name);
  g_assert_cmpuint (copy->volumes->len, ==, 1);
  g_assert_cmpuint (copy->limits->len, ==, 1);
  g_assert_true (((CapacityVolume *) copy->volumes->pdata[0])->series == ((CapacityVolume *) service->volumes->pdata[0])->series);
}

static void
test_find (void)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  CapacityService *first = capacity_service_new ();
  CapacityService *second = capacity_service_new ();

  g_set_str (&first->name, "Ēku būvatļauja");
  g_set_str (&second->name, "B-1");
  g_set_str (&second->code, "ēku BŪVATĻAUJA");
  g_ptr_array_add (portfolio->services, first);
  g_ptr_array_add (portfolio->services, second);
  g_assert_true (capacity_portfolio_find_service (portfolio, "b-1") == second);
  g_assert_true (capacity_portfolio_find_service (portfolio, "ĒKU būvatļauja") == second); /* a code goes before a name */
  g_assert_null (capacity_portfolio_find_service (portfolio, "cits"));
  g_assert_true (capacity_portfolio_get_service (portfolio, &first->id) == first);
}

static void
test_batch_counts (void)
{
  g_autoptr (CapacityBatch) batch = capacity_batch_new ("datne.csv");
  CapacitySeries *series = months (24000, 12, 1);

  series->values[4] = NAN;
  capacity_batch_take_series (batch, "Pakalpojums", CAPACITY_REQUEST_ALL, NULL, CAPACITY_MEASURE_ARRIVALS, series);
  g_assert_cmpuint (batch->n_values, ==, 11);
  g_assert_cmpuint (batch->series->len, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/portfolio/total-of-kinds", test_total_of_kinds);
  g_test_add_func ("/portfolio/total-then-kinds", test_total_then_kinds);
  g_test_add_func ("/portfolio/total-of-more", test_total_of_more);
  g_test_add_func ("/portfolio/total-of-less", test_total_of_less);
  g_test_add_func ("/portfolio/total-of-channels", test_total_of_channels);
  g_test_add_func ("/portfolio/total-of-kinds-by-channel", test_total_of_kinds_by_channel);
  g_test_add_func ("/portfolio/total-of-lengths", test_total_of_lengths);
  g_test_add_func ("/portfolio/limits-in-time", test_limits_in_time);
  g_test_add_func ("/portfolio/limits-part", test_limits_part);
  g_test_add_func ("/portfolio/limits-end", test_limits_end);
  g_test_add_func ("/portfolio/limits-low-peak", test_limits_low_peak);
  g_test_add_func ("/portfolio/limits-of-other-lengths", test_limits_of_other_lengths);
  g_test_add_func ("/portfolio/copy", test_copy);
  g_test_add_func ("/portfolio/find", test_find);
  g_test_add_func ("/portfolio/batch-counts", test_batch_counts);

  return g_test_run ();
}
