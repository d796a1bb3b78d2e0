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
  [CAPACITY_CHART_ROLE_THRESHOLD] = { CAPACITY_DASH_DOTTED, 0.6, TRUE, TRUE, 4 },
  [CAPACITY_CHART_ROLE_TARGET] = { CAPACITY_DASH_DOTTED, 0.6, TRUE, TRUE, 5 },
  [CAPACITY_CHART_ROLE_PEAK_LIMIT] = { CAPACITY_DASH_DASH_DOT, 0.75, TRUE, TRUE, 6 },
  [CAPACITY_CHART_ROLE_LIMIT] = { CAPACITY_DASH_SOLID, 1, TRUE, TRUE, 7 },
  [CAPACITY_CHART_ROLE_SCENARIO] = { CAPACITY_DASH_LONG, 1, TRUE, FALSE, 8 },
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

/* Buckets narrower than what the eye or the printer tells apart. */
static double
bucket_width (CapacityChartLayout *self)
{
  return self->style.device_scale > 0 ? 1 / self->style.device_scale : 0.4;
}

static gboolean
is_dense (CapacityChartLayout *self)
{
  return self->chart->n * bucket_width (self) > 2 * self->plot.width;
}

/* The points of a bucket that give its ink: where the line enters, its ends, where it leaves. */
typedef struct
{
  guint enter;
  guint lowest;
  guint highest;
  guint leave;
} Bucket;

static void
add_bucket (CapacityChartLayout *self,
            const double        *values,
            const Bucket        *bucket)
{
  guint at[4] = { bucket->enter, MIN (bucket->lowest, bucket->highest), MAX (bucket->lowest, bucket->highest),
                  bucket->leave };

  for (guint i = 0; i < 4; i++)
    if (i == 0 || at[i] != at[i - 1])
      capacity_drawing_point (&self->drawing, capacity_layout_x (self, at[i] + 0.5),
                              capacity_layout_y (self, values[at[i]]));
}

/* Adds the run of values from @from to before @to, without what lies within one pixel of what is drawn
 * anyway. */
static void
add_run (CapacityChartLayout *self,
         const double        *values,
         guint                from,
         guint                to)
{
  double width = is_dense (self) ? bucket_width (self) : 0;
  Bucket bucket = { from, from, from, from };
  double bucket_end = capacity_layout_x (self, from + 0.5) + width;

  for (guint i = from + 1; i < to; i++)
    {
      double x = capacity_layout_x (self, i + 0.5);

      if (width == 0 || x >= bucket_end)
        {
          add_bucket (self, values, &bucket);
          bucket = (Bucket) { i, i, i, i };
          bucket_end = x + width;
          continue;
        }
      bucket.leave = i;
      if (values[i] < values[bucket.lowest])
        bucket.lowest = i;
      if (values[i] > values[bucket.highest])
        bucket.highest = i;
    }
  add_bucket (self, values, &bucket);
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
  guint n = self->chart->n;
  guint join = 0;
  double value = 0;
  gboolean is_joined = has_join (series) && capacity_layout_find_join (self, series->low, &join, &value);

  for (guint i = 0, end = 0; i < n; i = end + 1)
    {
      end = run_end (series->low, i, n);
      if (end == i)
        continue;
      if (is_joined && join + 1 == i)
        capacity_drawing_point (&self->drawing, capacity_layout_x (self, join + 0.5),
                                capacity_layout_y (self, value));
      else if (end == i + 1)
        {
          /* A lone measurement between gaps would be an invisible line. */
          capacity_drawing_mark (&self->drawing, series->role, CAPACITY_MARK_DOT,
                                 capacity_layout_x (self, i + 0.5), capacity_layout_y (self, series->low[i]),
                                 self->style.line_width * 1.8, series->label);
          continue;
        }
      add_run (self, series->low, i, end);
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

/* One edge of a band: of the columns that share a pixel the outermost value. */
static void
add_edge (CapacityChartLayout *self,
          const double        *values,
          guint                from,
          guint                to,
          gboolean             is_high)
{
  double width = is_dense (self) ? bucket_width (self) : 0;
  guint n = to - from;

  for (guint i = 0; i < n;)
    {
      guint column = is_high ? from + i : to - 1 - i;
      double x = capacity_layout_x (self, column + 0.5);
      double value = values[column];

      for (i++; i < n; i++)
        {
          guint next = is_high ? from + i : to - 1 - i;

          if (fabs (capacity_layout_x (self, next + 0.5) - x) >= width)
            break;
          value = is_high ? MAX (value, values[next]) : MIN (value, values[next]);
        }
      capacity_drawing_point (&self->drawing, x, capacity_layout_y (self, value));
    }
}

static void
add_lone_interval (CapacityChartLayout       *self,
                   const CapacityChartSeries *band,
                   guint                      column)
{
  double left = capacity_layout_x (self, column + 0.2);
  double right = capacity_layout_x (self, column + 0.8);

  capacity_drawing_point (&self->drawing, left, capacity_layout_y (self, band->high[column]));
  capacity_drawing_point (&self->drawing, right, capacity_layout_y (self, band->high[column]));
  capacity_drawing_point (&self->drawing, right, capacity_layout_y (self, band->low[column]));
  capacity_drawing_point (&self->drawing, left, capacity_layout_y (self, band->low[column]));
}

static void
draw_band (CapacityChartLayout       *self,
           const CapacityChartSeries *band)
{
  guint n = self->chart->n;
  guint join = 0;
  double value = 0;
  gboolean is_joined = capacity_layout_find_join (self, band->high, &join, &value);

  for (guint i = 0, end = 0; i < n; i = end + 1)
    {
      gboolean begins_at_join = is_joined && join + 1 == i;
      CapacityDrawingItem *item;

      end = MIN (run_end (band->low, i, n), run_end (band->high, i, n));
      if (end == i)
        continue;
      if (end == i + 1 && !begins_at_join)
        add_lone_interval (self, band, i);
      else
        {
          if (begins_at_join)
            capacity_drawing_point (&self->drawing, capacity_layout_x (self, join + 0.5),
                                    capacity_layout_y (self, value));
          add_edge (self, band->high, i, end, TRUE);
          add_edge (self, band->low, i, end, FALSE);
        }
      item = capacity_drawing_end_path (&self->drawing, CAPACITY_DRAWING_FILL, band->role, 0, band->label);
      item->is_clipped = TRUE;
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
