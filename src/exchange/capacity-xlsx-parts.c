/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "capacity-exchange-error.h"
#include "capacity-workbook-private.h"

/* The texts that cells share. */
typedef struct
{
  CapacityXlsxCells *cells;
  guint              phonetic; /* inside how to say a text */
  gboolean           is_text;
} Strings;

static void
string_started (gpointer                      user_data,
                const char                   *name,
                const CapacityXmlAttributes  *attributes,
                GError                      **error)
{
  Strings *strings = user_data;

  strings->phonetic += strcmp (name, "rPh") == 0;
  strings->is_text = strcmp (name, "t") == 0 && strings->phonetic == 0;
}

static void
string_ended (gpointer     user_data,
              const char  *name,
              GError     **error)
{
  Strings *strings = user_data;
  CapacityXlsxCells *cells = strings->cells;

  strings->is_text = FALSE;
  strings->phonetic -= strings->phonetic > 0 && strcmp (name, "rPh") == 0;
  if (strcmp (name, "si") != 0)
    return;
  if (cells->strings->len > (gsize) CAPACITY_IMPORT_MAX_BYTES)
    g_set_error_literal (error, CAPACITY_EXCHANGE_ERROR, CAPACITY_EXCHANGE_ERROR_TOO_LARGE, "Too many strings");
  g_array_append_val (cells->string_ends, cells->strings->len);
}

static void
string_text (gpointer    user_data,
             const char *text,
             gsize       length)
{
  Strings *strings = user_data;

  if (strings->is_text)
    g_string_append_len (strings->cells->strings, text, (gssize) length);
}

/**
 * capacity_xlsx_read_strings:
 * @package: a workbook
 * @part: path of the part with the texts that cells share
 * @cells: where to keep them
 * @error: return location for an error
 *
 * Returns: whether they could be read
 */
gboolean
capacity_xlsx_read_strings (CapacityPackage    *package,
                            const char         *part,
                            CapacityXlsxCells  *cells,
                            GError            **error)
{
  static const CapacityXmlHandler handler = { string_started, string_ended, string_text };
  Strings strings = { .cells = cells };

  return capacity_package_read_part (package, part, &handler, &strings, error);
}

/* The formats that the workbook defines, and the styles that use them. */
typedef struct
{
  CapacityXlsxCells *cells;
  GHashTable        *formats; /* number → CapacitySheetFormat */
  gboolean           are_cells;
} Styles;

static CapacitySheetFormat
find_format (const Styles *styles,
             guint         id)
{
  gpointer known;

  if (g_hash_table_lookup_extended (styles->formats, GUINT_TO_POINTER (id), NULL, &known))
    return (CapacitySheetFormat) GPOINTER_TO_UINT (known);
  return capacity_sheet_format_of_id (id);
}

static void
style_started (gpointer                      user_data,
               const char                   *name,
               const CapacityXmlAttributes  *attributes,
               GError                      **error)
{
  Styles *styles = user_data;
  guint id = (guint) capacity_xml_attributes_get (attributes, "numFmtId", 0);

  if (strcmp (name, "numFmt") == 0)
    {
      g_autofree char *code = capacity_xml_attributes_dup (attributes, "formatCode");

      if (code != NULL)
        g_hash_table_insert (styles->formats, GUINT_TO_POINTER (id),
                             GUINT_TO_POINTER (capacity_sheet_format_of_code (code)));
    }
  else if (strcmp (name, "cellXfs") == 0)
    {
      styles->are_cells = TRUE;
    }
  else if (styles->are_cells && strcmp (name, "xf") == 0)
    {
      CapacitySheetFormat format = find_format (styles, id);

      g_array_append_val (styles->cells->formats, format);
    }
}

static void
style_ended (gpointer     user_data,
             const char  *name,
             GError     **error)
{
  Styles *styles = user_data;

  if (strcmp (name, "cellXfs") == 0)
    styles->are_cells = FALSE;
}

/**
 * capacity_xlsx_read_styles:
 * @package: a workbook
 * @part: path of the part with the styles
 * @cells: where to keep what the numbers of each style stand for
 * @error: return location for an error
 *
 * Returns: whether they could be read
 */
gboolean
capacity_xlsx_read_styles (CapacityPackage    *package,
                           const char         *part,
                           CapacityXlsxCells  *cells,
                           GError            **error)
{
  static const CapacityXmlHandler handler = { style_started, style_ended, NULL };
  g_autoptr (GHashTable) formats = g_hash_table_new (NULL, NULL);
  Styles styles = { cells, formats, FALSE };

  return capacity_package_read_part (package, part, &handler, &styles, error);
}
