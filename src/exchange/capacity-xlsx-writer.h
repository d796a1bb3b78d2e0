/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CapacityXlsxWriter:
 *
 * Writes one sheet of a spreadsheet from left to right and from top to bottom. The first row is its heading.
 */
typedef struct _CapacityXlsxWriter CapacityXlsxWriter;

CapacityXlsxWriter *capacity_xlsx_writer_new        (const char         *sheet);
void                capacity_xlsx_writer_free       (CapacityXlsxWriter *self);
void                capacity_xlsx_writer_add_text   (CapacityXlsxWriter *self,
                                                     const char         *text);
void                capacity_xlsx_writer_add_number (CapacityXlsxWriter *self,
                                                     double              value);
void                capacity_xlsx_writer_end_row    (CapacityXlsxWriter *self);
GBytes             *capacity_xlsx_writer_end        (CapacityXlsxWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityXlsxWriter, capacity_xlsx_writer_free)

G_END_DECLS
