/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-change.h"

G_BEGIN_DECLS

CapacityPortfolio *capacity_sample_new       (CapacityDate             as_of);
CapacityChange    *capacity_sample_to_change (const CapacityPortfolio *sample);

G_END_DECLS
