/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-import-builder.h"
#include "capacity-import-date.h"
#include "capacity-import-file-private.h"

G_BEGIN_DECLS

#define CAPACITY_IMPORT_N_KNOWN_DATES 1024
#define CAPACITY_IMPORT_NO_COLUMN (-1)

/**
 * CapacityImportValueColumn:
 * @column: which column, from 0
 * @slot: the slot of the builder that takes its values
 * @period: of which period they are, with periods across
 * @n_per_year: how many such periods a year has, where the year is the row's or the plan's; else 0
 */
typedef struct
{
  guint          column;
  guint          slot;
  CapacityPeriod period;
  int            n_per_year;
} CapacityImportValueColumn;

/**
 * CapacityImportKnownDate:
 *
 * The same dates stand in many rows: what a cell meant the last time is kept by the hash of its text.
 */
typedef struct
{
  const char                *text;
  guint                      length;
  CapacityImportDateOutcome  outcome;
  CapacityPeriod             period;
} CapacityImportKnownDate;

/**
 * CapacityImportTicket:
 * @group: index of the group
 * @received: index of the period, or %CAPACITY_IMPORT_NO_DAY
 * @closed: likewise
 * @line: line of the file
 *
 * One case of a list of cases.
 */
typedef struct
{
  guint32 group;
  gint32  received;
  gint32  closed;
  guint32 line;
} CapacityImportTicket;

#define CAPACITY_IMPORT_NO_DAY G_MININT32

/**
 * CapacityImportReader:
 * @plan: how to read
 * @text: what is read
 * @service: name of the service where the file names none
 * @csv: the row that is being read
 * @remarks: what there is to say
 * @builder: what was read
 * @slots: (element-type CapacityImportSlot): the slots of the builder
 * @values: (element-type CapacityImportValueColumn): the columns of volumes
 * @key_columns: (element-type int): the columns of service, kind, channel and measure
 * @period_column: the column of periods, or %CAPACITY_IMPORT_NO_COLUMN
 * @year_column: the column of years, likewise
 * @month_column: the column of months, likewise
 * @closed_column: the column of days on which cases were closed, likewise
 * @hour_column: the column of hours of the day, likewise
 * @beside_column: the column that names the service too and is not used, likewise
 * @year: the year of the row
 * @day: the day of the row, where its hours stand across
 * @part: the month or quarter of the row, of the year 0, where years stand across
 * @has_one_period: whether the plan tells the period of all rows
 * @before: the month of the row before, where rows tell months
 * @n_before: how many months on end the rows as far as that one tell
 * @n_needed: number of cells that a row must have
 * @is_grid: whether the cells of a row are certain to be in their columns, however many there are
 * @key: room to join the cells that tell the row's group
 * @above: (element-type CapacityCsvCell): the last text of each column, to fill down
 * @tickets: (element-type CapacityImportTicket): the cases, where each row is one
 * @dates: dates that were read
 * @n_rows: number of rows that were read
 *
 * The state of reading a file by its plan, row by row.
 */
typedef struct
{
  const CapacityImportPlan *plan;
  const CapacityImportText *text;
  const char               *service;
  CapacityCsvReader         csv;
  CapacityImportRemarks     remarks;
  CapacityImportBuilder    *builder;
  GArray                   *slots;
  GArray                   *values;
  GArray                   *key_columns;
  int                       period_column;
  int                       year_column;
  int                       month_column;
  int                       closed_column;
  int                       hour_column;
  int                       beside_column;
  int                       year;
  CapacityDate              day;
  CapacityPeriod            part;
  gboolean                  has_one_period;
  CapacityPeriod            before;
  guint                     n_before;
  guint                     n_needed;
  gboolean                  is_grid;
  GByteArray               *key;
  GArray                   *above;
  GArray                   *tickets;
  CapacityImportKnownDate   dates[CAPACITY_IMPORT_N_KNOWN_DATES];
  guint64                   n_rows;
} CapacityImportReader;

void                      capacity_import_reader_init         (CapacityImportReader      *self,
                                                               const CapacityImportFile  *file,
                                                               const CapacityImportPlan  *plan,
                                                               const CapacityImportText  *text);
void                      capacity_import_reader_clear        (CapacityImportReader      *self);
gboolean                  capacity_import_reader_has_values   (const CapacityImportReader *self);
CapacityCsvCell           capacity_import_reader_first_text   (const CapacityImportReader *self);
void                      capacity_import_reader_add_problem  (CapacityImportReader      *self,
                                                               CapacityImportProblemCode  code,
                                                               int                        column);
CapacityImportDateOutcome capacity_import_reader_parse_date   (CapacityImportReader      *self,
                                                               CapacityCsvCell            cell,
                                                               CapacityPeriod            *period);
CapacityImportDateOutcome capacity_import_reader_parse_period (CapacityImportReader      *self,
                                                               CapacityPeriod            *period,
                                                               int                       *column);
CapacityImportDateOutcome capacity_import_reader_add_hour     (CapacityImportReader      *self,
                                                               CapacityPeriod            *period);
gboolean                  capacity_import_reader_fit_period   (CapacityPeriodKind         kind,
                                                               CapacityPeriod            *period);
guint                     capacity_import_reader_find_group   (CapacityImportReader      *self);
void                      capacity_import_reader_read_ticket  (CapacityImportReader      *self);
gboolean                  capacity_import_reader_count_tickets (CapacityImportReader     *self,
                                                               GError                   **error);
gboolean                  capacity_import_reader_read_row     (CapacityImportReader      *self,
                                                               GError                   **error);

/**
 * capacity_import_reader_get_cell:
 * @self: a reader
 * @column: which column, from 0, or %CAPACITY_IMPORT_NO_COLUMN
 *
 * Returns: the trimmed cell of the row, an empty one where there is none
 */
static inline CapacityCsvCell
capacity_import_reader_get_cell (const CapacityImportReader *self,
                                 int                         column)
{
  static const CapacityCsvCell empty = { "", 0, FALSE };

  if (column < 0 || (guint) column >= self->csv.n_cells)
    return empty;
  return capacity_csv_cell_trim (self->csv.cells[column]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CapacityImportReader, capacity_import_reader_clear)

G_END_DECLS
