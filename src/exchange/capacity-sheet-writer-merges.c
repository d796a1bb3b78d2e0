/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-sheet-writer-private.h"

#include <string.h>

#include "capacity-exchange-error.h"

/* More cells than a person merges. */
#define MAX_FILLS 1000000

/* A cell that takes the text of the one it was merged with. */
typedef struct
{
  guint row;
  guint column;
  gsize start; /* of the text */
  gsize length;
} Fill;

static int
compare_fills (gconstpointer a,
               gconstpointer b)
{
  const Fill *fill = a;
  const Fill *other = b;

  if (fill->row != other->row)
    return fill->row < other->row ? -1 : 1;
  return (fill->column > other->column) - (fill->column < other->column);
}

/* Index of the first row at the line or below. */
static guint
find_row (const CapacitySheetWriter *self,
          guint64                    line)
{
  guint low = 0, high = self->rows->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->rows, CapacitySheetRow, middle).line < line)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Finds where the cell's text begins and how long it is. */
static gboolean
find_cell (const CapacitySheetWriter *self,
           guint                      row,
           guint                      column,
           Fill                      *fill)
{
  const CapacitySheetRow *found = &g_array_index (self->rows, CapacitySheetRow, row);
  const char *p = self->text->str + found->start;
  const char *end = p + found->length;
  const char *tab;

  for (guint i = 0; i < column && p != NULL; i++)
    {
      p = memchr (p, '\t', (gsize) (end - p));
      p = p != NULL ? p + 1 : NULL;
    }
  if (p == NULL || p == end)
    return FALSE;
  tab = memchr (p, '\t', (gsize) (end - p));
  fill->start = (gsize) (p - self->text->str);
  fill->length = (gsize) ((tab != NULL ? tab : end) - p);
  return fill->length > 0;
}

static GArray *
list_fills (const CapacitySheetWriter *self)
{
  GArray *fills = g_array_new (FALSE, FALSE, sizeof (Fill));

  for (guint i = 0; i < self->merges->len && fills->len < MAX_FILLS; i++)
    {
      const CapacitySheetMerge *merge = &g_array_index (self->merges, CapacitySheetMerge, i);
      Fill fill = { .row = find_row (self, merge->line), .column = merge->column };
      guint end = find_row (self, merge->line + merge->n_rows);

      if (fill.row == end || g_array_index (self->rows, CapacitySheetRow, fill.row).line != merge->line
          || !find_cell (self, fill.row, fill.column, &fill))
        continue;
      for (fill.row++; fill.row < end && fills->len < MAX_FILLS; fill.row++)
        g_array_append_val (fills, fill);
    }
  g_array_sort (fills, compare_fills);

  return fills;
}

static void
fill_cell (CapacitySheetWriter *self,
           CapacitySheetRow    *row,
           const Fill          *fill,
           GString             *text)
{
  guint64 cell = row->line * CAPACITY_IMPORT_MAX_COLUMNS + fill->column;

  g_string_append_len (text, self->text->str + fill->start, (gssize) fill->length);
  g_array_append_val (self->repeats, cell);
  row->n_filled++;
}

/* Writes the row again, with the fills of its empty cells. */
static void
write_row (CapacitySheetWriter *self,
           CapacitySheetRow    *row,
           const Fill          *fills,
           guint                n_fills,
           GString             *text)
{
  const char *p = self->text->str + row->start;
  const char *end = p + row->length;
  gsize start = text->len;
  guint at = 0;

  for (guint column = 0; p <= end || at < n_fills; column++)
    {
      const char *tab = p <= end ? memchr (p, '\t', (gsize) (end - p)) : NULL;
      const char *cell_end = tab != NULL ? tab : end;

      if (column > 0)
        g_string_append_c (text, '\t');
      if (p < cell_end)
        g_string_append_len (text, p, cell_end - p);
      else if (at < n_fills && fills[at].column == column)
        fill_cell (self, row, &fills[at], text);
      while (at < n_fills && fills[at].column <= column)
        at++;
      p = cell_end + 1;
    }
  row->start = start;
  row->length = text->len - start;
}

/**
 * capacity_sheet_writer_fill_merges:
 * @self: a sheet with all its rows
 *
 * Gives the cells that were merged with one above them its text.
 */
void
capacity_sheet_writer_fill_merges (CapacitySheetWriter *self)
{
  g_autoptr (GArray) fills = list_fills (self);
  const Fill *all = (const Fill *) (gconstpointer) fills->data;
  GString *text = NULL;

  if (fills->len == 0)
    return;
  text = g_string_sized_new (self->text->len);
  for (guint row = 0, at = 0; row < self->rows->len; row++)
    {
      guint n = 0;

      while (at + n < fills->len && all[at + n].row == row)
        n++;
      write_row (self, &g_array_index (self->rows, CapacitySheetRow, row), all + at, n, text);
      at += n;
    }
  g_string_free (self->text, TRUE);
  self->text = text;
}
