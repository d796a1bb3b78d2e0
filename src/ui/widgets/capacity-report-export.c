/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-report-export.h"

#include <glib/gi18n.h>

#include "capacity-feedback.h"

typedef struct
{
  GtkWidget                 *widget; /* the window, which outlives the page */
  CapacityReportKind         kind;
  CapacityAssessment        *assessment;
  CapacityStore             *store;
  CapacityId                 subject; /* none for reports about all */
  GCancellable              *cancellable;
  GFile                     *file;
  char                      *author;
  GStrv                      left_out; /* nullable */
  CapacityDate               since;
} Export;

static void
export_free (Export *export)
{
  g_clear_object (&export->widget);
  g_clear_object (&export->cancellable);
  g_clear_object (&export->file);
  g_clear_object (&export->store);
  g_clear_pointer (&export->assessment, capacity_assessment_unref);
  g_clear_pointer (&export->author, g_free);
  g_clear_pointer (&export->left_out, g_strfreev);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Export *export = task_data;
  CapacityReportOptions options = { .author = export->author, .cancellable = cancellable,
                                    .left_out = (const char *const *) export->left_out, .store = export->store,
                                    .since = export->since };
  GError *error = NULL;

  if (capacity_report_write (export->kind, export->assessment, &export->subject, export->file, &options, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Export *export = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    capacity_feedback_saved (export->widget, export->file);
  else
    capacity_feedback_error (export->widget, _("The Report Could Not Be Saved"), error);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Export) export = user_data;
  g_autoptr (GTask) task = NULL;

  export->file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  if (export->file == NULL)
    return;

  task = g_task_new (NULL, export->cancellable, written_cb, NULL);
  g_task_set_source_tag (task, capacity_report_export);
  g_task_set_task_data (task, g_steal_pointer (&export), (GDestroyNotify) export_free);
  g_task_run_in_thread (task, write_in_thread);
}

/* A name to begin with: that of what the report is about. */
static char *
initial_name (const Export *export)
{
  const CapacityPortfolio *portfolio = export->assessment->portfolio;
  const CapacityService *service = capacity_portfolio_get_service (portfolio, &export->subject);
  const CapacityResource *resource = capacity_portfolio_get_resource (portfolio, &export->subject);
  const char *about = portfolio->institution.name;
  g_autofree char *name = NULL;

  if (service != NULL)
    about = service->name;
  else if (resource != NULL)
    about = resource->name;
  name = g_strdup_printf ("%s.pdf", about != NULL ? about : _("Overview"));

  return g_strdelimit (g_steal_pointer (&name), "/", '-');
}

/**
 * capacity_report_export:
 * @widget: where it was asked for
 * @kind: which report
 * @workspace: the portfolio
 * @subject: (nullable): identifier of the service or resource, for a report about one
 * @options: (nullable): which sections are not wanted, and the first day of an audit extract
 * @cancellable: (nullable): to stop it
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
  g_autoptr (GSettings) settings = g_settings_new ("org.varam.Capacity");
  Export *export = g_new0 (Export, 1);
  g_autofree char *name = NULL;

  export->widget = g_object_ref (GTK_WIDGET (window));
  export->kind = kind;
  export->assessment = capacity_assessment_ref (capacity_workspace_get_assessment (workspace));
  export->store = g_object_ref (capacity_workspace_get_store (workspace));
  if (options != NULL)
    {
      export->left_out = g_strdupv ((char **) options->left_out);
      export->since = options->since;
    }
  export->subject = subject != NULL ? *subject : CAPACITY_ID_NONE;
  export->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  export->author = g_settings_get_string (settings, "report-author");
  name = initial_name (export);

  gtk_file_dialog_set_title (dialog, _("Export as PDF"));
  gtk_file_dialog_set_accept_label (dialog, _("_Save"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (window), cancellable, chosen_cb, export);
}
