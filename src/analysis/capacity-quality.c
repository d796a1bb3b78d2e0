/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-quality.h"

#include <math.h>

#include "capacity-bottleneck.h"
#include "capacity-divide.h"
#include "capacity-missing-parts.h"
#include "capacity-statistics.h"
#include "capacity-trend.h"

/* Fewer months in a row may be the same by chance, and small numbers often are. */
#define REPEATED_PERIODS 6
#define REPEATED_MIN_MEAN 10
#define SAME_DATA_MONTHS 12

/**
 * capacity_quality_lacks:
 * @service: what is known of a service
 * @lack: what may be missing
 *
 * Returns: whether it is
 */
gboolean
capacity_quality_lacks (const CapacityServiceAssessment *service,
                        CapacityLack                     lack)
{
  switch (lack)
    {
    case CAPACITY_LACK_DATA:
      return service->quality.n_periods == 0;
    case CAPACITY_LACK_NEW_DATA:
      return service->quality.n_periods > 0 && service->quality.is_stale;
    case CAPACITY_LACK_CAPACITY:
      return isnan (service->modes[CAPACITY_MODE_REGULAR].capacity);
    case CAPACITY_LACK_OWNER:
      return service->service->owner == NULL;
    case CAPACITY_LACK_DEPARTMENT:
      return service->service->department == NULL;
    case CAPACITY_LACK_UNIT:
      return service->service->unit == NULL;
    case CAPACITY_LACK_TARGET:
    default:
      return isnan (service->service->target);
    }
}

/**
 * capacity_quality_is_accepted:
 * @service: a service
 * @month: index of a month
 *
 * Returns: whether a person has said that the volumes of @month are as they should be
 */
gboolean
capacity_quality_is_accepted (const CapacityService *service,
                              int                    month)
{
  for (guint i = 0; i < service->refusals->len; i++)
    if (((const CapacityRefusal *) g_ptr_array_index (service->refusals, i))->month == month)
      return TRUE;

  return FALSE;
}

static guint
periods_in_year (const CapacitySeries *series)
{
  return CAPACITY_SEASON_LENGTH / capacity_period_kind_months (series->kind);
}

/* What each period would be on the straight line through the others, with its season: the inverse of
 * capacity_seasonal_adjust(). */
static void
expect (const double *values,
        guint         n,
        guint         length,
        double       *expected)
{
  g_autofree double *adjusted = g_new (double, n);
  double indices[CAPACITY_SEASON_LENGTH];
  double intercept = NAN, slope;
  gboolean is_ratio = TRUE, has_season;

  for (guint i = 0; i < n; i++)
    is_ratio = is_ratio && !(values[i] <= 0);
  has_season = capacity_seasonal_indices (values, n, length, is_ratio, indices);
  capacity_seasonal_adjust (values, n, length, adjusted);
  slope = capacity_theil_sen (adjusted, n, &intercept);
  for (guint i = 0; i < n; i++)
    {
      double level = intercept + slope * i;
      double index = has_season ? indices[i % length] : is_ratio ? 1 : 0;

      expected[i] = fmax (0, is_ratio ? level * index : level + index);
    }
}

/* The stretch of at most as many periods as a trend is made of in which @at lies, as late as possible. */
static void
find_stretch (const CapacitySeries *series,
              guint                 at,
              guint                *start,
              guint                *n)
{
  *n = capacity_trend_n (series->n, periods_in_year (series));
  *start = MIN (series->n - *n, at - MIN (at, *n / 2));
}

/**
 * capacity_quality_expected:
 * @series: volumes by month, quarter or year
 * @index: index of a period of it
 *
 * What season and trend of the other periods make likely in that of @index, such as for filling a gap: the Theil–Sen
 * line through them without their season, and the season put back.
 *
 * Returns: a value of at least 0, or NaN with too few periods
 */
double
capacity_quality_expected (const CapacitySeries *series,
                           int                   index)
{
  g_autofree double *expected = NULL;
  g_autofree double *others = NULL;
  guint start, n;

  g_return_val_if_fail (capacity_period_kind_months (series->kind) > 0, NAN);

  if (index < series->first || index >= series->first + (int) series->n)
    return NAN;
  find_stretch (series, (guint) (index - series->first), &start, &n);
  others = g_memdup2 (series->values + start, n * sizeof *others);
  others[(guint) (index - series->first) - start] = NAN;
  if (capacity_n_measured (others, n) < CAPACITY_TREND_MIN_PERIODS)
    return NAN;
  expected = g_new (double, n);
  expect (others, n, periods_in_year (series), expected);

  return expected[(guint) (index - series->first) - start];
}

static void
add_finding (GArray                *findings,
             CapacityFindingKind    kind,
             const CapacityService *service,
             int                    first,
             guint                  n,
             double                 value,
             double                 expected)
{
  CapacityFinding finding = {
    .kind = kind, .service = service->id, .by = CAPACITY_PERIOD_MONTH, .first = first, .n = n, .value = value,
    .expected = expected,
  };

  g_array_append_val (findings, finding);
}

/* Whether the month is not known because a part of it is missing, which is found by itself. */
static gboolean
lacks_part (const CapacityServiceAssessment *self,
            int                              month)
{
  for (guint i = 0; self->missing != NULL && i < self->missing->len; i++)
    {
      const CapacityMissingPart *part = &g_array_index (self->missing, CapacityMissingPart, i);

      if (month >= part->first && month < part->first + (int) part->n)
        return TRUE;
    }

  return FALSE;
}

static void
find_missing_parts (GArray                          *findings,
                    const CapacityServiceAssessment *self)
{
  for (guint i = 0; self->missing != NULL && i < self->missing->len; i++)
    {
      const CapacityMissingPart *part = &g_array_index (self->missing, CapacityMissingPart, i);
      const CapacityVolume *volume = self->service->volumes->pdata[part->volume];
      double expected = NAN;

      if (volume->series->kind == CAPACITY_PERIOD_MONTH)
        expected = capacity_quality_expected (volume->series, part->first);
      add_finding (findings, CAPACITY_FINDING_PART, self->service, part->first, part->n, NAN, expected);
      g_array_index (findings, CapacityFinding, findings->len - 1).volume = part->volume;
    }
}

/* The first month of a period of @counted. */
static int
first_month (const CapacitySeries *counted,
             guint                 at)
{
  CapacityPeriod period = { counted->kind, counted->first + (int) at };

  return capacity_period_convert (period, CAPACITY_PERIOD_MONTH).index;
}

/* Adds a gap of @n months: where whole periods of those that are counted are missing, as such. */
static void
add_gap (GArray                          *findings,
         const CapacityServiceAssessment *self,
         int                              month,
         guint                            n)
{
  CapacityPeriodKind kind = capacity_divide_kind_at (self->divisions, month - 1);
  CapacityPeriod period = capacity_period_convert ((CapacityPeriod){ CAPACITY_PERIOD_MONTH, month }, kind);
  gboolean is_whole = n % capacity_period_kind_months (kind) == 0
                      && capacity_period_convert (period, CAPACITY_PERIOD_MONTH).index == month;
  double expected = is_whole && self->counted->kind == kind ? capacity_quality_expected (self->counted, period.index) : NAN;

  add_finding (findings, CAPACITY_FINDING_GAP, self->service, month, n, NAN, expected);
  if (is_whole)
    g_array_index (findings, CapacityFinding, findings->len - 1).by = kind;
}

static void
find_gaps (GArray                          *findings,
           const CapacityServiceAssessment *self)
{
  const CapacitySeries *demand = self->demand;
  guint start = 0;

  for (guint i = 0; i <= demand->n; i++)
    {
      gboolean is_open = i < demand->n && isnan (demand->values[i])
                         && !lacks_part (self, demand->first + (int) i)
                         && !capacity_quality_is_accepted (self->service, demand->first + (int) i);

      if (is_open)
        continue;
      if (i > start)
        add_gap (findings, self, demand->first + (int) start, i - start);
      start = i + 1;
    }
}

/* Adds a finding about @n periods of what was counted. */
static void
add_counted (GArray                          *findings,
             CapacityFindingKind              kind,
             const CapacityServiceAssessment *self,
             guint                            start,
             guint                            n,
             double                           expected)
{
  const CapacitySeries *counted = self->counted;

  add_finding (findings, kind, self->service, first_month (counted, start),
               n * capacity_period_kind_months (counted->kind), counted->values[start], expected);
  g_array_index (findings, CapacityFinding, findings->len - 1).by = counted->kind;
}

static void
find_outliers (GArray                          *findings,
               const CapacityServiceAssessment *self)
{
  const CapacitySeries *counted = self->counted;
  guint n = capacity_trend_n (counted->n, periods_in_year (counted));
  guint start = counted->n - n;
  gboolean is_outlier[CAPACITY_TREND_MONTHS];

  if (capacity_mark_outliers (counted->values + start, n, periods_in_year (counted), is_outlier) == 0)
    return;
  for (guint i = 0; i < n; i++)
    if (is_outlier[i] && !capacity_quality_is_accepted (self->service, first_month (counted, start + i)))
      add_counted (findings, CAPACITY_FINDING_OUTLIER, self, start + i, 1,
                   capacity_quality_expected (counted, counted->first + (int) (start + i)));
}

/* Whether @n periods from @start are numbers of which chance does not make the same twice. */
static gboolean
is_telling (const CapacitySeries *counted,
            guint                 start,
            guint                 n)
{
  double low = INFINITY, high = -INFINITY, sum = 0;

  for (guint i = start; i < start + n; i++)
    if (!isnan (counted->values[i]))
      {
        sum += counted->values[i];
        low = fmin (low, counted->values[i]);
        high = fmax (high, counted->values[i]);
      }

  return low < high && sum >= REPEATED_MIN_MEAN * n;
}

static void
find_repeated (GArray                          *findings,
               const CapacityServiceAssessment *self)
{
  const CapacitySeries *counted = self->counted;
  guint length = periods_in_year (counted), start = length;

  for (guint i = length; i <= counted->n; i++)
    {
      if (i < counted->n && counted->values[i] == counted->values[i - length]
          && !capacity_quality_is_accepted (self->service, first_month (counted, i)))
        continue;
      if (i - start >= REPEATED_PERIODS && is_telling (counted, start, i - start))
        add_counted (findings, CAPACITY_FINDING_REPEATED, self, start, i - start, NAN);
      start = i + 1;
    }
}

/**
 * capacity_quality_find_service:
 * @service: what is known of a service
 *
 * Finds what may be wrong with the volumes of one service (F36), except what a person has accepted: gaps, parts that
 * are missing, outliers of the last five years (those that #CapacityQuality counts) and months copied from a year before.
 *
 * Returns: (transfer full) (element-type CapacityFinding): what was found
 */
GArray *
capacity_quality_find_service (const CapacityServiceAssessment *service)
{
  GArray *findings = g_array_new (FALSE, TRUE, sizeof (CapacityFinding));

  if (service->demand == NULL || service->demand->n == 0)
    return findings;
  find_gaps (findings, service);
  find_missing_parts (findings, service);
  find_outliers (findings, service);
  find_repeated (findings, service);

  return findings;
}

/**
 * capacity_finding_is_likeness:
 * @kind: what was found
 *
 * Returns: whether it is that two services are alike, which a person may find right
 */
gboolean
capacity_finding_is_likeness (CapacityFindingKind kind)
{
  return kind == CAPACITY_FINDING_SAME_DATA || kind == CAPACITY_FINDING_SAME_NAME;
}

/**
 * capacity_finding_get_likeness:
 * @kind: %CAPACITY_FINDING_SAME_DATA or %CAPACITY_FINDING_SAME_NAME
 *
 * Returns: what the two services have in common
 */
CapacityLikeness
capacity_finding_get_likeness (CapacityFindingKind kind)
{
  return kind == CAPACITY_FINDING_SAME_DATA ? CAPACITY_LIKENESS_VOLUMES : CAPACITY_LIKENESS_NAME;
}

static gboolean
refuses (const CapacityService *service,
         const CapacityService *other,
         CapacityLikeness       alike)
{
  for (guint i = 0; i < service->refusals->len; i++)
    {
      const CapacityRefusal *refusal = service->refusals->pdata[i];

      if (refusal->alike == alike && capacity_id_equal (&refusal->other, &other->id))
        return TRUE;
    }

  return FALSE;
}

/* Adds a finding for each service whose key another one before it has too, unless a person has said of either that it may.
 * Takes @key. */
static void
find_same (GArray                *findings,
           CapacityFindingKind    kind,
           GHashTable            *seen,
           char                  *key,
           const CapacityService *service)
{
  CapacityLikeness alike = capacity_finding_get_likeness (kind);
  const CapacityService *other = g_hash_table_lookup (seen, key);

  if (other == NULL)
    {
      g_hash_table_insert (seen, key, (gpointer) service);
      return;
    }
  g_free (key);
  if (refuses (service, other, alike) || refuses (other, service, alike))
    return;
  add_finding (findings, kind, service, 0, 0, NAN, NAN);
  g_array_index (findings, CapacityFinding, findings->len - 1).other = other->id;
}

/* Whether a resource allows less than the capacity that was given, in the month of the assessment: what is to come is not
 * wrong yet. */
static void
find_contradiction (GArray                          *findings,
                    const CapacityAssessment        *assessment,
                    const CapacityServiceAssessment *self)
{
  int month = capacity_period_of_date (CAPACITY_PERIOD_MONTH, assessment->as_of).index;
  CapacityBottleneck bottleneck = capacity_bottleneck_in (assessment, self, CAPACITY_MODE_REGULAR, month);

  if (!capacity_bottleneck_contradicts (&bottleneck))
    return;
  add_finding (findings, CAPACITY_FINDING_CAPACITY, self->service, 0, 0, bottleneck.given, bottleneck.allowed);
  g_array_index (findings, CapacityFinding, findings->len - 1).other = bottleneck.resource->resource->id;
}

/**
 * capacity_quality_find:
 * @assessment: what is known of all services
 *
 * Finds what may be wrong with the data of all services (F36): what capacity_quality_find_service() finds of
 * each, services that have the same name or the same numbers as another, except the pairs that a person has accepted, and
 * those of which a resource allows less than the capacity that was given (F48). It takes some seconds for thousands of
 * services.
 *
 * Returns: (transfer full) (element-type CapacityFinding): what was found, in the order of the services
 */
GArray *
capacity_quality_find (const CapacityAssessment *assessment)
{
  GArray *findings = g_array_new (FALSE, TRUE, sizeof (CapacityFinding));
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) data = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < assessment->services->len; i++)
    {
      const CapacityServiceAssessment *service = g_ptr_array_index (assessment->services, i);
      const CapacitySeries *demand = service->demand;
      g_autoptr (GArray) own = capacity_quality_find_service (service);

      if (own->len > 0)
        g_array_append_vals (findings, own->data, own->len);
      find_same (findings, CAPACITY_FINDING_SAME_NAME, names, g_utf8_casefold (service->service->name, -1),
                 service->service);
      if (demand != NULL && demand->n >= SAME_DATA_MONTHS && is_telling (demand, 0, demand->n))
        find_same (findings, CAPACITY_FINDING_SAME_DATA, data,
                   g_strdup_printf ("%" G_GUINT64_FORMAT, capacity_series_digest (demand)), service->service);
      if (service->service->limits->len > 0)
        find_contradiction (findings, assessment, service);
    }

  return findings;
}
