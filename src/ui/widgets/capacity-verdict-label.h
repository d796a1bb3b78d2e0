/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "capacity-assessment.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_VERDICT_LABEL (capacity_verdict_label_get_type ())

G_DECLARE_FINAL_TYPE (CapacityVerdictLabel, capacity_verdict_label, CAPACITY, VERDICT_LABEL, GtkWidget)

GtkWidget    *capacity_verdict_label_new         (CapacityVerdict       verdict);
void          capacity_verdict_label_set_verdict (CapacityVerdictLabel *self,
                                                  CapacityVerdict       verdict);

G_END_DECLS
