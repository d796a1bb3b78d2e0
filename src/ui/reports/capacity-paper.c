/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-paper.h"

#include <glib/gi18n.h>

/* A page of a report on the screen: the very page of the PDF and of the printer, as wide as there is room. */
struct _CapacityPaper
{
  GtkWidget      parent_instance;

  CapacityPages *pages; /* (nullable) of the dialog, which outlives this */
  guint          page;
};

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
capacity_paper_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  CapacityPaper *self = CAPACITY_PAPER (widget);
  double scale = gtk_widget_get_width (widget) / CAPACITY_PAGE_WIDTH;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                               (float) gtk_widget_get_height (widget));
  const GdkRGBA white = { 1, 1, 1, 1 };
  cairo_t *cr;

  gtk_snapshot_append_color (snapshot, &white, &bounds);
  if (self->pages == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_scale (cr, scale, scale);
  capacity_pages_draw (self->pages, self->page, cr);
  cairo_destroy (cr);
}

static void
capacity_paper_class_init (CapacityPaperClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

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
 * @pages: (nullable) (transfer none): a report, which must outlive this or be taken away before
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

  self->pages = pages;
  self->page = page;
  if (pages != NULL)
    {
      name = g_strdup_printf (_("Page %u of %u"), page, capacity_pages_get_n_pages (pages));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
