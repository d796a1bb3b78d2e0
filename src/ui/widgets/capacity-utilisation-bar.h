/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "capacity-assessment.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_UTILISATION_BAR (capacity_utilisation_bar_get_type ())

G_DECLARE_FINAL_TYPE (CapacityUtilisationBar, capacity_utilisation_bar, CAPACITY, UTILISATION_BAR, GtkWidget)

GtkWidget *capacity_utilisation_bar_new      (void);
void       capacity_utilisation_bar_set_mode (CapacityUtilisationBar       *self,
                                              const CapacityModeAssessment *mode);

G_END_DECLS
