/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-sheets-export.h"

#include <glib/gi18n.h>

#include "capacity-feedback.h"
#include "capacity-report-export.h"

typedef struct
{
  GtkWidget          *window; /* outlives the page */
  CapacityAssessment *assessment;
  GPtrArray          *services; /* element-type CapacityServiceAssessment */
  GCancellable       *cancellable;
  GFile              *folder;
  AdwToast           *progress;
  char               *author;
} Export;

static void
export_free (Export *export)
{
  g_clear_object (&export->window);
  g_clear_object (&export->cancellable);
  g_clear_object (&export->folder);
  g_clear_object (&export->progress);
  g_clear_pointer (&export->assessment, capacity_assessment_unref);
  g_clear_pointer (&export->services, g_ptr_array_unref);
  g_free (export->author);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

/* Code and name of a service, as far as a file may be called so; of two alike the second gets a number. */
static GFile *
file_of (const Export          *export,
         const CapacityService *service,
         GHashTable            *names)
{
  g_autofree char *name = service->code != NULL ? g_strdup_printf ("%s %s", service->code, service->name)
                                                : g_strdup (service->name);
  g_autofree char *file = NULL;

  g_strdelimit (name, "/\\:*?\"<>|", '-');
  file = g_strdup_printf ("%s.pdf", name);
  for (guint i = 2; g_hash_table_contains (names, file); i++)
    {
      g_free (file);
      file = g_strdup_printf ("%s (%u).pdf", name, i);
    }
  g_hash_table_add (names, g_strdup (file));

  return g_file_get_child (export->folder, file);
}

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Export *export = task_data;
  CapacityReportOptions options = { .author = export->author, .cancellable = cancellable };
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GError *error = NULL;

  for (guint i = 0; i < export->services->len; i++)
    {
      const CapacityServiceAssessment *service = g_ptr_array_index (export->services, i);
      g_autoptr (GFile) file = file_of (export, service->service, names);

      if (!capacity_report_write (CAPACITY_REPORT_SERVICE_SHEET, export->assessment, &service->service->id, file,
                                  &options, &error))
        {
          g_task_return_error (task, error);
          return;
        }
    }
  g_task_return_boolean (task, TRUE);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Export *export = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  guint n = export->services->len;

  adw_toast_dismiss (export->progress);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      capacity_feedback_error (export->window, _("The Service Sheets Could Not Be Saved"), error);
      return;
    }
  message = g_strdup_printf (ngettext ("%u service sheet saved", "%u service sheets saved", n), n);
  capacity_feedback_done (export->window, message);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Export) export = user_data;
  g_autoptr (GTask) task = NULL;
  g_autofree char *message = NULL;
  guint n = export->services->len;

  export->folder = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, NULL);
  if (export->folder == NULL)
    return;

  message = g_strdup_printf (ngettext ("Saving %u service sheet…", "Saving %u service sheets…", n), n);
  export->progress = g_object_ref (capacity_feedback_progress (export->window, message, export->cancellable));
  task = g_task_new (NULL, export->cancellable, written_cb, NULL);
  g_task_set_source_tag (task, capacity_sheets_export);
  g_task_set_task_data (task, g_steal_pointer (&export), (GDestroyNotify) export_free);
  g_task_run_in_thread (task, write_in_thread);
}

/**
 * capacity_sheets_export:
 * @widget: where it was asked for
 * @workspace: the portfolio
 * @services: (element-type CapacityServiceAssessment): the services, parts of its assessment
 *
 * Asks for a folder and writes the sheet of each service to it as PDF; says in the window of @widget how that
 * goes and lets it be stopped there. One sheet alone goes to a file that is asked for.
 */
void
capacity_sheets_export (GtkWidget         *widget,
                        CapacityWorkspace *workspace,
                        GPtrArray         *services)
{
  GtkRoot *window = gtk_widget_get_root (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GSettings) settings = g_settings_new ("org.varam.Capacity");
  Export *export = NULL;

  if (services->len == 1)
    {
      const CapacityServiceAssessment *only = g_ptr_array_index (services, 0);

      capacity_report_export (widget, CAPACITY_REPORT_SERVICE_SHEET, workspace, &only->service->id, NULL, NULL);
      return;
    }

  export = g_new0 (Export, 1);
  export->window = g_object_ref (GTK_WIDGET (window));
  export->assessment = capacity_assessment_ref (capacity_workspace_get_assessment (workspace));
  export->services = g_ptr_array_ref (services);
  export->cancellable = g_cancellable_new ();
  export->author = g_settings_get_string (settings, "report-author");

  gtk_file_dialog_set_title (dialog, _("Export Service Sheets"));
  gtk_file_dialog_set_accept_label (dialog, _("_Save Here"));
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (window), export->cancellable, chosen_cb, export);
}
