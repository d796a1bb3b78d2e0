/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-reader-private.h"

#include <string.h>

#include "capacity-import-hour.h"

/* Whether the hour stands in a column of its own, or in many side by side. */
static gboolean
tells_hour_elsewhere (const CapacityImportReader *self)
{
  return self->hour_column != CAPACITY_IMPORT_NO_COLUMN || self->plan->layout == CAPACITY_IMPORT_LAYOUT_PERIODS_ACROSS;
}

/* Makes the hour of a day that its cell tells. A spreadsheet writes no time where it is midnight. */
static void
add_time (const CapacityImportReader *self,
          CapacityCsvCell             cell,
          CapacityPeriod             *period)
{
  int hour = capacity_import_date_hour (cell.text, cell.length);

  if (hour == CAPACITY_IMPORT_NO_HOUR && self->is_grid)
    hour = 0;
  if (hour != CAPACITY_IMPORT_NO_HOUR && period->kind == CAPACITY_PERIOD_DAY && !tells_hour_elsewhere (self))
    *period = capacity_hour (period->index, hour);
}

/**
 * capacity_import_reader_parse_date:
 * @self: a reader
 * @cell: a cell
 * @period: (out): the period it tells
 *
 * Returns: what was found
 */
CapacityImportDateOutcome
capacity_import_reader_parse_date (CapacityImportReader *self,
                                   CapacityCsvCell       cell,
                                   CapacityPeriod       *period)
{
  guint hash = cell.length;
  CapacityImportKnownDate *known;

  for (guint i = 0; i < cell.length; i++)
    hash = hash * 31 + (guchar) cell.text[i];
  known = &self->dates[(hash ^ hash >> 10) % CAPACITY_IMPORT_N_KNOWN_DATES];
  if (known->text == NULL || known->length != cell.length || memcmp (known->text, cell.text, cell.length) != 0)
    {
      known->text = cell.text;
      known->length = cell.length;
      known->outcome = capacity_import_date_parse (cell.text, cell.length, self->plan->date_order, &known->period);
      if (known->outcome == CAPACITY_IMPORT_DATE_OK && self->plan->period_kind == CAPACITY_PERIOD_HOUR)
        add_time (self, cell, &known->period);
    }
  *period = known->period;
  return known->outcome;
}

/* Finds out the year of the row: its own cell tells it, or the plan. */
static CapacityImportDateOutcome
parse_year (CapacityImportReader *self,
            int                  *column)
{
  CapacityCsvCell cell;

  self->year = self->plan->year;
  if (self->year_column == CAPACITY_IMPORT_NO_COLUMN)
    return CAPACITY_IMPORT_DATE_OK;
  *column = self->year_column;
  cell = capacity_import_reader_get_cell (self, *column);
  return capacity_import_year_parse (cell.text, cell.length, &self->year);
}

/**
 * capacity_import_reader_add_hour:
 * @self: a reader
 * @period: (inout): the period of the row; the hour of a day afterwards where a column of its own tells it
 *
 * Returns: what was found in that column
 */
CapacityImportDateOutcome
capacity_import_reader_add_hour (CapacityImportReader *self,
                                 CapacityPeriod       *period)
{
  CapacityCsvCell cell = capacity_import_reader_get_cell (self, self->hour_column);
  int hour;

  if (self->hour_column == CAPACITY_IMPORT_NO_COLUMN || period->kind != CAPACITY_PERIOD_DAY)
    return CAPACITY_IMPORT_DATE_OK;
  if (cell.length == 0)
    return CAPACITY_IMPORT_DATE_MISSING;
  hour = capacity_import_hour_parse (cell.text, cell.length);
  if (hour == CAPACITY_IMPORT_NO_HOUR)
    return CAPACITY_IMPORT_DATE_INVALID;
  *period = capacity_hour (period->index, hour);
  return CAPACITY_IMPORT_DATE_OK;
}

/* Reads the period that one cell of the row tells, or two: its day and its hour. */
static CapacityImportDateOutcome
parse_own_period (CapacityImportReader *self,
                  CapacityPeriod       *period,
                  int                  *column)
{
  CapacityCsvCell cell = capacity_import_reader_get_cell (self, self->period_column);
  CapacityPeriod own = *period;
  CapacityImportDateOutcome outcome = capacity_import_reader_parse_date (self, cell, &own);

  *column = self->period_column;
  if (outcome != CAPACITY_IMPORT_DATE_OK)
    return outcome;
  if (self->plan->layout == CAPACITY_IMPORT_LAYOUT_PERIODS_ACROSS)
    {
      self->day = own.index;
      return own.kind == CAPACITY_PERIOD_DAY ? CAPACITY_IMPORT_DATE_OK : CAPACITY_IMPORT_DATE_INVALID;
    }
  *period = own;
  outcome = capacity_import_reader_add_hour (self, period);
  if (outcome != CAPACITY_IMPORT_DATE_OK)
    *column = self->hour_column;
  return outcome;
}

/**
 * capacity_import_reader_parse_period:
 * @self: a reader
 * @period: (inout): the period of the row; left alone with periods across
 * @column: (inout): the column that tells it, or would
 *
 * Reads the period of the row from its cells; with periods across, only its year, or its month where years stand across.
 *
 * Returns: what was found
 */
CapacityImportDateOutcome
capacity_import_reader_parse_period (CapacityImportReader *self,
                                     CapacityPeriod       *period,
                                     int                  *column)
{
  CapacityImportDateOutcome outcome;
  CapacityCsvCell cell;

  if (self->period_column != CAPACITY_IMPORT_NO_COLUMN)
    return parse_own_period (self, period, column);
  if (self->has_one_period)
    {
      *period = self->plan->whole;
      return capacity_import_reader_has_values (self) ? CAPACITY_IMPORT_DATE_OK : CAPACITY_IMPORT_DATE_MISSING;
    }
  outcome = parse_year (self, column);
  if (outcome != CAPACITY_IMPORT_DATE_OK)
    return outcome;
  if (self->plan->layout != CAPACITY_IMPORT_LAYOUT_PERIODS_ACROSS)
    *period = (CapacityPeriod) { CAPACITY_PERIOD_YEAR, self->year };
  if (self->month_column == CAPACITY_IMPORT_NO_COLUMN)
    return CAPACITY_IMPORT_DATE_OK;
  *column = self->month_column;
  cell = capacity_import_reader_get_cell (self, *column);
  if (self->plan->layout == CAPACITY_IMPORT_LAYOUT_PERIODS_ACROSS)
    return capacity_import_plan_parse_part (self->plan, cell.text, cell.length, 0, &self->part);
  return capacity_import_plan_parse_part (self->plan, cell.text, cell.length, self->year, period);
}

/**
 * capacity_import_reader_fit_period:
 * @kind: the plan's length of periods
 * @period: (inout): a period
 *
 * Makes a period of the plan's length of one that is not longer.
 *
 * Returns: whether it can be
 */
gboolean
capacity_import_reader_fit_period (CapacityPeriodKind  kind,
                                   CapacityPeriod     *period)
{
  if (period->kind == kind)
    return TRUE;
  if (period->kind == CAPACITY_PERIOD_WEEK || capacity_period_kind_rank (period->kind) > capacity_period_kind_rank (kind))
    return FALSE;
  *period = capacity_period_convert (*period, kind);
  return TRUE;
}
