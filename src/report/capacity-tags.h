/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * CapacityTag:
 *
 * The structure types of PDF (ISO 32000-1, 14.8.4) that the reports use. %CAPACITY_TAG_ARTIFACT marks what is
 * not content: running lines, rules, tints.
 */
typedef enum
{
  CAPACITY_TAG_DOCUMENT,
  CAPACITY_TAG_H1,
  CAPACITY_TAG_H2,
  CAPACITY_TAG_H3,
  CAPACITY_TAG_P,
  CAPACITY_TAG_L,
  CAPACITY_TAG_LI,
  CAPACITY_TAG_LBL,
  CAPACITY_TAG_LBODY,
  CAPACITY_TAG_TABLE,
  CAPACITY_TAG_TR,
  CAPACITY_TAG_TH,
  CAPACITY_TAG_TD,
  CAPACITY_TAG_FIGURE,
  CAPACITY_TAG_TOC,
  CAPACITY_TAG_TOCI,
  CAPACITY_TAG_LINK,
  CAPACITY_TAG_ARTIFACT,
} CapacityTag;

#define CAPACITY_N_TAGS 18

/**
 * CapacityTrait:
 *
 * The attribute of a structure element that Cairo cannot write.
 */
typedef enum
{
  CAPACITY_TRAIT_NONE,
  CAPACITY_TRAIT_SCOPE_COLUMN,
  CAPACITY_TRAIT_SCOPE_ROW,
  CAPACITY_TRAIT_DECIMAL_LIST,
  CAPACITY_TRAIT_BULLET_LIST,
  CAPACITY_TRAIT_BOX,
} CapacityTrait;

/**
 * CapacityTagged:
 * @tag: the structure type
 * @trait: its attribute
 * @alt: (nullable): what stands for it where it cannot be seen
 * @box: for %CAPACITY_TRAIT_BOX its rectangle: left, bottom, right, top in points from the page's lower left
 *   corner
 *
 * One structure element of the document, in the order in which they were begun.
 */
typedef struct
{
  CapacityTag   tag;
  CapacityTrait trait;
  char         *alt;
  double        box[4];
} CapacityTagged;

typedef struct _CapacityTags CapacityTags;

CapacityTags         *capacity_tags_new      (cairo_t            *cr);
CapacityTags         *capacity_tags_new_silent (cairo_t          *cr);
void                  capacity_tags_free     (CapacityTags       *self);
void                  capacity_tags_begin    (CapacityTags       *self,
                                              CapacityTag         tag);
void                  capacity_tags_begin_as (CapacityTags       *self,
                                              CapacityTag         tag,
                                              CapacityTrait       trait);
void                  capacity_tags_begin_figure (CapacityTags   *self,
                                                  const char     *alt,
                                                  const double    box[4]);
void                  capacity_tags_begin_link   (CapacityTags   *self,
                                                  const char     *destination,
                                                  const char     *alt);
void                  capacity_tags_end      (CapacityTags       *self,
                                              CapacityTag         tag);
void                  capacity_tags_pin      (CapacityTags       *self,
                                              double              x,
                                              double              y);
guint                 capacity_tags_get_depth (const CapacityTags *self);
const CapacityTagged *capacity_tags_list     (const CapacityTags *self,
                                              guint              *n);
const char           *capacity_tag_get_name  (CapacityTag         tag);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityTags, capacity_tags_free)

G_END_DECLS
