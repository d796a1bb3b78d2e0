/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-resource-row.h"

#include "capacity-register-words.h"
#include "capacity-resource-words.h"
#include "capacity-utilisation-bar.h"
#include "capacity-verdict-label.h"

/* A resource where there is no room for a table. */
struct _CapacityResourceRow
{
  GtkWidget               parent_instance;

  CapacityResourceItem   *item;

  GtkWidget              *box;
  GtkLabel               *name;
  GtkLabel               *gap;
  GtkLabel               *kind;
  CapacityVerdictLabel   *verdict;
  CapacityUtilisationBar *use;
};

G_DEFINE_FINAL_TYPE (CapacityResourceRow, capacity_resource_row, GTK_TYPE_WIDGET)

static void
update_cb (CapacityResourceRow *self)
{
  const CapacityResourceAssessment *resource = capacity_resource_item_get_assessment (self->item);
  g_autofree char *gap = capacity_words_resource_gap (resource);

  gtk_label_set_label (self->name, resource->resource->name);
  gtk_label_set_label (self->kind, capacity_words_resource_kind (resource->resource->kind));
  gtk_label_set_label (self->gap, gap);
  capacity_verdict_label_set_verdict (self->verdict, resource->verdict);
  capacity_utilisation_bar_set_mode (self->use, &resource->modes[CAPACITY_MODE_REGULAR]);
}

static void
capacity_resource_row_dispose (GObject *object)
{
  capacity_resource_row_set_item (CAPACITY_RESOURCE_ROW (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAPACITY_TYPE_RESOURCE_ROW);

  G_OBJECT_CLASS (capacity_resource_row_parent_class)->dispose (object);
}

static void
capacity_resource_row_class_init (CapacityResourceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = capacity_resource_row_dispose;

  g_type_ensure (CAPACITY_TYPE_UTILISATION_BAR);
  g_type_ensure (CAPACITY_TYPE_VERDICT_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/varam/Capacity/resources/capacity-resource-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CapacityResourceRow, box);
  gtk_widget_class_bind_template_child (widget_class, CapacityResourceRow, name);
  gtk_widget_class_bind_template_child (widget_class, CapacityResourceRow, gap);
  gtk_widget_class_bind_template_child (widget_class, CapacityResourceRow, kind);
  gtk_widget_class_bind_template_child (widget_class, CapacityResourceRow, verdict);
  gtk_widget_class_bind_template_child (widget_class, CapacityResourceRow, use);
}

static void
capacity_resource_row_init (CapacityResourceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * capacity_resource_row_new:
 *
 * Returns: (transfer floating): a new row that shows nothing yet
 */
GtkWidget *
capacity_resource_row_new (void)
{
  return g_object_new (CAPACITY_TYPE_RESOURCE_ROW, NULL);
}

/**
 * capacity_resource_row_set_item:
 * @item: (nullable): a resource
 *
 * Shows @item and follows its changes.
 */
void
capacity_resource_row_set_item (CapacityResourceRow  *self,
                               CapacityResourceItem *item)
{
  g_return_if_fail (CAPACITY_IS_RESOURCE_ROW (self));

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, update_cb, self);
  g_set_object (&self->item, item);
  if (item != NULL)
    {
      g_signal_connect_swapped (item, "notify::assessment", G_CALLBACK (update_cb), self);
      update_cb (self);
    }
}
