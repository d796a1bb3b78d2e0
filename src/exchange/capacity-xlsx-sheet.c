/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "capacity-exchange-error.h"
#include "capacity-workbook-private.h"

typedef enum
{
  CELL_NUMBER,
  CELL_SHARED, /* the number of a shared text */
  CELL_TEXT,
  CELL_BOOLEAN,
  CELL_DATE, /* as text */
} CellKind;

typedef struct
{
  const CapacityXlsxCells *cells;
  CapacitySheetWriter     *writer;
  guint64                  line;
  guint                    column;
  CellKind                 kind;
  guint                    style;
  guint                    phonetic;
  gboolean                 is_value; /* inside what a cell holds, not its formula */
  GString                 *value;
} Sheet;

/* "BC12" → column 54, from 0, and row 12. Returns whether it is such. */
static gboolean
parse_reference (const char *text,
                 gsize       length,
                 guint      *column,
                 guint64    *row)
{
  guint64 letters = 0;
  gsize i = 0;

  *row = 0;
  for (; i < length && i < 4 && g_ascii_isupper (text[i]); i++)
    letters = letters * 26 + (guint64) (text[i] - 'A' + 1);
  for (; i < length && *row < G_MAXUINT32 && g_ascii_isdigit (text[i]); i++)
    *row = *row * 10 + (guint64) (text[i] - '0');
  if (letters == 0 || *row == 0)
    return FALSE;
  *column = (guint) letters - 1;
  return TRUE;
}

static void
start_row (Sheet                       *sheet,
           const CapacityXmlAttributes *attributes)
{
  guint64 line = (guint64) capacity_xml_attributes_get (attributes, "r", (gint64) sheet->line + 1);

  sheet->line = MAX (line, sheet->line + 1);
  sheet->column = G_MAXUINT;
  capacity_sheet_writer_begin_row (sheet->writer, sheet->line);
}

static CellKind
cell_kind (const CapacityXmlAttributes *attributes)
{
  gsize length;
  const char *type = capacity_xml_attributes_peek (attributes, "t", &length);

  if (type == NULL || (length == 1 && type[0] == 'n'))
    return CELL_NUMBER;
  if (length == 1)
    return type[0] == 's' ? CELL_SHARED : type[0] == 'b' ? CELL_BOOLEAN : type[0] == 'd' ? CELL_DATE : CELL_TEXT;
  return CELL_TEXT;
}

static void
start_cell (Sheet                       *sheet,
            const CapacityXmlAttributes *attributes)
{
  gsize length;
  const char *reference = capacity_xml_attributes_peek (attributes, "r", &length);
  guint64 row;

  sheet->column++;
  if (reference != NULL)
    parse_reference (reference, length, &sheet->column, &row);
  sheet->kind = cell_kind (attributes);
  sheet->style = (guint) capacity_xml_attributes_get (attributes, "s", 0);
  g_string_truncate (sheet->value, 0);
}

static void
add_merge (Sheet                       *sheet,
           const CapacityXmlAttributes *attributes)
{
  gsize length;
  const char *range = capacity_xml_attributes_peek (attributes, "ref", &length);
  const char *colon = range != NULL ? memchr (range, ':', length) : NULL;
  guint column, last_column;
  guint64 row, last_row;

  if (colon != NULL && parse_reference (range, (gsize) (colon - range), &column, &row)
      && parse_reference (colon + 1, length - (gsize) (colon - range) - 1, &last_column, &last_row) && last_row > row)
    capacity_sheet_writer_merge (sheet->writer, row, column, last_row - row + 1);
}

static void
sheet_started (gpointer                      user_data,
               const char                   *name,
               const CapacityXmlAttributes  *attributes,
               GError                      **error)
{
  Sheet *sheet = user_data;

  if (strcmp (name, "c") == 0)
    start_cell (sheet, attributes);
  else if (strcmp (name, "v") == 0 || strcmp (name, "t") == 0)
    sheet->is_value = sheet->phonetic == 0;
  else if (strcmp (name, "row") == 0)
    start_row (sheet, attributes);
  else if (strcmp (name, "mergeCell") == 0)
    add_merge (sheet, attributes);
  else if (strcmp (name, "rPh") == 0)
    sheet->phonetic++;
}

static void
add_shared (Sheet *sheet)
{
  const CapacityXlsxCells *cells = sheet->cells;
  guint64 index = g_ascii_strtoull (sheet->value->str, NULL, 10);
  gsize start = 0;

  if (index >= cells->string_ends->len)
    return;
  if (index > 0)
    start = g_array_index (cells->string_ends, gsize, index - 1);
  capacity_sheet_writer_add_text (sheet->writer, sheet->column, cells->strings->str + start,
                                  g_array_index (cells->string_ends, gsize, index) - start);
}

static void
add_number (Sheet *sheet)
{
  const GArray *formats = sheet->cells->formats;
  CapacitySheetFormat format = CAPACITY_SHEET_FORMAT_NUMBER;
  char *end;
  double value = g_ascii_strtod (sheet->value->str, &end);

  if (sheet->style < formats->len)
    format = g_array_index (formats, CapacitySheetFormat, sheet->style);
  if (end != sheet->value->str)
    capacity_sheet_writer_add_number (sheet->writer, sheet->column, format, value, sheet->cells->is_1904);
}

static void
end_cell (Sheet *sheet)
{
  const GString *value = sheet->value;

  if (value->len == 0)
    return;
  switch (sheet->kind)
    {
    case CELL_SHARED:
      add_shared (sheet);
      break;
    case CELL_DATE:
      capacity_sheet_writer_add_date (sheet->writer, sheet->column, value->str, value->len);
      break;
    case CELL_NUMBER:
    case CELL_BOOLEAN:
      add_number (sheet);
      break;
    case CELL_TEXT:
    default:
      capacity_sheet_writer_add_text (sheet->writer, sheet->column, value->str, value->len);
      break;
    }
}

static void
sheet_ended (gpointer     user_data,
             const char  *name,
             GError     **error)
{
  Sheet *sheet = user_data;

  sheet->is_value = FALSE;
  if (strcmp (name, "c") == 0)
    end_cell (sheet);
  else if (strcmp (name, "row") == 0)
    capacity_sheet_writer_end_row (sheet->writer, 1, error);
  else if (strcmp (name, "rPh") == 0)
    sheet->phonetic -= sheet->phonetic > 0;
}

static void
sheet_text (gpointer    user_data,
            const char *text,
            gsize       length)
{
  Sheet *sheet = user_data;

  if (sheet->is_value && sheet->value->len <= CAPACITY_IMPORT_MAX_FIELD)
    g_string_append_len (sheet->value, text, (gssize) length);
}

/**
 * capacity_xlsx_read_sheet:
 * @package: a workbook
 * @part: path of the sheet's part
 * @cells: what the sheets have in common
 * @writer: what takes the cells
 * @error: return location for an error
 *
 * Reads the cells of a sheet; of formulas the values that were kept with them.
 *
 * Returns: whether all could be read
 */
gboolean
capacity_xlsx_read_sheet (CapacityPackage          *package,
                          const char               *part,
                          const CapacityXlsxCells  *cells,
                          CapacitySheetWriter      *writer,
                          GError                  **error)
{
  static const CapacityXmlHandler handler = { sheet_started, sheet_ended, sheet_text };
  g_autoptr (GString) value = g_string_new (NULL);
  Sheet sheet = { .cells = cells, .writer = writer, .column = G_MAXUINT, .value = value };

  return capacity_package_read_part (package, part, &handler, &sheet, error);
}
