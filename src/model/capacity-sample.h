/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-portfolio.h"

G_BEGIN_DECLS

CapacityPortfolio *capacity_sample_new (CapacityDate as_of);

G_END_DECLS
