/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-emblem.h"

#include <string.h>

/* The emblem of an institution: a PNG picture from a file, so nothing in it is taken for granted. */

/* More pixels on a side are no use at the size in which it is printed. */
#define MAX_SIDE 2048

/* Where a PNG file has its width and height, behind its signature and the head of its first chunk. */
#define SIZE_AT 16

/* An emblem that is flatter than this would push the institution's name off the page. */
#define MAX_ASPECT 4.0

typedef struct
{
  const guint8 *data;
  gsize         size;
  gsize         at;
} Source;

static cairo_status_t
read_bytes (void          *closure,
            unsigned char *data,
            unsigned int   length)
{
  Source *source = closure;

  if (length > source->size - source->at)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, source->data + source->at, length);
  source->at += length;

  return CAIRO_STATUS_SUCCESS;
}

static gboolean
has_fair_size (const guint8 *data,
               gsize         size)
{
  static const guint8 signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  guint32 sides[2];

  if (size < SIZE_AT + sizeof sides || size > CAPACITY_EMBLEM_MAX_SIZE ||
      memcmp (data, signature, sizeof signature) != 0)
    return FALSE;
  memcpy (sides, data + SIZE_AT, sizeof sides);

  return GUINT32_FROM_BE (sides[0]) - 1u < MAX_SIDE && GUINT32_FROM_BE (sides[1]) - 1u < MAX_SIDE &&
         GUINT32_FROM_BE (sides[0]) <= MAX_ASPECT * GUINT32_FROM_BE (sides[1]);
}

/* On white, since pages that are kept for years know no transparency. */
static cairo_surface_t *
flatten (cairo_surface_t *picture)
{
  cairo_surface_t *flat = cairo_image_surface_create (CAIRO_FORMAT_RGB24, cairo_image_surface_get_width (picture),
                                                      cairo_image_surface_get_height (picture));
  cairo_t *cr = cairo_create (flat);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);

  return flat;
}

/**
 * capacity_emblem_read:
 * @png: what is said to be a PNG file
 *
 * Returns: (transfer full) (nullable): the picture on white; %NULL if it is no PNG file, damaged, too large, or more
 *   than four times as wide as high
 */
cairo_surface_t *
capacity_emblem_read (GBytes *png)
{
  Source source = { 0 };
  cairo_surface_t *picture, *flat = NULL;

  source.data = g_bytes_get_data (png, &source.size);
  if (!has_fair_size (source.data, source.size))
    return NULL;
  picture = cairo_image_surface_create_from_png_stream (read_bytes, &source);
  if (cairo_surface_status (picture) == CAIRO_STATUS_SUCCESS)
    flat = flatten (picture);
  cairo_surface_destroy (picture);

  return flat;
}

/**
 * capacity_emblem_get_width:
 * @emblem: an emblem
 * @height: its height on the page
 *
 * Returns: its width on the page
 */
double
capacity_emblem_get_width (cairo_surface_t *emblem,
                           double           height)
{
  return height * cairo_image_surface_get_width (emblem) / cairo_image_surface_get_height (emblem);
}

/**
 * capacity_emblem_draw:
 * @emblem: an emblem
 * @cr: where
 * @x: left edge
 * @y: upper edge
 * @height: its height
 *
 * Draws the emblem.
 */
void
capacity_emblem_draw (cairo_surface_t *emblem,
                      cairo_t         *cr,
                      double           x,
                      double           y,
                      double           height)
{
  double scale = height / cairo_image_surface_get_height (emblem);
  gboolean is_paper = cairo_surface_get_type (cairo_get_target (cr)) == CAIRO_SURFACE_TYPE_PDF;

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, emblem, 0, 0);
  /* PDF/A forbids to ask for smoothing in the file. */
  cairo_pattern_set_filter (cairo_get_source (cr), is_paper ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_GOOD);
  cairo_paint (cr);
  cairo_restore (cr);
}
