/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-course.h"
#include "capacity-makeup.h"

#include <math.h>

#define AS_OF capacity_date_from_ymd (2026, 11, 23)
#define N_MONTHS 48

/* 100 a month with some noise, twice as much each March; the last month differs by @last. */
static CapacitySeries *
arrivals_new (double last)
{
  double values[N_MONTHS];
  int first = capacity_month (2022, 11).index;

  for (int i = 0; i < N_MONTHS; i++)
    values[i] = (100 + (i * 7) % 5) * ((i + 10) % 12 == 2 ? 2 : 1);
  values[N_MONTHS - 1] += last;

  return capacity_series_new (CAPACITY_PERIOD_MONTH, first, values, N_MONTHS);
}

static CapacityAssessment *
assess (CapacitySeries *arrivals,
        CapacitySeries *completions,
        CapacitySeries *stock)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  CapacityService *service = capacity_service_new ();

  capacity_service_take_volume (service, CAPACITY_REQUEST_ALL, NULL, CAPACITY_MEASURE_ARRIVALS, arrivals, NULL);
  if (completions != NULL)
    capacity_service_take_volume (service, CAPACITY_REQUEST_ALL, NULL, CAPACITY_MEASURE_COMPLETIONS, completions, NULL);
  if (stock != NULL)
    capacity_service_take_volume (service, CAPACITY_REQUEST_ALL, NULL, CAPACITY_MEASURE_STOCK, stock, NULL);
  g_ptr_array_add (portfolio->services, service);

  return capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);
}

static void
test_season (void)
{
  g_autoptr (CapacityAssessment) assessment = assess (arrivals_new (0), NULL, NULL);
  double indices[CAPACITY_SEASON_LENGTH];

  g_assert_true (capacity_course_season (assessment->services->pdata[0], indices));
  for (guint i = 0; i < CAPACITY_SEASON_LENGTH; i++)
    g_assert_true (i == 2 ? indices[i] > 1.7 : indices[i] < 1);
}

/* Steady months are noise though March is twice as high; one that is not is a signal. */
static void
test_signals (void)
{
  g_autoptr (CapacityAssessment) steady = assess (arrivals_new (0), NULL, NULL);
  g_autoptr (CapacityAssessment) jump = assess (arrivals_new (60), NULL, NULL);
  CapacityCourseSignals signals = capacity_course_signals (steady->services->pdata[0]);

  g_assert_cmpuint (signals.n, ==, CAPACITY_SIGNAL_MONTHS);
  g_assert_cmpuint (signals.n_signals, ==, 0);
  g_assert_cmpint (signals.first, ==, capacity_month (2024, 11).index);

  signals = capacity_course_signals (jump->services->pdata[0]);
  g_assert_cmpuint (signals.n_signals, >=, 1);
  g_assert_cmpuint (signals.signals[CAPACITY_SIGNAL_MONTHS - 1] & CAPACITY_XMR_OUTSIDE, ==, CAPACITY_XMR_OUTSIDE);
}

/* What was counted once goes on by what comes and what is done. */
static void
test_stock (void)
{
  int august = capacity_month (2026, 8).index;
  CapacitySeries *done = capacity_series_new (CAPACITY_PERIOD_MONTH, august, (double[]){ 90, 80, 95 }, 3);
  CapacitySeries *counted = capacity_series_new (CAPACITY_PERIOD_MONTH, august, (double[]){ 40 }, 1);
  g_autoptr (CapacitySeries) arrivals = arrivals_new (0);
  g_autoptr (CapacityAssessment) assessment = assess (capacity_series_ref (arrivals), done, counted);
  g_autoptr (CapacityAssessment) unknown = assess (capacity_series_ref (arrivals), NULL, NULL);
  const CapacityServiceAssessment *service = assessment->services->pdata[0];
  g_autoptr (CapacitySeries) stock = capacity_course_stock (service, assessment->portfolio->calendar, AS_OF);
  double september = 40 + capacity_series_at (arrivals, august + 1) - 80;

  g_assert_null (capacity_course_stock (unknown->services->pdata[0], assessment->portfolio->calendar, AS_OF));
  g_assert_cmpuint (stock->n, ==, 3);
  g_assert_cmpfloat (stock->values[1], ==, september);
  g_assert_cmpfloat (stock->values[2], ==, september + capacity_series_at (arrivals, august + 2) - 95);
  g_assert_cmpfloat (service->queue.stock, ==, stock->values[2]);
}

/* @n_days from Monday, 2 March 2026: 2 come from nine on and 6 from ten on; @lull is a day on which ten is not recorded. */
static CapacityService *
counter_new (guint n_days,
             guint lull)
{
  CapacityService *service = capacity_service_new ();
  int first = capacity_hour (capacity_date_from_ymd (2026, 3, 2), 0).index;
  CapacitySeries *hours = capacity_series_new (CAPACITY_PERIOD_HOUR, first, NULL, n_days * CAPACITY_DAY_HOURS);

  for (guint i = 0; i < n_days; i++)
    {
      hours->values[i * CAPACITY_DAY_HOURS + 9] = 2;
      hours->values[i * CAPACITY_DAY_HOURS + 10] = i == lull ? NAN : 6;
    }
  capacity_service_take_volume (service, CAPACITY_REQUEST_ALL, "klātiene", CAPACITY_MEASURE_ARRIVALS, hours, NULL);
  capacity_service_take_volume (service, CAPACITY_REQUEST_ALL, "e-pasts", CAPACITY_MEASURE_ARRIVALS,
                                capacity_series_new (CAPACITY_PERIOD_MONTH, capacity_month (2026, 3).index,
                                                     (double[]){ 500 }, 1),
                                NULL);

  return service;
}

/* Saturdays and Sundays do not count, an hour that nobody recorded on a day that someone did brought nothing, and what was
 * counted by months tells no hours. */
static void
test_hours (void)
{
  g_autoptr (CapacityCalendar) calendar = capacity_calendar_new (NULL, 0, NULL, 0);
  g_autoptr (CapacityService) service = counter_new (14, 1);
  g_autoptr (CapacityService) few = counter_new (9, 1);
  CapacityCourseHours hours;

  g_assert_true (capacity_course_hours (service, calendar, AS_OF, &hours));
  g_assert_cmpuint (hours.n_days, ==, 10);
  g_assert_cmpint (hours.first, ==, 9);
  g_assert_cmpint (hours.end, ==, 11);
  g_assert_cmpint (hours.busiest, ==, 10);
  g_assert_cmpfloat (hours.means[9], ==, 2);
  g_assert_cmpfloat_with_epsilon (hours.means[10], 5.4, 1e-12);
  g_assert_cmpfloat_with_epsilon (hours.day, 7.4, 1e-12);
  g_assert_false (capacity_course_hours (few, calendar, AS_OF, &hours));
  g_assert_false (capacity_course_hours (service, calendar, capacity_date_from_ymd (2026, 3, 10), &hours));
}

/* @n_weeks from Monday, 5 January 2026: 30 on Mondays, 10 on other days to Friday, @saturday on Saturdays. */
static CapacityService *
office_new (guint  n_weeks,
            double saturday)
{
  CapacityService *service = capacity_service_new ();
  CapacitySeries *days = capacity_series_new (CAPACITY_PERIOD_DAY, capacity_date_from_ymd (2026, 1, 5), NULL,
                                              n_weeks * CAPACITY_WEEK_DAYS);

  for (guint i = 0; i < days->n; i++)
    days->values[i] = i % 7 == 0 ? 30 : i % 7 < 5 ? 10 : i % 7 == 5 ? saturday : NAN;
  capacity_service_take_volume (service, CAPACITY_REQUEST_ALL, NULL, CAPACITY_MEASURE_ARRIVALS, days, NULL);

  return service;
}

/* Ten weeks without a holiday: 30, 10, 10, 10 and 10 are 14 on the mean of fifty days. Easter Monday, 6 April, and what comes
 * on it does not count; a Saturday on which nothing comes is closed, one on which 4 come is open. */
static void
test_weekdays (void)
{
  g_autoptr (CapacityCalendar) calendar = capacity_calendar_new (NULL, 0, NULL, 0);
  g_autoptr (CapacityService) ten = office_new (10, 0);
  g_autoptr (CapacityService) twenty = office_new (20, 4);
  g_autoptr (CapacityService) few = office_new (7, 0);
  g_autoptr (CapacityService) hourly = counter_new (70, 1);
  CapacitySeries *days = ((CapacityVolume *) twenty->volumes->pdata[0])->series;
  CapacityCourseWeekdays weekdays;

  g_assert_true (capacity_course_weekdays (ten, calendar, AS_OF, &weekdays));
  g_assert_cmpuint (weekdays.n_days, ==, 50);
  g_assert_cmpfloat_with_epsilon (weekdays.mean, 14, 1e-12);
  g_assert_cmpfloat (weekdays.means[0], ==, 30);
  g_assert_cmpuint (weekdays.most, ==, 0);
  g_assert_cmpfloat (weekdays.means[weekdays.least], ==, 10);
  g_assert_true (isnan (weekdays.means[5]) && isnan (weekdays.means[6]));

  days->values[capacity_date_from_ymd (2026, 4, 6) - days->first] = 1000;
  g_assert_true (capacity_course_weekdays (twenty, calendar, AS_OF, &weekdays));
  g_assert_cmpfloat (weekdays.means[0], ==, 30);
  g_assert_cmpfloat (weekdays.means[5], ==, 4);
  g_assert_cmpuint (weekdays.least, ==, 5);

  g_assert_false (capacity_course_weekdays (few, calendar, AS_OF, &weekdays));
  g_assert_false (capacity_course_weekdays (ten, calendar, capacity_date_from_ymd (2026, 2, 20), &weekdays));
  g_assert_true (capacity_course_weekdays (hourly, calendar, AS_OF, &weekdays));
  g_assert_cmpfloat (weekdays.means[0], ==, 8);
  g_assert_cmpfloat_with_epsilon (weekdays.means[1], 7.4, 1e-12);
}

/* Level times season times rest is the volume, and a month that is far off is no level. */
static void
test_makeup (void)
{
  g_autoptr (CapacitySeries) arrivals = arrivals_new (0);
  g_autoptr (CapacityAssessment) assessment = NULL;
  g_autoptr (CapacityAssessment) odd = NULL;
  CapacityMakeup makeup;
  double indices[CAPACITY_SEASON_LENGTH];

  assessment = assess (capacity_series_ref (arrivals), NULL, NULL);
  g_assert_true (capacity_makeup (assessment->services->pdata[0], &makeup));
  g_assert_true (capacity_course_season (assessment->services->pdata[0], indices));
  g_assert_cmpint (makeup.first, ==, arrivals->first);
  g_assert_cmpuint (makeup.n, ==, N_MONTHS);
  g_assert_cmpuint (makeup.n_unusual, ==, 0);
  g_assert_cmpfloat (makeup.up, ==, indices[2] - 1);
  g_assert_cmpfloat (makeup.rest, <, 0.03);
  for (guint i = 0; i < makeup.n; i++)
    {
      g_assert_cmpfloat_with_epsilon (makeup.levels[i], 110, 4);
      g_assert_cmpfloat_with_epsilon (makeup.values[i] / makeup.levels[i] / indices[(makeup.first + (int) i) % 12], 1, 0.05);
    }

  arrivals->values[20] *= 4;
  odd = assess (capacity_series_ref (arrivals), NULL, NULL);
  g_assert_true (capacity_makeup (odd->services->pdata[0], &makeup));
  g_assert_cmpuint (makeup.n_unusual, ==, 1);
  g_assert_true (makeup.is_unusual[20]);
  g_assert_cmpfloat (makeup.levels[20], <, 130);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/course/season", test_season);
  g_test_add_func ("/course/hours", test_hours);
  g_test_add_func ("/course/weekdays", test_weekdays);
  g_test_add_func ("/course/makeup", test_makeup);
  g_test_add_func ("/course/signals", test_signals);
  g_test_add_func ("/course/stock", test_stock);

  return g_test_run ();
}
