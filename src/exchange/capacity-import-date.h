/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-import-plan.h"

G_BEGIN_DECLS

/**
 * CapacityImportDateOutcome:
 * @CAPACITY_IMPORT_DATE_OK: a period
 * @CAPACITY_IMPORT_DATE_MISSING: the cell is empty
 * @CAPACITY_IMPORT_DATE_NO_SUCH: it has the form of a date, but the calendar has no such day
 * @CAPACITY_IMPORT_DATE_NO_WHOLE: days from one to another that are no whole week, month, quarter or year
 * @CAPACITY_IMPORT_DATE_HALF_YEAR: half a year, which is no period here
 * @CAPACITY_IMPORT_DATE_INVALID: anything else
 */
typedef enum
{
  CAPACITY_IMPORT_DATE_OK,
  CAPACITY_IMPORT_DATE_MISSING,
  CAPACITY_IMPORT_DATE_NO_SUCH,
  CAPACITY_IMPORT_DATE_NO_WHOLE,
  CAPACITY_IMPORT_DATE_HALF_YEAR,
  CAPACITY_IMPORT_DATE_INVALID,
} CapacityImportDateOutcome;

gboolean                  capacity_import_serial_parse     (const char              *text,
                                                            gsize                    length,
                                                            CapacityPeriod          *period);
CapacityImportDateOutcome capacity_import_date_parse       (const char              *text,
                                                            gsize                    length,
                                                            CapacityImportDateOrder  order,
                                                            CapacityPeriod          *period);
CapacityImportDateOutcome capacity_import_date_parse_one   (const char              *text,
                                                            gsize                    length,
                                                            CapacityImportDateOrder  order,
                                                            CapacityPeriod          *period);
int                       capacity_import_date_hour        (const char              *text,
                                                            gsize                    length);
CapacityImportDateOutcome capacity_import_year_parse       (const char              *text,
                                                            gsize                    length,
                                                            int                     *year);
CapacityImportDateOutcome capacity_import_year_part_parse  (const char              *text,
                                                            gsize                    length,
                                                            int                      year,
                                                            CapacityPeriodKind       unit,
                                                            CapacityPeriod          *period);
gboolean                  capacity_import_roman_parse      (const char              *text,
                                                            gsize                    length,
                                                            CapacityPeriod          *period);
gboolean                  capacity_import_unit_parse       (const char              *name,
                                                            CapacityPeriodKind      *unit);
CapacityImportDateOutcome capacity_import_plan_parse_part  (const CapacityImportPlan *plan,
                                                            const char              *text,
                                                            gsize                    length,
                                                            int                      year,
                                                            CapacityPeriod          *period);

G_END_DECLS
