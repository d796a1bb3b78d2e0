/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-feedback.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "capacity-store-words.h"

/* Dialogs lie above the window's content, so one that stays open has a place for toasts of its own. */
static GtkWidget *
find_overlay (AdwApplicationWindow *window)
{
  g_autoptr (GListModel) dialogs = adw_application_window_get_dialogs (window);
  GtkWidget *overlay = adw_application_window_get_content (window);

  for (guint i = 0; i < g_list_model_get_n_items (dialogs); i++)
    {
      g_autoptr (AdwDialog) dialog = g_list_model_get_item (dialogs, i);

      if (ADW_IS_TOAST_OVERLAY (adw_dialog_get_child (dialog)))
        overlay = adw_dialog_get_child (dialog);
    }

  return overlay;
}

static void
add_toast (GtkWidget *widget,
           AdwToast  *toast)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (ADW_IS_APPLICATION_WINDOW (root))
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (find_overlay (ADW_APPLICATION_WINDOW (root))), toast);
  else
    g_object_unref (g_object_ref_sink (toast));
}

static void
open_cb (AdwToast *toast,
         gpointer  user_data)
{
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (G_FILE (user_data));

  gtk_file_launcher_open_containing_folder (launcher, NULL, NULL, NULL, NULL);
}

/**
 * capacity_feedback_done:
 * @widget: where the action was started
 * @message: what was done
 *
 * Says that something was done.
 */
void
capacity_feedback_done (GtkWidget  *widget,
                        const char *message)
{
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_use_markup (toast, FALSE);
  add_toast (widget, toast);
}

/**
 * capacity_feedback_undo:
 * @widget: where the action was started
 * @message: what was done
 *
 * Says that something was done that can be undone.
 */
void
capacity_feedback_undo (GtkWidget  *widget,
                        const char *message)
{
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  add_toast (widget, toast);
}

/**
 * capacity_feedback_saved:
 * @widget: where the action was started
 * @file: what was written
 *
 * Says that a file was written and offers to show it.
 */
void
capacity_feedback_saved (GtkWidget *widget,
                         GFile     *file)
{
  g_autofree char *path = g_file_get_parse_name (file);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *message = NULL;
  AdwToast *toast = NULL;

  /* Translators: %s is the name of a file. */
  message = g_strdup_printf (_("“%s” saved"), name);
  toast = adw_toast_new (message);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _("Show in _Folder"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (open_cb), g_object_ref (file),
                         (GClosureNotify) (void (*) (void)) g_object_unref, G_CONNECT_DEFAULT);
  add_toast (widget, toast);
}

/**
 * capacity_feedback_found:
 * @widget: where it was searched
 * @n: how many were found
 *
 * Tells whoever is searching there with a screen reader what others see: how many were found.
 */
void
capacity_feedback_found (GtkWidget *widget,
                         guint      n)
{
  g_autofree char *message = NULL;

  if ((gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0)
    return;

  message = n == 0 ? g_strdup (_("Nothing found")) : g_strdup_printf (ngettext ("%u found", "%u found", n), n);
  gtk_accessible_announce (GTK_ACCESSIBLE (widget), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
cancel_cb (AdwToast     *toast,
           GCancellable *cancellable)
{
  g_cancellable_cancel (cancellable);
}

/**
 * capacity_feedback_progress:
 * @widget: where the action was started
 * @message: what is being done
 * @cancellable: stops it
 *
 * Says that something is being done, and lets it be stopped.
 *
 * Returns: (transfer none): what to dismiss when it is done
 */
AdwToast *
capacity_feedback_progress (GtkWidget    *widget,
                            const char   *message,
                            GCancellable *cancellable)
{
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_timeout (toast, 0);
  adw_toast_set_button_label (toast, _("_Cancel"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (cancel_cb), cancellable, G_CONNECT_DEFAULT);
  add_toast (widget, g_object_ref (toast));

  return toast;
}

/**
 * capacity_feedback_set_fraction:
 * @toast: a toast that says that something is being done
 * @fraction: what part of it is done, 0 to 1
 *
 * Shows how far it is.
 */
void
capacity_feedback_set_fraction (AdwToast *toast,
                                double    fraction)
{
  GtkWidget *box = adw_toast_get_custom_title (toast);

  if (box == NULL)
    {
      GtkWidget *label = gtk_label_new (adw_toast_get_title (toast));
      GtkWidget *bar = gtk_progress_bar_new ();

      box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
      gtk_box_append (GTK_BOX (box), label);
      gtk_box_append (GTK_BOX (box), bar);
      adw_toast_set_custom_title (toast, box);
    }
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (gtk_widget_get_last_child (box)), fraction);
}

/**
 * capacity_feedback_refusal:
 * @widget: where the action was started
 * @heading: what could not be done, as a title
 * @text: why, and what to do
 *
 * Says why something could not be done.
 */
void
capacity_feedback_refusal (GtkWidget  *widget,
                           const char *heading,
                           const char *text)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, text);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, gtk_widget_get_root (widget) != NULL ? widget : NULL);
}

/**
 * capacity_feedback_error:
 * @widget: where the action was started
 * @heading: what could not be done, as a title
 * @error: why; that it was cancelled is not worth a word
 *
 * Says why something could not be done, and what to do.
 */
void
capacity_feedback_error (GtkWidget    *widget,
                         const char   *heading,
                         const GError *error)
{
  g_autofree char *words = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  words = capacity_store_words_error (error, NULL);
  capacity_feedback_refusal (widget, heading, words);
}
