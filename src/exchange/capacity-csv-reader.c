/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-csv-reader.h"

#include <string.h>

#include "capacity-exchange-error.h"

/**
 * capacity_csv_reader_init:
 * @self: memory for the reader
 * @text: (array length=length): UTF-8; must outlive the reader and its cells
 * @length: number of bytes
 * @delimiter: what separates cells
 *
 * Prepares reading from the first row.
 */
void
capacity_csv_reader_init (CapacityCsvReader *self,
                          const char        *text,
                          gsize              length,
                          char               delimiter)
{
  *self = (CapacityCsvReader) {
    .at = text, .start = text, .end = text + length, .delimiter = delimiter, .next_line = 1,
  };
}

/**
 * capacity_csv_reader_clear:
 * @self: a reader
 *
 * Frees what the reader allocated.
 */
void
capacity_csv_reader_clear (CapacityCsvReader *self)
{
  g_clear_pointer (&self->cells, g_free);
  self->n_cells = self->n_allocated = 0;
}

static gboolean
add_cell (CapacityCsvReader *self,
          const char        *text,
          gsize              length,
          gboolean           has_escapes,
          GError           **error)
{
  if (length > CAPACITY_IMPORT_MAX_FIELD)
    {
      g_propagate_error (error, capacity_exchange_error_new_at (CAPACITY_EXCHANGE_ERROR_FIELD_TOO_LONG,
                                                                self->line, self->n_cells + 1,
                                                                "Line %" G_GUINT64_FORMAT ": a cell of %zu bytes",
                                                                self->line, length));
      return FALSE;
    }
  if (self->n_cells == CAPACITY_IMPORT_MAX_COLUMNS)
    {
      g_propagate_error (error, capacity_exchange_error_new_at (CAPACITY_EXCHANGE_ERROR_TOO_MANY_COLUMNS,
                                                                self->line, self->n_cells + 1,
                                                                "Line %" G_GUINT64_FORMAT ": too many columns",
                                                                self->line));
      return FALSE;
    }
  if (self->n_cells == self->n_allocated)
    {
      self->n_allocated = MAX (16, self->n_allocated * 2);
      self->cells = g_renew (CapacityCsvCell, self->cells, self->n_allocated);
    }
  self->cells[self->n_cells++] = (CapacityCsvCell) { text, (guint) length, has_escapes };
  return TRUE;
}

static inline const char *
find_cell_end (const char *p,
               const char *end,
               char        delimiter)
{
  while (p < end && *p != delimiter && *p != '\n' && *p != '\r')
    p++;
  return p;
}

/* Steps over a quotation that begins at @p, counting the lines inside. Returns where it ends, after the
 * closing mark, or NULL when it is never closed. */
static const char *
skip_quotation (CapacityCsvReader *self,
                const char        *p,
                gboolean          *has_escapes)
{
  for (p++; p < self->end; p++)
    {
      if (*p == '"' && p + 1 < self->end && p[1] == '"')
        {
          *has_escapes = TRUE;
          p++;
        }
      else if (*p == '"')
        return p + 1;
      else if (*p == '\n' || (*p == '\r' && !(p + 1 < self->end && p[1] == '\n')))
        self->next_line++;
    }
  return NULL;
}

static gboolean
read_quoted_cell (CapacityCsvReader *self,
                  const char       **p,
                  GError           **error)
{
  gboolean has_escapes = FALSE;
  const char *after = skip_quotation (self, *p, &has_escapes);
  const char *start = *p;
  const char *end;

  if (after == NULL)
    {
      g_propagate_error (error, capacity_exchange_error_new_at (CAPACITY_EXCHANGE_ERROR_UNCLOSED_QUOTE,
                                                                self->line, self->n_cells + 1,
                                                                "Line %" G_GUINT64_FORMAT
                                                                ": a quotation is never closed", self->line));
      return FALSE;
    }
  end = find_cell_end (after, self->end, self->delimiter);
  *p = end;

  /* Letters after the closing mark: the marks belong to the text then. */
  if (end != after)
    return add_cell (self, start, (gsize) (end - start), FALSE, error);
  return add_cell (self, start + 1, (gsize) (after - start) - 2, has_escapes, error);
}

/* Moves to the next row, over a CR, LF or both at @p. */
static void
end_row (CapacityCsvReader *self,
         const char        *p)
{
  self->is_cut = p == self->end;
  if (p < self->end)
    {
      if (*p == '\r' && p + 1 < self->end && p[1] == '\n')
        p++;
      p++;
      self->next_line++;
    }
  self->at = p;
}

/**
 * capacity_csv_reader_next:
 * @self: a reader
 * @error: return location for an error
 *
 * Reads the next row into @self. An empty line is a row of one empty cell. The errors are
 * %CAPACITY_EXCHANGE_ERROR_FIELD_TOO_LONG, %CAPACITY_EXCHANGE_ERROR_TOO_MANY_COLUMNS and
 * %CAPACITY_EXCHANGE_ERROR_UNCLOSED_QUOTE.
 *
 * Returns: whether there was a row; %FALSE without an error at the end of the text
 */
gboolean
capacity_csv_reader_next (CapacityCsvReader *self,
                          GError           **error)
{
  const char *p = self->at;

  self->n_cells = 0;
  self->line = self->next_line;
  if (p >= self->end)
    return FALSE;

  while (TRUE)
    {
      if (p < self->end && *p == '"')
        {
          if (!read_quoted_cell (self, &p, error))
            return FALSE;
        }
      else
        {
          const char *start = p;

          p = find_cell_end (p, self->end, self->delimiter);
          if (!add_cell (self, start, (gsize) (p - start), FALSE, error))
            return FALSE;
        }
      if (p >= self->end || *p != self->delimiter)
        break;
      p++;
    }
  end_row (self, p);
  return TRUE;
}

/**
 * capacity_csv_reader_is_blank:
 * @self: a reader
 *
 * Returns: whether all cells of the row that was read are empty
 */
gboolean
capacity_csv_reader_is_blank (const CapacityCsvReader *self)
{
  for (guint i = 0; i < self->n_cells; i++)
    if (self->cells[i].length > 0 && capacity_csv_cell_trim (self->cells[i]).length > 0)
      return FALSE;
  return TRUE;
}

/* Number of bytes of the white space at the beginning of @text: ASCII, U+00A0, U+2009, U+202F and U+FEFF. */
static guint
leading_space (const char *text,
               guint       length)
{
  if (length >= 1 && (text[0] == ' ' || text[0] == '\t' || text[0] == '\n' || text[0] == '\r'))
    return 1;
  if (length >= 2 && memcmp (text, "\xC2\xA0", 2) == 0)
    return 2;
  if (length >= 3 && (memcmp (text, "\xE2\x80\x89", 3) == 0 || memcmp (text, "\xE2\x80\xAF", 3) == 0 ||
                      memcmp (text, "\xEF\xBB\xBF", 3) == 0))
    return 3;
  return 0;
}

static guint
trailing_space (const char *text,
                guint       length)
{
  for (guint n = 1; n <= MIN (3, length); n++)
    if (leading_space (text + length - n, n) == n)
      return n;
  return 0;
}

/**
 * capacity_csv_cell_trim_space:
 * @cell: a cell
 *
 * The slow part of capacity_csv_cell_trim().
 *
 * Returns: the cell without white space and no-break spaces around it
 */
CapacityCsvCell
capacity_csv_cell_trim_space (CapacityCsvCell cell)
{
  guint n;

  while ((n = leading_space (cell.text, cell.length)) > 0)
    {
      cell.text += n;
      cell.length -= n;
    }
  while ((n = trailing_space (cell.text, cell.length)) > 0)
    cell.length -= n;
  return cell;
}

/* Marks that turn letters around, U+202A to U+202E and U+2066 to U+2069, so that a name reads as another one. */
static gboolean
is_turning_mark (const char *text,
                 guint       length)
{
  const guint8 *bytes = (const guint8 *) text;

  return length >= 3 && bytes[0] == 0xe2
         && ((bytes[1] == 0x80 && bytes[2] >= 0xaa && bytes[2] <= 0xae)
             || (bytes[1] == 0x81 && bytes[2] >= 0xa6 && bytes[2] <= 0xa9));
}

/**
 * capacity_csv_cell_dup:
 * @cell: a cell
 * @max_bytes: cut the text there, at a whole letter; 0 for all of it
 *
 * Returns: (transfer full): the cell's text, terminated, trimmed, with plain quotation marks, with spaces for ends
 *   of lines and without marks that turn letters around
 */
char *
capacity_csv_cell_dup (CapacityCsvCell cell,
                       gsize           max_bytes)
{
  CapacityCsvCell trimmed = capacity_csv_cell_trim (cell);
  GString *text = g_string_sized_new (trimmed.length);

  for (guint i = 0; i < trimmed.length && (max_bytes == 0 || text->len <= max_bytes); i++)
    {
      char c = trimmed.text[i];

      if (is_turning_mark (trimmed.text + i, trimmed.length - i))
        {
          i += 2;
          continue;
        }
      g_string_append_c (text, c == '\n' || c == '\r' || c == '\t' ? ' ' : c);
      if (c == '"' && cell.has_escapes)
        i++;
    }
  if (max_bytes > 0 && text->len > max_bytes)
    {
      const char *cut = g_utf8_find_prev_char (text->str, text->str + max_bytes + 1);

      g_string_truncate (text, cut != NULL ? (gsize) (cut - text->str) : 0);
      g_string_append (text, "…");
    }
  return g_string_free_and_steal (text);
}
