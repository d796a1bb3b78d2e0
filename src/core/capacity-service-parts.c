/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-service.h"

#include <math.h>

/* How the volumes of a service go together: which of them are parts of a whole, and what the whole is. */

/* The least part of the sum of its parts that a whole can be: some are entered late, or counted in two parts. */
#define LEAST_WHOLE 0.9

/* By what parts of a whole are told apart, in the order in which capacity_service_dup_parts() looks at it. */
typedef enum
{
  TOLD_BY_KIND,
  TOLD_BY_CHANNEL,
  TOLD_BY_SITE,
} Told;

static gboolean
is_told (const CapacityVolume *part,
         Told                  by)
{
  switch (by)
    {
    case TOLD_BY_KIND:
      return part->kind != CAPACITY_REQUEST_ALL;
    case TOLD_BY_CHANNEL:
      return part->channel != NULL;
    case TOLD_BY_SITE:
    default:
      return part->site != NULL;
    }
}

static gboolean
tells_the_same (const CapacityVolume *a,
                const CapacityVolume *b,
                Told                  by)
{
  switch (by)
    {
    case TOLD_BY_KIND:
      return a->kind == b->kind;
    case TOLD_BY_CHANNEL:
      return g_strcmp0 (a->channel, b->channel) == 0;
    case TOLD_BY_SITE:
    default:
      return g_strcmp0 (a->site, b->site) == 0;
    }
}

static CapacitySeries *
lengthen (const CapacitySeries *series,
          CapacityMeasure       measure,
          CapacityPeriodKind    kind)
{
  return measure == CAPACITY_MEASURE_STOCK ? capacity_series_last_of (series, kind)
                                           : capacity_series_aggregate (series, kind);
}

static gboolean
counts_the_same (const CapacityVolume *a,
                 const CapacityVolume *b)
{
  return a->measure == b->measure && tells_the_same (a, b, TOLD_BY_KIND) && tells_the_same (a, b, TOLD_BY_CHANNEL)
         && tells_the_same (a, b, TOLD_BY_SITE);
}

/* Puts a part into the whole, either as one more or where it was not known so far; the whole takes its place. */
static void
put (CapacitySeries **whole,
     CapacitySeries  *part,
     CapacitySeries *(*how) (const CapacitySeries *, const CapacitySeries *))
{
  g_autoptr (CapacitySeries) before = g_steal_pointer (whole);
  g_autoptr (CapacitySeries) owned = part;

  if (before == NULL || owned == NULL)
    *whole = before != NULL ? g_steal_pointer (&before) : g_steal_pointer (&owned);
  else
    *whole = how (before, owned);
}

/* What the volume at @position counts, in periods of @kind. The same thing may also have been counted by other
 * lengths, by days here and by months before: of those not shorter than @shortest the shortest leads, the others fill what
 * it does not cover. The series of the shortest periods does this for all of them; for the others the answer is NULL. */
static CapacitySeries *
counted_once (const CapacityService *self,
              guint                  position,
              CapacityPeriodKind     shortest,
              CapacityPeriodKind     kind)
{
  const CapacityVolume *volume = self->volumes->pdata[position];
  CapacitySeries *whole = NULL;

  for (int rank = capacity_period_kind_rank (shortest); rank <= capacity_period_kind_rank (kind); rank++)
    for (guint i = 0; i < self->volumes->len; i++)
      {
        const CapacityVolume *other = self->volumes->pdata[i];

        if (capacity_period_kind_rank (other->series->kind) != rank || !counts_the_same (volume, other))
          continue;
        if (whole == NULL && i != position)
          return NULL;
        put (&whole, lengthen (other->series, other->measure, kind), capacity_series_fill);
      }

  return whole;
}

static void
part_free (CapacityVolume *part)
{
  capacity_series_unref (part->series);
  g_free (part);
}

static guint
n_told (const GPtrArray *parts,
        Told             by)
{
  guint n = 0;

  for (guint i = 0; i < parts->len; i++)
    n += is_told (parts->pdata[i], by);

  return n;
}

/* Marks by what else two parts must be the same to be compared by @by: what is looked at later, and of what was looked
 * at before what all of them tell. */
static void
mark_same (const GPtrArray *parts,
           Told             by,
           gboolean        *is_same)
{
  for (Told other = TOLD_BY_KIND; other <= TOLD_BY_SITE; other++)
    is_same[other] = other > by || (other < by && n_told (parts, other) == parts->len);
}

static gboolean
is_beside (const CapacityVolume *a,
           const CapacityVolume *b,
           const gboolean       *is_same)
{
  for (Told by = TOLD_BY_KIND; by <= TOLD_BY_SITE; by++)
    if (is_same[by] && !tells_the_same (a, b, by))
      return FALSE;

  return TRUE;
}

/* The sum of those beside @part that are told apart by @by, or of those that are not. */
static CapacitySeries *
sum_beside (const GPtrArray      *parts,
            const CapacityVolume *part,
            const gboolean       *is_same,
            Told                  by,
            gboolean              told)
{
  CapacitySeries *sum = NULL;

  for (guint i = 0; i < parts->len; i++)
    {
      const CapacityVolume *other = parts->pdata[i];

      if (is_told (other, by) == told && is_beside (part, other, is_same))
        put (&sum, capacity_series_ref (other->series), capacity_series_add);
    }

  return sum;
}

/* What of @part, which belongs to @untold, @told does not count already. */
static CapacitySeries *
beyond (const CapacitySeries *part,
        const CapacitySeries *untold,
        const CapacitySeries *told)
{
  CapacitySeries *rest = capacity_series_slice (part, part->first, part->n);

  for (guint i = 0; i < rest->n; i++)
    {
      double whole = capacity_series_at (untold, rest->first + (int) i);
      double sum = capacity_series_at (told, rest->first + (int) i);

      if (sum > 0 && whole >= LEAST_WHOLE * sum)
        rest->values[i] = rest->values[i] * fmax (0, whole - sum) / whole;
    }

  return rest;
}

/* Takes out of what is not told apart by @by what is counted by those that are. */
static void
take_out_told (GPtrArray *parts,
               Told       by)
{
  g_autoptr (GPtrArray) rests = g_ptr_array_new_with_free_func ((GDestroyNotify) capacity_series_unref);
  gboolean is_same[TOLD_BY_SITE + 1];
  guint n = n_told (parts, by);

  if (n == 0 || n == parts->len)
    return;
  mark_same (parts, by, is_same);
  for (guint i = 0; i < parts->len; i++)
    {
      CapacityVolume *part = parts->pdata[i];
      g_autoptr (CapacitySeries) told = is_told (part, by) ? NULL : sum_beside (parts, part, is_same, by, TRUE);
      g_autoptr (CapacitySeries) untold = told == NULL ? NULL : sum_beside (parts, part, is_same, by, FALSE);

      g_ptr_array_add (rests, told == NULL ? capacity_series_ref (part->series) : beyond (part->series, untold, told));
    }
  for (guint i = 0; i < parts->len; i++)
    {
      CapacityVolume *part = parts->pdata[i];
      g_autoptr (CapacitySeries) before = part->series;

      part->series = capacity_series_ref (rests->pdata[i]);
    }
}

static GPtrArray *
dup_parts (const CapacityService *self,
           CapacityMeasure        measure,
           CapacityPeriodKind     shortest,
           CapacityPeriodKind     kind)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);

  for (guint i = 0; i < self->volumes->len; i++)
    {
      const CapacityVolume *volume = self->volumes->pdata[i];
      CapacitySeries *series = volume->measure == measure ? counted_once (self, i, shortest, kind) : NULL;
      CapacityVolume *part;

      if (series == NULL)
        continue;
      part = g_memdup2 (volume, sizeof *volume);
      part->series = series;
      g_ptr_array_add (parts, part);
    }
  for (Told by = TOLD_BY_KIND; by <= TOLD_BY_SITE; by++)
    take_out_told (parts, by);

  return parts;
}

static CapacitySeries *
sum_parts (const GPtrArray *parts)
{
  CapacitySeries *total = NULL;

  for (guint i = 0; i < parts->len; i++)
    put (&total, capacity_series_ref (((CapacityVolume *) parts->pdata[i])->series), capacity_series_add);

  return total;
}

/**
 * capacity_service_dup_parts:
 * @self: a service
 * @measure: what is counted
 * @kind: length of the periods wanted
 *
 * The volumes of all kinds, channels and places as parts that add up to the whole, so that no case is counted twice. What
 * was counted by days and by months is one part. A volume that does not tell kinds apart may be the whole of which the
 * volumes by kind are parts, or the rest of a list of which most cases have a kind. Each period decides it: a whole is not
 * smaller than the sum of its parts, so what is at least nine tenths as large is the whole, and its part is what it counts
 * beyond them, such as all of it where they were not measured; what is smaller is the rest. Then the same holds for
 * channels, of each kind where all volumes tell kinds and else of all together, and then for places.
 *
 * Series counted in longer periods than @kind are left out.
 *
 * Returns: (transfer full) (element-type CapacityVolume): the parts, in the order of the volumes; their texts belong to
 *   @self
 */
GPtrArray *
capacity_service_dup_parts (const CapacityService *self,
                            CapacityMeasure        measure,
                            CapacityPeriodKind     kind)
{
  return dup_parts (self, measure, CAPACITY_PERIOD_HOUR, kind);
}

/**
 * capacity_service_dup_total:
 * @self: a service
 * @measure: what is counted
 * @kind: length of the periods wanted
 *
 * Returns: (transfer full) (nullable): the sums of capacity_service_dup_parts(); %NULL where there is none
 */
CapacitySeries *
capacity_service_dup_total (const CapacityService *self,
                            CapacityMeasure        measure,
                            CapacityPeriodKind     kind)
{
  g_autoptr (GPtrArray) parts = capacity_service_dup_parts (self, measure, kind);

  return sum_parts (parts);
}

/**
 * capacity_service_dup_counted:
 * @self: a service
 * @measure: what is counted
 * @kind: length of periods
 *
 * Returns: (transfer full) (nullable): the same of the series that were counted in periods of @kind themselves, whatever was
 *   counted in shorter ones; %NULL where there is none
 */
CapacitySeries *
capacity_service_dup_counted (const CapacityService *self,
                              CapacityMeasure        measure,
                              CapacityPeriodKind     kind)
{
  g_autoptr (GPtrArray) parts = dup_parts (self, measure, kind, kind);

  return sum_parts (parts);
}
