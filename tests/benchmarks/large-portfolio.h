/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-portfolio.h"

CapacityPortfolio *large_portfolio_new           (guint              n_services,
                                                  guint              n_months,
                                                  CapacityDate       as_of);
void               large_portfolio_add_resources (CapacityPortfolio *portfolio,
                                                  guint              n_resources,
                                                  guint              n_needs);
