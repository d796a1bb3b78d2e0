/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-report-export.h"

#include <glib/gi18n.h>

#include "capacity-feedback.h"
#include "capacity-report-order.h"

typedef struct
{
  GtkWidget           *window; /* outlives the page */
  CapacityReportOrder *order;
  GFile               *file;
} Export;

static void
export_free (Export *export)
{
  g_clear_object (&export->window);
  g_clear_object (&export->file);
  capacity_report_order_unref (export->order);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Export) export = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CapacityPages) pages = capacity_report_order_make_finish (result, &error);

  if (pages != NULL)
    capacity_feedback_saved (export->window, export->file);
  else
    capacity_feedback_error (export->window, _("The Report Could Not Be Saved"), error);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Export) export = user_data;
  GtkWidget *window = export->window;

  export->file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  if (export->file == NULL)
    return;

  capacity_report_order_show_async (export->order, window, export->file, written_cb, export);
  g_steal_pointer (&export);
}

/**
 * capacity_report_export:
 * @widget: where it was asked for
 * @kind: which report
 * @workspace: the portfolio
 * @subject: (nullable): identifier of the service or resource, for a report about one
 * @options: (nullable): which sections are not wanted, and the first day of an audit extract
 * @cancellable: (nullable): takes the question away
 *
 * Asks for a file and writes the report to it as PDF; says in the window of @widget how that went.
 */
void
capacity_report_export (GtkWidget                   *widget,
                        CapacityReportKind           kind,
                        CapacityWorkspace           *workspace,
                        const CapacityId            *subject,
                        const CapacityReportOptions *options,
                        GCancellable                *cancellable)
{
  GtkRoot *window = gtk_widget_get_root (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  Export *export = g_new0 (Export, 1);
  g_autofree char *name = NULL;

  export->window = g_object_ref (GTK_WIDGET (window));
  export->order = capacity_report_order_new (workspace, kind, subject, options);
  name = g_strdup_printf ("%s.pdf", capacity_report_order_get_about (export->order));

  gtk_file_dialog_set_title (dialog, _("Export as PDF"));
  gtk_file_dialog_set_accept_label (dialog, _("_Save"));
  gtk_file_dialog_set_initial_name (dialog, g_strdelimit (name, "/", '-'));
  gtk_file_dialog_save (dialog, GTK_WINDOW (window), cancellable, chosen_cb, export);
}
