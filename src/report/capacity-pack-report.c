/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-report-kinds.h"

#include <glib/gi18n.h>
#include <math.h>

#include "capacity-format.h"
#include "capacity-institution-parts.h"
#include "capacity-notes.h"
#include "capacity-ranking.h"
#include "capacity-words.h"

/* What is reported to each audience: to those who use services how it goes, to those who provide them what they are
 * asked for, to their managers what is theirs, to those who decide what to decide. */

#define N_HEAT_ROWS 14

static CapacityPages *
begin_pages (const CapacityAssessment    *assessment,
             const CapacityReportOptions *options,
             CapacityReportKind           kind)
{
  CapacityPages *pages = capacity_report_pages_new (assessment, options, _("Capacity of services"),
                                                    capacity_report_get_title (kind));

  capacity_institution_add_title (pages, assessment, capacity_report_get_title (kind));
  capacity_pages_add_contents (pages, _("Contents"));

  return pages;
}

static CapacityPages *
end_pages (CapacityPages               *pages,
           const CapacityAssessment    *assessment,
           const CapacityReportOptions *options)
{
  capacity_institution_add_doubts (pages, assessment);
  capacity_institution_add_method (pages, assessment);
  capacity_report_add_signatures (pages, options);

  return pages;
}

/* Every service in words, without what is only of use inside. */
static void
add_expectations (CapacityPages            *pages,
                  const CapacityAssessment *assessment)
{
  const CapacityColumn columns[] = {
    { C_("column", "Service"), CAPACITY_COLUMN_LABEL, 1 },
    { C_("column", "Verdict"), CAPACITY_COLUMN_WORD, 0 },
    { C_("column", "Volume of 12 months"), CAPACITY_COLUMN_NUMBER, 0 },
    { C_("column", "Queue"), CAPACITY_COLUMN_TEXT, 1 },
  };
  CapacityTable *table;
  GPtrArray *notes;

  if (assessment->services->len == 0)
    return;
  notes = capacity_notes_new ();
  table = capacity_table_new (columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < assessment->services->len; i++)
    {
      const CapacityServiceAssessment *service = assessment->services->pdata[i];
      g_autofree char *volume = capacity_format_count (service->last12);
      g_autofree char *queue = capacity_words_queue (&service->queue);
      g_autofree char *verdict = capacity_notes_add_verdict (notes, service);

      capacity_table_add_row (table, (const char *[]){ service->service->name, verdict, volume, queue });
      capacity_report_sign_cell (table, 1, service->overall);
    }
  capacity_pages_add_section (pages, "expectations", _("What recipients can expect"));
  capacity_pages_add_table (pages, table);
  capacity_notes_end (notes, pages, 3);
}

static const char *
owner_of (const CapacityServiceAssessment *service)
{
  const char *owner = service->service->owner;

  return owner != NULL && *owner != '\0' ? owner : _("No manager is named");
}

static void
add_owned (CapacityTable                   *table,
           const CapacityServiceAssessment *service,
           CapacityDate                     as_of,
           GPtrArray                       *notes)
{
  g_autofree char *verdict = capacity_notes_add_verdict (notes, service);
  g_autofree char *use = capacity_format_percent (service->modes[CAPACITY_MODE_REGULAR].utilisation);
  g_autofree char *quality = capacity_format_percent (service->quality.score);
  g_autofree char *when = capacity_words_exhaustion (&service->exhaustion);
  g_autofree char *decide = capacity_report_decide_by (&service->exhaustion, as_of);

  capacity_table_add_row (table, (const char *[]){ service->service->name, verdict, use, when, decide, quality });
  capacity_report_sign_cell (table, 1, service->overall);
}

/* A section for each manager, in the order of their most urgent service. */
static void
add_owners (CapacityPages            *pages,
            const CapacityAssessment *assessment)
{
  const CapacityColumn columns[] = {
    { C_("column", "Service"), CAPACITY_COLUMN_LABEL, 1 },
    { C_("column", "Verdict"), CAPACITY_COLUMN_WORD, 0 },
    { C_("column", "Use"), CAPACITY_COLUMN_NUMBER, 0 },
    { C_("column", "Runs short"), CAPACITY_COLUMN_TEXT, 0 },
    { C_("column", "Decide by"), CAPACITY_COLUMN_WORD, 0 },
    { C_("column", "Data quality"), CAPACITY_COLUMN_NUMBER, 0 },
  };
  const GPtrArray *ranked = assessment->ranking;
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);
  CapacityTable *first = NULL;

  for (guint i = 0; i < ranked->len; i++)
    {
      const char *owner = owner_of (ranked->pdata[i]);
      CapacityTable *table;
      GPtrArray *notes;

      if (!g_hash_table_add (done, (gpointer) owner))
        continue;
      notes = capacity_notes_new ();
      table = capacity_table_new (columns, G_N_ELEMENTS (columns));
      for (guint j = i; j < ranked->len; j++)
        if (g_str_equal (owner_of (ranked->pdata[j]), owner))
          add_owned (table, ranked->pdata[j], assessment->as_of, notes);
      if (first == NULL)
        first = table;
      else
        capacity_table_align_with (table, first);
      capacity_pages_add_section (pages, owner, owner);
      capacity_pages_add_table (pages, table);
      capacity_notes_end (notes, pages, 3);
    }
}

/**
 * capacity_report_recipients_pages:
 * @assessment: what is known of all services
 * @unused: pays no heed to it
 * @options: (nullable): options of the report
 *
 * Makes the report to those who use the services: what they can expect.
 *
 * Returns: (transfer full): some pages
 */
CapacityPages *
capacity_report_recipients_pages (const CapacityAssessment    *assessment,
                                  gconstpointer                unused,
                                  const CapacityReportOptions *options)
{
  CapacityPages *pages = begin_pages (assessment, options, CAPACITY_REPORT_FOR_RECIPIENTS);

  add_expectations (pages, assessment);

  return end_pages (pages, assessment, options);
}

/**
 * capacity_report_providers_pages:
 * @assessment: what is known of all services
 * @unused: pays no heed to it
 * @options: (nullable): options of the report
 *
 * Makes the report to those who provide services and resources: what is asked of them, and where it does not suffice.
 *
 * Returns: (transfer full): some pages
 */
CapacityPages *
capacity_report_providers_pages (const CapacityAssessment    *assessment,
                                 gconstpointer                unused,
                                 const CapacityReportOptions *options)
{
  CapacityPages *pages = begin_pages (assessment, options, CAPACITY_REPORT_FOR_PROVIDERS);

  capacity_institution_add_resources (pages, assessment);
  capacity_institution_add_ranking (pages, assessment, G_MAXUINT, G_MAXUINT);
  capacity_institution_add_heat_map (pages, assessment, N_HEAT_ROWS);

  return end_pages (pages, assessment, options);
}

/**
 * capacity_report_owners_pages:
 * @assessment: what is known of all services
 * @unused: pays no heed to it
 * @options: (nullable): options of the report
 *
 * Makes the report to the managers of services: for each the services that are theirs, the most urgent first.
 *
 * Returns: (transfer full): some pages
 */
CapacityPages *
capacity_report_owners_pages (const CapacityAssessment    *assessment,
                              gconstpointer                unused,
                              const CapacityReportOptions *options)
{
  CapacityPages *pages = begin_pages (assessment, options, CAPACITY_REPORT_FOR_OWNERS);

  add_owners (pages, assessment);

  return end_pages (pages, assessment, options);
}

/**
 * capacity_report_management_pages:
 * @assessment: what is known of all services
 * @unused: pays no heed to it
 * @options: (nullable): options of the report
 *
 * Makes the report to those who decide: how many services have which verdict, what will not suffice and by when to
 * decide, and the resources behind it.
 *
 * Returns: (transfer full): some pages
 */
CapacityPages *
capacity_report_management_pages (const CapacityAssessment    *assessment,
                                  gconstpointer                unused,
                                  const CapacityReportOptions *options)
{
  CapacityPages *pages = begin_pages (assessment, options, CAPACITY_REPORT_FOR_MANAGEMENT);

  capacity_institution_add_verdicts (pages, assessment);
  capacity_institution_add_ranking (pages, assessment, G_MAXUINT, G_MAXUINT);
  capacity_institution_add_resources (pages, assessment);

  return end_pages (pages, assessment, options);
}
