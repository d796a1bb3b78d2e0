/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-report-order.h"

#include <glib/gi18n.h>

#include "capacity-feedback.h"
#include "capacity-report-parts.h"

/* What takes longer than this shows how far it is, and how often that is looked at. */
#define PATIENCE_MS 300
#define TICK_MS 100

struct _CapacityReportOrder
{
  CapacityAssessment *assessment;
  CapacityStore      *store;
  CapacityReportKind  kind;
  CapacityId          subject; /* none for reports about all */
  char               *author;
  GStrv               left_out; /* nullable */
  CapacityDate        since;
  CapacityProgress    progress;
};

static void
clear_order (gpointer data)
{
  CapacityReportOrder *self = data;

  capacity_assessment_unref (self->assessment);
  g_object_unref (self->store);
  g_strfreev (self->left_out);
  g_free (self->author);
}

/**
 * capacity_report_order_new:
 * @workspace: the portfolio
 * @kind: which report
 * @subject: (nullable): identifier of the service or resource, for a report about one
 * @options: (nullable): which sections are not wanted, and the first day of an audit extract
 *
 * Returns: (transfer full): an order of the report as the portfolio is now
 */
CapacityReportOrder *
capacity_report_order_new (CapacityWorkspace           *workspace,
                           CapacityReportKind           kind,
                           const CapacityId            *subject,
                           const CapacityReportOptions *options)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.varam.Capacity");
  CapacityReportOrder *self = g_atomic_rc_box_new0 (CapacityReportOrder);

  self->assessment = capacity_assessment_ref (capacity_workspace_get_assessment (workspace));
  self->store = g_object_ref (capacity_workspace_get_store (workspace));
  self->kind = kind;
  self->subject = subject != NULL ? *subject : CAPACITY_ID_NONE;
  self->author = g_settings_get_string (settings, "report-author");
  if (options != NULL)
    {
      self->left_out = g_strdupv ((char **) options->left_out);
      self->since = options->since;
    }

  return self;
}

/**
 * capacity_report_order_ref:
 * @self: an order
 *
 * Returns: (transfer full): @self
 */
CapacityReportOrder *
capacity_report_order_ref (CapacityReportOrder *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * capacity_report_order_unref:
 * @self: (transfer full): an order
 */
void
capacity_report_order_unref (CapacityReportOrder *self)
{
  g_atomic_rc_box_release_full (self, clear_order);
}

/**
 * capacity_report_order_get_progress:
 * @self: an order
 *
 * Returns: what part of the work is done, 0 to 1; where no file is written the pages are half of it
 */
double
capacity_report_order_get_progress (const CapacityReportOrder *self)
{
  return capacity_progress_get (&self->progress);
}

/**
 * capacity_report_order_get_about:
 * @self: an order
 *
 * Returns: (transfer none): name of what the report is about
 */
const char *
capacity_report_order_get_about (const CapacityReportOrder *self)
{
  const CapacityPortfolio *portfolio = self->assessment->portfolio;
  const CapacityService *service = capacity_portfolio_get_service (portfolio, &self->subject);
  const CapacityResource *resource = capacity_portfolio_get_resource (portfolio, &self->subject);

  if (service != NULL)
    return service->name;
  if (resource != NULL)
    return resource->name;

  return portfolio->institution.name != NULL ? portfolio->institution.name : _("Overview");
}

/* What the thread of a task does, and what the window shows of it meanwhile. */
typedef struct
{
  CapacityReportOrder *order;
  GFile               *file;   /* nullable: only the pages are wanted */
  GtkWidget           *window; /* nullable: nothing is shown */
  AdwToast            *toast;  /* nullable: it has not taken long yet */
  guint                tick;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  capacity_report_order_unref (work->order);
  g_clear_object (&work->file);
  g_clear_object (&work->window);
  g_free (work);
}

static void
make_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Work *work = task_data;
  CapacityReportOrder *order = work->order;
  CapacityReportOptions options = { .author = order->author, .cancellable = cancellable,
                                    .left_out = (const char *const *) order->left_out, .store = order->store,
                                    .since = order->since, .progress = &order->progress };
  GError *error = NULL;
  g_autoptr (CapacityPages) pages = capacity_report_new_pages (order->kind, order->assessment, &order->subject, &options,
                                                               &error);

  if (pages == NULL || (work->file != NULL && !capacity_report_save (pages, work->file, &options, &error)))
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&pages), (GDestroyNotify) capacity_pages_unref);
}

static GTask *
run (CapacityReportOrder *self,
     gpointer             source,
     GFile               *file,
     GCancellable        *cancellable,
     GAsyncReadyCallback  callback,
     gpointer             user_data)
{
  GTask *task = g_task_new (source, cancellable, callback, user_data);
  Work *work = g_new0 (Work, 1);

  work->order = capacity_report_order_ref (self);
  work->file = file != NULL ? g_object_ref (file) : NULL;
  g_task_set_source_tag (task, run);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, make_in_thread);

  return task;
}

/**
 * capacity_report_order_make_async:
 * @self: an order
 * @source: (nullable): the object that the result is for
 * @file: (nullable): where to write the report as PDF; %NULL where only the pages are wanted
 * @cancellable: (nullable): stops it
 * @callback: is called once it is made
 * @user_data: for @callback
 *
 * Makes the report in a thread.
 */
void
capacity_report_order_make_async (CapacityReportOrder *self,
                                  gpointer             source,
                                  GFile               *file,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_object_unref (run (self, source, file, cancellable, callback, user_data));
}

/**
 * capacity_report_order_make_finish:
 * @result: of what was begun
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the report
 */
CapacityPages *
capacity_report_order_make_finish (GAsyncResult  *result,
                                   GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
tick_cb (gpointer user_data)
{
  GTask *task = user_data;
  Work *work = g_task_get_task_data (task);

  if (work->toast == NULL)
    work->toast = g_object_ref (capacity_feedback_progress (work->window, _("The report is being made…"),
                                                            g_task_get_cancellable (task)));
  capacity_feedback_set_fraction (work->toast, capacity_report_order_get_progress (work->order));

  return G_SOURCE_CONTINUE;
}

static gboolean
first_tick_cb (gpointer user_data)
{
  Work *work = g_task_get_task_data (G_TASK (user_data));

  work->tick = g_timeout_add (TICK_MS, tick_cb, user_data);

  return tick_cb (user_data) && G_SOURCE_REMOVE;
}

static void
completed_cb (GTask *task)
{
  Work *work = g_task_get_task_data (task);

  g_clear_handle_id (&work->tick, g_source_remove);
  if (work->toast != NULL)
    adw_toast_dismiss (work->toast);
  g_clear_object (&work->toast);
}

/**
 * capacity_report_order_show_async:
 * @self: an order
 * @window: where it was asked for
 * @file: (nullable): where to write the report as PDF; %NULL where only the pages are wanted
 * @callback: is called once it is made
 * @user_data: for @callback
 *
 * Makes the report in a thread as capacity_report_order_make_async() does. If that takes longer, the window shows how
 * far it is and lets it be stopped.
 */
void
capacity_report_order_show_async (CapacityReportOrder *self,
                                  GtkWidget           *window,
                                  GFile               *file,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = run (self, NULL, file, cancellable, callback, user_data);
  Work *work = g_task_get_task_data (task);

  work->window = g_object_ref (window);
  work->tick = g_timeout_add (PATIENCE_MS, first_tick_cb, task);
  g_signal_connect (task, "notify::completed", G_CALLBACK (completed_cb), NULL);
}
