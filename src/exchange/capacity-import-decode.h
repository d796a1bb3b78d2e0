/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-import-plan.h"

G_BEGIN_DECLS

/**
 * CapacityImportText:
 * @data: (array length=length): UTF-8 without byte order mark, not terminated
 * @length: number of bytes
 * @owned: (nullable): memory behind @data, or %NULL where @data lies in the file's own bytes
 * @first_line: number of the first line
 * @is_grid: whether the rows come from a spreadsheet: then each cell is certain to be in its column, and rows
 *   end where their last cell is
 * @repeats: (nullable): the cells that repeat another one, see #CapacityImportTable
 */
typedef struct
{
  const char *data;
  gsize       length;
  char       *owned;
  guint64     first_line;
  gboolean    is_grid;
  GArray     *repeats;
} CapacityImportText;

gboolean capacity_import_detect     (const guint8            *bytes,
                                     gsize                    length,
                                     CapacityImportEncoding  *encoding,
                                     GError                 **error);
gboolean capacity_import_decode     (const guint8            *bytes,
                                     gsize                    length,
                                     CapacityImportEncoding   encoding,
                                     CapacityImportText      *text,
                                     GError                 **error);
void     capacity_import_text_clear (CapacityImportText      *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CapacityImportText, capacity_import_text_clear)

G_END_DECLS
