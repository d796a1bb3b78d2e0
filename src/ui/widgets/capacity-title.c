/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-title.h"

/*
 * The title of the page or dialog in whose header it stands. The one that a header has of its own always asks for a few
 * letters, for which there is no room beside the buttons where the text is large and the window narrow. A long title goes
 * on in a second line.
 */
struct _CapacityTitle
{
  AdwBin     parent_instance;

  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (CapacityTitle, capacity_title, ADW_TYPE_BIN)

static void
capacity_title_root (GtkWidget *widget)
{
  CapacityTitle *self = CAPACITY_TITLE (widget);
  GtkWidget *titled = gtk_widget_get_ancestor (widget, ADW_TYPE_NAVIGATION_PAGE);

  GTK_WIDGET_CLASS (capacity_title_parent_class)->root (widget);

  if (titled == NULL)
    titled = gtk_widget_get_ancestor (widget, ADW_TYPE_DIALOG);
  if (titled != NULL && gtk_label_get_label (GTK_LABEL (self->label))[0] == '\0')
    g_object_bind_property (titled, "title", self->label, "label", G_BINDING_SYNC_CREATE);
}

static void
capacity_title_class_init (CapacityTitleClass *klass)
{
  GTK_WIDGET_CLASS (klass)->root = capacity_title_root;
}

static void
capacity_title_init (CapacityTitle *self)
{
  self->label = g_object_new (GTK_TYPE_LABEL, "ellipsize", PANGO_ELLIPSIZE_END, "wrap", TRUE,
                              "wrap-mode", PANGO_WRAP_WORD_CHAR, "lines", 2, "justify", GTK_JUSTIFY_CENTER,
                              "width-chars", 0, NULL);
  gtk_widget_add_css_class (self->label, "title");
  adw_bin_set_child (ADW_BIN (self), self->label);
}
