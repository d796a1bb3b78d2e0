/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-verdict-label.h"

#include "capacity-screen-style.h"
#include "capacity-verdict-shape.h"
#include "capacity-words.h"

/* A verdict as shape, word and colour, so that none of the three is needed to read it. */
struct _CapacityVerdictLabel
{
  GtkWidget       parent_instance;

  GtkWidget      *shape;
  GtkWidget      *label;

  CapacityVerdict verdict;
};

#define SHAPE_SIZE 16

enum
{
  PROP_VERDICT = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CapacityVerdictLabel, capacity_verdict_label, GTK_TYPE_WIDGET)

static void
draw_shape (GtkDrawingArea *area,
            cairo_t        *cr,
            int             width,
            int             height,
            gpointer        user_data)
{
  CapacityVerdictLabel *self = user_data;
  double size = MIN (width, height);

  cairo_translate (cr, (width - size) / 2, (height - size) / 2);
  capacity_shape_draw (cr, capacity_screen_style_get (GTK_WIDGET (self)), capacity_verdict_shape (self->verdict), size);
}

static void
capacity_verdict_label_dispose (GObject *object)
{
  CapacityVerdictLabel *self = CAPACITY_VERDICT_LABEL (object);

  g_clear_pointer (&self->shape, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (capacity_verdict_label_parent_class)->dispose (object);
}

static void
capacity_verdict_label_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  CapacityVerdictLabel *self = CAPACITY_VERDICT_LABEL (object);

  switch (prop_id)
    {
    case PROP_VERDICT:
      g_value_set_uint (value, self->verdict);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
capacity_verdict_label_set_property (GObject      *object,
                                     guint         prop_id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  CapacityVerdictLabel *self = CAPACITY_VERDICT_LABEL (object);

  switch (prop_id)
    {
    case PROP_VERDICT:
      capacity_verdict_label_set_verdict (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
capacity_verdict_label_class_init (CapacityVerdictLabelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = capacity_verdict_label_dispose;
  object_class->get_property = capacity_verdict_label_get_property;
  object_class->set_property = capacity_verdict_label_set_property;

  properties[PROP_VERDICT] =
    g_param_spec_uint ("verdict", NULL, NULL, 0, CAPACITY_N_VERDICTS - 1, CAPACITY_VERDICT_UNKNOWN,
                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "verdict");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
capacity_verdict_label_init (CapacityVerdictLabel *self)
{
  self->shape = g_object_new (GTK_TYPE_DRAWING_AREA,
                              "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                              "content-width", SHAPE_SIZE,
                              "content-height", SHAPE_SIZE,
                              "valign", GTK_ALIGN_CENTER,
                              NULL);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->shape), draw_shape, self, NULL);
  self->label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, NULL);
  gtk_widget_set_parent (self->shape, GTK_WIDGET (self));
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_label_set_label (GTK_LABEL (self->label), capacity_words_verdict (self->verdict));
}

/**
 * capacity_verdict_label_new:
 * @verdict: what to show
 *
 * Returns: (transfer full): a new label
 */
GtkWidget *
capacity_verdict_label_new (CapacityVerdict verdict)
{
  return g_object_new (CAPACITY_TYPE_VERDICT_LABEL, "verdict", (guint) verdict, NULL);
}

/**
 * capacity_verdict_label_set_verdict:
 * @verdict: what to show
 *
 * Shows another verdict.
 */
void
capacity_verdict_label_set_verdict (CapacityVerdictLabel *self,
                                    CapacityVerdict       verdict)
{
  g_return_if_fail (CAPACITY_IS_VERDICT_LABEL (self));
  g_return_if_fail ((guint) verdict < CAPACITY_N_VERDICTS);

  if (self->verdict == verdict)
    return;

  self->verdict = verdict;
  gtk_label_set_label (GTK_LABEL (self->label), capacity_words_verdict (verdict));
  gtk_widget_queue_draw (self->shape);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VERDICT]);
}
