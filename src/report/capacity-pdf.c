/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-pdf.h"

#include <cairo.h>
#include <string.h>

#include "capacity-pdf-file.h"
#include "capacity-report-error.h"

G_DEFINE_QUARK (capacity-report-error-quark, capacity_report_error)

/**
 * capacity_pdf_clean_text:
 * @text: text from anywhere
 *
 * Makes text fit for paper and for XML: valid UTF-8 without control characters, non-characters and soft
 * hyphens. Line ends and tabs become spaces.
 *
 * Returns: (transfer full): the text
 */
char *
capacity_pdf_clean_text (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *out = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n' || c == '\r' || c == '\t' || c == 0x2028 || c == 0x2029)
        g_string_append_c (out, ' ');
      else if (!g_unichar_iscntrl (c) && c != 0xad && (c & 0xfffe) != 0xfffe)
        g_string_append_unichar (out, c);
    }

  return g_string_free_and_steal (out);
}

/* Text as PDF writes it where any letter may occur: UTF-16 in hexadecimal digits. */
static char *
pdf_string (const char *text)
{
  g_autofree char *clean = capacity_pdf_clean_text (text);
  glong n = 0;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (clean, -1, NULL, &n, NULL);
  GString *out = g_string_new ("<FEFF");

  for (glong i = 0; i < n; i++)
    g_string_append_printf (out, "%04X", units[i]);
  g_string_append_c (out, '>');

  return g_string_free_and_steal (out);
}

static void
append_text (GString    *out,
             const char *key,
             const char *text)
{
  g_autofree char *string = text != NULL && *text != '\0' ? pdf_string (text) : NULL;

  if (string != NULL)
    g_string_append_printf (out, "%s %s\n", key, string);
}

/* The same words and dates as the metadata packet has. */
static char *
info_dictionary (const CapacityPdfInfo *info)
{
  GString *out = g_string_new ("<<\n");
  int year, month, day;

  capacity_date_to_ymd (info->date, &year, &month, &day);
  append_text (out, "/Title", info->title);
  append_text (out, "/Subject", info->subject);
  append_text (out, "/Author", info->author);
  append_text (out, "/Creator", info->creator);
  g_string_append_printf (out, "/Producer (cairo %s)\n", cairo_version_string ());
  g_string_append_printf (out, "/CreationDate (D:%04d%02d%02d000000Z)\n/ModDate (D:%04d%02d%02d000000Z)\n>>",
                          year, month, day, year, month, day);

  return g_string_free_and_steal (out);
}

static void
append_box (GString      *out,
            const double  box[4])
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (out, "/A << /O /Layout /Placement /Block /BBox [");
  for (guint i = 0; i < 4; i++)
    g_string_append_printf (out, " %s", g_ascii_formatd (number, sizeof number, "%.2f", box[i]));
  g_string_append (out, " ] >>\n");
}

static void
append_trait (GString              *out,
              const CapacityTagged *tagged)
{
  switch (tagged->trait)
    {
    case CAPACITY_TRAIT_SCOPE_COLUMN:
      g_string_append (out, "/A << /O /Table /Scope /Column >>\n");
      break;
    case CAPACITY_TRAIT_SCOPE_ROW:
      g_string_append (out, "/A << /O /Table /Scope /Row >>\n");
      break;
    case CAPACITY_TRAIT_DECIMAL_LIST:
      g_string_append (out, "/A << /O /List /ListNumbering /Decimal >>\n");
      break;
    case CAPACITY_TRAIT_BULLET_LIST:
      g_string_append (out, "/A << /O /List /ListNumbering /Disc >>\n");
      break;
    case CAPACITY_TRAIT_BOX:
      append_box (out, tagged->box);
      break;
    case CAPACITY_TRAIT_NONE:
    default:
      break;
    }
}

/* Gives element @number what the log knows of it. A link's annotation gets the same words. */
static void
amend_element (CapacityPdfFile      *file,
               guint                 number,
               const CapacityTagged *tagged)
{
  g_autoptr (GString) entry = g_string_new (NULL);
  guint annotation = 0;

  if (tagged->tag == CAPACITY_TAG_LINK)
    annotation = capacity_pdf_file_get_link (file, number, "/K", "/Obj");
  append_trait (entry, tagged);
  append_text (entry, "/Alt", tagged->alt);
  if (entry->len > 0)
    capacity_pdf_file_add_entry (file, number, entry->str);
  if (annotation > 0)
    {
      g_string_assign (entry, "/F 4\n");
      append_text (entry, "/Contents", tagged->alt);
      capacity_pdf_file_add_entry (file, annotation, entry->str);
    }
}

static gboolean
has_name (const CapacityPdfFile *file,
          guint                  number,
          const char            *key,
          const char            *wanted)
{
  const char *name;
  gsize length;

  return capacity_pdf_file_get_name (file, number, key, &name, &length) && strlen (wanted) == length &&
         strncmp (name, wanted, length) == 0;
}

static gboolean
fail_structure (GError **error,
                guint    number)
{
  g_set_error (error, CAPACITY_REPORT_ERROR, CAPACITY_REPORT_ERROR_STRUCTURE,
               "The structure that Cairo wrote differs from the one that was drawn at object %u", number);

  return FALSE;
}

static gboolean
amend_elements (CapacityPdfFile     *file,
                const CapacityTags  *tags,
                GError             **error)
{
  guint n, n_seen = 0;
  const CapacityTagged *log = capacity_tags_list (tags, &n);
  guint size = capacity_pdf_file_get_size (file);

  for (guint i = 1; i < size; i++)
    {
      if (!has_name (file, i, "/Type", "StructElem"))
        continue;
      if (n_seen == n || !has_name (file, i, "/S", capacity_tag_get_name (log[n_seen].tag)))
        return fail_structure (error, i);
      amend_element (file, i, &log[n_seen++]);
    }

  return n_seen == n ? TRUE : fail_structure (error, size);
}

static void
amend_pages_and_fonts (CapacityPdfFile *file)
{
  guint size = capacity_pdf_file_get_size (file);

  for (guint i = 1; i < size; i++)
    {
      if (has_name (file, i, "/Type", "Page"))
        capacity_pdf_file_add_entry (file, i, "/Tabs /S");
      else if (has_name (file, i, "/Subtype", "CIDFontType2"))
        capacity_pdf_file_add_entry (file, i, "/CIDToGIDMap /Identity");
    }
}

static void
amend_root (CapacityPdfFile       *file,
            const CapacityPdfInfo *info)
{
  g_autoptr (GBytes) profile = capacity_srgb_profile_new ();
  char *xmp = capacity_xmp_new (info);
  g_autofree char *language = pdf_string (info->language);
  g_autofree char *entry = NULL;
  guint metadata, icc;

  metadata = capacity_pdf_file_add (file, g_strdup ("<< /Type /Metadata /Subtype /XML\n>>"),
                                    g_bytes_new_take (xmp, strlen (xmp)));
  icc = capacity_pdf_file_add (file, g_strdup ("<< /N 3 /Filter /FlateDecode\n>>"),
                               capacity_pdf_deflate (g_bytes_get_data (profile, NULL),
                                                     g_bytes_get_size (profile)));
  entry = g_strdup_printf ("/Lang %s\n/Metadata %u 0 R\n/ViewerPreferences << /DisplayDocTitle true >>\n"
                           "/OutputIntents [ << /Type /OutputIntent /S /GTS_PDFA1 /Info (sRGB IEC61966-2.1)\n"
                           "/OutputConditionIdentifier (sRGB IEC61966-2.1) /DestOutputProfile %u 0 R >> ]",
                           language, metadata, icc);
  capacity_pdf_file_add_entry (file, capacity_pdf_file_get_root (file), entry);
}

/**
 * capacity_pdf_finish:
 * @drawn: a file as Cairo wrote it, restricted to PDF 1.4
 * @tags: the structure that was drawn
 * @info: what the document says of itself
 * @error: return location
 *
 * Adds to a tagged file what Cairo cannot write, so that it follows PDF/UA-1 (ISO 14289-1) and PDF/A-2a
 * (ISO 19005-2): language, alternative texts, scopes of table headings, metadata, the meaning of colours, an
 * identifier; and packs it. The same input gives the same bytes.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL with %CAPACITY_REPORT_ERROR_STRUCTURE
 */
GBytes *
capacity_pdf_finish (GBytes                 *drawn,
                     const CapacityTags     *tags,
                     const CapacityPdfInfo  *info,
                     GError                **error)
{
  g_autoptr (CapacityPdfFile) file = capacity_pdf_file_parse (drawn, error);

  if (file == NULL || !amend_elements (file, tags, error))
    return NULL;
  amend_pages_and_fonts (file);
  capacity_pdf_file_set_info (file, info_dictionary (info));
  amend_root (file, info);

  return capacity_pdf_file_write (file);
}
