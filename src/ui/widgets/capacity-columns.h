/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "capacity-assessment.h"
#include "capacity-chart-style.h"
#include "capacity-grid.h"
#include "capacity-item.h"

G_BEGIN_DECLS

/**
 * CapacityGlyph:
 * @width: the least it needs, in pixels; 0 for none
 * @natural_width: what it would have; more than @width where it takes all that the text leaves
 * @height: in pixels
 *
 * The size of what a column draws before its text.
 */
typedef struct
{
  int width;
  int natural_width;
  int height;
} CapacityGlyph;

/**
 * CapacityColumnRow:
 * @any: either of them
 * @service: in a table of services
 * @resource: in a table of resources
 *
 * What a row of a table is about.
 */
typedef union
{
  gconstpointer                     any;
  const CapacityServiceAssessment  *service;
  const CapacityResourceAssessment *resource;
} CapacityColumnRow;

/**
 * CapacityColumn:
 * @id: for what is kept about it
 * @title: not yet translated
 * @width: the least that the text gets, in pixels
 * @get_n_chars: (nullable): how many characters it gets instead
 * @is_number: whether the text stands at the end
 * @glyph: what is drawn before the text
 * @text: what the column says of a row
 * @value: (nullable): the number that it says; %NULL where it says words
 * @draw: (nullable): draws the glyph, @width wide
 *
 * One column of a table.
 */
typedef struct
{
  const char    *id;
  const char    *title;
  int            width;
  guint        (*get_n_chars) (void);
  gboolean       is_number;
  CapacityGlyph  glyph;
  char        *(*text)  (CapacityColumnRow         row);
  double       (*value) (CapacityColumnRow         row);
  void         (*draw)  (CapacityColumnRow         row,
                         cairo_t                  *cr,
                         const CapacityChartStyle *style,
                         int                       width);
} CapacityColumn;

/**
 * CapacityColumns:
 * @n_columns: how many there are
 * @get: the column of an index
 * @compare: how two items are ordered by the column
 *
 * The columns of a table of services or resources. The file that has the columns knows which the items are.
 */
typedef struct
{
  guint n_columns;
  const CapacityColumn *(*get)     (guint         index);
  int                   (*compare) (guint         index,
                                    CapacityItem *a,
                                    CapacityItem *b);
} CapacityColumns;

void  capacity_columns_append              (const CapacityColumns        *columns,
                                            GtkColumnView                *view);
void  capacity_columns_keep_top            (GtkColumnView                *view,
                                            GListModel                   *rows);
CapacityGrid *
      capacity_columns_new_grid            (const CapacityColumns        *columns,
                                            GtkColumnView                *view,
                                            GtkSelectionModel            *rows,
                                            const char                   *title);

/* What columns are often made of. */
#define CAPACITY_COLUMNS_VERDICT capacity_columns_get_verdict_chars, FALSE, { 16, 16, 16 }
#define CAPACITY_COLUMNS_USE capacity_columns_get_use_chars, TRUE, { 40, 80, 8 }

guint capacity_columns_get_verdict_chars   (void);
void  capacity_columns_draw_verdict        (cairo_t                      *cr,
                                            const CapacityChartStyle     *style,
                                            CapacityVerdict               verdict);
guint capacity_columns_get_use_chars       (void);
void  capacity_columns_draw_use            (cairo_t                      *cr,
                                            const CapacityChartStyle     *style,
                                            const CapacityModeAssessment *mode,
                                            int                           width);
int   capacity_columns_compare_numbers     (double                        a,
                                            double                        b);

G_END_DECLS
