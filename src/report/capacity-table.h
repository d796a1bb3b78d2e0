/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-block.h"

G_BEGIN_DECLS

/**
 * CapacityColumnKind:
 * @CAPACITY_COLUMN_LABEL: text that names the row
 * @CAPACITY_COLUMN_TEXT: text that may take several lines
 * @CAPACITY_COLUMN_WORD: text that stays on one line
 * @CAPACITY_COLUMN_NUMBER: numbers, to the right
 * @CAPACITY_COLUMN_CELL: numbers in the middle of cells that are filled
 */
typedef enum
{
  CAPACITY_COLUMN_LABEL,
  CAPACITY_COLUMN_TEXT,
  CAPACITY_COLUMN_WORD,
  CAPACITY_COLUMN_NUMBER,
  CAPACITY_COLUMN_CELL,
} CapacityColumnKind;

/**
 * CapacityColumn:
 * @title: its heading
 * @kind: what it holds
 * @grows: share of the room that is left over it gets
 */
typedef struct
{
  const char        *title;
  CapacityColumnKind kind;
  double             grows;
} CapacityColumn;

/**
 * CapacityTable:
 *
 * A table with one heading row, which is repeated on every page. Rows stay whole unless they are higher than
 * a page.
 */
typedef struct _CapacityTable CapacityTable;

CapacityTable *capacity_table_new        (const CapacityColumn *columns,
                                          guint                 n_columns);
void           capacity_table_free       (CapacityTable        *self);
void           capacity_table_add_row    (CapacityTable        *self,
                                          const char *const    *cells);
void           capacity_table_mark_row   (CapacityTable        *self);
void           capacity_table_draw_in    (CapacityTable        *self,
                                          guint                 column,
                                          double                width,
                                          CapacityDrawFunc      draw,
                                          gpointer              user_data,
                                          GDestroyNotify        destroy);
void           capacity_table_fill_cell  (CapacityTable        *self,
                                          guint                 column,
                                          CapacityDrawFunc      draw,
                                          gpointer              user_data,
                                          GDestroyNotify        destroy,
                                          gboolean              is_dark);
void           capacity_table_align_with (CapacityTable        *self,
                                          CapacityTable        *other);
guint          capacity_table_get_n_rows (const CapacityTable  *self);
CapacityBlock *capacity_table_get_block  (CapacityTable        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityTable, capacity_table_free)

G_END_DECLS
