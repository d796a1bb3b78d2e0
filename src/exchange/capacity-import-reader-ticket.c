/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-reader-private.h"

#include "capacity-import-number.h"

/* What is counted of a list of cases, in the order of the slots. */
typedef enum
{
  COUNT_ARRIVALS,
  COUNT_COMPLETIONS,
  COUNT_STOCK,
  N_COUNTS,
} Count;

/* Periods from the first to the last; none when the last lies before the first. */
typedef struct
{
  gint32 first;
  gint32 last;
} Range;

static void
widen (Range  *range,
       gint32  period)
{
  if (period == CAPACITY_IMPORT_NO_DAY)
    return;
  range->first = MIN (range->first, period);
  range->last = MAX (range->last, period);
}

/* Reads the day in the column and finds its period. Returns whether it is one, or there is none. */
static gboolean
read_day (CapacityImportReader *self,
          int                   column,
          gint32               *index,
          CapacityDate         *date)
{
  CapacityPeriod period;
  CapacityCsvCell cell = capacity_import_reader_get_cell (self, column);
  CapacityImportDateOutcome outcome = capacity_import_reader_parse_date (self, cell, &period);

  *index = CAPACITY_IMPORT_NO_DAY;
  if (capacity_import_number_is_missing (cell.text, cell.length))
    return TRUE;
  if (outcome == CAPACITY_IMPORT_DATE_OK && column == self->period_column)
    outcome = capacity_import_reader_add_hour (self, &period);
  if (outcome == CAPACITY_IMPORT_DATE_OK && (period.kind == CAPACITY_PERIOD_DAY || period.kind == CAPACITY_PERIOD_HOUR))
    {
      *date = capacity_period_first_day (period);
      if (!capacity_import_reader_fit_period (self->plan->period_kind, &period))
        {
          capacity_import_reader_add_problem (self, CAPACITY_IMPORT_PROBLEM_OTHER_PERIOD_KIND, column);
          return FALSE;
        }
      *index = period.index;
      return TRUE;
    }
  capacity_import_reader_add_problem (self, outcome == CAPACITY_IMPORT_DATE_NO_SUCH
                                            ? CAPACITY_IMPORT_PROBLEM_NO_SUCH_DATE
                                            : CAPACITY_IMPORT_PROBLEM_NOT_A_PERIOD, column);
  return FALSE;
}

/* A row with neither day: a note under the list, or a case that cannot be counted. */
static void
skip_row (CapacityImportReader *self)
{
  CapacityCsvCell first = capacity_import_reader_first_text (self);
  guint n_filled = 0;

  for (guint i = 0; i < self->csv.n_cells; i++)
    n_filled += capacity_import_reader_get_cell (self, (int) i).length > 0;
  if (n_filled > 1)
    capacity_import_reader_add_problem (self, CAPACITY_IMPORT_PROBLEM_NO_PERIOD,
                                        MAX (self->period_column, self->closed_column));
  else
    capacity_import_remarks_count (&self->remarks, CAPACITY_IMPORT_NOTE_TEXT_ROWS, self->csv.line, 0, &first);
}

/**
 * capacity_import_reader_read_ticket:
 * @self: a reader with a row that is not blank
 *
 * Remembers the case, or skips the row and says why. Nothing of the row is kept but its group and its days.
 */
void
capacity_import_reader_read_ticket (CapacityImportReader *self)
{
  CapacityImportTicket ticket = { 0, CAPACITY_IMPORT_NO_DAY, CAPACITY_IMPORT_NO_DAY, (guint32) self->csv.line };
  CapacityDate received = CAPACITY_DATE_NONE, closed = CAPACITY_DATE_NONE;

  if (!read_day (self, self->period_column, &ticket.received, &received)
      || !read_day (self, self->closed_column, &ticket.closed, &closed))
    return;
  if (ticket.received == CAPACITY_IMPORT_NO_DAY && ticket.closed == CAPACITY_IMPORT_NO_DAY)
    {
      skip_row (self);
      return;
    }
  if (ticket.received != CAPACITY_IMPORT_NO_DAY && ticket.closed != CAPACITY_IMPORT_NO_DAY && closed < received)
    {
      capacity_import_reader_add_problem (self, CAPACITY_IMPORT_PROBLEM_CLOSED_EARLIER, self->closed_column);
      return;
    }
  ticket.group = capacity_import_reader_find_group (self);
  if (ticket.group == CAPACITY_IMPORT_NO_GROUP)
    return;
  capacity_import_builder_add_row (self->builder, ticket.group, self->csv.line);
  g_array_append_val (self->tickets, ticket);
}

/* Counts those that tell no kind, where the others do. */
static void
note_kinds (CapacityImportReader *self,
            guint64               n_without)
{
  if (n_without > 0 && capacity_import_plan_has_role (self->plan, CAPACITY_IMPORT_ROLE_KIND))
    capacity_import_remarks_count (&self->remarks, CAPACITY_IMPORT_NOTE_NO_KIND, 0, 0, NULL)->count = n_without;
}

/* Adds up the changes of the stock. */
static void
accumulate (double *values,
            gsize   n)
{
  for (gsize i = 1; i < n; i++)
    values[i] += values[i - 1];
}

/* Where the count of the group's period lies, or NULL when it lies outside of the range. */
static double *
find_count (double      *counts,
            const Range *range,
            guint32      group,
            gint32       period)
{
  gsize n = (gsize) (range->last - range->first) + 1;

  if (period == CAPACITY_IMPORT_NO_DAY || period < range->first || period > range->last)
    return NULL;
  return counts + group * n + (gsize) (period - range->first);
}

static void
add_to (double *count,
        double  n)
{
  if (count != NULL)
    *count += n;
}

/* An hour without a case tells no more than one at night. */
static gboolean
is_open (const CapacityImportReader *self,
         double                      count)
{
  return count > 0 || self->plan->period_kind != CAPACITY_PERIOD_HOUR;
}

static gboolean
give_counts (CapacityImportReader  *self,
             const double          *counts,
             guint                  n_groups,
             const Range           *range,
             guint                  slot,
             GError               **error)
{
  gsize n = (gsize) (range->last - range->first) + 1;

  for (guint group = 0; group < n_groups; group++)
    for (gsize i = 0; i < n && capacity_import_builder_has_rows (self->builder, group); i++)
      if (is_open (self, counts[group * n + i])
          && !capacity_import_builder_add_value (self->builder, group, slot, range->first + (int) i,
                                              counts[group * n + i], group + 1))
        {
          g_set_error (error, CAPACITY_EXCHANGE_ERROR, CAPACITY_EXCHANGE_ERROR_TOO_MANY_VALUES,
                       "More than %d values", CAPACITY_IMPORT_MAX_VALUES);
          return FALSE;
        }
  return TRUE;
}

/* Counts the cases of each group and period. A period in the range without a case is zero: the list would have
 * it. What was received and not yet closed at the end of a period waits. */
static gboolean
count_one (CapacityImportReader  *self,
           Count                  what,
           const Range           *range,
           guint                  n_groups,
           GError               **error)
{
  static const CapacityMeasure measures[] = {
    CAPACITY_MEASURE_ARRIVALS, CAPACITY_MEASURE_COMPLETIONS, CAPACITY_MEASURE_STOCK,
  };
  CapacityImportSlot slot = { measures[what], NULL, 0 };
  guint64 n = (guint64) ((gint64) range->last - range->first + 1) * n_groups;
  g_autofree double *counts = NULL;

  if (range->last < range->first)
    return TRUE;
  if (n > CAPACITY_IMPORT_MAX_VALUES)
    {
      g_set_error (error, CAPACITY_EXCHANGE_ERROR, CAPACITY_EXCHANGE_ERROR_TOO_MANY_VALUES,
                   "%" G_GUINT64_FORMAT " values", n);
      return FALSE;
    }
  counts = g_new0 (double, n);
  for (guint i = 0; i < self->tickets->len; i++)
    {
      const CapacityImportTicket *ticket = &g_array_index (self->tickets, CapacityImportTicket, i);
      gboolean is_known = ticket->received != CAPACITY_IMPORT_NO_DAY;

      if (what != COUNT_COMPLETIONS)
        add_to (find_count (counts, range, ticket->group, ticket->received), 1);
      if (what == COUNT_COMPLETIONS || (what == COUNT_STOCK && is_known))
        add_to (find_count (counts, range, ticket->group, ticket->closed), what == COUNT_STOCK ? -1 : 1);
    }
  for (guint group = 0; group < n_groups && what == COUNT_STOCK; group++)
    accumulate (counts + group * (n / n_groups), n / n_groups);
  g_array_append_val (self->slots, slot);
  return give_counts (self, counts, n_groups, range, self->slots->len - 1, error);
}

static void
note_tickets (CapacityImportReader *self,
              guint64               n_open)
{
  CapacityImportNote *note;

  if (self->tickets->len == 0)
    return;
  note = capacity_import_remarks_count (&self->remarks, CAPACITY_IMPORT_NOTE_TICKETS, 0, 0, NULL);
  note->count = self->tickets->len;
  note->n_open = n_open;
}

/**
 * capacity_import_reader_count_tickets:
 * @self: a reader that has read all rows
 * @error: return location for an error
 *
 * Counts the cases of a list of cases: those received, those closed, and where the list tells both, those that
 * waited at the end of each period. The error is %CAPACITY_EXCHANGE_ERROR_TOO_MANY_VALUES.
 *
 * Returns: whether there was room for the counts
 */
gboolean
capacity_import_reader_count_tickets (CapacityImportReader  *self,
                                      GError               **error)
{
  Range received = { G_MAXINT32, G_MININT32 };
  Range closed = { G_MAXINT32, G_MININT32 };
  guint n_groups = capacity_import_builder_get_n_groups (self->builder);
  guint64 n_open = 0;
  guint64 n_without_kind = 0;

  for (guint i = 0; i < self->tickets->len; i++)
    {
      const CapacityImportTicket *ticket = &g_array_index (self->tickets, CapacityImportTicket, i);

      widen (&received, ticket->received);
      widen (&closed, ticket->closed);
      n_open += ticket->closed == CAPACITY_IMPORT_NO_DAY;
      n_without_kind += capacity_import_builder_get_group (self->builder, ticket->group)->kind == CAPACITY_REQUEST_ALL;
    }
  note_tickets (self, self->closed_column >= 0 ? n_open : 0);
  note_kinds (self, n_without_kind);
  return count_one (self, COUNT_ARRIVALS, &received, n_groups, error)
         && count_one (self, COUNT_COMPLETIONS, &closed, n_groups, error)
         && count_one (self, COUNT_STOCK, closed.first <= closed.last ? &received : &closed, n_groups, error);
}
