/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-course-charts.h"

#include <glib/gi18n.h>
#include <math.h>

#include "capacity-course.h"
#include "capacity-format.h"
#include "capacity-makeup.h"
#include "capacity-service-chart.h"
#include "capacity-words.h"

/* Years that lie on each other in the chart of the season; more could not be told apart. */
#define N_SEASON_YEARS 4

/* Months of the queue: what was before does not wait any more. */
#define N_QUEUE_MONTHS 36

/* A season of less than this shows no further than noise does. */
#define SMALL_SEASON 0.05

/* Months that are named where more than chance shows, or that are unusual. */
#define N_NAMED_SIGNALS 3

static CapacityChartBuilder *
builder_new (const CapacityServiceAssessment *service,
             CapacityChartForm                form,
             int                              first,
             guint                            n,
             const char                      *title,
             const char                      *summary,
             const char                      *unit_format)
{
  CapacityChartBuilder *builder = capacity_chart_builder_new (form, CAPACITY_PERIOD_MONTH, first, n);
  g_autoptr (GString) unit = g_string_new (unit_format);

  g_string_replace (unit, "%s", service->service->unit != NULL ? service->service->unit : _("cases"), 1);
  capacity_chart_set_words (builder);
  capacity_chart_builder_set_title (builder, title);
  capacity_chart_builder_set_summary (builder, summary);
  capacity_chart_builder_set_unit (builder, unit->str);

  return builder;
}

static char *
season_sentence (const double indices[CAPACITY_SEASON_LENGTH])
{
  guint high = 0, low = 0;
  g_autofree char *above = NULL;
  g_autofree char *below = NULL;
  g_autofree char *small = capacity_format_percent (SMALL_SEASON);

  for (guint i = 1; i < CAPACITY_SEASON_LENGTH; i++)
    {
      high = indices[i] > indices[high] ? i : high;
      low = indices[i] < indices[low] ? i : low;
    }
  if (indices[high] - 1 < SMALL_SEASON && 1 - indices[low] < SMALL_SEASON)
    /* Translators: %s is a percentage */
    return g_strdup_printf (_("There is hardly a season: no month differs from the mean by more than %s."), small);

  above = capacity_format_percent (indices[high] - 1);
  below = capacity_format_percent (1 - indices[low]);

  /* Translators: %1$s and %3$s are months from the context "in month", %2$s and %4$s percentages */
  return g_strdup_printf (_("In a usual year most comes in %1$s, %2$s above the mean, and least in %3$s, %4$s below it."),
                          capacity_format_in_month (high + 1), above, capacity_format_in_month (low + 1), below);
}

/* Adds one calendar year, laid on the months of @first. */
static void
add_year (CapacityChartBuilder *builder,
          const CapacitySeries *demand,
          int                   year,
          int                   first,
          CapacityChartRole     role)
{
  g_autofree char *label = g_strdup_printf ("%d", year);
  double values[CAPACITY_SEASON_LENGTH];
  guint n_measured = 0;

  for (guint i = 0; i < CAPACITY_SEASON_LENGTH; i++)
    {
      values[i] = capacity_series_at (demand, capacity_month (year, (int) i + 1).index);
      n_measured += !isnan (values[i]);
    }
  if (n_measured > 0)
    capacity_chart_builder_add_series (builder, role, label, first, values, CAPACITY_SEASON_LENGTH);
}

/**
 * capacity_season_chart_new:
 * @service: what is known of a service
 *
 * Makes the chart of the season: the months of the last years beside each other, so that what comes back every year
 * can be seen, and what does not.
 *
 * Returns: (transfer full) (nullable): the chart; %NULL where no season is known
 */
CapacityChart *
capacity_season_chart_new (const CapacityServiceAssessment *service)
{
  double indices[CAPACITY_SEASON_LENGTH];
  CapacityChartBuilder *builder;
  g_autofree char *summary = NULL;
  int year, first;

  if (!capacity_course_season (service, indices))
    return NULL;

  capacity_date_to_ymd (capacity_period_first_day ((CapacityPeriod){ CAPACITY_PERIOD_MONTH, service->counted->first
                                                                                           + (int) service->counted->n - 1 }),
                        &year, NULL, NULL);
  first = capacity_month (year, 1).index;
  summary = season_sentence (indices);
  builder = builder_new (service, CAPACITY_CHART_CYCLE, first, CAPACITY_SEASON_LENGTH, _("Season"), summary,
                         _("%s a month"));
  for (int before = N_SEASON_YEARS - 1; before > 0; before--)
    add_year (builder, service->counted, year - before, first, CAPACITY_CHART_ROLE_COMPARISON);
  add_year (builder, service->counted, year, first, CAPACITY_CHART_ROLE_DEMAND);

  return capacity_chart_builder_end (builder);
}

/* The months that are far off, the newest first. */
static char *
unusual_months (const CapacityMakeup *makeup)
{
  GString *text = g_string_new (NULL);
  guint n_named = 0;

  for (guint i = makeup->n; i > 0 && n_named < N_NAMED_SIGNALS; i--)
    if (makeup->is_unusual[i - 1])
      {
        g_autofree char *month = capacity_format_period ((CapacityPeriod){ CAPACITY_PERIOD_MONTH,
                                                                           makeup->first + (int) i - 1 });

        g_string_append_printf (text, "%s%s", n_named > 0 ? ", " : "", month);
        n_named++;
      }
  if (makeup->n_unusual > n_named)
    g_string_append (text, "…");

  return g_string_free_and_steal (text);
}

static char *
makeup_sentence (const CapacityMakeup *makeup)
{
  guint last = makeup->n - 1;
  g_autofree char *first = capacity_format_period ((CapacityPeriod){ CAPACITY_PERIOD_MONTH, makeup->first });
  g_autofree char *end = capacity_format_period ((CapacityPeriod){ CAPACITY_PERIOD_MONTH, makeup->first + (int) last });
  g_autofree char *from = capacity_format_count (makeup->levels[0]);
  g_autofree char *to = capacity_format_count (makeup->levels[last]);
  g_autofree char *up = capacity_format_percent (makeup->up);
  g_autofree char *down = capacity_format_percent (makeup->down);
  g_autofree char *rest = capacity_format_percent (makeup->rest);
  g_autofree char *unusual = unusual_months (makeup);
  GString *text = g_string_new (NULL);

  /* Translators: %1$s and %3$s are numbers of cases, %2$s and %4$s months */
  g_string_append_printf (text, _("Level a month without the season: from %1$s (%2$s) to %3$s (%4$s)."), from, first, to, end);
  g_string_append_c (text, ' ');
  /* Translators: %1$s and %2$s are percentages */
  g_string_append_printf (text, _("The season lifts it by up to %1$s and lowers it by up to %2$s."), up, down);
  g_string_append_c (text, ' ');
  /* Translators: %s is a percentage; the rest is what neither level nor season explains */
  g_string_append_printf (text, _("The rest is at most %s in four months of five."), rest);
  if (makeup->n_unusual == 0)
    return g_string_free_and_steal (text);
  g_string_append_c (text, ' ');
  /* Translators: %s is a month, or several */
  g_string_append_printf (text, ngettext ("Unusual month: %s.", "Unusual months: %s.", makeup->n_unusual), unusual);

  return g_string_free_and_steal (text);
}

/**
 * capacity_makeup_chart_new:
 * @service: what is known of a service
 *
 * Makes the chart of what a volume is made up of: the level without the season through the months that were measured, and
 * which of them are unusual.
 *
 * Returns: (transfer full) (nullable): the chart; %NULL where no season is known, or there is hardly any
 */
CapacityChart *
capacity_makeup_chart_new (const CapacityServiceAssessment *service)
{
  CapacityMakeup makeup;
  CapacityChartBuilder *builder;
  g_autofree char *summary = NULL;

  if (!capacity_makeup (service, &makeup) || (makeup.up < SMALL_SEASON && makeup.down < SMALL_SEASON))
    return NULL;

  summary = makeup_sentence (&makeup);
  builder = builder_new (service, CAPACITY_CHART_TIME, makeup.first, makeup.n, _("Level, season and the rest"), summary,
                         _("%s a month"));
  capacity_chart_builder_add_series (builder, CAPACITY_CHART_ROLE_COMPARISON, C_("chart", "Demand"), makeup.first,
                                     makeup.values, makeup.n);
  capacity_chart_builder_add_series (builder, CAPACITY_CHART_ROLE_DEMAND, C_("chart", "Level without the season"),
                                     makeup.first, makeup.levels, makeup.n);
  for (guint i = 0; i < makeup.n; i++)
    if (makeup.is_unusual[i])
      capacity_chart_builder_add_marker (builder, CAPACITY_CHART_ROLE_OUTLIER, C_("chart", "Unusual"),
                                         makeup.first + (int) i, makeup.values[i]);

  return capacity_chart_builder_end (builder);
}

static char *
weekdays_sentence (const CapacityService        *service,
                   const CapacityCourseWeekdays *weekdays)
{
  g_autofree char *most = capacity_format_rate (weekdays->means[weekdays->most], service->unit, CAPACITY_PERIOD_DAY);
  g_autofree char *above = capacity_format_percent (weekdays->means[weekdays->most] / weekdays->mean - 1);
  g_autofree char *below = capacity_format_percent (1 - weekdays->means[weekdays->least] / weekdays->mean);
  g_autofree char *n_days = capacity_format_count (weekdays->n_days);

  /* Translators: %1$s and %4$s are such as "on Mondays", %2$s a number of cases a day, %3$s and %5$s percentages, %6$s a
   * number of days */
  return g_strdup_printf (ngettext ("Most comes %1$s: %2$s on average, %3$s above the mean; least comes %4$s, %5$s below it. Mean of %6$s day, without holidays.",
                                    "Most comes %1$s: %2$s on average, %3$s above the mean; least comes %4$s, %5$s below it. Mean of %6$s days, without holidays.",
                                    weekdays->n_days),
                          capacity_format_on_weekday (weekdays->most), most, above,
                          capacity_format_on_weekday (weekdays->least), below, n_days);
}

/**
 * capacity_weekdays_chart_new:
 * @service: a service
 * @calendar: the working days
 * @as_of: today
 *
 * Makes the chart of an ordinary week: what comes on the mean Monday and so on, and on the mean of all these days.
 *
 * Returns: (transfer full) (nullable): the chart; %NULL where arrivals were not counted by the day, or the days hardly differ
 */
CapacityChart *
capacity_weekdays_chart_new (const CapacityService  *service,
                             const CapacityCalendar *calendar,
                             CapacityDate            as_of)
{
  CapacityCourseWeekdays weekdays;
  CapacityChartBuilder *builder;
  g_autofree char *summary = NULL;
  g_autofree char *unit = NULL;

  if (!capacity_course_weekdays (service, calendar, as_of, &weekdays)
      || (weekdays.means[weekdays.most] / weekdays.mean - 1 < SMALL_SEASON
          && 1 - weekdays.means[weekdays.least] / weekdays.mean < SMALL_SEASON))
    return NULL;

  summary = weekdays_sentence (service, &weekdays);
  unit = g_strdup_printf (_("%s a day"), service->unit != NULL ? service->unit : _("cases"));
  builder = capacity_chart_builder_new (CAPACITY_CHART_WATERFALL, CAPACITY_PERIOD_DAY, 0, 0);
  capacity_chart_set_words (builder);
  capacity_chart_builder_set_headings (builder, C_("period", "Day of the week"), NULL, NULL);
  capacity_chart_builder_set_title (builder, _("By day of the week"));
  capacity_chart_builder_set_summary (builder, summary);
  capacity_chart_builder_set_unit (builder, unit);
  for (guint i = 0; i < CAPACITY_WEEK_DAYS; i++)
    if (!isnan (weekdays.means[i]))
      capacity_chart_builder_add_bar (builder, CAPACITY_CHART_ROLE_TOTAL, capacity_format_weekday (i),
                                      round (10 * weekdays.means[i]) / 10);
  capacity_chart_builder_add_bar (builder, CAPACITY_CHART_ROLE_TOTAL, C_("chart", "Mean"), round (10 * weekdays.mean) / 10);

  return capacity_chart_builder_end (builder);
}

static char *
hours_sentence (const CapacityService     *service,
                const CapacityCourseHours *hours)
{
  g_autofree char *hour = capacity_format_hour (hours->busiest);
  g_autofree char *mean = capacity_format_rate (hours->means[hours->busiest], service->unit, CAPACITY_PERIOD_HOUR);
  g_autofree char *share = capacity_format_percent (hours->means[hours->busiest] / hours->day);
  g_autofree char *n_days = capacity_format_count (hours->n_days);

  /* Translators: %1$s is an hour such as "9–10", %2$s a number of cases an hour, %3$s a percentage, %4$s a number of days */
  return g_strdup_printf (ngettext ("On a working day most comes at %1$s: %2$s on average, %3$s of the day. Mean of %4$s day.",
                                    "On a working day most comes at %1$s: %2$s on average, %3$s of the day. Mean of %4$s days.",
                                    hours->n_days),
                          hour, mean, share, n_days);
}

/**
 * capacity_hours_chart_new:
 * @service: a service
 * @calendar: the working days
 * @as_of: today
 *
 * Makes the chart of the mean working day, from the first hour in which anything comes to the last.
 *
 * Returns: (transfer full) (nullable): the chart; %NULL where arrivals were not counted by the hour
 */
CapacityChart *
capacity_hours_chart_new (const CapacityService  *service,
                          const CapacityCalendar *calendar,
                          CapacityDate            as_of)
{
  CapacityCourseHours hours;
  CapacityChartBuilder *builder;
  g_autofree char *summary = NULL;
  g_autofree char *unit = NULL;
  int first;

  if (!capacity_course_hours (service, calendar, as_of, &hours))
    return NULL;

  first = capacity_hour (as_of, hours.first).index;
  summary = hours_sentence (service, &hours);
  unit = g_strdup_printf (_("%s an hour"), service->unit != NULL ? service->unit : _("cases"));
  builder = capacity_chart_builder_new (CAPACITY_CHART_CYCLE, CAPACITY_PERIOD_HOUR, first,
                                        (guint) (hours.end - hours.first));
  capacity_chart_set_hour_words (builder);
  capacity_chart_builder_set_title (builder, _("Busy hours"));
  capacity_chart_builder_set_summary (builder, summary);
  capacity_chart_builder_set_unit (builder, unit);
  capacity_chart_builder_add_series (builder, CAPACITY_CHART_ROLE_DEMAND, C_("chart", "Mean working day"), first,
                                     hours.means + hours.first, (guint) (hours.end - hours.first));

  return capacity_chart_builder_end (builder);
}

static char *
signals_sentence (const CapacityCourseSignals *signals)
{
  g_autofree char *lower = capacity_format_count (MAX (0, signals->limits.lower));
  g_autofree char *upper = capacity_format_count (signals->limits.upper);
  GString *text = g_string_new (NULL);
  guint n_named = 0;

  /* Translators: %1$s and %2$s are numbers of cases a month */
  g_string_append_printf (text, _("By chance alone a month brings from %1$s to %2$s, once the season is taken out."), lower,
                          upper);
  g_string_append_c (text, ' ');
  if (signals->n_signals == 0)
    {
      g_string_append (text, _("No month shows more than chance: do not explain the ups and downs."));
      return g_string_free_and_steal (text);
    }
  g_string_append_printf (text, ngettext ("%u month shows more than chance, so there is a cause to look for:",
                                          "%u months show more than chance, so there is a cause to look for:",
                                          signals->n_signals),
                          signals->n_signals);
  for (guint i = signals->n; i > 0 && n_named < N_NAMED_SIGNALS; i--)
    if (signals->signals[i - 1] != CAPACITY_XMR_NOISE)
      {
        g_autofree char *month = capacity_format_period ((CapacityPeriod){ CAPACITY_PERIOD_MONTH,
                                                                           signals->first + (int) i - 1 });

        g_string_append_printf (text, "%s %s (%s)", n_named > 0 ? "," : "", month,
                                capacity_words_signal (signals->signals[i - 1]));
        n_named++;
      }
  g_string_append (text, signals->n_signals > N_NAMED_SIGNALS ? "…" : ".");

  return g_string_free_and_steal (text);
}

/**
 * capacity_control_chart_new:
 * @service: what is known of a service
 *
 * Makes the control chart (XmR) of the last two years without the season: which months show more than chance.
 *
 * Returns: (transfer full) (nullable): the chart; %NULL where too few months were measured
 */
CapacityChart *
capacity_control_chart_new (const CapacityServiceAssessment *service)
{
  CapacityCourseSignals signals = capacity_course_signals (service);
  CapacityChartBuilder *builder;
  g_autofree char *summary = NULL;

  if (signals.n == 0)
    return NULL;

  summary = signals_sentence (&signals);
  builder = builder_new (service, CAPACITY_CHART_TIME, signals.first, signals.n, _("Signal or chance"), summary,
                         _("%s a month, without the season"));
  capacity_chart_builder_add_level (builder, CAPACITY_CHART_ROLE_CONTROL, C_("chart", "Upper limit"),
                                    signals.limits.upper);
  capacity_chart_builder_add_level (builder, CAPACITY_CHART_ROLE_CENTRE, C_("chart", "Mean"), signals.limits.mean);
  capacity_chart_builder_add_level (builder, CAPACITY_CHART_ROLE_CONTROL, C_("chart", "Lower limit"),
                                    MAX (0, signals.limits.lower)); /* fewer than none never come */
  capacity_chart_builder_add_series (builder, CAPACITY_CHART_ROLE_DEMAND, C_("chart", "Demand"), signals.first,
                                     signals.values, signals.n);
  for (guint i = 0; i < signals.n; i++)
    if (signals.signals[i] != CAPACITY_XMR_NOISE)
      capacity_chart_builder_add_marker (builder, CAPACITY_CHART_ROLE_SIGNAL, capacity_words_signal (signals.signals[i]),
                                         signals.first + (int) i, signals.values[i]);

  return capacity_chart_builder_end (builder);
}

static char *
queue_sentence (const CapacityServiceAssessment *service)
{
  g_autofree char *queue = capacity_words_queue (&service->queue);
  g_autofree char *allowed = capacity_format_count (service->queue.allowed);
  int term = service->service->term_days;

  if (isnan (service->queue.allowed))
    return g_strconcat (queue, ".", NULL);

  if (term > 0)
    /* Translators: %1$s says how many wait, %2$s is a number of cases, %3$u of working days */
    return g_strdup_printf (ngettext ("%1$s. What comes within the term of %3$u working day may wait: %2$s.",
                                      "%1$s. What comes within the term of %3$u working days may wait: %2$s.",
                                      (gulong) term), queue, allowed, (guint) term);

  /* Translators: %1$s says how many wait, %2$s is a number of cases */
  return g_strdup_printf (_("%1$s. A month of applications may wait: %2$s."), queue, allowed);
}

/**
 * capacity_queue_chart_new:
 * @service: what is known of a service
 * @calendar: the working days
 * @as_of: today
 *
 * Makes the chart of the queue: how many cases waited at the end of each month against those that may.
 *
 * Returns: (transfer full) (nullable): the chart; %NULL where nobody counts what waits
 */
CapacityChart *
capacity_queue_chart_new (const CapacityServiceAssessment *service,
                          const CapacityCalendar          *calendar,
                          CapacityDate                     as_of)
{
  g_autoptr (CapacitySeries) stock = capacity_course_stock (service, calendar, as_of);
  CapacityChartBuilder *builder;
  g_autofree char *summary = NULL;
  guint n;

  if (stock == NULL)
    return NULL;

  n = MIN (stock->n, N_QUEUE_MONTHS);
  summary = queue_sentence (service);
  builder = builder_new (service, CAPACITY_CHART_TIME, stock->first + (int) (stock->n - n), n, _("Queue"), summary,
                         _("%s waiting at the end of the month"));
  if (!isnan (service->queue.allowed))
    capacity_chart_builder_add_level (builder, CAPACITY_CHART_ROLE_THRESHOLD, C_("chart", "May wait"),
                                      service->queue.allowed);
  capacity_chart_builder_add_series (builder, CAPACITY_CHART_ROLE_DEMAND, C_("chart", "Waiting"), stock->first,
                                     stock->values, stock->n);

  return capacity_chart_builder_end (builder);
}
