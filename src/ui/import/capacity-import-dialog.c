/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-dialog.h"

#include <glib/gi18n.h>

#include "capacity-feedback.h"
#include "capacity-format.h"
#include "capacity-import-columns.h"
#include "capacity-import-reading.h"
#include "capacity-import-tasks.h"
#include "capacity-import-words.h"
#include "capacity-store-words.h"

/* From a file or a pasted block to volumes in the portfolio: what was recognised is shown and can be
 * changed, and what would come of it is read anew at each change. Nothing is kept until Import, and then
 * all or nothing. */
struct _CapacityImportDialog
{
  AdwDialog              parent_instance;

  CapacityWorkspace     *workspace;
  CapacityImportFile    *file;
  CapacityImportPlan    *plan;
  CapacityImportResult  *result;
  GCancellable          *cancellable;
  char                  *service;
  char                  *name; /* of what is being read */

  GtkWidget             *import_button;
  GtkStack              *stack;
  AdwStatusPage         *failed_page;
  GtkLabel              *file_label;
  GtkLabel              *summary_label;
  GtkLabel              *change_label;
  GtkLabel              *error_label;
  GtkWidget             *table_group;
  AdwComboRow           *table_row;
  GtkWidget             *service_group;
  AdwEntryRow           *service_row;
  CapacityImportColumns *columns;
  CapacityImportReading *reading;
  AdwPreferencesGroup   *problems_group;
  GtkListBox            *problems_list;
  GtkWidget             *notes_group;
  GtkListBox            *notes_list;

  guint                  loading_id;
  gboolean               is_filling; /* the controls are being set, nobody has chosen anything */
};

#define N_PREVIEW_ROWS 8
#define N_SHOWN_PROBLEMS 50
#define LOADING_DELAY_MS 300

G_DEFINE_FINAL_TYPE (CapacityImportDialog, capacity_import_dialog, ADW_TYPE_DIALOG)

static void
show_loading_cb (gpointer user_data)
{
  CapacityImportDialog *self = user_data;

  self->loading_id = 0;
  gtk_stack_set_visible_child_name (self->stack, "loading");
}

/* Whatever was being read is no longer wanted; what is wanted now shows a spinner if it takes long. */
static GCancellable *
begin (CapacityImportDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  self->cancellable = g_cancellable_new ();
  gtk_widget_set_sensitive (self->import_button, FALSE);
  if (self->loading_id == 0)
    self->loading_id = g_timeout_add_once (LOADING_DELAY_MS, show_loading_cb, self);

  return self->cancellable;
}

static void
end (CapacityImportDialog *self,
     const char           *page)
{
  g_clear_handle_id (&self->loading_id, g_source_remove);
  gtk_stack_set_visible_child_name (self->stack, page);
  gtk_widget_set_visible (self->import_button, g_str_equal (page, "preview"));
}

static void
fail (CapacityImportDialog *self,
      const GError         *error)
{
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  text = capacity_import_words_error (error, self->name);
  adw_status_page_set_description (self->failed_page, text);
  end (self, "failed");
}

static void
append_row (GtkListBox *list,
            const char *text)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (list, row);
}

static void
show_problems (CapacityImportDialog *self)
{
  GPtrArray *problems = self->result->problems;
  g_autofree char *number = NULL;
  g_autofree char *description = NULL;

  gtk_list_box_remove_all (self->problems_list);
  gtk_widget_set_visible (GTK_WIDGET (self->problems_group), problems->len > 0);
  for (guint i = 0; i < MIN (problems->len, N_SHOWN_PROBLEMS); i++)
    {
      g_autofree char *text = capacity_import_words_problem (g_ptr_array_index (problems, i));

      append_row (self->problems_list, text);
    }

  number = capacity_format_count ((double) self->result->n_problems);
  description = g_strdup_printf (ngettext ("%s cell could not be read. Everything else can be imported.",
                                           "%s cells could not be read. Everything else can be imported.",
                                           (gulong) self->result->n_problems),
                                 number);
  adw_preferences_group_set_description (self->problems_group, description);
}

static void
show_notes (CapacityImportDialog *self)
{
  GPtrArray *notes = self->result->notes;

  gtk_list_box_remove_all (self->notes_list);
  gtk_widget_set_visible (self->notes_group, notes->len > 0);
  for (guint i = 0; i < notes->len; i++)
    {
      g_autofree char *text = capacity_import_words_note (g_ptr_array_index (notes, i));

      append_row (self->notes_list, text);
    }
}

static void
show_error (CapacityImportDialog *self,
            const char           *text)
{
  gtk_label_set_label (self->error_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), text != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->summary_label), text == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->change_label), text == NULL);
}

/* Which of the services in the file are new is all that has to be known before: the rest is undone in one
 * step. */
static void
show_change (CapacityImportDialog *self)
{
  const CapacityPortfolio *portfolio = capacity_workspace_get_portfolio (self->workspace);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *series = self->result->batch->series;
  g_autofree char *known = NULL;
  g_autofree char *new = NULL;
  g_autofree char *text = NULL;
  guint n_known = 0;
  guint n_new = 0;

  for (guint i = 0; i < series->len; i++)
    {
      const CapacityBatchSeries *one = g_ptr_array_index (series, i);

      if (!g_hash_table_add (names, one->service))
        continue;
      if (portfolio != NULL && capacity_portfolio_find_service (portfolio, one->service) != NULL)
        n_known++;
      else
        n_new++;
    }

  new = g_strdup_printf (ngettext ("%u new service will be added.", "%u new services will be added.", n_new),
                         n_new);
  known = g_strdup_printf (ngettext ("%u service you have will get volumes.",
                                     "%u services you have will get volumes.",
                                     n_known),
                           n_known);
  text = g_strjoin (" ", n_new > 0 ? new : known, n_new > 0 && n_known > 0 ? known : NULL, NULL);
  gtk_label_set_label (self->change_label, text);
}

static void
update_import_button (CapacityImportDialog *self)
{
  const char *service = self->plan->service;
  gboolean has_service = !capacity_import_plan_needs_service (self->plan) || (service != NULL && *service != '\0');

  gtk_widget_set_sensitive (self->import_button, self->result != NULL && has_service);
}

static void
show_result (CapacityImportDialog *self)
{
  g_autofree char *summary = capacity_import_words_summary (self->result);

  show_error (self, NULL);
  gtk_label_set_label (self->summary_label, summary);
  show_change (self);
  show_problems (self);
  show_notes (self);
}

static void
read_done_cb (GObject      *source,
              GAsyncResult *async_result,
              gpointer      user_data)
{
  g_autoptr (CapacityImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  CapacityImportResult *result = capacity_import_tasks_read_finish (async_result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_pointer (&self->result, capacity_import_result_free);
  self->result = result;
  if (result != NULL)
    {
      show_result (self);
    }
  else
    {
      g_autofree char *text = capacity_import_words_error (error, self->name);

      show_error (self, text);
      gtk_widget_set_visible (GTK_WIDGET (self->problems_group), FALSE);
      gtk_widget_set_visible (self->notes_group, FALSE);
    }
  end (self, "preview");
  update_import_button (self);
}

static void
read_now (CapacityImportDialog *self)
{
  GCancellable *cancellable = begin (self);

  capacity_import_tasks_read (self->file, self->plan, cancellable, read_done_cb, g_object_ref (self));
}

/* The tables of a file, of which one is read. */
static void
show_tables (CapacityImportDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n_tables = capacity_import_file_get_n_tables (self->file);

  gtk_widget_set_visible (self->table_group, n_tables > 1);
  for (guint i = 0; i < n_tables && n_tables > 1; i++)
    {
      g_autofree char *name = capacity_import_words_table (capacity_import_file_get_table (self->file, i));

      gtk_string_list_append (names, name);
    }
  self->is_filling = TRUE;
  adw_combo_row_set_model (self->table_row, G_LIST_MODEL (names));
  self->is_filling = FALSE;
}

/* Sets every control to what the plan says. */
static void
fill_controls (CapacityImportDialog *self)
{
  g_autoptr (GPtrArray) rows = capacity_import_preview (self->file, self->plan, N_PREVIEW_ROWS, NULL);

  self->is_filling = TRUE;
  adw_combo_row_set_selected (self->table_row, self->plan->table);
  capacity_import_reading_show (self->reading, self->file, self->plan);
  gtk_widget_set_visible (self->service_group, capacity_import_plan_needs_service (self->plan));
  if (self->plan->service != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->service_row), self->plan->service);
  if (rows != NULL)
    capacity_import_columns_show (self->columns, self->plan, rows);
  self->is_filling = FALSE;
}

static void
guess_done_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (CapacityImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  CapacityImportPlan *plan = capacity_import_tasks_guess_finish (result, &error);

  if (plan == NULL)
    {
      fail (self, error);
      return;
    }

  g_clear_pointer (&self->plan, capacity_import_plan_free);
  self->plan = plan;
  if (self->service != NULL && capacity_import_plan_needs_service (plan))
    capacity_import_plan_set_service (plan, self->service);
  fill_controls (self);
  read_now (self);
}

static void
guess_now (CapacityImportDialog *self,
           CapacityImportKeep    keep)
{
  GCancellable *cancellable = begin (self);

  capacity_import_tasks_guess (self->file, self->plan, keep, cancellable, guess_done_cb, g_object_ref (self));
}

static void
capacity_import_dialog_take_file (CapacityImportDialog *self,
                                  CapacityImportFile   *file)
{
  g_clear_pointer (&self->file, capacity_import_file_unref);
  g_clear_pointer (&self->plan, capacity_import_plan_free);
  self->file = file;
  g_set_str (&self->name, capacity_import_file_get_name (file));
  gtk_label_set_label (self->file_label, self->name);
  show_tables (self);
  guess_now (self, CAPACITY_IMPORT_KEEP_NOTHING);
}

static void
open_done_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (CapacityImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  CapacityImportFile *file = capacity_import_tasks_open_finish (result, &error);

  if (file != NULL)
    capacity_import_dialog_take_file (self, file);
  else
    fail (self, error);
}

static void
paste_done_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (CapacityImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);
  g_autoptr (GBytes) bytes = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (text == NULL || *text == '\0')
    {
      adw_status_page_set_description (self->failed_page,
                                       _("There is no text on the clipboard. Copy rows in a "
                                                            "spreadsheet first."));
      end (self, "failed");
      return;
    }

  bytes = g_bytes_new (text, strlen (text));
  capacity_import_dialog_take_file (self, capacity_import_file_new_for_bytes (_("Pasted Rows"), bytes));
}

static void
paste_cb (CapacityImportDialog *self)
{
  capacity_import_dialog_paste (self);
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (CapacityImportDialog) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    capacity_import_dialog_open (self, file);
}

static GListModel *
filters_new (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) tables = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (tables, _("Tables"));
  gtk_file_filter_add_suffix (tables, "xlsx");
  gtk_file_filter_add_suffix (tables, "ods");
  gtk_file_filter_add_suffix (tables, "csv");
  gtk_file_filter_add_suffix (tables, "tsv");
  gtk_file_filter_add_suffix (tables, "txt");
  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, tables);
  g_list_store_append (filters, all);

  return G_LIST_MODEL (filters);
}

static void
choose_cb (CapacityImportDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = filters_new ();

  gtk_file_dialog_set_title (dialog, _("Choose a File"));
  gtk_file_dialog_set_accept_label (dialog, _("_Open"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->cancellable,
                        file_chosen_cb, g_object_ref (self));
}

static void
cancel_cb (CapacityImportDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (CapacityImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CapacityOutcome) outcome = NULL;

  outcome = capacity_workspace_change_finish (CAPACITY_WORKSPACE (source), result, &error);
  if (outcome == NULL)
    {
      g_autofree char *text = capacity_store_words_error (error, NULL);

      end (self, "preview");
      show_error (self, text);
      update_import_button (self);
      return;
    }

  end (self, "preview");
  if (outcome->imports->len > 0)
    {
      g_autofree char *text = capacity_store_words_import (g_ptr_array_index (outcome->imports, 0));

      capacity_feedback_undo (GTK_WIDGET (self), text);
    }
  if (outcome->services->len == 1)
    {
      g_autofree char *id = capacity_id_to_string (&g_array_index (outcome->services, CapacityId, 0));

      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-service", "s", id);
    }
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
import_cb (CapacityImportDialog *self)
{
  g_autoptr (CapacityChange) change = capacity_change_new ();
  GCancellable *cancellable = begin (self);

  capacity_change_import (change, self->result->batch);
  capacity_workspace_apply_async (self->workspace, change, cancellable, imported_cb, g_object_ref (self));
}

static void
service_changed_cb (CapacityImportDialog *self)
{
  const char *name = gtk_editable_get_text (GTK_EDITABLE (self->service_row));

  if (self->is_filling || self->plan == NULL)
    return;

  capacity_import_plan_set_service (self->plan, name);
  if (*name != '\0')
    read_now (self);
  else
    update_import_button (self);
}

static void
table_chosen_cb (CapacityImportDialog *self)
{
  guint table = adw_combo_row_get_selected (self->table_row);

  if (self->is_filling || self->plan == NULL || table == GTK_INVALID_LIST_POSITION)
    return;

  self->plan->table = table;
  guess_now (self, CAPACITY_IMPORT_KEEP_TABLE);
}

static void
column_chosen_cb (CapacityImportDialog *self,
                  guint                 column,
                  guint                 role,
                  guint                 measure)
{
  if (self->is_filling)
    return;

  capacity_import_plan_set_role (self->plan, column, role);
  self->plan->columns[column].measure = measure;
  fill_controls (self);
  read_now (self);
}

static void
reading_chosen_cb (CapacityImportDialog *self,
                   guint                 keep)
{
  capacity_import_reading_write (self->reading, self->plan);
  if (keep != CAPACITY_IMPORT_KEEP_NOTHING)
    {
      guess_now (self, keep | CAPACITY_IMPORT_KEEP_TABLE);
    }
  else
    {
      fill_controls (self);
      read_now (self);
    }
}

static gboolean
drop_cb (CapacityImportDialog *self,
         const GValue         *value)
{
  const GSList *files = gdk_file_list_get_files (g_value_get_boxed (value));

  if (files == NULL)
    return FALSE;

  capacity_import_dialog_open (self, files->data);

  return TRUE;
}

static void
capacity_import_dialog_dispose (GObject *object)
{
  CapacityImportDialog *self = CAPACITY_IMPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->loading_id, g_source_remove);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->result, capacity_import_result_free);
  g_clear_pointer (&self->plan, capacity_import_plan_free);
  g_clear_pointer (&self->file, capacity_import_file_unref);
  g_clear_pointer (&self->service, g_free);
  g_clear_pointer (&self->name, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAPACITY_TYPE_IMPORT_DIALOG);

  G_OBJECT_CLASS (capacity_import_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CapacityImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportDialog, failed_page);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportDialog, file_label);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportDialog, summary_label);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportDialog, change_label);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportDialog, table_group);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportDialog, table_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportDialog, service_group);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportDialog, service_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportDialog, columns);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportDialog, reading);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportDialog, problems_group);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportDialog, problems_list);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportDialog, notes_group);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportDialog, notes_list);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, column_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_bind_template_callback (widget_class, paste_cb);
  gtk_widget_class_bind_template_callback (widget_class, reading_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, service_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, table_chosen_cb);
}

static void
capacity_import_dialog_class_init (CapacityImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = capacity_import_dialog_dispose;

  g_type_ensure (CAPACITY_TYPE_IMPORT_COLUMNS);
  g_type_ensure (CAPACITY_TYPE_IMPORT_READING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/varam/Capacity/import/capacity-import-dialog.ui");
  bind_children (widget_class);
  bind_callbacks (widget_class);
}

static void
capacity_import_dialog_init (CapacityImportDialog *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));

  self->cancellable = g_cancellable_new ();

  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * capacity_import_dialog_new:
 * @workspace: where to import to
 *
 * Returns: (transfer floating): a dialog that asks for a file
 */
AdwDialog *
capacity_import_dialog_new (CapacityWorkspace *workspace)
{
  CapacityImportDialog *self = g_object_new (CAPACITY_TYPE_IMPORT_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);

  return ADW_DIALOG (self);
}

/**
 * capacity_import_dialog_set_service:
 * @name: name of a service
 *
 * Proposes @name where a file does not name a service itself.
 */
void
capacity_import_dialog_set_service (CapacityImportDialog *self,
                                    const char           *name)
{
  g_return_if_fail (CAPACITY_IS_IMPORT_DIALOG (self));

  g_set_str (&self->service, name);
}

/**
 * capacity_import_dialog_open:
 * @file: a file of volumes
 *
 * Reads @file and shows what would come of it.
 */
void
capacity_import_dialog_open (CapacityImportDialog *self,
                             GFile                *file)
{
  g_autofree char *path = NULL;
  GCancellable *cancellable = NULL;

  g_return_if_fail (CAPACITY_IS_IMPORT_DIALOG (self));
  g_return_if_fail (G_IS_FILE (file));

  path = g_file_get_parse_name (file);
  g_free (self->name);
  self->name = g_path_get_basename (path);
  cancellable = begin (self);
  capacity_import_tasks_open (file, cancellable, open_done_cb, g_object_ref (self));
}

/**
 * capacity_import_dialog_paste:
 *
 * Reads the rows on the clipboard and shows what would come of them.
 */
void
capacity_import_dialog_paste (CapacityImportDialog *self)
{
  GCancellable *cancellable = NULL;

  g_return_if_fail (CAPACITY_IS_IMPORT_DIALOG (self));

  cancellable = begin (self);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), cancellable, paste_done_cb,
                                 g_object_ref (self));
}
