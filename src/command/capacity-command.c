/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-command.h"

#include <glib/gi18n.h>
#include <math.h>

#include "capacity-changes-job.h"
#include "capacity-format.h"
#include "capacity-job.h"

#define EXIT_NOT_DONE 1
#define EXIT_USAGE 2

static const GOptionEntry entries[] = {
  { "portfolio", 'p', 0, G_OPTION_ARG_FILENAME, NULL, N_("Work on this portfolio instead of your own"), N_("FILE") },
  { "import", 'i', 0, G_OPTION_ARG_FILENAME, NULL, N_("Import volumes from a file, or from all tables of a folder"), N_("FILE") },
  { "sheet", 0, 0, G_OPTION_ARG_STRING, NULL, N_("The sheet of a spreadsheet to import"), N_("NAME") },
  { "skip-problems", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Import what can be read and leave out the rest"), NULL },
  { "service", 's', 0, G_OPTION_ARG_STRING, NULL, N_("The service that is meant, by name or code"), N_("NAME") },
  { "unit", 0, 0, G_OPTION_ARG_STRING, NULL, N_("What the service counts, such as “applications”"), N_("WORD") },
  { "capacity", 'c', 0, G_OPTION_ARG_STRING, NULL, N_("How much the service can deliver, such as 1200/month"), N_("N/PERIOD") },
  { "peak-capacity", 0, 0, G_OPTION_ARG_STRING, NULL, N_("How much it can deliver in a peak"), N_("N/PERIOD") },
  { "from", 0, 0, G_OPTION_ARG_STRING, NULL, N_("The day from which the capacity holds, or an audit extract begins"), N_("DATE") },
  { "report", 'r', 0, G_OPTION_ARG_FILENAME, NULL, N_("Write a report as PDF, or with --output a report of this kind"), N_("FILE|KIND") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, NULL, N_("The file of the report, or the folder for a report of each service or resource"), N_("PATH") },
  { "resource", 0, 0, G_OPTION_ARG_STRING, NULL, N_("The resource that the report is about, by name or code"), N_("NAME") },
  { "export-changes", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Write what was changed since this day for a colleague, to --output"), N_("DATE") },
  { "apply-changes", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("Apply a colleague’s changes; what both changed stays as it is here"), N_("FILE") },
  { "as-of", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Judge as of this day instead of today"), N_("DATE") },
  G_OPTION_ENTRY_NULL,
};

/**
 * capacity_command_add_options:
 * @application: the application
 *
 * Adds the options of jobs that need no window, and says in `--help` what they are for.
 */
void
capacity_command_add_options (GApplication *application)
{
  g_application_add_main_option_entries (application, entries);
  g_application_set_option_context_parameter_string (application, _("[FILE…]"));
  g_application_set_option_context_summary (application, _("Keep the volumes of services and what they need in balance."));
  g_application_set_option_context_description (
      application,
      _("With --service, --capacity or --report the work is done without a window; the exit status is 0 only when all "
        "of it was done. Periods are day, week, month, quarter and year; a day is a working day.\n\n"
        "Example: capacity --import volumes.csv --service \"Passports\" --capacity 1200/month --report passports.pdf\n"
        "A page of every service, into a folder: capacity --report service --output sheets"));
}

/**
 * capacity_command_is_asked:
 * @options: what the command line gave
 *
 * Returns: whether there is a job to do without a window
 */
gboolean
capacity_command_is_asked (GVariantDict *options)
{
  static const char *const names[] = { "service", "capacity", "peak-capacity", "report", "output", "resource", "unit", "from", "sheet", "skip-problems", "as-of",
                                       "export-changes", "apply-changes" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_variant_dict_contains (options, names[i]))
      return TRUE;

  return FALSE;
}

/**
 * capacity_command_default_portfolio:
 *
 * Returns: (transfer full): path of the portfolio of a person who named none
 */
char *
capacity_command_default_portfolio (void)
{
  return g_build_filename (g_get_user_data_dir (), "capacity", "portfolio.capacity", NULL);
}

static char *
absolute_path (GVariantDict *options,
               const char   *name)
{
  const char *given;
  g_autoptr (GFile) file = NULL;

  if (!g_variant_dict_lookup (options, name, "^&ay", &given))
    return NULL;
  file = g_file_new_for_commandline_arg (given);

  return g_file_get_path (file);
}

static gboolean
take_limit (GVariantDict     *options,
            const char       *name,
            CapacityQuantity *limit)
{
  const char *given;

  limit->value = NAN;
  if (!g_variant_dict_lookup (options, name, "&s", &given))
    return TRUE;
  if (capacity_quantity_parse (given, limit) && limit->value >= 0 && limit->has_per)
    return TRUE;
  g_printerr (_("“%s” is no capacity. Write a number and its period, such as --%s 1200/month.\n"), given, name);

  return FALSE;
}

static gboolean
take_date (GVariantDict *options,
           const char   *name,
           CapacityDate *date)
{
  const char *given;

  if (!g_variant_dict_lookup (options, name, "&s", &given))
    return TRUE;
  *date = capacity_format_parse_date (given);
  if (*date != CAPACITY_DATE_NONE)
    return TRUE;
  g_printerr (_("“%s” is no date. Write it such as --%s 2026-11-23.\n"), given, name);

  return FALSE;
}

static CapacityDate
today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return capacity_date_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now),
                                 g_date_time_get_day_of_month (now));
}

static gboolean
take_job (GVariantDict *options,
          CapacityJob  *job)
{
  job->portfolio = absolute_path (options, "portfolio");
  if (job->portfolio == NULL)
    job->portfolio = capacity_command_default_portfolio ();
  job->import = absolute_path (options, "import");
  g_variant_dict_lookup (options, "sheet", "s", &job->sheet);
  job->skip_problems = g_variant_dict_contains (options, "skip-problems");
  g_variant_dict_lookup (options, "service", "s", &job->service);
  g_variant_dict_lookup (options, "unit", "s", &job->unit);
  g_variant_dict_lookup (options, "resource", "s", &job->resource);
  job->as_of = today ();

  return take_limit (options, "capacity", &job->limits[CAPACITY_MODE_REGULAR])
         && take_limit (options, "peak-capacity", &job->limits[CAPACITY_MODE_PEAK])
         && take_date (options, "from", &job->from) && take_date (options, "as-of", &job->as_of)
         && capacity_report_job_take (&job->report, absolute_path (options, "report"),
                                      absolute_path (options, "output"));
}

static int
run_export (GVariantDict *options,
            const char   *portfolio)
{
  g_autofree char *path = absolute_path (options, "output");
  CapacityDate since = CAPACITY_DATE_NONE;

  if (!take_date (options, "export-changes", &since))
    return EXIT_USAGE;
  if (path == NULL)
    {
      g_printerr (_("Say where the changes go, such as --output 0001-anna.capacity-changes.\n"));
      return EXIT_USAGE;
    }

  return capacity_changes_job_export (portfolio, since, path) ? 0 : EXIT_NOT_DONE;
}

/* Changes to and from colleagues are jobs of their own. */
static int
run_changes (GVariantDict *options)
{
  g_autofree char *portfolio = absolute_path (options, "portfolio");
  g_autofree char *apply = absolute_path (options, "apply-changes");

  if (portfolio == NULL)
    portfolio = capacity_command_default_portfolio ();
  if (apply == NULL)
    return run_export (options, portfolio);

  return capacity_changes_job_apply (portfolio, apply) ? 0 : EXIT_NOT_DONE;
}

/**
 * capacity_command_run:
 * @options: what the command line gave
 *
 * Does the job without a window. What was done and what went wrong is said on stderr, in the user's language.
 *
 * Returns: the exit status: 0 when all was done, 1 when something was not, 2 when the command line is wrong
 */
int
capacity_command_run (GVariantDict *options)
{
  g_auto (CapacityJob) job = { 0 };

  if (g_variant_dict_contains (options, "export-changes") || g_variant_dict_contains (options, "apply-changes"))
    return run_changes (options);
  if (!take_job (options, &job))
    return EXIT_USAGE;

  return capacity_job_do (&job) ? 0 : EXIT_NOT_DONE;
}
