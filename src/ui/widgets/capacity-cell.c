/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-cell.h"

#include "capacity-screen-style.h"

/*
 * CapacityCell:
 *
 * What a column of a table shows of an item: a line of text, and the drawing of the column before it. It follows its item
 * only while its table is seen. The cell of the first column, which always shows, follows for its whole row: a table has
 * thousands of cells.
 */
struct _CapacityCell
{
  CapacityTextCell       parent_instance;

  const CapacityColumns *columns;
  guint                  index;
  CapacityItem          *item; /* nullable */
  gboolean               is_stale;
};

#define GAP 6

G_DEFINE_FINAL_TYPE (CapacityCell, capacity_cell, CAPACITY_TYPE_TEXT_CELL)

static const CapacityColumn *
column_of (CapacityCell *self)
{
  return self->columns->get (self->index);
}

static CapacityColumnRow
row_of (CapacityCell *self)
{
  return (CapacityColumnRow){ capacity_item_get_assessment (self->item) };
}

static void
update (CapacityCell *self)
{
  g_autofree char *text = NULL;

  self->is_stale = self->item != NULL && !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->is_stale || self->item == NULL)
    return;

  text = column_of (self)->text (row_of (self));
  capacity_text_cell_set_text (CAPACITY_TEXT_CELL (self), text);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
update_row (CapacityCell *self)
{
  GtkWidget *row = gtk_widget_get_parent (gtk_widget_get_parent (GTK_WIDGET (self)));

  for (GtkWidget *place = gtk_widget_get_first_child (row); place != NULL; place = gtk_widget_get_next_sibling (place))
    {
      GtkWidget *child = gtk_widget_get_first_child (place);

      if (CAPACITY_IS_CELL (child))
        update (CAPACITY_CELL (child));
    }
}

/* Where the row is not seen, it waits until this cell is. */
static void
changed_cb (CapacityCell *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update_row (self);
  else
    self->is_stale = TRUE;
}

static int
get_text_width (CapacityCell     *self,
                PangoFontMetrics *metrics)
{
  const CapacityColumn *column = column_of (self);
  int character = MAX (pango_font_metrics_get_approximate_char_width (metrics),
                       pango_font_metrics_get_approximate_digit_width (metrics));

  if (column->get_n_chars == NULL)
    return column->width;

  return PANGO_PIXELS_CEIL ((int) column->get_n_chars () * character);
}

static void
capacity_cell_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  CapacityCell *self = CAPACITY_CELL (widget);
  const CapacityColumn *column = column_of (self);
  PangoFontMetrics *metrics = NULL;

  metrics = capacity_text_cell_get_metrics (CAPACITY_TEXT_CELL (self));
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      int gap = column->glyph.width > 0 ? GAP : 0;

      *minimum = get_text_width (self, metrics) + gap + column->glyph.width;
      *natural = get_text_width (self, metrics) + gap + MAX (column->glyph.width, column->glyph.natural_width);
    }
  else
    {
      *minimum = PANGO_PIXELS_CEIL (pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics));
      *minimum = MAX (*minimum, column->glyph.height);
      *natural = *minimum;
    }
  pango_font_metrics_unref (metrics);
}

static void
snapshot_glyph (CapacityCell *self,
                GtkSnapshot  *snapshot,
                int           width)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int height = column_of (self)->glyph.height;
  int x = is_rtl ? gtk_widget_get_width (widget) - width : 0;
  int y = (gtk_widget_get_height (widget) - height) / 2;
  cairo_t *cr = NULL;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
  cairo_translate (cr, x, y);
  if (is_rtl)
    {
      cairo_translate (cr, width, 0);
      cairo_scale (cr, -1, 1);
    }
  column_of (self)->draw (row_of (self), cr, capacity_screen_style_get (widget), width);
  cairo_destroy (cr);
}

/* How wide the drawing is: as wide as it must be, or all that the text leaves, the same in every row. */
static int
get_glyph_width (CapacityCell *self)
{
  const CapacityGlyph *glyph = &column_of (self)->glyph;
  PangoLayout *layout = NULL;
  PangoFontMetrics *metrics = NULL;
  int text_width = 0;
  int text = 0;

  if (glyph->natural_width <= glyph->width)
    return glyph->width;

  layout = capacity_text_cell_get_layout (CAPACITY_TEXT_CELL (self));
  metrics = capacity_text_cell_get_metrics (CAPACITY_TEXT_CELL (self));
  text_width = get_text_width (self, metrics);
  pango_font_metrics_unref (metrics);
  pango_layout_set_width (layout, -1);
  pango_layout_get_pixel_size (layout, &text, NULL);

  return gtk_widget_get_width (GTK_WIDGET (self)) - GAP - MAX (text, text_width);
}

static void
capacity_cell_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  CapacityCell *self = CAPACITY_CELL (widget);
  int glyph = 0;

  if (self->item == NULL)
    return;

  if (column_of (self)->glyph.width > 0)
    {
      glyph = get_glyph_width (self);
      if (glyph > 0)
        snapshot_glyph (self, snapshot, glyph);
      glyph += GAP;
    }
  capacity_text_cell_draw (CAPACITY_TEXT_CELL (self), snapshot, glyph, gtk_widget_get_width (widget) - glyph);
}

static void
capacity_cell_map (GtkWidget *widget)
{
  CapacityCell *self = CAPACITY_CELL (widget);

  GTK_WIDGET_CLASS (capacity_cell_parent_class)->map (widget);
  if (self->is_stale && self->index == 0)
    update_row (self);
  else if (self->is_stale)
    update (self);
}

static void
capacity_cell_dispose (GObject *object)
{
  capacity_cell_set_item (CAPACITY_CELL (object), NULL);

  G_OBJECT_CLASS (capacity_cell_parent_class)->dispose (object);
}

static void
capacity_cell_class_init (CapacityCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = capacity_cell_dispose;

  widget_class->measure = capacity_cell_measure;
  widget_class->snapshot = capacity_cell_snapshot;
  widget_class->map = capacity_cell_map;
}

static void
capacity_cell_init (CapacityCell *self)
{
}

/**
 * capacity_cell_new:
 * @columns: what the table has; lives as long as the program
 * @index: a column of it
 *
 * Returns: (transfer floating): a new cell without an item
 */
GtkWidget *
capacity_cell_new (const CapacityColumns *columns,
                   guint                  index)
{
  CapacityCell *self = g_object_new (CAPACITY_TYPE_CELL, NULL);

  self->columns = columns;
  self->index = index;
  capacity_text_cell_set_number (CAPACITY_TEXT_CELL (self), columns->get (index)->is_number);

  return GTK_WIDGET (self);
}

/**
 * capacity_cell_set_item:
 * @self: a cell
 * @item: (nullable): what to show and to follow from now on
 */
void
capacity_cell_set_item (CapacityCell *self,
                        CapacityItem *item)
{
  g_return_if_fail (CAPACITY_IS_CELL (self));

  if (self->item == item)
    return;

  if (self->item != NULL && self->index == 0)
    g_signal_handlers_disconnect_by_func (self->item, changed_cb, self);
  g_set_object (&self->item, item);
  if (item != NULL && self->index == 0)
    g_signal_connect_swapped (item, "notify::assessment", G_CALLBACK (changed_cb), self);
  update (self);
}
