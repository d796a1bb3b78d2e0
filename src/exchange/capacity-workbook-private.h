/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-package.h"
#include "capacity-sheet-writer.h"

G_BEGIN_DECLS

/* Nobody looks through more sheets. */
#define CAPACITY_WORKBOOK_MAX_SHEETS 256

/**
 * CapacityXlsxCells:
 * @strings: the texts that cells share, one after the other
 * @string_ends: (element-type gsize): where each of them ends
 * @formats: (element-type CapacitySheetFormat): what numbers stand for, by the cells' styles
 * @is_1904: whether days are counted from 1904
 *
 * What the sheets of a workbook of Office Open XML have in common.
 */
typedef struct
{
  GString *strings;
  GArray  *string_ends;
  GArray  *formats;
  gboolean is_1904;
} CapacityXlsxCells;

gboolean capacity_xlsx_read         (CapacityPackage          *package,
                                     GPtrArray                *tables,
                                     GError                  **error);
gboolean capacity_xlsx_read_strings (CapacityPackage          *package,
                                     const char               *part,
                                     CapacityXlsxCells        *cells,
                                     GError                  **error);
gboolean capacity_xlsx_read_styles  (CapacityPackage          *package,
                                     const char               *part,
                                     CapacityXlsxCells        *cells,
                                     GError                  **error);
gboolean capacity_xlsx_read_sheet   (CapacityPackage          *package,
                                     const char               *part,
                                     const CapacityXlsxCells  *cells,
                                     CapacitySheetWriter      *writer,
                                     GError                  **error);
gboolean capacity_ods_read          (CapacityPackage          *package,
                                     GPtrArray                *tables,
                                     GError                  **error);

G_END_DECLS
