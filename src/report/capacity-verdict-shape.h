/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-assessment.h"
#include "capacity-glyphs.h"

G_BEGIN_DECLS

CapacityShape capacity_verdict_shape (CapacityVerdict verdict);

G_END_DECLS
