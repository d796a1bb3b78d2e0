/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-period.h"

G_BEGIN_DECLS

/**
 * CapacityQuantity:
 * @value: how much; NaN means "not known"
 * @per: in which period, for a rate
 * @has_per: whether it is a rate
 *
 * An amount, or an amount in a period such as 1 200 a month. The unit's name lies beside it, with the service or
 * resource it belongs to. A plain value.
 */
typedef struct
{
  double             value;
  CapacityPeriodKind per;
  gboolean           has_per;
} CapacityQuantity;

gboolean capacity_quantity_parse     (const char         *text,
                                      CapacityQuantity   *quantity);
char    *capacity_quantity_to_string (CapacityQuantity    quantity);
double   capacity_rate_convert       (double              value,
                                      CapacityPeriodKind  from,
                                      CapacityPeriodKind  to);
gboolean capacity_number_parse       (const char         *text,
                                      double             *value);

G_END_DECLS
