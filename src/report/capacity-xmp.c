/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-pdf.h"

#include <cairo.h>

/* PDF/A knows only the properties of its own list; that of PDF/UA has to be described in the packet. */
static const char packet[] =
  "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
  "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
  "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
  "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
  "  xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
  "  xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
  "<pdfaid:part>2</pdfaid:part>\n"
  "<pdfaid:conformance>A</pdfaid:conformance>\n"
  "<pdfuaid:part>1</pdfuaid:part>\n"
  "<dc:format>application/pdf</dc:format>\n"
  "<dc:language><rdf:Bag><rdf:li>@language@</rdf:li></rdf:Bag></dc:language>\n"
  "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">@title@</rdf:li></rdf:Alt></dc:title>\n"
  "@subject@@author@@creator@"
  "<pdf:Producer>@producer@</pdf:Producer>\n"
  "<xmp:CreateDate>@date@T00:00:00Z</xmp:CreateDate>\n"
  "<xmp:ModifyDate>@date@T00:00:00Z</xmp:ModifyDate>\n"
  "<xmp:MetadataDate>@date@T00:00:00Z</xmp:MetadataDate>\n"
  "</rdf:Description>\n"
  "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n"
  "  xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n"
  "  xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
  "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
  "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\n"
  "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
  "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
  "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
  "<pdfaProperty:name>part</pdfaProperty:name>\n"
  "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
  "<pdfaProperty:category>internal</pdfaProperty:category>\n"
  "<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>\n"
  "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
  "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
  "</rdf:Description>\n"
  "</rdf:RDF>\n"
  "</x:xmpmeta>\n"
  "<?xpacket end=\"r\"?>\n";

static char *
escape (const char *text)
{
  g_autofree char *clean = capacity_pdf_clean_text (text);

  return g_markup_escape_text (clean, -1);
}

/* @before, the escaped @text and @after, or nothing where there is no text. */
static char *
element (const char *before,
         const char *text,
         const char *after)
{
  g_autofree char *escaped = text != NULL && *text != '\0' ? escape (text) : NULL;

  return escaped != NULL ? g_strconcat (before, escaped, after, NULL) : g_strdup ("");
}

static char *
value_of (const CapacityPdfInfo *info,
          const char            *name)
{
  if (g_str_equal (name, "title"))
    return escape (info->title);
  if (g_str_equal (name, "language"))
    return escape (info->language);
  if (g_str_equal (name, "date"))
    return capacity_date_to_string (info->date);
  if (g_str_equal (name, "producer"))
    return g_strdup_printf ("cairo %s", cairo_version_string ());
  if (g_str_equal (name, "subject"))
    return element ("<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">", info->subject,
                    "</rdf:li></rdf:Alt></dc:description>\n");
  if (g_str_equal (name, "author"))
    return element ("<dc:creator><rdf:Seq><rdf:li>", info->author, "</rdf:li></rdf:Seq></dc:creator>\n");

  return element ("<xmp:CreatorTool>", info->creator, "</xmp:CreatorTool>\n");
}

/**
 * capacity_xmp_new:
 * @info: what the document says of itself
 *
 * Writes the metadata packet (XMP, ISO 16684-1) that names the standards the file follows: PDF/UA-1 and
 * PDF/A-2a.
 *
 * Returns: (transfer full): XML in UTF-8
 */
char *
capacity_xmp_new (const CapacityPdfInfo *info)
{
  g_auto (GStrv) parts = g_strsplit (packet, "@", -1);
  g_autoptr (GString) out = g_string_new (NULL);

  /* Every second part is the name of a value. */
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *value = i % 2 == 1 ? value_of (info, parts[i]) : NULL;

      g_string_append (out, value != NULL ? value : parts[i]);
    }

  return g_string_free_and_steal (g_steal_pointer (&out));
}
