/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "capacity-grid.h"
#include "capacity-item.h"

G_BEGIN_DECLS

/**
 * CapacityColumn:
 * @id: for what is kept about it
 * @title: not yet translated
 * @width: the least; 0 for that of its cells
 * @create: makes a cell
 *
 * One column of a table.
 */
typedef struct
{
  const char *id;
  const char *title;
  int         width;
  GtkWidget *(*create) (void);
} CapacityColumn;

/**
 * CapacityColumns:
 * @n_columns: how many there are
 * @get: the column of an index
 * @update: (nullable): shows an item in its cell; returns %FALSE where the column is shown by its text
 * @dup_text: what the column says of an item
 * @get_value: the number that it says; returns %FALSE where it says words
 * @compare: how two items are ordered by the column
 *
 * The columns of a table of services or resources. The file that has the columns knows what the items are.
 */
typedef struct
{
  guint n_columns;
  const CapacityColumn *(*get)      (guint         index);
  gboolean              (*update)   (guint         index,
                                     GtkWidget    *cell,
                                     CapacityItem *item);
  char                 *(*dup_text) (guint         index,
                                     CapacityItem *item);
  gboolean              (*get_value) (guint         index,
                                      CapacityItem *item,
                                      double       *value);
  int                   (*compare)  (guint         index,
                                     CapacityItem *a,
                                     CapacityItem *b);
} CapacityColumns;

void       capacity_columns_append          (const CapacityColumns *columns,
                                             GtkColumnView         *view);
CapacityGrid *
           capacity_columns_new_grid        (const CapacityColumns *columns,
                                             GtkColumnView         *view,
                                             GtkSelectionModel     *rows,
                                             const char            *title);

/* What columns are often made of. */
GtkWidget *capacity_columns_text_new        (void);
int        capacity_columns_compare_numbers (double                 a,
                                             double                 b);

G_END_DECLS
