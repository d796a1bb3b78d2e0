/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-course.h"

#include "capacity-assess-private.h"
#include "capacity-queue.h"
#include "capacity-statistics.h"

#include <math.h>

/* Less says nothing about what varies. */
#define MIN_SIGNAL_MONTHS 12

/* The months by which season and trend are judged. */
static CapacitySeries *
recent (const CapacityServiceAssessment *service)
{
  const CapacitySeries *demand = service->demand;
  guint n;

  if (demand == NULL)
    return NULL;
  n = MIN (demand->n, CAPACITY_TREND_MONTHS);

  return capacity_series_slice (demand, demand->first + (int) (demand->n - n), n);
}

/**
 * capacity_course_season:
 * @service: what is known of a service
 * @indices: where to put how each month of the year differs from the mean, as a ratio, January first
 *
 * Returns: whether a season is known: two years were measured
 */
gboolean
capacity_course_season (const CapacityServiceAssessment *service,
                        double                           indices[CAPACITY_SEASON_LENGTH])
{
  g_autoptr (CapacitySeries) months = recent (service);
  double shifted[CAPACITY_SEASON_LENGTH];
  int january;

  if (months == NULL || !capacity_seasonal_indices (months->values, months->n, TRUE, shifted))
    return FALSE;
  january = capacity_month (1970, 1).index;
  for (int i = 0; i < CAPACITY_SEASON_LENGTH; i++)
    {
      int place = (months->first + i - january) % CAPACITY_SEASON_LENGTH;

      indices[(place + CAPACITY_SEASON_LENGTH) % CAPACITY_SEASON_LENGTH] = shifted[i];
    }

  return TRUE;
}

/**
 * capacity_course_signals:
 * @service: what is known of a service
 *
 * Returns: which of the last two years' months show more than chance, once the season is taken out
 */
CapacityCourseSignals
capacity_course_signals (const CapacityServiceAssessment *service)
{
  g_autoptr (CapacitySeries) months = recent (service);
  double adjusted[CAPACITY_TREND_MONTHS];
  CapacityCourseSignals self = { 0 };
  guint n;

  if (months == NULL)
    return self;
  n = MIN (months->n, CAPACITY_SIGNAL_MONTHS);
  capacity_seasonal_adjust (months->values, months->n, adjusted);
  memcpy (self.values, adjusted + months->n - n, n * sizeof (double));
  self.limits = capacity_xmr_limits (self.values, n);
  if (capacity_n_measured (self.values, n) < MIN_SIGNAL_MONTHS || isnan (self.limits.mean))
    return self;

  self.first = months->first + (int) (months->n - n);
  self.n = n;
  capacity_xmr_signals (self.values, n, self.limits, self.signals);
  for (guint i = 0; i < n; i++)
    self.n_signals += self.signals[i] != CAPACITY_XMR_NOISE;

  return self;
}

/**
 * capacity_course_stock:
 * @service: what is known of a service
 * @as_of: the day of the assessment
 *
 * Returns: (transfer full) (nullable): how many cases waited at the end of each month, counted or, after the last
 *   count, carried on by what came and what was done (K7); %NULL where the stock was never counted
 */
CapacitySeries *
capacity_course_stock (const CapacityServiceAssessment *service,
                       CapacityDate                     as_of)
{
  g_autoptr (CapacitySeries) counted = capacity_assess_measured_months (as_of, service->service,
                                                                        CAPACITY_MEASURE_STOCK);
  g_autoptr (CapacitySeries) done = capacity_assess_measured_months (as_of, service->service,
                                                                     CAPACITY_MEASURE_COMPLETIONS);
  g_autoptr (GArray) values = NULL;
  int month;

  if (counted == NULL)
    return NULL;

  values = g_array_new (FALSE, FALSE, sizeof (double));
  g_array_append_vals (values, counted->values, counted->n);
  month = counted->first + (int) counted->n;
  while (service->demand != NULL && done != NULL)
    {
      double next = capacity_stock_next (g_array_index (values, double, values->len - 1),
                                         capacity_series_at (service->demand, month),
                                         capacity_series_at (done, month), 0);

      if (isnan (next))
        break;
      g_array_append_val (values, next);
      month++;
    }

  return capacity_series_new (CAPACITY_PERIOD_MONTH, counted->first, (const double *) values->data, values->len);
}
