/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "capacity-start-page.h"

/* The first ten minutes: an empty portfolio and the three ways in. */
struct _CapacityStartPage
{
  AdwBin         parent_instance;

  AdwStatusPage *page;
};

G_DEFINE_FINAL_TYPE (CapacityStartPage, capacity_start_page, ADW_TYPE_BIN)

static void
capacity_start_page_class_init (CapacityStartPageClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/org/varam/Capacity/start/capacity-start-page.ui");
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), CapacityStartPage, page);
}

static void
capacity_start_page_init (CapacityStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_status_page_set_icon_name (self->page, APPLICATION_ID "-symbolic");
}
