/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-cell.h"

#include "capacity-gradual.h"
#include "capacity-screen-style.h"

/*
 * CapacityCell:
 *
 * What a column of a table shows of an item: a line of text, cut where it is too long, and the drawing of the column
 * before it. A table keeps some two hundred rows, of which a window shows thirty: so a cell is one widget, its size does
 * not depend on its item, it asks for fonts only when it is painted, and follows its item only while its table is seen.
 */
struct _CapacityCell
{
  GtkWidget              parent_instance;

  const CapacityColumns *columns;
  guint                  index;
  CapacityItem          *item;   /* nullable */
  char                  *text;   /* nullable */
  PangoLayout           *layout; /* nullable: made when it is painted */
  gboolean               is_stale;
};

#define GAP 6

G_DEFINE_FINAL_TYPE (CapacityCell, capacity_cell, GTK_TYPE_WIDGET)

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
update_cb (CapacityCell *self)
{
  self->is_stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->is_stale)
    return;

  g_clear_pointer (&self->text, g_free);
  self->text = column_of (self)->text (row_of (self));
  if (self->layout != NULL)
    pango_layout_set_text (self->layout, self->text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->text, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The fonts of a table are the same in all of it, and asking each cell would cost more than all else. */
static PangoFontMetrics *
get_metrics (CapacityCell *self)
{
  GtkWidget *table = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_COLUMN_VIEW);

  return pango_context_get_metrics (gtk_widget_get_pango_context (table != NULL ? table : GTK_WIDGET (self)), NULL, NULL);
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

  /* The column knows the cells of released rows too. */
  if (gtk_widget_get_root (widget) == NULL)
    {
      *minimum = *natural = 0;
      return;
    }

  metrics = get_metrics (self);
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

static PangoLayout *
get_layout (CapacityCell *self)
{
  if (self->layout == NULL)
    {
      self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
      pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_single_paragraph_mode (self->layout, TRUE);
    }

  return self->layout;
}

/* @x and @width are of the place that the text has; @x counts from where a line begins in the language. */
static void
snapshot_text (CapacityCell *self,
               GtkSnapshot  *snapshot,
               int           x,
               int           width)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  PangoLayout *layout = get_layout (self);
  PangoRectangle text;
  GdkRGBA colour;

  pango_layout_set_width (layout, MAX (width, 0) * PANGO_SCALE);
  pango_layout_get_pixel_extents (layout, NULL, &text);
  if (column_of (self)->is_number)
    x += width - text.width;
  if (is_rtl)
    x = gtk_widget_get_width (widget) - x - text.width;
  gtk_widget_get_color (widget, &colour);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (x - text.x),
                                                          (float) ((gtk_widget_get_height (widget) - text.height) / 2)));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
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
  PangoFontMetrics *metrics = NULL;
  int text_width = 0;
  int text = 0;

  if (glyph->natural_width <= glyph->width)
    return glyph->width;

  metrics = get_metrics (self);
  text_width = get_text_width (self, metrics);
  pango_font_metrics_unref (metrics);
  pango_layout_set_width (get_layout (self), -1);
  pango_layout_get_pixel_size (get_layout (self), &text, NULL);

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
  snapshot_text (self, snapshot, glyph, gtk_widget_get_width (widget) - glyph);
}

static void
capacity_cell_map (GtkWidget *widget)
{
  CapacityCell *self = CAPACITY_CELL (widget);

  GTK_WIDGET_CLASS (capacity_cell_parent_class)->map (widget);
  if (self->is_stale)
    update_cb (self);
}

static void
capacity_cell_unroot (GtkWidget *widget)
{
  GtkWidget *cell = gtk_widget_get_parent (widget);

  /* The column measures the cells of released rows too, if they are visible, and each would get a style for that. */
  capacity_gradual_release (gtk_widget_get_parent (cell));
  gtk_widget_set_visible (cell, FALSE);

  GTK_WIDGET_CLASS (capacity_cell_parent_class)->unroot (widget);
}

static void
capacity_cell_css_changed (GtkWidget         *widget,
                           GtkCssStyleChange *change)
{
  CapacityCell *self = CAPACITY_CELL (widget);

  GTK_WIDGET_CLASS (capacity_cell_parent_class)->css_changed (widget, change);
  g_clear_object (&self->layout);
}

/* The whole text where it is cut. */
static gboolean
capacity_cell_query_tooltip (GtkWidget  *widget,
                             int         x,
                             int         y,
                             gboolean    by_keyboard,
                             GtkTooltip *tooltip)
{
  CapacityCell *self = CAPACITY_CELL (widget);

  if (self->layout == NULL || !pango_layout_is_ellipsized (self->layout))
    return FALSE;

  gtk_tooltip_set_text (tooltip, self->text);

  return TRUE;
}

static void
capacity_cell_dispose (GObject *object)
{
  CapacityCell *self = CAPACITY_CELL (object);

  capacity_cell_set_item (self, NULL);
  g_clear_object (&self->layout);

  G_OBJECT_CLASS (capacity_cell_parent_class)->dispose (object);
}

static void
capacity_cell_finalize (GObject *object)
{
  g_free (CAPACITY_CELL (object)->text);

  G_OBJECT_CLASS (capacity_cell_parent_class)->finalize (object);
}

static void
capacity_cell_class_init (CapacityCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = capacity_cell_dispose;
  object_class->finalize = capacity_cell_finalize;

  widget_class->measure = capacity_cell_measure;
  widget_class->snapshot = capacity_cell_snapshot;
  widget_class->map = capacity_cell_map;
  widget_class->unroot = capacity_cell_unroot;
  widget_class->css_changed = capacity_cell_css_changed;
  widget_class->query_tooltip = capacity_cell_query_tooltip;

  gtk_widget_class_set_css_name (widget_class, "figure");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
capacity_cell_init (CapacityCell *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
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

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, update_cb, self);
  g_set_object (&self->item, item);
  if (item != NULL)
    {
      g_signal_connect_swapped (item, "notify::assessment", G_CALLBACK (update_cb), self);
      update_cb (self);
    }
  else
    {
      self->is_stale = FALSE;
    }
}
