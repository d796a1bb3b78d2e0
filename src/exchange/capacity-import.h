/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "capacity-batch.h"
#include "capacity-exchange-error.h"
#include "capacity-import-plan.h"
#include "capacity-import-table.h"

G_BEGIN_DECLS

/* A file of volumes becomes a batch in three steps, each of them pure: guess how it is to be read, show a
 * preview of that, read it. What is opened is held in memory, so a file that changes meanwhile does no harm. */

/**
 * CapacityImportFile:
 *
 * The tables of a file and its name. Reference-counted and immutable: threads share it.
 */
typedef struct _CapacityImportFile CapacityImportFile;

/**
 * CapacityImportProblemCode:
 * @CAPACITY_IMPORT_PROBLEM_NOT_A_NUMBER: the cell of a volume holds something else
 * @CAPACITY_IMPORT_PROBLEM_NEGATIVE: a volume below zero
 * @CAPACITY_IMPORT_PROBLEM_TOO_LARGE: a volume that no institution has (10¹⁵ and more), such as 1e999
 * @CAPACITY_IMPORT_PROBLEM_NOT_A_PERIOD: the cell of a period holds something else
 * @CAPACITY_IMPORT_PROBLEM_NO_SUCH_DATE: the date is not in the calendar, such as 31 February
 * @CAPACITY_IMPORT_PROBLEM_NO_PERIOD: the row has values but the cell of its period is empty
 * @CAPACITY_IMPORT_PROBLEM_OTHER_PERIOD_KIND: a period of another length than the plan says, such as a
 *   quarter among months
 * @CAPACITY_IMPORT_PROBLEM_NO_SERVICE: the row has values but names no service
 * @CAPACITY_IMPORT_PROBLEM_UNKNOWN_KIND: the cell names none of the kinds of applications
 * @CAPACITY_IMPORT_PROBLEM_SHORT_ROW: cells that are needed are missing at the end of the row
 * @CAPACITY_IMPORT_PROBLEM_LONG_ROW: the row has more cells than the header, so it is not known which is
 *   which
 * @CAPACITY_IMPORT_PROBLEM_TRUNCATED: the file ends in the middle of its last row
 * @CAPACITY_IMPORT_PROBLEM_DUPLICATE: the period was counted before with another value; the later row counts
 * @CAPACITY_IMPORT_PROBLEM_CLOSED_EARLIER: the case was closed before it was received
 * @CAPACITY_IMPORT_PROBLEM_NO_WHOLE_PERIOD: the days from one to another are no whole week, month, quarter or year
 * @CAPACITY_IMPORT_PROBLEM_HALF_YEAR: half a year, whose volume cannot be divided
 * @CAPACITY_IMPORT_PROBLEM_TWO_SERVICES: the cells of the row that name its service are of two services of the portfolio
 *
 * Why a cell or row of data was left out.
 */
typedef enum
{
  CAPACITY_IMPORT_PROBLEM_NOT_A_NUMBER,
  CAPACITY_IMPORT_PROBLEM_NEGATIVE,
  CAPACITY_IMPORT_PROBLEM_TOO_LARGE,
  CAPACITY_IMPORT_PROBLEM_NOT_A_PERIOD,
  CAPACITY_IMPORT_PROBLEM_NO_SUCH_DATE,
  CAPACITY_IMPORT_PROBLEM_NO_PERIOD,
  CAPACITY_IMPORT_PROBLEM_OTHER_PERIOD_KIND,
  CAPACITY_IMPORT_PROBLEM_NO_SERVICE,
  CAPACITY_IMPORT_PROBLEM_UNKNOWN_KIND,
  CAPACITY_IMPORT_PROBLEM_SHORT_ROW,
  CAPACITY_IMPORT_PROBLEM_LONG_ROW,
  CAPACITY_IMPORT_PROBLEM_TRUNCATED,
  CAPACITY_IMPORT_PROBLEM_DUPLICATE,
  CAPACITY_IMPORT_PROBLEM_CLOSED_EARLIER,
  CAPACITY_IMPORT_PROBLEM_NO_WHOLE_PERIOD,
  CAPACITY_IMPORT_PROBLEM_HALF_YEAR,
  CAPACITY_IMPORT_PROBLEM_TWO_SERVICES,
} CapacityImportProblemCode;

#define CAPACITY_N_IMPORT_PROBLEMS 17

/**
 * CapacityImportProblem:
 * @code: what is wrong
 * @line: line of the file, from 1; a row that spans lines has the number of its first
 * @column: column of the table, from 1, or 0 for the whole row
 * @column_name: (nullable): the column's header
 * @text: (nullable): the beginning of the cell
 * @period: the period that was counted before, with %CAPACITY_IMPORT_PROBLEM_DUPLICATE
 * @service: (nullable): the row's service, with %CAPACITY_IMPORT_PROBLEM_TWO_SERVICES
 *
 * One cell or row that was left out. The rest of the file is in the batch; whether to keep it is the user's
 * choice.
 */
typedef struct
{
  CapacityImportProblemCode code;
  guint64                   line;
  guint                     column;
  char                     *column_name;
  char                     *text;
  CapacityPeriod            period;
  char                     *service;
} CapacityImportProblem;

/**
 * CapacityImportNoteCode:
 * @CAPACITY_IMPORT_NOTE_TITLE_ROWS: @count rows before the header were skipped
 * @CAPACITY_IMPORT_NOTE_TOTAL_ROWS: @count rows of totals were skipped, the first at @line, beginning with
 *   @text
 * @CAPACITY_IMPORT_NOTE_TEXT_ROWS: @count rows without a period and without values, such as footnotes, were
 *   skipped
 * @CAPACITY_IMPORT_NOTE_UNUSED_COLUMN: the column @column, @column_name, was not used because of @reason
 * @CAPACITY_IMPORT_NOTE_MISSING_VALUES: @count cells of the column say that there is no value
 * @CAPACITY_IMPORT_NOTE_CENSORED_VALUES: @count cells of the column tell a range only, such as "<5" (@text),
 *   and were left empty
 * @CAPACITY_IMPORT_NOTE_UNKNOWN_MEASURE: @count rows count something else, the first of them @text
 * @CAPACITY_IMPORT_NOTE_DUPLICATES_SAME: @count cells repeat the value of their period
 * @CAPACITY_IMPORT_NOTE_DUPLICATES_SUMMED: @count cells were added to the value of their period
 * @CAPACITY_IMPORT_NOTE_GAPS: @count periods are missing between the first and the last, in @n_series series;
 *   the first of them are in @periods where @n_series is 1
 * @CAPACITY_IMPORT_NOTE_DATE_ORDER: the dates could be read in two ways; the plan's order was taken
 * @CAPACITY_IMPORT_NOTE_DECIMAL: the numbers could be read in two ways; the plan's decimal sign was taken
 * @CAPACITY_IMPORT_NOTE_YEAR: the periods name no year; @year was taken
 * @CAPACITY_IMPORT_NOTE_WHOLE: no column tells a period; the one of @periods was taken for all rows
 * @CAPACITY_IMPORT_NOTE_FILLED_DOWN: @count empty cells were read like the one above
 * @CAPACITY_IMPORT_NOTE_TICKETS: @count cases were counted, @n_open of them without a day of closing
 * @CAPACITY_IMPORT_NOTE_NO_KIND: @count of the cases tell no kind of applications, though the list has a column of them
 * @CAPACITY_IMPORT_NOTE_PROBLEMS_CAPPED: @count more problems were found than are listed
 *
 * What was skipped or guessed. Never in the way of an import.
 */
typedef enum
{
  CAPACITY_IMPORT_NOTE_TITLE_ROWS,
  CAPACITY_IMPORT_NOTE_TOTAL_ROWS,
  CAPACITY_IMPORT_NOTE_TEXT_ROWS,
  CAPACITY_IMPORT_NOTE_UNUSED_COLUMN,
  CAPACITY_IMPORT_NOTE_MISSING_VALUES,
  CAPACITY_IMPORT_NOTE_CENSORED_VALUES,
  CAPACITY_IMPORT_NOTE_UNKNOWN_MEASURE,
  CAPACITY_IMPORT_NOTE_DUPLICATES_SAME,
  CAPACITY_IMPORT_NOTE_DUPLICATES_SUMMED,
  CAPACITY_IMPORT_NOTE_GAPS,
  CAPACITY_IMPORT_NOTE_DATE_ORDER,
  CAPACITY_IMPORT_NOTE_DECIMAL,
  CAPACITY_IMPORT_NOTE_YEAR,
  CAPACITY_IMPORT_NOTE_WHOLE,
  CAPACITY_IMPORT_NOTE_FILLED_DOWN,
  CAPACITY_IMPORT_NOTE_TICKETS,
  CAPACITY_IMPORT_NOTE_NO_KIND,
  CAPACITY_IMPORT_NOTE_PROBLEMS_CAPPED,
} CapacityImportNoteCode;

#define CAPACITY_N_IMPORT_NOTES 18
#define CAPACITY_IMPORT_NOTE_MAX_PERIODS 5
#define CAPACITY_IMPORT_MAX_PROBLEMS 1000

/**
 * CapacityImportNote:
 * @code: what is said; it tells which of the members have a meaning
 * @count: how often
 * @line: line of the first case, from 1, or 0
 * @column: column, from 1, or 0
 * @column_name: (nullable): the column's header
 * @text: (nullable): the beginning of the first case's cell
 * @reason: why a column was not used
 * @decimal: the decimal sign that was taken
 * @date_order: the order that was taken
 * @year: the year that was taken
 * @n_series: number of series
 * @n_open: number of cases that are not closed
 * @periods: the first periods meant
 * @n_periods: how many of them are there
 */
typedef struct
{
  CapacityImportNoteCode  code;
  guint64                 count;
  guint64                 line;
  guint                   column;
  char                   *column_name;
  char                   *text;
  CapacityImportReason    reason;
  char                    decimal;
  CapacityImportDateOrder date_order;
  int                     year;
  guint                   n_series;
  guint64                 n_open;
  CapacityPeriod          periods[CAPACITY_IMPORT_NOTE_MAX_PERIODS];
  guint                   n_periods;
} CapacityImportNote;

/**
 * CapacityImportResult:
 * @batch: what was read
 * @problems: (element-type CapacityImportProblem): the first %CAPACITY_IMPORT_MAX_PROBLEMS problems, by line
 * @n_problems: number of all problems
 * @besides: (element-type CapacityImportProblem): where several cells name the service, as its code and name, each
 *   service, kind, channel and site once; capacity_import_doubt() tells which of them are problems
 * @notes: (element-type CapacityImportNote): what was skipped or guessed
 * @first: first period that has a value
 * @last: last period that has a value
 *
 * All that reading a file gave. When @n_problems is not 0, the batch lacks what could not be read: keep it
 * only if the user agrees.
 */
typedef struct
{
  CapacityBatch *batch;
  GPtrArray     *problems;
  guint64        n_problems;
  GPtrArray     *besides;
  GPtrArray     *notes;
  CapacityPeriod first;
  CapacityPeriod last;
} CapacityImportResult;

typedef enum
{
  CAPACITY_IMPORT_ROW_TITLE,  /* before the header, skipped */
  CAPACITY_IMPORT_ROW_HEADER, /* names the columns */
  CAPACITY_IMPORT_ROW_DATA,
  CAPACITY_IMPORT_ROW_TOTAL,  /* a total, skipped */
} CapacityImportRowKind;

/**
 * CapacityImportRow:
 * @line: line of the file, from 1
 * @kind: what the row is
 * @cells: (array zero-terminated=1): text of the cells, as many as the plan has columns; long ones are cut
 */
typedef struct
{
  guint64               line;
  CapacityImportRowKind kind;
  char                **cells;
} CapacityImportRow;

/**
 * CapacityImportKeep:
 *
 * Which parts of an earlier plan the user has set and the next guess builds upon.
 */
typedef enum
{
  CAPACITY_IMPORT_KEEP_NOTHING = 0,
  CAPACITY_IMPORT_KEEP_ENCODING = 1 << 0,
  CAPACITY_IMPORT_KEEP_DELIMITER = 1 << 1,
  CAPACITY_IMPORT_KEEP_HEADER = 1 << 2, /* n_title_rows and n_header_rows */
  CAPACITY_IMPORT_KEEP_LAYOUT = 1 << 3,
  CAPACITY_IMPORT_KEEP_TABLE = 1 << 4,
  CAPACITY_IMPORT_KEEP_TITLE = 1 << 5, /* n_title_rows alone */
} CapacityImportKeep;

#define CAPACITY_TYPE_IMPORT_FILE (capacity_import_file_get_type ())

GType                 capacity_import_file_get_type      (void) G_GNUC_CONST;
CapacityImportFile   *capacity_import_file_open          (GFile                     *file,
                                                          GCancellable              *cancellable,
                                                          GError                   **error);
CapacityImportFile   *capacity_import_file_new_for_bytes (const char                *name,
                                                          GBytes                    *bytes);
char                 *capacity_import_column_to_table    (const char                *text,
                                                          CapacityPeriod             last,
                                                          const char                *month,
                                                          const char                *count);
CapacityImportFile   *capacity_import_file_ref           (CapacityImportFile        *self);
void                  capacity_import_file_unref         (CapacityImportFile        *self);
const char           *capacity_import_file_get_name      (const CapacityImportFile  *self);
guint                 capacity_import_file_get_n_tables  (const CapacityImportFile  *self);
const CapacityImportTable *
                      capacity_import_file_get_table     (const CapacityImportFile  *self,
                                                          guint                      table);

CapacityImportPlan   *capacity_import_guess              (const CapacityImportFile  *file,
                                                          const CapacityImportPlan  *earlier,
                                                          CapacityImportKeep         keep,
                                                          GError                   **error);
GPtrArray            *capacity_import_preview            (const CapacityImportFile  *file,
                                                          const CapacityImportPlan  *plan,
                                                          guint                      n_rows,
                                                          GError                   **error);
CapacityImportResult *capacity_import_read               (const CapacityImportFile  *file,
                                                          const CapacityImportPlan  *plan,
                                                          GFileProgressCallback      progress,
                                                          gpointer                   progress_data,
                                                          GCancellable              *cancellable,
                                                          GError                   **error);
void                  capacity_import_result_free        (CapacityImportResult      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityImportFile, capacity_import_file_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityImportResult, capacity_import_result_free)

G_END_DECLS
