/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-use-charts.h"

#include <glib/gi18n.h>
#include <math.h>

#include "capacity-format.h"
#include "capacity-service-chart.h"
#include "capacity-staffing.h"

static void
add_fall (CapacityChartBuilder *builder,
          const char           *label,
          double                hours)
{
  if (hours > 0)
    capacity_chart_builder_add_bar (builder, CAPACITY_CHART_ROLE_FALL, label, -hours);
}

static CapacityChart *
hours_chart_new (const CapacityNetHours *hours,
                 int                     index)
{
  CapacityChartBuilder *builder = capacity_chart_builder_new (CAPACITY_CHART_WATERFALL, CAPACITY_PERIOD_MONTH, 0, 0);
  g_autofree char *month = capacity_format_in_period ((CapacityPeriod){ CAPACITY_PERIOD_MONTH, index });
  g_autofree char *net = capacity_format_number (hours->net, 0);
  g_autofree char *gross = capacity_format_number (hours->gross, 0);
  /* Translators: %1$s and %2$s are numbers of hours, %3$s is such as "in May 2027" */
  g_autofree char *summary = g_strdup_printf (_("Of %1$s hours of the posts %3$s, %2$s are left for services."), gross,
                                              net, month);

  capacity_chart_set_words (builder);
  capacity_chart_builder_set_headings (builder, _("Part"), NULL, NULL);
  capacity_chart_builder_set_title (builder, _("From posts to net hours"));
  capacity_chart_builder_set_summary (builder, summary);
  capacity_chart_builder_set_unit (builder, _("hours a month"));
  capacity_chart_builder_add_bar (builder, CAPACITY_CHART_ROLE_TOTAL, _("All hours"), hours->gross);
  add_fall (builder, _("Leave"), hours->leave);
  add_fall (builder, _("Illness"), hours->sick);
  add_fall (builder, _("Training"), hours->training);
  add_fall (builder, _("Other duties"), hours->other);
  capacity_chart_builder_add_bar (builder, CAPACITY_CHART_ROLE_TOTAL, _("Net hours"), hours->net);

  return capacity_chart_builder_end (builder);
}

/**
 * capacity_net_hours_chart_new:
 * @assessment: an assessment
 * @resource: one of its resources
 *
 * Makes the waterfall that leads from the hours of the posts in the month of the assessment to those that are left for
 * services, with every subtraction.
 *
 * Returns: (transfer full) (nullable): the chart; %NULL where the capacity does not follow from posts
 */
CapacityChart *
capacity_net_hours_chart_new (const CapacityAssessment         *assessment,
                              const CapacityResourceAssessment *resource)
{
  const CapacityPortfolio *portfolio = assessment->portfolio;
  CapacityStaffing staffing;

  if (!capacity_staffing_at (resource->resource, CAPACITY_MODE_REGULAR, resource->first,
                             portfolio->institution.day_hours, portfolio->calendar, &staffing))
    return NULL;

  return hours_chart_new (&staffing.hours, resource->first);
}

/**
 * capacity_resource_use_chart_new:
 * @assessment: an assessment
 * @resources: (element-type CapacityResourceAssessment): which of its resources, in the order of the rows
 * @n_months: how many months from that of the assessment on
 *
 * Makes a heat map of how much of each resource is needed, by month.
 *
 * Returns: (transfer full): the chart; empty where no resource has both load and capacity
 */
CapacityChart *
capacity_resource_use_chart_new (const CapacityAssessment *assessment,
                                 const GPtrArray          *resources,
                                 guint                     n_months)
{
  int first = capacity_period_of_date (CAPACITY_PERIOD_MONTH, assessment->as_of).index;
  CapacityChartBuilder *builder = capacity_chart_builder_new (CAPACITY_CHART_HEAT_MAP, CAPACITY_PERIOD_MONTH, first,
                                                              n_months);
  g_autofree double *use = g_new (double, n_months);

  capacity_chart_set_words (builder);
  capacity_chart_builder_set_title (builder, _("Use of resources by month"));
  capacity_chart_builder_set_summary (builder, _("What services will need of each resource, as a share of what there is. "
                                                 "A dot marks more than there is."));
  capacity_chart_builder_set_unit (builder, _("Share of capacity, %"));
  for (guint i = 0; i < resources->len; i++)
    {
      const CapacityResourceAssessment *resource = resources->pdata[i];
      guint n_known = 0;

      for (guint j = 0; j < n_months; j++)
        {
          use[j] = j < resource->n_months && resource->limits[j] > 0 ? resource->loads[j] / resource->limits[j] : NAN;
          n_known += isfinite (use[j]);
        }
      if (n_known > 0)
        capacity_chart_builder_add_series (builder, CAPACITY_CHART_ROLE_CELL, resource->resource->name, first, use,
                                           n_months);
    }

  return capacity_chart_builder_end (builder);
}
