/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <cairo-pdf.h>
#include <string.h>

#include "capacity-pdf-file.h"
#include "capacity-pdf.h"
#include "capacity-report-error.h"

static cairo_status_t
write_bytes (void                *closure,
             const unsigned char *data,
             unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* A page with a paragraph, and the log of its structure. */
static GBytes *
draw_page (CapacityTags **tags)
{
  GByteArray *out = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_bytes, out, 200, 200);
  cairo_t *cr = cairo_create (surface);

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  *tags = capacity_tags_new (cr);
  capacity_tags_begin (*tags, CAPACITY_TAG_DOCUMENT);
  capacity_tags_begin (*tags, CAPACITY_TAG_P);
  cairo_move_to (cr, 20, 20);
  cairo_show_text (cr, "Capacity");
  capacity_tags_end (*tags, CAPACITY_TAG_P);
  capacity_tags_begin (*tags, CAPACITY_TAG_ARTIFACT);
  capacity_tags_pin (*tags, 20, 30);
  cairo_rectangle (cr, 20, 30, 10, 10);
  cairo_fill (cr);
  capacity_tags_end (*tags, CAPACITY_TAG_ARTIFACT);
  capacity_tags_end (*tags, CAPACITY_TAG_DOCUMENT);
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (out);
}

static const CapacityPdfInfo info = { "T", NULL, NULL, "lv", NULL, 739943 };

static void
test_finish (void)
{
  g_autoptr (CapacityTags) tags = NULL;
  g_autoptr (GBytes) drawn = draw_page (&tags);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = capacity_pdf_finish (drawn, tags, &info, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), 8, "%PDF-1.7", 8);
}

static void
test_other_structure (void)
{
  g_autoptr (CapacityTags) tags = NULL;
  g_autoptr (CapacityTags) other_tags = NULL;
  g_autoptr (GBytes) drawn = draw_page (&tags);
  g_autoptr (GBytes) other = draw_page (&other_tags);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  capacity_tags_begin (other_tags, CAPACITY_TAG_DOCUMENT);
  bytes = capacity_pdf_finish (drawn, other_tags, &info, &error);
  g_assert_error (error, CAPACITY_REPORT_ERROR, CAPACITY_REPORT_ERROR_STRUCTURE);
  g_assert_null (bytes);
}

/* Nothing that can happen to the bytes may crash; what still parses is written again. */
static void
test_damaged (void)
{
  g_autoptr (CapacityTags) tags = NULL;
  g_autoptr (GBytes) drawn = draw_page (&tags);
  gsize length;
  const guint8 *data = g_bytes_get_data (drawn, &length);

  for (guint i = 0; i < 3000; i++)
    {
      guint8 *copy = g_memdup2 (data, length);
      gsize kept = i % 3 == 0 ? (gsize) g_test_rand_int_range (0, (gint32) length) : length;
      g_autoptr (GBytes) damaged = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;

      for (guint j = 0; j < i % 5; j++)
        copy[g_test_rand_int_range (0, (gint32) length)] = (guint8) g_test_rand_int_range (0, 256);
      damaged = g_bytes_new_take (copy, kept);
      bytes = capacity_pdf_finish (damaged, tags, &info, &error);
      g_assert_true ((bytes == NULL) == (error != NULL));
    }
}

static void
test_metadata (void)
{
  static const CapacityPdfInfo hostile = { "a<b>&\"c\" \001", "]]>", "O'Neill & Bērziņš", "lv", "x", 739943 };
  g_autofree char *xmp = capacity_xmp_new (&hostile);
  g_autoptr (GError) error = NULL;
  GMarkupParser parser = { NULL };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, NULL, NULL);

  g_assert_true (g_markup_parse_context_parse (context, xmp, -1, &error));
  g_assert_no_error (error);
  g_assert_nonnull (strstr (xmp, "a&lt;b&gt;&amp;&quot;c&quot;"));
  g_assert_nonnull (strstr (xmp, "<pdfuaid:part>1</pdfuaid:part>"));
  g_assert_nonnull (strstr (xmp, "<pdfaid:conformance>A</pdfaid:conformance>"));
}

static void
test_clean_text (void)
{
  g_autofree char *clean = capacity_pdf_clean_text ("a\302\255b\nc\001d\377e\357\277\276f");

  g_assert_cmpstr (clean, ==, "ab cd\357\277\275ef");
}

static void
test_profile (void)
{
  g_autoptr (GBytes) profile = capacity_srgb_profile_new ();
  gsize length;
  const guint8 *data = g_bytes_get_data (profile, &length);

  g_assert_cmpuint ((guint) data[2] << 8 | data[3], ==, length);
  g_assert_cmpmem (data + 12, 12, "mntrRGB XYZ ", 12);
  g_assert_cmpmem (data + 36, 4, "acsp", 4);
  g_assert_cmpuint (length % 4, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/pdf/finish", test_finish);
  g_test_add_func ("/report/pdf/other-structure", test_other_structure);
  g_test_add_func ("/report/pdf/damaged", test_damaged);
  g_test_add_func ("/report/pdf/metadata", test_metadata);
  g_test_add_func ("/report/pdf/clean-text", test_clean_text);
  g_test_add_func ("/report/pdf/profile", test_profile);

  return g_test_run ();
}
