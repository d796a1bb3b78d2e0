/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-send-dialog.h"

#include <glib/gi18n.h>

#include "capacity-entry.h"
#include "capacity-feedback.h"
#include "capacity-store-changes.h"
#include "capacity-title.h"

/* Writes what was changed since a day to a file for a colleague. */
struct _CapacitySendDialog
{
  AdwDialog          parent_instance;

  CapacityWorkspace *workspace;
  GFile             *file; /* nullable: the one that was asked for last */
  AdwEntryRow       *since_row;
};

#define PROPOSED_DAYS 30

G_DEFINE_FINAL_TYPE (CapacitySendDialog, capacity_send_dialog, ADW_TYPE_DIALOG)

static gboolean
is_open (CapacitySendDialog *self)
{
  return gtk_widget_get_root (GTK_WIDGET (self)) != NULL;
}

/* What is said of the file stays on the window, also where the dialog was closed meanwhile. */
static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (CapacitySendDialog) self = user_data;
  GtkWidget *window = GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (g_application_get_default ())));
  g_autoptr (GError) error = NULL;

  if (window == NULL)
    return;
  if (capacity_store_export_changes_finish (CAPACITY_STORE (source), result, &error))
    {
      if (is_open (self))
        adw_dialog_force_close (ADW_DIALOG (self));
      capacity_feedback_saved (window, self->file);
    }
  else if (g_error_matches (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_NOTHING))
    {
      if (is_open (self))
        capacity_entry_set_problem (self->since_row, _("Nothing was changed since then."));
    }
  else
    {
      capacity_feedback_error (window, _("No Changes Were Written"), error);
    }
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (CapacitySendDialog) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  CapacityDate since;

  if (path == NULL || !is_open (self) || !capacity_entry_read_date (self->since_row, &since))
    return;

  g_set_object (&self->file, file);
  capacity_store_export_changes_async (capacity_workspace_get_store (self->workspace), capacity_date_midnight (since),
                                       path, NULL, written_cb, g_object_ref (self));
}

/* A name that no one has used before: files of changes are never written over. */
static char *
propose_name (CapacitySendDialog *self)
{
  const CapacityAction *latest = capacity_workspace_get_undo (self->workspace);
  CapacityId id = capacity_id_new ();
  g_autofree char *unique = capacity_id_to_string (&id);

  return g_strdup_printf ("%04" G_GINT64_FORMAT "-%s.capacity-changes", latest != NULL ? latest->number : 0, unique);
}

static void
save_cb (CapacitySendDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = propose_name (self);
  CapacityDate since;

  if (!capacity_entry_read_date (self->since_row, &since))
    return;
  if (since == CAPACITY_DATE_NONE)
    {
      capacity_entry_set_problem (self->since_row, _("Write a date"));
      return;
    }

  gtk_file_dialog_set_title (dialog, _("Send Changes"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, file_chosen_cb,
                        g_object_ref (self));
}

static void
cancel_cb (CapacitySendDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
capacity_send_dialog_dispose (GObject *object)
{
  CapacitySendDialog *self = CAPACITY_SEND_DIALOG (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->file);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAPACITY_TYPE_SEND_DIALOG);

  G_OBJECT_CLASS (capacity_send_dialog_parent_class)->dispose (object);
}

static void
capacity_send_dialog_class_init (CapacitySendDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = capacity_send_dialog_dispose;

  g_type_ensure (CAPACITY_TYPE_TITLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/varam/Capacity/merge/capacity-send-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CapacitySendDialog, since_row);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, capacity_entry_forget_problem);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
capacity_send_dialog_init (CapacitySendDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * capacity_send_dialog_new:
 * @workspace: an open portfolio
 *
 * Returns: (transfer floating): a new dialog
 */
AdwDialog *
capacity_send_dialog_new (CapacityWorkspace *workspace)
{
  CapacitySendDialog *self = g_object_new (CAPACITY_TYPE_SEND_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  capacity_entry_set_date (self->since_row, capacity_workspace_get_today (workspace) - PROPOSED_DAYS);

  return ADW_DIALOG (self);
}
