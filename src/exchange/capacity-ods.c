/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "capacity-exchange-error.h"
#include "capacity-workbook-private.h"

typedef enum
{
  CELL_TEXT,
  CELL_NUMBER,
  CELL_PERCENT,
  CELL_DATE,
} CellKind;

typedef struct
{
  GPtrArray           *tables;
  GHashTable          *hidden_styles;
  char                *style; /* that is being read */
  CapacitySheetWriter *writer;
  guint                n_sheets;
  guint                depth; /* of tables: a cell may hold another */
  guint64              line;
  guint64              n_row_repeats;
  guint                column;
  guint                n_cell_repeats;
  CellKind             kind;
  char                *value;
  GString             *text;
  guint                note;      /* inside a remark on a cell */
  guint                paragraph; /* inside the text of a cell */
} Ods;

static void
ods_clear (Ods *ods)
{
  g_clear_pointer (&ods->hidden_styles, g_hash_table_unref);
  g_clear_pointer (&ods->style, g_free);
  g_clear_pointer (&ods->writer, capacity_sheet_writer_free);
  g_clear_pointer (&ods->value, g_free);
  g_string_free (g_steal_pointer (&ods->text), TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ods, ods_clear)

static void
start_table (Ods                         *ods,
             const CapacityXmlAttributes *attributes)
{
  g_autofree char *name = NULL;
  g_autofree char *style = NULL;

  if (ods->depth++ > 0 || ods->n_sheets++ >= CAPACITY_WORKBOOK_MAX_SHEETS)
    return;
  name = capacity_xml_attributes_dup (attributes, "name");
  style = capacity_xml_attributes_dup (attributes, "style-name");
  ods->writer = capacity_sheet_writer_new (name != NULL ? name : "",
                                           style != NULL && g_hash_table_contains (ods->hidden_styles, style));
  ods->line = 1;
}

static void
start_row (Ods                         *ods,
           const CapacityXmlAttributes *attributes)
{
  ods->n_row_repeats = (guint64) MAX (capacity_xml_attributes_get (attributes, "number-rows-repeated", 1), 1);
  ods->column = 0;
  capacity_sheet_writer_begin_row (ods->writer, ods->line);
}

static char *
dup_value (const CapacityXmlAttributes *attributes,
           CellKind                    *kind)
{
  *kind = CELL_TEXT;
  if (capacity_xml_attributes_equal (attributes, "value-type", "date"))
    {
      *kind = CELL_DATE;
      return capacity_xml_attributes_dup (attributes, "date-value");
    }
  if (capacity_xml_attributes_equal (attributes, "value-type", "float")
      || capacity_xml_attributes_equal (attributes, "value-type", "currency"))
    *kind = CELL_NUMBER;
  if (capacity_xml_attributes_equal (attributes, "value-type", "percentage"))
    *kind = CELL_PERCENT;
  return *kind != CELL_TEXT ? capacity_xml_attributes_dup (attributes, "value") : NULL;
}

static void
start_cell (Ods                         *ods,
            const CapacityXmlAttributes *attributes)
{
  gint64 n_rows = capacity_xml_attributes_get (attributes, "number-rows-spanned", 1);
  gint64 n_repeats = capacity_xml_attributes_get (attributes, "number-columns-repeated", 1);

  ods->n_cell_repeats = (guint) CLAMP (n_repeats, 1, G_MAXINT32);
  g_free (ods->value);
  ods->value = dup_value (attributes, &ods->kind);
  g_string_truncate (ods->text, 0);
  if (n_rows > 1)
    capacity_sheet_writer_merge (ods->writer, ods->line, ods->column, (guint64) n_rows);
}

static gboolean
is_cell (const char *name)
{
  return strcmp (name, "table-cell") == 0 || strcmp (name, "covered-table-cell") == 0;
}

static void
start_in_sheet (Ods                         *ods,
                const char                  *name,
                const CapacityXmlAttributes *attributes)
{
  if (strcmp (name, "table-row") == 0)
    start_row (ods, attributes);
  else if (is_cell (name))
    start_cell (ods, attributes);
  else if (strcmp (name, "annotation") == 0)
    ods->note++;
  else if (strcmp (name, "p") == 0 && ods->note == 0)
    {
      if (ods->text->len > 0)
        g_string_append_c (ods->text, ' ');
      ods->paragraph++;
    }
  else if (strcmp (name, "s") == 0 && ods->paragraph > 0)
    g_string_append_c (ods->text, ' ');
}

static void
ods_started (gpointer                      user_data,
             const char                   *name,
             const CapacityXmlAttributes  *attributes,
             GError                      **error)
{
  Ods *ods = user_data;

  if (strcmp (name, "style") == 0)
    {
      g_free (ods->style);
      ods->style = capacity_xml_attributes_dup (attributes, "name");
    }
  else if (strcmp (name, "table-properties") == 0 && ods->style != NULL
           && capacity_xml_attributes_equal (attributes, "display", "false"))
    g_hash_table_add (ods->hidden_styles, g_strdup (ods->style));
  else if (strcmp (name, "table") == 0)
    start_table (ods, attributes);
  else if (ods->writer != NULL && ods->depth == 1)
    start_in_sheet (ods, name, attributes);
}

static void
add_cell (Ods   *ods,
          guint  column)
{
  double value = ods->value != NULL ? g_ascii_strtod (ods->value, NULL) : 0;

  if (ods->value == NULL)
    capacity_sheet_writer_add_text (ods->writer, column, ods->text->str, ods->text->len);
  else if (ods->kind == CELL_DATE)
    capacity_sheet_writer_add_date (ods->writer, column, ods->value, strlen (ods->value));
  else
    capacity_sheet_writer_add_number (ods->writer, column,
                                      ods->kind == CELL_PERCENT ? CAPACITY_SHEET_FORMAT_PERCENT
                                                                : CAPACITY_SHEET_FORMAT_NUMBER, value, FALSE);
}

/* What lies under a merged cell is not shown, and not read. */
static void
end_cell (Ods     *ods,
          gboolean is_covered)
{
  gboolean has_content = !is_covered && (ods->value != NULL || ods->text->len > 0);
  guint n = has_content ? MIN (ods->n_cell_repeats, CAPACITY_IMPORT_MAX_COLUMNS + 1) : 0;

  for (guint i = 0; i < n; i++)
    add_cell (ods, ods->column + i);
  if (ods->n_cell_repeats < G_MAXINT32 - ods->column)
    ods->column += ods->n_cell_repeats;
}

static void
end_in_sheet (Ods         *ods,
              const char  *name,
              GError     **error)
{
  if (is_cell (name))
    end_cell (ods, name[0] == 'c');
  else if (strcmp (name, "p") == 0)
    ods->paragraph -= ods->paragraph > 0;
  else if (strcmp (name, "annotation") == 0)
    ods->note -= ods->note > 0;
  else if (strcmp (name, "table-row") == 0 && capacity_sheet_writer_end_row (ods->writer, ods->n_row_repeats, error))
    ods->line += ods->n_row_repeats;
}

static void
ods_ended (gpointer     user_data,
           const char  *name,
           GError     **error)
{
  Ods *ods = user_data;

  if (ods->writer != NULL && ods->depth == 1)
    end_in_sheet (ods, name, error);
  if (strcmp (name, "table") != 0 || ods->depth == 0 || --ods->depth > 0 || ods->writer == NULL)
    return;
  capacity_sheet_writer_finish (ods->writer, ods->tables);
  g_clear_pointer (&ods->writer, capacity_sheet_writer_free);
}

static void
ods_text (gpointer    user_data,
          const char *text,
          gsize       length)
{
  Ods *ods = user_data;

  if (ods->paragraph > 0 && ods->depth == 1 && ods->text->len <= CAPACITY_IMPORT_MAX_FIELD)
    g_string_append_len (ods->text, text, (gssize) length);
}

static void
manifest_started (gpointer                      user_data,
                  const char                   *name,
                  const CapacityXmlAttributes  *attributes,
                  GError                      **error)
{
  if (strcmp (name, "encryption-data") == 0)
    g_set_error_literal (error, CAPACITY_EXCHANGE_ERROR, CAPACITY_EXCHANGE_ERROR_ENCRYPTED, "A part is encrypted");
}

static gboolean
check_manifest (CapacityPackage  *package,
                GError          **error)
{
  static const char manifest[] = "META-INF/manifest.xml";
  static const CapacityXmlHandler handler = { .start = manifest_started };

  return !capacity_package_has_part (package, manifest)
         || capacity_package_read_part (package, manifest, &handler, NULL, error);
}

/**
 * capacity_ods_read:
 * @package: a document
 * @tables: (element-type CapacityImportTable): where to add its tables
 * @error: return location for an error
 *
 * Reads a spreadsheet of OpenDocument (ISO/IEC 26300). A text document has tables too.
 *
 * Returns: whether it could be read
 */
gboolean
capacity_ods_read (CapacityPackage  *package,
                   GPtrArray        *tables,
                   GError          **error)
{
  static const CapacityXmlHandler handler = { ods_started, ods_ended, ods_text };
  g_auto (Ods) ods = { .tables = tables };

  ods.hidden_styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ods.text = g_string_new (NULL);

  return check_manifest (package, error)
         && capacity_package_read_part (package, "content.xml", &handler, &ods, error);
}
