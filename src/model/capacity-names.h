/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-portfolio.h"

G_BEGIN_DECLS

/* Names that a portfolio uses already, to be offered where one is typed. Each is sorted as the user's language
 * does and has every name once. */

char **capacity_names_people      (const CapacityPortfolio *portfolio);
char **capacity_names_departments (const CapacityPortfolio *portfolio);
char **capacity_names_providers   (const CapacityPortfolio *portfolio);
char **capacity_names_units       (const CapacityPortfolio *portfolio);
char **capacity_names_places      (const CapacityPortfolio *portfolio);
char **capacity_names_labels      (const CapacityPortfolio *portfolio,
                                   CapacityLabelKind        kind);

G_END_DECLS
