/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-portfolio.h"

G_BEGIN_DECLS

/* The units of an institution: services and resources name them. */

void   capacity_departments_count      (const CapacityPortfolio *portfolio,
                                        const char              *name,
                                        guint                   *n_services,
                                        guint                   *n_resources);
char **capacity_departments_list_missing (const CapacityPortfolio *portfolio);

G_END_DECLS
