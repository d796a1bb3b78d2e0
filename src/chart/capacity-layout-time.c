/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-layout-private.h"

#include <math.h>

/* Narrower than this many heights of text, labels of lines go into the plot instead of beside it. */
#define WIDE_EMS 34

/* What is found out before anything is drawn, as the sizes depend on each other. */
typedef struct
{
  CapacityChartLayout *layout;
  CapacityTimeAxis     axis;
  GArray              *end_labels;    /* beside the plot */
  GArray              *inside_labels; /* in it */
  GArray              *annotations;   /* above it: today, exhaustion */
  double               title_height;
  double               unit_width;
  gboolean             has_unit;
  gboolean             unit_is_apart; /* on a row of its own */
} TimeFrame;

static double
axis_height (TimeFrame *self)
{
  guint n = capacity_time_axis_n_rows (&self->axis);

  return n * self->layout->line + self->layout->em * 0.35;
}

static double
strip_height (TimeFrame *self)
{
  CapacityChartLayout *layout = self->layout;
  gboolean has_annotations = self->annotations->len > 0;
  guint n_rows = (self->has_unit || has_annotations ? 1 : 0) + (self->unit_is_apart ? 1 : 0);

  return n_rows * layout->line + layout->em * 0.45;
}

/* Heights follow from what is above and below; widths from the numbers and labels beside. */
static void
place_rows (TimeFrame *self)
{
  CapacityChartLayout *layout = self->layout;

  layout->plot.y = layout->padding + self->title_height + strip_height (self);
  layout->plot.height = MAX (layout->height - layout->padding - axis_height (self) - layout->plot.y, 1);
}

static int
label_weight (CapacityChartRole role)
{
  static const int weights[CAPACITY_N_CHART_ROLES] = {
    [CAPACITY_CHART_ROLE_DEMAND] = 10,
    [CAPACITY_CHART_ROLE_LIMIT] = 9,
    [CAPACITY_CHART_ROLE_FORECAST] = 8,
    [CAPACITY_CHART_ROLE_SCENARIO] = 7,
    [CAPACITY_CHART_ROLE_PEAK_LIMIT] = 6,
    [CAPACITY_CHART_ROLE_TARGET] = 5,
    [CAPACITY_CHART_ROLE_THRESHOLD] = 4,
    [CAPACITY_CHART_ROLE_CENTRE] = 4,
    [CAPACITY_CHART_ROLE_CONTROL] = 4,
    [CAPACITY_CHART_ROLE_COMPARISON] = 3,
    [CAPACITY_CHART_ROLE_BAND_95] = 2,
    [CAPACITY_CHART_ROLE_BAND_80] = 1,
  };

  return weights[role];
}

/* Height of a series at the right end of the plot, if it gets there. */
static double
end_value (const CapacityChart       *chart,
           const CapacityChartSeries *series)
{
  const double *values = series->high != NULL ? series->high : series->low;

  return chart->n > 0 ? values[chart->n - 1] : NAN;
}

static gboolean
has_value (const CapacityChart       *chart,
           const CapacityChartSeries *series)
{
  for (guint i = 0; i < chart->n; i++)
    if (!isnan (series->low[i]))
      return TRUE;
  return FALSE;
}

static void
gather_labels (TimeFrame *self)
{
  CapacityChartLayout *layout = self->layout;
  gboolean is_wide = layout->width >= WIDE_EMS * layout->em;
  double max_width = CLAMP (layout->width * 0.22, layout->em * 6, layout->em * 15);

  for (guint i = 0; i < layout->chart->series->len; i++)
    {
      const CapacityChartSeries *series = capacity_chart_series (layout->chart, i);
      gboolean is_end = is_wide && !isnan (end_value (layout->chart, series));
      gboolean is_band = series->high != NULL;
      GArray *labels = is_end ? self->end_labels : self->inside_labels;

      if (series->label == NULL || *series->label == '\0' || !has_value (layout->chart, series)
          || (is_band && (!is_end || series->role == CAPACITY_CHART_ROLE_BAND_50)))
        continue;
      capacity_labels_add (labels, layout, series->role, series->label, max_width, label_weight (series->role));
      g_array_index (labels, CapacityLabel, labels->len - 1).series = i;
    }
}

static double
today_column (CapacityChartLayout *self)
{
  double column;

  if (self->chart->today == CAPACITY_DATE_NONE || self->chart->n == 0)
    return NAN;
  column = capacity_column_of_date (self->chart->kind, self->chart->first, self->chart->today);
  return column >= 0 && column <= self->chart->n ? column : NAN;
}

static void
add_annotation (TimeFrame        *self,
                CapacityChartRole role,
                const char       *text,
                int               weight)
{
  CapacityChartLayout *layout = self->layout;
  CapacityLabel *label;

  if (text == NULL || *text == '\0')
    return;
  capacity_labels_add (self->annotations, layout, role, text, layout->width * 0.6, weight);
  label = &g_array_index (self->annotations, CapacityLabel, self->annotations->len - 1);
  if (label->n_lines > 1)
    {
      g_strfreev (label->lines);
      label->lines = capacity_drawing_wrap (&layout->drawing, text, layout->width * 0.6, 1, FALSE);
      label->n_lines = 1;
      label->width = capacity_drawing_measure (&layout->drawing, label->lines[0], FALSE).width;
    }
}

static int
span_column (const CapacityChartSpan *span)
{
  return span->likely >= 0 ? span->likely : span->earliest;
}

static void
gather_annotations (TimeFrame *self)
{
  CapacityChart *chart = self->layout->chart;

  if (!isnan (today_column (self->layout)))
    add_annotation (self, CAPACITY_CHART_ROLE_TODAY, chart->today_label, 1);
  for (guint i = 0; i < chart->spans->len; i++)
    {
      CapacityChartSpan *span = &g_array_index (chart->spans, CapacityChartSpan, i);

      add_annotation (self, span->role, span->label, 2);
    }
}

/* Anchors follow the order in which they were gathered, before any sorting. */
static void
anchor_annotations (TimeFrame *self)
{
  CapacityChartLayout *layout = self->layout;
  double today = today_column (layout);
  guint at = 0;

  if (!isnan (today) && layout->chart->today_label != NULL && *layout->chart->today_label != '\0')
    g_array_index (self->annotations, CapacityLabel, at++).anchor_x = capacity_layout_x (layout, today);
  for (guint i = 0; i < layout->chart->spans->len; i++)
    {
      CapacityChartSpan *span = &g_array_index (layout->chart->spans, CapacityChartSpan, i);

      if (span->label != NULL && *span->label != '\0' && at < self->annotations->len)
        g_array_index (self->annotations, CapacityLabel, at++).anchor_x =
          capacity_layout_x (layout, span_column (span) + 0.5);
    }
}

static double
end_labels_width (TimeFrame *self)
{
  double width = 0;

  for (guint i = 0; i < self->end_labels->len; i++)
    width = MAX (width, g_array_index (self->end_labels, CapacityLabel, i).width);
  return width > 0 ? width + self->layout->em : self->layout->em * 0.5;
}

static void
place_annotations (TimeFrame *self)
{
  CapacityChartLayout *layout = self->layout;
  double right = layout->width - layout->padding;

  anchor_annotations (self);
  capacity_labels_push_apart_across (self->annotations, layout->padding, right, layout->em);
  for (guint i = 0; i < self->annotations->len; i++)
    if (g_array_index (self->annotations, CapacityLabel, i).x < layout->padding + self->unit_width + layout->em)
      self->unit_is_apart = self->has_unit;
  place_rows (self);
  for (guint i = 0; i < self->annotations->len; i++)
    g_array_index (self->annotations, CapacityLabel, i).y = layout->plot.y - layout->line - layout->em * 0.15;
}

static void
place_end_labels (TimeFrame *self)
{
  CapacityChartLayout *layout = self->layout;
  double x = layout->plot.x + layout->plot.width + layout->em;

  for (guint i = 0; i < self->end_labels->len; i++)
    {
      CapacityLabel *label = &g_array_index (self->end_labels, CapacityLabel, i);
      double value = end_value (layout->chart, capacity_chart_series (layout->chart, label->series));

      label->x = x;
      label->anchor_x = layout->plot.x + layout->plot.width;
      label->anchor_y = MAX (capacity_layout_y (layout, value), layout->plot.y);
    }
  capacity_labels_push_apart (self->end_labels, layout->plot.y - layout->line / 2,
                              layout->plot.y + layout->plot.height + layout->line / 2, 0);
}

static void
place_inside_labels (TimeFrame *self)
{
  CapacityChartLayout *layout = self->layout;
  g_autofree double *rules = g_new (double, layout->chart->spans->len + 1);
  double today = today_column (layout);
  guint n = 0;

  if (!isnan (today))
    rules[n++] = capacity_layout_x (layout, today);
  for (guint i = 0; i < layout->chart->spans->len; i++)
    rules[n++] = capacity_layout_x (layout, span_column (&g_array_index (layout->chart->spans, CapacityChartSpan, i)) + 0.5);
  capacity_labels_place_inside (self->inside_labels, layout, rules, n);
}

/* A chart too low for its plot goes without its title. */
static double
affordable_title_height (CapacityChartLayout *self)
{
  double height = capacity_layout_title_height (self);

  if (self->height - 2 * self->padding - height - 4 * self->line < 5 * self->em)
    {
      self->style.shows_title = FALSE;
      return 0;
    }
  return height;
}

static void
time_frame_init (TimeFrame           *self,
                 CapacityChartLayout *layout)
{
  const char *unit = layout->chart->unit;

  *self = (TimeFrame) {
    .layout = layout,
    .end_labels = capacity_labels_new (),
    .inside_labels = capacity_labels_new (),
    .annotations = capacity_labels_new (),
  };
  self->title_height = affordable_title_height (layout);
  self->has_unit = unit != NULL && *unit != '\0';
  if (self->has_unit)
    self->unit_width = MIN (capacity_drawing_measure (&layout->drawing, unit, FALSE).width,
                            layout->width - 2 * layout->padding);
  gather_labels (self);
  gather_annotations (self);
  capacity_layout_choose_range (layout, layout->height - layout->padding * 2 - self->title_height - 3.5 * layout->line);
  layout->plot.x = layout->padding + capacity_layout_value_width (layout) + layout->em * 0.6;
  layout->plot.width = MAX (layout->width - layout->padding - end_labels_width (self) - layout->plot.x, 1);
  capacity_time_axis_init (&self->axis, layout);
  place_rows (self);
  place_annotations (self);
  place_end_labels (self);
  place_inside_labels (self);
}

static void
time_frame_clear (TimeFrame *self)
{
  capacity_time_axis_clear (&self->axis);
  g_array_unref (self->end_labels);
  g_array_unref (self->inside_labels);
  g_array_unref (self->annotations);
}

static void
draw_unit (TimeFrame *self)
{
  CapacityChartLayout *layout = self->layout;
  double y = layout->padding + self->title_height + layout->ascent;
  g_auto(GStrv) lines = NULL;

  if (!self->has_unit)
    return;
  lines = capacity_drawing_wrap (&layout->drawing, layout->chart->unit, layout->width - 2 * layout->padding, 1, FALSE);
  if (lines[0] != NULL)
    capacity_drawing_text (&layout->drawing, CAPACITY_CHART_ROLE_DIM_TEXT, lines[0], layout->padding, y, 0, FALSE);
}

static void
draw_today (CapacityChartLayout *self)
{
  double column = today_column (self);
  double x;
  CapacityDrawingItem *item;

  if (isnan (column))
    return;
  x = capacity_layout_x (self, column);
  item = capacity_drawing_rule (&self->drawing, CAPACITY_CHART_ROLE_TODAY, x, self->plot.y - self->em * 0.1,
                                x, self->plot.y + self->plot.height);
  item->dash = CAPACITY_DASH_DASHED;
  g_set_str (&item->label, self->chart->today_label);
}

/* From the earliest to the latest period, on the axis; open where it may be later than the chart ends. */
static void
draw_span_bar (CapacityChartLayout     *self,
               const CapacityChartSpan *span)
{
  double y = self->plot.y + self->plot.height;
  double height = self->em * 0.32;
  double from = capacity_layout_x (self, span->earliest >= 0 ? span->earliest : span->likely);
  double to = capacity_layout_x (self, span->latest >= 0 ? span->latest + 1 : (int) self->chart->n);
  CapacityChartBox box = { from, y - height, MAX (to - from, 1), height };

  capacity_drawing_box (&self->drawing, CAPACITY_DRAWING_FILL, span->role, box, 0, span->label);
}

static void
draw_span (CapacityChartLayout     *self,
           const CapacityChartSpan *span)
{
  const CapacityChartSeries *forecast = capacity_chart_find_series (self->chart, CAPACITY_CHART_ROLE_FORECAST);
  double x = capacity_layout_x (self, span_column (span) + 0.5);
  double bottom = self->plot.y + self->plot.height;

  draw_span_bar (self, span);
  capacity_drawing_rule (&self->drawing, span->role, x, self->plot.y - self->em * 0.1, x, bottom);
  if (span->likely >= 0 && forecast != NULL && !isnan (forecast->low[span->likely]))
    capacity_drawing_mark (&self->drawing, span->role, CAPACITY_MARK_DIAMOND, x,
                           capacity_layout_y (self, forecast->low[span->likely]), self->em * 0.9, span->label);
}

static void
draw_markers (CapacityChartLayout *self)
{
  for (guint i = 0; i < self->chart->markers->len; i++)
    {
      CapacityChartMarker *marker = &g_array_index (self->chart->markers, CapacityChartMarker, i);
      gboolean is_signal = marker->role == CAPACITY_CHART_ROLE_SIGNAL;

      capacity_drawing_mark (&self->drawing, marker->role, is_signal ? CAPACITY_MARK_SQUARE : CAPACITY_MARK_RING,
                             capacity_layout_x (self, marker->column + 0.5), capacity_layout_y (self, marker->value),
                             self->em * (is_signal ? 0.6 : 0.65), marker->label);
    }
}

/* The last measurement: where the eye begins. */
static void
draw_last_point (CapacityChartLayout *self)
{
  const CapacityChartSeries *demand = capacity_chart_find_series (self->chart, CAPACITY_CHART_ROLE_DEMAND);
  guint i = self->chart->n;

  while (demand != NULL && i > 0 && isnan (demand->low[i - 1]))
    i--;
  if (demand != NULL && i > 0)
    capacity_drawing_mark (&self->drawing, demand->role, CAPACITY_MARK_DOT, capacity_layout_x (self, i - 0.5),
                           capacity_layout_y (self, demand->low[i - 1]), self->style.line_width * 3, demand->label);
}

/* Thin lines lead to labels that had to move away from the ends of theirs. */
static void
draw_leaders (TimeFrame *self)
{
  CapacityChartLayout *layout = self->layout;

  for (guint i = 0; i < self->end_labels->len; i++)
    {
      CapacityLabel *label = &g_array_index (self->end_labels, CapacityLabel, i);
      double middle = label->y + label->height / 2;

      if (fabs (middle - label->anchor_y) < layout->line * 0.4)
        continue;
      capacity_drawing_point (&layout->drawing, label->anchor_x + layout->em * 0.1, label->anchor_y);
      capacity_drawing_point (&layout->drawing, label->x - layout->em * 0.2, middle);
      capacity_drawing_end_path (&layout->drawing, CAPACITY_DRAWING_STROKE, CAPACITY_CHART_ROLE_AXIS,
                                 layout->style.rule_width, NULL);
    }
}

static void
draw_axis (CapacityChartLayout *self)
{
  double y = self->low < 0 && self->high > 0 ? capacity_layout_y (self, 0) : self->plot.y + self->plot.height;

  capacity_drawing_rule (&self->drawing, CAPACITY_CHART_ROLE_AXIS, self->plot.x, y, self->plot.x + self->plot.width, y);
}

static void
draw_shapes (TimeFrame *self)
{
  CapacityChartLayout *layout = self->layout;

  capacity_time_axis_draw_grid (&self->axis, layout);
  capacity_layout_draw_grid (layout);
  capacity_layout_draw_headroom (layout);
  capacity_layout_draw_bands (layout);
  capacity_layout_draw_deficit (layout);
  draw_axis (layout);
  draw_today (layout);
  capacity_layout_draw_lines (layout);
  for (guint i = 0; i < layout->chart->spans->len; i++)
    draw_span (layout, &g_array_index (layout->chart->spans, CapacityChartSpan, i));
  draw_markers (layout);
  draw_last_point (layout);
  draw_leaders (self);
}

/* Lays out lines, bands and steps over periods. */
void
capacity_layout_time (CapacityChartLayout *self)
{
  TimeFrame frame;

  time_frame_init (&frame, self);
  self->drawing.plot = self->plot;
  draw_shapes (&frame);
  capacity_layout_draw_title (self);
  draw_unit (&frame);
  capacity_labels_draw (frame.annotations, self, 0, FALSE);
  capacity_labels_draw (frame.inside_labels, self, 0, TRUE);
  capacity_labels_draw (frame.end_labels, self, 0, FALSE);
  capacity_layout_draw_values (self);
  capacity_time_axis_draw (&frame.axis, self, self->plot.y + self->plot.height);
  time_frame_clear (&frame);
}
