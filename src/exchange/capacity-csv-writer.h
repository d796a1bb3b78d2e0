/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CapacityCsvForm:
 * @CAPACITY_CSV_CANONICAL: for programs: UTF-8, comma, decimal point, lines end with LF; never depends on the
 *   locale
 * @CAPACITY_CSV_LATVIAN: for spreadsheets of Latvian users: UTF-8 with byte order mark, semicolon, decimal
 *   comma, CRLF
 */
typedef enum
{
  CAPACITY_CSV_CANONICAL,
  CAPACITY_CSV_LATVIAN,
} CapacityCsvForm;

/**
 * CapacityCsvWriter:
 *
 * Writes a table row by row into memory. Text that a spreadsheet would take for a formula is made harmless.
 */
typedef struct _CapacityCsvWriter CapacityCsvWriter;

CapacityCsvWriter *capacity_csv_writer_new        (CapacityCsvForm    form);
void               capacity_csv_writer_free       (CapacityCsvWriter *self);
void               capacity_csv_writer_add_text   (CapacityCsvWriter *self,
                                                   const char        *text);
void               capacity_csv_writer_add_number (CapacityCsvWriter *self,
                                                   double             value);
void               capacity_csv_writer_end_row    (CapacityCsvWriter *self);
GBytes            *capacity_csv_writer_end        (CapacityCsvWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityCsvWriter, capacity_csv_writer_free)

G_END_DECLS
