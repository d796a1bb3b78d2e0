/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-institution-parts.h"

#include <glib/gi18n.h>

#include "capacity-format.h"
#include "capacity-notes.h"
#include "capacity-quality.h"
#include "capacity-ranking.h"
#include "capacity-service-chart.h"
#include "capacity-words.h"

#define N_YEAR 12
#define N_CHART_MONTHS N_YEAR

/* More names of files would fill a line after the other. */
#define MAX_SOURCES 4

static const CapacityVerdict verdict_order[CAPACITY_N_VERDICTS] = {
  CAPACITY_VERDICT_INSUFFICIENT, CAPACITY_VERDICT_AT_RISK, CAPACITY_VERDICT_SUFFICIENT,
  CAPACITY_VERDICT_EXCESSIVE, CAPACITY_VERDICT_UNKNOWN,
};

static guint
count_mode (const CapacityAssessment *assessment,
            CapacityMode              mode,
            CapacityVerdict           verdict)
{
  guint n = 0;

  for (guint i = 0; i < assessment->services->len; i++)
    {
      const CapacityServiceAssessment *service = assessment->services->pdata[i];

      n += service->modes[mode].verdict == verdict;
    }

  return n;
}

static CapacityVerdict
worst_verdict (const CapacityAssessment *assessment)
{
  const guint *n = assessment->n_by_verdict;

  if (n[CAPACITY_VERDICT_INSUFFICIENT] > 0)
    return CAPACITY_VERDICT_INSUFFICIENT;
  if (n[CAPACITY_VERDICT_AT_RISK] > 0)
    return CAPACITY_VERDICT_AT_RISK;

  return assessment->services->len > n[CAPACITY_VERDICT_UNKNOWN] ? CAPACITY_VERDICT_SUFFICIENT
                                                                 : CAPACITY_VERDICT_UNKNOWN;
}

static char *
make_headline (const CapacityAssessment *assessment)
{
  guint n_short = assessment->n_by_verdict[CAPACITY_VERDICT_INSUFFICIENT];
  guint n_risk = assessment->n_by_verdict[CAPACITY_VERDICT_AT_RISK];
  g_autofree char *shortage = NULL;
  g_autofree char *risk = NULL;

  if (n_short + n_risk == 0)
    return g_strdup (worst_verdict (assessment) == CAPACITY_VERDICT_UNKNOWN
                       ? _("It is not known yet whether capacity suffices.")
                       : _("Capacity suffices wherever it is known."));
  /* Translators: the capacity of that many services */
  shortage = g_strdup_printf (ngettext ("Capacity of %u service does not suffice",
                                        "Capacity of %u services does not suffice",
                                        n_short), n_short);
  risk = g_strdup_printf (ngettext ("%u service is at risk", "%u services are at risk", n_risk), n_risk);
  if (n_risk == 0)
    return g_strconcat (shortage, ".", NULL);
  if (n_short == 0)
    return g_strconcat (risk, ".", NULL);

  return g_strdup_printf ("%s; %s.", shortage, risk);
}

/* For how many services it is too late to decide in time; %NULL where there are none. */
static char *
late_decisions (const CapacityAssessment *assessment)
{
  guint n = 0;

  for (guint i = 0; i < assessment->services->len; i++)
    {
      CapacityDate by = ((const CapacityServiceAssessment *) assessment->services->pdata[i])->exhaustion.decide_by;

      n += by != CAPACITY_DATE_NONE && by < assessment->as_of;
    }
  if (n == 0)
    return NULL;

  return g_strdup_printf (ngettext ("Decide now on %u service: the last day to do so in time has passed.",
                                    "Decide now on %u services: the last day to do so in time has passed.", n), n);
}

/* The next decision that still can be taken in time. */
static char *
next_decision (const CapacityAssessment *assessment)
{
  const CapacityServiceAssessment *next = NULL;
  g_autofree char *date = NULL;

  for (guint i = 0; i < assessment->services->len; i++)
    {
      const CapacityServiceAssessment *service = assessment->services->pdata[i];
      CapacityDate by = service->exhaustion.decide_by;

      if (by >= assessment->as_of && (next == NULL || by < next->exhaustion.decide_by))
        next = service;
    }
  if (next == NULL)
    return NULL;
  date = capacity_format_date (next->exhaustion.decide_by);

  /* Translators: %1$s is a date, %2$s the name of a service */
  return g_strdup_printf (_("Next decision: %2$s, by %1$s"), date, next->service->name);
}

/**
 * capacity_institution_add_title:
 * @pages: a document
 * @assessment: what is known of all services
 * @what: what the report is, and for whom
 *
 * Begins a report of the institution: its title, and the verdict over all services in a sentence.
 */
void
capacity_institution_add_title (CapacityPages            *pages,
                                const CapacityAssessment *assessment,
                                const char               *what)
{
  const char *name = assessment->portfolio->institution.name;
  g_autofree char *date = capacity_format_long_date (assessment->as_of);
  g_autofree char *headline = make_headline (assessment);
  g_autofree char *late = late_decisions (assessment);
  g_autofree char *decision = next_decision (assessment);
  g_autoptr (GString) subtitle = g_string_new (what);

  if (name != NULL)
    g_string_append_printf (subtitle, " · %s", name);
  g_string_append (subtitle, " · ");
  g_string_append_printf (subtitle, ngettext ("%u service", "%u services", assessment->services->len),
                          assessment->services->len);
  g_string_append_printf (subtitle, " · %s", date);
  capacity_pages_add_heading (pages, 1, _("Capacity of services"));
  capacity_pages_add_text (pages, CAPACITY_TEXT_NOTE, subtitle->str);
  capacity_pages_begin_panel (pages);
  capacity_pages_add_text (pages, CAPACITY_TEXT_LEAD, headline);
  if (late != NULL)
    capacity_pages_add_text (pages, CAPACITY_TEXT_BODY, late);
  if (decision != NULL)
    capacity_pages_add_text (pages, CAPACITY_TEXT_BODY, decision);
  capacity_report_end_panel (pages, worst_verdict (assessment));
}

/**
 * capacity_institution_add_verdicts:
 * @pages: a document
 * @assessment: what is known of all services
 *
 * Adds a section with how many services have which verdict, in all and in each mode.
 */
void
capacity_institution_add_verdicts (CapacityPages            *pages,
                                   const CapacityAssessment *assessment)
{
  const CapacityColumn columns[] = {
    { C_("column", "Verdict"), CAPACITY_COLUMN_LABEL, 1 },
    { C_("column", "Services"), CAPACITY_COLUMN_NUMBER, 0 },
    { capacity_words_mode (CAPACITY_MODE_REGULAR), CAPACITY_COLUMN_NUMBER, 0 },
    { capacity_words_mode (CAPACITY_MODE_PEAK), CAPACITY_COLUMN_NUMBER, 0 },
    { capacity_words_mode (CAPACITY_MODE_LONG_TERM), CAPACITY_COLUMN_NUMBER, 0 },
  };
  CapacityTable *table = capacity_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < CAPACITY_N_VERDICTS; i++)
    {
      CapacityVerdict verdict = verdict_order[i];
      guint n_regular = count_mode (assessment, CAPACITY_MODE_REGULAR, verdict);
      guint n_peak = count_mode (assessment, CAPACITY_MODE_PEAK, verdict);
      guint n_later = count_mode (assessment, CAPACITY_MODE_LONG_TERM, verdict);
      g_autofree char *all = g_strdup_printf ("%u", assessment->n_by_verdict[verdict]);
      g_autofree char *regular = g_strdup_printf ("%u", n_regular);
      g_autofree char *peak = g_strdup_printf ("%u", n_peak);
      g_autofree char *later = g_strdup_printf ("%u", n_later);

      capacity_table_add_row (table, (const char *[]){ capacity_words_verdict (verdict), all, regular, peak,
                                                       later });
      capacity_report_sign_cell (table, 0, verdict);
    }
  capacity_pages_add_section (pages, "verdicts", _("Services by verdict"));
  capacity_pages_add_table (pages, table);
}

static void
add_ranked (CapacityTable                   *table,
            const CapacityServiceAssessment *service,
            CapacityDate                     as_of,
            GPtrArray                       *notes)
{
  g_autofree char *verdict = notes != NULL ? capacity_notes_add_verdict (notes, service)
                                           : g_strdup (capacity_words_verdict (service->overall));
  g_autofree char *use = capacity_format_percent (service->modes[CAPACITY_MODE_REGULAR].utilisation);
  g_autofree char *when = capacity_words_exhaustion (&service->exhaustion);
  g_autofree char *decide = capacity_report_decide_by (&service->exhaustion, as_of);

  capacity_table_add_row (table, (const char *[]){ service->service->name,
                                                   verdict, use, when, decide });
  capacity_report_sign_cell (table, 1, service->overall);
}

/**
 * capacity_institution_add_ranking:
 * @pages: a document
 * @assessment: what is known of all services
 * @n_rows: how many services at most
 * @n_notes: of how many of them at most it is said why
 *
 * Adds a section with the services that do not or will not suffice, the most urgent first, and why; nothing where there
 * are none. How many more there are is said.
 */
void
capacity_institution_add_ranking (CapacityPages            *pages,
                                  const CapacityAssessment *assessment,
                                  guint                     n_rows,
                                  guint                     n_notes)
{
  const CapacityColumn columns[] = {
    { C_("column", "Service"), CAPACITY_COLUMN_LABEL, 1 },
    { C_("column", "Verdict"), CAPACITY_COLUMN_WORD, 0 },
    { C_("column", "Use"), CAPACITY_COLUMN_NUMBER, 0 },
    { C_("column", "Runs short"), CAPACITY_COLUMN_WORD, 0 },
    { C_("column", "Decide by"), CAPACITY_COLUMN_WORD, 0 },
  };
  const GPtrArray *ranked = assessment->ranking;
  guint n_urgent = 0, n_shown;
  GPtrArray *notes;
  CapacityTable *table;

  while (n_urgent < ranked->len && capacity_ranking_needs_attention (ranked->pdata[n_urgent]))
    n_urgent++;
  if (n_urgent == 0)
    return;
  n_shown = MIN (n_urgent, n_rows);
  notes = capacity_notes_new ();
  table = capacity_table_new (columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < n_shown; i++)
    add_ranked (table, ranked->pdata[i], assessment->as_of, i < n_notes ? notes : NULL);
  capacity_pages_add_section (pages, "ranking", _("What will not suffice, and when"));
  capacity_pages_add_table (pages, table);
  if (n_shown < n_urgent)
    {
      g_autofree char *rest = g_strdup_printf (ngettext ("And %u more service.", "And %u more services.",
                                                         n_urgent - n_shown), n_urgent - n_shown);

      capacity_pages_add_text (pages, CAPACITY_TEXT_NOTE, rest);
    }
  capacity_notes_end (notes, pages, 3);
}

/* The year stands above the first of its months. */
static char *
month_title (int      month,
             gboolean is_first)
{
  g_autofree char *name = capacity_format_short_month (month);

  return is_first || month % N_YEAR == 0 ? g_strdup_printf ("%d %s", month / N_YEAR, name) : g_steal_pointer (&name);
}

static CapacityTable *
heat_table_new (int first)
{
  CapacityColumn columns[N_CHART_MONTHS + 1] = { { C_("column", "Service"), CAPACITY_COLUMN_LABEL, 1 } };
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < N_CHART_MONTHS; i++)
    {
      g_ptr_array_add (titles, month_title (first + i, i == 0));
      columns[i + 1] = (CapacityColumn){ titles->pdata[i], CAPACITY_COLUMN_CELL, 0 };
    }

  return capacity_table_new (columns, G_N_ELEMENTS (columns));
}

static void
add_heat_row (CapacityTable       *table,
              const CapacityChart *chart,
              guint                row)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i <= N_CHART_MONTHS; i++)
    g_ptr_array_add (cells, capacity_chart_dup_cell (chart, row, i));
  capacity_table_add_row (table, (const char *const *) cells->pdata);
  for (guint i = 1; i <= N_CHART_MONTHS; i++)
    capacity_report_heat_cell (table, i, capacity_chart_get_value (chart, row, i) / 100);
}

/**
 * capacity_institution_add_heat_map:
 * @pages: a document
 * @assessment: what is known of all services
 * @n_rows: how many services at most
 *
 * Adds a section with how full services were in each month of the last year; nothing where that is not known. The heat
 * map is a table with coloured cells: who cannot see it reads the same numbers.
 */
void
capacity_institution_add_heat_map (CapacityPages            *pages,
                                   const CapacityAssessment *assessment,
                                   guint                     n_rows)
{
  g_autoptr (CapacityChart) chart = capacity_load_chart_new (assessment, n_rows, N_CHART_MONTHS, NULL);
  int first = capacity_period_of_date (CAPACITY_PERIOD_MONTH, assessment->as_of).index - N_CHART_MONTHS;
  g_autofree char *caption = g_strdup_printf ("%s %s.", capacity_chart_get_summary (chart),
                                              capacity_chart_get_unit (chart));
  CapacityTable *table;

  if (capacity_chart_is_empty (chart))
    return;
  table = heat_table_new (first);
  for (guint i = 0; i < capacity_chart_get_n_rows (chart); i++)
    add_heat_row (table, chart, i);
  capacity_pages_add_section (pages, "heat-map", capacity_chart_get_title (chart));
  capacity_pages_add_text (pages, CAPACITY_TEXT_BODY, caption);
  capacity_pages_keep_next (pages);
  capacity_pages_add_table (pages, table);
}

/* From which month to which how many of the services were measured; %NULL where nothing was. */
static char *
period_words (const CapacityAssessment *assessment)
{
  int first = G_MAXINT, last = G_MININT;
  guint n = 0;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  for (guint i = 0; i < assessment->services->len; i++)
    {
      const CapacityServiceAssessment *service = assessment->services->pdata[i];

      if (service->demand == NULL || service->demand->n == 0)
        continue;
      first = MIN (first, service->demand->first);
      last = MAX (last, service->demand->first + (int) service->demand->n - 1);
      n++;
    }
  if (n == 0)
    return NULL;
  from = capacity_format_period ((CapacityPeriod){ CAPACITY_PERIOD_MONTH, first });
  to = capacity_format_period ((CapacityPeriod){ CAPACITY_PERIOD_MONTH, last });

  /* Translators: %1$s and %2$s are months, %3$u and %4$u numbers of services */
  return g_strdup_printf (_("Volumes: %1$s – %2$s, measured for %3$u of %4$u services."), from, to, n,
                          assessment->services->len);
}

/* Where volumes came from, each source once, in the order of the services. */
static GPtrArray *
list_sources (const CapacityAssessment *assessment)
{
  GPtrArray *sources = g_ptr_array_new ();

  for (guint i = 0; i < assessment->services->len; i++)
    {
      const CapacityServiceAssessment *service = assessment->services->pdata[i];

      for (guint j = 0; j < service->service->volumes->len; j++)
        {
          const CapacityVolume *volume = service->service->volumes->pdata[j];
          /* Translators: in a list of names of files */
          const char *by_hand = C_("source", "entered by hand");
          const char *source = volume->source != NULL ? volume->source : by_hand;

          if (!g_ptr_array_find_with_equal_func (sources, source, g_str_equal, NULL))
            g_ptr_array_add (sources, (gpointer) source);
        }
    }

  return sources;
}

static char *
sources_words (const CapacityAssessment *assessment)
{
  g_autoptr (GPtrArray) sources = list_sources (assessment);
  g_autoptr (GString) names = g_string_new (NULL);

  if (sources->len == 0)
    return NULL;
  for (guint i = 0; i < MIN (sources->len, MAX_SOURCES); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "; " : "", (const char *) sources->pdata[i]);
  if (sources->len > MAX_SOURCES)
    /* Translators: %1$s are names of files, %2$u how many more there are */
    return g_strdup_printf (_("Sources: %1$s and %2$u more."), names->str, sources->len - MAX_SOURCES);

  /* Translators: %s are names of files */
  return g_strdup_printf (_("Sources: %s."), names->str);
}

/* How far the data can be trusted, over all services that were measured. */
static char *
quality_words (const CapacityAssessment *assessment)
{
  guint n = 0, n_missing = 0, n_outliers = 0;
  double sum = 0;
  g_autofree char *mean = NULL;

  for (guint i = 0; i < assessment->services->len; i++)
    {
      const CapacityQuality *quality = &((const CapacityServiceAssessment *) assessment->services->pdata[i])->quality;

      if (quality->n_periods == 0)
        continue;
      sum += quality->score;
      n_missing += quality->n_missing * capacity_period_kind_months (quality->kind);
      n_outliers += quality->n_outliers * capacity_period_kind_months (quality->kind);
      n++;
    }
  if (n == 0)
    return NULL;
  mean = capacity_format_percent (sum / n);

  /* Translators: %1$s is a percentage, %2$u and %3$u are numbers of months, of all services together */
  return g_strdup_printf (_("Data quality: %1$s in the mean; months without a measurement: %2$u; months far from what is "
                            "likely: %3$u."), mean, n_missing, n_outliers);
}

static void
take_item (GPtrArray *items,
           char      *text)
{
  if (text != NULL)
    g_ptr_array_add (items, text);
}

/* What makes the verdicts uncertain. */
static void
collect_doubts (GPtrArray                *items,
                const CapacityAssessment *assessment)
{
  guint n_stale = 0, n_without = 0;

  for (guint i = 0; i < assessment->services->len; i++)
    {
      const CapacityServiceAssessment *service = assessment->services->pdata[i];

      n_stale += service->quality.is_stale;
      n_without += capacity_quality_lacks (service, CAPACITY_LACK_CAPACITY);
    }
  if (n_stale > 0)
    take_item (items, g_strdup_printf (ngettext ("The data of %u service is out of date.",
                                                 "The data of %u services is out of date.",
                                                 n_stale), n_stale));
  if (n_without > 0)
    take_item (items, g_strdup_printf (ngettext ("Of %u service it is not known how much it can deliver.",
                                                 "Of %u services it is not known how much they can deliver.",
                                                 n_without), n_without));
}

/**
 * capacity_institution_add_doubts:
 * @pages: a document
 * @assessment: what is known of all services
 *
 * Adds a section with the period of the data, where it came from and how far it can be trusted, and with what makes the
 * verdicts uncertain; nothing where there is nothing of that.
 */
void
capacity_institution_add_doubts (CapacityPages            *pages,
                                 const CapacityAssessment *assessment)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);

  take_item (items, period_words (assessment));
  take_item (items, sources_words (assessment));
  take_item (items, quality_words (assessment));
  collect_doubts (items, assessment);
  if (items->len == 0)
    return;
  g_ptr_array_add (items, NULL);
  capacity_pages_add_section (pages, "doubts", _("Data, and what is not certain"));
  capacity_pages_add_list (pages, (const char *const *) items->pdata, FALSE);
}
