/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-window-private.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "capacity-backups-dialog.h"
#include "capacity-dialogs.h"
#include "capacity-feedback.h"
#include "capacity-history-dialog.h"
#include "capacity-merge-dialog.h"
#include "capacity-send-dialog.h"
#include "capacity-store-backups.h"

/* What the window does so that nothing is lost: backups, the history, and changes to and from colleagues. */

static void
backups_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  CapacityWindow *self = CAPACITY_WINDOW (widget);

  adw_dialog_present (capacity_backups_dialog_new (self->workspace, self->path), widget);
}

static void
history_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  capacity_dialogs_present_soon (capacity_history_dialog_new (CAPACITY_WINDOW (widget)->workspace, NULL), widget);
}

static void
show_history_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  CapacityId id;

  if (capacity_id_parse (g_variant_get_string (parameter, NULL), &id))
    capacity_dialogs_present (capacity_history_dialog_new (CAPACITY_WINDOW (widget)->workspace, &id), widget);
}

static void
send_changes_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  adw_dialog_present (capacity_send_dialog_new (CAPACITY_WINDOW (widget)->workspace), widget);
}

static void
changes_chosen_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (CapacityWindow) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && self->workspace != NULL)
    adw_dialog_present (capacity_merge_dialog_new (self->workspace, path), GTK_WIDGET (self));
}

static void
apply_changes_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  CapacityWindow *self = CAPACITY_WINDOW (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (filter, _("Changes of colleagues"));
  gtk_file_filter_add_pattern (filter, "*.capacity-changes");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, _("Apply Changes"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_WINDOW (self), self->cancellable, changes_chosen_cb, g_object_ref (self));
}

/* A free name among the user's own portfolios. */
static char *
name_copy (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "capacity", "portfolios", NULL);
  char *copy = g_build_filename (folder, name, NULL);

  /* Should this fail, copying says why. */
  g_mkdir_with_parents (folder, 0700);
  for (int i = 2; g_file_test (copy, G_FILE_TEST_EXISTS); i++)
    {
      g_free (copy);
      copy = g_strdup_printf ("%s/%d-%s", folder, i, name);
    }

  return copy;
}

typedef struct
{
  CapacityWindow *window;
  char           *path;
} Copying;

static void
copied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autofree Copying *copying = user_data;
  g_autoptr (CapacityWindow) self = copying->window;
  g_autofree char *path = copying->path;
  g_autoptr (GError) error = NULL;
  GtkApplication *application = GTK_APPLICATION (g_application_get_default ());

  if (capacity_store_copy_finish (CAPACITY_STORE (source), result, &error))
    {
      CapacityWindow *window = capacity_window_new (CAPACITY_APPLICATION (application));

      capacity_window_open (window, path, CAPACITY_STORE_OPEN_EXISTING);
      gtk_window_present (GTK_WINDOW (window));
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  capacity_feedback_error (GTK_WIDGET (self), _("The Portfolio Was Not Copied"), error);
}

static void
work_on_copy_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  CapacityWindow *self = CAPACITY_WINDOW (widget);
  Copying *copying = g_new0 (Copying, 1);

  copying->window = g_object_ref (self);
  copying->path = name_copy (self->path);
  capacity_store_copy_async (capacity_workspace_get_store (self->workspace), copying->path, NULL, copied_cb, copying);
}

static void
forget_copy_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  capacity_workspace_set_is_copy (CAPACITY_WINDOW (widget)->workspace, FALSE);
}

static void
state_changed_cb (CapacityWindow *self)
{
  gboolean is_open = capacity_workspace_get_state (self->workspace) == CAPACITY_WORKSPACE_READY;
  gboolean can_change = is_open && !capacity_workspace_is_read_only (self->workspace);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.history", is_open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.send-changes", is_open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.apply-changes", can_change);
}

static void
user_changed_cb (CapacityWindow *self)
{
  g_autofree char *name = g_settings_get_string (self->settings, "user-name");

  g_strstrip (name);
  capacity_store_set_user (capacity_workspace_get_store (self->workspace), *name != '\0' ? name : g_get_user_name ());
}

/* What class_init does for this file. */
void
capacity_window_install_keeping (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.backups", NULL, backups_action);
  gtk_widget_class_install_action (widget_class, "win.history", NULL, history_action);
  gtk_widget_class_install_action (widget_class, "win.show-history", "s", show_history_action);
  gtk_widget_class_install_action (widget_class, "win.send-changes", NULL, send_changes_action);
  gtk_widget_class_install_action (widget_class, "win.apply-changes", NULL, apply_changes_action);
  gtk_widget_class_install_action (widget_class, "win.work-on-copy", NULL, work_on_copy_action);
  gtk_widget_class_install_action (widget_class, "win.forget-copy", NULL, forget_copy_action);
}

void
capacity_window_connect_keeping (CapacityWindow *self)
{
  g_signal_connect_object (self->workspace, "notify::read-only", G_CALLBACK (state_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "notify::state", G_CALLBACK (state_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::user-name", G_CALLBACK (user_changed_cb), self,
                           G_CONNECT_SWAPPED);
  state_changed_cb (self);
  user_changed_cb (self);
}
