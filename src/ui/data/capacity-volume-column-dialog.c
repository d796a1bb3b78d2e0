/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-volume-column-dialog.h"

#include <glib/gi18n.h>

#include "capacity-entry.h"
#include "capacity-names.h"
#include "capacity-suggestions.h"
#include "capacity-words.h"

/* What a new column of volumes counts. */
struct _CapacityVolumeColumnDialog
{
  AdwDialog    parent_instance;

  AdwComboRow *measure_row;
  AdwComboRow *kind_row;
  AdwEntryRow *channel_row;
  AdwEntryRow *site_row;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CapacityVolumeColumnDialog, capacity_volume_column_dialog, ADW_TYPE_DIALOG)

static void
cancel_cb (CapacityVolumeColumnDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
add_cb (CapacityVolumeColumnDialog *self)
{
  g_autofree char *channel = capacity_entry_dup_text (self->channel_row);
  g_autofree char *site = capacity_entry_dup_text (self->site_row);
  CapacityVolume column = {
    .measure = adw_combo_row_get_selected (self->measure_row),
    .kind = adw_combo_row_get_selected (self->kind_row),
    .channel = channel,
    .site = site,
  };
  gboolean is_new = FALSE;

  g_signal_emit (self, signals[CHOSEN], 0, &column, &is_new);
  if (is_new)
    adw_dialog_close (ADW_DIALOG (self));
  else
    capacity_entry_set_problem (self->channel_row, _("There is such a column already"));
}

/* The problem stands beside the channel, whichever row mends it. */
static void
changed_cb (CapacityVolumeColumnDialog *self)
{
  capacity_entry_forget_problem (self->channel_row);
}

static void
capacity_volume_column_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CAPACITY_TYPE_VOLUME_COLUMN_DIALOG);

  G_OBJECT_CLASS (capacity_volume_column_dialog_parent_class)->dispose (object);
}

static void
capacity_volume_column_dialog_class_init (CapacityVolumeColumnDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = capacity_volume_column_dialog_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_BOOLEAN, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/varam/Capacity/data/capacity-volume-column-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CapacityVolumeColumnDialog, measure_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityVolumeColumnDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityVolumeColumnDialog, channel_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityVolumeColumnDialog, site_row);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
capacity_volume_column_dialog_init (CapacityVolumeColumnDialog *self)
{
  g_autoptr (GtkStringList) measures = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));

  for (int i = 0; i < CAPACITY_N_MEASURES; i++)
    gtk_string_list_append (measures, capacity_words_measure ((CapacityMeasure) i));
  for (int i = 0; i < CAPACITY_N_REQUEST_KINDS; i++)
    gtk_string_list_append (kinds, capacity_words_request_kind ((CapacityRequestKind) i));
  adw_combo_row_set_model (self->measure_row, G_LIST_MODEL (measures));
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (kinds));
}

/**
 * capacity_volume_column_dialog_new:
 * @portfolio: its channels and places are offered
 *
 * Asks what a new column of volumes shall count. `chosen` is emitted with a #CapacityVolume that says so, without a
 * series and only until the signal returns; a handler returns whether there was no such column yet.
 *
 * Returns: (transfer floating): a new dialog
 */
AdwDialog *
capacity_volume_column_dialog_new (const CapacityPortfolio *portfolio)
{
  CapacityVolumeColumnDialog *self = g_object_new (CAPACITY_TYPE_VOLUME_COLUMN_DIALOG, NULL);
  g_auto (GStrv) channels = capacity_names_labels (portfolio, CAPACITY_LABEL_CHANNEL);
  g_auto (GStrv) places = capacity_names_places (portfolio);

  capacity_suggestions_add (self->channel_row, (const char *const *) channels);
  capacity_suggestions_add (self->site_row, (const char *const *) places);

  return ADW_DIALOG (self);
}
