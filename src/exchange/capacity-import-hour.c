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

static void
skip_spaces (const char **text,
             const char  *end)
{
  while (*text < end && **text == ' ')
    (*text)++;
}

/* Takes "9", "09:15", "9.00" or "09:15:00", and an "h" behind it, as minutes of the day. */
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
 * Reads a time of day: `9`, `09:15`, `9.00`, or a span of at most an hour, `9–10`, `08:00-09:00`.
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
