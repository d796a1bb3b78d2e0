/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-guess-private.h"

#include <string.h>

#include "capacity-import-date.h"

#define N_QUARTERS 4
#define MAX_SPELLINGS 24

/* Which Roman numbers some texts are, a bit for each, how many texts are such, and how many of them could be no quarter. */
typedef struct
{
  guint seen;
  guint n;
  guint n_late;
} Romans;

static void
learn_roman (Romans     *romans,
             const char *text,
             gsize       length)
{
  CapacityPeriod month;

  if (!capacity_import_roman_parse (text, length, &month))
    return;
  romans->seen |= 1u << month.index % 12;
  romans->n++;
  romans->n_late += month.index % 12 >= N_QUARTERS;
}

/* Months beyond doubt: more of them than there are quarters, and each after another. "V" and "X" may be anything. */
static gboolean
are_months (const Romans *romans)
{
  guint seen = romans->seen;

  while (seen > 0 && (seen & 1) == 0)
    seen >>= 1;
  return romans->n_late > 0 && seen > 1 && (seen & (seen + 1)) == 0;
}

static void
take_romans (CapacityImportGuess *self,
             gboolean             months)
{
  self->plan->roman = months ? CAPACITY_IMPORT_ROMAN_MONTHS : CAPACITY_IMPORT_ROMAN_EITHER;
  self->plan->period_kind = months ? CAPACITY_PERIOD_MONTH : CAPACITY_PERIOD_QUARTER;
}

static gboolean
is_month (const char *name)
{
  CapacityPeriod period;

  return capacity_import_year_part_parse (name, strlen (name), 0, CAPACITY_PERIOD_MONTH, &period) == CAPACITY_IMPORT_DATE_OK
         && period.kind == CAPACITY_PERIOD_MONTH;
}

/* Returns whether the columns are named by Roman numbers. */
static gboolean
guess_across (CapacityImportGuess *self)
{
  Romans romans = { 0 };
  gboolean has_months = FALSE;

  for (guint i = 0; i < self->plan->n_columns; i++)
    {
      const char *name = self->plan->columns[i].name;

      learn_roman (&romans, name, strlen (name));
      has_months |= is_month (name);
    }
  if (romans.n < 2 || (!are_months (&romans) && (romans.n_late > 0 || has_months)))
    return FALSE;
  take_romans (self, are_months (&romans));
  return TRUE;
}

/* Returns whether the cells of the column are Roman numbers. */
static gboolean
guess_down (CapacityImportGuess *self,
            guint                column)
{
  CapacityImportFacts *facts = &self->facts[column];
  CapacityPeriodKind unit = CAPACITY_PERIOD_QUARTER;
  gboolean months;
  Romans romans = { 0 };

  if (facts->n_numbers > 0 || facts->n_distinct > MAX_SPELLINGS)
    return FALSE;
  for (guint row = self->first_row; row < capacity_import_sample_n_rows (self->sample); row++)
    {
      CapacityCsvCell cell = capacity_import_sample_get_cell (self->sample, row, column);

      learn_roman (&romans, cell.text, cell.length);
    }
  if (romans.n == 0 || romans.n * 10 < facts->n * 8)
    return FALSE;
  months = are_months (&romans)
           || (capacity_import_unit_parse (self->plan->columns[column].name, &unit) && unit == CAPACITY_PERIOD_MONTH);
  if (!months && romans.n_late > 0)
    return FALSE;
  if (months)
    facts->n_parts += romans.n_late;
  take_romans (self, months);
  return TRUE;
}

/**
 * capacity_import_guess_romans:
 * @self: a guess with a sample, facts and the columns' names
 *
 * Finds out whether "I", "II", "III" are months or quarters, where they stand without a word that says so: by a number that
 * no quarter has, or by the heading. Quarters are likelier where neither tells, until a person says that they are months.
 */
void
capacity_import_guess_romans (CapacityImportGuess *self)
{
  gboolean is_done = guess_across (self);

  for (guint i = 0; i < self->plan->n_columns && !is_done; i++)
    is_done = guess_down (self, i);
}
