/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-reader-private.h"

#include <string.h>

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
    {
      *column = self->period_column;
      return capacity_import_reader_parse_date (self, capacity_import_reader_get_cell (self, *column), period);
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
    return capacity_import_year_part_parse (cell.text, cell.length, 0, &self->part);
  return capacity_import_year_part_parse (cell.text, cell.length, self->year, period);
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
