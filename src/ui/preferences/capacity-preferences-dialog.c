/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-preferences-dialog.h"

#include <glib/gi18n.h>

#include "capacity-background.h"
#include "capacity-entry.h"
#include "capacity-feedback.h"
#include "capacity-format.h"

/* The institution and the thresholds that hold for all of it, and who prepares reports. The former are
 * facts of the portfolio and can be undone; the latter is a setting of the person at the computer. */
struct _CapacityPreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  CapacityWorkspace   *workspace;
  GSettings           *settings;

  AdwEntryRow         *name_row;
  AdwEntryRow         *number_row;
  AdwEntryRow         *people_row;
  AdwEntryRow         *shared_row;
  AdwEntryRow         *low_row;
  AdwEntryRow         *lead_row;
  AdwEntryRow         *horizon_row;
  AdwEntryRow         *author_row;
  AdwSwitchRow        *monthly_row;
  AdwActionRow        *folder_row;
};

G_DEFINE_FINAL_TYPE (CapacityPreferencesDialog, capacity_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

static void
applied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (CapacityPreferencesDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CapacityOutcome) outcome = NULL;

  outcome = capacity_workspace_change_finish (CAPACITY_WORKSPACE (source), result, &error);
  if (outcome == NULL)
    capacity_feedback_error (GTK_WIDGET (self), _("The Institution Was Not Changed"), error);
}

static gboolean
read_number (AdwEntryRow *row,
             double       least,
             double       most,
             const char  *problem,
             double      *value)
{
  g_autofree char *text = capacity_entry_dup_text (row);
  double number = text != NULL ? capacity_format_parse_number (text) : -1;

  if (number >= least && number <= most)
    {
      *value = number;
      return TRUE;
    }

  capacity_entry_set_problem (row, problem);

  return FALSE;
}

static gboolean
read_thresholds (CapacityPreferencesDialog *self,
                 CapacityInstitution       *institution)
{
  const char *percentage = _("Write a percentage from 1 to 100");
  double people = 0;
  double shared = 0;
  double low = 0;
  double lead = 0;
  double horizon = 0;

  if (!read_number (self->people_row, 1, 100, percentage, &people)
      || !read_number (self->shared_row, 1, 100, percentage, &shared)
      || !read_number (self->low_row, 1, 100, percentage, &low)
      || !read_number (self->lead_row, 0, 3650, _("Write a number of days, up to ten years"), &lead)
      || !read_number (self->horizon_row, 12, 120, _("Write a number of months from 12 to 120"), &horizon))
    return FALSE;

  institution->target_people = people / 100;
  institution->target_shared = shared / 100;
  institution->low = low / 100;
  institution->lead_days = (int) lead;
  institution->horizon_months = (int) horizon;

  return TRUE;
}

static void
apply_cb (CapacityPreferencesDialog *self)
{
  g_autoptr (CapacityChange) change = NULL;
  g_autofree char *name = capacity_entry_dup_text (self->name_row);
  g_autofree char *number = capacity_entry_dup_text (self->number_row);
  CapacityInstitution institution = capacity_workspace_get_portfolio (self->workspace)->institution;

  /* The members are borrowed: the change copies what it is given. */
  institution.name = name;
  institution.registration_number = number;
  if (!read_thresholds (self, &institution))
    return;

  change = capacity_change_new ();
  capacity_change_set_institution (change, &institution);
  capacity_workspace_apply_async (self->workspace, change, NULL, applied_cb, g_object_ref (self));
}

static void
changed_cb (CapacityPreferencesDialog *self,
            AdwEntryRow               *row)
{
  capacity_entry_set_problem (row, NULL);
}

static void
set_number (AdwEntryRow *row,
            double       value)
{
  g_autofree char *text = capacity_format_count (value);

  capacity_entry_set_text (row, text);
}

static void
fill (CapacityPreferencesDialog *self,
      const CapacityInstitution *institution)
{
  capacity_entry_set_text (self->name_row, institution->name);
  capacity_entry_set_text (self->number_row, institution->registration_number);
  set_number (self->people_row, institution->target_people * 100);
  set_number (self->shared_row, institution->target_shared * 100);
  set_number (self->low_row, institution->low * 100);
  set_number (self->lead_row, institution->lead_days);
  set_number (self->horizon_row, institution->horizon_months);
}

/* Where the desktop does not start programs at sign-in, the report is written when the user next opens this one. */
static void
background_asked_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (CapacityPreferencesDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!capacity_background_request_finish (result, &error) && adw_switch_row_get_active (self->monthly_row))
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self->monthly_row),
                                 _("The overview page, as PDF, when you first open the program in a month"));
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
  g_clear_object (&self->workspace);
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
  gtk_widget_class_bind_template_child (widget_class, CapacityPreferencesDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityPreferencesDialog, number_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityPreferencesDialog, people_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityPreferencesDialog, shared_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityPreferencesDialog, low_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityPreferencesDialog, lead_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityPreferencesDialog, horizon_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityPreferencesDialog, author_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityPreferencesDialog, monthly_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityPreferencesDialog, folder_row);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
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
}

/**
 * capacity_preferences_dialog_new:
 * @workspace: an open portfolio
 *
 * Returns: (transfer floating): a new dialog
 */
AdwDialog *
capacity_preferences_dialog_new (CapacityWorkspace *workspace)
{
  CapacityPreferencesDialog *self = g_object_new (CAPACITY_TYPE_PREFERENCES_DIALOG, NULL);
  const CapacityPortfolio *portfolio = capacity_workspace_get_portfolio (workspace);

  self->workspace = g_object_ref (workspace);
  if (portfolio != NULL)
    fill (self, &portfolio->institution);
  gtk_widget_set_sensitive (GTK_WIDGET (self), portfolio != NULL);

  return ADW_DIALOG (self);
}
