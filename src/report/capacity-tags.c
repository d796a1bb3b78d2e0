/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-tags.h"

#define BIT(tag) (1u << (tag))
#define MAX_DEPTH 16

/**
 * CapacityTags:
 *
 * The structure of a document while it is drawn on a Cairo context. It opens and closes Cairo's tags, sees to
 * it that they nest as PDF/UA wants, and keeps a log of the elements with what Cairo has no words for. Cairo
 * gives the elements ascending object numbers in the order in which they were begun; that is how the log
 * finds them again.
 */
struct _CapacityTags
{
  cairo_t           *cr;
  cairo_font_face_t *pin_face;
  GArray            *log;
  CapacityTag        open[MAX_DEPTH];
  guint              depth;
  gboolean           is_silent;
};

static const char *const names[CAPACITY_N_TAGS] = {
  "Document", "H1", "H2", "H3", "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "Figure", "TOC",
  "TOCI", "Link", "Artifact",
};

/* Where a tag that is bound to a place may stand; 0 means directly in the document. */
static guint
allowed_parents (CapacityTag tag)
{
  switch (tag)
    {
    case CAPACITY_TAG_LI:
      return BIT (CAPACITY_TAG_L);
    case CAPACITY_TAG_LBL:
    case CAPACITY_TAG_LBODY:
      return BIT (CAPACITY_TAG_LI);
    case CAPACITY_TAG_TR:
      return BIT (CAPACITY_TAG_TABLE);
    case CAPACITY_TAG_TH:
    case CAPACITY_TAG_TD:
      return BIT (CAPACITY_TAG_TR);
    case CAPACITY_TAG_TOCI:
      return BIT (CAPACITY_TAG_TOC);
    case CAPACITY_TAG_LINK:
      return BIT (CAPACITY_TAG_TOCI) | BIT (CAPACITY_TAG_P);
    case CAPACITY_TAG_ARTIFACT:
      return ~BIT (CAPACITY_TAG_ARTIFACT);
    default:
      return BIT (CAPACITY_TAG_DOCUMENT);
    }
}

static gboolean
may_begin (const CapacityTags *self,
           CapacityTag         tag)
{
  if (self->depth == MAX_DEPTH)
    return FALSE;
  if (self->depth == 0)
    return tag == CAPACITY_TAG_DOCUMENT;

  return (allowed_parents (tag) & BIT (self->open[self->depth - 1])) != 0;
}

static CapacityTagged *
begin (CapacityTags *self,
       CapacityTag   tag,
       const char   *attributes)
{
  CapacityTagged entry = { .tag = tag };

  if (self->is_silent)
    return NULL;
  g_return_val_if_fail (may_begin (self, tag), NULL);

  self->open[self->depth++] = tag;
  cairo_tag_begin (self->cr, names[tag], attributes);
  /* Cairo writes no element for an artifact. */
  if (tag == CAPACITY_TAG_ARTIFACT)
    return NULL;
  g_array_append_val (self->log, entry);

  return &g_array_index (self->log, CapacityTagged, self->log->len - 1);
}

static cairo_status_t
pin_init (cairo_scaled_font_t  *font,
          cairo_t              *cr,
          cairo_font_extents_t *extents)
{
  *extents = (cairo_font_extents_t){ .ascent = 1, .height = 1 };

  return CAIRO_STATUS_SUCCESS;
}

static cairo_status_t
pin_render (cairo_scaled_font_t  *font,
            unsigned long         glyph,
            cairo_t              *cr,
            cairo_text_extents_t *extents)
{
  *extents = (cairo_text_extents_t){ .width = 1, .height = 1, .y_bearing = -1 };
  cairo_rectangle (cr, 0, -1, 1, 1);
  cairo_fill (cr);

  return CAIRO_STATUS_SUCCESS;
}

static void
clear_tagged (gpointer data)
{
  CapacityTagged *tagged = data;

  g_free (tagged->alt);
}

/**
 * capacity_tags_new:
 * @cr: context of a PDF surface
 *
 * Starts the structure of a document.
 *
 * Returns: (transfer full): an empty structure
 */
CapacityTags *
capacity_tags_new (cairo_t *cr)
{
  CapacityTags *self = g_new0 (CapacityTags, 1);

  self->cr = cairo_reference (cr);
  self->log = g_array_new (FALSE, FALSE, sizeof (CapacityTagged));
  g_array_set_clear_func (self->log, clear_tagged);
  self->pin_face = cairo_user_font_face_create ();
  cairo_user_font_face_set_init_func (self->pin_face, pin_init);
  cairo_user_font_face_set_render_glyph_func (self->pin_face, pin_render);

  return self;
}

/**
 * capacity_tags_new_silent:
 * @cr: context to draw on
 *
 * Takes tags and ignores them: for drawing pages out of order, on a screen or for a printer.
 *
 * Returns: (transfer full): a structure that stays empty
 */
CapacityTags *
capacity_tags_new_silent (cairo_t *cr)
{
  CapacityTags *self = capacity_tags_new (cr);

  self->is_silent = TRUE;

  return self;
}

/**
 * capacity_tags_free:
 *
 * Forgets the structure. The document is whole only if everything that was begun has been ended.
 */
void
capacity_tags_free (CapacityTags *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->log);
  cairo_font_face_destroy (self->pin_face);
  cairo_destroy (self->cr);
  g_free (self);
}

/**
 * capacity_tags_begin:
 * @tag: what begins; it must be allowed inside what is open
 *
 * Begins an element. All that is drawn until its end belongs to it.
 */
void
capacity_tags_begin (CapacityTags *self,
                     CapacityTag   tag)
{
  begin (self, tag, NULL);
}

/**
 * capacity_tags_begin_as:
 * @tag: what begins
 * @trait: its attribute, other than %CAPACITY_TRAIT_BOX
 *
 * Begins an element that has an attribute, such as the scope of a heading cell.
 */
void
capacity_tags_begin_as (CapacityTags  *self,
                        CapacityTag    tag,
                        CapacityTrait  trait)
{
  CapacityTagged *tagged = begin (self, tag, NULL);

  if (tagged != NULL)
    tagged->trait = trait;
}

/**
 * capacity_tags_begin_figure:
 * @alt: the sentence that stands for the picture
 * @box: its left, bottom, right and top edge in points from the page's lower left corner
 *
 * Begins a figure.
 */
void
capacity_tags_begin_figure (CapacityTags *self,
                            const char   *alt,
                            const double  box[4])
{
  CapacityTagged *tagged = begin (self, CAPACITY_TAG_FIGURE, NULL);

  if (tagged == NULL)
    return;
  tagged->trait = CAPACITY_TRAIT_BOX;
  tagged->alt = g_strdup (alt);
  for (guint i = 0; i < 4; i++)
    tagged->box[i] = box[i];
}

/**
 * capacity_tags_begin_link:
 * @destination: name of a place inside the document; letters and digits only
 * @alt: where it leads, in words
 *
 * Begins a link to another place of the document.
 */
void
capacity_tags_begin_link (CapacityTags *self,
                          const char   *destination,
                          const char   *alt)
{
  g_autofree char *attributes = g_strdup_printf ("dest='%s'", destination);
  CapacityTagged *tagged = begin (self, CAPACITY_TAG_LINK, attributes);

  if (tagged != NULL)
    tagged->alt = g_strdup (alt);
}

/**
 * capacity_tags_end:
 * @tag: what was begun last and has not been ended
 *
 * Ends an element.
 */
void
capacity_tags_end (CapacityTags *self,
                   CapacityTag   tag)
{
  if (self->is_silent)
    return;
  g_return_if_fail (self->depth > 0 && self->open[self->depth - 1] == tag);

  self->depth--;
  cairo_tag_end (self->cr, names[tag]);
}

/**
 * capacity_tags_pin:
 * @x: where, in points
 * @y: where, in points
 *
 * Draws a glyph of a hundredth of a point that reads as a space.
 *
 * Cairo marks content only where there is text: lines and areas drawn alone would lie outside their tag. Call
 * it before drawing them.
 */
void
capacity_tags_pin (CapacityTags *self,
                   double        x,
                   double        y)
{
  cairo_glyph_t glyph = { 1, x, y };
  cairo_text_cluster_t cluster = { 1, 1 };

  if (self->is_silent)
    return;
  cairo_save (self->cr);
  cairo_set_font_face (self->cr, self->pin_face);
  cairo_set_font_size (self->cr, 0.01);
  cairo_show_text_glyphs (self->cr, " ", 1, &glyph, 1, &cluster, 1, 0);
  cairo_restore (self->cr);
}

/**
 * capacity_tags_get_depth:
 *
 * Returns: how many elements are open
 */
guint
capacity_tags_get_depth (const CapacityTags *self)
{
  return self->depth;
}

/**
 * capacity_tags_list:
 * @n: (out): number of elements
 *
 * Returns: (transfer none) (array length=n): the elements in the order in which they were begun
 */
const CapacityTagged *
capacity_tags_list (const CapacityTags *self,
                    guint              *n)
{
  *n = self->log->len;

  return (const CapacityTagged *) self->log->data;
}

/**
 * capacity_tag_get_name:
 *
 * Returns: (transfer none): the name of the structure type in a PDF file
 */
const char *
capacity_tag_get_name (CapacityTag tag)
{
  return names[tag];
}
