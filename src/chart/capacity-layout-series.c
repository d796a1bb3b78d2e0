/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-layout-private.h"

#include <math.h>

/* How the lines of a role look, besides their colour. */
typedef struct
{
  CapacityDash dash;
  double       width; /* as a share of the style's line width */
  gboolean     is_line;
  gboolean     is_step;
  int          order; /* the highest is drawn last */
} LineLook;

static const LineLook looks[CAPACITY_N_CHART_ROLES] = {
  [CAPACITY_CHART_ROLE_COMPARISON] = { CAPACITY_DASH_SOLID, 0.6, TRUE, FALSE, 1 },
  [CAPACITY_CHART_ROLE_CENTRE] = { CAPACITY_DASH_SOLID, 0.5, TRUE, TRUE, 2 },
  [CAPACITY_CHART_ROLE_CONTROL] = { CAPACITY_DASH_DASHED, 0.5, TRUE, TRUE, 3 },
  [CAPACITY_CHART_ROLE_THRESHOLD] = { CAPACITY_DASH_LONG, 0.6, TRUE, TRUE, 4 },
  [CAPACITY_CHART_ROLE_TARGET] = { CAPACITY_DASH_DOTTED, 0.6, TRUE, TRUE, 5 },
  [CAPACITY_CHART_ROLE_PEAK_TARGET] = { CAPACITY_DASH_DASH_DOT, 0.6, TRUE, TRUE, 5 },
  [CAPACITY_CHART_ROLE_PEAK_LIMIT] = { CAPACITY_DASH_DASH_DOT, 0.75, TRUE, TRUE, 6 },
  [CAPACITY_CHART_ROLE_LIMIT] = { CAPACITY_DASH_SOLID, 1, TRUE, TRUE, 7 },
  [CAPACITY_CHART_ROLE_SCENARIO] = { CAPACITY_DASH_LONG, 1, TRUE, FALSE, 8 },
  [CAPACITY_CHART_ROLE_EVENT] = { CAPACITY_DASH_DOTTED, 0.6, FALSE, FALSE, 0 },
  [CAPACITY_CHART_ROLE_FORECAST] = { CAPACITY_DASH_DASHED, 1, TRUE, FALSE, 9 },
  [CAPACITY_CHART_ROLE_DEMAND] = { CAPACITY_DASH_SOLID, 1, TRUE, FALSE, 10 },
};

#define N_ORDERS 11

gboolean
capacity_role_is_line (CapacityChartRole role)
{
  return looks[role].is_line;
}

gboolean
capacity_role_is_step (CapacityChartRole role)
{
  return looks[role].is_step;
}

/* Where periods are narrower than a line is wide, the line would be a blot. Then a bucket of periods stands
 * for them: its mean as a line, its extremes as a tint behind. Days are taken by whole weeks, so that the
 * mean is calm. */
gboolean
capacity_layout_is_dense (CapacityChartLayout *self)
{
  return self->chart->n * self->style.line_width > 2 * self->plot.width;
}

static guint
bucket_size (CapacityChartLayout *self)
{
  guint unit = self->chart->kind == CAPACITY_PERIOD_DAY ? 7 : 1;
  double wanted = 1.5 * self->style.line_width * self->chart->n / self->plot.width;

  if (!capacity_layout_is_dense (self))
    return 1;
  return unit * (guint) ceil (CLAMP (wanted, 1, self->chart->n) / unit);
}

static guint
n_buckets (CapacityChartLayout *self)
{
  guint size = bucket_size (self);

  return (self->chart->n + size - 1) / size;
}

/* Counted from the end: the last bucket, which the eye looks for, is full. */
static guint
bucket_end (CapacityChartLayout *self,
            guint                bucket)
{
  return self->chart->n - (n_buckets (self) - 1 - bucket) * bucket_size (self);
}

static guint
bucket_start (CapacityChartLayout *self,
              guint                bucket)
{
  return bucket > 0 ? bucket_end (self, bucket - 1) : 0;
}

static gboolean
bucket_holds (CapacityChartLayout *self,
              guint                bucket,
              guint                column)
{
  return column >= bucket_start (self, bucket) && column < bucket_end (self, bucket);
}

static double
bucket_column (CapacityChartLayout *self,
               guint                bucket)
{
  return (bucket_start (self, bucket) + bucket_end (self, bucket)) / 2.0;
}

static double
bucket_x (CapacityChartLayout *self,
          guint                bucket)
{
  return capacity_layout_x (self, bucket_column (self, bucket));
}

typedef enum
{
  REDUCE_MEAN,
  REDUCE_LOWEST,
  REDUCE_HIGHEST,
} Reduce;

static double
reduce_bucket (const double *values,
               guint         from,
               guint         to,
               Reduce        how)
{
  double result = NAN;
  guint n = 0;

  for (guint i = from; i < to; i++)
    {
      if (isnan (values[i]))
        continue;
      n++;
      if (n == 1)
        result = values[i];
      else if (how == REDUCE_MEAN)
        result += (values[i] - result) / n;
      else
        result = how == REDUCE_LOWEST ? MIN (result, values[i]) : MAX (result, values[i]);
    }
  return result;
}

/* One value a bucket, NaN where nothing was measured. */
static double *
reduce (CapacityChartLayout *self,
        const double        *values,
        Reduce               how)
{
  guint n = n_buckets (self);
  double *reduced = g_new (double, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    reduced[i] = reduce_bucket (values, bucket_start (self, i), bucket_end (self, i), how);
  return reduced;
}

/* How high a line or the upper edge of an interval is at the right end of the plot; NaN if it does not get
 * there. */
double
capacity_layout_end_value (CapacityChartLayout       *self,
                           const CapacityChartSeries *series)
{
  guint n = self->chart->n;

  if (n == 0)
    return NAN;
  if (series->high != NULL)
    return series->high[n - 1];
  if (looks[series->role].is_step || isnan (series->low[n - 1]))
    return series->low[n - 1];
  return reduce_bucket (series->low, bucket_start (self, n_buckets (self) - 1), n, REDUCE_MEAN);
}

static void
add_point (CapacityChartLayout *self,
           const double        *values,
           guint                bucket)
{
  capacity_drawing_point (&self->drawing, bucket_x (self, bucket), capacity_layout_y (self, values[bucket]));
}

static guint
run_end (const double *values,
         guint         from,
         guint         n)
{
  while (from < n && !isnan (values[from]))
    from++;
  return from;
}

/* Where a forecast continues: the last measurement, if it is of the period before the first forecast one. */
gboolean
capacity_layout_find_join (CapacityChartLayout *self,
                           const double        *values,
                           guint               *column,
                           double              *value)
{
  const CapacityChartSeries *demand = capacity_chart_find_series (self->chart, CAPACITY_CHART_ROLE_DEMAND);
  guint i = 0;

  while (i < self->chart->n && isnan (values[i]))
    i++;
  if (demand == NULL || i == 0 || i == self->chart->n || isnan (demand->low[i - 1])
      || !isnan (demand->low[i]))
    return FALSE;
  *column = i - 1;
  *value = demand->low[i - 1];
  return TRUE;
}

static double
stroke_width (CapacityChartLayout *self,
              CapacityChartRole    role)
{
  return MAX (looks[role].width * self->style.line_width, self->style.rule_width);
}

static void
end_line (CapacityChartLayout       *self,
          const CapacityChartSeries *series)
{
  CapacityDrawingItem *item;

  item = capacity_drawing_end_path (&self->drawing, CAPACITY_DRAWING_STROKE, series->role,
                                    stroke_width (self, series->role), series->label);
  item->dash = looks[series->role].dash;
}

static gboolean
has_join (const CapacityChartSeries *series)
{
  return series->role == CAPACITY_CHART_ROLE_FORECAST || series->role == CAPACITY_CHART_ROLE_SCENARIO;
}

static void
draw_line (CapacityChartLayout       *self,
           const CapacityChartSeries *series)
{
  g_autofree double *values = reduce (self, series->low, REDUCE_MEAN);
  guint n = n_buckets (self), join = 0;
  double value = 0;
  gboolean is_joined = has_join (series) && capacity_layout_find_join (self, series->low, &join, &value);

  for (guint i = 0, end = 0; i < n; i = end + 1)
    {
      gboolean begins_at_join = is_joined && bucket_holds (self, i, join + 1);

      end = run_end (values, i, n);
      if (end == i)
        continue;
      if (begins_at_join)
        capacity_drawing_point (&self->drawing, capacity_layout_x (self, join + 0.5),
                                capacity_layout_y (self, value));
      else if (end == i + 1)
        {
          /* A lone measurement between gaps would be an invisible line. */
          capacity_drawing_mark (&self->drawing, series->role, CAPACITY_MARK_DOT, bucket_x (self, i),
                                 capacity_layout_y (self,
                                                    values[i]), self->style.line_width * 1.8, series->label);
          continue;
        }
      for (guint j = i; j < end; j++)
        add_point (self, values, j);
      end_line (self, series);
    }
}

/* Capacity changes on a date: the line is level in each period and rises between two. */
static void
draw_step (CapacityChartLayout       *self,
           const CapacityChartSeries *series)
{
  guint n = self->chart->n;
  double width = stroke_width (self, series->role);

  for (guint i = 0, end = 0; i < n; i = end + 1)
    {
      end = run_end (series->low, i, n);
      if (end == i)
        continue;
      for (guint j = i; j < end; j++)
        {
          double y = capacity_drawing_snap (&self->drawing, capacity_layout_y (self, series->low[j]), width);

          if (j == i || series->low[j] != series->low[j - 1])
            capacity_drawing_point (&self->drawing, capacity_layout_x (self, j), y);
          if (j + 1 == end || series->low[j + 1] != series->low[j])
            capacity_drawing_point (&self->drawing, capacity_layout_x (self, j + 1), y);
        }
      end_line (self, series);
    }
}

/* Draws the lines, the most important last and so on top. */
void
capacity_layout_draw_lines (CapacityChartLayout *self)
{
  for (int order = 0; order < N_ORDERS; order++)
    for (guint i = 0; i < self->chart->series->len; i++)
      {
        const CapacityChartSeries *series = capacity_chart_series (self->chart, i);

        if (!looks[series->role].is_line || series->high != NULL || looks[series->role].order != order)
          continue;
        if (looks[series->role].is_step)
          draw_step (self, series);
        else
          draw_line (self, series);
      }
}

/* A short piece of a line as it looks, for a key. */
void
capacity_layout_draw_sample (CapacityChartLayout *self,
                             CapacityChartRole    role,
                             double               x,
                             double               y,
                             double               width)
{
  CapacityDrawingItem *item;

  capacity_drawing_point (&self->drawing, x, y);
  capacity_drawing_point (&self->drawing, x + width, y);
  item = capacity_drawing_end_path (&self->drawing, CAPACITY_DRAWING_STROKE, role, stroke_width (self, role),
                                    NULL);
  item->dash = looks[role].dash;
}

static void
add_lone_interval (CapacityChartLayout *self,
                   double               column,
                   double               low,
                   double               high)
{
  double left = capacity_layout_x (self, column - 0.3);
  double right = capacity_layout_x (self, column + 0.3);

  capacity_drawing_point (&self->drawing, left, capacity_layout_y (self, high));
  capacity_drawing_point (&self->drawing, right, capacity_layout_y (self, high));
  capacity_drawing_point (&self->drawing, right, capacity_layout_y (self, low));
  capacity_drawing_point (&self->drawing, left, capacity_layout_y (self, low));
}

/* The upper edge from left to right, then the lower back. */
static void
add_edges (CapacityChartLayout *self,
           const double        *low,
           const double        *high,
           guint                from,
           guint                to)
{
  for (guint i = from; i < to; i++)
    add_point (self, high, i);
  for (guint i = to; i > from; i--)
    add_point (self, low, i - 1);
}

static void
draw_band (CapacityChartLayout       *self,
           const CapacityChartSeries *band)
{
  g_autofree double *low = reduce (self, band->low, REDUCE_LOWEST);
  g_autofree double *high = reduce (self, band->high, REDUCE_HIGHEST);
  guint n = n_buckets (self), join = 0;
  double value = 0;
  gboolean is_joined = capacity_layout_find_join (self, band->high, &join, &value);

  for (guint i = 0, end = 0; i < n; i = end + 1)
    {
      gboolean begins_at_join = is_joined && bucket_holds (self, i, join + 1);
      CapacityDrawingItem *item;

      end = MIN (run_end (low, i, n), run_end (high, i, n));
      if (end == i)
        continue;
      if (begins_at_join)
        capacity_drawing_point (&self->drawing, capacity_layout_x (self, join + 0.5),
                                capacity_layout_y (self, value));
      if (end == i + 1 && !begins_at_join)
        add_lone_interval (self, bucket_column (self, i), low[i], high[i]);
      else
        add_edges (self, low, high, i, end);
      item = capacity_drawing_end_path (&self->drawing, CAPACITY_DRAWING_FILL, band->role, 0, band->label);
      item->is_clipped = TRUE;
    }
}

/* How much of a line's colour is in the tint of its extremes. */
#define EXTREMES_SHARE 0.25

static void
draw_extremes (CapacityChartLayout       *self,
               const CapacityChartSeries *series)
{
  g_autofree double *low = reduce (self, series->low, REDUCE_LOWEST);
  g_autofree double *high = reduce (self, series->low, REDUCE_HIGHEST);
  guint n = n_buckets (self);

  for (guint i = 0, end = 0; i < n; i = end + 1)
    {
      CapacityDrawingItem *item;

      end = run_end (low, i, n);
      if (end == i)
        continue;
      add_edges (self, low, high, i, end);
      item = capacity_drawing_end_path (&self->drawing, CAPACITY_DRAWING_FILL, series->role, 0,
                                        series->label);
      item->color = capacity_rgb_mix (self->style.background, item->color, EXTREMES_SHARE);
    }
}

/* Behind dense lines, between which values they move. */
void
capacity_layout_draw_extremes (CapacityChartLayout *self)
{
  for (guint i = 0; i < self->chart->series->len && capacity_layout_is_dense (self); i++)
    {
      const CapacityChartSeries *series = capacity_chart_series (self->chart, i);

      if (looks[series->role].is_line && !looks[series->role].is_step && series->high == NULL)
        draw_extremes (self, series);
    }
}

/* Draws the intervals, the widest first: each is opaque and lies on the wider one. */
void
capacity_layout_draw_bands (CapacityChartLayout *self)
{
  for (int role = CAPACITY_CHART_ROLE_BAND_95; role >= CAPACITY_CHART_ROLE_BAND_50; role--)
    for (guint i = 0; i < self->chart->series->len; i++)
      {
        const CapacityChartSeries *series = capacity_chart_series (self->chart, i);

        if ((int) series->role == role && series->high != NULL)
          draw_band (self, series);
      }
}
