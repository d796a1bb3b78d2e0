/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-typesetter.h"

#include <string.h>

#define FAMILIES "Cantarell,Adwaita Sans,Inter,Noto Sans,DejaVu Sans"

/* Ligatures would need a substitute text in the PDF, at which readers stumble; figures stand under each
 * other. */
#define FEATURES "liga=0, clig=0, dlig=0, tnum=1"

typedef struct
{
  double      size;
  double      line_height;
  PangoWeight weight;
  CapacityInk ink;
} Look;

static const Look looks[CAPACITY_N_TEXT_STYLES] = {
  [CAPACITY_TEXT_TITLE] = { 20, 24, PANGO_WEIGHT_ULTRABOLD, CAPACITY_INK_TEXT },
  [CAPACITY_TEXT_HEADING] = { 11, 14, PANGO_WEIGHT_BOLD, CAPACITY_INK_TEXT },
  [CAPACITY_TEXT_SUBHEADING] = { 9.5, 12.5, PANGO_WEIGHT_BOLD, CAPACITY_INK_TEXT },
  [CAPACITY_TEXT_LEAD] = { 13, 17, PANGO_WEIGHT_BOLD, CAPACITY_INK_TEXT },
  [CAPACITY_TEXT_BODY] = { 9.5, 13.5, PANGO_WEIGHT_NORMAL, CAPACITY_INK_TEXT },
  [CAPACITY_TEXT_NOTE] = { 8, 11, PANGO_WEIGHT_NORMAL, CAPACITY_INK_MUTED },
  [CAPACITY_TEXT_CELL] = { 8.5, 11, PANGO_WEIGHT_NORMAL, CAPACITY_INK_TEXT },
  [CAPACITY_TEXT_CELL_STRONG] = { 8.5, 11, PANGO_WEIGHT_BOLD, CAPACITY_INK_TEXT },
  [CAPACITY_TEXT_CELL_HEAD] = { 8, 10, PANGO_WEIGHT_BOLD, CAPACITY_INK_MUTED },
  [CAPACITY_TEXT_CELL_LIGHT] = { 8.5, 11, PANGO_WEIGHT_NORMAL, CAPACITY_INK_PAPER },
};

/**
 * CapacityTypesetter:
 *
 * Breaks text into lines and draws them, in the styles of the reports. Bound to the thread that made it.
 *
 * Each line is drawn as a layout of its own that ends in a space: so words at the ends of lines stay apart
 * when the text of the PDF is read, which they do not when Pango draws a wrapped layout.
 */
struct _CapacityTypesetter
{
  PangoContext *context;
  PangoLayout  *layouts[CAPACITY_N_TEXT_STYLES];
  double        baselines[CAPACITY_N_TEXT_STYLES];
  double        spaces[CAPACITY_N_TEXT_STYLES];
  GString      *buffer;
};

/* The fonts are the document's own: those of the thread that makes it would be shared with what that thread makes next. */
static PangoContext *
create_context (const char *language)
{
  g_autoptr (PangoFontMap) fonts = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (fonts);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string (language));
  cairo_font_options_destroy (options);

  return context;
}

static PangoLayout *
create_layout (PangoContext *context,
               const Look   *look)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_from_string (FAMILIES);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_font_description_set_absolute_size (font, look->size * PANGO_SCALE);
  pango_font_description_set_weight (font, look->weight);
  pango_attr_list_insert (attributes, pango_attr_font_features_new (FEATURES));
  pango_layout_set_font_description (layout, font);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_attr_list_unref (attributes);
  pango_font_description_free (font);

  return layout;
}

static double
first_line_width (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, 0), NULL, &logical);

  return pango_units_to_double (logical.width);
}

/* Where the baseline lies in a line of the style: the letters are centred in its height. */
static double
find_baseline (PangoLayout *layout,
               double       line_height)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (pango_layout_get_context (layout),
                                                         pango_layout_get_font_description (layout), NULL);
  double ascent = pango_units_to_double (pango_font_metrics_get_ascent (metrics));
  double descent = pango_units_to_double (pango_font_metrics_get_descent (metrics));

  pango_font_metrics_unref (metrics);

  return (line_height - ascent - descent) / 2 + ascent;
}

/**
 * capacity_typesetter_new:
 * @language: language of the text, such as "lv"
 *
 * Gets fonts ready.
 *
 * Returns: (transfer full): a typesetter for this thread
 */
CapacityTypesetter *
capacity_typesetter_new (const char *language)
{
  CapacityTypesetter *self = g_new0 (CapacityTypesetter, 1);

  self->context = create_context (language);
  self->buffer = g_string_new (NULL);
  for (guint i = 0; i < CAPACITY_N_TEXT_STYLES; i++)
    {
      self->layouts[i] = create_layout (self->context, &looks[i]);
      self->baselines[i] = find_baseline (self->layouts[i], looks[i].line_height);
      pango_layout_set_text (self->layouts[i], " ", 1);
      self->spaces[i] = first_line_width (self->layouts[i]);
    }

  return self;
}

/**
 * capacity_typesetter_free:
 *
 * Frees the typesetter.
 */
void
capacity_typesetter_free (CapacityTypesetter *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < CAPACITY_N_TEXT_STYLES; i++)
    g_object_unref (self->layouts[i]);
  g_object_unref (self->context);
  g_string_free (self->buffer, TRUE);
  g_free (self);
}

/**
 * capacity_typesetter_get_context:
 *
 * Returns: (transfer none): the context for other text on the page, such as that of charts; a unit is a point
 */
PangoContext *
capacity_typesetter_get_context (CapacityTypesetter *self)
{
  return self->context;
}

/**
 * capacity_typesetter_get_line_height:
 *
 * Returns: from one line of the style to the next, in points
 */
double
capacity_typesetter_get_line_height (CapacityTypesetter *self,
                                     CapacityTextStyle   style)
{
  return looks[style].line_height;
}

/**
 * capacity_typesetter_measure:
 * @text: text without line ends
 *
 * Returns: width of the text on one line, in points
 */
double
capacity_typesetter_measure (CapacityTypesetter *self,
                             CapacityTextStyle   style,
                             const char         *text)
{
  pango_layout_set_width (self->layouts[style], -1);
  pango_layout_set_text (self->layouts[style], text, -1);

  return first_line_width (self->layouts[style]);
}

/**
 * capacity_typesetter_measure_word:
 * @text: text without line ends
 *
 * Returns: width of the longest part of the text that does not break at a space, in points
 */
double
capacity_typesetter_measure_word (CapacityTypesetter *self,
                                  CapacityTextStyle   style,
                                  const char         *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  double widest = 0;

  for (guint i = 0; words[i] != NULL; i++)
    widest = MAX (widest, capacity_typesetter_measure (self, style, words[i]));

  return widest;
}

/**
 * capacity_typesetter_break:
 * @text: text without line ends
 * @width: in points; a word that is longer is broken
 *
 * Breaks text into lines.
 *
 * Returns: (transfer full) (element-type CapacityTextLine): at least one line
 */
GArray *
capacity_typesetter_break (CapacityTypesetter *self,
                           CapacityTextStyle   style,
                           const char         *text,
                           double              width)
{
  PangoLayout *layout = self->layouts[style];
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (CapacityTextLine));
  int n;

  /* A hair more, so that a column made to measure does not break what it was made for. */
  pango_layout_set_width (layout, pango_units_from_double (MAX (width, 1) + 0.01));
  pango_layout_set_text (layout, text, -1);
  n = pango_layout_get_line_count (layout);
  for (int i = 0; i < n; i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);
      CapacityTextLine part = { pango_layout_line_get_start_index (line),
                                pango_layout_line_get_length (line) };

      while (part.length > 0 && text[part.start + part.length - 1] == ' ')
        part.length--;
      g_array_append_val (lines, part);
    }
  pango_layout_set_width (layout, -1);

  return lines;
}

static PangoLayoutLine *
prepare_line (CapacityTypesetter *self,
              CapacityTextStyle   style,
              const char         *text,
              int                 length)
{
  g_string_truncate (self->buffer, 0);
  g_string_append_len (self->buffer, text, length);
  g_string_append_c (self->buffer, ' ');
  pango_layout_set_width (self->layouts[style], -1);
  pango_layout_set_text (self->layouts[style], self->buffer->str, (int) self->buffer->len);

  return pango_layout_get_line_readonly (self->layouts[style], 0);
}

/**
 * capacity_typesetter_draw_line:
 * @cr: where to draw
 * @text: the whole text
 * @line: which part of it
 * @x: left end
 * @y: upper edge of the line
 *
 * Draws one line in the ink of the style.
 */
void
capacity_typesetter_draw_line (CapacityTypesetter *self,
                               cairo_t            *cr,
                               CapacityTextStyle   style,
                               const char         *text,
                               CapacityTextLine    line,
                               double              x,
                               double              y)
{
  PangoLayoutLine *layout_line = prepare_line (self, style, text + line.start, line.length);

  capacity_ink_set (cr, looks[style].ink);
  cairo_move_to (cr, x, y + self->baselines[style]);
  pango_cairo_show_layout_line (cr, layout_line);
}

/**
 * capacity_typesetter_draw_right:
 * @cr: where to draw
 * @text: text without line ends
 * @right: right end
 * @y: upper edge of the line
 *
 * Draws text on one line that ends at @right.
 */
void
capacity_typesetter_draw_right (CapacityTypesetter *self,
                                cairo_t            *cr,
                                CapacityTextStyle   style,
                                const char         *text,
                                double              right,
                                double              y)
{
  PangoLayoutLine *line = prepare_line (self, style, text, (int) strlen (text));
  double width = first_line_width (self->layouts[style]) - self->spaces[style];

  capacity_ink_set (cr, looks[style].ink);
  cairo_move_to (cr, right - width, y + self->baselines[style]);
  pango_cairo_show_layout_line (cr, line);
}

/**
 * capacity_ink_set:
 * @cr: where to draw next
 * @ink: what for
 *
 * Chooses a colour. Texts have a contrast to white paper of more than 7, rules of more than 3 where they
 * carry meaning.
 */
void
capacity_ink_set (cairo_t     *cr,
                  CapacityInk  ink)
{
  static const CapacityRgb inks[] = {
    [CAPACITY_INK_TEXT] = { 0.11, 0.11, 0.13 },
    [CAPACITY_INK_MUTED] = { 0.32, 0.32, 0.35 },
    [CAPACITY_INK_STRONG_RULE] = { 0.32, 0.32, 0.35 },
    [CAPACITY_INK_RULE] = { 0.80, 0.80, 0.82 },
    [CAPACITY_INK_TINT] = { 0.955, 0.957, 0.965 },
    [CAPACITY_INK_PAPER] = { 1, 1, 1 },
  };

  cairo_set_source_rgb (cr, inks[ink].red, inks[ink].green, inks[ink].blue);
}
