/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-hour.h"

#include <string.h>

#include "capacity-period.h"

#define HOUR_MINUTES 60
#define DAY_MINUTES (CAPACITY_DAY_HOURS * HOUR_MINUTES)

static const char *const dashes[] = { "-", "–", "—", "−" };

/* Takes a number of one or two digits. */
static gboolean
take_number (const char **text,
             const char  *end,
             guint        n_least,
             int         *number)
{
  guint n = 0;

  *number = 0;
  for (; n < 2 && *text < end && g_ascii_isdigit (**text); n++)
    *number = *number * 10 + *(*text)++ - '0';

  return n >= n_least && (*text == end || !g_ascii_isdigit (**text));
}

/* Before "PM" some programs write a space that does not break. */
static void
skip_spaces (const char **text,
             const char  *end)
{
  static const char *const spaces[] = { " ", "\xC2\xA0", "\xE2\x80\xAF" };

  for (guint i = 0; i < G_N_ELEMENTS (spaces);)
    {
      gsize n = strlen (spaces[i]);
      gboolean is_space = (gsize) (end - *text) >= n && memcmp (*text, spaces[i], n) == 0;

      *text += is_space ? n : 0;
      i = is_space ? 0 : i + 1;
    }
}

/* Takes the half of the day, "AM" or "p.m.", where it is told, and makes the hour one of 24. */
static void
take_half (const char **text,
           const char  *end,
           int         *hour)
{
  const char *p = *text;
  gboolean is_afternoon;

  if (p == end || (g_ascii_tolower (*p) != 'a' && g_ascii_tolower (*p) != 'p'))
    return;
  is_afternoon = g_ascii_tolower (*p++) == 'p';
  p += p < end && *p == '.';
  if (p == end || g_ascii_tolower (*p++) != 'm')
    return;
  p += p < end && *p == '.';
  *text = p;
  if (*hour == 12)
    *hour = is_afternoon ? 12 : 0;
  else if (is_afternoon && *hour < 12)
    *hour += 12;
}

/* Takes "9", "09:15", "9.00", "09:15:00" or "9:15 AM", and an "h" behind it, as minutes of the day. */
static gboolean
take_time (const char **text,
           const char  *end,
           int         *minutes)
{
  int hour, minute = 0, second;

  if (!take_number (text, end, 1, &hour))
    return FALSE;
  if (*text < end && (**text == ':' || **text == '.'))
    {
      char mark = *(*text)++;

      if (!take_number (text, end, 2, &minute) || minute >= HOUR_MINUTES)
        return FALSE;
      if (*text < end && **text == mark && (++*text, !take_number (text, end, 2, &second)))
        return FALSE;
    }
  skip_spaces (text, end);
  if (*text < end && **text == 'h')
    (*text)++;
  take_half (text, end, &hour);
  skip_spaces (text, end);
  *minutes = hour * HOUR_MINUTES + minute;

  return *minutes <= DAY_MINUTES;
}

static gboolean
take_dash (const char **text,
           const char  *end)
{
  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    {
      gsize n = strlen (dashes[i]);

      if ((gsize) (end - *text) > n && memcmp (*text, dashes[i], n) == 0)
        {
          *text += n;
          skip_spaces (text, end);
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * capacity_import_hour_parse:
 * @text: (array length=length): valid UTF-8 without white space around it
 * @length: number of bytes
 *
 * Reads a time of day: `9`, `09:15`, `9.00`, `9:15 PM`, or a span of at most an hour, `9–10`, `08:00-09:00`.
 *
 * Returns: the hour in which it begins, 0…23, or %CAPACITY_IMPORT_NO_HOUR
 */
int
capacity_import_hour_parse (const char *text,
                            gsize       length)
{
  const char *end = text + length;
  int from, to, minutes;

  if (!take_time (&text, end, &from) || from == DAY_MINUTES)
    return CAPACITY_IMPORT_NO_HOUR;
  if (text == end)
    return from / HOUR_MINUTES;
  if (!take_dash (&text, end) || !take_time (&text, end, &to) || text != end)
    return CAPACITY_IMPORT_NO_HOUR;
  /* The last hour may end at midnight, which is 24 or 0. */
  minutes = (to - from + DAY_MINUTES) % DAY_MINUTES;

  return minutes > 0 && minutes <= HOUR_MINUTES ? from / HOUR_MINUTES : CAPACITY_IMPORT_NO_HOUR;
}
