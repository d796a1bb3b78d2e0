/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-course-section.h"

#include <glib/gi18n.h>
#include <math.h>

#include "capacity-course-charts.h"
#include "capacity-course.h"
#include "capacity-format.h"
#include "capacity-report-parts.h"

#define CHART_MIN_HEIGHT 78
#define CHART_MAX_HEIGHT 250

/* Years in a table: as many as the chart of the season lays on each other. */
#define N_YEARS 4

/* From here on numbers stand in thousands, so that twelve fit beside each other. */
#define THOUSANDS_FROM 1e6

/* The numbers of a chart, and the months of them that stand out. */
typedef struct
{
  int           first;
  guint         n;
  const double *values;
  const guint  *signals; /* nullable */
} Months;

static int
year_of (int month)
{
  int year;

  capacity_date_to_ymd (capacity_period_first_day ((CapacityPeriod){ CAPACITY_PERIOD_MONTH, month }), &year, NULL, NULL);

  return year;
}

static double
choose_scale (const Months *months)
{
  double highest = 0;

  for (guint i = 0; i < months->n; i++)
    if (isfinite (months->values[i]))
      highest = MAX (highest, months->values[i]);

  return highest >= THOUSANDS_FROM ? 1000 : 1;
}

static char *
format_month (const Months *months,
              int           month,
              double        scale)
{
  int at = month - months->first;
  double value = at >= 0 && at < (int) months->n ? months->values[at] : NAN;
  g_autofree char *text = scale > 1 ? capacity_format_number (value / scale, 0) : capacity_format_count (value);

  if (isnan (value) || months->signals == NULL || months->signals[at] == 0)
    return g_steal_pointer (&text);

  return g_strconcat (text, "*", NULL);
}

static void
add_year (CapacityTable *table,
          const Months  *months,
          int            year,
          double         scale)
{
  g_autofree char *label = g_strdup_printf ("%d", year);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (cells, g_steal_pointer (&label));
  for (guint i = 1; i <= CAPACITY_SEASON_LENGTH; i++)
    g_ptr_array_add (cells, format_month (months, capacity_month (year, (int) i).index, scale));
  capacity_table_add_row (table, (const char *const *) cells->pdata);
}

static CapacityTable *
table_new (int year)
{
  CapacityColumn columns[CAPACITY_SEASON_LENGTH + 1] = { { C_("period", "Year"), CAPACITY_COLUMN_LABEL, 0 } };
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 1; i <= CAPACITY_SEASON_LENGTH; i++)
    {
      g_ptr_array_add (names, capacity_format_short_month (capacity_month (year, (int) i).index));
      columns[i] = (CapacityColumn){ names->pdata[i - 1], CAPACITY_COLUMN_NUMBER, 1 };
    }

  return capacity_table_new (columns, G_N_ELEMENTS (columns));
}

/* A row for each year, a column for each month, so that what comes back every year stands under each other. */
static void
add_table (CapacityPages *pages,
           const Months  *months,
           int            n_years)
{
  double scale = choose_scale (months);
  int last = year_of (months->first + (int) months->n - 1);
  CapacityTable *table = table_new (last);

  for (int year = MAX (year_of (months->first), last - n_years + 1); year <= last; year++)
    add_year (table, months, year, scale);
  capacity_pages_add_table (pages, table);
  if (scale > 1)
    capacity_pages_add_text (pages, CAPACITY_TEXT_NOTE, _("In thousands."));
}

/* What was measured and what is forecast, one after the other; @n_history months of history at most. */
static double *
join_forecast (const CapacityServiceAssessment *service,
               guint                            n_history,
               int                             *first,
               guint                           *n)
{
  const CapacityForecast *forecast = service->forecast;
  gboolean has_forecast = forecast != NULL && forecast->outcome == CAPACITY_FORECAST_OK && forecast->horizon > 0;
  int end = service->demand->first + (int) service->demand->n;
  int last = has_forecast ? MAX (end, forecast->first + (int) forecast->horizon) : end;
  double *values;

  *first = MAX (service->demand->first, end - (int) n_history);
  *n = (guint) (last - *first);
  values = g_new (double, *n);
  for (int month = *first; month < last; month++)
    {
      int at = has_forecast ? month - forecast->first : -1;

      values[month - *first] = month < end                                      ? capacity_series_at (service->demand, month)
                               : at >= 0 && at < (int) forecast->horizon ? forecast->median[at] : NAN;
    }

  return values;
}

/**
 * capacity_course_add_forecast:
 * @pages: a document
 * @service: what is known of a service
 * @n_history: how many months of history at most
 *
 * Adds the demand of a service and its forecast as a table, a row for each year; nothing where none was measured.
 */
void
capacity_course_add_forecast (CapacityPages                   *pages,
                              const CapacityServiceAssessment *service,
                              guint                            n_history)
{
  g_autofree double *values = NULL;
  g_autofree char *begins = NULL;
  g_autofree char *note = NULL;
  int end, first;
  guint n;

  if (service->demand == NULL || service->demand->n == 0)
    return;
  end = service->demand->first + (int) service->demand->n;
  values = join_forecast (service, n_history, &first, &n);
  add_table (pages, &(Months){ first, n, values, NULL }, G_MAXINT / 2);
  if (first + (int) n == end)
    return;
  begins = capacity_format_period ((CapacityPeriod){ CAPACITY_PERIOD_MONTH, end });
  /* Translators: under a table of months; %s is a month such as "November 2026", in Latvian as it stands alone */
  note = g_strdup_printf (_("Forecast begins: %s."), begins);
  capacity_pages_add_text (pages, CAPACITY_TEXT_NOTE, note);
}

static void
add_section (CapacityPages *pages,
             const char    *name,
             CapacityChart *chart)
{
  capacity_pages_add_section (pages, name, capacity_chart_get_title (chart));
  capacity_report_add_told_chart (pages, chart, CHART_MIN_HEIGHT, CHART_MAX_HEIGHT);
  capacity_chart_unref (chart);
}

static void
add_season (CapacityPages                   *pages,
            const CapacityServiceAssessment *service)
{
  CapacityChart *chart = capacity_season_chart_new (service);

  if (chart == NULL)
    return;
  add_section (pages, "season", chart);
  capacity_course_add_forecast (pages, service, N_YEARS * CAPACITY_SEASON_LENGTH);
}

/* A row for each day of the week: what comes on it, and how that differs from the mean. */
static void
add_weekdays_table (CapacityPages                *pages,
                    const CapacityService        *service,
                    const CapacityCourseWeekdays *weekdays)
{
  g_autofree char *unit = g_strdup_printf (_("%s a day"), service->unit != NULL ? service->unit : _("cases"));
  const CapacityColumn columns[] = {
    { C_("period", "Day of the week"), CAPACITY_COLUMN_LABEL, 0 },
    { unit, CAPACITY_COLUMN_NUMBER, 1 },
    { _("Against the mean"), CAPACITY_COLUMN_NUMBER, 1 },
  };
  CapacityTable *table = capacity_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < CAPACITY_WEEK_DAYS; i++)
    {
      g_autofree char *mean = capacity_format_number (weekdays->means[i], 1);
      g_autofree char *change = capacity_format_change (weekdays->means[i] / weekdays->mean - 1, 0);

      if (!isnan (weekdays->means[i]))
        capacity_table_add_row (table, (const char *const[]){ capacity_format_weekday (i), mean, change });
    }
  capacity_pages_add_table (pages, table);
}

static void
add_weekdays (CapacityPages            *pages,
              const CapacityService    *service,
              const CapacityAssessment *assessment)
{
  const CapacityCalendar *calendar = assessment->portfolio->calendar;
  CapacityChart *chart = capacity_weekdays_chart_new (service, calendar, assessment->as_of);
  CapacityCourseWeekdays weekdays;

  if (chart == NULL)
    return;
  add_section (pages, "weekdays", chart);
  if (capacity_course_weekdays (service, calendar, assessment->as_of, &weekdays))
    add_weekdays_table (pages, service, &weekdays);
}

/* A row for each hour: what comes in it, and which share of the day that is. */
static void
add_hours_table (CapacityPages             *pages,
                 const CapacityService     *service,
                 const CapacityCourseHours *hours)
{
  g_autofree char *unit = g_strdup_printf (_("%s an hour"), service->unit != NULL ? service->unit : _("cases"));
  const CapacityColumn columns[] = {
    { C_("period", "Hour"), CAPACITY_COLUMN_LABEL, 0 },
    { unit, CAPACITY_COLUMN_NUMBER, 1 },
    { C_("column", "Share of the day"), CAPACITY_COLUMN_NUMBER, 1 },
  };
  CapacityTable *table = capacity_table_new (columns, G_N_ELEMENTS (columns));

  for (int hour = hours->first; hour < hours->end; hour++)
    {
      g_autofree char *name = capacity_format_hour (hour);
      g_autofree char *mean = capacity_format_number (hours->means[hour], 1);
      g_autofree char *share = capacity_format_percent (hours->means[hour] / hours->day);
      const char *const cells[] = { name, mean, share };

      capacity_table_add_row (table, cells);
    }
  capacity_pages_add_table (pages, table);
}

static void
add_hours (CapacityPages            *pages,
           const CapacityService    *service,
           const CapacityAssessment *assessment)
{
  const CapacityCalendar *calendar = assessment->portfolio->calendar;
  CapacityChart *chart = capacity_hours_chart_new (service, calendar, assessment->as_of);
  CapacityCourseHours hours;

  if (chart == NULL)
    return;
  add_section (pages, "hours", chart);
  if (capacity_course_hours (service, calendar, assessment->as_of, &hours))
    add_hours_table (pages, service, &hours);
}

static void
add_signals (CapacityPages                   *pages,
             const CapacityServiceAssessment *service)
{
  CapacityChart *chart = capacity_control_chart_new (service);
  CapacityCourseSignals signals;

  if (chart == NULL)
    return;
  signals = capacity_course_signals (service);
  add_section (pages, "signals", chart);
  add_table (pages, &(Months){ signals.first, signals.n, signals.values, signals.signals }, N_YEARS);
  if (signals.n_signals > 0)
    /* Translators: under a table in which these months bear a star; without the season, as the chart above it */
    capacity_pages_add_text (pages, CAPACITY_TEXT_NOTE, _("* A month that shows more than chance."));
}

static void
add_queue (CapacityPages                   *pages,
           const CapacityServiceAssessment *service,
           const CapacityAssessment        *assessment)
{
  const CapacityCalendar *calendar = assessment->portfolio->calendar;
  CapacityChart *chart = capacity_queue_chart_new (service, calendar, assessment->as_of);
  g_autoptr (CapacitySeries) stock = NULL;

  if (chart == NULL)
    return;
  stock = capacity_course_stock (service, calendar, assessment->as_of);
  add_section (pages, "queue", chart);
  add_table (pages, &(Months){ stock->first, stock->n, stock->values, NULL }, N_YEARS);
}

/**
 * capacity_course_add_sections:
 * @pages: a document
 * @service: what is known of a service
 * @assessment: the assessment it is of
 *
 * Adds how the volumes of a service have gone: the season, the days of the week and the hours of the day, which months show
 * more than chance, and the queue, as far as they are known; each with its sentence, its chart and its numbers.
 */
void
capacity_course_add_sections (CapacityPages                   *pages,
                              const CapacityServiceAssessment *service,
                              const CapacityAssessment        *assessment)
{
  add_season (pages, service);
  add_weekdays (pages, service->service, assessment);
  add_hours (pages, service->service, assessment);
  add_signals (pages, service);
  add_queue (pages, service, assessment);
}
