/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-report-text-dialog.h"

#include <glib/gi18n.h>

#include "capacity-apply.h"

/* What the institution says in its own words at one place of a report. */
struct _CapacityReportTextDialog
{
  AdwDialog            parent_instance;

  CapacityWorkspace   *workspace;
  CapacityReportText  *text;

  AdwPreferencesGroup *group;
  GtkTextBuffer       *buffer;
};

G_DEFINE_FINAL_TYPE (CapacityReportTextDialog, capacity_report_text_dialog, ADW_TYPE_DIALOG)

static void
cancel_cb (CapacityReportTextDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
save_cb (CapacityReportTextDialog *self)
{
  g_autoptr (CapacityChange) change = capacity_change_new ();
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  g_free (self->text->text);
  self->text->text = g_strstrip (gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE));
  capacity_change_set_report_text (change, self->text);
  capacity_apply (GTK_WIDGET (self), self->workspace, change, _("The Text Was Not Changed"), NULL);
}

static void
capacity_report_text_dialog_dispose (GObject *object)
{
  CapacityReportTextDialog *self = CAPACITY_REPORT_TEXT_DIALOG (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->text, capacity_report_text_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAPACITY_TYPE_REPORT_TEXT_DIALOG);

  G_OBJECT_CLASS (capacity_report_text_dialog_parent_class)->dispose (object);
}

static void
capacity_report_text_dialog_class_init (CapacityReportTextDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = capacity_report_text_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/varam/Capacity/reports/capacity-report-text-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CapacityReportTextDialog, group);
  gtk_widget_class_bind_template_child (widget_class, CapacityReportTextDialog, buffer);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
capacity_report_text_dialog_init (CapacityReportTextDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * capacity_report_text_dialog_new:
 * @workspace: the portfolio
 * @text: what stands there now, empty for nothing; copied
 * @place: what a person calls its place
 *
 * Returns: (transfer floating): a new dialog
 */
AdwDialog *
capacity_report_text_dialog_new (CapacityWorkspace        *workspace,
                                 const CapacityReportText *text,
                                 const char               *place)
{
  CapacityReportTextDialog *self = g_object_new (CAPACITY_TYPE_REPORT_TEXT_DIALOG, NULL);
  g_autofree char *title = g_markup_escape_text (place, -1);

  self->workspace = g_object_ref (workspace);
  self->text = capacity_report_text_copy (text);
  adw_preferences_group_set_title (self->group, title);
  gtk_text_buffer_set_text (self->buffer, text->text, -1);

  return ADW_DIALOG (self);
}
