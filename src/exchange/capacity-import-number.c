/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-number.h"

#include <math.h>
#include <string.h>

/* A count of 10¹⁵ is no volume of any institution, and doubles count exactly only up to 2⁵³. */
#define TOO_LARGE 1e15
#define MAX_NUMBER_LENGTH 64

static const char *const missing_words[] = {
  "-", "–", "—", ".", "..", "...", "…", ":", "*", "null", "na", "n/a", "#n/a", "nav", "nav datu", "n.d.",
};

/* Beginnings of the words that tell a range, folded to ASCII lower case where they are ASCII. */
static const char *const range_words[] = {
  "<", ">", "≤", "≥", "no ", "līdz ", "lidz ", "mazāk ", "vairāk ", "virs ", "zem ", "less than ", "more than ",
  "under ", "over ", "fewer than ", "up to ",
};

static const char *const range_ends[] = { "+", " un vairāk", " un mazāk", " or more", " or fewer", " or less" };

static const double powers_of_ten[] = {
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
  1e21, 1e22,
};

static gboolean
equals_word (const char *text,
             gsize       length,
             const char *word)
{
  return strlen (word) == length && g_ascii_strncasecmp (text, word, length) == 0;
}

/**
 * capacity_import_number_is_missing:
 * @text: (array length=length): UTF-8 without white space around it
 * @length: number of bytes
 *
 * Returns: whether the cell is empty or says that there is nothing, such as "…" or "NULL", whatever the column holds
 */
gboolean
capacity_import_number_is_missing (const char *text,
                                   gsize       length)
{
  for (guint i = 0; i < G_N_ELEMENTS (missing_words); i++)
    if (equals_word (text, length, missing_words[i]))
      return TRUE;
  return length == 0;
}

static gboolean
has_digit (const char *text,
           gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if (g_ascii_isdigit (text[i]))
      return TRUE;
  return FALSE;
}

/* "1-5" or "1–5". */
static gboolean
is_span (const char *text,
         gsize       length)
{
  gsize i = 0, j;

  while (i < length && g_ascii_isdigit (text[i]))
    i++;
  j = i;
  while (j < length && text[j] == ' ')
    j++;
  if (j < length && text[j] == '-')
    j++;
  else if (j + 3 <= length && memcmp (text + j, "–", 3) == 0)
    j += 3;
  else
    return FALSE;
  while (j < length && text[j] == ' ')
    j++;
  if (i == 0 || j == length)
    return FALSE;
  while (j < length && g_ascii_isdigit (text[j]))
    j++;
  return j == length;
}

static gboolean
is_censored (const char *text,
             gsize       length)
{
  if (!has_digit (text, length))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (range_words); i++)
    if (length > strlen (range_words[i]) && g_ascii_strncasecmp (text, range_words[i], strlen (range_words[i])) == 0)
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (range_ends); i++)
    {
      gsize n = strlen (range_ends[i]);

      if (length > n && g_ascii_isdigit (text[0]) && g_ascii_strncasecmp (text + length - n, range_ends[i], n) == 0)
        return TRUE;
    }
  return is_span (text, length);
}

/* Number of bytes of the mark between thousands at @text: a space of any width, or the sign that is not the
 * decimal one. */
static gsize
group_mark (const char *text,
            gsize       length,
            char        decimal)
{
  if (length >= 1 && (text[0] == ' ' || text[0] == (decimal == ',' ? '.' : ',')))
    return 1;
  if (length >= 2 && memcmp (text, "\xC2\xA0", 2) == 0)
    return 2;
  if (length >= 3 && (memcmp (text, "\xE2\x80\xAF", 3) == 0 || memcmp (text, "\xE2\x80\x89", 3) == 0))
    return 3;
  return 0;
}

static gsize
count_digits (const char *text,
              gsize       length)
{
  gsize n = 0;

  while (n < length && g_ascii_isdigit (text[n]))
    n++;
  return n;
}

/* Copies "1 234 567" as "1234567" to @plain. All marks must be the same, the first group has one to three
 * digits and no leading zero, the others three. Returns how many bytes of @text were read, 0 when the digits
 * are not in order. */
static gsize
copy_integer_part (const char *text,
                   gsize       length,
                   char        decimal,
                   GString    *plain)
{
  gsize at = count_digits (text, length);
  gsize mark = group_mark (text + at, length - at, decimal);
  const char *first_mark = text + at;

  g_string_append_len (plain, text, (gssize) at);
  if (mark == 0 || at == 0)
    return at;
  if (at > 3 || text[0] == '0')
    return 0;
  while (at + mark <= length && memcmp (text + at, first_mark, mark) == 0)
    {
      at += mark;
      if (count_digits (text + at, length - at) != 3)
        return 0;
      g_string_append_len (plain, text + at, 3);
      at += 3;
    }
  return at;
}

static gboolean
is_exponent (const char *text,
             gsize       length)
{
  gsize n_sign = length >= 2 && (text[1] == '+' || text[1] == '-');

  return length >= 2 + n_sign && (text[0] == 'e' || text[0] == 'E')
         && count_digits (text + 1 + n_sign, length - 1 - n_sign) == length - 1 - n_sign;
}

/* The general form, with marks between thousands and exponents. */
static gboolean
parse_any_number (const char *text,
                  gsize       length,
                  char        decimal,
                  double     *value)
{
  g_autoptr (GString) plain = g_string_sized_new (MAX_NUMBER_LENGTH);
  gsize at, n;

  if (length > MAX_NUMBER_LENGTH)
    return FALSE;
  at = copy_integer_part (text, length, decimal, plain);
  if (at == 0 && !(length > 1 && text[0] == decimal))
    return FALSE;
  if (at < length && text[at] == decimal)
    {
      n = count_digits (text + at + 1, length - at - 1);
      g_string_append_c (plain, '.');
      g_string_append_len (plain, text + at + 1, (gssize) n);
      if (n == 0)
        return FALSE;
      at += 1 + n;
    }
  if (at < length && !is_exponent (text + at, length - at))
    return FALSE;
  g_string_append_len (plain, text + at, (gssize) (length - at));
  *value = g_ascii_strtod (plain->str, NULL);
  return TRUE;
}

/* Digits with at most one decimal sign, up to 15 of them: the mantissa and the power of ten are exact
 * doubles, so their quotient is the nearest double to the number. */
static inline gboolean
parse_plain_number (const char *text,
                    gsize       length,
                    char        decimal,
                    double     *value)
{
  guint64 mantissa = 0;
  gsize point = length;

  if (length == 0 || length > 16)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      guint digit = (guint) (guchar) text[i] - '0';

      if (digit < 10)
        mantissa = mantissa * 10 + digit;
      else if (text[i] == decimal && point == length && i > 0 && i + 1 < length)
        point = i;
      else
        return FALSE;
    }
  if (point == length)
    *value = (double) mantissa;
  else
    *value = (double) mantissa / powers_of_ten[length - point - 1];
  return mantissa < (G_GUINT64_CONSTANT (1) << 53);
}

/* Number of bytes of a minus in front. */
static gsize
minus_sign (const char *text,
            gsize       length)
{
  if (length > 1 && text[0] == '-')
    return 1;
  return length > 3 && memcmp (text, "−", 3) == 0 ? 3 : 0;
}

/**
 * capacity_import_number_parse:
 * @text: (array length=length): UTF-8 without white space around it
 * @length: number of bytes
 * @decimal: the decimal sign, `,` or `.`
 * @value: (out): the number, with the outcome %CAPACITY_IMPORT_NUMBER_VALUE
 *
 * Reads the cell of a volume. Thousands may be marked with spaces of any width or with the sign that is not
 * the decimal one, in groups of three. Never depends on the locale.
 *
 * Returns: what the cell holds
 */
CapacityImportNumberOutcome
capacity_import_number_parse (const char *text,
                              gsize       length,
                              char        decimal,
                              double     *value)
{
  gsize minus;
  double number;

  if (parse_plain_number (text, length, decimal, value))
    return *value < TOO_LARGE ? CAPACITY_IMPORT_NUMBER_VALUE : CAPACITY_IMPORT_NUMBER_TOO_LARGE;
  if (capacity_import_number_is_missing (text, length))
    return CAPACITY_IMPORT_NUMBER_MISSING;

  minus = minus_sign (text, length);
  if (parse_any_number (text + minus, length - minus, decimal, &number))
    {
      if (minus > 0 && number > 0)
        return CAPACITY_IMPORT_NUMBER_NEGATIVE;
      if (!(number < TOO_LARGE))
        return CAPACITY_IMPORT_NUMBER_TOO_LARGE;
      *value = number;
      return CAPACITY_IMPORT_NUMBER_VALUE;
    }
  return is_censored (text, length) ? CAPACITY_IMPORT_NUMBER_CENSORED : CAPACITY_IMPORT_NUMBER_INVALID;
}
