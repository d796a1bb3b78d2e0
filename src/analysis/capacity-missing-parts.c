/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-missing-parts.h"

#include "capacity-quality.h"

#include <math.h>

#define YEAR_MONTHS 12

/* The months before a hole that tell whether a part was going on, and how many of them may be without a value. */
#define RECENT_MONTHS 6
#define MAX_UNMEASURED 1

/* A part of fewer cases may have had none, which lists of cases do not write. */
#define MIN_MEAN 10

/* The least share of the whole that is missed. */
#define MIN_SHARE 0.1

/* What is known of one service, gathered once. */
typedef struct
{
  const CapacityService *service;
  GPtrArray             *parts; /* element-type CapacityVolume: months that add up to the whole */
  CapacitySeries        *total; /* what of them was measured */
  int                    last;  /* the last month that is over and in which any was measured */
  GArray                *holes; /* element-type Hole */
  double                *missed; /* by month of @total: what the holes would hold */
} Search;

/* One month of one part. */
typedef struct
{
  guint part;
  int   month;
} Hole;

static const CapacityVolume *
part_at (const Search *self,
         guint         i)
{
  return self->parts->pdata[i];
}

static int
first_measured (const CapacitySeries *series)
{
  guint i = 0;

  while (i < series->n && isnan (series->values[i]))
    i++;

  return series->first + (int) i;
}

/* Whether what @other counts may hold the cases of @part too. */
static gboolean
may_hold (const CapacityVolume *other,
          const CapacityVolume *part)
{
  return (other->kind == CAPACITY_REQUEST_ALL || other->kind == part->kind)
         && (other->channel == NULL || g_strcmp0 (other->channel, part->channel) == 0)
         && (other->site == NULL || g_strcmp0 (other->site, part->site) == 0);
}

/* Whether most of what @part had, @mean a month, has gone over to others by @month: to a whole that is not told apart, or
 * to parts that began about when it ended. */
static gboolean
is_replaced (const Search         *self,
             const CapacityVolume *part,
             double                mean,
             int                   start,
             int                   month)
{
  double sum = 0;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const CapacityVolume *other = part_at (self, i);
      double value = capacity_series_at (other->series, month);

      if (!isnan (value) && (may_hold (other, part) || first_measured (other->series) > start - RECENT_MONTHS))
        sum += value;
    }

  return sum >= mean / 2;
}

/* What a part had in an ordinary month before it was no longer measured; NaN where it was not going on. */
static double
mean_before (const CapacitySeries *part,
             int                   start)
{
  guint n_unmeasured;
  double sum = capacity_series_sum (part, start - RECENT_MONTHS, RECENT_MONTHS, &n_unmeasured);
  double mean = sum / (RECENT_MONTHS - n_unmeasured);

  return n_unmeasured <= MAX_UNMEASURED && mean >= MIN_MEAN ? mean : NAN;
}

/* Whether the part had none in the same month of the year before or after, as what closes in summer has not. */
static gboolean
is_seasonal (const Search         *self,
             const CapacitySeries *part,
             int                   month)
{
  return (month - YEAR_MONTHS >= part->first && isnan (capacity_series_at (part, month - YEAR_MONTHS)))
         || (month + YEAR_MONTHS <= self->last && isnan (capacity_series_at (part, month + YEAR_MONTHS)));
}

/* Notes the months from @start to before @end in which @part, measured up to then, is missed. */
static void
note_hole (Search *self,
           guint   place,
           int     start,
           int     end)
{
  const CapacityVolume *part = part_at (self, place);
  double mean = mean_before (part->series, start);

  if (isnan (mean) || end - start >= YEAR_MONTHS || capacity_quality_is_accepted (self->service, start))
    return;
  for (int month = start; month < end; month++)
    {
      Hole hole = { place, month };

      if (isnan (capacity_series_at (self->total, month)) || is_seasonal (self, part->series, month)
          || is_replaced (self, part, mean, start, month))
        continue;
      g_array_append_val (self->holes, hole);
      self->missed[month - self->total->first] += mean;
    }
}

static void
search_part (Search *self,
             guint   place)
{
  const CapacitySeries *series = part_at (self, place)->series;
  int start = series->first;

  for (int month = series->first; month <= self->last + 1; month++)
    {
      if (month <= self->last && isnan (capacity_series_at (series, month)))
        continue;
      if (month > start)
        note_hole (self, place, start, month);
      start = month + 1;
    }
}

/* The volume from which the part was made: the first that counts the same. */
static guint
volume_of (const Search         *self,
           const CapacityVolume *part)
{
  const GPtrArray *volumes = self->service->volumes;

  for (guint i = 0; i < volumes->len; i++)
    {
      const CapacityVolume *volume = volumes->pdata[i];

      if (volume->measure == part->measure && volume->kind == part->kind && volume->channel == part->channel
          && volume->site == part->site)
        return i;
    }

  g_return_val_if_reached (0);
}

/* Adds a month to what is missing: to the row of months before it, if it goes on. */
static void
add_missing (GArray *missing,
             guint   volume,
             int     month)
{
  CapacityMissingPart *before = missing->len > 0 ? &g_array_index (missing, CapacityMissingPart, missing->len - 1) : NULL;

  if (before != NULL && before->volume == volume && before->first + (int) before->n == month)
    before->n++;
  else
    g_array_append_val (missing, ((CapacityMissingPart){ volume, month, 1 }));
}

/* Takes out of the total the months of which too much is missed. */
static void
finish (Search *self,
        GArray *missing)
{
  g_autofree double *measured = g_memdup2 (self->total->values, self->total->n * sizeof (double));

  for (guint i = 0; i < self->holes->len; i++)
    {
      const Hole *hole = &g_array_index (self->holes, Hole, i);
      int place = hole->month - self->total->first;

      if (self->missed[place] < MIN_SHARE * (self->missed[place] + measured[place]))
        continue;
      add_missing (missing, volume_of (self, part_at (self, hole->part)), hole->month);
      self->total->values[place] = NAN;
    }
}

static CapacitySeries *
sum_of (const GPtrArray *parts)
{
  const CapacitySeries *first = ((const CapacityVolume *) parts->pdata[0])->series;
  CapacitySeries *sum = capacity_series_slice (first, first->first, first->n);

  for (guint i = 1; i < parts->len; i++)
    {
      g_autoptr (CapacitySeries) before = sum;

      sum = capacity_series_add (before, ((const CapacityVolume *) parts->pdata[i])->series);
    }

  return sum;
}

/**
 * capacity_missing_parts_whole:
 * @service: a service
 * @measure: what is counted
 * @end: index of the month after the last that is over
 * @missing: (out) (optional) (nullable) (element-type CapacityMissingPart): which parts are missing and when; %NULL where
 *   none is
 *
 * The months of all kinds, channels and places together (see capacity_service_dup_parts()). Where a part that was going on
 * is not measured while others are, the whole is not known, and what the others had does not stand for it. A part was
 * going on if at least five of the six months before were measured and had ten cases on the mean. It is not missed where a
 * year passes without it, where it had none a year before or after, where others took its place, where a person has
 * accepted the first month without it, or where all that is missed is less than a tenth of the whole.
 *
 * Returns: (transfer full) (nullable): the sums, NaN in months that are not known; %NULL where nothing was measured
 */
CapacitySeries *
capacity_missing_parts_whole (const CapacityService *service,
                              CapacityMeasure        measure,
                              int                    end,
                              GArray               **missing)
{
  g_autoptr (GPtrArray) parts = capacity_service_dup_parts (service, measure, CAPACITY_PERIOD_MONTH);
  g_autoptr (GArray) holes = g_array_new (FALSE, FALSE, sizeof (Hole));
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (CapacityMissingPart));
  g_autofree double *missed = NULL;
  Search self = { .service = service, .parts = parts, .last = end - 1, .holes = holes };

  if (missing != NULL)
    *missing = NULL;
  if (parts->len == 0)
    return NULL;
  self.total = sum_of (parts);
  self.missed = missed = g_new0 (double, self.total->n);
  while (self.last >= self.total->first && isnan (capacity_series_at (self.total, self.last)))
    self.last--;
  for (guint i = 0; parts->len > 1 && i < parts->len; i++)
    search_part (&self, i);
  finish (&self, found);
  if (missing != NULL && found->len > 0)
    *missing = g_steal_pointer (&found);

  return self.total;
}
