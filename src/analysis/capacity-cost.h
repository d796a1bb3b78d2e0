/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-portfolio.h"

G_BEGIN_DECLS

/* K11 to K13: what a case costs, and what more capacity costs and brings. Amounts are in one unit of money
 * throughout; values of time and of delay are assumptions that the one who compares makes. */

/**
 * CapacityOption:
 * @cost: annualised cost, see capacity_annualised_cost()
 * @added: by #CapacityMode, capacity it adds, in one unit
 *
 * One way to have more capacity.
 */
typedef struct
{
  double cost;
  double added[CAPACITY_N_MODES];
} CapacityOption;

double capacity_cost_per_case     (const double         *annual_costs,
                                   const double         *shares,
                                   guint                 n,
                                   double                annual_volume);
double capacity_idle_cost         (double                annual_cost,
                                   double                utilisation);
double capacity_annualised_cost   (double                investment,
                                   double                running,
                                   double                rate,
                                   double                years);
double capacity_cost_per_added    (double                cost,
                                   double                added);
void   capacity_options_dominated (const CapacityOption *options,
                                   guint                 n,
                                   gboolean             *is_dominated);
void   capacity_options_marginal  (const CapacityOption *options,
                                   guint                 n,
                                   CapacityMode          mode,
                                   double               *marginal);
int    capacity_options_cheapest  (const CapacityOption *options,
                                   guint                 n,
                                   const double          gaps[CAPACITY_N_MODES]);
double capacity_net_benefit       (double                avoided_late,
                                   double                late_value,
                                   double                saved_wait,
                                   double                annual_volume,
                                   double                wait_value,
                                   double                saved_hours,
                                   double                hour_cost,
                                   double                cost);
double capacity_payback           (double                investment,
                                   double                yearly_net);

G_END_DECLS
