/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-service.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_PARTS_CARD (capacity_parts_card_get_type ())

G_DECLARE_FINAL_TYPE (CapacityPartsCard, capacity_parts_card, CAPACITY, PARTS_CARD, AdwBin)

void capacity_parts_card_show (CapacityPartsCard     *self,
                               const CapacityService *service,
                               CapacityDate           as_of);

G_END_DECLS
