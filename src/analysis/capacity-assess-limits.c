/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-assess-private.h"

#include "capacity-offer.h"

#include <math.h>

static CapacityPeriod
month_period (int month)
{
  return (CapacityPeriod){ CAPACITY_PERIOD_MONTH, month };
}

/**
 * capacity_assess_horizon:
 * @context: what is shared
 *
 * Returns: how many months to look ahead, that of the assessment among them; a setting beyond reason is
 *   brought back
 */
int
capacity_assess_horizon (const CapacityAssessContext *context)
{
  return CLAMP (context->portfolio->institution.horizon_months, 1, CAPACITY_MAX_HORIZON_MONTHS);
}

/**
 * capacity_assess_working_days:
 * @context: what is shared
 * @month: index of a month
 *
 * Counts once and remembers, because every limit a day or a week asks. Threads that ask at the same time
 * count the same.
 *
 * Returns: working days of the month
 */
int
capacity_assess_working_days (CapacityAssessContext *context,
                              int                    month)
{
  int place = month - context->month + (int) G_N_ELEMENTS (context->working_days) / 2;
  int n;

  if (place < 0 || place >= (int) G_N_ELEMENTS (context->working_days))
    return capacity_calendar_working_days (context->portfolio->calendar, month_period (month));
  n = g_atomic_int_get (&context->working_days[place]);
  if (n == 0)
    {
      n = capacity_calendar_working_days (context->portfolio->calendar, month_period (month));
      g_atomic_int_set (&context->working_days[place], n);
    }

  return n;
}

/**
 * capacity_assess_year_days:
 * @context: what is shared
 * @month: index of a month
 *
 * Returns: working days of the year that it lies in
 */
int
capacity_assess_year_days (CapacityAssessContext *context,
                           int                    month)
{
  int n = 0;

  for (int i = 0; i < CAPACITY_YEAR_MONTHS; i++)
    n += capacity_assess_working_days (context, month - month % CAPACITY_YEAR_MONTHS + i);

  return n;
}

static gboolean
falls_in (CapacityDate date,
          int          month)
{
  return date != CAPACITY_DATE_NONE
         && capacity_period_of_date (CAPACITY_PERIOD_MONTH, date).index == month;
}

/* Whether another limit may hold in @month than in the one before. */
static gboolean
is_step (const GPtrArray *limits,
         int              month)
{
  for (guint i = 0; i < limits->len; i++)
    {
      const CapacityLimit *limit = limits->pdata[i];

      if (falls_in (limit->from, month) || falls_in (limit->from, month - 1) || falls_in (limit->until, month)
          || falls_in (limit->until, month - 1))
        return TRUE;
    }

  return FALSE;
}

/* Whether all limits are given a month or longer, or all by days: between two steps they then stay the same, or follow
 * the working days. */
static gboolean
are_alike (const GPtrArray *limits)
{
  for (guint i = 1; i < limits->len; i++)
    if (capacity_limit_is_by_days (limits->pdata[0]) != capacity_limit_is_by_days (limits->pdata[i]))
      return FALSE;

  return TRUE;
}

/**
 * capacity_assess_limits:
 * @context: what is shared
 * @limits: (element-type CapacityLimit): limits of a service or resource
 * @mode: regular or peak
 * @first: index of the first month
 * @n: number of months
 * @values: (array length=n): where to put what can be delivered in each; NaN where no limit holds
 *
 * Limits as a step function of the month, as capacity_limits_at() says it for each, but only asked where
 * something changes: a limit an hour, a day or a week follows the working days of the month, a longer one stays the
 * same.
 */
void
capacity_assess_limits (CapacityAssessContext *context,
                        const GPtrArray       *limits,
                        CapacityMode           mode,
                        int                    first,
                        guint                  n,
                        double                *values)
{
  gboolean are_short = limits->len > 0 && capacity_limit_is_by_days (limits->pdata[0]);
  gboolean is_plain = are_alike (limits);
  double base = NAN;
  int base_days = 1;

  for (guint i = 0; i < n; i++)
    {
      int month = first + (int) i;

      if (i == 0 || !is_plain || is_step (limits, month))
        {
          base = limits->len == 0 ? NAN
                                  : capacity_limits_at (limits, mode, month_period (month),
                                                        context->portfolio->calendar,
                                                        context->portfolio->institution.day_hours);
          base_days = are_short ? capacity_assess_working_days (context, month) : 1;
        }
      values[i] = are_short ? base / base_days * capacity_assess_working_days (context, month) : base;
    }
}

/**
 * capacity_assess_offers:
 * @context: what is shared
 * @resource: a resource
 * @mode: regular or peak
 * @first: index of the first month
 * @n: number of months
 * @values: (array length=n): where to put what it can give in each; NaN where nothing is known
 *
 * Looks for the limits that hold only in months where others may hold than in the one before.
 */
void
capacity_assess_offers (CapacityAssessContext  *context,
                        const CapacityResource *resource,
                        CapacityMode            mode,
                        int                     first,
                        guint                   n,
                        double                 *values)
{
  g_autoptr (GArray) pieces = NULL;

  for (guint i = 0; i < n; i++)
    {
      int month = first + (int) i;

      if (i == 0 || is_step (resource->limits, month))
        {
          g_clear_pointer (&pieces, g_array_unref);
          pieces = capacity_offer_pieces (resource, mode, month, context->portfolio->calendar);
        }
      values[i] = capacity_offer_of_pieces (resource, pieces, context->portfolio->institution.day_hours,
                                            capacity_assess_working_days (context, month),
                                            capacity_assess_year_days (context, month))
                  * capacity_offer_availability (resource);
    }
}
