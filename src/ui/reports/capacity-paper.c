/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-paper.h"

#include <glib/gi18n.h>
#include <math.h>

/* A page of a report on the screen: the very page of the PDF and of the printer, as wide as there is room. It is drawn in a
 * thread, and anew where it has another size; until then what is there is stretched. */
struct _CapacityPaper
{
  GtkWidget      parent_instance;

  CapacityPages *pages; /* (nullable) */
  guint          page;
  GdkTexture    *drawn; /* (nullable) */
  gboolean       is_drawing;
};

typedef struct
{
  CapacityPages *pages;
  guint          page;
  int            width; /* in pixels of the display */
  int            height;
} Order;

#define MIN_WIDTH 240

G_DEFINE_FINAL_TYPE (CapacityPaper, capacity_paper, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
capacity_paper_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
capacity_paper_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = (int) CAPACITY_PAGE_WIDTH;
      return;
    }
  *minimum = *natural = (int) (MAX (for_size, MIN_WIDTH) * CAPACITY_PAGE_HEIGHT / CAPACITY_PAGE_WIDTH);
}

static void
order_free (gpointer data)
{
  Order *order = data;

  capacity_pages_unref (order->pages);
  g_free (order);
}

static void
draw_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Order *order = data;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, order->width, order->height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, order->width / CAPACITY_PAGE_WIDTH, order->height / CAPACITY_PAGE_HEIGHT);
  capacity_pages_draw (order->pages, order->page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) (cairo_image_surface_get_stride (surface) * order->height),
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  g_task_return_pointer (task,
                         gdk_memory_texture_new (order->width, order->height, GDK_MEMORY_DEFAULT, bytes,
                                                 (gsize) cairo_image_surface_get_stride (surface)),
                         g_object_unref);
}

static void
drawn_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  CapacityPaper *self = CAPACITY_PAPER (source);
  const Order *order = g_task_get_task_data (G_TASK (result));
  g_autoptr (GdkTexture) drawn = g_task_propagate_pointer (G_TASK (result), NULL);

  self->is_drawing = FALSE;
  if (order->pages == self->pages && order->page == self->page)
    g_set_object (&self->drawn, drawn);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Has the page drawn if it is not there as large as it is shown. */
static void
ensure_drawn (CapacityPaper *self)
{
  double scale = gdk_surface_get_scale (gtk_native_get_surface (gtk_widget_get_native (GTK_WIDGET (self))));
  int width = (int) ceil (gtk_widget_get_width (GTK_WIDGET (self)) * scale);
  int height = (int) ceil (gtk_widget_get_height (GTK_WIDGET (self)) * scale);
  g_autoptr (GTask) task = NULL;
  Order *order = NULL;

  if (self->pages == NULL || self->is_drawing || width <= 0 || height <= 0)
    return;
  if (self->drawn != NULL && gdk_texture_get_width (self->drawn) == width && gdk_texture_get_height (self->drawn) == height)
    return;

  order = g_new0 (Order, 1);
  order->pages = capacity_pages_ref (self->pages);
  order->page = self->page;
  order->width = width;
  order->height = height;
  self->is_drawing = TRUE;
  task = g_task_new (self, NULL, drawn_cb, NULL);
  g_task_set_task_data (task, order, order_free);
  g_task_run_in_thread (task, draw_in_thread);
}

static void
capacity_paper_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  CapacityPaper *self = CAPACITY_PAPER (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                               (float) gtk_widget_get_height (widget));
  const GdkRGBA white = { 1, 1, 1, 1 };

  ensure_drawn (self);
  if (self->drawn != NULL)
    gtk_snapshot_append_texture (snapshot, self->drawn, &bounds);
  else
    gtk_snapshot_append_color (snapshot, &white, &bounds);
}

static void
capacity_paper_dispose (GObject *object)
{
  CapacityPaper *self = CAPACITY_PAPER (object);

  g_clear_object (&self->drawn);
  g_clear_pointer (&self->pages, capacity_pages_unref);

  G_OBJECT_CLASS (capacity_paper_parent_class)->dispose (object);
}

static void
capacity_paper_class_init (CapacityPaperClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = capacity_paper_dispose;
  widget_class->get_request_mode = capacity_paper_get_request_mode;
  widget_class->measure = capacity_paper_measure;
  widget_class->snapshot = capacity_paper_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
capacity_paper_init (CapacityPaper *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
}

/**
 * capacity_paper_set_page:
 * @pages: (nullable) (transfer none): a report
 * @page: which page, from 1
 *
 * Shows a page.
 */
void
capacity_paper_set_page (CapacityPaper *self,
                         CapacityPages *pages,
                         guint          page)
{
  g_autofree char *name = NULL;

  g_return_if_fail (CAPACITY_IS_PAPER (self));

  g_clear_object (&self->drawn);
  g_clear_pointer (&self->pages, capacity_pages_unref);
  self->pages = pages != NULL ? capacity_pages_ref (pages) : NULL;
  self->page = page;
  if (pages != NULL)
    {
      name = g_strdup_printf (_("Page %u of %u"), page, capacity_pages_get_n_pages (pages));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
