/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet-tools.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <string.h>

#define MAX_PACKED (8 * 1024 * 1024)

#define RELATIONS "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define SHEETS "<workbook xmlns='m' xmlns:r='r'><sheets><sheet name='Dati' sheetId='1' r:id='rId1'/></sheets></workbook>"

GBytes *
pack (const Part *parts,
      gsize       n_parts)
{
  g_autofree char *buffer = g_malloc (MAX_PACKED);
  struct archive *archive = archive_write_new ();
  size_t used = 0;

  archive_write_set_format_zip (archive);
  g_assert_cmpint (archive_write_open_memory (archive, buffer, MAX_PACKED, &used), ==, ARCHIVE_OK);
  for (gsize i = 0; i < n_parts; i++)
    {
      struct archive_entry *entry = archive_entry_new ();

      archive_entry_set_pathname (entry, parts[i].name);
      archive_entry_set_size (entry, (la_int64_t) strlen (parts[i].text));
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_perm (entry, 0644);
      g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
      g_assert_cmpint (archive_write_data (archive, parts[i].text, strlen (parts[i].text)), >=, 0);
      archive_entry_free (entry);
    }
  archive_write_close (archive);
  archive_write_free (archive);

  return g_bytes_new (buffer, used);
}

GBytes *
pack_xlsx (const char *workbook,
           const char *styles,
           const char *strings,
           const char *sheet)
{
  const Part parts[] = {
    { "_rels/.rels", RELATIONS "<Relationship Id='rId1' Type='" OFFICE "officeDocument' Target='xl/workbook.xml'/>"
                     "</Relationships>" },
    { "xl/_rels/workbook.xml.rels",
      RELATIONS "<Relationship Id='rId1' Type='" OFFICE "worksheet' Target='worksheets/sheet1.xml'/>"
                "<Relationship Id='rId2' Type='" OFFICE "styles' Target='/xl/styles.xml'/>"
                "<Relationship Id='rId3' Type='" OFFICE "sharedStrings' Target='sharedStrings.xml'/></Relationships>" },
    { "xl/workbook.xml", workbook != NULL ? workbook : SHEETS },
    { "xl/styles.xml", styles != NULL ? styles : "<styleSheet xmlns='m'/>" },
    { "xl/sharedStrings.xml", strings != NULL ? strings : "<sst xmlns='m'/>" },
    { "xl/worksheets/sheet1.xml", sheet },
  };

  return pack (parts, G_N_ELEMENTS (parts));
}

GBytes *
pack_ods (const char *content)
{
  const Part parts[] = {
    { "mimetype", "application/vnd.oasis.opendocument.spreadsheet" },
    { "content.xml", content },
  };

  return pack (parts, G_N_ELEMENTS (parts));
}

CapacityImportFile *
open_bytes (GBytes      *bytes,
            const char  *name,
            GError     **error)
{
  g_autofree char *folder = g_dir_make_tmp ("sheet-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  CapacityImportFile *opened;

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
  opened = capacity_import_file_open (file, NULL, error);
  g_unlink (path);
  g_rmdir (folder);

  return opened;
}

CapacityImportFile *
open_xlsx (const char *rows)
{
  g_autofree char *sheet = g_strconcat ("<worksheet xmlns='m'><sheetData>", rows, "</sheetData></worksheet>", NULL);
  g_autoptr (GBytes) bytes = pack_xlsx (NULL, NULL, NULL, sheet);
  g_autoptr (GError) error = NULL;
  CapacityImportFile *file = open_bytes (bytes, "book.xlsx", &error);

  g_assert_no_error (error);
  return file;
}

CapacityImportFile *
open_ods (const char *content)
{
  g_autoptr (GBytes) bytes = pack_ods (content);
  g_autoptr (GError) error = NULL;
  CapacityImportFile *file = open_bytes (bytes, "book.ods", &error);

  g_assert_no_error (error);
  return file;
}

char *
table_text (CapacityImportFile *file,
            guint               table)
{
  GBytes *text = capacity_import_file_get_table (file, table)->text;

  return g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
}
