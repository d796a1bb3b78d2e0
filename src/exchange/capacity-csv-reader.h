/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CapacityCsvCell:
 * @text: (array length=length): the cell's letters inside the file's text, not terminated
 * @length: their number of bytes
 * @has_escapes: whether quotation marks inside are doubled
 */
typedef struct
{
  const char *text;
  guint       length;
  gboolean    has_escapes;
} CapacityCsvCell;

/**
 * CapacityCsvReader:
 * @at: where the next row begins
 * @start: where the text begins
 * @end: where the text ends
 * @delimiter: what separates cells
 * @next_line: line at @at, from 1
 * @line: line on which the row that was read begins
 * @cells: (array length=n_cells): the row that was read
 * @n_cells: number of its cells
 * @is_cut: whether the row ended with the text, not with a line's end
 *
 * Splits text into rows and cells (RFC 4180, with any delimiter; lines end with LF, CRLF or CR). Nothing is
 * copied.
 */
typedef struct
{
  const char      *at;
  const char      *start;
  const char      *end;
  char             delimiter;
  guint64          next_line;
  guint64          line;
  CapacityCsvCell *cells;
  guint            n_cells;
  guint            n_allocated;
  gboolean         is_cut;
} CapacityCsvReader;

void     capacity_csv_reader_init     (CapacityCsvReader     *self,
                                       const char            *text,
                                       gsize                  length,
                                       char                   delimiter);
void     capacity_csv_reader_clear    (CapacityCsvReader     *self);
gboolean capacity_csv_reader_next     (CapacityCsvReader     *self,
                                       GError               **error);
gboolean capacity_csv_reader_is_blank (const CapacityCsvReader *self);

CapacityCsvCell capacity_csv_cell_trim_space (CapacityCsvCell cell);
char           *capacity_csv_cell_dup        (CapacityCsvCell cell,
                                              gsize           max_bytes);

/* Whether a byte is neither white space nor part of a letter beyond ASCII, which may be a no-break space. */
static inline gboolean
capacity_csv_is_plain (char c)
{
  return (guchar) c > ' ' && (guchar) c < 0x80;
}

/**
 * capacity_csv_cell_trim:
 * @cell: a cell
 *
 * Returns: the cell without white space and no-break spaces around it
 */
static inline CapacityCsvCell
capacity_csv_cell_trim (CapacityCsvCell cell)
{
  if (cell.length == 0
      || (capacity_csv_is_plain (cell.text[0]) && capacity_csv_is_plain (cell.text[cell.length - 1])))
    return cell;
  return capacity_csv_cell_trim_space (cell);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CapacityCsvReader, capacity_csv_reader_clear)

G_END_DECLS
