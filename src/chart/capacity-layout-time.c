/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-time-frame-private.h"

#include <math.h>

/* How high a rule goes: to its label, unless another is in the way. */
static double
rule_top (CapacityTimeFrame *self,
          double     x)
{
  CapacityChartLayout *layout = self->layout;
  double slack = layout->em * 0.3;
  guint n_above = capacity_time_frame_n_annotation_rows (self);
  double top = layout->plot.y - capacity_time_frame_strip_height (self) + layout->line;

  for (guint i = 0; n_above > 1 && i < self->annotations->len; i++)
    {
      CapacityLabel *label = &g_array_index (self->annotations, CapacityLabel, i);

      if (x > label->x - slack && x < label->x + label->width + slack)
        return label->y + layout->line;
    }
  if (n_above == 0)
    return layout->plot.y;
  return self->unit_is_apart ? top + layout->line : top;
}

static void
draw_key (CapacityTimeFrame *self,
          GArray            *key)
{
  CapacityChartLayout *layout = self->layout;

  for (guint i = 0; i < key->len; i++)
    {
      CapacityLabel *label = &g_array_index (key, CapacityLabel, i);

      capacity_layout_draw_sample (layout, label->role, label->x - CAPACITY_SAMPLE_EMS * layout->em,
                                   label->y + layout->line / 2, (CAPACITY_SAMPLE_EMS - 0.5) * layout->em);
    }
}

static void
draw_unit (CapacityTimeFrame *self)
{
  CapacityChartLayout *layout = self->layout;
  double y = layout->padding + self->title_height + layout->ascent;
  g_auto(GStrv) lines = NULL;

  if (!self->has_unit)
    return;
  lines = capacity_drawing_wrap (&layout->drawing, layout->chart->unit, layout->width - 2 * layout->padding,
                                 1, FALSE);
  if (lines[0] != NULL)
    capacity_drawing_text (&layout->drawing, CAPACITY_CHART_ROLE_DIM_TEXT, lines[0], layout->padding, y, 0,
                           FALSE);
}

static void
draw_today (CapacityTimeFrame *self)
{
  CapacityChartLayout *layout = self->layout;
  double column = capacity_layout_today_column (layout);
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
draw_span (CapacityTimeFrame               *self,
           const CapacityChartSpan *span)
{
  CapacityChartLayout *layout = self->layout;
  const CapacityChartSeries *forecast = capacity_chart_find_series (layout->chart,
                                                                    CAPACITY_CHART_ROLE_FORECAST);
  double x = capacity_layout_x (layout, capacity_span_column (span) + 0.5);

  draw_span_bar (layout, span);
  capacity_drawing_rule (&layout->drawing, span->role, x, rule_top (self, x), x,
                         layout->plot.y + layout->plot.height)->dash =
    CAPACITY_DASH_DASHED;
  if (span->likely >= 0 && forecast != NULL && !isnan (forecast->low[span->likely]))
    capacity_drawing_mark (&layout->drawing, span->role, CAPACITY_MARK_DIAMOND, x,
                           capacity_layout_y (layout, forecast->low[span->likely]), layout->em * 0.9,
                           span->label);
}

/* Beside the number, to the day on which it ends, or as near as the next number lets. */
static void
draw_event_length (CapacityTimeFrame *self,
                   guint              i)
{
  CapacityChartLayout *layout = self->layout;
  const CapacityLabel *number = &g_array_index (self->numbers, CapacityLabel, i);
  const CapacityChartEvent *event = capacity_chart_event (layout->chart, number->series);
  double column = capacity_column_of_date (layout->chart->kind, layout->chart->first, event->until + 1);
  double from = number->x + number->width + layout->em * 0.2;
  double to = capacity_layout_x (layout, MIN (column, layout->chart->n));
  double y = number->y + layout->line / 2;

  if (i + 1 < self->numbers->len)
    to = MIN (to, (number + 1)->x - layout->em * 0.2);
  if (event->until != CAPACITY_DATE_NONE && to > from)
    capacity_drawing_rule (&layout->drawing, CAPACITY_CHART_ROLE_EVENT, from, y, to, y);
}

/* From the number, which may have had to move aside, down to the axis. */
static void
draw_event (CapacityTimeFrame *self,
            guint              i)
{
  CapacityChartLayout *layout = self->layout;
  const CapacityLabel *number = &g_array_index (self->numbers, CapacityLabel, i);
  const CapacityChartEvent *event = capacity_chart_event (layout->chart, number->series);
  CapacityDrawingItem *item;

  draw_event_length (self, i);
  capacity_drawing_point (&layout->drawing, number->x + number->width / 2, number->y + layout->line);
  capacity_drawing_point (&layout->drawing, number->anchor_x, layout->plot.y);
  capacity_drawing_point (&layout->drawing, number->anchor_x, layout->plot.y + layout->plot.height);
  item = capacity_drawing_end_path (&layout->drawing, CAPACITY_DRAWING_STROKE, CAPACITY_CHART_ROLE_EVENT,
                                    layout->style.line_width * 0.6, event->name);
  item->dash = CAPACITY_DASH_DOTTED;
}

static void
draw_markers (CapacityChartLayout *self)
{
  for (guint i = 0; i < self->chart->markers->len; i++)
    {
      CapacityChartMarker *marker = &g_array_index (self->chart->markers, CapacityChartMarker, i);
      gboolean is_signal = marker->role == CAPACITY_CHART_ROLE_SIGNAL;
      CapacityMark mark = is_signal ? CAPACITY_MARK_SQUARE : CAPACITY_MARK_RING;
      double x = capacity_layout_x (self, marker->column + 0.5);
      double y = capacity_layout_y (self, marker->value);

      capacity_drawing_mark (&self->drawing, marker->role, mark, x, y, self->em * 0.63, marker->label);
    }
}

/* The last measurement: where the eye begins. A line of means has none. */
static void
draw_last_point (CapacityChartLayout *self)
{
  const CapacityChartSeries *demand = capacity_chart_find_series (self->chart, CAPACITY_CHART_ROLE_DEMAND);
  guint i = self->chart->n;

  if (capacity_layout_is_dense (self))
    return;
  while (demand != NULL && i > 0 && isnan (demand->low[i - 1]))
    i--;
  if (demand != NULL && i > 0)
    capacity_drawing_mark (&self->drawing, demand->role, CAPACITY_MARK_DOT, capacity_layout_x (self, i - 0.5),
                           capacity_layout_y (self, demand->low[i - 1]), self->style.line_width * 3,
                           demand->label);
}

/* Thin lines lead to labels that had to move away from the ends of theirs. */
static void
draw_leaders (CapacityTimeFrame *self)
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
                                 layout->style.rule_width, NULL)->color =
        capacity_chart_style_get_text_color (&layout->style, label->role);
    }
}

static void
draw_shapes (CapacityTimeFrame *self)
{
  CapacityChartLayout *layout = self->layout;

  capacity_time_axis_draw_grid (&self->axis, layout);
  capacity_layout_draw_grid (layout);
  capacity_layout_draw_headroom (layout);
  capacity_layout_draw_bands (layout);
  capacity_layout_draw_extremes (layout);
  capacity_layout_draw_deficit (layout);
  capacity_layout_draw_axis (layout);
  capacity_time_axis_draw_ticks (&self->axis, layout);
  draw_today (self);
  for (guint i = 0; i < self->numbers->len; i++)
    draw_event (self, i);
  capacity_layout_draw_lines (layout);
  for (guint i = 0; i < layout->chart->spans->len; i++)
    draw_span (self, &g_array_index (layout->chart->spans, CapacityChartSpan, i));
  draw_last_point (layout);
  draw_markers (layout); /* of which the last point may be one */
  draw_leaders (self);
  draw_key (self, self->key);
  draw_key (self, self->names);
}

/* Lays out lines, bands and steps over periods. */
void
capacity_layout_time (CapacityChartLayout *self)
{
  CapacityTimeFrame frame;

  capacity_time_frame_init (&frame, self);
  self->drawing.plot = self->plot;
  draw_shapes (&frame);
  capacity_layout_draw_title (self);
  draw_unit (&frame);
  capacity_labels_draw (frame.upper, self, 0, FALSE);
  capacity_labels_draw (frame.annotations, self, 0, FALSE);
  capacity_labels_draw (frame.numbers, self, 0, TRUE);
  capacity_labels_draw (frame.inside_labels, self, 0, TRUE);
  capacity_labels_draw (frame.end_labels, self, 0, FALSE);
  capacity_layout_draw_values (self);
  capacity_time_axis_draw_below (&frame.axis, self);
  capacity_labels_draw (frame.key, self, 0, FALSE);
  capacity_labels_draw (frame.names, self, 0, FALSE);
  capacity_time_frame_clear (&frame);
}
