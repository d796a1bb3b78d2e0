/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-report-job.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "capacity-store-words.h"

/**
 * capacity_report_job_take:
 * @self: a job to fill
 * @report: (transfer full) (nullable): what was given for the report: a kind where @output is given too, else a path
 * @output: (transfer full) (nullable): path of a file or folder
 *
 * Takes what the command line gave. A kind that there is not is said on stderr.
 *
 * Returns: whether it makes sense
 */
gboolean
capacity_report_job_take (CapacityReportJob *self,
                          char              *report,
                          char              *output)
{
  g_autofree char *name = NULL;
  g_autoptr (GString) names = g_string_new (NULL);

  if (output == NULL)
    {
      self->output = report;
      return TRUE;
    }
  self->output = output;
  if (report == NULL)
    return TRUE;
  name = g_path_get_basename (report);
  g_free (report);
  self->is_chosen = TRUE;
  if (capacity_report_find (name, &self->kind))
    return TRUE;

  for (int i = 0; i < CAPACITY_N_REPORT_KINDS; i++)
    g_string_append_printf (names, i > 0 ? ", %s" : "%s", capacity_report_get_name ((CapacityReportKind) i));
  g_printerr (_("There is no report “%s”. With --output, name one of these: %s.\n"), name, names->str);

  return FALSE;
}

static gboolean
write_one (const CapacityReportJob  *self,
           CapacityReportKind        kind,
           const CapacityAssessment *assessment,
           const CapacityId         *subject,
           const char               *path)
{
  CapacityReportOptions options = { .store = self->store, .since = self->since };
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (capacity_report_write (kind, assessment, subject, file, &options, &error))
    {
      g_printerr (_("Report written to %s."), path);
      g_printerr ("\n");
      return TRUE;
    }
  words = capacity_store_words_error (error, NULL);
  g_printerr (_("The report was not written to %s: %s"), path, words);
  g_printerr ("\n");

  return FALSE;
}

/* A file name of its own in the folder, which tells what the report is about. */
static char *
path_in (const char       *folder,
         const char       *code,
         const char       *name,
         GHashTable       *taken,
         const CapacityId *id)
{
  g_autofree char *base = code != NULL ? g_strdup_printf ("%s %s", code, name) : g_strdup (name);
  g_autofree char *file = NULL;

  g_strdelimit (base, "/\\:*?\"<>|", '-');
  if (!g_hash_table_add (taken, g_utf8_casefold (base, -1)))
    {
      g_autofree char *mark = capacity_id_to_string (id);
      g_autofree char *both = g_strdup_printf ("%s %s", base, mark);

      g_set_str (&base, both);
    }
  file = g_strconcat (base, ".pdf", NULL);

  return g_build_filename (folder, file, NULL);
}

/* One report of every service or resource, each in a file of its own; stops at the first that fails. */
static gboolean
write_all (const CapacityReportJob  *self,
           const CapacityAssessment *assessment)
{
  const CapacityPortfolio *portfolio = assessment->portfolio;
  gboolean about_services = capacity_report_get_subject (self->kind) == CAPACITY_REPORT_ABOUT_SERVICE;
  guint n = about_services ? portfolio->services->len : portfolio->resources->len;
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (g_mkdir_with_parents (self->output, 0777) != 0)
    {
      g_printerr (_("The folder %s cannot be made: %s"), self->output, g_strerror (errno));
      g_printerr ("\n");
      return FALSE;
    }
  for (guint i = 0; i < n; i++)
    {
      const CapacityService *service = about_services ? portfolio->services->pdata[i] : NULL;
      const CapacityResource *resource = about_services ? NULL : portfolio->resources->pdata[i];
      const CapacityId *id = about_services ? &service->id : &resource->id;
      g_autofree char *path = path_in (self->output, about_services ? service->code : resource->code,
                                       about_services ? service->name : resource->name, taken, id);

      if (!write_one (self, self->kind, assessment, id, path))
        return FALSE;
    }

  return TRUE;
}

/**
 * capacity_report_job_do:
 * @self: a job with an output
 * @assessment: what is known
 * @service: (nullable): the service that is meant
 * @resource: (nullable): the resource that is meant
 *
 * Writes the report. One about a service or resource of which none is named is written for all of them, into a
 * folder. What was done and what went wrong is said on stderr.
 *
 * Returns: whether all was written
 */
gboolean
capacity_report_job_do (const CapacityReportJob  *self,
                        const CapacityAssessment *assessment,
                        const CapacityService    *service,
                        const CapacityResource   *resource)
{
  CapacityReportKind kind = self->kind;
  const CapacityId *subject = NULL;

  if (!self->is_chosen && resource != NULL)
    kind = CAPACITY_REPORT_RESOURCE_SHEET;
  else if (!self->is_chosen)
    kind = service != NULL ? CAPACITY_REPORT_SERVICE_SHEET : CAPACITY_REPORT_OVERVIEW;
  switch (capacity_report_get_subject (kind))
    {
    case CAPACITY_REPORT_ABOUT_SERVICE:
      if (service == NULL || g_file_test (self->output, G_FILE_TEST_IS_DIR))
        return write_all (self, assessment);
      subject = &service->id;
      break;
    case CAPACITY_REPORT_ABOUT_RESOURCE:
      if (resource == NULL || g_file_test (self->output, G_FILE_TEST_IS_DIR))
        return write_all (self, assessment);
      subject = &resource->id;
      break;
    case CAPACITY_REPORT_ABOUT_INSTITUTION:
    default:
      break;
    }

  return write_one (self, kind, assessment, subject, self->output);
}
