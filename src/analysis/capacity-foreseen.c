/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-foreseen.h"

#include "capacity-forecast-private.h"

#include <math.h>

/* Less than this part of what comes without an event does not tell how much that was. */
#define LEAST_LEFT 0.1

#define YEAR_MONTHS 12

static double
known_or_none (double value)
{
  return isnan (value) ? 0 : value;
}

/**
 * capacity_foreseen_part:
 * @event: what is known
 * @month: index of a month
 *
 * Returns: the part of the month's days on which the event acts
 */
double
capacity_foreseen_part (const CapacityKnownEvent *event,
                        int                       month)
{
  CapacityPeriod period = { CAPACITY_PERIOD_MONTH, month };
  CapacityDate first = MAX (event->from, capacity_period_first_day (period));
  CapacityDate last = capacity_period_last_day (period);

  if (event->until != CAPACITY_DATE_NONE)
    last = MIN (last, event->until);

  return last < first ? 0 : (double) (last - first + 1) / capacity_period_n_days (period);
}

/* The share and the cases by which all of @events change a month. */
static void
add_events (const GPtrArray *events,
            int              month,
            double          *share,
            double          *cases)
{
  for (guint i = 0; i < events->len; i++)
    {
      const CapacityKnownEvent *event = events->pdata[i];
      double part = capacity_foreseen_part (event, month);

      *share += part * known_or_none (event->share);
      *cases += part * known_or_none (event->cases);
    }
}

/* What changes a month in all: the share of what comes without it, at least -1, and cases. */
static void
sum_events (const GPtrArray *own,
            const GPtrArray *common,
            int              month,
            double          *share,
            double          *cases)
{
  *share = *cases = 0;
  add_events (own, month, share, cases);
  add_events (common, month, share, cases);
  *share = MAX (*share, -1);
}

/**
 * capacity_foreseen_history:
 * @demand: months that were measured
 * @own: (element-type CapacityKnownEvent): what is known of the service
 * @common: (element-type CapacityKnownEvent): what is known for every service
 *
 * Takes what is known out of the months on which it acted: (value − Σ cases) / (1 + Σ share), not below 0, the inverse of
 * capacity_foreseen_forecast(). A forecast from these months is one of what comes without the events, and with them laid
 * on top each counts in full from its first day to its last, neither lost once its first month was measured nor counted
 * again as a level or a season that has been learnt. Where an event does other than was said of it, the difference
 * stands in these months, and the forecast learns it as any change of level. A month of which an event leaves next to
 * nothing does not tell what would come without it: that of the year before stands for it where there is one.
 *
 * Returns: (transfer full): the months without what is known; @demand where nothing acted on them
 */
CapacitySeries *
capacity_foreseen_history (const CapacitySeries *demand,
                           const GPtrArray      *own,
                           const GPtrArray      *common)
{
  g_autofree double *values = NULL;
  gboolean is_changed = FALSE;

  if (own->len + common->len == 0)
    return capacity_series_ref (demand);
  values = g_memdup2 (demand->values, demand->n * sizeof (double));
  for (guint i = 0; i < demand->n; i++)
    {
      double share, cases;

      sum_events (own, common, demand->first + (int) i, &share, &cases);
      if (isnan (values[i]) || (share == 0 && cases == 0))
        continue;
      is_changed = TRUE;
      if (1 + share >= LEAST_LEFT)
        values[i] = MAX (0, (values[i] - cases) / (1 + share));
      else if (i >= YEAR_MONTHS && !isnan (values[i - YEAR_MONTHS]))
        values[i] = values[i - YEAR_MONTHS];
    }

  return is_changed ? capacity_series_new (demand->kind, demand->first, values, demand->n) : capacity_series_ref (demand);
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

  if (own->len + common->len == 0 || plain->horizon == 0)
    return capacity_forecast_ref (plain);
  self = capacity_forecast_alloc_like (plain, plain->horizon);
  for (guint i = 0; i < plain->horizon; i++)
    {
      double share, cases;

      sum_events (own, common, plain->first + (int) i, &share, &cases);
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
      foreseen->first = plain->first;
      foreseen->n_months = plain->horizon;
      foreseen->cases = g_new (double, MAX (1, plain->horizon));
      for (guint j = 0; j < plain->horizon; j++)
        foreseen->cases[j] = capacity_foreseen_part (event, plain->first + (int) j)
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
