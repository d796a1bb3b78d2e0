/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-attendant.h"

#include <glib/gi18n.h>
#include <string.h>

#include "capacity-attention.h"
#include "capacity-command.h"
#include "capacity-report.h"
#include "capacity-seen.h"
#include "capacity-words.h"
#include "capacity-workspace.h"

/* Looks after the user's own portfolio: says what has become worse since the last look, and writes the report of the
 * month once a month. What was seen and done is remembered by the person, not in the portfolio. */

/* Where more than this needs attention, one notice says so of all. */
#define MOST_NOTICES 3

static GSettings *
settings_new (void)
{
  return g_settings_new ("org.varam.Capacity");
}

/* Thresholds */

static GNotification *
notice_new (const CapacityAttention *attention)
{
  const CapacityService *service = attention->service->service;
  g_autofree char *id = capacity_id_to_string (&service->id);
  g_autofree char *body = NULL;
  GNotification *notice = g_notification_new (service->name);

  if (attention->is_verdict_worse)
    body = capacity_words_headline (attention->service);
  else
    body = g_strdup (_("Its volumes are out of date. Import newer ones to know where it stands."));
  g_notification_set_body (notice, body);
  g_notification_set_default_action_and_target (notice, "app.show", "s", id);
  g_notification_add_button_with_target (notice, _("Show Service"), "app.show", "s", id);
  if (!attention->is_verdict_worse)
    g_notification_add_button (notice, _("Import Data"), "app.import");
  g_notification_add_button_with_target (notice, _("Remind Me Again"), "app.remind", "s", id);

  return notice;
}

static GNotification *
summary_new (guint n)
{
  g_autofree char *title = NULL;
  GNotification *notice = NULL;

  title = g_strdup_printf (ngettext ("%u service needs attention", "%u services need attention", n), n);
  notice = g_notification_new (title);
  g_notification_set_body (notice, _("Capacity has become scarcer there, or volumes are out of date."));
  g_notification_set_default_action (notice, "app.overview");
  g_notification_add_button (notice, _("Show Overview"), "app.overview");

  return notice;
}

static void
notify (GApplication *application,
        GPtrArray    *list)
{
  if (list->len > MOST_NOTICES)
    {
      g_autoptr (GNotification) notice = summary_new (list->len);

      g_application_send_notification (application, "attention", notice);
      return;
    }

  for (guint i = 0; i < list->len; i++)
    {
      CapacityAttention *attention = list->pdata[i];
      g_autofree char *id = capacity_id_to_string (&attention->service->service->id);
      g_autoptr (GNotification) notice = notice_new (attention);

      g_application_send_notification (application, id, notice);
    }
}

/**
 * capacity_attendant_forget:
 * @service: identifier of a service
 *
 * Lets the next look tell of the service again.
 */
void
capacity_attendant_forget (const char *service)
{
  g_autoptr (GVariant) seen = capacity_seen_get ();

  capacity_seen_set (capacity_attention_forget (seen, service));
}

/* The report of the month */

typedef struct
{
  GApplication       *application;
  CapacityAssessment *assessment;
  GFile              *file;
  char               *author;
  char               *month;
} Report;

static void
report_free (Report *report)
{
  g_clear_object (&report->application);
  g_clear_pointer (&report->assessment, capacity_assessment_unref);
  g_clear_object (&report->file);
  g_free (report->author);
  g_free (report->month);
  g_free (report);
}

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Report *report = task_data;
  CapacityReportOptions options = { .author = report->author, .cancellable = cancellable };
  GError *error = NULL;

  if (capacity_report_write (CAPACITY_REPORT_OVERVIEW, report->assessment, NULL, report->file, &options, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Report *report = g_task_get_task_data (G_TASK (result));
  g_autoptr (GNotification) notice = NULL;
  g_autoptr (GSettings) settings = settings_new ();
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_autofree char *uri = g_file_get_uri (report->file);
      g_autofree char *name = g_file_get_basename (report->file);

      g_settings_set_string (settings, "monthly-report-done", report->month);
      notice = g_notification_new (_("The report of the month is written"));
      g_notification_set_body (notice, name);
      g_notification_set_default_action_and_target (notice, "app.open-report", "s", uri);
      g_notification_add_button_with_target (notice, _("Open Report"), "app.open-report", "s", uri);
    }
  else
    {
      notice = g_notification_new (_("The report of the month could not be written"));
      g_notification_set_body (notice, error->message);
      g_notification_set_default_action (notice, "app.preferences");
      g_notification_add_button (notice, _("Choose Another Folder"), "app.preferences");
    }
  g_application_send_notification (report->application, "report", notice);
  g_application_release (report->application);
}

static char *
month_of (CapacityDate date)
{
  g_autofree char *day = capacity_date_to_string (date);

  return g_strndup (day, strlen ("2026-11"));
}

static void
write_report (GApplication             *application,
              const CapacityAssessment *assessment)
{
  g_autoptr (GSettings) settings = settings_new ();
  g_autofree char *folder = g_settings_get_string (settings, "monthly-report-folder");
  g_autofree char *done = g_settings_get_string (settings, "monthly-report-done");
  g_autofree char *month = month_of (assessment->as_of);
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GTask) task = NULL;
  Report *report = NULL;

  if (!g_settings_get_boolean (settings, "monthly-report") || *folder == '\0' || g_str_equal (done, month)
      || assessment->services->len == 0)
    return;

  /* Translators: the name of a file; %s is a month, such as 2026-11. */
  name = g_strdup_printf (_("Capacity %s.pdf"), month);
  path = g_build_filename (folder, name, NULL);
  report = g_new0 (Report, 1);
  report->application = g_object_ref (application);
  report->assessment = capacity_assessment_ref (assessment);
  report->file = g_file_new_for_path (path);
  report->author = g_settings_get_string (settings, "report-author");
  report->month = g_steal_pointer (&month);

  g_application_hold (application);
  task = g_task_new (NULL, NULL, written_cb, NULL);
  g_task_set_source_tag (task, write_report);
  g_task_set_task_data (task, report, (GDestroyNotify) report_free);
  g_task_run_in_thread (task, write_in_thread);
}

/* Looking */

typedef struct
{
  CapacityAssessment *assessment;
  CapacityAssessment *seen;     /* nullable: what the user looked at before */
  GVariant           *known;    /* what was seen in earlier runs, if there is no such */
  GPtrArray          *worse;    /* nullable: what to tell of */
  GVariant           *remember; /* nullable: what is seen from now on, if that is something else */
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_clear_pointer (&look->worse, g_ptr_array_unref);
  g_clear_pointer (&look->assessment, capacity_assessment_unref);
  g_clear_pointer (&look->seen, capacity_assessment_unref);
  g_clear_pointer (&look->known, g_variant_unref);
  g_clear_pointer (&look->remember, g_variant_unref);
  g_free (look);
}

/* Nobody else may have what was looked at before any more: to free a portfolio takes its time too. */
static void
look_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Look *look = data;

  if (look->seen == NULL)
    look->worse = capacity_attention_list (look->assessment, look->known);
  if (look->seen == NULL || !capacity_attention_is_same (look->assessment, look->seen))
    {
      look->remember = g_variant_ref_sink (capacity_attention_remember (look->assessment));
      g_variant_get_data (look->remember); /* serialises it here */
    }
  g_clear_pointer (&look->seen, capacity_assessment_unref);
  g_task_return_boolean (task, TRUE);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GApplication *application = G_APPLICATION (source);
  g_autoptr (GTask) task = G_TASK (user_data);
  const Look *look = g_task_get_task_data (G_TASK (result));

  if (look->worse != NULL)
    notify (application, look->worse);
  if (look->remember != NULL)
    capacity_seen_set (look->remember);
  if (look->worse != NULL)
    write_report (application, look->assessment);
  g_task_return_boolean (task, TRUE);
  g_application_release (application);
}

/**
 * capacity_attendant_look_async:
 * @application: who sends notices; its actions answer them
 * @assessment: the user's own portfolio, judged as of today
 * @seen: (nullable) (transfer full): what the user looked at before in this run
 * @callback: called when it is done
 *
 * Remembers @assessment as seen: a later look tells only what is worse than this. The first look also says what has become
 * worse since the last run, and writes the report of the month where it is wanted and due. The program does not end
 * meanwhile.
 */
void
capacity_attendant_look_async (GApplication             *application,
                               const CapacityAssessment *assessment,
                               CapacityAssessment       *seen,
                               GAsyncReadyCallback       callback,
                               gpointer                  user_data)
{
  Look *look = g_new0 (Look, 1);
  GTask *done = g_task_new (application, NULL, callback, user_data);
  g_autoptr (GTask) task = g_task_new (application, NULL, looked_cb, done);

  look->assessment = capacity_assessment_ref (assessment);
  look->seen = seen;
  look->known = seen == NULL ? capacity_seen_get () : NULL;
  g_task_set_source_tag (task, capacity_attendant_look_async);
  g_task_set_task_data (task, look, look_free);
  g_application_hold (application);
  g_task_run_in_thread (task, look_in_thread);
}

static void
closed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GApplication) application = user_data;

  capacity_workspace_close_finish (CAPACITY_WORKSPACE (source), result, NULL);
  g_application_release (application);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GApplication *application = user_data;
  CapacityWorkspace *workspace = CAPACITY_WORKSPACE (source);
  g_autoptr (GError) error = NULL;

  if (capacity_workspace_open_finish (workspace, result, &error))
    capacity_attendant_look_async (application, capacity_workspace_get_assessment (workspace), NULL, NULL, NULL);
  else
    g_debug ("The portfolio cannot be looked after: %s", error->message);
  capacity_workspace_close_async (workspace, closed_cb, application);
}

/**
 * capacity_attendant_check:
 * @application: who sends notices
 *
 * Looks after the user's own portfolio without a window. The file is only read.
 */
void
capacity_attendant_check (GApplication *application)
{
  g_autoptr (CapacityWorkspace) workspace = capacity_workspace_new ();
  g_autofree char *path = capacity_command_default_portfolio ();

  g_application_hold (application);
  capacity_workspace_open_async (workspace, path, CAPACITY_STORE_READ_ONLY, NULL, opened_cb, g_object_ref (application));
}
