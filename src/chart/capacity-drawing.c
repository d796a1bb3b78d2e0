/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-drawing-private.h"

#include <math.h>
#include <string.h>

static void
item_clear (gpointer data)
{
  CapacityDrawingItem *item = data;

  g_clear_object (&item->layout);
  g_clear_pointer (&item->label, g_free);
}

void
capacity_drawing_init (CapacityDrawing          *self,
                       const CapacityChartStyle *style,
                       PangoContext             *context)
{
  self->style = style;
  self->context = g_object_ref (context);
  self->layouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->items = g_array_new (FALSE, TRUE, sizeof (CapacityDrawingItem));
  g_array_set_clear_func (self->items, item_clear);
  self->points = g_array_new (FALSE, FALSE, sizeof (CapacityPoint));
}

void
capacity_drawing_clear (CapacityDrawing *self)
{
  g_clear_object (&self->context);
  g_clear_pointer (&self->layouts, g_hash_table_unref);
  g_clear_pointer (&self->items, g_array_unref);
  g_clear_pointer (&self->points, g_array_unref);
}

/* Adds a point to the path that the next capacity_drawing_end_path() takes. */
void
capacity_drawing_point (CapacityDrawing *self,
                        double           x,
                        double           y)
{
  CapacityPoint point = { x, y };

  g_array_append_val (self->points, point);
}

static guint
taken_points (CapacityDrawing *self)
{
  const CapacityDrawingItem *last;

  if (self->items->len == 0)
    return 0;
  last = &g_array_index (self->items, CapacityDrawingItem, self->items->len - 1);
  return last->first_point + last->n_points;
}

/* Makes an item of the points added since the last one. The item may be changed until the next is added. */
CapacityDrawingItem *
capacity_drawing_end_path (CapacityDrawing     *self,
                           CapacityDrawingKind  kind,
                           CapacityChartRole    role,
                           double               size,
                           const char          *label)
{
  guint first = taken_points (self);
  CapacityDrawingItem item = {
    .kind = kind,
    .role = role,
    .color = self->style->colors[role],
    .first_point = first,
    .n_points = self->points->len - first,
    .size = size,
    .label = g_strdup (label),
  };

  g_array_append_val (self->items, item);
  return &g_array_index (self->items, CapacityDrawingItem, self->items->len - 1);
}

/* A thin straight line, on device pixels where there are such. */
CapacityDrawingItem *
capacity_drawing_rule (CapacityDrawing   *self,
                       CapacityChartRole  role,
                       double             x1,
                       double             y1,
                       double             x2,
                       double             y2)
{
  double width = self->style->rule_width;

  if (x1 == x2)
    x1 = x2 = capacity_drawing_snap (self, x1, width);
  if (y1 == y2)
    y1 = y2 = capacity_drawing_snap (self, y1, width);
  capacity_drawing_point (self, x1, y1);
  capacity_drawing_point (self, x2, y2);
  return capacity_drawing_end_path (self, CAPACITY_DRAWING_STROKE, role, width, NULL);
}

CapacityDrawingItem *
capacity_drawing_box (CapacityDrawing     *self,
                      CapacityDrawingKind  kind,
                      CapacityChartRole    role,
                      CapacityChartBox     box,
                      double               size,
                      const char          *label)
{
  CapacityDrawingItem *item;

  capacity_drawing_point (self, box.x, box.y);
  capacity_drawing_point (self, box.x + box.width, box.y);
  capacity_drawing_point (self, box.x + box.width, box.y + box.height);
  capacity_drawing_point (self, box.x, box.y + box.height);
  if (kind == CAPACITY_DRAWING_STROKE)
    {
      capacity_drawing_point (self, box.x, box.y);
      capacity_drawing_point (self, box.x + box.width, box.y);
    }
  item = capacity_drawing_end_path (self, kind, role, size, label);
  item->box = box;
  return item;
}

CapacityDrawingItem *
capacity_drawing_mark (CapacityDrawing   *self,
                       CapacityChartRole  role,
                       CapacityMark       mark,
                       double             x,
                       double             y,
                       double             size,
                       const char        *label)
{
  CapacityDrawingItem *item;

  capacity_drawing_point (self, x, y);
  item = capacity_drawing_end_path (self, CAPACITY_DRAWING_MARK, role, size, label);
  item->mark = mark;
  item->box = (CapacityChartBox) { x - size / 2, y - size / 2, size, size };
  return item;
}

/* Ligatures would become nested spans on tagged paper; digits of one width keep columns of ticks straight. */
static PangoAttrList *
text_features (void)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("liga=0, clig=0, dlig=0, tnum=1"));
  return attributes;
}

static PangoLayout *
create_layout (CapacityDrawing *self,
               const char      *text,
               gboolean         is_title)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font =
    pango_font_description_copy (pango_context_get_font_description (self->context));
  PangoAttrList *attributes = text_features ();
  double size = is_title ? self->style->title_size : self->style->font_size;

  if (self->style->font_family != NULL)
    pango_font_description_set_family (font, self->style->font_family);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, is_title ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);

  pango_attr_list_unref (attributes);
  pango_font_description_free (font);
  return layout;
}

static PangoLayout *
find_layout (CapacityDrawing *self,
             const char      *text,
             gboolean         is_title)
{
  g_autofree char *key = g_strconcat (is_title ? "1" : "0", text, NULL);
  PangoLayout *layout = g_hash_table_lookup (self->layouts, key);

  if (layout == NULL)
    {
      layout = create_layout (self, text, is_title);
      g_hash_table_insert (self->layouts, g_steal_pointer (&key), layout);
    }
  return layout;
}

static CapacityTextSize
measure_layout (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return (CapacityTextSize) {
    (double) logical.width / PANGO_SCALE,
    (double) logical.height / PANGO_SCALE,
    (double) pango_layout_get_baseline (layout) / PANGO_SCALE,
  };
}

CapacityTextSize
capacity_drawing_measure (CapacityDrawing *self,
                          const char      *text,
                          gboolean         is_title)
{
  return measure_layout (find_layout (self, text, is_title));
}

static char *
cut (const char *text,
     glong       n_chars)
{
  g_autofree char *start = g_utf8_substring (text, 0, n_chars);

  return g_strconcat (g_strchomp (start), "…", NULL);
}

/* Cuts a line that is too wide with an ellipsis: the longest start that fits, by halving. */
static char *
shorten (CapacityDrawing *self,
         const char      *text,
         double           width,
         gboolean         is_title)
{
  glong fits = 0, too_long = g_utf8_strlen (text, -1);

  if (capacity_drawing_measure (self, text, is_title).width <= width)
    return g_strdup (text);
  while (fits + 1 < too_long)
    {
      glong middle = (fits + too_long) / 2;
      g_autofree char *line = cut (text, middle);

      if (capacity_drawing_measure (self, line, is_title).width <= width)
        fits = middle;
      else
        too_long = middle;
    }
  return fits > 0 ? cut (text, fits) : g_strdup ("");
}

/* Breaks a text into lines no wider than @width; what does not fit into the last is cut with an ellipsis. */
char **
capacity_drawing_wrap (CapacityDrawing *self,
                       const char      *text,
                       double           width,
                       guint            max_lines,
                       gboolean         is_title)
{
  g_autoptr(GStrvBuilder) lines = g_strv_builder_new ();
  g_autoptr(PangoLayout) layout = create_layout (self, text, is_title);
  guint n;

  pango_layout_set_width (layout, (int) ceil (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  n = (guint) pango_layout_get_line_count (layout);
  for (guint i = 0; i < MIN (n, max_lines); i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (layout, (int) i);
      const char *start = text + pango_layout_line_get_start_index (line);
      g_autofree char *piece = NULL;

      if (i + 1 == max_lines)
        piece = g_strdup (start);
      else
        piece = g_strndup (start, (gsize) pango_layout_line_get_length (line));
      g_strv_builder_take (lines, shorten (self, g_strstrip (piece), width, is_title));
    }
  return g_strv_builder_end (lines);
}

/* Adds one line of text; @x is its left end, middle or right end as @align says. */
CapacityDrawingItem *
capacity_drawing_text (CapacityDrawing   *self,
                       CapacityChartRole  role,
                       const char        *text,
                       double             x,
                       double             baseline,
                       double             align,
                       gboolean           is_title)
{
  PangoLayout *layout = find_layout (self, text, is_title);
  CapacityTextSize size = measure_layout (layout);
  CapacityDrawingItem *item;

  x -= size.width * align;
  capacity_drawing_point (self, x, baseline);
  item = capacity_drawing_end_path (self, CAPACITY_DRAWING_TEXT, role, size.ascent, text);
  item->color = capacity_chart_style_get_text_color (self->style, role);
  item->layout = g_object_ref (layout);
  item->align = align;
  item->box = (CapacityChartBox) { x, baseline - size.ascent, size.width, size.height };
  return item;
}

/* The place nearest to @position where a line of @width fills whole device pixels. */
double
capacity_drawing_snap (CapacityDrawing *self,
                       double           position,
                       double           width)
{
  double scale = self->style->device_scale;
  double half = fmod (round (width * scale), 2) / 2;

  if (scale <= 0)
    return position;
  return (round (position * scale - half) + half) / scale;
}

/* Lengths of dashes and gaps in units of the drawing; returns how many. */
guint
capacity_drawing_get_dashes (CapacityDash dash,
                             double       width,
                             double       dashes[4])
{
  static const double patterns[][4] = {
    [CAPACITY_DASH_SOLID] = { 0 },
    [CAPACITY_DASH_DASHED] = { 3, 2.2 },
    [CAPACITY_DASH_LONG] = { 6, 2.5 },
    [CAPACITY_DASH_DOTTED] = { 1, 2 },
    [CAPACITY_DASH_DASH_DOT] = { 5, 2.2, 1.2, 2.2 },
  };
  guint n = dash == CAPACITY_DASH_SOLID ? 0 : dash == CAPACITY_DASH_DASH_DOT ? 4 : 2;

  for (guint i = 0; i < n; i++)
    dashes[i] = patterns[dash][i] * width;
  return n;
}
