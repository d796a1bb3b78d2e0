/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-foreseen.h"

#include "capacity-forecast-private.h"

#include <math.h>
#include <string.h>

static double
known_or_none (double value)
{
  return isnan (value) ? 0 : value;
}

static gboolean
is_measured (const CapacityKnownEvent *event,
             int                       last_measured)
{
  return event->from <= capacity_period_last_day ((CapacityPeriod){ CAPACITY_PERIOD_MONTH, last_measured });
}

/**
 * capacity_foreseen_part:
 * @event: what is known
 * @last_measured: index of the last month that was measured
 * @month: index of a later month
 *
 * Returns: the part of the month's days on which the event acts; 0 where it began before the last measurement, because
 *   then the measurements, and the forecast from them, hold it already
 */
double
capacity_foreseen_part (const CapacityKnownEvent *event,
                        int                       last_measured,
                        int                       month)
{
  CapacityPeriod period = { CAPACITY_PERIOD_MONTH, month };
  CapacityDate first = MAX (event->from, capacity_period_first_day (period));
  CapacityDate last = capacity_period_last_day (period);

  if (event->until != CAPACITY_DATE_NONE)
    last = MIN (last, event->until);
  if (is_measured (event, last_measured) || last < first)
    return 0;

  return (double) (last - first + 1) / capacity_period_n_days (period);
}

/* The share and the cases by which all of @events change a month. */
static void
add_events (const GPtrArray *events,
            int              last_measured,
            int              month,
            double          *share,
            double          *cases)
{
  for (guint i = 0; i < events->len; i++)
    {
      const CapacityKnownEvent *event = events->pdata[i];
      double part = capacity_foreseen_part (event, last_measured, month);

      *share += part * known_or_none (event->share);
      *cases += part * known_or_none (event->cases);
    }
}

static void
change (double       *values,
        const double *plain,
        double        share,
        double        cases)
{
  *values = MAX (0, *plain * (1 + share) + cases);
}

/**
 * capacity_foreseen_forecast:
 * @plain: a forecast of months
 * @own: (element-type CapacityKnownEvent): what is known of the service
 * @common: (element-type CapacityKnownEvent): what is known for every service
 *
 * Lays what is known on top: F · (1 + Σ share) + Σ cases in each month, the bounds alike, never below 0. The shares are
 * of the forecast without events, so that each event's part can be told.
 *
 * Returns: (transfer full): the forecast with what is known; @plain where that changes nothing
 */
CapacityForecast *
capacity_foreseen_forecast (CapacityForecast *plain,
                            const GPtrArray  *own,
                            const GPtrArray  *common)
{
  CapacityForecast *self;
  CapacityForecast arrays;

  if (own->len + common->len == 0 || plain->horizon == 0)
    return capacity_forecast_ref (plain);
  self = capacity_forecast_alloc (plain->horizon, plain->n_events);
  arrays = *self;
  *self = *plain;
  self->median = arrays.median;
  self->low80 = arrays.low80;
  self->high80 = arrays.high80;
  self->low95 = arrays.low95;
  self->high95 = arrays.high95;
  self->events = arrays.events;
  if (plain->n_events > 0)
    memcpy ((CapacityEvent *) self->events, plain->events, plain->n_events * sizeof *plain->events);
  for (guint i = 0; i < plain->horizon; i++)
    {
      double share = 0;
      double cases = 0;

      add_events (own, plain->first - 1, plain->first + (int) i, &share, &cases);
      add_events (common, plain->first - 1, plain->first + (int) i, &share, &cases);
      share = MAX (share, -1);
      change ((double *) &self->median[i], &plain->median[i], share, cases);
      change ((double *) &self->low80[i], &plain->low80[i], share, cases);
      change ((double *) &self->high80[i], &plain->high80[i], share, cases);
      change ((double *) &self->low95[i], &plain->low95[i], share, cases);
      change ((double *) &self->high95[i], &plain->high95[i], share, cases);
    }

  return self;
}

static gboolean
same_number (double a,
             double b)
{
  return a == b || (isnan (a) && isnan (b));
}

/**
 * capacity_foreseen_equal:
 * @a: (element-type CapacityKnownEvent): events
 * @b: (element-type CapacityKnownEvent): others
 *
 * Returns: whether both change forecasts alike
 */
gboolean
capacity_foreseen_equal (const GPtrArray *a,
                         const GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const CapacityKnownEvent *x = a->pdata[i];
      const CapacityKnownEvent *y = b->pdata[i];

      if (x->from != y->from || x->until != y->until || !same_number (x->share, y->share)
          || !same_number (x->cases, y->cases))
        return FALSE;
    }

  return TRUE;
}

/**
 * capacity_foreseen_free:
 * @self: (transfer full): what an event does
 */
void
capacity_foreseen_free (CapacityForeseen *self)
{
  g_free (self->cases);
  g_free (self);
}

static void
list_events (GPtrArray              *list,
             const GPtrArray        *events,
             gboolean                is_common,
             const CapacityForecast *plain)
{
  for (guint i = 0; i < events->len; i++)
    {
      CapacityForeseen *foreseen = g_new0 (CapacityForeseen, 1);
      const CapacityKnownEvent *event = events->pdata[i];

      foreseen->event = event;
      foreseen->is_common = is_common;
      foreseen->is_measured = is_measured (event, plain->first - 1);
      foreseen->first = plain->first;
      foreseen->n_months = plain->horizon;
      foreseen->cases = g_new (double, MAX (1, plain->horizon));
      for (guint j = 0; j < plain->horizon; j++)
        foreseen->cases[j] = capacity_foreseen_part (event, plain->first - 1, plain->first + (int) j)
                             * (known_or_none (event->share) * plain->median[j] + known_or_none (event->cases));
      g_ptr_array_add (list, foreseen);
    }
}

/**
 * capacity_assessment_list_foreseen:
 * @self: an assessment
 * @service: one of its services
 *
 * Returns: (transfer full) (element-type CapacityForeseen): what each known event, its own and the institution's, does to
 *   its forecast; empty without a forecast
 */
GPtrArray *
capacity_assessment_list_foreseen (const CapacityAssessment        *self,
                                   const CapacityServiceAssessment *service)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) capacity_foreseen_free);

  if (service->plain == NULL)
    return list;
  list_events (list, service->service->events, FALSE, service->plain);
  list_events (list, self->portfolio->events, TRUE, service->plain);

  return list;
}
