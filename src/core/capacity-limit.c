/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-limit.h"

#include <math.h>

#include "capacity-quantity.h"

/* What converting between periods may differ by. */
#define ROUNDING 1e-9

/**
 * capacity_limit_new:
 * @mode: regular or peak
 * @value: the most that can be delivered in a period
 * @per: of this length
 * @from: first day, or %CAPACITY_DATE_NONE
 * @until: last day, or %CAPACITY_DATE_NONE
 *
 * Returns: (transfer full): a limit with a new identifier, an estimate without a note, actual and in units
 */
CapacityLimit *
capacity_limit_new (CapacityMode       mode,
                    double             value,
                    CapacityPeriodKind per,
                    CapacityDate       from,
                    CapacityDate       until)
{
  CapacityLimit *limit = g_new0 (CapacityLimit, 1);

  limit->id = capacity_id_new ();
  limit->mode = mode;
  limit->value = value;
  limit->per = per;
  limit->from = from;
  limit->until = until;
  limit->state = CAPACITY_LIMIT_ACTUAL;

  return limit;
}

/**
 * capacity_limit_copy:
 * @self: a limit
 *
 * Returns: (transfer full): a copy with the same identifier
 */
CapacityLimit *
capacity_limit_copy (const CapacityLimit *self)
{
  CapacityLimit *copy = g_memdup2 (self, sizeof *self);

  copy->note = g_strdup (self->note);

  return copy;
}

/**
 * capacity_limit_free:
 * @self: (transfer full): a limit
 */
void
capacity_limit_free (CapacityLimit *self)
{
  g_free (self->note);
  g_free (self);
}

static gpointer
copy_limit (gconstpointer limit,
            gpointer      unused)
{
  return capacity_limit_copy (limit);
}

/**
 * capacity_limits_copy:
 * @limits: (element-type CapacityLimit): limits
 *
 * Returns: (transfer full) (element-type CapacityLimit): copies with the same identifiers
 */
GPtrArray *
capacity_limits_copy (const GPtrArray *limits)
{
  return g_ptr_array_copy ((GPtrArray *) limits, copy_limit, NULL);
}

/* The limit of one mode that holds on a day, or NULL. */
static const CapacityLimit *
limit_on (const GPtrArray *limits,
          CapacityMode     mode,
          CapacityDate     day)
{
  const CapacityLimit *best = NULL;

  for (guint i = 0; i < limits->len; i++)
    {
      const CapacityLimit *limit = limits->pdata[i];

      if (limit->mode == mode && limit->state != CAPACITY_LIMIT_PLANNED && limit->from <= day
          && (limit->until == CAPACITY_DATE_NONE || day <= limit->until)
          && (best == NULL || limit->from >= best->from))
        best = limit;
    }

  return best;
}

/* Below a month, working days count. */
static gboolean
is_by_days (CapacityPeriodKind kind)
{
  return capacity_period_kind_rank (kind) < capacity_period_kind_rank (CAPACITY_PERIOD_MONTH);
}

/* How much of a limit given for periods of the length @per falls into @period. */
static double
share_of (CapacityPeriodKind      per,
          CapacityPeriod          period,
          const CapacityCalendar *calendar,
          double                  open_hours)
{
  double unit_days;

  if (per == period.kind)
    return 1;
  if (!is_by_days (per) && !is_by_days (period.kind))
    return capacity_rate_convert (1, per, period.kind);

  if (per == CAPACITY_PERIOD_HOUR)
    unit_days = 1 / open_hours;
  else if (per == CAPACITY_PERIOD_DAY)
    unit_days = 1;
  else if (per == CAPACITY_PERIOD_WEEK)
    unit_days = 5;
  else
    unit_days = capacity_calendar_working_days (calendar, capacity_period_convert (period, per));

  return capacity_calendar_working_days (calendar, period) / unit_days;
}

/**
 * capacity_limit_is_by_days:
 * @self: a limit
 *
 * Returns: whether it is given an hour, a day or a week, so that what it is in a month follows the working days
 */
gboolean
capacity_limit_is_by_days (const CapacityLimit *self)
{
  return is_by_days (self->per);
}

/**
 * capacity_limit_in:
 * @self: a limit, not in posts
 * @period: a period
 * @calendar: the working days
 * @open_hours: hours of a working day on which it holds
 *
 * A limit per hour, day or week is one per open hour, working day or week of five working days; longer ones are converted by
 * the average lengths of the calendar.
 *
 * Returns: what can be delivered in the period if it holds throughout
 */
double
capacity_limit_in (const CapacityLimit    *self,
                   CapacityPeriod          period,
                   const CapacityCalendar *calendar,
                   double                  open_hours)
{
  return self->value * share_of (self->per, period, calendar, open_hours);
}

/**
 * capacity_limits_find:
 * @limits: (element-type CapacityLimit): limits of a service or resource
 * @mode: regular or peak
 * @period: a period
 *
 * The limit that holds on the first day of the period; where none holds yet on that day, on its last day. In the peak
 * the regular one counts where no peak limit holds.
 *
 * Returns: (transfer none) (nullable): the limit; %NULL where none is given
 */
const CapacityLimit *
capacity_limits_find (const GPtrArray *limits,
                      CapacityMode     mode,
                      CapacityPeriod   period)
{
  const CapacityLimit *limit = limit_on (limits, mode, capacity_period_first_day (period));

  if (limit == NULL)
    limit = limit_on (limits, mode, capacity_period_last_day (period));
  if (limit == NULL && mode == CAPACITY_MODE_PEAK)
    return capacity_limits_find (limits, CAPACITY_MODE_REGULAR, period);

  return limit;
}

/* Whether the regular limit of the same time is more than @peak. One in posts is compared with one in posts only. */
static gboolean
is_low_peak (const GPtrArray        *limits,
             const CapacityLimit    *peak,
             CapacityDate            today,
             const CapacityCalendar *calendar,
             double                  open_hours)
{
  CapacityPeriod month = capacity_period_of_date (CAPACITY_PERIOD_MONTH, MAX (peak->from, today));
  const CapacityLimit *regular = capacity_limits_find (limits, CAPACITY_MODE_REGULAR, month);

  if (regular == NULL || regular->in_posts != peak->in_posts)
    return FALSE;
  if (regular->in_posts || regular->per == peak->per)
    return peak->value < regular->value;

  return capacity_limit_in (peak, month, calendar, open_hours) * (1 + ROUNDING)
         < capacity_limit_in (regular, month, calendar, open_hours);
}

/**
 * capacity_limits_have_low_peak:
 * @limits: (element-type CapacityLimit): limits of a service or resource
 * @today: a day; limits that ended before do not count
 * @calendar: the working days
 * @open_hours: hours of a working day
 *
 * Returns: whether less is given for the peak than for ordinary days of the same time, which is likely a slip of the hand
 */
gboolean
capacity_limits_have_low_peak (const GPtrArray        *limits,
                               CapacityDate            today,
                               const CapacityCalendar *calendar,
                               double                  open_hours)
{
  for (guint i = 0; i < limits->len; i++)
    {
      const CapacityLimit *limit = limits->pdata[i];

      if (limit->mode == CAPACITY_MODE_PEAK && (limit->until == CAPACITY_DATE_NONE || limit->until >= today)
          && is_low_peak (limits, limit, today, calendar, open_hours))
        return TRUE;
    }

  return FALSE;
}

/**
 * capacity_limits_dup_part:
 * @limits: (element-type CapacityLimit): limits of a service or resource
 * @mode: regular or peak
 * @share: how much of the capacity is left, 0 for nothing
 * @from: first day
 * @until: last day
 *
 * Makes what is left of a capacity for some days, such as those of maintenance: it comes before the one that holds on the
 * first of them and ends with the last.
 *
 * Returns: (transfer full) (nullable): an approved limit; %NULL where the mode has none of its own on the first day
 */
CapacityLimit *
capacity_limits_dup_part (const GPtrArray *limits,
                          CapacityMode     mode,
                          double           share,
                          CapacityDate     from,
                          CapacityDate     until)
{
  const CapacityLimit *usual = limit_on (limits, mode, from);
  CapacityLimit *part;

  if (usual == NULL)
    return NULL;

  part = capacity_limit_new (mode, usual->value * share, usual->per, from, until);
  part->in_posts = usual->in_posts;
  part->basis = usual->basis;
  part->state = CAPACITY_LIMIT_APPROVED;

  return part;
}

/**
 * capacity_limits_at:
 * @limits: (element-type CapacityLimit): limits of a service or resource
 * @mode: regular or peak
 * @period: a period
 * @calendar: the working days
 * @open_hours: hours of a working day
 *
 * What can be delivered in the period, by the limit that capacity_limits_find() finds, see capacity_limit_in().
 *
 * Returns: the amount in the whole period; NaN where none is given
 */
double
capacity_limits_at (const GPtrArray        *limits,
                    CapacityMode            mode,
                    CapacityPeriod          period,
                    const CapacityCalendar *calendar,
                    double                  open_hours)
{
  const CapacityLimit *limit = capacity_limits_find (limits, mode, period);

  return limit != NULL ? capacity_limit_in (limit, period, calendar, open_hours) : NAN;
}
