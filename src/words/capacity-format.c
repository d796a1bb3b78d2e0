/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-format.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define MAX_DECIMALS 6
#define NBSP "\302\240"
#define MINUS "\342\210\222"
#define UNKNOWN "\342\200\223"

/* The language of the text decides how numbers and dates look, not the locale of the system: in a sandbox without
 * locale data, or with a language there is no translation for, text and numbers still go together. */

static const char *const month_names[12] = {
  N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"),
  N_("July"), N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
};

/* Translators: the month as in "in January 2026" (Latvian: the locative, "janvārī") */
static const char *const month_names_in[12] = {
  NC_("in month", "January"), NC_("in month", "February"), NC_("in month", "March"), NC_("in month", "April"),
  NC_("in month", "May"), NC_("in month", "June"), NC_("in month", "July"), NC_("in month", "August"),
  NC_("in month", "September"), NC_("in month", "October"), NC_("in month", "November"), NC_("in month", "December"),
};

/* Translators: the month as in "to January 2026", "by January 2026" (Latvian: the dative, "līdz janvārim") */
static const char *const month_names_to[12] = {
  NC_("to month", "January"), NC_("to month", "February"), NC_("to month", "March"), NC_("to month", "April"),
  NC_("to month", "May"), NC_("to month", "June"), NC_("to month", "July"), NC_("to month", "August"),
  NC_("to month", "September"), NC_("to month", "October"), NC_("to month", "November"), NC_("to month", "December"),
};

/* Translators: short names of the months, for the axis of a chart */
static const char *const month_names_short[12] = {
  NC_("short month", "Jan"), NC_("short month", "Feb"), NC_("short month", "Mar"), NC_("short month", "Apr"),
  NC_("short month", "May"), NC_("short month", "Jun"), NC_("short month", "Jul"), NC_("short month", "Aug"),
  NC_("short month", "Sep"), NC_("short month", "Oct"), NC_("short month", "Nov"), NC_("short month", "Dec"),
};

/* Translators: a day of the week, as the name of a row */
static const char *const weekday_names[CAPACITY_WEEK_DAYS] = {
  NC_("weekday", "Monday"), NC_("weekday", "Tuesday"), NC_("weekday", "Wednesday"), NC_("weekday", "Thursday"),
  NC_("weekday", "Friday"), NC_("weekday", "Saturday"), NC_("weekday", "Sunday"),
};

/* Translators: when something is every week (Latvian: "pirmdienās") */
static const char *const weekday_names_on[CAPACITY_WEEK_DAYS] = {
  NC_("on weekday", "on Mondays"), NC_("on weekday", "on Tuesdays"), NC_("on weekday", "on Wednesdays"),
  NC_("on weekday", "on Thursdays"), NC_("on weekday", "on Fridays"), NC_("on weekday", "on Saturdays"),
  NC_("on weekday", "on Sundays"),
};

/* Puts the group separator into a string of digits. */
static void
append_grouped (GString    *text,
                const char *digits,
                gsize       n)
{
  /* Translators: what stands between groups of three digits; in Latvian a no-break space */
  const char *separator = C_("digit group separator", ",");

  for (gsize i = 0; i < n; i++)
    {
      if (i > 0 && (n - i) % 3 == 0)
        g_string_append (text, separator);
      g_string_append_c (text, digits[i]);
    }
}

/**
 * capacity_format_number:
 * @value: a number; NaN for "not known"
 * @decimals: how many decimals, 0…6
 *
 * Returns: (transfer full): such as `1 234,5`
 */
char *
capacity_format_number (double value,
                        int    decimals)
{
  char plain[G_ASCII_DTOSTR_BUF_SIZE + 320];
  char format[8];
  GString *text;
  const char *digits, *point;

  g_return_val_if_fail (decimals >= 0 && decimals <= MAX_DECIMALS, NULL);
  if (!isfinite (value))
    return g_strdup (UNKNOWN);

  g_snprintf (format, sizeof format, "%%.%df", decimals);
  g_ascii_formatd (plain, sizeof plain, format, value);
  digits = plain + (*plain == '-');
  point = strchrnul (digits, '.');
  text = g_string_new (*plain == '-' && strpbrk (digits, "123456789") != NULL ? MINUS : NULL);
  append_grouped (text, digits, (gsize) (point - digits));
  /* Translators: the decimal sign; in Latvian a comma */
  if (*point == '.')
    g_string_append_printf (text, "%s%s", C_("decimal sign", "."), point + 1);

  return g_string_free_and_steal (text);
}

/**
 * capacity_format_count:
 * @value: an amount; NaN for "not known"
 *
 * Returns: (transfer full): without decimals from ten on, with one below where it is not whole
 */
char *
capacity_format_count (double value)
{
  return capacity_format_number (value, fabs (value) < 10 && fabs (value - round (value)) > 0.05 ? 1 : 0);
}

/**
 * capacity_format_exact:
 * @value: an amount that may be edited; NaN for none
 *
 * Returns: (transfer full): with as many decimals as it takes, up to six, so that nothing is lost when the text is read
 *   again; "" for none
 */
char *
capacity_format_exact (double value)
{
  int decimals = 0;

  if (!isfinite (value))
    return g_strdup ("");
  while (decimals < MAX_DECIMALS
         && fabs (value - round (value * pow (10, decimals)) / pow (10, decimals)) > 1e-9 * fmax (fabs (value), 1e-3))
    decimals++;

  return capacity_format_number (value, decimals);
}

/**
 * capacity_format_percent:
 * @ratio: a share, 0.88 for 88 %; NaN for "not known"
 *
 * Returns: (transfer full): such as `88 %`
 */
char *
capacity_format_percent (double ratio)
{
  g_autofree char *number = capacity_format_number (ratio * 100, 0);

  if (!isfinite (ratio))
    return g_strdup (UNKNOWN);

  /* Translators: a share; Latvian has a no-break space before the sign */
  return g_strdup_printf (C_("percentage", "%s%%"), number);
}

/**
 * capacity_format_change:
 * @ratio: a change, 0.032 for +3.2 %
 * @decimals: how many decimals
 *
 * Returns: (transfer full): with its sign, such as `+3,2 %`
 */
char *
capacity_format_change (double ratio,
                        int    decimals)
{
  g_autofree char *number = capacity_format_number (fabs (ratio) * 100, decimals);
  g_autofree char *percent = g_strdup_printf (C_("percentage", "%s%%"), number);

  if (!isfinite (ratio))
    return g_strdup (UNKNOWN);

  return g_strconcat (ratio < 0 ? MINUS : "+", percent, NULL);
}

/**
 * capacity_format_money:
 * @money: an amount
 *
 * Returns: (transfer full): such as `1 234,50 €`
 */
char *
capacity_format_money (CapacityMoney money)
{
  g_autofree char *number = capacity_format_number ((double) money / 100, money % 100 != 0 ? 2 : 0);

  return g_strconcat (number, NBSP "€", NULL);
}

/**
 * capacity_format_estimate:
 * @money: an amount that was reckoned, not given
 *
 * Returns: (transfer full): in whole euros, such as `1 235 €`
 */
char *
capacity_format_estimate (CapacityMoney money)
{
  return capacity_format_money (llround ((double) money / 100) * 100);
}

/**
 * capacity_format_date:
 * @date: a date, or %CAPACITY_DATE_NONE
 *
 * Returns: (transfer full): in numbers, such as `23.11.2026.`
 */
char *
capacity_format_date (CapacityDate date)
{
  int year, month, day;

  if (date == CAPACITY_DATE_NONE)
    return g_strdup (UNKNOWN);
  capacity_date_to_ymd (date, &year, &month, &day);

  /* Translators: year, month and day in numbers; Latvian: "%3$02d.%2$02d.%1$04d." */
  return g_strdup_printf (C_("date", "%1$04d-%2$02d-%3$02d"), year, month, day);
}

/**
 * capacity_format_time:
 * @time: in seconds since 1970, UTC
 *
 * Returns: the day and the minute, where the user is
 */
char *
capacity_format_time (gint64 time)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (time);
  g_autofree char *day = NULL;
  g_autofree char *minute = NULL;

  if (local == NULL || g_date_time_get_year (local) < CAPACITY_YEAR_MIN
      || g_date_time_get_year (local) > CAPACITY_YEAR_MAX)
    return g_strdup ("–");
  day = capacity_format_date (capacity_date_from_ymd (g_date_time_get_year (local), g_date_time_get_month (local),
                                                      g_date_time_get_day_of_month (local)));
  minute = g_date_time_format (local, "%H:%M");

  return g_strdup_printf ("%s %s", day, minute);
}

/**
 * capacity_format_long_date:
 * @date: a date, or %CAPACITY_DATE_NONE
 *
 * Returns: (transfer full): in words, such as `2026. gada 23. novembris`
 */
char *
capacity_format_long_date (CapacityDate date)
{
  int year, month, day;

  if (date == CAPACITY_DATE_NONE)
    return g_strdup (UNKNOWN);
  capacity_date_to_ymd (date, &year, &month, &day);

  /* Translators: day, month's name and year; Latvian: "%3$d. gada %1$d. %2$s" */
  return g_strdup_printf (C_("long date", "%1$d %2$s %3$d"), day, _(month_names[month - 1]), year);
}

/* Number of a week, quarter or month within its year. */
static int
number_in_year (CapacityPeriod period)
{
  int year = capacity_period_year (period);

  if (period.kind == CAPACITY_PERIOD_MONTH)
    return period.index - year * 12 + 1;
  if (period.kind == CAPACITY_PERIOD_QUARTER)
    return period.index - year * 4 + 1;

  return period.index - capacity_period_of_date (CAPACITY_PERIOD_WEEK, capacity_date_from_ymd (year, 1, 4)).index + 1;
}

/**
 * capacity_format_hour:
 * @hour: 0…23
 *
 * Returns: (transfer full): that hour of the day, from its beginning to its end, such as `9–10`
 */
char *
capacity_format_hour (int hour)
{
  return g_strdup_printf ("%d–%d", hour, hour + 1);
}

/**
 * capacity_format_period:
 * @period: a period
 *
 * Returns: (transfer full): its name, such as `2026. gada novembris`
 */
char *
capacity_format_period (CapacityPeriod period)
{
  int year = capacity_period_year (period);

  switch (period.kind)
    {
    case CAPACITY_PERIOD_WEEK:
      /* Translators: number of the week and year; Latvian: "%2$d. gada %1$d. nedēļa" */
      return g_strdup_printf (_("week %1$d of %2$d"), number_in_year (period), year);
    case CAPACITY_PERIOD_MONTH:
      /* Translators: name of the month and year; Latvian: "%2$d. gada %1$s" */
      return g_strdup_printf (C_("month", "%1$s %2$d"), _(month_names[number_in_year (period) - 1]), year);
    case CAPACITY_PERIOD_QUARTER:
      /* Translators: number of the quarter and year; Latvian: "%2$d. gada %1$d. ceturksnis" */
      return g_strdup_printf (_("quarter %1$d of %2$d"), number_in_year (period), year);
    case CAPACITY_PERIOD_YEAR:
      /* Translators: a year; Latvian: "%d. gads" */
      return g_strdup_printf (C_("year", "%d"), year);
    case CAPACITY_PERIOD_HOUR:
      {
        g_autofree char *day = capacity_format_date (capacity_period_first_day (period));
        g_autofree char *hour = capacity_format_hour (capacity_period_hour (period));

        return g_strdup_printf ("%s %s", day, hour);
      }
    case CAPACITY_PERIOD_DAY:
    default:
      return capacity_format_date (period.index);
    }
}

/**
 * capacity_format_in_period:
 * @period: a month or a year
 *
 * Returns: (transfer full): when something is in it, such as `2026. gada novembrī`
 */
char *
capacity_format_in_period (CapacityPeriod period)
{
  int year = capacity_period_year (period);

  if (period.kind == CAPACITY_PERIOD_MONTH)
    /* Translators: "in", name of the month (from the context "in month") and year; Latvian: "%2$d. gada %1$s" */
    return g_strdup_printf (_("in %1$s %2$d"),
                            g_dpgettext2 (NULL, "in month", month_names_in[number_in_year (period) - 1]), year);

  g_return_val_if_fail (period.kind == CAPACITY_PERIOD_YEAR, NULL);
  /* Translators: "in", year; Latvian: "%d. gadā" */
  return g_strdup_printf (_("in %d"), year);
}

/**
 * capacity_format_in_month:
 * @number: a month of any year, 1 to 12
 *
 * Returns: its name as it stands behind "in", such as `novembrī`
 */
const char *
capacity_format_in_month (guint number)
{
  g_return_val_if_fail (number >= 1 && number <= 12, NULL);

  return g_dpgettext2 (NULL, "in month", month_names_in[number - 1]);
}

/**
 * capacity_format_weekday:
 * @number: a day of the week, 0 for Monday
 *
 * Returns: its name, such as `Pirmdiena`
 */
const char *
capacity_format_weekday (guint number)
{
  g_return_val_if_fail (number < CAPACITY_WEEK_DAYS, NULL);

  return g_dpgettext2 (NULL, "weekday", weekday_names[number]);
}

/**
 * capacity_format_on_weekday:
 * @number: a day of the week, 0 for Monday
 *
 * Returns: when something is on it every week, such as `pirmdienās`
 */
const char *
capacity_format_on_weekday (guint number)
{
  g_return_val_if_fail (number < CAPACITY_WEEK_DAYS, NULL);

  return g_dpgettext2 (NULL, "on weekday", weekday_names_on[number]);
}

/**
 * capacity_format_to_month:
 * @month: index of a month
 *
 * Returns: (transfer full): its name as it stands behind "to" or "by", such as `2026. gada novembrim`
 */
char *
capacity_format_to_month (int month)
{
  /* Translators: name of the month (from the context "to month") and year; Latvian: "%2$d. gada %1$s" */
  return g_strdup_printf (C_("to month", "%1$s %2$d"), g_dpgettext2 (NULL, "to month", month_names_to[month % 12]),
                          month / 12);
}

/**
 * capacity_format_short_month:
 * @month: index of a month
 *
 * Returns: (transfer full): its short name without the year, such as `nov.`
 */
char *
capacity_format_short_month (int month)
{
  return g_strdup (g_dpgettext2 (NULL, "short month", month_names_short[month % 12]));
}

/**
 * capacity_format_rate:
 * @value: an amount in a period; NaN for "not known"
 * @unit: (nullable): what is counted, such as "pieteikumi"
 * @per: the period
 *
 * Returns: (transfer full): such as `1 240 pieteikumi mēnesī`
 */
char *
capacity_format_rate (double             value,
                      const char        *unit,
                      CapacityPeriodKind per)
{
  g_autofree char *number = capacity_format_count (value);
  g_autofree char *amount = g_strconcat (number, NBSP, unit != NULL ? unit : _("cases"), NULL);

  switch (per)
    {
    case CAPACITY_PERIOD_HOUR:
      return g_strdup_printf (_("%s an hour"), amount);
    case CAPACITY_PERIOD_DAY:
      return g_strdup_printf (_("%s a day"), amount);
    case CAPACITY_PERIOD_WEEK:
      return g_strdup_printf (_("%s a week"), amount);
    case CAPACITY_PERIOD_QUARTER:
      return g_strdup_printf (_("%s a quarter"), amount);
    case CAPACITY_PERIOD_YEAR:
      return g_strdup_printf (_("%s a year"), amount);
    case CAPACITY_PERIOD_MONTH:
    default:
      return g_strdup_printf (_("%s a month"), amount);
    }
}

/* Copies @text without the spaces people put between digits, with a plain minus. */
static char *
without_spaces (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x2212)
        g_string_append_c (plain, '-');
      else if (!g_unichar_isspace (c))
        g_string_append_unichar (plain, c);
    }

  return g_string_free_and_steal (plain);
}

/* Whether every @sign in @number has three digits behind it, as a separator of groups has. */
static gboolean
separates_groups (const char *number,
                  char        sign)
{
  for (const char *p = strchr (number, sign); p != NULL; p = strchr (p + 1, sign))
    if (strspn (p + 1, "0123456789") != 3)
      return FALSE;

  return TRUE;
}

static void
remove_char (char *text,
             char  c)
{
  char *to = text;

  for (const char *from = text; *from != '\0'; from++)
    if (*from != c)
      *to++ = *from;
  *to = '\0';
}

/**
 * capacity_format_parse_number:
 * @text: (nullable): what a person typed
 *
 * Reads `1 234,5`, `1234.5` and `1.234,5` alike. Where both signs occur the last one is the decimal sign; a sign that
 * occurs once is, unless it is what the language puts between groups and stands before exactly three digits.
 *
 * Returns: the number, or NaN when @text is none
 */
double
capacity_format_parse_number (const char *text)
{
  g_autofree char *plain = NULL;
  const char *comma, *point;
  char *end;
  double value;

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return NAN;
  plain = without_spaces (text);
  comma = strrchr (plain, ',');
  point = strrchr (plain, '.');
  if (comma != NULL && point != NULL)
    remove_char (plain, comma > point ? '.' : ',');
  else if (comma != NULL && *C_("digit group separator", ",") == ',' && separates_groups (plain, ','))
    remove_char (plain, ',');
  g_strdelimit (plain, ",", '.');
  if (*plain == '\0' || strspn (plain, "+-.0123456789") != strlen (plain))
    return NAN;
  value = g_ascii_strtod (plain, &end);

  return *end == '\0' && isfinite (value) ? value : NAN;
}

/**
 * capacity_format_parse_date:
 * @text: (nullable): what a person typed
 *
 * Reads `23.11.2026.`, `23.11.26`, `23/11/2026`, `2026-11-23`, and for the first day of a month `11.2026.` and
 * `2026-11`.
 *
 * Returns: the date, or %CAPACITY_DATE_NONE when @text is none
 */
CapacityDate
capacity_format_parse_date (const char *text)
{
  int parts[3] = { 0 };
  guint n = 0;

  if (text == NULL)
    return CAPACITY_DATE_NONE;
  for (const char *p = text; *p != '\0';)
    {
      if (g_ascii_isdigit (*p))
        {
          char *end;

          if (n == 3)
            return CAPACITY_DATE_NONE;
          parts[n++] = (int) MIN (g_ascii_strtoull (p, &end, 10), 9999);
          p = end;
        }
      else if (strchr (" .-/", *p) != NULL)
        p++;
      else
        return CAPACITY_DATE_NONE;
    }
  if (n == 2)
    return parts[0] > 31 ? capacity_date_is_valid (parts[0], parts[1], 1) ? capacity_date_from_ymd (parts[0], parts[1], 1)
                                                                          : CAPACITY_DATE_NONE
           : capacity_date_is_valid (parts[1], parts[0], 1) ? capacity_date_from_ymd (parts[1], parts[0], 1)
                                                            : CAPACITY_DATE_NONE;
  if (n != 3)
    return CAPACITY_DATE_NONE;
  if (parts[0] <= 31)
    {
      int year = parts[2] < 100 ? 2000 + parts[2] : parts[2];

      parts[2] = parts[0];
      parts[0] = year;
    }

  return capacity_date_is_valid (parts[0], parts[1], parts[2]) ? capacity_date_from_ymd (parts[0], parts[1], parts[2])
                                                                : CAPACITY_DATE_NONE;
}
