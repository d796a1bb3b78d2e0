/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-workspace.h"

#include "capacity-item-list.h"
#include "capacity-kept-forecasts.h"
#include "capacity-store-backups.h"
#include "capacity-store-changes.h"
#include "capacity-store-revert.h"

/* What is done within so many seconds shares a backup; closing makes one at once. */
#define BACKUP_DELAY_S 60

/* So many forecasts are written to the file at once: a change waits for no more than these, and so does the window. */
#define KEPT_AT_ONCE 16

/*
 * CapacityWorkspace:
 *
 * One open portfolio as the views see it: the facts, the assessment made of them, and the ways to change them. It owns
 * the store. Every change goes the same way: the store writes it, a thread assesses the new snapshot, then properties
 * and lists show it and `changed` is emitted. Lives in the main thread.
 */
struct _CapacityWorkspace
{
  GObject parent_instance;

  CapacityStore *store;
  CapacityItemList *services;
  CapacityItemList *resources;
  CapacityForecastCache *forecasts;
  GHashTable *kept; /* nullable: forecasts read from the file that are not in the cache yet */
  CapacityOutcome *outcome;       /* the latest from the store */
  CapacityAssessment *assessment; /* the latest that is shown */

  CapacityWorkspaceState state;
  CapacityDate today; /* CAPACITY_DATE_NONE for the system's */
  guint started;      /* assessments begun */
  guint shown;        /* number of the one that is shown */
  guint told;         /* number of the one that views were told of */
  gboolean is_keeping; /* whether forecasts are being written */
  gint is_closing;    /* atomic; read by the assessing thread */
  guint backup_id;    /* timeout until the next backup */
  GError *backup_error; /* why the latest backup was not made */
  gboolean is_copy;     /* of a file from elsewhere, which the user has not yet been told */
};

enum
{
  PROP_0,
  PROP_STATE,
  PROP_ASSESSMENT,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_READ_ONLY,
  PROP_BACKUP_ERROR,
  PROP_IS_COPY,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CapacityWorkspace, capacity_workspace, G_TYPE_OBJECT)

typedef struct
{
  CapacityOutcome *outcome;
  CapacityAssessment *previous;
  CapacityForecastCache *forecasts;
  GHashTable *kept; /* nullable: to be taken into the cache first */
  CapacityDate today;
  guint number;
  const gint *is_closing; /* in the workspace, which the task that waits for this holds */
} AssessJob;

static void
assess_job_free (AssessJob *job)
{
  capacity_outcome_unref (job->outcome);
  g_clear_pointer (&job->previous, capacity_assessment_unref);
  capacity_forecast_cache_unref (job->forecasts);
  g_clear_pointer (&job->kept, g_hash_table_unref);
  g_free (job);
}

static void
set_state (CapacityWorkspace     *self,
           CapacityWorkspaceState state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void keep_forecasts (CapacityWorkspace *self,
                            guint              n_most);

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (CapacityWorkspace) self = user_data;
  g_autoptr (GError) error = NULL;

  self->is_keeping = FALSE;
  /* Losing them costs the next start some time, nothing else. */
  if (!capacity_store_keep_forecasts_finish (CAPACITY_STORE (source), result, &error))
    g_debug ("Forecasts were not kept: %s", error->message);
  else if (!g_atomic_int_get (&self->is_closing))
    keep_forecasts (self, KEPT_AT_ONCE);
}

/* Writes forecasts that are not in the file yet, the others after them. */
static void
keep_forecasts (CapacityWorkspace *self,
                guint              n_most)
{
  g_autoptr (GHashTable) fresh = NULL;

  if (capacity_workspace_is_read_only (self))
    return;
  fresh = capacity_kept_forecasts_collect (self->forecasts, n_most);
  if (g_hash_table_size (fresh) == 0)
    return;
  self->is_keeping = TRUE;
  capacity_store_keep_forecasts_async (self->store, fresh, NULL, kept_cb, g_object_ref (self));
}

/* Forecasts of what was before stay for an undo, but not for ever; as many as the store keeps. */
static void
forget_forecasts (CapacityWorkspace       *self,
                  const CapacityPortfolio *portfolio)
{
  guint n_series = 0;

  for (guint i = 0; i < portfolio->services->len; i++)
    n_series += ((const CapacityService *) portfolio->services->pdata[i])->volumes->len;
  capacity_forecast_cache_forget (self->forecasts, 2 * n_series + 64);
}

static void
backed_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (CapacityWorkspace) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean had_failed = self->backup_error != NULL;

  g_clear_error (&self->backup_error);
  capacity_store_back_up_finish (CAPACITY_STORE (source), result, &self->backup_error);
  if (self->backup_error != NULL)
    g_debug ("No backup: %s", self->backup_error->message);
  if (had_failed || self->backup_error != NULL)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BACKUP_ERROR]);
}

static void
back_up (CapacityWorkspace *self)
{
  g_clear_handle_id (&self->backup_id, g_source_remove);
  capacity_store_back_up_async (self->store, NULL, backed_up_cb, g_object_ref (self));
}

static void
backup_due_cb (gpointer user_data)
{
  CapacityWorkspace *self = user_data;

  self->backup_id = 0;
  back_up (self);
}

static void
schedule_backup (CapacityWorkspace *self)
{
  if (self->backup_id == 0 && !g_atomic_int_get (&self->is_closing))
    self->backup_id = g_timeout_add_seconds_once (BACKUP_DELAY_S, backup_due_cb, self);
}

static void
show (CapacityWorkspace  *self,
      const AssessJob    *job,
      CapacityAssessment *assessment)
{
  if (job->number <= self->shown)
    return;
  self->shown = job->number;
  g_clear_pointer (&self->assessment, capacity_assessment_unref);
  self->assessment = capacity_assessment_ref (assessment);
  capacity_item_list_set_assessments (self->services, assessment->services);
  capacity_item_list_set_assessments (self->resources, assessment->resources);
}

static void
tell (CapacityWorkspace *self)
{
  if (self->told == self->shown)
    return;
  self->told = self->shown;
  set_state (self, CAPACITY_WORKSPACE_READY);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ASSESSMENT]);
  if (!self->is_keeping)
    keep_forecasts (self, KEPT_AT_ONCE);
  forget_forecasts (self, self->assessment->portfolio);
}

static void
assess_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  AssessJob *job = task_data;
  CapacityAssessment *assessment;

  if (job->kept != NULL)
    capacity_kept_forecasts_load (job->forecasts, job->kept);
  g_clear_pointer (&job->kept, g_hash_table_unref);
  assessment = capacity_assess (job->outcome->portfolio, job->today, job->previous, job->forecasts, job->is_closing);
  if (assessment == NULL)
    g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The workspace was closed");
  else
    g_task_return_pointer (task, assessment, (GDestroyNotify) capacity_assessment_unref);
}

static gboolean
finish_cb (gpointer user_data)
{
  GTask *task = user_data;

  g_task_return_pointer (task, capacity_outcome_ref (g_task_get_task_data (task)), (GDestroyNotify) capacity_outcome_unref);

  return G_SOURCE_REMOVE;
}

/* Lists have much to do with the assessment, and so have views; each has a turn of its own, and what waited for it another. */
static void
go_on (GTask      *task,
       GSourceFunc next)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_task_attach_source (task, source, next);
}

static gboolean
tell_cb (gpointer user_data)
{
  GTask *task = user_data;
  CapacityWorkspace *self = g_task_get_source_object (task);
  CapacityOutcome *outcome = g_task_get_task_data (task);

  tell (self);
  if (outcome->action != NULL)
    g_signal_emit (self, signals[CHANGED], 0, outcome);
  go_on (task, finish_cb);

  return G_SOURCE_REMOVE;
}

static void
assessed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  CapacityWorkspace *self = g_task_get_source_object (task);
  AssessJob *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (CapacityAssessment) assessment = NULL;
  GError *error = NULL;

  assessment = g_task_propagate_pointer (G_TASK (result), &error);
  if (assessment == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  show (self, job, assessment);
  g_task_set_task_data (task, capacity_outcome_ref (job->outcome), (GDestroyNotify) capacity_outcome_unref);
  go_on (task, tell_cb);
}

/* Takes what the store gave and finishes @task once it is assessed and shown. */
static void
take_outcome (CapacityWorkspace *self,
              CapacityOutcome   *outcome,
              GTask             *task)
{
  AssessJob *job = g_new0 (AssessJob, 1);
  g_autoptr (GTask) thread = NULL;

  g_clear_pointer (&self->outcome, capacity_outcome_unref);
  self->outcome = outcome;
  schedule_backup (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_REDO]);

  job->outcome = capacity_outcome_ref (outcome);
  job->previous = self->assessment != NULL ? capacity_assessment_ref (self->assessment) : NULL;
  job->forecasts = capacity_forecast_cache_ref (self->forecasts);
  job->kept = g_steal_pointer (&self->kept);
  job->today = capacity_workspace_get_today (self);
  job->number = ++self->started;
  job->is_closing = &self->is_closing;
  /* @task holds the workspace until the thread is done. The thread's own task does not, or the last reference could
   * fall on the thread. */
  thread = g_task_new (NULL, NULL, assessed_cb, task);
  g_task_set_source_tag (thread, take_outcome);
  g_task_set_task_data (thread, job, (GDestroyNotify) assess_job_free);
  g_task_run_in_thread (thread, assess_thread);
}

typedef CapacityOutcome *(*FinishFunc) (CapacityStore *store,
                                        GAsyncResult  *result,
                                        GError       **error);

static void
finish_change (CapacityStore *store,
               GAsyncResult  *result,
               GTask         *task,
               FinishFunc     finish)
{
  GError *error = NULL;
  CapacityOutcome *outcome = finish (store, result, &error);

  if (outcome != NULL)
    {
      /* What is kept is reported so, however late it was cancelled. */
      g_task_set_check_cancellable (task, FALSE);
      take_outcome (g_task_get_source_object (task), outcome, task);
      return;
    }
  g_task_return_error (task, error);
  g_object_unref (task);
}

static void
applied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  finish_change (CAPACITY_STORE (source), result, user_data, capacity_store_apply_finish);
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  finish_change (CAPACITY_STORE (source), result, user_data, capacity_store_undo_finish);
}

static void
redone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  finish_change (CAPACITY_STORE (source), result, user_data, capacity_store_redo_finish);
}

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  finish_change (CAPACITY_STORE (source), result, user_data, capacity_store_restore_finish);
}

static void
merged_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  finish_change (CAPACITY_STORE (source), result, user_data, capacity_store_merge_finish);
}

static void
reverted_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  finish_change (CAPACITY_STORE (source), result, user_data, capacity_store_revert_import_finish);
}

static void
forecasts_read_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  GTask *task = G_TASK (user_data);
  CapacityWorkspace *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->kept, g_hash_table_unref);
  self->kept = capacity_store_read_forecasts_finish (CAPACITY_STORE (source), result, &error);
  if (self->kept == NULL)
    g_debug ("Kept forecasts were not read: %s", error->message);
  take_outcome (self, capacity_outcome_ref (g_task_get_task_data (task)), task);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  CapacityWorkspace *self = g_task_get_source_object (task);
  CapacityStore *store = CAPACITY_STORE (source);
  GCancellable *cancellable = g_task_get_cancellable (task);
  CapacityOutcome *outcome;
  GError *error = NULL;

  outcome = capacity_store_open_finish (store, result, &error);
  if (outcome == NULL)
    {
      set_state (self, CAPACITY_WORKSPACE_CLOSED);
      g_task_return_error (task, error);
      return;
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ_ONLY]);
  g_task_set_task_data (task, outcome, (GDestroyNotify) capacity_outcome_unref);
  capacity_store_read_forecasts_async (store, cancellable, forecasts_read_cb, g_steal_pointer (&task));
}

static void
capacity_workspace_finalize (GObject *object)
{
  CapacityWorkspace *self = CAPACITY_WORKSPACE (object);

  g_clear_handle_id (&self->backup_id, g_source_remove);
  g_clear_error (&self->backup_error);
  g_clear_object (&self->store);
  g_clear_object (&self->services);
  g_clear_object (&self->resources);
  g_clear_pointer (&self->forecasts, capacity_forecast_cache_unref);
  g_clear_pointer (&self->kept, g_hash_table_unref);
  g_clear_pointer (&self->outcome, capacity_outcome_unref);
  g_clear_pointer (&self->assessment, capacity_assessment_unref);

  G_OBJECT_CLASS (capacity_workspace_parent_class)->finalize (object);
}

static void
capacity_workspace_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  CapacityWorkspace *self = CAPACITY_WORKSPACE (object);

  switch (prop_id)
    {
    case PROP_STATE:
      g_value_set_uint (value, self->state);
      break;
    case PROP_ASSESSMENT:
      g_value_set_boxed (value, self->assessment);
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, capacity_workspace_get_undo (self) != NULL);
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, capacity_workspace_get_redo (self) != NULL);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, capacity_workspace_is_read_only (self));
      break;
    case PROP_BACKUP_ERROR:
      g_value_set_boxed (value, self->backup_error);
      break;
    case PROP_IS_COPY:
      g_value_set_boolean (value, self->is_copy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
capacity_workspace_class_init (CapacityWorkspaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = capacity_workspace_finalize;
  object_class->get_property = capacity_workspace_get_property;

  properties[PROP_STATE] = g_param_spec_uint ("state", NULL, NULL, 0, CAPACITY_WORKSPACE_READY, 0, flags);
  properties[PROP_ASSESSMENT] = g_param_spec_boxed ("assessment", NULL, NULL, CAPACITY_TYPE_ASSESSMENT, flags);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  properties[PROP_BACKUP_ERROR] = g_param_spec_boxed ("backup-error", NULL, NULL, G_TYPE_ERROR, flags);
  properties[PROP_IS_COPY] = g_param_spec_boolean ("is-copy", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * CapacityWorkspace::changed:
   * @self: the workspace
   * @outcome: (type CapacityOutcome): what was applied, undone or redone
   *
   * A user's action was written and is shown.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, CAPACITY_TYPE_OUTCOME);
}

static void
capacity_workspace_init (CapacityWorkspace *self)
{
  self->store = capacity_store_new ();
  self->services = capacity_item_list_new (CAPACITY_TYPE_SERVICE_ITEM);
  self->resources = capacity_item_list_new (CAPACITY_TYPE_RESOURCE_ITEM);
  self->forecasts = capacity_forecast_cache_new ();
}

/**
 * capacity_workspace_new:
 *
 * Returns: (transfer full): a workspace without a portfolio
 */
CapacityWorkspace *
capacity_workspace_new (void)
{
  return g_object_new (CAPACITY_TYPE_WORKSPACE, NULL);
}

/**
 * capacity_workspace_get_state:
 * @self: a workspace
 *
 * Returns: whether there is something to see
 */
CapacityWorkspaceState
capacity_workspace_get_state (CapacityWorkspace *self)
{
  g_return_val_if_fail (CAPACITY_IS_WORKSPACE (self), CAPACITY_WORKSPACE_CLOSED);

  return self->state;
}

/**
 * capacity_workspace_get_path:
 * @self: a workspace
 *
 * Returns: (transfer none) (nullable): the file of the portfolio
 */
const char *
capacity_workspace_get_path (CapacityWorkspace *self)
{
  g_return_val_if_fail (CAPACITY_IS_WORKSPACE (self), NULL);

  return capacity_store_get_path (self->store);
}

/**
 * capacity_workspace_is_read_only:
 * @self: a workspace
 *
 * Returns: whether nothing can be changed
 */
gboolean
capacity_workspace_is_read_only (CapacityWorkspace *self)
{
  g_return_val_if_fail (CAPACITY_IS_WORKSPACE (self), TRUE);

  return capacity_store_is_read_only (self->store);
}

/**
 * capacity_workspace_get_portfolio:
 * @self: a workspace
 *
 * Returns: (transfer none) (nullable): the facts of the assessment that is shown
 */
const CapacityPortfolio *
capacity_workspace_get_portfolio (CapacityWorkspace *self)
{
  g_return_val_if_fail (CAPACITY_IS_WORKSPACE (self), NULL);

  return self->assessment != NULL ? self->assessment->portfolio : NULL;
}

/**
 * capacity_workspace_get_assessment:
 * @self: a workspace
 *
 * Returns: (transfer none) (nullable): what is concluded of the facts
 */
const CapacityAssessment *
capacity_workspace_get_assessment (CapacityWorkspace *self)
{
  g_return_val_if_fail (CAPACITY_IS_WORKSPACE (self), NULL);

  return self->assessment;
}

/**
 * capacity_workspace_get_services:
 * @self: a workspace
 *
 * Returns: (transfer none): a list of #CapacityServiceItem, the same one as long as the workspace lives
 */
GListModel *
capacity_workspace_get_services (CapacityWorkspace *self)
{
  g_return_val_if_fail (CAPACITY_IS_WORKSPACE (self), NULL);

  return G_LIST_MODEL (self->services);
}

/**
 * capacity_workspace_get_service:
 * @self: a workspace
 * @id: identifier of a service
 *
 * Returns: (transfer none) (nullable): its item
 */
CapacityServiceItem *
capacity_workspace_get_service (CapacityWorkspace *self,
                                const CapacityId  *id)
{
  g_return_val_if_fail (CAPACITY_IS_WORKSPACE (self), NULL);

  return (CapacityServiceItem *) capacity_item_list_get_item (self->services, id);
}

/**
 * capacity_workspace_get_resources:
 * @self: a workspace
 *
 * Returns: (transfer none): a list of #CapacityResourceItem, the same one as long as the workspace lives
 */
GListModel *
capacity_workspace_get_resources (CapacityWorkspace *self)
{
  g_return_val_if_fail (CAPACITY_IS_WORKSPACE (self), NULL);

  return G_LIST_MODEL (self->resources);
}

/**
 * capacity_workspace_get_resource:
 * @self: a workspace
 * @id: identifier of a resource
 *
 * Returns: (transfer none) (nullable): its item
 */
CapacityResourceItem *
capacity_workspace_get_resource (CapacityWorkspace *self,
                                 const CapacityId  *id)
{
  g_return_val_if_fail (CAPACITY_IS_WORKSPACE (self), NULL);

  return (CapacityResourceItem *) capacity_item_list_get_item (self->resources, id);
}

/**
 * capacity_workspace_get_undo:
 * @self: a workspace
 *
 * Returns: (transfer none) (nullable): what undo would take back
 */
const CapacityAction *
capacity_workspace_get_undo (CapacityWorkspace *self)
{
  g_return_val_if_fail (CAPACITY_IS_WORKSPACE (self), NULL);

  return self->outcome != NULL ? self->outcome->undo : NULL;
}

/**
 * capacity_workspace_get_redo:
 * @self: a workspace
 *
 * Returns: (transfer none) (nullable): what redo would do again
 */
const CapacityAction *
capacity_workspace_get_redo (CapacityWorkspace *self)
{
  g_return_val_if_fail (CAPACITY_IS_WORKSPACE (self), NULL);

  return self->outcome != NULL ? self->outcome->redo : NULL;
}

/**
 * capacity_workspace_get_today:
 * @self: a workspace
 *
 * Returns: the day for which assessments are made
 */
CapacityDate
capacity_workspace_get_today (CapacityWorkspace *self)
{
  g_autoptr (GDateTime) now = NULL;

  g_return_val_if_fail (CAPACITY_IS_WORKSPACE (self), CAPACITY_DATE_NONE);

  if (self->today != CAPACITY_DATE_NONE)
    return self->today;
  now = g_date_time_new_now_local ();

  return capacity_date_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now),
                                 g_date_time_get_day_of_month (now));
}

/**
 * capacity_workspace_set_today:
 * @self: a workspace
 * @today: the day for which the next assessments are to be made, or %CAPACITY_DATE_NONE for the system's
 */
void
capacity_workspace_set_today (CapacityWorkspace *self,
                              CapacityDate       today)
{
  g_return_if_fail (CAPACITY_IS_WORKSPACE (self));

  self->today = today;
}

/**
 * capacity_workspace_get_store:
 * @self: a workspace
 *
 * Returns: (transfer none): the store, for reading its lists of actions and imports
 */
CapacityStore *
capacity_workspace_get_store (CapacityWorkspace *self)
{
  g_return_val_if_fail (CAPACITY_IS_WORKSPACE (self), NULL);

  return self->store;
}

/**
 * capacity_workspace_is_copy:
 * @self: a workspace
 *
 * Returns: whether the portfolio is a copy of a file from elsewhere, and the user has to be told
 */
gboolean
capacity_workspace_is_copy (CapacityWorkspace *self)
{
  g_return_val_if_fail (CAPACITY_IS_WORKSPACE (self), FALSE);

  return self->is_copy;
}

/**
 * capacity_workspace_set_is_copy:
 * @self: a workspace
 * @is_copy: whether the user has to be told that the portfolio is a copy
 */
void
capacity_workspace_set_is_copy (CapacityWorkspace *self,
                                gboolean           is_copy)
{
  g_return_if_fail (CAPACITY_IS_WORKSPACE (self));

  if (self->is_copy == is_copy)
    return;
  self->is_copy = is_copy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_COPY]);
}

/**
 * capacity_workspace_get_backup_error:
 * @self: a workspace
 *
 * Returns: (transfer none) (nullable): why the latest backup was not made
 */
const GError *
capacity_workspace_get_backup_error (CapacityWorkspace *self)
{
  g_return_val_if_fail (CAPACITY_IS_WORKSPACE (self), NULL);

  return self->backup_error;
}

/**
 * capacity_workspace_back_up:
 * @self: a workspace with a portfolio
 *
 * Makes a backup at once rather than in a while. What goes wrong is the property `backup-error`.
 */
void
capacity_workspace_back_up (CapacityWorkspace *self)
{
  g_return_if_fail (CAPACITY_IS_WORKSPACE (self));

  back_up (self);
}

/**
 * capacity_workspace_open_async:
 * @self: a workspace without a portfolio
 * @path: the file
 * @flags: how to open it
 * @cancellable: (nullable): to stop it
 * @callback: called when it is there to see, or has failed
 * @user_data: for @callback
 *
 * Opens a portfolio and assesses it.
 */
void
capacity_workspace_open_async (CapacityWorkspace  *self,
                               const char         *path,
                               CapacityStoreFlags  flags,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  GTask *task;

  g_return_if_fail (CAPACITY_IS_WORKSPACE (self));
  g_return_if_fail (self->state == CAPACITY_WORKSPACE_CLOSED);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, capacity_workspace_open_async);
  set_state (self, CAPACITY_WORKSPACE_LOADING);
  capacity_store_open_async (self->store, path, flags, cancellable, opened_cb, task);
}

/**
 * capacity_workspace_open_finish:
 * @self: a workspace
 * @result: what the callback was given
 * @error: where to say what went wrong, in %CAPACITY_STORE_ERROR
 *
 * Returns: whether the portfolio is open
 */
gboolean
capacity_workspace_open_finish (CapacityWorkspace *self,
                                GAsyncResult      *result,
                                GError           **error)
{
  g_autoptr (CapacityOutcome) outcome = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  outcome = g_task_propagate_pointer (G_TASK (result), error);

  return outcome != NULL;
}

/**
 * capacity_workspace_apply_async:
 * @self: a workspace with a portfolio
 * @change: what to change, as one step of undo
 * @cancellable: (nullable): to stop it before it is written
 * @callback: called when it is written and shown, or has failed
 * @user_data: for @callback
 *
 * Changes facts. Finish with capacity_workspace_change_finish().
 */
void
capacity_workspace_apply_async (CapacityWorkspace  *self,
                                CapacityChange     *change,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  GTask *task;

  g_return_if_fail (CAPACITY_IS_WORKSPACE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, capacity_workspace_apply_async);
  capacity_store_apply_async (self->store, change, cancellable, applied_cb, task);
}

/**
 * capacity_workspace_undo_async:
 * @self: a workspace with a portfolio
 * @cancellable: (nullable): to stop it before it is written
 * @callback: called when it is written and shown, or has failed
 * @user_data: for @callback
 *
 * Takes back the last action. Finish with capacity_workspace_change_finish().
 */
void
capacity_workspace_undo_async (CapacityWorkspace  *self,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  GTask *task;

  g_return_if_fail (CAPACITY_IS_WORKSPACE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, capacity_workspace_undo_async);
  capacity_store_undo_async (self->store, cancellable, undone_cb, task);
}

/**
 * capacity_workspace_redo_async:
 * @self: a workspace with a portfolio
 * @cancellable: (nullable): to stop it before it is written
 * @callback: called when it is written and shown, or has failed
 * @user_data: for @callback
 *
 * Does again what was undone last. Finish with capacity_workspace_change_finish().
 */
void
capacity_workspace_redo_async (CapacityWorkspace  *self,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  GTask *task;

  g_return_if_fail (CAPACITY_IS_WORKSPACE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, capacity_workspace_redo_async);
  capacity_store_redo_async (self->store, cancellable, redone_cb, task);
}

/**
 * capacity_workspace_restore_async:
 * @self: a workspace with a portfolio
 * @backup: path of a backup
 * @name: what a person calls it
 * @cancellable: (nullable): to stop it before it is written
 * @callback: called when it is written and shown, or has failed
 * @user_data: for @callback
 *
 * Makes the facts those of a backup, as one step of undo. Finish with capacity_workspace_change_finish().
 */
void
capacity_workspace_restore_async (CapacityWorkspace  *self,
                                  const char         *backup,
                                  const char         *name,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  GTask *task;

  g_return_if_fail (CAPACITY_IS_WORKSPACE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, capacity_workspace_restore_async);
  capacity_store_restore_async (self->store, backup, name, cancellable, restored_cb, task);
}

/**
 * capacity_workspace_merge_async:
 * @self: a workspace with a portfolio
 * @path: a file of changes
 * @theirs: (nullable): keys of the conflicts in which their change is taken
 * @cancellable: (nullable): to stop it before it is written
 * @callback: called when it is written and shown, or has failed
 * @user_data: for @callback
 *
 * Applies a colleague's changes, as one step of undo. Finish with capacity_workspace_change_finish().
 */
void
capacity_workspace_merge_async (CapacityWorkspace  *self,
                                const char         *path,
                                const char *const  *theirs,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  GTask *task;

  g_return_if_fail (CAPACITY_IS_WORKSPACE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, capacity_workspace_merge_async);
  capacity_store_merge_async (self->store, path, theirs, cancellable, merged_cb, task);
}

/**
 * capacity_workspace_revert_import_async:
 * @self: a workspace with a portfolio
 * @import: an import
 * @cancellable: (nullable): to stop it before it is written
 * @callback: called when it is written and shown, or has failed
 * @user_data: for @callback
 *
 * Takes back an import that others may have followed, as one step of undo. Finish with capacity_workspace_change_finish();
 * where something builds upon it nothing is done, and the outcome names that as its obstacle.
 */
void
capacity_workspace_revert_import_async (CapacityWorkspace  *self,
                                        const CapacityId   *import,
                                        GCancellable       *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer            user_data)
{
  GTask *task;

  g_return_if_fail (CAPACITY_IS_WORKSPACE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, capacity_workspace_revert_import_async);
  capacity_store_revert_import_async (self->store, import, cancellable, reverted_cb, task);
}

/**
 * capacity_workspace_change_finish:
 * @self: a workspace
 * @result: what the callback was given
 * @error: where to say what went wrong, in %CAPACITY_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): what was done
 */
CapacityOutcome *
capacity_workspace_change_finish (CapacityWorkspace *self,
                                  GAsyncResult      *result,
                                  GError           **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
closed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  GError *error = NULL;

  if (capacity_store_close_finish (CAPACITY_STORE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

typedef struct
{
  CapacityAssessment    *assessment;
  CapacityForecastCache *forecasts;
  const CapacityService *service; /* of the assessment's portfolio; NULL for the institution */
  int                    years;
  gint                   is_cancelled; /* atomic */
} OutlookJob;

static void
outlook_job_free (OutlookJob *job)
{
  capacity_assessment_unref (job->assessment);
  capacity_forecast_cache_unref (job->forecasts);
  g_free (job);
}

static void
outlook_cancelled_cb (GCancellable *cancellable,
                      OutlookJob   *job)
{
  g_atomic_int_set (&job->is_cancelled, 1);
}

static void
outlook_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  OutlookJob *job = task_data;
  CapacityPlanOutlook *outlook;
  gulong id = 0;

  if (cancellable != NULL)
    id = g_cancellable_connect (cancellable, G_CALLBACK (outlook_cancelled_cb), job, NULL);
  outlook = capacity_plan_outlook_new (job->assessment, job->service, job->years, job->forecasts, &job->is_cancelled);
  if (cancellable != NULL)
    g_cancellable_disconnect (cancellable, id);

  if (outlook == NULL)
    g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The outlook is no longer wanted");
  else
    g_task_return_pointer (task, outlook, (GDestroyNotify) capacity_plan_outlook_free);
}

/**
 * capacity_workspace_outlook_async:
 * @self: a workspace that is ready
 * @service: (nullable): a service; %NULL for the institution
 * @years: how many years to look ahead
 * @cancellable: (nullable): to stop it
 * @callback: what to call when it is done
 * @user_data: for @callback
 *
 * Finds out on a thread what a capacity plan comes to, as things stand now.
 */
void
capacity_workspace_outlook_async (CapacityWorkspace   *self,
                                  const CapacityId    *service,
                                  int                  years,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  OutlookJob *job;

  g_return_if_fail (CAPACITY_IS_WORKSPACE (self));
  g_return_if_fail (self->assessment != NULL);

  job = g_new0 (OutlookJob, 1);
  job->assessment = capacity_assessment_ref (self->assessment);
  job->forecasts = capacity_forecast_cache_ref (self->forecasts);
  job->service = service != NULL ? capacity_portfolio_get_service (self->assessment->portfolio, service) : NULL;
  job->years = years;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, capacity_workspace_outlook_async);
  g_task_set_task_data (task, job, (GDestroyNotify) outlook_job_free);
  g_task_run_in_thread (task, outlook_thread);
}

/**
 * capacity_workspace_outlook_finish:
 * @self: a workspace
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what the plan comes to; %NULL where it was cancelled
 */
CapacityPlanOutlook *
capacity_workspace_outlook_finish (CapacityWorkspace  *self,
                                   GAsyncResult       *result,
                                   GError            **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * capacity_workspace_close_async:
 * @self: a workspace
 * @callback: called when all is written
 * @user_data: for @callback
 *
 * Closes the portfolio after what was asked before, and makes a backup first. The workspace is not used again.
 */
void
capacity_workspace_close_async (CapacityWorkspace  *self,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  GTask *task;

  g_return_if_fail (CAPACITY_IS_WORKSPACE (self));

  g_atomic_int_set (&self->is_closing, TRUE);
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, capacity_workspace_close_async);
  keep_forecasts (self, G_MAXUINT);
  if (self->outcome != NULL)
    back_up (self);
  capacity_store_close_async (self->store, closed_cb, task);
}

/**
 * capacity_workspace_close_finish:
 * @self: a workspace
 * @result: what the callback was given
 * @error: where to say what went wrong
 *
 * Returns: whether the file is closed
 */
gboolean
capacity_workspace_close_finish (CapacityWorkspace *self,
                                 GAsyncResult      *result,
                                 GError           **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
