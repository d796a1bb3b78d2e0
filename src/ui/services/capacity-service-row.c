/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-service-row.h"

#include "capacity-format.h"
#include "capacity-sparkline.h"
#include "capacity-verdict-label.h"
#include "capacity-words.h"

/* A service where there is no room for a table. */
struct _CapacityServiceRow
{
  GtkWidget             parent_instance;

  CapacityServiceItem  *item;

  GtkWidget            *box;
  GtkLabel             *name;
  GtkLabel             *exhaustion;
  GtkLabel             *volume;
  CapacityVerdictLabel *verdict;
  CapacitySparkline    *sparkline;
};

G_DEFINE_FINAL_TYPE (CapacityServiceRow, capacity_service_row, GTK_TYPE_WIDGET)

static void
update_cb (CapacityServiceRow *self)
{
  const CapacityServiceAssessment *service = capacity_service_item_get_assessment (self->item);
  g_autofree char *exhaustion = capacity_words_exhaustion (&service->exhaustion);
  g_autofree char *volume = capacity_format_count (service->last12);

  gtk_label_set_label (self->name, service->service->name);
  gtk_label_set_label (self->exhaustion, exhaustion);
  gtk_label_set_label (self->volume, volume);
  capacity_verdict_label_set_verdict (self->verdict, service->overall);
  capacity_sparkline_set_series (self->sparkline, service->demand);
}

static void
capacity_service_row_dispose (GObject *object)
{
  capacity_service_row_set_item (CAPACITY_SERVICE_ROW (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAPACITY_TYPE_SERVICE_ROW);

  G_OBJECT_CLASS (capacity_service_row_parent_class)->dispose (object);
}

static void
capacity_service_row_class_init (CapacityServiceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = capacity_service_row_dispose;

  g_type_ensure (CAPACITY_TYPE_SPARKLINE);
  g_type_ensure (CAPACITY_TYPE_VERDICT_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/varam/Capacity/services/capacity-service-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CapacityServiceRow, box);
  gtk_widget_class_bind_template_child (widget_class, CapacityServiceRow, name);
  gtk_widget_class_bind_template_child (widget_class, CapacityServiceRow, exhaustion);
  gtk_widget_class_bind_template_child (widget_class, CapacityServiceRow, volume);
  gtk_widget_class_bind_template_child (widget_class, CapacityServiceRow, verdict);
  gtk_widget_class_bind_template_child (widget_class, CapacityServiceRow, sparkline);
}

static void
capacity_service_row_init (CapacityServiceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * capacity_service_row_new:
 *
 * Returns: (transfer floating): a new row that shows nothing yet
 */
GtkWidget *
capacity_service_row_new (void)
{
  return g_object_new (CAPACITY_TYPE_SERVICE_ROW, NULL);
}

/**
 * capacity_service_row_set_item:
 * @item: (nullable): a service
 *
 * Shows @item and follows its changes.
 */
void
capacity_service_row_set_item (CapacityServiceRow  *self,
                               CapacityServiceItem *item)
{
  g_return_if_fail (CAPACITY_IS_SERVICE_ROW (self));

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, update_cb, self);
  g_set_object (&self->item, item);
  if (item != NULL)
    {
      g_signal_connect_swapped (item, "notify::assessment", G_CALLBACK (update_cb), self);
      update_cb (self);
    }
}
