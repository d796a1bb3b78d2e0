/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-portfolio.h"

G_BEGIN_DECLS

/* What a resource can give in a month: by the limits that hold in it, or where none holds by its posts; less the
 * time in which it cannot be used. */

/**
 * CapacityOfferPiece:
 * @limit: (nullable): the limit that holds; %NULL where the posts count, or nothing is known
 * @days: on how many working days of the month
 *
 * A part of a month in which the same holds.
 */
typedef struct
{
  const CapacityLimit *limit;
  double               days;
} CapacityOfferPiece;

GArray   *capacity_offer_pieces       (const CapacityResource *resource,
                                       CapacityMode            mode,
                                       int                     month,
                                       const CapacityCalendar *calendar);
gboolean  capacity_offer_is_staffed   (const CapacityResource *resource,
                                       const CapacityLimit    *limit);
double    capacity_offer_posts        (const CapacityResource *resource,
                                       const CapacityLimit    *limit);
double    capacity_offer_availability (const CapacityResource *resource);
double    capacity_offer_open_hours   (const CapacityResource *resource,
                                       double                  day_hours);
double    capacity_offer_of_piece     (const CapacityResource *resource,
                                       const CapacityLimit    *limit,
                                       double                  day_hours,
                                       int                     working_days,
                                       int                     year_days);
double    capacity_offer_of_pieces    (const CapacityResource *resource,
                                       const GArray           *pieces,
                                       double                  day_hours,
                                       int                     working_days,
                                       int                     year_days);
double    capacity_offer_post_hours   (const CapacityResource *resource,
                                       int                     month,
                                       double                  offered,
                                       double                  day_hours,
                                       const CapacityCalendar *calendar);

G_END_DECLS
