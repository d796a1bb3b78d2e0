/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-plan-chart.h"

#include <glib/gi18n.h>
#include <math.h>

#include "capacity-format.h"
#include "capacity-plan-words.h"
#include "capacity-service-chart.h"

/* How the capacity of each course is drawn: as steps that differ by dash. */
static const CapacityChartRole roles[CAPACITY_N_COURSES] = {
  [CAPACITY_COURSE_UNCHANGED] = CAPACITY_CHART_ROLE_TARGET,
  [CAPACITY_COURSE_APPROVED] = CAPACITY_CHART_ROLE_LIMIT,
  [CAPACITY_COURSE_PLANNED] = CAPACITY_CHART_ROLE_PEAK_LIMIT,
};

static gboolean
is_same (const CapacityPlanOutlook *outlook,
         CapacityCourse             course,
         CapacityCourse             other)
{
  for (guint i = 0; i < outlook->n_months; i++)
    {
      double one = outlook->courses[course].months[i].capacity;
      double two = outlook->courses[other].months[i].capacity;

      if (one != two && !(isnan (one) && isnan (two)))
        return FALSE;
    }

  return TRUE;
}

static void
add_capacity (CapacityChartBuilder      *builder,
              const CapacityPlanOutlook *outlook,
              CapacityCourse             course,
              const char                *label)
{
  g_autofree double *values = g_new (double, outlook->n_months);

  for (guint i = 0; i < outlook->n_months; i++)
    values[i] = outlook->courses[course].months[i].capacity;
  capacity_chart_builder_add_series (builder, roles[course], label, outlook->first, values, outlook->n_months);
}

/* Lines that would lie on each other are one line. */
static void
add_capacities (CapacityChartBuilder      *builder,
                const CapacityPlanOutlook *outlook)
{
  gboolean approves = !is_same (outlook, CAPACITY_COURSE_UNCHANGED, CAPACITY_COURSE_APPROVED);
  gboolean plans = !is_same (outlook, CAPACITY_COURSE_APPROVED, CAPACITY_COURSE_PLANNED);

  if (!approves && !plans)
    {
      add_capacity (builder, outlook, CAPACITY_COURSE_APPROVED, C_("chart", "Capacity"));
      return;
    }
  add_capacity (builder, outlook, CAPACITY_COURSE_UNCHANGED, capacity_words_course (CAPACITY_COURSE_UNCHANGED));
  if (approves)
    add_capacity (builder, outlook, CAPACITY_COURSE_APPROVED, capacity_words_course (CAPACITY_COURSE_APPROVED));
  if (plans)
    add_capacity (builder, outlook, CAPACITY_COURSE_PLANNED, capacity_words_course (CAPACITY_COURSE_PLANNED));
}

/**
 * capacity_plan_chart_sentence:
 * @outlook: what the plan of a service looks like
 *
 * Returns: (transfer full): in which month most is likely to be asked for, and what there is then
 */
char *
capacity_plan_chart_sentence (const CapacityPlanOutlook *outlook)
{
  const CapacityPlanMonth *unchanged = outlook->courses[CAPACITY_COURSE_UNCHANGED].months;
  const CapacityPlanMonth *planned = outlook->courses[CAPACITY_COURSE_PLANNED].months;
  guint fullest = 0;
  g_autofree char *month = NULL;
  g_autofree char *demand = NULL;
  g_autofree char *capacity = NULL;
  g_autofree char *later = NULL;

  for (guint i = 1; i < outlook->n_months; i++)
    if (unchanged[i].demand > unchanged[fullest].demand)
      fullest = i;
  month = capacity_format_in_period ((CapacityPeriod){ CAPACITY_PERIOD_MONTH, outlook->first + (int) fullest });
  demand = capacity_format_count (unchanged[fullest].demand);
  capacity = capacity_format_count (unchanged[fullest].capacity);
  later = capacity_format_count (planned[fullest].capacity);

  /* Translators: %1$s is such as "in May 2027", the others are numbers */
  return g_strdup_printf (_("The most is likely %1$s: %2$s. Capacity is then %3$s without changes, %4$s with all that is "
                            "planned."), month, demand, capacity, later);
}

/**
 * capacity_plan_chart_new:
 * @outlook: what the plan of a service looks like
 * @as_of: today
 *
 * Makes the chart of a plan: the demand that is likely against capacity without changes, with approved and with
 * planned ones, and what is known to change demand.
 *
 * Returns: (transfer full): the chart; its table has the same numbers
 */
CapacityChart *
capacity_plan_chart_new (const CapacityPlanOutlook *outlook,
                         CapacityDate               as_of)
{
  const CapacityPlanCourse *unchanged = &outlook->courses[CAPACITY_COURSE_UNCHANGED];
  const CapacityPortfolio *portfolio = unchanged->assessment->portfolio;
  const CapacityService *service = capacity_portfolio_get_service (portfolio, &outlook->service);
  const CapacityAssessment *planned = outlook->courses[CAPACITY_COURSE_PLANNED].assessment;
  const CapacityServiceAssessment *then = capacity_assessment_get_service (planned, &outlook->service);
  CapacityChartBuilder *builder = capacity_chart_builder_new (CAPACITY_CHART_TIME, CAPACITY_PERIOD_MONTH, outlook->first,
                                                              outlook->n_months);
  g_autofree double *demand = g_new (double, outlook->n_months);
  g_autofree char *summary = capacity_words_plan (outlook, as_of);
  g_autofree char *unit = g_strdup_printf (_("%s a month"),
                                           service != NULL && service->unit != NULL ? service->unit : _("cases"));
  g_autofree char *events = capacity_chart_add_events (builder, portfolio, service);

  for (guint i = 0; i < outlook->n_months; i++)
    demand[i] = unchanged->months[i].demand;
  capacity_chart_set_words (builder);
  capacity_chart_builder_set_title (builder, _("Demand and planned capacity"));
  capacity_chart_set_summary_with (builder, summary, events);
  capacity_chart_builder_set_unit (builder, unit);
  add_capacities (builder, outlook);
  capacity_chart_builder_add_series (builder, CAPACITY_CHART_ROLE_FORECAST, C_("chart", "Forecast"), outlook->first,
                                     demand, outlook->n_months);
  if (then != NULL)
    capacity_chart_add_bottlenecks (builder, C_("chart", "Limited by, with planned changes too"), planned, then);

  return capacity_chart_builder_end (builder);
}

/**
 * capacity_plan_use_chart_new:
 * @outlook: what a plan looks like
 * @as_of: today
 *
 * Makes a heat map of the use of capacity month by month, a row for each course.
 *
 * Returns: (transfer full): the chart; empty where no use is known
 */
CapacityChart *
capacity_plan_use_chart_new (const CapacityPlanOutlook *outlook,
                             CapacityDate               as_of)
{
  CapacityChartBuilder *builder = capacity_chart_builder_new (CAPACITY_CHART_HEAT_MAP, CAPACITY_PERIOD_MONTH,
                                                              outlook->first, outlook->n_months);
  g_autofree char *summary = capacity_words_plan (outlook, as_of);
  g_autofree double *use = g_new (double, outlook->n_months);

  capacity_chart_set_words (builder);
  capacity_chart_builder_set_title (builder, _("Use of capacity month by month"));
  capacity_chart_builder_set_summary (builder, summary);
  capacity_chart_builder_set_unit (builder, _("Share of regular capacity, %"));
  for (CapacityCourse course = 0; course < CAPACITY_N_COURSES; course++)
    {
      guint n_known = 0;

      for (guint i = 0; i < outlook->n_months; i++)
        {
          use[i] = outlook->courses[course].months[i].utilisation;
          n_known += !isnan (use[i]);
        }
      if (n_known > 0)
        capacity_chart_builder_add_series (builder, CAPACITY_CHART_ROLE_CELL, capacity_words_course (course),
                                           outlook->first, use, outlook->n_months);
    }

  return capacity_chart_builder_end (builder);
}
