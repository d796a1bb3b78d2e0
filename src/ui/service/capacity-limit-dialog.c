/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-limit-dialog.h"

#include <glib/gi18n.h>
#include <math.h>

#include "capacity-apply.h"
#include "capacity-entry.h"
#include "capacity-format.h"
#include "capacity-register-words.h"
#include "capacity-words.h"

/* One capacity of a service or resource with its validity: a change planned for a day, or what is known of one
 * that holds. That of people may be given in posts, whatever the period. */
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
  AdwComboRow       *state_row;
  AdwComboRow       *basis_row;
  AdwEntryRow       *note_row;
  GtkWidget         *remove_group;
  GtkWidget         *save_button;

  CapacityId         subject;
};

/* The choice after the periods. */
#define IN_POSTS CAPACITY_N_PERIOD_KINDS

G_DEFINE_FINAL_TYPE (CapacityLimitDialog, capacity_limit_dialog, ADW_TYPE_DIALOG)

static void
cancel_cb (CapacityLimitDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
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
  guint per = adw_combo_row_get_selected (self->per_row);
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

  limit = capacity_limit_new (mode, value, per == IN_POSTS ? CAPACITY_PERIOD_MONTH : capacity_period_kind_of_rank ((int) per),
                              from, until);
  if (self->limit != NULL)
    limit->id = self->limit->id;
  limit->in_posts = per == IN_POSTS;
  limit->state = adw_combo_row_get_selected (self->state_row);
  limit->basis = adw_combo_row_get_selected (self->basis_row);
  limit->note = capacity_entry_dup_text (self->note_row);
  change = capacity_limit_change_new (self->workspace, &self->subject, limit);
  capacity_apply (GTK_WIDGET (self), self->workspace, change, _("The Capacity Was Not Changed"), NULL);
}

static void
remove_cb (CapacityLimitDialog *self)
{
  g_autoptr (CapacityChange) change = capacity_change_new ();

  capacity_change_remove_limit (change, &self->limit->id);
  capacity_apply (GTK_WIDGET (self), self->workspace, change, _("The Capacity Was Not Changed"), NULL);
}

static guint
rank_of (CapacityPeriodKind kind)
{
  return (guint) capacity_period_kind_rank (kind);
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
  adw_combo_row_set_selected (self->per_row, limit->in_posts ? IN_POSTS : rank_of (limit->per));
  adw_combo_row_set_selected (self->state_row, limit->state);
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
  gtk_widget_class_bind_template_child (widget_class, CapacityLimitDialog, state_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityLimitDialog, basis_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityLimitDialog, note_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityLimitDialog, remove_group);
  gtk_widget_class_bind_template_child (widget_class, CapacityLimitDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, capacity_entry_forget_problem);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
capacity_limit_dialog_init (CapacityLimitDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_choices (CapacityLimitDialog *self)
{
  g_autoptr (GtkStringList) modes = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) states = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) bases = gtk_string_list_new (NULL);

  gtk_string_list_append (modes, capacity_words_mode (CAPACITY_MODE_REGULAR));
  gtk_string_list_append (modes, capacity_words_mode (CAPACITY_MODE_PEAK));
  for (int i = 0; i < CAPACITY_N_PERIOD_KINDS; i++)
    gtk_string_list_append (kinds, capacity_words_period_kind (capacity_period_kind_of_rank (i)));
  if (capacity_limit_is_of_people (self->workspace, &self->subject))
    gtk_string_list_append (kinds, _("Posts, Whatever the Period"));
  for (int i = 0; i < CAPACITY_N_LIMIT_STATES; i++)
    gtk_string_list_append (states, capacity_words_limit_state ((CapacityLimitState) i));
  for (int i = 0; i < CAPACITY_N_BASES; i++)
    gtk_string_list_append (bases, capacity_words_basis ((CapacityBasis) i));
  adw_combo_row_set_model (self->mode_row, G_LIST_MODEL (modes));
  adw_combo_row_set_model (self->per_row, G_LIST_MODEL (kinds));
  adw_combo_row_set_model (self->state_row, G_LIST_MODEL (states));
  adw_combo_row_set_model (self->basis_row, G_LIST_MODEL (bases));
}

/**
 * capacity_limit_dialog_new:
 * @workspace: the portfolio
 * @subject: the service or resource whose capacity it is
 * @limit: (nullable): the capacity to edit, or %NULL for a new one
 *
 * Returns: (transfer floating): a new dialog
 */
AdwDialog *
capacity_limit_dialog_new (CapacityWorkspace   *workspace,
                           const CapacityId    *subject,
                           const CapacityLimit *limit)
{
  CapacityLimitDialog *self = g_object_new (CAPACITY_TYPE_LIMIT_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  self->subject = *subject;
  fill_choices (self);
  if (limit != NULL)
    {
      self->limit = capacity_limit_copy (limit);
      fill (self, limit);
    }
  else
    {
      adw_combo_row_set_selected (self->per_row, capacity_limit_is_of_people (workspace, subject)
                                                   ? IN_POSTS : rank_of (CAPACITY_PERIOD_MONTH));
      adw_combo_row_set_selected (self->state_row, CAPACITY_LIMIT_APPROVED);
    }
  gtk_widget_set_visible (self->remove_group, limit != NULL);

  return ADW_DIALOG (self);
}

/**
 * capacity_limit_is_of_people:
 * @workspace: the portfolio
 * @subject: a service or resource
 *
 * Returns: whether it is a group of people, whose capacity may be given in posts
 */
gboolean
capacity_limit_is_of_people (CapacityWorkspace *workspace,
                             const CapacityId  *subject)
{
  const CapacityPortfolio *portfolio = capacity_workspace_get_portfolio (workspace);
  const CapacityResource *resource = capacity_portfolio_get_resource (portfolio, subject);

  return resource != NULL && resource->kind == CAPACITY_RESOURCE_PEOPLE;
}

/**
 * capacity_limit_change_new:
 * @workspace: the portfolio
 * @subject: the service or resource whose capacity it is
 * @limit: the capacity
 *
 * Returns: (transfer full): the change that sets @limit
 */
CapacityChange *
capacity_limit_change_new (CapacityWorkspace   *workspace,
                           const CapacityId    *subject,
                           const CapacityLimit *limit)
{
  CapacityChange *change = capacity_change_new ();

  if (capacity_portfolio_get_resource (capacity_workspace_get_portfolio (workspace), subject) != NULL)
    capacity_change_set_resource_limit (change, subject, limit);
  else
    capacity_change_set_service_limit (change, subject, limit);

  return change;
}
