/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-block.h"

#include "capacity-pdf.h"

#define NUMBER_ROOM 30

typedef struct
{
  char            *text;
  char            *destination;
  char            *number;
  CapacityTextLine line;
} Entry;

/* The table of contents: a slice is an entry. */
typedef struct
{
  CapacityBlock parent;
  GArray       *entries;
  double        line_height;
} ContentsBlock;

static void
contents_block_layout (CapacityBlock      *block,
                       CapacityTypesetter *setter,
                       double              width,
                       double              max_height)
{
  ContentsBlock *self = (ContentsBlock *) block;

  self->line_height = capacity_typesetter_get_line_height (setter, CAPACITY_TEXT_BODY);
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = &g_array_index (self->entries, Entry, i);
      g_autoptr (GArray) lines = capacity_typesetter_break (setter, CAPACITY_TEXT_BODY, entry->text,
                                                            width - NUMBER_ROOM);

      entry->line = g_array_index (lines, CapacityTextLine, 0);
    }
  block->n_slices = self->entries->len;
  block->min_head = block->min_tail = MIN (block->n_slices, 2);
}

static double
contents_block_get_height (const CapacityBlock *block,
                           guint                slice)
{
  return ((const ContentsBlock *) block)->line_height;
}

static void
contents_block_draw (CapacityBlock     *block,
                     const CapacityPen *pen,
                     double             x,
                     double             y,
                     guint              first,
                     guint              end)
{
  ContentsBlock *self = (ContentsBlock *) block;

  if (first == 0)
    capacity_tags_begin (pen->tags, CAPACITY_TAG_TOC);
  for (guint i = first; i < end; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      capacity_tags_begin (pen->tags, CAPACITY_TAG_TOCI);
      capacity_tags_begin_link (pen->tags, entry->destination, entry->text);
      capacity_typesetter_draw_line (pen->setter, pen->cr, CAPACITY_TEXT_BODY, entry->text, entry->line, x,
                                     y);
      capacity_typesetter_draw_right (pen->setter, pen->cr, CAPACITY_TEXT_BODY, entry->number,
                                      x + block->width, y);
      capacity_tags_end (pen->tags, CAPACITY_TAG_LINK);
      capacity_tags_end (pen->tags, CAPACITY_TAG_TOCI);
      y += self->line_height;
    }
  if (end == block->n_slices)
    capacity_tags_end (pen->tags, CAPACITY_TAG_TOC);
}

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->text);
  g_free (entry->destination);
  g_free (entry->number);
}

static void
contents_block_free (CapacityBlock *block)
{
  ContentsBlock *self = (ContentsBlock *) block;

  g_array_unref (self->entries);
  g_free (self);
}

static const CapacityBlockClass contents_class = {
  .layout = contents_block_layout,
  .get_height = contents_block_get_height,
  .draw = contents_block_draw,
  .free = contents_block_free,
};

/**
 * capacity_contents_block_new:
 *
 * Starts a table of contents.
 *
 * Returns: (transfer full): a block without entries
 */
CapacityBlock *
capacity_contents_block_new (void)
{
  ContentsBlock *self = g_new0 (ContentsBlock, 1);

  self->parent.klass = &contents_class;
  self->entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);

  return &self->parent;
}

/**
 * capacity_contents_block_add:
 * @self: a block from capacity_contents_block_new()
 * @text: words of a heading
 * @destination: its name for links
 *
 * Adds an entry. It takes one line; what is longer is cut at a word, as the heading itself is whole.
 */
void
capacity_contents_block_add (CapacityBlock *self,
                             const char    *text,
                             const char    *destination)
{
  Entry entry = { capacity_pdf_clean_text (text), g_strdup (destination), g_strdup (""), { 0, 0 } };

  g_array_append_val (((ContentsBlock *) self)->entries, entry);
}

/**
 * capacity_contents_block_set_page:
 * @self: a block from capacity_contents_block_new()
 * @entry: which entry, from 0
 * @page: where it leads
 *
 * Says on which page a heading is.
 */
void
capacity_contents_block_set_page (CapacityBlock *self,
                                  guint          entry,
                                  guint          page)
{
  Entry *e = &g_array_index (((ContentsBlock *) self)->entries, Entry, entry);

  g_free (e->number);
  e->number = g_strdup_printf ("%u", page);
}
