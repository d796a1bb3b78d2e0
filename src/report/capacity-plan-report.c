/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-report-kinds.h"

#include <glib/gi18n.h>
#include <math.h>

#include "capacity-bottleneck-words.h"
#include "capacity-format.h"
#include "capacity-institution-parts.h"
#include "capacity-notes.h"
#include "capacity-plan-chart.h"
#include "capacity-plan-words.h"
#include "capacity-ranking.h"
#include "capacity-register-words.h"
#include "capacity-words.h"

/* The capacity plan of a service or of the institution: what happens without changes, with those that are approved and
 * with those that are planned, by when to decide, and what the managers assume and recommend. */

#define DEFAULT_YEARS 2
#define CHART_MIN_HEIGHT 102
#define CHART_MAX_HEIGHT 360

static void
add_title (CapacityPages      *pages,
           const char         *name,
           const CapacityPlan *plan,
           CapacityDate        as_of)
{
  g_autofree char *stand = capacity_words_plan_stand (plan);
  g_autofree char *date = capacity_format_date (as_of);
  g_autofree char *text = NULL;

  capacity_pages_add_heading (pages, 1, name);
  /* Translators: %1$s says where the plan stands, %2$s is a date */
  text = g_strdup_printf (_("Capacity plan: %1$s · Day of the assessment: %2$s"), stand, date);
  capacity_pages_add_text (pages, CAPACITY_TEXT_NOTE, text);
}

/* The worst of what the plan leaves: its sign must not promise more than its words. */
static CapacityVerdict
find_verdict (const CapacityPlanOutlook *outlook)
{
  const CapacityPlanCourse *planned = &outlook->courses[CAPACITY_COURSE_PLANNED];
  CapacityVerdict verdict = planned->months[outlook->n_months - 1].verdict;

  for (guint i = 0; i < outlook->n_months; i++)
    if (planned->months[i].verdict == CAPACITY_VERDICT_INSUFFICIENT)
      return CAPACITY_VERDICT_INSUFFICIENT;
    else if (planned->months[i].verdict == CAPACITY_VERDICT_AT_RISK)
      verdict = CAPACITY_VERDICT_AT_RISK;

  return planned->exhaustion.state == CAPACITY_EXHAUSTION_WITHIN ||
             planned->exhaustion.state == CAPACITY_EXHAUSTION_ALREADY
           ? CAPACITY_VERDICT_AT_RISK
           : verdict;
}

/* What follows from each course; those from which the same follows are said at once. */
static void
add_courses (CapacityPages             *pages,
             const CapacityPlanOutlook *outlook,
             CapacityDate               as_of)
{
  capacity_pages_begin_panel (pages);
  for (CapacityCourse course = 0, next; course < CAPACITY_N_COURSES; course = next)
    {
      g_autofree char *words = capacity_words_plan_course (outlook, course, as_of);
      g_autoptr (GString) names = g_string_new (capacity_words_course (course));

      for (next = course + 1; next < CAPACITY_N_COURSES; next++)
        {
          g_autofree char *others = capacity_words_plan_course (outlook, next, as_of);

          if (!g_str_equal (words, others))
            break;
          g_string_append_printf (names, " · %s", capacity_words_course (next));
        }
      capacity_pages_add_text (pages, CAPACITY_TEXT_SUBHEADING, names->str);
      capacity_pages_add_text (pages, CAPACITY_TEXT_BODY, words);
    }
  capacity_report_end_panel (pages, find_verdict (outlook));
}

static void
add_own_words (CapacityPages *pages,
               const char    *name,
               const char    *title,
               const char    *text)
{
  g_auto (GStrv) paragraphs = NULL;

  if (text == NULL || *text == '\0')
    return;
  paragraphs = g_strsplit (text, "\n", -1);
  capacity_pages_add_section (pages, name, title);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    if (*paragraphs[i] != '\0')
      capacity_pages_add_text (pages, CAPACITY_TEXT_BODY, paragraphs[i]);
}

static void
add_chart (CapacityPages             *pages,
           const CapacityPlanOutlook *outlook,
           CapacityDate               as_of)
{
  CapacityChart *chart = capacity_plan_chart_new (outlook, as_of);
  g_autofree char *sentence = NULL;

  if (capacity_chart_is_empty (chart))
    {
      capacity_chart_unref (chart);
      return;
    }
  sentence = capacity_plan_chart_sentence (outlook);
  capacity_pages_add_section (pages, "chart", capacity_chart_get_title (chart));
  capacity_pages_add_text (pages, CAPACITY_TEXT_BODY, sentence);
  capacity_pages_keep_next (pages);
  capacity_report_add_chart (pages, chart, CHART_MIN_HEIGHT, CHART_MAX_HEIGHT);
}

/* The month that uses most of some months of a course. */
static const CapacityPlanMonth *
find_fullest (const CapacityPlanCourse *course,
              guint                     first,
              guint                     end)
{
  const CapacityPlanMonth *fullest = &course->months[first];

  for (guint i = first + 1; i < end; i++)
    if (!(course->months[i].utilisation <= fullest->utilisation))
      fullest = &course->months[i];

  return fullest;
}

/* "At risk, 96% of 3 150", or of a resource "At risk, 96%: Care workers". */
static char *
month_words (const CapacityPlanMonth *month)
{
  const char *verdict = capacity_words_verdict (month->verdict);
  g_autofree char *use = capacity_format_percent (month->utilisation);
  g_autofree char *capacity = capacity_format_count (month->capacity);

  if (month->fullest != NULL)
    /* Translators: %1$s is a verdict, %2$s a percentage, %3$s the name of the most used resource */
    return g_strdup_printf (_("%1$s, %2$s: %3$s"), verdict, use, month->fullest->name);
  if (!isfinite (month->capacity))
    return g_strdup_printf ("%s, %s", verdict, use);

  /* Translators: %1$s is a verdict, %2$s a percentage, %3$s the capacity that it is of */
  return g_strdup_printf (_("%1$s, %2$s of %3$s"), verdict, use, capacity);
}

static void
add_period (CapacityTable             *table,
            const CapacityPlanOutlook *outlook,
            CapacityPeriod             period,
            guint                      first,
            guint                      end)
{
  const CapacityPlanMonth *fullest[CAPACITY_N_COURSES];
  guint at = capacity_id_is_none (&outlook->service) ? 1 : 2;
  g_auto (GStrv) cells = g_new0 (char *, CAPACITY_N_COURSES + 3);

  cells[0] = capacity_format_period (period);
  for (CapacityCourse course = 0; course < CAPACITY_N_COURSES; course++)
    {
      fullest[course] = find_fullest (&outlook->courses[course], first, end);
      cells[at + course] = month_words (fullest[course]);
    }
  if (at > 1)
    cells[1] = capacity_format_count (fullest[CAPACITY_COURSE_UNCHANGED]->demand);
  capacity_table_add_row (table, (const char *const *) cells);
  for (CapacityCourse course = 0; course < CAPACITY_N_COURSES; course++)
    capacity_report_sign_cell (table, at + course, fullest[course]->verdict);
}

/* What limits the service once all that is planned has happened. */
static void
add_limit (CapacityPages             *pages,
           const CapacityPlanOutlook *outlook)
{
  const CapacityAssessment *assessment = outlook->courses[CAPACITY_COURSE_PLANNED].assessment;
  const CapacityServiceAssessment *service = capacity_assessment_get_service (assessment, &outlook->service);
  g_autofree char *words = service != NULL ? capacity_words_binding (assessment, service) : NULL;
  g_autofree char *text = NULL;

  if (words == NULL)
    return;
  text = g_strdup_printf ("%s. %s", capacity_words_course (CAPACITY_COURSE_PLANNED), words);
  capacity_pages_add_text (pages, CAPACITY_TEXT_BODY, text);
  capacity_pages_keep_next (pages);
}

static void
add_months (CapacityPages             *pages,
            const CapacityPlanOutlook *outlook)
{
  const CapacityColumn columns[] = {
    { C_("period", "Month"), CAPACITY_COLUMN_LABEL, 0 },
    { C_("column", "Demand"), CAPACITY_COLUMN_NUMBER, 0 },
    { capacity_words_course (CAPACITY_COURSE_UNCHANGED), CAPACITY_COLUMN_WORD, 1 },
    { capacity_words_course (CAPACITY_COURSE_APPROVED), CAPACITY_COLUMN_WORD, 1 },
    { capacity_words_course (CAPACITY_COURSE_PLANNED), CAPACITY_COLUMN_WORD, 1 },
  };
  /* Of the institution there is no number that all its services share. */
  const CapacityColumn of_all[] = { columns[0], columns[2], columns[3], columns[4] };
  gboolean is_of_all = capacity_id_is_none (&outlook->service);
  CapacityTable *table = is_of_all ? capacity_table_new (of_all, G_N_ELEMENTS (of_all))
                                   : capacity_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0, end; i < outlook->n_months; i = end)
    {
      CapacityPeriod period = capacity_report_row_period (outlook->first, outlook->n_months, i, &end);

      add_period (table, outlook, period, i, end);
    }
  capacity_pages_add_section (pages, "months", _("Month by month"));
  add_limit (pages, outlook);
  capacity_pages_add_table (pages, table);
  if (outlook->n_months > CAPACITY_REPORT_YEAR)
    capacity_pages_add_text (pages, CAPACITY_TEXT_NOTE, _("A quarter shows its fullest month."));
}

/* Why the service is as full as it is with all that is planned, and why so much is missing. */
static void
add_notes (CapacityPages             *pages,
           const CapacityPlanOutlook *outlook)
{
  const CapacityPlanCourse *planned = &outlook->courses[CAPACITY_COURSE_PLANNED];
  const CapacityServiceAssessment *service = capacity_assessment_get_service (planned->assessment, &outlook->service);
  GPtrArray *notes = capacity_notes_new ();
  guint fullest = 0;

  for (guint i = 1; i < outlook->n_months; i++)
    if (planned->months[i].posts > planned->months[fullest].posts)
      fullest = i;
  if (service != NULL)
    capacity_notes_add_service (notes, planned->assessment, service, capacity_ranking_leading_mode (service));
  if (planned->posts > 0)
    capacity_notes_add (notes, capacity_plan_outlook_explain (outlook, CAPACITY_COURSE_PLANNED,
                                                              outlook->first + (int) fullest,
                                                              CAPACITY_FIGURE_PLAN_POSTS));
  capacity_notes_end (notes, pages, 2);
}

typedef struct
{
  const char          *name;
  const CapacityLimit *limit;
} Dated;

static int
compare_dated (gconstpointer a,
               gconstpointer b)
{
  return ((const Dated *) a)->limit->from - ((const Dated *) b)->limit->from;
}

static void
collect_dated (GArray          *dated,
               const char      *name,
               const GPtrArray *limits,
               CapacityDate     as_of)
{
  for (guint i = 0; i < limits->len; i++)
    {
      Dated item = { name, limits->pdata[i] };

      if (item.limit->from > as_of || item.limit->state != CAPACITY_LIMIT_ACTUAL)
        g_array_append_val (dated, item);
    }
}

/**
 * capacity_plan_add_changes:
 * @pages: a document
 * @assessment: what is known of all services
 * @service: (nullable): a service of it; %NULL for all
 *
 * Adds a section with the changes of capacity that are planned, approved or still to come.
 */
void
capacity_plan_add_changes (CapacityPages            *pages,
                           const CapacityAssessment *assessment,
                           const CapacityService    *service)
{
  const CapacityColumn columns[] = {
    { C_("column", "When"), CAPACITY_COLUMN_LABEL, 0 },
    { C_("column", "Of what"), CAPACITY_COLUMN_TEXT, 1 },
    { C_("column", "Mode"), CAPACITY_COLUMN_WORD, 0 },
    { C_("column", "Capacity"), CAPACITY_COLUMN_NUMBER, 0 },
    { C_("column", "State"), CAPACITY_COLUMN_WORD, 0 },
    { C_("column", "Note"), CAPACITY_COLUMN_TEXT, 1 },
  };
  const CapacityPortfolio *portfolio = assessment->portfolio;
  g_autoptr (GArray) dated = g_array_new (FALSE, FALSE, sizeof (Dated));
  CapacityTable *table;

  for (guint i = 0; i < portfolio->services->len; i++)
    {
      const CapacityService *one = portfolio->services->pdata[i];

      if (service == NULL || one == service)
        collect_dated (dated, one->name, one->limits, assessment->as_of);
    }
  for (guint i = 0; i < portfolio->resources->len; i++)
    {
      const CapacityResource *resource = portfolio->resources->pdata[i];
      gboolean is_needed = service == NULL;

      for (guint j = 0; !is_needed && j < service->needs->len; j++)
        is_needed = capacity_id_equal (&((const CapacityNeed *) service->needs->pdata[j])->resource, &resource->id);
      if (is_needed)
        collect_dated (dated, resource->name, resource->limits, assessment->as_of);
    }
  capacity_pages_add_section (pages, "changes", _("Changes of capacity"));
  if (dated->len == 0)
    {
      capacity_pages_add_text (pages, CAPACITY_TEXT_BODY, _("No change is planned."));
      return;
    }
  g_array_sort (dated, compare_dated);
  table = capacity_table_new (columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < dated->len; i++)
    {
      const Dated *item = &g_array_index (dated, Dated, i);
      g_autofree char *when = capacity_words_limit_time (item->limit);
      g_autofree char *amount = capacity_words_limit_amount (item->limit);

      capacity_table_add_row (table, (const char *[]){ when, item->name, capacity_words_mode (item->limit->mode), amount,
                                                       capacity_words_limit_state (item->limit->state),
                                                       item->limit->note != NULL ? item->limit->note : "" });
    }
  capacity_pages_add_table (pages, table);
}

static void
add_decision (CapacityPages      *pages,
              const CapacityPlan *plan)
{
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;

  if (plan == NULL || plan->decided == CAPACITY_DATE_NONE)
    return;
  date = capacity_format_date (plan->decided);
  if (plan->decided_by != NULL)
    /* Translators: %1$s is the state of a plan, %2$s a date, %3$s who decided */
    text = g_strdup_printf (_("%1$s, %2$s, %3$s."), capacity_words_plan_state (plan->state), date, plan->decided_by);
  else
    text = g_strdup_printf (_("%1$s, %2$s."), capacity_words_plan_state (plan->state), date);
  capacity_pages_add_section (pages, "decision", _("Decision"));
  capacity_pages_add_text (pages, CAPACITY_TEXT_BODY, text);
}

static void
cancelled_cb (GCancellable *cancellable,
              gint         *is_cancelled)
{
  g_atomic_int_set (is_cancelled, 1);
}

/* Returns: %NULL when it was cancelled. */
static CapacityPlanOutlook *
follow_courses (const CapacityAssessment    *assessment,
                const CapacityService       *service,
                const CapacityPlan          *plan,
                const CapacityReportOptions *options)
{
  GCancellable *cancellable = options != NULL ? options->cancellable : NULL;
  gint is_cancelled = 0;
  gulong handler = cancellable != NULL
                     ? g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), &is_cancelled, NULL) : 0;
  CapacityPlanOutlook *outlook = capacity_plan_outlook_new (assessment, service,
                                                            plan != NULL ? plan->years : DEFAULT_YEARS, NULL,
                                                            &is_cancelled);

  g_cancellable_disconnect (cancellable, handler);

  return outlook;
}

static CapacityPages *
make_pages (const CapacityAssessment    *assessment,
            const CapacityService       *service,
            const CapacityReportOptions *options)
{
  const CapacityPlan *plan = service != NULL ? service->plan : assessment->portfolio->plan;
  const char *institution = assessment->portfolio->institution.name;
  const char *name = service != NULL ? service->name : institution != NULL ? institution : _("Institution");
  g_autoptr (CapacityPlanOutlook) outlook = follow_courses (assessment, service, plan, options);
  CapacityPages *pages;

  if (outlook == NULL)
    return NULL;
  pages = capacity_report_pages_new (assessment, options, name, _("Capacity plan"));
  add_title (pages, name, plan, assessment->as_of);
  add_courses (pages, outlook, assessment->as_of);
  add_own_words (pages, "recommendation", _("Recommendation"), plan != NULL ? plan->recommendation : NULL);
  add_decision (pages, plan);
  if (service != NULL)
    add_chart (pages, outlook, assessment->as_of);
  capacity_plan_add_changes (pages, assessment, service);
  add_own_words (pages, "assumptions", _("Assumptions"), plan != NULL ? plan->assumptions : NULL);
  add_months (pages, outlook);
  add_notes (pages, outlook);
  capacity_report_add_signatures (pages, options);

  return pages;
}

/**
 * capacity_report_service_plan_pages:
 * @assessment: what is known of all services
 * @service: the #CapacityServiceAssessment of the one to report
 * @options: (nullable): options of the report
 *
 * Makes the capacity plan of a service; two years where none was made.
 *
 * Returns: (transfer full) (nullable): some pages; %NULL when it was cancelled
 */
CapacityPages *
capacity_report_service_plan_pages (const CapacityAssessment    *assessment,
                                    gconstpointer                service,
                                    const CapacityReportOptions *options)
{
  return make_pages (assessment, ((const CapacityServiceAssessment *) service)->service, options);
}

/**
 * capacity_report_institution_plan_pages:
 * @assessment: what is known of all services
 * @unused: pays no heed to it
 * @options: (nullable): options of the report
 *
 * Makes the capacity plan of the institution; two years where none was made.
 *
 * Returns: (transfer full) (nullable): some pages; %NULL when it was cancelled
 */
CapacityPages *
capacity_report_institution_plan_pages (const CapacityAssessment    *assessment,
                                        gconstpointer                unused,
                                        const CapacityReportOptions *options)
{
  return make_pages (assessment, NULL, options);
}
