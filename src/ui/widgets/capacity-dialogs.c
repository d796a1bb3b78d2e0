/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-dialogs.h"

#include <adwaita.h>

#include "capacity-title.h"

/* What all dialogs get, also those of the toolkit. */

/* Where nothing moves, a dialog is gone before the toolkit has ended closing it, and it then speaks of what is no more. */
static gboolean
closed_hook (GSignalInvocationHint *hint,
             guint                  n_values,
             const GValue          *values,
             gpointer               user_data)
{
  g_idle_add_once (g_object_unref, g_value_dup_object (&values[0]));

  return TRUE;
}

/**
 * capacity_dialogs_install:
 *
 * Keeps dialogs until they are closed wholly, lets F1 open the help in them, where the keys of actions rest, and makes
 * their titles known. To be called once, when libadwaita is there.
 */
void
capacity_dialogs_install (void)
{
  g_autoptr (GTypeClass) dialog_class = g_type_class_ref (ADW_TYPE_DIALOG);

  g_type_ensure (CAPACITY_TYPE_TITLE);
  g_signal_add_emission_hook (g_signal_lookup ("closed", ADW_TYPE_DIALOG), 0, closed_hook, NULL, NULL);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (dialog_class), GDK_KEY_F1, GDK_NO_MODIFIER_MASK, "win.help", NULL);
}

/**
 * capacity_dialogs_stop_search:
 * @entry: a search in a dialog
 *
 * What Escape does in a search that cannot be folded away: it clears what was typed, or else closes the dialog. To be
 * called when the search is stopped.
 */
void
capacity_dialogs_stop_search (GtkSearchEntry *entry)
{
  GtkEditable *text = GTK_EDITABLE (entry);

  if (*gtk_editable_get_text (text) != '\0')
    gtk_editable_set_text (text, "");
  else
    gtk_widget_activate_action (GTK_WIDGET (entry), "window.close", NULL);
}
