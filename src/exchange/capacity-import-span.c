/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-span.h"

#include <string.h>

#include "capacity-csv-reader.h"
#include "capacity-vocabulary.h"

#define MAX_LENGTH 80

static const char *const separators[] = { "–", "—", "-", "..", "…", "/", " līdz ", " to " };
static const char *const prefixes[] = { "no ", "No ", "from ", "From " };

static gboolean
is_year (const char *word)
{
  int year = (int) g_ascii_strtoll (word, NULL, 10);

  return strlen (word) == 4 && year >= CAPACITY_YEAR_MIN && year <= CAPACITY_YEAR_MAX;
}

static gboolean
is_any_of (const char        *word,
           const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strcmp (word, words[i]) == 0)
      return TRUE;
  return FALSE;
}

/* "I pusgads 2026", "2026. g. 1. pusgads", "2026 H1". A letter alone names a half only beside a year. */
static gboolean
is_half_year (const char *text,
              gsize       length)
{
  static const char *const which[] = { "1", "2", "i", "ii", "pirmais", "otrais", "first", "second", "1st", "2nd", NULL };
  static const char *const halves[] = { "h", "hy", "half", NULL };
  static const char *const fillers[] = { "g", "gada", "gads", "year", "of", "the", "st", "nd", NULL };
  CapacityVocabularyWords words;
  guint n_which = 0, n_words = 0, n_letters = 0, n_years = 0;

  capacity_vocabulary_split (text, length, &words);
  for (guint i = 0; i < words.n_words; i++)
    {
      const char *word = words.words[i];

      if (g_str_has_prefix (word, "pusgad"))
        n_words++;
      else if (is_any_of (word, halves))
        n_letters++;
      else if (is_any_of (word, which))
        n_which++;
      else if (is_year (word))
        n_years++;
      else if (!is_any_of (word, fillers))
        return FALSE;
    }
  return n_which == 1 && n_years <= 1 && n_words + n_letters == 1 && n_words + n_years > 0;
}

/* The first day of a span lacks what its last day tells: "01.01.–31.01.2026", "1.–7. janv. 2026". */
static CapacityImportDateOutcome
complete (CapacityCsvCell          text,
          CapacityImportDateOrder  order,
          CapacityPeriod           last,
          CapacityPeriod          *first)
{
  CapacityImportDateOutcome outcome;
  CapacityVocabularyWords words;
  g_autofree char *whole = NULL;
  g_autofree char *before = NULL;
  int year, month;

  capacity_date_to_ymd (capacity_period_first_day (last), &year, &month, NULL);
  capacity_vocabulary_split (text.text, text.length, &words);
  if (words.n_words == 1 && g_ascii_isdigit (words.words[0][0]) && last.kind == CAPACITY_PERIOD_DAY)
    whole = g_strdup_printf ("%04d-%02d-%s%s", year, month, strlen (words.words[0]) == 1 ? "0" : "", words.words[0]);
  else
    whole = g_strdup_printf ("%.*s %d", (int) text.length, text.text, year);
  outcome = capacity_import_date_parse_one (whole, strlen (whole), order, first);
  if (outcome != CAPACITY_IMPORT_DATE_OK || first->index <= last.index || first->kind != last.kind)
    return outcome;

  /* "29. dec.–4. janv. 2026" begins the year before. */
  before = g_strdup_printf ("%.*s %d", (int) text.length, text.text, year - 1);
  return capacity_import_date_parse_one (before, strlen (before), order, first);
}

static gboolean
is_bound (CapacityImportDateOutcome outcome,
          CapacityPeriod            period)
{
  return outcome == CAPACITY_IMPORT_DATE_NO_SUCH
         || (outcome == CAPACITY_IMPORT_DATE_OK
             && (period.kind == CAPACITY_PERIOD_DAY || period.kind == CAPACITY_PERIOD_MONTH));
}

static CapacityImportDateOutcome
fit_span (CapacityDate    first,
          CapacityDate    last,
          CapacityPeriod *period)
{
  int year, month, last_year, last_month, last_day, day;

  for (int kind = CAPACITY_PERIOD_DAY; kind <= CAPACITY_PERIOD_YEAR; kind++)
    {
      *period = capacity_period_of_date ((CapacityPeriodKind) kind, first);
      if (capacity_period_first_day (*period) == first && capacity_period_last_day (*period) == last)
        return CAPACITY_IMPORT_DATE_OK;
    }
  capacity_date_to_ymd (first, &year, &month, &day);
  capacity_date_to_ymd (last + 1, &last_year, &last_month, &last_day);
  if (day == 1 && last_day == 1 && month % 6 == 1 && (last_year - year) * 12 + last_month - month == 6)
    return CAPACITY_IMPORT_DATE_HALF_YEAR;
  return first <= last ? CAPACITY_IMPORT_DATE_NO_WHOLE : CAPACITY_IMPORT_DATE_INVALID;
}

/* Reads the span whose ends are the two texts, if they are. */
static CapacityImportDateOutcome
parse_ends (CapacityCsvCell          from,
            CapacityCsvCell          to,
            CapacityImportDateOrder  order,
            CapacityPeriod          *period)
{
  CapacityPeriod first = { CAPACITY_PERIOD_DAY, 0 };
  CapacityPeriod last = { CAPACITY_PERIOD_DAY, 0 };
  CapacityImportDateOutcome ends = capacity_import_date_parse_one (to.text, to.length, order, &last);
  CapacityImportDateOutcome begins;

  if (!is_bound (ends, last))
    return CAPACITY_IMPORT_DATE_INVALID;
  begins = capacity_import_date_parse_one (from.text, from.length, order, &first);
  if (!is_bound (begins, first) && ends == CAPACITY_IMPORT_DATE_OK)
    begins = complete (from, order, last, &first);
  if (!is_bound (begins, first))
    return CAPACITY_IMPORT_DATE_INVALID;
  if (begins != CAPACITY_IMPORT_DATE_OK || ends != CAPACITY_IMPORT_DATE_OK)
    return CAPACITY_IMPORT_DATE_NO_SUCH;
  return fit_span (capacity_period_first_day (first), capacity_period_last_day (last), period);
}

static CapacityCsvCell
without_prefix (CapacityCsvCell cell)
{
  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    {
      gsize n = strlen (prefixes[i]);

      if (cell.length > n && memcmp (cell.text, prefixes[i], n) == 0)
        return capacity_csv_cell_trim ((CapacityCsvCell) { cell.text + n, cell.length - (guint) n, FALSE });
    }
  return cell;
}

/**
 * capacity_import_span_parse:
 * @text: (array length=length): valid UTF-8 without white space around it
 * @length: number of bytes
 * @order: how a date of numbers is read that does not begin with a year of four digits
 * @period: (out): the week, month, quarter or year
 *
 * Reads the first and last day of a period, such as "01.01.–31.01.2026" or "1.–7. janv. 2026". What spans half a year,
 * also by its name, is told apart from what is no period at all: there are no half-years.
 *
 * Returns: what was found
 */
CapacityImportDateOutcome
capacity_import_span_parse (const char              *text,
                            gsize                    length,
                            CapacityImportDateOrder  order,
                            CapacityPeriod          *period)
{
  if (length > MAX_LENGTH)
    return CAPACITY_IMPORT_DATE_INVALID;
  if (is_half_year (text, length))
    return CAPACITY_IMPORT_DATE_HALF_YEAR;
  for (gsize at = 1; at < length; at++)
    for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
      {
        gsize n = strlen (separators[i]);
        CapacityImportDateOutcome outcome;
        CapacityCsvCell from, to;

        if (length - at <= n || memcmp (text + at, separators[i], n) != 0)
          continue;
        from = capacity_csv_cell_trim ((CapacityCsvCell) { text, (guint) at, FALSE });
        to = capacity_csv_cell_trim ((CapacityCsvCell) { text + at + n, (guint) (length - at - n), FALSE });
        outcome = parse_ends (without_prefix (from), to, order, period);
        if (outcome != CAPACITY_IMPORT_DATE_INVALID)
          return outcome;
      }
  return CAPACITY_IMPORT_DATE_INVALID;
}
