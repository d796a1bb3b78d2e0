/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-report-kinds.h"

#include <glib/gi18n.h>
#include <math.h>

#include "capacity-course-section.h"
#include "capacity-format.h"
#include "capacity-glyphs.h"
#include "capacity-institution-parts.h"
#include "capacity-plan-words.h"
#include "capacity-ranking.h"
#include "capacity-service-chart.h"
#include "capacity-use-charts.h"
#include "capacity-words.h"

/* The capacity report of the institution: what the overview says on one page, then every service that needs
 * attention with its chart, then all services and resources as tables, and how it was reckoned. */

#define N_USE_ROWS 10
#define N_CHART_MONTHS 36
#define CHART_MIN_HEIGHT 102
#define CHART_MAX_HEIGHT 150
#define N_SPARK_MONTHS 24
#define SPARK_WIDTH 46
#define BAR_WIDTH 40

typedef struct
{
  double *values;
  guint   n;
} Course;

static void
course_free (gpointer data)
{
  Course *course = data;

  g_free (course->values);
  g_free (course);
}

static void
draw_course (cairo_t      *cr,
             PangoContext *context,
             double        width,
             double        height,
             gpointer      user_data)
{
  const Course *course = user_data;
  CapacityChartStyle style;

  capacity_chart_style_init (&style, CAPACITY_CHART_THEME_PRINT);
  capacity_sparkline_draw (cr, &style, course->values, course->n, NAN, NAN, width, height);
}

static void
draw_use (cairo_t      *cr,
          PangoContext *context,
          double        width,
          double        height,
          gpointer      user_data)
{
  const double *shares = user_data;
  CapacityChartStyle style;

  capacity_chart_style_init (&style, CAPACITY_CHART_THEME_PRINT);
  cairo_translate (cr, 0, 2);
  capacity_utilisation_bar_draw (cr, &style, shares[0], shares[1], width, height - 4);
}

/* The last months before a number, as a small course. */
static void
put_course (CapacityTable        *table,
            guint                 column,
            const CapacitySeries *demand)
{
  guint n = demand != NULL ? MIN (demand->n, N_SPARK_MONTHS) : 0;
  Course *course;

  if (n < 2)
    return;
  course = g_new (Course, 1);
  course->values = g_memdup2 (demand->values + demand->n - n, n * sizeof (double));
  course->n = n;
  capacity_table_draw_in (table, column, SPARK_WIDTH, draw_course, course, course_free);
}

static void
put_use (CapacityTable *table,
         guint          column,
         double         use,
         double         target)
{
  const double shares[] = { use, target };

  if (isfinite (use))
    capacity_table_draw_in (table, column, BAR_WIDTH, draw_use, g_memdup2 (shares, sizeof shares), g_free);
}

/* A service that needs attention: what, why, when, and its chart; never broken over pages. */
static void
add_service (CapacityPages                   *pages,
             const CapacityAssessment        *assessment,
             const CapacityServiceAssessment *service)
{
  CapacityMode mode = capacity_ranking_leading_mode (service);
  CapacityChart *chart = capacity_service_chart_new (assessment, service, N_CHART_MONTHS);
  g_autofree char *headline = capacity_words_headline (service);
  g_autofree char *why = capacity_words_mode_sentence (service, mode);
  g_autofree char *both = g_strdup_printf ("%s %s", headline, why);
  g_autofree char *decide = capacity_words_decide_by (&service->exhaustion, assessment->as_of);
  g_autofree char *trend = capacity_words_trend (&service->trend);
  g_autofree char *facts = decide != NULL ? g_strdup_printf ("%s · %s", decide, trend) : g_strdup (trend);

  capacity_pages_begin_columns (pages, 1);
  capacity_pages_add_heading (pages, 3, service->service->name);
  capacity_pages_add_text (pages, CAPACITY_TEXT_BODY, both);
  capacity_pages_add_text (pages, CAPACITY_TEXT_NOTE, facts);
  if (capacity_chart_is_empty (chart))
    capacity_chart_unref (chart);
  else
    capacity_report_add_chart (pages, chart, CHART_MIN_HEIGHT, CHART_MAX_HEIGHT);
  capacity_course_add_forecast (pages, service, N_CHART_MONTHS);
  capacity_pages_end_columns (pages);
}

static void
add_urgent_services (CapacityPages            *pages,
                     const CapacityAssessment *assessment,
                     const GPtrArray          *ranked,
                     CapacityVerdict           verdict,
                     const char               *name,
                     const char               *heading,
                     GCancellable             *cancellable)
{
  gboolean is_first = TRUE;

  for (guint i = 0; i < ranked->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      const CapacityServiceAssessment *service = ranked->pdata[i];

      if (service->overall != verdict)
        continue;
      if (is_first)
        capacity_pages_add_section (pages, name, heading);
      is_first = FALSE;
      add_service (pages, assessment, service);
    }
}

static void
add_service_row (CapacityTable                   *table,
                 const CapacityServiceAssessment *service)
{
  const CapacityModeAssessment *regular = &service->modes[CAPACITY_MODE_REGULAR];
  g_autofree char *volume = capacity_format_count (service->last12);
  g_autofree char *change = capacity_format_change (service->last12 / service->previous12 - 1, 0);
  g_autofree char *use = capacity_format_percent (regular->utilisation);

  capacity_table_add_row (table, (const char *[]){ service->service->name,
                                                   capacity_words_verdict (service->overall),
                                                   volume, change, use });
  capacity_report_sign_cell (table, 1, service->overall);
  put_course (table, 2, service->demand);
  put_use (table, 4, regular->utilisation, regular->target);
}

static void
add_all_services (CapacityPages   *pages,
                  const GPtrArray *ranked)
{
  const CapacityColumn columns[] = {
    { C_("column", "Service"), CAPACITY_COLUMN_LABEL, 1 },
    { C_("column", "Verdict"), CAPACITY_COLUMN_WORD, 0 },
    { C_("column", "Volume of 12 months"), CAPACITY_COLUMN_NUMBER, 0 },
    { C_("column", "Change in a year"), CAPACITY_COLUMN_NUMBER, 0 },
    { C_("column", "Use"), CAPACITY_COLUMN_NUMBER, 0 },
  };
  CapacityTable *table;

  if (ranked->len == 0)
    return;
  table = capacity_table_new (columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < ranked->len; i++)
    add_service_row (table, ranked->pdata[i]);
  capacity_pages_add_section (pages, "services", _("All services"));
  capacity_pages_add_table (pages, table);
}

static void
add_resource_row (CapacityTable                    *table,
                  const CapacityResourceAssessment *resource)
{
  const char *unit = resource->resource->unit;
  g_autofree char *capacity = capacity_format_count (resource->capacity);
  g_autofree char *load = capacity_format_count (resource->load);
  g_autofree char *use = capacity_format_percent (resource->utilisation);
  g_autofree char *peak = capacity_format_percent (resource->modes[CAPACITY_MODE_PEAK].utilisation);
  g_autofree char *target = capacity_format_percent (resource->target);
  g_autofree char *gap = capacity_format_count (resource->gap > 0 ? resource->gap : NAN);

  capacity_table_add_row (table, (const char *[]){ resource->resource->name,
                                                   capacity_words_verdict (resource->verdict),
                                                   unit != NULL ? unit : "–", load, capacity, use, peak, target, gap });
  capacity_report_sign_cell (table, 1, resource->verdict);
}

static void
add_use_chart (CapacityPages            *pages,
               const CapacityAssessment *assessment)
{
  g_autoptr (CapacityChart) chart = capacity_resources_now_chart_new (assessment->resources, N_USE_ROWS);

  if (!capacity_chart_is_empty (chart))
    capacity_report_add_told_chart (pages, chart, 0, 0);
}

/**
 * capacity_institution_add_resources:
 * @pages: a document
 * @assessment: what is known of all services
 *
 * Adds a section with all resources; nothing where there are none.
 */
void
capacity_institution_add_resources (CapacityPages            *pages,
                                    const CapacityAssessment *assessment)
{
  const CapacityColumn columns[] = {
    { C_("column", "Resource"), CAPACITY_COLUMN_LABEL, 1 },
    { C_("column", "Verdict"), CAPACITY_COLUMN_WORD, 0 },
    { C_("column", "Unit"), CAPACITY_COLUMN_TEXT, 0 },
    { C_("column", "Needed a month"), CAPACITY_COLUMN_NUMBER, 0 },
    { C_("column", "Capacity"), CAPACITY_COLUMN_NUMBER, 0 },
    { C_("column", "Use"), CAPACITY_COLUMN_NUMBER, 0 },
    { C_("column", "In the peak"), CAPACITY_COLUMN_NUMBER, 0 },
    { C_("column", "Prudent use"), CAPACITY_COLUMN_NUMBER, 0 },
    { C_("column", "Missing"), CAPACITY_COLUMN_NUMBER, 0 },
  };
  CapacityTable *table;

  if (assessment->resources->len == 0)
    return;
  table = capacity_table_new (columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < assessment->resources->len; i++)
    add_resource_row (table, assessment->resources->pdata[i]);
  capacity_pages_add_section (pages, "resources", _("Resources and capabilities"));
  add_use_chart (pages, assessment);
  capacity_pages_add_table (pages, table);
}

/* Where the plans stand, of the institution and of the services that have one, and what will change. */
static void
add_plans (CapacityPages            *pages,
           const CapacityAssessment *assessment)
{
  const CapacityColumn columns[] = {
    { C_("column", "Service"), CAPACITY_COLUMN_LABEL, 1 },
    { C_("column", "State"), CAPACITY_COLUMN_WORD, 0 },
    { C_("column", "Recommendation"), CAPACITY_COLUMN_TEXT, 1 },
  };
  const CapacityPortfolio *portfolio = assessment->portfolio;
  CapacityTable *table = capacity_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i <= portfolio->services->len; i++)
    {
      const CapacityService *service = i > 0 ? portfolio->services->pdata[i - 1] : NULL;
      const CapacityPlan *plan = service != NULL ? service->plan : portfolio->plan;
      g_autofree char *stand = capacity_words_plan_stand (plan);

      if (plan != NULL)
        capacity_table_add_row (table, (const char *[]){ service != NULL ? service->name : _("Institution"), stand,
                                                         plan->recommendation != NULL ? plan->recommendation : "–" });
    }
  if (capacity_table_get_n_rows (table) == 0)
    {
      capacity_table_free (table);
    }
  else
    {
      capacity_pages_add_section (pages, "plans", _("Capacity plans"));
      capacity_pages_add_table (pages, table);
    }
  capacity_plan_add_changes (pages, assessment, NULL);
}

/**
 * capacity_institution_add_method:
 * @pages: a document
 * @assessment: what is known of all services
 *
 * Adds a section with how it was reckoned, as numbered notes.
 */
void
capacity_institution_add_method (CapacityPages            *pages,
                                 const CapacityAssessment *assessment)
{
  const CapacityInstitution *institution = &assessment->portfolio->institution;
  g_autofree char *people = capacity_format_percent (institution->target_people);
  g_autofree char *shared = capacity_format_percent (institution->target_shared);
  g_autofree char *low = capacity_format_percent (institution->low);
  g_autofree char *use = NULL;
  g_autofree char *dates = NULL;
  const char *items[5] = { NULL, };

  /* Translators: %1$s, %2$s and %3$s are percentages */
  use = g_strdup_printf (_("Use is demand divided by capacity. Unless a service has its own threshold, "
                           "up to %1$s is prudent for people and %2$s for shared systems; "
                           "less than %3$s for half a year is too much capacity."), people, shared, low);
  dates = g_strdup_printf (ngettext ("The last day to decide is the first day of the month in which "
                                     "capacity runs short, less %d day to add capacity unless a service has "
                                     "its own time.",
                                     "The last day to decide is the first day of the month in which "
                                     "capacity runs short, less %d days to add capacity unless a service has "
                                     "its own time.",
                                     (gulong) institution->lead_days), institution->lead_days);
  items[0] = use;
  items[1] = _("Regular demand is the median of the last 12 months, peak demand what one month in ten "
               "exceeds, long-term demand the forecast without its season where it takes most of the "
               "capacity. The worst of the three verdicts leads.");
  items[2] = dates;
  items[3] = _("Forecasts are tried on the last 12 months before they are used; the narrower interval "
               "holds what is likely in four cases of five.");

  capacity_pages_add_section (pages, "method", _("How it was reckoned"));
  capacity_pages_add_list (pages, items, TRUE);
}

/**
 * capacity_report_institution_pages:
 * @assessment: what is known of all services
 * @unused: pays no heed to it
 * @options: (nullable): options of the report
 *
 * Makes the capacity report of the institution. Once it is cancelled, no more services are added: the charts are what
 * takes time.
 *
 * Returns: (transfer full): some pages; about four services that need attention on each
 */
CapacityPages *
capacity_report_institution_pages (const CapacityAssessment    *assessment,
                                   gconstpointer                unused,
                                   const CapacityReportOptions *options)
{
  CapacityPages *pages = capacity_report_pages_new (assessment, options, _("Capacity of services"),
                                                    _("Capacity report of the institution"));
  const GPtrArray *ranked = assessment->ranking;
  GCancellable *cancellable = options != NULL ? options->cancellable : NULL;

  capacity_institution_add_title (pages, assessment, _("Capacity report of the institution"));
  capacity_pages_add_contents (pages, _("Contents"));
  capacity_institution_add_verdicts (pages, assessment);
  capacity_institution_add_ranking (pages, assessment, G_MAXUINT, G_MAXUINT);
  capacity_institution_add_heat_map (pages, assessment, assessment->services->len);
  capacity_institution_add_doubts (pages, assessment);
  add_urgent_services (pages, assessment, ranked, CAPACITY_VERDICT_INSUFFICIENT, "insufficient",
                       _("Services that do not suffice"), cancellable);
  add_urgent_services (pages, assessment, ranked, CAPACITY_VERDICT_AT_RISK, "at-risk",
                       _("Services at risk"), cancellable);
  add_all_services (pages, ranked);
  capacity_institution_add_resources (pages, assessment);
  add_plans (pages, assessment);
  capacity_institution_add_method (pages, assessment);
  capacity_report_add_signatures (pages, options);

  return pages;
}
