/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-decode.h"

#include <string.h>

#include "capacity-exchange-error.h"

/* Bytes of a file and what they say, "Mēnesis;ģ €\n" unless told otherwise. */
static void
assert_decodes (const char             *bytes,
                gsize                   length,
                CapacityImportEncoding  expected,
                const char             *text)
{
  g_auto (CapacityImportText) decoded = { .data = NULL };
  g_autoptr (GError) error = NULL;
  CapacityImportEncoding encoding = CAPACITY_IMPORT_ENCODING_UTF_8;

  g_assert_true (capacity_import_detect ((const guint8 *) bytes, length, &encoding, &error));
  g_assert_no_error (error);
  g_assert_cmpint (encoding, ==, expected);
  g_assert_true (capacity_import_decode ((const guint8 *) bytes, length, encoding, &decoded, &error));
  g_assert_no_error (error);
  g_assert_cmpmem (decoded.data, decoded.length, text, strlen (text));
}

static char *
convert (const char *text,
         const char *encoding,
         gsize      *length)
{
  g_autoptr (GError) error = NULL;
  char *bytes = g_convert (text, -1, encoding, "UTF-8", NULL, length, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
test_encodings (void)
{
  static const struct { const char *name; CapacityImportEncoding encoding; } cases[] = {
    { "UTF-8", CAPACITY_IMPORT_ENCODING_UTF_8 },        { "CP1257", CAPACITY_IMPORT_ENCODING_WINDOWS_1257 },
    { "UTF-16LE", CAPACITY_IMPORT_ENCODING_UTF_16LE },  { "UTF-16BE", CAPACITY_IMPORT_ENCODING_UTF_16BE },
  };
  const char *text = "Mēnesis;Skaits, €\njūlijs;43\302\240450\naugusts;39 385\n";

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *bytes = NULL;
      gsize length;

      g_test_message ("%s", cases[i].name);
      bytes = convert (text, cases[i].name, &length);
      assert_decodes (bytes, length, cases[i].encoding, text);
    }
}

static void
test_byte_order_marks (void)
{
  g_autofree char *little = NULL;
  g_autofree char *big = NULL;
  gsize length;

  assert_decodes ("\357\273\277ā;1\n", 8, CAPACITY_IMPORT_ENCODING_UTF_8, "ā;1\n");
  little = convert ("\357\273\277ā;𝄞\n", "UTF-16LE", &length);
  assert_decodes (little, length, CAPACITY_IMPORT_ENCODING_UTF_16LE, "ā;𝄞\n");
  big = convert ("\357\273\277ā;𝄞\n", "UTF-16BE", &length);
  assert_decodes (big, length, CAPACITY_IMPORT_ENCODING_UTF_16BE, "ā;𝄞\n");
}

/* Every byte of windows-1257 against the system's own table. */
static void
test_windows_1257 (void)
{
  for (guint c = 0x80; c < 0x100; c++)
    {
      g_auto (CapacityImportText) decoded = { .data = NULL };
      char byte = (char) c;
      gsize length = 0;
      g_autofree char *expected = g_convert (&byte, 1, "UTF-8", "CP1257", NULL, &length, NULL);
      gboolean is_letter = capacity_import_decode ((const guint8 *) &byte, 1, CAPACITY_IMPORT_ENCODING_WINDOWS_1257,
                                                   &decoded, NULL);

      g_assert_cmpint (is_letter, ==, expected != NULL);
      if (is_letter)
        g_assert_cmpmem (decoded.data, decoded.length, expected, length);
    }
}

static void
assert_not_text (const char            *bytes,
                 gsize                  length,
                 CapacityExchangeError  code,
                 guint64                line)
{
  g_autoptr (GError) error = NULL;
  CapacityImportEncoding encoding;

  g_assert_false (capacity_import_detect ((const guint8 *) bytes, length, &encoding, &error));
  g_assert_error (error, CAPACITY_EXCHANGE_ERROR, (int) code);
  g_assert_cmpuint (capacity_exchange_error_get_line (error), ==, line);
}

static void
test_not_text (void)
{
  const char *zip = "PK\003\004 and more";
  const char *old = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more";
  const char *pdf = "%PDF-1.7\n";
  const char *damaged = "ā;č;ē\nī;ķ;ļ\nņ;\xC4;1\n";

  assert_not_text (zip, strlen (zip), CAPACITY_EXCHANGE_ERROR_SPREADSHEET, 0);
  assert_not_text (old, strlen (old), CAPACITY_EXCHANGE_ERROR_SPREADSHEET, 0);
  assert_not_text (pdf, strlen (pdf), CAPACITY_EXCHANGE_ERROR_BINARY, 0);
  assert_not_text ("a;b\n\0\0\1;2\n", 11, CAPACITY_EXCHANGE_ERROR_BINARY, 0);
  assert_not_text ("\xE2\x01;\xE7\n", 5, CAPACITY_EXCHANGE_ERROR_BINARY, 0);
  assert_not_text (damaged, strlen (damaged), CAPACITY_EXCHANGE_ERROR_ENCODING, 3);
}

static void
assert_not_encoded (const char             *bytes,
                    gsize                   length,
                    CapacityImportEncoding  encoding,
                    guint64                 line)
{
  g_auto (CapacityImportText) decoded = { .data = NULL };
  g_autoptr (GError) error = NULL;

  g_assert_false (capacity_import_decode ((const guint8 *) bytes, length, encoding, &decoded, &error));
  g_assert_error (error, CAPACITY_EXCHANGE_ERROR, CAPACITY_EXCHANGE_ERROR_ENCODING);
  g_assert_cmpuint (capacity_exchange_error_get_line (error), ==, line);
}

static void
test_wrong_encoding (void)
{
  assert_not_encoded ("a\nb\xE2;c\n", 7, CAPACITY_IMPORT_ENCODING_UTF_8, 2);
  assert_not_encoded ("\357\273\277a\nb\xE2;c\n", 10, CAPACITY_IMPORT_ENCODING_UTF_8, 2);
  assert_not_encoded ("a\n\n\x81", 4, CAPACITY_IMPORT_ENCODING_WINDOWS_1257, 3);
  assert_not_encoded ("a\0\n\0\0\xD8" "a\0", 8, CAPACITY_IMPORT_ENCODING_UTF_16LE, 2);
  assert_not_encoded ("\0a\0\n\0", 5, CAPACITY_IMPORT_ENCODING_UTF_16BE, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/decode/encodings", test_encodings);
  g_test_add_func ("/exchange/decode/byte-order-marks", test_byte_order_marks);
  g_test_add_func ("/exchange/decode/windows-1257", test_windows_1257);
  g_test_add_func ("/exchange/decode/not-text", test_not_text);
  g_test_add_func ("/exchange/decode/wrong-encoding", test_wrong_encoding);
  return g_test_run ();
}
