/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-report-kinds.h"

#include <glib/gi18n.h>

#include "capacity-audit.h"
#include "capacity-detail-words.h"
#include "capacity-format.h"
#include "capacity-report-parts.h"
#include "capacity-store-words.h"

/* An extract of the audit trail for those who check: who changed what, when, and from what to what. */

/* An import may change thousands of numbers, which stand in its file; of these a report tells the first. */
#define MAX_ROWS_PER_ACTION 100

static void
add_title (CapacityPages               *pages,
           const CapacityAssessment    *assessment,
           const CapacityReportOptions *options,
           guint                        n)
{
  const char *name = assessment->portfolio->institution.name;
  g_autofree char *until = capacity_format_date (capacity_report_get_date (assessment, options));
  gboolean has_since = options != NULL && options->since != CAPACITY_DATE_NONE;
  g_autofree char *since = has_since ? capacity_format_date (options->since) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  capacity_pages_add_heading (pages, 1, _("Audit extract"));
  if (name != NULL)
    g_string_append_printf (text, "%s · ", name);
  if (has_since)
    /* Translators: a period; %1$s and %2$s are dates */
    g_string_append_printf (text, _("%1$s – %2$s"), since, until);
  else
    /* Translators: %s is a date */
    g_string_append_printf (text, _("All that was done until %s"), until);
  g_string_append (text, " · ");
  g_string_append_printf (text, ngettext ("%u change", "%u changes", n), n);
  capacity_pages_add_text (pages, CAPACITY_TEXT_NOTE, text->str);
}

/* "Passports: Capacity", or the field alone where the action names the same thing. */
static char *
field_words (const CapacityAction *action,
             const CapacityDetail *detail,
             const char           *field)
{
  if (detail->subject == NULL || g_strcmp0 (detail->subject, action->subject) == 0)
    return g_strdup (field);

  /* Translators: what a field belongs to, and the field */
  return g_strdup_printf (_("%1$s: %2$s"), detail->subject, field);
}

static char *
action_words (const CapacityAction *action)
{
  g_autofree char *what = capacity_store_words_action (action);

  if (action->state == CAPACITY_ACTION_DONE)
    return g_steal_pointer (&what);

  return g_strdup_printf ("%s (%s)", what, capacity_store_words_state (action->state));
}

static void
add_entry (CapacityTable            *table,
           const CapacityAuditEntry *entry)
{
  g_autofree char *time = capacity_format_time (entry->action->time);
  g_autofree char *what = action_words (entry->action);
  guint n_rows = 0, n_left = 0;

  for (guint i = 0; i < entry->details->len; i++)
    {
      const CapacityDetail *detail = entry->details->pdata[i];
      g_autofree char *name = capacity_detail_words_field (detail);
      g_autofree char *field = NULL;
      g_autofree char *change = NULL;

      if (name == NULL)
        continue;
      if (n_rows == MAX_ROWS_PER_ACTION)
        {
          n_left++;
          continue;
        }
      field = field_words (entry->action, detail, name);
      change = capacity_detail_words_change (detail);
      capacity_table_add_row (table, (const char *[]){ time, entry->action->who, what, field, change });
      n_rows++;
    }
  if (n_rows == 0)
    capacity_table_add_row (table, (const char *[]){ time, entry->action->who, what, "–", "–" });
  if (n_left > 0)
    {
      g_autofree char *number = capacity_format_number (n_left, 0);
      /* Translators: %s is a number */
      g_autofree char *rest = g_strdup_printf (ngettext ("and %s more field", "and %s more fields", n_left), number);

      capacity_table_add_row (table, (const char *[]){ time, entry->action->who, what, rest, "…" });
    }
}

/**
 * capacity_report_audit_pages:
 * @assessment: what is known of all services
 * @entries: (element-type CapacityAuditEntry): a #GPtrArray of what was done
 * @options: (nullable): options of the report
 *
 * Makes the extract of the audit trail.
 *
 * Returns: (transfer full): some pages
 */
CapacityPages *
capacity_report_audit_pages (const CapacityAssessment    *assessment,
                             gconstpointer                entries,
                             const CapacityReportOptions *options)
{
  const CapacityColumn columns[] = {
    { C_("column", "When"), CAPACITY_COLUMN_LABEL, 0 },
    { C_("column", "Who"), CAPACITY_COLUMN_TEXT, 0 },
    { C_("column", "What was done"), CAPACITY_COLUMN_TEXT, 1 },
    { C_("column", "Field"), CAPACITY_COLUMN_TEXT, 1 },
    { C_("column", "Change"), CAPACITY_COLUMN_TEXT, 1 },
  };
  const GPtrArray *history = entries;
  CapacityPages *pages = capacity_report_pages_new (assessment, options, _("Audit extract"), _("Audit extract"));
  CapacityTable *table;

  add_title (pages, assessment, options, history->len);
  capacity_pages_add_section (pages, "changes", _("What was changed"));
  if (history->len == 0)
    {
      capacity_pages_add_text (pages, CAPACITY_TEXT_BODY, _("Nothing was changed in this time."));
    }
  else
    {
      table = capacity_table_new (columns, G_N_ELEMENTS (columns));
      for (guint i = 0; i < history->len; i++)
        add_entry (table, history->pdata[i]);
      capacity_pages_add_table (pages, table);
    }
  capacity_report_add_signatures (pages, options);

  return pages;
}
