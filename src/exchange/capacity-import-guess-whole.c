/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-guess-private.h"

#include <string.h>

#include "capacity-import-date.h"

/* Words of what adds several months up. */
static const char *const span_words[] = { "lidz", "sakuma", "kops", "pusgads", "pusgada", "until", "since", "through", NULL };

typedef enum
{
  SAYS_NOTHING,
  SAYS_PERIOD,
  SAYS_TOO_MUCH, /* several periods, or one that is no month or quarter */
} Saying;

static guint
number_of (const char *word)
{
  return strlen (word) <= 2 && g_ascii_isdigit (word[0]) ? (guint) g_ascii_strtoull (word, NULL, 10) : 0;
}

static int
year_of (const char *word)
{
  int year = strlen (word) == 4 ? (int) g_ascii_strtoll (word, NULL, 10) : 0;

  return year >= CAPACITY_YEAR_MIN && year <= CAPACITY_YEAR_MAX ? year : 0;
}

/* The quarter that a word names together with the number before it. */
static gboolean
parse_quarter (const char     *number,
               const char     *word,
               int             year,
               CapacityPeriod *period)
{
  g_autofree char *text = g_strdup_printf ("%s %s", number, word);

  return capacity_import_year_part_parse (text, strlen (text), year, CAPACITY_PERIOD_QUARTER, period)
         == CAPACITY_IMPORT_DATE_OK
         && period->kind == CAPACITY_PERIOD_QUARTER;
}

/* What the word at @at says together with the one before it. */
static Saying
read_word (const CapacityVocabularyWords *words,
           guint                          at,
           int                            year,
           CapacityPeriod                *period)
{
  const char *word = words->words[at];
  const char *before = at > 0 ? words->words[at - 1] : "";
  int month = capacity_vocabulary_month (word);
  CapacityPeriodKind unit;

  if (g_strv_contains (span_words, word))
    return SAYS_TOO_MUCH;
  if (month > 0)
    {
      *period = capacity_month (year, month);
      /* "5. februārī" is the day of a signature. */
      return number_of (before) == 0 || number_of (before) == (guint) month ? SAYS_PERIOD : SAYS_NOTHING;
    }
  if (strlen (word) < 3 || !capacity_import_unit_parse (word, &unit))
    return SAYS_NOTHING;
  if (unit == CAPACITY_PERIOD_QUARTER && parse_quarter (before, word, year, period))
    return SAYS_PERIOD;
  /* "10 mēneši". */
  return unit != CAPACITY_PERIOD_QUARTER && number_of (before) > 0 ? SAYS_TOO_MUCH : SAYS_NOTHING;
}

/* The month beside the year in the name of a file: "VPVKAC_01_2026". With a day too it is no month. */
static Saying
read_numbers (const CapacityVocabularyWords *words,
              guint                          year_at,
              CapacityPeriod                *period)
{
  int year = year_of (words->words[year_at]);
  guint month = 0, month_at = 0, n = 0;

  for (guint i = 0; i < words->n_words; i++)
    if (strlen (words->words[i]) == 2 && number_of (words->words[i]) > 0)
      {
        month = number_of (words->words[i]);
        month_at = i;
        n++;
      }
  /* "2011-12" is a year of school. */
  if (n != 1 || month > 12 || (month_at + 1 != year_at && month_at != year_at + 1) || (int) month == year % 100 + 1)
    return SAYS_NOTHING;
  *period = capacity_month (year, (int) month);
  return SAYS_PERIOD;
}

/* Adds what a text says to what others said. */
static void
add_saying (Saying         *so_far,
            CapacityPeriod *period,
            Saying          saying,
            CapacityPeriod  said)
{
  if (saying == SAYS_NOTHING || *so_far == SAYS_TOO_MUCH)
    return;
  if (saying == SAYS_PERIOD && *so_far == SAYS_PERIOD && (said.kind != period->kind || said.index != period->index))
    saying = SAYS_TOO_MUCH;
  *so_far = saying;
  *period = said;
}

/* Reads the one period that a text names; its year may stand elsewhere where the text is the name of a sheet or file. */
static Saying
read_text (const char     *text,
           gsize           length,
           int             year,
           CapacityPeriod *period)
{
  CapacityVocabularyWords words;
  Saying saying = SAYS_NOTHING;
  gboolean is_name = year != 0;
  int year_at = -1;

  capacity_vocabulary_split (text, length, &words);
  for (guint i = 0; i < words.n_words; i++)
    if (year_of (words.words[i]) != 0)
      {
        if (year_at >= 0 && year_of (words.words[i]) != year)
          return SAYS_TOO_MUCH;
        year_at = (int) i;
        year = year_of (words.words[i]);
      }
  for (guint i = 0; i < words.n_words && year != 0; i++)
    {
      CapacityPeriod said = { CAPACITY_PERIOD_DAY, 0 };

      add_saying (&saying, period, read_word (&words, i, year, &said), said);
    }
  if (saying == SAYS_NOTHING && is_name && year_at >= 0)
    return read_numbers (&words, (guint) year_at, period);
  return saying;
}

static gboolean
names_period (const CapacityImportGuess *self,
              guint                      column)
{
  CapacityVocabularyFlags periods = CAPACITY_VOCABULARY_PERIOD | CAPACITY_VOCABULARY_YEAR | CAPACITY_VOCABULARY_MONTH;
  CapacityVocabularyFlags flags = capacity_import_guess_header (self, column);

  if (!(flags & periods) && self->facts[column].n_dates * 2 <= self->facts[column].n)
    return FALSE;
  return !capacity_import_guess_is_numeric (self, column) || ((flags & periods) && !(flags & ~periods));
}

/* Whether no column tells a period, not even one that could not be read. */
static gboolean
lacks_period (const CapacityImportGuess *self)
{
  const CapacityImportPlan *plan = self->plan;

  if (plan->n_header_rows == 0 || capacity_import_plan_has_role (plan, CAPACITY_IMPORT_ROLE_PERIOD)
      || capacity_import_plan_has_role (plan, CAPACITY_IMPORT_ROLE_YEAR)
      || capacity_import_plan_has_role (plan, CAPACITY_IMPORT_ROLE_MONTH))
    return FALSE;
  for (guint i = 0; i < plan->n_columns; i++)
    if (names_period (self, i))
      return FALSE;
  return plan->layout == CAPACITY_IMPORT_LAYOUT_LONG || plan->layout == CAPACITY_IMPORT_LAYOUT_SERVICES_ACROSS;
}

/**
 * capacity_import_guess_whole:
 * @self: a guess whose columns have roles
 * @sheet: (nullable): the name of the sheet
 * @name: the name of the file
 *
 * Finds the month or quarter of all rows where no column tells one: the title says it, or else the sheet's or file's name.
 * Where they name several, or what adds some up, there is none.
 */
void
capacity_import_guess_whole (CapacityImportGuess *self,
                             const char          *sheet,
                             const char          *name)
{
  CapacityImportPlan *plan = self->plan;
  CapacityPeriod period = { CAPACITY_PERIOD_DAY, 0 };
  Saying saying = SAYS_NOTHING;

  if (!lacks_period (self))
    return;
  for (guint row = 0; row < plan->n_title_rows; row++)
    for (guint i = 0; i < capacity_import_sample_get_row (self->sample, row)->n_cells; i++)
      {
        CapacityCsvCell cell = capacity_import_sample_get_cell (self->sample, row, i);
        CapacityPeriod said = { CAPACITY_PERIOD_DAY, 0 };

        add_saying (&saying, &period, read_text (cell.text, cell.length, 0, &said), said);
      }
  if (saying == SAYS_NOTHING && sheet != NULL)
    saying = read_text (sheet, strlen (sheet), plan->year, &period);
  if (saying == SAYS_NOTHING)
    saying = read_text (name, strlen (name), plan->year, &period);
  if (saying == SAYS_PERIOD)
    plan->whole = period;
}
