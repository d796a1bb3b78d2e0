/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-backups-dialog.h"

#include <glib/gi18n.h>

#include "capacity-detail-rows.h"
#include "capacity-feedback.h"
#include "capacity-format.h"
#include "capacity-store-backups.h"
#include "capacity-store-words.h"

/* The backups of a portfolio: what each holds, what going back to one would change, and going back. It also
 * works where the portfolio itself cannot be opened: then the backup takes its place. */
struct _CapacityBackupsDialog
{
  AdwDialog          parent_instance;

  CapacityWorkspace *workspace;
  GCancellable      *cancellable;
  CapacityBackup    *chosen; /* nullable */
  char              *path;   /* of the portfolio */
  gint64             latest; /* when the latest backup was made, 0 where there is none */

  AdwNavigationView *navigation;
  AdwNavigationPage *preview_page;
  GtkStack          *stack;
  AdwStatusPage     *empty_page;
  GtkListBox        *list;
  GtkWidget         *make_button;
  GtkWidget         *restore_button;
  GtkLabel          *preview_label;
  GtkListBox        *preview_list;
};

G_DEFINE_FINAL_TYPE (CapacityBackupsDialog, capacity_backups_dialog, ADW_TYPE_DIALOG)

static gboolean
is_open (CapacityBackupsDialog *self)
{
  return capacity_workspace_get_state (self->workspace) == CAPACITY_WORKSPACE_READY;
}

static char *
contents_words (const CapacityBackup *backup)
{
  g_autofree char *size = g_format_size (backup->size);
  g_autofree char *services = NULL;
  g_autofree char *action = NULL;

  if (backup->is_damaged)
    return g_strdup (_("Damaged: it cannot be restored"));
  services = g_strdup_printf (g_dngettext (NULL, "%u service", "%u services", backup->n_services), backup->n_services);
  if (backup->action == NULL)
    return g_strdup_printf ("%s · %s", services, size);
  action = capacity_store_words_done (backup->action);

  return g_strdup_printf ("%s · %s\n%s", services, size, action);
}

static void
fill_preview (CapacityBackupsDialog *self,
              GPtrArray             *details)
{
  g_autoptr (GPtrArray) rows = capacity_detail_rows_new (details);

  gtk_label_set_label (self->preview_label, details->len > 0 ? _("Restoring can be undone.")
                                                             : _("Nothing: the backup holds what is here now."));
  gtk_widget_set_sensitive (self->restore_button, details->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->preview_list), rows->len > 0);
  for (guint i = 0; i < rows->len; i++)
    gtk_list_box_append (self->preview_list, rows->pdata[i]);
}

static void
previewed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (CapacityBackupsDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) details = capacity_store_preview_backup_finish (CAPACITY_STORE (source), result, &error);

  if (details != NULL)
    fill_preview (self, details);
  else
    capacity_feedback_error (GTK_WIDGET (self), _("The Backup Could Not Be Read"), error);
}

static void
preview (CapacityBackupsDialog *self)
{
  CapacityStore *store = capacity_workspace_get_store (self->workspace);
  g_autofree char *title = capacity_format_time (self->chosen->time);
  g_autofree char *contents = contents_words (self->chosen);

  adw_navigation_page_set_title (self->preview_page, title);
  gtk_list_box_remove_all (self->preview_list);
  gtk_widget_set_visible (GTK_WIDGET (self->preview_list), FALSE);
  gtk_widget_set_sensitive (self->restore_button, !is_open (self));
  gtk_label_set_label (self->preview_label, is_open (self) ? _("Comparing…") : contents);
  adw_navigation_view_push_by_tag (self->navigation, "preview");
  if (is_open (self))
    capacity_store_preview_backup_async (store, self->chosen->path, self->cancellable, previewed_cb,
                                         g_object_ref (self));
}

static void
chosen_cb (CapacityBackupsDialog *self,
           GtkWidget             *row)
{
  CapacityBackup *backup = g_object_get_data (G_OBJECT (row), "backup");

  g_clear_pointer (&self->chosen, capacity_backup_unref);
  self->chosen = capacity_backup_ref (backup);
  preview (self);
}

static GtkWidget *
row_new (CapacityBackupsDialog *self,
         CapacityBackup        *backup)
{
  g_autofree char *title = capacity_format_time (backup->time);
  g_autofree char *subtitle = contents_words (backup);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "title", title,
                                 "subtitle", subtitle,
                                 "use-markup", FALSE,
                                 "activatable", !backup->is_damaged,
                                 NULL);
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE,
                                   "icon-name", backup->is_damaged ? "dialog-warning-symbolic" : "go-next-symbolic",
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), image);
  g_object_set_data_full (G_OBJECT (row), "backup", capacity_backup_ref (backup),
                          (GDestroyNotify) capacity_backup_unref);
  g_signal_connect_swapped (row, "activated", G_CALLBACK (chosen_cb), self);

  return row;
}

static gboolean
take_list (CapacityBackupsDialog *self,
           CapacityStore         *store,
           GAsyncResult          *result)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = capacity_store_list_backups_finish (store, result, &error);

  if (backups == NULL)
    {
      capacity_feedback_error (GTK_WIDGET (self), _("The Backups Could Not Be Read"), error);
      return FALSE;
    }
  self->latest = backups->len > 0 ? ((CapacityBackup *) backups->pdata[0])->time : 0;
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < backups->len; i++)
    gtk_list_box_append (self->list, row_new (self, backups->pdata[i]));
  gtk_stack_set_visible_child_name (self->stack, backups->len > 0 ? "backups" : "empty");

  return TRUE;
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CapacityBackupsDialog) self = user_data;

  take_list (self, CAPACITY_STORE (source), result);
}

static void
list_backups (CapacityBackupsDialog *self,
              GAsyncReadyCallback    callback)
{
  capacity_store_list_backups_async (capacity_workspace_get_store (self->workspace), self->path, self->cancellable,
                                     callback, g_object_ref (self));
}

/* Whoever asked for a backup is told also where none was needed. */
static void
listed_anew_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (CapacityBackupsDialog) self = user_data;
  gint64 before = self->latest;

  if (take_list (self, CAPACITY_STORE (source), result) && self->latest == before)
    capacity_feedback_done (GTK_WIDGET (self), before != 0 ? _("The latest backup holds what is here now")
                                                           : _("There is nothing to back up yet"));
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (CapacityBackupsDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (capacity_store_back_up_finish (CAPACITY_STORE (source), result, &error))
    list_backups (self, listed_anew_cb);
  else
    capacity_feedback_error (GTK_WIDGET (self), _("No Backup Was Made"), error);
}

static void
make_cb (CapacityBackupsDialog *self)
{
  capacity_store_back_up_async (capacity_workspace_get_store (self->workspace), self->cancellable, made_cb,
                                g_object_ref (self));
}

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (CapacityBackupsDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CapacityOutcome) outcome = NULL;
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autofree char *done = NULL;

  outcome = capacity_workspace_change_finish (CAPACITY_WORKSPACE (source), result, &error);
  if (outcome == NULL)
    {
      capacity_feedback_error (GTK_WIDGET (self), _("The Backup Was Not Restored"), error);
      return;
    }
  adw_dialog_close (ADW_DIALOG (self));
  if (outcome->action != NULL && window != NULL)
    {
      done = capacity_store_words_done (outcome->action);
      capacity_feedback_undo (window, done);
    }
}

static void
replaced_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (CapacityBackupsDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!capacity_store_replace_finish (CAPACITY_STORE (source), result, &error))
    {
      capacity_feedback_error (GTK_WIDGET (self), _("The Backup Was Not Restored"), error);
      return;
    }
  gtk_widget_activate_action (GTK_WIDGET (self), "win.reload", NULL);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
restore_cb (CapacityBackupsDialog *self)
{
  g_autofree char *name = capacity_format_time (self->chosen->time);

  gtk_widget_set_sensitive (self->restore_button, FALSE);
  if (is_open (self))
    capacity_workspace_restore_async (self->workspace, self->chosen->path, name, NULL, restored_cb,
                                      g_object_ref (self));
  else
    capacity_store_replace_async (capacity_workspace_get_store (self->workspace), self->path, self->chosen->path,
                                  NULL, replaced_cb, g_object_ref (self));
}

static void
capacity_backups_dialog_dispose (GObject *object)
{
  CapacityBackupsDialog *self = CAPACITY_BACKUPS_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->chosen, capacity_backup_unref);
  g_clear_pointer (&self->path, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAPACITY_TYPE_BACKUPS_DIALOG);

  G_OBJECT_CLASS (capacity_backups_dialog_parent_class)->dispose (object);
}

static void
capacity_backups_dialog_class_init (CapacityBackupsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = capacity_backups_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/varam/Capacity/backups/capacity-backups-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CapacityBackupsDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, CapacityBackupsDialog, preview_page);
  gtk_widget_class_bind_template_child (widget_class, CapacityBackupsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, CapacityBackupsDialog, empty_page);
  gtk_widget_class_bind_template_child (widget_class, CapacityBackupsDialog, list);
  gtk_widget_class_bind_template_child (widget_class, CapacityBackupsDialog, make_button);
  gtk_widget_class_bind_template_child (widget_class, CapacityBackupsDialog, restore_button);
  gtk_widget_class_bind_template_child (widget_class, CapacityBackupsDialog, preview_label);
  gtk_widget_class_bind_template_child (widget_class, CapacityBackupsDialog, preview_list);
  gtk_widget_class_bind_template_callback (widget_class, make_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
}

static void
capacity_backups_dialog_init (CapacityBackupsDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The sample has none: it is made anew each time. */
static void
show_sample (CapacityBackupsDialog *self)
{
  adw_status_page_set_title (self->empty_page, _("The Sample Is Not Backed Up"));
  adw_status_page_set_description (self->empty_page,
                                   _("It is made anew each time it is opened. Your own portfolio is backed up by itself."));
  gtk_widget_set_visible (self->make_button, FALSE);
}

/**
 * capacity_backups_dialog_new:
 * @workspace: a workspace, with the portfolio or without
 * @path: the portfolio
 *
 * Returns: (transfer floating): a new dialog
 */
AdwDialog *
capacity_backups_dialog_new (CapacityWorkspace *workspace,
                             const char        *path)
{
  CapacityBackupsDialog *self = g_object_new (CAPACITY_TYPE_BACKUPS_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  self->path = g_strdup (path);
  gtk_widget_set_visible (self->make_button, is_open (self) && !capacity_workspace_is_read_only (workspace));
  if (is_open (self) && capacity_workspace_get_portfolio (workspace)->institution.is_sample)
    show_sample (self);
  list_backups (self, listed_cb);

  return ADW_DIALOG (self);
}
