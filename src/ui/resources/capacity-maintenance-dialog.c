/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-maintenance-dialog.h"

#include <glib/gi18n.h>
#include <math.h>

#include "capacity-apply.h"
#include "capacity-entry.h"

/* Days on which a resource cannot be used, or only in part: what it gives at their beginning is less until they are
 * over, in the peak too. */
struct _CapacityMaintenanceDialog
{
  AdwDialog          parent_instance;

  CapacityWorkspace *workspace;

  AdwEntryRow       *from_row;
  AdwEntryRow       *until_row;
  AdwEntryRow       *share_row;
  AdwEntryRow       *note_row;
  GtkWidget         *save_button;

  CapacityId         resource;
};

G_DEFINE_FINAL_TYPE (CapacityMaintenanceDialog, capacity_maintenance_dialog, ADW_TYPE_DIALOG)

static void
cancel_cb (CapacityMaintenanceDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* Adds what is left of the capacity that a mode has of its own; returns whether it has one. */
static gboolean
add_rest (CapacityMaintenanceDialog *self,
          CapacityChange            *change,
          CapacityMode               mode,
          double                     share,
          CapacityDate               from,
          CapacityDate               until)
{
  const CapacityPortfolio *portfolio = capacity_workspace_get_portfolio (self->workspace);
  const CapacityResource *resource = capacity_portfolio_get_resource (portfolio, &self->resource);
  g_autoptr (CapacityLimit) rest = capacity_limits_dup_part (resource->limits, mode, share, from, until);

  if (rest == NULL)
    return FALSE;

  rest->note = capacity_entry_dup_text (self->note_row);
  capacity_change_set_resource_limit (change, &self->resource, rest);

  return TRUE;
}

static gboolean
read_days (CapacityMaintenanceDialog *self,
           CapacityDate              *from,
           CapacityDate              *until)
{
  if (!capacity_entry_read_date (self->from_row, from) || !capacity_entry_read_date (self->until_row, until))
    return FALSE;
  if (*from == CAPACITY_DATE_NONE || *until == CAPACITY_DATE_NONE)
    {
      capacity_entry_set_problem (*from == CAPACITY_DATE_NONE ? self->from_row : self->until_row,
                                  _("Write a date, such as 23.11.2026."));
      return FALSE;
    }
  if (*until < *from)
    {
      capacity_entry_set_problem (self->until_row, _("This is before the first day"));
      return FALSE;
    }

  return TRUE;
}

static void
save_cb (CapacityMaintenanceDialog *self)
{
  g_autoptr (CapacityChange) change = capacity_change_new ();
  CapacityDate from = CAPACITY_DATE_NONE;
  CapacityDate until = CAPACITY_DATE_NONE;
  double percent = 0;
  gboolean has_any;

  if (!read_days (self, &from, &until)
      || !capacity_entry_read_number (self->share_row, 0, 99, _("Write a percentage from 0 to 99"), &percent))
    return;

  percent = isnan (percent) ? 0 : percent;
  has_any = add_rest (self, change, CAPACITY_MODE_REGULAR, percent / 100, from, until);
  has_any = add_rest (self, change, CAPACITY_MODE_PEAK, percent / 100, from, until) || has_any;
  if (has_any)
    capacity_apply (GTK_WIDGET (self), self->workspace, change, _("The Capacity Was Not Changed"), NULL);
  else
    capacity_entry_set_problem (self->from_row, _("Say first how much there is on this day"));
}

static void
capacity_maintenance_dialog_dispose (GObject *object)
{
  CapacityMaintenanceDialog *self = CAPACITY_MAINTENANCE_DIALOG (object);

  g_clear_object (&self->workspace);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAPACITY_TYPE_MAINTENANCE_DIALOG);

  G_OBJECT_CLASS (capacity_maintenance_dialog_parent_class)->dispose (object);
}

static void
capacity_maintenance_dialog_class_init (CapacityMaintenanceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = capacity_maintenance_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/varam/Capacity/resources/capacity-maintenance-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CapacityMaintenanceDialog, from_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityMaintenanceDialog, until_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityMaintenanceDialog, share_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityMaintenanceDialog, note_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityMaintenanceDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, capacity_entry_forget_problem);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
capacity_maintenance_dialog_init (CapacityMaintenanceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  capacity_entry_set_number (self->share_row, 0);
  capacity_entry_set_text (self->note_row, _("Maintenance"));
}

/**
 * capacity_maintenance_dialog_new:
 * @workspace: the portfolio
 * @resource: a resource other than people
 *
 * Returns: (transfer floating): a new dialog
 */
AdwDialog *
capacity_maintenance_dialog_new (CapacityWorkspace *workspace,
                                 const CapacityId  *resource)
{
  CapacityMaintenanceDialog *self = g_object_new (CAPACITY_TYPE_MAINTENANCE_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  self->resource = *resource;

  return ADW_DIALOG (self);
}
