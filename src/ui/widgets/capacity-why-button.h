/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "capacity-explanation.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_WHY_BUTTON (capacity_why_button_get_type ())

G_DECLARE_FINAL_TYPE (CapacityWhyButton, capacity_why_button, CAPACITY, WHY_BUTTON, GtkWidget)

GtkWidget *capacity_why_button_new          (CapacityFigure                    figure,
                                             CapacityMode                      mode);
void       capacity_why_button_set_figures  (CapacityWhyButton                *self,
                                             const CapacityFigure             *figures,
                                             guint                             n_figures);
void       capacity_why_button_set_service  (CapacityWhyButton                *self,
                                             const CapacityAssessment         *assessment,
                                             const CapacityServiceAssessment  *service);
void       capacity_why_button_set_resource (CapacityWhyButton                *self,
                                             const CapacityAssessment         *assessment,
                                             const CapacityResourceAssessment *resource);

G_END_DECLS
