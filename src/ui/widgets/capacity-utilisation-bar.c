/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-utilisation-bar.h"

#include <glib/gi18n.h>
#include <math.h>

#include "capacity-format.h"
#include "capacity-glyphs.h"
#include "capacity-screen-style.h"

/* How much of a capacity is used: a bar with a mark at the target, and the number beside it. */
struct _CapacityUtilisationBar
{
  GtkWidget    parent_instance;

  PangoLayout *layout;

  int          column; /* width of the widest usual number; 0 where the font has changed since */
  double       ratio;
  double       target;
};

#define BAR_MIN_WIDTH 40
#define BAR_HEIGHT 8
#define GAP 8

G_DEFINE_FINAL_TYPE (CapacityUtilisationBar, capacity_utilisation_bar, GTK_TYPE_WIDGET)

/* The width every number gets, so that bars of different rows line up. */
static int
text_width (CapacityUtilisationBar *self)
{
  int own_width = 0;

  if (self->column == 0)
    {
      g_autoptr (PangoLayout) widest = gtk_widget_create_pango_layout (GTK_WIDGET (self), "000\xC2\xA0%");

      pango_layout_get_pixel_size (widest, &self->column, NULL);
    }
  pango_layout_get_pixel_size (self->layout, &own_width, NULL);

  return MAX (self->column, own_width);
}

static void
capacity_utilisation_bar_measure (GtkWidget      *widget,
                                  GtkOrientation  orientation,
                                  int             for_size,
                                  int            *minimum,
                                  int            *natural,
                                  int            *minimum_baseline,
                                  int            *natural_baseline)
{
  CapacityUtilisationBar *self = CAPACITY_UTILISATION_BAR (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = text_width (self) + GAP + BAR_MIN_WIDTH;
      *natural = text_width (self) + GAP + 2 * BAR_MIN_WIDTH;
    }
  else
    {
      pango_layout_get_pixel_size (self->layout, NULL, minimum);
      *minimum = MAX (*minimum, BAR_HEIGHT);
      *natural = *minimum;
    }
}

static void
snapshot_bar (CapacityUtilisationBar *self,
              GtkSnapshot            *snapshot,
              int                     x,
              int                     width,
              int                     height)
{
  GtkWidget *widget = GTK_WIDGET (self);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot,
                                           &GRAPHENE_RECT_INIT ((float) x, 0, (float) width, (float) height));

  cairo_translate (cr, x, (height - BAR_HEIGHT) / 2);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    {
      cairo_translate (cr, width, 0);
      cairo_scale (cr, -1, 1);
    }
  capacity_utilisation_bar_draw (cr, capacity_screen_style_get (widget), self->ratio, self->target, width,
                                 BAR_HEIGHT);
  cairo_destroy (cr);
}

static void
capacity_utilisation_bar_snapshot (GtkWidget   *widget,
                                   GtkSnapshot *snapshot)
{
  CapacityUtilisationBar *self = CAPACITY_UTILISATION_BAR (widget);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int room = text_width (self);
  int text = 0;
  int text_height = 0;
  GdkRGBA colour;

  pango_layout_get_pixel_size (self->layout, &text, &text_height);
  gtk_widget_get_color (widget, &colour);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (is_rtl ? 0 : width - text),
                                                          (float) ((height - text_height) / 2)));
  gtk_snapshot_append_layout (snapshot, self->layout, &colour);
  gtk_snapshot_restore (snapshot);

  if (!isnan (self->ratio))
    snapshot_bar (self, snapshot, is_rtl ? room + GAP : 0, width - room - GAP, height);
}

static void
capacity_utilisation_bar_dispose (GObject *object)
{
  CapacityUtilisationBar *self = CAPACITY_UTILISATION_BAR (object);

  g_clear_object (&self->layout);

  G_OBJECT_CLASS (capacity_utilisation_bar_parent_class)->dispose (object);
}

static void
capacity_utilisation_bar_css_changed (GtkWidget         *widget,
                                      GtkCssStyleChange *change)
{
  CapacityUtilisationBar *self = CAPACITY_UTILISATION_BAR (widget);

  GTK_WIDGET_CLASS (capacity_utilisation_bar_parent_class)->css_changed (widget, change);
  pango_layout_context_changed (self->layout);
  self->column = 0;
}

static void
capacity_utilisation_bar_class_init (CapacityUtilisationBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = capacity_utilisation_bar_dispose;

  widget_class->measure = capacity_utilisation_bar_measure;
  widget_class->snapshot = capacity_utilisation_bar_snapshot;
  widget_class->css_changed = capacity_utilisation_bar_css_changed;

  gtk_widget_class_set_css_name (widget_class, "utilisation");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
}

static void
capacity_utilisation_bar_init (CapacityUtilisationBar *self)
{
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "–");
  self->ratio = NAN;
  gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");
}

/**
 * capacity_utilisation_bar_new:
 *
 * Returns: (transfer full): a new bar that shows nothing yet
 */
GtkWidget *
capacity_utilisation_bar_new (void)
{
  return g_object_new (CAPACITY_TYPE_UTILISATION_BAR, NULL);
}

/**
 * capacity_utilisation_bar_set_mode:
 * @mode: how a service or resource does in one mode
 *
 * Shows the utilisation of @mode against its target.
 */
void
capacity_utilisation_bar_set_mode (CapacityUtilisationBar       *self,
                                   const CapacityModeAssessment *mode)
{
  g_autofree char *text = NULL;
  int room = 0;

  g_return_if_fail (CAPACITY_IS_UTILISATION_BAR (self));
  g_return_if_fail (mode != NULL);

  room = text_width (self);
  self->ratio = mode->utilisation;
  self->target = mode->target;
  text = capacity_format_percent (mode->utilisation);
  pango_layout_set_text (self->layout, text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Utilisation"),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, MAX (self->ratio, 1.0),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, isnan (self->ratio) ? 0.0 : self->ratio,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text,
                                  -1);
  if (text_width (self) != room)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  else
    gtk_widget_queue_draw (GTK_WIDGET (self));
}
