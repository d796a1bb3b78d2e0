/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-csv-writer.h"

G_BEGIN_DECLS

/**
 * CapacityGrid:
 *
 * A table as it is shown, to be saved or copied: a heading row, then cells of text and of numbers. Files get the
 * numbers, the clipboard what a person sees of them.
 */
typedef struct _CapacityGrid CapacityGrid;

CapacityGrid *capacity_grid_new         (const char         *title);
void          capacity_grid_free        (CapacityGrid       *self);
void          capacity_grid_add_text    (CapacityGrid       *self,
                                         const char         *text);
void          capacity_grid_add_number  (CapacityGrid       *self,
                                         double              value,
                                         const char         *text);
void          capacity_grid_end_row     (CapacityGrid       *self);

const char   *capacity_grid_get_title   (const CapacityGrid *self);
guint         capacity_grid_get_n_rows  (const CapacityGrid *self);

GBytes       *capacity_grid_to_csv      (const CapacityGrid *self,
                                         CapacityCsvForm     form);
GBytes       *capacity_grid_to_xlsx     (const CapacityGrid *self);
char         *capacity_grid_to_text     (const CapacityGrid *self);
char         *capacity_grid_to_html     (const CapacityGrid *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityGrid, capacity_grid_free)

G_END_DECLS
