/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-chart-private.h"
#include "capacity-ticks.h"

#include <math.h>

G_DEFINE_BOXED_TYPE (CapacityChart, capacity_chart, capacity_chart_ref, capacity_chart_unref)

static void
chart_clear (gpointer data)
{
  CapacityChart *self = data;

  g_free (self->title);
  g_free (self->summary);
  g_free (self->unit);
  g_free (self->period_heading);
  g_free (self->low_heading);
  g_free (self->high_heading);
  g_free (self->unbounded);
  g_free (self->headroom_label);
  g_free (self->deficit_label);
  g_free (self->today_label);
  g_free (self->events_label);
  g_free (self->remarks_label);
  for (guint i = 0; self->remarks != NULL && i < self->n; i++)
    g_free (self->remarks[i]);
  g_free (self->remarks);
  g_array_unref (self->series);
  g_array_unref (self->markers);
  g_array_unref (self->spans);
  g_array_unref (self->events);
  g_array_unref (self->bars);
  if (self->destroy != NULL)
    self->destroy (self->user_data);
}

/**
 * capacity_chart_ref:
 * @self: a chart
 *
 * Returns: (transfer full): the same chart
 */
CapacityChart *
capacity_chart_ref (const CapacityChart *self)
{
  return g_atomic_rc_box_acquire ((CapacityChart *) self);
}

/**
 * capacity_chart_unref:
 * @self: (transfer full): a chart
 */
void
capacity_chart_unref (CapacityChart *self)
{
  g_atomic_rc_box_release_full (self, chart_clear);
}

/**
 * capacity_chart_get_form:
 * @self: a chart
 *
 * Returns: what kind of chart it is
 */
CapacityChartForm
capacity_chart_get_form (const CapacityChart *self)
{
  return self->form;
}

/**
 * capacity_chart_get_title:
 * @self: a chart
 *
 * Returns: (nullable): what it is about
 */
const char *
capacity_chart_get_title (const CapacityChart *self)
{
  return self->title;
}

/**
 * capacity_chart_get_summary:
 * @self: a chart
 *
 * Returns: (nullable): what it says, in a sentence
 */
const char *
capacity_chart_get_summary (const CapacityChart *self)
{
  return self->summary;
}

/**
 * capacity_chart_get_unit:
 * @self: a chart
 *
 * Returns: (nullable): what its numbers count
 */
const char *
capacity_chart_get_unit (const CapacityChart *self)
{
  return self->unit;
}

/**
 * capacity_chart_is_empty:
 * @self: a chart
 *
 * Returns: whether there is no value to show
 */
gboolean
capacity_chart_is_empty (const CapacityChart *self)
{
  for (guint i = 0; i < self->bars->len; i++)
    if (isfinite (capacity_chart_bar (self, i)->value))
      return FALSE;
  for (guint i = 0; i < self->series->len; i++)
    for (guint j = 0; j < self->n; j++)
      if (!isnan (capacity_chart_series (self, i)->low[j]))
        return FALSE;
  return TRUE;
}

/* Whether it is of rows with a bar each, not of periods. */
gboolean
capacity_chart_has_bars (const CapacityChart *self)
{
  return self->form == CAPACITY_CHART_WATERFALL || self->form == CAPACITY_CHART_BULLET;
}

const CapacityChartBar *
capacity_chart_bar (const CapacityChart *self,
                    guint                i)
{
  return &g_array_index (self->bars, CapacityChartBar, i);
}

const CapacityChartSeries *
capacity_chart_series (const CapacityChart *self,
                       guint                i)
{
  return &g_array_index (self->series, CapacityChartSeries, i);
}

const CapacityChartSeries *
capacity_chart_find_series (const CapacityChart *self,
                            CapacityChartRole    role)
{
  for (guint i = 0; i < self->series->len; i++)
    if (capacity_chart_series (self, i)->role == role)
      return capacity_chart_series (self, i);
  return NULL;
}

const CapacityChartEvent *
capacity_chart_event (const CapacityChart *self,
                      guint                i)
{
  return &g_array_index (self->events, CapacityChartEvent, i);
}

/* Where an event begins, in columns; one that had begun before begins with the chart. */
double
capacity_chart_event_start (const CapacityChart *self,
                            guint                i)
{
  return MAX (capacity_column_of_date (self->kind, self->first, capacity_chart_event (self, i)->from), 0);
}

/* With the number that marks it, which is one more than its place. */
char *
capacity_chart_name_event (const CapacityChart *self,
                           guint                i)
{
  g_autofree char *number = capacity_chart_format (self, i + 1, 0);

  return g_strdup_printf ("%s %s", number, capacity_chart_event (self, i)->name);
}

/* The events that begin in a column, one after another; NULL where none does. */
char *
capacity_chart_list_events (const CapacityChart *self,
                            guint                column)
{
  GString *text = NULL;

  for (guint i = 0; i < self->events->len; i++)
    {
      g_autofree char *name = NULL;

      if ((guint) capacity_chart_event_start (self, i) != column)
        continue;
      name = capacity_chart_name_event (self, i);
      if (text == NULL)
        text = g_string_new (name);
      else
        g_string_append_printf (text, "; %s", name);
    }

  return text != NULL ? g_string_free_and_steal (text) : NULL;
}

/* A number for an axis. */
char *
capacity_chart_format (const CapacityChart *self,
                       double               value,
                       int                  decimals)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *format = g_strdup_printf ("%%.%df", decimals);

  if (self->number != NULL)
    return self->number (value, decimals, self->user_data);
  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, format, value));
}

/* A number for a table: whole where it is a count, with three figures where it is small. */
char *
capacity_chart_format_value (const CapacityChart *self,
                             double               value)
{
  int decimals = 0;

  if (isnan (value))
    return g_strdup ("–");
  if (isinf (value))
    return g_strdup (self->unbounded != NULL ? self->unbounded : "∞");
  if (fabs (value - round (value)) > 1e-9 && fabs (value) < 100)
    decimals = fabs (value) < 1 ? 2 : 1;
  return capacity_chart_format (self, value, decimals);
}

char *
capacity_chart_name_period (const CapacityChart     *self,
                            CapacityPeriod           period,
                            CapacityChartPeriodText  text)
{
  if (self->period != NULL)
    return self->period (period, text, self->user_data);
  return capacity_period_to_string (period);
}

char *
capacity_chart_name_column (const CapacityChart *self,
                            guint                column)
{
  CapacityPeriod period = { self->kind, self->first + (int) column };

  return capacity_chart_name_period (self, period, CAPACITY_CHART_PERIOD_FULL);
}
