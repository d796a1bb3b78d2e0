/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-entry.h"

/**
 * capacity_entry_dup_text:
 * @row: a row
 *
 * Returns: (transfer full) (nullable): its text without blanks around it; %NULL where there is none
 */
char *
capacity_entry_dup_text (AdwEntryRow *row)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (ADW_IS_ENTRY_ROW (row), NULL);

  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

/**
 * capacity_entry_set_text:
 * @row: a row
 * @text: (nullable): what to put in
 */
void
capacity_entry_set_text (AdwEntryRow *row,
                         const char  *text)
{
  g_return_if_fail (ADW_IS_ENTRY_ROW (row));

  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

/**
 * capacity_entry_set_problem:
 * @row: a row
 * @problem: (nullable): what is wrong with its text, in a few words that say what to write; %NULL if
 * nothing is
 *
 * Says what is wrong where the title stands, right above what was typed; the title comes back when @problem
 * is %NULL.
 */
void
capacity_entry_set_problem (AdwEntryRow *row,
                            const char  *problem)
{
  GObject *object = G_OBJECT (row);
  const char *title = NULL;

  g_return_if_fail (ADW_IS_ENTRY_ROW (row));

  title = g_object_get_data (object, "capacity-title");
  if (title == NULL && problem == NULL)
    return;
  if (title == NULL)
    {
      title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
      g_object_set_data_full (object, "capacity-title", g_strdup (title), g_free);
    }

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), problem != NULL ? problem : title);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  if (problem != NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (row), "error");
      gtk_widget_grab_focus (GTK_WIDGET (row));
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
      g_object_set_data (object, "capacity-title", NULL);
    }
}
