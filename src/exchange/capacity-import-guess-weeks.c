/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-guess-private.h"

#include <string.h>

#include "capacity-import-date.h"

/* What may stand beside "nedēļa": "vidējais ilgums nedēļās" and "nedēļas diena" are no weeks. */
static const char *const week_fillers[] = {
  "nr", "no", "numurs", "number", "kalendara", "calendar", "iso", "gada", "of", "the", "year", NULL,
};

static gboolean
names_week (const char *name)
{
  CapacityVocabularyWords words;
  CapacityPeriodKind unit;

  if (!capacity_import_unit_parse (name, &unit) || unit != CAPACITY_PERIOD_WEEK)
    return FALSE;
  capacity_vocabulary_split (name, strlen (name), &words);
  for (guint i = 0; i < words.n_words; i++)
    if (!capacity_import_unit_parse (words.words[i], &unit) && !g_strv_contains (week_fillers, words.words[i]))
      return FALSE;
  return TRUE;
}

/**
 * capacity_import_guess_is_week:
 * @self: a guess
 * @column: which column
 *
 * Returns: whether the cells are the numbers of weeks of a year that stands in another column
 */
gboolean
capacity_import_guess_is_week (const CapacityImportGuess *self,
                               guint                      column)
{
  guint n = 0, n_weeks = 0;

  if (!names_week (self->plan->columns[column].name))
    return FALSE;
  for (guint row = self->first_row; row < capacity_import_sample_n_rows (self->sample); row++)
    {
      CapacityCsvCell cell = capacity_import_sample_get_cell (self->sample, row, column);
      CapacityPeriod week;

      if (cell.length == 0 || capacity_import_sample_is_total (self->sample, row))
        continue;
      n++;
      n_weeks += capacity_import_year_part_parse (cell.text, cell.length, 2000, CAPACITY_PERIOD_WEEK, &week)
                 == CAPACITY_IMPORT_DATE_OK
                 && week.kind == CAPACITY_PERIOD_WEEK;
    }
  return n > 0 && n_weeks * 10 >= n * 8;
}
