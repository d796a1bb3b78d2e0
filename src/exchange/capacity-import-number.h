/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CapacityImportNumberOutcome:
 * @CAPACITY_IMPORT_NUMBER_VALUE: a number that is not negative
 * @CAPACITY_IMPORT_NUMBER_MISSING: the cell is empty or says that there is no value, such as "…" or "NULL"
 * @CAPACITY_IMPORT_NUMBER_CENSORED: the cell tells a range, such as "<5", "no 1 līdz 5" or "52+"
 * @CAPACITY_IMPORT_NUMBER_NEGATIVE: a number below zero
 * @CAPACITY_IMPORT_NUMBER_TOO_LARGE: 10¹⁵ or more
 * @CAPACITY_IMPORT_NUMBER_INVALID: anything else
 *
 * What the cell of a volume holds.
 */
typedef enum
{
  CAPACITY_IMPORT_NUMBER_VALUE,
  CAPACITY_IMPORT_NUMBER_MISSING,
  CAPACITY_IMPORT_NUMBER_CENSORED,
  CAPACITY_IMPORT_NUMBER_NEGATIVE,
  CAPACITY_IMPORT_NUMBER_TOO_LARGE,
  CAPACITY_IMPORT_NUMBER_INVALID,
} CapacityImportNumberOutcome;

gboolean                    capacity_import_number_is_missing (const char *text,
                                                               gsize       length);
CapacityImportNumberOutcome capacity_import_number_parse      (const char *text,
                                                               gsize       length,
                                                               char        decimal,
                                                               double     *value);

G_END_DECLS
