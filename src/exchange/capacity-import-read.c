/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-reader-private.h"

#define ROWS_BETWEEN_CHECKS 4096

static gboolean
report_progress (CapacityImportReader   *self,
                 GFileProgressCallback   progress,
                 gpointer                progress_data,
                 GCancellable           *cancellable,
                 GError                **error)
{
  if (progress != NULL)
    progress (self->csv.at - self->csv.start, self->csv.end - self->csv.start, progress_data);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static gboolean
skip_header (CapacityImportReader  *self,
             GError               **error)
{
  for (guint i = 0; i < self->plan->n_title_rows + self->plan->n_header_rows; i++)
    {
      g_autoptr (GError) row_error = NULL;

      if (!capacity_csv_reader_next (&self->csv, &row_error))
        {
          if (row_error != NULL)
            g_propagate_error (error, g_steal_pointer (&row_error));
          return row_error == NULL;
        }
      if (i < self->plan->n_title_rows && !capacity_csv_reader_is_blank (&self->csv))
        {
          CapacityCsvCell cell = capacity_import_reader_first_text (self);

          capacity_import_remarks_count (&self->remarks, CAPACITY_IMPORT_NOTE_TITLE_ROWS, self->csv.line, 0, &cell);
        }
    }
  return TRUE;
}

static gboolean
read_rows (CapacityImportReader   *self,
           GFileProgressCallback   progress,
           gpointer                progress_data,
           GCancellable           *cancellable,
           GError                **error)
{
  g_autoptr (GError) row_error = NULL;

  while (capacity_csv_reader_next (&self->csv, &row_error))
    {
      if (++self->n_rows > CAPACITY_IMPORT_MAX_ROWS)
        {
          g_propagate_error (error, capacity_exchange_error_new_at (CAPACITY_EXCHANGE_ERROR_TOO_MANY_ROWS,
                                                                    self->csv.line, 0, "More than %d rows",
                                                                    CAPACITY_IMPORT_MAX_ROWS));
          return FALSE;
        }
      if (self->n_rows % ROWS_BETWEEN_CHECKS == 1
          && !report_progress (self, progress, progress_data, cancellable, error))
        return FALSE;
      if (!capacity_csv_reader_is_blank (&self->csv) && !capacity_import_reader_read_row (self, error))
        return FALSE;
    }
  if (row_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&row_error));
      return FALSE;
    }
  return report_progress (self, progress, progress_data, cancellable, error);
}

/* Says what the plan guessed without certainty and what it leaves out. */
static void
note_plan (CapacityImportReader *self)
{
  const CapacityImportPlan *plan = self->plan;

  for (guint i = 0; i < plan->n_columns; i++)
    if (plan->columns[i].role == CAPACITY_IMPORT_ROLE_IGNORE
        && plan->columns[i].reason != CAPACITY_IMPORT_REASON_NONE)
      capacity_import_remarks_count (&self->remarks, CAPACITY_IMPORT_NOTE_UNUSED_COLUMN, 0, i + 1, NULL)->reason =
        plan->columns[i].reason;
  if (!plan->date_order_is_certain)
    capacity_import_remarks_count (&self->remarks, CAPACITY_IMPORT_NOTE_DATE_ORDER, 0, 0, NULL)->date_order =
      plan->date_order;
  if (!plan->decimal_is_certain)
    capacity_import_remarks_count (&self->remarks, CAPACITY_IMPORT_NOTE_DECIMAL, 0, 0, NULL)->decimal = plan->decimal;
  if (capacity_import_plan_needs_year (plan))
    capacity_import_remarks_count (&self->remarks, CAPACITY_IMPORT_NOTE_YEAR, 0, 0, NULL)->year = plan->year;
  if (self->has_one_period)
    {
      CapacityImportNote *note = capacity_import_remarks_count (&self->remarks, CAPACITY_IMPORT_NOTE_WHOLE, 0, 0, NULL);

      note->periods[note->n_periods++] = plan->whole;
    }
  if (self->remarks.n_problems > self->remarks.problems->len)
    capacity_import_remarks_count (&self->remarks, CAPACITY_IMPORT_NOTE_PROBLEMS_CAPPED, 0, 0, NULL)->count =
      self->remarks.n_problems - self->remarks.problems->len;
}

static gboolean
check_read (const CapacityImportReader  *self,
            const CapacityImportResult  *result,
            GError                     **error)
{
  const CapacityImportProblem *first = NULL;

  if (result->batch->n_values > 0)
    return TRUE;
  if (self->remarks.problems->len > 0)
    first = g_ptr_array_index (self->remarks.problems, 0);
  if (self->n_rows == 0)
    g_set_error (error, CAPACITY_EXCHANGE_ERROR, CAPACITY_EXCHANGE_ERROR_NO_DATA, "No rows below the header");
  else if (first != NULL && first->code == CAPACITY_IMPORT_PROBLEM_HALF_YEAR)
    g_set_error (error, CAPACITY_EXCHANGE_ERROR, CAPACITY_EXCHANGE_ERROR_HALF_YEARS, "The periods are half-years");
  else
    g_propagate_error (error, capacity_exchange_error_new_at (CAPACITY_EXCHANGE_ERROR_NOTHING_READ,
                                                              first != NULL ? first->line : 0,
                                                              first != NULL ? first->column : 0,
                                                              "No value could be read"));
  return FALSE;
}

/**
 * capacity_import_read:
 * @file: a file
 * @plan: how to read it
 * @progress: (nullable) (scope call): told now and then how many bytes of text are read, in the calling
 *   thread
 * @progress_data: for @progress
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Reads all of a file into series. Cells and rows that cannot be read are left out and listed as problems;
 * what is skipped on purpose is noted. Nothing is kept anywhere. It may take long: do not call it in the
 * window's thread.
 *
 * The errors are those of #CapacityExchangeError from %CAPACITY_EXCHANGE_ERROR_ENCODING on, and
 * %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full): what was read, with one value at least, or %NULL
 */
CapacityImportResult *
capacity_import_read (const CapacityImportFile  *file,
                      const CapacityImportPlan  *plan,
                      GFileProgressCallback      progress,
                      gpointer                   progress_data,
                      GCancellable              *cancellable,
                      GError                   **error)
{
  g_auto (CapacityImportText) text = { .data = NULL };
  g_auto (CapacityImportReader) reader = { NULL };
  g_autoptr (CapacityImportResult) result = NULL;

  g_return_val_if_fail (file != NULL && plan != NULL, NULL);

  if (!capacity_import_plan_check (plan, error)
      || !capacity_import_file_decode (file, plan->table, plan->encoding, &text, error))
    return NULL;

  result = g_new0 (CapacityImportResult, 1);
  result->batch = capacity_batch_new (capacity_import_file_get_name (file));
  capacity_import_reader_init (&reader, file, plan, &text);
  if (!skip_header (&reader, error)
      || !read_rows (&reader, progress, progress_data, cancellable, error)
      || !capacity_import_reader_count_tickets (&reader, error)
      || !capacity_import_builder_build (reader.builder, (CapacityImportSlot *) (gpointer) reader.slots->data,
                                         &reader.remarks, result, error))
    return NULL;
  note_plan (&reader);
  capacity_import_remarks_finish (&reader.remarks);
  if (!check_read (&reader, result, error))
    return NULL;

  result->problems = g_steal_pointer (&reader.remarks.problems);
  result->n_problems = reader.remarks.n_problems;
  result->besides = g_steal_pointer (&reader.remarks.besides);
  result->notes = g_steal_pointer (&reader.remarks.notes);
  return g_steal_pointer (&result);
}

/**
 * capacity_import_result_free:
 * @self: (transfer full): a result
 */
void
capacity_import_result_free (CapacityImportResult *self)
{
  g_clear_pointer (&self->batch, capacity_batch_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_pointer (&self->besides, g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_free (self);
}
