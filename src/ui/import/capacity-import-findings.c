/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-findings.h"

#include <glib/gi18n.h>

#include "capacity-format.h"
#include "capacity-import-words.h"

/* What reading a file has to say: which cells could not be read, and what was skipped or guessed. */
struct _CapacityImportFindings
{
  GtkBox               parent_instance;

  AdwPreferencesGroup *problems_group;
  GtkListBox          *problems_list;
  GtkWidget           *notes_group;
  GtkListBox          *notes_list;
};

#define N_SHOWN_PROBLEMS 50

G_DEFINE_FINAL_TYPE (CapacityImportFindings, capacity_import_findings, GTK_TYPE_BOX)

static void
append_row (GtkListBox *list,
            const char *text)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (list, row);
}

static void
show_problems (CapacityImportFindings     *self,
               const CapacityImportResult *result)
{
  g_autofree char *number = capacity_format_count ((double) result->n_problems);
  g_autofree char *description = NULL;

  gtk_list_box_remove_all (self->problems_list);
  gtk_widget_set_visible (GTK_WIDGET (self->problems_group), result->problems->len > 0);
  for (guint i = 0; i < MIN (result->problems->len, N_SHOWN_PROBLEMS); i++)
    {
      g_autofree char *text = capacity_import_words_problem (g_ptr_array_index (result->problems, i));

      append_row (self->problems_list, text);
    }

  description = g_strdup_printf (ngettext ("%s cell could not be read. Everything else can be imported.",
                                           "%s cells could not be read. Everything else can be imported.",
                                           (gulong) result->n_problems),
                                 number);
  adw_preferences_group_set_description (self->problems_group, description);
}

/* The columns that tell of persons are said above the preview. */
static gboolean
is_said (const CapacityImportNote *note)
{
  return note->code == CAPACITY_IMPORT_NOTE_UNUSED_COLUMN && note->reason == CAPACITY_IMPORT_REASON_PERSONAL;
}

static void
show_notes (CapacityImportFindings     *self,
            const CapacityImportResult *result)
{
  gboolean has_notes = FALSE;

  gtk_list_box_remove_all (self->notes_list);
  for (guint i = 0; i < result->notes->len; i++)
    {
      const CapacityImportNote *note = g_ptr_array_index (result->notes, i);
      g_autofree char *text = NULL;

      if (is_said (note))
        continue;
      text = capacity_import_words_note (note);
      append_row (self->notes_list, text);
      has_notes = TRUE;
    }
  gtk_widget_set_visible (self->notes_group, has_notes);
}

static void
capacity_import_findings_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CAPACITY_TYPE_IMPORT_FINDINGS);

  G_OBJECT_CLASS (capacity_import_findings_parent_class)->dispose (object);
}

static void
capacity_import_findings_class_init (CapacityImportFindingsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = capacity_import_findings_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/varam/Capacity/import/capacity-import-findings.ui");
  gtk_widget_class_bind_template_child (widget_class, CapacityImportFindings, problems_group);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportFindings, problems_list);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportFindings, notes_group);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportFindings, notes_list);
}

static void
capacity_import_findings_init (CapacityImportFindings *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * capacity_import_findings_show:
 * @result: (nullable): what was read
 *
 * Shows what there is to say of reading a file.
 */
void
capacity_import_findings_show (CapacityImportFindings     *self,
                               const CapacityImportResult *result)
{
  g_return_if_fail (CAPACITY_IS_IMPORT_FINDINGS (self));

  if (result != NULL)
    {
      show_problems (self, result);
      show_notes (self, result);
      return;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->problems_group), FALSE);
  gtk_widget_set_visible (self->notes_group, FALSE);
}
