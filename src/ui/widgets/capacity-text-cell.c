/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-text-cell.h"

#include "capacity-gradual.h"

/*
 * CapacityTextCell:
 *
 * A line of text in a table, cut where it is too long. A table keeps some two hundred rows, of which a window shows thirty:
 * so a cell is one widget, its size does not depend on its text, and it asks for fonts only when it is painted.
 */
typedef struct
{
  char        *text;      /* nullable */
  PangoLayout *layout;    /* nullable: made when it is painted */
  int          width;
  gboolean     is_number; /* stands at the end of the line */
} CapacityTextCellPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (CapacityTextCell, capacity_text_cell, GTK_TYPE_WIDGET)

static void
capacity_text_cell_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  CapacityTextCell *self = CAPACITY_TEXT_CELL (widget);
  CapacityTextCellPrivate *priv = capacity_text_cell_get_instance_private (self);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = priv->width;
    }
  else
    {
      PangoFontMetrics *metrics = capacity_text_cell_get_metrics (self);

      *minimum = PANGO_PIXELS_CEIL (pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics));
      pango_font_metrics_unref (metrics);
    }
  *natural = *minimum;
}

static void
capacity_text_cell_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  capacity_text_cell_draw (CAPACITY_TEXT_CELL (widget), snapshot, 0, gtk_widget_get_width (widget));
}

static void
capacity_text_cell_unroot (GtkWidget *widget)
{
  GtkWidget *cell = gtk_widget_get_parent (widget);

  /* The column measures the cells of released rows too, if they are visible, and each would get a style for that. */
  capacity_gradual_release (gtk_widget_get_parent (cell));
  gtk_widget_set_visible (cell, FALSE);

  GTK_WIDGET_CLASS (capacity_text_cell_parent_class)->unroot (widget);
}

static void
capacity_text_cell_css_changed (GtkWidget         *widget,
                                GtkCssStyleChange *change)
{
  CapacityTextCellPrivate *priv = capacity_text_cell_get_instance_private (CAPACITY_TEXT_CELL (widget));

  GTK_WIDGET_CLASS (capacity_text_cell_parent_class)->css_changed (widget, change);
  g_clear_object (&priv->layout);
}

/* The whole text where it is cut. */
static gboolean
capacity_text_cell_query_tooltip (GtkWidget  *widget,
                                  int         x,
                                  int         y,
                                  gboolean    by_keyboard,
                                  GtkTooltip *tooltip)
{
  CapacityTextCellPrivate *priv = capacity_text_cell_get_instance_private (CAPACITY_TEXT_CELL (widget));

  if (priv->layout == NULL || !pango_layout_is_ellipsized (priv->layout))
    return FALSE;

  gtk_tooltip_set_text (tooltip, priv->text);

  return TRUE;
}

static void
capacity_text_cell_dispose (GObject *object)
{
  CapacityTextCellPrivate *priv = capacity_text_cell_get_instance_private (CAPACITY_TEXT_CELL (object));

  g_clear_object (&priv->layout);

  G_OBJECT_CLASS (capacity_text_cell_parent_class)->dispose (object);
}

static void
capacity_text_cell_finalize (GObject *object)
{
  CapacityTextCellPrivate *priv = capacity_text_cell_get_instance_private (CAPACITY_TEXT_CELL (object));

  g_free (priv->text);

  G_OBJECT_CLASS (capacity_text_cell_parent_class)->finalize (object);
}

static void
capacity_text_cell_class_init (CapacityTextCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = capacity_text_cell_dispose;
  object_class->finalize = capacity_text_cell_finalize;

  widget_class->measure = capacity_text_cell_measure;
  widget_class->snapshot = capacity_text_cell_snapshot;
  widget_class->unroot = capacity_text_cell_unroot;
  widget_class->css_changed = capacity_text_cell_css_changed;
  widget_class->query_tooltip = capacity_text_cell_query_tooltip;

  gtk_widget_class_set_css_name (widget_class, "figure");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
capacity_text_cell_init (CapacityTextCell *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/**
 * capacity_text_cell_new:
 * @width: how wide it must be, in pixels
 * @is_number: whether its text stands at the end of the line
 *
 * Returns: (transfer floating): a new cell without a text
 */
GtkWidget *
capacity_text_cell_new (int      width,
                        gboolean is_number)
{
  CapacityTextCell *self = g_object_new (CAPACITY_TYPE_TEXT_CELL, NULL);
  CapacityTextCellPrivate *priv = capacity_text_cell_get_instance_private (self);

  priv->width = width;
  priv->is_number = is_number;

  return GTK_WIDGET (self);
}

/**
 * capacity_text_cell_set_number:
 * @self: a cell
 * @is_number: whether its text stands at the end of the line
 */
void
capacity_text_cell_set_number (CapacityTextCell *self,
                               gboolean          is_number)
{
  CapacityTextCellPrivate *priv = capacity_text_cell_get_instance_private (self);

  g_return_if_fail (CAPACITY_IS_TEXT_CELL (self));

  priv->is_number = is_number;
}

/**
 * capacity_text_cell_set_text:
 * @self: a cell
 * @text: a line
 */
void
capacity_text_cell_set_text (CapacityTextCell *self,
                             const char       *text)
{
  CapacityTextCellPrivate *priv = capacity_text_cell_get_instance_private (self);

  g_return_if_fail (CAPACITY_IS_TEXT_CELL (self));

  if (!g_set_str (&priv->text, text))
    return;

  if (priv->layout != NULL)
    pango_layout_set_text (priv->layout, text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * capacity_text_cell_get_metrics:
 * @self: a cell of a table
 *
 * The fonts of a table are the same in all of it, and asking each cell would cost more than all else.
 *
 * Returns: (transfer full): of the fonts of its table
 */
PangoFontMetrics *
capacity_text_cell_get_metrics (CapacityTextCell *self)
{
  GtkWidget *table = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_COLUMN_VIEW);

  return pango_context_get_metrics (gtk_widget_get_pango_context (table != NULL ? table : GTK_WIDGET (self)), NULL, NULL);
}

/**
 * capacity_text_cell_get_layout:
 * @self: a cell
 *
 * Returns: (transfer none): its text, of the width that it last had
 */
PangoLayout *
capacity_text_cell_get_layout (CapacityTextCell *self)
{
  CapacityTextCellPrivate *priv = capacity_text_cell_get_instance_private (self);

  if (priv->layout == NULL)
    {
      priv->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), priv->text);
      pango_layout_set_ellipsize (priv->layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_single_paragraph_mode (priv->layout, TRUE);
    }

  return priv->layout;
}

/**
 * capacity_text_cell_draw:
 * @self: a cell
 * @snapshot: where
 * @x: where the place of the text begins, counted from where a line begins in the language
 * @width: of that place
 *
 * Draws the text.
 */
void
capacity_text_cell_draw (CapacityTextCell *self,
                         GtkSnapshot      *snapshot,
                         int               x,
                         int               width)
{
  CapacityTextCellPrivate *priv = capacity_text_cell_get_instance_private (self);
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  PangoLayout *layout = capacity_text_cell_get_layout (self);
  PangoRectangle text;
  GdkRGBA colour;

  pango_layout_set_width (layout, MAX (width, 0) * PANGO_SCALE);
  pango_layout_get_pixel_extents (layout, NULL, &text);
  if (priv->is_number)
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
