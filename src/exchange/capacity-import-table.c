/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-table.h"

/**
 * capacity_import_table_new:
 * @sheet: (nullable): name of the sheet
 * @text: the rows
 *
 * Returns: (transfer full): a table that begins in the first line
 */
CapacityImportTable *
capacity_import_table_new (const char *sheet,
                           GBytes     *text)
{
  CapacityImportTable *self = g_new0 (CapacityImportTable, 1);

  self->sheet = g_strdup (sheet);
  self->first_line = 1;
  self->text = g_bytes_ref (text);

  return self;
}

/**
 * capacity_import_table_free:
 * @self: (transfer full): a table
 */
void
capacity_import_table_free (CapacityImportTable *self)
{
  g_free (self->sheet);
  g_bytes_unref (self->text);
  g_clear_pointer (&self->repeats, g_array_unref);
  g_free (self);
}
