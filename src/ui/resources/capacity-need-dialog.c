/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-need-dialog.h"

#include <glib/gi18n.h>
#include <math.h>

#include "capacity-apply.h"
#include "capacity-combo.h"
#include "capacity-entry.h"
#include "capacity-format.h"
#include "capacity-words.h"

/* What a case of a service takes of a resource, seen from either side: a new need asks for the other one. */
struct _CapacityNeedDialog
{
  AdwDialog          parent_instance;

  CapacityWorkspace *workspace;
  CapacityNeed      *need; /* nullable: a new one */

  AdwComboRow       *service_row;
  AdwComboRow       *resource_row;
  AdwEntryRow       *amount_row;
  AdwComboRow       *kind_row;
  AdwEntryRow       *channel_row;
  AdwComboRow       *basis_row;
  AdwEntryRow       *norm_row;
  GtkWidget         *remove_group;
  GtkWidget         *save_button;
};

G_DEFINE_FINAL_TYPE (CapacityNeedDialog, capacity_need_dialog, ADW_TYPE_DIALOG)

static void
cancel_cb (CapacityNeedDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static const CapacityService *
chosen_service (CapacityNeedDialog *self)
{
  const CapacityPortfolio *portfolio = capacity_workspace_get_portfolio (self->workspace);
  guint index = adw_combo_row_get_selected (self->service_row);

  return index < portfolio->services->len ? portfolio->services->pdata[index] : NULL;
}

static const CapacityResource *
chosen_resource (CapacityNeedDialog *self)
{
  const CapacityPortfolio *portfolio = capacity_workspace_get_portfolio (self->workspace);
  guint index = adw_combo_row_get_selected (self->resource_row);

  return index < portfolio->resources->len ? portfolio->resources->pdata[index] : NULL;
}

/* Whether the service has another need of the same resource, kind and channel. */
static gboolean
is_taken (CapacityNeedDialog    *self,
          const CapacityService *service,
          const CapacityNeed    *need)
{
  for (guint i = 0; i < service->needs->len; i++)
    {
      const CapacityNeed *other = service->needs->pdata[i];

      if (!capacity_id_equal (&other->id, &need->id) && capacity_id_equal (&other->resource, &need->resource)
          && other->kind == need->kind && g_strcmp0 (other->channel, need->channel) == 0)
        return TRUE;
    }

  return FALSE;
}

/* What is a norm itself has none beside it. */
static void
basis_cb (CapacityNeedDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->norm_row),
                          adw_combo_row_get_selected (self->basis_row) == CAPACITY_BASIS_MEASURED);
}

static void
save_cb (CapacityNeedDialog *self)
{
  const CapacityService *service = chosen_service (self);
  const CapacityResource *resource = chosen_resource (self);
  g_autofree char *text = capacity_entry_dup_text (self->amount_row);
  double amount = text != NULL ? capacity_format_parse_number (text) : NAN;
  g_autoptr (CapacityChange) change = NULL;
  g_autoptr (CapacityNeed) need = NULL;

  if (service == NULL || resource == NULL)
    return;
  if (!(amount > 0))
    {
      capacity_entry_set_problem (self->amount_row, _("Write a number above zero, such as 0.5"));
      return;
    }

  need = capacity_need_new (&resource->id, adw_combo_row_get_selected (self->kind_row), amount);
  if (self->need != NULL)
    need->id = self->need->id;
  need->channel = capacity_entry_dup_text (self->channel_row);
  need->basis = adw_combo_row_get_selected (self->basis_row);
  if (is_taken (self, service, need))
    {
      capacity_entry_set_problem (self->amount_row, _("This is said already for the same applications and channel"));
      return;
    }
  if (need->basis == CAPACITY_BASIS_MEASURED
      && !capacity_entry_read_number (self->norm_row, G_MINDOUBLE, G_MAXDOUBLE,
                                      _("Write a number above zero, such as 0.5"), &need->norm))
    return;
  change = capacity_change_new ();
  capacity_change_set_need (change, &service->id, need);
  capacity_apply (GTK_WIDGET (self), self->workspace, change, _("The Need Was Not Changed"), NULL);
}

static void
remove_cb (CapacityNeedDialog *self)
{
  g_autoptr (CapacityChange) change = capacity_change_new ();

  capacity_change_remove_need (change, &self->need->id);
  capacity_apply (GTK_WIDGET (self), self->workspace, change, _("The Need Was Not Changed"), NULL);
}

static void
fill_services (CapacityNeedDialog *self,
               const CapacityId   *chosen)
{
  const GPtrArray *services = capacity_workspace_get_portfolio (self->workspace)->services;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < services->len; i++)
    {
      const CapacityService *service = services->pdata[i];

      gtk_string_list_append (names, service->name);
      if (chosen != NULL && capacity_id_equal (&service->id, chosen))
        selected = i;
    }
  capacity_combo_set_choices (self->service_row, G_LIST_MODEL (names), selected);
  gtk_widget_set_sensitive (GTK_WIDGET (self->service_row), chosen == NULL);
}

static void
fill_resources (CapacityNeedDialog *self,
                const CapacityId   *chosen)
{
  const GPtrArray *resources = capacity_workspace_get_portfolio (self->workspace)->resources;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < resources->len; i++)
    {
      const CapacityResource *resource = resources->pdata[i];

      gtk_string_list_append (names, resource->name);
      if (chosen != NULL && capacity_id_equal (&resource->id, chosen))
        selected = i;
    }
  capacity_combo_set_choices (self->resource_row, G_LIST_MODEL (names), selected);
  gtk_widget_set_sensitive (GTK_WIDGET (self->resource_row), chosen == NULL);
}

static void
fill (CapacityNeedDialog *self,
      const CapacityNeed *need)
{
  capacity_entry_set_number (self->amount_row, need->amount);
  capacity_entry_set_text (self->channel_row, need->channel);
  adw_combo_row_set_selected (self->kind_row, need->kind);
  adw_combo_row_set_selected (self->basis_row, need->basis);
  capacity_entry_set_number (self->norm_row, need->norm);
}

static void
capacity_need_dialog_dispose (GObject *object)
{
  CapacityNeedDialog *self = CAPACITY_NEED_DIALOG (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->need, capacity_need_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAPACITY_TYPE_NEED_DIALOG);

  G_OBJECT_CLASS (capacity_need_dialog_parent_class)->dispose (object);
}

static void
capacity_need_dialog_class_init (CapacityNeedDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = capacity_need_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/varam/Capacity/resources/capacity-need-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CapacityNeedDialog, service_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityNeedDialog, resource_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityNeedDialog, amount_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityNeedDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityNeedDialog, channel_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityNeedDialog, basis_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityNeedDialog, norm_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityNeedDialog, remove_group);
  gtk_widget_class_bind_template_child (widget_class, CapacityNeedDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, basis_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, capacity_entry_forget_problem);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
capacity_need_dialog_init (CapacityNeedDialog *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) bases = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));

  for (int i = 0; i < CAPACITY_N_REQUEST_KINDS; i++)
    gtk_string_list_append (kinds, capacity_words_request_kind ((CapacityRequestKind) i));
  for (int i = 0; i < CAPACITY_N_BASES; i++)
    gtk_string_list_append (bases, capacity_words_basis ((CapacityBasis) i));
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (kinds));
  adw_combo_row_set_model (self->basis_row, G_LIST_MODEL (bases));
  basis_cb (self);
}

/**
 * capacity_need_dialog_new:
 * @workspace: the portfolio
 * @service: (nullable): the service that needs, or %NULL to choose it
 * @resource: (nullable): the resource that is needed, or %NULL to choose it
 * @need: (nullable): the need to change, or %NULL for a new one
 *
 * Returns: (transfer floating): a new dialog
 */
AdwDialog *
capacity_need_dialog_new (CapacityWorkspace  *workspace,
                          const CapacityId   *service,
                          const CapacityId   *resource,
                          const CapacityNeed *need)
{
  CapacityNeedDialog *self = g_object_new (CAPACITY_TYPE_NEED_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  fill_services (self, service);
  fill_resources (self, resource);
  if (need != NULL)
    {
      self->need = capacity_need_copy (need);
      fill (self, need);
    }
  gtk_widget_set_visible (self->remove_group, need != NULL);

  return ADW_DIALOG (self);
}
