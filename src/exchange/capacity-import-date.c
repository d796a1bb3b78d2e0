/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-date.h"

#include <string.h>

#include "capacity-import-hour.h"
#include "capacity-import-span.h"
#include "capacity-vocabulary.h"

#define MAX_NUMBERS 3
#define ISO_HOUR_LENGTH 13

/* The numbers of 1 January 1970 and 31 December 2099: volumes are seldom as large. */
#define FIRST_SERIAL 25569
#define LAST_SERIAL 73050
#define SERIAL_DIGITS 5

/**
 * DateParts:
 * @numbers: the numbers, in the order of the text
 * @digits: how many digits each has
 * @n: number of numbers
 * @month: a month named by a word, 1…12, or 0
 * @month_at: how many numbers stand before that word
 * @roman: a Roman number, 1…12, or 0; up to 4 it is a quarter unless the whole column says that it is a month
 * @unit: a length of period that a word or letter names, such as "cet." or "Q"
 * @has_unit: whether one does
 *
 * What is found in the text of a date.
 */
typedef struct
{
  int                numbers[MAX_NUMBERS];
  int                digits[MAX_NUMBERS];
  guint              n;
  int                month;
  guint              month_at;
  int                roman;
  CapacityPeriodKind unit;
  gboolean           has_unit;
} DateParts;

static const struct
{
  const char        *word;
  gboolean           is_stem;
  CapacityPeriodKind unit;
} unit_words[] = {
  { "q", FALSE, CAPACITY_PERIOD_QUARTER },  { "quarter", FALSE, CAPACITY_PERIOD_QUARTER },
  { "c", FALSE, CAPACITY_PERIOD_QUARTER },  { "cet", FALSE, CAPACITY_PERIOD_QUARTER },
  { "ceturks", TRUE, CAPACITY_PERIOD_QUARTER },
  { "m", FALSE, CAPACITY_PERIOD_MONTH },    { "men", FALSE, CAPACITY_PERIOD_MONTH },
  { "menes", TRUE, CAPACITY_PERIOD_MONTH }, { "month", FALSE, CAPACITY_PERIOD_MONTH },
  { "w", FALSE, CAPACITY_PERIOD_WEEK },     { "week", FALSE, CAPACITY_PERIOD_WEEK },
  { "wk", FALSE, CAPACITY_PERIOD_WEEK },    { "ned", FALSE, CAPACITY_PERIOD_WEEK },
  { "nedel", TRUE, CAPACITY_PERIOD_WEEK },
};

/* Words that may stand in a date and add nothing. */
static const char *const filler_words[] = {
  "gada", "gads", "g", "year", "of", "the", "st", "nd", "rd", "th",
  "pirmdiena", "otrdiena", "tresdiena", "ceturtdiena", "piektdiena", "sestdiena", "svetdiena",
  "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  "mon", "tue", "wed", "thu", "fri", "sat", "sun",
};

static const char *const roman_numbers[] = { "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii" };

static gboolean
is_year (int number,
         int digits)
{
  return digits == 4 && number >= CAPACITY_YEAR_MIN && number <= CAPACITY_YEAR_MAX;
}

/* The year that two digits stand for: from 1970 to 2069. */
static int
full_year (int number,
           int digits)
{
  if (digits != 2)
    return number;
  return number < 70 ? 2000 + number : 1900 + number;
}

static gboolean
add_number (DateParts  *parts,
            const char *word)
{
  if (parts->n == MAX_NUMBERS || strlen (word) > 8)
    return FALSE;
  parts->numbers[parts->n] = (int) g_ascii_strtoll (word, NULL, 10);
  parts->digits[parts->n++] = (int) strlen (word);
  return TRUE;
}

static gboolean
add_unit (DateParts  *parts,
          const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (unit_words); i++)
    if (unit_words[i].is_stem ? g_str_has_prefix (word, unit_words[i].word) : strcmp (word, unit_words[i].word) == 0)
      {
        parts->unit = unit_words[i].unit;
        parts->has_unit = TRUE;
        return TRUE;
      }
  return FALSE;
}

static gboolean
add_word (DateParts  *parts,
          const char *word)
{
  int month;

  if (g_ascii_isdigit (word[0]))
    return add_number (parts, word);
  month = capacity_vocabulary_month (word);
  if (month > 0)
    {
      if (parts->month > 0)
        return FALSE;
      parts->month = month;
      parts->month_at = parts->n;
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (roman_numbers); i++)
    if (strcmp (word, roman_numbers[i]) == 0)
      {
        if (parts->roman > 0)
          return FALSE;
        parts->roman = (int) i + 1;
        return TRUE;
      }
  for (guint i = 0; i < G_N_ELEMENTS (filler_words); i++)
    if (strcmp (word, filler_words[i]) == 0)
      return TRUE;
  return add_unit (parts, word);
}

/* "2026-11-23" without looking at words: nearly all dates of large files have this form. */
static inline gboolean
is_iso_date (const char *text,
             gsize       length)
{
  if (length != 10 || text[4] != '-' || text[7] != '-')
    return FALSE;
  for (guint i = 0; i < 10; i++)
    if (i != 4 && i != 7 && !g_ascii_isdigit (text[i]))
      return FALSE;
  return TRUE;
}

/* Length of the text without a time of day, such as "T14:05:00Z", " 0:00" or "T14". */
static gsize
without_time (const char *text,
              gsize       length)
{
  const char *colon = memchr (text, ':', length);
  gsize at;

  if (length == ISO_HOUR_LENGTH && text[10] == 'T' && is_iso_date (text, 10))
    return 10;
  if (colon == NULL)
    return length;
  at = (gsize) (colon - text);
  while (at > 0 && g_ascii_isdigit (text[at - 1]))
    at--;
  if (at > 0 && (text[at - 1] == 'T' || text[at - 1] == ' '))
    return at - 1;
  return length;
}

/* A header of two rows names the quarter above the month, "I ceturksnis janvāris": the month says it all if they agree. */
static gboolean
drop_quarter_of_month (DateParts *parts)
{
  int quarter = parts->roman;

  if (parts->month == 0 || !parts->has_unit || parts->unit != CAPACITY_PERIOD_QUARTER)
    return TRUE;
  for (guint i = 0; quarter == 0 && i < parts->n; i++)
    if (parts->digits[i] == 1)
      {
        quarter = parts->numbers[i];
        parts->n--;
        parts->month_at -= i < parts->month_at;
        memmove (parts->numbers + i, parts->numbers + i + 1, (parts->n - i) * sizeof *parts->numbers);
        memmove (parts->digits + i, parts->digits + i + 1, (parts->n - i) * sizeof *parts->digits);
      }
  parts->roman = 0;
  parts->has_unit = FALSE;
  return quarter == (parts->month - 1) / 3 + 1;
}

static gboolean
find_parts (const char *text,
            gsize       length,
            DateParts  *parts)
{
  CapacityVocabularyWords words;

  memset (parts, 0, sizeof *parts);
  if (length > 64)
    return FALSE;
  capacity_vocabulary_split (text, without_time (text, length), &words);
  for (guint i = 0; i < words.n_words; i++)
    if (!add_word (parts, words.words[i]))
      return FALSE;
  return !words.is_cut && drop_quarter_of_month (parts);
}

static CapacityImportDateOutcome
set_day (CapacityPeriod *period,
         int             year,
         int             month,
         int             day)
{
  if (!capacity_date_is_valid (year, month, day))
    return CAPACITY_IMPORT_DATE_NO_SUCH;
  *period = (CapacityPeriod) { CAPACITY_PERIOD_DAY, capacity_date_from_ymd (year, month, day) };
  return CAPACITY_IMPORT_DATE_OK;
}

/* Week @week of @year as ISO 8601 counts: the first one holds 4 January. */
static CapacityImportDateOutcome
set_week (CapacityPeriod *period,
          int             year,
          int             week)
{
  CapacityPeriod first = capacity_period_of_date (CAPACITY_PERIOD_WEEK, capacity_date_from_ymd (year, 1, 4));
  CapacityPeriod next = first;

  if (year < CAPACITY_YEAR_MAX)
    next = capacity_period_of_date (CAPACITY_PERIOD_WEEK, capacity_date_from_ymd (year + 1, 1, 4));
  if (week < 1 || (week > 52 && week > next.index - first.index))
    return CAPACITY_IMPORT_DATE_NO_SUCH;
  *period = capacity_period_add (first, week - 1);
  return CAPACITY_IMPORT_DATE_OK;
}

static CapacityImportDateOutcome
set_part_of_year (CapacityPeriod     *period,
                  CapacityPeriodKind  unit,
                  int                 year,
                  int                 number)
{
  if (unit == CAPACITY_PERIOD_WEEK)
    return set_week (period, year, number);
  if (unit == CAPACITY_PERIOD_QUARTER && number >= 1 && number <= 4)
    {
      *period = (CapacityPeriod) { CAPACITY_PERIOD_QUARTER, year * 4 + number - 1 };
      return CAPACITY_IMPORT_DATE_OK;
    }
  if (unit == CAPACITY_PERIOD_MONTH && number >= 1 && number <= 12)
    {
      *period = capacity_month (year, number);
      return CAPACITY_IMPORT_DATE_OK;
    }
  return CAPACITY_IMPORT_DATE_NO_SUCH;
}

/* "2026. gada novembris", "Nov-26", "23. novembris 2026", "2026. gada 23. novembrī". */
static CapacityImportDateOutcome
from_month_name (const DateParts *parts,
                 CapacityPeriod  *period)
{
  int year, day;

  /* "Nov-26" has a year; "26. novembris" has a day and no year. */
  if (parts->n == 1 && (is_year (parts->numbers[0], parts->digits[0])
                        || (parts->digits[0] == 2 && parts->month_at == 0)))
    {
      *period = capacity_month (full_year (parts->numbers[0], parts->digits[0]), parts->month);
      return CAPACITY_IMPORT_DATE_OK;
    }
  if (parts->n != 2)
    return CAPACITY_IMPORT_DATE_INVALID;
  if (is_year (parts->numbers[0], parts->digits[0]))
    {
      year = parts->numbers[0];
      day = parts->numbers[1];
    }
  else
    {
      day = parts->numbers[0];
      year = full_year (parts->numbers[1], parts->digits[1]);
    }
  if (year < CAPACITY_YEAR_MIN || year > CAPACITY_YEAR_MAX)
    return CAPACITY_IMPORT_DATE_INVALID;
  return set_day (period, year, parts->month, day);
}

/* "2026Q4", "4. ceturksnis 2026", "2026. gada IV ceturksnis", "2026M11", "2026-W47". */
static CapacityImportDateOutcome
from_unit (const DateParts *parts,
           CapacityPeriod  *period)
{
  guint year_at;

  if (parts->roman > 0 && parts->roman <= 4 && parts->n == 1 && is_year (parts->numbers[0], parts->digits[0])
      && (!parts->has_unit || parts->unit == CAPACITY_PERIOD_QUARTER))
    return set_part_of_year (period, CAPACITY_PERIOD_QUARTER, parts->numbers[0], parts->roman);
  if (parts->n != 2 || parts->roman > 0)
    return CAPACITY_IMPORT_DATE_INVALID;
  year_at = is_year (parts->numbers[0], parts->digits[0]) ? 0 : 1;
  if (!is_year (parts->numbers[year_at], parts->digits[year_at]) || parts->digits[1 - year_at] > 2)
    return CAPACITY_IMPORT_DATE_INVALID;
  return set_part_of_year (period, parts->unit, parts->numbers[year_at], parts->numbers[1 - year_at]);
}

static CapacityImportDateOutcome
from_three_numbers (const DateParts         *parts,
                    CapacityImportDateOrder  order,
                    CapacityPeriod          *period)
{
  const int *n = parts->numbers;
  const int *digits = parts->digits;

  if (digits[0] == 4)
    return digits[1] > 2 || digits[2] > 2 ? CAPACITY_IMPORT_DATE_INVALID : set_day (period, n[0], n[1], n[2]);
  if (digits[0] > 2 || digits[1] > 2 || (digits[2] != 4 && digits[2] != 2))
    return CAPACITY_IMPORT_DATE_INVALID;
  if (digits[2] == 2 && order == CAPACITY_IMPORT_DATE_ORDER_YMD)
    return digits[0] == 2 ? set_day (period, full_year (n[0], 2), n[1], n[2]) : CAPACITY_IMPORT_DATE_INVALID;
  if (order == CAPACITY_IMPORT_DATE_ORDER_MDY)
    return set_day (period, full_year (n[2], digits[2]), n[0], n[1]);
  return set_day (period, full_year (n[2], digits[2]), n[1], n[0]);
}

/* "2026-11", "11.2026.", "20261123", "202611", "2026". */
static CapacityImportDateOutcome
from_few_numbers (const DateParts *parts,
                  CapacityPeriod  *period)
{
  const int *n = parts->numbers;
  const int *digits = parts->digits;

  if (parts->n == 2 && is_year (n[0], digits[0]) && digits[1] <= 2)
    return set_part_of_year (period, CAPACITY_PERIOD_MONTH, n[0], n[1]);
  if (parts->n == 2 && is_year (n[1], digits[1]) && digits[0] <= 2)
    return set_part_of_year (period, CAPACITY_PERIOD_MONTH, n[1], n[0]);
  if (parts->n == 1 && digits[0] == 8 && is_year (n[0] / 10000, 4))
    return set_day (period, n[0] / 10000, n[0] / 100 % 100, n[0] % 100);
  if (parts->n == 1 && digits[0] == 6 && is_year (n[0] / 100, 4))
    return set_part_of_year (period, CAPACITY_PERIOD_MONTH, n[0] / 100, n[0] % 100);
  if (parts->n == 1 && is_year (n[0], digits[0]))
    {
      *period = (CapacityPeriod) { CAPACITY_PERIOD_YEAR, n[0] };
      return CAPACITY_IMPORT_DATE_OK;
    }
  return CAPACITY_IMPORT_DATE_INVALID;
}

static inline int
two_digits (const char *text)
{
  return (text[0] - '0') * 10 + text[1] - '0';
}

/**
 * capacity_import_serial_parse:
 * @text: (array length=length): valid UTF-8 without white space around it
 * @length: number of bytes
 * @period: (out): the day
 *
 * Reads the number by which a spreadsheet keeps a day, `45292` for 1 January 2024, as it comes out of one whose cells
 * were not formatted as dates. A time of day, `45292.375`, is dropped.
 *
 * Returns: whether it is one
 */
gboolean
capacity_import_serial_parse (const char     *text,
                              gsize           length,
                              CapacityPeriod *period)
{
  int serial = 0;

  if (length < SERIAL_DIGITS
      || (length > SERIAL_DIGITS && (strchr (",.", text[SERIAL_DIGITS]) == NULL || length == SERIAL_DIGITS + 1)))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (i != SERIAL_DIGITS && !g_ascii_isdigit (text[i]))
      return FALSE;
  for (gsize i = 0; i < SERIAL_DIGITS; i++)
    serial = serial * 10 + text[i] - '0';
  if (serial < FIRST_SERIAL || serial > LAST_SERIAL)
    return FALSE;
  *period = (CapacityPeriod) { CAPACITY_PERIOD_DAY, capacity_date_from_ymd (1970, 1, 1) + serial - FIRST_SERIAL };
  return TRUE;
}

/**
 * capacity_import_date_parse_one:
 * @text: (array length=length): valid UTF-8 without white space around it
 * @length: number of bytes
 * @order: how a date of numbers is read that does not begin with a year of four digits
 * @period: (out): the day, week, month, quarter or year
 *
 * Reads one date or period in any of the forms that Latvian and English tables have: `2026-11-23`,
 * `23.11.2026.`, `2026.11.23.`, `11.2026.`, `2026-11`, `2026M11`, `2026Q4`, "2026. gada novembris", "Nov
 * 2026", "2026-W47", `2026`, also with a time of day, which is dropped.
 *
 * Returns: what was found
 */
CapacityImportDateOutcome
capacity_import_date_parse_one (const char              *text,
                                gsize                    length,
                                CapacityImportDateOrder  order,
                                CapacityPeriod          *period)
{
  DateParts parts;

  if (length == 0)
    return CAPACITY_IMPORT_DATE_MISSING;
  if (is_iso_date (text, length))
    return set_day (period, two_digits (text) * 100 + two_digits (text + 2), two_digits (text + 5),
                    two_digits (text + 8));
  if (order == CAPACITY_IMPORT_DATE_ORDER_SERIAL && capacity_import_serial_parse (text, length, period))
    return CAPACITY_IMPORT_DATE_OK;
  if (text[0] == '-' || !find_parts (text, length, &parts))
    return CAPACITY_IMPORT_DATE_INVALID;
  if (parts.month > 0)
    return parts.has_unit || parts.roman > 0 ? CAPACITY_IMPORT_DATE_INVALID : from_month_name (&parts, period);
  if (parts.has_unit || parts.roman > 0)
    return from_unit (&parts, period);
  return parts.n == 3 ? from_three_numbers (&parts, order, period) : from_few_numbers (&parts, period);
}

/**
 * capacity_import_date_parse:
 * @text: (array length=length): valid UTF-8 without white space around it
 * @length: number of bytes
 * @order: how a date of numbers is read that does not begin with a year of four digits
 * @period: (out): the day, week, month, quarter or year
 *
 * Reads a date or period, see capacity_import_date_parse_one(), or the first and the last day of a period, see
 * capacity_import_span_parse().
 *
 * Returns: what was found
 */
CapacityImportDateOutcome
capacity_import_date_parse (const char              *text,
                            gsize                    length,
                            CapacityImportDateOrder  order,
                            CapacityPeriod          *period)
{
  CapacityImportDateOutcome outcome = capacity_import_date_parse_one (text, length, order, period);

  return outcome == CAPACITY_IMPORT_DATE_INVALID ? capacity_import_span_parse (text, length, order, period) : outcome;
}

/**
 * capacity_import_date_hour:
 * @text: (array length=length): what capacity_import_date_parse() reads as a day
 * @length: number of bytes
 *
 * Returns: the hour of the time of day beside the date, 0…23, or %CAPACITY_IMPORT_NO_HOUR where there is none
 */
int
capacity_import_date_hour (const char *text,
                           gsize       length)
{
  gsize n = length > 64 ? length : without_time (text, length);
  gsize n_digits = 0;
  int hour;

  if (n == length)
    return CAPACITY_IMPORT_NO_HOUR;
  text += n + 1;
  length -= n + 1;
  hour = capacity_import_hour_parse (text, length);
  if (hour != CAPACITY_IMPORT_NO_HOUR)
    return hour;
  /* Behind it may stand what no one writes in a column of hours: parts of seconds, or a time zone. */
  while (n_digits < length && g_ascii_isdigit (text[n_digits]))
    n_digits++;

  return capacity_import_hour_parse (text, n_digits);
}

/**
 * capacity_import_year_parse:
 * @text: (array length=length): valid UTF-8 without white space around it
 * @length: number of bytes
 * @year: (out): the year
 *
 * Reads a year: `2026`, "2026.", "2026. gads".
 *
 * Returns: what was found
 */
CapacityImportDateOutcome
capacity_import_year_parse (const char *text,
                            gsize       length,
                            int        *year)
{
  CapacityPeriod period;
  CapacityImportDateOutcome outcome = capacity_import_date_parse (text, length, CAPACITY_IMPORT_DATE_ORDER_DMY,
                                                                  &period);

  if (outcome != CAPACITY_IMPORT_DATE_OK)
    return outcome;
  if (period.kind != CAPACITY_PERIOD_YEAR)
    return CAPACITY_IMPORT_DATE_INVALID;
  *year = period.index;
  return CAPACITY_IMPORT_DATE_OK;
}

/**
 * capacity_import_year_part_parse:
 * @text: (array length=length): valid UTF-8 without white space around it
 * @length: number of bytes
 * @year: the year that another cell tells
 * @unit: what a number alone is: a month, quarter or week
 * @period: (out): the month, quarter or week
 *
 * Reads a month, quarter or week as a number, a month as a name, or a quarter such as "Q4", "IV" or "4. ceturksnis".
 *
 * Returns: what was found
 */
CapacityImportDateOutcome
capacity_import_year_part_parse (const char         *text,
                                 gsize               length,
                                 int                 year,
                                 CapacityPeriodKind  unit,
                                 CapacityPeriod     *period)
{
  DateParts parts;

  if (length == 0)
    return CAPACITY_IMPORT_DATE_MISSING;
  if (!find_parts (text, length, &parts))
    return CAPACITY_IMPORT_DATE_INVALID;
  if (parts.month > 0)
    {
      if (parts.has_unit || parts.roman > 0 || parts.n > 1)
        return CAPACITY_IMPORT_DATE_INVALID;
      *period = capacity_month (year, parts.month);
      return CAPACITY_IMPORT_DATE_OK;
    }
  if (parts.roman > 0 && parts.roman <= 4 && parts.n == 0)
    return set_part_of_year (period, CAPACITY_PERIOD_QUARTER, year, parts.roman);
  if (parts.n != 1 || parts.roman > 0 || parts.digits[0] > 2)
    return CAPACITY_IMPORT_DATE_INVALID;
  return set_part_of_year (period, parts.has_unit ? parts.unit : unit, year, parts.numbers[0]);
}

/**
 * capacity_import_roman_parse:
 * @text: (array length=length): valid UTF-8 without white space around it
 * @length: number of bytes
 * @period: (out): the month of that number, of the year 0 where the text names none
 *
 * Reads a Roman number, "I" to "XII", alone or beside its year, as a month. Whether it is one, and no quarter, only the
 * others beside it tell.
 *
 * Returns: whether it is such a number
 */
gboolean
capacity_import_roman_parse (const char     *text,
                             gsize           length,
                             CapacityPeriod *period)
{
  DateParts parts;

  if (length == 0 || !find_parts (text, length, &parts) || parts.roman == 0 || parts.month > 0 || parts.has_unit
      || parts.n > 1 || (parts.n == 1 && !is_year (parts.numbers[0], parts.digits[0])))
    return FALSE;
  *period = capacity_month (parts.n == 1 ? parts.numbers[0] : 0, parts.roman);
  return TRUE;
}

/**
 * capacity_import_unit_parse:
 * @name: the name of a column
 * @unit: (out): a week, month or quarter
 *
 * Returns: whether the name tells one length of periods, such as "Mēnesis"
 */
gboolean
capacity_import_unit_parse (const char         *name,
                            CapacityPeriodKind *unit)
{
  CapacityVocabularyWords words;
  DateParts parts = { { 0 } };

  capacity_vocabulary_split (name, strlen (name), &words);
  for (guint i = 0; i < words.n_words; i++)
    {
      CapacityPeriodKind before = parts.unit;
      gboolean had_unit = parts.has_unit;

      if (add_unit (&parts, words.words[i]) && had_unit && parts.unit != before)
        return FALSE;
    }
  *unit = parts.unit;
  return parts.has_unit;
}

/* What a number alone is: the name of its column says it, or a person. */
static CapacityPeriodKind
unit_of_numbers (const CapacityImportPlan *plan)
{
  int column = capacity_import_plan_find_role (plan, CAPACITY_IMPORT_ROLE_MONTH);
  CapacityPeriodKind unit;

  if (column >= 0 && capacity_import_unit_parse (plan->columns[column].name, &unit))
    return unit;
  return plan->period_kind == CAPACITY_PERIOD_WEEK ? CAPACITY_PERIOD_WEEK : CAPACITY_PERIOD_MONTH;
}

/**
 * capacity_import_plan_parse_part:
 * @plan: how the text is read
 * @text: (array length=length): valid UTF-8 without white space around it
 * @length: number of bytes
 * @year: the year that another cell tells
 * @period: (out): the month, quarter or week
 *
 * Reads a part of a year, see capacity_import_year_part_parse(). The plan tells what a number or Roman number alone is.
 *
 * Returns: what was found
 */
CapacityImportDateOutcome
capacity_import_plan_parse_part (const CapacityImportPlan *plan,
                                 const char               *text,
                                 gsize                     length,
                                 int                       year,
                                 CapacityPeriod           *period)
{
  if (!capacity_import_plan_has_roman_months (plan) || !capacity_import_roman_parse (text, length, period)
      || period->index >= 12)
    return capacity_import_year_part_parse (text, length, year, unit_of_numbers (plan), period);
  *period = capacity_month (year, period->index + 1);
  return CAPACITY_IMPORT_DATE_OK;
}
