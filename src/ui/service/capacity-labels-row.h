/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-portfolio.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_LABELS_ROW (capacity_labels_row_get_type ())
G_DECLARE_FINAL_TYPE (CapacityLabelsRow, capacity_labels_row, CAPACITY, LABELS_ROW, AdwExpanderRow)

GtkWidget *capacity_labels_row_new     (const CapacityPortfolio *portfolio,
                                        CapacityLabelKind        kind,
                                        const GPtrArray         *labels);
void       capacity_labels_row_collect (CapacityLabelsRow       *self,
                                        GPtrArray               *labels);

G_END_DECLS
