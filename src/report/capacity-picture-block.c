/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-block.h"

#include "capacity-pdf.h"

/* A picture that says in words what it shows: one slice. */
typedef struct
{
  CapacityBlock    parent;
  char            *alt;
  double           height;
  CapacityDrawFunc draw;
  gpointer         user_data;
  GDestroyNotify   destroy;
} PictureBlock;

static void
picture_block_layout (CapacityBlock      *block,
                      CapacityTypesetter *setter,
                      double              width,
                      double              max_height)
{
  PictureBlock *self = (PictureBlock *) block;

  self->height = MIN (self->height, max_height);
  block->n_slices = block->min_head = block->min_tail = 1;
}

static double
picture_block_get_height (const CapacityBlock *block,
                          guint                slice)
{
  return ((const PictureBlock *) block)->height;
}

static void
picture_block_grow (CapacityBlock *block,
                    double         by)
{
  ((PictureBlock *) block)->height += by;
  block->stretch -= by;
}

static void
picture_block_draw (CapacityBlock     *block,
                    const CapacityPen *pen,
                    double             x,
                    double             y,
                    guint              first,
                    guint              end)
{
  PictureBlock *self = (PictureBlock *) block;
  double top = pen->page_height - y;
  double box[4] = { x, top - self->height, x + block->width, top };

  capacity_tags_begin_figure (pen->tags, self->alt, box);
  cairo_save (pen->cr);
  capacity_tags_pin (pen->tags, x, y);
  cairo_translate (pen->cr, x, y);
  self->draw (pen->cr, capacity_typesetter_get_context (pen->setter), block->width, self->height,
              self->user_data);
  cairo_restore (pen->cr);
  capacity_tags_end (pen->tags, CAPACITY_TAG_FIGURE);
}

static void
picture_block_free (CapacityBlock *block)
{
  PictureBlock *self = (PictureBlock *) block;

  if (self->destroy != NULL)
    self->destroy (self->user_data);
  g_free (self->alt);
  g_free (self);
}

static const CapacityBlockClass picture_class = {
  .layout = picture_block_layout,
  .get_height = picture_block_get_height,
  .grow = picture_block_grow,
  .draw = picture_block_draw,
  .free = picture_block_free,
};

/**
 * capacity_picture_block_new:
 * @alt: the sentence that says what it shows
 * @min_height: its height, in points
 * @max_height: height to which it may grow where the page has room
 * @draw: draws it
 * @user_data: for @draw
 * @destroy: (nullable): frees @user_data
 *
 * Makes a picture as wide as the text.
 *
 * Returns: (transfer full): a block
 */
CapacityBlock *
capacity_picture_block_new (const char       *alt,
                            double            min_height,
                            double            max_height,
                            CapacityDrawFunc  draw,
                            gpointer          user_data,
                            GDestroyNotify    destroy)
{
  PictureBlock *self = g_new0 (PictureBlock, 1);

  self->parent.klass = &picture_class;
  self->parent.stretch = max_height - min_height;
  self->alt = capacity_pdf_clean_text (alt);
  self->height = min_height;
  self->draw = draw;
  self->user_data = user_data;
  self->destroy = destroy;

  return &self->parent;
}
