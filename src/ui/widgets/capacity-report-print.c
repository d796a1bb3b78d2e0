/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-report-print.h"

#include <glib/gi18n.h>

#include "capacity-feedback.h"
#include "capacity-report-order.h"

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              gpointer           user_data)
{
  capacity_pages_draw (user_data, (guint) page, gtk_print_context_get_cairo_context (context));
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         gpointer                 user_data)
{
  g_autoptr (GtkWindow) window = user_data;
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;

  gtk_print_operation_get_error (operation, &error);
  capacity_feedback_error (GTK_WIDGET (window), _("The Report Could Not Be Printed"), error);
}

static GtkPageSetup *
page_setup_new (void)
{
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  GtkPageSetup *setup = gtk_page_setup_new ();

  gtk_page_setup_set_paper_size_and_default_margins (setup, paper);

  return setup;
}

typedef struct
{
  GtkWindow          *window;
  CapacityReportKind  kind;
} Job;

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autofree Job *job = user_data;
  g_autoptr (GtkWindow) window = job->window;
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = page_setup_new ();
  g_autoptr (GError) error = NULL;
  CapacityPages *pages = capacity_report_order_make_finish (result, &error);

  if (pages == NULL)
    {
      capacity_feedback_error (GTK_WIDGET (window), _("The Report Could Not Be Printed"), error);
      return;
    }

  gtk_print_operation_set_job_name (operation, capacity_report_get_title (job->kind));
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_n_pages (operation, (int) capacity_pages_get_n_pages (pages));
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), pages,
                         (GClosureNotify) (void (*) (void)) capacity_pages_unref, G_CONNECT_DEFAULT);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), g_object_ref (window));
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, window, &error);
}

/**
 * capacity_report_print:
 * @window: where it was asked for
 * @kind: which report
 * @workspace: the portfolio
 * @subject: (nullable): the service or resource it is about
 * @options: (nullable): which sections are not wanted, and the first day of an audit extract
 *
 * Prints what is exported as PDF elsewhere, through the print dialog of the desktop.
 */
void
capacity_report_print (GtkWindow                   *window,
                       CapacityReportKind           kind,
                       CapacityWorkspace           *workspace,
                       const CapacityId            *subject,
                       const CapacityReportOptions *options)
{
  g_autoptr (CapacityReportOrder) order = capacity_report_order_new (workspace, kind, subject, options);
  Job *job = g_new0 (Job, 1);

  job->window = g_object_ref (window);
  job->kind = kind;
  capacity_report_order_show_async (order, GTK_WIDGET (window), NULL, made_cb, job);
}
