/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-mode-card.h"

#include "capacity-utilisation-bar.h"
#include "capacity-verdict-label.h"
#include "capacity-why-button.h"
#include "capacity-words.h"

/* How a service does in one mode: the verdict, how much of the capacity is used, and the sentence that says
 * why. */
struct _CapacityModeCard
{
  GtkWidget               parent_instance;

  GtkWidget              *box;
  GtkBox                 *why_box;
  GtkLabel               *title;
  GtkLabel               *sentence;
  CapacityVerdictLabel   *verdict;
  CapacityUtilisationBar *utilisation;
  CapacityWhyButton      *why;

  CapacityMode            mode;
};

G_DEFINE_FINAL_TYPE (CapacityModeCard, capacity_mode_card, GTK_TYPE_WIDGET)

static void
capacity_mode_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CAPACITY_TYPE_MODE_CARD);

  G_OBJECT_CLASS (capacity_mode_card_parent_class)->dispose (object);
}

static void
capacity_mode_card_class_init (CapacityModeCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = capacity_mode_card_dispose;

  g_type_ensure (CAPACITY_TYPE_UTILISATION_BAR);
  g_type_ensure (CAPACITY_TYPE_VERDICT_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/varam/Capacity/service/capacity-mode-card.ui");
  gtk_widget_class_bind_template_child (widget_class, CapacityModeCard, box);
  gtk_widget_class_bind_template_child (widget_class, CapacityModeCard, why_box);
  gtk_widget_class_bind_template_child (widget_class, CapacityModeCard, title);
  gtk_widget_class_bind_template_child (widget_class, CapacityModeCard, sentence);
  gtk_widget_class_bind_template_child (widget_class, CapacityModeCard, verdict);
  gtk_widget_class_bind_template_child (widget_class, CapacityModeCard, utilisation);
}

static void
capacity_mode_card_init (CapacityModeCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * capacity_mode_card_new:
 * @mode: the mode it is about
 *
 * Returns: (transfer floating): a new card
 */
GtkWidget *
capacity_mode_card_new (CapacityMode mode)
{
  CapacityModeCard *self = g_object_new (CAPACITY_TYPE_MODE_CARD, NULL);

  self->mode = mode;
  self->why = CAPACITY_WHY_BUTTON (capacity_why_button_new (CAPACITY_FIGURE_VERDICT, mode));
  gtk_box_append (self->why_box, GTK_WIDGET (self->why));
  gtk_label_set_label (self->title, capacity_words_mode (mode));

  return GTK_WIDGET (self);
}

/**
 * capacity_mode_card_set_service:
 * @assessment: the assessment
 * @service: the part of it about one service
 *
 * Shows how @service does.
 */
void
capacity_mode_card_set_service (CapacityModeCard                *self,
                                const CapacityAssessment        *assessment,
                                const CapacityServiceAssessment *service)
{
  g_autofree char *sentence = NULL;

  g_return_if_fail (CAPACITY_IS_MODE_CARD (self));
  g_return_if_fail (assessment != NULL && service != NULL);

  sentence = capacity_words_mode_sentence (service, self->mode);
  gtk_label_set_label (self->sentence, sentence);
  capacity_verdict_label_set_verdict (self->verdict, service->modes[self->mode].verdict);
  capacity_utilisation_bar_set_mode (self->utilisation, &service->modes[self->mode]);
  capacity_why_button_set_service (self->why, assessment, service);
}
