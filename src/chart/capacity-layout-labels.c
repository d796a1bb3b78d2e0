/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-layout-private.h"

#include <math.h>

static void
label_clear (gpointer data)
{
  g_strfreev (((CapacityLabel *) data)->lines);
}

static CapacityLabel *
get_label (GArray *labels,
           guint   i)
{
  return &g_array_index (labels, CapacityLabel, i);
}

GArray *
capacity_labels_new (void)
{
  GArray *labels = g_array_new (FALSE, TRUE, sizeof (CapacityLabel));

  g_array_set_clear_func (labels, label_clear);
  return labels;
}

/* Measures a label and adds it; the caller then anchors it. */
void
capacity_labels_add (GArray              *labels,
                     CapacityChartLayout *self,
                     CapacityChartRole    role,
                     const char          *text,
                     double               max_width,
                     guint                max_lines,
                     int                  weight)
{
  CapacityLabel label = { .role = role, .weight = weight };

  label.lines = capacity_drawing_wrap (&self->drawing, text, max_width, max_lines, FALSE);
  label.n_lines = g_strv_length (label.lines);
  for (guint i = 0; i < label.n_lines; i++)
    label.width = MAX (label.width, capacity_drawing_measure (&self->drawing, label.lines[i], FALSE).width);
  label.height = label.n_lines * self->line;
  g_array_append_val (labels, label);
}

static int
compare_anchor_y (gconstpointer a,
                  gconstpointer b)
{
  double d = ((const CapacityLabel *) a)->anchor_y - ((const CapacityLabel *) b)->anchor_y;

  return d < 0 ? -1 : d > 0;
}

static int
compare_anchor_x (gconstpointer a,
                  gconstpointer b)
{
  double d = ((const CapacityLabel *) a)->anchor_x - ((const CapacityLabel *) b)->anchor_x;

  return d < 0 ? -1 : d > 0;
}

static int
compare_weight (gconstpointer a,
                gconstpointer b)
{
  return ((const CapacityLabel *) b)->weight - ((const CapacityLabel *) a)->weight;
}

static void
remove_lightest (GArray *labels)
{
  guint lightest = 0;

  for (guint i = 1; i < labels->len; i++)
    if (get_label (labels, i)->weight < get_label (labels, lightest)->weight)
      lightest = i;
  g_array_remove_index (labels, lightest);
}

/* Intervals that touch move together, so that each stays as near to where it wants to be as the others allow:
 * least squares under an order, by pooling adjacent violators. @starts holds the wanted places and receives
 * the others. */
static void
separate (double       *starts,
          const double *sizes,
          guint         n,
          double        low,
          double        high)
{
  g_autofree double *means = g_new (double, MAX (n, 1)); /* start of each pool */
  g_autofree guint *firsts = g_new (guint, MAX (n, 1));
  g_autofree double *lengths = g_new (double, MAX (n, 1));
  guint n_pools = 0;

  for (guint i = 0; i < n; i++)
    {
      means[n_pools] = starts[i];
      firsts[n_pools] = i;
      lengths[n_pools++] = sizes[i];
      while (n_pools > 1 && means[n_pools - 2] + lengths[n_pools - 2] > means[n_pools - 1])
        {
          guint a = n_pools - 2, b = n_pools - 1;
          double n_a = firsts[b] - firsts[a], n_b = i + 1 - firsts[b];

          means[a] = (means[a] * n_a + (means[b] - lengths[a]) * n_b) / (n_a + n_b);
          lengths[a] += lengths[b];
          n_pools--;
        }
    }
  for (guint pool = 0; pool < n_pools; pool++)
    {
      double at = means[pool];

      for (guint i = firsts[pool]; i < (pool + 1 < n_pools ? firsts[pool + 1] : n); i++)
        {
          starts[i] = at;
          at += sizes[i];
        }
    }
  for (guint i = 0; i < n; i++)
    starts[i] = MAX (starts[i], i > 0 ? starts[i - 1] + sizes[i - 1] : low);
  for (guint i = n; i > 0; i--)
    starts[i - 1] = MIN (starts[i - 1], (i < n ? starts[i] : high) - sizes[i - 1]);
}

/* Stacks labels beside their anchors without overlap; those for which there is no room go, the lightest
 * first. */
void
capacity_labels_push_apart (GArray *labels,
                            double  top,
                            double  bottom,
                            double  gap)
{
  g_autofree double *starts = g_new (double, MAX (labels->len, 1));
  g_autofree double *sizes = g_new (double, MAX (labels->len, 1));
  double needed = -gap;

  for (guint i = 0; i < labels->len; i++)
    needed += get_label (labels, i)->height + gap;
  while (labels->len > 0 && needed > bottom - top)
    {
      double before = needed;

      remove_lightest (labels);
      needed = -gap;
      for (guint i = 0; i < labels->len; i++)
        needed += get_label (labels, i)->height + gap;
      g_assert (needed < before);
    }
  g_array_sort (labels, compare_anchor_y);
  for (guint i = 0; i < labels->len; i++)
    {
      sizes[i] = get_label (labels, i)->height + gap;
      starts[i] = get_label (labels, i)->anchor_y - sizes[i] / 2;
    }
  separate (starts, sizes, labels->len, top - gap / 2, bottom + gap / 2);
  for (guint i = 0; i < labels->len; i++)
    get_label (labels, i)->y = starts[i] + gap / 2;
}

/* The same beside each other, each centred on its anchor. */
void
capacity_labels_push_apart_across (GArray *labels,
                                   double  left,
                                   double  right,
                                   double  gap)
{
  g_autofree double *starts = g_new (double, MAX (labels->len, 1));
  g_autofree double *sizes = g_new (double, MAX (labels->len, 1));
  double needed = 0;

  do
    {
      needed = -gap;
      for (guint i = 0; i < labels->len; i++)
        needed += get_label (labels, i)->width + gap;
      if (labels->len > 0 && needed > right - left)
        remove_lightest (labels);
    }
  while (labels->len > 0 && needed > right - left);
  g_array_sort (labels, compare_anchor_x);
  for (guint i = 0; i < labels->len; i++)
    {
      sizes[i] = get_label (labels, i)->width + gap;
      starts[i] = get_label (labels, i)->anchor_x - sizes[i] / 2;
    }
  separate (starts, sizes, labels->len, left - gap / 2, right + gap / 2);
  for (guint i = 0; i < labels->len; i++)
    get_label (labels, i)->x = starts[i] + gap / 2;
}

static gboolean
boxes_meet (CapacityChartBox a,
            CapacityChartBox b)
{
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/* Highest and lowest place of a line between two x; FALSE if it is not there. */
static gboolean
find_envelope (CapacityChartLayout *self,
               const double        *values,
               gboolean             is_step,
               double               x1,
               double               x2,
               double              *top,
               double              *bottom)
{
  double scale = self->chart->n / MAX (self->plot.width, 1);
  int reach = is_step ? 0 : 1;
  int from = MAX ((int) floor ((x1 - self->plot.x) * scale) - reach, 0);
  int to = MIN ((int) floor ((x2 - self->plot.x) * scale) + reach, (int) self->chart->n - 1);

  *top = INFINITY;
  *bottom = -INFINITY;
  for (int i = from; i <= to; i++)
    if (!isnan (values[i]))
      {
        *top = MIN (*top, capacity_layout_y (self, values[i]));
        *bottom = MAX (*bottom, capacity_layout_y (self, values[i]));
      }
  return *top <= *bottom;
}

/* How many lines run through a box, not counting one of them. */
static int
count_lines (CapacityChartLayout       *self,
             CapacityChartBox           box,
             const CapacityChartSeries *except)
{
  double margin = self->style.line_width;
  double top, bottom;
  int n = 0;

  for (guint i = 0; i < self->chart->series->len; i++)
    {
      const CapacityChartSeries *series = capacity_chart_series (self->chart, i);

      if (series != except && capacity_role_is_line (series->role) && series->high == NULL
          && find_envelope (self, series->low, capacity_role_is_step (series->role), box.x,
                            box.x + box.width, &top, &bottom)
          && top - margin < box.y + box.height && bottom + margin > box.y)
        n++;
    }
  return n;
}

static int
count_hits (CapacityChartLayout *self,
            GArray              *labels,
            guint                n_placed,
            CapacityChartBox     box,
            const double        *rules,
            guint                n_rules)
{
  CapacityChartBox wide = { box.x - self->em * 0.3, box.y, box.width + self->em * 0.6, box.height };
  int n = count_lines (self, box, NULL);

  for (guint i = 0; i < n_placed; i++)
    {
      CapacityLabel *label = get_label (labels, i);

      if (boxes_meet (wide, (CapacityChartBox) { label->x, label->y, label->width, label->height }))
        n += 100;
    }
  for (guint i = 0; i < n_rules; i++)
    if (rules[i] > wide.x && rules[i] < wide.x + wide.width)
      n += 2;
  return n;
}

typedef struct
{
  CapacityChartLayout       *layout;
  GArray                    *labels;
  guint                      n_placed;
  const double              *rules;
  guint                      n_rules;
  const CapacityChartSeries *series;
  CapacityLabel             *label;
  double                     best;
  int                        n_hits;    /* of the best place: lines it lies on */
  int                        n_between; /* and lines between it and its own */
} Placement;

/* Tries a place at some distance above or below the label's own line. */
static void
try_place (Placement *self,
           double     x,
           double     distance,
           gboolean   is_above,
           double     bias)
{
  CapacityChartLayout *layout = self->layout;
  CapacityChartBox box = { x, 0, self->label->width, self->label->height };
  CapacityChartBox between = box;
  double top, bottom, cost;
  int n_hits, n_between;

  if (!find_envelope (layout, self->series->low, capacity_role_is_step (self->series->role), x,
                      x + box.width, &top, &bottom))
    return;
  box.y = is_above ? top - distance - box.height : bottom + distance;
  if (box.y < layout->plot.y || box.y + box.height > layout->plot.y + layout->plot.height)
    return;
  /* A label with another line between it and its own seems to name that one. */
  between.y = is_above ? box.y + box.height : bottom;
  between.height = distance;
  n_between = count_lines (layout, between, self->series);
  n_hits = count_hits (layout, self->labels, self->n_placed, box, self->rules, self->n_rules);
  cost = n_between * 12 + n_hits * 40 + (distance + bottom - top) / layout->em + bias + (is_above ? 0 : 0.5);
  if (cost < self->best)
    {
      self->best = cost;
      self->n_between = n_between;
      self->n_hits = n_hits;
      self->label->x = box.x;
      self->label->y = box.y;
    }
}

static void
find_reach (const CapacityChart       *chart,
            const CapacityChartSeries *series,
            guint                     *from,
            guint                     *to)
{
  *from = 0;
  *to = chart->n;
  while (*from < chart->n && isnan (series->low[*from]))
    ++*from;
  while (*to > *from && isnan (series->low[*to - 1]))
    --*to;
}

#define N_TRIES 32

/* Looks along the line, from its later part to the earlier. */
static void
find_place (Placement *self)
{
  CapacityChartLayout *layout = self->layout;
  guint from, to;
  double left, right;

  find_reach (layout->chart, self->series, &from, &to);
  left = capacity_layout_x (layout, from);
  right = MAX (capacity_layout_x (layout, to) - self->label->width, left);
  right = MIN (right, layout->plot.x + layout->plot.width - self->label->width);
  left = MAX (MIN (left, right), layout->plot.x);
  for (int i = 0; i < N_TRIES; i++)
    for (int step = 0; step < 7; step++)
      {
        double x = right - (right - left) * i / (N_TRIES - 1);
        double distance = layout->em * (0.25 + 0.5 * step);
        double bias = 2.0 * fabs ((double) i / (N_TRIES - 1) - 0.25);

        try_place (self, x, distance, TRUE, bias);
        try_place (self, x, distance, FALSE, bias);
      }
}

/* Puts labels into the plot near the lines they name, where they hit at most @tolerance others, the
 * weightiest first. One that has no such place moves to @others. */
void
capacity_labels_place_inside (GArray              *labels,
                              CapacityChartLayout *self,
                              const double        *rules,
                              guint                n_rules,
                              int                  tolerance,
                              GArray              *others)
{
  double others_width = self->width - 2 * self->padding - CAPACITY_SAMPLE_EMS * self->em;

  g_array_sort (labels, compare_weight);
  for (guint i = 0; i < labels->len; i++)
    {
      CapacityLabel *label = get_label (labels, i);
      Placement placement = {
        .layout = self,
        .labels = labels,
        .n_placed = i,
        .rules = rules,
        .n_rules = n_rules,
        .series = capacity_chart_series (self->chart, label->series),
        .label = label,
        .best = INFINITY,
      };

      find_place (&placement);
      if (isfinite (placement.best) && placement.n_between == 0 && placement.n_hits <= tolerance)
        continue;
      capacity_labels_add (others, self, label->role, placement.series->label, others_width, 1,
                           label->weight);
      get_label (others, others->len - 1)->series = label->series;
      g_array_remove_index (labels, i--);
    }
}

/* Flows labels into rows with room for a sample of their line before each; returns the height of the rows. */
double
capacity_labels_flow (GArray              *labels,
                      CapacityChartLayout *self,
                      double               top)
{
  double sample = CAPACITY_SAMPLE_EMS * self->em;
  double right = self->width - self->padding;
  double x = self->padding, y = top;

  for (guint i = 0; i < labels->len; i++)
    {
      CapacityLabel *label = get_label (labels, i);

      if (x > self->padding && x + sample + label->width > right)
        {
          x = self->padding;
          y += self->line;
        }
      label->x = x + sample;
      label->y = y;
      x += sample + label->width + self->em * 1.2;
    }
  return labels->len > 0 ? y + self->line - top : 0;
}

/* Draws the lines of each label, aligned within its box. */
void
capacity_labels_draw (GArray              *labels,
                      CapacityChartLayout *self,
                      double               align,
                      gboolean             has_halo)
{
  for (guint i = 0; i < labels->len; i++)
    {
      CapacityLabel *label = get_label (labels, i);

      for (guint j = 0; j < label->n_lines; j++)
        {
          double baseline = label->y + j * self->line + self->ascent;
          double x = label->x + label->width * align;
          CapacityDrawingItem *item;

          item = capacity_drawing_text (&self->drawing, label->role, label->lines[j], x, baseline, align,
                                        FALSE);
          item->has_halo = has_halo;
        }
    }
}
