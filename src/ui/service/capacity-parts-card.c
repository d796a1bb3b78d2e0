/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-parts-card.h"

#include <glib/gi18n.h>

#include "capacity-chart-card.h"
#include "capacity-parts-chart.h"

/* The volumes of a service by kind, channel or place: one chart at a time, and a choice where there are several. */
struct _CapacityPartsCard
{
  AdwBin             parent_instance;

  AdwToggleGroup    *choice;
  CapacityChartCard *card;

  CapacityChart     *charts[CAPACITY_N_PARTS_BY]; /* NULL where there are no parts */
  gboolean           is_filling;
};

static const struct
{
  const char *name;
  const char *label;
} choices[CAPACITY_N_PARTS_BY] = {
  [CAPACITY_PARTS_BY_KIND] = { "kind", N_("By Kind") },
  [CAPACITY_PARTS_BY_CHANNEL] = { "channel", N_("By Channel") },
  [CAPACITY_PARTS_BY_SITE] = { "site", N_("By Place") },
};

G_DEFINE_FINAL_TYPE (CapacityPartsCard, capacity_parts_card, ADW_TYPE_BIN)

static void
chosen_cb (CapacityPartsCard *self)
{
  const char *name = adw_toggle_group_get_active_name (self->choice);

  for (guint i = 0; !self->is_filling && i < CAPACITY_N_PARTS_BY; i++)
    if (self->charts[i] != NULL && g_strcmp0 (name, choices[i].name) == 0)
      capacity_chart_card_set_chart (self->card, self->charts[i]);
}

/* What was chosen stays chosen while it is there. */
static void
fill_choice (CapacityPartsCard *self)
{
  g_autofree char *chosen = g_strdup (adw_toggle_group_get_active_name (self->choice));
  guint n = 0;

  self->is_filling = TRUE;
  adw_toggle_group_remove_all (self->choice);
  for (guint i = 0; i < CAPACITY_N_PARTS_BY; i++)
    {
      AdwToggle *toggle = NULL;

      if (self->charts[i] == NULL)
        continue;
      toggle = adw_toggle_new ();
      adw_toggle_set_name (toggle, choices[i].name);
      adw_toggle_set_label (toggle, _(choices[i].label));
      adw_toggle_group_add (self->choice, toggle);
      n++;
    }
  if (chosen != NULL && adw_toggle_group_get_toggle_by_name (self->choice, chosen) != NULL)
    adw_toggle_group_set_active_name (self->choice, chosen);
  else if (n > 0)
    adw_toggle_group_set_active (self->choice, 0);
  self->is_filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->choice), n > 1);
  chosen_cb (self);
}

static gboolean
update_charts (CapacityPartsCard     *self,
               const CapacityService *service,
               CapacityDate           as_of)
{
  gboolean is_other = FALSE;

  for (guint i = 0; i < CAPACITY_N_PARTS_BY; i++)
    {
      gboolean was_there = self->charts[i] != NULL;

      g_clear_pointer (&self->charts[i], capacity_chart_unref);
      self->charts[i] = capacity_parts_chart_new (service, as_of, (CapacityPartsBy) i);
      is_other |= was_there != (self->charts[i] != NULL);
    }

  return is_other;
}

static void
capacity_parts_card_dispose (GObject *object)
{
  CapacityPartsCard *self = CAPACITY_PARTS_CARD (object);

  for (guint i = 0; i < CAPACITY_N_PARTS_BY; i++)
    g_clear_pointer (&self->charts[i], capacity_chart_unref);

  G_OBJECT_CLASS (capacity_parts_card_parent_class)->dispose (object);
}

static void
capacity_parts_card_class_init (CapacityPartsCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = capacity_parts_card_dispose;
}

static void
capacity_parts_card_init (CapacityPartsCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->card = g_object_new (CAPACITY_TYPE_CHART_CARD, NULL);
  self->choice = ADW_TOGGLE_GROUP (adw_toggle_group_new ());
  gtk_widget_set_halign (GTK_WIDGET (self->choice), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->choice), "round");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choice), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Tell Volumes Apart"), -1);
  g_signal_connect_object (self->choice, "notify::active-name", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->choice));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->card));
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * capacity_parts_card_show:
 * @service: a service
 * @as_of: today
 *
 * Shows what of @service is told apart; nothing where nothing is.
 */
void
capacity_parts_card_show (CapacityPartsCard     *self,
                          const CapacityService *service,
                          CapacityDate           as_of)
{
  gboolean has_any = FALSE;

  g_return_if_fail (CAPACITY_IS_PARTS_CARD (self));

  if (update_charts (self, service, as_of))
    fill_choice (self);
  else
    chosen_cb (self);
  for (guint i = 0; i < CAPACITY_N_PARTS_BY; i++)
    has_any |= self->charts[i] != NULL;
  gtk_widget_set_visible (GTK_WIDGET (self), has_any);
}
