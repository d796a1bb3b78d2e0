/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-chart-private.h"

#include <math.h>

struct _CapacityChartBuilder
{
  CapacityChart *chart;
};

static void
series_clear (gpointer data)
{
  CapacityChartSeries *series = data;

  g_free (series->label);
  g_free (series->low);
  g_free (series->high);
}

static void
marker_clear (gpointer data)
{
  g_free (((CapacityChartMarker *) data)->label);
}

static void
span_clear (gpointer data)
{
  g_free (((CapacityChartSpan *) data)->label);
}

static void
event_clear (gpointer data)
{
  g_free (((CapacityChartEvent *) data)->name);
}

static void
bar_clear (gpointer data)
{
  g_free (((CapacityChartBar *) data)->label);
}

static GArray *
array_new (guint          size,
           GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, TRUE, size);

  g_array_set_clear_func (array, clear);
  return array;
}

/**
 * capacity_chart_builder_new:
 * @form: what kind of chart
 * @kind: length of the periods of its x axis
 * @first: index of the first period
 * @n: number of periods; 0 for a waterfall or bullet graph
 *
 * Begins a chart. For %CAPACITY_CHART_CYCLE the x axis is one year of any number, on which every year is
 * laid.
 *
 * Returns: (transfer full): a builder
 */
CapacityChartBuilder *
capacity_chart_builder_new (CapacityChartForm  form,
                            CapacityPeriodKind kind,
                            int                first,
                            guint              n)
{
  CapacityChartBuilder *self = g_new0 (CapacityChartBuilder, 1);
  CapacityChart *chart = g_atomic_rc_box_new0 (CapacityChart);

  chart->form = form;
  chart->kind = kind;
  chart->first = first;
  chart->n = n;
  chart->series = array_new (sizeof (CapacityChartSeries), series_clear);
  chart->markers = array_new (sizeof (CapacityChartMarker), marker_clear);
  chart->spans = array_new (sizeof (CapacityChartSpan), span_clear);
  chart->events = array_new (sizeof (CapacityChartEvent), event_clear);
  chart->bars = array_new (sizeof (CapacityChartBar), bar_clear);
  self->chart = chart;
  return self;
}

/**
 * capacity_chart_builder_free:
 * @self: (transfer full): a builder that is not to be ended
 */
void
capacity_chart_builder_free (CapacityChartBuilder *self)
{
  g_clear_pointer (&self->chart, capacity_chart_unref);
  g_free (self);
}

/**
 * capacity_chart_builder_set_title:
 * @self: a builder
 * @title: (nullable): what the chart is about, in a few words
 */
void
capacity_chart_builder_set_title (CapacityChartBuilder *self,
                                  const char           *title)
{
  g_set_str (&self->chart->title, title);
}

/**
 * capacity_chart_builder_set_summary:
 * @self: a builder
 * @summary: (nullable): what the chart says, in a sentence, for those who cannot see it
 */
void
capacity_chart_builder_set_summary (CapacityChartBuilder *self,
                                    const char           *summary)
{
  g_set_str (&self->chart->summary, summary);
}

/**
 * capacity_chart_builder_set_unit:
 * @self: a builder
 * @unit: (nullable): what the numbers count, shown above the axis
 */
void
capacity_chart_builder_set_unit (CapacityChartBuilder *self,
                                 const char           *unit)
{
  g_set_str (&self->chart->unit, unit);
}

/**
 * capacity_chart_builder_set_headings:
 * @self: a builder
 * @period: (nullable): heading of the table's first column: "Period"
 * @low: (nullable): for the lower bound of a band, with one %s for its label: "%s, from"; for the target of a
 *   bullet graph
 * @high: (nullable): for its upper bound: "%s, to"; for the whole of a bullet graph
 */
void
capacity_chart_builder_set_headings (CapacityChartBuilder *self,
                                     const char           *period,
                                     const char           *low,
                                     const char           *high)
{
  g_set_str (&self->chart->period_heading, period);
  g_set_str (&self->chart->low_heading, low);
  g_set_str (&self->chart->high_heading, high);
}

/**
 * capacity_chart_builder_set_unbounded:
 * @self: a builder of a heat map
 * @unbounded: (nullable): how an infinite share is written; as short as a number
 */
void
capacity_chart_builder_set_unbounded (CapacityChartBuilder *self,
                                      const char           *unbounded)
{
  g_set_str (&self->chart->unbounded, unbounded);
}

/**
 * capacity_chart_builder_set_formats:
 * @self: a builder
 * @number: how numbers are written
 * @period: how periods are written
 * @user_data: for both; they may be called from any thread
 * @destroy: (nullable): called with @user_data when the chart goes
 *
 * Tells how the user's language writes numbers and periods. Without this they are as in files.
 */
void
capacity_chart_builder_set_formats (CapacityChartBuilder    *self,
                                    CapacityChartNumberFunc  number,
                                    CapacityChartPeriodFunc  period,
                                    gpointer                 user_data,
                                    GDestroyNotify           destroy)
{
  self->chart->number = number;
  self->chart->period = period;
  self->chart->user_data = user_data;
  self->chart->destroy = destroy;
}

/* A share of nothing is beyond any whole, and a heat map shows it as such. */
static gboolean
is_shown (const CapacityChart *chart,
          double               value)
{
  return isfinite (value) || (chart->form == CAPACITY_CHART_HEAT_MAP && value > 0);
}

/* Lays values on the columns of the chart; what is not shown is not there. */
static double *
spread (const CapacityChart *chart,
        int                  first,
        const double        *values,
        guint                n)
{
  double *columns = g_new (double, MAX (chart->n, 1));

  for (guint i = 0; i < chart->n; i++)
    {
      gint64 at = (gint64) i + chart->first - first;

      columns[i] = at >= 0 && at < n && is_shown (chart, values[at]) ? values[at] : NAN;
    }
  return columns;
}

/**
 * capacity_chart_builder_add_series:
 * @self: a builder
 * @role: what it stands for
 * @label: (nullable): its name, in the user's language
 * @first: index of the period of @values[0]
 * @values: (array length=n): a value a period; NaN where there is none. For a heat map shares of 1, infinite where there
 *   is nothing to share
 * @n: number of values
 *
 * Adds a line, a step line or, to a heat map, a row. What lies outside the x axis is left out.
 */
void
capacity_chart_builder_add_series (CapacityChartBuilder *self,
                                   CapacityChartRole     role,
                                   const char           *label,
                                   int                   first,
                                   const double         *values,
                                   guint                 n)
{
  CapacityChartSeries series = {
    .role = role,
    .label = g_strdup (label),
    .low = spread (self->chart, first, values, n),
  };

  g_array_append_val (self->chart->series, series);
}

/**
 * capacity_chart_builder_add_band:
 * @self: a builder
 * @role: which interval
 * @label: (nullable): its name: "80 %"
 * @first: index of the period of the first value
 * @low: (array length=n): lower bounds
 * @high: (array length=n): upper bounds
 * @n: number of values
 *
 * Adds an interval. Wider ones are drawn first, whatever the order they are added in.
 */
void
capacity_chart_builder_add_band (CapacityChartBuilder *self,
                                 CapacityChartRole     role,
                                 const char           *label,
                                 int                   first,
                                 const double         *low,
                                 const double         *high,
                                 guint                 n)
{
  CapacityChartSeries series = {
    .role = role,
    .label = g_strdup (label),
    .low = spread (self->chart, first, low, n),
    .high = spread (self->chart, first, high, n),
  };

  g_array_append_val (self->chart->series, series);
}

/**
 * capacity_chart_builder_add_level:
 * @self: a builder
 * @role: what it stands for
 * @label: (nullable): its name
 * @value: the level
 *
 * Adds a line of one height across the whole plot: a threshold, a mean, a control limit.
 */
void
capacity_chart_builder_add_level (CapacityChartBuilder *self,
                                  CapacityChartRole     role,
                                  const char           *label,
                                  double                value)
{
  CapacityChartSeries series = { .role = role, .label = g_strdup (label), .is_level = TRUE };

  series.low = g_new (double, MAX (self->chart->n, 1));
  for (guint i = 0; i < self->chart->n; i++)
    series.low[i] = isfinite (value) ? value : NAN;
  g_array_append_val (self->chart->series, series);
}

static int
column_of (const CapacityChart *chart,
           int                  index)
{
  gint64 column = (gint64) index - chart->first;

  return column >= 0 && column < chart->n ? (int) column : -1;
}

/**
 * capacity_chart_builder_add_marker:
 * @self: a builder
 * @role: %CAPACITY_CHART_ROLE_OUTLIER or %CAPACITY_CHART_ROLE_SIGNAL
 * @label: (nullable): why it is marked
 * @index: index of its period
 * @value: its height
 *
 * Marks a point.
 */
void
capacity_chart_builder_add_marker (CapacityChartBuilder *self,
                                   CapacityChartRole     role,
                                   const char           *label,
                                   int                   index,
                                   double                value)
{
  CapacityChartMarker marker = { role, NULL, column_of (self->chart, index), value };

  if (marker.column < 0 || !isfinite (value))
    return;
  marker.label = g_strdup (label);
  g_array_append_val (self->chart->markers, marker);
}

/**
 * capacity_chart_builder_add_span:
 * @self: a builder
 * @role: %CAPACITY_CHART_ROLE_EXHAUSTION
 * @label: (nullable): what happens then, with its date
 * @earliest: index of the first period in which it may happen; 0 if none within the chart
 * @likely: index of the period in which it likely does; 0 if none
 * @latest: index of the last period; 0 if it may be later than the chart
 *
 * Marks when something is likely to happen and between which periods.
 */
void
capacity_chart_builder_add_span (CapacityChartBuilder *self,
                                 CapacityChartRole     role,
                                 const char           *label,
                                 int                   earliest,
                                 int                   likely,
                                 int                   latest)
{
  CapacityChartSpan span = {
    role,
    NULL,
    column_of (self->chart, earliest),
    column_of (self->chart, likely),
    column_of (self->chart, latest),
  };

  if (span.earliest < 0 && span.likely < 0)
    return;
  span.label = g_strdup (label);
  g_array_append_val (self->chart->spans, span);
}

/**
 * capacity_chart_builder_set_events:
 * @self: a builder of a chart over time
 * @label: what the events are called together, which heads their column in the table
 */
void
capacity_chart_builder_set_events (CapacityChartBuilder *self,
                                   const char           *label)
{
  g_set_str (&self->chart->events_label, label);
}

/**
 * capacity_chart_builder_add_event:
 * @self: a builder of a chart over time
 * @name: what happens
 * @from: the first day
 * @until: the last, or %CAPACITY_DATE_NONE for "from then on"
 *
 * Marks when something happens. Events are numbered as they are added, so add them by their days.
 *
 * Returns: whether it is marked: it begins or goes on within the x axis; what began before it and never ends is not
 */
gboolean
capacity_chart_builder_add_event (CapacityChartBuilder *self,
                                  const char           *name,
                                  CapacityDate          from,
                                  CapacityDate          until)
{
  CapacityChart *chart = self->chart;
  CapacityChartEvent event = { NULL, from, until };
  int last = until != CAPACITY_DATE_NONE ? until : from;

  if (chart->n == 0 || from > capacity_period_last_day ((CapacityPeriod){ chart->kind, chart->first + (int) chart->n - 1 })
      || last < capacity_period_first_day ((CapacityPeriod){ chart->kind, chart->first }))
    return FALSE;
  event.name = g_strdup (name);
  g_array_append_val (chart->events, event);

  return TRUE;
}

/**
 * capacity_chart_builder_set_remarks:
 * @self: a builder of a chart over time
 * @heading: what heads their column in the table
 * @first: index of the first period
 * @remarks: (array length=n): what is to be said of each period; %NULL for nothing
 * @n: their number
 *
 * Gives the periods words that are not drawn: they stand in the table, and the cursor tells them.
 */
void
capacity_chart_builder_set_remarks (CapacityChartBuilder *self,
                                    const char           *heading,
                                    int                   first,
                                    const char *const    *remarks,
                                    guint                 n)
{
  CapacityChart *chart = self->chart;

  g_return_if_fail (chart->remarks == NULL);

  g_set_str (&chart->remarks_label, heading);
  chart->remarks = g_new0 (char *, MAX (chart->n, 1));
  for (guint i = 0; i < n; i++)
    {
      int column = first + (int) i - chart->first;

      if (column >= 0 && column < (int) chart->n)
        chart->remarks[column] = g_strdup (remarks[i]);
    }
}

/**
 * capacity_chart_builder_add_bar:
 * @self: a builder of a waterfall
 * @role: %CAPACITY_CHART_ROLE_TOTAL for a bar that stands on zero, else rise or fall
 * @label: its name
 * @value: its height; negative for a fall
 *
 * Adds a bar after the others.
 */
void
capacity_chart_builder_add_bar (CapacityChartBuilder *self,
                                CapacityChartRole     role,
                                const char           *label,
                                double                value)
{
  CapacityChartBar bar = { role, g_strdup (label), isfinite (value) ? value : NAN, NAN, NAN };

  g_array_append_val (self->chart->bars, bar);
}

/**
 * capacity_chart_builder_add_bullet:
 * @self: a builder of a bullet graph
 * @label: name of the row
 * @value: what is reached or used
 * @target: what it should be at most; NaN for none
 * @whole: what it can be at most: each row is drawn as shares of it
 *
 * Adds a row after the others.
 */
void
capacity_chart_builder_add_bullet (CapacityChartBuilder *self,
                                   const char           *label,
                                   double                value,
                                   double                target,
                                   double                whole)
{
  CapacityChartBar bar = {
    CAPACITY_CHART_ROLE_DEMAND,
    g_strdup (label),
    isfinite (value) ? value : NAN,
    isfinite (target) ? target : NAN,
    isfinite (whole) && whole > 0 ? whole : NAN,
  };

  if (bar.value > bar.whole)
    bar.role = CAPACITY_CHART_ROLE_BAD;
  else if (bar.value > bar.target)
    bar.role = CAPACITY_CHART_ROLE_RISK;
  g_array_append_val (self->chart->bars, bar);
}

/**
 * capacity_chart_builder_set_today:
 * @self: a builder
 * @today: the day that divides what was from what may be
 * @label: (nullable): its name
 */
void
capacity_chart_builder_set_today (CapacityChartBuilder *self,
                                  CapacityDate          today,
                                  const char           *label)
{
  self->chart->today = today;
  g_set_str (&self->chart->today_label, label);
}

/**
 * capacity_chart_builder_set_balance:
 * @self: a builder
 * @headroom: (nullable): name of capacity that is left
 * @deficit: (nullable): name of what is missing
 *
 * Hatches what lies between demand, with its forecast, and regular capacity.
 */
void
capacity_chart_builder_set_balance (CapacityChartBuilder *self,
                                    const char           *headroom,
                                    const char           *deficit)
{
  self->chart->has_balance = TRUE;
  g_set_str (&self->chart->headroom_label, headroom);
  g_set_str (&self->chart->deficit_label, deficit);
}

/**
 * capacity_chart_builder_end:
 * @self: (transfer full): a builder
 *
 * Returns: (transfer full): the chart
 */
CapacityChart *
capacity_chart_builder_end (CapacityChartBuilder *self)
{
  CapacityChart *chart = g_steal_pointer (&self->chart);

  g_free (self);
  return chart;
}
