/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-job.h"

#include <glib/gi18n.h>
#include <math.h>

#include "capacity-import-words.h"
#include "capacity-import.h"
#include "capacity-kept-forecasts.h"
#include "capacity-store-words.h"
#include "capacity-store.h"
#include "capacity-words.h"

/* Problems of a file that are said one by one; the rest is counted. */
#define MAX_PROBLEMS_SAID 20

/* What a job has at hand while it is done. */
typedef struct
{
  const CapacityJob *job;
  CapacityImportResult *import;
  CapacityStore *store;
  CapacityPortfolio *portfolio;
} Run;

static void
run_clear (Run *self)
{
  g_clear_pointer (&self->import, capacity_import_result_free);
  g_clear_pointer (&self->portfolio, capacity_portfolio_unref);
  if (self->store != NULL)
    capacity_store_close (self->store, NULL);
  g_clear_object (&self->store);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

/**
 * capacity_job_clear:
 * @self: a job
 *
 * Frees what it holds.
 */
void
capacity_job_clear (CapacityJob *self)
{
  g_free (self->portfolio);
  g_free (self->import);
  g_free (self->service);
  g_free (self->unit);
  g_free (self->resource);
  g_free (self->report.output);
}

static void
say (char *sentence)
{
  g_printerr ("%s\n", sentence);
  g_free (sentence);
}

static gboolean
store_failed (const GError *error,
              const char   *path)
{
  say (capacity_store_words_error (error, path));

  return FALSE;
}

static void
say_problems (const CapacityImportResult *import)
{
  guint n_said = MIN (import->problems->len, MAX_PROBLEMS_SAID);

  for (guint i = 0; i < n_said; i++)
    say (capacity_import_words_problem (import->problems->pdata[i]));
  if (import->n_problems > n_said)
    {
      gulong n = (gulong) (import->n_problems - n_said);

      say (g_strdup_printf (g_dngettext (NULL, "… and %lu more problem.", "… and %lu more problems.", n), n));
    }
}

static gboolean
read_import (Run *self)
{
  g_autoptr (GFile) path = g_file_new_for_path (self->job->import);
  g_autofree char *name = g_file_get_basename (path);
  g_autoptr (CapacityImportFile) file = NULL;
  g_autoptr (CapacityImportPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  file = capacity_import_file_open (path, NULL, &error);
  if (file != NULL)
    plan = capacity_import_guess (file, NULL, CAPACITY_IMPORT_KEEP_NOTHING, &error);
  if (plan != NULL && self->job->service != NULL && !capacity_import_plan_has_role (plan, CAPACITY_IMPORT_ROLE_SERVICE))
    capacity_import_plan_set_service (plan, self->job->service);
  if (plan != NULL)
    self->import = capacity_import_read (file, plan, NULL, NULL, NULL, &error);
  if (self->import == NULL)
    {
      say (capacity_import_words_error (error, name));
      return FALSE;
    }

  say (capacity_import_words_summary (self->import));
  for (guint i = 0; i < self->import->notes->len; i++)
    say (capacity_import_words_note (self->import->notes->pdata[i]));
  say_problems (self->import);
  if (self->import->n_problems > 0 && !self->job->skip_problems)
    {
      say (g_strdup (_("Nothing was imported. Mend the file, or add --skip-problems to leave these cells out.")));
      return FALSE;
    }

  return TRUE;
}

/* Whether the batch, matched as the store will match it, holds the service of that name. */
static gboolean
batch_has (const CapacityBatch *batch,
           const char          *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (guint i = 0; i < batch->series->len; i++)
    {
      const CapacityBatchSeries *series = batch->series->pdata[i];
      g_autofree char *other = g_utf8_casefold (series->service, -1);

      if (g_str_equal (folded, other))
        return TRUE;
    }

  return FALSE;
}

static gboolean
batch_has_one_service (const CapacityBatch *batch)
{
  const CapacityBatchSeries *first = batch->series->len > 0 ? batch->series->pdata[0] : NULL;

  for (guint i = 1; i < batch->series->len; i++)
    if (!g_str_equal (((CapacityBatchSeries *) batch->series->pdata[i])->service, first->service))
      return FALSE;

  return first != NULL;
}

/* A file about one service is about the service that was asked for, whatever the file calls it. */
static void
rename_batch (CapacityBatch *batch,
              const char    *name)
{
  for (guint i = 0; i < batch->series->len; i++)
    g_set_str (&((CapacityBatchSeries *) batch->series->pdata[i])->service, name);
}

/* Before anything is written: is there, or will there be, the service that the job is about? */
static gboolean
check_service (Run *self)
{
  const char *name = self->job->service;
  CapacityBatch *batch = self->import != NULL ? self->import->batch : NULL;

  if (name == NULL || (self->portfolio != NULL && capacity_portfolio_find_service (self->portfolio, name) != NULL)
      || (batch != NULL && batch_has (batch, name)))
    {
      if (name != NULL && batch != NULL && !batch_has (batch, name) && batch_has_one_service (batch))
        rename_batch (batch, name);
      return TRUE;
    }
  if (batch != NULL && batch_has_one_service (batch))
    {
      rename_batch (batch, name);
      return TRUE;
    }
  say (batch != NULL ? g_strdup_printf (_("Neither the portfolio nor the file has a service “%s”. Nothing was changed."), name)
                     : g_strdup_printf (_("The portfolio has no service “%s”. Import its volumes first, with --import."), name));

  return FALSE;
}

static void
take_outcome (Run             *self,
              CapacityOutcome *outcome)
{
  g_clear_pointer (&self->portfolio, capacity_portfolio_unref);
  self->portfolio = capacity_portfolio_ref (outcome->portfolio);
  for (guint i = 0; i < outcome->imports->len; i++)
    say (capacity_store_words_import (outcome->imports->pdata[i]));
}

static gboolean
open_store (Run               *self,
            CapacityStoreFlags flags)
{
  g_autoptr (CapacityOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  self->store = capacity_store_new ();
  outcome = capacity_store_open (self->store, self->job->portfolio, flags, NULL, &error);
  if (outcome == NULL)
    return store_failed (error, self->job->portfolio);
  take_outcome (self, outcome);

  return TRUE;
}

/* A portfolio that is not there yet is made only when it is certain that something will be put into it. */
static gboolean
open_portfolio (Run *self)
{
  gboolean exists = g_file_test (self->job->portfolio, G_FILE_TEST_EXISTS);
  g_autofree char *folder = g_path_get_dirname (self->job->portfolio);

  if (exists || self->import == NULL)
    return open_store (self, CAPACITY_STORE_OPEN_EXISTING) && check_service (self);
  if (!check_service (self))
    return FALSE;
  /* Should this fail, opening says why. */
  g_mkdir_with_parents (folder, 0700);

  return open_store (self, CAPACITY_STORE_CREATE);
}

static gboolean
apply (Run            *self,
       CapacityChange *change)
{
  g_autoptr (CapacityOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  outcome = capacity_store_apply (self->store, change, NULL, &error);
  if (outcome == NULL)
    return store_failed (error, self->job->portfolio);
  take_outcome (self, outcome);

  return TRUE;
}

static gboolean
keep_import (Run *self)
{
  g_autoptr (CapacityChange) change = capacity_change_new ();

  capacity_change_import (change, self->import->batch);

  return apply (self, change);
}

/* The service that is meant; where none was named, the only one there is. */
static CapacityService *
find_service (Run *self)
{
  if (self->job->service != NULL)
    return capacity_portfolio_find_service (self->portfolio, self->job->service);

  return self->portfolio->services->len == 1 ? self->portfolio->services->pdata[0] : NULL;
}

/* The limit that starts on that day, as it was or new. */
static CapacityLimit *
limit_from (const CapacityService *service,
            CapacityMode           mode,
            CapacityDate           from)
{
  for (guint i = 0; i < service->limits->len; i++)
    {
      const CapacityLimit *limit = service->limits->pdata[i];

      if (limit->mode == mode && limit->from == from)
        return capacity_limit_copy (limit);
    }

  return capacity_limit_new (mode, NAN, CAPACITY_PERIOD_MONTH, from, CAPACITY_DATE_NONE);
}

/* Adds what the job says of the service to @change; returns whether that is anything new. */
static gboolean
describe_service (Run                   *self,
                  const CapacityService *service,
                  CapacityChange        *change)
{
  gboolean is_new = FALSE;

  if (self->job->unit != NULL && g_strcmp0 (self->job->unit, service->unit) != 0)
    {
      g_autoptr (CapacityService) copy = capacity_service_copy (service);

      g_set_str (&copy->unit, self->job->unit);
      capacity_change_set_service (change, copy);
      is_new = TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (self->job->limits); i++)
    {
      CapacityQuantity given = self->job->limits[i];
      g_autoptr (CapacityLimit) limit = limit_from (service, (CapacityMode) i, self->job->from);

      if (isnan (given.value) || (given.value == limit->value && given.per == limit->per))
        continue;
      limit->value = given.value;
      limit->per = given.per;
      capacity_change_set_service_limit (change, &service->id, limit);
      is_new = TRUE;
    }

  return is_new;
}

static gboolean
keep_capacity (Run *self)
{
  g_autoptr (CapacityChange) change = capacity_change_new ();
  gboolean is_asked = self->job->unit != NULL || !isnan (self->job->limits[0].value) || !isnan (self->job->limits[1].value);
  const CapacityService *service = find_service (self);

  if (!is_asked)
    return TRUE;
  if (service == NULL)
    {
      say (g_strdup (_("The portfolio has several services. Name the one that is meant, with --service.")));
      return FALSE;
    }

  return !describe_service (self, service, change) || apply (self, change);
}

static CapacityAssessment *
judge (Run *self)
{
  g_autoptr (CapacityForecastCache) cache = capacity_forecast_cache_new ();
  g_autoptr (GHashTable) kept = capacity_store_read_forecasts (self->store, NULL, NULL);
  g_autoptr (GHashTable) fresh = NULL;
  CapacityAssessment *assessment;

  if (kept != NULL)
    capacity_kept_forecasts_load (cache, kept);
  assessment = capacity_assess (self->portfolio, self->job->as_of, NULL, cache, NULL);
  fresh = capacity_kept_forecasts_collect (cache);
  /* Without them the next start takes longer, nothing else. */
  if (g_hash_table_size (fresh) > 0 && !capacity_store_is_read_only (self->store))
    capacity_store_keep_forecasts (self->store, fresh, NULL, NULL);

  return assessment;
}

static void
say_verdict (const CapacityServiceAssessment *service)
{
  g_autofree char *headline = capacity_words_headline (service);
  g_autofree char *sentence = capacity_words_mode_sentence (service, CAPACITY_MODE_REGULAR);

  g_printerr ("%s: %s %s\n", service->service->name, headline, sentence);
}

static gboolean
write_report (Run                *self,
              CapacityAssessment *assessment)
{
  const CapacityJob *job = self->job;
  const CapacityResource *resource = NULL;

  if (job->resource != NULL)
    resource = capacity_portfolio_find_resource (self->portfolio, job->resource);
  if (job->resource != NULL && resource == NULL)
    {
      say (g_strdup_printf (_("The portfolio has no resource “%s”."), job->resource));
      return FALSE;
    }

  return capacity_report_job_do (&job->report, assessment, find_service (self), resource);
}

/**
 * capacity_job_do:
 * @self: what is to be done
 *
 * Imports, sets what is known of the service, judges and writes the report, and says on stderr what was done. When a
 * step fails, the steps after it are not done; the import and the capacity are each kept as a whole or not at all.
 *
 * Returns: whether all was done
 */
gboolean
capacity_job_do (CapacityJob *self)
{
  g_auto (Run) run = { .job = self };
  g_autoptr (CapacityAssessment) assessment = NULL;
  const CapacityService *service;

  if (self->import != NULL && !read_import (&run))
    return FALSE;
  if (!open_portfolio (&run) || (self->import != NULL && !keep_import (&run)) || !keep_capacity (&run))
    return FALSE;

  assessment = judge (&run);
  service = find_service (&run);
  if (service != NULL)
    say_verdict (capacity_assessment_get_service (assessment, &service->id));

  return self->report.output == NULL || write_report (&run, assessment);
}
