/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-service-item.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_RANKING_ROW (capacity_ranking_row_get_type ())

G_DECLARE_FINAL_TYPE (CapacityRankingRow, capacity_ranking_row, CAPACITY, RANKING_ROW, AdwActionRow)

GtkWidget *capacity_ranking_row_new (CapacityServiceItem *item,
                                     CapacityDate         as_of);

G_END_DECLS
