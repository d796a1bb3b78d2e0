/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-report-kinds.h"

#include <glib/gi18n.h>
#include <math.h>

#include "capacity-bottleneck-words.h"
#include "capacity-course-section.h"
#include "capacity-format.h"
#include "capacity-notes.h"
#include "capacity-ranking.h"
#include "capacity-report-parts.h"
#include "capacity-service-chart.h"
#include "capacity-words.h"

/* The page of a service for the head of the institution: the verdict in a sentence, the three modes, the
 * chart, a year back and a year ahead, and how it was reckoned. Behind it lies how its volumes have gone. */

#define N_YEAR 12
#define MIN_MONTHS 3
#define N_CHART_MONTHS 36
#define CHART_MIN_HEIGHT 102
#define CHART_MAX_HEIGHT 230

/* From here on numbers stand in thousands, so that they fit their columns. */
#define THOUSANDS_FROM 1e6

static void
append_fact (GString    *text,
             const char *fact)
{
  if (fact == NULL || *fact == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, fact);
}

static void
append_named (GString    *text,
              const char *format,
              const char *value)
{
  GString *fact;

  if (value == NULL || *value == '\0')
    return;
  fact = g_string_new (format);
  g_string_replace (fact, "{}", value, 0);
  append_fact (text, fact->str);
  g_string_free (fact, TRUE);
}

static void
add_title (CapacityPages                   *pages,
           const CapacityServiceAssessment *service,
           CapacityDate                     as_of)
{
  const CapacityService *facts = service->service;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *date = capacity_format_date (as_of);

  capacity_pages_add_heading (pages, 1, facts->name);
  /* Translators: in these four, {} is a code, a name or a date; keep the braces */
  append_named (text, _("Code {}"), facts->code);
  append_named (text, _("Owner: {}"), facts->owner);
  append_named (text, _("Department: {}"), facts->department);
  append_named (text, _("Day of the assessment: {}"), date);
  capacity_pages_add_text (pages, CAPACITY_TEXT_NOTE, text->str);
}

static void
add_verdict (CapacityPages                   *pages,
             const CapacityServiceAssessment *service)
{
  g_autofree char *headline = capacity_words_headline (service);
  g_autofree char *range = capacity_words_exhaustion_range (&service->exhaustion);

  capacity_pages_begin_panel (pages);
  capacity_pages_add_text (pages, CAPACITY_TEXT_LEAD, headline);
  if (range != NULL && service->exhaustion.earliest != service->exhaustion.latest)
    capacity_pages_add_text (pages, CAPACITY_TEXT_BODY, range);
  capacity_report_end_panel (pages, service->overall);
}

static void
add_card (CapacityPages *pages,
          const char    *label,
          const char    *value)
{
  capacity_pages_add_text (pages, CAPACITY_TEXT_NOTE, label);
  capacity_pages_add_text (pages, CAPACITY_TEXT_SUBHEADING, value);
}

/* What a manager asks next, side by side. */
static void
add_cards (CapacityPages                   *pages,
           const CapacityServiceAssessment *service,
           CapacityDate                     as_of)
{
  g_autofree char *when = capacity_words_exhaustion (&service->exhaustion);
  g_autofree char *decide = capacity_report_decide_by (&service->exhaustion, as_of);
  g_autofree char *trend = capacity_words_trend (&service->trend);
  g_autofree char *queue = capacity_words_queue (&service->queue);

  capacity_pages_begin_columns (pages, 1);
  add_card (pages, C_("card", "Runs short"), when);
  capacity_pages_next_column (pages, 1.3);
  add_card (pages, C_("card", "Decide by"), decide);
  capacity_pages_next_column (pages, 1);
  add_card (pages, C_("card", "Demand"), trend);
  capacity_pages_next_column (pages, 1.7);
  add_card (pages, C_("card", "Queue"), queue);
  capacity_pages_end_columns (pages);
}

static void
add_modes (CapacityPages                   *pages,
           const CapacityServiceAssessment *service)
{
  const CapacityColumn columns[] = {
    { C_("column", "Mode"), CAPACITY_COLUMN_LABEL, 0 },
    { C_("column", "Verdict"), CAPACITY_COLUMN_WORD, 0 },
    { C_("column", "Use"), CAPACITY_COLUMN_NUMBER, 0 },
    { C_("column", "Demand"), CAPACITY_COLUMN_NUMBER, 0 },
    { C_("column", "Capacity"), CAPACITY_COLUMN_NUMBER, 0 },
    { C_("column", "Why"), CAPACITY_COLUMN_TEXT, 1 },
  };
  CapacityTable *table = capacity_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < CAPACITY_N_MODES; i++)
    {
      const CapacityModeAssessment *mode = &service->modes[i];
      g_autofree char *use = capacity_format_percent (mode->utilisation);
      g_autofree char *demand = capacity_format_count (mode->demand);
      g_autofree char *capacity = capacity_format_count (mode->capacity);
      g_autofree char *why = capacity_words_mode_sentence (service, i);

      capacity_table_add_row (table, (const char *[]){ capacity_words_mode (i),
                                                       capacity_words_verdict (mode->verdict),
                                                       use, demand, capacity, why });
      capacity_report_sign_cell (table, 1, mode->verdict);
    }
  capacity_pages_add_section (pages, "modes", _("In three modes, a month"));
  capacity_pages_add_table (pages, table);
}

static double
limit_at (const CapacityServiceAssessment *service,
          int                              month)
{
  int at = month - service->limit_first;

  return at >= 0 && at < (int) service->n_limits ? service->limits_regular[at] : NAN;
}

/* Which of the forecast's months @month is, or -1. */
static int
forecast_at (const CapacityServiceAssessment *service,
             int                              month)
{
  const CapacityForecast *forecast = service->forecast;

  if (forecast == NULL || forecast->outcome != CAPACITY_FORECAST_OK || month < forecast->first ||
      month >= forecast->first + (int) forecast->horizon)
    return -1;

  return month - forecast->first;
}

static char *
format_scaled (double value,
               double scale)
{
  return scale > 1 ? capacity_format_number (value / scale, 0) : capacity_format_count (value);
}

static char *
format_interval (const CapacityForecast *forecast,
                 int                     at,
                 double                  scale)
{
  g_autofree char *low = format_scaled (forecast->low80[at], scale);
  g_autofree char *high = format_scaled (forecast->high80[at], scale);

  return g_strdup_printf ("%s–%s", low, high);
}

static char *
month_pair (int month)
{
  g_autofree char *name = capacity_format_short_month (month);

  /* Translators: a month of two years beside each other: "Nov 2025/26"; with a no-break space */
  return g_strdup_printf (C_("month", "%1$s\302\240%2$d/%3$02d"), name, month / 12, (month / 12 + 1) % 100);
}

/* A month of the last year beside the same month of the next. Returns whether more than prudent will be
 * used. */
static gboolean
add_month (CapacityTable                   *table,
           const CapacityServiceAssessment *service,
           int                              month,
           double                           scale)
{
  int at = forecast_at (service, month + N_YEAR);
  double likely = at >= 0 ? service->forecast->median[at] : NAN;
  double limit = limit_at (service, month + N_YEAR);
  gboolean is_full = likely / limit > service->modes[CAPACITY_MODE_REGULAR].target;
  g_autofree char *label = month_pair (month);
  g_autofree char *demand_text = format_scaled (capacity_series_at (service->demand, month), scale);
  g_autofree char *likely_text = format_scaled (likely, scale);
  g_autofree char *interval = at >= 0 ? format_interval (service->forecast, at, scale) : g_strdup ("–");
  g_autofree char *limit_text = format_scaled (limit, scale);
  g_autofree char *use = capacity_format_percent (likely / limit);

  capacity_table_add_row (table, (const char *[]){ label, demand_text, likely_text, interval, limit_text,
                                                   use });
  if (is_full)
    capacity_table_mark_row (table);

  return is_full;
}

static double
choose_scale (const CapacityServiceAssessment *service)
{
  double highest = 0;

  for (guint i = 0; i < service->demand->n; i++)
    if (isfinite (service->demand->values[i]))
      highest = MAX (highest, service->demand->values[i]);
  for (guint i = 0; forecast_at (service, service->forecast != NULL ? service->forecast->first : 0) >= 0 &&
                    i < service->forecast->horizon; i++)
    highest = MAX (highest, service->forecast->high80[i]);

  return highest >= THOUSANDS_FROM ? 1000 : 1;
}

static void
add_months (CapacityPages                   *pages,
            const CapacityServiceAssessment *service,
            int                              n_months)
{
  const CapacityColumn columns[] = {
    { C_("period", "Month"), CAPACITY_COLUMN_LABEL, 0 },
    { C_("column", "Measured"), CAPACITY_COLUMN_NUMBER, 0 },
    { C_("column", "Forecast"), CAPACITY_COLUMN_NUMBER, 0 },
    { C_("column", "Interval of 80%"), CAPACITY_COLUMN_NUMBER, 0 },
    { C_("column", "Capacity"), CAPACITY_COLUMN_NUMBER, 0 },
    { C_("column", "Use"), CAPACITY_COLUMN_NUMBER, 0 },
  };
  CapacityTable *table = capacity_table_new (columns, G_N_ELEMENTS (columns));
  double scale = choose_scale (service);
  int first = service->quality.last_month - N_YEAR + 1;
  gboolean has_full = FALSE;

  for (int month = MAX (first, service->demand->first); month < first + n_months; month++)
    has_full |= add_month (table, service, month, scale);
  capacity_pages_add_heading (pages, 2, scale > 1 ? _("A year back and a year ahead, thousands")
                                                  : _("A year back and a year ahead"));
  capacity_pages_add_table (pages, table);
  if (has_full)
    capacity_pages_add_text (pages, CAPACITY_TEXT_NOTE, _("Tinted: more than prudent is used."));
}

/* Names of the files the volumes came from, or that they were typed. */
static char *
list_sources (const CapacityService *service)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();

  for (guint i = 0; i < service->volumes->len; i++)
    {
      const CapacityVolume *volume = service->volumes->pdata[i];
      const char *source = volume->source != NULL ? volume->source : _("typed by hand");

      if (!g_ptr_array_find_with_equal_func (sources, source, g_str_equal, NULL))
        g_ptr_array_add (sources, (gpointer) source);
    }
  if (sources->len > 3)
    {
      g_ptr_array_set_size (sources, 3);
      g_ptr_array_add (sources, (gpointer) "…");
    }
  g_ptr_array_add (sources, NULL);

  return g_strjoinv (", ", (char **) sources->pdata);
}

static char *
explain_data (const CapacityServiceAssessment *service)
{
  g_autofree char *quality = capacity_words_quality (&service->quality);
  g_autofree char *score = capacity_format_percent (service->quality.score);
  g_autofree char *sources = list_sources (service->service);

  /* Translators: %1$s is such as "60 months to October 2026", %2$s a percentage, %3$s names of files */
  return g_strdup_printf (_("Data: %1$s; quality %2$s. Source: %3$s."), quality, score, sources);
}

/* Takes @text, if there is any. */
static void
add_note (GPtrArray *notes,
          char      *text)
{
  if (text != NULL)
    g_ptr_array_add (notes, text);
}

static void
add_notes (CapacityPages                   *pages,
           const CapacityAssessment        *assessment,
           const CapacityServiceAssessment *service)
{
  GPtrArray *notes = capacity_notes_new ();

  capacity_notes_add_service (notes, assessment, service, capacity_ranking_leading_mode (service));
  add_note (notes, capacity_words_binding (assessment, service));
  add_note (notes, capacity_words_contradiction (assessment, service));
  if (service->forecast != NULL)
    g_ptr_array_add (notes, capacity_words_forecast (service->forecast));
  if (service->service->volumes->len > 0)
    g_ptr_array_add (notes, explain_data (service));
  capacity_notes_end (notes, pages, 2);
}

/* The months and why: beside each other, or where texts are too long for that, under each other. */
static void
add_figures (CapacityPages                   *pages,
             const CapacityAssessment        *assessment,
             const CapacityServiceAssessment *service,
             int                              n_months)
{
  if (service->demand == NULL || service->quality.last_month == 0)
    {
      add_notes (pages, assessment, service);
      return;
    }
  if (n_months < N_YEAR)
    {
      add_months (pages, service, n_months);
      add_notes (pages, assessment, service);
      return;
    }
  capacity_pages_begin_columns (pages, 0.67);
  add_months (pages, service, n_months);
  capacity_pages_next_column (pages, 0.33);
  add_notes (pages, assessment, service);
  capacity_pages_end_columns (pages);
}

static CapacityPages *
make_front (const CapacityAssessment        *assessment,
            const CapacityServiceAssessment *service,
            const CapacityReportOptions     *options,
            int                              n_months)
{
  CapacityPages *pages = capacity_report_pages_new (assessment, options, service->service->name,
                                                    _("Capacity of a service"));
  CapacityChart *chart = capacity_service_chart_new (assessment, service, N_CHART_MONTHS);

  add_title (pages, service, assessment->as_of);
  add_verdict (pages, service);
  add_cards (pages, service, assessment->as_of);
  add_modes (pages, service);
  if (!capacity_chart_is_empty (chart))
    {
      g_autofree char *caption = capacity_service_chart_caption (service);

      capacity_pages_add_section (pages, "chart", _("Demand and capacity"));
      capacity_pages_add_text (pages, CAPACITY_TEXT_NOTE, caption);
      capacity_pages_keep_next (pages);
      capacity_report_add_chart (pages, chart, CHART_MIN_HEIGHT, CHART_MAX_HEIGHT);
    }
  else
    capacity_chart_unref (chart);
  add_figures (pages, assessment, service, n_months);
  capacity_report_add_signatures (pages, options);

  return pages;
}

/**
 * capacity_report_service_pages:
 * @assessment: what is known of all services
 * @service: the #CapacityServiceAssessment of the one to report
 * @options: (nullable): options of the report
 *
 * Makes the page of a service for the head of the institution. Where its texts are long, the table has fewer
 * months, so that it stays one page as long as it can. What is known of the course of the volumes follows on a second.
 *
 * Returns: (transfer full): one or two pages, or more where texts are very long
 */
CapacityPages *
capacity_report_service_pages (const CapacityAssessment    *assessment,
                               gconstpointer                service,
                               const CapacityReportOptions *options)
{
  g_autoptr (CapacityPages) pages = make_front (assessment, service, options, N_YEAR);

  for (int n_months = N_YEAR - 1; n_months >= MIN_MONTHS &&
       capacity_pages_get_n_pages (pages) > 1; n_months -= 2)
    {
      capacity_pages_unref (pages);
      pages = make_front (assessment, service, options, n_months);
    }
  capacity_pages_break (pages);
  capacity_course_add_sections (pages, service, assessment);

  return g_steal_pointer (&pages);
}
