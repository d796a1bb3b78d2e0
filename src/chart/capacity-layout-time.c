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
  GArray              *key;           /* below it: those with no room near their lines */
  GArray              *annotations;   /* above it: today, exhaustion */
  GArray              *upper;         /* above these, where one row is too short */
  double               title_height;
  double               key_height;
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

static guint
n_annotation_rows (TimeFrame *self)
{
  return (self->annotations->len > 0 ? 1 : 0) + (self->upper->len > 0 ? 1 : 0);
}

/* The unit keeps clear of the highest number of the axis, which may be right below it. */
static double
strip_height (TimeFrame *self)
{
  guint n_rows = n_annotation_rows (self);
  gboolean is_above_axis = self->has_unit && n_rows <= (self->unit_is_apart ? 0 : 1);

  n_rows = self->unit_is_apart ? n_rows + 1 : MAX (n_rows, self->has_unit ? 1 : 0);
  return n_rows * self->layout->line + self->layout->em * (is_above_axis ? 0.85 : 0.45);
}

/* Heights follow from what is above and below; widths from the numbers and labels beside. */
static void
place_rows (TimeFrame *self)
{
  CapacityChartLayout *layout = self->layout;

  layout->plot.y = layout->padding + self->title_height + strip_height (self);
  layout->plot.height = MAX (layout->height - layout->padding - axis_height (self) - self->key_height
                             - layout->plot.y, 1);
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
      double room = is_end ? max_width : MAX (layout->width * 0.45, layout->em * 10);

      if (series->label == NULL || *series->label == '\0' || !has_value (layout->chart, series)
          || (is_band && (!is_end || series->role == CAPACITY_CHART_ROLE_BAND_50)))
        continue;
      capacity_labels_add (labels, layout, series->role, series->label, room, label_weight (series->role));
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
                GArray           *row,
                CapacityChartRole role,
                const char       *text,
                double            anchor,
                int               weight)
{
  CapacityChartLayout *layout = self->layout;
  CapacityLabel label = { .role = role, .anchor_x = anchor, .weight = weight, .n_lines = 1, .height = layout->line };

  if (text == NULL || *text == '\0')
    return;
  label.lines = capacity_drawing_wrap (&layout->drawing, text, (layout->width - 2 * layout->padding) * 0.9, 1, FALSE);
  label.width = capacity_drawing_measure (&layout->drawing, label.lines[0], FALSE).width;
  g_array_append_val (row, label);
}

static int
span_column (const CapacityChartSpan *span)
{
  return span->likely >= 0 ? span->likely : span->earliest;
}

static void
gather_annotations (TimeFrame *self,
                    GArray    *span_row)
{
  CapacityChartLayout *layout = self->layout;
  double today = today_column (layout);

  if (!isnan (today))
    add_annotation (self, self->annotations, CAPACITY_CHART_ROLE_TODAY, layout->chart->today_label,
                    capacity_layout_x (layout, today), 1);
  for (guint i = 0; i < layout->chart->spans->len; i++)
    {
      CapacityChartSpan *span = &g_array_index (layout->chart->spans, CapacityChartSpan, i);

      add_annotation (self, span_row, span->role, span->label, capacity_layout_x (layout, span_column (span) + 0.5), 2);
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

/* Whether each label is still above what it names. */
static gboolean
place_row (TimeFrame *self,
           GArray    *row)
{
  CapacityChartLayout *layout = self->layout;
  guint n = row->len;

  capacity_labels_push_apart_across (row, layout->padding, layout->width - layout->padding, layout->em);
  for (guint i = 0; i < row->len; i++)
    {
      CapacityLabel *label = &g_array_index (row, CapacityLabel, i);

      if (label->anchor_x < label->x || label->anchor_x > label->x + label->width)
        return FALSE;
    }
  return row->len == n;
}

static gboolean
meets_unit (TimeFrame *self,
            GArray    *row)
{
  double end = self->layout->padding + self->unit_width + self->layout->em;

  for (guint i = 0; i < row->len; i++)
    if (g_array_index (row, CapacityLabel, i).x < end)
      return TRUE;
  return FALSE;
}

static void
place_annotations (TimeFrame *self)
{
  CapacityChartLayout *layout = self->layout;
  double y = layout->padding + self->title_height;

  gather_annotations (self, self->annotations);
  if (!place_row (self, self->annotations))
    {
      g_array_set_size (self->annotations, 0);
      gather_annotations (self, self->upper);
      place_row (self, self->annotations);
      place_row (self, self->upper);
    }
  self->unit_is_apart = self->has_unit && meets_unit (self, self->upper->len > 0 ? self->upper : self->annotations);
  y += self->unit_is_apart ? layout->line : 0;
  for (guint i = 0; i < self->upper->len; i++)
    g_array_index (self->upper, CapacityLabel, i).y = y;
  y += self->upper->len > 0 ? layout->line : 0;
  for (guint i = 0; i < self->annotations->len; i++)
    g_array_index (self->annotations, CapacityLabel, i).y = y;
  place_rows (self);
}

/* How high a rule goes: to its label, unless another is in the way. */
static double
rule_top (TimeFrame *self,
          double     x)
{
  CapacityChartLayout *layout = self->layout;
  double slack = layout->em * 0.3;
  guint n_above = n_annotation_rows (self);
  double top = layout->plot.y - strip_height (self) + (self->unit_is_apart ? layout->line : 0) + layout->line;

  for (guint i = 0; n_above > 1 && i < self->annotations->len; i++)
    {
      CapacityLabel *label = &g_array_index (self->annotations, CapacityLabel, i);

      if (x > label->x - slack && x < label->x + label->width + slack)
        return label->y + layout->line;
    }
  return n_above > 0 ? top : layout->plot.y;
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

/* Length of the line shown before a name in the key, with the space after it. */
#define SAMPLE_EMS 2.4

/* What finds no clear place gets a row of the key, which makes the plot lower, so the rest is placed again and may
 * then touch a line. */
static void
place_inside_labels (TimeFrame *self)
{
  CapacityChartLayout *layout = self->layout;
  g_autofree double *rules = g_new (double, layout->chart->spans->len + 1);
  double today = today_column (layout);
  double top = layout->padding, sample = SAMPLE_EMS * layout->em;
  guint n = 0, n_key;

  if (!isnan (today))
    rules[n++] = capacity_layout_x (layout, today);
  for (guint i = 0; i < layout->chart->spans->len; i++)
    rules[n++] = capacity_layout_x (layout, span_column (&g_array_index (layout->chart->spans, CapacityChartSpan, i)) + 0.5);
  do
    {
      n_key = self->key->len;
      capacity_labels_place_inside (self->inside_labels, layout, rules, n, n_key > 0 ? 1 : 0, self->key);
      self->key_height = capacity_labels_flow (self->key, layout, sample, top);
      for (; self->key_height > layout->height / 4; n_key = MIN (n_key, self->key->len))
        {
          g_array_set_size (self->key, self->key->len - 1);
          self->key_height = capacity_labels_flow (self->key, layout, sample, top);
        }
      self->key_height += self->key->len > 0 ? layout->em * 0.5 : 0;
      place_rows (self);
    }
  while (self->key->len > n_key);
  top = layout->height - layout->padding - self->key_height + layout->em * 0.5;
  capacity_labels_flow (self->key, layout, sample, top);
}

static void
draw_key (TimeFrame *self)
{
  CapacityChartLayout *layout = self->layout;

  for (guint i = 0; i < self->key->len; i++)
    {
      CapacityLabel *label = &g_array_index (self->key, CapacityLabel, i);

      capacity_layout_draw_sample (layout, label->role, label->x - SAMPLE_EMS * layout->em,
                                   label->y + layout->line / 2, (SAMPLE_EMS - 0.5) * layout->em);
    }
}

/* A chart too low for its plot goes without its title. */
static double
affordable_title_height (CapacityChartLayout *self)
{
  double height = capacity_layout_title_height (self);

  if (self->height - 2 * self->padding - height - 4 * self->line < 8 * self->em)
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
    .key = capacity_labels_new (),
    .annotations = capacity_labels_new (),
    .upper = capacity_labels_new (),
  };
  self->title_height = affordable_title_height (layout);
  self->has_unit = unit != NULL && *unit != '\0';
  if (self->has_unit)
    self->unit_width = MIN (capacity_drawing_measure (&layout->drawing, unit, FALSE).width,
                            layout->width - 2 * layout->padding);
  gather_labels (self);
  capacity_layout_choose_range (layout, layout->height - layout->padding * 2 - self->title_height - 3.5 * layout->line);
  layout->plot.x = layout->padding + capacity_layout_value_width (layout) + layout->em * 0.6;
  layout->plot.width = MAX (layout->width - layout->padding - end_labels_width (self) - layout->plot.x, 1);
  capacity_time_axis_init (&self->axis, layout);
  place_annotations (self);
  place_inside_labels (self);
  place_end_labels (self);
}

static void
time_frame_clear (TimeFrame *self)
{
  capacity_time_axis_clear (&self->axis);
  g_array_unref (self->end_labels);
  g_array_unref (self->inside_labels);
  g_array_unref (self->key);
  g_array_unref (self->annotations);
  g_array_unref (self->upper);
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
draw_today (TimeFrame *self)
{
  CapacityChartLayout *layout = self->layout;
  double column = today_column (layout);
  CapacityDrawingItem *item;
  double x;

  if (isnan (column))
    return;
  x = capacity_layout_x (layout, column);
  item = capacity_drawing_rule (&layout->drawing, CAPACITY_CHART_ROLE_TODAY, x, rule_top (self, x),
                                x, layout->plot.y + layout->plot.height);
  g_set_str (&item->label, layout->chart->today_label);
}

/* From the earliest to the latest period, on the axis; open where it may be later than the chart ends. */
static void
draw_span_bar (CapacityChartLayout     *self,
               const CapacityChartSpan *span)
{
  double y = self->plot.y + self->plot.height;
  double height = self->em * 0.25;
  double from = capacity_layout_x (self, span->earliest >= 0 ? span->earliest : span->likely);
  double to = capacity_layout_x (self, span->latest >= 0 ? span->latest + 1 : (int) self->chart->n);
  CapacityChartBox box = { from, y - height, MAX (to - from, 1), height };

  capacity_drawing_box (&self->drawing, CAPACITY_DRAWING_FILL, span->role, box, 0, span->label);
}

static void
draw_span (TimeFrame               *self,
           const CapacityChartSpan *span)
{
  CapacityChartLayout *layout = self->layout;
  const CapacityChartSeries *forecast = capacity_chart_find_series (layout->chart, CAPACITY_CHART_ROLE_FORECAST);
  double x = capacity_layout_x (layout, span_column (span) + 0.5);

  draw_span_bar (layout, span);
  capacity_drawing_rule (&layout->drawing, span->role, x, rule_top (self, x), x, layout->plot.y + layout->plot.height)->dash =
    CAPACITY_DASH_DASHED;
  if (span->likely >= 0 && forecast != NULL && !isnan (forecast->low[span->likely]))
    capacity_drawing_mark (&layout->drawing, span->role, CAPACITY_MARK_DIAMOND, x,
                           capacity_layout_y (layout, forecast->low[span->likely]), layout->em * 0.9, span->label);
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
draw_shapes (TimeFrame *self)
{
  CapacityChartLayout *layout = self->layout;

  capacity_time_axis_draw_grid (&self->axis, layout);
  capacity_layout_draw_grid (layout);
  capacity_layout_draw_headroom (layout);
  capacity_layout_draw_bands (layout);
  capacity_layout_draw_deficit (layout);
  capacity_layout_draw_axis (layout);
  capacity_time_axis_draw_ticks (&self->axis, layout);
  draw_today (self);
  capacity_layout_draw_lines (layout);
  for (guint i = 0; i < layout->chart->spans->len; i++)
    draw_span (self, &g_array_index (layout->chart->spans, CapacityChartSpan, i));
  draw_markers (layout);
  draw_last_point (layout);
  draw_leaders (self);
  draw_key (self);
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
  capacity_labels_draw (frame.upper, self, 0, FALSE);
  capacity_labels_draw (frame.annotations, self, 0, FALSE);
  capacity_labels_draw (frame.inside_labels, self, 0, TRUE);
  capacity_labels_draw (frame.end_labels, self, 0, FALSE);
  capacity_layout_draw_values (self);
  capacity_time_axis_draw_names (&frame.axis, self);
  capacity_labels_draw (frame.key, self, 0, FALSE);
  time_frame_clear (&frame);
}
