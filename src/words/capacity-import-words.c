/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-words.h"

#include <glib/gi18n.h>

#include "capacity-format.h"

/**
 * capacity_import_words_encoding:
 * @encoding: an encoding
 *
 * Returns: its name
 */
const char *
capacity_import_words_encoding (CapacityImportEncoding encoding)
{
  switch (encoding)
    {
    case CAPACITY_IMPORT_ENCODING_WINDOWS_1257:
      return _("Baltic (windows-1257)");
    case CAPACITY_IMPORT_ENCODING_UTF_16LE:
      return _("Unicode (UTF-16, little-endian)");
    case CAPACITY_IMPORT_ENCODING_UTF_16BE:
      return _("Unicode (UTF-16, big-endian)");
    case CAPACITY_IMPORT_ENCODING_UTF_8:
    default:
      return _("Unicode (UTF-8)");
    }
}

/**
 * capacity_import_words_delimiter:
 * @delimiter: `;`, `,`, `|` or tab
 *
 * Returns: its name
 */
const char *
capacity_import_words_delimiter (char delimiter)
{
  switch (delimiter)
    {
    case ',':
      return _("Comma");
    case '\t':
      return _("Tab");
    case '|':
      return _("Vertical bar");
    case ';':
    default:
      return _("Semicolon");
    }
}

/**
 * capacity_import_words_decimal:
 * @decimal: `,` or `.`
 *
 * Returns: its name, with an example
 */
const char *
capacity_import_words_decimal (char decimal)
{
  return decimal == ',' ? _("Comma: 1 234,5") : _("Point: 1,234.5");
}

/**
 * capacity_import_words_table:
 * @table: a table of a spreadsheet
 *
 * Returns: (transfer full): the name of its sheet, with what tells it from other tables there
 */
char *
capacity_import_words_table (const CapacityImportTable *table)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  g_return_val_if_fail (table != NULL && table->sheet != NULL, NULL);

  first = capacity_format_number ((double) table->first_line, 0);
  last = capacity_format_number ((double) table->last_line, 0);
  if (table->is_part)
    /* Translators: the name of a sheet, and two numbers of rows. */
    return g_strdup_printf (_("%s, rows %s–%s"), table->sheet, first, last);
  if (table->is_hidden)
    /* Translators: the name of a sheet. */
    return g_strdup_printf (_("%s (hidden)"), table->sheet);
  return g_strdup (table->sheet);
}

/**
 * capacity_import_words_layout:
 * @layout: a layout
 *
 * Returns: what rows and columns stand for
 */
const char *
capacity_import_words_layout (CapacityImportLayout layout)
{
  switch (layout)
    {
    case CAPACITY_IMPORT_LAYOUT_PERIODS_ACROSS:
      return _("Columns are periods");
    case CAPACITY_IMPORT_LAYOUT_SERVICES_ACROSS:
      return _("Columns are services, channels or kinds");
    case CAPACITY_IMPORT_LAYOUT_TICKETS:
      return _("Rows are cases, to be counted");
    case CAPACITY_IMPORT_LAYOUT_LONG:
    default:
      return _("Rows are periods of services");
    }
}

/**
 * capacity_import_words_role:
 * @role: a role
 *
 * Returns: its name
 */
const char *
capacity_import_words_role (CapacityImportRole role)
{
  switch (role)
    {
    case CAPACITY_IMPORT_ROLE_PERIOD:
      return C_("column", "Date or period");
    case CAPACITY_IMPORT_ROLE_YEAR:
      return C_("column", "Year");
    case CAPACITY_IMPORT_ROLE_MONTH:
      return C_("column", "Month or quarter");
    case CAPACITY_IMPORT_ROLE_HOUR:
      return C_("column", "Hour of the day");
    case CAPACITY_IMPORT_ROLE_SERVICE:
      return C_("column", "Service");
    case CAPACITY_IMPORT_ROLE_CODE:
      return C_("column", "Code of the service");
    case CAPACITY_IMPORT_ROLE_KIND:
      return C_("column", "Kind of applications");
    case CAPACITY_IMPORT_ROLE_CHANNEL:
      return C_("column", "Channel");
    case CAPACITY_IMPORT_ROLE_MEASURE:
      return C_("column", "What is counted");
    case CAPACITY_IMPORT_ROLE_VALUE:
      return C_("column", "Volumes");
    case CAPACITY_IMPORT_ROLE_SITE:
      return C_("column", "Place");
    case CAPACITY_IMPORT_ROLE_CLOSED:
      return C_("column", "Day of closing");
    case CAPACITY_IMPORT_ROLE_IGNORE:
    default:
      return C_("column", "Not used");
    }
}

/**
 * capacity_import_words_date_order:
 * @order: an order
 *
 * Returns: its name, with an example
 */
const char *
capacity_import_words_date_order (CapacityImportDateOrder order)
{
  switch (order)
    {
    case CAPACITY_IMPORT_DATE_ORDER_MDY:
      return _("Month, day, year: 11/23/2026");
    case CAPACITY_IMPORT_DATE_ORDER_YMD:
      return _("Year, month, day: 26-11-23");
    case CAPACITY_IMPORT_DATE_ORDER_SERIAL:
      return _("Day number of a spreadsheet: 46349");
    case CAPACITY_IMPORT_DATE_ORDER_DMY:
    default:
      return _("Day, month, year: 23.11.2026.");
    }
}

/**
 * capacity_import_words_duplicates:
 * @duplicates: a choice
 *
 * Returns: what it does with several rows of one period
 */
const char *
capacity_import_words_duplicates (CapacityImportDuplicates duplicates)
{
  return duplicates == CAPACITY_IMPORT_DUPLICATES_SUM ? _("Add them up") : _("Take the last and report it");
}

/* "Line 12, column “Calls”". */
static char *
problem_place (const CapacityImportProblem *problem)
{
  g_autofree char *line = capacity_format_number ((double) problem->line, 0);

  if (problem->column_name != NULL)
    /* Translators: a number and the name of a column. */
    return g_strdup_printf (_("Line %s, column “%s”"), line, problem->column_name);
  if (problem->column > 0)
    return g_strdup_printf (_("Line %s, column %u"), line, problem->column);
  return g_strdup_printf (_("Line %s"), line);
}

static char *
problem_reason (const CapacityImportProblem *problem)
{
  const char *text = problem->text != NULL ? problem->text : "";
  g_autofree char *period = NULL;

  switch (problem->code)
    {
    case CAPACITY_IMPORT_PROBLEM_NOT_A_NUMBER:
      return g_strdup_printf (_("“%s” is not a number."), text);
    case CAPACITY_IMPORT_PROBLEM_NEGATIVE:
      return g_strdup_printf (_("“%s” is below zero, and a volume cannot be."), text);
    case CAPACITY_IMPORT_PROBLEM_TOO_LARGE:
      return g_strdup_printf (_("“%s” is too large for a volume."), text);
    case CAPACITY_IMPORT_PROBLEM_NOT_A_PERIOD:
      return g_strdup_printf (_("“%s” is not a date or period."), text);
    case CAPACITY_IMPORT_PROBLEM_NO_SUCH_DATE:
      return g_strdup_printf (_("There is no such date as “%s”."), text);
    case CAPACITY_IMPORT_PROBLEM_NO_PERIOD:
      return g_strdup (_("The date or period is missing."));
    case CAPACITY_IMPORT_PROBLEM_OTHER_PERIOD_KIND:
      return g_strdup_printf (_("“%s” is a period of another length than the rest."), text);
    case CAPACITY_IMPORT_PROBLEM_NO_SERVICE:
      return g_strdup (_("The name of the service is missing."));
    case CAPACITY_IMPORT_PROBLEM_UNKNOWN_KIND:
      return g_strdup_printf (_("“%s” is none of the eight kinds of applications."), text);
    case CAPACITY_IMPORT_PROBLEM_SHORT_ROW:
      return g_strdup (_("The row ends too early."));
    case CAPACITY_IMPORT_PROBLEM_LONG_ROW:
      return g_strdup (_("The row has more cells than the header."));
    case CAPACITY_IMPORT_PROBLEM_TRUNCATED:
      return g_strdup (_("The file breaks off in the middle of the row."));
    case CAPACITY_IMPORT_PROBLEM_CLOSED_EARLIER:
      return g_strdup (_("The case was closed before it was received."));
    case CAPACITY_IMPORT_PROBLEM_NO_WHOLE_PERIOD:
      return g_strdup_printf (_("“%s” is no whole week, month, quarter or year."), text);
    case CAPACITY_IMPORT_PROBLEM_HALF_YEAR:
      return g_strdup_printf (_("“%s” is half a year, which is not divided. Give quarters or months."), text);
    case CAPACITY_IMPORT_PROBLEM_TWO_SERVICES:
      /* Translators: the code of a service and the name of another one, such as "B-02 · Passports". */
      return g_strdup_printf (_("“%s” are two services of yours and left out. Mend the file, or choose which is meant."), text);
    case CAPACITY_IMPORT_PROBLEM_DUPLICATE:
    default:
      period = capacity_format_period (problem->period);
      /* Translators: a period, such as "March 2026". */
      return g_strdup_printf (_("An earlier line has another value of %s."), period);
    }
}

/**
 * capacity_import_words_problem:
 * @problem: a problem
 *
 * Returns: (transfer full): where and why a cell or row cannot be read
 */
char *
capacity_import_words_problem (const CapacityImportProblem *problem)
{
  g_autofree char *place = NULL;
  g_autofree char *reason = NULL;

  g_return_val_if_fail (problem != NULL, NULL);

  place = problem_place (problem);
  reason = problem_reason (problem);
  /* Translators: a place in a file and what is wrong there. */
  return g_strdup_printf (_("%s: %s"), place, reason);
}

static char *
unused_column (const CapacityImportNote *note,
               const char               *column)
{
  switch (note->reason)
    {
    case CAPACITY_IMPORT_REASON_OTHER_MEASURE:
      return g_strdup_printf (_("Column “%s” was not used: it does not count volumes."), column);
    case CAPACITY_IMPORT_REASON_BETTER_COLUMN:
      return g_strdup_printf (_("Column “%s” was not used: another column counts the same."), column);
    case CAPACITY_IMPORT_REASON_UNKNOWN:
      return g_strdup_printf (_("Column “%s” was not used: its name does not say what it counts."), column);
    case CAPACITY_IMPORT_REASON_TEXT:
      return g_strdup_printf (_("Column “%s” was not used: its text is not needed."), column);
    case CAPACITY_IMPORT_REASON_TOTAL:
      return g_strdup_printf (_("Column “%s” was not used: it is the total of other columns."), column);
    case CAPACITY_IMPORT_REASON_PERSONAL:
      return g_strdup_printf (_("Column “%s” is dropped: it tells of persons."), column);
    case CAPACITY_IMPORT_REASON_NO_WHOLE_PERIOD:
      return g_strdup_printf (_("Column “%s” was not used: it is no whole week, month, quarter or year."), column);
    case CAPACITY_IMPORT_REASON_HALF_YEAR:
      return g_strdup_printf (_("Column “%s” was not used: half a year is not divided. Give quarters or months."), column);
    case CAPACITY_IMPORT_REASON_NONE:
    case CAPACITY_IMPORT_REASON_USER:
    default:
      return g_strdup_printf (_("Column “%s” was not used."), column);
    }
}

static char *
missing_values (const CapacityImportNote *note,
                const char               *column,
                const char               *count)
{
  if (note->column == 0)
    return g_strdup_printf (g_dngettext (NULL, "%s cell has no value.", "%s cells have no value.",
                                         (gulong) note->count), count);
  return g_strdup_printf (g_dngettext (NULL, "%s cell of column “%s” has no value.",
                                       "%s cells of column “%s” have no value.", (gulong) note->count), count, column);
}

static char *
censored_values (const CapacityImportNote *note,
                 const char               *count)
{
  return g_strdup_printf (g_dngettext (NULL,
                                       "%s cell, “%s”, tells a range only and was left empty.",
                                       "%s cells, such as “%s”, tell a range only and were left empty.",
                                       (gulong) note->count), count, note->text);
}

/* "07.03.2010., 08.03.2013." */
static char *
list_periods (const CapacityImportNote *note)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < note->n_periods; i++)
    {
      g_autofree char *period = capacity_format_period (note->periods[i]);

      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", period);
    }
  if (note->count > note->n_periods)
    g_string_append (list, ", …");
  return g_string_free_and_steal (list);
}

static char *
whole_period (const CapacityImportNote *note)
{
  g_autofree char *period = list_periods (note);

  /* Translators: a month or quarter. */
  return g_strdup_printf (_("No column tells a period; the title or name of the table does: %s."), period);
}

static char *
missing_periods_of_one (const CapacityImportNote *note,
                        const char               *count)
{
  g_autofree char *list = list_periods (note);
  gulong n = (gulong) note->count;

  switch (note->periods[0].kind)
    {
    case CAPACITY_PERIOD_DAY:
      return g_strdup_printf (g_dngettext (NULL, "%s day is missing: %s", "%s days are missing: %s", n),
                              count, list);
    case CAPACITY_PERIOD_WEEK:
      return g_strdup_printf (g_dngettext (NULL, "%s week is missing: %s", "%s weeks are missing: %s", n),
                              count, list);
    case CAPACITY_PERIOD_QUARTER:
      return g_strdup_printf (g_dngettext (NULL, "%s quarter is missing: %s",
                                           "%s quarters are missing: %s", n), count, list);
    case CAPACITY_PERIOD_YEAR:
      return g_strdup_printf (g_dngettext (NULL, "%s year is missing: %s", "%s years are missing: %s", n),
                              count, list);
    case CAPACITY_PERIOD_MONTH:
    default:
      return g_strdup_printf (g_dngettext (NULL, "%s month is missing: %s", "%s months are missing: %s", n),
                              count, list);
    }
}

static char *
missing_periods (const CapacityImportNote *note,
                 const char               *count)
{
  g_autofree char *n_series = NULL;

  if (note->n_series == 1)
    return missing_periods_of_one (note, count);
  n_series = capacity_format_number (note->n_series, 0);
  /* Translators: a number of periods, and a number of services. */
  return g_strdup_printf (g_dngettext (NULL,
                                       "%s period between the first and the last is missing (services with gaps: %s).",
                                       "%s periods between the first and the last are missing (services with gaps: %s).",
                                       (gulong) note->count), count, n_series);
}

static const char *
guessed_date_order (CapacityImportDateOrder order)
{
  switch (order)
    {
    case CAPACITY_IMPORT_DATE_ORDER_MDY:
      return _("The dates can be read in two ways; they were read as month, day, year.");
    case CAPACITY_IMPORT_DATE_ORDER_YMD:
      return _("The dates can be read in two ways; they were read as year, month, day.");
    case CAPACITY_IMPORT_DATE_ORDER_SERIAL:
      return _("Numbers such as 46349 were read as days: a spreadsheet keeps 23 November 2026 so.");
    case CAPACITY_IMPORT_DATE_ORDER_DMY:
    default:
      return _("The dates can be read in two ways; they were read as day, month, year.");
    }
}

static const char *
guessed_decimal (char decimal)
{
  if (decimal == ',')
    return _("The numbers can be read in two ways; the comma was taken for the decimal sign.");
  return _("The numbers can be read in two ways; the point was taken for the decimal sign.");
}

static char *
counted_tickets (const CapacityImportNote *note,
                 const char               *count)
{
  g_autofree char *n_open = capacity_format_number ((double) note->n_open, 0);
  g_autofree char *counted = g_strdup_printf (g_dngettext (NULL, "%s case was counted.", "%s cases were counted.",
                                                           (gulong) note->count), count);
  g_autofree char *open = g_strdup_printf (g_dngettext (NULL, "%s of them is not closed.", "%s of them are not closed.",
                                                        (gulong) note->n_open), n_open);

  return note->n_open > 0 ? g_strjoin (" ", counted, open, NULL) : g_steal_pointer (&counted);
}

/**
 * capacity_import_words_note:
 * @note: a note
 *
 * Returns: (transfer full): what was skipped or guessed
 */
char *
capacity_import_words_note (const CapacityImportNote *note)
{
  g_autofree char *count = NULL;
  g_autofree char *column = NULL;
  gulong n;

  g_return_val_if_fail (note != NULL, NULL);

  n = (gulong) note->count;
  count = capacity_format_number ((double) note->count, 0);
  column = note->column_name != NULL ? g_strdup (note->column_name) : g_strdup_printf ("%u", note->column);
  switch (note->code)
    {
    case CAPACITY_IMPORT_NOTE_TITLE_ROWS:
      return g_strdup_printf (g_dngettext (NULL, "%s row above the header was skipped.",
                                           "%s rows above the header were skipped.", n), count);
    case CAPACITY_IMPORT_NOTE_TOTAL_ROWS:
      return g_strdup_printf (g_dngettext (NULL, "%s row of totals was skipped: “%s”.",
                                           "%s rows of totals were skipped, such as “%s”.", n), count, note->text);
    case CAPACITY_IMPORT_NOTE_TEXT_ROWS:
      return g_strdup_printf (g_dngettext (NULL, "%s row without values was skipped: “%s”.",
                                           "%s rows without values were skipped, such as “%s”.", n), count, note->text);
    case CAPACITY_IMPORT_NOTE_UNUSED_COLUMN:
      return unused_column (note, column);
    case CAPACITY_IMPORT_NOTE_MISSING_VALUES:
      return missing_values (note, column, count);
    case CAPACITY_IMPORT_NOTE_CENSORED_VALUES:
      return censored_values (note, count);
    case CAPACITY_IMPORT_NOTE_UNKNOWN_MEASURE:
      return g_strdup_printf (g_dngettext (NULL, "%s row counts something else (“%s”) and was skipped.",
                                           "%s rows count something else, such as “%s”, and were skipped.", n),
                              count, note->text);
    case CAPACITY_IMPORT_NOTE_DUPLICATES_SAME:
      return g_strdup_printf (g_dngettext (NULL, "%s cell repeats a value of an earlier line.",
                                           "%s cells repeat a value of an earlier line.", n), count);
    case CAPACITY_IMPORT_NOTE_DUPLICATES_SUMMED:
      return g_strdup_printf (g_dngettext (NULL, "%s value was added to another of the same period.",
                                           "%s values were added to others of the same period.", n), count);
    case CAPACITY_IMPORT_NOTE_GAPS:
      return missing_periods (note, count);
    case CAPACITY_IMPORT_NOTE_DATE_ORDER:
      return g_strdup (guessed_date_order (note->date_order));
    case CAPACITY_IMPORT_NOTE_DECIMAL:
      return g_strdup (guessed_decimal (note->decimal));
    case CAPACITY_IMPORT_NOTE_YEAR:
      /* Translators: a year. */
      return g_strdup_printf (_("The periods name no year; they were read as of %d."), note->year);
    case CAPACITY_IMPORT_NOTE_WHOLE:
      return whole_period (note);
    case CAPACITY_IMPORT_NOTE_FILLED_DOWN:
      return g_strdup_printf (g_dngettext (NULL, "%s empty cell was read like the one above it.",
                                           "%s empty cells were read like the ones above them.", n), count);
    case CAPACITY_IMPORT_NOTE_TICKETS:
      return counted_tickets (note, count);
    case CAPACITY_IMPORT_NOTE_NO_KIND:
      return g_strdup_printf (g_dngettext (NULL, "%s case tells no kind of applications.",
                                           "%s cases tell no kind of applications.", n), count);
    case CAPACITY_IMPORT_NOTE_PROBLEMS_CAPPED:
    default:
      return g_strdup_printf (g_dngettext (NULL, "%s more problem is not listed.",
                                           "%s more problems are not listed.", n), count);
    }
}

/**
 * capacity_import_words_summary:
 * @result: what reading a file gave
 *
 * Returns: (transfer full): how much was read and of which time, such as "5,585 rows · 2 series · 15 June
 *   2009 – …"
 */
char *
capacity_import_words_summary (const CapacityImportResult *result)
{
  g_autofree char *n_rows = NULL;
  g_autofree char *n_series = NULL;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *rows = NULL;
  g_autofree char *series = NULL;

  g_return_val_if_fail (result != NULL, NULL);

  n_rows = capacity_format_number ((double) result->batch->n_rows, 0);
  n_series = capacity_format_number (result->batch->series->len, 0);
  rows = g_strdup_printf (g_dngettext (NULL, "%s row", "%s rows", (gulong) result->batch->n_rows), n_rows);
  series = g_strdup_printf (g_dngettext (NULL, "%s series", "%s series", result->batch->series->len),
                            n_series);
  first = capacity_format_period (result->first);
  last = capacity_format_period (result->last);
  /* Translators: number of rows, number of series, first and last period. */
  return g_strdup_printf (_("%s · %s · %s – %s"), rows, series, first, last);
}

/**
 * capacity_import_words_future:
 * @batch: what would be imported
 * @today: today
 *
 * Returns: (transfer full) (nullable): how many of its values are of time to come, or %NULL where none is
 */
char *
capacity_import_words_future (const CapacityBatch *batch,
                              CapacityDate         today)
{
  CapacityPeriod period = { CAPACITY_PERIOD_DAY, today };
  guint64 n = capacity_batch_count_future (batch, today, &period);
  g_autofree char *number = capacity_format_number ((double) n, 0);
  g_autofree char *last = capacity_format_period (period);

  if (n == 0)
    return NULL;

  /* Translators: a number of values, and a period. */
  return g_strdup_printf (g_dngettext (NULL, "%s value is of a period that has not begun (%s). It would count as measured.",
                                       "%s values are of periods that have not begun (the last: %s). They would count as "
                                       "measured.", (gulong) n), number, last);
}

static char *
error_in_line (const GError *error,
               const char   *file_name)
{
  g_autofree char *line = capacity_format_number ((double) capacity_exchange_error_get_line (error), 0);

  switch ((CapacityExchangeError) error->code)
    {
    case CAPACITY_EXCHANGE_ERROR_ENCODING:
      return g_strdup_printf (_("Line %s of “%s” has letters that cannot be read. Save the file as UTF-8 and try "
                                "again."), line, file_name);
    case CAPACITY_EXCHANGE_ERROR_TOO_MANY_COLUMNS:
      return g_strdup_printf (_("Line %s of “%s” has more than %d columns. Leave only those with volumes."), line,
                              file_name, CAPACITY_IMPORT_MAX_COLUMNS);
    case CAPACITY_EXCHANGE_ERROR_FIELD_TOO_LONG:
      return g_strdup_printf (_("A cell in line %s of “%s” is too long; a quotation mark may be missing there."), line,
                              file_name);
    case CAPACITY_EXCHANGE_ERROR_UNCLOSED_QUOTE:
    default:
      return g_strdup_printf (_("The quotation that begins in line %s of “%s” never ends. Add the missing quotation "
                                "mark."), line, file_name);
    }
}

static char *
nothing_read (const GError *error,
              const char   *file_name)
{
  guint64 at = capacity_exchange_error_get_line (error);
  g_autofree char *line = capacity_format_number ((double) at, 0);

  if (at == 0)
    return g_strdup_printf (_("“%s” has no volumes that can be read."), file_name);
  return g_strdup_printf (_("“%s” has no volumes that can be read; the first trouble is in line %s. See how its "
                            "columns are used."), file_name, line);
}

static char *
error_of_size (const GError *error,
               const char   *file_name)
{
  g_autofree char *rows = capacity_format_number (CAPACITY_IMPORT_MAX_ROWS, 0);
  g_autofree char *values = capacity_format_number (CAPACITY_IMPORT_MAX_VALUES, 0);
  g_autofree char *size = g_format_size_full (CAPACITY_IMPORT_MAX_BYTES, G_FORMAT_SIZE_IEC_UNITS);

  switch ((CapacityExchangeError) error->code)
    {
    case CAPACITY_EXCHANGE_ERROR_TOO_MANY_ROWS:
      return g_strdup_printf (_("“%s” has more than %s rows. Divide it and import the parts."), file_name, rows);
    case CAPACITY_EXCHANGE_ERROR_TOO_MANY_VALUES:
      return g_strdup_printf (_("“%s” has more than %s values, or its dates are too far apart. See if the years are "
                                "right, or divide the file."), file_name, values);
    case CAPACITY_EXCHANGE_ERROR_TOO_LARGE:
    default:
      return g_strdup_printf (_("“%s” is larger than %s. Divide it and import the parts."), file_name, size);
    }
}

/**
 * capacity_import_words_error:
 * @error: why a file could not be read
 * @file_name: the file's display name
 *
 * Returns: (transfer full): what is wrong, where, and what to do
 */
char *
capacity_import_words_error (const GError *error,
                             const char   *file_name)
{
  g_return_val_if_fail (error != NULL && file_name != NULL, NULL);

  if (error->domain != CAPACITY_EXCHANGE_ERROR)
    return g_strdup_printf (_("“%s” could not be read: %s"), file_name, error->message);
  switch ((CapacityExchangeError) error->code)
    {
    case CAPACITY_EXCHANGE_ERROR_DIRECTORY:
      return g_strdup_printf (_("“%s” is not a file. Choose a file with a table."), file_name);
    case CAPACITY_EXCHANGE_ERROR_EMPTY:
      return g_strdup_printf (_("“%s” is empty."), file_name);
    case CAPACITY_EXCHANGE_ERROR_BINARY:
      return g_strdup_printf (_("“%s” is neither text nor a spreadsheet. Choose a table saved as .xlsx, .ods or CSV."),
                              file_name);
    case CAPACITY_EXCHANGE_ERROR_SPREADSHEET:
      return g_strdup_printf (_("“%s” is a spreadsheet of an old form. Open it in its program, save it as .xlsx or "
                                ".ods and import that."), file_name);
    case CAPACITY_EXCHANGE_ERROR_ENCRYPTED:
      return g_strdup_printf (_("“%s” has a password. Open it in its program, save it without the password and import "
                                "that."), file_name);
    case CAPACITY_EXCHANGE_ERROR_DAMAGED:
      return g_strdup_printf (_("“%s” is damaged or was not copied whole. Fetch it again, or open it in its program "
                                "and save it anew."), file_name);
    case CAPACITY_EXCHANGE_ERROR_NOT_A_TABLE:
      return g_strdup_printf (_("“%s” is not a table: no sign divides its lines into columns."), file_name);
    case CAPACITY_EXCHANGE_ERROR_NO_DATA:
      return g_strdup_printf (_("“%s” has no rows below its header. A table has a header and rows of volumes."),
                              file_name);
    case CAPACITY_EXCHANGE_ERROR_NO_PERIOD:
      return g_strdup_printf (_("No column of “%s” tells the date or period. Choose the column that does."),
                              file_name);
    case CAPACITY_EXCHANGE_ERROR_NO_YEAR:
      return g_strdup_printf (_("The periods of “%s” name no year. Enter the year."), file_name);
    case CAPACITY_EXCHANGE_ERROR_NO_VALUES:
      return g_strdup_printf (_("No column of “%s” counts volumes. Choose the column that does."), file_name);
    case CAPACITY_EXCHANGE_ERROR_NOT_A_PERIOD:
      /* Translators: the names of a column and a file. */
      return g_strdup_printf (_("The name of the column “%s” of “%s” is no period. Leave the column out, or choose another "
                                "layout."), error->message, file_name);
    case CAPACITY_EXCHANGE_ERROR_NO_SHEET:
      /* Translators: the names of a file and a sheet. */
      return g_strdup_printf (_("“%s” has no sheet “%s”. Name one of its sheets."), file_name, error->message);
    case CAPACITY_EXCHANGE_ERROR_EMPTY_FOLDER:
      return g_strdup_printf (_("The folder “%s” has no tables: no files .xlsx, .ods, .csv, .tsv or .txt."), file_name);
    case CAPACITY_EXCHANGE_ERROR_HALF_YEARS:
      return g_strdup_printf (_("“%s” counts by half-years, which are not divided. Give quarters or months."), file_name);
    case CAPACITY_EXCHANGE_ERROR_NOTHING_READ:
      return nothing_read (error, file_name);
    case CAPACITY_EXCHANGE_ERROR_TOO_LARGE:
    case CAPACITY_EXCHANGE_ERROR_TOO_MANY_ROWS:
    case CAPACITY_EXCHANGE_ERROR_TOO_MANY_VALUES:
      return error_of_size (error, file_name);
    case CAPACITY_EXCHANGE_ERROR_ENCODING:
    case CAPACITY_EXCHANGE_ERROR_TOO_MANY_COLUMNS:
    case CAPACITY_EXCHANGE_ERROR_FIELD_TOO_LONG:
    case CAPACITY_EXCHANGE_ERROR_UNCLOSED_QUOTE:
      return error_in_line (error, file_name);
    case CAPACITY_EXCHANGE_ERROR_READ:
    default:
      return g_strdup_printf (_("“%s” could not be read: %s"), file_name, error->message);
    }
}
