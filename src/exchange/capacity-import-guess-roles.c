/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-guess-private.h"

#include <string.h>

#include "capacity-import-date.h"
#include "capacity-import-hour.h"

#define HOURS_OF_DAY 24
#define MONTHS_OF_YEAR 12

/* More different numbers than this are no codes of kinds. */
#define MAX_CODES 12

/**
 * capacity_import_guess_header:
 * @self: a guess
 * @column: which column
 *
 * Returns: what the column's name may mean
 */
CapacityVocabularyFlags
capacity_import_guess_header (const CapacityImportGuess *self,
                              guint                      column)
{
  const char *name = self->plan->columns[column].name;

  return capacity_vocabulary_header (name, strlen (name), NULL);
}

static gboolean
are_percents (const CapacityImportFacts *facts)
{
  return facts->n_percents * 2 > facts->n;
}

static gboolean
names_measure (const CapacityImportGuess *self,
               guint                      column,
               CapacityMeasure           *measure,
               guint                     *rank)
{
  const char *name = self->plan->columns[column].name;

  return !are_percents (&self->facts[column]) && capacity_vocabulary_measure (name, strlen (name), measure, rank);
}

/**
 * capacity_import_guess_set_role:
 * @self: a guess
 * @column: which column
 * @role: its role
 *
 * Uses a column.
 */
void
capacity_import_guess_set_role (CapacityImportGuess *self,
                                guint                column,
                                CapacityImportRole   role)
{
  self->plan->columns[column].role = role;
  self->plan->columns[column].reason = CAPACITY_IMPORT_REASON_NONE;
}

/**
 * capacity_import_guess_leave_out:
 * @self: a guess
 * @column: which column
 * @reason: why
 *
 * Does not use a column.
 */
void
capacity_import_guess_leave_out (CapacityImportGuess  *self,
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

/**
 * capacity_import_guess_is_hour:
 * @self: a guess
 * @column: which column
 *
 * Returns: whether the cells tell the hour of a day that stands in another column
 */
gboolean
capacity_import_guess_is_hour (const CapacityImportGuess *self,
                               guint                      column)
{
  const CapacityImportFacts *facts = &self->facts[column];

  if (facts->n_numbers == facts->n)
    return facts->n_distinct <= HOURS_OF_DAY && capacity_vocabulary_is_hour (self->plan->columns[column].name);
  return facts->n_dates == 0 && is_mostly (facts->n_hours, facts->n);
}

/**
 * capacity_import_guess_is_numeric:
 * @self: a guess
 * @column: which column
 *
 * Returns: whether the cells are numbers, unless the header says that they are names after all
 */
gboolean
capacity_import_guess_is_numeric (const CapacityImportGuess *self,
                                  guint                      column)
{
  const CapacityImportFacts *facts = &self->facts[column];
  CapacityVocabularyFlags flags = capacity_import_guess_header (self, column);
  CapacityVocabularyFlags volumes = CAPACITY_VOCABULARY_VALUE | CAPACITY_VOCABULARY_OTHER
                                    | CAPACITY_VOCABULARY_ARRIVALS | CAPACITY_VOCABULARY_COMPLETIONS
                                    | CAPACITY_VOCABULARY_STOCK | CAPACITY_VOCABULARY_TOTAL;

  if (facts->n == 0 || facts->n_numbers == 0 || capacity_import_guess_is_hour (self, column))
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

/**
 * capacity_import_guess_rate_period:
 * @self: a guess
 * @column: which column
 *
 * Numbers such as 202611 or 2026 are periods only when the header says so or when they stand in front.
 *
 * Returns: how well the column suits as the one of periods; 0 when it does not
 */
guint
capacity_import_guess_rate_period (const CapacityImportGuess *self,
                                   guint                      column)
{
  const CapacityImportFacts *facts = &self->facts[column];
  CapacityVocabularyFlags periods = CAPACITY_VOCABULARY_PERIOD | CAPACITY_VOCABULARY_YEAR | CAPACITY_VOCABULARY_MONTH;
  gboolean is_named = (capacity_import_guess_header (self, column) & periods) != 0;
  gboolean are_numbers = is_mostly (facts->n_numbers, facts->n);
  CapacityMeasure measure;

  /* A name makes up for many cells at fault, so that they are reported rather than the column missed. */
  if (self->plan->columns[column].reason == CAPACITY_IMPORT_REASON_PERSONAL
      || facts->n_dates == 0 || facts->n_dates * 3 < facts->n
      || (!is_mostly (facts->n_dates, facts->n) && (!is_named || are_numbers)))
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
    if (capacity_import_guess_rate_period (self, i) > best)
      {
        best = capacity_import_guess_rate_period (self, i);
        found = (int) i;
      }
  return found;
}

/* The column of months, or else of weeks, beside one of years: by names of months, or by the header. */
static int
find_month (const CapacityImportGuess *self,
            guint                      year_column)
{
  for (guint i = 0; i < self->plan->n_columns; i++)
    {
      const CapacityImportFacts *facts = &self->facts[i];

      if (i != year_column && is_mostly (facts->n_parts, facts->n)
          && (facts->n_numbers == 0 || (capacity_import_guess_header (self, i) & CAPACITY_VOCABULARY_MONTH)))
        return (int) i;
    }
  for (guint i = 0; i < self->plan->n_columns && year_column < self->plan->n_columns; i++)
    if (i != year_column && capacity_import_guess_is_week (self, i))
      return (int) i;
  return -1;
}

static void
guess_period_columns (CapacityImportGuess *self)
{
  int period = find_period (self);
  int month;

  /* Whatever role a person gives such a column, its year stands elsewhere. */
  for (guint i = 0; i < self->plan->n_columns; i++)
    self->plan->columns[i].needs_year = self->facts[i].n_numbers == 0
                                        && is_mostly (self->facts[i].n_parts, self->facts[i].n);
  if (period < 0)
    {
      month = find_month (self, G_MAXUINT);
      if (month >= 0 && self->facts[month].n_numbers == 0)
        capacity_import_guess_set_role (self, (guint) month, CAPACITY_IMPORT_ROLE_MONTH);
      return;
    }
  month = self->facts[period].n_years * 2 > self->facts[period].n_dates ? find_month (self, (guint) period) : -1;
  capacity_import_guess_set_role (self, (guint) period,
                                  month >= 0 ? CAPACITY_IMPORT_ROLE_YEAR : CAPACITY_IMPORT_ROLE_PERIOD);
  if (month >= 0)
    capacity_import_guess_set_role (self, (guint) month, CAPACITY_IMPORT_ROLE_MONTH);
}

static gboolean
has_letter (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* Whether the column is one of twelve that the numbers of the months name, and nothing else tells a month: no number beside
 * them goes on. */
static gboolean
parse_month_number (CapacityImportGuess *self,
                    guint                column)
{
  const CapacityImportPlan *plan = self->plan;
  const char *name = plan->columns[column].name;
  guint month = capacity_import_guess_month_number (name, strlen (name));
  int period;

  if (month == 0 || column < month || column + MONTHS_OF_YEAR - month >= plan->n_columns)
    return FALSE;
  period = find_period (self);
  if (find_month (self, G_MAXUINT) >= 0
      || (period >= 0 && self->facts[period].n_years * 2 <= self->facts[period].n_dates))
    return FALSE;
  for (guint i = 0; i < plan->n_columns; i++)
    {
      const char *other = plan->columns[i].name;
      guint expected = i + month > column && i + month <= column + MONTHS_OF_YEAR ? i + month - column : 0;

      if (capacity_import_guess_month_number (other, strlen (other)) != expected
          || (expected == 0 && other[0] != '\0' && strspn (other, "0123456789") == strlen (other)))
        return FALSE;
    }
  plan->columns[column].period = capacity_month (0, (int) month);
  return TRUE;
}

/* Whether the column's name is a period, or the month or quarter of a year that stands elsewhere. */
static gboolean
parse_name (CapacityImportGuess *self,
            guint                column)
{
  CapacityImportColumn *named = &self->plan->columns[column];

  named->needs_year = FALSE;
  if (capacity_import_plan_has_roman_months (self->plan)
      && capacity_import_roman_parse (named->name, strlen (named->name), &named->period))
    {
      named->needs_year = named->period.index < 12;
      return TRUE;
    }
  if (capacity_import_date_parse (named->name, strlen (named->name), CAPACITY_IMPORT_DATE_ORDER_DMY, &named->period)
      == CAPACITY_IMPORT_DATE_OK)
    return TRUE;
  named->needs_year = has_letter (named->name)
                      && capacity_import_year_part_parse (named->name, strlen (named->name), 0, CAPACITY_PERIOD_MONTH,
                                                         &named->period)
                         == CAPACITY_IMPORT_DATE_OK
                      && named->period.kind != CAPACITY_PERIOD_WEEK;
  if (!named->needs_year)
    named->needs_year = parse_month_number (self, column);
  if (!named->needs_year)
    named->period = (CapacityPeriod) { CAPACITY_PERIOD_DAY, 0 };
  return named->needs_year;
}

/* The hour that the name of a column of numbers is; "9" alone may be anything. */
static int
hour_of_name (const CapacityImportGuess *self,
              guint                      column)
{
  const char *name = self->plan->columns[column].name;

  if (strspn (name, "0123456789") == strlen (name)
      || !(capacity_import_guess_is_numeric (self, column) || self->facts[column].n == self->facts[column].n_missing))
    return CAPACITY_IMPORT_NO_HOUR;
  return capacity_import_hour_parse (name, strlen (name));
}

/* The reason why a column of numbers that names no measure would be left out. */
static CapacityImportReason
reason_of_numbers (const CapacityImportGuess *self,
                   guint                      column)
{
  CapacityVocabularyFlags flags = capacity_import_guess_header (self, column);
  const char *name = self->plan->columns[column].name;
  CapacityPeriod period;

  switch (capacity_import_date_parse (name, strlen (name), CAPACITY_IMPORT_DATE_ORDER_DMY, &period))
    {
    case CAPACITY_IMPORT_DATE_HALF_YEAR:
      return CAPACITY_IMPORT_REASON_HALF_YEAR;
    case CAPACITY_IMPORT_DATE_NO_WHOLE:
      return CAPACITY_IMPORT_REASON_NO_WHOLE_PERIOD;
    default:
      break;
    }
  if ((flags & CAPACITY_VOCABULARY_OTHER) || are_percents (&self->facts[column]))
    return CAPACITY_IMPORT_REASON_OTHER_MEASURE;
  return flags & CAPACITY_VOCABULARY_TOTAL ? CAPACITY_IMPORT_REASON_TOTAL : CAPACITY_IMPORT_REASON_UNKNOWN;
}

/* Years across may be divided into the months that stand down. */
static void
take_months_of_years (CapacityImportGuess *self)
{
  const CapacityImportPlan *plan = self->plan;
  int month = find_month (self, G_MAXUINT);

  for (guint i = 0; i < plan->n_columns; i++)
    if (plan->columns[i].role == CAPACITY_IMPORT_ROLE_VALUE && plan->columns[i].period.kind != CAPACITY_PERIOD_YEAR)
      return;
  if (month >= 0 && plan->columns[month].role == CAPACITY_IMPORT_ROLE_IGNORE)
    capacity_import_guess_set_role (self, (guint) month, CAPACITY_IMPORT_ROLE_MONTH);
}

/* Gives columns whose names are the hours of a day, in their order, their roles, and the one that tells the day. Returns
 * whether there are two at least. */
static gboolean
guess_hours_across (CapacityImportGuess *self)
{
  CapacityImportPlan *plan = self->plan;
  int day = find_period (self);
  int last = -1;
  guint n = 0;

  for (guint i = 0; day >= 0 && i < plan->n_columns; i++)
    {
      int hour = hour_of_name (self, i);

      if (hour == CAPACITY_IMPORT_NO_HOUR)
        continue;
      if (hour < last)
        return FALSE;
      last = hour;
      n++;
    }
  if (n < 2 || self->facts[day].n_days == 0)
    return FALSE;
  plan->layout = CAPACITY_IMPORT_LAYOUT_PERIODS_ACROSS;
  plan->duplicates = CAPACITY_IMPORT_DUPLICATES_SUM;
  for (guint i = 0; i < plan->n_columns; i++)
    if (hour_of_name (self, i) != CAPACITY_IMPORT_NO_HOUR)
      {
        capacity_import_guess_set_role (self, i, CAPACITY_IMPORT_ROLE_VALUE);
        plan->columns[i].period = capacity_hour (0, hour_of_name (self, i));
      }
    else if (capacity_import_guess_is_numeric (self, i))
      capacity_import_guess_leave_out (self, i, reason_of_numbers (self, i));
  capacity_import_guess_set_role (self, (guint) day, CAPACITY_IMPORT_ROLE_PERIOD);
  return TRUE;
}

/* Gives the columns whose names are periods their roles. Returns whether there are two at least. */
static gboolean
guess_periods_across (CapacityImportGuess *self)
{
  CapacityImportPlan *plan = self->plan;
  gboolean has_year = TRUE;
  guint n = 0;

  if (guess_hours_across (self))
    return TRUE;
  /* Only where a month's name tells no year may a column of years be one. */
  for (guint i = 0; i < plan->n_columns; i++)
    if (parse_name (self, i) && plan->columns[i].needs_year)
      has_year = FALSE;
  for (guint i = 0; i < plan->n_columns; i++)
    n += parse_name (self, i)
         && (capacity_import_guess_is_numeric (self, i) || self->facts[i].n == self->facts[i].n_missing);
  if (n < 2)
    return FALSE;
  plan->layout = CAPACITY_IMPORT_LAYOUT_PERIODS_ACROSS;
  for (guint i = 0; i < plan->n_columns; i++)
    if (parse_name (self, i))
      capacity_import_guess_set_role (self, i, CAPACITY_IMPORT_ROLE_VALUE);
    else if (!has_year && is_mostly (self->facts[i].n_years, self->facts[i].n))
      {
        capacity_import_guess_set_role (self, i, CAPACITY_IMPORT_ROLE_YEAR);
        has_year = TRUE;
      }
    else if (capacity_import_guess_is_numeric (self, i))
      capacity_import_guess_leave_out (self, i, reason_of_numbers (self, i));
  take_months_of_years (self);
  capacity_import_guess_sums (self);
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

      if (self->plan->columns[i].role != CAPACITY_IMPORT_ROLE_IGNORE || !capacity_import_guess_is_numeric (self, i)
          || !names_measure (self, i, &measure, &rank) || measure != wanted)
        continue;
      capacity_import_guess_leave_out (self, i, CAPACITY_IMPORT_REASON_BETTER_COLUMN);
      if (found < 0 || rank > best)
        {
          best = rank;
          found = (int) i;
        }
    }
  if (found < 0)
    return FALSE;
  capacity_import_guess_set_role (self, (guint) found, CAPACITY_IMPORT_ROLE_VALUE);
  self->plan->columns[found].measure = wanted;
  return TRUE;
}

/* With no measure named, columns of numbers are the arrivals: of one service if it is one column, one is
 * called "value" or none has a name, of several services otherwise, by their headers. */
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
      if (generic < 0 && (capacity_import_guess_header (self, i) & CAPACITY_VOCABULARY_VALUE))
        generic = (int) i;
    }
  if (generic >= 0 || n == 1 || (n > 1 && plan->n_header_rows == 0))
    capacity_import_guess_set_role (self, (guint) (generic >= 0 ? generic : first), CAPACITY_IMPORT_ROLE_VALUE);
  else if (n == 0 && total >= 0)
    capacity_import_guess_set_role (self, (guint) total, CAPACITY_IMPORT_ROLE_VALUE);
  else if (n > 1)
    plan->layout = CAPACITY_IMPORT_LAYOUT_SERVICES_ACROSS;
  for (guint i = 0; i < plan->n_columns && plan->layout == CAPACITY_IMPORT_LAYOUT_SERVICES_ACROSS; i++)
    if (plan->columns[i].reason == CAPACITY_IMPORT_REASON_UNKNOWN)
      capacity_import_guess_set_role (self, i, CAPACITY_IMPORT_ROLE_VALUE);
}

/* Columns that are each a kind of applications, whatever else their names may count. Returns whether they are. */
static gboolean
take_kinds_across (CapacityImportGuess *self)
{
  CapacityImportPlan *plan = self->plan;
  guint n = 0;

  for (guint i = 0; i < plan->n_columns; i++)
    {
      CapacityRequestKind kind;

      if (plan->columns[i].role != CAPACITY_IMPORT_ROLE_IGNORE || plan->columns[i].reason != CAPACITY_IMPORT_REASON_UNKNOWN)
        continue;
      if (!capacity_vocabulary_request_kind (plan->columns[i].name, strlen (plan->columns[i].name), &kind))
        return FALSE;
      n++;
    }
  if (n < 2)
    return FALSE;
  plan->layout = CAPACITY_IMPORT_LAYOUT_SERVICES_ACROSS;
  for (guint i = 0; i < plan->n_columns; i++)
    if (plan->columns[i].reason == CAPACITY_IMPORT_REASON_UNKNOWN)
      capacity_import_guess_set_role (self, i, CAPACITY_IMPORT_ROLE_VALUE);
  return TRUE;
}

static void
guess_values (CapacityImportGuess *self,
              gboolean             keep_layout)
{
  CapacityImportPlan *plan = self->plan;
  gboolean has_measure = FALSE;

  for (guint i = 0; i < plan->n_columns; i++)
    if (plan->columns[i].role == CAPACITY_IMPORT_ROLE_IGNORE && capacity_import_guess_is_numeric (self, i))
      capacity_import_guess_leave_out (self, i, reason_of_numbers (self, i));
  if (!keep_layout || plan->layout == CAPACITY_IMPORT_LAYOUT_SERVICES_ACROSS)
    has_measure = capacity_import_guess_groups (self) || take_kinds_across (self);
  if (!has_measure && (!keep_layout || plan->layout == CAPACITY_IMPORT_LAYOUT_LONG))
    for (int measure = 0; measure < CAPACITY_N_MEASURES; measure++)
      has_measure |= take_measure (self, (CapacityMeasure) measure);
  if (!has_measure)
    take_unnamed (self);
  if (keep_layout && plan->layout == CAPACITY_IMPORT_LAYOUT_SERVICES_ACROSS)
    for (guint i = 0; i < plan->n_columns; i++)
      if (plan->columns[i].reason == CAPACITY_IMPORT_REASON_UNKNOWN)
        capacity_import_guess_set_role (self, i, CAPACITY_IMPORT_ROLE_VALUE);
}

/* The column of hours beside one of days. */
static void
take_hours (CapacityImportGuess *self)
{
  CapacityImportPlan *plan = self->plan;

  for (guint i = 0; i < plan->n_columns; i++)
    if (plan->columns[i].role == CAPACITY_IMPORT_ROLE_IGNORE && capacity_import_guess_is_hour (self, i)
        && !capacity_import_plan_has_role (plan, CAPACITY_IMPORT_ROLE_HOUR))
      capacity_import_guess_set_role (self, i, CAPACITY_IMPORT_ROLE_HOUR);
}

/* What came in a time adds up; what waited in it does not. */
static void
add_hours_up (CapacityImportGuess *self)
{
  CapacityImportPlan *plan = self->plan;
  int period = capacity_import_plan_find_role (plan, CAPACITY_IMPORT_ROLE_PERIOD);

  for (guint i = 0; i < plan->n_columns; i++)
    if (plan->columns[i].role == CAPACITY_IMPORT_ROLE_VALUE && plan->columns[i].measure == CAPACITY_MEASURE_STOCK)
      return;
  if (self->facts[period].n_hours > 0 || capacity_import_plan_has_role (plan, CAPACITY_IMPORT_ROLE_HOUR))
    plan->duplicates = CAPACITY_IMPORT_DUPLICATES_SUM;
}

static void
leave_out_persons (CapacityImportGuess *self)
{
  for (guint i = 0; i < self->plan->n_columns; i++)
    if (capacity_import_guess_is_personal (self, i, FALSE))
      capacity_import_guess_leave_out (self, i, CAPACITY_IMPORT_REASON_PERSONAL);
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
  if ((!keep_layout || self->plan->layout == CAPACITY_IMPORT_LAYOUT_TICKETS)
      && capacity_import_guess_tickets (self, keep_layout))
    return;
  leave_out_persons (self);
  is_across = (!keep_layout || self->plan->layout == CAPACITY_IMPORT_LAYOUT_PERIODS_ACROSS)
              && guess_periods_across (self);
  if (!is_across)
    {
      guess_period_columns (self);
      guess_values (self, keep_layout);
    }
  capacity_import_guess_services (self);
  if (!capacity_import_plan_has_role (self->plan, CAPACITY_IMPORT_ROLE_PERIOD))
    return;
  take_hours (self);
  add_hours_up (self);
}
