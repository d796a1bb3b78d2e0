/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-layout-private.h"

#include <math.h>

static void
axis_label_clear (gpointer data)
{
  g_free (((CapacityAxisLabel *) data)->text);
}

static GArray *
axis_labels_new (void)
{
  GArray *labels = g_array_new (FALSE, TRUE, sizeof (CapacityAxisLabel));

  g_array_set_clear_func (labels, axis_label_clear);
  return labels;
}

static CapacityAxisLabel *
axis_label (GArray *labels,
            guint   i)
{
  return &g_array_index (labels, CapacityAxisLabel, i);
}

static CapacityDate
axis_start (const CapacityChart *chart)
{
  return capacity_period_first_day ((CapacityPeriod) { chart->kind, chart->first });
}

static CapacityDate
axis_end (const CapacityChart *chart)
{
  return capacity_period_last_day ((CapacityPeriod) { chart->kind, chart->first + (int) chart->n - 1 }) + 1;
}

/* The calendar knows its years; an axis outside them has no names. */
static gboolean
axis_is_known (const CapacityChart *chart)
{
  static const int per_year[] = { 366, 53, 12, 4, 1, 366 * CAPACITY_DAY_HOURS };
  CapacityDate from = capacity_date_from_ymd (CAPACITY_YEAR_MIN + 1, 1, 1);
  CapacityDate to = capacity_date_from_ymd (CAPACITY_YEAR_MAX - 1, 12, 31);

  if (chart->n == 0 || chart->n > (guint) (per_year[chart->kind] * (CAPACITY_YEAR_MAX - CAPACITY_YEAR_MIN)))
    return FALSE;
  return chart->first >= capacity_period_of_date (chart->kind, from).index
    && chart->first + (int) chart->n - 1 <= capacity_period_of_date (chart->kind, to).index;
}

static gboolean
is_aligned (CapacityPeriod period,
            int            step)
{
  int index = period.kind == CAPACITY_PERIOD_MONTH ? period.index % 12 : period.index;

  return index % step == 0;
}

/* Where a period is on the axis, in columns. One of the axis' own kind is its point. */
static void
find_extent (const CapacityChart *chart,
             CapacityPeriod       period,
             double              *from,
             double              *to)
{
  if (period.kind == chart->kind)
    {
      *from = period.index - chart->first;
      *to = *from + 1;
      return;
    }
  *from = capacity_column_of_date (chart->kind, chart->first, capacity_period_first_day (period));
  if (chart->kind == CAPACITY_PERIOD_DAY && period.kind == CAPACITY_PERIOD_WEEK)
    *to = *from + 1;
  else
    *to = capacity_column_of_date (chart->kind, chart->first, capacity_period_last_day (period) + 1);
}

static void
add_axis_label (GArray                 *labels,
                CapacityChartLayout    *self,
                CapacityPeriod          period,
                CapacityChartPeriodText text,
                gboolean                is_own_kind)
{
  CapacityAxisLabel label = { .boundary = NAN, .is_shown = TRUE };
  double from, to, room;

  find_extent (self->chart, period, &from, &to);
  if (from >= self->chart->n || to <= 0)
    return;
  label.text = capacity_chart_name_period (self->chart, period, text);
  label.width = capacity_drawing_measure (&self->drawing, label.text, FALSE).width;
  if (!is_own_kind && from > 0)
    label.boundary = capacity_layout_x (self, from);
  room = capacity_layout_x (self, MIN (to, self->chart->n)) - capacity_layout_x (self, MAX (from, 0));
  label.x = capacity_layout_x (self, (MAX (from, 0) + MIN (to, self->chart->n)) / 2);
  /* A year cut by the edge of the chart is named only where its name fits under what is seen of it. */
  if (!is_own_kind && (from < 0 || to > self->chart->n) && room < label.width)
    label.is_shown = FALSE;
  /* Further left it would be under the lowest number of the axis. */
  if (label.x - label.width / 2 < self->plot.x - self->em * 0.5
      || label.x + label.width / 2 > self->width - self->padding)
    label.is_shown = FALSE;
  g_array_append_val (labels, label);
}

static GArray *
list_labels (CapacityChartLayout    *self,
             CapacityPeriodKind      unit,
             int                     step,
             CapacityChartPeriodText text)
{
  GArray *labels = axis_labels_new ();
  CapacityPeriod period = capacity_period_of_date (unit, axis_start (self->chart));
  CapacityDate end = axis_end (self->chart);
  gboolean is_own_kind = unit == self->chart->kind || unit == CAPACITY_PERIOD_WEEK;

  while (!is_aligned (period, step))
    period.index--;
  for (; capacity_period_first_day (period) < end; period.index++)
    if (is_aligned (period, step))
      add_axis_label (labels, self, period, text, is_own_kind);
  return labels;
}

static gboolean
labels_fit (GArray *labels,
            double  gap)
{
  double end = -INFINITY;

  for (guint i = 0; i < labels->len; i++)
    {
      CapacityAxisLabel *label = axis_label (labels, i);

      if (!label->is_shown)
        continue;
      if (label->x - label->width / 2 < end + gap)
        return FALSE;
      end = label->x + label->width / 2;
    }
  return TRUE;
}

/* A first look without measuring: whether there could be room. */
static gboolean
could_fit (CapacityChartLayout       *self,
           const CapacityPeriodTicks *ticks)
{
  static const double days[] = { 1, 7, 30.44, 91.3, 365.25, 1.0 / CAPACITY_DAY_HOURS };
  double columns = days[ticks->unit] * ticks->step / days[self->chart->kind];

  return columns / MAX (self->chart->n, 1) * self->plot.width > 1.5 * self->em;
}

static void
hide_narrow (GArray              *labels,
             CapacityChartLayout *self)
{
  for (guint i = 0; i < labels->len; i++)
    {
      CapacityAxisLabel *label = axis_label (labels, i);
      double start = isnan (label->boundary) ? self->plot.x : label->boundary;
      double end = i + 1 < labels->len ? axis_label (labels, i + 1)->boundary
        : self->plot.x + self->plot.width;

      if (end - start < label->width + self->em * 0.5)
        label->is_shown = FALSE;
    }
}

/* Takes the finest names of which all fit. */
void
capacity_time_axis_init (CapacityTimeAxis    *axis,
                         CapacityChartLayout *self)
{
  guint n;
  const CapacityPeriodTicks *ways = capacity_period_ticks (self->chart->kind, &n);
  /* Columns of cells keep the names over them apart. */
  double gap = self->em * (self->chart->form == CAPACITY_CHART_HEAT_MAP ? 0.35 : 0.9);

  axis->ticks = axis_labels_new ();
  axis->context = NULL;
  if (!axis_is_known (self->chart))
    return;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GArray) labels = NULL;

      if (!could_fit (self, &ways[i])
          || (ways[i].unit == CAPACITY_PERIOD_QUARTER && self->chart->kind != CAPACITY_PERIOD_QUARTER))
        continue;
      labels = list_labels (self, ways[i].unit, ways[i].step, CAPACITY_CHART_PERIOD_TICK);
      if (!labels_fit (labels, gap))
        continue;
      g_array_unref (axis->ticks);
      axis->ticks = g_steal_pointer (&labels);
      if (ways[i].has_context && self->chart->form != CAPACITY_CHART_CYCLE)
        axis->context = list_labels (self, ways[i].context, 1, CAPACITY_CHART_PERIOD_CONTEXT);
      break;
    }
  if (axis->context != NULL)
    hide_narrow (axis->context, self);
}

void
capacity_time_axis_clear (CapacityTimeAxis *axis)
{
  g_clear_pointer (&axis->ticks, g_array_unref);
  g_clear_pointer (&axis->context, g_array_unref);
}

guint
capacity_time_axis_n_rows (CapacityTimeAxis *axis)
{
  return axis->ticks->len == 0 ? 0 : axis->context != NULL ? 2 : 1;
}

void
capacity_time_axis_draw_grid (CapacityTimeAxis    *axis,
                              CapacityChartLayout *self)
{
  GArray *labels = axis->context != NULL ? axis->context : axis->ticks;
  double bottom = self->plot.y + self->plot.height;
  CapacityRgb color = capacity_rgb_mix (self->style.background, self->style.colors[CAPACITY_CHART_ROLE_GRID],
                                        0.6);

  for (guint i = 0; i < labels->len; i++)
    {
      double x = axis_label (labels, i)->boundary;

      if (!isnan (x))
        {
          CapacityDrawingItem *item;

          item = capacity_drawing_rule (&self->drawing, CAPACITY_CHART_ROLE_GRID, x, self->plot.y, x, bottom);
          item->color = color;
        }
    }
}

static void
draw_row (GArray              *labels,
          CapacityChartLayout *self,
          CapacityChartRole    role,
          double               baseline)
{
  for (guint i = 0; i < labels->len; i++)
    {
      CapacityAxisLabel *label = axis_label (labels, i);

      if (label->is_shown)
        capacity_drawing_text (&self->drawing, role, label->text, label->x, baseline, 0.5, FALSE);
    }
}

/* Short strokes under the axis where a year or month begins. */
void
capacity_time_axis_draw_ticks (CapacityTimeAxis    *axis,
                               CapacityChartLayout *self)
{
  GArray *labels = axis->context != NULL ? axis->context : axis->ticks;
  double top = self->plot.y + self->plot.height;

  for (guint i = 0; i < labels->len; i++)
    {
      double x = axis_label (labels, i)->boundary;

      if (!isnan (x))
        capacity_drawing_rule (&self->drawing, CAPACITY_CHART_ROLE_AXIS, x, top, x, top + self->em * 0.45);
    }
}

/* Names along the axis: a row of ticks on one line, their years or months on another. */
static void
draw_names (CapacityTimeAxis    *axis,
            CapacityChartLayout *self,
            double               ticks_baseline,
            double               context_baseline)
{
  CapacityChartRole role = axis->context != NULL ? CAPACITY_CHART_ROLE_DIM_TEXT : CAPACITY_CHART_ROLE_TEXT;

  draw_row (axis->ticks, self, role, ticks_baseline);
  if (axis->context != NULL)
    draw_row (axis->context, self, CAPACITY_CHART_ROLE_TEXT, context_baseline);
}

/* Under the plot: the years below the months. */
void
capacity_time_axis_draw_below (CapacityTimeAxis    *axis,
                               CapacityChartLayout *self)
{
  double baseline = self->plot.y + self->plot.height + self->em * 0.35 + self->ascent;

  draw_names (axis, self, baseline, baseline + self->line);
}

/* Over the plot, as over a table: the years above the months. */
void
capacity_time_axis_draw_above (CapacityTimeAxis    *axis,
                               CapacityChartLayout *self)
{
  double baseline = self->plot.y - self->em * 0.35 - (self->line - self->ascent);

  draw_names (axis, self, baseline, baseline - self->line);
}
