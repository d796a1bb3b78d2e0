/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CapacityImportTable:
 * @sheet: (owned) (nullable): name of the sheet, or %NULL for a file of text
 * @is_hidden: whether the sheet is hidden
 * @is_part: whether the sheet has other tables too
 * @first_line: first row of the table in its sheet, from 1
 * @last_line: last row
 * @text: (owned): the rows, one a line, in UTF-8, with tabs between the cells; for a file of text its bytes
 * @repeats: (owned) (nullable) (element-type guint64): the cells of the sheet that repeat the one above which they were
 *   merged with, each as its line times %CAPACITY_IMPORT_MAX_COLUMNS plus its column, ascending
 *
 * One of the tables of a file. A spreadsheet is turned into text when it is opened, numbers and dates written
 * so that they cannot be mistaken; from there on it is read as any other table.
 */
typedef struct
{
  char    *sheet;
  gboolean is_hidden;
  gboolean is_part;
  guint64  first_line;
  guint64  last_line;
  GBytes  *text;
  GArray  *repeats;
} CapacityImportTable;

CapacityImportTable *capacity_import_table_new  (const char          *sheet,
                                                 GBytes              *text);
void                 capacity_import_table_free (CapacityImportTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityImportTable, capacity_import_table_free)

G_END_DECLS
