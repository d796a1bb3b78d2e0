/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-label-dialog.h"

#include <glib/gi18n.h>
#include <math.h>

#include "capacity-entry.h"

/* A group of recipients: how large it is and what level it needs. */
struct _CapacityLabelDialog
{
  AdwDialog      parent_instance;

  CapacityLabel *label; /* of whoever opened the dialog */

  AdwEntryRow   *name_row;
  AdwEntryRow   *size_row;
  AdwEntryRow   *level_row;
};

enum
{
  EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CapacityLabelDialog, capacity_label_dialog, ADW_TYPE_DIALOG)

static void
cancel_cb (CapacityLabelDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
save_cb (CapacityLabelDialog *self)
{
  g_autofree char *name = capacity_entry_dup_text (self->name_row);
  g_autofree char *level = capacity_entry_dup_text (self->level_row);
  double size = NAN;

  if (name == NULL)
    {
      capacity_entry_set_problem (self->name_row, _("Give the group a name"));
      return;
    }
  if (!capacity_entry_read_number (self->size_row, 0, 1e9, _("Write a number, such as 1200"), &size))
    return;

  g_set_str (&self->label->name, name);
  g_set_str (&self->label->level, level);
  self->label->size = size;
  g_signal_emit (self, signals[EDITED], 0);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
capacity_label_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CAPACITY_TYPE_LABEL_DIALOG);

  G_OBJECT_CLASS (capacity_label_dialog_parent_class)->dispose (object);
}

static void
capacity_label_dialog_class_init (CapacityLabelDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = capacity_label_dialog_dispose;

  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/varam/Capacity/service/capacity-label-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CapacityLabelDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityLabelDialog, size_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityLabelDialog, level_row);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, capacity_entry_forget_problem);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
capacity_label_dialog_init (CapacityLabelDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * capacity_label_dialog_new:
 * @label: a group of recipients, which must live as long as the dialog; its members are set when the person
 *   says so, and `edited` is emitted then
 *
 * Returns: (transfer floating): a new dialog
 */
AdwDialog *
capacity_label_dialog_new (CapacityLabel *label)
{
  CapacityLabelDialog *self = g_object_new (CAPACITY_TYPE_LABEL_DIALOG, NULL);

  self->label = label;
  capacity_entry_set_text (self->name_row, label->name);
  capacity_entry_set_number (self->size_row, label->size);
  capacity_entry_set_text (self->level_row, label->level);

  return ADW_DIALOG (self);
}
