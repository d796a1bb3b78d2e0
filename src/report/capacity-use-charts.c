/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-use-charts.h"

#include <glib/gi18n.h>
#include <math.h>

#include "capacity-format.h"
#include "capacity-resource-words.h"
#include "capacity-service-chart.h"
#include "capacity-staffing.h"
#include "capacity-words.h"

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

static char *
use_summary (guint    n_rows,
             guint    n_known,
             gboolean lacks_any)
{
  const char *shares = _("What services will need of each resource, as a share of what there is. Dots mark more than "
                         "there is.");
  g_autofree char *none = capacity_chart_no_capacity_sentence ();
  g_autofree char *text = lacks_any ? g_strconcat (shares, " ", none, NULL) : g_strdup (shares);
  g_autofree char *first = NULL;

  if (n_known <= n_rows)
    return g_steal_pointer (&text);
  /* Translators: %1$u and %2$u are numbers of rows of a table; there are always more than are shown */
  first = g_strdup_printf (ngettext ("Shown are the first %1$u of %2$u resource; search or choose to see others.",
                                     "Shown are the first %1$u of %2$u resources; search or choose to see others.", n_known),
                           n_rows, n_known);

  return g_strconcat (text, " ", first, NULL);
}

/**
 * capacity_resource_use_chart_new:
 * @assessment: an assessment
 * @resources: (element-type CapacityResourceAssessment): which of its resources, in the order of the rows
 * @n_rows: how many rows at most; the summary says so where there would be more
 * @n_months: how many months from that of the assessment on
 *
 * Makes a heat map of how much of each resource is needed, by month.
 *
 * Returns: (transfer full): the chart; empty where no resource has both load and capacity
 */
CapacityChart *
capacity_resource_use_chart_new (const CapacityAssessment *assessment,
                                 const GPtrArray          *resources,
                                 guint                     n_rows,
                                 guint                     n_months)
{
  int first = capacity_period_of_date (CAPACITY_PERIOD_MONTH, assessment->as_of).index;
  CapacityChartBuilder *builder = capacity_chart_builder_new (CAPACITY_CHART_HEAT_MAP, CAPACITY_PERIOD_MONTH, first,
                                                              n_months);
  g_autofree double *use = g_new (double, n_months);
  g_autofree char *summary = NULL;
  guint n_rows_known = 0;
  gboolean lacks_any = FALSE;

  capacity_chart_set_words (builder);
  capacity_chart_set_no_capacity (builder);
  capacity_chart_builder_set_title (builder, _("Use of resources by month"));
  capacity_chart_builder_set_unit (builder, _("Share of capacity, %"));
  for (guint i = 0; i < resources->len; i++)
    {
      const CapacityResourceAssessment *resource = resources->pdata[i];
      guint n_known = 0;

      for (guint j = 0; j < n_months; j++)
        {
          use[j] = j < resource->n_months ? capacity_chart_load (resource->loads[j], resource->limits[j]) : NAN;
          n_known += !isnan (use[j]);
          lacks_any |= isinf (use[j]);
        }
      if (n_known > 0 && n_rows_known++ < n_rows)
        capacity_chart_builder_add_series (builder, CAPACITY_CHART_ROLE_CELL, resource->resource->name, first, use,
                                           n_months);
    }
  summary = use_summary (n_rows, n_rows_known, lacks_any);
  capacity_chart_builder_set_summary (builder, summary);

  return capacity_chart_builder_end (builder);
}

/* "Regular: 96% of capacity is used, up to 85% is prudent." */
static void
append_mode (GString                      *text,
             CapacityMode                  mode,
             const CapacityModeAssessment *assessed)
{
  g_autofree char *use = capacity_format_percent (assessed->utilisation);
  g_autofree char *target = capacity_format_percent (assessed->target);

  if (text->len > 0)
    g_string_append_c (text, ' ');
  /* Translators: %1$s is "Regular", "Peak" or "Long term", %2$s and %3$s are percentages */
  g_string_append_printf (text, _("%1$s: %2$s of capacity is needed, up to %3$s is prudent."), capacity_words_mode (mode),
                          use, target);
}

/**
 * capacity_resource_modes_chart_new:
 * @resource: what is known of a resource
 *
 * Makes a bullet graph of what services need of a resource in each mode, against what is prudent and what there is.
 *
 * Returns: (transfer full) (nullable): the chart; %NULL where in no mode both need and capacity are known
 */
CapacityChart *
capacity_resource_modes_chart_new (const CapacityResourceAssessment *resource)
{
  CapacityChartBuilder *builder = capacity_chart_builder_new (CAPACITY_CHART_BULLET, CAPACITY_PERIOD_MONTH, 0, 0);
  g_autoptr (GString) summary = g_string_new (NULL);
  /* Translators: %s is a unit such as "hours" */
  g_autofree char *unit = g_strdup_printf (_("Needed, %s a month"), capacity_words_resource_unit (resource->resource));
  g_autoptr (CapacityChart) chart = NULL;

  capacity_chart_set_words (builder);
  capacity_chart_builder_set_headings (builder, C_("column", "Mode"), C_("column", "Prudent use"),
                                       C_("column", "Capacity"));
  capacity_chart_builder_set_title (builder, _("Need, prudent use and capacity"));
  capacity_chart_builder_set_unit (builder, unit);
  for (CapacityMode mode = 0; mode < CAPACITY_N_MODES; mode++)
    {
      const CapacityModeAssessment *assessed = &resource->modes[mode];

      if (!isfinite (assessed->utilisation))
        continue;
      append_mode (summary, mode, assessed);
      capacity_chart_builder_add_bullet (builder, capacity_words_mode (mode), round (assessed->demand),
                                         round (assessed->target * assessed->capacity), round (assessed->capacity));
    }
  capacity_chart_builder_set_summary (builder, summary->str);
  chart = capacity_chart_builder_end (builder);

  return capacity_chart_is_empty (chart) ? NULL : g_steal_pointer (&chart);
}

/* A resource in one of its modes. */
typedef struct
{
  const CapacityResourceAssessment *resource;
  CapacityMode                      mode;
} Use;

static const CapacityModeAssessment *
mode_of (const Use *use)
{
  return &use->resource->modes[use->mode];
}

static int
compare_uses (gconstpointer a,
              gconstpointer b)
{
  double first = mode_of (a)->utilisation / mode_of (a)->target;
  double second = mode_of (b)->utilisation / mode_of (b)->target;

  return (first < second) - (first > second);
}

/* The peak is worth a row where it asks for more than ordinary days do. */
static void
collect_uses (GArray                           *uses,
              const CapacityResourceAssessment *resource)
{
  Use regular = { resource, CAPACITY_MODE_REGULAR };
  Use peak = { resource, CAPACITY_MODE_PEAK };

  if (isfinite (mode_of (&regular)->utilisation))
    g_array_append_val (uses, regular);
  if (isfinite (mode_of (&peak)->utilisation) && compare_uses (&peak, &regular) < 0)
    g_array_append_val (uses, peak);
}

static char *
uses_summary (const GArray *uses,
              guint         n_shown)
{
  guint n_short = 0, n_full = 0;
  g_autofree char *full = NULL;
  g_autofree char *rest = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < uses->len; i++)
    {
      const CapacityModeAssessment *assessed = mode_of (&g_array_index (uses, Use, i));

      n_short += assessed->utilisation > 1;
      n_full += assessed->utilisation > assessed->target;
    }
  full = capacity_format_number (n_full, 0);
  rest = capacity_format_number (n_short, 0);
  /* Translators: %1$s and %2$s are numbers of rows of a chart */
  text = g_strdup_printf (_("What services need of each resource, against what is prudent and what there is. Rows above "
                            "what is prudent: %1$s; of them above what there is: %2$s."), full, rest);
  if (n_shown == uses->len)
    return g_steal_pointer (&text);
  g_free (rest);
  rest = g_strdup_printf (ngettext ("Shown is the %u fullest.", "Shown are the %u fullest.", n_shown), n_shown);

  return g_strconcat (text, " ", rest, NULL);
}

static void
add_use (CapacityChartBuilder *builder,
         const Use            *use)
{
  const CapacityModeAssessment *assessed = mode_of (use);
  const char *name = use->resource->resource->name;
  g_autofree char *peak = NULL;

  if (use->mode == CAPACITY_MODE_PEAK)
    /* Translators: a row of a chart; %s is the name of a resource */
    peak = g_strdup_printf (C_("chart", "Peak: %s"), name);
  capacity_chart_builder_add_bullet (builder, peak != NULL ? peak : name, round (assessed->utilisation * 100),
                                     round (assessed->target * 100), 100);
}

/**
 * capacity_resources_now_chart_new:
 * @resources: (element-type CapacityResourceAssessment): what is known of some resources
 * @n_rows: how many rows at most
 *
 * Makes a bullet graph of how much of each resource is needed on ordinary days, and in the peak where that is more,
 * against what is prudent and the whole; the fullest first.
 *
 * Returns: (transfer full): the chart; empty where of no resource both need and capacity are known
 */
CapacityChart *
capacity_resources_now_chart_new (const GPtrArray *resources,
                                     guint            n_rows)
{
  CapacityChartBuilder *builder = capacity_chart_builder_new (CAPACITY_CHART_BULLET, CAPACITY_PERIOD_MONTH, 0, 0);
  g_autoptr (GArray) uses = g_array_new (FALSE, FALSE, sizeof (Use));
  g_autofree char *summary = NULL;
  guint n_shown;

  for (guint i = 0; i < resources->len; i++)
    collect_uses (uses, resources->pdata[i]);
  g_array_sort (uses, compare_uses);
  n_shown = MIN (uses->len, n_rows);
  summary = uses_summary (uses, n_shown);
  capacity_chart_set_words (builder);
  capacity_chart_builder_set_headings (builder, C_("column", "Resource"), C_("column", "Prudent use"),
                                       C_("column", "Capacity"));
  capacity_chart_builder_set_title (builder, _("Use of resources now"));
  capacity_chart_builder_set_summary (builder, summary);
  capacity_chart_builder_set_unit (builder, _("Needed, % of capacity"));
  for (guint i = 0; i < n_shown; i++)
    add_use (builder, &g_array_index (uses, Use, i));

  return capacity_chart_builder_end (builder);
}
