/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-history-dialog.h"

#include <glib/gi18n.h>

#include "capacity-combo.h"
#include "capacity-detail-rows.h"
#include "capacity-dialogs.h"
#include "capacity-feedback.h"
#include "capacity-format.h"
#include "capacity-history-export.h"
#include "capacity-rows.h"
#include "capacity-search.h"
#include "capacity-store-backups.h"
#include "capacity-store-words.h"

/* Who did what and when, the latest first; each action opens to what it changed, field by field. */
struct _CapacityHistoryDialog
{
  AdwDialog          parent_instance;

  CapacityWorkspace *workspace;
  GCancellable      *cancellable;
  GPtrArray         *actions; /* nullable; all of them */
  GPtrArray         *found;   /* those that pass the filter */
  guint              n_shown;

  GtkEditable       *search_entry;
  GtkDropDown       *person_dropdown;
  GtkDropDown       *period_dropdown;
  GtkWidget         *export_button;
  GtkWidget         *more_button;
  GtkStack          *stack;
  GtkListBox        *list;
};

#define N_A_TIME 100

G_DEFINE_FINAL_TYPE (CapacityHistoryDialog, capacity_history_dialog, ADW_TYPE_DIALOG)

static void
details_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (AdwExpanderRow) row = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) details = capacity_store_list_details_finish (CAPACITY_STORE (source), result, &error);
  g_autoptr (GPtrArray) rows = NULL;

  if (details == NULL)
    {
      capacity_feedback_error (GTK_WIDGET (row), _("The Change Could Not Be Read"), error);
      return;
    }
  rows = capacity_detail_rows_new (details);
  for (guint i = 0; i < rows->len; i++)
    adw_expander_row_add_row (row, rows->pdata[i]);
}

/* The fields are read when they are first asked for. */
static void
expanded_cb (CapacityHistoryDialog *self,
             GParamSpec            *pspec,
             AdwExpanderRow        *row)
{
  CapacityAction *action = g_object_get_data (G_OBJECT (row), "action");

  if (action == NULL)
    return;
  capacity_store_list_details_async (capacity_workspace_get_store (self->workspace), action->number,
                                     self->cancellable, details_cb, g_object_ref (row));
  g_object_set_data (G_OBJECT (row), "action", NULL);
}

static char *
subtitle_of (const CapacityAction *action)
{
  g_autofree char *time = capacity_format_time (action->time);

  if (action->state == CAPACITY_ACTION_DONE)
    return g_strdup_printf ("%s · %s", action->who, time);

  return g_strdup_printf ("%s · %s · %s", action->who, time, capacity_store_words_state (action->state));
}

static GtkWidget *
row_new (const char *key,
         guint       index,
         gpointer    user_data)
{
  CapacityHistoryDialog *self = user_data;
  CapacityAction *action = self->found->pdata[index];
  g_autofree char *title = capacity_store_words_action (action);
  g_autofree char *subtitle = subtitle_of (action);
  GtkWidget *row = g_object_new (ADW_TYPE_EXPANDER_ROW,
                                 "title", title,
                                 "subtitle", subtitle,
                                 "use-markup", FALSE,
                                 NULL);

  g_object_set_data_full (G_OBJECT (row), "action", capacity_action_ref (action),
                          (GDestroyNotify) capacity_action_unref);
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (expanded_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static void
show_rows (CapacityHistoryDialog *self)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < MIN (self->n_shown, self->found->len); i++)
    {
      const CapacityAction *action = self->found->pdata[i];

      g_ptr_array_add (keys, g_strdup_printf ("%" G_GINT64_FORMAT, action->number));
    }
  capacity_rows_show (self->list, keys, row_new, self);
  gtk_widget_set_visible (self->more_button, self->n_shown < self->found->len);
}

static void
more_cb (CapacityHistoryDialog *self)
{
  self->n_shown += N_A_TIME;
  show_rows (self);
}

static gint64
first_time (CapacityHistoryDialog *self)
{
  static const int days[] = { 0, 7, 30, 366 };
  guint period = gtk_drop_down_get_selected (self->period_dropdown);

  if (period == 0 || period >= G_N_ELEMENTS (days))
    return G_MININT64;

  return g_get_real_time () / G_USEC_PER_SEC - days[period] * 86400;
}

/* NULL for everyone. */
static const char *
chosen_person (CapacityHistoryDialog *self)
{
  GtkStringObject *item = gtk_drop_down_get_selected_item (self->person_dropdown);

  if (item == NULL || gtk_drop_down_get_selected (self->person_dropdown) == 0)
    return NULL;

  return gtk_string_object_get_string (item);
}

static gboolean
is_found (const CapacityAction *action,
          const char           *text,
          const char           *person,
          gint64                from)
{
  g_autofree char *words = capacity_store_words_action (action);
  g_autofree char *folded = capacity_search_fold (words);

  return action->time >= from && (person == NULL || g_str_equal (action->who, person))
         && strstr (folded, text) != NULL;
}

static void
filter_cb (CapacityHistoryDialog *self)
{
  g_autofree char *text = capacity_search_fold (gtk_editable_get_text (self->search_entry));
  const char *person = chosen_person (self);
  gint64 from = first_time (self);

  if (self->actions == NULL)
    return;
  g_ptr_array_set_size (self->found, 0);
  for (guint i = 0; i < self->actions->len; i++)
    if (is_found (self->actions->pdata[i], text, person, from))
      g_ptr_array_add (self->found, capacity_action_ref (self->actions->pdata[i]));
  self->n_shown = N_A_TIME;
  show_rows (self);
  gtk_widget_set_sensitive (self->export_button, self->found->len > 0);
  gtk_stack_set_visible_child_name (self->stack, self->found->len > 0 ? "actions" : "empty");
  capacity_feedback_found (GTK_WIDGET (self->search_entry), self->found->len);
}

static void
fill_persons (CapacityHistoryDialog *self)
{
  g_autoptr (GtkStringList) persons = gtk_string_list_new ((const char *[]){ _("Everyone"), NULL });
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->actions->len; i++)
    {
      const CapacityAction *action = self->actions->pdata[i];

      if (g_hash_table_add (seen, action->who))
        gtk_string_list_append (persons, action->who);
    }
  gtk_drop_down_set_model (self->person_dropdown, G_LIST_MODEL (persons));
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CapacityHistoryDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) actions = capacity_store_list_actions_finish (CAPACITY_STORE (source), result, &error);

  if (actions == NULL)
    {
      capacity_feedback_error (GTK_WIDGET (self), _("The History Could Not Be Read"), error);
      return;
    }
  self->actions = g_steal_pointer (&actions);
  fill_persons (self);
  filter_cb (self);
}

static void
export_cb (CapacityHistoryDialog *self)
{
  g_autoptr (GPtrArray) actions = g_ptr_array_copy (self->found, (GCopyFunc) (void (*) (void)) capacity_action_ref, NULL);

  g_ptr_array_set_free_func (actions, (GDestroyNotify) capacity_action_unref);
  capacity_history_export (GTK_WIDGET (self), capacity_workspace_get_store (self->workspace), actions,
                           self->cancellable);
}

static void
capacity_history_dialog_dispose (GObject *object)
{
  CapacityHistoryDialog *self = CAPACITY_HISTORY_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->actions, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAPACITY_TYPE_HISTORY_DIALOG);

  G_OBJECT_CLASS (capacity_history_dialog_parent_class)->dispose (object);
}

static void
capacity_history_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (CAPACITY_HISTORY_DIALOG (object)->found);

  G_OBJECT_CLASS (capacity_history_dialog_parent_class)->finalize (object);
}

static void
capacity_history_dialog_class_init (CapacityHistoryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = capacity_history_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = capacity_history_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/varam/Capacity/history/capacity-history-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CapacityHistoryDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, CapacityHistoryDialog, person_dropdown);
  gtk_widget_class_bind_template_child (widget_class, CapacityHistoryDialog, period_dropdown);
  gtk_widget_class_bind_template_child (widget_class, CapacityHistoryDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, CapacityHistoryDialog, more_button);
  gtk_widget_class_bind_template_child (widget_class, CapacityHistoryDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, CapacityHistoryDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, capacity_dialogs_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
}

static void
capacity_history_dialog_init (CapacityHistoryDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->found = g_ptr_array_new_with_free_func ((GDestroyNotify) capacity_action_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  capacity_combo_set_name (self->person_dropdown, C_("column", "Who"));
  capacity_combo_set_name (self->period_dropdown, _("When"));
}

/**
 * capacity_history_dialog_new:
 * @workspace: an open portfolio
 * @subject: (nullable): a service or resource whose history it is; %NULL for all of the portfolio
 *
 * Returns: (transfer floating): a new dialog
 */
AdwDialog *
capacity_history_dialog_new (CapacityWorkspace *workspace,
                             const CapacityId  *subject)
{
  CapacityHistoryDialog *self = g_object_new (CAPACITY_TYPE_HISTORY_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  capacity_store_list_actions_async (capacity_workspace_get_store (workspace), subject, self->cancellable, listed_cb,
                                     g_object_ref (self));

  return ADW_DIALOG (self);
}
