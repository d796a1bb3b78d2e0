/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-explanation.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_FIGURE_ROW (capacity_figure_row_get_type ())

G_DECLARE_FINAL_TYPE (CapacityFigureRow, capacity_figure_row, CAPACITY, FIGURE_ROW, AdwActionRow)

GtkWidget *capacity_figure_row_new         (CapacityFigure                   figure);
void       capacity_figure_row_set_service (CapacityFigureRow               *self,
                                            const CapacityAssessment        *assessment,
                                            const CapacityServiceAssessment *service);

G_END_DECLS
