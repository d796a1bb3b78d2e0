/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-dialog-private.h"

#include <glib/gi18n.h>

#include "capacity-combo.h"
#include "capacity-feedback.h"
#include "capacity-format.h"
#include "capacity-gradual.h"
#include "capacity-import-settings.h"
#include "capacity-import-words.h"
#include "capacity-stack.h"
#include "capacity-store-words.h"

/* From a file, several, or a pasted block to volumes in the portfolio: what was recognised is shown and can be
 * changed, and what would come of it is read anew at each change. Nothing is kept until Import, and then
 * all or nothing. How a file was read is remembered for the next of its kind. */

#define N_PREVIEW_ROWS 8
#define N_PREVIEW_DATA_ROWS 3 /* below a long header */
#define N_PREVIEW_ROWS_MOST 30
#define LOADING_DELAY_MS 300
#define PROGRESS_INTERVAL_MS 100

/* For a column of numbers alone the last month may be this one or one of as many before; the last whole one is likeliest. */
#define N_LAST_MONTHS 121
#define LAST_WHOLE_MONTH 1

G_DEFINE_FINAL_TYPE (CapacityImportDialog, capacity_import_dialog, ADW_TYPE_DIALOG)

static void
show_loading_cb (gpointer user_data)
{
  CapacityImportDialog *self = user_data;

  self->loading_id = 0;
  capacity_stack_show (self->stack, "loading");
}

static gboolean
show_progress_cb (gpointer user_data)
{
  CapacityImportDialog *self = user_data;

  gtk_progress_bar_set_fraction (self->progress_bar, g_atomic_int_get (self->progress) / 1000.0);

  return G_SOURCE_CONTINUE;
}

/* Whatever was being read is no longer wanted; what is wanted now shows a spinner if it takes long. */
GCancellable *
capacity_import_dialog_begin (CapacityImportDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  self->cancellable = g_cancellable_new ();
  gtk_widget_set_sensitive (self->import_button, FALSE);
  g_clear_pointer (&self->progress, g_atomic_rc_box_release);
  self->progress = g_atomic_rc_box_new0 (CapacityImportProgress);
  if (self->loading_id == 0)
    self->loading_id = g_timeout_add_once (LOADING_DELAY_MS, show_loading_cb, self);
  if (self->progress_id == 0)
    self->progress_id = g_timeout_add (PROGRESS_INTERVAL_MS, show_progress_cb, self);

  return self->cancellable;
}

static void
choice_mapped_cb (GtkWidget *choice,
                  gpointer   user_data)
{
  g_signal_handlers_disconnect_by_func (choice, choice_mapped_cb, user_data);
  gtk_widget_child_focus (choice, GTK_DIR_TAB_FORWARD);
}

/* There are many choices below the first lines of the preview: they come little by little when it is first shown. */
static void
unfold_preview (CapacityImportDialog *self)
{
  GtkWidget *lines = gtk_widget_get_first_child (self->preview_box);
  GPtrArray *parts = NULL;

  if (self->is_unfolded)
    return;

  self->is_unfolded = TRUE;
  parts = g_ptr_array_new_with_free_func (g_object_unref);
  for (GtkWidget *part = gtk_widget_get_next_sibling (lines); part != NULL; part = gtk_widget_get_next_sibling (part))
    if (gtk_widget_get_visible (part))
      g_ptr_array_add (parts, g_object_ref (part));
  g_signal_connect (parts->pdata[0], "map", G_CALLBACK (choice_mapped_cb), NULL);
  capacity_gradual_show (GTK_WIDGET (self), parts);
}

/* What was wanted is there, or failed: shows the page. */
void
capacity_import_dialog_end (CapacityImportDialog *self,
                            const char           *page)
{
  g_clear_handle_id (&self->loading_id, g_source_remove);
  g_clear_handle_id (&self->progress_id, g_source_remove);
  if (g_str_equal (page, "preview"))
    unfold_preview (self);
  capacity_stack_show (self->stack, page);
  gtk_widget_set_visible (self->import_button, !g_str_equal (page, "failed"));
}

/* Shows why nothing could be read. */
void
capacity_import_dialog_fail (CapacityImportDialog *self,
                             const GError         *error)
{
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  text = capacity_import_words_error (error, self->name);
  adw_status_page_set_description (self->failed_page, text);
  adw_banner_set_revealed (self->profile_banner, FALSE);
  capacity_import_dialog_end (self, "failed");
}

/* Says above the preview what is wrong, or nothing. */
void
capacity_import_dialog_show_error (CapacityImportDialog *self,
                                   const char           *text)
{
  gtk_label_set_label (self->error_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), text != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->summary_label), text == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->change_label), text == NULL);
}

/* "2 new services will be added. 24 values are new, 3 change, 120 stay as they are." */
char *
capacity_import_dialog_say_effect (CapacityImportDialog        *self,
                                   const CapacityImportOutlook *outlook)
{
  const CapacityImportEffect *effect = &outlook->effect;
  g_autofree char *n_new = capacity_format_number ((double) effect->n_new, 0);
  g_autofree char *n_changed = capacity_format_number ((double) effect->n_changed, 0);
  g_autofree char *n_same = capacity_format_number ((double) effect->n_same, 0);
  g_autofree char *n_contradicting = capacity_format_number ((double) effect->n_contradicting, 0);
  g_autofree char *services = NULL;
  g_autofree char *values = NULL;
  g_autofree char *contradicting = NULL;
  g_autofree char *future = capacity_import_words_future (outlook->batch, capacity_workspace_get_today (self->workspace));
  g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();
  g_auto (GStrv) said = NULL;

  services = g_strdup_printf (ngettext ("%u new service will be added.", "%u new services will be added.",
                                        effect->n_services_new),
                              effect->n_services_new);
  /* Translators: three numbers of values. */
  values = g_strdup_printf (_("New values: %s; changed: %s; the same as now: %s."), n_new, n_changed, n_same);
  contradicting = g_strdup_printf (ngettext ("%s value differs from an earlier one of this import; the later one counts.",
                                             "%s values differ from earlier ones of this import; the later ones count.",
                                             (gulong) effect->n_contradicting),
                                   n_contradicting);
  if (effect->n_services_new > 0)
    g_strv_builder_add (sentences, services);
  g_strv_builder_add (sentences, values);
  if (effect->n_contradicting > 0)
    g_strv_builder_add (sentences, contradicting);
  if (future != NULL)
    g_strv_builder_add (sentences, future);
  said = g_strv_builder_end (sentences);

  return g_strjoinv (" ", said);
}

static void
update_import_button (CapacityImportDialog *self)
{
  const char *service = self->plan->service;
  gboolean has_service = !capacity_import_plan_needs_service (self->plan) || (service != NULL && *service != '\0');

  gtk_widget_set_sensitive (self->import_button,
                            self->outlook != NULL && self->outlook->batch->series->len > 0 && has_service);
}

static void
show_outlook (CapacityImportDialog *self)
{
  g_autofree char *summary = capacity_import_words_summary (self->outlook->result);
  g_autofree char *effect = capacity_import_dialog_say_effect (self, self->outlook);

  capacity_import_dialog_show_error (self, NULL);
  gtk_label_set_label (self->summary_label, summary);
  gtk_label_set_label (self->change_label, effect);
  capacity_import_services_show (self->services, self->outlook->named,
                                 capacity_workspace_get_portfolio (self->workspace), self->choices);
}

/* Names the columns that are dropped, before anything else is said of the file. */
static void
show_persons (CapacityImportDialog *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->plan->n_columns; i++)
    if (self->plan->columns[i].role == CAPACITY_IMPORT_ROLE_IGNORE
        && self->plan->columns[i].reason == CAPACITY_IMPORT_REASON_PERSONAL)
      g_ptr_array_add (names, self->plan->columns[i].name);
  gtk_widget_set_visible (GTK_WIDGET (self->persons_label), names->len > 0);
  g_ptr_array_add (names, NULL);
  list = g_strjoinv (", ", (char **) names->pdata);
  /* Translators: names of columns. */
  text = g_strdup_printf (_("These columns tell of persons and are dropped before anything is kept: %s"), list);
  gtk_label_set_label (self->persons_label, text);
}

/* What nothing can be read from as it was chosen may be chosen otherwise. */
static void
show_unread (CapacityImportDialog *self,
             const GError         *error)
{
  g_autofree char *text = capacity_import_words_error (error, self->name);

  g_clear_pointer (&self->outlook, capacity_import_outlook_free);
  gtk_widget_set_visible (GTK_WIDGET (self->services), FALSE);
  capacity_import_dialog_show_error (self, text);
  capacity_import_findings_show (self->findings, NULL);
  capacity_import_dialog_end (self, "preview");
  update_import_button (self);
}

static void
read_done_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (CapacityImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  CapacityImportOutlook *outlook = capacity_import_tasks_read_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  show_persons (self);
  if (outlook == NULL)
    {
      show_unread (self, error);
      return;
    }

  g_clear_pointer (&self->outlook, capacity_import_outlook_free);
  self->outlook = outlook;
  gtk_widget_set_visible (GTK_WIDGET (self->services), TRUE);
  show_outlook (self);
  capacity_import_findings_show (self->findings, outlook->result);
  capacity_import_dialog_end (self, "preview");
  update_import_button (self);
}

static void
read_now (CapacityImportDialog *self)
{
  GCancellable *cancellable = capacity_import_dialog_begin (self);

  capacity_import_tasks_read (self->file, self->plan, self->choices,
                              capacity_workspace_get_portfolio (self->workspace), self->progress, cancellable,
                              read_done_cb, g_object_ref (self));
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
  guint n_rows = self->plan->n_title_rows + self->plan->n_header_rows + N_PREVIEW_DATA_ROWS;
  g_autoptr (GPtrArray) rows = capacity_import_preview (self->file, self->plan,
                                                        CLAMP (n_rows, N_PREVIEW_ROWS, N_PREVIEW_ROWS_MOST), NULL);

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

/* Reads the file as the last of its kind was, when that is remembered. Pasted rows of all services are of one kind: where
 * they name none, nothing is recalled of it, and without one that is meant they are not ready. */
static void
recall (CapacityImportDialog *self)
{
  CapacityImportPlan *recalled = NULL;
  gboolean is_for_any = FALSE;

  self->guess = capacity_import_plan_copy (self->plan);
  recalled = capacity_import_settings_recall (capacity_workspace_get_portfolio (self->workspace), self->file, self->guess,
                                              self->choices);
  if (recalled != NULL)
    {
      capacity_import_plan_free (self->plan);
      self->plan = recalled;
    }
  is_for_any = self->is_pasted && capacity_import_plan_needs_service (self->plan);
  if (is_for_any)
    {
      capacity_import_plan_set_service (self->plan, self->guess->service);
      g_hash_table_remove_all (self->choices);
    }
  adw_banner_set_revealed (self->profile_banner, recalled != NULL && (!is_for_any || self->service != NULL));
}

static void
guess_done_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (CapacityImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  CapacityImportPlan *plan = capacity_import_tasks_guess_finish (result, &error);

  if (plan == NULL && self->guess != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      show_unread (self, error);
      return;
    }
  if (plan == NULL)
    {
      capacity_import_dialog_fail (self, error);
      return;
    }

  g_clear_pointer (&self->plan, capacity_import_plan_free);
  self->plan = plan;
  if (self->guess == NULL)
    recall (self);
  if (self->service != NULL && capacity_import_plan_needs_service (self->plan))
    capacity_import_plan_set_service (self->plan, self->service);
  fill_controls (self);
  read_now (self);
}

static void
guess_now (CapacityImportDialog *self,
           CapacityImportKeep    keep)
{
  GCancellable *cancellable = capacity_import_dialog_begin (self);

  capacity_import_tasks_guess (self->file, self->plan, keep, cancellable, guess_done_cb, g_object_ref (self));
}

static void
capacity_import_dialog_take_file (CapacityImportDialog *self,
                                  CapacityImportFile   *file)
{
  g_clear_pointer (&self->file, capacity_import_file_unref);
  g_clear_pointer (&self->plan, capacity_import_plan_free);
  g_clear_pointer (&self->guess, capacity_import_plan_free);
  g_hash_table_remove_all (self->choices);
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
    capacity_import_dialog_fail (self, error);
}

static CapacityPeriod
months_ago (CapacityImportDialog *self,
            guint                 n)
{
  CapacityPeriod month = capacity_period_of_date (CAPACITY_PERIOD_MONTH, capacity_workspace_get_today (self->workspace));

  return capacity_period_add (month, -(int) n);
}

/* A column of numbers alone is enough for a first answer: they are taken for the months up to a last one. */
static CapacityImportFile *
file_of_column (CapacityImportDialog *self,
                const char           *text,
                CapacityPeriod        last)
{
  /* Translators: headings of columns. The first begins with “Month”, the second is “Volume” */
  g_autofree char *table = capacity_import_column_to_table (text, last, _("Month (assumed)"), _("Volume"));
  g_autoptr (GBytes) bytes = table != NULL ? g_bytes_new (table, strlen (table)) : NULL;

  return bytes != NULL ? capacity_import_file_new_for_bytes (_("Pasted Rows"), bytes) : NULL;
}

/* Asks for the last month of a column of numbers alone. */
static void
show_last (CapacityImportDialog *self)
{
  g_autoptr (GtkStringList) months = gtk_string_list_new (NULL);

  gtk_widget_set_visible (self->last_group, self->column != NULL);
  if (self->column == NULL)
    return;

  for (guint i = 0; i < N_LAST_MONTHS; i++)
    {
      g_autofree char *month = capacity_format_period (months_ago (self, i));

      gtk_string_list_append (months, month);
    }
  self->is_filling = TRUE;
  capacity_combo_set_choices (self->last_row, G_LIST_MODEL (months), LAST_WHOLE_MONTH);
  self->is_filling = FALSE;
}

/* The months are those of the preview at once; whatever else was chosen stays. */
static void
last_chosen_cb (CapacityImportDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->last_row);

  if (self->is_filling || self->column == NULL || self->plan == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;

  capacity_import_file_unref (self->file);
  self->file = file_of_column (self, self->column, months_ago (self, selected));
  fill_controls (self);
  read_now (self);
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
  CapacityImportFile *file = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (text == NULL || *text == '\0')
    {
      adw_status_page_set_description (self->failed_page,
                                       _("There is no text on the clipboard. Copy rows in a "
                                                            "spreadsheet first."));
      capacity_import_dialog_end (self, "failed");
      return;
    }

  self->is_pasted = TRUE;
  file = file_of_column (self, text, months_ago (self, LAST_WHOLE_MONTH));
  g_set_str (&self->column, file != NULL ? text : NULL);
  show_last (self);
  if (file == NULL)
    {
      bytes = g_bytes_new (text, strlen (text));
      file = capacity_import_file_new_for_bytes (_("Pasted Rows"), bytes);
    }
  capacity_import_dialog_take_file (self, file);
}

static void
paste_cb (CapacityImportDialog *self)
{
  capacity_import_dialog_paste (self);
}

static void
choose_cb (CapacityImportDialog *self)
{
  capacity_import_dialog_choose_files (self);
}

static void
choose_folder_cb (CapacityImportDialog *self)
{
  capacity_import_dialog_choose_folder (self);
}

static void
cancel_cb (CapacityImportDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* What is being read or applied holds the dialog, so it is stopped as soon as nobody sees it any more. */
static void
closed_cb (CapacityImportDialog *self)
{
  g_cancellable_cancel (self->cancellable);
}

/* What the imports brought together. */
static char *
say_imports (GPtrArray *imports)
{
  g_autoptr (CapacityImport) sum = capacity_import_new ();

  for (guint i = 0; i < imports->len; i++)
    {
      const CapacityImport *import = imports->pdata[i];

      sum->n_services_new += import->n_services_new;
      sum->n_new += import->n_new;
      sum->n_changed += import->n_changed;
    }

  return capacity_store_words_import (sum);
}

/* Nothing was kept; what was read is still there to try again. */
static void
show_failed_import (CapacityImportDialog *self,
                    const char           *text)
{
  if (self->outlooks != NULL)
    {
      adw_status_page_set_description (self->failed_page, text);
      capacity_import_dialog_end (self, "failed");
      return;
    }

  capacity_import_dialog_end (self, "preview");
  capacity_import_dialog_show_error (self, text);
  update_import_button (self);
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
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (outcome == NULL)
    {
      g_autofree char *text = capacity_store_words_error (error, NULL);

      show_failed_import (self, text);
      return;
    }

  /* It may have been too late to cancel it, and the dialog be gone. */
  if (outcome->imports->len > 0 && self->window != NULL)
    {
      g_autofree char *text = say_imports (outcome->imports);

      capacity_feedback_undo (self->window, text);
    }
  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  if (outcome->services->len == 1)
    {
      g_autofree char *id = capacity_id_to_string (&g_array_index (outcome->services, CapacityId, 0));

      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-service", "s", id);
    }
  adw_dialog_force_close (ADW_DIALOG (self));
}

/* Applies the import, and closes the dialog when it is kept. */
void
capacity_import_dialog_apply (CapacityImportDialog *self,
                              CapacityChange       *change)
{
  GCancellable *cancellable = capacity_import_dialog_begin (self);

  g_set_weak_pointer (&self->window, GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))));
  capacity_workspace_apply_async (self->workspace, change, cancellable, imported_cb, g_object_ref (self));
}

/* Remembers how the file was read, in the same step as the import. */
static void
remember (CapacityImportDialog *self,
          CapacityChange       *change)
{
  const CapacityPortfolio *portfolio = capacity_workspace_get_portfolio (self->workspace);
  g_autofree char *fingerprint = capacity_import_settings_fingerprint (self->file, self->guess);
  const CapacityImportProfile *known = capacity_import_settings_find (portfolio, fingerprint);
  g_autoptr (CapacityImportPlan) plan = capacity_import_plan_copy (self->plan);
  g_autofree char *settings = NULL;
  g_autoptr (CapacityImportProfile) profile = NULL;

  if (self->is_pasted)
    capacity_import_plan_set_service (plan, NULL);
  settings = capacity_import_settings_save (self->guess, plan, self->choices);
  if (known != NULL && g_str_equal (known->settings, settings))
    return;

  profile = known != NULL ? capacity_import_profile_copy (known)
                          : capacity_import_profile_new (self->name, fingerprint, settings);
  g_set_str (&profile->settings, settings);
  capacity_change_set_profile (change, profile);
}

static void
import_cb (CapacityImportDialog *self)
{
  g_autoptr (CapacityChange) change = capacity_change_new ();

  if (self->outlooks != NULL)
    {
      capacity_import_dialog_import_files (self);
      return;
    }

  capacity_change_import (change, self->outlook->batch);
  remember (self, change);
  capacity_import_dialog_apply (self, change);
}

/* What a new guess would keep. */
static void
forget_choices (CapacityImportDialog *self)
{
  self->plan->year = 0;
  self->plan->fill_down_is_chosen = FALSE;
}

static void
read_anew_cb (CapacityImportDialog *self)
{
  adw_banner_set_revealed (self->profile_banner, FALSE);
  g_hash_table_remove_all (self->choices);
  forget_choices (self);
  guess_now (self, CAPACITY_IMPORT_KEEP_TABLE);
}

static void
service_chosen_cb (CapacityImportDialog *self,
                   const char           *name,
                   const char           *target)
{
  if (target != NULL)
    g_hash_table_insert (self->choices, g_strdup (name), g_strdup (target));
  else
    g_hash_table_remove (self->choices, name);
  read_now (self);
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
  forget_choices (self);
  g_clear_pointer (&self->guess, capacity_import_plan_free);
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
  g_autoptr (GSList) dropped = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  for (const GSList *file = dropped; file != NULL; file = file->next)
    g_ptr_array_add (files, file->data);
  if (files->len == 0)
    return FALSE;

  capacity_import_dialog_open (self, files);

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
  g_clear_weak_pointer (&self->window);
  g_clear_handle_id (&self->progress_id, g_source_remove);
  g_clear_pointer (&self->outlook, capacity_import_outlook_free);
  g_clear_pointer (&self->outlooks, g_ptr_array_unref);
  g_clear_pointer (&self->choices, g_hash_table_unref);
  g_clear_pointer (&self->guess, capacity_import_plan_free);
  g_clear_pointer (&self->progress, g_atomic_rc_box_release);
  g_clear_pointer (&self->plan, capacity_import_plan_free);
  g_clear_pointer (&self->file, capacity_import_file_unref);
  g_clear_pointer (&self->column, g_free);
  g_clear_pointer (&self->service, g_free);
  g_clear_pointer (&self->name, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAPACITY_TYPE_IMPORT_DIALOG);

  G_OBJECT_CLASS (capacity_import_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CapacityImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportDialog, profile_banner);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportDialog, failed_page);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportDialog, file_label);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportDialog, summary_label);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportDialog, change_label);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportDialog, persons_label);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportDialog, table_group);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportDialog, table_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportDialog, last_group);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportDialog, last_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportDialog, service_group);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportDialog, service_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportDialog, preview_box);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportDialog, columns);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportDialog, reading);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportDialog, services);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportDialog, findings);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportDialog, files_group);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportDialog, files_list);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, column_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_bind_template_callback (widget_class, last_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, paste_cb);
  gtk_widget_class_bind_template_callback (widget_class, read_anew_cb);
  gtk_widget_class_bind_template_callback (widget_class, reading_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, service_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, service_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, table_chosen_cb);
}

static void
capacity_import_dialog_class_init (CapacityImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = capacity_import_dialog_dispose;

  g_type_ensure (CAPACITY_TYPE_IMPORT_COLUMNS);
  g_type_ensure (CAPACITY_TYPE_IMPORT_FINDINGS);
  g_type_ensure (CAPACITY_TYPE_IMPORT_READING);
  g_type_ensure (CAPACITY_TYPE_IMPORT_SERVICES);
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

  capacity_stack_show (self->stack, "source");
  capacity_combo_name_choice (self->table_row);
  capacity_combo_name_choice (self->last_row);
  self->cancellable = g_cancellable_new ();
  self->choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

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

static char *
dup_base_name (GFile *file)
{
  g_autofree char *path = g_file_get_parse_name (file);

  return g_path_get_basename (path);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CapacityImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = capacity_import_tasks_list_finish (result, &error);

  if (files == NULL)
    {
      capacity_import_dialog_fail (self, error);
      return;
    }
  if (files->len > 1)
    {
      capacity_import_dialog_read_files (self, files);
      return;
    }

  g_free (self->name);
  self->name = dup_base_name (files->pdata[0]);
  capacity_import_tasks_open (files->pdata[0], capacity_import_dialog_begin (self), open_done_cb, g_object_ref (self));
}

/**
 * capacity_import_dialog_open:
 * @files: (element-type GFile): files of volumes, and folders of such files
 *
 * Reads @files and shows what would come of them.
 */
void
capacity_import_dialog_open (CapacityImportDialog *self,
                             GPtrArray            *files)
{
  GCancellable *cancellable = NULL;

  g_return_if_fail (CAPACITY_IS_IMPORT_DIALOG (self));
  g_return_if_fail (files != NULL && files->len > 0);

  g_free (self->name);
  self->name = dup_base_name (files->pdata[0]);
  g_clear_pointer (&self->outlooks, g_ptr_array_unref);
  g_clear_pointer (&self->column, g_free);
  self->is_pasted = FALSE;
  show_last (self);
  adw_banner_set_revealed (self->profile_banner, FALSE);
  cancellable = capacity_import_dialog_begin (self);
  capacity_import_tasks_list (files, cancellable, listed_cb, g_object_ref (self));
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

  cancellable = capacity_import_dialog_begin (self);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), cancellable, paste_done_cb,
                                 g_object_ref (self));
}
