/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-job.h"

#include <glib/gi18n.h>
#include <math.h>

#include "capacity-import-outlook.h"
#include "capacity-import-words.h"
#include "capacity-kept-forecasts.h"
#include "capacity-store-backups.h"
#include "capacity-store-words.h"
#include "capacity-store.h"
#include "capacity-words.h"

/* Problems of a file that are said one by one; the rest is counted. */
#define MAX_PROBLEMS_SAID 20

/* What a job has at hand while it is done. */
typedef struct
{
  const CapacityJob *job;
  GPtrArray *imports; /* CapacityImportResult, one for each file */
  CapacityStore *store;
  CapacityPortfolio *portfolio;
} Run;

static void
run_clear (Run *self)
{
  g_clear_pointer (&self->imports, g_ptr_array_unref);
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
  g_free (self->sheet);
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

static CapacityImportResult *
read_file (const CapacityJob *job,
           GFile             *path,
           GError           **error)
{
  g_autoptr (CapacityImportFile) file = capacity_import_file_open (path, NULL, error);
  g_autoptr (CapacityImportPlan) plan = NULL;

  if (file != NULL)
    plan = capacity_import_guess_sheet (file, job->sheet, error);
  if (plan == NULL)
    return NULL;
  if (job->service != NULL && !capacity_import_plan_has_role (plan, CAPACITY_IMPORT_ROLE_SERVICE))
    capacity_import_plan_set_service (plan, job->service);

  return capacity_import_read (file, plan, NULL, NULL, NULL, error);
}

static void
say_import (const CapacityImportResult *import)
{
  say (capacity_import_words_summary (import));
  for (guint i = 0; i < import->notes->len; i++)
    say (capacity_import_words_note (import->notes->pdata[i]));
  say_problems (import);
}

static gboolean
nothing_imported (void)
{
  say (g_strdup (_("Nothing was imported. Mend the file, or add --skip-problems to leave these cells out.")));

  return FALSE;
}

/* Reads a file, and says what it holds and whether that may be imported. */
static gboolean
take_file (Run      *self,
           GFile    *path,
           gboolean  is_one_of_many)
{
  g_autofree char *name = g_file_get_basename (path);
  g_autoptr (GError) error = NULL;
  CapacityImportResult *import = read_file (self->job, path, &error);

  if (import == NULL)
    {
      say (capacity_import_words_error (error, name));
      return FALSE;
    }
  g_ptr_array_add (self->imports, import);
  if (is_one_of_many)
    say (g_strdup_printf ("%s:", name));
  say_import (import);
  if (import->n_problems > 0 && !self->job->skip_problems)
    return nothing_imported ();

  return TRUE;
}

/* Reads the file, or all tables of the folder. */
static gboolean
read_import (Run *self)
{
  g_autoptr (GFile) path = g_file_new_for_path (self->job->import);
  g_autofree char *name = g_file_get_basename (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = capacity_import_list_files (path, NULL, &error);

  if (files == NULL)
    {
      say (capacity_import_words_error (error, name));
      return FALSE;
    }
  self->imports = g_ptr_array_new_with_free_func ((GDestroyNotify) capacity_import_result_free);
  for (guint i = 0; i < files->len; i++)
    if (!take_file (self, files->pdata[i], files->len > 1))
      return FALSE;

  return TRUE;
}

static CapacityBatch *
get_batch (const Run *self,
           guint      import)
{
  return ((CapacityImportResult *) self->imports->pdata[import])->batch;
}

/* Whether the batches, matched as the store will match them, hold the service of that name. */
static gboolean
imports_have (const Run  *self,
              const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (guint i = 0; i < self->imports->len; i++)
    for (guint j = 0; j < get_batch (self, i)->series->len; j++)
      {
        const CapacityBatchSeries *series = get_batch (self, i)->series->pdata[j];
        g_autofree char *other = g_utf8_casefold (series->service, -1);
        g_autofree char *code = series->code != NULL ? g_utf8_casefold (series->code, -1) : NULL;

        if (g_str_equal (folded, other) || g_strcmp0 (folded, code) == 0)
          return TRUE;
      }

  return FALSE;
}

static gboolean
imports_have_one_service (const Run *self)
{
  const CapacityBatchSeries *first = NULL;

  for (guint i = 0; i < self->imports->len; i++)
    for (guint j = 0; j < get_batch (self, i)->series->len; j++)
      {
        const CapacityBatchSeries *series = get_batch (self, i)->series->pdata[j];

        if (first != NULL && (!g_str_equal (series->service, first->service) || g_strcmp0 (series->code, first->code) != 0))
          return FALSE;
        first = series;
      }

  return first != NULL;
}

/* What is about one service is about the service that was asked for, whatever the file calls it, also besides. */
static void
rename_imports (const Run  *self,
                const char *name)
{
  for (guint i = 0; i < self->imports->len; i++)
    {
      g_ptr_array_set_size (((CapacityImportResult *) self->imports->pdata[i])->besides, 0);
      for (guint j = 0; j < get_batch (self, i)->series->len; j++)
        {
          CapacityBatchSeries *series = get_batch (self, i)->series->pdata[j];

          g_set_str (&series->service, name);
          g_clear_pointer (&series->code, g_free);
        }
    }
}

/* Before anything is written: is there, or will there be, the service that the job is about? */
static gboolean
check_service (Run *self)
{
  const char *name = self->job->service;
  gboolean has_imports = self->imports != NULL;

  if (name == NULL || (has_imports && imports_have (self, name)))
    return TRUE;
  if (has_imports && imports_have_one_service (self))
    {
      rename_imports (self, name);
      return TRUE;
    }
  if (self->portfolio != NULL && capacity_portfolio_find_service (self->portfolio, name) != NULL)
    return TRUE;
  say (has_imports
         ? g_strdup_printf (_("Neither the portfolio nor the file has a service “%s”. Nothing was changed."), name)
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

  if (exists || self->imports == NULL)
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

/* Looks at the files beside the portfolio, and leaves out of them what they name as two different services of it. */
static gboolean
leave_out_doubts (Run *self)
{
  g_autoptr (GHashTable) none = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->imports->len; i++)
    {
      CapacityImportResult *import = self->imports->pdata[i];
      g_autoptr (CapacityBatch) whole = import->batch;
      guint64 n_before = import->n_problems;
      g_autoptr (GHashTable) doubts = capacity_import_doubt (import, self->portfolio, none);
      guint64 n = import->n_problems - n_before;

      import->batch = capacity_import_rename (whole, doubts);
      for (guint k = 0; k < MIN (n, MAX_PROBLEMS_SAID); k++)
        say (capacity_import_words_problem (import->problems->pdata[k]));
      if (n > 0 && !self->job->skip_problems)
        return nothing_imported ();
    }

  return TRUE;
}

static gboolean
keep_import (Run *self)
{
  g_autoptr (CapacityChange) change = capacity_change_new ();

  if (!leave_out_doubts (self))
    return FALSE;
  for (guint i = 0; i < self->imports->len; i++)
    capacity_change_import (change, get_batch (self, i));

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
  fresh = capacity_kept_forecasts_collect (cache, G_MAXUINT);
  /* Without them the next start takes longer, nothing else. */
  if (g_hash_table_size (fresh) > 0 && !capacity_store_is_read_only (self->store))
    capacity_store_keep_forecasts (self->store, fresh, NULL, NULL);

  return assessment;
}

/* The work is done and kept; that there is no copy of it is worth a word, but is no failure. */
static void
back_up (Run *self)
{
  g_autoptr (GError) error = NULL;

  if (!capacity_store_back_up (self->store, NULL, &error))
    say (g_strdup_printf (_("No backup was made: %s"), error->message));
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
  CapacityReportJob report = job->report;

  if (job->resource != NULL)
    resource = capacity_portfolio_find_resource (self->portfolio, job->resource);
  if (job->resource != NULL && resource == NULL)
    {
      say (g_strdup_printf (_("The portfolio has no resource “%s”."), job->resource));
      return FALSE;
    }

  report.store = self->store;
  report.since = job->from;
  return capacity_report_job_do (&report, assessment, find_service (self), resource);
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

  back_up (&run);
  assessment = judge (&run);
  service = find_service (&run);
  if (service != NULL)
    say_verdict (capacity_assessment_get_service (assessment, &service->id));

  return self->report.output == NULL || write_report (&run, assessment);
}
