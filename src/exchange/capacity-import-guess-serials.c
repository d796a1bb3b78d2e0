/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-guess-private.h"

#include <string.h>

/* Whether a word of the header says that a day is meant even where another names volumes: "date of receipt". */
static gboolean
names_date (const char *header)
{
  CapacityVocabularyWords words;

  capacity_vocabulary_split (header, strlen (header), &words);
  for (guint i = 0; i < words.n_words; i++)
    if (g_str_has_prefix (words.words[i], "datum") || g_str_has_prefix (words.words[i], "date"))
      return TRUE;
  return FALSE;
}

static gboolean
is_date_header (const CapacityImportGuess *self,
                guint                      column)
{
  CapacityVocabularyFlags flags = capacity_import_guess_header (self, column);
  CapacityVocabularyFlags volumes = CAPACITY_VOCABULARY_VALUE | CAPACITY_VOCABULARY_OTHER
                                    | CAPACITY_VOCABULARY_ARRIVALS | CAPACITY_VOCABULARY_COMPLETIONS
                                    | CAPACITY_VOCABULARY_STOCK | CAPACITY_VOCABULARY_TOTAL;

  if (!(flags & (CAPACITY_VOCABULARY_PERIOD | CAPACITY_VOCABULARY_MONTH)))
    return FALSE;
  return !(flags & volumes) || names_date (self->plan->columns[column].name);
}

/**
 * capacity_import_guess_serials:
 * @self: a guess with a sample, facts and the columns' names
 *
 * Takes the numbers by which a spreadsheet keeps days for days where the header says that the column has dates: they
 * could be volumes as well.
 */
void
capacity_import_guess_serials (CapacityImportGuess *self)
{
  for (guint i = 0; i < self->plan->n_columns; i++)
    {
      CapacityImportFacts *facts = &self->facts[i];

      if (facts->n_serials == 0 || !is_date_header (self, i)
          || (facts->n_serials + facts->n_dates) * 10 < (facts->n - facts->n_missing) * 8)
        continue;
      facts->n_dates += facts->n_serials;
      facts->n_days += facts->n_serials;
      facts->n_numbers -= facts->n_serials;
    }
}
