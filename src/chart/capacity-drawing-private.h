/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-chart-layout.h"

G_BEGIN_DECLS

typedef enum
{
  CAPACITY_DRAWING_STROKE,
  CAPACITY_DRAWING_FILL,
  CAPACITY_DRAWING_HATCH,
  CAPACITY_DRAWING_MARK,
  CAPACITY_DRAWING_TEXT,
} CapacityDrawingKind;

typedef enum
{
  CAPACITY_DASH_SOLID,
  CAPACITY_DASH_DASHED,
  CAPACITY_DASH_LONG,
  CAPACITY_DASH_DOTTED,
  CAPACITY_DASH_DASH_DOT,
} CapacityDash;

typedef enum
{
  CAPACITY_HATCH_SPARSE, /* one direction, wide */
  CAPACITY_HATCH_SINGLE, /* one direction */
  CAPACITY_HATCH_CROSS,  /* both directions */
  CAPACITY_HATCH_DOTS,
} CapacityHatch;

typedef enum
{
  CAPACITY_MARK_DOT,
  CAPACITY_MARK_RING,
  CAPACITY_MARK_SQUARE,
  CAPACITY_MARK_DIAMOND,
} CapacityMark;

typedef struct
{
  double x;
  double y;
} CapacityPoint;

/* One thing to draw. Points lie in the drawing's array. A text is one line, its point the left end of its
 * base line. */
typedef struct
{
  CapacityDrawingKind kind;
  CapacityChartRole   role;
  CapacityRgb         color;
  guint               first_point;
  guint               n_points;
  double              size; /* line width, distance of hatch lines, or width of a mark */
  union
  {
    CapacityDash  dash;
    CapacityHatch hatch;
    CapacityMark  mark;
  };
  gboolean            is_clipped; /* to the plot */
  gboolean            has_halo;   /* the background is painted under it */
  PangoLayout        *layout;
  CapacityChartBox    box;
  double              align; /* which end of a text keeps its place with another font: 0 … 1 */
  char               *label;
} CapacityDrawingItem;

/* The list of what to draw, in drawing order; reading order for its text. */
typedef struct
{
  const CapacityChartStyle *style;
  PangoContext             *context;
  GHashTable               *layouts; /* of single lines by their text: what is measured is often drawn */
  GArray                   *items;
  GArray                   *points;
  CapacityChartBox          plot;
} CapacityDrawing;

typedef struct
{
  double width;
  double height;
  double ascent;
} CapacityTextSize;

void                 capacity_drawing_init       (CapacityDrawing          *self,
                                                  const CapacityChartStyle *style,
                                                  PangoContext             *context);
void                 capacity_drawing_clear      (CapacityDrawing          *self);
void                 capacity_drawing_point      (CapacityDrawing          *self,
                                                  double                    x,
                                                  double                    y);
CapacityDrawingItem *capacity_drawing_end_path   (CapacityDrawing          *self,
                                                  CapacityDrawingKind       kind,
                                                  CapacityChartRole         role,
                                                  double                    size,
                                                  const char               *label);
CapacityDrawingItem *capacity_drawing_rule       (CapacityDrawing          *self,
                                                  CapacityChartRole         role,
                                                  double                    x1,
                                                  double                    y1,
                                                  double                    x2,
                                                  double                    y2);
CapacityDrawingItem *capacity_drawing_box        (CapacityDrawing          *self,
                                                  CapacityDrawingKind       kind,
                                                  CapacityChartRole         role,
                                                  CapacityChartBox          box,
                                                  double                    size,
                                                  const char               *label);
CapacityDrawingItem *capacity_drawing_mark       (CapacityDrawing          *self,
                                                  CapacityChartRole         role,
                                                  CapacityMark              mark,
                                                  double                    x,
                                                  double                    y,
                                                  double                    size,
                                                  const char               *label);
CapacityTextSize     capacity_drawing_measure    (CapacityDrawing          *self,
                                                  const char               *text,
                                                  gboolean                  is_title);
char               **capacity_drawing_wrap       (CapacityDrawing          *self,
                                                  const char               *text,
                                                  double                    width,
                                                  guint                     max_lines,
                                                  gboolean                  is_title);
CapacityDrawingItem *capacity_drawing_text       (CapacityDrawing          *self,
                                                  CapacityChartRole         role,
                                                  const char               *text,
                                                  double                    x,
                                                  double                    baseline,
                                                  double                    align,
                                                  gboolean                  is_title);
double               capacity_drawing_snap       (CapacityDrawing          *self,
                                                  double                    position,
                                                  double                    width);

void                 capacity_drawing_paint      (const CapacityDrawing    *self,
                                                  cairo_t                  *cr);
void                 capacity_drawing_paint_item (const CapacityDrawing     *self,
                                                  const CapacityDrawingItem *item,
                                                  cairo_t                   *cr);
GString             *capacity_drawing_to_svg     (const CapacityDrawing    *self,
                                                  double                    width,
                                                  double                    height,
                                                  const char               *title,
                                                  const char               *summary);
guint                capacity_drawing_get_dashes (CapacityDash              dash,
                                                  double                    width,
                                                  double                    dashes[4]);

G_END_DECLS
