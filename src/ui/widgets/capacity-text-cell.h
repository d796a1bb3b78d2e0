/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CAPACITY_TYPE_TEXT_CELL (capacity_text_cell_get_type ())
G_DECLARE_DERIVABLE_TYPE (CapacityTextCell, capacity_text_cell, CAPACITY, TEXT_CELL, GtkWidget)

struct _CapacityTextCellClass
{
  GtkWidgetClass parent_class;
};

GtkWidget        *capacity_text_cell_new         (int               width,
                                                  gboolean          is_number);

void              capacity_text_cell_set_number  (CapacityTextCell *self,
                                                  gboolean          is_number);
void              capacity_text_cell_set_text    (CapacityTextCell *self,
                                                  const char       *text);

PangoFontMetrics *capacity_text_cell_get_metrics (CapacityTextCell *self);
PangoLayout      *capacity_text_cell_get_layout  (CapacityTextCell *self);
void              capacity_text_cell_draw        (CapacityTextCell *self,
                                                  GtkSnapshot      *snapshot,
                                                  int               x,
                                                  int               width);

G_END_DECLS
