/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-dialogs.h"

#include <adwaita.h>

#include "capacity-gradual.h"
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

/* The dialog looked for what gets the focus when it had nothing in it, and may have forgotten what was meant to. */
static void
mapped_cb (GtkWidget *content,
           GtkWidget *focus)
{
  g_signal_handlers_disconnect_by_func (content, mapped_cb, focus);
  if (ADW_IS_DIALOG (focus) || !gtk_widget_grab_focus (focus))
    gtk_widget_child_focus (gtk_widget_get_ancestor (content, ADW_TYPE_DIALOG), GTK_DIR_TAB_FORWARD);
}

/* What is in a dialog, from the outside in. */
static GPtrArray *
list_parts (AdwDialog *dialog)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *content = adw_dialog_get_child (dialog);

  g_ptr_array_add (parts, g_object_ref (content));
  if (ADW_IS_TOAST_OVERLAY (content))
    content = adw_toast_overlay_get_child (ADW_TOAST_OVERLAY (content));
  if (ADW_IS_TOOLBAR_VIEW (content))
    g_ptr_array_add (parts, g_object_ref (adw_toolbar_view_get_content (ADW_TOOLBAR_VIEW (content))));

  return parts;
}

/**
 * capacity_dialogs_present:
 * @dialog: a dialog with much in it and a size of its own
 * @parent: (nullable): what it is opened from
 *
 * Shows @dialog in steps: when it comes into view all of the window is painted anew, dimmed, so its bars and what is below
 * them come in the frames that follow.
 */
void
capacity_dialogs_present (AdwDialog *dialog,
                          GtkWidget *parent)
{
  GtkWidget *focus = NULL;
  GPtrArray *parts = NULL;

  g_return_if_fail (ADW_IS_DIALOG (dialog));

  focus = adw_dialog_get_focus (dialog);
  parts = list_parts (dialog);
  g_signal_connect_object (parts->pdata[parts->len - 1], "map", G_CALLBACK (mapped_cb),
                           focus != NULL ? focus : GTK_WIDGET (dialog), G_CONNECT_AFTER);
  capacity_gradual_show (GTK_WIDGET (dialog), parts);
  adw_dialog_present (dialog, parent);
}

#define PARENT "capacity-parent" /* of a dialog that is about to be presented */

static gboolean
present_cb (gpointer data)
{
  GtkWidget *parent = g_object_get_data (data, PARENT);

  if (gtk_widget_get_root (parent) != NULL)
    capacity_dialogs_present (data, parent);
  g_object_set_data (data, PARENT, NULL);

  return G_SOURCE_REMOVE;
}

/**
 * capacity_dialogs_present_soon:
 * @dialog: a dialog that takes long to make
 * @parent: what it is opened from
 *
 * Does capacity_dialogs_present() once the main loop has looked at the input: what comes into view is measured at once, which
 * takes long, too.
 */
void
capacity_dialogs_present_soon (AdwDialog *dialog,
                               GtkWidget *parent)
{
  g_return_if_fail (ADW_IS_DIALOG (dialog));
  g_return_if_fail (GTK_IS_WIDGET (parent));

  g_object_set_data_full (G_OBJECT (dialog), PARENT, g_object_ref (parent), g_object_unref);
  g_idle_add_full (G_PRIORITY_DEFAULT, present_cb, g_object_ref_sink (dialog), g_object_unref);
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
