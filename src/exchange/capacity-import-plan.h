/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-portfolio.h"

G_BEGIN_DECLS

typedef enum
{
  CAPACITY_IMPORT_ENCODING_UTF_8,        /* with or without byte order mark */
  CAPACITY_IMPORT_ENCODING_WINDOWS_1257, /* the Baltic code page */
  CAPACITY_IMPORT_ENCODING_UTF_16LE,
  CAPACITY_IMPORT_ENCODING_UTF_16BE,
} CapacityImportEncoding;

#define CAPACITY_N_IMPORT_ENCODINGS 4

/**
 * CapacityImportLayout:
 * @CAPACITY_IMPORT_LAYOUT_LONG: a row is one period of one service; the columns of values are measures
 * @CAPACITY_IMPORT_LAYOUT_PERIODS_ACROSS: a row is one service; the columns of values are periods
 * @CAPACITY_IMPORT_LAYOUT_SERVICES_ACROSS: a row is one period; the columns of values are services
 * @CAPACITY_IMPORT_LAYOUT_TICKETS: a row is one case with the day it was received or closed; the cases are
 *   counted by period
 *
 * What the rows and columns of a table stand for.
 */
typedef enum
{
  CAPACITY_IMPORT_LAYOUT_LONG,
  CAPACITY_IMPORT_LAYOUT_PERIODS_ACROSS,
  CAPACITY_IMPORT_LAYOUT_SERVICES_ACROSS,
  CAPACITY_IMPORT_LAYOUT_TICKETS,
} CapacityImportLayout;

#define CAPACITY_N_IMPORT_LAYOUTS 4

/**
 * CapacityImportRole:
 * @CAPACITY_IMPORT_ROLE_IGNORE: not used
 * @CAPACITY_IMPORT_ROLE_PERIOD: the period or a date in it
 * @CAPACITY_IMPORT_ROLE_YEAR: the year, where the month stands in another column
 * @CAPACITY_IMPORT_ROLE_MONTH: the month of that year, as number or name; also a quarter
 * @CAPACITY_IMPORT_ROLE_SERVICE: the service; several such columns are joined with " · "
 * @CAPACITY_IMPORT_ROLE_KIND: the kind of applications
 * @CAPACITY_IMPORT_ROLE_CHANNEL: the channel
 * @CAPACITY_IMPORT_ROLE_MEASURE: what the row's values count, in words
 * @CAPACITY_IMPORT_ROLE_VALUE: volumes
 * @CAPACITY_IMPORT_ROLE_SITE: the place
 * @CAPACITY_IMPORT_ROLE_CLOSED: the day a case was closed, where each row is a case
 * @CAPACITY_IMPORT_ROLE_HOUR: the hour of the day that stands in another column
 * @CAPACITY_IMPORT_ROLE_CODE: the code of the service that stands in another column
 *
 * What the cells of a column are.
 */
typedef enum
{
  CAPACITY_IMPORT_ROLE_IGNORE,
  CAPACITY_IMPORT_ROLE_PERIOD,
  CAPACITY_IMPORT_ROLE_YEAR,
  CAPACITY_IMPORT_ROLE_MONTH,
  CAPACITY_IMPORT_ROLE_SERVICE,
  CAPACITY_IMPORT_ROLE_KIND,
  CAPACITY_IMPORT_ROLE_CHANNEL,
  CAPACITY_IMPORT_ROLE_MEASURE,
  CAPACITY_IMPORT_ROLE_VALUE,
  CAPACITY_IMPORT_ROLE_SITE,
  CAPACITY_IMPORT_ROLE_CLOSED,
  CAPACITY_IMPORT_ROLE_HOUR,
  CAPACITY_IMPORT_ROLE_CODE,
} CapacityImportRole;

#define CAPACITY_N_IMPORT_ROLES 13

/**
 * CapacityImportReason:
 * @CAPACITY_IMPORT_REASON_NONE: the column is used, or its cells are empty
 * @CAPACITY_IMPORT_REASON_OTHER_MEASURE: the name says that it counts something else, such as a waiting time
 * @CAPACITY_IMPORT_REASON_BETTER_COLUMN: another column counts the same and suits better
 * @CAPACITY_IMPORT_REASON_UNKNOWN: it holds numbers, but the name does not say that they are volumes
 * @CAPACITY_IMPORT_REASON_TEXT: it holds text that is not needed to tell the rows apart
 * @CAPACITY_IMPORT_REASON_TOTAL: it holds the sum of other columns
 * @CAPACITY_IMPORT_REASON_USER: the user left it out
 * @CAPACITY_IMPORT_REASON_PERSONAL: it tells of persons; its cells are not even shown
 * @CAPACITY_IMPORT_REASON_NO_WHOLE_PERIOD: the days that its name tells are no whole week, month, quarter or year
 * @CAPACITY_IMPORT_REASON_HALF_YEAR: its name is half a year, whose volume cannot be divided
 *
 * Why a column is not used.
 */
typedef enum
{
  CAPACITY_IMPORT_REASON_NONE,
  CAPACITY_IMPORT_REASON_OTHER_MEASURE,
  CAPACITY_IMPORT_REASON_BETTER_COLUMN,
  CAPACITY_IMPORT_REASON_UNKNOWN,
  CAPACITY_IMPORT_REASON_TEXT,
  CAPACITY_IMPORT_REASON_TOTAL,
  CAPACITY_IMPORT_REASON_USER,
  CAPACITY_IMPORT_REASON_PERSONAL,
  CAPACITY_IMPORT_REASON_NO_WHOLE_PERIOD,
  CAPACITY_IMPORT_REASON_HALF_YEAR,
} CapacityImportReason;

#define CAPACITY_N_IMPORT_REASONS 10

/**
 * CapacityImportDateOrder:
 *
 * The order of a date's numbers where it could be read in two ways. A year of four digits in front is always
 * a year. %CAPACITY_IMPORT_DATE_ORDER_SERIAL also takes a number of five digits for the days since 1900 by which a
 * spreadsheet keeps dates.
 */
typedef enum
{
  CAPACITY_IMPORT_DATE_ORDER_DMY,
  CAPACITY_IMPORT_DATE_ORDER_MDY,
  CAPACITY_IMPORT_DATE_ORDER_YMD,
  CAPACITY_IMPORT_DATE_ORDER_SERIAL,
} CapacityImportDateOrder;

#define CAPACITY_N_IMPORT_DATE_ORDERS 4

/**
 * CapacityImportRoman:
 * @CAPACITY_IMPORT_ROMAN_QUARTERS: "I" to "IV" are quarters; they stand beside other periods, or nothing is known
 * @CAPACITY_IMPORT_ROMAN_MONTHS: "I" to "XII" are months
 * @CAPACITY_IMPORT_ROMAN_EITHER: they are what the plan's length of periods says
 *
 * What Roman numbers alone stand for.
 */
typedef enum
{
  CAPACITY_IMPORT_ROMAN_QUARTERS,
  CAPACITY_IMPORT_ROMAN_MONTHS,
  CAPACITY_IMPORT_ROMAN_EITHER,
} CapacityImportRoman;

/**
 * CapacityImportDuplicates:
 * @CAPACITY_IMPORT_DUPLICATES_REPORT: a period counted twice with different values is a problem, and the
 *   later row counts
 * @CAPACITY_IMPORT_DUPLICATES_SUM: rows of the same period are parts of one number and are added
 *
 * What several rows of one series and period mean.
 */
typedef enum
{
  CAPACITY_IMPORT_DUPLICATES_REPORT,
  CAPACITY_IMPORT_DUPLICATES_SUM,
} CapacityImportDuplicates;

/**
 * CapacityImportSum:
 * @CAPACITY_IMPORT_SUM_NONE: none
 * @CAPACITY_IMPORT_SUM_PART: a part of what a row above counts: "t.sk. klātienē"
 * @CAPACITY_IMPORT_SUM_SUBTOTAL: a sum of some rows: "Izziņas kopā"
 * @CAPACITY_IMPORT_SUM_TOTAL: a sum of rows, and of nothing that has a name: "Kopā"
 *
 * What a row counts that others count too.
 */
typedef enum
{
  CAPACITY_IMPORT_SUM_NONE,
  CAPACITY_IMPORT_SUM_PART,
  CAPACITY_IMPORT_SUM_SUBTOTAL,
  CAPACITY_IMPORT_SUM_TOTAL,
} CapacityImportSum;

/**
 * CapacityImportColumn:
 * @name: (owned): the header's text, or "" where there is none
 * @role: what the cells are
 * @measure: what the cells count, with the role %CAPACITY_IMPORT_ROLE_VALUE
 * @period: of which period the cells are, with that role and the layout
 *   %CAPACITY_IMPORT_LAYOUT_PERIODS_ACROSS; an hour is one of the day 0, and the row tells the day
 * @needs_year: whether @period is of the year 0, or the cells name months or quarters alone, and the plan tells the year
 * @reason: why it is not used, with the role %CAPACITY_IMPORT_ROLE_IGNORE
 * @is_chosen: whether a person has said what it is
 */
typedef struct
{
  char                *name;
  CapacityImportRole   role;
  CapacityMeasure      measure;
  CapacityPeriod       period;
  gboolean             needs_year;
  CapacityImportReason reason;
  gboolean             is_chosen;
} CapacityImportColumn;

/* As far as a person can say. */
#define CAPACITY_IMPORT_MAX_TITLE_ROWS 200
#define CAPACITY_IMPORT_MAX_HEADER_ROWS 5

/**
 * CapacityImportPlan:
 * @table: which of the file's tables is read
 * @encoding: how the bytes stand for letters
 * @delimiter: what separates the cells: one of `;` `,` `|` and tab
 * @n_title_rows: rows before the header, which are skipped
 * @n_header_rows: rows that name the columns: 0, 1, or more where rows of groups stand above the names
 * @layout: what rows and columns stand for
 * @decimal: `,` or `.`
 * @decimal_is_certain: whether it matters not, or is shown well enough
 * @decimal_is_shown: whether a number can be read with it alone, or a person has chosen it, here or in an earlier file of
 *   the kind
 * @date_order: how a date of numbers is read
 * @date_order_is_certain: whether the file shows which it is
 * @period_kind: the length of the periods
 * @roman: what Roman numbers alone stand for
 * @year: the year of periods that name none, such as "janvāris" with the year in the title; 0 where it is not
 *   known
 * @whole: the month or quarter of all rows where no column tells one, as the title or a name says; its index is 0 where
 *   that is not known
 * @service: (owned) (nullable): name of the service where no column names one
 * @skip_totals: whether rows of totals such as "Kopā" are left out
 * @fill_down: whether an empty cell that should name a row stands for the one above, as cells that were
 *   merged do
 * @fill_down_is_chosen: whether a person has said so, here or in an earlier file of the kind, and no guess changes it
 * @duplicates: what several rows of one series and period mean
 * @columns: (array length=n_columns) (owned): what each column is
 * @n_columns: number of columns
 *
 * How a file is to be read: first a guess, then changed as the user likes. Every member may be written,
 * except that the columns belong to the delimiter and header they were found with; after a change of those
 * guess again, see capacity_import_guess().
 */
typedef struct
{
  guint                    table;
  CapacityImportEncoding   encoding;
  char                     delimiter;
  guint                    n_title_rows;
  guint                    n_header_rows;
  CapacityImportLayout     layout;
  char                     decimal;
  gboolean                 decimal_is_certain;
  gboolean                 decimal_is_shown;
  CapacityImportDateOrder  date_order;
  gboolean                 date_order_is_certain;
  CapacityPeriodKind       period_kind;
  CapacityImportRoman      roman;
  int                      year;
  CapacityPeriod           whole;
  char                    *service;
  gboolean                 skip_totals;
  gboolean                 fill_down;
  gboolean                 fill_down_is_chosen;
  CapacityImportDuplicates duplicates;
  CapacityImportColumn    *columns;
  guint                    n_columns;
} CapacityImportPlan;

CapacityImportPlan *capacity_import_plan_new              (guint                     n_columns);
CapacityImportPlan *capacity_import_plan_copy             (const CapacityImportPlan *self);
void                capacity_import_plan_free             (CapacityImportPlan       *self);
gboolean            capacity_import_plan_check            (const CapacityImportPlan *self,
                                                           GError                  **error);
gboolean            capacity_import_plan_has_one_period   (const CapacityImportPlan *self);
gboolean            capacity_import_plan_has_roman_months (const CapacityImportPlan *self);
gboolean            capacity_import_plan_has_parts_down   (const CapacityImportPlan *self);
gboolean            capacity_import_plan_needs_year       (const CapacityImportPlan *self);
gboolean            capacity_import_plan_has_hours_across (const CapacityImportPlan *self);
gboolean            capacity_import_plan_has_parts_across (const CapacityImportPlan *self,
                                                           CapacityImportRole        part);
gboolean            capacity_import_plan_names_parts      (const CapacityImportPlan *self);
CapacityImportSum   capacity_import_plan_sum              (const CapacityImportPlan *self,
                                                           guint                     column,
                                                           const char               *text,
                                                           gsize                     length);
gboolean            capacity_import_plan_needs_service    (const CapacityImportPlan *self);
int                 capacity_import_plan_find_role        (const CapacityImportPlan *self,
                                                           CapacityImportRole        role);
gboolean            capacity_import_plan_has_role         (const CapacityImportPlan *self,
                                                           CapacityImportRole        role);
void                capacity_import_plan_set_role         (CapacityImportPlan       *self,
                                                           guint                     column,
                                                           CapacityImportRole        role);
void                capacity_import_plan_set_service      (CapacityImportPlan       *self,
                                                           const char               *service);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityImportPlan, capacity_import_plan_free)

G_END_DECLS
