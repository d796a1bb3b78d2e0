/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-history-export.h"

#include <glib/gi18n.h>

#include "capacity-csv-writer.h"
#include "capacity-detail-words.h"
#include "capacity-feedback.h"
#include "capacity-format.h"
#include "capacity-save.h"
#include "capacity-store-backups.h"
#include "capacity-store-words.h"

/* What one writing of the history has at hand. */
typedef struct
{
  GtkWidget     *widget;
  CapacityStore *store;
  GPtrArray     *actions;
  GFile         *file;
} Export;

static void
export_free (Export *self)
{
  g_object_unref (self->widget);
  g_object_unref (self->store);
  g_ptr_array_unref (self->actions);
  g_clear_object (&self->file);
  g_free (self);
}

static void
add_row (CapacityCsvWriter    *writer,
         const CapacityAction *action,
         const CapacityDetail *detail,
         const char           *field)
{
  g_autofree char *time = capacity_format_time (action->time);
  g_autofree char *what = capacity_store_words_action (action);
  g_autofree char *before = capacity_detail_words_before (detail);
  g_autofree char *after = capacity_detail_words_after (detail);

  capacity_csv_writer_add_text (writer, time);
  capacity_csv_writer_add_text (writer, action->who);
  capacity_csv_writer_add_text (writer, what);
  capacity_csv_writer_add_text (writer, capacity_store_words_state (action->state));
  capacity_csv_writer_add_text (writer, detail->subject);
  capacity_csv_writer_add_text (writer, field);
  capacity_csv_writer_add_text (writer, before);
  capacity_csv_writer_add_text (writer, after);
  capacity_csv_writer_end_row (writer);
}

static gboolean
add_action (Export                *self,
            CapacityCsvWriter     *writer,
            const CapacityAction  *action,
            GCancellable          *cancellable,
            GError               **error)
{
  g_autoptr (GPtrArray) details = NULL;

  details = capacity_store_list_details (self->store, action->number, cancellable, error);
  if (details == NULL)
    return FALSE;
  for (guint i = 0; i < details->len; i++)
    {
      g_autofree char *field = capacity_detail_words_field (details->pdata[i]);

      if (field != NULL)
        add_row (writer, action, details->pdata[i], field);
    }

  return TRUE;
}

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Export *self = task_data;
  g_autoptr (CapacityCsvWriter) writer = capacity_csv_writer_new (CAPACITY_CSV_LATVIAN);
  g_autoptr (GBytes) bytes = NULL;
  const char *const heads[] = { _("When"), C_("column", "Who"), _("What"), _("State"), _("Of"), _("Field"), _("Before"), _("After") };
  GError *error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    capacity_csv_writer_add_text (writer, heads[i]);
  capacity_csv_writer_end_row (writer);
  for (guint i = 0; error == NULL && i < self->actions->len; i++)
    add_action (self, writer, self->actions->pdata[i], cancellable, &error);
  bytes = capacity_csv_writer_end (writer);
  if (error == NULL)
    capacity_save (self->file, bytes, cancellable, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Export *self = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    capacity_feedback_saved (self->widget, self->file);
  else
    capacity_feedback_error (self->widget, _("The History Was Not Exported"), error);
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Export *self = g_task_get_task_data (task);

  self->file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  if (self->file != NULL)
    g_task_run_in_thread (task, write_in_thread);
}

/**
 * capacity_history_export:
 * @widget: where it was asked for
 * @store: an open portfolio
 * @actions: (element-type CapacityAction): what to export
 * @cancellable: (nullable): to stop it
 *
 * Asks for a file and writes the actions to it field by field as CSV; says in the window of @widget how that went.
 */
void
capacity_history_export (GtkWidget     *widget,
                         CapacityStore *store,
                         GPtrArray     *actions,
                         GCancellable  *cancellable)
{
  GtkRoot *window = gtk_widget_get_root (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  Export *self = g_new0 (Export, 1);
  GTask *task = g_task_new (NULL, cancellable, written_cb, NULL);

  self->widget = g_object_ref (GTK_WIDGET (window));
  self->store = g_object_ref (store);
  self->actions = g_ptr_array_ref (actions);
  g_task_set_task_data (task, self, (GDestroyNotify) export_free);
  gtk_file_dialog_set_title (dialog, _("Export History"));
  gtk_file_dialog_set_initial_name (dialog, _("history.csv"));
  gtk_file_dialog_save (dialog, GTK_WINDOW (window), cancellable, file_chosen_cb, task);
}
