/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-report-kinds.h"

#include <glib/gi18n.h>
#include <math.h>

#include "capacity-format.h"
#include "capacity-notes.h"
#include "capacity-report-parts.h"
#include "capacity-resource-chart.h"
#include "capacity-resource-words.h"
#include "capacity-use-charts.h"
#include "capacity-words.h"

/* The sheet of a resource for its owner and for those whose services need it: does it suffice, what is missing, who
 * uses it, month by month. */

#define CHART_MIN_HEIGHT 102
#define CHART_MAX_HEIGHT 220
#define HOURS_MIN_HEIGHT 110
#define HOURS_MAX_HEIGHT 260

static const CapacityFigure explained[] = {
  CAPACITY_FIGURE_RESOURCE_UTILISATION, CAPACITY_FIGURE_RESOURCE_GAP, CAPACITY_FIGURE_RESOURCE_GAP_POSTS,
  CAPACITY_FIGURE_RESOURCE_EXHAUSTION, CAPACITY_FIGURE_RESOURCE_DECIDE_BY,
};

static void
add_title (CapacityPages                    *pages,
           const CapacityResourceAssessment *resource,
           CapacityDate                      as_of)
{
  const CapacityResource *facts = resource->resource;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *date = capacity_format_date (as_of);
  g_autofree char *text = NULL;

  capacity_pages_add_heading (pages, 1, facts->name);
  if (facts->code != NULL)
    /* Translators: %s is a code */
    g_ptr_array_add (parts, g_strdup_printf (_("Code %s"), facts->code));
  if (facts->owner != NULL)
    /* Translators: %s is the name of a person */
    g_ptr_array_add (parts, g_strdup_printf (_("Resource manager: %s"), facts->owner));
  if (facts->provider != NULL)
    /* Translators: %s is the name of another institution or company */
    g_ptr_array_add (parts, g_strdup_printf (_("Provided by: %s"), facts->provider));
  g_ptr_array_add (parts, g_strdup_printf (_("Day of the assessment: %s"), date));
  g_ptr_array_add (parts, NULL);
  text = g_strjoinv (" · ", (char **) parts->pdata);
  capacity_pages_add_text (pages, CAPACITY_TEXT_NOTE, text);
}

static void
add_verdict (CapacityPages                    *pages,
             const CapacityResourceAssessment *resource)
{
  g_autofree char *sentence = capacity_resource_chart_sentence (resource);

  capacity_pages_begin_panel (pages);
  capacity_pages_add_text (pages, CAPACITY_TEXT_LEAD, capacity_words_verdict (resource->verdict));
  capacity_pages_add_text (pages, CAPACITY_TEXT_BODY, sentence);
  capacity_report_end_panel (pages, resource->verdict);
}

/* What is needed in each mode, against what is prudent and what there is. */
static void
add_modes (CapacityPages                    *pages,
           const CapacityResourceAssessment *resource)
{
  g_autoptr (CapacityChart) chart = capacity_resource_modes_chart_new (resource);

  if (chart == NULL)
    return;
  capacity_pages_add_section (pages, "modes", capacity_chart_get_title (chart));
  capacity_report_add_told_chart (pages, chart, 0, 0);
  capacity_report_add_chart_table (pages, chart);
}

static double
use_at (const CapacityResourceAssessment *resource,
        guint                             i)
{
  return resource->loads[i] / resource->limits[i];
}

/* A month, or a longer period by its fullest month. */
static void
add_period (CapacityTable                    *table,
            const CapacityResourceAssessment *resource,
            CapacityPeriod                    period,
            guint                             first,
            guint                             end)
{
  guint i = first;
  g_autofree char *month = capacity_format_period (period);
  g_autofree char *load = NULL;
  g_autofree char *limit = NULL;
  g_autofree char *use = NULL;
  g_autofree char *chance = NULL;

  for (guint j = first + 1; j < end; j++)
    if (use_at (resource, j) > use_at (resource, i))
      i = j;
  load = capacity_format_count (resource->loads[i]);
  limit = capacity_format_count (resource->limits[i]);
  use = capacity_format_percent (use_at (resource, i));
  chance = capacity_format_percent (resource->chances[i]);
  capacity_table_add_row (table, (const char *[]){ month, load, limit, use, chance });
  if (use_at (resource, i) > resource->target)
    capacity_table_mark_row (table);
}

static void
add_months (CapacityPages                    *pages,
            const CapacityResourceAssessment *resource)
{
  const CapacityColumn columns[] = {
    { C_("period", "Month"), CAPACITY_COLUMN_LABEL, 0 },
    { C_("column", "Needed"), CAPACITY_COLUMN_NUMBER, 0 },
    { C_("column", "Capacity"), CAPACITY_COLUMN_NUMBER, 0 },
    { C_("column", "Use"), CAPACITY_COLUMN_NUMBER, 0 },
    { C_("column", "Probability of shortage"), CAPACITY_COLUMN_NUMBER, 0 },
  };
  CapacityTable *table;

  if (resource->n_months == 0)
    return;
  table = capacity_table_new (columns, G_N_ELEMENTS (columns));
  for (guint i = 0, end; i < resource->n_months; i = end)
    {
      CapacityPeriod period = capacity_report_row_period (resource->first, resource->n_months, i, &end);

      add_period (table, resource, period, i, end);
    }
  capacity_pages_add_heading (pages, 2, _("Month by month"));
  capacity_pages_add_table (pages, table);
  capacity_pages_add_text (pages, CAPACITY_TEXT_NOTE, _("Tinted: more than prudent is used."));
  if (resource->n_months > CAPACITY_REPORT_YEAR)
    capacity_pages_add_text (pages, CAPACITY_TEXT_NOTE, _("A quarter shows its fullest month."));
}

static char *
amount_text (const CapacityNeed *need)
{
  g_autofree char *amount = capacity_format_number (need->amount, 2);
  g_autofree char *norm = capacity_format_number (need->norm, 2);

  /* Translators: what a case takes as measured, and the norm, such as "0.45 (norm 0.4)" */
  return isnan (need->norm) ? g_steal_pointer (&amount) : g_strdup_printf (_("%1$s (norm %2$s)"), amount, norm);
}

/* What a case takes of the resource; the needs of kinds and channels apart. */
static char *
list_amounts (const CapacityService *service,
              const CapacityId      *resource)
{
  g_autoptr (GPtrArray) amounts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < service->needs->len; i++)
    {
      const CapacityNeed *need = service->needs->pdata[i];

      if (capacity_id_equal (&need->resource, resource))
        g_ptr_array_add (amounts, amount_text (need));
    }
  if (amounts->len == 0)
    return NULL;
  g_ptr_array_add (amounts, NULL);

  return g_strjoinv ("; ", (char **) amounts->pdata);
}

static void
add_users (CapacityPages                    *pages,
           const CapacityAssessment         *assessment,
           const CapacityResourceAssessment *resource)
{
  const CapacityColumn columns[] = {
    { C_("column", "Service"), CAPACITY_COLUMN_LABEL, 1 },
    { C_("column", "A case needs"), CAPACITY_COLUMN_NUMBER, 0 },
    { C_("column", "Volume of 12 months"), CAPACITY_COLUMN_NUMBER, 0 },
    { C_("column", "Verdict"), CAPACITY_COLUMN_WORD, 0 },
  };
  CapacityTable *table = NULL;

  for (guint i = 0; i < assessment->services->len; i++)
    {
      const CapacityServiceAssessment *service = assessment->services->pdata[i];
      g_autofree char *amounts = list_amounts (service->service, &resource->resource->id);
      g_autofree char *volume = capacity_format_count (service->last12);

      if (amounts == NULL)
        continue;
      if (table == NULL)
        table = capacity_table_new (columns, G_N_ELEMENTS (columns));
      capacity_table_add_row (table, (const char *[]){ service->service->name, amounts, volume,
                                                       capacity_words_verdict (service->overall) });
      capacity_report_sign_cell (table, 3, service->overall);
    }
  capacity_pages_add_section (pages, "users", _("Services that need it"));
  if (table != NULL)
    capacity_pages_add_table (pages, table);
  else
    capacity_pages_add_text (pages, CAPACITY_TEXT_BODY, _("No service says that it needs this resource."));
}

static void
add_notes (CapacityPages                    *pages,
           const CapacityAssessment         *assessment,
           const CapacityResourceAssessment *resource)
{
  GPtrArray *notes = capacity_notes_new ();

  for (guint i = 0; i < G_N_ELEMENTS (explained); i++)
    capacity_notes_add (notes, capacity_explanation_new_resource (assessment, resource, explained[i]));
  capacity_notes_end (notes, pages, 2);
}

/* Where people are the resource: what becomes of their hours. */
static void
add_hours (CapacityPages                    *pages,
           const CapacityAssessment         *assessment,
           const CapacityResourceAssessment *resource)
{
  g_autoptr (CapacityChart) chart = capacity_net_hours_chart_new (assessment, resource);

  if (chart == NULL)
    return;
  capacity_pages_add_section (pages, "hours", capacity_chart_get_title (chart));
  capacity_report_add_told_chart (pages, chart, HOURS_MIN_HEIGHT, HOURS_MAX_HEIGHT);
  capacity_report_add_chart_table (pages, chart);
}

/* How long people wait before it, where they do. */
static void
add_waiting (CapacityPages                    *pages,
             const CapacityAssessment         *assessment,
             const CapacityResourceAssessment *resource)
{
  CapacityWaiting waiting;
  g_autofree char *line = NULL;
  g_autofree char *places = NULL;

  if (!capacity_waiting (resource, assessment->portfolio->calendar, &waiting))
    return;
  line = capacity_words_waiting (resource->resource, &waiting);
  places = capacity_words_places (&waiting);
  capacity_pages_add_section (pages, "waiting", _("Waiting in Line"));
  capacity_pages_add_text (pages, CAPACITY_TEXT_BODY, line);
  capacity_pages_add_text (pages, CAPACITY_TEXT_BODY, places);
}

/**
 * capacity_report_resource_pages:
 * @assessment: what is known of all services
 * @resource: the #CapacityResourceAssessment of the one to report
 * @options: (nullable): options of the report
 *
 * Makes the sheet of a resource: whether it suffices and why on the first page, what is needed in each mode, what becomes
 * of the hours of people, and who uses it behind it.
 *
 * Returns: (transfer full): two pages, or more where many services need the resource
 */
CapacityPages *
capacity_report_resource_pages (const CapacityAssessment    *assessment,
                                gconstpointer                resource,
                                const CapacityReportOptions *options)
{
  const CapacityResourceAssessment *self = resource;
  CapacityPages *pages = capacity_report_pages_new (assessment, options, self->resource->name,
                                                    _("Capacity of a resource"));
  CapacityChart *chart = capacity_resource_chart_new (assessment, self);

  add_title (pages, self, assessment->as_of);
  add_verdict (pages, self);
  if (!capacity_chart_is_empty (chart))
    {
      capacity_pages_add_section (pages, "chart", _("Need and capacity"));
      capacity_report_add_chart (pages, chart, CHART_MIN_HEIGHT, CHART_MAX_HEIGHT);
    }
  else
    {
      capacity_chart_unref (chart);
    }
  capacity_pages_begin_columns (pages, 0.67);
  add_months (pages, self);
  capacity_pages_next_column (pages, 0.33);
  add_notes (pages, assessment, self);
  capacity_pages_end_columns (pages);
  capacity_pages_break (pages);
  add_modes (pages, self);
  add_hours (pages, assessment, self);
  add_waiting (pages, assessment, self);
  add_users (pages, assessment, self);
  capacity_report_add_signatures (pages, options);

  return pages;
}
