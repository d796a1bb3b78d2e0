/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-services-edit-dialog.h"

#include <glib/gi18n.h>
#include <math.h>

#include "capacity-apply.h"
#include "capacity-entry.h"

/* Gives several services the same owner, unit, target or term in one step. What is left empty stays as it is. */
struct _CapacityServicesEditDialog
{
  AdwDialog          parent_instance;

  CapacityWorkspace *workspace;
  GPtrArray         *items; /* element-type CapacityServiceItem */

  AdwEntryRow       *owner_row;
  AdwEntryRow       *department_row;
  AdwEntryRow       *target_row;
  AdwEntryRow       *term_row;
};

G_DEFINE_FINAL_TYPE (CapacityServicesEditDialog, capacity_services_edit_dialog, ADW_TYPE_DIALOG)

static void
cancel_cb (CapacityServicesEditDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
save_cb (CapacityServicesEditDialog *self)
{
  g_autofree char *owner = capacity_entry_dup_text (self->owner_row);
  g_autofree char *department = capacity_entry_dup_text (self->department_row);
  double target = NAN;
  double term = NAN;
  g_autoptr (CapacityChange) change = NULL;

  if (!capacity_entry_read_number (self->target_row, 1, 100, _("Write a percentage from 1 to 100"), &target)
      || !capacity_entry_read_number (self->term_row, 1, 2500, _("Write a number of working days, up to ten years"), &term))
    return;
  if (owner == NULL && department == NULL && isnan (target) && isnan (term))
    {
      adw_dialog_close (ADW_DIALOG (self));
      return;
    }

  change = capacity_change_new ();
  for (guint i = 0; i < self->items->len; i++)
    {
      const CapacityService *before = capacity_service_item_get_service (g_ptr_array_index (self->items, i));
      g_autoptr (CapacityService) service = capacity_service_copy (before);

      if (owner != NULL)
        g_set_str (&service->owner, owner);
      if (department != NULL)
        g_set_str (&service->department, department);
      if (!isnan (target))
        service->target = target / 100;
      if (!isnan (term))
        service->term_days = (int) term;
      capacity_change_set_service (change, service);
    }
  capacity_apply (GTK_WIDGET (self), self->workspace, change, _("The Services Were Not Changed"), NULL);
}

static void
capacity_services_edit_dialog_dispose (GObject *object)
{
  CapacityServicesEditDialog *self = CAPACITY_SERVICES_EDIT_DIALOG (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAPACITY_TYPE_SERVICES_EDIT_DIALOG);

  G_OBJECT_CLASS (capacity_services_edit_dialog_parent_class)->dispose (object);
}

static void
capacity_services_edit_dialog_class_init (CapacityServicesEditDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = capacity_services_edit_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/varam/Capacity/services/capacity-services-edit-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CapacityServicesEditDialog, owner_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityServicesEditDialog, department_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityServicesEditDialog, target_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityServicesEditDialog, term_row);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, capacity_entry_forget_problem);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
capacity_services_edit_dialog_init (CapacityServicesEditDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * capacity_services_edit_dialog_new:
 * @workspace: the portfolio
 * @items: (element-type CapacityServiceItem): the services
 *
 * Returns: (transfer floating): a dialog to change all of @items in one step
 */
AdwDialog *
capacity_services_edit_dialog_new (CapacityWorkspace *workspace,
                                   GPtrArray         *items)
{
  CapacityServicesEditDialog *self = g_object_new (CAPACITY_TYPE_SERVICES_EDIT_DIALOG, NULL);
  g_autofree char *title = g_strdup_printf (ngettext ("Change %u Service", "Change %u Services", items->len),
                                            items->len);

  self->workspace = g_object_ref (workspace);
  self->items = g_ptr_array_ref (items);
  adw_dialog_set_title (ADW_DIALOG (self), title);

  return ADW_DIALOG (self);
}
