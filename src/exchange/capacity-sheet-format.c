/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-sheet-format.h"

#include <math.h>
#include <string.h>

#define SECONDS_OF_DAY 86400
/* 31 December 9999, the last day that spreadsheets know. */
#define LAST_SERIAL 2958465

/**
 * capacity_sheet_format_of_id:
 * @id: number of a built-in format, see ECMA-376 part 1, 18.8.30
 *
 * Returns: what it shows
 */
CapacitySheetFormat
capacity_sheet_format_of_id (guint id)
{
  if (id == 9 || id == 10)
    return CAPACITY_SHEET_FORMAT_PERCENT;
  if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58))
    return CAPACITY_SHEET_FORMAT_DATE;
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47))
    return CAPACITY_SHEET_FORMAT_TIME;
  return CAPACITY_SHEET_FORMAT_NUMBER;
}

/* Steps over what a format shows as it is: "text", \letter, _width, *fill and [colour]. */
static const char *
skip_literal (const char *p)
{
  const char *end = NULL;

  if (*p == '"')
    end = strchr (p + 1, '"');
  else if (*p == '[')
    end = strchr (p + 1, ']');
  else if ((*p == '\\' || *p == '_' || *p == '*') && p[1] != '\0')
    end = p + 1;
  return end != NULL ? end : p;
}

/**
 * capacity_sheet_format_of_code:
 * @code: a number format, such as "dd\.mm\.yyyy\."
 *
 * Only the first section, that of positive numbers, is looked at.
 *
 * Returns: what it shows
 */
CapacitySheetFormat
capacity_sheet_format_of_code (const char *code)
{
  gboolean has_date = FALSE, has_month = FALSE, has_time = FALSE;

  for (const char *p = code; *p != '\0' && *p != ';'; p++)
    {
      /* "[h]" counts hours beyond a day: an amount, no time of day. */
      if (*p == '[' && strchr ("hHmMsS", p[1]) != NULL && p[1] != '\0')
        return CAPACITY_SHEET_FORMAT_NUMBER;
      if (g_ascii_strncasecmp (p, "general", 7) == 0)
        return CAPACITY_SHEET_FORMAT_NUMBER;
      if (strchr ("\"[\\_*", *p) != NULL)
        {
          p = skip_literal (p);
          continue;
        }
      if (*p == '%')
        return CAPACITY_SHEET_FORMAT_PERCENT;
      has_date |= strchr ("yYdD", *p) != NULL;
      has_month |= *p == 'm' || *p == 'M';
      has_time |= strchr ("hHsS", *p) != NULL;
    }
  if (has_date || (has_month && !has_time))
    return CAPACITY_SHEET_FORMAT_DATE;
  return has_time ? CAPACITY_SHEET_FORMAT_TIME : CAPACITY_SHEET_FORMAT_NUMBER;
}

/* The shortest of fifteen digits, as spreadsheets show it. A fraction never has just three of them, which
 * might be taken for thousands. */
static void
append_number (GString *text,
               double   value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  const char *point;

  g_ascii_formatd (buffer, sizeof buffer, "%.15g", value);
  g_string_append (text, buffer);
  point = strchr (buffer, '.');
  if (point != NULL && strlen (point) == 4 && strchr (point, 'e') == NULL)
    g_string_append_c (text, '0');
}

static void
append_time (GString *text,
             int      seconds)
{
  g_string_append_printf (text, "%02d:%02d", seconds / 3600, seconds / 60 % 60);
  if (seconds % 60 != 0)
    g_string_append_printf (text, ":%02d", seconds % 60);
}

/* The calendar of 1900 has a 29 February 1900, which never was: days before it are counted one less. */
static void
append_date (GString *text,
             double   value,
             gboolean is_1904)
{
  double serial = floor (value);
  int seconds = (int) lround ((value - serial) * SECONDS_OF_DAY);
  GDate date = { 0 };

  if (seconds == SECONDS_OF_DAY)
    {
      serial++;
      seconds = 0;
    }
  if (is_1904)
    g_date_set_dmy (&date, 1, G_DATE_JANUARY, 1904);
  else
    g_date_set_dmy (&date, serial < 60 ? 31 : 30, G_DATE_DECEMBER, 1899);
  g_date_add_days (&date, (guint) serial);
  g_string_append_printf (text, "%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date),
                          g_date_get_day (&date));
  if (seconds != 0)
    {
      g_string_append_c (text, ' ');
      append_time (text, seconds);
    }
}

/**
 * capacity_sheet_format_append:
 * @text: where to write
 * @format: what the number stands for
 * @value: the number
 * @is_1904: whether days are counted from 1904
 *
 * Writes the number as text that does not depend on the locale.
 */
void
capacity_sheet_format_append (GString             *text,
                              CapacitySheetFormat  format,
                              double               value,
                              gboolean             is_1904)
{
  if (!isfinite (value))
    return;
  if (format == CAPACITY_SHEET_FORMAT_DATE && value >= 0 && value <= LAST_SERIAL)
    append_date (text, value, is_1904);
  else if (format == CAPACITY_SHEET_FORMAT_TIME && value >= 0 && value < 1)
    append_time (text, (int) (value * SECONDS_OF_DAY + 0.5));
  else if (format == CAPACITY_SHEET_FORMAT_PERCENT)
    {
      append_number (text, value * 100);
      g_string_append_c (text, '%');
    }
  else
    append_number (text, value);
}
