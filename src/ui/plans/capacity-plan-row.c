/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-plan-row.h"


#include "capacity-plan-words.h"
#include "capacity-verdict-label.h"
#include "capacity-words.h"

/* A service in the list of plans: its verdict, where its plan stands, and by when to decide. */
struct _CapacityPlanRow
{
  GtkWidget             parent_instance;

  CapacityServiceItem  *item;
  GtkWidget            *box;
  GtkLabel             *title;
  GtkLabel             *subtitle;
  CapacityVerdictLabel *verdict;

  CapacityDate          as_of;
};

G_DEFINE_FINAL_TYPE (CapacityPlanRow, capacity_plan_row, GTK_TYPE_WIDGET)

static void
update_cb (CapacityPlanRow *self)
{
  const CapacityServiceAssessment *service = capacity_service_item_get_assessment (self->item);
  g_autofree char *stand = capacity_words_plan_stand (service->service->plan);
  g_autofree char *decide = capacity_words_decide_by (&service->exhaustion, self->as_of);
  g_autofree char *both = decide != NULL ? g_strdup_printf ("%s · %s", stand, decide) : NULL;

  gtk_label_set_label (self->title, service->service->name);
  gtk_label_set_label (self->subtitle, both != NULL ? both : stand);
  capacity_verdict_label_set_verdict (self->verdict, service->overall);
}

static GtkLabel *
line_new (const char *style_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);

  return GTK_LABEL (label);
}

static void
capacity_plan_row_dispose (GObject *object)
{
  CapacityPlanRow *self = CAPACITY_PLAN_ROW (object);

  capacity_plan_row_set_service (self, NULL, CAPACITY_DATE_NONE);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (capacity_plan_row_parent_class)->dispose (object);
}

static void
capacity_plan_row_class_init (CapacityPlanRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = capacity_plan_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
capacity_plan_row_init (CapacityPlanRow *self)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_add_css_class (self->box, "plan-row");
  self->title = line_new (NULL);
  self->subtitle = line_new ("caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->subtitle), "dimmed");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->subtitle));
  gtk_box_append (GTK_BOX (self->box), texts);
  self->verdict = CAPACITY_VERDICT_LABEL (capacity_verdict_label_new (CAPACITY_VERDICT_UNKNOWN));
  gtk_widget_set_valign (GTK_WIDGET (self->verdict), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->verdict));
}

/**
 * capacity_plan_row_new:
 *
 * Returns: (transfer floating): a row without a service
 */
GtkWidget *
capacity_plan_row_new (void)
{
  return g_object_new (CAPACITY_TYPE_PLAN_ROW, NULL);
}

/**
 * capacity_plan_row_set_service:
 * @self: a row
 * @item: (nullable): the service to follow
 * @as_of: the day of the assessment
 */
void
capacity_plan_row_set_service (CapacityPlanRow     *self,
                               CapacityServiceItem *item,
                               CapacityDate         as_of)
{
  g_return_if_fail (CAPACITY_IS_PLAN_ROW (self));

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, update_cb, self);
  g_set_object (&self->item, item);
  self->as_of = as_of;
  if (item == NULL)
    return;
  g_signal_connect_object (item, "notify::assessment", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  update_cb (self);
}
