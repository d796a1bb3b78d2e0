/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-course.h"

#include "capacity-assess-private.h"
#include "capacity-queue.h"
#include "capacity-statistics.h"

#include <math.h>

/* Less says nothing about what varies. */
#define MIN_SIGNAL_MONTHS 12

/* Two weeks have each day of the week twice. */
#define MIN_WORKING_DAYS 10

/* A day of the week differs from others by chance too: so many of each tell it, of no more than a year, after which habits
 * may be others. */
#define MIN_OF_WEEKDAY 8
#define WEEKDAY_DAYS (52 * CAPACITY_WEEK_DAYS)

/* The months by which season and trend are judged; those of quarters and years are no measurements of their own. */
static CapacitySeries *
recent (const CapacityServiceAssessment *service)
{
  const CapacitySeries *months = service->counted;
  guint n;

  if (months == NULL || months->kind != CAPACITY_PERIOD_MONTH)
    return NULL;
  n = MIN (months->n, CAPACITY_TREND_MONTHS);

  return capacity_series_slice (months, months->first + (int) (months->n - n), n);
}

/**
 * capacity_course_season:
 * @service: what is known of a service
 * @indices: where to put how each month of the year differs from the mean, as a ratio, January first
 *
 * Returns: whether a season is known: two years were measured by months
 */
gboolean
capacity_course_season (const CapacityServiceAssessment *service,
                        double                           indices[CAPACITY_SEASON_LENGTH])
{
  g_autoptr (CapacitySeries) months = recent (service);
  double shifted[CAPACITY_SEASON_LENGTH];
  int january;

  if (months == NULL || !capacity_seasonal_indices (months->values, months->n, CAPACITY_SEASON_LENGTH, TRUE, shifted))
    return FALSE;
  january = capacity_month (1970, 1).index;
  for (int i = 0; i < CAPACITY_SEASON_LENGTH; i++)
    {
      int place = (months->first + i - january) % CAPACITY_SEASON_LENGTH;

      indices[(place + CAPACITY_SEASON_LENGTH) % CAPACITY_SEASON_LENGTH] = shifted[i];
    }

  return TRUE;
}

/* Adds one day; an hour of it that nobody recorded brought nothing. Returns whether any was recorded. */
static gboolean
add_day (CapacityCourseHours  *self,
         const CapacitySeries *total,
         CapacityDate          day)
{
  gboolean is_recorded = FALSE;

  for (int hour = 0; hour < CAPACITY_DAY_HOURS; hour++)
    {
      double value = capacity_series_at (total, capacity_hour (day, hour).index);

      is_recorded |= !isnan (value);
      self->means[hour] += isnan (value) ? 0 : value;
    }

  return is_recorded;
}

/* Turns the sums of the hours into means. */
static void
divide (CapacityCourseHours *self)
{
  self->first = CAPACITY_DAY_HOURS;
  for (int hour = 0; hour < CAPACITY_DAY_HOURS; hour++)
    {
      self->means[hour] /= self->n_days;
      self->day += self->means[hour];
      if (!(self->means[hour] > 0))
        continue;
      self->first = MIN (self->first, hour);
      self->end = hour + 1;
      if (self->means[hour] > self->means[self->busiest])
        self->busiest = hour;
    }
}

/**
 * capacity_course_hours:
 * @service: a service
 * @calendar: the working days
 * @as_of: the day of the assessment; later ones do not count
 * @hours: (out caller-allocated): where to put how a working day goes
 *
 * Returns: whether it is known: the arrivals were counted by the hour on enough working days
 */
gboolean
capacity_course_hours (const CapacityService  *service,
                       const CapacityCalendar *calendar,
                       CapacityDate            as_of,
                       CapacityCourseHours    *hours)
{
  g_autoptr (CapacitySeries) total = capacity_service_dup_total (service, CAPACITY_MEASURE_ARRIVALS, CAPACITY_PERIOD_HOUR);
  CapacityCourseHours self = { 0 };
  CapacityPeriod last;

  if (total == NULL || total->n == 0)
    return FALSE;
  last = (CapacityPeriod){ CAPACITY_PERIOD_HOUR, total->first + (int) total->n - 1 };
  for (CapacityDate day = total->first / CAPACITY_DAY_HOURS; day <= MIN (capacity_period_first_day (last), as_of); day++)
    if (capacity_calendar_is_working_day (calendar, day))
      self.n_days += add_day (&self, total, day);
  if (self.n_days < MIN_WORKING_DAYS)
    return FALSE;
  divide (&self);
  *hours = self;

  return self.day > 0;
}

/* Whether a day is as its day of the week usually is: no holiday, no day off, no Saturday worked in place of one. */
static gboolean
is_ordinary (const CapacityCalendar *calendar,
             CapacityDate            day)
{
  gboolean is_worked = capacity_calendar_is_working_day (calendar, day);

  return capacity_date_weekday (day) <= 5 ? is_worked : !is_worked && capacity_calendar_holiday (day) == NULL;
}

/* The mean of one day of the week over the ordinary days before @end; NaN where it is closed. */
static double
mean_of_weekday (const CapacitySeries   *days,
                 const CapacityCalendar *calendar,
                 CapacityDate            first,
                 CapacityDate            end,
                 guint                  *n)
{
  guint n_open = 0;
  double sum = 0;

  *n = 0;
  for (CapacityDate day = first; day < end; day += CAPACITY_WEEK_DAYS)
    {
      double value = is_ordinary (calendar, day) ? capacity_series_at (days, day) : NAN;

      if (isnan (value))
        continue;
      sum += value;
      n_open += value > 0;
      (*n)++;
    }

  return *n > 0 && capacity_series_is_open_weekday (n_open, *n) ? sum / *n : NAN;
}

/**
 * capacity_course_weekdays:
 * @service: a service
 * @calendar: the working days
 * @as_of: the day of the assessment; later ones do not count
 * @weekdays: (out caller-allocated): where to put how the days of the week differ
 *
 * Of the last year of days. Holidays and days off are left out, and so are days of the week on which hardly ever anything
 * comes.
 *
 * Returns: whether it is known: the arrivals were counted by the day or the hour, and each day of the week that is open
 *   often enough
 */
gboolean
capacity_course_weekdays (const CapacityService  *service,
                          const CapacityCalendar *calendar,
                          CapacityDate            as_of,
                          CapacityCourseWeekdays *weekdays)
{
  g_autoptr (CapacitySeries) days = capacity_service_dup_total (service, CAPACITY_MEASURE_ARRIVALS, CAPACITY_PERIOD_DAY);
  CapacityCourseWeekdays self = { .mean = 0 };
  CapacityDate end, first;
  guint n_open = 0;

  if (days == NULL)
    return FALSE;
  end = MIN (days->first + (int) days->n, as_of + 1);
  first = MAX (days->first, end - WEEKDAY_DAYS);
  for (guint i = 0; i < CAPACITY_WEEK_DAYS; i++)
    {
      int ahead = ((int) i + 1 - capacity_date_weekday (first) + CAPACITY_WEEK_DAYS) % CAPACITY_WEEK_DAYS;
      guint n;

      self.means[i] = mean_of_weekday (days, calendar, first + ahead, end, &n);
      if (isnan (self.means[i]))
        continue;
      if (n < MIN_OF_WEEKDAY)
        return FALSE;
      self.most = n_open == 0 || self.means[i] > self.means[self.most] ? i : self.most;
      self.least = n_open == 0 || self.means[i] < self.means[self.least] ? i : self.least;
      self.n_days += n;
      self.mean += (self.means[i] - self.mean) * n / self.n_days;
      n_open++;
    }
  *weekdays = self;

  return n_open > 1;
}

/**
 * capacity_course_signals:
 * @service: what is known of a service
 *
 * Returns: which of the last two years' months show more than chance, once the season is taken out
 */
CapacityCourseSignals
capacity_course_signals (const CapacityServiceAssessment *service)
{
  g_autoptr (CapacitySeries) months = recent (service);
  double adjusted[CAPACITY_TREND_MONTHS];
  CapacityCourseSignals self = { 0 };
  guint n;

  if (months == NULL)
    return self;
  n = MIN (months->n, CAPACITY_SIGNAL_MONTHS);
  capacity_seasonal_adjust (months->values, months->n, CAPACITY_SEASON_LENGTH, adjusted);
  memcpy (self.values, adjusted + months->n - n, n * sizeof (double));
  self.limits = capacity_xmr_limits (self.values, n);
  if (capacity_n_measured (self.values, n) < MIN_SIGNAL_MONTHS || isnan (self.limits.mean))
    return self;

  self.first = months->first + (int) (months->n - n);
  self.n = n;
  capacity_xmr_signals (self.values, n, self.limits, self.signals);
  for (guint i = 0; i < n; i++)
    self.n_signals += self.signals[i] != CAPACITY_XMR_NOISE;

  return self;
}

/* Whether @last is so long before what is known of the demand that it says nothing of today. */
static gboolean
is_outdated (const CapacityServiceAssessment *service,
             int                              last)
{
  return service->demand != NULL && service->quality.last_month - last > CAPACITY_STALE_MONTHS;
}

/**
 * capacity_course_stock:
 * @service: what is known of a service
 * @calendar: the working days
 * @as_of: the day of the assessment
 *
 * Returns: (transfer full) (nullable): how many cases waited at the end of each month, counted or, after the last
 *   count, carried on by what came and what was done (K7); %NULL where the stock was never counted, or where that ends
 *   more than three months before the demand
 */
CapacitySeries *
capacity_course_stock (const CapacityServiceAssessment *service,
                       const CapacityCalendar          *calendar,
                       CapacityDate                     as_of)
{
  g_autoptr (CapacitySeries) counted = capacity_assess_stock (as_of, service->service);
  g_autoptr (CapacitySeries) done = capacity_assess_completions (service, calendar, as_of);
  g_autoptr (GArray) values = NULL;
  int month;

  if (counted == NULL)
    return NULL;

  values = g_array_new (FALSE, FALSE, sizeof (double));
  g_array_append_vals (values, counted->values, counted->n);
  month = counted->first + (int) counted->n;
  while (service->demand != NULL && done != NULL)
    {
      double next = capacity_stock_next (g_array_index (values, double, values->len - 1),
                                         capacity_series_at (service->demand, month),
                                         capacity_series_at (done, month), 0);

      if (isnan (next))
        break;
      g_array_append_val (values, next);
      month++;
    }
  if (is_outdated (service, month - 1))
    return NULL;

  return capacity_series_new (CAPACITY_PERIOD_MONTH, counted->first, (const double *) values->data, values->len);
}
