/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-quality.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_MISSING_ROW (capacity_missing_row_get_type ())

G_DECLARE_FINAL_TYPE (CapacityMissingRow, capacity_missing_row, CAPACITY, MISSING_ROW, AdwExpanderRow)

GtkWidget *capacity_missing_row_new            (CapacityLack              lack);
guint      capacity_missing_row_set_assessment (CapacityMissingRow       *self,
                                                const CapacityAssessment *assessment);

G_END_DECLS
