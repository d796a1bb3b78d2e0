/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* K8 and K9: counters and telephones, where people wait in line. Every time is in one unit, say minutes,
 * and rates are of the same unit. */

/**
 * CapacityLineState:
 * @CAPACITY_LINE_UNKNOWN: something is not known, or makes no sense
 * @CAPACITY_LINE_STEADY: the line has a length to speak of
 * @CAPACITY_LINE_GROWS: more comes than can be served, so there is a rate of growth and no waiting time
 *
 * Whether a line can be described by a mean.
 */
typedef enum
{
  CAPACITY_LINE_UNKNOWN,
  CAPACITY_LINE_STEADY,
  CAPACITY_LINE_GROWS,
} CapacityLineState;

/**
 * CapacityLine:
 * @state: whether the line is steady; the figures below @growth are NaN when it is not
 * @offered: traffic a = λ · t̄, in places that would be busy all the time
 * @load: ρ = a / c
 * @growth: people by which the line grows in a unit of time; 0 when steady
 * @waits: share of people who wait at all, P_w
 * @mean_wait: mean wait of all, W_q
 * @mean_length: mean number of people who wait, L_q
 *
 * A line before places that serve one person each.
 */
typedef struct
{
  CapacityLineState state;
  double            offered;
  double            load;
  double            growth;
  double            waits;
  double            mean_wait;
  double            mean_length;
} CapacityLine;

double       capacity_erlang_b       (double offered,
                                      guint  places);
CapacityLine capacity_erlang_c       (double arrivals,
                                      double service_time,
                                      guint  places);
double       capacity_service_level  (double arrivals,
                                      double service_time,
                                      guint  places,
                                      double limit);
guint        capacity_places_needed  (double arrivals,
                                      double service_time,
                                      double limit,
                                      double goal,
                                      double max_load);
guint        capacity_places_to_roster (const double *places,
                                        guint         n,
                                        double        shrinkage);
double       capacity_allen_cunneen  (double mean_wait,
                                      double cv2_arrivals,
                                      double cv2_service);

G_END_DECLS
