/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-tags.h"
#include "capacity-typesetter.h"

G_BEGIN_DECLS

/**
 * CapacityHeading:
 * @level: 1 for the title
 * @text: (transfer none): its words
 * @page: on which page, from 1
 * @y: its upper edge
 *
 * A heading that was drawn, for the outline.
 */
typedef struct
{
  guint       level;
  const char *text;
  guint       page;
  double      y;
} CapacityHeading;

/**
 * CapacityPen:
 * @cr: the page; a unit is a point
 * @tags: structure of the document
 * @setter: for text
 * @page_height: in points
 * @page: number of the page, from 1
 * @headings: (element-type CapacityHeading): gathers the headings that are drawn
 *
 * What a block draws with.
 */
typedef struct
{
  cairo_t            *cr;
  CapacityTags       *tags;
  CapacityTypesetter *setter;
  double              page_height;
  guint               page;
  GArray             *headings;
} CapacityPen;

typedef struct _CapacityBlock CapacityBlock;

/**
 * CapacityBlockClass:
 * @layout: finds the place of everything inside for a width; sets @n_slices. A slice must not be higher than
 *   @max_height if the block can help it
 * @get_height: height of a slice
 * @get_repeat: (nullable): height of what is repeated where the block goes on on another page
 * @grow: (nullable): makes it higher by points, at most its stretch
 * @draw: draws slices from @first to before @end at @x, @y; opens the block's tag with the first one and
 *   closes it with the last
 * @free: frees the block
 *
 * What blocks do in their own way. A slice is what is not broken by the end of a page: a line, a row, a
 * picture.
 */
typedef struct
{
  void   (*layout)     (CapacityBlock      *self,
                        CapacityTypesetter *setter,
                        double              width,
                        double              max_height);
  double (*get_height) (const CapacityBlock *self,
                        guint                slice);
  double (*get_repeat) (const CapacityBlock *self);
  void   (*grow)       (CapacityBlock      *self,
                        double              by);
  void   (*draw)       (CapacityBlock      *self,
                        const CapacityPen  *pen,
                        double              x,
                        double              y,
                        guint               first,
                        guint               end);
  void   (*free)       (CapacityBlock      *self);
} CapacityBlockClass;

/**
 * CapacityBlock:
 * @klass: what it does
 * @before: space above it, in points; of two spaces that meet the larger counts
 * @after: space below it
 * @width: what it was laid out for
 * @n_slices: number of slices
 * @min_head: slices that must be together where it begins
 * @min_tail: slices that must be together where it ends
 * @stretch: points by which it may grow to fill a page; more than none only where it can grow
 * @keeps_next: whether it must be on the page on which the next block begins
 * @begins_page: whether it stands at the top of a page; one that is not half full is gone on with
 *
 * A part of the page's flow. To be the first member of what each kind of block has.
 */
struct _CapacityBlock
{
  const CapacityBlockClass *klass;
  double                    before;
  double                    after;
  double                    width;
  guint                     n_slices;
  guint                     min_head;
  guint                     min_tail;
  double                    stretch;
  gboolean                  keeps_next;
  gboolean                  begins_page;
};

/**
 * CapacityDrawFunc:
 * @cr: where to draw; its origin is the upper left corner of the picture, a unit is a point
 * @context: for text
 * @width: of the picture
 * @height: of the picture
 * @user_data: as given with the function
 *
 * Draws a picture. Text is to be drawn with @context.
 */
typedef void (*CapacityDrawFunc) (cairo_t      *cr,
                                  PangoContext *context,
                                  double        width,
                                  double        height,
                                  gpointer      user_data);

void           capacity_block_free         (CapacityBlock      *self);
double         capacity_block_get_height   (const CapacityBlock *self,
                                            guint                first,
                                            guint                end);

CapacityBlock *capacity_text_block_new     (CapacityTag          tag,
                                            CapacityTextStyle    style,
                                            const char          *text);
void           capacity_text_block_set_destination (CapacityBlock *self,
                                                    const char    *destination);
CapacityBlock *capacity_contents_block_new (void);
void           capacity_contents_block_add  (CapacityBlock      *self,
                                             const char         *text,
                                             const char         *destination);
void           capacity_contents_block_set_page (CapacityBlock  *self,
                                                 guint           entry,
                                                 guint           page);
CapacityBlock *capacity_list_block_new     (const char *const   *items,
                                            gboolean             is_numbered);
CapacityBlock *capacity_picture_block_new  (const char          *alt,
                                            double               min_height,
                                            double               max_height,
                                            CapacityDrawFunc     draw,
                                            gpointer             user_data,
                                            GDestroyNotify       destroy);
CapacityBlock *capacity_signature_block_new (const char *const  *labels);
CapacityBlock *capacity_columns_block_new  (GPtrArray           *columns,
                                            const double        *weights);
CapacityBlock *capacity_panel_block_new    (GPtrArray           *children,
                                            CapacityRgb          color,
                                            CapacityDrawFunc     sign,
                                            gpointer             user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityBlock, capacity_block_free)

G_END_DECLS
