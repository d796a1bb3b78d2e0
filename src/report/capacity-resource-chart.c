/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-resource-chart.h"

#include <glib/gi18n.h>
#include <math.h>

#include "capacity-format.h"
#include "capacity-plan-words.h"
#include "capacity-service-chart.h"
#include "capacity-words.h"

static const char *
unit_of (const CapacityResourceAssessment *resource)
{
  return resource->resource->unit != NULL ? resource->resource->unit : _("units");
}

static void
append_range (GString                          *text,
              const CapacityResourceAssessment *resource)
{
  double low = INFINITY, high = -INFINITY;
  g_autofree char *lowest = NULL;
  g_autofree char *highest = NULL;
  g_autofree char *last = NULL;

  for (guint i = 0; i < resource->n_months; i++)
    if (isfinite (resource->loads[i]))
      {
        low = MIN (low, resource->loads[i]);
        high = MAX (high, resource->loads[i]);
      }
  if (low > high)
    return;
  lowest = capacity_format_count (low);
  highest = capacity_format_count (high);
  last = capacity_format_to_month (resource->first + (int) resource->n_months - 1);
  g_string_append_c (text, ' ');
  /* Translators: %1$s is a month from the context "to month", %2$s and %3$s the least and the most in a month, %4$s
   * a unit such as "hours" */
  g_string_append_printf (text, _("To %1$s services are likely to need from %2$s to %3$s %4$s a month."), last, lowest,
                          highest, unit_of (resource));
}

/**
 * capacity_resource_chart_sentence:
 * @resource: what is known of a resource
 *
 * Says what the chart of a resource shows, for those who cannot see it.
 *
 * Returns: (transfer full): some short sentences
 */
char *
capacity_resource_chart_sentence (const CapacityResourceAssessment *resource)
{
  g_autofree char *use = capacity_format_percent (resource->utilisation);
  g_autofree char *when = capacity_words_exhaustion (&resource->exhaustion);
  GString *text = g_string_new (NULL);

  if (isfinite (resource->utilisation))
    /* Translators: %1$s is the name of a resource, %2$s a percentage */
    g_string_append_printf (text, _("%1$s: %2$s of capacity is used now."), resource->resource->name, use);
  else
    /* Translators: %s is the name of a resource */
    g_string_append_printf (text, _("%s: it is not known how much of it is used."), resource->resource->name);
  append_range (text, resource);
  g_string_append_c (text, ' ');
  /* Translators: %s is a month, "now" or that it is not reached */
  g_string_append_printf (text, _("Runs short: %s."), when);

  return g_string_free_and_steal (text);
}

/**
 * capacity_resource_chart_new:
 * @assessment: what is known of everything
 * @resource: what is known of a resource
 *
 * Makes the chart of a resource: what services are likely to need of it against what there is, month by month to the
 * end of the forecast, and against what there would be if all that is only planned came.
 *
 * Returns: (transfer full): the chart; its table has the same numbers
 */
CapacityChart *
capacity_resource_chart_new (const CapacityAssessment         *assessment,
                             const CapacityResourceAssessment *resource)
{
  CapacityChartBuilder *builder = capacity_chart_builder_new (CAPACITY_CHART_TIME, CAPACITY_PERIOD_MONTH,
                                                              resource->first, MAX (resource->n_months, 1));
  g_autofree char *summary = capacity_resource_chart_sentence (resource);
  g_autofree char *unit = g_strdup_printf (_("%s a month"), unit_of (resource));
  gboolean is_low = FALSE;
  g_autofree double *planned = capacity_plan_resource_limits (assessment, resource);

  capacity_chart_set_words (builder);
  capacity_chart_builder_set_title (builder, _("Need and capacity"));
  capacity_chart_builder_set_summary (builder, summary);
  capacity_chart_builder_set_unit (builder, unit);
  for (guint i = 0; i < resource->n_months; i++)
    is_low |= resource->loads[i] < resource->low * resource->limits[i];
  if (planned != NULL)
    capacity_chart_builder_add_series (builder, CAPACITY_CHART_ROLE_PEAK_LIMIT,
                                       capacity_words_course (CAPACITY_COURSE_PLANNED), resource->first, planned,
                                       resource->n_months);
  capacity_chart_builder_add_series (builder, CAPACITY_CHART_ROLE_LIMIT, C_("chart", "Capacity"), resource->first,
                                     resource->limits, resource->n_months);
  capacity_chart_add_thresholds (builder, resource->target, is_low ? resource->low : NAN, resource->first,
                                 resource->limits, resource->n_months);
  capacity_chart_builder_add_series (builder, CAPACITY_CHART_ROLE_DEMAND, C_("chart", "Needed by services"),
                                     resource->first, resource->loads, resource->n_months);
  capacity_chart_builder_set_balance (builder, C_("chart", "Left"), C_("chart", "Short"));
  capacity_chart_builder_set_today (builder, assessment->as_of, C_("chart", "today"));
  capacity_chart_add_exhaustion (builder, &resource->exhaustion);

  return capacity_chart_builder_end (builder);
}
