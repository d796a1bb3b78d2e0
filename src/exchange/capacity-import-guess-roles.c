/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-guess-private.h"

#include <string.h>

#include "capacity-import-date.h"

/* With more columns joined a name says less than the sum of the rows does. */
#define MAX_SERVICE_COLUMNS 3
#define MAX_CODES 12

static CapacityVocabularyFlags
header_flags (const CapacityImportGuess *self,
              guint                      column)
{
  const char *name = self->plan->columns[column].name;

  return capacity_vocabulary_header (name, strlen (name), NULL);
}

static gboolean
names_measure (const CapacityImportGuess *self,
               guint                      column,
               CapacityMeasure           *measure,
               guint                     *rank)
{
  const char *name = self->plan->columns[column].name;

  return capacity_vocabulary_measure (name, strlen (name), measure, rank);
}

static void
set_role (CapacityImportGuess *self,
          guint                column,
          CapacityImportRole   role)
{
  self->plan->columns[column].role = role;
  self->plan->columns[column].reason = CAPACITY_IMPORT_REASON_NONE;
}

static void
leave_out (CapacityImportGuess  *self,
           guint                 column,
           CapacityImportReason  reason)
{
  self->plan->columns[column].role = CAPACITY_IMPORT_ROLE_IGNORE;
  self->plan->columns[column].reason = reason;
}

static gboolean
is_mostly (guint n,
           guint of)
{
  return of > 0 && n * 10 >= of * 8;
}

/* A column of numbers by its cells; its header may say that they are names after all. */
static gboolean
is_numeric (const CapacityImportGuess *self,
            guint                      column)
{
  const CapacityImportFacts *facts = &self->facts[column];
  CapacityVocabularyFlags flags = header_flags (self, column);
  CapacityVocabularyFlags volumes = CAPACITY_VOCABULARY_VALUE | CAPACITY_VOCABULARY_OTHER
                                    | CAPACITY_VOCABULARY_ARRIVALS | CAPACITY_VOCABULARY_COMPLETIONS
                                    | CAPACITY_VOCABULARY_STOCK | CAPACITY_VOCABULARY_TOTAL;

  if (facts->n == 0 || facts->n_numbers == 0)
    return FALSE;
  if (!(flags & volumes) && (flags & CAPACITY_VOCABULARY_SERVICE))
    return FALSE;
  if (!(flags & volumes) && (flags & CAPACITY_VOCABULARY_KIND) && facts->n_distinct <= MAX_CODES
      && facts->n_distinct * 2 <= facts->n)
    return FALSE;
  if ((flags & volumes) && facts->n_numbers * 3 >= facts->n - facts->n_missing)
    return TRUE;
  return is_mostly (facts->n_numbers, facts->n - facts->n_missing);
}

/* How well the column suits as the one of periods; 0 when it does not. Numbers such as 202611 or 2026 do only when the
 * header says so or when they stand in front. */
static guint
rate_period (const CapacityImportGuess *self,
             guint                      column)
{
  const CapacityImportFacts *facts = &self->facts[column];
  gboolean is_named = (header_flags (self, column) & (CAPACITY_VOCABULARY_PERIOD | CAPACITY_VOCABULARY_YEAR
                                                      | CAPACITY_VOCABULARY_MONTH)) != 0;
  gboolean are_numbers = is_mostly (facts->n_numbers, facts->n);
  CapacityMeasure measure;

  if (!is_mostly (facts->n_dates, facts->n))
    return 0;
  if (are_numbers && !is_named && (column > 0 || facts->n_dates < facts->n))
    return 0;
  if (are_numbers && names_measure (self, column, &measure, NULL))
    return 0;
  return 1 + 4 * is_named + 2 * !are_numbers + 8 * (facts->n_years * 2 < facts->n_dates);
}

static int
find_period (const CapacityImportGuess *self)
{
  guint best = 0;
  int found = -1;

  for (guint i = 0; i < self->plan->n_columns; i++)
    if (rate_period (self, i) > best)
      {
        best = rate_period (self, i);
        found = (int) i;
      }
  return found;
}

/* The column of months beside one of years: by names of months, or by the header. */
static int
find_month (const CapacityImportGuess *self,
            guint                      year_column)
{
  for (guint i = 0; i < self->plan->n_columns; i++)
    {
      const CapacityImportFacts *facts = &self->facts[i];

      if (i != year_column && is_mostly (facts->n_parts, facts->n)
          && (facts->n_numbers == 0 || (header_flags (self, i) & CAPACITY_VOCABULARY_MONTH)))
        return (int) i;
    }
  return -1;
}

static void
guess_period_columns (CapacityImportGuess *self)
{
  int period = find_period (self);
  int month;

  if (period < 0)
    {
      month = find_month (self, G_MAXUINT);
      if (month >= 0 && self->facts[month].n_numbers == 0)
        set_role (self, (guint) month, CAPACITY_IMPORT_ROLE_MONTH);
      return;
    }
  month = self->facts[period].n_years * 2 > self->facts[period].n_dates ? find_month (self, (guint) period) : -1;
  set_role (self, (guint) period, month >= 0 ? CAPACITY_IMPORT_ROLE_YEAR : CAPACITY_IMPORT_ROLE_PERIOD);
  if (month >= 0)
    set_role (self, (guint) month, CAPACITY_IMPORT_ROLE_MONTH);
}

static gboolean
has_letter (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* Whether the column's name is a period, or the month or quarter of a year that stands elsewhere. */
static gboolean
parse_name (CapacityImportGuess *self,
            guint                column)
{
  CapacityImportColumn *named = &self->plan->columns[column];

  named->needs_year = FALSE;
  if (capacity_import_date_parse (named->name, strlen (named->name), CAPACITY_IMPORT_DATE_ORDER_DMY, &named->period)
      == CAPACITY_IMPORT_DATE_OK)
    return TRUE;
  named->needs_year = has_letter (named->name)
                      && capacity_import_year_part_parse (named->name, strlen (named->name), 0, &named->period)
                         == CAPACITY_IMPORT_DATE_OK
                      && named->period.kind != CAPACITY_PERIOD_WEEK;
  return named->needs_year;
}

/* Gives the columns whose names are periods their roles. Returns whether there are two at least. */
static gboolean
guess_periods_across (CapacityImportGuess *self)
{
  CapacityImportPlan *plan = self->plan;
  guint n = 0;

  for (guint i = 0; i < plan->n_columns; i++)
    n += parse_name (self, i) && (is_numeric (self, i) || self->facts[i].n == self->facts[i].n_missing);
  if (n < 2)
    return FALSE;
  plan->layout = CAPACITY_IMPORT_LAYOUT_PERIODS_ACROSS;
  for (guint i = 0; i < plan->n_columns; i++)
    if (parse_name (self, i))
      set_role (self, i, CAPACITY_IMPORT_ROLE_VALUE);
    else if (is_numeric (self, i))
      leave_out (self, i, header_flags (self, i) & CAPACITY_VOCABULARY_TOTAL ? CAPACITY_IMPORT_REASON_TOTAL
                                                                             : CAPACITY_IMPORT_REASON_UNKNOWN);
  return TRUE;
}

/* Takes the column whose header names the measure best. Returns whether there is one. */
static gboolean
take_measure (CapacityImportGuess *self,
              CapacityMeasure      wanted)
{
  guint best = 0;
  int found = -1;

  for (guint i = 0; i < self->plan->n_columns; i++)
    {
      CapacityMeasure measure;
      guint rank;

      if (self->plan->columns[i].role != CAPACITY_IMPORT_ROLE_IGNORE || !is_numeric (self, i)
          || !names_measure (self, i, &measure, &rank) || measure != wanted)
        continue;
      leave_out (self, i, CAPACITY_IMPORT_REASON_BETTER_COLUMN);
      if (found < 0 || rank > best)
        {
          best = rank;
          found = (int) i;
        }
    }
  if (found < 0)
    return FALSE;
  set_role (self, (guint) found, CAPACITY_IMPORT_ROLE_VALUE);
  self->plan->columns[found].measure = wanted;
  return TRUE;
}

/* The reason why a column of numbers that names no measure would be left out. */
static CapacityImportReason
reason_of_numbers (const CapacityImportGuess *self,
                   guint                      column)
{
  CapacityVocabularyFlags flags = header_flags (self, column);

  if (flags & CAPACITY_VOCABULARY_OTHER)
    return CAPACITY_IMPORT_REASON_OTHER_MEASURE;
  return flags & CAPACITY_VOCABULARY_TOTAL ? CAPACITY_IMPORT_REASON_TOTAL : CAPACITY_IMPORT_REASON_UNKNOWN;
}

/* With no measure named, columns of numbers are the arrivals: of one service if it is one column, one is called "value"
 * or none has a name, of several services otherwise, by their headers. */
static void
take_unnamed (CapacityImportGuess *self)
{
  CapacityImportPlan *plan = self->plan;
  guint n = 0;
  int first = -1, generic = -1, total = -1;

  for (guint i = 0; i < plan->n_columns; i++)
    {
      if (plan->columns[i].reason == CAPACITY_IMPORT_REASON_TOTAL && total < 0)
        total = (int) i;
      if (plan->columns[i].reason != CAPACITY_IMPORT_REASON_UNKNOWN)
        continue;
      n++;
      first = first < 0 ? (int) i : first;
      if (generic < 0 && (header_flags (self, i) & CAPACITY_VOCABULARY_VALUE))
        generic = (int) i;
    }
  if (generic >= 0 || n == 1 || (n > 1 && plan->n_header_rows == 0))
    set_role (self, (guint) (generic >= 0 ? generic : first), CAPACITY_IMPORT_ROLE_VALUE);
  else if (n == 0 && total >= 0)
    set_role (self, (guint) total, CAPACITY_IMPORT_ROLE_VALUE);
  else if (n > 1)
    plan->layout = CAPACITY_IMPORT_LAYOUT_SERVICES_ACROSS;
  for (guint i = 0; i < plan->n_columns && plan->layout == CAPACITY_IMPORT_LAYOUT_SERVICES_ACROSS; i++)
    if (plan->columns[i].reason == CAPACITY_IMPORT_REASON_UNKNOWN)
      set_role (self, i, CAPACITY_IMPORT_ROLE_VALUE);
}

static void
guess_values (CapacityImportGuess *self,
              gboolean             keep_layout)
{
  CapacityImportPlan *plan = self->plan;
  gboolean has_measure = FALSE;

  for (guint i = 0; i < plan->n_columns; i++)
    if (plan->columns[i].role == CAPACITY_IMPORT_ROLE_IGNORE && is_numeric (self, i))
      leave_out (self, i, reason_of_numbers (self, i));
  if (!keep_layout || plan->layout == CAPACITY_IMPORT_LAYOUT_LONG)
    for (int measure = 0; measure < CAPACITY_N_MEASURES; measure++)
      has_measure |= take_measure (self, (CapacityMeasure) measure);
  if (!has_measure)
    take_unnamed (self);
  if (keep_layout && plan->layout == CAPACITY_IMPORT_LAYOUT_SERVICES_ACROSS)
    for (guint i = 0; i < plan->n_columns; i++)
      if (plan->columns[i].reason == CAPACITY_IMPORT_REASON_UNKNOWN)
        set_role (self, i, CAPACITY_IMPORT_ROLE_VALUE);
}

/* A column of text that may name the row. */
static gboolean
is_text (const CapacityImportGuess *self,
         guint                      column)
{
  const CapacityImportColumn *guessed = &self->plan->columns[column];

  return guessed->role == CAPACITY_IMPORT_ROLE_IGNORE && self->facts[column].n > self->facts[column].n_missing
         && !is_numeric (self, column) && rate_period (self, column) == 0;
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

/* A text that each row has for itself, such as the number of a case: no name of something that is counted again and
 * again. That can be told only of a whole file with several periods. */
static gboolean
is_unique (const CapacityImportGuess *self,
           guint                      column)
{
  const CapacityImportFacts *facts = &self->facts[column];

  return self->sample->is_whole && n_periods (self) > 1 && facts->n > 5
         && facts->n_distinct * 10 >= MIN (facts->n, CAPACITY_IMPORT_MAX_DISTINCT) * 9;
}

/* Gives the kinds, channels and measures their columns, when all texts of a column are such or the header says so. */
static void
guess_dimensions (CapacityImportGuess *self)
{
  for (guint i = 0; i < self->plan->n_columns; i++)
    {
      const CapacityImportFacts *facts = &self->facts[i];
      CapacityVocabularyFlags flags = header_flags (self, i);
      CapacityImportRole role = CAPACITY_IMPORT_ROLE_IGNORE;

      if (!is_text (self, i))
        continue;
      if (facts->n_kinds == facts->n_distinct && !(flags & (CAPACITY_VOCABULARY_SERVICE | CAPACITY_VOCABULARY_MEASURE)))
        role = CAPACITY_IMPORT_ROLE_KIND;
      else if ((flags & CAPACITY_VOCABULARY_CHANNEL)
               || (facts->n_channels == facts->n_distinct && !(flags & CAPACITY_VOCABULARY_SERVICE)))
        role = CAPACITY_IMPORT_ROLE_CHANNEL;
      else if (facts->n_measures > 0 && ((flags & CAPACITY_VOCABULARY_MEASURE)
                                         || (facts->n_measures == facts->n_distinct && facts->n_distinct > 1
                                             && !(flags & CAPACITY_VOCABULARY_SERVICE))))
        role = CAPACITY_IMPORT_ROLE_MEASURE;
      if (role != CAPACITY_IMPORT_ROLE_IGNORE && !capacity_import_plan_has_role (self->plan, role))
        set_role (self, i, role);
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

/* The cells of a row that tell it from others, joined. */
static char *
dup_row_key (const CapacityImportGuess *self,
             guint                      row,
             gboolean                   with_period)
{
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < self->plan->n_columns; i++)
    if (tells_rows_apart (self->plan->columns[i].role, with_period))
      {
        CapacityCsvCell cell = capacity_import_sample_get_cell (self->sample, row, i);

        g_string_append_len (key, cell.text, cell.length);
        g_string_append_c (key, '\037');
      }
  return g_string_free_and_steal (key);
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
    if (is_text (self, i) && !is_unique (self, i) && (header_flags (self, i) & CAPACITY_VOCABULARY_SERVICE))
      {
        set_role (self, i, CAPACITY_IMPORT_ROLE_SERVICE);
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
        set_role (self, i, CAPACITY_IMPORT_ROLE_SERVICE);
        n++;
      }
  return n;
}

/* A text that is the same in all rows is a name too, if there is no other; better one that is not just "total". */
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
    set_role (self, (guint) found, CAPACITY_IMPORT_ROLE_SERVICE);
  return found >= 0;
}

/* A code beside its name says nothing new: the later column stays. */
static guint
drop_redundant_services (CapacityImportGuess *self,
                         guint                n)
{
  guint ignored;
  guint n_different = count_different (self, FALSE, &ignored);

  for (guint i = 0; i < self->plan->n_columns && n > 1; i++)
    {
      if (self->plan->columns[i].role != CAPACITY_IMPORT_ROLE_SERVICE)
        continue;
      leave_out (self, i, CAPACITY_IMPORT_REASON_TEXT);
      if (count_different (self, FALSE, &ignored) == n_different)
        n--;
      else
        set_role (self, i, CAPACITY_IMPORT_ROLE_SERVICE);
    }
  return n;
}

/* Adds columns of text as long as rows of one period cannot be told apart. What still cannot are parts of one number
 * if the file tells each of them by a text of its own. */
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
      set_role (self, i, CAPACITY_IMPORT_ROLE_SERVICE);
      count_different (self, TRUE, &n_repeated);
      if (n_repeated < n_before)
        n++;
      else
        leave_out (self, i, CAPACITY_IMPORT_REASON_TEXT);
    }
  for (guint i = 0; i < self->plan->n_columns; i++)
    has_own_texts |= is_text (self, i) && self->facts[i].n_distinct > 1;
  if (n_repeated > 0 && has_own_texts)
    self->plan->duplicates = CAPACITY_IMPORT_DUPLICATES_SUM;
}

static void
guess_services (CapacityImportGuess *self)
{
  guint n = take_named_services (self);

  if (n == 0)
    n = take_varied_services (self);
  if (n == 0)
    n = take_constant_service (self);
  n = drop_redundant_services (self, n);
  tell_rows_apart (self, n);
  for (guint i = 0; i < self->plan->n_columns; i++)
    if (self->plan->columns[i].role == CAPACITY_IMPORT_ROLE_IGNORE
        && self->plan->columns[i].reason == CAPACITY_IMPORT_REASON_NONE && self->facts[i].n > 0)
      leave_out (self, i, CAPACITY_IMPORT_REASON_TEXT);
}

/**
 * capacity_import_guess_roles:
 * @self: a guess with a sample, facts and the columns' names
 * @keep_layout: whether the plan's layout is the user's
 *
 * Finds out the layout and gives each column its role.
 */
void
capacity_import_guess_roles (CapacityImportGuess *self,
                             gboolean             keep_layout)
{
  gboolean is_across;

  if (!keep_layout)
    self->plan->layout = CAPACITY_IMPORT_LAYOUT_LONG;
  is_across = (!keep_layout || self->plan->layout == CAPACITY_IMPORT_LAYOUT_PERIODS_ACROSS)
              && guess_periods_across (self);
  if (!is_across)
    {
      guess_period_columns (self);
      guess_values (self, keep_layout);
    }
  guess_dimensions (self);
  guess_services (self);
}
