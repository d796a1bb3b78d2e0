/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-service-order.h"

#include <math.h>

static int
compare_texts (CapacityServiceText  text,
               CapacityServiceItem *a,
               CapacityServiceItem *b)
{
  return capacity_item_compare_texts (CAPACITY_ITEM (a), CAPACITY_ITEM (b), text,
                                      capacity_service_item_get_text (a, text),
                                      capacity_service_item_get_text (b, text));
}

/* Where a month of exhaustion stands among the others: what is short already first, what will not be after all that
 * will; %NAN where nothing is known. */
static double
exhaustion_key (const CapacityExhaustion *exhaustion,
                double                    month)
{
  switch (exhaustion->state)
    {
    case CAPACITY_EXHAUSTION_ALREADY:
      return 0;
    case CAPACITY_EXHAUSTION_WITHIN:
      return month != 0 ? month : exhaustion->horizon_end + 0.5;
    case CAPACITY_EXHAUSTION_NOT_WITHIN_HORIZON:
      return exhaustion->horizon_end + 1;
    case CAPACITY_EXHAUSTION_UNKNOWN:
    default:
      return NAN;
    }
}

/* A number by which services stand in @order, the lowest first; %NAN where it is not known. */
static double
number_of (CapacityServiceOrder             order,
           const CapacityServiceAssessment *service)
{
  const CapacityExhaustion *exhaustion = &service->exhaustion;

  switch (order)
    {
    case CAPACITY_SERVICE_ORDER_PHASE:
      return service->service->phase;
    case CAPACITY_SERVICE_ORDER_VOLUME:
      return service->last12;
    case CAPACITY_SERVICE_ORDER_TREND:
      return service->trend.is_certain ? service->trend.per_year : NAN;
    case CAPACITY_SERVICE_ORDER_OVERALL:
      return -(double) service->overall;
    case CAPACITY_SERVICE_ORDER_REGULAR:
      return -(double) service->modes[CAPACITY_MODE_REGULAR].verdict;
    case CAPACITY_SERVICE_ORDER_PEAK:
      return -(double) service->modes[CAPACITY_MODE_PEAK].verdict;
    case CAPACITY_SERVICE_ORDER_LONG_TERM:
      return -(double) service->modes[CAPACITY_MODE_LONG_TERM].verdict;
    case CAPACITY_SERVICE_ORDER_REGULAR_USE:
      return service->modes[CAPACITY_MODE_REGULAR].utilisation;
    case CAPACITY_SERVICE_ORDER_PEAK_USE:
      return service->modes[CAPACITY_MODE_PEAK].utilisation;
    case CAPACITY_SERVICE_ORDER_QUEUE:
      return service->queue.is_known ? service->queue.clearance_days : NAN;
    case CAPACITY_SERVICE_ORDER_EXHAUSTION:
      return exhaustion_key (exhaustion,
                             exhaustion->likely != 0 ? exhaustion->likely : exhaustion->earliest + 0.5);
    case CAPACITY_SERVICE_ORDER_EARLIEST:
      return exhaustion_key (exhaustion, exhaustion->earliest);
    case CAPACITY_SERVICE_ORDER_LATEST:
      return exhaustion_key (exhaustion, exhaustion->latest);
    case CAPACITY_SERVICE_ORDER_DECIDE_BY:
      return exhaustion->decide_by != CAPACITY_DATE_NONE ? exhaustion->decide_by : NAN;
    case CAPACITY_SERVICE_ORDER_QUALITY:
    default:
      return service->quality.n_periods > 0 ? service->quality.score : 0;
    }
}

static int
compare_numbers (double a,
                 double b)
{
  if (isnan (a) || isnan (b))
    return (isnan (a) != 0) - (isnan (b) != 0);

  return (a > b) - (a < b);
}

/**
 * capacity_service_order_compare:
 * @order: by what
 * @a: a service
 * @b: another
 *
 * Returns: less than, equal to or greater than 0, as @a comes before, with or after @b
 */
int
capacity_service_order_compare (CapacityServiceOrder  order,
                                CapacityServiceItem  *a,
                                CapacityServiceItem  *b)
{
  switch (order)
    {
    case CAPACITY_SERVICE_ORDER_NAME:
      return compare_texts (CAPACITY_SERVICE_TEXT_NAME, a, b);
    case CAPACITY_SERVICE_ORDER_CODE:
      return compare_texts (CAPACITY_SERVICE_TEXT_CODE, a, b);
    case CAPACITY_SERVICE_ORDER_OWNER:
      return compare_texts (CAPACITY_SERVICE_TEXT_OWNER, a, b);
    case CAPACITY_SERVICE_ORDER_DEPARTMENT:
      return compare_texts (CAPACITY_SERVICE_TEXT_DEPARTMENT, a, b);
    default:
      return compare_numbers (number_of (order, capacity_service_item_get_assessment (a)),
                              number_of (order, capacity_service_item_get_assessment (b)));
    }
}
