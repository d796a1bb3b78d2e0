/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-series.h"

#include <math.h>
#include <string.h>

G_DEFINE_BOXED_TYPE (CapacitySeries, capacity_series, capacity_series_ref, capacity_series_unref)

static CapacitySeries *
series_alloc (CapacityPeriodKind kind,
              int                first,
              guint              n)
{
  CapacitySeries *self = g_atomic_rc_box_alloc (sizeof (CapacitySeries) + n * sizeof (double));

  self->kind = kind;
  self->first = first;
  self->n = n;

  return self;
}

/**
 * capacity_series_new:
 * @kind: the length of the periods
 * @first: index of the first
 * @values: (array length=n) (nullable): one value a period, NaN where not measured; %NULL for none measured at all
 * @n: number of periods
 *
 * Returns: (transfer full): a series that holds a copy of @values
 */
CapacitySeries *
capacity_series_new (CapacityPeriodKind kind,
                     int                first,
                     const double      *values,
                     guint              n)
{
  CapacitySeries *self = series_alloc (kind, first, n);

  for (guint i = 0; values == NULL && i < n; i++)
    self->values[i] = NAN;
  if (values != NULL && n > 0)
    memcpy (self->values, values, n * sizeof (double));

  return self;
}

/**
 * capacity_series_ref:
 * @self: a series
 *
 * Returns: (transfer full): the same series
 */
CapacitySeries *
capacity_series_ref (const CapacitySeries *self)
{
  return g_atomic_rc_box_acquire ((CapacitySeries *) self);
}

/**
 * capacity_series_unref:
 * @self: (transfer full): a series
 */
void
capacity_series_unref (CapacitySeries *self)
{
  g_atomic_rc_box_release (self);
}

/**
 * capacity_series_at:
 * @self: a series
 * @index: index of any period of its kind
 *
 * Returns: the value, or NaN outside the series
 */
double
capacity_series_at (const CapacitySeries *self,
                    int                   index)
{
  if (index < self->first || index - self->first >= (int) self->n)
    return NAN;

  return self->values[index - self->first];
}

/**
 * capacity_series_n_missing:
 * @self: a series
 *
 * Returns: how many of its periods were not measured
 */
guint
capacity_series_n_missing (const CapacitySeries *self)
{
  guint n_missing = 0;

  for (guint i = 0; i < self->n; i++)
    n_missing += isnan (self->values[i]) != 0;

  return n_missing;
}

/**
 * capacity_series_sum:
 * @self: a series
 * @first: index of the first period
 * @n: number of periods
 * @n_missing: (out) (optional): how many of them were not measured
 *
 * Returns: the sum of those that were measured; NaN when none was
 */
double
capacity_series_sum (const CapacitySeries *self,
                     int                   first,
                     guint                 n,
                     guint                *n_missing)
{
  double sum = 0;
  guint missing = 0;

  for (guint i = 0; i < n; i++)
    {
      double value = capacity_series_at (self, first + (int) i);

      if (isnan (value))
        missing++;
      else
        sum += value;
    }
  if (n_missing != NULL)
    *n_missing = missing;

  return missing == n ? NAN : sum;
}

/**
 * capacity_series_slice:
 * @self: a series
 * @first: index of the first period wanted
 * @n: number of periods wanted
 *
 * Returns: (transfer full): those periods, NaN where they lie outside @self
 */
CapacitySeries *
capacity_series_slice (const CapacitySeries *self,
                       int                   first,
                       guint                 n)
{
  CapacitySeries *slice = series_alloc (self->kind, first, n);

  for (guint i = 0; i < n; i++)
    slice->values[i] = capacity_series_at (self, first + (int) i);

  return slice;
}

typedef double (*CombineFunc) (double a,
                               double b);

/* A series over all periods of both; @combine is given the two values of each, NaN where one has none. */
static CapacitySeries *
combine (const CapacitySeries *self,
         const CapacitySeries *other,
         CombineFunc           func)
{
  int first = MIN (self->first, other->first);
  int end = MAX (self->first + (int) self->n, other->first + (int) other->n);
  CapacitySeries *result = series_alloc (self->kind, first, (guint) (end - first));

  for (int i = first; i < end; i++)
    result->values[i - first] = func (capacity_series_at (self, i), capacity_series_at (other, i));

  return result;
}

static double
sum_of_measured (double a,
                 double b)
{
  return isnan (a) ? b : isnan (b) ? a : a + b;
}

static double
first_measured (double a,
                double b)
{
  return isnan (a) ? b : a;
}

/**
 * capacity_series_add:
 * @self: a series
 * @other: another of the same kind
 *
 * Adds what two parts of a whole counted, such as two channels. Where only one of them was measured, the whole is what
 * was measured there: a channel that opened later does not hide the years before it.
 *
 * Returns: (transfer full): the sum over all periods of both
 */
CapacitySeries *
capacity_series_add (const CapacitySeries *self,
                     const CapacitySeries *other)
{
  g_return_val_if_fail (self->kind == other->kind, NULL);

  return combine (self, other, sum_of_measured);
}

/**
 * capacity_series_fill:
 * @self: a series
 * @other: another of the same kind that counts the same thing
 *
 * Returns: (transfer full): @self, and @other where @self was not measured
 */
CapacitySeries *
capacity_series_fill (const CapacitySeries *self,
                      const CapacitySeries *other)
{
  g_return_val_if_fail (self->kind == other->kind, NULL);

  return combine (self, other, first_measured);
}

static gboolean
is_longer (const CapacitySeries *self,
           CapacityPeriodKind    kind)
{
  return capacity_period_kind_rank (self->kind) > capacity_period_kind_rank (kind);
}

/* The longer period that @index counts to. */
static int
longer_index (const CapacitySeries *self,
              int                   index,
              CapacityPeriodKind    kind)
{
  return capacity_period_convert ((CapacityPeriod){ self->kind, index }, kind).index;
}

/* How many periods of @self, which are no hours, make up a longer one. */
static int
n_expected (const CapacitySeries *self,
            CapacityPeriod        longer)
{
  int n = 0;

  if (self->kind == CAPACITY_PERIOD_DAY)
    return capacity_period_n_days (longer);
  if (self->kind == CAPACITY_PERIOD_WEEK)
    {
      CapacityDate day = capacity_period_first_day (longer);

      for (; day <= capacity_period_last_day (longer); day++)
        n += capacity_date_weekday (day) == 4; /* a week counts to the month of its Thursday */
      return n;
    }
  if (self->kind == CAPACITY_PERIOD_MONTH)
    return longer.kind == CAPACITY_PERIOD_QUARTER ? 3 : 12;

  return 4;
}

/* The sums of the hours of each day from the first recorded to the last, NaN where none was. */
static CapacitySeries *
sum_hours (const CapacitySeries *self)
{
  guint begin = 0, end = self->n;
  CapacitySeries *days;
  int first, last;

  while (begin + 1 < end && isnan (self->values[begin]))
    begin++;
  while (end > begin + 1 && isnan (self->values[end - 1]))
    end--;
  first = longer_index (self, self->first + (int) begin, CAPACITY_PERIOD_DAY);
  last = longer_index (self, self->first + (int) end - 1, CAPACITY_PERIOD_DAY);
  days = series_alloc (CAPACITY_PERIOD_DAY, first, (guint) (last - first + 1));

  for (int day = first; day <= last; day++)
    days->values[day - first] = capacity_series_sum (self, capacity_hour (day, 0).index, CAPACITY_DAY_HOURS, NULL);

  return days;
}

/* Between two days less than eight apart it was closed; a longer hole is one that nobody recorded. */
static void
close_short_holes (CapacitySeries *days)
{
  int before = -CAPACITY_WEEK_DAYS - 1;

  for (int i = 0; i < (int) days->n; i++)
    if (!isnan (days->values[i]))
      {
        for (int j = before + 1; i - before <= CAPACITY_WEEK_DAYS && j < i; j++)
          days->values[j] = 0;
        before = i;
      }
}

/* Finds the days of the week on which it is open; returns whether it is closed on others. */
static gboolean
find_open_weekdays (const CapacitySeries *days,
                    gboolean             *is_open)
{
  guint n_recorded[CAPACITY_WEEK_DAYS + 1] = { 0 }, n[CAPACITY_WEEK_DAYS + 1] = { 0 };
  guint n_open = 0;

  for (guint i = 0; i < days->n; i++)
    {
      int weekday = capacity_date_weekday (days->first + (int) i);

      n_recorded[weekday] += !isnan (days->values[i]);
      n[weekday]++;
    }
  for (int weekday = 1; weekday <= CAPACITY_WEEK_DAYS; weekday++)
    {
      is_open[weekday] = capacity_series_is_open_weekday (n_recorded[weekday], n[weekday]);
      n_open += is_open[weekday];
    }

  return days->n >= 2 * CAPACITY_WEEK_DAYS && n_open > 0 && n_open < CAPACITY_WEEK_DAYS;
}

/* The days of the week on which it is closed are known to be so beside the ends too, so that a month that ends on a
 * Sunday does not lack its weekend. */
static CapacitySeries *
with_closed_ends (const CapacitySeries *days)
{
  gboolean is_open[CAPACITY_WEEK_DAYS + 1] = { FALSE };
  int first = days->first, end = days->first + (int) days->n;
  CapacitySeries *whole;

  if (find_open_weekdays (days, is_open))
    {
      while (!is_open[capacity_date_weekday (first - 1)])
        first--;
      while (!is_open[capacity_date_weekday (end)])
        end++;
    }
  whole = capacity_series_slice (days, first, (guint) (end - first));
  for (int day = first; day < end; day++)
    if (day < days->first || day >= days->first + (int) days->n)
      whole->values[day - first] = 0;

  return whole;
}

/* What is known of the days of a place that closes. */
static CapacitySeries *
close_days (const CapacitySeries *recorded)
{
  CapacitySeries *days = with_closed_ends (recorded);

  close_short_holes (days);

  return days;
}

/**
 * capacity_series_is_open_weekday:
 * @n_recorded: on how many Mondays, or other days of the week, something was recorded
 * @n: of how many
 *
 * Returns: whether it is usually open on that day; a few working Saturdays a year do not make it so
 */
gboolean
capacity_series_is_open_weekday (guint n_recorded,
                                 guint n)
{
  return n_recorded * 4 > n;
}

/**
 * capacity_series_aggregate:
 * @self: a series of counts
 * @kind: a length, not shorter than that of @self
 *
 * Sums to longer periods. Hours nobody recorded are hours it was closed: a day is the sum of those that were. So are days
 * without any, and days of a series that knows no weekends, unless it is a week of them or more, which are NaN. A period of
 * which less than nine tenths was measured is NaN, so that a month that has only begun does not look like a fall; one with a
 * small hole is scaled up by what is missing. Weeks count to the period of their Thursday.
 *
 * Returns: (transfer full) (nullable): the sums; %NULL when @kind is shorter than the periods of @self
 */
CapacitySeries *
capacity_series_aggregate (const CapacitySeries *self,
                           CapacityPeriodKind    kind)
{
  g_autoptr (CapacitySeries) recorded = NULL;
  g_autoptr (CapacitySeries) days = NULL;
  gboolean is_open[CAPACITY_WEEK_DAYS + 1];
  CapacitySeries *sums;
  int first, last;
  guint i = 0;

  if (self->kind == kind || self->n == 0)
    return capacity_series_new (kind, self->first, self->values, self->n);
  if (is_longer (self, kind))
    return NULL;
  if (self->kind == CAPACITY_PERIOD_HOUR)
    recorded = sum_hours (self);
  else if (self->kind == CAPACITY_PERIOD_DAY && find_open_weekdays (self, is_open))
    recorded = capacity_series_ref (self);
  if (recorded != NULL)
    self = days = close_days (recorded);
  if (self->kind == kind)
    return g_steal_pointer (&days);

  first = longer_index (self, self->first, kind);
  last = longer_index (self, self->first + (int) self->n - 1, kind);
  sums = series_alloc (kind, first, (guint) (last - first + 1));
  for (int longer = first; longer <= last; longer++)
    {
      int expected = n_expected (self, (CapacityPeriod){ kind, longer });
      int measured = 0;
      double sum = 0;

      for (; i < self->n && longer_index (self, self->first + (int) i, kind) == longer; i++)
        if (!isnan (self->values[i]))
          {
            sum += self->values[i];
            measured++;
          }
      sums->values[longer - first] = measured * 10 >= expected * 9 ? sum * expected / measured : NAN;
    }

  return sums;
}

/**
 * capacity_series_last_of:
 * @self: a series of stock at the end of each period
 * @kind: a length, not shorter than that of @self
 *
 * Returns: (transfer full) (nullable): the last measured value within each longer period; %NULL when @kind is shorter
 *   than the periods of @self
 */
CapacitySeries *
capacity_series_last_of (const CapacitySeries *self,
                         CapacityPeriodKind    kind)
{
  g_autoptr (CapacitySeries) last_values = NULL;
  int first, last;

  if (self->kind == kind || self->n == 0)
    return capacity_series_new (kind, self->first, self->values, self->n);
  if (is_longer (self, kind))
    return NULL;

  first = longer_index (self, self->first, kind);
  last = longer_index (self, self->first + (int) self->n - 1, kind);
  last_values = capacity_series_new (kind, first, NULL, (guint) (last - first + 1));
  for (guint i = 0; i < self->n; i++)
    if (!isnan (self->values[i]))
      last_values->values[longer_index (self, self->first + (int) i, kind) - first] = self->values[i];

  return g_steal_pointer (&last_values);
}

/**
 * capacity_series_digest:
 * @self: a series
 *
 * FNV-1a over eight-byte words with a final mix: fast, and the same on every machine of the same byte order. It tells
 * changes apart; it does not protect against anyone.
 *
 * Returns: a number that differs, as good as surely, when anything in the series does
 */
guint64
capacity_series_digest (const CapacitySeries *self)
{
  guint64 hash = 0xcbf29ce484222325u;
  guint64 head = (guint64) self->kind << 56 ^ (guint64) (guint32) self->first << 24 ^ self->n;

  hash = (hash ^ head) * 0x100000001b3u;
  for (guint i = 0; i < self->n; i++)
    {
      double value = isnan (self->values[i]) ? NAN : self->values[i] + 0.0;
      guint64 word;

      memcpy (&word, &value, sizeof word);
      hash = (hash ^ word) * 0x100000001b3u;
      hash ^= hash >> 29;
    }

  return hash;
}
