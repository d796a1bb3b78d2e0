/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-block.h"

#include <string.h>

#include "capacity-pdf.h"

#define LIST_INDENT 14
#define LIST_GAP 2

/* A heading or a paragraph: a slice is a line. */
typedef struct
{
  CapacityBlock     parent;
  CapacityTag       tag;
  CapacityTextStyle style;
  double            line_height;
  char             *text;
  char             *destination;
  GArray           *lines;
} TextBlock;

static void
text_block_layout (CapacityBlock      *block,
                   CapacityTypesetter *setter,
                   double              width,
                   double              max_height)
{
  TextBlock *self = (TextBlock *) block;

  g_clear_pointer (&self->lines, g_array_unref);
  self->lines = capacity_typesetter_break (setter, self->style, self->text, width);
  self->line_height = capacity_typesetter_get_line_height (setter, self->style);
  block->n_slices = self->lines->len;
  /* No line alone on a page; a heading stays whole. */
  block->min_head = self->tag == CAPACITY_TAG_P && self->lines->len > 3 ? 2 : self->lines->len;
  block->min_tail = block->min_head;
}

static double
text_block_get_height (const CapacityBlock *block,
                       guint                slice)
{
  return ((const TextBlock *) block)->line_height;
}

static void
note_heading (const TextBlock   *self,
              const CapacityPen *pen,
              double             y)
{
  CapacityHeading heading = { self->tag - CAPACITY_TAG_H1 + 1, self->text, pen->page, y };

  g_array_append_val (pen->headings, heading);
}

static void
text_block_draw (CapacityBlock     *block,
                 const CapacityPen *pen,
                 double             x,
                 double             y,
                 guint              first,
                 guint              end)
{
  TextBlock *self = (TextBlock *) block;

  if (first == 0)
    capacity_tags_begin (pen->tags, self->tag);
  if (first == 0 && self->tag != CAPACITY_TAG_P)
    note_heading (self, pen, y);
  if (first == 0 && self->destination != NULL)
    {
      g_autofree char *attributes = g_strdup_printf ("name='%s' x=%d y=%d internal", self->destination,
                                                     (int) x, (int) y);

      cairo_tag_begin (pen->cr, CAIRO_TAG_DEST, attributes);
      cairo_tag_end (pen->cr, CAIRO_TAG_DEST);
    }
  for (guint i = first; i < end; i++)
    capacity_typesetter_draw_line (pen->setter, pen->cr, self->style, self->text,
                                   g_array_index (self->lines, CapacityTextLine, i), x,
                                   y + (i - first) * self->line_height);
  if (end == block->n_slices)
    capacity_tags_end (pen->tags, self->tag);
}

static void
text_block_free (CapacityBlock *block)
{
  TextBlock *self = (TextBlock *) block;

  g_clear_pointer (&self->lines, g_array_unref);
  g_free (self->text);
  g_free (self->destination);
  g_free (self);
}

static const CapacityBlockClass text_class = {
  .layout = text_block_layout,
  .get_height = text_block_get_height,
  .draw = text_block_draw,
  .free = text_block_free,
};

/**
 * capacity_text_block_new:
 * @tag: heading or paragraph
 * @style: how it looks
 * @text: any text
 *
 * Makes a heading or a paragraph.
 *
 * Returns: (transfer full): a block
 */
CapacityBlock *
capacity_text_block_new (CapacityTag        tag,
                         CapacityTextStyle  style,
                         const char        *text)
{
  TextBlock *self = g_new0 (TextBlock, 1);

  self->parent.klass = &text_class;
  self->parent.keeps_next = tag != CAPACITY_TAG_P;
  self->tag = tag;
  self->style = style;
  self->text = capacity_pdf_clean_text (text);

  return &self->parent;
}

/**
 * capacity_text_block_set_destination:
 * @self: a block from capacity_text_block_new()
 * @destination: a name for links; letters and digits only
 *
 * Makes the text a place to which links can lead.
 */
void
capacity_text_block_set_destination (CapacityBlock *self,
                                     const char    *destination)
{
  TextBlock *text = (TextBlock *) self;

  g_set_str (&text->destination, destination);
}

/* One line of an item; the label stands before its first. */
typedef struct
{
  guint            item;
  CapacityTextLine line;
  gboolean         is_first;
  gboolean         is_last;
} ListLine;

/* A list: a slice is a line. */
typedef struct
{
  CapacityBlock parent;
  gboolean      is_numbered;
  char        **items;
  double        line_height;
  GArray       *lines;
} ListBlock;

static void
list_block_layout (CapacityBlock      *block,
                   CapacityTypesetter *setter,
                   double              width,
                   double              max_height)
{
  ListBlock *self = (ListBlock *) block;

  g_array_set_size (self->lines, 0);
  self->line_height = capacity_typesetter_get_line_height (setter, CAPACITY_TEXT_NOTE);
  for (guint i = 0; self->items[i] != NULL; i++)
    {
      g_autoptr (GArray) lines = capacity_typesetter_break (setter, CAPACITY_TEXT_NOTE, self->items[i],
                                                            width - LIST_INDENT);

      for (guint j = 0; j < lines->len; j++)
        {
          ListLine line = { i, g_array_index (lines, CapacityTextLine, j), j == 0, j + 1 == lines->len };

          g_array_append_val (self->lines, line);
        }
    }
  block->n_slices = self->lines->len;
  block->min_head = block->min_tail = MIN (block->n_slices, 2);
}

static double
list_block_get_height (const CapacityBlock *block,
                       guint                slice)
{
  const ListBlock *self = (const ListBlock *) block;

  return self->line_height + (g_array_index (self->lines, ListLine, slice).is_last ? LIST_GAP : 0);
}

static void
list_block_draw_line (ListBlock         *self,
                      const CapacityPen *pen,
                      double             x,
                      double             y,
                      const ListLine    *line)
{
  if (line->is_first)
    {
      g_autofree char *label = self->is_numbered ? g_strdup_printf ("%u.", line->item + 1) : g_strdup ("•");

      capacity_tags_begin (pen->tags, CAPACITY_TAG_LI);
      capacity_tags_begin (pen->tags, CAPACITY_TAG_LBL);
      capacity_typesetter_draw_line (pen->setter, pen->cr, CAPACITY_TEXT_NOTE, label,
                                     (CapacityTextLine){ 0, (int) strlen (label) }, x, y);
      capacity_tags_end (pen->tags, CAPACITY_TAG_LBL);
      capacity_tags_begin (pen->tags, CAPACITY_TAG_LBODY);
    }
  capacity_typesetter_draw_line (pen->setter, pen->cr, CAPACITY_TEXT_NOTE, self->items[line->item],
                                 line->line,
                                 x + LIST_INDENT, y);
  if (line->is_last)
    {
      capacity_tags_end (pen->tags, CAPACITY_TAG_LBODY);
      capacity_tags_end (pen->tags, CAPACITY_TAG_LI);
    }
}

static void
list_block_draw (CapacityBlock     *block,
                 const CapacityPen *pen,
                 double             x,
                 double             y,
                 guint              first,
                 guint              end)
{
  ListBlock *self = (ListBlock *) block;

  if (first == 0)
    capacity_tags_begin_as (pen->tags, CAPACITY_TAG_L,
                            self->is_numbered ? CAPACITY_TRAIT_DECIMAL_LIST : CAPACITY_TRAIT_BULLET_LIST);
  for (guint i = first; i < end; i++)
    {
      list_block_draw_line (self, pen, x, y, &g_array_index (self->lines, ListLine, i));
      y += list_block_get_height (block, i);
    }
  if (end == block->n_slices)
    capacity_tags_end (pen->tags, CAPACITY_TAG_L);
}

static void
list_block_free (CapacityBlock *block)
{
  ListBlock *self = (ListBlock *) block;

  g_strfreev (self->items);
  g_array_unref (self->lines);
  g_free (self);
}

static const CapacityBlockClass list_class = {
  .layout = list_block_layout,
  .get_height = list_block_get_height,
  .draw = list_block_draw,
  .free = list_block_free,
};

/**
 * capacity_list_block_new:
 * @items: (array zero-terminated=1): at least one text
 * @is_numbered: whether the items are counted or have dots
 *
 * Makes a list in the style of notes.
 *
 * Returns: (transfer full): a block
 */
CapacityBlock *
capacity_list_block_new (const char *const *items,
                         gboolean           is_numbered)
{
  ListBlock *self = g_new0 (ListBlock, 1);
  guint n = g_strv_length ((char **) items);

  self->parent.klass = &list_class;
  self->is_numbered = is_numbered;
  self->items = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    self->items[i] = capacity_pdf_clean_text (items[i]);
  self->lines = g_array_new (FALSE, FALSE, sizeof (ListLine));

  return &self->parent;
}
