/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-drawing-private.h"

#include <math.h>

/* Cairo turns text into outlines. Written from the list, an SVG keeps words that can be found, read aloud,
 * translated and edited. */

static const char *
number (double value,
        char   buffer[G_ASCII_DTOSTR_BUF_SIZE])
{
  value = round (value * 100) / 100 + 0.0;
  return g_ascii_formatd (buffer, G_ASCII_DTOSTR_BUF_SIZE, "%.7g", value);
}

static void
add_attribute (GString    *svg,
               const char *name,
               double      value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (svg, " %s=\"%s\"", name, number (value, buffer));
}

static void
add_color (GString     *svg,
           const char  *name,
           CapacityRgb  color)
{
  g_string_append_printf (svg, " %s=\"#%02x%02x%02x\"", name, (unsigned) lround (color.red * 255),
                          (unsigned) lround (color.green * 255), (unsigned) lround (color.blue * 255));
}

static void
add_escaped (GString    *svg,
             const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (svg, escaped);
}

static const CapacityPoint *
item_point (const CapacityDrawing     *self,
            const CapacityDrawingItem *item,
            guint                      i)
{
  return &g_array_index (self->points, CapacityPoint, item->first_point + i);
}

static void
add_path (GString                   *svg,
          const CapacityDrawing     *self,
          const CapacityDrawingItem *item,
          gboolean                   is_closed)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (svg, "<path d=\"");
  for (guint i = 0; i < item->n_points; i++)
    {
      g_string_append_printf (svg, "%c%s", i == 0 ? 'M' : 'L',
                              number (item_point (self, item, i)->x, buffer));
      g_string_append_printf (svg, " %s", number (item_point (self, item, i)->y, buffer));
    }
  g_string_append (svg, is_closed ? "Z\"" : "\"");
  if (item->is_clipped)
    g_string_append (svg, " clip-path=\"url(#plot)\"");
}

static void
end_element (GString                   *svg,
             const CapacityDrawingItem *item)
{
  if (item->label == NULL || *item->label == '\0')
    {
      g_string_append (svg, "/>\n");
      return;
    }
  g_string_append (svg, "><title>");
  add_escaped (svg, item->label);
  g_string_append (svg, "</title></path>\n");
}

static void
add_stroke (GString                   *svg,
            const CapacityDrawing     *self,
            const CapacityDrawingItem *item)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  double dashes[4];
  guint n = capacity_drawing_get_dashes (item->dash, item->size, dashes);

  add_path (svg, self, item, FALSE);
  g_string_append (svg, " fill=\"none\" stroke-linejoin=\"round\"");
  add_color (svg, "stroke", item->color);
  add_attribute (svg, "stroke-width", item->size);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (svg, "%s%s", i == 0 ? " stroke-dasharray=\"" : " ", number (dashes[i], buffer));
  if (n > 0)
    g_string_append_c (svg, '"');
  end_element (svg, item);
}

/* A hatch as a pattern of its own, in user space as the painter's is. */
static void
add_hatch (GString                   *svg,
           const CapacityDrawing     *self,
           const CapacityDrawingItem *item,
           guint                      id)
{
  gboolean is_cross = item->hatch == CAPACITY_HATCH_CROSS;
  double size = item->size;

  g_string_append_printf (svg, "<pattern id=\"hatch%u\" patternUnits=\"userSpaceOnUse\"", id);
  add_attribute (svg, "width", size);
  add_attribute (svg, "height", size);
  if (item->hatch == CAPACITY_HATCH_DOTS)
    {
      g_string_append (svg, "><circle");
      add_attribute (svg, "cx", size / 2);
      add_attribute (svg, "cy", size / 2);
      add_attribute (svg, "r", size / 7);
      add_color (svg, "fill", item->color);
    }
  else
    {
      char buffer[G_ASCII_DTOSTR_BUF_SIZE];

      g_string_append_printf (svg, " patternTransform=\"rotate(45)\"><path d=\"M0 0V%s",
                              number (size, buffer));
      if (is_cross)
        g_string_append_printf (svg, "M0 0H%s", number (size, buffer));
      g_string_append (svg, "\" fill=\"none\"");
      add_color (svg, "stroke", item->color);
      add_attribute (svg, "stroke-width", self->style->rule_width * 2);
    }
  g_string_append (svg, "/></pattern>\n");
  add_path (svg, self, item, TRUE);
  g_string_append_printf (svg, " fill=\"url(#hatch%u)\"", id);
  end_element (svg, item);
}

static void
add_mark_path (GString                   *svg,
               const CapacityDrawing     *self,
               const CapacityDrawingItem *item)
{
  const CapacityPoint *at = item_point (self, item, 0);
  double r = item->size / 2 * (item->mark == CAPACITY_MARK_SQUARE ? 0.9 : 1);
  char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];
  char a[G_ASCII_DTOSTR_BUF_SIZE], b[G_ASCII_DTOSTR_BUF_SIZE];

  number (at->x, x);
  number (at->y, y);
  number (r, a);
  number (2 * r, b);
  g_string_append_printf (svg, "<path d=\"M%s %s", x, y);
  if (item->mark == CAPACITY_MARK_SQUARE)
    g_string_append_printf (svg, "m-%s -%sh%sv%sh-%sZ\"", a, a, b, b, b);
  else if (item->mark == CAPACITY_MARK_DIAMOND)
    g_string_append_printf (svg, "m0 -%sl%s %sl-%s %sl-%s -%sZ\"", a, a, a, a, a, a, a);
  else
    g_string_append_printf (svg, "m-%s 0a%s %s 0 1 0 %s 0a%s %s 0 1 0 -%s 0Z\"", a, a, a, b, a, a, b);
}

static void
add_mark (GString                   *svg,
          const CapacityDrawing     *self,
          const CapacityDrawingItem *item)
{
  gboolean is_open = item->mark == CAPACITY_MARK_RING;

  add_mark_path (svg, self, item);
  add_color (svg, "fill", is_open ? self->style->background : item->color);
  add_color (svg, "stroke", is_open ? item->color : self->style->background);
  add_attribute (svg, "stroke-width", self->style->line_width * (is_open ? 0.8 : 0.75));
  g_string_append (svg, " paint-order=\"stroke\"");
  end_element (svg, item);
}

static void
add_text (GString                   *svg,
          const CapacityDrawing     *self,
          const CapacityDrawingItem *item)
{
  static const char *const anchors[] = { "start", "middle", "end" };
  const PangoFontDescription *font = pango_layout_get_font_description (item->layout);
  const CapacityPoint *at = item_point (self, item, 0);

  g_string_append (svg, "<text");
  add_attribute (svg, "x", at->x + item->box.width * item->align);
  add_attribute (svg, "y", at->y);
  add_attribute (svg, "font-size", (double) pango_font_description_get_size (font) / PANGO_SCALE);
  g_string_append_printf (svg, " text-anchor=\"%s\"", anchors[(int) lround (item->align * 2)]);
  if (pango_font_description_get_weight (font) >= PANGO_WEIGHT_BOLD)
    g_string_append (svg, " font-weight=\"bold\"");
  add_color (svg, "fill", item->color);
  if (item->has_halo)
    {
      add_color (svg, "stroke", self->style->background);
      add_attribute (svg, "stroke-width", self->style->font_size / 3);
      g_string_append (svg, " paint-order=\"stroke\" stroke-linejoin=\"round\"");
    }
  g_string_append_c (svg, '>');
  add_escaped (svg, item->label);
  g_string_append (svg, "</text>\n");
}

static void
add_item (GString                   *svg,
          const CapacityDrawing     *self,
          const CapacityDrawingItem *item,
          guint                      id)
{
  switch (item->kind)
    {
    case CAPACITY_DRAWING_STROKE:
      add_stroke (svg, self, item);
      break;
    case CAPACITY_DRAWING_FILL:
      add_path (svg, self, item, TRUE);
      add_color (svg, "fill", item->color);
      end_element (svg, item);
      break;
    case CAPACITY_DRAWING_HATCH:
      add_hatch (svg, self, item, id);
      break;
    case CAPACITY_DRAWING_MARK:
      add_mark (svg, self, item);
      break;
    case CAPACITY_DRAWING_TEXT:
      add_text (svg, self, item);
      break;
    }
}

static void
add_named (GString    *svg,
           const char *name,
           const char *text)
{
  if (text == NULL)
    return;
  g_string_append_printf (svg, "<%s>", name);
  add_escaped (svg, text);
  g_string_append_printf (svg, "</%s>\n", name);
}

static void
add_frame (GString               *svg,
           const CapacityDrawing *self,
           double                 width,
           double                 height)
{
  g_string_append (svg, "<clipPath id=\"plot\"><rect");
  add_attribute (svg, "x", self->plot.x);
  add_attribute (svg, "y", self->plot.y);
  add_attribute (svg, "width", self->plot.width);
  add_attribute (svg, "height", self->plot.height);
  g_string_append (svg, "/></clipPath>\n");
  if (!self->style->paints_background)
    return;
  g_string_append (svg, "<rect");
  add_attribute (svg, "width", width);
  add_attribute (svg, "height", height);
  add_color (svg, "fill", self->style->background);
  g_string_append (svg, "/>\n");
}

static const char *
font_family (const CapacityDrawing *self)
{
  const char *family = self->style->font_family;

  if (family == NULL)
    family = pango_font_description_get_family (pango_context_get_font_description (self->context));
  return family != NULL ? family : "sans-serif";
}

GString *
capacity_drawing_to_svg (const CapacityDrawing *self,
                         double                 width,
                         double                 height,
                         const char            *title,
                         const char            *summary)
{
  GString *svg = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg");
  char w[G_ASCII_DTOSTR_BUF_SIZE], h[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (svg, " xmlns=\"http://www.w3.org/2000/svg\"");
  add_attribute (svg, "width", width);
  add_attribute (svg, "height", height);
  g_string_append_printf (svg, " viewBox=\"0 0 %s %s\" role=\"img\" font-family=\"", number (width, w),
                          number (height, h));
  add_escaped (svg, font_family (self));
  g_string_append (svg, ", sans-serif\">\n");
  add_named (svg, "title", title);
  add_named (svg, "desc", summary);
  add_frame (svg, self, width, height);
  for (guint i = 0; i < self->items->len; i++)
    add_item (svg, self, &g_array_index (self->items, CapacityDrawingItem, i), i);
  g_string_append (svg, "</svg>\n");
  return svg;
}
