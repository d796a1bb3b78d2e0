/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "capacity-import-date.h"
#include "capacity-import-number.h"
#include "fuzz.h"

/* Dates and numbers as people write them; what is accepted is finite and not negative. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  const char *text = (const char *) data;
  CapacityPeriod period;
  double value = NAN;
  int year;

  for (guint order = 0; order < CAPACITY_N_IMPORT_DATE_ORDERS; order++)
    capacity_import_date_parse (text, size, (CapacityImportDateOrder) order, &period);
  capacity_import_year_parse (text, size, &year);
  capacity_import_year_part_parse (text, size, 2026, CAPACITY_PERIOD_WEEK, &period);
  capacity_import_roman_parse (text, size, &period);
  if (capacity_import_number_parse (text, size, ',', &value) == CAPACITY_IMPORT_NUMBER_VALUE)
    g_assert_true (isfinite (value) && value >= 0);
  if (capacity_import_number_parse (text, size, '.', &value) == CAPACITY_IMPORT_NUMBER_VALUE)
    g_assert_true (isfinite (value) && value >= 0);

  return 0;
}
