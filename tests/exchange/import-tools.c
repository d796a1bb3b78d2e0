/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "import-tools.h"

#include <math.h>
#include <string.h>

CapacityImportFile *
file_of (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return capacity_import_file_new_for_bytes ("Passports_2026.csv", bytes);
}

CapacityImportPlan *
guess_of (const char *text)
{
  g_autoptr (CapacityImportFile) file = file_of (text);
  g_autoptr (GError) error = NULL;
  CapacityImportPlan *plan = capacity_import_guess (file, NULL, CAPACITY_IMPORT_KEEP_NOTHING, &error);

  g_assert_no_error (error);
  return plan;
}

CapacityImportResult *
read_plan (const char               *text,
           const CapacityImportPlan *plan)
{
  g_autoptr (CapacityImportFile) file = file_of (text);
  g_autoptr (GError) error = NULL;
  CapacityImportResult *result = capacity_import_read (file, plan, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return result;
}

CapacityImportResult *
read_of (const char *text)
{
  g_autoptr (CapacityImportPlan) plan = guess_of (text);

  return read_plan (text, plan);
}

char *
shared_path (const char *name)
{
  const char *shared = g_getenv ("CAPACITY_SHARED");
  g_autofree char *beside = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", NULL);

  return g_build_filename (shared != NULL ? shared : beside, "data", "series", name, NULL);
}

CapacityImportFile *
shared_file (const char *name)
{
  g_autofree char *path = shared_path (name);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  CapacityImportFile *opened;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("The file is not here");
      return NULL;
    }
  opened = capacity_import_file_open (file, NULL, &error);
  g_assert_no_error (error);
  return opened;
}

const CapacityImportNote *
find_note (const CapacityImportResult *result,
           CapacityImportNoteCode      code)
{
  for (guint i = 0; i < result->notes->len; i++)
    {
      const CapacityImportNote *note = g_ptr_array_index (result->notes, i);

      if (note->code == code)
        return note;
    }
  return NULL;
}

const CapacityBatchSeries *
find_series (const CapacityImportResult *result,
             const char                 *service,
             CapacityMeasure             measure)
{
  for (guint i = 0; i < result->batch->series->len; i++)
    {
      const CapacityBatchSeries *series = g_ptr_array_index (result->batch->series, i);

      if (strcmp (series->service, service) == 0 && series->measure == measure)
        return series;
    }
  return NULL;
}

double
value_at (const CapacityImportResult *result,
          const char                 *service,
          CapacityMeasure             measure,
          const char                 *period)
{
  const CapacityBatchSeries *series = find_series (result, service, measure);
  CapacityPeriod at;

  g_assert_nonnull (series);
  g_assert_true (capacity_period_parse (period, &at));
  g_assert_cmpint (series->series->kind, ==, at.kind);
  return capacity_series_at (series->series, at.index);
}

void
assert_problem (const CapacityImportResult *result,
                guint                       index,
                CapacityImportProblemCode   code,
                guint64                     line,
                guint                       column)
{
  const CapacityImportProblem *problem;

  g_assert_cmpuint (index, <, result->problems->len);
  problem = g_ptr_array_index (result->problems, index);
  g_assert_cmpint (problem->code, ==, code);
  g_assert_cmpuint (problem->line, ==, line);
  g_assert_cmpuint (problem->column, ==, column);
}
