/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-plan-outlook.h"

#include "capacity-staffing.h"

#include <math.h>

#define AS_OF capacity_date_from_ymd (2026, 11, 23)

static CapacityLimit *
add_change (GPtrArray         *limits,
            double             value,
            CapacityDate       from,
            CapacityDate       until,
            CapacityLimitState state)
{
  CapacityLimit *limit = capacity_limit_new (CAPACITY_MODE_REGULAR, value, CAPACITY_PERIOD_MONTH, from, until);

  limit->state = state;
  g_ptr_array_add (limits, limit);

  return limit;
}

/* A service of some 1 000 cases a month whose capacity of 1 100 is to rise: approved to 1 300 in February, planned to
 * 1 500 in May. */
static CapacityPortfolio *
new_portfolio (void)
{
  CapacityPortfolio *portfolio = capacity_portfolio_new ();
  CapacityService *service = capacity_service_new ();
  double values[48];

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = 1000 + i % 3;
  capacity_service_take_volume (service, CAPACITY_REQUEST_ALL, NULL, CAPACITY_MEASURE_ARRIVALS,
                                capacity_series_new (CAPACITY_PERIOD_MONTH, capacity_month (2022, 11).index, values,
                                                     G_N_ELEMENTS (values)),
                                NULL);
  add_change (service->limits, 1100, CAPACITY_DATE_NONE, capacity_date_from_ymd (2027, 1, 31), CAPACITY_LIMIT_ACTUAL);
  add_change (service->limits, 1300, capacity_date_from_ymd (2027, 2, 1), CAPACITY_DATE_NONE, CAPACITY_LIMIT_APPROVED);
  add_change (service->limits, 1500, capacity_date_from_ymd (2027, 5, 1), CAPACITY_DATE_NONE, CAPACITY_LIMIT_PLANNED);
  g_ptr_array_add (portfolio->services, service);

  return portfolio;
}

static double
capacity_in (const CapacityPlanOutlook *outlook,
             CapacityCourse             course,
             int                        year,
             int                        month)
{
  return outlook->courses[course].months[capacity_month (year, month).index - outlook->first].capacity;
}

static void
test_courses (void)
{
  g_autoptr (CapacityPortfolio) portfolio = new_portfolio ();
  g_autoptr (CapacityAssessment) assessment = capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);
  g_autoptr (CapacityPlanOutlook) outlook = NULL;
  const CapacityPlanCourse *courses;

  outlook = capacity_plan_outlook_new (assessment, portfolio->services->pdata[0], 2, NULL, NULL);
  courses = outlook->courses;
  g_assert_cmpuint (outlook->n_months, ==, 24);
  g_assert_cmpfloat (capacity_in (outlook, CAPACITY_COURSE_UNCHANGED, 2026, 11), ==, 1100);
  g_assert_cmpfloat (capacity_in (outlook, CAPACITY_COURSE_UNCHANGED, 2027, 6), ==, 1100);
  g_assert_cmpfloat (capacity_in (outlook, CAPACITY_COURSE_APPROVED, 2027, 1), ==, 1100);
  g_assert_cmpfloat (capacity_in (outlook, CAPACITY_COURSE_APPROVED, 2027, 6), ==, 1300);
  g_assert_cmpfloat (capacity_in (outlook, CAPACITY_COURSE_PLANNED, 2027, 4), ==, 1300);
  g_assert_cmpfloat (capacity_in (outlook, CAPACITY_COURSE_PLANNED, 2027, 6), ==, 1500);
  g_assert_cmpint (courses[CAPACITY_COURSE_UNCHANGED].months[7].verdict, ==, CAPACITY_VERDICT_AT_RISK);
  g_assert_cmpint (courses[CAPACITY_COURSE_APPROVED].months[7].verdict, ==, CAPACITY_VERDICT_SUFFICIENT);
  g_assert_cmpint (courses[CAPACITY_COURSE_UNCHANGED].exhaustion.state, ==, CAPACITY_EXHAUSTION_ALREADY);
}

/* What is only planned of a resource stands beside what is decided, and nothing where nothing is planned. */
static void
test_resource (void)
{
  g_autoptr (CapacityPortfolio) portfolio = new_portfolio ();
  g_autoptr (CapacityAssessment) assessment = NULL;
  g_autofree double *planned = NULL;

  for (guint i = 0; i < 2; i++)
    {
      CapacityResource *resource = capacity_resource_new ();

      add_change (resource->limits, 100, CAPACITY_DATE_NONE, CAPACITY_DATE_NONE, CAPACITY_LIMIT_ACTUAL);
      g_ptr_array_add (portfolio->resources, resource);
      if (i == 1)
        add_change (resource->limits, 150, capacity_date_from_ymd (2027, 1, 1), CAPACITY_DATE_NONE,
                    CAPACITY_LIMIT_PLANNED);
    }
  assessment = capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);
  g_assert_null (capacity_plan_resource_limits (assessment, assessment->resources->pdata[0]));
  planned = capacity_plan_resource_limits (assessment, assessment->resources->pdata[1]);
  g_assert_cmpfloat (planned[1], ==, 100);
  g_assert_cmpfloat (planned[2], ==, 150);
  g_assert_cmpfloat (((const CapacityResourceAssessment *) assessment->resources->pdata[1])->limits[2], ==, 100);
}

/* A group of people that is 1.2 posts short at the target and another that is 1.3 short: 3 posts, not 4, and their
 * money; a system is paid for by the part that is short. */
static void
test_institution (void)
{
  g_autoptr (CapacityPortfolio) portfolio = new_portfolio ();
  g_autoptr (CapacityAssessment) assessment = NULL;
  g_autoptr (CapacityPlanOutlook) outlook = NULL;
  CapacityService *service = portfolio->services->pdata[0];
  CapacityResource *system = capacity_resource_new ();
  const CapacityPlanCourse *course;
  double posts = 0;

  for (guint i = 0; i < 2; i++)
    {
      CapacityResource *people = capacity_resource_new ();

      people->posts = 8;
      people->annual_cost = 16000000;
      add_change (people->limits, 1000, CAPACITY_DATE_NONE, CAPACITY_DATE_NONE, CAPACITY_LIMIT_ACTUAL);
      g_ptr_array_add (portfolio->resources, people);
      g_ptr_array_add (service->needs, capacity_need_new (&people->id, CAPACITY_REQUEST_ALL,
                                                          (1000 + 125 * (1.2 + 0.1 * i)) * 0.85 / 1001));
    }
  system->kind = CAPACITY_RESOURCE_SYSTEM;
  system->annual_cost = 500000;
  system->target = 0.85;
  add_change (system->limits, 1000, CAPACITY_DATE_NONE, CAPACITY_DATE_NONE, CAPACITY_LIMIT_ACTUAL);
  g_ptr_array_add (portfolio->resources, system);
  g_ptr_array_add (service->needs, capacity_need_new (&system->id, CAPACITY_REQUEST_ALL, 1200 * 0.85 / 1001));
  assessment = capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);
  outlook = capacity_plan_outlook_new (assessment, NULL, 5, NULL, NULL);
  course = &outlook->courses[CAPACITY_COURSE_APPROVED];
  g_assert_cmpuint (outlook->n_months, ==, 60);
  g_assert_cmpuint (course->posts, ==, 3);
  g_assert_true (course->months[0].fullest == system);
  for (guint i = 0; i < outlook->n_months; i++)
    posts = MAX (posts, course->months[i].posts);
  g_assert_cmpfloat_with_epsilon (posts, 2.5, 0.05);
  g_assert_cmpfloat_with_epsilon ((double) course->money, 3 * 2000000 + 0.2 * 500000, 1000);
  g_assert_true (capacity_id_equal (&outlook->courses[CAPACITY_COURSE_UNCHANGED].first_short, &service->id));
}

/* Of three services that are short already the first of the list only uses its reserve, and the last is fullest. */
static void
test_first_short (void)
{
  const double capacities[] = { 1050, 950, 900 };
  g_autoptr (CapacityPortfolio) portfolio = new_portfolio ();
  g_autoptr (CapacityAssessment) assessment = NULL;
  g_autoptr (CapacityPlanOutlook) outlook = NULL;
  const CapacityPlanCourse *course;

  for (guint i = 0; i < G_N_ELEMENTS (capacities); i++)
    {
      g_autoptr (CapacityPortfolio) other = new_portfolio ();
      CapacityService *service = g_ptr_array_steal_index (other->services, 0);

      g_ptr_array_set_size (service->limits, 0);
      add_change (service->limits, capacities[i], CAPACITY_DATE_NONE, CAPACITY_DATE_NONE, CAPACITY_LIMIT_ACTUAL);
      g_ptr_array_add (portfolio->services, service);
    }
  g_ptr_array_remove_index (portfolio->services, 0);
  assessment = capacity_assess (portfolio, AS_OF, NULL, NULL, NULL);
  outlook = capacity_plan_outlook_new (assessment, NULL, 2, NULL, NULL);
  course = &outlook->courses[CAPACITY_COURSE_UNCHANGED];
  g_assert_true (((const CapacityServiceAssessment *) assessment->services->pdata[0])->exhaustion.is_reserve);
  g_assert_cmpint (course->exhaustion.state, ==, CAPACITY_EXHAUSTION_ALREADY);
  g_assert_false (course->exhaustion.is_reserve);
  g_assert_true (capacity_id_equal (&course->first_short,
                                    &((const CapacityService *) portfolio->services->pdata[2])->id));
}

/* K6, worked by hand: November 2026 has 20 of the year's working days. */
static void
test_staffing (void)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  g_autoptr (CapacityResource) people = capacity_resource_new ();
  CapacityPeriod month = capacity_month (2026, 11);
  int days = capacity_calendar_working_days (portfolio->calendar, month);
  int year = capacity_calendar_working_days (portfolio->calendar, (CapacityPeriod){ CAPACITY_PERIOD_YEAR, 2026 });
  CapacityStaffing staffing;
  double sum = 0;

  people->posts = 4;
  people->leave_days = 20;
  people->sick_days = 6;
  people->training_days = 4;
  people->other_duties = 0.1;
  g_assert_true (capacity_staffing_at (people, CAPACITY_MODE_REGULAR, month.index, 8, portfolio->calendar, &staffing));
  g_assert_cmpfloat_with_epsilon (staffing.hours.gross, 4 * 8 * days, 1e-9);
  g_assert_cmpfloat_with_epsilon (staffing.hours.leave, 4 * 8 * 20.0 * days / year, 1e-9);
  g_assert_cmpfloat_with_epsilon (staffing.hours.net, 4 * 8 * (days - 30.0 * days / year) * 0.9, 1e-9);
  for (int i = 1; i <= 12; i++)
    {
      capacity_staffing_at (people, CAPACITY_MODE_PEAK, capacity_month (2026, i).index, 8, portfolio->calendar,
                            &staffing);
      sum += staffing.hours.net;
    }
  g_assert_cmpfloat_with_epsilon (sum, 4 * 8 * (year - 30) * 0.9, 1e-6);
  add_change (people->limits, 500, CAPACITY_DATE_NONE, CAPACITY_DATE_NONE, CAPACITY_LIMIT_ACTUAL);
  g_assert_false (capacity_staffing_at (people, CAPACITY_MODE_REGULAR, month.index, 8, portfolio->calendar,
                                        &staffing));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-outlook/courses", test_courses);
  g_test_add_func ("/plan-outlook/resource", test_resource);
  g_test_add_func ("/plan-outlook/institution", test_institution);
  g_test_add_func ("/plan-outlook/first-short", test_first_short);
  g_test_add_func ("/plan-outlook/staffing", test_staffing);

  return g_test_run ();
}
