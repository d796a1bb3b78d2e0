/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-guess-private.h"

/* The period of a column of volumes, in the plan's year where its name tells none. */
static CapacityPeriod
period_of (const CapacityImportPlan *plan,
           guint                     column)
{
  CapacityPeriod period = plan->columns[column].period;

  if (plan->columns[column].needs_year)
    period.index += plan->year * (period.kind == CAPACITY_PERIOD_QUARTER ? 4 : 12);
  return period;
}

/* Whether all months of the column's quarter or year have columns of their own. */
static gboolean
is_sum (const CapacityImportPlan *plan,
        guint                     column)
{
  CapacityPeriod whole = period_of (plan, column);
  guint n = 0;

  if (whole.kind != CAPACITY_PERIOD_QUARTER && whole.kind != CAPACITY_PERIOD_YEAR)
    return FALSE;
  for (guint i = 0; i < plan->n_columns; i++)
    if (plan->columns[i].role == CAPACITY_IMPORT_ROLE_VALUE && plan->columns[i].period.kind == CAPACITY_PERIOD_MONTH)
      n += capacity_period_convert (period_of (plan, i), whole.kind).index == whole.index;
  return n >= (whole.kind == CAPACITY_PERIOD_QUARTER ? 3 : 12);
}

/**
 * capacity_import_guess_sums:
 * @self: a guess whose columns are periods
 *
 * Leaves out the quarters and years that stand beside all their months: they would be counted twice.
 */
void
capacity_import_guess_sums (CapacityImportGuess *self)
{
  for (guint i = 0; i < self->plan->n_columns; i++)
    if (self->plan->columns[i].role == CAPACITY_IMPORT_ROLE_VALUE && is_sum (self->plan, i))
      capacity_import_guess_leave_out (self, i, CAPACITY_IMPORT_REASON_TOTAL);
}
