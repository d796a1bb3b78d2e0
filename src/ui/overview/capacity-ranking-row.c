/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-ranking-row.h"

#include <glib/gi18n.h>

#include "capacity-arrow.h"
#include "capacity-ranking.h"
#include "capacity-verdict-label.h"
#include "capacity-words.h"

/* A service that will not suffice: when, between which months, how long there is to decide, why, and from what data. */
struct _CapacityRankingRow
{
  AdwActionRow          parent_instance;

  CapacityServiceItem  *item;
  CapacityVerdictLabel *verdict;

  CapacityDate          as_of;
};

G_DEFINE_FINAL_TYPE (CapacityRankingRow, capacity_ranking_row, ADW_TYPE_ACTION_ROW)

/* Why, and in which mode where that is not the regular one: its figures are of no ordinary month. */
static char *
say_why (const CapacityServiceAssessment *service)
{
  CapacityMode mode = capacity_ranking_leading_mode (service);
  g_autofree char *why = capacity_words_mode_sentence (service, mode);

  switch (mode)
    {
    case CAPACITY_MODE_PEAK:
      /* Translators: %s is a sentence about the mode */
      return g_strdup_printf (_("In the peaks: %s"), why);
    case CAPACITY_MODE_LONG_TERM:
      return g_strdup_printf (_("In the long term: %s"), why);
    case CAPACITY_MODE_REGULAR:
    default:
      return g_steal_pointer (&why);
    }
}

static void
update_cb (CapacityRankingRow *self)
{
  const CapacityServiceAssessment *service = capacity_service_item_get_assessment (self->item);
  g_autofree char *likely = capacity_words_exhaustion (&service->exhaustion);
  g_autofree char *range = capacity_words_exhaustion_range (&service->exhaustion);
  g_autofree char *decide = capacity_words_decide_by (&service->exhaustion, self->as_of);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;
  g_autofree char *when = NULL;
  g_autofree char *why = say_why (service);
  g_autofree char *quality = capacity_words_quality (&service->quality);
  /* Translators: what is known of a service; %s is such as "58 months to October 2026, 2 unusual" */
  g_autofree char *data = g_strdup_printf (_("Data: %s"), quality);
  g_autofree char *subtitle = NULL;

  g_strv_builder_add (builder, likely);
  if (range != NULL)
    g_strv_builder_add (builder, range);
  if (decide != NULL)
    g_strv_builder_add (builder, decide);
  lines = g_strv_builder_end (builder);
  when = g_strjoinv (" · ", lines);
  subtitle = g_strjoin ("\n", when, why, data, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), service->service->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  capacity_verdict_label_set_verdict (self->verdict, service->overall);
}

static void
capacity_ranking_row_dispose (GObject *object)
{
  g_clear_object (&CAPACITY_RANKING_ROW (object)->item);

  G_OBJECT_CLASS (capacity_ranking_row_parent_class)->dispose (object);
}

static void
capacity_ranking_row_class_init (CapacityRankingRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = capacity_ranking_row_dispose;
}

static void
capacity_ranking_row_init (CapacityRankingRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  self->verdict = CAPACITY_VERDICT_LABEL (capacity_verdict_label_new (CAPACITY_VERDICT_UNKNOWN));
  gtk_widget_set_valign (GTK_WIDGET (self->verdict), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->verdict));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), capacity_arrow_new ());
}

/**
 * capacity_ranking_row_new:
 * @item: a service
 * @as_of: the day of the assessment
 *
 * Returns: (transfer floating): a row that follows @item
 */
GtkWidget *
capacity_ranking_row_new (CapacityServiceItem *item,
                          CapacityDate         as_of)
{
  CapacityRankingRow *self = g_object_new (CAPACITY_TYPE_RANKING_ROW, NULL);
  g_autofree char *id = capacity_id_to_string (&capacity_service_item_get_service (item)->id);

  self->item = g_object_ref (item);
  self->as_of = as_of;
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.show-service");
  g_signal_connect_object (item, "notify::assessment", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  update_cb (self);

  return GTK_WIDGET (self);
}
