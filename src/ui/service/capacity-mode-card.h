/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "capacity-assessment.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_MODE_CARD (capacity_mode_card_get_type ())

G_DECLARE_FINAL_TYPE (CapacityModeCard, capacity_mode_card, CAPACITY, MODE_CARD, GtkWidget)

GtkWidget *capacity_mode_card_new         (CapacityMode                     mode);
void       capacity_mode_card_set_service (CapacityModeCard                *self,
                                           const CapacityAssessment        *assessment,
                                           const CapacityServiceAssessment *service);

G_END_DECLS
