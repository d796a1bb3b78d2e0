/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-import-table.h"
#include "capacity-sheet-format.h"

G_BEGIN_DECLS

/**
 * CapacitySheetWriter:
 *
 * Gathers the cells of a sheet, row by row, and makes tables of text of them. Blocks with headers of their own
 * become tables of their own. Cells that were merged downwards are filled, as the sheet shows them.
 */
typedef struct _CapacitySheetWriter CapacitySheetWriter;

CapacitySheetWriter *capacity_sheet_writer_new        (const char          *name,
                                                       gboolean             is_hidden);
void                 capacity_sheet_writer_free       (CapacitySheetWriter *self);
void                 capacity_sheet_writer_begin_row  (CapacitySheetWriter *self,
                                                       guint64              line);
void                 capacity_sheet_writer_add_text   (CapacitySheetWriter *self,
                                                       guint                column,
                                                       const char          *text,
                                                       gsize                length);
void                 capacity_sheet_writer_add_number (CapacitySheetWriter *self,
                                                       guint                column,
                                                       CapacitySheetFormat  format,
                                                       double               value,
                                                       gboolean             is_1904);
void                 capacity_sheet_writer_add_date   (CapacitySheetWriter *self,
                                                       guint                column,
                                                       const char          *text,
                                                       gsize                length);
gboolean             capacity_sheet_writer_end_row    (CapacitySheetWriter *self,
                                                       guint64              n_repeated,
                                                       GError             **error);
void                 capacity_sheet_writer_merge      (CapacitySheetWriter *self,
                                                       guint64              line,
                                                       guint                column,
                                                       guint64              n_rows);
void                 capacity_sheet_writer_finish     (CapacitySheetWriter *self,
                                                       GPtrArray           *tables);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacitySheetWriter, capacity_sheet_writer_free)

G_END_DECLS
