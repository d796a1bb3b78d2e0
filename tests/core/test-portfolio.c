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
  g_test_add_func ("/portfolio/total-of-lengths", test_total_of_lengths);
  g_test_add_func ("/portfolio/limits-in-time", test_limits_in_time);
  g_test_add_func ("/portfolio/limits-end", test_limits_end);
  g_test_add_func ("/portfolio/limits-of-other-lengths", test_limits_of_other_lengths);
  g_test_add_func ("/portfolio/copy", test_copy);
  g_test_add_func ("/portfolio/find", test_find);
  g_test_add_func ("/portfolio/batch-counts", test_batch_counts);

  return g_test_run ();
}
