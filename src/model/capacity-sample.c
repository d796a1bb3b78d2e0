/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-sample.h"

#include <math.h>

#include "capacity-sample-private.h"

#define N_MONTHS 60

static const double seasons[][12] = {
  [SEASON_OFFICE] = { 1.08, 1.02, 1.06, 1.02, 1.00, 0.94, 0.84, 0.90, 1.06, 1.08, 1.04, 0.96 },
  [SEASON_WINTER] = { 1.42, 1.32, 1.16, 0.96, 0.78, 0.70, 0.66, 0.72, 0.86, 1.04, 1.18, 1.20 },
  [SEASON_SPRING] = { 0.72, 0.92, 1.36, 1.56, 1.36, 1.08, 0.90, 0.86, 0.84, 0.84, 0.80, 0.76 },
  [SEASON_SUMMER] = { 0.66, 0.68, 0.82, 0.98, 1.16, 1.34, 1.42, 1.34, 1.12, 0.92, 0.80, 0.76 },
  [SEASON_SCHOOL] = { 1.24, 1.20, 1.30, 1.22, 1.20, 0.10, 0.00, 0.06, 1.38, 1.42, 1.44, 1.04 },
  [SEASON_ENROLMENT] = { 0.70, 0.92, 1.60, 2.05, 1.50, 0.86, 0.56, 0.78, 0.90, 0.76, 0.72, 0.65 },
  [SEASON_TAX] = { 1.30, 2.30, 1.65, 1.00, 0.80, 0.72, 0.70, 0.68, 0.72, 0.74, 0.72, 0.67 },
  [SEASON_NONE] = { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 },
};

static const double kind_shares[CAPACITY_N_REQUEST_KINDS] = {
  [CAPACITY_REQUEST_SERVICE] = 0.44, [CAPACITY_REQUEST_INFORMATION] = 0.23, [CAPACITY_REQUEST_WORK] = 0.06,
  [CAPACITY_REQUEST_AGREEMENT] = 0.04, [CAPACITY_REQUEST_INCIDENT] = 0.07, [CAPACITY_REQUEST_PROBLEM] = 0.03,
  [CAPACITY_REQUEST_COMPLAINT] = 0.09, [CAPACITY_REQUEST_CHANGE] = 0.04,
};

static const double support_shares[CAPACITY_N_REQUEST_KINDS] = {
  [CAPACITY_REQUEST_INFORMATION] = 0.10, [CAPACITY_REQUEST_WORK] = 0.26, [CAPACITY_REQUEST_INCIDENT] = 0.48,
  [CAPACITY_REQUEST_PROBLEM] = 0.06, [CAPACITY_REQUEST_CHANGE] = 0.10,
};

/* A number in [0, 1) that looks like chance and is the same every time (SplitMix64, Steele, Lea and Flood 2014). */
static double
uniform (guint64 seed)
{
  guint64 z = seed + G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  z ^= z >> 31;

  return (double) (z >> 11) * 0x1p-53;
}

/* Bell-shaped around 0 with variance 1, never beyond 3: the sum of three uniform numbers. */
static double
bell (guint64 seed)
{
  return 2 * (uniform (seed) + uniform (seed ^ 0x5bd1e995) + uniform (seed ^ 0x1b873593) - 1.5);
}

/* Arrivals in the month that lies @age months before the last one of the sample. */
static double
volume_at (const SampleService *self,
           guint64              seed,
           int                  age,
           int                  last)
{
  double volume = self->level * pow (1 + self->growth, -age / 12.0);
  int month = (last - age) % 12;

  if (age < self->gap_at && age >= self->gap_at - self->gap)
    return NAN;
  if (self->chance > 0 && uniform (seed + 977 * (guint64) age) >= self->chance)
    return 0;
  if (self->shift_at > 0 && age >= self->shift_at)
    volume /= self->shift;
  if (self->peak_at > 0 && age == self->peak_at)
    volume *= self->peak;
  volume *= seasons[self->season][month] * (1 + self->noise * bell (seed + 31 * (guint64) age));

  return fmax (0, round (volume));
}

static CapacitySeries *
arrivals_new (const SampleService *self,
              guint64              seed,
              int                  last)
{
  int n = self->n_months > 0 ? self->n_months : N_MONTHS;
  g_autofree double *values = g_new (double, n);

  for (int i = 0; i < n; i++)
    values[i] = volume_at (self, seed, n - 1 - i, last);

  return capacity_series_new (CAPACITY_PERIOD_MONTH, last - n + 1, values, (guint) (n - self->n_late));
}

/* The part of each month's volume that goes to one of several shares, whole cases that add up to the volume: what
 * lies between the running totals up to @low and up to @high, both changing evenly towards the end. */
static CapacitySeries *
part_new (const CapacitySeries *total,
          const double          low[2],
          const double          high[2])
{
  g_autofree double *values = g_new (double, total->n);

  for (guint i = 0; i < total->n; i++)
    {
      double progress = (double) i / (total->n - 1);
      double from = low[0] + (low[1] - low[0]) * progress;
      double to = high[0] + (high[1] - high[0]) * progress;

      values[i] = round (total->values[i] * to) - round (total->values[i] * from);
    }

  return capacity_series_new (total->kind, total->first, values, total->n);
}

static void
take_channels (CapacityService      *service,
               const CapacitySeries *total)
{
  static const char *const names[] = { "Klātienē", "Pa tālruni", "E-pakalpojums" };
  /* Running totals of the shares at the beginning and at the end: e-services gain on the counter. */
  static const double bounds[][2] = { { 0, 0 }, { 0.66, 0.42 }, { 0.84, 0.58 }, { 1, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    capacity_service_take_volume (service, CAPACITY_REQUEST_ALL, names[i], CAPACITY_MEASURE_ARRIVALS,
                                  part_new (total, bounds[i], bounds[i + 1]), NULL);
}

static void
take_kinds (CapacityService      *service,
            const CapacitySeries *total,
            const double         *shares)
{
  double sum = 0;

  for (int kind = 0; kind < CAPACITY_N_REQUEST_KINDS; kind++)
    {
      double low[2] = { sum, sum };
      double high[2];

      if (!(shares[kind] > 0))
        continue;
      sum = fmin (1, sum + shares[kind]);
      high[0] = high[1] = sum;
      capacity_service_take_volume (service, kind, NULL, CAPACITY_MEASURE_ARRIVALS, part_new (total, low, high), NULL);
    }
}

/* The same volume counted by days: nothing when closed, more on Mondays. */
static CapacitySeries *
days_new (const CapacitySeries   *months,
          const CapacityCalendar *calendar,
          guint64                 seed)
{
  static const double weights[] = { 1.25, 1.05, 1.0, 0.95, 0.75 };
  CapacityPeriod month = { CAPACITY_PERIOD_MONTH, months->first };
  int first = capacity_period_first_day (month);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < months->n; i++, month.index++)
    {
      double average = months->values[i] / capacity_calendar_working_days (calendar, month);

      for (int day = capacity_period_first_day (month); day <= capacity_period_last_day (month); day++)
        {
          double value = 0;

          if (capacity_calendar_is_working_day (calendar, day))
            value = round (average * weights[(day - 1) % 7 % 5] * (1 + 0.08 * bell (seed + 7919 * (guint64) day)));
          g_array_append_val (values, value);
        }
    }

  return capacity_series_new (CAPACITY_PERIOD_DAY, first, (const double *) values->data, values->len);
}

/* The same by hours: most before noon, and nobody counts when it is closed. The parts of a day make up its
 * whole. */
static CapacitySeries *
hours_new (const CapacitySeries   *months,
           const CapacityCalendar *calendar,
           guint64                 seed)
{
  static const double shares[] = { 0.09, 0.16, 0.18, 0.14, 0.08, 0.11, 0.12, 0.08, 0.04 };
  g_autoptr (CapacitySeries) days = days_new (months, calendar, seed);
  CapacitySeries *hours = capacity_series_new (CAPACITY_PERIOD_HOUR, capacity_hour (days->first, 0).index, NULL,
                                               days->n * CAPACITY_DAY_HOURS);

  for (guint i = 0; i < days->n; i++)
    {
      double sum = 0, given = 0;

      for (guint hour = 0; days->values[i] > 0 && hour < G_N_ELEMENTS (shares); hour++)
        {
          double until;

          sum += shares[hour];
          until = hour + 1 < G_N_ELEMENTS (shares) ? round (days->values[i] * sum) : days->values[i];
          hours->values[i * CAPACITY_DAY_HOURS + 8 + hour] = until - given;
          given = until;
        }
    }

  return hours;
}

/* What was delivered and what waited, month by month, when work was done up to the capacity of the time. */
static void
take_queue (CapacityService      *service,
            const SampleService  *self,
            const CapacitySeries *arrivals,
            guint64               seed,
            int                   last)
{
  g_autofree double *completions = g_new (double, arrivals->n);
  g_autofree double *stock = g_new (double, arrivals->n);
  double waiting = self->queue;

  for (guint i = 0; i < arrivals->n; i++)
    {
      int age = last - arrivals->first - (int) i;
      double capacity = self->before > 0 && age >= self->change_at ? self->before : self->regular;

      waiting += arrivals->values[i];
      completions[i] = fmin (waiting, round (capacity * (0.98 + 0.03 * bell (seed + 104729 * (guint64) age))));
      waiting -= completions[i];
      stock[i] = waiting;
    }
  capacity_service_take_volume (service, CAPACITY_REQUEST_ALL, NULL, CAPACITY_MEASURE_COMPLETIONS,
                                capacity_series_new (CAPACITY_PERIOD_MONTH, arrivals->first, completions, arrivals->n),
                                NULL);
  capacity_service_take_volume (service, CAPACITY_REQUEST_ALL, NULL, CAPACITY_MEASURE_STOCK,
                                capacity_series_new (CAPACITY_PERIOD_MONTH, arrivals->first, stock, arrivals->n), NULL);
}

static void
take_volumes (CapacityService        *service,
              const SampleService    *self,
              const CapacityCalendar *calendar,
              guint64                 seed,
              int                     last)
{
  g_autoptr (CapacitySeries) arrivals = NULL;

  if (self->n_months < 0)
    return;

  arrivals = arrivals_new (self, seed, last);
  if (self->split == SPLIT_CHANNELS)
    take_channels (service, arrivals);
  else if (self->split == SPLIT_KINDS)
    take_kinds (service, arrivals, kind_shares);
  else if (self->split == SPLIT_SUPPORT)
    take_kinds (service, arrivals, support_shares);
  else
    capacity_service_take_volume (service, CAPACITY_REQUEST_ALL, NULL, CAPACITY_MEASURE_ARRIVALS,
                                  self->is_hourly ? hours_new (arrivals, calendar, seed) : capacity_series_ref (arrivals),
                                  NULL);
  if (self->queue > 0)
    take_queue (service, self, arrivals, seed, last);
}

/* Capacity with the change it had, or will have, @change_at months before the end of @last. What is to come is no more
 * than approved. */
static void
take_limits (GPtrArray     *limits,
             double         value,
             double         before,
             int            change_at,
             double         rush,
             CapacityBasis  basis,
             int            last)
{
  CapacityPeriod month = { CAPACITY_PERIOD_MONTH, last + 1 - change_at };
  CapacityDate from = before > 0 ? capacity_period_first_day (month) : CAPACITY_DATE_NONE;

  if (before > 0)
    g_ptr_array_add (limits, capacity_limit_new (CAPACITY_MODE_REGULAR, before, CAPACITY_PERIOD_MONTH,
                                                 CAPACITY_DATE_NONE, from - 1));
  if (value > 0)
    g_ptr_array_add (limits, capacity_limit_new (CAPACITY_MODE_REGULAR, value, CAPACITY_PERIOD_MONTH,
                                                 from, CAPACITY_DATE_NONE));
  if (value > 0 && change_at < 0)
    ((CapacityLimit *) limits->pdata[limits->len - 1])->state = CAPACITY_LIMIT_APPROVED;
  if (rush > 0)
    g_ptr_array_add (limits, capacity_limit_new (CAPACITY_MODE_PEAK, rush, CAPACITY_PERIOD_MONTH,
                                                 CAPACITY_DATE_NONE, CAPACITY_DATE_NONE));
  for (guint i = 0; i < limits->len; i++)
    ((CapacityLimit *) limits->pdata[i])->basis = basis;
}

static const CapacityResource *
find_resource (const CapacityPortfolio *portfolio,
               const char              *code)
{
  for (guint i = 0; i < portfolio->resources->len; i++)
    {
      const CapacityResource *resource = portfolio->resources->pdata[i];

      if (g_str_equal (resource->code, code))
        return resource;
    }

  g_assert_not_reached ();
}

static CapacityService *
service_new (const CapacityPortfolio *portfolio,
             const SampleService     *self,
             guint64                  seed,
             int                      last)
{
  CapacityService *service = capacity_service_new ();

  service->code = g_strdup (self->code);
  g_set_str (&service->name, self->name);
  service->unit = g_strdup (self->unit);
  service->owner = g_strdup (self->owner);
  service->department = g_strdup (self->department);
  service->note = g_strdup (self->note);
  service->benefit = self->benefit;
  service->lead_days = self->lead_days > 0 ? self->lead_days : -1;
  service->term_days = self->term_days > 0 ? self->term_days : -1;
  /* Where the capacity is more than an estimate, how full it may be has been agreed too. */
  if (self->regular > 0 && self->basis != CAPACITY_BASIS_ESTIMATE)
    service->target = portfolio->institution.target_people;
  service->driver = g_strdup (self->driver);
  service->driver_rate = self->driver != NULL ? self->driver_rate : NAN;
  take_volumes (service, self, portfolio->calendar, seed, last);
  take_limits (service->limits, self->regular, self->before, self->change_at, self->rush, self->basis, last);
  for (guint i = 0; i < G_N_ELEMENTS (self->needs) && self->needs[i].resource; i++)
    g_ptr_array_add (service->needs,
                     capacity_need_new (&find_resource (portfolio, self->needs[i].resource)->id,
                                        CAPACITY_REQUEST_ALL, self->needs[i].amount));

  return service;
}

static CapacityResource *
resource_new (const SampleResource *self,
              int                   last)
{
  CapacityResource *resource = capacity_resource_new ();

  resource->code = g_strdup (self->code);
  g_set_str (&resource->name, self->name);
  resource->kind = self->kind;
  resource->unit = g_strdup (self->unit);
  resource->owner = g_strdup (self->owner);
  resource->posts = self->posts > 0 ? self->posts : NAN;
  resource->annual_cost = self->cost > 0 ? self->cost : -1;
  resource->target = self->target > 0 ? self->target : NAN;
  take_limits (resource->limits, self->capacity, self->before, self->change_at, 0, CAPACITY_BASIS_ESTIMATE, last);

  return resource;
}

static int
compare_services (gconstpointer a,
                  gconstpointer b)
{
  return g_utf8_collate ((*(const CapacityService *const *) a)->name, (*(const CapacityService *const *) b)->name);
}

static int
compare_resources (gconstpointer a,
                   gconstpointer b)
{
  return g_utf8_collate ((*(const CapacityResource *const *) a)->name, (*(const CapacityResource *const *) b)->name);
}

/**
 * capacity_sample_new:
 * @as_of: the day on which it is looked at
 *
 * Makes up a municipality: some forty services with five years of months that end with the last full month before
 * @as_of, and the people and things they need. Every verdict occurs in it in every mode. Apart from the identifiers it
 * is the same for the same day.
 *
 * Returns: (transfer full): the invented portfolio, marked as such
 */
CapacityPortfolio *
capacity_sample_new (CapacityDate as_of)
{
  CapacityPortfolio *portfolio = capacity_portfolio_new ();
  int last = capacity_period_of_date (CAPACITY_PERIOD_MONTH, as_of).index - 1;

  portfolio->institution.name = g_strdup ("Paraugciema novada pašvaldība (izdomāts paraugs)");
  portfolio->institution.registration_number = g_strdup ("90000000000");
  portfolio->institution.is_sample = TRUE;
  for (guint i = 0; i < sample_n_resources; i++)
    g_ptr_array_add (portfolio->resources, resource_new (&sample_resources[i], last));
  for (guint i = 0; i < sample_n_services; i++)
    g_ptr_array_add (portfolio->services, service_new (portfolio, &sample_services[i], (guint64) i << 32, last));
  capacity_sample_take_registers (portfolio, last);
  g_ptr_array_sort (portfolio->resources, compare_resources);
  g_ptr_array_sort (portfolio->services, compare_services);

  return portfolio;
}

/**
 * capacity_sample_to_change:
 * @sample: an invented portfolio
 *
 * Returns: (transfer full): one action that puts all of @sample into an empty portfolio
 */
CapacityChange *
capacity_sample_to_change (const CapacityPortfolio *sample)
{
  CapacityChange *change = capacity_change_new ();

  capacity_change_set_institution (change, &sample->institution);
  for (guint i = 0; i < sample->resources->len; i++)
    capacity_change_add_resource (change, sample->resources->pdata[i]);
  for (guint i = 0; i < sample->services->len; i++)
    capacity_change_add_service (change, sample->services->pdata[i]);
  for (guint i = 0; i < sample->departments->len; i++)
    capacity_change_set_department (change, sample->departments->pdata[i]);
  for (guint i = 0; i < sample->events->len; i++)
    capacity_change_set_event (change, NULL, sample->events->pdata[i]);
  if (sample->plan != NULL)
    capacity_change_set_plan (change, NULL, sample->plan);

  return change;
}
