/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-service-chart.h"

#include <glib/gi18n.h>
#include <math.h>

#include "capacity-bottleneck-words.h"
#include "capacity-format.h"
#include "capacity-ranking.h"
#include "capacity-register-words.h"
#include "capacity-words.h"

/* The year before the forecast. */
#define N_RECENT 12

static char *
format_number (double   value,
               int      decimals,
               gpointer user_data)
{
  return capacity_format_number (value, decimals);
}

static char *
format_tick (CapacityPeriod period)
{
  int year, month, day;

  capacity_date_to_ymd (capacity_period_first_day (period), &year, &month, &day);
  switch (period.kind)
    {
    case CAPACITY_PERIOD_YEAR:
      return g_strdup_printf ("%d", year);
    case CAPACITY_PERIOD_QUARTER:
      /* Translators: a quarter of a year under the axis of a chart; %d is 1 to 4 */
      return g_strdup_printf (C_("chart", "Q%d"), (month - 1) / 3 + 1);
    case CAPACITY_PERIOD_MONTH:
      return capacity_format_short_month (period.index);
    case CAPACITY_PERIOD_HOUR:
      return g_strdup_printf ("%d", capacity_period_hour (period));
    default:
      /* Translators: a day of the month under the axis of a chart */
      return g_strdup_printf (C_("chart", "%d"), day);
    }
}

static char *
format_period (CapacityPeriod          period,
               CapacityChartPeriodText text,
               gpointer                user_data)
{
  if (text == CAPACITY_CHART_PERIOD_TICK)
    return format_tick (period);
  if (text == CAPACITY_CHART_PERIOD_CONTEXT && period.kind == CAPACITY_PERIOD_YEAR)
    return g_strdup_printf ("%d", period.index);

  return capacity_format_period (period);
}

/**
 * capacity_chart_set_words:
 * @builder: a chart that is being made
 *
 * Lets a chart and its table write numbers and periods as the rest of the program does.
 */
void
capacity_chart_set_words (CapacityChartBuilder *builder)
{
  capacity_chart_builder_set_formats (builder, format_number, format_period, NULL, NULL);
  /* Translators: headings in the table of a chart; %s is what has a lower and an upper bound */
  capacity_chart_builder_set_headings (builder, C_("period", "Month"), C_("chart", "%s, from"),
                                       C_("chart", "%s, to"));
}

/* The hour without the day, which stands for all of them. */
static char *
format_hour (CapacityPeriod          period,
             CapacityChartPeriodText text,
             gpointer                user_data)
{
  return text == CAPACITY_CHART_PERIOD_TICK ? format_tick (period) : capacity_format_hour (capacity_period_hour (period));
}

/**
 * capacity_chart_set_hour_words:
 * @builder: a chart of the hours of a day that is being made
 *
 * Lets it and its table write numbers and hours as the rest of the program does.
 */
void
capacity_chart_set_hour_words (CapacityChartBuilder *builder)
{
  capacity_chart_builder_set_formats (builder, format_number, format_hour, NULL, NULL);
  capacity_chart_builder_set_headings (builder, C_("period", "Hour"), C_("chart", "%s, from"), C_("chart", "%s, to"));
}

static gboolean
has_forecast (const CapacityServiceAssessment *service)
{
  return service->forecast != NULL && service->forecast->outcome == CAPACITY_FORECAST_OK &&
         service->forecast->horizon > 0;
}

static void
add_forecast (CapacityChartBuilder   *builder,
              const CapacityForecast *forecast)
{
  capacity_chart_builder_add_band (builder, CAPACITY_CHART_ROLE_BAND_95, C_("chart", "Interval of 95%"),
                                   forecast->first,
                                   forecast->low95, forecast->high95, forecast->horizon);
  capacity_chart_builder_add_band (builder, CAPACITY_CHART_ROLE_BAND_80, C_("chart", "Interval of 80%"),
                                   forecast->first,
                                   forecast->low80, forecast->high80, forecast->horizon);
  capacity_chart_builder_add_series (builder, CAPACITY_CHART_ROLE_FORECAST, C_("chart", "Forecast"),
                                     forecast->first,
                                     forecast->median, forecast->horizon);
}

static gboolean
has_own_peak (const CapacityServiceAssessment *service)
{
  for (guint i = 0; i < service->n_limits; i++)
    if (isfinite (service->limits_peak[i]) && service->limits_peak[i] != service->limits_regular[i])
      return TRUE;

  return FALSE;
}

/* A share of the capacity of each month; takes @label. */
static void
add_share (CapacityChartBuilder *builder,
           CapacityChartRole     role,
           char                 *label,
           double                share,
           int                   first,
           const double         *limits,
           guint                 n)
{
  g_autofree double *values = g_new (double, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    values[i] = limits[i] * share;
  capacity_chart_builder_add_series (builder, role, label, first, values, n);
  g_free (label);
}

/**
 * capacity_chart_add_thresholds:
 * @builder: a chart over months that is being made
 * @target: the share of capacity that is prudent to use
 * @low: the share below which too little is used; NaN for no line
 * @first: index of the first month
 * @limits: (array length=n): regular capacity a month
 * @n: number of months
 *
 * Draws the shares of capacity at which a verdict turns, besides all of it: prudent use, which is no line of its own
 * where it is all, and too little.
 */
void
capacity_chart_add_thresholds (CapacityChartBuilder *builder,
                               double                target,
                               double                low,
                               int                   first,
                               const double         *limits,
                               guint                 n)
{
  g_autofree char *target_text = capacity_format_percent (target);
  g_autofree char *low_text = capacity_format_percent (low);

  if (isfinite (target) && target < 1)
    /* Translators: a line in a chart; %s is a percentage of capacity */
    add_share (builder, CAPACITY_CHART_ROLE_TARGET, g_strdup_printf (C_("chart", "Prudent use: %s"), target_text), target,
               first, limits, n);
  if (!isnan (low))
    /* Translators: a line in a chart; %s is a percentage of capacity */
    add_share (builder, CAPACITY_CHART_ROLE_THRESHOLD,
               g_strdup_printf (C_("chart", "Too little use: below %s"), low_text), low, first, limits, n);
}

/* Whether so little is used, in some month of the last year or of the forecast, that the line for it says something. */
static gboolean
uses_too_little (const CapacityServiceAssessment *service)
{
  int end = service->limit_first + (int) service->n_limits;

  for (int month = MAX (service->quality.last_month - N_RECENT + 1, service->limit_first); month < end; month++)
    if (capacity_service_assessment_demand_in (service, month)
        < service->low * service->limits_regular[month - service->limit_first])
      return TRUE;

  return FALSE;
}

static void
add_peak (CapacityChartBuilder            *builder,
          const CapacityServiceAssessment *service)
{
  double target = service->modes[CAPACITY_MODE_PEAK].target;
  g_autofree char *percent = capacity_format_percent (target);

  capacity_chart_builder_add_series (builder, CAPACITY_CHART_ROLE_PEAK_LIMIT, C_("chart", "Peak capacity"),
                                     service->limit_first, service->limits_peak, service->n_limits);
  if (isfinite (target) && target < 1)
    /* Translators: a line in a chart; %s is a percentage of the capacity in the peaks */
    add_share (builder, CAPACITY_CHART_ROLE_PEAK_TARGET,
               g_strdup_printf (C_("chart", "Prudent use in the peaks: %s"), percent), target, service->limit_first,
               service->limits_peak, service->n_limits);
}

static void
add_limits (CapacityChartBuilder            *builder,
            const CapacityServiceAssessment *service)
{
  if (has_own_peak (service))
    add_peak (builder, service);
  capacity_chart_builder_add_series (builder, CAPACITY_CHART_ROLE_LIMIT, C_("chart", "Capacity"),
                                     service->limit_first,
                                     service->limits_regular, service->n_limits);
  capacity_chart_add_thresholds (builder, service->modes[CAPACITY_MODE_REGULAR].target,
                                 uses_too_little (service) ? service->low : NAN, service->limit_first,
                                 service->limits_regular, service->n_limits);
}

/**
 * capacity_chart_add_exhaustion:
 * @builder: a chart that is being made
 * @exhaustion: when capacity runs short
 *
 * Marks the month in which capacity runs short, where that is likely.
 */
void
capacity_chart_add_exhaustion (CapacityChartBuilder     *builder,
                               const CapacityExhaustion *exhaustion)
{
  g_autofree char *when = NULL;
  g_autofree char *label = NULL;

  /* What only the upper bound passes is not likely: a mark would say more than the verdict does. */
  if (exhaustion->state != CAPACITY_EXHAUSTION_WITHIN || exhaustion->likely == 0)
    return;
  when = capacity_format_in_period ((CapacityPeriod){ CAPACITY_PERIOD_MONTH, exhaustion->likely });
  /* Translators: mark in a chart; %s is such as "in May 2027" */
  label = g_strdup_printf (C_("chart", "Runs short %s"), when);
  capacity_chart_builder_add_span (builder, CAPACITY_CHART_ROLE_EXHAUSTION, label, exhaustion->earliest,
                                   exhaustion->likely, exhaustion->latest);
}

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  return (*(const CapacityKnownEvent *const *) a)->from - (*(const CapacityKnownEvent *const *) b)->from;
}

/**
 * capacity_chart_add_events:
 * @builder: a chart over time that is being made
 * @portfolio: the facts
 * @service: (nullable): one of its services
 *
 * Marks what is known in advance to change the demand of @service, and of every service.
 *
 * Returns: (transfer full) (nullable): a sentence that names what was marked; %NULL where nothing was
 */
char *
capacity_chart_add_events (CapacityChartBuilder    *builder,
                           const CapacityPortfolio *portfolio,
                           const CapacityService   *service)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new ();
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;

  g_ptr_array_extend (events, portfolio->events, NULL, NULL);
  if (service != NULL)
    g_ptr_array_extend (events, service->events, NULL, NULL);
  g_ptr_array_sort (events, compare_events);
  capacity_chart_builder_set_events (builder, _("Known Events"));
  for (guint i = 0; i < events->len; i++)
    {
      const CapacityKnownEvent *event = events->pdata[i];
      g_autofree char *dated = capacity_words_event_dated (event);

      if (!capacity_chart_builder_add_event (builder, event->name, event->from, event->until))
        continue;
      g_string_append_printf (names, "%s%s", n > 0 ? "; " : "", dated);
      n++;
    }
  if (n == 0)
    return NULL;

  /* Translators: %s is the name of an event with its date, or several; in a language whose dates end with a full stop
   * there must not be another */
  return g_strdup_printf (ngettext ("Known event: %s.", "Known events: %s.", n), names->str);
}

/**
 * capacity_chart_add_bottlenecks:
 * @builder: a chart over months that is being made
 * @heading: what heads their column in the table
 * @assessment: what is known of all services
 * @service: what is known of one of them
 *
 * Lets the table and the cursor say what limits @service in each of the months ahead, where a resource does in any.
 */
void
capacity_chart_add_bottlenecks (CapacityChartBuilder            *builder,
                                const char                      *heading,
                                const CapacityAssessment        *assessment,
                                const CapacityServiceAssessment *service)
{
  g_autoptr (GArray) bottlenecks = capacity_bottleneck_list (assessment, service);
  g_autofree const char **names = g_new (const char *, MAX (bottlenecks->len, 1));
  gboolean has_resource = FALSE;

  for (guint i = 0; i < bottlenecks->len; i++)
    {
      const CapacityBottleneck *bottleneck = &g_array_index (bottlenecks, CapacityBottleneck, i);

      names[i] = capacity_words_bottleneck (bottleneck);
      has_resource |= names[i] != NULL && !capacity_bottleneck_is_given (bottleneck);
    }
  if (has_resource)
    capacity_chart_builder_set_remarks (builder, heading, g_array_index (bottlenecks, CapacityBottleneck, 0).month,
                                        names, bottlenecks->len);
}

/**
 * capacity_chart_set_summary_with:
 * @builder: a chart that is being made
 * @summary: what it says
 * @more: (nullable): what it also says
 */
void
capacity_chart_set_summary_with (CapacityChartBuilder *builder,
                                 const char           *summary,
                                 const char           *more)
{
  g_autofree char *both = more != NULL ? g_strconcat (summary, " ", more, NULL) : g_strdup (summary);

  capacity_chart_builder_set_summary (builder, both);
}

/* The months the chart shows: the last of history, the forecast, and today. */
static void
find_months (const CapacityServiceAssessment *service,
             CapacityDate                     as_of,
             guint                            n_history,
             int                             *first,
             int                             *end)
{
  int today = capacity_period_of_date (CAPACITY_PERIOD_MONTH, as_of).index;
  const CapacitySeries *demand = service->demand;

  *end = demand != NULL && demand->n > 0 ? demand->first + (int) demand->n : today;
  *first = demand != NULL && demand->n > 0 ? demand->first : today - 12;
  if (n_history > 0)
    *first = MAX (*first, *end - (int) n_history);
  if (has_forecast (service))
    *end = MAX (*end, service->forecast->first + (int) service->forecast->horizon);
  *end = MAX (*end, *first + 1);
}

/**
 * capacity_service_chart_new:
 * @assessment: what is known of all services
 * @service: what is known of one of them
 * @n_history: how many months of history to show at most; 0 for all
 *
 * Makes the chart of a service: demand and its forecast against capacity, the share of it that is prudent to
 * use, when it runs short, and what is known to change demand. It is empty where nothing was measured and no capacity is
 * known.
 *
 * Returns: (transfer full): the chart; its table has the same numbers
 */
CapacityChart *
capacity_service_chart_new (const CapacityAssessment        *assessment,
                            const CapacityServiceAssessment *service,
                            guint                            n_history)
{
  CapacityChartBuilder *builder;
  g_autofree char *summary = capacity_service_chart_sentence (service);
  g_autofree char *events = NULL;
  g_autofree char *unit = NULL;
  int first, end;

  find_months (service, assessment->as_of, n_history, &first, &end);
  builder = capacity_chart_builder_new (CAPACITY_CHART_TIME, CAPACITY_PERIOD_MONTH, first,
                                        (guint) (end - first));
  unit = g_strdup_printf (_("%s a month"),
                          service->service->unit != NULL ? service->service->unit : _("cases"));
  capacity_chart_set_words (builder);
  capacity_chart_builder_set_title (builder, _("Demand and capacity"));
  capacity_chart_builder_set_unit (builder, unit);
  if (service->n_limits > 0)
    add_limits (builder, service);
  if (has_forecast (service))
    add_forecast (builder, service->forecast);
  if (service->demand != NULL)
    capacity_chart_builder_add_series (builder, CAPACITY_CHART_ROLE_DEMAND, C_("chart", "Demand"),
                                       service->demand->first,
                                       service->demand->values, service->demand->n);
  capacity_chart_builder_set_balance (builder, C_("chart", "Left"), C_("chart", "Short"));
  capacity_chart_builder_set_today (builder, assessment->as_of, C_("chart", "today"));
  capacity_chart_add_exhaustion (builder, &service->exhaustion);
  capacity_chart_add_bottlenecks (builder, C_("chart", "Limited by"), assessment, service);
  events = capacity_chart_add_events (builder, assessment->portfolio, service->service);
  capacity_chart_set_summary_with (builder, summary, events);

  return capacity_chart_builder_end (builder);
}

/* "Demand a month (January 2021 – October 2026): from 640 to 1 180." */
static void
append_history (GString              *text,
                const CapacitySeries *demand)
{
  double low = INFINITY, high = -INFINITY;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *lowest = NULL;
  g_autofree char *highest = NULL;

  for (guint i = 0; i < demand->n; i++)
    if (isfinite (demand->values[i]))
      {
        low = MIN (low, demand->values[i]);
        high = MAX (high, demand->values[i]);
      }
  if (low > high)
    return;
  first = capacity_format_period ((CapacityPeriod){ demand->kind, demand->first });
  last = capacity_format_period ((CapacityPeriod){ demand->kind, demand->first + (int) demand->n - 1 });
  lowest = capacity_format_count (low);
  highest = capacity_format_count (high);
  g_string_append_c (text, ' ');
  /* Translators: %1$s and %2$s are months, %3$s and %4$s the least and the most in a month */
  g_string_append_printf (text, _("Demand a month (%1$s – %2$s): from %3$s to %4$s."), first, last, lowest,
                          highest);
}

static void
append_forecast (GString                *text,
                 const CapacityForecast *forecast)
{
  guint last = forecast->horizon - 1;
  g_autofree char *month = capacity_format_to_month (forecast->first + (int) last);
  g_autofree char *median = capacity_format_count (forecast->median[last]);
  g_autofree char *low = capacity_format_count (forecast->low80[last]);
  g_autofree char *high = capacity_format_count (forecast->high80[last]);

  g_string_append_c (text, ' ');
  /* Translators: %1$s is a month from the context "to month", %2$s the likely number, %3$s and %4$s its
   * bounds */
  g_string_append_printf (text,
                          _("Forecast to %1$s: %2$s a month, with a probability of 80%% from %3$s to %4$s."),
                          month, median, low, high);
}

/* Which months are shares of what was counted. */
static void
append_counted (GString                         *text,
                const CapacityServiceAssessment *service)
{
  g_autofree char *counted = capacity_words_counted (service);

  if (counted != NULL)
    g_string_append_printf (text, " %s", counted);
}

/**
 * capacity_service_chart_caption:
 * @service: what is known of a service
 *
 * Returns: (transfer full): where the forecast ends, or without one the range of demand, as a short sentence, and which
 *   months were not counted themselves; empty where nothing is known
 */
char *
capacity_service_chart_caption (const CapacityServiceAssessment *service)
{
  GString *text = g_string_new (NULL);

  if (has_forecast (service))
    append_forecast (text, service->forecast);
  else if (service->demand != NULL && service->demand->n > 0)
    append_history (text, service->demand);
  append_counted (text, service);

  return g_strchug (g_string_free_and_steal (text));
}

/**
 * capacity_service_chart_sentence:
 * @service: what is known of a service
 *
 * Says what the chart of a service shows, for those who cannot see it: whether capacity suffices, the range
 * of demand, its trend, where the forecast ends, and which months were not counted themselves.
 *
 * Returns: (transfer full): some short sentences
 */
char *
capacity_service_chart_sentence (const CapacityServiceAssessment *service)
{
  g_autofree char *headline = capacity_words_headline (service);
  GString *text = g_string_new (headline);

  if (service->demand != NULL && service->demand->n > 0)
    append_history (text, service->demand);
  if (service->trend.is_known)
    {
      g_autofree char *trend = capacity_words_trend (&service->trend);

      g_string_append_printf (text, " %s.", trend);
    }
  if (has_forecast (service))
    append_forecast (text, service->forecast);
  append_counted (text, service);

  return g_string_free_and_steal (text);
}

/**
 * capacity_chart_load:
 * @demand: what is asked for
 * @capacity: what there is
 *
 * Returns: the share for a heat map: infinite where something is asked for of nothing; NaN where it is not known
 */
double
capacity_chart_load (double demand,
                     double capacity)
{
  if (capacity > 0)
    return demand / capacity;

  return capacity == 0 && demand > 0 ? INFINITY : NAN;
}

static double *
monthly_load (const CapacityServiceAssessment *service,
              int                              first,
              guint                            n)
{
  double *load = g_new (double, n);

  for (guint i = 0; i < n; i++)
    {
      int at = first + (int) i - service->limit_first;
      double capacity = at >= 0 && at < (int) service->n_limits ? service->limits_regular[at] : NAN;
      double demand = service->demand != NULL ? capacity_series_at (service->demand, first + (int) i) : NAN;

      load[i] = capacity_chart_load (demand, capacity);
    }

  return load;
}

/* Where demand took most of the capacity. */
typedef struct
{
  const char *name;
  int         month;
  double      share;
  guint       n_full;
  guint       n_services;
  gboolean    lacks_any; /* some month of a service had demand and no capacity */
} Fullest;

static void
note_fullest (Fullest      *fullest,
              const char   *name,
              int           first,
              const double *load,
              guint         n)
{
  gboolean is_full = FALSE;

  for (guint i = 0; i < n; i++)
    {
      is_full |= load[i] > 1;
      fullest->lacks_any |= isinf (load[i]);
      if (!isfinite (load[i]))
        continue;
      if (fullest->name == NULL || load[i] > fullest->share)
        {
          fullest->name = name;
          fullest->month = first + (int) i;
          fullest->share = load[i];
        }
    }
  fullest->n_full += is_full;
  fullest->n_services++;
}

/* Translators: in a cell of a heat map, as short as a number: there was demand, but no capacity at all */
#define NO_CAPACITY C_("capacity in a cell", "none")

/**
 * capacity_chart_set_no_capacity:
 * @builder: a heat map that is being made
 *
 * Lets it write where something was asked for of nothing, as capacity_chart_load() tells.
 */
void
capacity_chart_set_no_capacity (CapacityChartBuilder *builder)
{
  capacity_chart_builder_set_unbounded (builder, NO_CAPACITY);
}

/**
 * capacity_chart_no_capacity_sentence:
 *
 * Returns: (transfer full): what that means
 */
char *
capacity_chart_no_capacity_sentence (void)
{
  /* Translators: %s is the word in the cell, "none" */
  return g_strdup_printf (_("Where there is demand but no capacity, the cell says “%s”."), NO_CAPACITY);
}

static void
append_sentence (GString *text,
                 char    *taken)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", taken);
  g_free (taken);
}

static char *
fullest_sentence (const Fullest *fullest)
{
  g_autofree char *share = capacity_format_percent (fullest->share);
  g_autofree char *month = capacity_format_in_period ((CapacityPeriod){ CAPACITY_PERIOD_MONTH, fullest->month });

  /* Translators: %1$s is the name of a service, %2$s is such as "in May 2027", %3$s a percentage */
  return g_strdup_printf (_("The most: %1$s %2$s, %3$s."), fullest->name, month, share);
}

static char *
load_summary (const Fullest *fullest,
              guint          n_shown,
              const char    *where)
{
  GString *text = g_string_new (NULL);

  if (fullest->n_services == 0)
    return g_string_free_and_steal (g_string_append (text, _("It is not known how much of their capacity services used.")));

  /* Translators: %1$u and %2$u are numbers of services */
  append_sentence (text, g_strdup_printf (_("Services asked for more than their regular capacity in some month: %1$u of %2$u."),
                                          fullest->n_full, fullest->n_services));
  if (fullest->name != NULL)
    append_sentence (text, fullest_sentence (fullest));
  append_sentence (text, g_strdup (_("Dots mark more than capacity.")));
  if (fullest->lacks_any)
    append_sentence (text, capacity_chart_no_capacity_sentence ());
  if (n_shown < fullest->n_services)
    /* Translators: %1$u and %2$u are numbers of services, of which there are always more than are shown */
    append_sentence (text, g_strdup_printf (ngettext ("Shown are the first %1$u of %2$u service.",
                                                      "Shown are the first %1$u of %2$u services.", fullest->n_services),
                                            n_shown, fullest->n_services));
  if (n_shown < fullest->n_services && where != NULL)
    append_sentence (text, g_strdup (where));

  return g_string_free_and_steal (text);
}

/**
 * capacity_load_chart_new:
 * @assessment: what is known of all services
 * @n_services: how many rows at most
 * @n_months: how many months up to the day of the assessment
 * @where: (nullable): a sentence that says where the other services are, if there are more
 *
 * Makes a heat map of how much of the regular capacity demand took, by service and month, those that need attention
 * first. Its sentence is about all services, and says how many of them are shown.
 *
 * Returns: (transfer full): the chart; empty where no service has both demand and capacity
 */
CapacityChart *
capacity_load_chart_new (const CapacityAssessment *assessment,
                         guint                     n_services,
                         guint                     n_months,
                         const char               *where)
{
  int first = capacity_period_of_date (CAPACITY_PERIOD_MONTH, assessment->as_of).index - (int) n_months;
  CapacityChartBuilder *builder = capacity_chart_builder_new (CAPACITY_CHART_HEAT_MAP, CAPACITY_PERIOD_MONTH,
                                                              first,
                                                              n_months);
  g_autofree char *summary = NULL;
  Fullest fullest = { 0 };

  capacity_chart_set_words (builder);
  capacity_chart_set_no_capacity (builder);
  capacity_chart_builder_set_title (builder, _("Use of capacity by month"));
  capacity_chart_builder_set_unit (builder, _("Share of regular capacity, %"));
  for (guint i = 0; i < assessment->ranking->len; i++)
    {
      const CapacityServiceAssessment *service = assessment->ranking->pdata[i];
      g_autofree double *load = monthly_load (service, first, n_months);
      guint n_known = 0;

      for (guint j = 0; j < n_months; j++)
        n_known += !isnan (load[j]);
      if (n_known == 0)
        continue;
      if (fullest.n_services < n_services)
        capacity_chart_builder_add_series (builder, CAPACITY_CHART_ROLE_CELL, service->service->name, first,
                                           load, n_months);
      note_fullest (&fullest, service->service->name, first, load, n_months);
    }
  summary = load_summary (&fullest, MIN (n_services, fullest.n_services), where);
  capacity_chart_builder_set_summary (builder, summary);

  return capacity_chart_builder_end (builder);
}
