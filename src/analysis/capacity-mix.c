/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-mix.h"

#define YEAR_MONTHS 12

static void
add_part (GArray               *mix,
          const CapacityVolume *volume,
          double                cases)
{
  CapacityMixPart part = { volume->kind, volume->channel, cases };

  for (guint i = 0; i < mix->len; i++)
    {
      CapacityMixPart *other = &g_array_index (mix, CapacityMixPart, i);

      if (other->kind == part.kind && g_strcmp0 (other->channel, part.channel) == 0)
        {
          other->cases += cases;
          return;
        }
    }
  g_array_append_val (mix, part);
}

/* Adds what came in the year up to @last_month, counted by @kind. */
static void
add_year (GArray                *mix,
          const CapacityService *service,
          CapacityPeriodKind     kind,
          int                    last_month)
{
  g_autoptr (GPtrArray) parts = capacity_service_dup_parts (service, CAPACITY_MEASURE_ARRIVALS, kind);
  int n = YEAR_MONTHS / (int) capacity_period_kind_months (kind);
  int last = capacity_period_convert ((CapacityPeriod){ CAPACITY_PERIOD_MONTH, last_month }, kind).index;

  for (guint i = 0; i < parts->len; i++)
    {
      const CapacityVolume *part = parts->pdata[i];
      double cases = capacity_series_sum (part->series, last - n + 1, (guint) n, NULL);

      if (cases > 0)
        add_part (mix, part, cases);
    }
}

/**
 * capacity_mix_of:
 * @service: a service
 * @last_month: index of the last month that was measured
 *
 * Returns: (transfer full) (element-type CapacityMixPart): what came in the twelve months up to @last_month, or where none
 *   was counted by the month, in the quarters or the year; one case that is not told apart where nothing is known
 */
GArray *
capacity_mix_of (const CapacityService *service,
                 int                    last_month)
{
  GArray *mix = g_array_new (FALSE, FALSE, sizeof (CapacityMixPart));

  for (CapacityPeriodKind kind = CAPACITY_PERIOD_MONTH; mix->len == 0 && kind <= CAPACITY_PERIOD_YEAR; kind++)
    add_year (mix, service, kind, last_month);
  if (mix->len == 0)
    g_array_append_val (mix, ((CapacityMixPart){ CAPACITY_REQUEST_ALL, NULL, 1 }));

  return mix;
}

/* How well a need fits: what is said for the kind and channel leads, then for the kind, for the channel, for all. A
 * case that is not told apart takes what is said of service requests, and of the channel that takes most. */
static int
fit_of (const CapacityNeed *need,
        CapacityRequestKind kind,
        const char         *channel)
{
  gboolean is_kind = need->kind == kind;
  gboolean is_channel = g_strcmp0 (need->channel, channel) == 0;

  if (!is_channel && need->channel != NULL && channel != NULL)
    return 0;
  if (!is_kind && need->kind != CAPACITY_REQUEST_ALL
      && !(kind == CAPACITY_REQUEST_ALL && need->kind == CAPACITY_REQUEST_SERVICE))
    return 0;

  return 1 + (is_kind ? 8 : 0) + (need->kind == CAPACITY_REQUEST_ALL ? 4 : 0) + (is_channel ? 2 : 0)
         + (need->channel == NULL ? 1 : 0);
}

/**
 * capacity_mix_find:
 * @needs: (element-type CapacityNeed): what cases of a service take
 * @resource: a resource
 * @kind: kind of a case
 * @channel: (nullable): its channel
 *
 * Returns: (transfer none) (nullable): what the case takes of the resource; %NULL where it takes nothing
 */
const CapacityNeed *
capacity_mix_find (const GPtrArray    *needs,
                   const CapacityId   *resource,
                   CapacityRequestKind kind,
                   const char         *channel)
{
  const CapacityNeed *best = NULL;
  int best_fit = 0;

  for (guint i = 0; i < needs->len; i++)
    {
      const CapacityNeed *need = needs->pdata[i];
      int fit = capacity_id_equal (&need->resource, resource) ? fit_of (need, kind, channel) : 0;

      if (fit > best_fit || (fit > 0 && fit == best_fit && need->amount > best->amount))
        {
          best = need;
          best_fit = fit;
        }
    }

  return best;
}

/**
 * capacity_mix_use_of:
 * @mix: (element-type CapacityMixPart): what comes to a service
 * @needs: (element-type CapacityNeed): what its cases take
 * @resource: a resource
 *
 * u = Σ V · u / Σ V over kinds and channels (K1).
 *
 * Returns: what the cases take of the resource
 */
CapacityMixUse
capacity_mix_use_of (const GArray     *mix,
                     const GPtrArray  *needs,
                     const CapacityId *resource)
{
  double cases = 0;
  double taking = 0;
  double units = 0;

  for (guint i = 0; i < mix->len; i++)
    {
      const CapacityMixPart *part = &g_array_index (mix, CapacityMixPart, i);
      const CapacityNeed *need = capacity_mix_find (needs, resource, part->kind, part->channel);

      cases += part->cases;
      if (need == NULL)
        continue;
      taking += part->cases;
      units += part->cases * need->amount;
    }

  return (CapacityMixUse){ units / cases, taking / cases };
}
