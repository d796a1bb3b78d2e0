/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-guess-private.h"

#include <string.h>

#include "capacity-import-date.h"
#include "capacity-import-hour.h"

/**
 * capacity_import_guess_decimal:
 * @self: a guess whose columns have roles
 *
 * Finds out the decimal sign from all columns of numbers. What can be read one way only decides; then "1,234"
 * is twelve hundred unless its column writes other thousands without a mark.
 */
void
capacity_import_guess_decimal (CapacityImportGuess *self)
{
  guint n_comma = 0, n_point = 0, n_only = 0;
  gboolean is_ambiguous = FALSE;

  for (guint i = 0; i < self->plan->n_columns; i++)
    {
      const CapacityImportFacts *facts = &self->facts[i];
      CapacityImportRole role = self->plan->columns[i].role;

      if (role != CAPACITY_IMPORT_ROLE_VALUE && role != CAPACITY_IMPORT_ROLE_IGNORE)
        continue;
      n_only += facts->n_only_comma + facts->n_only_point;
      n_comma += 4 * facts->n_only_comma;
      n_point += 4 * facts->n_only_point;
      if (facts->n_either_comma + facts->n_either_point == 0)
        continue;
      is_ambiguous = TRUE;
      n_comma += facts->n_ungrouped > 0 ? facts->n_either_comma : facts->n_either_point;
      n_point += facts->n_ungrouped > 0 ? facts->n_either_point : facts->n_either_comma;
    }
  if (n_comma == n_point)
    self->plan->decimal = self->plan->delimiter == ',' || self->sample->is_grid ? '.' : ',';
  else
    self->plan->decimal = n_comma > n_point ? ',' : '.';
  self->plan->decimal_is_certain = !is_ambiguous || MAX (n_comma, n_point) >= 4;
  self->plan->decimal_is_shown = n_only > 0 && n_comma != n_point;
}

/* Of the dates of a column: how many can be read in each order, how many of them fall on the first of a
 * month, and how many are different days in two orders. */
typedef struct
{
  guint n[CAPACITY_N_IMPORT_DATE_ORDERS];
  guint n_month_starts[CAPACITY_N_IMPORT_DATE_ORDERS];
  guint n_differ[CAPACITY_N_IMPORT_DATE_ORDERS][CAPACITY_N_IMPORT_DATE_ORDERS];
} OrderFacts;

static void
learn_order (OrderFacts      *facts,
             CapacityCsvCell  cell)
{
  CapacityPeriod periods[CAPACITY_N_IMPORT_DATE_ORDERS];
  gboolean is_date[CAPACITY_N_IMPORT_DATE_ORDERS];

  for (int order = 0; order < CAPACITY_N_IMPORT_DATE_ORDERS; order++)
    {
      int day = 0;

      /* No one writes the month first and points between. */
      is_date[order] = (order != CAPACITY_IMPORT_DATE_ORDER_MDY || memchr (cell.text, '.', cell.length) == NULL)
                       && capacity_import_date_parse (cell.text, cell.length, (CapacityImportDateOrder) order,
                                                      &periods[order]) == CAPACITY_IMPORT_DATE_OK;
      if (!is_date[order])
        continue;
      facts->n[order]++;
      if (periods[order].kind == CAPACITY_PERIOD_DAY)
        capacity_date_to_ymd (periods[order].index, NULL, NULL, &day);
      facts->n_month_starts[order] += day == 1;
      for (int other = 0; other < order; other++)
        facts->n_differ[order][other] += is_date[other] && periods[order].index != periods[other].index;
    }
}

static gboolean
is_better_order (const OrderFacts *facts,
                 guint             order,
                 guint             than)
{
  if (facts->n[order] != facts->n[than])
    return facts->n[order] > facts->n[than];
  /* Either could be: a table of months is likelier than one of the first days of a January. */
  return facts->n[order] >= 3 && facts->n_month_starts[order] == facts->n[order]
         && facts->n_month_starts[than] < facts->n[than];
}

static void
guess_order (CapacityImportGuess *self,
             guint                column)
{
  OrderFacts facts = { { 0 }, { 0 }, { { 0 } } };
  guint best = 0;

  for (guint row = self->first_row; row < capacity_import_sample_n_rows (self->sample); row++)
    learn_order (&facts, capacity_import_sample_get_cell (self->sample, row, column));
  for (guint order = 1; order < CAPACITY_N_IMPORT_DATE_ORDERS; order++)
    if (is_better_order (&facts, order, best))
      best = order;
  self->plan->date_order = (CapacityImportDateOrder) best;
  self->plan->date_order_is_certain &= best != CAPACITY_IMPORT_DATE_ORDER_SERIAL;
  for (guint order = 0; order < CAPACITY_N_IMPORT_DATE_ORDERS; order++)
    if (facts.n[order] == facts.n[best] && facts.n_differ[MAX (order, best)][MIN (order, best)] > 0)
      self->plan->date_order_is_certain = FALSE;
}

/* The periods of the sample's rows. */
static GArray *
list_periods (CapacityImportGuess *self)
{
  GArray *periods = g_array_new (FALSE, FALSE, sizeof (CapacityPeriod));
  int column = capacity_import_plan_find_role (self->plan, CAPACITY_IMPORT_ROLE_PERIOD);
  int month_column = capacity_import_plan_find_role (self->plan, CAPACITY_IMPORT_ROLE_MONTH);

  for (guint row = self->first_row; column >= 0 && row < capacity_import_sample_n_rows (self->sample); row++)
    {
      CapacityCsvCell cell = capacity_import_sample_get_cell (self->sample, row, (guint) column);
      CapacityPeriod period;

      if (capacity_import_date_parse (cell.text, cell.length, self->plan->date_order, &period)
          == CAPACITY_IMPORT_DATE_OK)
        g_array_append_val (periods, period);
    }
  for (guint row = self->first_row; month_column >= 0 && row < capacity_import_sample_n_rows (self->sample); row++)
    {
      CapacityCsvCell cell = capacity_import_sample_get_cell (self->sample, row, (guint) month_column);
      CapacityPeriod period;

      if (capacity_import_plan_parse_part (self->plan, cell.text, cell.length, 2000, &period) == CAPACITY_IMPORT_DATE_OK)
        g_array_append_val (periods, period);
    }
  for (guint i = 0; i < self->plan->n_columns; i++)
    if (self->plan->layout == CAPACITY_IMPORT_LAYOUT_PERIODS_ACROSS && month_column < 0
        && self->plan->columns[i].role == CAPACITY_IMPORT_ROLE_VALUE)
      g_array_append_val (periods, self->plan->columns[i].period);
  return periods;
}

static int
compare_periods (gconstpointer a,
                 gconstpointer b)
{
  const CapacityPeriod *period = a;
  const CapacityPeriod *other = b;

  return (period->index > other->index) - (period->index < other->index);
}

static CapacityPeriodKind
most_usual_kind (const GArray *periods)
{
  guint n[CAPACITY_N_PERIOD_KINDS] = { 0 };
  guint best = CAPACITY_PERIOD_MONTH;

  for (guint i = 0; i < periods->len; i++)
    n[g_array_index (periods, CapacityPeriod, i).kind]++;
  for (guint kind = 0; kind < CAPACITY_N_PERIOD_KINDS; kind++)
    if (n[kind] > n[best])
      best = kind;
  return (CapacityPeriodKind) best;
}

/* Whether all days are the first, or all the last, of a period of the kind. */
static gboolean
are_bounds (const GArray       *days,
            CapacityPeriodKind  kind)
{
  gboolean are_first = TRUE, are_last = TRUE;

  for (guint i = 0; i < days->len; i++)
    {
      CapacityDate date = g_array_index (days, CapacityPeriod, i).index;
      CapacityPeriod period = capacity_period_of_date (kind, date);

      are_first = are_first && capacity_period_first_day (period) == date;
      are_last = are_last && capacity_period_last_day (period) == date;
    }
  return are_first || are_last;
}

static gboolean
are_weeks_apart (const GArray *days)
{
  for (guint i = 1; i < days->len; i++)
    if ((g_array_index (days, CapacityPeriod, i).index - g_array_index (days, CapacityPeriod, i - 1).index) % 7 != 0)
      return FALSE;
  return TRUE;
}

/* What dates of days stand for: months when all are their bounds, likewise quarters and years when there are
 * enough of them to say so, weeks when all are sevens of days apart. */
static CapacityPeriodKind
kind_of_days (GArray *days)
{
  guint n_distinct = 0;

  g_array_sort (days, compare_periods);
  for (guint i = 0; i < days->len; i++)
    n_distinct += i == 0 || compare_periods (&g_array_index (days, CapacityPeriod, i),
                                             &g_array_index (days, CapacityPeriod, i - 1)) != 0;
  if (n_distinct >= 3 && are_bounds (days, CAPACITY_PERIOD_YEAR))
    return CAPACITY_PERIOD_YEAR;
  if (n_distinct >= 4 && are_bounds (days, CAPACITY_PERIOD_QUARTER))
    return CAPACITY_PERIOD_QUARTER;
  if (are_bounds (days, CAPACITY_PERIOD_MONTH))
    return CAPACITY_PERIOD_MONTH;
  return n_distinct >= 3 && are_weeks_apart (days) ? CAPACITY_PERIOD_WEEK : CAPACITY_PERIOD_DAY;
}

/* Whether the cells tell more than one hour: the same time beside each date says nothing. */
static gboolean
are_hours (const CapacityImportGuess *self,
           guint                      column,
           int                      (*hour_of) (const char *, gsize))
{
  guint32 seen = 0;

  for (guint row = self->first_row; row < capacity_import_sample_n_rows (self->sample); row++)
    {
      CapacityCsvCell cell = capacity_import_sample_get_cell (self->sample, row, column);
      int hour = hour_of (cell.text, cell.length);

      seen |= hour != CAPACITY_IMPORT_NO_HOUR ? 1u << hour : 0;
    }
  return (seen & (seen - 1)) != 0;
}

/* Whether the file counts by the hour, whichever columns tell it. */
static gboolean
is_hourly (const CapacityImportGuess *self)
{
  int period = capacity_import_plan_find_role (self->plan, CAPACITY_IMPORT_ROLE_PERIOD);
  int hour = capacity_import_plan_find_role (self->plan, CAPACITY_IMPORT_ROLE_HOUR);

  return capacity_import_plan_has_hours_across (self->plan)
         || (hour >= 0 && are_hours (self, (guint) hour, capacity_import_hour_parse))
         || (period >= 0 && self->facts[period].n_days > 0 && are_hours (self, (guint) period, capacity_import_date_hour));
}

/**
 * capacity_import_guess_dates:
 * @self: a guess whose columns have roles
 *
 * Finds out the order of the numbers in dates, day first where the file does not show it, and the length of
 * the periods.
 */
void
capacity_import_guess_dates (CapacityImportGuess *self)
{
  CapacityImportPlan *plan = self->plan;
  int column = capacity_import_plan_find_role (plan, CAPACITY_IMPORT_ROLE_PERIOD);
  g_autoptr (GArray) periods = NULL;

  if (column < 0)
    column = capacity_import_plan_find_role (plan, CAPACITY_IMPORT_ROLE_CLOSED);
  plan->date_order_is_certain = TRUE;
  if (column >= 0)
    guess_order (self, (guint) column);
  if (plan->layout == CAPACITY_IMPORT_LAYOUT_TICKETS)
    {
      plan->period_kind = CAPACITY_PERIOD_MONTH;
      return;
    }
  if (is_hourly (self))
    {
      plan->period_kind = CAPACITY_PERIOD_HOUR;
      return;
    }
  if (capacity_import_plan_has_one_period (plan))
    {
      plan->period_kind = plan->whole.kind;
      return;
    }
  periods = list_periods (self);
  plan->period_kind = most_usual_kind (periods);
  if (plan->layout != CAPACITY_IMPORT_LAYOUT_PERIODS_ACROSS
      && capacity_import_plan_has_role (plan, CAPACITY_IMPORT_ROLE_YEAR)
      && !capacity_import_plan_has_role (plan, CAPACITY_IMPORT_ROLE_MONTH))
    plan->period_kind = CAPACITY_PERIOD_YEAR;
  if (plan->period_kind != CAPACITY_PERIOD_DAY)
    return;
  for (guint i = periods->len; i > 0; i--)
    if (g_array_index (periods, CapacityPeriod, i - 1).kind != CAPACITY_PERIOD_DAY)
      g_array_remove_index_fast (periods, i - 1);
  plan->period_kind = kind_of_days (periods);
}
