/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-sparkline.h"

#include "capacity-glyphs.h"
#include "capacity-screen-style.h"

/* The course of the last twelve periods in the space of a word. Decoration beside the number and the words
 * of the trend, so it is hidden from assistive technology. */
struct _CapacitySparkline
{
  GtkWidget       parent_instance;

  CapacitySeries *series;
};

#define N_SHOWN 12
#define NATURAL_WIDTH 56
#define NATURAL_HEIGHT 18

G_DEFINE_FINAL_TYPE (CapacitySparkline, capacity_sparkline, GTK_TYPE_WIDGET)

static double
largest_shown (const double *values,
               guint         n)
{
  double largest = 0;

  for (guint i = 0; i < n; i++)
    if (values[i] > largest)
      largest = values[i];

  return largest;
}

static void
capacity_sparkline_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  CapacitySparkline *self = CAPACITY_SPARKLINE (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  cairo_t *cr = NULL;

  if (self->series == NULL)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    {
      cairo_translate (cr, width, 0);
      cairo_scale (cr, -1, 1);
    }
  capacity_sparkline_draw_series (cr, capacity_screen_style_get (widget), self->series, width, height);
  cairo_destroy (cr);
}

static void
capacity_sparkline_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : NATURAL_HEIGHT;
}

static void
capacity_sparkline_finalize (GObject *object)
{
  CapacitySparkline *self = CAPACITY_SPARKLINE (object);

  g_clear_pointer (&self->series, capacity_series_unref);

  G_OBJECT_CLASS (capacity_sparkline_parent_class)->finalize (object);
}

static void
capacity_sparkline_class_init (CapacitySparklineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = capacity_sparkline_finalize;

  widget_class->measure = capacity_sparkline_measure;
  widget_class->snapshot = capacity_sparkline_snapshot;

  gtk_widget_class_set_css_name (widget_class, "sparkline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
capacity_sparkline_init (CapacitySparkline *self)
{
}

/**
 * capacity_sparkline_new:
 *
 * Returns: (transfer full): a new, empty sparkline
 */
GtkWidget *
capacity_sparkline_new (void)
{
  return g_object_new (CAPACITY_TYPE_SPARKLINE, NULL);
}

/**
 * capacity_sparkline_set_series:
 * @series: (nullable): its last twelve periods are shown
 *
 * Shows another series.
 */
void
capacity_sparkline_set_series (CapacitySparkline    *self,
                               const CapacitySeries *series)
{
  g_return_if_fail (CAPACITY_IS_SPARKLINE (self));

  if (self->series == series)
    return;

  g_clear_pointer (&self->series, capacity_series_unref);
  if (series != NULL)
    self->series = capacity_series_ref (series);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * capacity_sparkline_draw_series:
 * @cr: where
 * @style: gives colours and widths
 * @series: (nullable): its last twelve periods are drawn
 * @width: of the drawing
 * @height: of the drawing
 *
 * Draws what a sparkline shows, where there is no widget for it.
 */
void
capacity_sparkline_draw_series (cairo_t                  *cr,
                                const CapacityChartStyle *style,
                                const CapacitySeries     *series,
                                double                    width,
                                double                    height)
{
  const double *values = NULL;
  guint n = 0;

  if (series == NULL || series->n == 0)
    return;

  n = MIN (series->n, N_SHOWN);
  values = series->values + series->n - n;
  capacity_sparkline_draw (cr, style, values, n, 0, largest_shown (values, n), width, height);
}
