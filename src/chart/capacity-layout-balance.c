/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-layout-private.h"

#include <math.h>

/* The areas between demand and capacity. Capacity is level within a period and demand is straight between the
 * middles of two, so half a period has one straight edge of each, and at most one crossing. */

typedef struct
{
  CapacityChartLayout *layout;
  CapacityChartRole    role;
  double               sign;  /* 1 where demand above capacity is looked for, -1 where below */
  GArray              *upper; /* the limit's edge; the demand's edge is in lower, both left to right */
  GArray              *lower;
} Area;

static void
area_flush (Area *self)
{
  CapacityDrawing *drawing = &self->layout->drawing;
  gboolean is_deficit = self->role == CAPACITY_CHART_ROLE_DEFICIT;
  CapacityDrawingItem *item;

  if (self->upper->len > 1)
    {
      for (guint i = 0; i < self->upper->len; i++)
        {
          CapacityPoint *point = &g_array_index (self->upper, CapacityPoint, i);

          capacity_drawing_point (drawing, point->x, point->y);
        }
      for (guint i = self->lower->len; i > 0; i--)
        {
          CapacityPoint *point = &g_array_index (self->lower, CapacityPoint, i - 1);

          capacity_drawing_point (drawing, point->x, point->y);
        }
      item = capacity_drawing_end_path (drawing, CAPACITY_DRAWING_HATCH, self->role,
                                        self->layout->em * (is_deficit ? 0.45 : 0.75),
                                        is_deficit ? self->layout->chart->deficit_label
                                                   : self->layout->chart->headroom_label);
      item->hatch = is_deficit ? CAPACITY_HATCH_CROSS : CAPACITY_HATCH_SPARSE;
      item->is_clipped = TRUE;
    }
  g_array_set_size (self->upper, 0);
  g_array_set_size (self->lower, 0);
}

static void
area_add (Area   *self,
          double  column,
          double  limit,
          double  demand)
{
  CapacityPoint upper = { capacity_layout_x (self->layout, column), capacity_layout_y (self->layout, limit) };
  CapacityPoint lower = { upper.x, capacity_layout_y (self->layout, demand) };

  g_array_append_val (self->upper, upper);
  g_array_append_val (self->lower, lower);
}

/* Adds half a period, from @column, with demand @from to @to. */
static void
area_add_half (Area   *self,
               double  column,
               double  limit,
               double  from,
               double  to)
{
  double excess_from = (from - limit) * self->sign;
  double excess_to = (to - limit) * self->sign;
  double crossing = excess_from / (excess_from - excess_to);

  if (excess_from <= 0 && excess_to <= 0)
    {
      area_flush (self);
      return;
    }
  if (excess_from < 0)
    area_add (self, column + crossing / 2, limit, limit);
  else
    area_add (self, column, limit, from);
  if (excess_to < 0)
    {
      area_add (self, column + crossing / 2, limit, limit);
      area_flush (self);
    }
  else
    area_add (self, column + 0.5, limit, to);
}

static double *
join_demand (const CapacityChart *chart)
{
  const CapacityChartSeries *demand = capacity_chart_find_series (chart, CAPACITY_CHART_ROLE_DEMAND);
  const CapacityChartSeries *forecast = capacity_chart_find_series (chart, CAPACITY_CHART_ROLE_FORECAST);
  double *values = g_new (double, MAX (chart->n, 1));

  for (guint i = 0; i < chart->n; i++)
    {
      values[i] = demand != NULL ? demand->low[i] : NAN;
      if (isnan (values[i]) && forecast != NULL)
        values[i] = forecast->low[i];
    }
  return values;
}

static void
draw_area (CapacityChartLayout *self,
           CapacityChartRole    role)
{
  const CapacityChartSeries *limit = capacity_chart_find_series (self->chart, CAPACITY_CHART_ROLE_LIMIT);
  g_autofree double *demand = join_demand (self->chart);
  g_autoptr(GArray) upper = g_array_new (FALSE, FALSE, sizeof (CapacityPoint));
  g_autoptr(GArray) lower = g_array_new (FALSE, FALSE, sizeof (CapacityPoint));
  Area area = { self, role, role == CAPACITY_CHART_ROLE_DEFICIT ? 1 : -1, upper, lower };

  /* Between days of many years the areas would be splinters. */
  if (!self->chart->has_balance || limit == NULL || capacity_layout_is_dense (self))
    return;
  for (guint i = 0; i < self->chart->n; i++)
    {
      double before = i > 0 ? (demand[i - 1] + demand[i]) / 2 : NAN;
      double after = i + 1 < self->chart->n ? (demand[i] + demand[i + 1]) / 2 : NAN;

      if (isnan (limit->low[i]) || isnan (demand[i]))
        {
          area_flush (&area);
          continue;
        }
      if (!isnan (before))
        area_add_half (&area, i, limit->low[i], before, demand[i]);
      else
        area_flush (&area);
      if (!isnan (after))
        area_add_half (&area, i + 0.5, limit->low[i], demand[i], after);
    }
  area_flush (&area);
}

/* Capacity that is left; drawn under everything. */
void
capacity_layout_draw_headroom (CapacityChartLayout *self)
{
  draw_area (self, CAPACITY_CHART_ROLE_HEADROOM);
}

/* What is missing; drawn over the intervals. */
void
capacity_layout_draw_deficit (CapacityChartLayout *self)
{
  draw_area (self, CAPACITY_CHART_ROLE_DEFICIT);
}
