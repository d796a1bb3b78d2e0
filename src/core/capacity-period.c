/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-period.h"

#include <string.h>

#define DAYS_IN_400_YEARS 146097
#define UNIX_EPOCH_DATE 719163 /* 1 January 1970 */

static const char *const kind_nicks[CAPACITY_N_PERIOD_KINDS] = { "day", "week", "month", "quarter", "year", "hour" };

static int
floor_div (int a,
           int b)
{
  return a / b - (a % b < 0);
}

/**
 * capacity_date_is_valid:
 * @year: the year
 * @month: 1…12
 * @day: 1…31
 *
 * Returns: whether there is such a day in the calendar that is supported
 */
gboolean
capacity_date_is_valid (int year,
                        int month,
                        int day)
{
  return year >= CAPACITY_YEAR_MIN && year <= CAPACITY_YEAR_MAX && month >= 1 && month <= 12 && day >= 1
         && day <= g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
}

/**
 * capacity_date_from_ymd:
 * @year: the year
 * @month: 1…12
 * @day: 1…31
 *
 * Days are counted from 1 March, so that the leap day ends the year; see Hinnant, "chrono-Compatible Low-Level Date
 * Algorithms" (2013), days_from_civil.
 *
 * Returns: the date; the day must exist, see capacity_date_is_valid()
 */
CapacityDate
capacity_date_from_ymd (int year,
                        int month,
                        int day)
{
  int shifted = year - (month <= 2);
  int era = floor_div (shifted, 400);
  int year_of_era = shifted - era * 400;
  int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * DAYS_IN_400_YEARS + day_of_era - 305;
}

/**
 * capacity_date_to_ymd:
 * @date: a date
 * @year: (out) (optional): its year
 * @month: (out) (optional): its month, 1…12
 * @day: (out) (optional): its day, 1…31
 *
 * The inverse of capacity_date_from_ymd(); civil_from_days of the same source.
 */
void
capacity_date_to_ymd (CapacityDate date,
                      int         *year,
                      int         *month,
                      int         *day)
{
  int days = date + 305;
  int era = floor_div (days, DAYS_IN_400_YEARS);
  int day_of_era = days - era * DAYS_IN_400_YEARS;
  int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int shifted_month = (5 * day_of_year + 2) / 153;
  int m = shifted_month + (shifted_month < 10 ? 3 : -9);

  if (year != NULL)
    *year = year_of_era + era * 400 + (m <= 2);
  if (month != NULL)
    *month = m;
  if (day != NULL)
    *day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
}

/**
 * capacity_date_weekday:
 * @date: a date
 *
 * Returns: 1 for Monday … 7 for Sunday (ISO 8601)
 */
int
capacity_date_weekday (CapacityDate date)
{
  return (date - 1) - floor_div (date - 1, 7) * 7 + 1;
}

/**
 * capacity_date_from_unix:
 * @seconds: seconds since 1970-01-01 00:00 of the clock whose date is wanted
 *
 * Returns: the date
 */
CapacityDate
capacity_date_from_unix (gint64 seconds)
{
  gint64 days = seconds / 86400 - (seconds % 86400 < 0);

  return (CapacityDate) days + UNIX_EPOCH_DATE;
}

/**
 * capacity_date_midnight:
 * @date: a date
 *
 * Returns: when it begins on the clock of this place, in seconds since 1970-01-01 00:00 UTC; 0 for a year that clocks do
 *   not have
 */
gint64
capacity_date_midnight (CapacityDate date)
{
  g_autoptr (GDateTime) time = NULL;
  int year;
  int month;
  int day;

  capacity_date_to_ymd (date, &year, &month, &day);
  time = g_date_time_new_local (year, month, day, 0, 0, 0);

  return time != NULL ? g_date_time_to_unix (time) : 0;
}

/* Reads exactly @n digits. */
static gboolean
scan_digits (const char **text,
             int          n,
             int         *value)
{
  *value = 0;
  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (**text))
        return FALSE;
      *value = *value * 10 + *(*text)++ - '0';
    }

  return TRUE;
}

static gboolean
scan_char (const char **text,
           char         c)
{
  if (**text != c)
    return FALSE;
  (*text)++;

  return TRUE;
}

/**
 * capacity_date_parse:
 * @text: a date in canonical form, `2026-11-23`
 *
 * Returns: the date, or %CAPACITY_DATE_NONE when @text is none
 */
CapacityDate
capacity_date_parse (const char *text)
{
  int year, month, day;

  if (!scan_digits (&text, 4, &year) || !scan_char (&text, '-') || !scan_digits (&text, 2, &month)
      || !scan_char (&text, '-') || !scan_digits (&text, 2, &day) || *text != '\0'
      || !capacity_date_is_valid (year, month, day))
    return CAPACITY_DATE_NONE;

  return capacity_date_from_ymd (year, month, day);
}

/**
 * capacity_date_to_string:
 * @date: a date
 *
 * Returns: (transfer full): its canonical form, `2026-11-23`
 */
char *
capacity_date_to_string (CapacityDate date)
{
  int year, month, day;

  capacity_date_to_ymd (date, &year, &month, &day);

  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

/**
 * capacity_hour:
 * @date: a day
 * @hour: 0…23
 *
 * Returns: the hour that begins then as a period
 */
CapacityPeriod
capacity_hour (CapacityDate date,
               int          hour)
{
  return (CapacityPeriod){ CAPACITY_PERIOD_HOUR, date * CAPACITY_DAY_HOURS + hour };
}

/**
 * capacity_period_of_date:
 * @kind: the length
 * @date: a day
 *
 * Returns: the period of that length that holds the day; its first hour
 */
CapacityPeriod
capacity_period_of_date (CapacityPeriodKind kind,
                         CapacityDate       date)
{
  CapacityPeriod period = { kind, date };
  int year, month;

  if (kind == CAPACITY_PERIOD_DAY)
    return period;
  if (kind == CAPACITY_PERIOD_HOUR)
    return capacity_hour (date, 0);
  if (kind == CAPACITY_PERIOD_WEEK)
    {
      period.index = floor_div (date - 1, 7);
      return period;
    }
  capacity_date_to_ymd (date, &year, &month, NULL);
  if (kind == CAPACITY_PERIOD_MONTH)
    period.index = year * 12 + month - 1;
  else if (kind == CAPACITY_PERIOD_QUARTER)
    period.index = year * 4 + (month - 1) / 3;
  else
    period.index = year;

  return period;
}

/**
 * capacity_month:
 * @year: the year
 * @month: 1…12
 *
 * Returns: the month as a period
 */
CapacityPeriod
capacity_month (int year,
                int month)
{
  return (CapacityPeriod){ CAPACITY_PERIOD_MONTH, year * 12 + month - 1 };
}

/**
 * capacity_period_first_day:
 * @period: a period
 *
 * Returns: its first day; the day that an hour is of
 */
CapacityDate
capacity_period_first_day (CapacityPeriod period)
{
  switch (period.kind)
    {
    case CAPACITY_PERIOD_HOUR:
      return floor_div (period.index, CAPACITY_DAY_HOURS);
    case CAPACITY_PERIOD_DAY:
      return period.index;
    case CAPACITY_PERIOD_WEEK:
      return period.index * 7 + 1;
    case CAPACITY_PERIOD_MONTH:
      return capacity_date_from_ymd (floor_div (period.index, 12), period.index - floor_div (period.index, 12) * 12 + 1, 1);
    case CAPACITY_PERIOD_QUARTER:
      return capacity_date_from_ymd (floor_div (period.index, 4), (period.index - floor_div (period.index, 4) * 4) * 3 + 1, 1);
    case CAPACITY_PERIOD_YEAR:
      return capacity_date_from_ymd (period.index, 1, 1);
    default:
      g_return_val_if_reached (CAPACITY_DATE_NONE);
    }
}

/**
 * capacity_period_hour:
 * @period: an hour
 *
 * Returns: which of its day it is, 0…23
 */
int
capacity_period_hour (CapacityPeriod period)
{
  return period.index - capacity_period_first_day (period) * CAPACITY_DAY_HOURS;
}

/**
 * capacity_period_last_day:
 * @period: a period
 *
 * Returns: its last day; the day that an hour is of
 */
CapacityDate
capacity_period_last_day (CapacityPeriod period)
{
  if (period.kind == CAPACITY_PERIOD_HOUR)
    return capacity_period_first_day (period);

  return capacity_period_first_day (capacity_period_add (period, 1)) - 1;
}

/**
 * capacity_period_n_days:
 * @period: a period
 *
 * Returns: how many days it has; 1 for an hour, which is of one day
 */
int
capacity_period_n_days (CapacityPeriod period)
{
  return capacity_period_last_day (period) - capacity_period_first_day (period) + 1;
}

/**
 * capacity_period_year:
 * @period: a period
 *
 * Returns: the year it counts to; for a week the year of its Thursday (ISO 8601)
 */
int
capacity_period_year (CapacityPeriod period)
{
  CapacityDate day = capacity_period_first_day (period) + (period.kind == CAPACITY_PERIOD_WEEK ? 3 : 0);
  int year;

  capacity_date_to_ymd (day, &year, NULL, NULL);

  return year;
}

/**
 * capacity_period_convert:
 * @period: a period
 * @kind: another length
 *
 * Returns: the period of that length that holds the first day of @period, for a week its Thursday; the first hour of that
 *   day
 */
CapacityPeriod
capacity_period_convert (CapacityPeriod     period,
                         CapacityPeriodKind kind)
{
  CapacityDate day = capacity_period_first_day (period);

  if (period.kind == kind)
    return period;
  if (period.kind == CAPACITY_PERIOD_WEEK && capacity_period_kind_rank (kind) > capacity_period_kind_rank (period.kind))
    day += 3;

  return capacity_period_of_date (kind, day);
}

/**
 * capacity_period_add:
 * @period: a period
 * @n: how many periods later; earlier when negative
 *
 * Returns: that period of the same length
 */
CapacityPeriod
capacity_period_add (CapacityPeriod period,
                     int            n)
{
  period.index += n;

  return period;
}

/* The first week of a year holds 4 January (ISO 8601). */
static int
first_week_of_year (int year)
{
  return capacity_period_of_date (CAPACITY_PERIOD_WEEK, capacity_date_from_ymd (year, 1, 4)).index;
}

static gboolean
scan_week (const char     *text,
           int             year,
           CapacityPeriod *period)
{
  int week;

  if (!scan_digits (&text, 2, &week) || *text != '\0' || week < 1
      || week > first_week_of_year (year + 1) - first_week_of_year (year))
    return FALSE;
  *period = (CapacityPeriod){ CAPACITY_PERIOD_WEEK, first_week_of_year (year) + week - 1 };

  return TRUE;
}

static gboolean
scan_quarter (const char     *text,
              int             year,
              CapacityPeriod *period)
{
  int quarter;

  if (!scan_digits (&text, 1, &quarter) || *text != '\0' || quarter < 1 || quarter > 4)
    return FALSE;
  *period = (CapacityPeriod){ CAPACITY_PERIOD_QUARTER, year * 4 + quarter - 1 };

  return TRUE;
}

/* What follows the month: a day, and maybe its hour. */
static gboolean
scan_day_or_hour (const char     *text,
                  int             year,
                  int             month,
                  CapacityPeriod *period)
{
  CapacityDate date;
  int day, hour;

  if (!scan_char (&text, '-') || !scan_digits (&text, 2, &day) || !capacity_date_is_valid (year, month, day))
    return FALSE;
  date = capacity_date_from_ymd (year, month, day);
  if (*text == '\0')
    {
      *period = (CapacityPeriod){ CAPACITY_PERIOD_DAY, date };
      return TRUE;
    }
  if (!scan_char (&text, 'T') || !scan_digits (&text, 2, &hour) || *text != '\0' || hour >= CAPACITY_DAY_HOURS)
    return FALSE;
  *period = capacity_hour (date, hour);

  return TRUE;
}

static gboolean
scan_month_or_shorter (const char     *text,
                       int             year,
                       CapacityPeriod *period)
{
  int month;

  if (!scan_digits (&text, 2, &month) || month < 1 || month > 12)
    return FALSE;
  if (*text == '\0')
    {
      *period = capacity_month (year, month);
      return TRUE;
    }

  return scan_day_or_hour (text, year, month, period);
}

/**
 * capacity_period_parse:
 * @text: a period in canonical form: `2026`, `2026-Q4`, `2026-11`, `2026-W48`, `2026-11-23` or `2026-11-23T09`
 * @period: (out caller-allocated): where to put it
 *
 * Returns: whether @text was one; otherwise @period is unchanged
 */
gboolean
capacity_period_parse (const char     *text,
                       CapacityPeriod *period)
{
  int year;

  if (!scan_digits (&text, 4, &year) || year < CAPACITY_YEAR_MIN || year > CAPACITY_YEAR_MAX)
    return FALSE;
  if (*text == '\0')
    {
      *period = (CapacityPeriod){ CAPACITY_PERIOD_YEAR, year };
      return TRUE;
    }
  if (!scan_char (&text, '-'))
    return FALSE;
  if (*text == 'W')
    return scan_week (text + 1, year, period);
  if (*text == 'Q')
    return scan_quarter (text + 1, year, period);

  return scan_month_or_shorter (text, year, period);
}

/**
 * capacity_period_to_string:
 * @period: a period
 *
 * Returns: (transfer full): its canonical form, see capacity_period_parse()
 */
char *
capacity_period_to_string (CapacityPeriod period)
{
  int year = capacity_period_year (period);

  switch (period.kind)
    {
    case CAPACITY_PERIOD_WEEK:
      return g_strdup_printf ("%04d-W%02d", year, period.index - first_week_of_year (year) + 1);
    case CAPACITY_PERIOD_MONTH:
      return g_strdup_printf ("%04d-%02d", year, period.index - year * 12 + 1);
    case CAPACITY_PERIOD_QUARTER:
      return g_strdup_printf ("%04d-Q%d", year, period.index - year * 4 + 1);
    case CAPACITY_PERIOD_YEAR:
      return g_strdup_printf ("%04d", year);
    case CAPACITY_PERIOD_HOUR:
      {
        g_autofree char *day = capacity_date_to_string (capacity_period_first_day (period));

        return g_strdup_printf ("%sT%02d", day, capacity_period_hour (period));
      }
    case CAPACITY_PERIOD_DAY:
    default:
      return capacity_date_to_string (period.index);
    }
}

/**
 * capacity_period_kind_months:
 * @kind: a length
 *
 * Returns: how many months it has: 1, 3 or 12; 0 where it is shorter than a month
 */
guint
capacity_period_kind_months (CapacityPeriodKind kind)
{
  switch (kind)
    {
    case CAPACITY_PERIOD_MONTH:
      return 1;
    case CAPACITY_PERIOD_QUARTER:
      return 3;
    case CAPACITY_PERIOD_YEAR:
      return 12;
    default:
      return 0;
    }
}

/**
 * capacity_period_kind_rank:
 * @kind: a length
 *
 * Returns: its place among all from the shortest, 0, to the longest, %CAPACITY_N_PERIOD_KINDS - 1
 */
int
capacity_period_kind_rank (CapacityPeriodKind kind)
{
  return kind == CAPACITY_PERIOD_HOUR ? 0 : (int) kind + 1;
}

/**
 * capacity_period_kind_of_rank:
 * @rank: a place, see capacity_period_kind_rank()
 *
 * Returns: the length at that place
 */
CapacityPeriodKind
capacity_period_kind_of_rank (int rank)
{
  return rank == 0 ? CAPACITY_PERIOD_HOUR : (CapacityPeriodKind) (rank - 1);
}

/**
 * capacity_period_kind_to_nick:
 * @kind: a length
 *
 * Returns: its name for files and command lines: `hour`, `day`, `week`, `month`, `quarter` or `year`
 */
const char *
capacity_period_kind_to_nick (CapacityPeriodKind kind)
{
  g_return_val_if_fail ((guint) kind < CAPACITY_N_PERIOD_KINDS, NULL);

  return kind_nicks[kind];
}

/**
 * capacity_period_kind_from_nick:
 * @nick: a name, see capacity_period_kind_to_nick()
 * @kind: (out): the length
 *
 * Returns: whether there is such a length; otherwise @kind is unchanged
 */
gboolean
capacity_period_kind_from_nick (const char         *nick,
                                CapacityPeriodKind *kind)
{
  for (guint i = 0; i < CAPACITY_N_PERIOD_KINDS; i++)
    if (strcmp (nick, kind_nicks[i]) == 0)
      {
        *kind = (CapacityPeriodKind) i;
        return TRUE;
      }

  return FALSE;
}
