/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-quality.h"

G_BEGIN_DECLS

GtkWidget *capacity_finding_row_new (const CapacityPortfolio *portfolio,
                                     const CapacityFinding   *finding,
                                     guint                    index,
                                     gboolean                 can_change);

G_END_DECLS
