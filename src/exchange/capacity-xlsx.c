/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "capacity-exchange-error.h"
#include "capacity-workbook-private.h"

/* A sheet as the workbook names it. */
typedef struct
{
  char    *name;
  char    *relation;
  gboolean is_hidden;
} Sheet;

typedef struct
{
  GHashTable        *targets; /* parts by the names of their relations */
  char              *workbook;
  char              *strings;
  char              *styles;
  char              *folder;  /* of the part whose relations are read, "" or ending with "/" */
  GArray            *sheets;
  CapacityXlsxCells  cells;
} Book;

static void
sheet_clear (gpointer data)
{
  Sheet *sheet = data;

  g_free (sheet->name);
  g_free (sheet->relation);
}

static void
book_init (Book *book)
{
  book->targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  book->folder = g_strdup ("");
  book->sheets = g_array_new (FALSE, FALSE, sizeof (Sheet));
  g_array_set_clear_func (book->sheets, sheet_clear);
  book->cells.strings = g_string_new (NULL);
  book->cells.string_ends = g_array_new (FALSE, FALSE, sizeof (gsize));
  book->cells.formats = g_array_new (FALSE, FALSE, sizeof (CapacitySheetFormat));
}

static void
book_clear (Book *book)
{
  g_clear_pointer (&book->targets, g_hash_table_unref);
  g_clear_pointer (&book->workbook, g_free);
  g_clear_pointer (&book->strings, g_free);
  g_clear_pointer (&book->styles, g_free);
  g_clear_pointer (&book->folder, g_free);
  g_clear_pointer (&book->sheets, g_array_unref);
  g_string_free (g_steal_pointer (&book->cells.strings), TRUE);
  g_clear_pointer (&book->cells.string_ends, g_array_unref);
  g_clear_pointer (&book->cells.formats, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Book, book_clear)

/* The kind of a relation is the last word of its type, in either of the two standards. */
static void
take_relation (Book       *book,
               const char *type,
               const char *part)
{
  if (g_str_has_suffix (type, "/officeDocument"))
    g_set_str (&book->workbook, part);
  else if (g_str_has_suffix (type, "/sharedStrings"))
    g_set_str (&book->strings, part);
  else if (g_str_has_suffix (type, "/styles"))
    g_set_str (&book->styles, part);
}

static void
relation_found (gpointer                      user_data,
                const char                   *name,
                const CapacityXmlAttributes  *attributes,
                GError                      **error)
{
  Book *book = user_data;
  g_autofree char *id = capacity_xml_attributes_dup (attributes, "Id");
  g_autofree char *type = capacity_xml_attributes_dup (attributes, "Type");
  g_autofree char *target = capacity_xml_attributes_dup (attributes, "Target");
  g_autofree char *part = NULL;

  if (strcmp (name, "Relationship") != 0 || id == NULL || type == NULL || target == NULL)
    return;
  part = target[0] == '/' ? g_strdup (target + 1) : g_strconcat (book->folder, target, NULL);
  take_relation (book, type, part);
  if (g_str_has_suffix (type, "/worksheet"))
    g_hash_table_insert (book->targets, g_steal_pointer (&id), g_steal_pointer (&part));
}

static gboolean
is_true (const CapacityXmlAttributes *attributes,
         const char                  *name)
{
  return capacity_xml_attributes_equal (attributes, name, "1")
         || capacity_xml_attributes_equal (attributes, name, "true");
}

static void
sheet_found (gpointer                      user_data,
             const char                   *name,
             const CapacityXmlAttributes  *attributes,
             GError                      **error)
{
  Book *book = user_data;
  Sheet sheet = { NULL, NULL, FALSE };

  if (strcmp (name, "workbookPr") == 0)
    book->cells.is_1904 = is_true (attributes, "date1904");
  if (strcmp (name, "sheet") != 0)
    return;
  sheet.name = capacity_xml_attributes_dup (attributes, "name");
  sheet.relation = capacity_xml_attributes_dup (attributes, "id");
  sheet.is_hidden = capacity_xml_attributes_equal (attributes, "state", "hidden")
                    || capacity_xml_attributes_equal (attributes, "state", "veryHidden");
  if (sheet.name != NULL && sheet.relation != NULL && book->sheets->len < CAPACITY_WORKBOOK_MAX_SHEETS)
    g_array_append_val (book->sheets, sheet);
  else
    sheet_clear (&sheet);
}

static gboolean
read_relations (Book             *book,
                CapacityPackage  *package,
                const char       *of,
                GError          **error)
{
  static const CapacityXmlHandler handler = { .start = relation_found };
  const char *slash = strrchr (of, '/');
  g_autofree char *part = NULL;

  g_free (book->folder);
  book->folder = slash != NULL ? g_strndup (of, (gsize) (slash - of) + 1) : g_strdup ("");
  part = g_strconcat (book->folder, "_rels/", of + strlen (book->folder), ".rels", NULL);

  return capacity_package_read_part (package, part, &handler, book, error);
}

/* Another program's document of the same packing, or the binary form of this one. */
static gboolean
check_workbook (const Book  *book,
                GError     **error)
{
  if (book->workbook != NULL && g_str_has_suffix (book->workbook, ".bin"))
    {
      g_set_error_literal (error, CAPACITY_EXCHANGE_ERROR, CAPACITY_EXCHANGE_ERROR_SPREADSHEET, "A binary workbook");
      return FALSE;
    }
  if (book->workbook != NULL && g_str_has_prefix (book->workbook, "xl/"))
    return TRUE;
  g_set_error_literal (error, CAPACITY_EXCHANGE_ERROR, CAPACITY_EXCHANGE_ERROR_BINARY, "A document, but no workbook");
  return FALSE;
}

static gboolean
read_sheet (Book             *book,
            CapacityPackage  *package,
            const Sheet      *sheet,
            GPtrArray        *tables,
            GError          **error)
{
  g_autoptr (CapacitySheetWriter) writer = capacity_sheet_writer_new (sheet->name, sheet->is_hidden);
  const char *part = g_hash_table_lookup (book->targets, sheet->relation);

  /* A sheet may be a chart. */
  if (part == NULL)
    return TRUE;
  if (!capacity_xlsx_read_sheet (package, part, &book->cells, writer, error))
    return FALSE;
  capacity_sheet_writer_finish (writer, tables);

  return TRUE;
}

/**
 * capacity_xlsx_read:
 * @package: a document
 * @tables: (element-type CapacityImportTable): where to add its tables
 * @error: return location for an error
 *
 * Reads a workbook of Office Open XML (ECMA-376, also in its strict form).
 *
 * Returns: whether it could be read
 */
gboolean
capacity_xlsx_read (CapacityPackage  *package,
                    GPtrArray        *tables,
                    GError          **error)
{
  static const CapacityXmlHandler handler = { .start = sheet_found };
  g_auto (Book) book = { NULL };

  book_init (&book);
  if (!read_relations (&book, package, "", error) || !check_workbook (&book, error)
      || !read_relations (&book, package, book.workbook, error)
      || !capacity_package_read_part (package, book.workbook, &handler, &book, error)
      || (book.styles != NULL && !capacity_xlsx_read_styles (package, book.styles, &book.cells, error))
      || (book.strings != NULL && !capacity_xlsx_read_strings (package, book.strings, &book.cells, error)))
    return FALSE;
  for (guint i = 0; i < book.sheets->len; i++)
    if (!read_sheet (&book, package, &g_array_index (book.sheets, Sheet, i), tables, error))
      return FALSE;

  return TRUE;
}
