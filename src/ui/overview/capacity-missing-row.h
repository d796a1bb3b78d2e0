/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-assessment.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_MISSING_ROW (capacity_missing_row_get_type ())

G_DECLARE_FINAL_TYPE (CapacityMissingRow, capacity_missing_row, CAPACITY, MISSING_ROW, AdwExpanderRow)

/**
 * CapacityMissing:
 *
 * What a verdict may lack.
 */
typedef enum
{
  CAPACITY_MISSING_CAPACITY,
  CAPACITY_MISSING_DATA,
  CAPACITY_MISSING_NEW_DATA,
} CapacityMissing;

GtkWidget *capacity_missing_row_new            (CapacityMissing           missing);
guint      capacity_missing_row_set_assessment (CapacityMissingRow       *self,
                                                const CapacityAssessment *assessment);

G_END_DECLS
