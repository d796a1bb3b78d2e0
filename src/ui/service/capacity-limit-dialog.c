/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-limit-dialog.h"

#include <glib/gi18n.h>
#include <math.h>

#include "capacity-entry.h"
#include "capacity-feedback.h"
#include "capacity-format.h"
#include "capacity-words.h"

/* One capacity of a service with its validity: a change planned for a day, or what is known of one that
 * holds. */
struct _CapacityLimitDialog
{
  AdwDialog          parent_instance;

  CapacityWorkspace *workspace;
  CapacityLimit     *limit; /* nullable: a new one */

  AdwComboRow       *mode_row;
  AdwEntryRow       *value_row;
  AdwComboRow       *per_row;
  AdwEntryRow       *from_row;
  AdwEntryRow       *until_row;
  AdwComboRow       *basis_row;
  AdwEntryRow       *note_row;
  GtkWidget         *remove_group;
  GtkWidget         *save_button;

  CapacityId         service;
};

G_DEFINE_FINAL_TYPE (CapacityLimitDialog, capacity_limit_dialog, ADW_TYPE_DIALOG)

static void
applied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (CapacityLimitDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CapacityOutcome) outcome = NULL;

  outcome = capacity_workspace_change_finish (CAPACITY_WORKSPACE (source), result, &error);
  if (outcome == NULL)
    capacity_feedback_error (GTK_WIDGET (self), _("The Capacity Was Not Changed"), error);
  else
    adw_dialog_force_close (ADW_DIALOG (self));
}

static void
cancel_cb (CapacityLimitDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
changed_cb (CapacityLimitDialog *self,
            AdwEntryRow         *row)
{
  capacity_entry_set_problem (row, NULL);
}

static gboolean
read_value (AdwEntryRow *row,
            double      *value)
{
  g_autofree char *text = capacity_entry_dup_text (row);

  *value = text != NULL ? capacity_format_parse_number (text) : NAN;
  if (*value >= 0)
    return TRUE;

  capacity_entry_set_problem (row, isnan (*value) ? _("Write a number, such as 1200")
                                                  : _("Capacity cannot be less than zero"));

  return FALSE;
}

static void
save_cb (CapacityLimitDialog *self)
{
  g_autoptr (CapacityChange) change = NULL;
  g_autoptr (CapacityLimit) limit = NULL;
  CapacityPeriodKind per = adw_combo_row_get_selected (self->per_row);
  CapacityMode mode = adw_combo_row_get_selected (self->mode_row);
  CapacityDate from = CAPACITY_DATE_NONE;
  CapacityDate until = CAPACITY_DATE_NONE;
  double value = NAN;

  if (!read_value (self->value_row, &value) || !capacity_entry_read_date (self->from_row, &from)
      || !capacity_entry_read_date (self->until_row, &until))
    return;
  if (until != CAPACITY_DATE_NONE && until < from)
    {
      capacity_entry_set_problem (self->until_row, _("This is before the first day"));
      return;
    }

  limit = capacity_limit_new (mode, value, per, from, until);
  if (self->limit != NULL)
    limit->id = self->limit->id;
  limit->basis = adw_combo_row_get_selected (self->basis_row);
  limit->note = capacity_entry_dup_text (self->note_row);
  change = capacity_change_new ();
  capacity_change_set_service_limit (change, &self->service, limit);
  capacity_workspace_apply_async (self->workspace, change, NULL, applied_cb, g_object_ref (self));
}

static void
remove_cb (CapacityLimitDialog *self)
{
  g_autoptr (CapacityChange) change = capacity_change_new ();

  capacity_change_remove_limit (change, &self->limit->id);
  capacity_workspace_apply_async (self->workspace, change, NULL, applied_cb, g_object_ref (self));
}

static void
fill (CapacityLimitDialog *self,
      const CapacityLimit *limit)
{
  capacity_entry_set_number (self->value_row, limit->value);
  capacity_entry_set_text (self->note_row, limit->note);
  capacity_entry_set_date (self->from_row, limit->from);
  capacity_entry_set_date (self->until_row, limit->until);
  adw_combo_row_set_selected (self->mode_row, limit->mode);
  adw_combo_row_set_selected (self->per_row, limit->per);
  adw_combo_row_set_selected (self->basis_row, limit->basis);
}

static void
capacity_limit_dialog_dispose (GObject *object)
{
  CapacityLimitDialog *self = CAPACITY_LIMIT_DIALOG (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->limit, capacity_limit_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAPACITY_TYPE_LIMIT_DIALOG);

  G_OBJECT_CLASS (capacity_limit_dialog_parent_class)->dispose (object);
}

static void
capacity_limit_dialog_class_init (CapacityLimitDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = capacity_limit_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/varam/Capacity/service/capacity-limit-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CapacityLimitDialog, mode_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityLimitDialog, value_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityLimitDialog, per_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityLimitDialog, from_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityLimitDialog, until_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityLimitDialog, basis_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityLimitDialog, note_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityLimitDialog, remove_group);
  gtk_widget_class_bind_template_child (widget_class, CapacityLimitDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
capacity_limit_dialog_init (CapacityLimitDialog *self)
{
  g_autoptr (GtkStringList) modes = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) bases = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_string_list_append (modes, capacity_words_mode (CAPACITY_MODE_REGULAR));
  gtk_string_list_append (modes, capacity_words_mode (CAPACITY_MODE_PEAK));
  for (int i = 0; i < CAPACITY_N_PERIOD_KINDS; i++)
    gtk_string_list_append (kinds, capacity_words_period_kind ((CapacityPeriodKind) i));
  for (int i = 0; i < CAPACITY_N_BASES; i++)
    gtk_string_list_append (bases, capacity_words_basis ((CapacityBasis) i));
  adw_combo_row_set_model (self->mode_row, G_LIST_MODEL (modes));
  adw_combo_row_set_model (self->per_row, G_LIST_MODEL (kinds));
  adw_combo_row_set_model (self->basis_row, G_LIST_MODEL (bases));
  adw_combo_row_set_selected (self->per_row, CAPACITY_PERIOD_MONTH);
}

/**
 * capacity_limit_dialog_new:
 * @workspace: the portfolio
 * @service: whose capacity it is
 * @limit: (nullable): the capacity to edit, or %NULL for a new one
 *
 * Returns: (transfer floating): a new dialog
 */
AdwDialog *
capacity_limit_dialog_new (CapacityWorkspace   *workspace,
                           const CapacityId    *service,
                           const CapacityLimit *limit)
{
  CapacityLimitDialog *self = g_object_new (CAPACITY_TYPE_LIMIT_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  self->service = *service;
  if (limit != NULL)
    {
      self->limit = capacity_limit_copy (limit);
      fill (self, limit);
    }
  gtk_widget_set_visible (self->remove_group, limit != NULL);

  return ADW_DIALOG (self);
}
