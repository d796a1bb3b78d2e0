/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-report.h"

#include <glib/gi18n.h>

#include "capacity-audit.h"
#include "capacity-report-kinds.h"
#include "capacity-report-parts.h"

/* To add a report is to add a line here. The names are those of the command line: never change them. */
static const struct
{
  const char           *name;
  const char           *title;
  CapacityReportSubject subject;
  CapacityPages *(*make) (const CapacityAssessment    *assessment,
                          gconstpointer                part,
                          const CapacityReportOptions *options);
} kinds[CAPACITY_N_REPORT_KINDS] = {
  [CAPACITY_REPORT_OVERVIEW] = { "overview", N_("Overview Page"), CAPACITY_REPORT_ABOUT_INSTITUTION,
                                 capacity_report_overview_pages },
  [CAPACITY_REPORT_INSTITUTION] = { "institution", N_("Full Report"), CAPACITY_REPORT_ABOUT_INSTITUTION,
                                    capacity_report_institution_pages },
  [CAPACITY_REPORT_SERVICE_SHEET] = { "service", N_("Service Sheet"), CAPACITY_REPORT_ABOUT_SERVICE,
                                      capacity_report_service_pages },
  [CAPACITY_REPORT_RESOURCE_SHEET] = { "resource", N_("Resource Sheet"), CAPACITY_REPORT_ABOUT_RESOURCE,
                                       capacity_report_resource_pages },
  [CAPACITY_REPORT_SERVICE_PLAN] = { "plan", N_("Capacity Plan"), CAPACITY_REPORT_ABOUT_SERVICE,
                                     capacity_report_service_plan_pages },
  [CAPACITY_REPORT_INSTITUTION_PLAN] = { "institution-plan", N_("Capacity Plan of the Institution"),
                                         CAPACITY_REPORT_ABOUT_INSTITUTION, capacity_report_institution_plan_pages },
  [CAPACITY_REPORT_FOR_RECIPIENTS] = { "recipients", N_("Report to Recipients"), CAPACITY_REPORT_ABOUT_INSTITUTION,
                                       capacity_report_recipients_pages },
  [CAPACITY_REPORT_FOR_PROVIDERS] = { "providers", N_("Report to Providers"), CAPACITY_REPORT_ABOUT_INSTITUTION,
                                      capacity_report_providers_pages },
  [CAPACITY_REPORT_FOR_OWNERS] = { "owners", N_("Report to Service Managers"), CAPACITY_REPORT_ABOUT_INSTITUTION,
                                   capacity_report_owners_pages },
  [CAPACITY_REPORT_FOR_MANAGEMENT] = { "management", N_("Report to Management"), CAPACITY_REPORT_ABOUT_INSTITUTION,
                                       capacity_report_management_pages },
  [CAPACITY_REPORT_AUDIT] = { "audit", N_("Audit Extract"), CAPACITY_REPORT_ABOUT_INSTITUTION,
                              capacity_report_audit_pages },
};

/**
 * capacity_report_get_name:
 * @kind: a kind of report
 *
 * Returns: what the command line calls it
 */
const char *
capacity_report_get_name (CapacityReportKind kind)
{
  return kinds[kind].name;
}

/**
 * capacity_report_get_title:
 * @kind: a kind of report
 *
 * Returns: (transfer none): what a person calls it, as a title in the user's language
 */
const char *
capacity_report_get_title (CapacityReportKind kind)
{
  return _(kinds[kind].title);
}

/**
 * capacity_report_get_subject:
 * @kind: a kind of report
 *
 * Returns: what it is about
 */
CapacityReportSubject
capacity_report_get_subject (CapacityReportKind kind)
{
  return kinds[kind].subject;
}

/**
 * capacity_report_find:
 * @name: what the command line calls a kind of report
 * @kind: (out): the kind
 *
 * Returns: whether there is one of that name
 */
gboolean
capacity_report_find (const char         *name,
                      CapacityReportKind *kind)
{
  for (int i = 0; i < CAPACITY_N_REPORT_KINDS; i++)
    if (g_str_equal (kinds[i].name, name))
      {
        *kind = (CapacityReportKind) i;
        return TRUE;
      }

  return FALSE;
}

static gconstpointer
find_part (CapacityReportKind        kind,
           const CapacityAssessment *assessment,
           const CapacityId         *subject)
{
  switch (kinds[kind].subject)
    {
    case CAPACITY_REPORT_ABOUT_SERVICE:
      return capacity_assessment_get_service (assessment, subject);
    case CAPACITY_REPORT_ABOUT_RESOURCE:
      return capacity_assessment_get_resource (assessment, subject);
    case CAPACITY_REPORT_ABOUT_INSTITUTION:
    default:
      return assessment;
    }
}

/**
 * capacity_report_find_text:
 * @portfolio: a portfolio
 * @kind: which report
 * @subject: (nullable): the service or resource that the report is about
 * @section: which of its sections; "" for the beginning
 *
 * Returns: (transfer none) (nullable): what the institution says there in its own words
 */
const CapacityReportText *
capacity_report_find_text (const CapacityPortfolio *portfolio,
                           CapacityReportKind       kind,
                           const CapacityId        *subject,
                           const char              *section)
{
  gboolean has_subject = kinds[kind].subject != CAPACITY_REPORT_ABOUT_INSTITUTION && subject != NULL;
  const CapacityId *about = has_subject ? subject : &CAPACITY_ID_NONE;

  for (guint i = 0; i < portfolio->report_texts->len; i++)
    {
      const CapacityReportText *text = portfolio->report_texts->pdata[i];

      if (g_str_equal (text->report, kinds[kind].name) && g_str_equal (text->section, section) &&
          capacity_id_equal (&text->subject, about))
        return text;
    }

  return NULL;
}

static void
insert_text (CapacityPages            *pages,
             const CapacityReportText *text)
{
  if (text != NULL)
    capacity_pages_insert_text (pages, text->section, text->text);
}

/* What was done, read from the file; nothing where there is none. */
static GPtrArray *
read_history (const CapacityReportOptions  *options,
              GError                      **error)
{
  if (options == NULL || options->store == NULL)
    return g_ptr_array_new ();

  return capacity_audit_read (options->store, options->since, options->progress, options->cancellable, error);
}

/* What the institution says in its own words goes where it belongs. */
static void
insert_texts (CapacityPages           *pages,
              CapacityReportKind       kind,
              const CapacityPortfolio *portfolio,
              const CapacityId        *subject)
{
  if (portfolio->report_texts->len == 0)
    return;
  insert_text (pages, capacity_report_find_text (portfolio, kind, subject, ""));
  for (guint i = 0; i < capacity_pages_get_n_sections (pages); i++)
    insert_text (pages, capacity_report_find_text (portfolio, kind, subject,
                                                   capacity_pages_get_section_name (pages, i)));
}

/**
 * capacity_report_new_pages:
 * @kind: which report
 * @assessment: what is known of all services
 * @subject: (nullable): identifier of the service or resource that the report is about
 * @options: (nullable): options of the report
 * @error: return location
 *
 * Makes a report and breaks it over pages. That is half of the work; writing it is the other.
 *
 * Errors: %CAPACITY_REPORT_ERROR_NOT_FOUND, %G_IO_ERROR_CANCELLED, and those of reading the history.
 *
 * Returns: (transfer full) (nullable): the report
 */
CapacityPages *
capacity_report_new_pages (CapacityReportKind            kind,
                           const CapacityAssessment     *assessment,
                           const CapacityId             *subject,
                           const CapacityReportOptions  *options,
                           GError                      **error)
{
  g_autoptr (GPtrArray) history = NULL;
  gconstpointer part = find_part (kind, assessment, subject);
  g_autoptr (CapacityPages) pages = NULL;
  CapacityProgress *progress = options != NULL ? options->progress : NULL;

  if (part == NULL)
    {
      g_autofree char *id = capacity_id_to_string (subject);

      g_set_error (error, CAPACITY_REPORT_ERROR, CAPACITY_REPORT_ERROR_NOT_FOUND,
                   "Nothing to report has the identifier %s", id);
      return NULL;
    }

  if (kind == CAPACITY_REPORT_AUDIT)
    {
      capacity_progress_step (progress, 0, 0.25);
      part = history = read_history (options, error);
      if (history == NULL)
        return NULL;
    }
  pages = kinds[kind].make (assessment, part, options);
  if (pages == NULL)
    {
      g_cancellable_set_error_if_cancelled (options->cancellable, error);
      return NULL;
    }
  insert_texts (pages, kind, assessment->portfolio, subject);
  for (guint i = 0; options != NULL && options->left_out != NULL && options->left_out[i] != NULL; i++)
    capacity_pages_leave_out (pages, options->left_out[i]);
  capacity_progress_step (progress, kind == CAPACITY_REPORT_AUDIT ? 0.25 : 0, 0.5);
  if (!capacity_pages_compose (pages, progress, options != NULL ? options->cancellable : NULL, error))
    return NULL;

  return g_steal_pointer (&pages);
}

/**
 * capacity_report_write:
 * @kind: which report
 * @assessment: what is known of all services
 * @subject: (nullable): identifier of the service or resource that the report is about
 * @file: where to; what is there is replaced only when everything has been written
 * @options: (nullable): options of the report
 * @error: return location
 *
 * Writes a report as PDF.
 *
 * Returns: whether it was written; if not, @error is of the domain %CAPACITY_REPORT_ERROR or %G_IO_ERROR
 */
gboolean
capacity_report_write (CapacityReportKind            kind,
                       const CapacityAssessment     *assessment,
                       const CapacityId             *subject,
                       GFile                        *file,
                       const CapacityReportOptions  *options,
                       GError                      **error)
{
  g_autoptr (CapacityPages) pages = capacity_report_new_pages (kind, assessment, subject, options, error);

  return pages != NULL && capacity_report_save (pages, file, options, error);
}
