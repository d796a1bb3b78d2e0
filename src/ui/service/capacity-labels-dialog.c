/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-labels-dialog.h"

#include <glib/gi18n.h>

#include "capacity-apply.h"
#include "capacity-labels-row.h"

/* The labels of one kind of a service or resource. */
struct _CapacityLabelsDialog
{
  AdwDialog            parent_instance;

  CapacityWorkspace   *workspace;
  GPtrArray           *others; /* element-type CapacityLabel: those of other kinds, which stay */

  AdwPreferencesGroup *group;
  CapacityLabelsRow   *row;

  gboolean             is_resource;
  CapacityId           id;
};

G_DEFINE_FINAL_TYPE (CapacityLabelsDialog, capacity_labels_dialog, ADW_TYPE_DIALOG)

static void
cancel_cb (CapacityLabelsDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
save_cb (CapacityLabelsDialog *self)
{
  g_autoptr (GPtrArray) labels = capacity_label_list_copy (self->others);
  g_autoptr (CapacityChange) change = capacity_change_new ();

  capacity_labels_row_collect (self->row, labels);
  if (self->is_resource)
    capacity_change_set_resource_labels (change, &self->id, labels);
  else
    capacity_change_set_service_labels (change, &self->id, labels);
  capacity_apply (GTK_WIDGET (self), self->workspace, change, _("Nothing Was Changed"), NULL);
}

static void
capacity_labels_dialog_dispose (GObject *object)
{
  CapacityLabelsDialog *self = CAPACITY_LABELS_DIALOG (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAPACITY_TYPE_LABELS_DIALOG);

  G_OBJECT_CLASS (capacity_labels_dialog_parent_class)->dispose (object);
}

static void
capacity_labels_dialog_class_init (CapacityLabelsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = capacity_labels_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/varam/Capacity/service/capacity-labels-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CapacityLabelsDialog, group);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
capacity_labels_dialog_init (CapacityLabelsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->others = capacity_label_list_new ();
}

static CapacityLabelsDialog *
dialog_new (CapacityWorkspace *workspace,
            const CapacityId  *id,
            const char        *name,
            const GPtrArray   *labels,
            CapacityLabelKind  kind)
{
  CapacityLabelsDialog *self = g_object_new (CAPACITY_TYPE_LABELS_DIALOG, NULL);
  GtkWidget *row = capacity_labels_row_new (capacity_workspace_get_portfolio (workspace), kind, labels);

  self->workspace = g_object_ref (workspace);
  self->id = *id;
  self->row = CAPACITY_LABELS_ROW (row);
  for (guint i = 0; i < labels->len; i++)
    if (((const CapacityLabel *) labels->pdata[i])->kind != kind)
      g_ptr_array_add (self->others, capacity_label_copy (labels->pdata[i]));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  adw_preferences_group_add (self->group, row);
  adw_dialog_set_title (ADW_DIALOG (self), name);

  return self;
}

/**
 * capacity_labels_dialog_new_for_service:
 * @workspace: the portfolio
 * @service: whose labels to edit
 * @kind: which ones
 *
 * Returns: (transfer floating): a new dialog
 */
AdwDialog *
capacity_labels_dialog_new_for_service (CapacityWorkspace     *workspace,
                                        const CapacityService *service,
                                        CapacityLabelKind      kind)
{
  return ADW_DIALOG (dialog_new (workspace, &service->id, service->name, service->labels, kind));
}

/**
 * capacity_labels_dialog_new_for_resource:
 * @workspace: the portfolio
 * @resource: whose labels to edit
 * @kind: which ones
 *
 * Returns: (transfer floating): a new dialog
 */
AdwDialog *
capacity_labels_dialog_new_for_resource (CapacityWorkspace      *workspace,
                                         const CapacityResource *resource,
                                         CapacityLabelKind       kind)
{
  CapacityLabelsDialog *self = dialog_new (workspace, &resource->id, resource->name, resource->labels, kind);

  self->is_resource = TRUE;

  return ADW_DIALOG (self);
}
