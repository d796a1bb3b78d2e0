/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "capacity-assessment.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_VERDICT_TABLE (capacity_verdict_table_get_type ())

G_DECLARE_FINAL_TYPE (CapacityVerdictTable, capacity_verdict_table, CAPACITY, VERDICT_TABLE, GtkWidget)

void capacity_verdict_table_set_assessment (CapacityVerdictTable     *self,
                                            const CapacityAssessment *assessment);

G_END_DECLS
