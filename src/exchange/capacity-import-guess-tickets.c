/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-guess-private.h"

#include <string.h>

/* A column that names services repeats each of them; with more different texts it names cases. */
#define MAX_SERVICES 100

static gboolean
are_counts (const CapacityImportFacts *facts)
{
  return facts->n_counts > 0 && facts->n_counts == facts->n - facts->n_missing;
}

/* Whether the column counts persons, or what its header tells of them, rather than telling of each. */
static gboolean
counts_persons (const CapacityImportGuess *self,
                guint                      column)
{
  const char *name = self->plan->columns[column].name;

  return are_counts (&self->facts[column]) && capacity_vocabulary_privacy (name, strlen (name)) != CAPACITY_VOCABULARY_OPEN
         && capacity_vocabulary_may_count (name);
}

/**
 * capacity_import_guess_is_personal:
 * @self: a guess
 * @column: which column
 * @is_list: whether each row is a case, so that a client, an official or a remark is meant
 *
 * Returns: whether the column tells of persons
 */
gboolean
capacity_import_guess_is_personal (const CapacityImportGuess *self,
                                   guint                      column,
                                   gboolean                   is_list)
{
  const CapacityImportFacts *facts = &self->facts[column];
  const char *name = self->plan->columns[column].name;
  CapacityVocabularyPrivacy privacy = capacity_vocabulary_privacy (name, strlen (name));

  if (facts->n == 0 || counts_persons (self, column))
    return FALSE;
  if (facts->n_personal * 2 > facts->n || capacity_vocabulary_is_birth (name)
      || (privacy == CAPACITY_VOCABULARY_PERSONAL && facts->n_days == 0))
    return TRUE;
  return is_list && facts->n_days == 0
         && (privacy == CAPACITY_VOCABULARY_PERHAPS || facts->n_long * 2 > facts->n);
}

static gboolean
is_day_column (const CapacityImportGuess *self,
               guint                      column)
{
  const CapacityImportFacts *facts = &self->facts[column];
  CapacityVocabularyFlags flags = capacity_import_guess_header (self, column);
  gboolean is_named = (flags & (CAPACITY_VOCABULARY_ARRIVALS | CAPACITY_VOCABULARY_COMPLETIONS
                                | CAPACITY_VOCABULARY_PERIOD)) != 0;

  /* A name makes up for many cells at fault, so that they are reported rather than the column missed. */
  return facts->n_days > 0 && facts->n_days * 10 >= (facts->n - facts->n_missing) * (is_named ? 4 : 8)
         && !(flags & CAPACITY_VOCABULARY_STOCK);
}

/* Whether the column numbers the cases. */
static gboolean
is_identifier (const CapacityImportGuess *self,
               guint                      column)
{
  const CapacityImportFacts *facts = &self->facts[column];
  guint n = MIN (facts->n, CAPACITY_IMPORT_MAX_DISTINCT);

  return !is_day_column (self, column) && facts->n > 1 && facts->n_distinct * 10 >= n * 9;
}

typedef enum
{
  NUMBERS_NONE,
  NUMBERS_UNKNOWN, /* such as a priority */
  NUMBERS_VOLUMES,
} Numbers;

/* What the numbers of the column are: with volumes the file is a table of them. */
static Numbers
find_numbers (const CapacityImportGuess *self,
              guint                      column)
{
  CapacityVocabularyFlags flags = capacity_import_guess_header (self, column);
  CapacityVocabularyFlags volumes = CAPACITY_VOCABULARY_VALUE | CAPACITY_VOCABULARY_ARRIVALS
                                    | CAPACITY_VOCABULARY_COMPLETIONS | CAPACITY_VOCABULARY_STOCK
                                    | CAPACITY_VOCABULARY_TOTAL;

  if (!capacity_import_guess_is_numeric (self, column) || is_day_column (self, column)
      || capacity_import_guess_is_personal (self, column, TRUE) || (flags & CAPACITY_VOCABULARY_OTHER))
    return NUMBERS_NONE;
  if ((flags & volumes) || counts_persons (self, column))
    return NUMBERS_VOLUMES;
  return is_identifier (self, column) ? NUMBERS_NONE : NUMBERS_UNKNOWN;
}

typedef struct
{
  int received;
  int closed;
} Days;

/* The first column of days is that of the receipt, unless another one says so; one that says so is that of the
 * closing. A day by which something should be done is neither. */
static Days
find_days (const CapacityImportGuess *self)
{
  Days days = { -1, -1 };
  gboolean is_named = FALSE;

  for (guint i = 0; i < self->plan->n_columns; i++)
    {
      CapacityVocabularyFlags flags = capacity_import_guess_header (self, i);

      if (!is_day_column (self, i) || capacity_vocabulary_is_deadline (self->plan->columns[i].name)
          || capacity_import_guess_is_personal (self, i, TRUE))
        continue;
      if ((flags & CAPACITY_VOCABULARY_COMPLETIONS) || capacity_vocabulary_is_end (self->plan->columns[i].name))
        {
          days.closed = days.closed < 0 ? (int) i : days.closed;
          continue;
        }
      if (days.received < 0 || (!is_named && (flags & CAPACITY_VOCABULARY_ARRIVALS)))
        days.received = (int) i;
      is_named |= (flags & CAPACITY_VOCABULARY_ARRIVALS) != 0;
    }
  return days;
}

/* Whether each row has a day of its own, so that a number in it may be that day's. */
static gboolean
is_daily (const CapacityImportGuess *self,
          const Days                *days)
{
  const CapacityImportFacts *facts = &self->facts[days->received >= 0 ? days->received : days->closed];

  return facts->n_distinct == MIN (facts->n, CAPACITY_IMPORT_MAX_DISTINCT);
}

static gboolean
is_list (const CapacityImportGuess *self,
         const Days                *days)
{
  gboolean has_identifier = FALSE;
  gboolean has_persons = FALSE;
  gboolean has_both_days = days->received >= 0 && days->closed >= 0;
  Numbers numbers = NUMBERS_NONE;

  if (days->received < 0 && days->closed < 0)
    return FALSE;
  for (guint i = 0; i < self->plan->n_columns; i++)
    {
      numbers = MAX (numbers, find_numbers (self, i));
      has_identifier |= is_identifier (self, i)
                        && ((capacity_import_guess_header (self, i) & CAPACITY_VOCABULARY_OTHER)
                            || !are_counts (&self->facts[i]) || !is_daily (self, days));
      has_persons |= capacity_import_guess_is_personal (self, i, TRUE);
    }
  if (numbers == NUMBERS_NONE)
    return has_both_days || has_identifier || has_persons;
  return numbers == NUMBERS_UNKNOWN && has_identifier && (has_both_days || has_persons);
}

/* Takes the columns of text that tell what a case was about. */
static void
take_dimensions (CapacityImportGuess *self)
{
  CapacityImportPlan *plan = self->plan;

  for (guint i = 0; i < plan->n_columns; i++)
    {
      CapacityVocabularyFlags flags = capacity_import_guess_header (self, i);
      const CapacityImportFacts *facts = &self->facts[i];
      CapacityImportRole role = CAPACITY_IMPORT_ROLE_IGNORE;

      if (plan->columns[i].role != CAPACITY_IMPORT_ROLE_IGNORE
          || plan->columns[i].reason == CAPACITY_IMPORT_REASON_PERSONAL || facts->n == 0
          || is_day_column (self, i))
        continue;
      if (facts->n_kinds == facts->n_distinct && !(flags & CAPACITY_VOCABULARY_SERVICE))
        role = CAPACITY_IMPORT_ROLE_KIND;
      else if ((flags & CAPACITY_VOCABULARY_CHANNEL)
               || (facts->n_channels == facts->n_distinct && !(flags & CAPACITY_VOCABULARY_SERVICE)))
        role = CAPACITY_IMPORT_ROLE_CHANNEL;
      else if (capacity_import_guess_is_hour (self, i))
        role = CAPACITY_IMPORT_ROLE_HOUR;
      else if (capacity_vocabulary_is_site (plan->columns[i].name, strlen (plan->columns[i].name))
               && !(flags & CAPACITY_VOCABULARY_SERVICE))
        role = CAPACITY_IMPORT_ROLE_SITE;
      if (role != CAPACITY_IMPORT_ROLE_IGNORE && !capacity_import_plan_has_role (plan, role))
        capacity_import_guess_set_role (self, i, role);
    }
}

static gboolean
may_be_service (const CapacityImportGuess *self,
                guint                      column)
{
  const CapacityImportColumn *guessed = &self->plan->columns[column];
  const CapacityImportFacts *facts = &self->facts[column];

  return guessed->role == CAPACITY_IMPORT_ROLE_IGNORE && guessed->reason != CAPACITY_IMPORT_REASON_PERSONAL
         && !capacity_vocabulary_is_state (guessed->name) && facts->n > 0 && !is_day_column (self, column) && !capacity_import_guess_is_numeric (self, column)
         && facts->n_distinct <= MAX_SERVICES && (facts->n < 6 || facts->n_distinct * 2 <= facts->n);
}

/* One column names the service: by its header, or the first one that can. */
static void
take_service (CapacityImportGuess *self)
{
  int found = -1;

  for (guint i = 0; i < self->plan->n_columns; i++)
    {
      gboolean is_named = (capacity_import_guess_header (self, i) & CAPACITY_VOCABULARY_SERVICE) != 0;

      if (is_named && self->plan->columns[i].role == CAPACITY_IMPORT_ROLE_IGNORE
          && self->plan->columns[i].reason != CAPACITY_IMPORT_REASON_PERSONAL && !is_identifier (self, i))
        {
          found = (int) i;
          break;
        }
      if (found < 0 && may_be_service (self, i))
        found = (int) i;
    }
  if (found >= 0)
    capacity_import_guess_set_role (self, (guint) found, CAPACITY_IMPORT_ROLE_SERVICE);
}

/**
 * capacity_import_guess_tickets:
 * @self: a guess
 * @is_chosen: whether the user says that each row is a case
 *
 * Knows a list of cases: each row has the day it was received or closed, a number or a person, and no volumes.
 * The columns that tell of persons are dropped.
 *
 * Returns: whether it is one; the columns have their roles then
 */
gboolean
capacity_import_guess_tickets (CapacityImportGuess *self,
                               gboolean             is_chosen)
{
  Days days = find_days (self);

  if (!is_chosen && !is_list (self, &days))
    return FALSE;
  self->plan->layout = CAPACITY_IMPORT_LAYOUT_TICKETS;
  for (guint i = 0; i < self->plan->n_columns; i++)
    if (capacity_import_guess_is_personal (self, i, TRUE))
      capacity_import_guess_leave_out (self, i, CAPACITY_IMPORT_REASON_PERSONAL);
  if (days.received >= 0)
    capacity_import_guess_set_role (self, (guint) days.received, CAPACITY_IMPORT_ROLE_PERIOD);
  if (days.closed >= 0)
    capacity_import_guess_set_role (self, (guint) days.closed, CAPACITY_IMPORT_ROLE_CLOSED);
  take_dimensions (self);
  take_service (self);
  for (guint i = 0; i < self->plan->n_columns; i++)
    if (self->plan->columns[i].role == CAPACITY_IMPORT_ROLE_IGNORE
        && self->plan->columns[i].reason == CAPACITY_IMPORT_REASON_NONE && self->facts[i].n > 0)
      capacity_import_guess_leave_out (self, i, CAPACITY_IMPORT_REASON_TEXT);
  return TRUE;
}
