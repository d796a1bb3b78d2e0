/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CapacitySheetFormat:
 * @CAPACITY_SHEET_FORMAT_NUMBER: a number
 * @CAPACITY_SHEET_FORMAT_DATE: a day, counted from the beginning of its calendar, perhaps with the time
 * @CAPACITY_SHEET_FORMAT_TIME: a time of day
 * @CAPACITY_SHEET_FORMAT_PERCENT: a share
 *
 * What the number of a cell stands for, as its format shows it.
 */
typedef enum
{
  CAPACITY_SHEET_FORMAT_NUMBER,
  CAPACITY_SHEET_FORMAT_DATE,
  CAPACITY_SHEET_FORMAT_TIME,
  CAPACITY_SHEET_FORMAT_PERCENT,
} CapacitySheetFormat;

CapacitySheetFormat capacity_sheet_format_of_id   (guint                id);
CapacitySheetFormat capacity_sheet_format_of_code (const char          *code);
void                capacity_sheet_format_append  (GString             *text,
                                                   CapacitySheetFormat  format,
                                                   double               value,
                                                   gboolean             is_1904);

G_END_DECLS
