/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-reader-private.h"

#include <math.h>

#include "capacity-import-fill.h"
#include "capacity-import-number.h"
#include "capacity-vocabulary.h"

static gboolean
has_cells_beyond (const CapacityImportReader *self,
                  guint                       n)
{
  for (guint i = n; i < self->csv.n_cells && !self->is_grid; i++)
    if (capacity_import_reader_get_cell (self, (int) i).length > 0)
      return TRUE;
  return FALSE;
}

/* Whether a cell that names the row, or its period, says that it is a total. */
static gboolean
is_total_row (const CapacityImportReader *self)
{
  int period_columns[] = { self->period_column, self->year_column, self->month_column };

  for (guint i = 0; i < G_N_ELEMENTS (period_columns); i++)
    {
      CapacityCsvCell cell = capacity_import_reader_get_cell (self, period_columns[i]);

      if (capacity_vocabulary_is_total (cell.text, cell.length))
        return TRUE;
    }
  for (guint i = 0; i < self->key_columns->len; i++)
    {
      int column = g_array_index (self->key_columns, int, i);
      CapacityCsvCell cell = capacity_import_reader_get_cell (self, column);

      if (capacity_import_plan_sum (self->plan, (guint) column, cell.text, cell.length) >= CAPACITY_IMPORT_SUM_SUBTOTAL)
        return TRUE;
    }
  return FALSE;
}

/* Whether the row is a quarter or year below the rows of all its months, such as "I ceturksnis" below "marts". */
static gboolean
follows_its_months (CapacityImportReader *self,
                    int                   column)
{
  CapacityCsvCell cell = capacity_import_reader_get_cell (self, column);
  CapacityPeriod period;
  int year;

  if (self->n_before < 3)
    return FALSE;
  capacity_date_to_ymd (capacity_period_first_day (self->before), &year, NULL, NULL);
  if (capacity_import_reader_parse_date (self, cell, &period) != CAPACITY_IMPORT_DATE_OK
      && capacity_import_plan_parse_part (self->plan, cell.text, cell.length, year, &period) != CAPACITY_IMPORT_DATE_OK)
    return FALSE;
  return (period.kind == CAPACITY_PERIOD_QUARTER || (period.kind == CAPACITY_PERIOD_YEAR && self->n_before >= 12))
         && capacity_period_last_day (period) == capacity_period_last_day (self->before);
}

static CapacityImportProblemCode
problem_of_date (CapacityImportDateOutcome outcome)
{
  switch (outcome)
    {
    case CAPACITY_IMPORT_DATE_MISSING:
      return CAPACITY_IMPORT_PROBLEM_NO_PERIOD;
    case CAPACITY_IMPORT_DATE_NO_SUCH:
      return CAPACITY_IMPORT_PROBLEM_NO_SUCH_DATE;
    case CAPACITY_IMPORT_DATE_NO_WHOLE:
      return CAPACITY_IMPORT_PROBLEM_NO_WHOLE_PERIOD;
    case CAPACITY_IMPORT_DATE_HALF_YEAR:
      return CAPACITY_IMPORT_PROBLEM_HALF_YEAR;
    case CAPACITY_IMPORT_DATE_OK:
    case CAPACITY_IMPORT_DATE_INVALID:
    default:
      return CAPACITY_IMPORT_PROBLEM_NOT_A_PERIOD;
    }
}

/* A row whose period cannot be read: a total, a footnote, or a problem. */
static void
skip_row (CapacityImportReader      *self,
          CapacityImportDateOutcome  outcome,
          int                        column)
{
  CapacityCsvCell first = capacity_import_reader_first_text (self);

  if (self->plan->skip_totals && (is_total_row (self) || follows_its_months (self, column)))
    capacity_import_remarks_count (&self->remarks, CAPACITY_IMPORT_NOTE_TOTAL_ROWS, self->csv.line, 0, &first);
  else if (!capacity_import_reader_has_values (self))
    capacity_import_remarks_count (&self->remarks, CAPACITY_IMPORT_NOTE_TEXT_ROWS, self->csv.line, 0, &first);
  else
    capacity_import_reader_add_problem (self, problem_of_date (outcome), column);
}

/* Notes of cells are counted by column, but not where each period or service has one. */
static void
count_cell (CapacityImportReader   *self,
            CapacityImportNoteCode  code,
            guint                   column,
            const CapacityCsvCell  *cell)
{
  guint of_column = self->plan->layout == CAPACITY_IMPORT_LAYOUT_LONG ? column + 1 : 0;

  capacity_import_remarks_count (&self->remarks, code, self->csv.line, of_column, cell);
}

static double
read_value (CapacityImportReader *self,
            guint                 column)
{
  CapacityCsvCell cell = capacity_import_reader_get_cell (self, (int) column);
  double value = NAN;

  switch (capacity_import_number_parse (cell.text, cell.length, self->plan->decimal, &value))
    {
    case CAPACITY_IMPORT_NUMBER_VALUE:
      return value;
    case CAPACITY_IMPORT_NUMBER_MISSING:
      count_cell (self, CAPACITY_IMPORT_NOTE_MISSING_VALUES, column, &cell);
      break;
    case CAPACITY_IMPORT_NUMBER_CENSORED:
      count_cell (self, CAPACITY_IMPORT_NOTE_CENSORED_VALUES, column, &cell);
      break;
    case CAPACITY_IMPORT_NUMBER_NEGATIVE:
      capacity_import_reader_add_problem (self, CAPACITY_IMPORT_PROBLEM_NEGATIVE, (int) column);
      break;
    case CAPACITY_IMPORT_NUMBER_TOO_LARGE:
      capacity_import_reader_add_problem (self, CAPACITY_IMPORT_PROBLEM_TOO_LARGE, (int) column);
      break;
    case CAPACITY_IMPORT_NUMBER_INVALID:
    default:
      capacity_import_reader_add_problem (self, CAPACITY_IMPORT_PROBLEM_NOT_A_NUMBER, (int) column);
      break;
    }
  return NAN;
}

static gboolean
set_too_many_values (GError **error)
{
  g_set_error (error, CAPACITY_EXCHANGE_ERROR, CAPACITY_EXCHANGE_ERROR_TOO_MANY_VALUES, "More than %d values",
               CAPACITY_IMPORT_MAX_VALUES);
  return FALSE;
}

/* The period of a cell under a column whose name is one: a month of a row may fall into the year of a column. */
static CapacityPeriod
period_across (const CapacityImportReader      *self,
               const CapacityImportValueColumn *column)
{
  int n_per_year;

  if (column->period.kind == CAPACITY_PERIOD_HOUR)
    return capacity_hour (self->day, column->period.index);
  n_per_year = self->part.kind == CAPACITY_PERIOD_QUARTER ? 4 : 12;

  if (self->month_column != CAPACITY_IMPORT_NO_COLUMN && column->period.kind == CAPACITY_PERIOD_YEAR
      && self->part.kind != CAPACITY_PERIOD_WEEK)
    return (CapacityPeriod) { self->part.kind, self->part.index + column->period.index * n_per_year };
  return (CapacityPeriod) { column->period.kind, column->period.index + self->year * column->n_per_year };
}

static gboolean
read_values (CapacityImportReader  *self,
             guint                  group,
             CapacityPeriod         period,
             GError               **error)
{
  gboolean is_across = self->plan->layout == CAPACITY_IMPORT_LAYOUT_PERIODS_ACROSS;

  for (guint i = 0; i < self->values->len; i++)
    {
      const CapacityImportValueColumn *column = &g_array_index (self->values, CapacityImportValueColumn, i);
      double value = read_value (self, column->column);

      if (is_across)
        period = period_across (self, column);
      if (is_across && !capacity_import_reader_fit_period (self->plan->period_kind, &period))
        capacity_import_reader_add_problem (self, CAPACITY_IMPORT_PROBLEM_OTHER_PERIOD_KIND, (int) column->column);
      else if (!capacity_import_builder_add_value (self->builder, group, column->slot, period.index, value,
                                                   self->csv.line))
        return set_too_many_values (error);
    }
  return TRUE;
}

/* The last row of a file that was cut off while it was written. */
static gboolean
is_truncated (const CapacityImportReader *self,
              CapacityImportDateOutcome   outcome)
{
  if (self->is_grid || !self->csv.is_cut || self->csv.n_cells >= self->plan->n_columns)
    return FALSE;
  return self->csv.n_cells > 1 || outcome == CAPACITY_IMPORT_DATE_OK || outcome == CAPACITY_IMPORT_DATE_NO_SUCH;
}

/* Counts the months on end that the rows tell; rows of one month count once. */
static void
count_months (CapacityImportReader *self,
              CapacityPeriod        period)
{
  int n = period.index - self->before.index;

  if (period.kind != CAPACITY_PERIOD_MONTH)
    return;
  if (n != 0 || self->n_before == 0)
    self->n_before = n == 1 ? self->n_before + 1 : 1;
  self->before = period;
}

static gboolean
read_grouped_row (CapacityImportReader  *self,
                  CapacityPeriod         period,
                  GError               **error)
{
  guint group = capacity_import_reader_find_group (self);

  if (group == CAPACITY_IMPORT_NO_GROUP)
    return TRUE;
  capacity_import_builder_add_row (self->builder, group, self->csv.line);
  count_months (self, period);
  return read_values (self, group, period, error);
}

static void
fill_down (CapacityImportReader *self)
{
  guint n = capacity_import_fill_down (self->plan, &self->csv, (CapacityCsvCell *) (gpointer) self->above->data);

  for (guint i = 0; i < n; i++)
    capacity_import_remarks_count (&self->remarks, CAPACITY_IMPORT_NOTE_FILLED_DOWN, self->csv.line, 0, NULL);
}

static void
skip_row_of_other_kind (CapacityImportReader *self,
                        int                   column)
{
  /* The row of a whole year among those of its months is a total if it says so. */
  if (self->plan->skip_totals && (is_total_row (self) || follows_its_months (self, column)))
    skip_row (self, CAPACITY_IMPORT_DATE_OK, column);
  else
    capacity_import_reader_add_problem (self, CAPACITY_IMPORT_PROBLEM_OTHER_PERIOD_KIND, column);
}

/**
 * capacity_import_reader_read_row:
 * @self: a reader with a row that is not blank
 * @error: return location for an error
 *
 * Gives the values of the row to the builder, or skips it and says why. The error is
 * %CAPACITY_EXCHANGE_ERROR_TOO_MANY_VALUES.
 *
 * Returns: whether reading can go on
 */
gboolean
capacity_import_reader_read_row (CapacityImportReader  *self,
                                 GError               **error)
{
  gboolean is_across = self->plan->layout == CAPACITY_IMPORT_LAYOUT_PERIODS_ACROSS;
  CapacityPeriod period = { self->plan->period_kind, 0 };
  int column = CAPACITY_IMPORT_NO_COLUMN;
  CapacityImportDateOutcome outcome;

  capacity_import_file_count_once (self->text, self->plan, &self->csv);
  if (self->plan->layout == CAPACITY_IMPORT_LAYOUT_TICKETS)
    {
      capacity_import_reader_read_ticket (self);
      return TRUE;
    }
  if (self->plan->fill_down && !is_total_row (self))
    fill_down (self);
  outcome = capacity_import_reader_parse_period (self, &period, &column);
  if (is_truncated (self, outcome))
    capacity_import_reader_add_problem (self, CAPACITY_IMPORT_PROBLEM_TRUNCATED, CAPACITY_IMPORT_NO_COLUMN);
  else if (self->csv.n_cells > self->plan->n_columns && has_cells_beyond (self, self->plan->n_columns))
    capacity_import_reader_add_problem (self, CAPACITY_IMPORT_PROBLEM_LONG_ROW, CAPACITY_IMPORT_NO_COLUMN);
  else if (outcome != CAPACITY_IMPORT_DATE_OK || (is_across && !capacity_import_reader_has_values (self)))
    skip_row (self, outcome, column);
  else if (self->csv.n_cells < self->n_needed && !self->is_grid)
    capacity_import_reader_add_problem (self, CAPACITY_IMPORT_PROBLEM_SHORT_ROW, CAPACITY_IMPORT_NO_COLUMN);
  else if (!capacity_import_reader_fit_period (self->plan->period_kind, &period))
    skip_row_of_other_kind (self, column);
  else
    return read_grouped_row (self, period, error);
  return TRUE;
}
