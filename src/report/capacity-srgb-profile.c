/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-pdf.h"

#include <math.h>
#include <string.h>

/* An ICC profile of version 2.1 (ICC.1:2001-04) is a header of 128 bytes, a table of tags and their data, all
 * big-endian. What follows is the display profile of IEC 61966-2-1 in that form. */
#define HEADER_SIZE 128
#define N_TAGS 9
#define N_CURVE_POINTS 1024

static void
put_u32 (GByteArray *out,
         guint32     value)
{
  guint32 big = GUINT32_TO_BE (value);

  g_byte_array_append (out, (const guint8 *) &big, sizeof big);
}

static void
put_u16 (GByteArray *out,
         guint16     value)
{
  guint16 big = GUINT16_TO_BE (value);

  g_byte_array_append (out, (const guint8 *) &big, sizeof big);
}

static void
put_text (GByteArray *out,
          const char *text)
{
  g_byte_array_append (out, (const guint8 *) text, (guint) strlen (text));
}

static void
put_zeros (GByteArray *out,
           guint       until)
{
  guint from = out->len;

  g_byte_array_set_size (out, until);
  memset (out->data + from, 0, until - from);
}

static void
put_fixed (GByteArray *out,
           double      value)
{
  put_u32 (out, (guint32) (gint32) lround (value * 65536));
}

static void
put_xyz (GByteArray *out,
         double      x,
         double      y,
         double      z)
{
  put_text (out, "XYZ ");
  put_u32 (out, 0);
  put_fixed (out, x);
  put_fixed (out, y);
  put_fixed (out, z);
}

/* The transfer curve of sRGB: linear near black, then a power of 2.4. */
static void
put_curve (GByteArray *out)
{
  put_text (out, "curv");
  put_u32 (out, 0);
  put_u32 (out, N_CURVE_POINTS);
  for (guint i = 0; i < N_CURVE_POINTS; i++)
    {
      double v = (double) i / (N_CURVE_POINTS - 1);
      double linear = v <= 0.04045 ? v / 12.92 : pow ((v + 0.055) / 1.055, 2.4);

      put_u16 (out, (guint16) lround (linear * 65535));
    }
}

static void
put_description (GByteArray *out,
                 const char *text)
{
  guint start = out->len;

  put_text (out, "desc");
  put_u32 (out, 0);
  put_u32 (out, (guint32) strlen (text) + 1);
  put_text (out, text);
  /* Its forms in Unicode and in Macintosh script stay empty. */
  put_zeros (out, start + 12 + (guint) strlen (text) + 1 + 4 + 4 + 2 + 1 + 67);
}

static void
put_notice (GByteArray *out,
            const char *text)
{
  put_text (out, "text");
  put_u32 (out, 0);
  put_text (out, text);
  put_zeros (out, out->len + 1);
}

static void
put_header (GByteArray *out)
{
  put_u32 (out, 0);
  put_u32 (out, 0);
  put_u32 (out, 0x02100000);
  put_text (out, "mntrRGB XYZ ");
  /* The year of the sRGB standard's amendment: the profile does not depend on when it is made. */
  put_u16 (out, 2003);
  put_u16 (out, 1);
  put_u16 (out, 1);
  put_zeros (out, 36);
  put_text (out, "acsp");
  put_zeros (out, 68);
  put_fixed (out, 0.9642);
  put_fixed (out, 1.0);
  put_fixed (out, 0.8249);
  put_zeros (out, HEADER_SIZE);
}

/* Appends the data of a tag; colorants are those of sRGB adapted to the white D50. */
static void
put_tag (GByteArray *out,
         guint       tag)
{
  switch (tag)
    {
    case 0:
      put_description (out, "sRGB IEC61966-2.1");
      break;
    case 1:
      put_notice (out, "No copyright, use freely");
      break;
    case 2:
      put_xyz (out, 0.9505, 1.0, 1.0891);
      break;
    case 3:
      put_xyz (out, 0.4360, 0.2225, 0.0139);
      break;
    case 4:
      put_xyz (out, 0.3851, 0.7169, 0.0971);
      break;
    case 5:
      put_xyz (out, 0.1431, 0.0606, 0.7141);
      break;
    default:
      put_curve (out);
      break;
    }
}

static void
set_u32 (GByteArray *out,
         guint       at,
         guint32     value)
{
  guint32 big = GUINT32_TO_BE (value);

  memcpy (out->data + at, &big, sizeof big);
}

/**
 * capacity_srgb_profile_new:
 *
 * Makes the ICC profile that says which colours the numbers in a document are. PDF/A wants it inside the
 * file.
 *
 * Returns: (transfer full): the profile
 */
GBytes *
capacity_srgb_profile_new (void)
{
  static const char signatures[] = "desccprtwtptrXYZgXYZbXYZrTRCgTRCbTRC";
  GByteArray *out = g_byte_array_new ();
  guint curve = 0;

  put_header (out);
  put_u32 (out, N_TAGS);
  put_zeros (out, HEADER_SIZE + 4 + N_TAGS * 12);
  for (guint i = 0; i < N_TAGS; i++)
    {
      guint entry = HEADER_SIZE + 4 + i * 12;
      guint start = i > 6 ? curve : out->len;

      /* The three channels share one curve. */
      if (i <= 6)
        put_tag (out, i);
      if (i == 6)
        curve = start;
      memcpy (out->data + entry, signatures + i * 4, 4);
      set_u32 (out, entry + 4, start);
      set_u32 (out, entry + 8, i > 6 ? 12 + 2 * N_CURVE_POINTS : out->len - start);
      put_zeros (out, (out->len + 3) & ~3u);
    }
  set_u32 (out, 0, out->len);

  return g_byte_array_free_to_bytes (out);
}
