/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-time-frame-private.h"

#include <math.h>

/* Narrower than this many heights of text, labels of lines go into the plot instead of beside it. */
#define WIDE_EMS 34

/* The least that a plot needs, in heights of text; labels that are not beside it take from it. */
#define LOW_EMS 4
#define NARROW_LOW_EMS 12

static double
axis_height (CapacityTimeFrame *self)
{
  guint n = capacity_time_axis_n_rows (&self->axis);

  return n * self->layout->line + self->layout->em * 0.35;
}

guint
capacity_time_frame_n_annotation_rows (CapacityTimeFrame *self)
{
  return (self->annotations->len > 0 ? 1 : 0) + (self->upper->len > 0 ? 1 : 0);
}

/* What is above the plot keeps clear of the highest number of the axis, which may be right below it. */
double
capacity_time_frame_strip_height (CapacityTimeFrame *self)
{
  guint n_rows = capacity_time_frame_n_annotation_rows (self);

  n_rows = self->unit_is_apart ? n_rows + 1 : MAX (n_rows, self->has_unit ? 1 : 0);
  n_rows += self->numbers->len > 0 ? 1 : 0;
  return n_rows * self->layout->line + self->layout->em * (n_rows > 0 ? 0.85 : 0.75);
}

/* Heights follow from what is above and below; widths from the numbers and labels beside. */
static void
place_rows (CapacityTimeFrame *self)
{
  CapacityChartLayout *layout = self->layout;

  layout->plot.y = layout->padding + self->title_height + capacity_time_frame_strip_height (self);
  layout->plot.height = MAX (layout->height - layout->padding - axis_height (self) - self->key_height
                             - self->names_height - layout->plot.y, 1);
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
    [CAPACITY_CHART_ROLE_PEAK_TARGET] = 5,
    [CAPACITY_CHART_ROLE_THRESHOLD] = 4,
    [CAPACITY_CHART_ROLE_CENTRE] = 4,
    [CAPACITY_CHART_ROLE_CONTROL] = 4,
    [CAPACITY_CHART_ROLE_COMPARISON] = 3,
    [CAPACITY_CHART_ROLE_BAND_95] = 2,
    [CAPACITY_CHART_ROLE_BAND_80] = 1,
  };

  return weights[role];
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
gather_labels (CapacityTimeFrame *self)
{
  CapacityChartLayout *layout = self->layout;
  gboolean is_wide = layout->width >= WIDE_EMS * layout->em;
  double max_width = CLAMP (layout->width * 0.22, layout->em * 6, layout->em * 15);

  for (guint i = 0; i < layout->chart->series->len; i++)
    {
      const CapacityChartSeries *series = capacity_chart_series (layout->chart, i);
      gboolean is_end = is_wide && !isnan (capacity_layout_end_value (layout, series));
      gboolean is_band = series->high != NULL;
      GArray *labels = is_end ? self->end_labels : self->inside_labels;
      double room = is_end ? max_width : MAX (layout->width * 0.45, layout->em * 10);

      if (series->label == NULL || *series->label == '\0' || !has_value (layout->chart, series)
          || (is_band && (!is_end || series->role == CAPACITY_CHART_ROLE_BAND_50)))
        continue;
      capacity_labels_add (labels, layout, series->role, series->label, room, 2, label_weight (series->role));
      g_array_index (labels, CapacityLabel, labels->len - 1).series = i;
    }
}

double
capacity_layout_today_column (CapacityChartLayout *self)
{
  double column;

  if (self->chart->today == CAPACITY_DATE_NONE || self->chart->n == 0)
    return NAN;
  column = capacity_column_of_date (self->chart->kind, self->chart->first, self->chart->today);
  return column >= 0 && column <= self->chart->n ? column : NAN;
}

static void
add_annotation (CapacityTimeFrame        *self,
                GArray           *row,
                CapacityChartRole role,
                const char       *text,
                double            anchor,
                int               weight)
{
  CapacityChartLayout *layout = self->layout;
  CapacityLabel label = { .role = role, .anchor_x = anchor, .weight = weight, .n_lines = 1,
                          .height = layout->line };

  if (text == NULL || *text == '\0')
    return;
  label.lines = capacity_drawing_wrap (&layout->drawing, text, (layout->width - 2 * layout->padding) * 0.9,
                                       1, FALSE);
  label.width = capacity_drawing_measure (&layout->drawing, label.lines[0], FALSE).width;
  g_array_append_val (row, label);
}

int
capacity_span_column (const CapacityChartSpan *span)
{
  return span->likely >= 0 ? span->likely : span->earliest;
}

static void
gather_annotations (CapacityTimeFrame *self,
                    GArray    *span_row)
{
  CapacityChartLayout *layout = self->layout;
  double today = capacity_layout_today_column (layout);

  if (!isnan (today))
    add_annotation (self, self->annotations, CAPACITY_CHART_ROLE_TODAY, layout->chart->today_label,
                    capacity_layout_x (layout, today), 1);
  for (guint i = 0; i < layout->chart->spans->len; i++)
    {
      CapacityChartSpan *span = &g_array_index (layout->chart->spans, CapacityChartSpan, i);

      add_annotation (self, span_row, span->role, span->label,
                      capacity_layout_x (layout, capacity_span_column (span) + 0.5), 2);
    }
}

/* Events may lie close together and have long names, so a number stands at each and the name below. */
static void
gather_events (CapacityTimeFrame *self)
{
  CapacityChartLayout *layout = self->layout;
  double room = layout->width - 2 * layout->padding - CAPACITY_SAMPLE_EMS * layout->em;

  for (guint i = 0; i < layout->chart->events->len; i++)
    {
      g_autofree char *number = capacity_chart_format (layout->chart, i + 1, 0);
      g_autofree char *name = capacity_chart_name_event (layout->chart, i);

      capacity_labels_add (self->numbers, layout, CAPACITY_CHART_ROLE_EVENT, number, layout->width, 1, -(int) i);
      g_array_index (self->numbers, CapacityLabel, i).series = i;
      capacity_labels_add (self->names, layout, CAPACITY_CHART_ROLE_EVENT, name, room, 1, 0);
    }
}

/* Where there is no room for the names of all, those of the first remain; a low chart has none. */
static void
measure_names (CapacityTimeFrame *self)
{
  CapacityChartLayout *layout = self->layout;
  double plot = layout->em * (layout->width >= WIDE_EMS * layout->em ? LOW_EMS : NARROW_LOW_EMS);
  double around = 2 * layout->padding + self->title_height + 4.5 * layout->line;
  double height = capacity_labels_flow (self->names, layout, 0);

  while (self->names->len > 0 && height + layout->em * 0.5 > MIN (layout->height / 3, layout->height - around - plot))
    {
      g_array_set_size (self->names, self->names->len - 1);
      height = capacity_labels_flow (self->names, layout, 0);
    }
  self->names_height = self->names->len > 0 ? height + layout->em * 0.5 : 0;
}

static void
place_numbers (CapacityTimeFrame *self)
{
  CapacityChartLayout *layout = self->layout;

  for (guint i = 0; i < self->numbers->len; i++)
    {
      CapacityLabel *label = &g_array_index (self->numbers, CapacityLabel, i);

      label->anchor_x = capacity_layout_x (layout, capacity_chart_event_start (layout->chart, label->series));
    }
  capacity_labels_push_apart_across (self->numbers, layout->plot.x, layout->plot.x + layout->plot.width,
                                     layout->em * 0.3);
  for (guint i = 0; i < self->numbers->len; i++)
    g_array_index (self->numbers, CapacityLabel, i).y = layout->plot.y - layout->em * 0.85 - layout->line;
}

static double
end_labels_width (CapacityTimeFrame *self)
{
  double width = 0;

  for (guint i = 0; i < self->end_labels->len; i++)
    width = MAX (width, g_array_index (self->end_labels, CapacityLabel, i).width);
  return width > 0 ? width + self->layout->em : self->layout->em * 0.5;
}

/* Whether each label is still above what it names. */
static gboolean
place_row (CapacityTimeFrame *self,
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
meets_unit (CapacityTimeFrame *self,
            GArray    *row)
{
  double end = self->layout->padding + self->unit_width + self->layout->em;

  for (guint i = 0; i < row->len; i++)
    if (g_array_index (row, CapacityLabel, i).x < end)
      return TRUE;
  return FALSE;
}

static void
place_annotations (CapacityTimeFrame *self)
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
  self->unit_is_apart = self->has_unit
    && meets_unit (self, self->upper->len > 0 ? self->upper : self->annotations);
  y += self->unit_is_apart ? layout->line : 0;
  for (guint i = 0; i < self->upper->len; i++)
    g_array_index (self->upper, CapacityLabel, i).y = y;
  y += self->upper->len > 0 ? layout->line : 0;
  for (guint i = 0; i < self->annotations->len; i++)
    g_array_index (self->annotations, CapacityLabel, i).y = y;
  place_rows (self);
}

static void
place_end_labels (CapacityTimeFrame *self)
{
  CapacityChartLayout *layout = self->layout;
  double x = layout->plot.x + layout->plot.width + layout->em;

  for (guint i = 0; i < self->end_labels->len; i++)
    {
      CapacityLabel *label = &g_array_index (self->end_labels, CapacityLabel, i);
      double value = capacity_layout_end_value (layout, capacity_chart_series (layout->chart, label->series));

      label->x = x;
      label->anchor_x = layout->plot.x + layout->plot.width;
      label->anchor_y = MAX (capacity_layout_y (layout, value), layout->plot.y);
    }
  capacity_labels_push_apart (self->end_labels, layout->plot.y - layout->line / 2,
                              layout->plot.y + layout->plot.height + layout->em * 0.3, 0);
}

/* What finds no clear place gets a row of the key, which makes the plot lower, so the rest is placed again
 * and may then touch a line. */
static void
place_inside_labels (CapacityTimeFrame *self)
{
  CapacityChartLayout *layout = self->layout;
  g_autofree double *rules = g_new (double, layout->chart->spans->len + layout->chart->events->len + 1);
  double today = capacity_layout_today_column (layout);
  double most = MIN (layout->height / 4, layout->height * 0.4 - self->names_height);
  double top = layout->padding;
  guint n = 0, n_key;

  if (!isnan (today))
    rules[n++] = capacity_layout_x (layout, today);
  for (guint i = 0; i < layout->chart->spans->len; i++)
    {
      CapacityChartSpan *span = &g_array_index (layout->chart->spans, CapacityChartSpan, i);

      rules[n++] = capacity_layout_x (layout, capacity_span_column (span) + 0.5);
    }
  for (guint i = 0; i < layout->chart->events->len; i++)
    rules[n++] = capacity_layout_x (layout, capacity_chart_event_start (layout->chart, i));
  do
    {
      n_key = self->key->len;
      capacity_labels_place_inside (self->inside_labels, layout, rules, n, n_key > 0 ? 1 : 0, self->key);
      self->key_height = capacity_labels_flow (self->key, layout, top);
      for (; self->key->len > 0 && self->key_height > most; n_key = MIN (n_key, self->key->len))
        {
          g_array_set_size (self->key, self->key->len - 1);
          self->key_height = capacity_labels_flow (self->key, layout, top);
        }
      self->key_height += self->key->len > 0 ? layout->em * 0.5 : 0;
      place_rows (self);
    }
  while (self->key->len > n_key);
  top = layout->height - layout->padding - self->names_height - self->key_height + layout->em * 0.5;
  capacity_labels_flow (self->key, layout, top);
  capacity_labels_flow (self->names, layout, layout->height - layout->padding - self->names_height + layout->em * 0.5);
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

void
capacity_time_frame_init (CapacityTimeFrame           *self,
                 CapacityChartLayout *layout)
{
  const char *unit = layout->chart->unit;
  double around;

  *self = (CapacityTimeFrame) {
    .layout = layout,
    .end_labels = capacity_labels_new (),
    .inside_labels = capacity_labels_new (),
    .key = capacity_labels_new (),
    .annotations = capacity_labels_new (),
    .upper = capacity_labels_new (),
    .numbers = capacity_labels_new (),
    .names = capacity_labels_new (),
  };
  self->title_height = affordable_title_height (layout);
  self->has_unit = unit != NULL && *unit != '\0';
  if (self->has_unit)
    self->unit_width = MIN (capacity_drawing_measure (&layout->drawing, unit, FALSE).width,
                            layout->width - 2 * layout->padding);
  gather_labels (self);
  gather_events (self);
  measure_names (self);
  around = 2 * layout->padding + self->title_height + 3.5 * layout->line + self->names_height;
  capacity_layout_choose_range (layout, layout->height - around);
  layout->plot.x = layout->padding + capacity_layout_value_width (layout) + layout->em * 0.6;
  layout->plot.width = MAX (layout->width - layout->padding - end_labels_width (self) - layout->plot.x, 1);
  capacity_time_axis_init (&self->axis, layout);
  place_annotations (self);
  place_inside_labels (self);
  place_numbers (self);
  place_end_labels (self);
}

void
capacity_time_frame_clear (CapacityTimeFrame *self)
{
  capacity_time_axis_clear (&self->axis);
  g_array_unref (self->end_labels);
  g_array_unref (self->inside_labels);
  g_array_unref (self->key);
  g_array_unref (self->annotations);
  g_array_unref (self->upper);
  g_array_unref (self->numbers);
  g_array_unref (self->names);
}
