/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-pages.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>
#include <string.h>

#include "capacity-emblem.h"
#include "capacity-report-error.h"

#define HEADER_Y 28

/* The emblem stands beside the head of the first page, in the middle of its height. */
#define EMBLEM_HEIGHT 28
#define EMBLEM_Y 19
#define EMBLEM_GAP 8
#define TOP 54
#define BOTTOM (CAPACITY_PAGE_HEIGHT - 54)
#define FOOTER_Y (CAPACITY_PAGE_HEIGHT - 40)

/* A page that ends above this, its pictures grown, is not left for what should begin one. */
#define MIDDLE ((TOP + BOTTOM) / 2)

/* A last page of several that ends above this gets more to hold. */
#define SHORT_END (TOP + (BOTTOM - TOP) / 3)

/* A title of more letters than this is set in smaller type. */
#define LONG_TITLE 100

/* A document of more pages than this has a table of contents, if it asks for one. */
#define MAX_PAGES_WITHOUT_CONTENTS 4

/* Blocks that are being gathered beside each other or in a panel. */
typedef struct
{
  GPtrArray *columns;
  GArray    *weights;
  guint      n_headings; /* of level 2 before it */
} Group;

typedef struct
{
  CapacityBlock *block;
  guint          first;
  guint          end;
  guint          page;
  double         y;
} Placement;

/* A heading that can be in the table of contents; the name is the same in every language. */
typedef struct
{
  CapacityBlock *block;
  guint          level;
  char          *name;
  char          *text;
  char          *destination;
} Section;

struct _CapacityPages
{
  gatomicrefcount     n_refs;
  GMutex              drawing; /* the typesetter serves one thread at a time */
  CapacityPdfInfo     info;
  char               *title;
  char               *subject;
  char               *author;
  char               *language;
  char               *creator;
  char               *header;
  char               *header_end;
  char               *footer;
  cairo_surface_t    *emblem; /* nullable */
  CapacityTypesetter *setter;
  GPtrArray          *blocks;
  GArray             *groups;
  GArray             *sections;
  guint               last_level;
  guint               n_headings; /* of level 2 */
  CapacityBlock      *contents;
  char               *contents_title;
  guint               contents_at;
  GArray             *placements;
  guint               n_pages;
  GPtrArray          *bounds; /* blocks that end a section without beginning one that can be left out */
  gboolean            begins_page; /* what is added next */
  gboolean            is_composed;
};

static GPtrArray *
current_blocks (CapacityPages *self)
{
  const Group *group;

  if (self->groups->len == 0)
    return self->blocks;
  group = &g_array_index (self->groups, Group, self->groups->len - 1);

  return group->columns->pdata[group->columns->len - 1];
}

/* A title that would fill half a page is set smaller. */
static CapacityTextStyle
title_style (CapacityTextStyle  style,
             const char        *text)
{
  return style == CAPACITY_TEXT_TITLE && g_utf8_strlen (text, -1) > LONG_TITLE ? CAPACITY_TEXT_LEAD : style;
}

static void
add_block (CapacityPages *self,
           CapacityBlock *block,
           double         before,
           double         after)
{
  block->before = before;
  block->after = after;
  block->begins_page = self->begins_page && self->groups->len == 0;
  self->begins_page &= !block->begins_page;
  g_ptr_array_add (current_blocks (self), block);
  self->is_composed = FALSE;
}

static void
clear_section (gpointer data)
{
  Section *section = data;

  g_free (section->name);
  g_free (section->text);
  g_free (section->destination);
}

static void
clear_group (gpointer data)
{
  Group *group = data;

  g_clear_pointer (&group->columns, g_ptr_array_unref);
  g_array_unref (group->weights);
}

static void
add_column (GPtrArray *columns)
{
  g_ptr_array_add (columns, g_ptr_array_new_with_free_func ((GDestroyNotify) capacity_block_free));
}

static void
begin_group (CapacityPages *self,
             double         weight)
{
  Group group = { g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref),
                  g_array_new (FALSE, FALSE, sizeof (double)), self->n_headings };

  add_column (group.columns);
  g_array_append_val (group.weights, weight);
  g_array_append_val (self->groups, group);
}

static double
repeat_height (const CapacityBlock *block,
               guint                first)
{
  return first > 0 && block->klass->get_repeat != NULL ? block->klass->get_repeat (block) : 0;
}

/* Height of what must be on the page on which block @i begins. */
static double
head_height (const CapacityPages *self,
             guint                i)
{
  const CapacityBlock *block = self->blocks->pdata[i];
  double height = 0;

  for (; block->keeps_next && i + 1 < self->blocks->len; block = self->blocks->pdata[++i])
    {
      const CapacityBlock *next = self->blocks->pdata[i + 1];

      height += capacity_block_get_height (block, 0, block->n_slices) + MAX (block->after, next->before);
    }

  return height + capacity_block_get_height (block, 0, MIN (block->min_head, block->n_slices));
}

/* How many slices from @first on fit above the bottom. */
static guint
reachable_end (const CapacityBlock *block,
               guint                first,
               double               y)
{
  guint end = first;

  for (y += repeat_height (block, first); end < block->n_slices; end++)
    {
      y += block->klass->get_height (block, end);
      if (y > BOTTOM + 0.01)
        break;
    }

  return end;
}

/* How many of them may be put there, so that enough stay together. */
static guint
fitting_end (const CapacityBlock *block,
             guint                first,
             double               y)
{
  guint end = reachable_end (block, first, y);
  guint least = first == 0 ? block->min_head : 1;

  if (end < block->n_slices && block->n_slices - end < block->min_tail)
    end = block->n_slices > block->min_tail ? MIN (end, block->n_slices - block->min_tail) : first;

  return end < first + least && end < block->n_slices ? first : end;
}

/* Puts a block on one or several pages, from @y on. A slice that no page holds is put at the top of one. */
static double
place_block (CapacityPages *self,
             CapacityBlock *block,
             double         y)
{
  guint first = 0;

  while (first < block->n_slices)
    {
      guint end = fitting_end (block, first, y);
      Placement placement;

      if (end == first && y > TOP)
        {
          self->n_pages++;
          y = TOP;
          continue;
        }
      if (end == first)
        end = MAX (reachable_end (block, first, y), first + 1);
      placement = (Placement){ block, first, end, self->n_pages, y };
      g_array_append_val (self->placements, placement);
      y += repeat_height (block, first) + capacity_block_get_height (block, first, end);
      first = end;
      if (first < block->n_slices)
        {
          self->n_pages++;
          y = TOP;
        }
    }

  return y;
}

/* Breaks the blocks over pages. */
static void
place_blocks (CapacityPages *self)
{
  double y = TOP, space = 0, stretch = 0;

  g_array_set_size (self->placements, 0);
  self->n_pages = 1;
  for (guint i = 0; i < self->blocks->len; i++)
    {
      CapacityBlock *block = self->blocks->pdata[i];
      double gap = y > TOP ? MAX (space, block->before) : 0;
      guint page;

      if ((block->begins_page && y + gap + stretch > MIDDLE) || (y > TOP && y + gap + head_height (self, i) > BOTTOM + 0.01))
        {
          self->n_pages++;
          y = TOP;
          gap = stretch = 0;
        }
      page = self->n_pages;
      y = place_block (self, block, y + gap);
      space = block->after;
      stretch = (self->n_pages == page ? stretch : 0) + block->stretch;
    }
}

static double
placement_end (const Placement *placement)
{
  return placement->y + repeat_height (placement->block, placement->first) +
         capacity_block_get_height (placement->block, placement->first, placement->end);
}

static gboolean
begins_section (const CapacityPages *self,
                const CapacityBlock *block)
{
  for (guint i = 0; i < self->sections->len; i++)
    if (g_array_index (self->sections, Section, i).block == block)
      return TRUE;

  return FALSE;
}

/* Where the last page would be nearly empty, it takes over the last of what begins in the lower half of the page before,
 * once that page's pictures have grown, if that is enough. */
static gboolean
balance_end (CapacityPages *self)
{
  double end = placement_end (&g_array_index (self->placements, Placement, self->placements->len - 1));
  CapacityBlock *found = NULL;
  double stretch = 0;

  if (self->n_pages == 1 || end > SHORT_END)
    return FALSE;
  for (guint i = 0; i < self->placements->len; i++)
    {
      const Placement *placement = &g_array_index (self->placements, Placement, i);
      gboolean is_enough = BOTTOM - placement->y + end - TOP > SHORT_END - TOP;

      if (placement->page != self->n_pages - 1)
        continue;
      if (placement->y + stretch > MIDDLE && (found == NULL || is_enough) && begins_section (self, placement->block))
        found = placement->block;
      stretch += placement->block->stretch;
    }
  if (found != NULL)
    found->begins_page = TRUE;

  return found != NULL;
}

static void
layout_block (CapacityPages *self,
              CapacityBlock *block)
{
  block->width = CAPACITY_PAGE_TEXT_WIDTH;
  block->klass->layout (block, self->setter, block->width, BOTTOM - TOP);
}

/* Blocks of a page that can grow share what the page has left. */
static gboolean
grow_blocks (CapacityPages *self,
             guint          first,
             guint          end,
             double         room)
{
  guint n_left = 0;
  gboolean has_grown = FALSE;

  for (guint i = first; i < end; i++)
    n_left += g_array_index (self->placements, Placement, i).block->stretch > 0;
  for (guint i = first; i < end && n_left > 0; i++)
    {
      CapacityBlock *block = g_array_index (self->placements, Placement, i).block;
      double by = MIN (block->stretch, room / n_left);

      if (block->stretch <= 0)
        continue;
      n_left--;
      if (by <= 0)
        continue;
      block->klass->grow (block, by);
      room -= by;
      has_grown = TRUE;
    }

  return has_grown;
}

/* Lets pictures grow into what each page has left. */
static gboolean
fill_pages (CapacityPages *self)
{
  gboolean has_grown = FALSE;

  for (guint first = 0, end; first < self->placements->len; first = end)
    {
      const Placement *last;

      for (end = first + 1; end < self->placements->len; end++)
        if (g_array_index (self->placements, Placement, end).page !=
            g_array_index (self->placements, Placement, first).page)
          break;
      last = &g_array_index (self->placements, Placement, end - 1);
      has_grown |= grow_blocks (self, first, end, BOTTOM - placement_end (last));
    }

  return has_grown;
}

static void
insert_contents (CapacityPages *self)
{
  CapacityBlock *heading = capacity_text_block_new (CAPACITY_TAG_H2, CAPACITY_TEXT_HEADING,
                                                    self->contents_title);

  self->contents = capacity_contents_block_new ();
  for (guint i = 0; i < self->sections->len; i++)
    {
      const Section *section = &g_array_index (self->sections, Section, i);

      capacity_text_block_set_destination (section->block, section->destination);
      capacity_contents_block_add (self->contents, section->text, section->destination);
    }
  heading->before = 16;
  heading->after = 4;
  self->contents->after = 12;
  g_ptr_array_insert (self->blocks, (int) self->contents_at, heading);
  g_ptr_array_insert (self->blocks, (int) self->contents_at + 1, self->contents);
  layout_block (self, heading);
  layout_block (self, self->contents);
}

static void
number_contents (CapacityPages *self)
{
  for (guint i = 0; i < self->placements->len; i++)
    {
      const Placement *placement = &g_array_index (self->placements, Placement, i);

      for (guint j = 0; j < self->sections->len; j++)
        if (g_array_index (self->sections, Section, j).block == placement->block)
          capacity_contents_block_set_page (self->contents, j, placement->page);
    }
}

/* On one line @text, or the longest beginning of it that fits, with a mark that there is more; nothing where not even that
 * fits. */
static void
draw_running (const CapacityPages *self,
              const CapacityPen   *pen,
              const char          *text,
              double               x,
              double               y,
              double               width)
{
  double mark = capacity_typesetter_measure (self->setter, CAPACITY_TEXT_NOTE, "…");
  g_autoptr (GArray) lines = NULL;
  g_autoptr (GArray) shorter = NULL;
  g_autofree char *start = NULL;
  g_autofree char *shown = NULL;

  if (width < mark)
    return;
  lines = capacity_typesetter_break (self->setter, CAPACITY_TEXT_NOTE, text, width);
  shorter = capacity_typesetter_break (self->setter, CAPACITY_TEXT_NOTE, text, width - mark);
  start = g_strndup (text, g_array_index (shorter, CapacityTextLine, 0).length);
  shown = lines->len > 1 ? g_strconcat (start, "…", NULL) : g_strdup (text);
  capacity_typesetter_draw_line (pen->setter, pen->cr, CAPACITY_TEXT_NOTE, shown,
                                 (CapacityTextLine){ 0, (int) strlen (shown) }, x, y);
}

static void
draw_running_line (const CapacityPages *self,
                   const CapacityPen   *pen,
                   const char          *start,
                   const char          *end,
                   double               indent,
                   double               y)
{
  double end_width = capacity_typesetter_measure (pen->setter, CAPACITY_TEXT_NOTE, end);

  capacity_tags_begin (pen->tags, CAPACITY_TAG_ARTIFACT);
  draw_running (self, pen, start, CAPACITY_PAGE_MARGIN + indent, y, CAPACITY_PAGE_TEXT_WIDTH - indent - end_width - 12);
  if (*end != '\0')
    capacity_typesetter_draw_right (pen->setter, pen->cr, CAPACITY_TEXT_NOTE, end,
                                    CAPACITY_PAGE_WIDTH - CAPACITY_PAGE_MARGIN, y);
  capacity_tags_end (pen->tags, CAPACITY_TAG_ARTIFACT);
}

static void
draw_footer (const CapacityPages *self,
             const CapacityPen   *pen)
{
  /* Translators: at the foot of a printed page; the number of the page and how many there are */
  g_autofree char *number = g_strdup_printf (_("Page %u of %u"), pen->page, self->n_pages);

  capacity_tags_begin (pen->tags, CAPACITY_TAG_ARTIFACT);
  capacity_tags_pin (pen->tags, CAPACITY_PAGE_MARGIN, FOOTER_Y);
  capacity_ink_set (pen->cr, CAPACITY_INK_RULE);
  cairo_set_line_width (pen->cr, 0.5);
  cairo_move_to (pen->cr, CAPACITY_PAGE_MARGIN, FOOTER_Y - 5);
  cairo_rel_line_to (pen->cr, CAPACITY_PAGE_TEXT_WIDTH, 0);
  cairo_stroke (pen->cr);
  capacity_tags_end (pen->tags, CAPACITY_TAG_ARTIFACT);
  draw_running_line (self, pen, self->footer, number, 0, FOOTER_Y);
}

/* Returns how far the text beside it moves. */
static double
draw_emblem (const CapacityPages *self,
             const CapacityPen   *pen)
{
  if (self->emblem == NULL || pen->page != 1)
    return 0;
  capacity_tags_begin (pen->tags, CAPACITY_TAG_ARTIFACT);
  capacity_tags_pin (pen->tags, CAPACITY_PAGE_MARGIN, EMBLEM_Y);
  capacity_emblem_draw (self->emblem, pen->cr, CAPACITY_PAGE_MARGIN, EMBLEM_Y, EMBLEM_HEIGHT);
  capacity_tags_end (pen->tags, CAPACITY_TAG_ARTIFACT);

  return capacity_emblem_get_width (self->emblem, EMBLEM_HEIGHT) + EMBLEM_GAP;
}

static void
draw_page (CapacityPages *self,
           CapacityPen   *pen)
{
  draw_running_line (self, pen, self->header, self->header_end, draw_emblem (self, pen), HEADER_Y);
  for (guint i = 0; i < self->placements->len; i++)
    {
      const Placement *placement = &g_array_index (self->placements, Placement, i);

      if (placement->page == pen->page)
        placement->block->klass->draw (placement->block, pen, CAPACITY_PAGE_MARGIN, placement->y,
                                       placement->first,
                                       placement->end);
    }
  draw_footer (self, pen);
}

static cairo_status_t
write_bytes (void                *closure,
             const unsigned char *data,
             unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* Headings become bookmarks, each under the last one of the level above. */
static void
add_outline (cairo_surface_t *surface,
             const GArray    *headings)
{
  int parents[4] = { CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT,
                     CAIRO_PDF_OUTLINE_ROOT };

  for (guint i = 0; i < headings->len; i++)
    {
      const CapacityHeading *heading = &g_array_index (headings, CapacityHeading, i);
      g_autofree char *link = g_strdup_printf ("page=%u pos=[%d %d]", heading->page, CAPACITY_PAGE_MARGIN,
                                               (int) heading->y);
      int id = cairo_pdf_surface_add_outline (surface, parents[heading->level - 1], heading->text, link,
                                              CAIRO_PDF_OUTLINE_FLAG_OPEN);

      for (guint level = heading->level; level < G_N_ELEMENTS (parents); level++)
        parents[level] = id;
    }
}

static gboolean
draw_document (CapacityPages     *self,
               CapacityPen       *pen,
               CapacityProgress  *progress,
               GCancellable      *cancellable,
               GError           **error)
{
  capacity_tags_begin (pen->tags, CAPACITY_TAG_DOCUMENT);
  for (pen->page = 1; pen->page <= self->n_pages; pen->page++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      draw_page (self, pen);
      capacity_progress_set (progress, (double) pen->page / self->n_pages);
      /* After the last page it would begin another one. */
      if (pen->page == self->n_pages)
        capacity_tags_end (pen->tags, CAPACITY_TAG_DOCUMENT);
      cairo_show_page (pen->cr);
      if (cairo_status (pen->cr) != CAIRO_STATUS_SUCCESS)
        break;
    }

  return TRUE;
}

static GBytes *
fail_drawing (cairo_status_t   status,
              GError         **error)
{
  g_set_error (error, CAPACITY_REPORT_ERROR, CAPACITY_REPORT_ERROR_DRAWING, "Could not draw the pages: %s",
               cairo_status_to_string (status));

  return NULL;
}

/**
 * capacity_pages_new:
 * @info: what the document says of itself; copied
 * @header: (nullable): at the head of every page
 * @header_end: (nullable): at the right end of the head
 * @footer: (nullable): at the foot of every page, before the page's number
 *
 * Starts a document.
 *
 * Returns: (transfer full): a document without content
 */
CapacityPages *
capacity_pages_new (const CapacityPdfInfo *info,
                    const char            *header,
                    const char            *header_end,
                    const char            *footer)
{
  CapacityPages *self = g_new0 (CapacityPages, 1);

  g_atomic_ref_count_init (&self->n_refs);
  g_mutex_init (&self->drawing);
  self->title = capacity_pdf_clean_text (info->title);
  self->subject = g_strdup (info->subject);
  self->author = g_strdup (info->author);
  self->language = g_strdup (info->language);
  self->creator = g_strdup (info->creator);
  self->info = (CapacityPdfInfo){ self->title, self->subject, self->author, self->language, self->creator,
                                  info->date };
  self->header = capacity_pdf_clean_text (header != NULL ? header : "");
  self->header_end = capacity_pdf_clean_text (header_end != NULL ? header_end : "");
  self->footer = capacity_pdf_clean_text (footer != NULL ? footer : "");
  self->setter = capacity_typesetter_new (info->language);
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) capacity_block_free);
  self->groups = g_array_new (FALSE, FALSE, sizeof (Group));
  g_array_set_clear_func (self->groups, clear_group);
  self->sections = g_array_new (FALSE, FALSE, sizeof (Section));
  self->bounds = g_ptr_array_new ();
  g_array_set_clear_func (self->sections, clear_section);
  self->placements = g_array_new (FALSE, FALSE, sizeof (Placement));

  return self;
}

/**
 * capacity_pages_ref:
 *
 * Returns: (transfer full): @self
 */
CapacityPages *
capacity_pages_ref (CapacityPages *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->n_refs);

  return self;
}

/**
 * capacity_pages_unref:
 *
 * Frees the document with its last reference.
 */
void
capacity_pages_unref (CapacityPages *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->n_refs))
    return;
  g_mutex_clear (&self->drawing);
  g_array_unref (self->placements);
  g_array_unref (self->sections);
  g_ptr_array_unref (self->bounds);
  g_array_unref (self->groups);
  g_ptr_array_unref (self->blocks);
  capacity_typesetter_free (self->setter);
  g_free (self->title);
  g_free (self->subject);
  g_free (self->author);
  g_free (self->language);
  g_free (self->creator);
  g_clear_pointer (&self->emblem, cairo_surface_destroy);
  g_free (self->header);
  g_free (self->header_end);
  g_free (self->footer);
  g_free (self->contents_title);
  g_free (self);
}

/**
 * capacity_pages_set_emblem:
 * @png: (nullable): a PNG file; one that cannot be read is not shown
 *
 * Sets the emblem of whoever issues the document. It stands before their name at the head of the first page; as the
 * name says all it says, it is an ornament to those who cannot see it.
 */
void
capacity_pages_set_emblem (CapacityPages *self,
                           GBytes        *png)
{
  g_clear_pointer (&self->emblem, cairo_surface_destroy);
  if (png != NULL)
    self->emblem = capacity_emblem_read (png);
}

/**
 * capacity_pages_add_heading:
 * @level: 1 for the title, which comes first and once; then 2 or 3, at most one more than the heading before
 * @text: its words
 *
 * Adds a heading. It is never the last on a page.
 */
void
capacity_pages_add_heading (CapacityPages *self,
                            guint          level,
                            const char    *text)
{
  static const struct
  {
    CapacityTextStyle style;
    double            before;
    double            after;
  } looks[] = {
    { CAPACITY_TEXT_TITLE, 0, 4 },
    { CAPACITY_TEXT_HEADING, 13, 4 },
    { CAPACITY_TEXT_SUBHEADING, 10, 3 },
  };
  CapacityBlock *block;

  g_return_if_fail (level >= 1 && level <= 3 && level <= self->last_level + 1 &&
                    (level > 1 || self->last_level == 0));

  self->last_level = level;
  self->n_headings += level == 2;
  block = capacity_text_block_new (CAPACITY_TAG_H1 + (level - 1), title_style (looks[level - 1].style, text),
                                   text);
  add_block (self, block, looks[level - 1].before, looks[level - 1].after);
  if (level == 2 && self->groups->len == 0)
    {
      char *destination = g_strdup_printf ("section%u", self->sections->len + 1);
      Section section = { block, level, g_strdup (text), g_strdup (text), destination };

      g_array_append_val (self->sections, section);
    }
}

/**
 * capacity_pages_add_section:
 * @name: what the section is called in every language, for leaving it out and for adding to it
 * @title: its heading
 *
 * Adds a heading of level 2 that begins a section.
 */
void
capacity_pages_add_section (CapacityPages *self,
                            const char    *name,
                            const char    *title)
{
  g_return_if_fail (self->groups->len == 0);

  capacity_pages_add_heading (self, 2, title);
  g_set_str (&g_array_index (self->sections, Section, self->sections->len - 1).name, name);
}

/**
 * capacity_pages_add_text:
 * @style: how it looks
 * @text: a paragraph
 *
 * Adds a paragraph.
 */
void
capacity_pages_add_text (CapacityPages     *self,
                         CapacityTextStyle  style,
                         const char        *text)
{
  gboolean is_note = style == CAPACITY_TEXT_NOTE;

  add_block (self, capacity_text_block_new (CAPACITY_TAG_P, style, text), is_note ? 3 : 0, is_note ? 2 : 5);
}

/**
 * capacity_pages_add_list:
 * @items: (array zero-terminated=1): texts; nothing is added where there are none
 * @is_numbered: whether they are counted
 *
 * Adds a list.
 */
void
capacity_pages_add_list (CapacityPages     *self,
                         const char *const *items,
                         gboolean           is_numbered)
{
  if (items[0] != NULL)
    add_block (self, capacity_list_block_new (items, is_numbered), 2, 4);
}

/**
 * capacity_pages_add_table:
 * @table: (transfer full): a table
 *
 * Adds a table.
 */
void
capacity_pages_add_table (CapacityPages *self,
                          CapacityTable *table)
{
  add_block (self, capacity_table_get_block (table), 3, 6);
}

/**
 * capacity_pages_add_picture:
 * @alt: the sentence that says what it shows
 * @min_height: its height, in points
 * @max_height: height to which it grows where a document of one page has room
 * @draw: draws it
 * @user_data: for @draw
 * @destroy: (nullable): frees @user_data
 *
 * Adds a picture as wide as the text.
 */
void
capacity_pages_add_picture (CapacityPages    *self,
                            const char       *alt,
                            double            min_height,
                            double            max_height,
                            CapacityDrawFunc  draw,
                            gpointer          user_data,
                            GDestroyNotify    destroy)
{
  add_block (self, capacity_picture_block_new (alt, min_height, max_height, draw, user_data, destroy), 4, 4);
}

/**
 * capacity_pages_add_signatures:
 * @labels: (array zero-terminated=1): what is to be written on each line
 *
 * Adds lines to sign on.
 */
void
capacity_pages_add_signatures (CapacityPages     *self,
                               const char *const *labels)
{
  GPtrArray *blocks = current_blocks (self);
  CapacityBlock *block;

  /* Signatures stand under something: never alone on a page. */
  if (blocks->len > 0 && ((const CapacityBlock *) blocks->pdata[blocks->len - 1])->klass->get_repeat == NULL)
    ((CapacityBlock *) blocks->pdata[blocks->len - 1])->keeps_next = TRUE;
  block = capacity_signature_block_new (labels);
  g_ptr_array_add (self->bounds, block);
  add_block (self, block, 6, 0);
}

/**
 * capacity_pages_add_contents:
 * @title: its heading
 *
 * Puts a table of contents here if the document becomes long.
 */
void
capacity_pages_add_contents (CapacityPages *self,
                             const char    *title)
{
  g_return_if_fail (self->groups->len == 0);

  g_set_str (&self->contents_title, title);
  self->contents_at = self->blocks->len;
}

/**
 * capacity_pages_keep_next:
 *
 * What was added last stands on the page on which the next begins.
 */
void
capacity_pages_keep_next (CapacityPages *self)
{
  const GPtrArray *blocks = current_blocks (self);

  g_return_if_fail (blocks->len > 0);

  ((CapacityBlock *) blocks->pdata[blocks->len - 1])->keeps_next = TRUE;
}

/**
 * capacity_pages_break:
 *
 * What is added next stands at the top of a page, unless the one before it would be left half empty.
 */
void
capacity_pages_break (CapacityPages *self)
{
  self->begins_page = TRUE;
}

/**
 * capacity_pages_begin_columns:
 * @weight: share of the width of the first column
 *
 * What is added next stands in the first of several columns, which stay on one page.
 */
void
capacity_pages_begin_columns (CapacityPages *self,
                              double         weight)
{
  begin_group (self, weight);
}

/**
 * capacity_pages_next_column:
 * @weight: share of the width of the next column
 *
 * What is added next stands in the next column.
 */
void
capacity_pages_next_column (CapacityPages *self,
                            double         weight)
{
  Group *group;

  g_return_if_fail (self->groups->len > 0);

  group = &g_array_index (self->groups, Group, self->groups->len - 1);
  add_column (group->columns);
  g_array_append_val (group->weights, weight);
}

/**
 * capacity_pages_end_columns:
 *
 * What is added next stands below the columns.
 */
void
capacity_pages_end_columns (CapacityPages *self)
{
  Group *group;
  CapacityBlock *block;
  gboolean has_headings;

  g_return_if_fail (self->groups->len > 0);

  group = &g_array_index (self->groups, Group, self->groups->len - 1);
  has_headings = self->n_headings > group->n_headings;
  block = capacity_columns_block_new (g_steal_pointer (&group->columns),
                                      (const double *) group->weights->data);
  g_array_set_size (self->groups, self->groups->len - 1);
  if (self->groups->len == 0 && has_headings)
    g_ptr_array_add (self->bounds, block);
  add_block (self, block, 12, 4);
}

/**
 * capacity_pages_begin_panel:
 *
 * What is added next is set off from the page.
 */
void
capacity_pages_begin_panel (CapacityPages *self)
{
  begin_group (self, 1);
}

/**
 * capacity_pages_end_panel:
 * @color: colour of the bar at its side
 * @sign: draws a sign beside the text
 * @user_data: for @sign; it must live as long as the document
 *
 * Ends a panel.
 */
void
capacity_pages_end_panel (CapacityPages    *self,
                          CapacityRgb       color,
                          CapacityDrawFunc  sign,
                          gpointer          user_data)
{
  Group *group;
  CapacityBlock *block;

  g_return_if_fail (self->groups->len > 0);

  group = &g_array_index (self->groups, Group, self->groups->len - 1);
  block = capacity_panel_block_new (g_ptr_array_steal_index (group->columns, 0), color, sign, user_data);
  g_array_set_size (self->groups, self->groups->len - 1);
  add_block (self, block, 8, 8);
}

/**
 * capacity_pages_get_n_sections:
 *
 * Returns: how many sections with a heading of level 2 it has
 */
guint
capacity_pages_get_n_sections (const CapacityPages *self)
{
  return self->sections->len;
}

/**
 * capacity_pages_get_section:
 * @section: which section, from 0
 *
 * Returns: (transfer none): its heading
 */
const char *
capacity_pages_get_section (const CapacityPages *self,
                            guint                section)
{
  return g_array_index (self->sections, Section, section).text;
}

/**
 * capacity_pages_get_section_name:
 * @section: which section, from 0
 *
 * Returns: (transfer none): what it is called in every language; its heading where it has no such name
 */
const char *
capacity_pages_get_section_name (const CapacityPages *self,
                                 guint                section)
{
  return g_array_index (self->sections, Section, section).name;
}

/* Returns whether there is a section of that name, and its blocks from the heading to the one behind it. */
static gboolean
find_section (CapacityPages *self,
              const char    *name,
              guint         *section,
              guint         *first,
              guint         *end)
{
  for (*section = 0; *section < self->sections->len; (*section)++)
    if (g_str_equal (capacity_pages_get_section_name (self, *section), name))
      break;
  if (*section == self->sections->len)
    return FALSE;
  g_ptr_array_find (self->blocks, g_array_index (self->sections, Section, *section).block, first);
  *end = self->blocks->len;
  if (*section + 1 < self->sections->len)
    g_ptr_array_find (self->blocks, g_array_index (self->sections, Section, *section + 1).block, end);
  for (guint i = 0; i < self->bounds->len; i++)
    {
      guint bound;

      if (g_ptr_array_find (self->blocks, self->bounds->pdata[i], &bound) && bound > *first)
        *end = MIN (*end, bound);
    }

  return TRUE;
}

/* Where the first section begins, or what stands behind all sections. */
static guint
find_beginning (CapacityPages *self)
{
  guint at = self->blocks->len;

  if (self->sections->len > 0)
    g_ptr_array_find (self->blocks, g_array_index (self->sections, Section, 0).block, &at);
  else if (self->bounds->len > 0)
    g_ptr_array_find (self->blocks, self->bounds->pdata[0], &at);

  return at;
}

/**
 * capacity_pages_insert_text:
 * @section: name of a section; "" for what stands before the first
 * @text: paragraphs, each a line
 *
 * Adds paragraphs at the end of a section that is there already. Where there is a table of contents, to be called
 * before the pages are counted, drawn or written.
 *
 * Returns: whether there is such a section
 */
gboolean
capacity_pages_insert_text (CapacityPages *self,
                            const char    *section,
                            const char    *text)
{
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n", -1);
  guint at, first, end;

  g_return_val_if_fail (self->contents == NULL, FALSE);

  if (*section == '\0')
    end = find_beginning (self);
  else if (!find_section (self, section, &at, &first, &end))
    return FALSE;
  for (guint i = 0; paragraphs[i] != NULL; i++)
    if (*g_strstrip (paragraphs[i]) != '\0')
      {
        CapacityBlock *block = capacity_text_block_new (CAPACITY_TAG_P, CAPACITY_TEXT_BODY, paragraphs[i]);

        block->before = 3;
        block->after = 5;
        self->contents_at += end <= self->contents_at;
        g_ptr_array_insert (self->blocks, (int) end++, block);
      }
  self->is_composed = FALSE;

  return TRUE;
}

/**
 * capacity_pages_leave_out:
 * @name: name of a section; pays no heed to one that there is not
 *
 * Leaves a section out, with all that stands under its heading up to the next one, columns with headings of
 * their own, or the signatures. Where there is a table of contents, to be called before the pages are counted, drawn or written.
 */
void
capacity_pages_leave_out (CapacityPages *self,
                          const char    *name)
{
  guint section, first, end;

  g_return_if_fail (self->contents == NULL);

  if (!find_section (self, name, &section, &first, &end))
    return;
  if (((const CapacityBlock *) self->blocks->pdata[first])->begins_page && end < self->blocks->len)
    ((CapacityBlock *) self->blocks->pdata[end])->begins_page = TRUE;
  g_ptr_array_remove_range (self->blocks, first, end - first);
  g_array_remove_index (self->sections, section);
  self->is_composed = FALSE;
}

/**
 * capacity_pages_compose:
 * @progress: (nullable): is told how far it is
 * @cancellable: (nullable): to stop it between two blocks
 * @error: return location
 *
 * Breaks the document over pages, if that has not been done. Otherwise this happens once its pages are counted, drawn or
 * written, where it cannot be stopped.
 *
 * Returns: whether it was done; if not, @error is %G_IO_ERROR_CANCELLED
 */
gboolean
capacity_pages_compose (CapacityPages     *self,
                        CapacityProgress  *progress,
                        GCancellable      *cancellable,
                        GError           **error)
{
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (self->is_composed)
    return TRUE;
  g_return_val_if_fail (self->groups->len == 0, FALSE);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      layout_block (self, self->blocks->pdata[i]);
      capacity_progress_set (progress, (i + 1.0) / self->blocks->len);
    }
  place_blocks (self);
  if (self->contents_title != NULL && self->contents == NULL && self->n_pages > MAX_PAGES_WITHOUT_CONTENTS)
    {
      insert_contents (self);
      place_blocks (self);
    }
  if (self->placements->len > 0 && balance_end (self))
    place_blocks (self);
  if (fill_pages (self))
    place_blocks (self);
  if (self->contents != NULL)
    number_contents (self);
  self->is_composed = TRUE;

  return TRUE;
}

/**
 * capacity_pages_get_n_pages:
 *
 * Breaks the document over pages, if that has not been done.
 *
 * Returns: how many there are
 */
guint
capacity_pages_get_n_pages (CapacityPages *self)
{
  capacity_pages_compose (self, NULL, NULL, NULL);

  return self->n_pages;
}

/**
 * capacity_pages_draw:
 * @page: which page, from 1
 * @cr: where; a unit is a point, and the origin the upper left corner of the paper
 *
 * Draws one page for a preview or a printer: the very page of the PDF. Any thread may do so.
 *
 * Returns: whether there is such a page
 */
gboolean
capacity_pages_draw (CapacityPages *self,
                     guint          page,
                     cairo_t       *cr)
{
  g_autoptr (CapacityTags) tags = capacity_tags_new_silent (cr);
  g_autoptr (GArray) headings = g_array_new (FALSE, FALSE, sizeof (CapacityHeading));
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->drawing);
  CapacityPen pen = { cr, tags, self->setter, CAPACITY_PAGE_HEIGHT, page, headings };

  capacity_pages_compose (self, NULL, NULL, NULL);
  if (page < 1 || page > self->n_pages)
    return FALSE;
  draw_page (self, &pen);

  return TRUE;
}

/**
 * capacity_pages_to_pdf:
 * @progress: (nullable): is told how far the drawing is
 * @cancellable: (nullable): to stop it between two pages
 * @error: return location
 *
 * Makes the document a PDF that follows PDF/UA-1 and PDF/A-2a. The same content gives the same bytes.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL with %CAPACITY_REPORT_ERROR or
 *   %G_IO_ERROR_CANCELLED
 */
GBytes *
capacity_pages_to_pdf (CapacityPages     *self,
                       CapacityProgress  *progress,
                       GCancellable      *cancellable,
                       GError           **error)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_autoptr (GArray) headings = g_array_new (FALSE, FALSE, sizeof (CapacityHeading));
  g_autoptr (GBytes) drawn = NULL;
  g_autoptr (CapacityTags) tags = NULL;
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_bytes, out, CAPACITY_PAGE_WIDTH,
                                                                  CAPACITY_PAGE_HEIGHT);
  cairo_t *cr = cairo_create (surface);
  CapacityPen pen = { cr, NULL, self->setter, CAPACITY_PAGE_HEIGHT, 1, headings };
  cairo_status_t status;
  gboolean is_drawn;

  capacity_pages_compose (self, NULL, NULL, NULL);
  pen.tags = tags = capacity_tags_new (cr);
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  is_drawn = draw_document (self, &pen, progress, cancellable, error);
  add_outline (surface, headings);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = status == CAIRO_STATUS_SUCCESS ? cairo_surface_status (surface) : status;
  cairo_surface_destroy (surface);
  if (!is_drawn)
    return NULL;
  if (status != CAIRO_STATUS_SUCCESS)
    return fail_drawing (status, error);
  drawn = g_byte_array_free_to_bytes (g_steal_pointer (&out));

  return capacity_pdf_finish (drawn, tags, &self->info, error);
}
