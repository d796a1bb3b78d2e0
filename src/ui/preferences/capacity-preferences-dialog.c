/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-preferences-dialog.h"

#include <glib/gi18n.h>

#include "capacity-background.h"

/* Settings of the person at the computer. What is known of the institution are facts of the portfolio and kept
 * elsewhere. */
struct _CapacityPreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  GSettings           *settings;

  AdwEntryRow         *author_row;
  AdwSwitchRow        *monthly_row;
  AdwActionRow        *folder_row;
  AdwEntryRow         *user_row;
};

G_DEFINE_FINAL_TYPE (CapacityPreferencesDialog, capacity_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

static void
background_asked_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (CapacityPreferencesDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  gboolean is_granted = capacity_background_request_finish (result, &error);

  if (!adw_switch_row_get_active (self->monthly_row))
    return;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->monthly_row),
                               is_granted ? _("The overview page, as PDF, when you first sign in in a month")
                                          : _("The overview page, as PDF, when you first open the program in a month"));
}

static void
show_folder (CapacityPreferencesDialog *self)
{
  g_autofree char *path = g_settings_get_string (self->settings, "monthly-report-folder");
  g_autofree char *name = g_filename_display_basename (path);

  adw_action_row_set_subtitle (self->folder_row, *path != '\0' ? name : _("None chosen yet"));
}

static void
folder_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (CapacityPreferencesDialog) self = user_data;
  g_autoptr (GFile) folder = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, NULL);
  const char *path = folder != NULL ? g_file_peek_path (folder) : NULL;

  if (path == NULL || self->settings == NULL)
    return;

  g_settings_set_string (self->settings, "monthly-report-folder", path);
  show_folder (self);
}

static void
choose_folder_cb (CapacityPreferencesDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Folder for Reports"));
  gtk_file_dialog_set_accept_label (dialog, _("_Choose"));
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, folder_chosen_cb,
                                 g_object_ref (self));
}

static void
monthly_changed_cb (CapacityPreferencesDialog *self)
{
  gboolean is_wanted = adw_switch_row_get_active (self->monthly_row);

  if (self->settings == NULL || g_settings_get_boolean (self->settings, "monthly-report") == is_wanted)
    return;

  g_settings_set_boolean (self->settings, "monthly-report", is_wanted);
  capacity_background_request_async (is_wanted, _("To write the report of the month and to say what needs attention"), NULL,
                                     background_asked_cb, g_object_ref (self));
}

static void
capacity_preferences_dialog_dispose (GObject *object)
{
  CapacityPreferencesDialog *self = CAPACITY_PREFERENCES_DIALOG (object);

  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAPACITY_TYPE_PREFERENCES_DIALOG);

  G_OBJECT_CLASS (capacity_preferences_dialog_parent_class)->dispose (object);
}

static void
capacity_preferences_dialog_class_init (CapacityPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = capacity_preferences_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/varam/Capacity/preferences/capacity-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CapacityPreferencesDialog, author_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityPreferencesDialog, monthly_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityPreferencesDialog, folder_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityPreferencesDialog, user_row);
  gtk_widget_class_bind_template_callback (widget_class, choose_folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, monthly_changed_cb);
}

static void
capacity_preferences_dialog_init (CapacityPreferencesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->settings = g_settings_new ("org.varam.Capacity");
  g_settings_bind (self->settings, "report-author", self->author_row, "text", G_SETTINGS_BIND_DEFAULT);
  adw_switch_row_set_active (self->monthly_row, g_settings_get_boolean (self->settings, "monthly-report"));
  show_folder (self);
  g_settings_bind (self->settings, "user-name", self->user_row, "text", G_SETTINGS_BIND_DEFAULT);
}

/**
 * capacity_preferences_dialog_new:
 *
 * Returns: (transfer floating): a new dialog
 */
AdwDialog *
capacity_preferences_dialog_new (void)
{
  return g_object_new (CAPACITY_TYPE_PREFERENCES_DIALOG, NULL);
}
