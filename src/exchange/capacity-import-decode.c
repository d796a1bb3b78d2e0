/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-decode.h"

#include <string.h>

#include "capacity-exchange-error.h"

/* Letters of windows-1257 from 0x80 (Unicode's mapping table CP1257.TXT); 0 where a byte has no meaning. */
static const guint16 windows_1257[128] = {
  0x20AC, 0, 0x201A, 0, 0x201E, 0x2026, 0x2020, 0x2021, 0, 0x2030, 0, 0x2039, 0, 0x00A8, 0x02C7, 0x00B8,
  0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0, 0x2122, 0, 0x203A, 0, 0x00AF, 0x02DB, 0,
  0x00A0, 0, 0x00A2, 0x00A3, 0x00A4, 0, 0x00A6, 0x00A7, 0x00D8, 0x00A9, 0x0156, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x00C6,
  0x00B0, 0x00B1, 0x00B2, 0x00B3, 0x00B4, 0x00B5, 0x00B6, 0x00B7, 0x00F8, 0x00B9, 0x0157, 0x00BB, 0x00BC, 0x00BD,
  0x00BE, 0x00E6,
  0x0104, 0x012E, 0x0100, 0x0106, 0x00C4, 0x00C5, 0x0118, 0x0112, 0x010C, 0x00C9, 0x0179, 0x0116, 0x0122, 0x0136,
  0x012A, 0x013B,
  0x0160, 0x0143, 0x0145, 0x00D3, 0x014C, 0x00D5, 0x00D6, 0x00D7, 0x0172, 0x0141, 0x015A, 0x016A, 0x00DC, 0x017B,
  0x017D, 0x00DF,
  0x0105, 0x012F, 0x0101, 0x0107, 0x00E4, 0x00E5, 0x0119, 0x0113, 0x010D, 0x00E9, 0x017A, 0x0117, 0x0123, 0x0137,
  0x012B, 0x013C,
  0x0161, 0x0144, 0x0146, 0x00F3, 0x014D, 0x00F5, 0x00F6, 0x00F7, 0x0173, 0x0142, 0x015B, 0x016B, 0x00FC, 0x017C,
  0x017E, 0x02D9,
};

/**
 * capacity_import_text_clear:
 * @self: a text
 */
void
capacity_import_text_clear (CapacityImportText *self)
{
  g_clear_pointer (&self->owned, g_free);
  self->data = NULL;
  self->length = 0;
}

/* Line and column, counted in bytes, of the byte at @offset. */
static GError *
encoding_error (const guint8 *bytes,
                gsize         offset,
                const char   *encoding)
{
  guint64 line = 1;
  gsize start = 0;

  for (gsize i = 0; i < offset; i++)
    if (bytes[i] == '\n')
      {
        line++;
        start = i + 1;
      }
  return capacity_exchange_error_new_at (CAPACITY_EXCHANGE_ERROR_ENCODING, line, 0,
                                         "Line %" G_GUINT64_FORMAT ", byte %zu: 0x%02X has no meaning in %s", line,
                                         offset - start + 1, bytes[offset], encoding);
}

static void
set_binary_error (GError **error)
{
  g_set_error (error, CAPACITY_EXCHANGE_ERROR, CAPACITY_EXCHANGE_ERROR_BINARY, "The bytes are not text");
}

static gboolean
has_prefix (const guint8 *bytes,
            gsize         length,
            const char   *prefix)
{
  return length >= strlen (prefix) && memcmp (bytes, prefix, strlen (prefix)) == 0;
}

/* Known forms that are not text; most of them hold zero bytes too, but the reason is clearer this way. */
static gboolean
check_signature (const guint8 *bytes,
                 gsize         length,
                 GError      **error)
{
  if (has_prefix (bytes, length, "PK\003\004") || has_prefix (bytes, length, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"))
    {
      g_set_error (error, CAPACITY_EXCHANGE_ERROR, CAPACITY_EXCHANGE_ERROR_SPREADSHEET,
                   "The bytes are a spreadsheet or another packed document");
      return FALSE;
    }
  if (has_prefix (bytes, length, "%PDF") || has_prefix (bytes, length, "\x1F\x8B") ||
      has_prefix (bytes, length, "\x89PNG") || has_prefix (bytes, length, "\xFF\xD8\xFF"))
    {
      set_binary_error (error);
      return FALSE;
    }
  return TRUE;
}

/* Text in UTF-16 without a byte order mark: every second byte of its beginning is zero, for digits and
 * delimiters are ASCII. */
static gboolean
looks_like_utf_16 (const guint8           *bytes,
                   gsize                   length,
                   CapacityImportEncoding *encoding)
{
  gsize n = MIN (length, 4096) / 2;
  gsize zeros[2] = { 0, 0 };

  for (gsize i = 0; i < n; i++)
    {
      zeros[0] += bytes[2 * i] == 0;
      zeros[1] += bytes[2 * i + 1] == 0;
    }
  if (length % 2 != 0 || MIN (zeros[0], zeros[1]) > 0 || MAX (zeros[0], zeros[1]) * 2 < n)
    return FALSE;
  *encoding = zeros[0] > 0 ? CAPACITY_IMPORT_ENCODING_UTF_16BE : CAPACITY_IMPORT_ENCODING_UTF_16LE;
  return TRUE;
}

/* Whether text that is not valid UTF-8 as a whole was meant to be: most of its letters beyond ASCII are
 * valid. */
static gboolean
is_damaged_utf_8 (const guint8 *bytes,
                  gsize         length)
{
  const char *p = (const char *) bytes;
  const char *end = p + length;
  gsize n_valid = 0, n_invalid = 0;

  while (p < end)
    {
      gunichar c;

      if ((guchar) *p < 0x80)
        {
          p++;
          continue;
        }
      c = g_utf8_get_char_validated (p, end - p);
      if (c == (gunichar) -1 || c == (gunichar) -2)
        {
          n_invalid++;
          p++;
        }
      else
        {
          n_valid++;
          p = g_utf8_next_char (p);
        }
    }
  return n_valid > 2 * n_invalid;
}

static gboolean
has_control_bytes (const guint8 *bytes,
                   gsize         length)
{
  for (gsize i = 0; i < length; i++)
    if (bytes[i] < 0x20 && (bytes[i] < '\t' || bytes[i] > '\r') && bytes[i] != 0x1A)
      return TRUE;
  return FALSE;
}

/**
 * capacity_import_detect:
 * @bytes: (array length=length): a file
 * @length: number of bytes
 * @encoding: (out): how the bytes stand for letters
 * @error: return location for an error
 *
 * Finds the encoding: by a byte order mark, else UTF-16 by its zero bytes, else UTF-8 if all of it is valid,
 * else windows-1257. The errors are %CAPACITY_EXCHANGE_ERROR_BINARY, %CAPACITY_EXCHANGE_ERROR_SPREADSHEET and
 * %CAPACITY_EXCHANGE_ERROR_ENCODING.
 *
 * Returns: whether the bytes are text
 */
gboolean
capacity_import_detect (const guint8            *bytes,
                        gsize                    length,
                        CapacityImportEncoding  *encoding,
                        GError                 **error)
{
  const char *valid_end;

  if (!check_signature (bytes, length, error))
    return FALSE;

  *encoding = CAPACITY_IMPORT_ENCODING_UTF_8;
  if (has_prefix (bytes, length, "\xEF\xBB\xBF"))
    return TRUE;
  if (has_prefix (bytes, length, "\xFF\xFE") || has_prefix (bytes, length, "\xFE\xFF"))
    {
      *encoding = bytes[0] == 0xFF ? CAPACITY_IMPORT_ENCODING_UTF_16LE : CAPACITY_IMPORT_ENCODING_UTF_16BE;
      return TRUE;
    }
  if (memchr (bytes, 0, length) != NULL)
    {
      if (looks_like_utf_16 (bytes, length, encoding))
        return TRUE;
      set_binary_error (error);
      return FALSE;
    }
  if (g_utf8_validate_len ((const char *) bytes, length, &valid_end))
    return TRUE;
  if (has_control_bytes (bytes, length))
    {
      set_binary_error (error);
      return FALSE;
    }
  if (is_damaged_utf_8 (bytes, length))
    {
      g_propagate_error (error, encoding_error (bytes, (gsize) (valid_end - (const char *) bytes), "UTF-8"));
      return FALSE;
    }
  *encoding = CAPACITY_IMPORT_ENCODING_WINDOWS_1257;
  return TRUE;
}

static gboolean
decode_utf_8 (const guint8        *bytes,
              gsize                length,
              CapacityImportText  *text,
              GError             **error)
{
  const char *valid_end;

  text->data = (const char *) bytes;
  text->length = length;
  if (has_prefix (bytes, length, "\xEF\xBB\xBF"))
    {
      text->data += 3;
      text->length -= 3;
    }
  if (g_utf8_validate_len (text->data, text->length, &valid_end))
    return TRUE;
  if (*valid_end == '\0')
    set_binary_error (error);
  else
    g_propagate_error (error, encoding_error (bytes, (gsize) (valid_end - (const char *) bytes), "UTF-8"));
  return FALSE;
}

static gboolean
decode_windows_1257 (const guint8        *bytes,
                     gsize                length,
                     CapacityImportText  *text,
                     GError             **error)
{
  gsize n_high = 0;
  char *out;

  for (gsize i = 0; i < length; i++)
    n_high += bytes[i] >= 0x80;
  out = text->owned = g_malloc (length + 2 * n_high + 1);
  for (gsize i = 0; i < length; i++)
    {
      if (bytes[i] == 0)
        {
          set_binary_error (error);
          return FALSE;
        }
      if (bytes[i] < 0x80)
        *out++ = (char) bytes[i];
      else if (windows_1257[bytes[i] - 0x80] != 0)
        out += g_unichar_to_utf8 (windows_1257[bytes[i] - 0x80], out);
      else
        {
          g_propagate_error (error, encoding_error (bytes, i, "windows-1257"));
          return FALSE;
        }
    }
  text->data = text->owned;
  text->length = (gsize) (out - text->owned);
  return TRUE;
}

static inline gunichar
utf_16_unit (const guint8 *bytes,
             gboolean      is_big_endian)
{
  return is_big_endian ? (gunichar) (bytes[0] << 8 | bytes[1]) : (gunichar) (bytes[1] << 8 | bytes[0]);
}

/* The letter at @bytes, or 0 where there is none, with the number of bytes it takes. */
static gunichar
utf_16_letter (const guint8 *bytes,
               gsize         length,
               gboolean      is_big_endian,
               gsize        *n_bytes)
{
  gunichar high = length >= 2 ? utf_16_unit (bytes, is_big_endian) : 0;
  gunichar low;

  *n_bytes = 2;
  if (high < 0xD800 || high > 0xDFFF)
    return high;
  low = length >= 4 ? utf_16_unit (bytes + 2, is_big_endian) : 0;
  if (high > 0xDBFF || low < 0xDC00 || low > 0xDFFF)
    return 0;
  *n_bytes = 4;
  return 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
}

static gboolean
decode_utf_16 (const guint8        *bytes,
               gsize                length,
               gboolean             is_big_endian,
               CapacityImportText  *text,
               GError             **error)
{
  guint64 line = 1;
  gsize n;
  char *out;

  /* Two bytes become three at most, four become four. */
  out = text->owned = g_malloc (length / 2 * 3 + 4);
  for (gsize i = 0; i < length; i += n)
    {
      gunichar c = utf_16_letter (bytes + i, length - i, is_big_endian, &n);

      if (c == 0)
        {
          g_propagate_error (error, capacity_exchange_error_new_at (CAPACITY_EXCHANGE_ERROR_ENCODING, line, 0,
                                                                    "Line %" G_GUINT64_FORMAT ": not UTF-16", line));
          return FALSE;
        }
      line += c == '\n';
      if (c != 0xFEFF || i > 0)
        out += g_unichar_to_utf8 (c, out);
    }
  text->data = text->owned;
  text->length = (gsize) (out - text->owned);
  return TRUE;
}

/**
 * capacity_import_decode:
 * @bytes: (array length=length): a file; must outlive @text
 * @length: number of bytes
 * @encoding: how the bytes stand for letters
 * @text: (out caller-allocates): the text
 * @error: return location for an error
 *
 * Turns a file into UTF-8; a file in UTF-8 is checked, not copied. The errors are
 * %CAPACITY_EXCHANGE_ERROR_ENCODING and %CAPACITY_EXCHANGE_ERROR_BINARY.
 *
 * Returns: whether all bytes have a meaning
 */
gboolean
capacity_import_decode (const guint8            *bytes,
                        gsize                    length,
                        CapacityImportEncoding   encoding,
                        CapacityImportText      *text,
                        GError                 **error)
{
  *text = (CapacityImportText) { .first_line = 1 };
  switch (encoding)
    {
    case CAPACITY_IMPORT_ENCODING_WINDOWS_1257:
      return decode_windows_1257 (bytes, length, text, error);
    case CAPACITY_IMPORT_ENCODING_UTF_16LE:
    case CAPACITY_IMPORT_ENCODING_UTF_16BE:
      return decode_utf_16 (bytes, length, encoding == CAPACITY_IMPORT_ENCODING_UTF_16BE, text, error);
    case CAPACITY_IMPORT_ENCODING_UTF_8:
    default:
      return decode_utf_8 (bytes, length, text, error);
    }
}
