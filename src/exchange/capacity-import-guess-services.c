/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-guess-private.h"

#include <string.h>

/* With more columns joined a name says less than the sum of the rows does. */
#define MAX_SERVICE_COLUMNS 3

/* A column of text that may name the row. */
static gboolean
is_text (const CapacityImportGuess *self,
         guint                      column)
{
  const CapacityImportColumn *guessed = &self->plan->columns[column];

  return guessed->role == CAPACITY_IMPORT_ROLE_IGNORE && guessed->reason != CAPACITY_IMPORT_REASON_PERSONAL
         && self->facts[column].n > self->facts[column].n_missing && !capacity_import_guess_is_hour (self, column)
         && !capacity_import_guess_is_numeric (self, column) && capacity_import_guess_rate_period (self, column) == 0;
}

static guint
n_periods (const CapacityImportGuess *self)
{
  for (guint i = 0; i < self->plan->n_columns; i++)
    if (self->plan->columns[i].role == CAPACITY_IMPORT_ROLE_PERIOD
        || self->plan->columns[i].role == CAPACITY_IMPORT_ROLE_MONTH)
      return self->facts[i].n_distinct;
  return 1;
}

/* A text that each row has for itself, such as the number of a case: no name of something that is counted
 * again and again. That can be told only of a whole file with several periods. */
static gboolean
is_unique (const CapacityImportGuess *self,
           guint                      column)
{
  const CapacityImportFacts *facts = &self->facts[column];

  return self->sample->is_whole && n_periods (self) > 1 && facts->n > 5
         && facts->n_distinct * 10 >= MIN (facts->n, CAPACITY_IMPORT_MAX_DISTINCT) * 9;
}

/* Gives the kinds, channels and measures their columns, when all texts of a column are such or the header
 * says so. */
static void
guess_dimensions (CapacityImportGuess *self)
{
  for (guint i = 0; i < self->plan->n_columns; i++)
    {
      const CapacityImportFacts *facts = &self->facts[i];
      CapacityVocabularyFlags flags = capacity_import_guess_header (self, i);
      CapacityImportRole role = CAPACITY_IMPORT_ROLE_IGNORE;

      if (!is_text (self, i))
        continue;
      if (facts->n_kinds == facts->n_distinct
          && !(flags & (CAPACITY_VOCABULARY_SERVICE | CAPACITY_VOCABULARY_MEASURE)))
        role = CAPACITY_IMPORT_ROLE_KIND;
      else if ((flags & CAPACITY_VOCABULARY_CHANNEL)
               || (facts->n_channels == facts->n_distinct && !(flags & CAPACITY_VOCABULARY_SERVICE)))
        role = CAPACITY_IMPORT_ROLE_CHANNEL;
      else if (capacity_vocabulary_is_site (self->plan->columns[i].name, strlen (self->plan->columns[i].name))
               && !(flags & CAPACITY_VOCABULARY_SERVICE))
        role = CAPACITY_IMPORT_ROLE_SITE;
      else if (facts->n_measures > 0 && ((flags & CAPACITY_VOCABULARY_MEASURE)
                                         || (facts->n_measures == facts->n_distinct && facts->n_distinct > 1
                                             && !(flags & CAPACITY_VOCABULARY_SERVICE))))
        role = CAPACITY_IMPORT_ROLE_MEASURE;
      if (role != CAPACITY_IMPORT_ROLE_IGNORE && !capacity_import_plan_has_role (self->plan, role))
        capacity_import_guess_set_role (self, i, role);
    }
}

static gboolean
tells_rows_apart (CapacityImportRole role,
                  gboolean           with_period)
{
  if (role == CAPACITY_IMPORT_ROLE_PERIOD || role == CAPACITY_IMPORT_ROLE_YEAR || role == CAPACITY_IMPORT_ROLE_MONTH)
    return with_period;
  return role != CAPACITY_IMPORT_ROLE_IGNORE && role != CAPACITY_IMPORT_ROLE_VALUE;
}

/* The cells of a row that tell it from others, joined and folded. */
static char *
dup_row_key (const CapacityImportGuess *self,
             guint                      row,
             gboolean                   with_period)
{
  g_autoptr (GString) key = g_string_new (NULL);

  for (guint i = 0; i < self->plan->n_columns; i++)
    if (tells_rows_apart (self->plan->columns[i].role, with_period))
      {
        CapacityCsvCell cell = capacity_import_sample_get_cell (self->sample, row, i);

        g_string_append_len (key, cell.text, cell.length);
        g_string_append_c (key, '\037');
      }
  return g_utf8_casefold (key->str, (gssize) key->len);
}

/* Number of different rows of the sample, by the columns in use, and how many repeat one of them. */
static guint
count_different (const CapacityImportGuess *self,
                 gboolean                   with_period,
                 guint                     *n_repeated)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  *n_repeated = 0;
  for (guint row = self->first_row; row < capacity_import_sample_n_rows (self->sample); row++)
    if (capacity_import_sample_get_row (self->sample, row)->n_filled > 1
        && !capacity_import_sample_is_total (self->sample, row))
      *n_repeated += !g_hash_table_add (known, dup_row_key (self, row, with_period));
  return g_hash_table_size (known);
}

static guint
take_named_services (CapacityImportGuess *self)
{
  guint n = 0;

  for (guint i = 0; i < self->plan->n_columns && n < MAX_SERVICE_COLUMNS; i++)
    if (is_text (self, i) && !is_unique (self, i)
        && (capacity_import_guess_header (self, i) & CAPACITY_VOCABULARY_SERVICE))
      {
        capacity_import_guess_set_role (self, i, CAPACITY_IMPORT_ROLE_SERVICE);
        n++;
      }
  return n;
}

static guint
take_varied_services (CapacityImportGuess *self)
{
  guint n = 0;

  for (guint i = 0; i < self->plan->n_columns && n < MAX_SERVICE_COLUMNS; i++)
    if (is_text (self, i) && !is_unique (self, i) && self->facts[i].n_distinct > 1)
      {
        capacity_import_guess_set_role (self, i, CAPACITY_IMPORT_ROLE_SERVICE);
        n++;
      }
  return n;
}

/* A text that is the same in all rows is a name too, if there is no other; better one that is not just
 * "total". */
static guint
take_constant_service (CapacityImportGuess *self)
{
  int found = -1;

  for (guint i = 0; i < self->plan->n_columns; i++)
    {
      CapacityCsvCell cell = capacity_import_sample_get_cell (self->sample, self->first_row, i);

      if (is_text (self, i) && !is_unique (self, i)
          && (found < 0 || !capacity_vocabulary_is_total (cell.text, cell.length)))
        found = (int) i;
    }
  if (found >= 0)
    capacity_import_guess_set_role (self, (guint) found, CAPACITY_IMPORT_ROLE_SERVICE);
  return found >= 0;
}

/* Places are all that tells the rows apart: what is done in each of them is a service of its own. */
static guint
take_site_for_service (CapacityImportGuess *self)
{
  int site = capacity_import_plan_find_role (self->plan, CAPACITY_IMPORT_ROLE_SITE);

  if (site >= 0)
    capacity_import_guess_set_role (self, (guint) site, CAPACITY_IMPORT_ROLE_SERVICE);
  return site >= 0;
}

static gboolean
is_code (const CapacityImportGuess *self,
         guint                      column)
{
  return (capacity_import_guess_header (self, column) & CAPACITY_VOCABULARY_CODE) != 0;
}

/* Leaves out, of the columns that are codes or of those that are not, those that say nothing new beside others: the later
 * column stays. */
static guint
drop_redundant_services (CapacityImportGuess *self,
                         gboolean             are_codes,
                         guint                n)
{
  guint ignored;
  guint n_different = count_different (self, FALSE, &ignored);

  for (guint i = 0; i < self->plan->n_columns && n > 1; i++)
    {
      if (self->plan->columns[i].role != CAPACITY_IMPORT_ROLE_SERVICE || is_code (self, i) != are_codes)
        continue;
      capacity_import_guess_leave_out (self, i, CAPACITY_IMPORT_REASON_TEXT);
      if (count_different (self, FALSE, &ignored) == n_different)
        n--;
      else
        capacity_import_guess_set_role (self, i, CAPACITY_IMPORT_ROLE_SERVICE);
    }
  return n;
}

/* Number of different rows where only the column of that role names the service. */
static guint
count_named_by (CapacityImportGuess *self,
                CapacityImportRole   role)
{
  g_autofree CapacityImportRole *roles = g_new (CapacityImportRole, self->plan->n_columns);
  guint n_different, ignored;

  for (guint i = 0; i < self->plan->n_columns; i++)
    {
      CapacityImportColumn *column = &self->plan->columns[i];

      roles[i] = column->role;
      if (role != column->role && (column->role == CAPACITY_IMPORT_ROLE_SERVICE || column->role == CAPACITY_IMPORT_ROLE_CODE))
        column->role = CAPACITY_IMPORT_ROLE_IGNORE;
    }
  n_different = count_different (self, FALSE, &ignored);
  for (guint i = 0; i < self->plan->n_columns; i++)
    self->plan->columns[i].role = roles[i];

  return n_different;
}

/* Each service has a code of its own, and each code one service. */
static gboolean
are_alike (CapacityImportGuess *self)
{
  guint ignored;
  guint n_different = count_different (self, FALSE, &ignored);

  return count_named_by (self, CAPACITY_IMPORT_ROLE_SERVICE) == n_different
         && count_named_by (self, CAPACITY_IMPORT_ROLE_CODE) == n_different;
}

/* The column of the codes of the services, beside that of their names; codes may be numbers. */
static void
take_code (CapacityImportGuess *self)
{
  for (guint i = 0; i < self->plan->n_columns; i++)
    {
      CapacityImportColumn *column = &self->plan->columns[i];
      CapacityImportReason reason = column->reason;

      if (column->role != CAPACITY_IMPORT_ROLE_IGNORE || reason == CAPACITY_IMPORT_REASON_PERSONAL || !is_code (self, i)
          || self->facts[i].n == self->facts[i].n_missing)
        continue;
      capacity_import_guess_set_role (self, i, CAPACITY_IMPORT_ROLE_CODE);
      if (are_alike (self))
        return;
      capacity_import_guess_leave_out (self, i, reason);
    }
}

/* Adds columns of text as long as rows of one period cannot be told apart. What still cannot are parts of one
 * number if the file tells each of them by a text of its own. */
static void
tell_rows_apart (CapacityImportGuess *self,
                 guint                n)
{
  gboolean has_own_texts = FALSE;
  guint n_repeated;

  count_different (self, TRUE, &n_repeated);
  for (guint i = 0; i < self->plan->n_columns && n_repeated > 0 && n < MAX_SERVICE_COLUMNS; i++)
    {
      guint n_before = n_repeated;

      if (!is_text (self, i) || is_unique (self, i))
        continue;
      capacity_import_guess_set_role (self, i, CAPACITY_IMPORT_ROLE_SERVICE);
      count_different (self, TRUE, &n_repeated);
      if (n_repeated < n_before)
        n++;
      else
        capacity_import_guess_leave_out (self, i, CAPACITY_IMPORT_REASON_TEXT);
    }
  for (guint i = 0; i < self->plan->n_columns; i++)
    has_own_texts |= is_text (self, i) && self->facts[i].n_distinct > 1;
  if (n_repeated > 0 && has_own_texts)
    self->plan->duplicates = CAPACITY_IMPORT_DUPLICATES_SUM;
}

/**
 * capacity_import_guess_services:
 * @self: a guess whose columns of periods and volumes have their roles
 *
 * Finds the columns of text that tell the series apart: kind, channel, measure and the service.
 */
void
capacity_import_guess_services (CapacityImportGuess *self)
{
  guint n;

  guess_dimensions (self);
  n = take_named_services (self);
  if (n == 0)
    n = take_varied_services (self);
  if (n == 0)
    n = take_site_for_service (self);
  if (n == 0)
    n = take_constant_service (self);
  n = drop_redundant_services (self, TRUE, n);
  n = drop_redundant_services (self, FALSE, n);
  if (n > 0)
    take_code (self);
  tell_rows_apart (self, n);
  for (guint i = 0; i < self->plan->n_columns; i++)
    if (self->plan->columns[i].role == CAPACITY_IMPORT_ROLE_IGNORE
        && self->plan->columns[i].reason == CAPACITY_IMPORT_REASON_NONE && self->facts[i].n > 0)
      capacity_import_guess_leave_out (self, i, CAPACITY_IMPORT_REASON_TEXT);
}
